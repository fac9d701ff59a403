package keymap

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// lastKeyType is beyond every key type that Bubble Tea knows, on both sides of
// zero.
const lastKeyType = 256

// Message returns the message of the key that Bubble Tea calls name; ok is false
// when there is none.
func Message(name string) (msg tea.KeyMsg, ok bool) {
	if rest, alt := strings.CutPrefix(name, "alt+"); alt {
		msg, ok = Message(rest)
		msg.Alt = true
		return msg, ok
	}
	switch {
	case name == " " || name == "space":
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}, true
	case utf8.RuneCountInString(name) == 1:
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}, true
	}
	for t := tea.KeyType(-lastKeyType); t < lastKeyType; t++ {
		if t.String() == name && name != "" {
			return tea.KeyMsg{Type: t}, true
		}
	}
	return tea.KeyMsg{}, false
}
