package sandbox_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// answer is what came back over plain HTTP.
type answer struct {
	status int
	kind   string // error_type
	header http.Header
	body   map[string]json.RawMessage
}

// ask sends a request as no client would.
func ask(t *testing.T, h http.Handler, method, path, body string, change ...func(*http.Request)) answer {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	for _, change := range change {
		change(r)
	}
	w := httptest.NewRecorder()
	checked(t, h).ServeHTTP(w, r)
	a := answer{status: w.Code, header: w.Header()}
	if err := json.Unmarshal(w.Body.Bytes(), &a.body); err != nil {
		t.Fatalf("%s %s: %v in %s", method, path, err, w.Body)
	}
	_ = json.Unmarshal(a.body["error_type"], &a.kind)
	return a
}

// text is a string at the end of a path of names.
func (a answer) text(names ...string) string {
	raw, _ := json.Marshal(a.body)
	for _, name := range names {
		var object map[string]json.RawMessage
		_ = json.Unmarshal(raw, &object)
		raw = object[name]
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return string(raw)
	}
	return s
}

func (a answer) want(t *testing.T, what string, status int, kind string) {
	t.Helper()
	if a.status != status || a.kind != kind {
		t.Errorf("%s: got %d %s %s, want %d %s", what, a.status, a.kind, a.body["error_message"], status, kind)
	}
}

func TestEveryEndpointOfTheContractIsThere(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	for _, e := range b2b.Endpoints {
		args := make([]string, len(e.PathParams))
		for i := range args {
			args[i] = "nothing"
		}
		a := ask(t, s, e.Method, e.URL(args...), "{}")
		if a.kind == b2b.ErrRouteNotFound || a.kind == b2b.ErrMethodNotAllowed || a.status == http.StatusInternalServerError {
			t.Errorf("%s: got %d %s", e.ID(), a.status, a.kind)
		}
		if a.status == http.StatusNotImplemented && a.kind != "not_implemented" {
			t.Errorf("%s: 501 with %q", e.ID(), a.kind)
		}
	}
}

func TestCredentialsAreAskedBeforeAnythingElse(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	for _, c := range []struct {
		name   string
		change func(*http.Request)
		kind   string
	}{
		{"none", func(r *http.Request) { r.Header.Del("Authorization") }, b2b.ErrUnauthorizedCredentials},
		{"wrong secret", func(r *http.Request) { r.SetBasicAuth(sandbox.DefaultProjectID, "secret-test-wrong") }, b2b.ErrUnauthorizedCredentials},
		{"wrong project", func(r *http.Request) { r.SetBasicAuth("project-test-other", sandbox.DefaultSecret.Reveal()) }, b2b.ErrUnauthorizedCredentials},
		{"no project", func(r *http.Request) { r.SetBasicAuth("somebody", sandbox.DefaultSecret.Reveal()) }, b2b.ErrInvalidProjectIDAuthentication},
		{"no basic", func(r *http.Request) { r.Header.Set("Authorization", "Bearer x") }, b2b.ErrInvalidAuthorizationHeader},
		{"no base64", func(r *http.Request) { r.Header.Set("Authorization", "Basic ????") }, b2b.ErrInvalidAuthorizationHeader},
	} {
		for _, path := range []string{"/v1/b2b/organizations/x", "/v1/b2b/no/such/route", "/sandbox/v1/clock"} {
			ask(t, s, http.MethodGet, path, "", c.change).want(t, c.name+" "+path, 401, c.kind)
		}
	}
}

func TestHealthAndKeysNeedNoCredentials(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	naked := func(r *http.Request) { r.Header.Del("Authorization") }
	ask(t, s, http.MethodGet, "/healthz", "", naked).want(t, "healthz", 200, "")
	ask(t, s, http.MethodGet, "/v1/b2b/sessions/jwks/"+sandbox.DefaultProjectID, "", naked).want(t, "jwks", 200, "")
}

func TestUnknownRoutesAndWrongVerbs(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	ask(t, s, http.MethodGet, "/", "").want(t, "root", 404, b2b.ErrRouteNotFound)
	ask(t, s, http.MethodGet, "/v1/b2b/organizations/a/b/c/d/e", "").want(t, "deep", 404, b2b.ErrRouteNotFound)
	ask(t, s, http.MethodPatch, "/v1/b2b/organizations", "").want(t, "PATCH", 405, b2b.ErrMethodNotAllowed)
	ask(t, s, http.MethodGet, "/v1/b2b/organizations/search/", "").want(t, "slash", 404, b2b.ErrRouteNotFound)
}

func TestOddBodiesAreRefused(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	const path = "/v1/b2b/organizations"
	for name, body := range map[string]string{
		"cut":                  `{"organization_name":"A`,
		"two values":           `{"organization_name":"A"} {}`,
		"a list":               `[]`,
		"a string":             `"x"`,
		"number for a string":  `{"organization_name":1}`,
		"string for a list":    `{"organization_name":"A","email_allowed_domains":"a.example"}`,
		"number in a list":     `{"organization_name":"A","email_allowed_domains":[1]}`,
		"list for a map":       `{"organization_name":"A","allowed_oauth_tenants":[]}`,
		"not UTF-8":            "{\"organization_name\":\"\xff\"}",
		"very deep":            `{"organization_name":` + strings.Repeat("[", 200_000),
		"deep and closed":      `{"organization_name":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}`,
		"wrong kind in object": `{"organization_name":"A","rbac_email_implicit_role_assignments":[{"domain":1}]}`,
	} {
		ask(t, s, http.MethodPost, path, body).want(t, name, 400, b2b.ErrBadRequest)
	}
	ask(t, s, http.MethodPost, path, `{"organization_name":"`+strings.Repeat("a", 1<<20)+`"}`).want(t, "over 1 MiB", 413, b2b.ErrBadRequest)
	ask(t, s, http.MethodPost, path, "").want(t, "no body", 400, b2b.ErrOrganizationNameMissing)
	if n := ask(t, s, http.MethodPost, path+"/search", "").text("results_metadata", "total"); n != "0" {
		t.Errorf("refused requests made %s organizations", n)
	}
}

func TestUnknownMembersOfABodyAreIgnored(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	a := ask(t, s, http.MethodPost, "/v1/b2b/organizations", `{"organization_name":"A B","Organization_Slug":"wrong case","other":{"x":[1]},"organization_logo_url":null}`)
	a.want(t, "create", 200, "")
	if slug := a.text("organization", "organization_slug"); slug != "a-b" {
		t.Errorf("slug %q", slug)
	}
	ask(t, s, http.MethodDelete, "/v1/b2b/organizations/a-b", `{"organization_id":"other"}`).want(t, "DELETE with a body", 200, "")
}

func TestEveryAnswerHasItsOwnRequestID(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	seen := map[string]bool{}
	for _, path := range []string{"/v1/b2b/organizations/x", "/nothing", "/v1/b2b/organizations/x"} {
		a := ask(t, s, http.MethodGet, path, "")
		id := a.header.Get("X-Request-ID")
		if !strings.HasPrefix(id, "request-id-test-") || seen[id] || a.text("request_id") != id {
			t.Errorf("%s: X-Request-ID %q, request_id %q", path, id, a.text("request_id"))
		}
		seen[id] = true
	}
}

func TestPathSegmentsAreDecodedOnce(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	for _, id := range []string{"auth0|123", "a.b_c-d", "x|y.z"} {
		body, _ := json.Marshal(map[string]string{"organization_name": "Org", "organization_external_id": id})
		ask(t, s, http.MethodPost, "/v1/b2b/organizations", string(body)).want(t, id, 200, "")
		a := ask(t, s, http.MethodGet, b2b.OrganizationsGet.URL(id), "")
		if a.text("organization", "organization_external_id") != id {
			t.Errorf("%q: got %d %s", id, a.status, a.kind)
		}
	}
	ask(t, s, http.MethodGet, "/v1/b2b/organizations/a%2Fb", "").want(t, "an encoded slash", 404, b2b.ErrOrganizationNotFound)
	ask(t, s, http.MethodGet, "/v1/b2b/organizations/100%25", "").want(t, "an encoded percent", 404, b2b.ErrOrganizationNotFound)
	ask(t, s, http.MethodGet, "/v1/b2b/organizations/%ff", "").want(t, "no UTF-8", 400, b2b.ErrBadRequest)
}

func TestLiteralSegmentsWinOverParameters(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	org := "/v1/b2b/organizations/" + b.org.OrganizationID
	ask(t, b.server, http.MethodDelete, org+"/members/mfa_phone_numbers/"+b.member.MemberID, "").want(t, "phone", 404, b2b.ErrMemberPhoneNumberNotFound)
	ask(t, b.server, http.MethodDelete, org+"/members/passwords/member-password-test-none", "").want(t, "password", 404, b2b.ErrMemberPasswordNotFound)
	ask(t, b.server, http.MethodDelete, org+"/members/"+b.member.MemberID+"/totp", "").want(t, "totp", 404, b2b.ErrTOTPNotFound)
}

func TestFaultsAreLoggedWithTheRequestIDAndTellNothing(t *testing.T) {
	var log bytes.Buffer
	s, err := sandbox.Open(t.Context(), sandbox.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	a := ask(t, s, http.MethodGet, "/v1/b2b/organizations/x", "")
	a.want(t, "closed", 500, b2b.ErrInternalServerError)
	if !strings.Contains(log.String(), a.text("request_id")) {
		t.Errorf("the log does not name the request: %s", log.String())
	}
	if strings.Contains(a.text("error_message"), "database") {
		t.Errorf("the answer tells too much: %s", a.text("error_message"))
	}
}

// torn is a body whose reader panics, as a defect in a handler would.
type torn struct{}

func (torn) Read([]byte) (int, error) { panic("torn") }
func (torn) Close() error             { return nil }

func TestAPanicIsAnAnswer(t *testing.T) {
	var log bytes.Buffer
	s, err := sandbox.Open(t.Context(), sandbox.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	a := ask(t, s, http.MethodPost, "/v1/b2b/organizations", "", func(r *http.Request) { r.Body = torn{} })
	a.want(t, "panic", 500, b2b.ErrInternalServerError)
	if !strings.Contains(log.String(), a.text("request_id")) || !strings.Contains(log.String(), "torn") {
		t.Errorf("the log does not tell the panic: %s", log.String())
	}
	ask(t, s, http.MethodGet, "/healthz", "").want(t, "afterwards", 200, "")
}

func TestTheRateLimitAsksToWait(t *testing.T) {
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	s, err := sandbox.Open(t.Context(), sandbox.Options{RateLimit: 2, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for range 2 {
		ask(t, s, http.MethodGet, "/healthz", "").want(t, "within", 200, "")
	}
	a := ask(t, s, http.MethodGet, "/healthz", "")
	a.want(t, "over", 429, b2b.ErrTooManyRequests)
	if a.header.Get("Retry-After") != "1" {
		t.Errorf("Retry-After %q", a.header.Get("Retry-After"))
	}
	now = now.Add(time.Second)
	ask(t, s, http.MethodGet, "/healthz", "").want(t, "later", 200, "")
}

func TestACutBodyChangesNothing(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	a := ask(t, s, http.MethodPost, "/v1/b2b/organizations", "", func(r *http.Request) {
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"organization_name":"A"`), cutReader{}))
	})
	a.want(t, "cut", 400, b2b.ErrBadRequest)
}

type cutReader struct{}

func (cutReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestIDsThatCannotBeAreToldFromThoseThatAreNotThere(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	const some = "00000000-0000-4000-8000-000000000000"
	org := "/v1/b2b/organizations/" + b.org.OrganizationID
	member := org + "/members/" + b.member.MemberID
	for _, c := range []struct {
		method, path, body string
		status             int
		kind               string
	}{
		{http.MethodGet, "/v1/b2b/organizations/organization-test-" + some, "", 404, b2b.ErrOrganizationNotFound},
		{http.MethodGet, "/v1/b2b/organizations/organization-live-" + some, "", 400, b2b.ErrLiveIDUsedInTestEnvironment},
		{http.MethodDelete, org + "/members/member-test-" + some, "", 404, b2b.ErrMemberNotFound},
		{http.MethodDelete, org + "/members/member-live-" + some, "", 400, b2b.ErrLiveIDUsedInTestEnvironment},
		{http.MethodDelete, org + "/members/passwords/member-password-live-" + some, "", 400, b2b.ErrLiveIDUsedInTestEnvironment},
		{http.MethodDelete, org + "/members/passwords/mine", "", 400, b2b.ErrInvalidPasswordID},
		{http.MethodPost, member + "/unlink_retired_email", `{"email_id":"email-test-` + some + `"}`, 404, b2b.ErrEmailNotFound},
		{http.MethodPost, member + "/unlink_retired_email", `{"email_id":"mine"}`, 400, b2b.ErrInvalidEmailID},
		{http.MethodGet, "/v1/b2b/sessions/jwks/project-test-other", "", 404, b2b.ErrProjectNotFound},
		{http.MethodGet, "/v1/b2b/sessions/jwks/mine", "", 400, b2b.ErrInvalidProjectID},
	} {
		ask(t, b.server, c.method, c.path, c.body).want(t, c.method+" "+c.path, c.status, c.kind)
	}
}
