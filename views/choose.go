package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// option is one line of a chooser.
type option struct {
	label  string
	chosen bool
}

// chooser is a dialog in which options are switched on and off, each taking
// effect at once.
type chooser struct {
	env     *Env
	title   string
	options []option
	changed func([]option) tea.Cmd
	cursor  int
	height  int
}

var _ ui.View = (*chooser)(nil)

// Title implements ui.View.
func (v *chooser) Title() string { return v.title }

// SetSize implements ui.View.
func (v *chooser) SetSize(_, height int) { v.height = height }

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
	o := &v.options[v.cursor]
	o.chosen = !o.chosen
	return v.changed(v.options)
}

// Update implements ui.View.
func (v *chooser) Update(tea.Msg) tea.Cmd { return nil }

// View implements ui.View.
func (v *chooser) View() string {
	th := v.env.Theme
	var lines []string
	room := max(1, v.height)
	first := max(0, v.cursor-room+1)
	for i, o := range v.options[first:min(len(v.options), first+room)] {
		box := "[ ] "
		if o.chosen {
			box = "[x] "
		}
		line := "  " + box + ui.Clean(o.label)
		if first+i == v.cursor {
			line = th.Selected.Render("› " + box + ui.Clean(o.label))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// chooseColumns opens the dialog for the columns of the list.
func (l *list[T]) chooseColumns() tea.Cmd {
	var options []option
	for _, c := range l.table.Columns() {
		options = append(options, option{c.Title, c.Shown})
	}
	return ui.Open(&chooser{env: l.env, title: "Columns", options: options, changed: func(options []option) tea.Cmd {
		var hidden []string
		for _, o := range options {
			if !o.chosen {
				hidden = append(hidden, o.label)
			}
		}
		l.table.SetHidden(hidden)
		l.remember()
		return nil
	}})
}
