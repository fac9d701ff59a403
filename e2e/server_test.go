//go:build unix

package e2e

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Credentials that the tests serve and call with.
const (
	projectID = "project-test-0f6f5f3c-6a5c-4f0a-9d3e-1f0c2f9a7b11"
	secret    = "secret-test-not-a-secret-but-long-enough-0123="
)

func credentials() []string {
	return []string{"STYTCH_PROJECT_ID=" + projectID, "STYTCH_SECRET=" + secret}
}

// served is a running orgdeck serve.
type served struct {
	t      *testing.T
	cmd    *exec.Cmd
	url    string   // where it listens
	before []string // the lines it printed before the one that says so
	done   chan error
}

// serve starts orgdeck serve on a free port and waits until it is ready.
func (a account) serve(t *testing.T, args ...string) *served {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), 4*patience)
	s := &served{t: t, cmd: a.command(ctx, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...), done: make(chan error, 1)}
	var stderr bytes.Buffer
	s.cmd.Stderr = &stderr
	stdout, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	for s.url == "" && lines.Scan() {
		if address, ok := strings.CutPrefix(lines.Text(), "listening on "); ok {
			s.url = address
			continue
		}
		s.before = append(s.before, lines.Text())
	}
	go func() {
		_, _ = io.Copy(io.Discard, stdout)
		s.done <- s.cmd.Wait()
	}()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		cancel()
	})
	if s.url == "" {
		t.Fatalf("serve is not listening: %s", stderr.String())
	}
	return s
}

// stop asks the server to end and returns how long that took and how it ended.
func (s *served) stop() (time.Duration, error) {
	s.t.Helper()
	began := time.Now()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		s.t.Fatal(err)
	}
	select {
	case err := <-s.done:
		return time.Since(began), err
	case <-time.After(patience):
		s.t.Fatal("serve does not end")
		return 0, nil
	}
}

// recording is a proxy in front of a server that keeps its answers.
type recording struct {
	url string
	mu  sync.Mutex
	all []exchange
}

type exchange struct {
	method, path string
	answer       map[string]any
}

// record starts a proxy in front of target.
func record(t *testing.T, target string) *recording {
	t.Helper()
	to, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	r := &recording{}
	proxy := &httputil.ReverseProxy{
		Rewrite:        func(p *httputil.ProxyRequest) { p.SetURL(to) },
		ModifyResponse: r.keep,
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(server.Close)
	r.url = server.URL
	return r
}

func (r *recording) keep(resp *http.Response) error {
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	seen := exchange{method: resp.Request.Method, path: resp.Request.URL.Path}
	if err := json.Unmarshal(body, &seen.answer); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.all = append(r.all, seen)
	return nil
}

// last returns the newest answer to method on a path that ends in suffix.
func (r *recording) last(t *testing.T, method, suffix string) map[string]any {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := len(r.all) - 1; i >= 0; i-- {
		if r.all[i].method == method && strings.HasSuffix(r.all[i].path, suffix) {
			return r.all[i].answer
		}
	}
	t.Fatalf("the console never called %s …%s", method, suffix)
	return nil
}

// exchanges returns what was asked so far.
func (r *recording) exchanges() []exchange {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.all)
}
