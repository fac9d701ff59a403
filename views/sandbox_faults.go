package views

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// fault is one failure in force, with its place among them: a call meets the first
// that fits.
type fault struct {
	api.Fault
	place int
}

// faults lists the failures that the sandbox was asked for, and asks for more.
type faults struct {
	env    *Env
	ctx    context.Context
	table  *ui.Table[fault]
	read   async.Remote[[]api.Fault]
	sent   async.Remote[[]api.Fault]
	failed error // of the last clearing

	width, height int
}

var _ ui.View = (*faults)(nil)

func newFaults(env *Env) *faults {
	table := newTable(env, func(f fault) string { return strconv.Itoa(f.place) }, faultColumns(env.Theme)...)
	return &faults{env: env, table: table}
}

func faultColumns(th *theme.Theme) []ui.Column[fault] {
	return []ui.Column[fault]{
		{Title: "Method", Width: 6, Cell: func(f fault) string { return cmp.Or(f.Method, "any") }},
		{Title: "Path", MinWidth: 24, Cell: func(f fault) string { return pathWords(f.Path) }},
		{Title: "What happens", MinWidth: 20, Cell: func(f fault) string { return faultWords(f.Fault) }, Style: func(fault) lipgloss.Style { return th.Warning }},
		{Title: "How often", Width: 16, Cell: func(f fault) string { return timesWords(f.Times) }},
	}
}

// faultWords says what a call that meets a fault gets.
func faultWords(f api.Fault) string {
	var parts []string
	if f.DelayMS > 0 {
		parts = append(parts, fmt.Sprintf("waits %d ms", f.DelayMS))
	}
	if f.Status > 0 {
		parts = append(parts, strings.TrimSpace("fails: "+strconv.Itoa(f.Status)+" "+f.ErrorType))
	}
	return strings.Join(parts, ", ")
}

func pathWords(path string) string {
	if path == everyPath {
		return "every call"
	}
	return path
}

func timesWords(times int) string {
	switch times {
	case 0:
		return "until cleared"
	case 1:
		return "the next time"
	}
	return fmt.Sprintf("%d more times", times)
}

// Title implements ui.View.
func (v *faults) Title() string { return "Faults" }

// SetSize implements ui.View.
func (v *faults) SetSize(width, height int) {
	v.width, v.height = width, height
	v.layout()
}

func (v *faults) layout() { v.table.SetSize(v.width, max(0, v.height-1-len(v.failure()))) }

// Capturing implements ui.View.
func (v *faults) Capturing() bool { return false }

// Init implements ui.View.
func (v *faults) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *faults) load() tea.Cmd { return v.read.Load(v.ctx, v.env.API.Sandbox.Faults) }

// Actions implements ui.View.
func (v *faults) Actions() []ui.Action {
	act := v.env.act
	none, unknown := "", ""
	f, ok := v.table.Selected()
	if !ok {
		none = "No fault is in force."
	}
	if _, loaded := v.read.Value(); !loaded {
		unknown = "The faults in force are not read yet."
	}
	return []ui.Action{
		act(keymap.FaultNew, v.add).Because(unknown).Writing(),
		act(keymap.FaultClear, func() tea.Cmd { return v.clear(f) }).Because(none).Writing(),
		act(keymap.FaultClearAll, func() tea.Cmd { return v.put(nil) }).Because(none).Writing(),
		act(keymap.Refresh, v.load),
	}
}

// inForce are the faults that were read last.
func (v *faults) inForce() []api.Fault {
	all, _ := v.read.Value()
	return all
}

func (v *faults) clear(f fault) tea.Cmd {
	if f.place >= len(v.inForce()) {
		return v.load()
	}
	return v.put(slices.Delete(slices.Clone(v.inForce()), f.place, f.place+1))
}

// put replaces the faults. It harms nothing, so it does not ask.
func (v *faults) put(to []api.Fault) tea.Cmd {
	return v.sent.Send(v.ctx, v.env.API.Sandbox.SetFaults(v.inForce(), to).Do)
}

// Update implements ui.View.
func (v *faults) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.read.Take(msg):
		v.show()
		return nil
	case v.sent.Take(msg):
		if v.failed = v.sent.Err(); v.failed == nil {
			left, _ := v.sent.Value()
			v.took(left)
			return ui.Toast(ui.Success, "Cleared; "+plural(len(left), "fault")+" in force.")
		}
		v.layout()
		return nil
	}
	switch msg := msg.(type) {
	case ui.Outdated:
		return v.load()
	case ui.Changed[[]api.Fault]:
		v.took(msg.Value)
	case tea.KeyMsg:
		v.table.Update(msg)
	case tea.MouseMsg:
		msg.Y -= 1 + len(v.failure())
		v.table.Mouse(msg)
	}
	return nil
}

// took shows the faults that the server has answered with.
func (v *faults) took(all []api.Fault) {
	v.failed = nil
	v.read.Set(all)
	v.show()
}

func (v *faults) show() {
	rows := make([]fault, len(v.inForce()))
	for i, f := range v.inForce() {
		rows[i] = fault{f, i}
	}
	v.layout()
	if _, read := v.read.Value(); read {
		v.table.SetRows(rows)
	}
}

func (v *faults) failure() []string {
	if v.failed != nil {
		return failureLines(v.env, "clear the faults", v.failed, v.width, v.height)
	}
	return failureLines(v.env, "read the faults", v.read.Err(), v.width, v.height)
}

// View implements ui.View.
func (v *faults) View() string {
	th := v.env.Theme
	switch _, loaded := v.read.Value(); {
	case v.read.Err() != nil && !loaded:
		v.table.Empty = ""
	case !loaded:
		v.table.Empty = "Loading…"
	default:
		v.table.Empty = "No fault is in force. " + v.env.Keys.Binding(keymap.FaultNew).Help().Key + " lets a call fail, wait, or be refused for being too many."
	}
	said := th.Muted.Render(ui.Cut(" Failures on demand, until the sandbox ends; the first that fits counts", v.width))
	head := []string{ui.Spread(said, th.Muted.Render(v.table.Position()), v.width)}
	return strings.Join(append(append(head, v.failure()...), v.table.View()), "\n")
}
