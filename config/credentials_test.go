package config_test

import (
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/config"
)

func environment(pairs map[string]string) config.Lookup {
	return func(name string) (string, bool) {
		value, ok := pairs[name]
		return value, ok
	}
}

func TestCredentialsComeFromTheEnvironment(t *testing.T) {
	const fromFile = "https://stytch.example.com"
	for name, test := range map[string]struct {
		env  map[string]string
		want api.Config
		ok   bool
	}{
		"none":       {nil, api.Config{BaseURL: fromFile}, false},
		"all empty":  {map[string]string{"STYTCH_PROJECT_ID": "", "STYTCH_SECRET": ""}, api.Config{BaseURL: fromFile}, false},
		"both":       {map[string]string{"STYTCH_PROJECT_ID": "p", "STYTCH_SECRET": "s"}, api.Config{ProjectID: "p", Secret: "s", BaseURL: fromFile}, true},
		"no secret":  {map[string]string{"STYTCH_PROJECT_ID": "p"}, api.Config{ProjectID: "p", BaseURL: fromFile}, true},
		"no project": {map[string]string{"STYTCH_SECRET": "s"}, api.Config{Secret: "s", BaseURL: fromFile}, true},
		"an address of its own": {
			map[string]string{"STYTCH_PROJECT_ID": "p", "STYTCH_SECRET": "s", "STYTCH_BASE_URL": "http://127.0.0.1:4010"},
			api.Config{ProjectID: "p", Secret: "s", BaseURL: "http://127.0.0.1:4010"}, true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, ok := config.Credentials(environment(test.env), fromFile)
			if got != test.want || ok != test.ok {
				t.Errorf("got %v, %v", got, ok)
			}
		})
	}
}
