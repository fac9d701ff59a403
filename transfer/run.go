package transfer

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"golang.org/x/time/rate"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// givesUpAfter is how many writes in a row may fail for a reason that is not in
// their row before the rest is not tried.
const givesUpAfter = 3

// Result is what came of a row.
type Result string

// The results.
const (
	Created     Result = "created" // made or invited, by this run or by the one that it goes on with
	Skipped     Result = "skipped"
	Conflicting Result = "conflict"
	Refused     Result = "invalid" // the row was never sent
	Failed      Result = "failed"  // the server did not take it; another run tries it again
	Untried     Result = "not tried"
)

// Outcome is a row and what came of it.
type Outcome struct {
	Planned
	Result    Result
	Why       string
	MemberID  string
	RequestID string
}

// Run sends the rows of a Plan, one at a time, and nobody twice: what an earlier
// run with the same State has made is known, and whose fate is not known is
// looked up before anything is sent again. It is used by one goroutine at a time.
type Run struct {
	plan     *Plan
	state    *State
	outcomes []Outcome // of all rows, as in the sheet
	todo     []int     // indexes of those still to be sent
	limiter  *rate.Limiter
	inARow   int // failures
}

// NewRun prepares a run of p that goes on from s.
func NewRun(p *Plan, s *State) *Run {
	r := &Run{plan: p, state: s, outcomes: make([]Outcome, len(p.Rows))}
	if p.Import.PerSecond > 0 {
		r.limiter = rate.NewLimiter(rate.Limit(p.Import.PerSecond), 1)
	}
	for i, row := range p.Rows {
		r.outcomes[i] = r.beforehand(row)
		if r.outcomes[i].Result == Untried {
			r.todo = append(r.todo, i)
		}
	}
	return r
}

// beforehand is what is known of a row before anything is sent.
func (r *Run) beforehand(row Planned) Outcome {
	o := Outcome{Planned: row, Why: row.Why, MemberID: row.Found}
	known := r.state.rows[row.Line]
	switch {
	case known.Step == created:
		o.Result, o.Why, o.MemberID, o.RequestID = Created, "", known.MemberID, known.RequestID
	case known.Step == sending && row.Verdict == Skip:
		o.Result, o.Why = Created, foundLater
	case row.Verdict == Skip:
		o.Result = Skipped
	case row.Verdict == Conflict:
		o.Result = Conflicting
	case row.Verdict == Invalid:
		o.Result = Refused
	default:
		o.Result = Untried
	}
	return o
}

const foundLater = "the answer was lost, and the member is there"

// Left is how many rows are still to be sent.
func (r *Run) Left() int { return len(r.todo) }

// Count is how many rows have a result.
func (r *Run) Count(result Result) int {
	n := 0
	for i := range r.outcomes {
		if r.outcomes[i].Result == result {
			n++
		}
	}
	return n
}

// Outcomes are those of all rows, in the order of the sheet.
func (r *Run) Outcomes() []Outcome { return r.outcomes }

// Step sends the next row and says what came of it. There must be one left. A
// row that fails is an Outcome, not an error: an error ends the run, because ctx
// has ended, the state cannot be written, or the server takes nothing at all.
// What has begun is waited for, whatever becomes of ctx.
func (r *Run) Step(ctx context.Context) (Outcome, error) {
	if r.limiter != nil {
		if err := r.limiter.Wait(ctx); err != nil {
			return Outcome{}, context.Cause(ctx)
		}
	}
	if err := ctx.Err(); err != nil {
		return Outcome{}, err
	}
	o := &r.outcomes[r.todo[0]]
	err := r.send(context.WithoutCancel(ctx), o)
	if err == nil || o.Result != Untried {
		r.todo = r.todo[1:]
	}
	return *o, err
}

func (r *Run) send(ctx context.Context, o *Outcome) error {
	if r.state.rows[o.Line].Step == sending { // by an earlier run, and nobody knows what came of it
		found, err := r.find(ctx, o)
		if err != nil {
			return err
		}
		if found {
			return r.state.write(mark{Line: o.Line, Step: created, MemberID: o.MemberID})
		}
	}
	if err := r.state.write(mark{Line: o.Line, Step: sending}); err != nil {
		return err
	}
	m, requestID, err := r.plan.Change(o.Planned).DoTraced(ctx)
	if err == nil {
		r.inARow = 0
		o.Result, o.MemberID, o.RequestID = Created, m.MemberID, requestID
		return r.state.write(mark{Line: o.Line, Step: created, MemberID: m.MemberID, RequestID: requestID})
	}
	return r.failed(ctx, o, err)
}

// failed says what became of a row whose write ended with err.
func (r *Run) failed(ctx context.Context, o *Outcome, err error) error {
	o.RequestID = api.RequestID(err)
	if !settled(err) {
		if found, notKnown := r.find(ctx, o); notKnown != nil {
			o.Result, o.Why = Failed, api.Reason(err)+" Whether it was taken is not known: the next run looks first."
			return r.giveUp(err) // the state still says that it is being sent
		} else if found {
			return r.state.write(mark{Line: o.Line, Step: created, MemberID: o.MemberID, RequestID: o.RequestID})
		}
	}
	o.Result, o.Why = Failed, api.Reason(err)
	if err := r.state.write(mark{Line: o.Line, Step: failed, RequestID: o.RequestID}); err != nil {
		return err
	}
	return r.giveUp(err)
}

// settled reports whether err says for sure that the server did not take the
// write.
func settled(err error) bool {
	refusal, ok := errors.AsType[*api.Error](err)
	return ok && refusal.StatusCode/100 == 4 || api.IsReadOnly(err)
}

// giveUp is the error that ends the run, once it is not the rows that are wrong.
func (r *Run) giveUp(err error) error {
	r.inARow++
	refusal, _ := errors.AsType[*api.Error](err)
	switch {
	case api.IsReadOnly(err) || api.IsUnauthorized(err):
	case refusal != nil && refusal.StatusCode/100 == 4 && refusal.StatusCode != http.StatusTooManyRequests:
		r.inARow = 0
		return nil
	case r.inARow < givesUpAfter:
		return nil
	}
	rest := len(r.todo) - 1
	if rest == 0 {
		return nil
	}
	return fmt.Errorf("%d rows were not tried: %w", rest, err)
}

// find looks for the member of a row by its address.
func (r *Run) find(ctx context.Context, o *Outcome) (bool, error) {
	to := r.plan.Import
	m, err := to.Client.Members.Get(ctx, to.Organization.OrganizationID, b2b.GetMember{EmailAddress: &o.Member.EmailAddress})
	if api.IsNotFound(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	o.Result, o.Why, o.MemberID = Created, foundLater, m.MemberID
	return true, nil
}

// Close ends the run. The state is kept as long as another run can make use of
// it.
func (r *Run) Close() error {
	if r.Left() == 0 && r.Count(Failed) == 0 {
		return r.state.Remove()
	}
	return r.state.Close()
}
