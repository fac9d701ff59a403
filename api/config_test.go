package api_test

import (
	"errors"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// asError finds an error of type E in err.
func asError[E error](err error) (E, bool) { return errors.AsType[E](err) }

func TestNew_findsTheAddress(t *testing.T) {
	for _, tt := range []struct{ project, base, want string }{
		{"project-test-1", "", "https://test.stytch.com"},
		{"project-live-1", "", "https://api.stytch.com"},
		{"project-test-1", "https://auth.acme.example/", "https://auth.acme.example"},
		{"anything", "http://127.0.0.1:4000", "http://127.0.0.1:4000"},
		{"anything", "http://localhost:4000", "http://localhost:4000"},
		{"anything", "http://[::1]:4000", "http://[::1]:4000"},
	} {
		c, err := api.New(api.Config{ProjectID: tt.project, Secret: "s", BaseURL: tt.base})
		if err != nil {
			t.Errorf("%+v: %v", tt, err)
			continue
		}
		if c.BaseURL() != tt.want || c.Live() != (tt.project == "project-live-1") {
			t.Errorf("%+v: %s, live %v", tt, c.BaseURL(), c.Live())
		}
	}
}

func TestNew_refusesWhatCannotWork(t *testing.T) {
	good := api.Config{ProjectID: "project-test-1", Secret: canary}
	for name, tt := range map[string]struct {
		change   func(*api.Config)
		variable string
	}{
		"no project":                 {func(c *api.Config) { c.ProjectID = "" }, "STYTCH_PROJECT_ID"},
		"no secret":                  {func(c *api.Config) { c.Secret = "" }, "STYTCH_SECRET"},
		"line end behind a secret":   {func(c *api.Config) { c.Secret += "\n" }, "STYTCH_SECRET"},
		"space within a secret":      {func(c *api.Config) { c.Secret = "canary secret" }, "STYTCH_SECRET"},
		"non-ASCII secret":           {func(c *api.Config) { c.Secret += "ü" }, "STYTCH_SECRET"},
		"both in one":                {func(c *api.Config) { c.ProjectID = "project-test-1:secret" }, "STYTCH_PROJECT_ID"},
		"another kind of project":    {func(c *api.Config) { c.ProjectID = "public-token-test-1" }, "STYTCH_PROJECT_ID"},
		"plain http to the world":    {func(c *api.Config) { c.BaseURL = "http://test.stytch.com" }, "STYTCH_BASE_URL"},
		"plain http, looks local":    {func(c *api.Config) { c.BaseURL = "http://127.0.0.1.evil.example" }, "STYTCH_BASE_URL"},
		"no scheme":                  {func(c *api.Config) { c.BaseURL = "test.stytch.com" }, "STYTCH_BASE_URL"},
		"a path":                     {func(c *api.Config) { c.BaseURL = "https://test.stytch.com/v1" }, "STYTCH_BASE_URL"},
		"a query":                    {func(c *api.Config) { c.BaseURL = "https://test.stytch.com?x=1" }, "STYTCH_BASE_URL"},
		"credentials in the address": {func(c *api.Config) { c.BaseURL = "https://me:" + canary + "@test.stytch.com" }, "STYTCH_BASE_URL"},
		"another scheme":             {func(c *api.Config) { c.BaseURL = "ftp://test.stytch.com" }, "STYTCH_BASE_URL"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := good
			tt.change(&cfg)
			_, err := api.New(cfg)
			e, ok := asError[*api.ConfigError](err)
			if !ok || e.Variable != tt.variable {
				t.Fatalf("got %v, want a ConfigError of %s", err, tt.variable)
			}
			if strings.Contains(err.Error(), "canary") {
				t.Errorf("the error shows the secret: %v", err)
			}
		})
	}
}

func TestCredentialsAndSession(t *testing.T) {
	for token, header := range map[b2b.Secret]string{"opaque": "X-Stytch-Member-Session", "a.b.c": "X-Stytch-Member-Sessionjwt"} {
		s := answering(`{"status_code":200}`)
		c := client(t, s, api.WithSession(token))
		_, _ = c.Organizations.Get(t.Context(), "o")                                            // no session headers
		_, _ = c.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"o"}}) // session headers
		for i, want := range []string{"", token.Reveal()} {
			h := s.requests[i].Header
			if got := h.Get(header); got != want {
				t.Errorf("%s of request %d: %q, want %q", header, i, got, want)
			}
			if id, secret, ok := basic(h.Get("Authorization")); !ok || id != "project-test-1" || secret != canary {
				t.Errorf("credentials of request %d: %q", i, h.Get("Authorization"))
			}
		}
	}
}
