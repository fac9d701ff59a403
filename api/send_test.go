package api_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func basic(header string) (id, secret string, ok bool) {
	return (&http.Request{Header: http.Header{"Authorization": {header}}}).BasicAuth()
}

// trip is a transport that is a function.
type trip func(*http.Request) (*http.Response, error)

func (f trip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func reply(status int, header http.Header, body string) *http.Response {
	if header == nil {
		header = http.Header{}
	}
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body))}
}

// trying counts the attempts and asks answer for the nth, from 1 on.
func trying(t *testing.T, answer func(n int) (*http.Response, error), opts ...api.Option) (*api.Client, *atomic.Int32) {
	t.Helper()
	var n atomic.Int32
	rt := trip(func(*http.Request) (*http.Response, error) { return answer(int(n.Add(1))) })
	return client(t, nil, append(opts, api.WithTransport(rt))...), &n
}

const found = `{"request_id":"request-id-test-1","status_code":200,"organization":{"organization_id":"organization-test-1"}}`

func refused() error { return &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED} }
func reset() error   { return &net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET} }

func TestRetries(t *testing.T) {
	read := func(c *api.Client) error { return also(c.Organizations.Get(context.Background(), "o")) }
	search := func(c *api.Client) error {
		return also(c.Organizations.Search(context.Background(), b2b.SearchOrganizations{}))
	}
	write := func(c *api.Client) error { return do(context.Background(), c.Organizations.Delete(acme)) }
	status := func(code int) func() (*http.Response, error) {
		return func() (*http.Response, error) { return reply(code, nil, `{"error_type":"x"}`), nil }
	}
	failing := func(err error) func() (*http.Response, error) {
		return func() (*http.Response, error) { return nil, err }
	}
	cut := func() (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(io.MultiReader(strings.NewReader(`{"a`), broken{}))}, nil
	}
	for _, tt := range []struct {
		name  string
		call  func(*api.Client) error
		first func() (*http.Response, error)
		again bool
	}{
		{"a read when there are too many", read, status(429), true},
		{"a read of a bad gateway", read, status(502), true},
		{"a read of a busy server", read, status(503), true},
		{"a read of a slow gateway", read, status(504), true},
		{"a search of a busy server", search, status(503), true},
		{"a read when nothing listens", read, failing(refused()), true},
		{"a read whose connection breaks", read, failing(reset()), true},
		{"a read whose answer is cut", read, cut, true},
		{"a read of a server fault", read, status(500), false},
		{"a read of nothing", read, status(404), false},
		{"a read in vain", read, failing(context.DeadlineExceeded), false},
		{"a read of an unknown host", read, failing(&net.OpError{Op: "dial", Err: &net.DNSError{IsNotFound: true}}), false},
		{"a write when there are too many", write, status(429), true},
		{"a write when nothing listens", write, failing(refused()), true},
		{"a write of a bad gateway", write, status(502), false},
		{"a write of a busy server", write, status(503), false},
		{"a write whose connection breaks", write, failing(reset()), false},
		{"a write whose answer is cut", write, cut, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c, attempts := trying(t, func(n int) (*http.Response, error) {
					if n == 1 {
						return tt.first()
					}
					return reply(200, nil, found), nil
				})
				err := tt.call(c)
				if again := attempts.Load() == 2 && err == nil; again != tt.again {
					t.Errorf("%d attempts, %v", attempts.Load(), err)
				}
			})
		})
	}
}

// broken is a body whose connection breaks.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestRetries_end(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		c, attempts := trying(t, func(int) (*http.Response, error) { return reply(503, nil, "<html>busy"), nil })
		_, err := c.Organizations.Get(t.Context(), "o")
		e, ok := asError[*api.Error](err)
		if !ok || e.StatusCode != http.StatusServiceUnavailable || attempts.Load() != 4 {
			t.Errorf("%d attempts, %v", attempts.Load(), err)
		}
		if took := time.Since(began); took > 1750*time.Millisecond {
			t.Errorf("took %v, over the sum of the longest pauses", took)
		}
	})
}

func TestRetryAfter(t *testing.T) {
	for name, tt := range map[string]struct {
		header   func() string
		wait     time.Duration
		attempts int32
	}{
		"seconds":           {func() string { return "7" }, 7 * time.Second, 2},
		"a date":            {func() string { return time.Now().Add(9 * time.Second).UTC().Format(http.TimeFormat) }, 9 * time.Second, 2},
		"a date that is by": {func() string { return time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat) }, 0, 2},
		"too long":          {func() string { return "3600" }, 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				began := time.Now()
				c, attempts := trying(t, func(n int) (*http.Response, error) {
					if n == 1 {
						return reply(429, http.Header{"Retry-After": {tt.header()}}, `{"error_type":"too_many_requests"}`), nil
					}
					return reply(200, nil, found), nil
				})
				_, err := c.Organizations.Get(t.Context(), "o")
				if took := time.Since(began); took != tt.wait || attempts.Load() != tt.attempts {
					t.Errorf("%d attempts in %v", attempts.Load(), took)
				}
				if e, ok := asError[*api.Error](err); tt.attempts == 1 && (!ok || e.RetryAfter != time.Hour) {
					t.Errorf("the caller is not told how long to wait: %v", err)
				}
			})
		})
	}
}

func TestCancel_isImmediate(t *testing.T) {
	for name, answer := range map[string]func(int) (*http.Response, error){
		"between attempts": func(int) (*http.Response, error) {
			return reply(429, http.Header{"Retry-After": {"30"}}, "{}"), nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c, attempts := trying(t, answer)
				ctx, cancel := context.WithTimeout(t.Context(), time.Second)
				defer cancel()
				began := time.Now()
				_, err := c.Organizations.Get(ctx, "o")
				if !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != time.Second || attempts.Load() != 1 {
					t.Errorf("%v after %v and %d attempts", err, time.Since(began), attempts.Load())
				}
			})
		})
	}
	synctest.Test(t, func(t *testing.T) {
		c := client(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		began := time.Now()
		if _, err := c.Organizations.Get(ctx, "o"); !errors.Is(err, context.Canceled) || time.Since(began) != time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
	})
}

func TestTimeout_ofAnAttempt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := client(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }), api.WithTimeout(5*time.Second))
		began := time.Now()
		_, err := c.Organizations.Get(t.Context(), "o")
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != 5*time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		if text := api.Explain(err); !strings.Contains(text, "did not answer in time") {
			t.Error(text)
		}
	})
}

func TestRateLimit_isShared(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &server{reply: func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, found) }}
		var mu sync.Mutex
		c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			mu.Lock()
			defer mu.Unlock()
			s.ServeHTTP(w, r)
		}), api.WithRateLimit(10, 5))
		began := time.Now()
		var all sync.WaitGroup
		for range 25 {
			all.Go(func() {
				if _, err := c.Organizations.Get(t.Context(), "o"); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if took := time.Since(began); took != 2*time.Second || len(s.requests) != 25 {
			t.Errorf("%d requests in %v, want 25 in 2s", len(s.requests), took)
		}
	})
}

func TestRateLimit_isPoliteToOthersOnly(t *testing.T) {
	for base, want := range map[string]time.Duration{"https://test.stytch.com": time.Second, "http://127.0.0.1:4000": 0} {
		synctest.Test(t, func(t *testing.T) {
			c, err := api.New(api.Config{ProjectID: "p", Secret: "s", BaseURL: base}, api.WithTransport(api.Local(answering(found))))
			if err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			for range 60 {
				if _, err := c.Organizations.Get(t.Context(), "o"); err != nil {
					t.Fatal(err)
				}
			}
			if took := time.Since(began); took != want {
				t.Errorf("60 requests to %s took %v, want %v", base, took, want)
			}
		})
	}
}
