package sandbox_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// benchClients is how many callers there are, each with a session of its own.
const benchClients = 8

// BenchmarkAuthenticateSession checks sessions over HTTP, on a database in a file.
func BenchmarkAuthenticateSession(b *testing.B) {
	server, err := sandbox.Open(b.Context(), sandbox.Options{Path: filepath.Join(b.TempDir(), "s.db")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = server.Close() })
	web := httptest.NewServer(server)
	b.Cleanup(web.Close)
	sessions := benchSessions(b, web.URL)
	for name, body := range map[string]func(b2b.AuthenticatePasswordResponse) string{
		"token": func(in b2b.AuthenticatePasswordResponse) string {
			return `{"session_token":"` + in.SessionToken.Reveal() + `"}`
		},
		"jwt": func(in b2b.AuthenticatePasswordResponse) string {
			return `{"session_jwt":"` + in.SessionJWT.Reveal() + `"}`
		},
	} {
		b.Run(name, func(b *testing.B) {
			var callers atomic.Int64
			client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: benchClients}}
			b.SetParallelism(benchClients)
			b.RunParallel(func(pb *testing.PB) {
				text := body(sessions[int(callers.Add(1))%benchClients])
				for pb.Next() {
					check(b, client, web.URL, text)
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
		})
	}
}

func check(b *testing.B, client *http.Client, origin, body string) {
	r, err := http.NewRequestWithContext(b.Context(), http.MethodPost, origin+"/v1/b2b/sessions/authenticate", strings.NewReader(body))
	if err != nil {
		b.Error(err)
		return
	}
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	resp, err := client.Do(r)
	if err != nil {
		b.Error(err)
		return
	}
	if resp.StatusCode != http.StatusOK {
		b.Errorf("got %s", resp.Status)
	}
	_, err = io.Copy(io.Discard, resp.Body)
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		b.Error(err)
	}
}

// benchSessions signs members in by password.
func benchSessions(b *testing.B, origin string) []b2b.AuthenticatePasswordResponse {
	b.Helper()
	client, err := api.New(api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret, BaseURL: origin})
	if err != nil {
		b.Fatal(err)
	}
	org, err := client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Acme"}).Do(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	var sessions []b2b.AuthenticatePasswordResponse
	for i := range benchClients {
		email := fmt.Sprintf("m%d@acme.example", i)
		_, err := client.Passwords.Migrate(b2b.MigratePassword{OrganizationID: org.OrganizationID, EmailAddress: email, Hash: bcryptOf, HashType: "bcrypt"}).Do(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		in, err := client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: org.OrganizationID, EmailAddress: email, Password: sandbox.DemoPassword}).Do(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		sessions = append(sessions, in)
	}
	return sessions
}
