package config_test

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"example.com/orgdeck/config"
)

func TestProfilesAreWrittenBesideWhatThePersonWrote(t *testing.T) {
	file := write(t, "# mine\ntheme = \"dark\" # always\n\n[profile.old]\nproject_id = \"project-test-1\"\n\n[keys]\n\"app.quit\" = [\"Q\"]\n")
	added := config.Profile{ProjectID: "project-live-2", SecretCommand: "op read 'op://x'", Protection: config.ReadOnly}
	for _, err := range []error{config.AddProfile(file, "new", added), config.UseProfile(file, "new"), config.RemoveProfile(file, "old")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := config.Load(file)
	if err != nil || got.DefaultProfile != "new" || got.Profiles["new"] != added || len(got.Profiles) != 1 || len(got.Keys) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	if text, _ := os.ReadFile(file); !strings.Contains(string(text), "# mine\ntheme = \"dark\" # always\n") {
		t.Errorf("it has become\n%s", text)
	}
	if err := config.RemoveProfile(file, "new"); err != nil {
		t.Fatal(err)
	}
	if got, err := config.Load(file); err != nil || got.DefaultProfile != "" || len(got.Profiles) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAFileThatCannotBeChangedSafelyIsLeftAlone(t *testing.T) {
	text := "profile = { old = { project_id = \"project-test-1\" } }\n"
	file := write(t, text)
	if err := config.RemoveProfile(file, "old"); err == nil || !strings.Contains(err.Error(), "by hand") {
		t.Error(err)
	}
	if now, _ := os.ReadFile(file); string(now) != text {
		t.Errorf("it has become\n%s", now)
	}
}

func TestLiveProjectsAreProtected(t *testing.T) {
	for id, want := range map[string]config.Protection{"project-live-1": config.Protected, "project-test-1": config.Open} {
		if got := (config.Profile{ProjectID: id}).Protects(); got != want {
			t.Errorf("%s is %s", id, got)
		}
	}
}

func TestSecretsComeFromTheirStoreOnly(t *testing.T) {
	keyring.MockInit() // the keyring of whoever runs the test is left alone
	p := config.Profile{ProjectID: "project-test-1"}
	_, err := p.Secret(t.Context(), "main")
	if none, ok := errors.AsType[*config.SecretError](err); !ok || !strings.Contains(none.Error(), "orgdeck profile add main --replace") {
		t.Error(err)
	}
	if err := p.KeepSecret("main", "s3cret"); err != nil {
		t.Fatal(err)
	}
	if got, err := p.Secret(t.Context(), "main"); err != nil || got.Reveal() != "s3cret" {
		t.Error(got, err)
	}
	keyring.MockInitWithError(errors.New("it is locked"))
	if _, err := p.Secret(t.Context(), "main"); err == nil || !strings.Contains(err.Error(), "it is locked") || !strings.Contains(err.Error(), "--store file") {
		t.Error(err)
	}
}

func TestASecretCommandIsRunAndItsFailurePassedOn(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the lines are those of a shell")
	}
	for line, want := range map[string]string{
		"printf '  s3cret\\n\\n'":        "",
		"echo you are locked >&2; false": "you are locked",
		"true":                           "it is empty",
	} {
		got, err := config.Profile{SecretCommand: line}.Secret(t.Context(), "main")
		switch {
		case want == "" && (err != nil || got.Reveal() != "s3cret"):
			t.Errorf("%s: %v", line, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v", line, err)
		}
	}
}
