package ui

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/theme"
)

const caret = "▏"

// field is a line of text being typed at its end: a filter, or a word to
// confirm with. It needs no timer.
type field struct{ value string }

// take edits the value and reports whether msg was for it.
func (f *field) take(msg tea.KeyMsg) bool {
	switch msg.Type {
	case tea.KeyRunes:
		if msg.Alt {
			return false
		}
		f.value += oneLine(string(msg.Runes))
	case tea.KeySpace:
		f.value += " "
	case tea.KeyBackspace:
		_, size := utf8.DecodeLastRuneInString(f.value)
		f.value = f.value[:len(f.value)-size]
	case tea.KeyCtrlU:
		f.value = ""
	case tea.KeyCtrlW:
		words := strings.TrimRight(f.value, " ")
		f.value = words[:strings.LastIndex(words, " ")+1]
	default:
		return false
	}
	return true
}

// oneLine joins the lines of a pasted text.
func oneLine(s string) string {
	return strings.TrimRight(strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(s), "\n")
}

// line draws the field within width cells: the end of a value that is longer.
func (f *field) line(th *theme.Theme, prompt, placeholder string, width int) string {
	room := max(0, width-Width(prompt)-1)
	if f.value == "" {
		return th.Accent.Render(prompt) + caret + th.Placeholder.Render(Cut(placeholder, room))
	}
	value := Clean(f.value)
	for Width(value) > room && value != "" {
		_, size := utf8.DecodeRuneInString(value)
		value = value[size:]
	}
	return th.Accent.Render(prompt) + th.Input.Render(value) + caret
}
