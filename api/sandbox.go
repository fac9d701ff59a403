package api

import (
	"context"
	"net/http"
	"time"

	"example.com/orgdeck/api/b2b"
)

// SandboxService works the helpers of a sandbox, which stand beside the API under
// /sandbox/v1. A project of Stytch has none of them: there every call is an *Error
// with status 404.
type SandboxService service

// The helpers. They belong to no resource of the contract.
var (
	sandboxOutbox      = b2b.Endpoint{Method: http.MethodGet, Path: "/sandbox/v1/outbox"}
	sandboxOutboxClear = b2b.Endpoint{Method: http.MethodDelete, Path: "/sandbox/v1/outbox"}
	sandboxClock       = b2b.Endpoint{Method: http.MethodGet, Path: "/sandbox/v1/clock"}
	sandboxClockSet    = b2b.Endpoint{Method: http.MethodPut, Path: "/sandbox/v1/clock"}
	sandboxFaults      = b2b.Endpoint{Method: http.MethodGet, Path: "/sandbox/v1/faults"}
	sandboxFaultsSet   = b2b.Endpoint{Method: http.MethodPut, Path: "/sandbox/v1/faults"}
	sandboxState       = b2b.Endpoint{Method: http.MethodGet, Path: "/sandbox/v1/state"}
	sandboxStateSet    = b2b.Endpoint{Method: http.MethodPut, Path: "/sandbox/v1/state"}
	sandboxDataDelete  = b2b.Endpoint{Method: http.MethodDelete, Path: "/sandbox/v1/data"}
)

// What goes by a Message, and how.
const (
	ChannelEmail = "email"
	ChannelSMS   = "sms"

	MessageInvite        = "invite"
	MessageLogin         = "login"
	MessageSignup        = "signup"
	MessageDiscovery     = "discovery"
	MessagePasswordReset = "password_reset"
	MessageEmailUpdate   = "email_update"
	MessageOTP           = "otp"
)

// Message is a mail or an SMS that a project of Stytch would have sent. Whoever has
// its Token, its Code or its URL, which holds the token, can sign in.
type Message struct {
	ID             string     `json:"id"`
	Channel        string     `json:"channel"` // ChannelEmail or ChannelSMS
	Kind           string     `json:"kind"`    // one of the Message constants
	To             string     `json:"to"`      // address or phone number
	Token          b2b.Secret `json:"token"`   // "" without a link
	Code           b2b.Secret `json:"code"`    // "" without a code
	URL            b2b.Secret `json:"url"`     // "" without a link
	OrganizationID string     `json:"organization_id"`
	MemberID       string     `json:"member_id"` // "" in discovery
	CreatedAt      *time.Time `json:"created_at"`
	ExpiresAt      *time.Time `json:"expires_at"`
}

// OutboxQuery narrows what the outbox shows; the zero value is its newest 100
// messages.
type OutboxQuery struct {
	To    string `query:"to"`    // exactly
	Kind  string `query:"kind"`  // one of the Message constants
	Limit int    `query:"limit"` // at most 1,000
}

// Outbox returns messages, the newest first: GET /sandbox/v1/outbox.
func (s *SandboxService) Outbox(ctx context.Context, query OutboxQuery) ([]Message, error) {
	r, err := call[struct {
		Messages []Message `json:"messages"`
	}](ctx, s.client, sandboxOutbox, query)
	if err != nil {
		return nil, err
	}
	return r.Messages, nil
}

// ClearOutbox forgets all messages; their links and codes go on working:
// DELETE /sandbox/v1/outbox.
func (s *SandboxService) ClearOutbox() Change[struct{}] {
	return write(s.client, sandboxOutboxClear, nil, nil, nothing).
		saying("Clear the outbox", Confirm).
		final("the messages are kept nowhere else")
}

// SandboxClock is the time that a sandbox goes by.
type SandboxClock struct {
	Now           time.Time `json:"now"`            // in whole seconds
	OffsetSeconds int64     `json:"offset_seconds"` // from the real time
}

// Offset is how far the clock is from the real time.
func (c SandboxClock) Offset() time.Duration { return time.Duration(c.OffsetSeconds) * time.Second }

// Clock returns the time of the sandbox: GET /sandbox/v1/clock.
func (s *SandboxService) Clock(ctx context.Context) (SandboxClock, error) {
	r, err := call[SandboxClock](ctx, s.client, sandboxClock, nil)
	if err != nil {
		return SandboxClock{}, err
	}
	return *r, nil
}

// clockTo and clockBy are the two bodies that the clock takes.
type (
	clockTo struct {
		OffsetSeconds int64 `json:"offset_seconds"`
	}
	clockBy struct {
		AdvanceSeconds int64 `json:"advance_seconds"`
	}
)

// AdvanceClock moves the clock on, or back when by is negative, in whole seconds:
// PUT /sandbox/v1/clock. It stays within a century of the real time.
func (s *SandboxService) AdvanceClock(by time.Duration) Change[SandboxClock] {
	back := func(SandboxClock) Undoer { return s.AdvanceClock(-by) }
	summary := "Move the clock of the sandbox on by " + by.String()
	if by < 0 {
		summary = "Move the clock of the sandbox back by " + (-by).String()
	}
	return write(s.client, sandboxClockSet, nil, clockBy{int64(by / time.Second)}, whole[SandboxClock]).
		saying(summary, None).
		undoneBy(back)
}

// SetClock puts the clock so far from the real time, in whole seconds; 0 is the real
// time: PUT /sandbox/v1/clock. from is how far it is before, for the way back.
func (s *SandboxService) SetClock(from, to time.Duration) Change[SandboxClock] {
	summary := "Put the clock of the sandbox back to the real time"
	if to != 0 {
		summary = "Put the clock of the sandbox " + to.String() + " from the real time"
	}
	return write(s.client, sandboxClockSet, nil, clockTo{int64(to / time.Second)}, whole[SandboxClock]).
		saying(summary, None).
		undoneBy(func(SandboxClock) Undoer { return s.SetClock(to, from) })
}

// Fault is a failure that is asked for: requests that fit are answered with a
// status, after a delay.
type Fault struct {
	Method    string `json:"method"`     // "" for any
	Path      string `json:"path"`       // a * at the end stands for anything
	Status    int    `json:"status"`     // 400 to 599; 0 for the delay alone
	ErrorType string `json:"error_type"` // "" for one that goes with the status
	DelayMS   int    `json:"delay_ms"`   // at most 30,000
	Times     int    `json:"times"`      // how often still; 0 until it is cleared
}

// faultList is what the faults are sent and answered as.
type faultList struct {
	Faults []Fault `json:"faults"`
}

// Faults returns the failures in force; of those that fit a request, it meets the
// first: GET /sandbox/v1/faults. The helpers themselves meet none.
func (s *SandboxService) Faults(ctx context.Context) ([]Fault, error) {
	r, err := call[faultList](ctx, s.client, sandboxFaults, nil)
	if err != nil {
		return nil, err
	}
	return r.Faults, nil
}

// SetFaults puts to in the place of the failures in force, which are before:
// PUT /sandbox/v1/faults. They last as long as the server.
func (s *SandboxService) SetFaults(before, to []Fault) Change[[]Fault] {
	summary := "Let calls of the sandbox fail"
	if len(to) == 0 {
		summary = "Clear all faults of the sandbox"
	}
	body := faultList{append([]Fault{}, to...)} // never null
	return write(s.client, sandboxFaultsSet, nil, body, func(r *faultList) []Fault { return r.Faults }).
		saying(summary, None).
		undoneBy(func([]Fault) Undoer { return s.SetFaults(to, before) })
}

// DeleteData empties the sandbox of all but its keys, and puts clock and faults
// back: DELETE /sandbox/v1/data.
func (s *SandboxService) DeleteData() Change[struct{}] {
	ch := write(s.client, sandboxDataDelete, nil, nil, nothing).
		saying("Empty the sandbox", TypeName).
		final("nothing of it is kept; export the state before")
	ch.Word = "reset"
	return ch
}

// nothing is what there is to say of an answer that only says that it is done.
func nothing(*struct{}) struct{} { return struct{}{} }
