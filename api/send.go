package api

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"example.com/orgdeck/api/b2b"
)

const (
	defaultTimeout  = 30 * time.Second
	maxAnswer       = 10 << 20 // bytes
	maxAttempts     = 4
	firstBackoff    = 250 * time.Millisecond
	longestBackoff  = 4 * time.Second
	longestObedient = 60 * time.Second // a longer Retry-After is left to the caller
)

// sender is the transport: timeout, rate limit, retries, and the report of each
// attempt, in one place.
type sender struct {
	transport http.RoundTripper
	limiter   *rate.Limiter // nil: no limit
	timeout   time.Duration // of an attempt
	observe   func(Exchange)
	answers   func([]byte) // is handed each answer; nil for nobody
	lastID    atomic.Int64
}

func newSender() *sender {
	return &sender{transport: networkTransport(), timeout: defaultTimeout}
}

// networkTransport keeps connections open for the next request, and lets every
// request of a project share one where HTTP/2 is spoken.
func networkTransport() *http.Transport {
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		ForceAttemptHTTP2:     true,
		MaxIdleConnsPerHost:   16,
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   10 * time.Second,
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12},
		ExpectContinueTimeout: time.Second,
	}
}

type request struct {
	endpoint     b2b.Endpoint
	origin, path string
	header       http.Header
	body         []byte
}

// answer is a whole answer, whatever its status.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// send tries r until it is answered, for as long as another attempt can do no
// harm: a read when the server is busy or the connection fails, a write only
// when it has not reached the server.
func (s *sender) send(ctx context.Context, r *request) (*answer, error) {
	id := s.lastID.Add(1)
	for attempt := 1; ; attempt++ {
		if err := s.wait(ctx); err != nil {
			return nil, err
		}
		a, err := s.attempt(ctx, r, id, attempt)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		pause, again := backoff(r.endpoint, a, err, attempt)
		if !again {
			return a, err
		}
		if err := sleep(ctx, pause); err != nil {
			return nil, err
		}
	}
}

func (s *sender) wait(ctx context.Context) error {
	if s.limiter == nil {
		return ctx.Err()
	}
	if err := s.limiter.Wait(ctx); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return context.DeadlineExceeded // there is no turn before the deadline
	}
	return nil
}

// attempt sends r once, reads the whole answer, and reports both.
func (s *sender) attempt(ctx context.Context, r *request, id int64, n int) (*answer, error) {
	began := time.Now()
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	a, err := s.roundTrip(ctx, r)
	if s.observe != nil {
		s.observe(newExchange(r, a, err, id, n, began))
	}
	if s.answers != nil && a != nil {
		s.answers(b2b.RedactJSON(a.body))
	}
	return a, err
}

func (s *sender) roundTrip(ctx context.Context, r *request) (*answer, error) {
	req, err := http.NewRequestWithContext(ctx, r.endpoint.Method, r.origin+r.path, body(wireBody(r.endpoint, r.body)))
	if err != nil {
		return nil, err
	}
	req.Header = r.header.Clone()
	resp, err := s.transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	a := &answer{status: resp.StatusCode, header: resp.Header}
	a.body, err = io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return a, a.unusable(Cut, err)
	case len(a.body) > maxAnswer:
		a.body = nil
		return a, a.unusable(TooLarge, nil)
	}
	return a, nil
}

func body(b []byte) io.Reader {
	if b == nil {
		return nil
	}
	return bytes.NewReader(b)
}

// backoff says how long to wait before the next attempt, if there is to be one.
func backoff(e b2b.Endpoint, a *answer, err error, attempt int) (time.Duration, bool) {
	if attempt >= maxAttempts || !mayRepeat(e, a, err) {
		return 0, false
	}
	if a != nil {
		if asked, ok := retryAfter(a.header); ok {
			return asked, asked <= longestObedient
		}
	}
	ceiling := min(firstBackoff<<(attempt-1), longestBackoff)
	return rand.N(ceiling) + 1, true
}

func mayRepeat(e b2b.Endpoint, a *answer, err error) bool {
	if err == nil {
		return a.status == http.StatusTooManyRequests || isRead(e) && isBusy(a.status)
	}
	if !isRead(e) {
		return neverLeft(err)
	}
	return isPassing(err)
}

func isBusy(status int) bool {
	return status == http.StatusBadGateway || status == http.StatusServiceUnavailable || status == http.StatusGatewayTimeout
}

// neverLeft reports whether err says that no connection was made, so that the
// server cannot have seen the request.
func neverLeft(err error) bool {
	op, ok := errors.AsType[*net.OpError](err)
	return ok && op.Op == "dial" && isPassing(err)
}

// isPassing reports whether err may be gone at the next attempt.
func isPassing(err error) bool {
	if dns, ok := errors.AsType[*net.DNSError](err); ok && dns.IsNotFound {
		return false
	}
	if a, ok := errors.AsType[*AnswerError](err); ok {
		return a.Problem == Cut
	}
	if slow, ok := errors.AsType[net.Error](err); ok && slow.Timeout() {
		return false // who waited that long does not want to wait again
	}
	_, certificate := errors.AsType[*tls.CertificateVerificationError](err)
	_, plain := errors.AsType[tls.RecordHeaderError](err)
	return !certificate && !plain
}

// retryAfter is how long the server asks to wait, in seconds or until a date.
func retryAfter(h http.Header) (time.Duration, bool) {
	text := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil && seconds >= 0 {
		return time.Duration(min(seconds, 1<<30)) * time.Second, true
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(time.Until(at), 0), true
	}
	return 0, false
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
