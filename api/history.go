package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

const historySteps = 100

// History remembers the last 100 steps that the server has taken, for as long as
// they can be of use: a step is one write, or one Run. Give its Add to
// WithJournal. It is safe for concurrent use, and the zero value is ready.
//
// What takes a step back does not become a step itself: undoing again goes
// further back.
type History struct {
	mu    sync.Mutex
	steps []*step // oldest first
}

// step is the writes that are taken back at once, oldest first.
type step struct {
	run     *Run
	entries []*Entry
}

// Add puts e behind the others. A write that failed, that takes another back, or
// that only serves something else is left out.
func (h *History) Add(e Entry) {
	if e.Err != nil || e.Undoing || e.Aside {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if e.Run != nil {
		for _, s := range h.steps {
			if s.run == e.Run {
				s.entries = append(s.entries, &e)
				return
			}
		}
	}
	h.steps = append(h.steps, &step{run: e.Run, entries: []*Entry{&e}})
	if len(h.steps) > historySteps {
		h.steps = slices.Delete(h.steps, 0, 1)
	}
}

// Last is the newest step; false when there is none. Its Undo is nil when it
// cannot be taken back, and Plan.OneWay says why. Applying Undo forgets what was
// taken back; of a Run it is Several, and takes back all that can be, newest
// first, and returns the answers as a []any, even beside an error.
func (h *History) Last() (Entry, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.steps) == 0 {
		return Entry{}, false
	}
	s := h.steps[len(h.steps)-1]
	if s.run == nil {
		e := *s.entries[0]
		if e.Undo != nil {
			e.Undo = remembered{h, s.entries[0]}
		}
		return e, true
	}
	return h.whole(s), true
}

// Forget leaves out all steps, for when the server holds other objects than those
// that they have changed.
func (h *History) Forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.steps = nil
}

// drop leaves out one write, and its step when that is empty then.
func (h *History) drop(gone *Entry) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i, s := range h.steps {
		if at := slices.Index(s.entries, gone); at >= 0 {
			if s.entries = slices.Delete(s.entries, at, at+1); len(s.entries) == 0 {
				h.steps = slices.Delete(h.steps, i, i+1)
			}
			return
		}
	}
}

// whole is a run as one entry. The caller holds the lock.
func (h *History) whole(s *step) Entry {
	last := s.entries[len(s.entries)-1]
	e := Entry{At: last.At, Acting: last.Acting, Run: s.run, Plan: Plan{Summary: s.run.Title}}
	var undo wholeRun
	for _, part := range slices.Backward(s.entries) {
		if part.Undo != nil {
			undo.parts = append(undo.parts, remembered{h, part})
		}
	}
	if len(undo.parts) == 0 {
		e.Plan.OneWay = last.Plan.OneWay
		return e
	}
	undo.title, undo.all = s.run.Title, len(s.entries)
	e.Undo = undo
	return e
}

// remembered takes one write back, and has it forgotten then.
type remembered struct {
	history *History
	entry   *Entry
}

// Plan implements Undoer.
func (r remembered) Plan() Plan { return r.entry.Undo.Plan() }

// Apply implements Undoer.
func (r remembered) Apply(ctx context.Context) (any, error) {
	value, err := r.entry.Undo.Apply(undoing(ctx))
	if err == nil {
		r.history.drop(r.entry)
	}
	return value, err
}

// Several is an Undoer of several writes, which can also be applied one by one.
type Several interface {
	Undoer
	// Parts are the writes in the order in which Apply sends them.
	Parts() []Undoer
}

var _ Several = wholeRun{}

// wholeRun takes back the writes of a run, one after the other.
type wholeRun struct {
	title string
	all   int          // writes of the run, with those that nothing takes back
	parts []remembered // newest first
}

// Plan implements Undoer: what the parts would send, a request a line. It has an
// EndpointID when all parts have the same.
func (w wholeRun) Plan() Plan {
	p := Plan{Summary: fmt.Sprintf("Take back %d of %d: %s", len(w.parts), w.all, w.title)}
	if len(w.parts) == w.all {
		p.Summary = fmt.Sprintf("Take back all %d: %s", w.all, w.title)
	}
	var requests, commands, curls []string
	for i, part := range w.parts {
		of := part.Plan()
		switch {
		case i == 0:
			p.EndpointID = of.EndpointID
		case p.EndpointID != of.EndpointID:
			p.EndpointID = "" // of several kinds
		}
		requests = append(requests, strings.TrimSpace(of.Method+" "+of.Path+" "+oneLine(of.Body)))
		commands, curls = append(commands, of.Command), append(curls, of.Curl)
		if of.Danger > p.Danger {
			p.Danger, p.Word = of.Danger, of.Word
		}
	}
	p.Body = strings.Join(requests, "\n")
	p.Command, p.Curl = strings.Join(commands, "\n"), strings.Join(curls, "\n")
	return p
}

// Parts implements Several.
func (w wholeRun) Parts() []Undoer {
	parts := make([]Undoer, len(w.parts))
	for i, part := range w.parts {
		parts[i] = part
	}
	return parts
}

// oneLine is JSON on one line.
func oneLine(text string) string {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(text)); err != nil {
		return ""
	}
	return b.String()
}

// Apply implements Undoer. What fails stays to be taken back another time.
func (w wholeRun) Apply(ctx context.Context) (any, error) {
	ctx = Together(ctx, "Take back: "+w.title)
	var answers []any
	var failed []error
	for _, part := range w.parts {
		if ctx.Err() != nil {
			failed = append(failed, ctx.Err())
			break
		}
		answer, err := part.Apply(ctx)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", part.Plan().Summary, err))
			continue
		}
		answers = append(answers, answer)
	}
	if len(failed) > 0 {
		return answers, fmt.Errorf("%d of %d could not be taken back: %w", len(w.parts)-len(answers), len(w.parts), errors.Join(failed...))
	}
	return answers, nil
}
