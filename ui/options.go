package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

// Options is what the shell is told once. The zero value works: dark, with the
// standard keys, on a sandbox without a name.
type Options struct {
	Theme    *theme.Theme // shared with the views; changed in place when the terminal has answered
	Keys     keymap.Map
	Profile  Profile
	ReadOnly string          // why nothing may be written; "" lets actions write
	Mouse    bool            // whether the program was started with the mouse on
	Init     tea.Cmd         // runs once the terminal is ready, such as asking for its background
	Actions  func() []Action // further actions that work in every view
	Mask     *Mask           // hides names, addresses and ids on demand; nil for never
	Start    keymap.ID       // of the section to begin with; the first where none has it
	Palette  PaletteSource   // finds what else the palette can go to
	Answered func() tea.Cmd  // runs after every answer of the server; nil for nothing
}

// Profile says what is being administered.
type Profile struct {
	Name string
	Kind Kind
}

// Kind is how much harm can be done.
type Kind int

// Kinds of profile.
const (
	Sandbox Kind = iota
	Test
	Live
	Nowhere // there is nothing to administer yet
)

// String names the kind as the badge shows it.
func (k Kind) String() string {
	switch k {
	case Test:
		return "TEST"
	case Live:
		return "LIVE"
	case Nowhere:
		return "NO PROJECT"
	}
	return "SANDBOX"
}

func (o Options) withDefaults() Options {
	if o.Theme == nil {
		o.Theme = theme.New(true)
	}
	if o.Keys.IsZero() {
		o.Keys = keymap.Default()
	}
	return o
}
