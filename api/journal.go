package api

import (
	"context"
	"encoding/json"
	"time"

	"example.com/orgdeck/api/b2b"
)

// Entry is one write that was sent, whatever came of it. All of it may be shown
// and kept in a file, but Undo, which holds what takes it back.
type Entry struct {
	At        time.Time // when it was sent
	Duration  time.Duration
	Plan      Plan
	RequestID string // of the answer; "" when there was none
	Err       error  // nil when the server has taken it
	Acting    bool   // as a member: a session header was sent
	Undoing   bool   // it takes an earlier write back
	Aside     bool   // it serves something else, as Aside says
	Run       *Run   // that it is a part of; nil when it stands alone
	Undo      Undoer // what takes it back; nil where nothing does, and Plan.OneWay says why
}

// Run is several writes that belong together, such as one act on many members.
// Two entries are of the same run when the pointers are equal.
type Run struct{ Title string } // "Delete 12 members"

// WithJournal tells keep of every write that was sent, once it is over and before
// its caller knows. It is called by the goroutine that made the request, many at
// a time. What was refused before it left is no write. The option may be given
// more than once.
func WithJournal(keep func(Entry)) Option {
	return func(c *Client) { c.journal = append(c.journal, keep) }
}

type journalKey int

const (
	runKey journalKey = iota
	undoingKey
	asideKey
)

// Together makes the writes under the context that it returns one Run: what
// undoes one of them undoes all.
func Together(ctx context.Context, title string) context.Context {
	return context.WithValue(ctx, runKey, &Run{Title: title})
}

// undoing says that the writes under the context take earlier ones back.
func undoing(ctx context.Context) context.Context { return context.WithValue(ctx, undoingKey, true) }

// Aside says that the writes under the context that it returns only serve what the
// user does, as the session does in which somebody acts as a member: the journal has
// them, and a History does not.
func Aside(ctx context.Context) context.Context { return context.WithValue(ctx, asideKey, true) }

// writeDown tells the journal of a write that began when it says.
func (c *Client) writeDown(ctx context.Context, e Entry) {
	e.Duration = time.Since(e.At)
	e.Run, _ = ctx.Value(runKey).(*Run)
	e.Undoing, _ = ctx.Value(undoingKey).(bool)
	e.Aside, _ = ctx.Value(asideKey).(bool)
	if e.Err != nil {
		e.RequestID = RequestID(e.Err)
	}
	for _, keep := range c.journal {
		keep(e)
	}
}

// deliver sends the change and writes it down.
func (c Change[T]) deliver(ctx context.Context) (T, string, error) {
	entry := Entry{At: time.Now(), Acting: c.client.acting && c.Endpoint.SessionHeaders}
	value, requestID, err := c.send(ctx)
	if len(c.client.journal) == 0 {
		return value, requestID, err
	}
	entry.Plan, entry.RequestID, entry.Err = c.Plan(), requestID, err
	if err == nil {
		if undo, ok := c.Undo(value); ok {
			entry.Undo = undo
		}
	}
	c.client.writeDown(ctx, entry)
	return value, requestID, err
}

// planOfRaw is what can be said of a call that is no Change.
func (c *Client) planOfRaw(e b2b.Endpoint, path string, body []byte) Plan {
	raw := Change[*RawAnswer]{
		Summary: e.Method + " " + path, Endpoint: e, Path: path, client: c,
		oneWay: "it was sent as it was typed",
	}
	if json.Valid(body) {
		raw.Body = json.RawMessage(body)
	}
	return raw.Plan()
}
