package sandbox_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// fail asks for failures.
func fail(t *testing.T, h http.Handler, faults string) answer {
	t.Helper()
	return ask(t, h, http.MethodPut, "/sandbox/v1/faults", `{"faults":`+faults+`}`)
}

func TestRequestsThatMeetAFaultFailAsAskedForAndSoOften(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	fail(t, s, `[
		{"method":"POST","path":"/v1/b2b/organizations/*","status":503,"times":2},
		{"method":"get","path":"/v1/debug/whoami","status":429},
		{"path":"/v1/projects/metrics","error_type":"organization_not_found","times":1}]`).want(t, "put", 200, "")
	search := func() answer { return ask(t, s, http.MethodPost, "/v1/b2b/organizations/search", `{}`) }
	for range 2 {
		if got := search(); got.status != 503 || got.kind != b2b.ErrInternalServerError {
			t.Errorf("got %d %s", got.status, got.kind)
		}
	}
	search().want(t, "after so many times", 200, "")
	for range 3 {
		got := ask(t, s, http.MethodGet, "/v1/debug/whoami", "")
		got.want(t, "for ever", 429, b2b.ErrTooManyRequests)
		if got.header.Get("Retry-After") == "" {
			t.Error("429 without Retry-After")
		}
	}
	ask(t, s, http.MethodGet, "/v1/projects/metrics", "").want(t, "an error type brings its status", 404, b2b.ErrOrganizationNotFound)
	left := ask(t, s, http.MethodGet, "/sandbox/v1/faults", "")
	if got := left.text("faults"); got != `[{"method":"GET","path":"/v1/debug/whoami","status":429,"error_type":"","delay_ms":0,"times":0}]` {
		t.Errorf("what is left: %s", got)
	}
	fail(t, s, `[]`).want(t, "end", 200, "")
	ask(t, s, http.MethodGet, "/v1/debug/whoami", "").want(t, "ended", 200, "")
}

func TestAFaultChangesNothing(t *testing.T) {
	b := newWorld(t)
	fail(t, b.server, `[{"path":"/v1/b2b/organizations","status":500,"times":1}]`)
	b.post(`{"organization_name":"Acme","organization_slug":"acme"}`).want(t, "with the fault", 500, b2b.ErrInternalServerError)
	b.post(`{"organization_name":"Acme","organization_slug":"acme"}`).want(t, "again", 200, "")
}

func TestTheHelpersAndTheCredentialsComeBeforeFaults(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	fail(t, s, `[{"path":"/*","status":500}]`)
	ask(t, s, http.MethodGet, "/sandbox/v1/clock", "").want(t, "a helper", 200, "")
	ask(t, s, http.MethodGet, "/v1/debug/whoami", "", func(r *http.Request) { r.Header.Del("Authorization") }).
		want(t, "without credentials", 401, b2b.ErrUnauthorizedCredentials)
	ask(t, s, http.MethodGet, "/v1/no/such/path", "").want(t, "an unknown path", 500, b2b.ErrInternalServerError)
}

func TestADelayedRequestIsAnsweredLateOrNotAtAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, err := sandbox.Open(t.Context(), sandbox.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		fail(t, s, `[{"path":"/v1/debug/*","delay_ms":2500}]`)
		began := time.Now()
		ask(t, s, http.MethodGet, "/v1/debug/whoami", "").want(t, "delayed", 200, "")
		if took := time.Since(began); took != 2500*time.Millisecond {
			t.Errorf("answered after %s", took)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/v1/debug/whoami", nil)
		r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if !errors.Is(ctx.Err(), context.DeadlineExceeded) || w.Body.Len() > 0 {
			t.Errorf("a caller that had gone was answered %s", w.Body)
		}
	})
}

func TestFaultsThatCannotBeAreRefusedAndTheOldOnesStay(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	fail(t, s, `[{"path":"/v1/debug/whoami","status":500}]`)
	for _, faults := range []string{
		`{}`, `null`, `[{"path":"v1","status":500}]`, `[{"path":"/v1","status":200}]`, `[{"path":"/v1","status":600}]`, `[{"path":"/v1"}]`,
		`[{"path":"/v1","status":500,"delay_ms":-1}]`, `[{"path":"/v1","delay_ms":30001}]`, `[{"path":"/v1","status":500,"times":-1}]`,
		`[{"path":"/v1","error_type":"of my own"}]`, `[{"path":1}]`,
	} {
		fail(t, s, faults).want(t, faults, 400, b2b.ErrBadRequest)
	}
	ask(t, s, http.MethodPut, "/sandbox/v1/faults", `{}`).want(t, "none", 400, b2b.ErrBadRequest)
	ask(t, s, http.MethodGet, "/v1/debug/whoami", "").want(t, "the old one", 500, b2b.ErrInternalServerError)
}
