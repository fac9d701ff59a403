//go:build unix

package e2e

import (
	"database/sql"
	"os"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // to make a database of the future
)

// refused is a start that must end with one sentence.
func checkRefused(t *testing.T, got outcome, code int, sentence string) {
	t.Helper()
	if got.code != code {
		t.Errorf("exit code %d, want %d", got.code, code)
	}
	if got.stdout != "" {
		t.Errorf("standard output is not empty: %q", got.stdout)
	}
	if strings.Count(got.stderr, "\n") != 1 || !strings.Contains(got.stderr, sentence) {
		t.Errorf("standard error is %q, want one line with %q", got.stderr, sentence)
	}
}

func TestWithoutATerminalTheConsoleNamesTheCommandsForScripts(t *testing.T) {
	got := newAccount(t).run(t, "")
	checkRefused(t, got, 1, "orgdeck api")
}

func TestACommandLineThatMakesNoSenseExitsWithTwo(t *testing.T) {
	user := newAccount(t)
	for _, test := range []struct {
		args     []string
		sentence string
	}{
		{[]string{"conquer"}, `unknown command "conquer"`},
		{[]string{"--wat"}, "unknown flag: --wat"},
		{[]string{"api", "GET"}, "accepts 2 arg(s)"},
		{[]string{"api", "GET", "v1/b2b/organizations/acme-robotics"}, "begins with /"},
		{[]string{"serve", "--seed", "lots"}, "demo, none or a number"},
		{[]string{"serve", "--rate-limit", "-1"}, "--rate-limit"},
		{[]string{"serve", "--public-url", "auth.test"}, "--public-url"},
		{[]string{"serve", "--public-url", "https://auth.test/stytch"}, "--public-url"},
	} {
		checkRefused(t, user.run(t, "", test.args...), 2, test.sentence)
	}
}

func TestABrokenConfigurationIsToldWithItsLine(t *testing.T) {
	for text, sentence := range map[string]string{
		"theme = \"dark\"\ncolor = 3\n":              `config.toml, line 2: "color" is not a setting`,
		"theme = \n":                                 "config.toml, line 1: ",
		"[keys]\n\"member.conquer\" = [\"x\"]\n":     "member.conquer",
		"[keys]\n\"org.delete\" = [\"n\"]\n":         "org.delete",
		"base_url = \"http://stytch.example.com\"\n": "line 1: base_url must start with https",
	} {
		user := newAccount(t)
		user.write(t, text, "config", "orgdeck", "config.toml")
		x := user.open(t, 80, 24, answering)
		if code := x.WaitExit(); code != 1 {
			t.Errorf("exit code %d", code)
		}
		if told := strings.Join(strings.Fields(x.Written()), " "); !strings.Contains(told, sentence) {
			t.Errorf("got %q, want %q", told, sentence)
		}
		if strings.Contains(x.Written(), "\x1b[?1049h") {
			t.Error("the screen was taken for nothing")
		}
	}
}

func TestADatabaseThatCannotBeUsedEndsTheConsoleWithOneSentence(t *testing.T) {
	for name, test := range map[string]struct {
		spoil    func(t *testing.T, user account, file string)
		sentence string
	}{
		"newer": {func(t *testing.T, user account, file string) {
			user.run(t, "", "api", "GET", "/healthz", "--db", file)
			db, err := sql.Open("sqlite", file)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.Exec("PRAGMA user_version = 9999"); err != nil {
				t.Fatal(err)
			}
		}, "newer orgdeck"},
		"no database": {func(t *testing.T, user account, file string) {
			if err := os.WriteFile(file, []byte(strings.Repeat("this is a letter to my aunt\n", 100)), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "not a database of orgdeck"},
		"a directory": {func(t *testing.T, user account, file string) {
			if err := os.Mkdir(file, 0o700); err != nil {
				t.Fatal(err)
			}
		}, "sandbox.db"},
	} {
		t.Run(name, func(t *testing.T) {
			user := newAccount(t)
			file := user.path(t, "sandbox.db")
			test.spoil(t, user, file)

			x := user.open(t, 200, 24, answering, "--db", file)
			if code := x.WaitExit(); code != 1 {
				t.Errorf("exit code %d", code)
			}
			if told := x.Screen(); !strings.Contains(told, test.sentence) {
				t.Errorf("got %q", told)
			}
			if left := x.modesLeftOn(); len(left) > 0 {
				t.Errorf("left on: %v", left)
			}
			checkRefused(t, user.run(t, "", "api", "GET", "/healthz", "--db", file), 1, test.sentence)
			checkRefused(t, user.run(t, "", "serve", "--listen", "127.0.0.1:0", "--db", file), 1, test.sentence)
		})
	}
}

func TestAReadOnlyDatabaseIsToldInOneSentence(t *testing.T) {
	user := newAccount(t)
	file := "/proc/sandbox.db" // where even the superuser cannot write
	if os.Getuid() != 0 {
		file = user.path(t, "sandbox.db")
		user.run(t, "", "api", "GET", "/healthz", "--db", file)
		if err := os.Chmod(file, 0o400); err != nil {
			t.Fatal(err)
		}
	}
	checkRefused(t, user.run(t, "", "api", "GET", "/healthz", "--db", file), 1, "cannot be opened for writing")
}

func TestAPortInUseIsToldBeforeADatabaseIsMade(t *testing.T) {
	user := newAccount(t, credentials()...)
	running := user.serve(t, "--db", ":memory:", "--seed", "none")
	file := user.path(t, "second.db")
	got := user.run(t, "", "serve", "--listen", strings.TrimPrefix(running.url, "http://"), "--db", file)
	checkRefused(t, got, 1, "in use")
	if _, err := os.Stat(file); err == nil {
		t.Error("a database was made all the same")
	}
}

func TestHalfCredentialsShowAScreenThatNamesTheVariable(t *testing.T) {
	for _, test := range []struct{ variable, missing string }{
		{"STYTCH_PROJECT_ID=" + projectID, "STYTCH_SECRET is not set"},
		{"STYTCH_SECRET=" + secret, "STYTCH_PROJECT_ID is not set"},
	} {
		user := newAccount(t, test.variable)
		x := user.open(t, 80, 24, answering)
		x.WaitFor(test.missing)
		x.WaitFor("orgdeck --sandbox")
		if strings.Contains(x.Written(), "not-a-secret") {
			t.Error("the secret is shown")
		}
		x.Press("q")
		checkLeftClean(t, x)
		checkRefused(t, user.run(t, "", "api", "GET", "/healthz"), 1, test.missing)
		checkRefused(t, user.run(t, "", "serve", "--listen", "127.0.0.1:0", "--db", ":memory:"), 1, test.missing)
	}
}

func TestTheFlagsOfTheSandboxAreRefusedOnAProject(t *testing.T) {
	user := newAccount(t, credentials()...)
	checkRefused(t, user.run(t, "", "api", "GET", "/healthz", "--reset"), 2, "add --sandbox")
	if got := user.run(t, "", "api", "GET", "/healthz", "--sandbox", "--reset"); got.code != 0 {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
}

func TestResetLeavesAloneWhatIsNoSandbox(t *testing.T) {
	user := newAccount(t)
	file := user.write(t, "precious", "precious.db")
	checkRefused(t, user.run(t, "", "api", "GET", "/healthz", "--db", file, "--reset"), 1, "is not a sandbox")
	if text, err := os.ReadFile(file); err != nil || string(text) != "precious" {
		t.Errorf("the file is now %q, %v", text, err)
	}
}
