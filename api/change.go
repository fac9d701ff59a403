package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	"example.com/orgdeck/api/b2b"
)

// Danger says how much has to be asked before a Change is sent.
type Danger int

// The dangers, from harmless to final.
const (
	None     Danger = iota // nothing is lost: just send it
	Confirm                // ask first
	TypeName               // ask to type the Change's Word
)

// ErrNothingToChange is what an empty Change says when it is sent.
var ErrNothingToChange = errors.New("there is nothing to change")

// Change is one write, described before it is sent: nothing happens until Do.
// It is a value; changing its Summary, Danger or Word changes nothing else.
type Change[T any] struct {
	Summary  string        // "Change the MFA policy of Acme Robotics"
	Endpoint b2b.Endpoint  // method, path pattern, permissions
	Path     string        // as it will be called
	Body     any           // request of the contract; nil when there is none
	Fields   []FieldChange // what differs, in the order of the contract
	Danger   Danger
	Word     string // to be typed when Danger is TypeName

	client *Client
	args   []string // of the path
	err    error    // why it can never be sent
	update bool     // sending no field is sending nothing
	send   func(context.Context) (value T, requestID string, err error)
	guard  func(context.Context) error // nil: whatever is there is overwritten
	undo   func(after T) (Undoer, bool)
	oneWay string // why there is no way back
}

// Do sends the change and returns what the server answered with. An empty change
// is ErrNothingToChange; a guarded one is a *Conflict, and unsent, when somebody
// else has changed the object since it was read.
func (c Change[T]) Do(ctx context.Context) (T, error) {
	value, _, err := c.DoTraced(ctx)
	return value, err
}

// DoTraced is Do that also returns the id that the server gave the request; ""
// when there was no answer.
func (c Change[T]) DoTraced(ctx context.Context) (value T, requestID string, err error) {
	if err := c.ready(); err != nil {
		return value, "", err
	}
	if c.guard != nil {
		if err := c.guard(ctx); err != nil {
			return value, RequestID(err), err
		}
	}
	return c.deliver(ctx)
}

func (c Change[T]) ready() error {
	err := c.err
	switch {
	case err != nil:
	case c.Empty():
		return ErrNothingToChange
	case c.client.readOnly:
		err = &ReadOnlyError{Method: c.Endpoint.Method, Path: c.Path}
	default:
		return nil
	}
	return &CallError{Endpoint: c.Endpoint, Host: hostOf(c.client.origin), Err: err}
}

// Empty reports whether the change would alter nothing.
func (c Change[T]) Empty() bool { return c.update && len(c.Fields) == 0 }

// Guarded reports whether Do looks first if somebody else has changed the object.
func (c Change[T]) Guarded() bool { return c.guard != nil }

// Overwrite returns the same change without the guard.
func (c Change[T]) Overwrite() Change[T] {
	c.guard = nil
	return c
}

// Undo returns the change that takes c back, given what the server answered
// with; false where there is none, and OneWay says why.
func (c Change[T]) Undo(after T) (Undoer, bool) {
	if c.undo == nil {
		return nil, false
	}
	return c.undo(after)
}

// OneWay says in words why the change cannot be taken back; "" when it can.
func (c Change[T]) OneWay() string {
	if c.undo == nil && c.oneWay == "" {
		return "the API has no way back from this"
	}
	return c.oneWay
}

// Undoer is a Change of whatever type, to be described and sent.
type Undoer interface {
	Plan() Plan
	Apply(ctx context.Context) (any, error) // Do; the answer has the Change's type
}

// Apply implements Undoer.
func (c Change[T]) Apply(ctx context.Context) (any, error) { return c.Do(ctx) }

// Plan is all that can be said of a Change, as text that may be shown: nothing
// in it is secret.
type Plan struct {
	Summary      string
	EndpointID   string
	Method, Path string
	Body         string // indented JSON; "" when there is none
	Fields       []FieldChange
	Danger       Danger
	Word         string
	Empty        bool
	Curl         string
	Command      string
	OneWay       string // why there is no way back; "" when there is one
}

// Format implements fmt.Formatter: whatever the verb, nothing secret is printed.
func (c Change[T]) Format(s fmt.State, _ rune) { _, _ = fmt.Fprint(s, c.Summary) }

// LogValue implements slog.LogValuer, without the body.
func (c Change[T]) LogValue() slog.Value {
	return slog.GroupValue(slog.String("summary", c.Summary), slog.String("endpoint", c.Endpoint.ID()), slog.String("path", c.Path))
}

// MarshalJSON encodes the Plan, which holds nothing secret.
func (c Change[T]) MarshalJSON() ([]byte, error) { return json.Marshal(c.Plan()) }

// Plan implements Undoer.
func (c Change[T]) Plan() Plan {
	return Plan{
		Summary: c.Summary, EndpointID: c.Endpoint.ID(), Method: c.Endpoint.Method, Path: c.Path,
		Body: c.BodyJSON(), Fields: c.Fields, Danger: c.Danger, Word: c.Word, Empty: c.Empty(),
		Curl: c.Curl(), Command: c.Command(), OneWay: c.OneWay(),
	}
}

// BodyJSON is the body, indented, with its secrets redacted; "" when there is
// none.
func (c Change[T]) BodyJSON() string {
	var b bytes.Buffer
	if err := json.Indent(&b, c.redacted(), "", "  "); err != nil {
		return ""
	}
	return b.String()
}

// Curl is a command line that sends the change, with the credentials taken from
// the environment and the secrets of the body redacted.
func (c Change[T]) Curl() string {
	acting := c.client.acting && c.Endpoint.SessionHeaders
	return curl(c.Endpoint, c.Endpoint.Method, c.client.origin+c.Path, string(c.redacted()), acting)
}

// Command is the orgdeck command line that sends the change, with the secrets of
// the body redacted.
func (c Change[T]) Command() string {
	return command(c.Endpoint.Method, c.Path, string(c.redacted()))
}

// redacted is the body as it may be shown; nil when there is none.
func (c Change[T]) redacted() []byte {
	if c.Body == nil {
		return nil
	}
	body, err := bodyOf(c.Endpoint, c.Body)
	if err != nil {
		return nil
	}
	return b2b.RedactJSON(body)
}

// write describes one call of e that changes something; pick finds what the
// caller wants in the answer.
func write[R, T any](c *Client, e b2b.Endpoint, args []string, body any, pick func(*R) T) Change[T] {
	path, err := pathOf(e, nil, args)
	return Change[T]{
		Endpoint: e, Path: path, Body: body, Fields: listed(e, body), client: c, args: args, err: err,
		send: func(ctx context.Context) (value T, requestID string, err error) {
			r, requestID, err := answered[R](ctx, c, e, body, args...)
			if err != nil {
				return value, requestID, err
			}
			return pick(r), requestID, nil
		},
	}
}

// saying names the change and what has to be asked before it.
func (c Change[T]) saying(summary string, danger Danger) Change[T] {
	c.Summary, c.Danger = summary, danger
	return c.protected()
}

// final says why the change cannot be taken back.
func (c Change[T]) final(why string) Change[T] {
	c.undo, c.oneWay = nil, why
	return c
}

// undoneBy says what takes the change back.
func (c Change[T]) undoneBy(undo func(after T) Undoer) Change[T] {
	c.undo = func(after T) (Undoer, bool) { return undo(after), true }
	return c
}
