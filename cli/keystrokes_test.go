package cli

import (
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// listener writes down what it is told.
type listener struct{ heard []string }

func (l *listener) Init() tea.Cmd { return nil }

func (l *listener) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyMsg); ok {
		l.heard = append(l.heard, key.String())
	}
	return l, nil
}

func (l *listener) View() string { return "" }

func TestLettersThatArriveTogetherAreKeysOfTheirOwn(t *testing.T) {
	for name, test := range map[string]struct {
		msg  tea.KeyMsg
		want []string
	}{
		"together": {tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("/é日")}, []string{"/", "é", "日"}},
		"alone":    {tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("a")}, []string{"a"}},
		"pasted":   {tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("/ada"), Paste: true}, []string{"[/ada]"}},
		"no text":  {tea.KeyMsg{Type: tea.KeyEnter}, []string{"enter"}},
	} {
		t.Run(name, func(t *testing.T) {
			l := &listener{}
			keystrokes{l}.Update(test.msg)
			if !slices.Equal(l.heard, test.want) {
				t.Errorf("heard %q, want %q", l.heard, test.want)
			}
		})
	}
}
