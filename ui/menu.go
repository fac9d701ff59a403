package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

const (
	menuRows   = 14
	menuChrome = 3 // lines beside the items: the filter, a space, the footnote
)

// Item is one thing to choose in a Menu.
type Item struct {
	Name    string
	Detail  string // said beside the name
	Also    string // other words it can be found by
	Keys    string // shown at the right
	Blocked string // why it cannot be chosen now
	Run     func() tea.Cmd
}

// Menu is a dialog to choose one of several things in, filtered by typing.
type Menu struct {
	name   string
	items  []Item
	more   []Item // found elsewhere for what was typed; already filtered
	filter field
	shown  []found
	cursor int
	first  int // the first item drawn
	note   string
	finds  string         // what can be found beside the items, said when nothing is
	typed  func() tea.Cmd // called after the filter has changed; nil for none
	arrive func(tea.Msg)  // sees every message that is no key; nil for none

	th            *theme.Theme
	keys          keymap.Map
	wanted        int // width at which nothing said of the items is cut
	width, height int
}

var _ View = (*Menu)(nil)

// NewMenu returns a menu of items.
func NewMenu(name string, items ...Item) *Menu {
	m := &Menu{name: name, items: items, wanted: wantedWidth(items)}
	m.match()
	return m
}

// Title implements View.
func (m *Menu) Title() string { return m.name }

// SetSize implements View.
func (m *Menu) SetSize(width, height int) {
	m.width, m.height = width, height
	m.keepCursorInSight()
}

// Init implements View.
func (m *Menu) Init(context.Context) tea.Cmd { return nil }

// Capturing implements View: typing filters.
func (m *Menu) Capturing() bool { return true }

// Actions implements View.
func (m *Menu) Actions() []Action {
	choose := Act(m.keys, keymap.Open, m.accept)
	choose.Key.SetHelp(choose.Key.Help().Key, "choose")
	return []Action{choose, Act(m.keys, keymap.Back, m.close)}
}

func (m *Menu) close() tea.Cmd { return Dismiss(m) }

// Update implements View.
func (m *Menu) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return m.press(msg)
	case tea.MouseMsg:
		if i := m.first + msg.Y - 2; msg.Y >= 2 && i < len(m.shown) {
			m.cursor = i
			return m.accept()
		}
	default:
		if m.arrive != nil {
			m.arrive(msg)
		}
	}
	return nil
}

func (m *Menu) press(msg tea.KeyMsg) tea.Cmd {
	switch msg.Type {
	case tea.KeyEsc:
		return m.close()
	case tea.KeyEnter:
		return m.accept()
	case tea.KeyUp, tea.KeyCtrlP, tea.KeyShiftTab:
		m.move(-1)
	case tea.KeyDown, tea.KeyCtrlN, tea.KeyTab:
		m.move(1)
	case tea.KeyPgUp:
		m.move(-m.rows())
	case tea.KeyPgDown:
		m.move(m.rows())
	default:
		if m.filter.take(msg) {
			m.cursor = 0
			m.match()
			if m.typed != nil {
				return m.typed()
			}
		}
	}
	return nil
}

// accept runs the item under the cursor after closing the menu.
func (m *Menu) accept() tea.Cmd {
	if m.cursor >= len(m.shown) {
		return nil
	}
	item := m.shown[m.cursor]
	if item.Blocked != "" {
		return Toast(Info, item.Blocked)
	}
	return choose(m, item.Run)
}

func (m *Menu) move(by int) {
	m.cursor = max(0, min(m.cursor+by, len(m.shown)-1))
	m.keepCursorInSight()
}

func (m *Menu) keepCursorInSight() {
	if m.height == 0 {
		return // nobody has said what is in sight
	}
	rows := m.rows()
	m.first = max(min(m.first, m.cursor), m.cursor-rows+1, 0)
}

func (m *Menu) rows() int { return max(1, min(menuRows, m.height-menuChrome)) }

// match finds the items that fit the filter, the best first. A cursor that was moved
// stays on its item; while nothing is typed it begins at the first that can run. What
// fits best comes first even when it cannot run: nobody shall run another by mistake.
func (m *Menu) match() {
	var on *Item
	if m.cursor > 0 && m.cursor < len(m.shown) {
		on = m.shown[m.cursor].Item
	}
	m.shown = m.fitting(newTyped(m.filter.value))
	if at := slices.IndexFunc(m.shown, func(f found) bool { return f.Item == on }); at >= 0 {
		m.cursor = at
	} else if m.filter.value == "" {
		m.cursor = slices.IndexFunc(m.shown, func(f found) bool { return f.Blocked == "" })
	}
	m.cursor = max(0, min(m.cursor, len(m.shown)-1))
	m.keepCursorInSight()
}

func (m *Menu) fitting(typed typedText) []found {
	var all []found
	for i := range m.items {
		if typed == "" {
			all = append(all, found{Item: &m.items[i]})
		} else if f := typed.fits(&m.items[i]); f.fit != fitsNot {
			all = append(all, f)
		}
	}
	for i := range m.more {
		all = append(all, found{Item: &m.more[i], fit: fitsElsewhere})
	}
	if typed != "" {
		slices.SortStableFunc(all, found.better)
	}
	return all
}

// DialogSize implements DialogSize.
func (m *Menu) DialogSize(width, height int) (int, int) {
	rows := len(m.items)
	if m.typed != nil {
		rows = menuRows // more may be found
	}
	return min(width, max(dialogWidth, m.wanted)), min(height, min(menuRows, rows)+menuChrome)
}

// wantedWidth is how wide a menu has to be to say all of its items, but no wider than
// an eye follows a row.
func wantedWidth(items []Item) int {
	const most = 100
	names, rest := 0, 0
	for i := range items {
		names = max(names, Width(Clean(items[i].Name)))
		rest = max(rest, Width(Clean(cmp.Or(items[i].Blocked, items[i].Detail)))+Width(Clean(items[i].Keys)))
	}
	return min(most, Width("› ")+names+2+rest+1)
}

// View implements View.
func (m *Menu) View() string {
	if m.th.Linear {
		return m.linear()
	}
	filter := m.filter.line(m.th, "› ", "type to filter", m.width)
	lines := []string{FitStyled(filter, m.width), ""}
	last, names := min(len(m.shown), m.first+m.rows()), m.names()
	for i := m.first; i < last; i++ {
		lines = append(lines, m.row(m.shown[i], names, i == m.cursor))
	}
	if len(m.shown) == 0 && m.note == "" {
		lines = append(lines, m.nothing()...)
	}
	if note := m.footnote(last); note != "" {
		lines = append(lines, m.th.Faint.Render(note))
	}
	return strings.Join(lines, "\n")
}

// nothing says that nothing fits, and what could.
func (m *Menu) nothing() []string {
	words := "Nothing fits. " + m.finds
	var lines []string
	for _, line := range Wrap(strings.TrimSpace(words), max(1, m.width-2)) {
		lines = append(lines, m.th.Muted.Render("  "+line))
	}
	return lines
}

// names is the width of the column of names, so that what is said of them stands
// in a column of its own: of the widest that has something said beside it, unless
// that would be cut then. Longer names stand out.
func (m *Menu) names() int {
	names, said := 0, 0
	for _, item := range m.shown {
		if detail := cmp.Or(item.Blocked, item.Detail); detail != "" {
			names, said = max(names, Width(Clean(item.Name))), max(said, Width(Clean(detail)))
		}
	}
	return min(names, max(m.width/2, m.width-said-Width("› ")-2))
}

func (m *Menu) footnote(last int) string {
	switch {
	case m.note != "":
		return "  " + Cut(m.note, m.width-2)
	case last < len(m.shown):
		return "  ↓ more"
	}
	return ""
}

func (m *Menu) row(item found, names int, selected bool) string {
	mark, keys := "  ", Clean(item.Keys)
	if selected {
		mark = "› "
	}
	room := max(0, m.width-Width(mark)-Width(keys)-1)
	name := Cut(item.Name, room)
	detail := item.Detail
	if item.Blocked != "" {
		detail = item.Blocked
	}
	if detail != "" {
		detail = Cut(spaces(max(0, names-Width(name))+2)+detail, max(0, room-Width(name)))
	}
	gap := spaces(room - Width(name) - Width(detail) + 1)
	switch {
	case selected:
		return m.th.Selected.Render(mark + name + detail + gap + keys)
	case item.Blocked != "":
		return m.th.Faint.Render(mark + name + detail + gap + keys)
	}
	return mark + m.highlight(name, item) + m.th.Muted.Render(detail) + gap + m.th.Key.Render(keys)
}

// highlight marks the characters that the filter found. Names with others than
// ASCII stay plain, since cleaning may have moved their bytes.
func (m *Menu) highlight(name string, item found) string {
	if len(item.hits) == 0 || !plainASCII(item.Name) || name != item.Name {
		return name
	}
	var b strings.Builder
	at := 0
	for _, hit := range item.hits {
		b.WriteString(name[at:hit] + m.th.Match.Render(name[hit:hit+1]))
		at = hit + 1
	}
	return b.String() + name[at:]
}

func (m *Menu) dress(th *theme.Theme, keys keymap.Map) { m.th, m.keys = th, keys }
