package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// stoppable is the part of a dialog that works by itself until it is done or
// stopped.
type stoppable struct {
	stop     context.CancelFunc // ends the request under way
	stopping bool
}

// halt ends the request under way. Its call throws away what was kept.
func (s *stoppable) halt() tea.Cmd {
	s.stopping = true
	s.stop()
	return nil
}

// actions are those of the dialog: to stop while it is running, and to begin again
// or close it once it has failed.
func (s *stoppable) actions(env *Env, dialog ui.View, running bool, begin func() tea.Cmd) []ui.Action {
	if running {
		stop := env.act(keymap.ProgressStop, s.halt)
		if s.stopping {
			stop = stop.Because("It is stopping.")
		}
		return []ui.Action{stop}
	}
	return []ui.Action{
		called(env.act(keymap.Refresh, begin), "try again"),
		called(env.act(keymap.Back, func() tea.Cmd { return ui.Dismiss(dialog) }), "close"),
	}
}
