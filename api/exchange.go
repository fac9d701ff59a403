package api

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"time"

	"example.com/orgdeck/api/b2b"
)

// maxShown is how much of an answer an Exchange keeps, in bytes.
const maxShown = 64 << 10

// Exchange is one attempt of one request, as it may be shown: without
// credentials, and with every secret of the bodies redacted.
type Exchange struct {
	ID         int64 // of the request: its attempts share it
	Attempt    int   // 1, 2, …
	At         time.Time
	Duration   time.Duration
	Method     string
	Origin     string // "https://test.stytch.com"
	Path       string // with the query
	EndpointID string // "organizations.members.update"; "" when the contract has none
	Status     int    // 0 when there was no answer
	RequestID  string
	Acting     bool // as a member: a session header was sent
	// RequestBody and ResponseBody are redacted JSON; nil when there was none, or
	// when it was not JSON. Truncated says that the answer was cut to 64 KiB, or
	// left out to save room.
	RequestBody, ResponseBody []byte
	Truncated                 bool
	Err                       error // why there is no usable answer; nil when there is one

	endpoint b2b.Endpoint
}

func newExchange(r *request, a *answer, err error, id int64, attempt int, began time.Time) Exchange {
	x := Exchange{
		ID: id, Attempt: attempt, At: began, Duration: time.Since(began),
		Method: r.endpoint.Method, Origin: r.origin, Path: r.path, EndpointID: r.endpoint.ID(), Err: err, endpoint: r.endpoint,
	}
	if r.endpoint.Resource == "" {
		x.EndpointID = ""
	}
	x.Acting = r.header.Get(tokenHeader) != "" || r.header.Get(jwtHeader) != ""
	x.RequestBody = b2b.RedactJSON(r.body)
	if a == nil {
		return x
	}
	x.Status, x.RequestID, x.ResponseBody = a.status, a.requestID(), b2b.RedactJSON(a.body)
	if x.Truncated = len(x.ResponseBody) > maxShown; x.Truncated {
		x.ResponseBody = bytes.Clone(x.ResponseBody[:maxShown])
	}
	if unreadable := x.ResponseBody == nil && a.status/100 == 2; unreadable && err == nil && x.EndpointID != "" {
		x.Err = a.unusable(cmp.Or(a.problem(), NotJSON), nil)
	}
	return x
}

// Failed reports whether the attempt ended in anything but success.
func (x Exchange) Failed() bool { return x.Err != nil || x.Status/100 != 2 }

// Canceled reports whether the caller ended the attempt.
func (x Exchange) Canceled() bool { return errors.Is(x.Err, context.Canceled) }

// Curl is a command line that repeats the request, with the credentials taken
// from the environment. What was redacted stays so.
func (x Exchange) Curl() string {
	return curl(x.endpoint, x.Method, x.Origin+x.Path, string(x.RequestBody), x.Acting)
}

// Command is the orgdeck command line that repeats the request.
func (x Exchange) Command() string { return command(x.Method, x.Path, string(x.RequestBody)) }
