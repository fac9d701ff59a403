package views

import (
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/ui"
)

// Clock is the clock that the server goes by, as far as it is known to differ from
// this machine's: that of a sandbox can be moved. The zero value and nil are this
// machine's. It is safe for concurrent use.
type Clock struct{ ahead atomic.Int64 }

// Set says how far the clock of the server is ahead.
func (c *Clock) Set(by time.Duration) { c.ahead.Store(int64(by)) }

// Ahead is how far the clock of the server is ahead.
func (c *Clock) Ahead() time.Duration {
	if c == nil {
		return 0
	}
	return time.Duration(c.ahead.Load())
}

// now is the time by the clock of the server, by which everything there runs out.
func (e *Env) now() time.Time { return time.Now().Add(e.Clock.Ahead()) }

// clockIs takes over what the sandbox says of its clock, and tells every view when
// it was moved.
func (e *Env) clockIs(clock api.SandboxClock) tea.Cmd {
	before := e.Clock.Ahead()
	if e.Clock == nil {
		e.Clock = &Clock{}
	}
	e.Clock.Set(clock.Offset())
	moved := clock.Offset() - before
	if moved == 0 {
		return nil
	}
	return tea.Batch(
		ui.ShowClock(MovedClock(clock.Offset())), ui.Announce(ui.Changed[api.SandboxClock]{Value: clock}), e.actingUntil(moved))
}

// clockMoved reports whether msg says that the clock of the sandbox was moved, so
// that what is drawn by it has to be drawn anew.
func clockMoved(msg tea.Msg) bool {
	_, is := msg.(ui.Changed[api.SandboxClock])
	return is
}
