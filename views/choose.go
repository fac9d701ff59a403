package views

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// option is one line of a chooser.
type option struct {
	label  string
	chosen bool
	note   string // said beside it
}

// chooser is a dialog in which options are switched on and off, each taking
// effect at once.
type chooser struct {
	env     *Env
	title   string
	options []option
	read    func() []option // the options as they are now
	choose  func(label string, chosen bool)
	cursor  int
	width   int
	height  int
}

var _ ui.View = (*chooser)(nil)

// Title implements ui.View.
func (v *chooser) Title() string { return v.title }

// SetSize implements ui.View.
func (v *chooser) SetSize(width, height int) {
	v.width, v.height = width, height
	v.options = v.read() // which may say what there is room for
}

// Init implements ui.View.
func (v *chooser) Init(context.Context) tea.Cmd { return nil }

// Capturing implements ui.View.
func (v *chooser) Capturing() bool { return false }

// Actions implements ui.View.
func (v *chooser) Actions() []ui.Action {
	return []ui.Action{
		called(v.env.act(keymap.MarkOne, v.toggle), "show or hide"),
		called(v.env.act(keymap.Open, ui.Close), "close"),
		called(v.env.act(keymap.Back, ui.Close), "close"),
		v.env.act(keymap.Up, func() tea.Cmd { return v.move(-1) }),
		v.env.act(keymap.Down, func() tea.Cmd { return v.move(1) }),
	}
}

func (v *chooser) move(n int) tea.Cmd {
	v.cursor = max(0, min(v.cursor+n, len(v.options)-1))
	return nil
}

func (v *chooser) toggle() tea.Cmd {
	o := v.options[v.cursor]
	v.choose(o.label, !o.chosen)
	v.options = v.read()
	return nil
}

// Update implements ui.View.
func (v *chooser) Update(tea.Msg) tea.Cmd { return nil }

// View implements ui.View.
func (v *chooser) View() string {
	labels := 0
	for _, o := range v.options {
		labels = max(labels, min(ui.Width(ui.Clean(o.label)), v.width/2))
	}
	var lines []string
	room := max(1, v.height)
	first := max(0, v.cursor-room+1)
	for i, o := range v.options[first:min(len(v.options), first+room)] {
		lines = append(lines, v.line(o, labels, first+i == v.cursor))
	}
	return strings.Join(lines, "\n")
}

// line draws an option, with its note in a column of its own.
func (v *chooser) line(o option, labels int, selected bool) string {
	th := v.env.Theme
	box := "[ ] "
	if o.chosen {
		box = "[x] "
	}
	text, note := box+ui.Fit(o.label, labels), ""
	if o.note != "" {
		note = "  " + ui.Cut(o.note, v.width-ui.Width(text)-4)
	}
	if selected {
		return th.Selected.Render("› " + text + note)
	}
	return "  " + text + th.Faint.Render(note)
}

// chooseColumns opens the dialog for the columns of the list.
func (l *list[T]) chooseColumns() tea.Cmd {
	return ui.Open(&chooser{env: l.env, title: "Columns", read: l.columnOptions, choose: l.chooseColumn})
}

// columnOptions are the columns, with a word on those that are not shown even when
// they are chosen.
func (l *list[T]) columnOptions() []option {
	var options []option
	for _, c := range l.table.Columns() {
		note := ""
		if !c.Fits {
			note = "no room at this width"
		}
		options = append(options, option{c.Title, c.Chosen, note})
	}
	return options
}

// chooseColumn shows or hides a column, and keeps that.
func (l *list[T]) chooseColumn(title string, chosen bool) {
	hidden := l.table.Hidden()
	if chosen {
		hidden = slices.DeleteFunc(hidden, func(t string) bool { return t == title })
	} else {
		hidden = append(hidden, title)
	}
	l.table.SetHidden(hidden)
	l.remember()
}
