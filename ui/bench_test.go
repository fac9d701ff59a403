package ui_test

import (
	"context"
	"fmt"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// listPage is a view as the real ones are: a table and a dozen actions.
type listPage struct {
	page
	keys  keymap.Map
	table *ui.Table[string]
}

func newListPage(th *theme.Theme, rows int) *listPage {
	column := func(title string, width int) ui.Column[string] {
		return ui.Column[string]{Title: title, Width: width, Cell: func(string) string { return title }}
	}
	p := &listPage{keys: keymap.Default(), page: page{title: "Members"}}
	p.table = ui.NewTable(th, func(id string) string { return id },
		ui.Column[string]{Title: "Name", Cell: func(string) string { return "Ada Lovelace" }},
		column("E-mail", 30), column("Status", 10), column("Role", 12), column("MFA", 8), column("Created", 16))
	all := make([]string, rows)
	for i := range all {
		all[i] = fmt.Sprint("member-", i)
	}
	p.table.SetRows(all)
	return p
}

func (p *listPage) SetSize(width, height int) { p.table.SetSize(width, height) }
func (p *listPage) View() string              { return p.table.View() }
func (p *listPage) run() tea.Cmd              { return nil }
func (p *listPage) Actions() []ui.Action {
	return []ui.Action{
		ui.Act(p.keys, keymap.Open, p.run), ui.Act(p.keys, keymap.MemberMFA, p.run),
		ui.Act(p.keys, keymap.MemberNew, p.run), ui.Act(p.keys, keymap.MemberEdit, p.run).Writing(),
		ui.Act(p.keys, keymap.MemberDelete, p.run).Writing(), ui.Act(p.keys, keymap.Search, p.run),
		ui.Act(p.keys, keymap.Filter, p.run), ui.Act(p.keys, keymap.Sort, p.run),
		ui.Act(p.keys, keymap.Reverse, p.run), ui.Act(p.keys, keymap.Columns, p.run),
		ui.Act(p.keys, keymap.Export, p.run).Because("Nothing to export."), ui.Act(p.keys, keymap.Refresh, p.run),
	}
}

func (p *listPage) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyMsg); ok {
		p.table.Update(k)
	}
	return nil
}

// frameLoop returns what one cursor key costs: Update and View of the whole
// program at 120x40, in colour.
func frameLoop(rows int) func() {
	lipgloss.SetColorProfile(termenv.TrueColor)
	th := theme.New(true)
	tabs := ui.NewTabs(func() string { return "Acme Robotics" },
		ui.Tab{Name: "Overview", Open: func() ui.View { return &page{} }},
		ui.Tab{Name: "Members", Open: func() ui.View { return newListPage(th, rows) }}).StartAt("Members")
	a := shell(context.Background(), ui.Options{Theme: th}, tabs, &page{}, &page{})
	a.Init()
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	a.View()
	down := tea.KeyMsg{Type: tea.KeyDown}
	return func() {
		a.Update(down)
		a.View()
	}
}

func TestFrame_aCursorKeyAllocatesLittle(t *testing.T) {
	defer lipgloss.SetColorProfile(lipgloss.ColorProfile())
	const most = 50
	if got := testing.AllocsPerRun(500, frameLoop(100_000)); got > most {
		t.Errorf("%v allocations, want at most %d", got, most)
	}
}

func BenchmarkFrame_cursorDown(b *testing.B) {
	defer lipgloss.SetColorProfile(lipgloss.ColorProfile())
	step := frameLoop(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		step()
	}
}

func BenchmarkFrame_resize(b *testing.B) {
	th := theme.New(true)
	a := shell(context.Background(), ui.Options{Theme: th}, newListPage(th, 1000))
	a.Init()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		a.Update(tea.WindowSizeMsg{Width: 80 + i%40, Height: 24 + i%20})
		a.View()
	}
}
