package config_test

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/adrg/xdg"
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

func TestAProfileThatMakesNoSenseIsToldAtTheStart(t *testing.T) {
	const project = "project_id = \"project-test-1\"\n"
	for name, test := range map[string]struct{ text, want string }{
		"default that is not there": {"default_profile = \"nobody\"\n", `default_profile is "nobody", and there is no such profile`},
		"name":                      {"[profile.\"a b\"]\n" + project, `"a b" is no name of a profile`},
		"long name":                 {"[profile." + strings.Repeat("a", 65) + "]\n" + project, "is no name of a profile"},
		"protection":                {"[profile.a]\n" + project + "protection = \"some\"\n", `profile a: protection is "some"`},
		"theme":                     {"[profile.a]\n" + project + "theme = \"pink\"\n", `profile a: theme is "pink"`},
		"store":                     {"[profile.a]\n" + project + "secret_store = \"pocket\"\n", `profile a: secret_store is "pocket"`},
		"no command":                {"[profile.a]\n" + project + "secret_store = \"command\"\n", "profile a: secret_command is missing"},
		"two stores":                {"[profile.a]\n" + project + "secret_store = \"file\"\nsecret_command = \"true\"\n", "profile a: secret_command needs"},
		"no project":                {"[profile.a]\nproject_id = \"acme\"\n", "profile a: project_id"},
		"address":                   {"[profile.a]\n" + project + "base_url = \"acme\"\n", "profile a: base_url"},
	} {
		if _, err := config.Load(write(t, test.text)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := config.Load(write(t, "[profile."+strings.Repeat("a", 64)+"]\n"+project)); err != nil {
		t.Error(err)
	}
}

func TestASecretFileThatOthersCanReadIsNotUsed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes of files are those of Unix")
	}
	t.Cleanup(xdg.Reload) // once the environment is as it was
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	xdg.Reload()
	p := config.Profile{ProjectID: "project-test-1", SecretStore: config.SecretFile}
	file := config.SecretPath("main")
	for mode, used := range map[os.FileMode]bool{0o600: true, 0o400: true, 0o640: false, 0o604: false, 0o644: false} {
		if err := p.KeepSecret("main", "s3cret"); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		got, err := p.Secret(t.Context(), "main")
		switch {
		case used && (err != nil || got.Reveal() != "s3cret"):
			t.Errorf("mode %o: %v", mode, err)
		case !used && (err == nil || !strings.Contains(err.Error(), "others can read")):
			t.Errorf("mode %o: it is used, %v", mode, err)
		}
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
