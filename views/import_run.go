package views

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// How much is sent before the screen shows it.
const (
	importSpan = 100 * time.Millisecond
	importMost = 50 // rows
)

// importStep is what came of some rows, and what ended the run if anything did.
type importStep struct {
	outcomes []importRow
	failed   error
}

// ask asks whether to send the rows that are left.
func (v *importView) ask() tea.Cmd {
	todo := v.todo()
	n := plural(len(todo), "member")
	w := ui.Write[struct{}]{
		Summary: "This creates " + n + ", active at once. Nobody is mailed.", Danger: ui.DangerConfirm,
		Method: plural(len(todo), "request") + ",", Path: "one after the other:", Body: v.requests(todo),
		Do: func(context.Context) (struct{}, error) { return struct{}{}, nil },
	}
	verb := "Create " + n
	if v.to.Invite != nil {
		w.Summary, verb = "This mails an invitation to "+n+".", "Invite "+n
	}
	return ui.Open(&ui.ConfirmWrite[struct{}]{
		Name: "Import " + n + "?", Verb: verb, Body: v.consequences(len(todo)), Write: w,
		Done: func(struct{}) tea.Cmd { return v.open() },
	})
}

// todo are the rows that a run would send.
func (v *importView) todo() []transfer.Planned {
	var rows []transfer.Planned
	for _, row := range v.rows {
		if row.Result == transfer.Untried || row.Result == transfer.Failed {
			rows = append(rows, row.Planned)
		}
	}
	return rows
}

func (v *importView) requests(todo []transfer.Planned) string {
	var b strings.Builder
	listRequests(&b, len(todo), func(i int) api.Plan { return v.plan.Change(todo[i]).Plan() })
	return strings.TrimSuffix(b.String(), "\n")
}

// consequences say what is left out, and what to mind.
func (v *importView) consequences(todo int) string {
	var lines []string
	if rest := len(v.rows) - todo; rest > 0 {
		lines = append(lines, fmt.Sprintf("Nothing is sent for the other %s of the file.", plural(rest, "row")))
	}
	if v.earlier {
		lines = append(lines, "It goes on where the earlier run ended: nobody is made twice.")
	}
	lines = append(lines, v.pace()+" It can be stopped after any row, and taken back as a whole.")
	return strings.Join(lines, "\n")
}

// pace says how fast the rows are sent.
func (v *importView) pace() string {
	if v.to.PerSecond > 0 {
		return fmt.Sprintf("At most %g a second are sent.", v.to.PerSecond)
	}
	return "They are sent as fast as the API lets orgdeck."
}

// open opens the record of the run, which makes it possible to go on after a
// crash.
func (v *importView) open() tea.Cmd {
	plan, path, parent := v.plan, transfer.StatePath(v.results, v.plan), v.ctx
	v.stopping, v.ended, v.failed, v.only = false, false, nil, ""
	return v.opened.Send(v.ctx, func(context.Context) (*transfer.Run, error) {
		state, err := transfer.OpenState(path, plan)
		if err != nil {
			return nil, err
		}
		if parent.Err() != nil { // nobody is there any more to take it
			return nil, errors.Join(parent.Err(), state.Close())
		}
		return transfer.NewRun(plan, state), nil
	})
}

// start sends the first rows.
func (v *importView) start() tea.Cmd {
	if err := v.opened.Err(); err != nil {
		v.failed = err
		v.layout()
		return nil
	}
	run, _ := v.opened.Value()
	v.take(run)
	v.began, v.together = true, api.Together(v.ctx, "Import "+plural(run.Left(), "member"))
	now := time.Now()
	v.progress = ui.Progress{Total: run.Left(), Started: now, Now: now}
	v.layout()
	return v.next()
}

// next sends some more rows, or ends the run.
func (v *importView) next() tea.Cmd {
	if v.stopping || v.failed != nil || v.run.Left() == 0 {
		return v.finish()
	}
	var ctx context.Context
	ctx, v.stop = context.WithCancel(v.together)
	run, results, parent := v.run, v.results, v.ctx
	return v.sent.Send(ctx, func(ctx context.Context) (importStep, error) {
		step := send(ctx, run)
		if parent.Err() != nil { // the screen is gone: what it would have written is written here
			step.failed = errors.Join(step.failed, conclude(run, results))
		}
		return step, nil
	})
}

// send sends rows for a moment. When ctx ends it stops after the one under way.
func send(ctx context.Context, run *transfer.Run) importStep {
	var step importStep
	for began := time.Now(); run.Left() > 0 && len(step.outcomes) < importMost && time.Since(began) < importSpan; {
		outcome, err := run.Step(ctx)
		if ctx.Err() != nil && outcome.Line == 0 {
			return step
		}
		if outcome.Line > 0 {
			step.outcomes = append(step.outcomes, outcome)
		}
		if err != nil {
			step.failed = err
			return step
		}
	}
	return step
}

// conclude writes what came of every row, and closes the record of the run.
func conclude(run *transfer.Run, results string) error {
	return errors.Join(transfer.WriteResults(results, run.Outcomes()), run.Close())
}

// answered shows what came of some rows, and goes on.
func (v *importView) answered() tea.Cmd {
	v.stop()
	v.stop = nil
	step, _ := v.sent.Value()
	v.replace(step.outcomes)
	v.failed = step.failed
	v.progress.Done, v.progress.Now = v.progress.Total-v.run.Left(), time.Now()
	for _, o := range step.outcomes {
		if o.Result == transfer.Failed {
			v.progress.Failed++
		}
	}
	return v.next()
}

func (v *importView) finish() tea.Cmd {
	run, results := v.run, v.results
	return v.closed.Send(v.ctx, func(context.Context) (string, error) { return absolute(results), conclude(run, results) })
}

// finished tells what came of the file, shows what failed, and has the list of
// members read anew.
func (v *importView) finished() tea.Cmd {
	v.ended, v.earlier = true, v.left() > 0
	if v.counts[transfer.Failed] > 0 {
		v.only = transfer.Failed
	}
	v.narrow()
	level := ui.Success
	if v.left() > 0 || v.closed.Err() != nil {
		level = ui.Failure
	}
	return tea.Batch(v.refresh(), announceMembership(v.to.Organization.OrganizationID), ui.Toast(level, "Import of "+v.fileName()+": "+v.tally()+"."))
}
