//go:build unix

package e2e

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// get calls a served sandbox and returns status and body.
func get(t *testing.T, url, user, password string) (int, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	if user != "" {
		req.SetBasicAuth(user, password)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestServeAnswersWithTheCredentialsOfTheEnvironmentAndEndsOnSIGTERM(t *testing.T) {
	user := newAccount(t, credentials()...)
	file := user.path(t, "team.db")
	for range 2 { // the second time on the same file
		s := user.serve(t, "--db", file)
		if len(s.before) > 0 {
			t.Errorf("printed before it listened: %q", s.before)
		}
		if status, _ := get(t, s.url+"/healthz", "", ""); status != http.StatusOK {
			t.Errorf("health answers %d", status)
		}
		if status, body := get(t, s.url+"/v1/b2b/organizations/acme-robotics", projectID, secret); status != http.StatusOK || !strings.Contains(body, "Acme Robotics") {
			t.Errorf("got %d %s", status, body)
		}
		if status, body := get(t, s.url+"/v1/b2b/organizations/acme-robotics", projectID, "wrong"); status != http.StatusUnauthorized || !strings.Contains(body, "unauthorized_credentials") {
			t.Errorf("got %d %s", status, body)
		}
		took, err := s.stop()
		if err != nil || took > 3*time.Second {
			t.Errorf("ended with %v after %v", err, took)
		}
	}
}

func TestServeMakesUpASecretAndPrintsItOnce(t *testing.T) {
	s := newAccount(t).serve(t, "--db", ":memory:", "--seed", "none")
	printed := map[string]string{}
	for _, line := range s.before {
		name, value, _ := strings.Cut(line, "=")
		printed[name] = value
	}
	if len(printed) != 2 {
		t.Fatalf("printed %q", s.before)
	}
	status, body := get(t, s.url+"/v1/b2b/organizations/acme-robotics", printed["STYTCH_PROJECT_ID"], printed["STYTCH_SECRET"])
	if status != http.StatusNotFound {
		t.Errorf("an empty sandbox answers %d %s", status, body)
	}
}

func TestAddressesInAnswersBeginWithThePublicURL(t *testing.T) {
	user := newAccount(t, credentials()...)
	s := user.serve(t, "--db", ":memory:", "--public-url", "https://auth.test")
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/v1/b2b/sso/saml/acme-robotics", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(projectID, secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || !strings.Contains(string(body), `"acs_url":"https://auth.test/v1/b2b/sso/callback/`) {
		t.Errorf("got %v, %s", err, body)
	}
}

func TestSeedMakesAsManyMembersAsAsked(t *testing.T) {
	user := newAccount(t)
	got := user.run(t, "{}", "api", "POST", "/v1/b2b/organizations/search", "--db", user.path(t, "big.db"), "--seed", "1000", "--input", "-")
	var page struct {
		Results struct{ Total int } `json:"results_metadata"`
	}
	if err := json.Unmarshal([]byte(got.stdout), &page); err != nil || page.Results.Total != 5 {
		t.Errorf("got %v, %d organizations: %s", err, page.Results.Total, got.stderr)
	}
}

func TestACallThroughTheCommandLineKeepsWhatItWrote(t *testing.T) {
	user := newAccount(t)
	created := user.run(t, `{"organization_name": "Moonshot \u001b[31m Labs", "organization_slug": "moonshot"}`,
		"api", "POST", "/v1/b2b/organizations", "--input", "-")
	if created.code != 0 || !json.Valid([]byte(created.stdout)) {
		t.Fatalf("got %+v", created)
	}
	if read := user.run(t, "", "api", "get", "/v1/b2b/organizations/moonshot"); read.code != 0 || !strings.Contains(read.stdout, `Moonshot`) {
		t.Errorf("got %+v", read)
	}
	refused := user.run(t, "", "api", "DELETE", "/v1/b2b/organizations/moonshot", "--read-only")
	checkRefused(t, refused, 1, "read-only")

	missing := user.run(t, "", "api", "GET", "/v1/b2b/organizations/nobody")
	if missing.code != 1 || !strings.Contains(missing.stdout, "organization_not_found") || strings.Count(missing.stderr, "\n") != 1 {
		t.Errorf("got %+v", missing)
	}
	later := user.run(t, "", "api", "GET", "/v1/b2b/discovery/organizations")
	if later.code != 1 {
		t.Errorf("got %+v", later)
	}
}

func TestOnATerminalAnAnswerIsIndentedAndHarmless(t *testing.T) {
	user := newAccount(t)
	user.run(t, `{"organization_name": "Red \u001b[31m and \u202e back \u009b2J", "organization_slug": "hostile"}`,
		"api", "POST", "/v1/b2b/organizations", "--input", "-")
	x := user.open(t, 120, 60, answering, "api", "GET", "/v1/b2b/organizations/hostile")
	if code := x.WaitExit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	written := x.Written()
	if !strings.Contains(written, "  \"organization\": {") {
		t.Errorf("not indented: %q", written)
	}
	if strings.ContainsAny(written, "\u202e\u009b\x1b") || !strings.Contains(written, `\u202e back \u009b2J`) {
		t.Errorf("not harmless: %q", written)
	}
}

func TestVersionAndCompletionSaySomethingUseful(t *testing.T) {
	user := newAccount(t)
	if got := user.run(t, "", "version"); got.code != 0 || !strings.HasPrefix(got.stdout, "orgdeck ") || strings.Count(got.stdout, "\n") != 1 {
		t.Errorf("got %+v", got)
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if got := user.run(t, "", "completion", shell); got.code != 0 || !strings.Contains(got.stdout, "orgdeck") {
			t.Errorf("%s: got %d, %s", shell, got.code, got.stderr)
		}
	}
}
