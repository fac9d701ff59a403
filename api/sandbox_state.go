package api

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"example.com/orgdeck/api/b2b"
)

// stateTimeout bounds how long a state may travel: it can have gigabytes.
const stateTimeout = 10 * time.Minute

// Travelled is told how many bytes of a state have gone, of how many; total is 0
// while that is not known. It is called by the goroutine that sends or reads.
type Travelled func(done, total int64)

// ExportState writes the whole state of the sandbox to w: GET /sandbox/v1/state. It
// is as secret as every secret in it. After an error w holds a part of it.
func (s *SandboxService) ExportState(ctx context.Context, w io.Writer, told Travelled) error {
	_, err := s.client.stream(ctx, sandboxState, nil, func(answer *http.Response) error {
		from := &counted{from: answer.Body, total: max(0, answer.ContentLength), told: told}
		n, err := io.Copy(w, from)
		if err == nil && answer.ContentLength >= 0 && n != answer.ContentLength {
			err = io.ErrUnexpectedEOF
		}
		return err
	})
	return err
}

// State is a state that was exported, to be sent.
type State struct {
	Name string // of the file, for the summary
	Size int64  // bytes
	Open func() (io.ReadCloser, error)
	Told Travelled // may be nil
}

// ImportState puts a state in the place of all that the sandbox holds, or changes
// nothing: PUT /sandbox/v1/state.
func (s *SandboxService) ImportState(state State) Change[struct{}] {
	ch := write(s.client, sandboxStateSet, nil, nil, nothing).
		saying("Replace all that the sandbox holds by the state in "+state.Name, Confirm).
		final("what is replaced is kept nowhere; export it before")
	ch.send = func(ctx context.Context) (struct{}, string, error) {
		file, err := state.Open()
		if err != nil {
			return struct{}{}, "", fmt.Errorf("open the state: %w", err)
		}
		defer func() { _ = file.Close() }()
		from := &counted{from: file, total: state.Size, told: state.Told}
		id, err := s.client.stream(ctx, sandboxStateSet, from, func(*http.Response) error { return nil })
		return struct{}{}, id, err
	}
	return ch
}

// counted tells how much of a reader was read.
type counted struct {
	from        io.Reader
	done, total int64
	told        Travelled
}

// Read implements io.Reader.
func (c *counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.done += int64(n)
	if c.told != nil && n > 0 {
		c.told(c.done, c.total)
	}
	return n, err
}

// stream sends one request whose body, nil or from, is too long to be kept, and
// gives take an answer of success while it arrives. It is never tried again: part of
// it may have been used. It returns the id that the server gave the request.
func (c *Client) stream(ctx context.Context, e b2b.Endpoint, from *counted, take func(*http.Response) error) (string, error) {
	if c.readOnly && !isRead(e) {
		return "", c.failed(e, &ReadOnlyError{Method: e.Method, Path: e.Path})
	}
	if err := c.sender.wait(ctx); err != nil {
		return "", c.failed(e, err)
	}
	ctx, cancel := context.WithTimeout(ctx, stateTimeout)
	defer cancel()
	r := &request{endpoint: e, origin: c.origin, path: e.Path, header: http.Header{"Accept": {"application/json"}, "User-Agent": {"orgdeck"}}}
	c.authorize(r.header, e)
	began := time.Now()
	a, err := c.sender.streamed(ctx, r, from, take)
	if c.sender.observe != nil {
		c.sender.observe(newExchange(r, a, err, c.sender.lastID.Add(1), 1, began))
	}
	if err != nil {
		return RequestID(err), c.failed(e, err)
	}
	return a.requestID(), nil
}

func (c *Client) failed(e b2b.Endpoint, err error) error {
	return &CallError{Endpoint: e, Host: hostOf(c.origin), Err: err}
}

// streamed sends r once. The answer that it returns is without the body that take
// had.
func (s *sender) streamed(ctx context.Context, r *request, from *counted, take func(*http.Response) error) (*answer, error) {
	var body io.Reader
	if from != nil {
		body = from
		r.header.Set("Content-Type", "application/json")
	}
	req, err := http.NewRequestWithContext(ctx, r.endpoint.Method, r.origin+r.path, body)
	if err != nil {
		return nil, err
	}
	if from != nil {
		req.ContentLength = from.total
	}
	req.Header = r.header.Clone()
	resp, err := s.transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	a := &answer{status: resp.StatusCode, header: resp.Header}
	if a.status/100 == 2 {
		return a, take(resp)
	}
	a.body, err = io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return a, a.unusable(Cut, err)
	}
	return a, a.refusal()
}
