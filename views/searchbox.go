package views

import (
	"iter"
	"strings"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// searchWidth is how much of its line what is typed may take.
const searchWidth = 40

// searchBox is the line above a list in which one types what to look for.
type searchBox struct {
	input   textinput.Model
	idle    string // the box as it looks while nobody types
	idleFor string // the text it was drawn for
	version int    // of the theme it was drawn with
}

func newSearchBox(placeholder string) searchBox {
	input := newLine(placeholder, 256)
	input.Width = searchWidth
	return searchBox{input: input}
}

// newLine is a line to type in. Its cursor does not blink, or the program would
// never rest, and it cannot delete the next word: in bubbles v1.0.0 that is an
// index out of range at the last character.
func newLine(placeholder string, limit int) textinput.Model {
	input := textinput.New()
	input.Prompt, input.Placeholder, input.CharLimit = "", placeholder, limit
	input.Cursor.SetMode(cursor.CursorStatic)
	input.KeyMap.DeleteWordForward.SetEnabled(false)
	return input
}

// text is what is typed, without the blanks around it.
func (b *searchBox) text() string { return strings.TrimSpace(b.input.Value()) }

// typing reports whether keys go into the box.
func (b *searchBox) typing() bool { return b.input.Focused() }

func (b *searchBox) start() tea.Cmd {
	b.input.CursorEnd()
	b.input.Focus()
	return nil
}

func (b *searchBox) stop() tea.Cmd {
	b.input.Blur()
	return nil
}

// clear empties the box and leaves it, and reports whether anything was in it.
func (b *searchBox) clear() bool {
	had := b.text() != ""
	b.input.SetValue("")
	b.input.Blur()
	return had
}

// press types a key, and reports whether the text is another one now.
func (b *searchBox) press(msg tea.KeyMsg) bool {
	before := b.text()
	b.input, _ = b.input.Update(msg)
	return b.text() != before
}

// contains reports whether what is typed occurs in text, without regard to case.
func (b *searchBox) contains(text string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(b.text()))
}

// whileTyping are the actions of a list that is on the screen as a whole, while
// keys go into the box.
func (b *searchBox) whileTyping(env *Env, showAll func() tea.Cmd) []ui.Action {
	return []ui.Action{called(env.act(keymap.Open, b.stop), "done"), called(env.act(keymap.Back, showAll), "show all")}
}

// showFound lists those of rows, the newest first, whose text has what is looked
// for in it. A cursor on the newest stays on the newest.
func showFound[T any](table *ui.Table[T], find *searchBox, rows iter.Seq2[int, T], text func(T) string) {
	var found []T
	for _, row := range rows {
		if find.contains(text(row)) {
			found = append(found, row)
		}
	}
	newest := table.AtTop()
	table.SetRows(found)
	table.SetMatch(find.text())
	if newest {
		table.Move(-len(found))
	}
}

// view draws the box, with the key that begins typing.
func (b *searchBox) view(th *theme.Theme, begin key.Binding) string {
	if th.Linear {
		return b.tell()
	}
	if b.typing() {
		b.input.TextStyle, b.input.PlaceholderStyle = th.Input, th.Placeholder
		return " " + th.Key.Render(begin.Help().Key) + " " + b.input.View()
	}
	if b.idle == "" || b.idleFor != b.text() || b.version != th.Version {
		b.idle, b.idleFor, b.version = " "+th.Key.Render(begin.Help().Key)+" "+b.resting(th), b.text(), th.Version
	}
	return b.idle
}

// resting is what stands in the box while nobody types.
func (b *searchBox) resting(th *theme.Theme) string {
	if text := b.text(); text != "" {
		return th.Match.Render(ui.Cut(text, searchWidth))
	}
	return th.Placeholder.Render(ui.Cut(b.input.Placeholder, searchWidth))
}
