package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// RawAnswer is an answer as it came, with its secrets.
type RawAnswer struct {
	StatusCode int
	RequestID  string
	Header     http.Header
	Body       []byte
}

// Raw calls any path, given with its query, and returns the answer whatever its
// status; body may be nil. The error is a *CallError with an *Error inside when
// the status is not one of success, and the answer is there all the same. All
// else holds as for every other call: retries, rate limit, read-only.
func (c *Client) Raw(ctx context.Context, method, path string, body []byte) (*RawAnswer, error) {
	e := endpointOf(method, path)
	fail := func(err error) error { return &CallError{Endpoint: e, Host: hostOf(c.origin), Err: err} }
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") {
		return nil, fail(&ArgumentError{Name: "path"})
	}
	began := time.Now()
	out, err := c.rawAnswer(ctx, e, path, body)
	if err != nil {
		err = fail(err)
	}
	if len(c.journal) > 0 && !isRead(e) && !IsReadOnly(err) {
		entry := Entry{At: began, Plan: c.planOfRaw(e, path, body), Err: err, Acting: c.acting && e.SessionHeaders}
		if out != nil {
			entry.RequestID = out.RequestID
		}
		c.writeDown(ctx, entry)
	}
	return out, err
}

func (c *Client) rawAnswer(ctx context.Context, e b2b.Endpoint, path string, body []byte) (*RawAnswer, error) {
	a, err := c.send(ctx, e, path, body)
	if err != nil {
		return nil, err
	}
	out := &RawAnswer{StatusCode: a.status, RequestID: a.requestID(), Header: a.header, Body: a.body}
	if a.status/100 != 2 {
		return out, a.refusal()
	}
	return out, nil
}

// endpointOf finds the endpoint of the contract that method and path call; where
// there is none, it is one without a resource.
func endpointOf(method, path string) b2b.Endpoint {
	path, _, _ = strings.Cut(path, "?")
	found := b2b.Endpoint{Method: method, Path: path}
	literal := -1
	for _, e := range b2b.Endpoints {
		if e.Method != method {
			continue
		}
		if n, ok := match(e.Path, path); ok && n > literal { // what is written out wins over what is not
			found, literal = *e, n
		}
	}
	return found
}

// match reports whether path has the shape of pattern, and how many of its
// segments stand there literally.
func match(pattern, path string) (literal int, ok bool) {
	want, got := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(got) {
		return 0, false
	}
	for i := range want {
		switch {
		case want[i] == got[i]:
			literal++
		case !strings.HasPrefix(want[i], "{") || got[i] == "":
			return 0, false
		}
	}
	return literal, true
}
