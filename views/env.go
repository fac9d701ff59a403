// Package views holds the screens, one resource per file prefix.
package views

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// Env is what every view needs. One value, shared, touched only from Update.
type Env struct {
	API   *api.Client
	Log   *api.Log     // of what was sent, for the Requests screen
	Done  *api.History // what was written, to be taken back
	Scope *Scope       // the member as whom everything is done; nil for the project itself
	Keys  keymap.Map
	Theme *theme.Theme

	Sandbox bool   // the server is a sandbox: its helpers can be asked
	Clock   *Clock // that the server goes by; nil for this machine's

	Clipboard Clipboard // where what is copied goes; nil for nowhere
	Editor    Editor    // what text is edited in, outside of the program; nil for nothing
	Mask      *ui.Mask  // whether the screen hides who people are; nil for never
	Memory    *Memory   // of how things were left the last time; nil for none
	Columns   Columns   // that the user has added to lists
}

// act ties the keys of id to run.
func (e *Env) act(id keymap.ID, run func() tea.Cmd) ui.Action { return ui.Act(e.Keys, id, run) }

// sentenceWidth is how wide a sentence may be in so much room: not so wide that the eye
// loses the line.
func (e *Env) sentenceWidth(room int) int {
	if e.Theme.Linear {
		return listened
	}
	return max(1, min(room, 76))
}

// newTable is a table in the user's colours, with the user's keys.
func newTable[T any](env *Env, id func(T) string, columns ...ui.Column[T]) *ui.Table[T] {
	t := ui.NewTable(env.Theme, id, columns...)
	t.SetKeys(env.Keys)
	return t
}

// newDetail is a detail pane in the user's colours, with the user's keys.
func newDetail(env *Env) *ui.Detail {
	d := ui.NewDetail(env.Theme)
	d.SetKeys(env.Keys)
	return d
}
