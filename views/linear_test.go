package views_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
	"example.com/orgdeck/views"
)

// listener is the console as it is told in lines.
type listener struct {
	*console
	app  *ui.Linear
	said bytes.Buffer
}

// listen runs the console in lines on a script, and returns all that was told
// and typed. A step of the script is made when it is asked for.
func listen(t *testing.T, prepare func(*listener), script ...func(*listener) string) string {
	t.Helper()
	path := copyDemo(t)
	told := ""
	synctest.Test(t, func(t *testing.T) {
		var env *views.Env
		var options *ui.Options
		l := &listener{console: openConsole(t, path, 80, 24, func(e *views.Env, o *ui.Options) { env, options = e, o })}
		if prepare != nil {
			prepare(l)
		}
		l.app = ui.NewLinear(ui.New(t.Context(), *options, views.Sections(env)...), ui.Lines{Out: &l.said, Read: func(prompt string, secret bool) (string, error) {
			l.said.WriteString(prompt)
			if len(script) == 0 {
				return "", io.EOF
			}
			line := script[0](l)
			script = script[1:]
			if secret {
				l.said.WriteString("(not shown)\n")
			} else {
				l.said.WriteString(line + "\n")
			}
			return line, nil
		}})
		d := uitest.New(t, l.app, 80, 24)
		for begun := time.Now(); !d.Quit() && time.Since(begun) < 10*time.Minute; {
			d.Wait(20 * time.Millisecond) // less than it takes to tell anything more
		}
		if !d.Quit() {
			t.Error("it never came to the end of the script")
		}
		told = l.said.String()
	})
	if strings.Contains(told, "\x1b") {
		t.Error("there is an escape byte in what was told")
	}
	return told
}

// lines are steps that are known before.
func lines(texts ...string) []func(*listener) string {
	steps := make([]func(*listener) string, len(texts))
	for i, text := range texts {
		steps[i] = func(*listener) string { return text }
	}
	return steps
}

// isTranscript compares what was told with a golden file.
func isTranscript(t *testing.T, name, told string) {
	t.Helper()
	file := filepath.Join("testdata", "linear_"+name+".golden")
	want, err := os.ReadFile(file)
	if err != nil || string(want) != told {
		if flag.Lookup("update").Value.String() == "true" {
			_ = os.WriteFile(file, []byte(told), 0o644)
			return
		}
		t.Errorf("%s differs (%v); it told:\n%s", file, err, told)
	}
}

func TestLinear_aMemberIsFoundAndRenamed(t *testing.T) {
	steps := lines("/", "acme", "m", "/", "ada", "down", "e", "", "Ada King", ".dry run", "esc", ".save", "send")
	steps = append(steps, func(l *listener) string {
		if m := l.member(ada); m.Name != "Ada King" {
			t.Errorf("she is called %q", m.Name)
		}
		return "quit"
	})
	isTranscript(t, "rename", listen(t, nil, steps...))
}

func TestLinear_anAuthenticatorAppIsEnrolledByItsSecret(t *testing.T) {
	secret := ""
	steps := lines("m", "/", "ada", "mfa", "n", ".show secret")
	steps = append(steps, func(l *listener) string {
		groups := regexp.MustCompile(`Secret: \d+ groups of 4: (.*)`).FindStringSubmatch(l.said.String())
		secret = strings.ReplaceAll(groups[1], ", ", "")
		return codeOf(t, secret, 0)
	}, func(l *listener) string {
		if m := l.member(ada); !m.MFAEnrolled {
			t.Error("she has no second factor")
		}
		return "i have kept them"
	})
	told := listen(t, nil, append(steps, lines("quit")...)...)
	for _, want := range []string{
		"A QR code cannot be heard: ", "Secret and link: hidden; .show secret tells them\n", "Code of the app, 6 digits> ",
		"Secret: 8 groups of 4: " + secret[:4] + ", " + secret[4:8] + ", ", "Link: otpauth://totp/Acme%20Robotics:ada.lovelace@acme-robotics.example?secret=" + secret + "\n", "Done: The authenticator app of Ada Lovelace is enrolled.\n",
		"Keep these 10 codes where only Ada Lovelace finds them.\n", "Authenticator app: enrolled\n", "Recovery codes: ",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("%q was not told:\n%s", want, told)
		}
	}
	if codes := regexp.MustCompile(`(?m)^Code \d+: [a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$`).FindAllString(told, -1); len(codes) != 10 {
		t.Errorf("%d recovery codes were told, each on a line of its own:\n%s", len(codes), told)
	}
}

func TestLinear_aFailureIsToldAndTriedAgain(t *testing.T) {
	broken := func(l *listener) { l.faults.fail("POST", "/v1/b2b/organizations/search", 500) }
	steps := append(lines("refresh"), func(l *listener) string {
		l.faults.heal()
		return "r"
	}, func(*listener) string { return "quit" })
	isTranscript(t, "failure", listen(t, broken, steps...))
}

func TestLinear_aDeletionAsksForItsWord(t *testing.T) {
	steps := append(lines("/", "acme", "delete", "Acme", ".clear", ".esc"), func(l *listener) string {
		l.organization("acme-robotics")
		return "quit"
	})
	isTranscript(t, "delete", listen(t, nil, steps...))
}
