package ui

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

// Confirm is a dialog that asks before something happens on this side of the
// network, such as throwing away what was typed. No is the default. A write is
// asked about by ConfirmWrite.
type Confirm struct {
	Name string         // the question: "Quit all the same?"
	Body string         // what will happen
	Verb string         // what yes is called: "Quit"
	Run  func() tea.Cmd // runs once, after the dialog has closed

	yes   bool // the cursor is on yes
	quits bool
	th    *theme.Theme
	keys  keymap.Map
	width int
}

var _ View = (*Confirm)(nil)

// Title implements View.
func (c *Confirm) Title() string { return c.Name }

// SetSize implements View.
func (c *Confirm) SetSize(width, _ int) { c.width = width }

// DialogSize implements DialogSize.
func (c *Confirm) DialogSize(width, height int) (int, int) {
	width = min(60, width)
	return width, min(height, len(Wrap(c.Body, width))+2)
}

// Init implements View.
func (c *Confirm) Init(context.Context) tea.Cmd { return nil }

// Capturing implements View.
func (c *Confirm) Capturing() bool { return false }

// Actions implements View.
func (c *Confirm) Actions() []Action {
	yes := Act(c.keys, keymap.ConfirmYes, c.accept)
	yes.Key.SetHelp(yes.Key.Help().Key, strings.ToLower(c.Verb))
	return []Action{yes, Act(c.keys, keymap.ConfirmNo, c.refuse)}
}

func (c *Confirm) accept() tea.Cmd { return choose(c, c.Run) }

func (c *Confirm) refuse() tea.Cmd { return Dismiss(c) }

// Update implements View.
func (c *Confirm) Update(msg tea.Msg) tea.Cmd {
	pressed, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch pressed.String() {
	case "enter":
		if c.yes {
			return c.accept()
		}
		return c.refuse()
	case "left", "right", "tab", "shift+tab", "h", "l":
		c.yes = !c.yes
	}
	return nil
}

// View implements View.
func (c *Confirm) View() string {
	if c.th.Linear {
		return c.Body
	}
	return strings.Join(append(Wrap(c.Body, c.width), "", buttons(c.th, c.yes, "No", Clean(c.Verb))), "\n")
}

func (c *Confirm) dress(th *theme.Theme, keys keymap.Map) { c.th, c.keys = th, keys }
