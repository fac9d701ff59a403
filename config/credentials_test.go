package config_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"example.com/orgdeck/config"
)

const (
	project = "project-test-11111111-2222-4333-8444-555555555555"
	secret  = "secret-test-hunter2hunter2hunter2"
)

func env(pairs map[string]string) config.Lookup {
	return func(name string) (string, bool) {
		value, ok := pairs[name]
		return value, ok
	}
}

func TestAnEmptyEnvironmentHoldsNoCredentials(t *testing.T) {
	for _, pairs := range []map[string]string{nil, {"STYTCH_PROJECT_ID": "", "STYTCH_SECRET": ""}} {
		_, ok, err := config.FromEnvironment(env(pairs), "")
		if ok || err != nil {
			t.Errorf("%v: got %v, %v", pairs, ok, err)
		}
	}
}

func TestTheAddressFollowsFromTheProjectUnlessOneIsSet(t *testing.T) {
	for name, test := range map[string]struct {
		project, base, fallback, want string
		live                          bool
	}{
		"test project":     {project: project, want: "https://test.stytch.com"},
		"live project":     {project: "project-live-1", want: "https://api.stytch.com", live: true},
		"own address":      {project: project, base: "http://127.0.0.1:4010/", fallback: "https://b.example", want: "http://127.0.0.1:4010"},
		"loopback by name": {project: project, base: "http://localhost:4010", want: "http://localhost:4010"},
		"loopback, v6":     {project: project, base: "http://[::1]:4010", want: "http://[::1]:4010"},
		"from the file":    {project: project, fallback: "https://b.example", want: "https://b.example"},
	} {
		t.Run(name, func(t *testing.T) {
			got, ok, err := config.FromEnvironment(env(map[string]string{
				"STYTCH_PROJECT_ID": test.project, "STYTCH_SECRET": "s3cret", "STYTCH_BASE_URL": test.base,
			}), test.fallback)
			if err != nil || !ok || got.BaseURL != test.want || got.Live() != test.live || got.Secret() != "s3cret" {
				t.Errorf("got %v, %v, %v", got, ok, err)
			}
		})
	}
}

func TestHalfOrMalformedCredentialsNameTheVariable(t *testing.T) {
	for name, test := range map[string]struct{ project, secret, base, variable, problem string }{
		"no secret":       {project: project, variable: "STYTCH_SECRET", problem: "not set"},
		"no project":      {secret: secret, variable: "STYTCH_PROJECT_ID", problem: "not set"},
		"address alone":   {base: "http://127.0.0.1:4010", variable: "STYTCH_PROJECT_ID", problem: "not set"},
		"not a project":   {project: "acme", secret: secret, variable: "STYTCH_PROJECT_ID", problem: "project-test-"},
		"no id":           {project: "project-test-", secret: secret, variable: "STYTCH_PROJECT_ID", problem: "not a project id"},
		"colon":           {project: project + ":x", secret: secret, variable: "STYTCH_PROJECT_ID", problem: "not a project id"},
		"line break":      {project: project, secret: secret + "\n", variable: "STYTCH_SECRET", problem: "line break"},
		"other project":   {project: "project-live-1", secret: secret, variable: "STYTCH_SECRET", problem: "different projects"},
		"not an address":  {project: project, secret: secret, base: "localhost:4010", variable: "STYTCH_BASE_URL", problem: "not an address"},
		"plain http":      {project: project, secret: secret, base: "http://10.0.0.1", variable: "STYTCH_BASE_URL", problem: "use https"},
		"user in address": {project: project, secret: secret, base: "https://a:b@c.example", variable: "STYTCH_BASE_URL", problem: "leave out"},
	} {
		t.Run(name, func(t *testing.T) {
			_, ok, err := config.FromEnvironment(env(map[string]string{
				"STYTCH_PROJECT_ID": test.project, "STYTCH_SECRET": test.secret, "STYTCH_BASE_URL": test.base,
			}), "")
			wrong, typed := errors.AsType[*config.CredentialsError](err)
			if ok || !typed || wrong.Variable != test.variable || !strings.Contains(wrong.Problem, test.problem) {
				t.Fatalf("got %v, %v", ok, err)
			}
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the error shows the secret: %v", err)
			}
		})
	}
}

func TestNoWayOfPrintingShowsTheSecret(t *testing.T) {
	c := config.NewCredentials(project, secret, "https://test.stytch.com")
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		if text := fmt.Sprintf(verb, c) + fmt.Sprintf(verb, &c) + fmt.Sprintf(verb, []config.Credentials{c}); strings.Contains(text, "hunter2") {
			t.Errorf("%s shows it: %s", verb, text)
		}
	}
}
