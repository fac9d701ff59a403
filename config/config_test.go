package config_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"example.com/orgdeck/config"
)

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestWithoutAFileEverythingIsAtItsDefault(t *testing.T) {
	got, err := config.Load(filepath.Join(t.TempDir(), "none.toml"))
	if err != nil || !reflect.DeepEqual(got, config.Config{}) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestEverySettingIsRead(t *testing.T) {
	got, err := config.Load(write(t, `
theme = "light"
mouse = false
base_url = "https://stytch.example.com"

[keys]
"member.delete" = ["D", "delete"]

[sandbox]
db = "/srv/sandbox.db"
`))
	if err != nil {
		t.Fatal(err)
	}
	off := false
	want := config.Config{
		Theme: "light", Mouse: &off, BaseURL: "https://stytch.example.com",
		Keys:    map[string][]string{"member.delete": {"D", "delete"}},
		Sandbox: config.Sandbox{DB: "/srv/sandbox.db"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestAMistakeIsOneSentenceWithItsLine(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"unknown setting":  {"theme = \"dark\"\ncolor = 1\n", `line 2: "color" is not a setting`},
		"unknown in table": {"\n[sandbox]\nfile = \"x\"\n", `line 3: "sandbox.file" is not a setting`},
		"unknown theme":    {"# look\ntheme = \"pink\"\n", `line 2: theme is "pink"; it can be dark, light or auto`},
		"wrong type":       {"theme = \"dark\"\n[keys]\n\"member.delete\" = 3\n", "line 3: "},
		"broken text":      {"theme = \n", "line 1: "},
		"not an address":   {"base_url = \"test.stytch.com\"\n", "line 1: base_url is not an address"},
		"readable secret":  {"base_url = \"http://stytch.example.com\"\n", "line 1: base_url must start with https: plain http is only for this machine"},
		"with a path":      {"base_url = \"https://stytch.example.com/v1\"\n", "line 1: base_url must be a bare origin"},
	} {
		t.Run(name, func(t *testing.T) {
			file := write(t, test.text)
			_, err := config.Load(file)
			if err == nil {
				t.Fatal("accepted")
			}
			if msg := err.Error(); !strings.Contains(msg, test.want) || !strings.Contains(msg, file) || strings.Contains(msg, "\n") {
				t.Errorf("got %q", msg)
			}
		})
	}
}

func TestAFileThatCannotBeReadIsSaid(t *testing.T) {
	_, err := config.Load(t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "directory") {
		t.Errorf("got %v", err)
	}
}
