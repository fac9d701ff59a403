package views

import (
	"context"
	"strings"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/ui"
)

// transferStep is how often the progress of a transfer is drawn.
const transferStep = 100 * time.Millisecond

// meter counts what has gone, such as bytes. It is written by the goroutine that
// transfers, and read by another.
type meter struct{ done, total atomic.Int64 }

func (m *meter) told(done, total int64) {
	m.done.Store(done)
	m.total.Store(total)
}

// look reads m a moment later, so that what has gone can be drawn. It answers with
// what is done and what there is in all.
func (m *meter) look(ctx context.Context, seen *async.Remote[[2]int64]) tea.Cmd {
	return seen.LoadAfter(ctx, transferStep, func(context.Context) ([2]int64, error) {
		return [2]int64{m.done.Load(), m.total.Load()}, nil
	})
}

// stateTransfer is a dialog that takes a state out of the sandbox or puts one in, and
// says how far it is. Stopping leaves everything as it was before.
type stateTransfer struct {
	stoppable
	env   *Env
	name  string // of the dialog
	what  string // "export the state"
	meter *meter
	do    async.Call[string] // returns what to say of the success
	done  func(said string) tea.Cmd

	ctx      context.Context
	sent     async.Remote[string]
	step     async.Remote[[2]int64]
	progress ui.Progress
	width    int
	height   int
}

var _ ui.View = (*stateTransfer)(nil)

// Title implements ui.View.
func (v *stateTransfer) Title() string { return v.name }

// SetSize implements ui.View.
func (v *stateTransfer) SetSize(width, height int) { v.width, v.height = width, height }

// DialogSize implements ui.DialogSize.
func (v *stateTransfer) DialogSize(width, height int) (int, int) {
	return min(width, 72), min(height, 8)
}

// Capturing implements ui.View.
func (v *stateTransfer) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *stateTransfer) Unsaved() string {
	if !v.sent.Busy() {
		return ""
	}
	return "It is under way, and would stop."
}

// Init implements ui.View.
func (v *stateTransfer) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.begin()
}

func (v *stateTransfer) begin() tea.Cmd {
	var ctx context.Context
	ctx, v.stop = context.WithCancel(v.ctx)
	v.meter.told(0, 0)
	now := time.Now()
	v.progress, v.stopping = ui.Progress{Started: now, Now: now}, false
	return tea.Batch(v.sent.Send(ctx, v.do), v.tick())
}

// tick looks at the meter a moment later.
func (v *stateTransfer) tick() tea.Cmd { return v.meter.look(v.ctx, &v.step) }

// Actions implements ui.View.
func (v *stateTransfer) Actions() []ui.Action {
	return v.actions(v.env, v, v.sent.Busy(), v.begin)
}

// Update implements ui.View.
func (v *stateTransfer) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.sent.Take(msg):
		v.step.Cancel()
		v.stop()
		return v.answered()
	case v.step.Take(msg):
		at, _ := v.step.Value()
		v.progress.Done, v.progress.Total, v.progress.Now = int(at[0]>>10), int(at[1]>>10), time.Now()
		return v.tick()
	}
	return nil
}

func (v *stateTransfer) answered() tea.Cmd {
	switch {
	case v.sent.Err() == nil:
		said, _ := v.sent.Value()
		return tea.Sequence(ui.Dismiss(v), v.done(said))
	case v.stopping:
		return tea.Sequence(ui.Dismiss(v), ui.Toast(ui.Info, "Stopped. Nothing was changed."))
	}
	return nil
}

// View implements ui.View.
func (v *stateTransfer) View() string {
	th := v.env.Theme
	if err := v.sent.Err(); err != nil && !v.sent.Busy() {
		lines := failureInBox(v.env, v.what, err, v.width, v.height)
		return strings.Join(append(lines, "", th.Muted.Render("Nothing was changed.")), "\n")
	}
	says := "In KiB. esc stops, and nothing is changed."
	if v.stopping {
		says = "Stopping…"
	}
	return v.progress.View(th, v.width) + "\n\n" + th.Muted.Render(says)
}
