package views

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// writes are sent one after the other by a bulkRun.
type writes struct {
	name  string // of the dialog: "Delete members"
	title string // what they are called together: "Delete members: 3 members"
	n     int
	at    func(i int) bulkWrite
	unit  string // what one is, and what becomes of it: "member", "changed"
	does  string
	said  string // when all are done; "" for the numbers

	skipped  int              // of those that were chosen, how many are no writes at all
	remains  string           // what becomes of those that failed or were not begun
	finished func(open []int) // told which those are
}

// bulkWrite is one of many.
type bulkWrite struct {
	name        string // of what it is about
	address, id string // by which else that is known; "" for nothing
	api.Undoer
}

// bulkRun is the dialog that sends one write after the other, and in the end
// tells what failed. What has begun is always waited for: nobody has to guess
// whether a write has reached the server.
type bulkRun struct {
	env  *Env
	todo writes

	ctx      context.Context
	sent     async.Remote[any]
	current  bulkWrite // the one under way
	failures []bulkFailure
	progress ui.Progress
	stopping bool
	lines    []string // of the failures, once it is over
	top      int      // the first of them in view
	width    int
	height   int
}

// bulkFailure is a write that failed.
type bulkFailure struct {
	i     int
	write bulkWrite
	err   error
}

var _ ui.View = (*bulkRun)(nil)

func newBulkRun(env *Env, todo writes) *bulkRun { return &bulkRun{env: env, todo: todo} }

// Title implements ui.View.
func (v *bulkRun) Title() string { return v.todo.name }

// SetSize implements ui.View.
func (v *bulkRun) SetSize(width, height int) {
	v.width, v.height = width, height
	v.lines = v.failureLines()
}

// DialogSize implements ui.DialogSize.
func (v *bulkRun) DialogSize(width, height int) (int, int) { return min(width, 76), min(height, 16) }

// Capturing implements ui.View.
func (v *bulkRun) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *bulkRun) Unsaved() string {
	if v.over() {
		return ""
	}
	return "It is under way: the rest would be left undone."
}

// Init implements ui.View.
func (v *bulkRun) Init(ctx context.Context) tea.Cmd {
	v.ctx = api.Together(ctx, v.todo.title)
	now := time.Now()
	v.progress = ui.Progress{Total: v.todo.n, Started: now, Now: now}
	return v.next()
}

func (v *bulkRun) over() bool {
	return !v.sent.Busy() && (v.stopping || v.progress.Done == v.todo.n)
}

// next begins the next write, or ends.
func (v *bulkRun) next() tea.Cmd {
	if v.over() {
		return v.finish()
	}
	v.current = v.todo.at(v.progress.Done)
	return v.sent.Send(v.ctx, v.current.Apply)
}

// finish hands back what was not done, and closes when there is nothing more to
// say.
func (v *bulkRun) finish() tea.Cmd {
	var open []int
	for _, f := range v.failures {
		open = append(open, f.i)
	}
	for i := v.progress.Done; i < v.todo.n; i++ {
		open = append(open, i)
	}
	v.lines = v.failureLines()
	v.todo.finished(open)
	if len(open) > 0 {
		return nil
	}
	said := cmp.Or(v.todo.said, strings.Join(v.counts(), ", ")+".")
	return tea.Sequence(ui.Dismiss(v), ui.Toast(ui.Success, said))
}

// Actions implements ui.View.
func (v *bulkRun) Actions() []ui.Action {
	act := v.env.act
	if !v.over() {
		stop := act(keymap.ProgressStop, v.stop)
		if v.stopping {
			stop = stop.Because("It stops after the request under way.")
		}
		return []ui.Action{stop}
	}
	return []ui.Action{
		called(act(keymap.Open, v.close), "close"),
		called(act(keymap.Back, v.close), "close"),
		called(act(keymap.Copy, v.copy), "copy what failed").Because(v.nothingFailed()),
		act(keymap.Up, v.scroll(-1)), act(keymap.Down, v.scroll(1)),
		act(keymap.PageUp, v.scroll(-v.room())), act(keymap.PageDown, v.scroll(v.room())),
	}
}

func (v *bulkRun) stop() tea.Cmd {
	v.stopping = true
	return nil
}

func (v *bulkRun) close() tea.Cmd { return ui.Dismiss(v) }

func (v *bulkRun) nothingFailed() string {
	if len(v.failures) == 0 {
		return "Nothing failed."
	}
	return ""
}

func (v *bulkRun) copy() tea.Cmd { return v.env.copy(v.report(), "What failed") }

// report is what failed as text, one a line.
func (v *bulkRun) report() string {
	var b strings.Builder
	for _, f := range v.failures {
		what := []string{ui.Clean(f.write.name)}
		if f.write.id != "" {
			what = []string{ui.Clean(f.write.address), ui.Clean(f.write.id)}
		}
		fmt.Fprintf(&b, "%s\t%s\n", strings.Join(what, "\t"), ui.Clean(api.Explain(f.err)))
	}
	return b.String()
}

func (v *bulkRun) scroll(by int) func() tea.Cmd {
	return func() tea.Cmd {
		v.top = max(0, min(v.top+by, len(v.lines)-v.room()))
		return nil
	}
}

// Update implements ui.View.
func (v *bulkRun) Update(msg tea.Msg) tea.Cmd {
	if !v.sent.Take(msg) {
		return nil
	}
	told := v.answered()
	v.progress.Done++
	v.progress.Now = time.Now()
	return tea.Batch(told, v.next())
}

// answered tells every view what the server holds now, as far as it said so.
func (v *bulkRun) answered() tea.Cmd {
	if err := v.sent.Err(); err != nil {
		v.failures = append(v.failures, bulkFailure{v.progress.Done, v.current, err})
		v.progress.Failed++
		if conflict, ok := errors.AsType[*api.Conflict](err); ok {
			return announce(v.current.Plan(), conflict.Now)
		}
		return nil
	}
	value, _ := v.sent.Value()
	return announce(v.current.Plan(), value)
}
