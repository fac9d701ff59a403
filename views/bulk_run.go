package views

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// bulkRun is the dialog that does an act to one member after the other, and in
// the end tells what failed. What has begun is always waited for: nobody has to
// guess whether a write has reached the server.
type bulkRun struct {
	env      *Env
	plan     *bulkPlan
	finished func(open []b2b.Member)

	ctx      context.Context
	sent     async.Remote[any]
	failures []bulkFailure
	progress ui.Progress
	stopping bool
	lines    []string // of the failures, once it is over
	top      int      // the first of them in view
	width    int
	height   int
}

// bulkFailure is a member to whom it could not be done.
type bulkFailure struct {
	member b2b.Member
	err    error
}

var _ ui.View = (*bulkRun)(nil)

func newBulkRun(env *Env, plan *bulkPlan, finished func([]b2b.Member)) *bulkRun {
	return &bulkRun{env: env, plan: plan, finished: finished}
}

// Title implements ui.View.
func (v *bulkRun) Title() string { return v.plan.act.name }

// SetSize implements ui.View.
func (v *bulkRun) SetSize(width, height int) {
	v.width, v.height = width, height
	v.lines = v.failureLines()
}

// DialogSize implements ui.DialogSize.
func (v *bulkRun) DialogSize(width, height int) (int, int) { return min(width, 76), min(height, 16) }

// Capturing implements ui.View.
func (v *bulkRun) Capturing() bool { return false }

// Unsaved implements ui.Unsaved: quitting would leave the rest undone.
func (v *bulkRun) Unsaved() bool { return !v.over() }

// Init implements ui.View.
func (v *bulkRun) Init(ctx context.Context) tea.Cmd {
	v.ctx = api.Together(ctx, v.plan.act.name+": "+plural(len(v.plan.todo), "member"))
	now := time.Now()
	v.progress = ui.Progress{Total: len(v.plan.todo), Started: now, Now: now}
	return v.next()
}

func (v *bulkRun) over() bool {
	return !v.sent.Busy() && (v.stopping || v.progress.Done == len(v.plan.todo))
}

// next begins the next write, or ends.
func (v *bulkRun) next() tea.Cmd {
	if v.over() {
		return v.finish()
	}
	return v.sent.Send(v.ctx, v.plan.act.change(v.plan.todo[v.progress.Done]).Apply)
}

// finish hands back whom it was not done to, and closes when there is nothing
// more to say.
func (v *bulkRun) finish() tea.Cmd {
	var open []b2b.Member
	for _, f := range v.failures {
		open = append(open, f.member)
	}
	open = append(open, v.plan.todo[v.progress.Done:]...)
	v.lines = v.failureLines()
	v.finished(open)
	if len(open) > 0 {
		return nil
	}
	return tea.Sequence(ui.Dismiss(v), ui.Toast(ui.Success, strings.Join(v.counts(), ", ")+"."))
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

// report is what failed as text, a member a line.
func (v *bulkRun) report() string {
	var b strings.Builder
	for _, f := range v.failures {
		fmt.Fprintf(&b, "%s\t%s\t%s\n", ui.Clean(f.member.EmailAddress), ui.Clean(f.member.MemberID), ui.Clean(api.Explain(f.err)))
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
	member := v.plan.todo[v.progress.Done]
	v.progress.Done++
	v.progress.Now = time.Now()
	told := v.answered(member)
	return tea.Batch(told, v.next())
}

// answered tells every view what the server holds now, as far as it said so.
func (v *bulkRun) answered(member b2b.Member) tea.Cmd {
	if err := v.sent.Err(); err != nil {
		v.failures = append(v.failures, bulkFailure{member, err})
		v.progress.Failed++
		if conflict, ok := errors.AsType[*api.Conflict](err); ok {
			return announce(b2b.OrganizationsMembersUpdate.ID(), conflict.Now)
		}
		return nil
	}
	value, _ := v.sent.Value()
	return announce(v.plan.act.change(member).Plan().EndpointID, value)
}
