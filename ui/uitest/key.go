package uitest

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// Key returns the message of the key that Bubble Tea calls name; ok is false
// when there is none.
func Key(name string) (msg tea.KeyMsg, ok bool) { return keymap.Message(name) }
