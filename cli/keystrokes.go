package cli

import tea "github.com/charmbracelet/bubbletea"

// keystrokes hands a model one key at a time. Bubble Tea makes one message of
// all letters that arrive together, as they do from fast hands over a slow line:
// "/ada" would be a key that nothing is bound to, and be lost.
type keystrokes struct{ tea.Model }

// Update implements tea.Model.
func (k keystrokes) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	key, ok := msg.(tea.KeyMsg)
	if !ok || key.Type != tea.KeyRunes || key.Paste || key.Alt || len(key.Runes) < 2 {
		return k.one(msg)
	}
	var cmds []tea.Cmd
	for _, r := range key.Runes {
		_, cmd := k.one(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		cmds = append(cmds, cmd)
	}
	return k, tea.Batch(cmds...)
}

func (k keystrokes) one(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := k.Model.Update(msg) // the shell is a pointer and stays itself
	return k, cmd
}
