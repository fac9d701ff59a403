//go:build unix

package e2e

import (
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/term"
)

// listening is a console in lines that runs in a terminal.
type listening struct {
	*terminal
	heard int // bytes of what was written that were waited for
}

// listen starts the console in lines, in a terminal that replies to nothing, and
// waits until it asks.
func (a account) listen(t *testing.T, args ...string) *listening {
	t.Helper()
	l := &listening{terminal: a.open(t, 80, 24, mute, append([]string{"--accessible"}, args...)...)}
	l.hear(`\n> $`)
	return l
}

// hear waits until what was written since the last time matches, and returns it.
func (l *listening) hear(pattern string) string {
	l.t.Helper()
	re, said := regexp.MustCompile(pattern), ""
	l.waitUntil("words like "+pattern, func() bool {
		said = strings.ReplaceAll(l.written.String()[l.heard:], "\r\n", "\n")
		return re.MatchString(said)
	})
	l.heard = len(l.Written())
	return said
}

// say types a line and waits for what is told then.
func (l *listening) say(line, pattern string) string {
	l.t.Helper()
	l.Type(line + "\n")
	return l.hear(pattern)
}

// echoes reports whether the terminal shows what is typed, by its own state.
func (l *listening) echoes() bool {
	l.t.Helper()
	state, err := term.GetState(l.tty.Fd())
	if err != nil {
		l.t.Fatal(err)
	}
	return state.Lflag&syscall.ECHO != 0
}

// ends waits for the end, and checks that nothing but lines was written and that
// the terminal is as it was.
func (l *listening) ends(code int) {
	l.t.Helper()
	if got := l.WaitExit(); got != code {
		l.t.Errorf("exit code %d, not %d:\n%s", got, code, l.Written())
	}
	if at := strings.IndexAny(l.Written(), "\x1b\x07\x08\u009b│─█⠋"); at >= 0 {
		l.t.Errorf("something was drawn: %q", l.Written()[at:min(at+40, len(l.Written()))])
	}
	if !l.echoes() {
		l.t.Error("the terminal shows no more what is typed")
	}
}

func TestInLinesASupportEngineerFindsAMemberAndChangesThePolicy(t *testing.T) {
	l := newAccount(t).listen(t, "--db", ":memory:")
	l.say("/", `Search by name, slug, id, member's e-mail> $`)
	l.say("acme", `Row 1 of 1\. Name: Acme Robotics, [^\n]*\nYou can: [^\n]*\n> $`)
	l.say("members", `Row 1 of 245\. [^\n]*\n[^\n]*\n> $`)
	l.say("rows", `Rows 1 to 20 of 245\. Columns: Name, E-mail, [^\n]*\n1\. Ada Lovelace, (?s:.*)\n20\. [^\n]*\n> $`)
	l.say("next", `Rows 21 to 40 of 245\. (?s:.*)\n40\. [^\n]*\n> $`)
	l.say("settings", `14\. MFA policy: Optional, OPTIONAL\n(?s:.*)\n> $`)
	l.say("go mfa policy", `Chosen: 14\. MFA policy\. [^\n]*\n> $`)
	l.say("edit", `Option 1: Required for all, (?s:.*)\nMFA policy> $`)
	l.say("1", `14\. MFA policy: before Optional, OPTIONAL, now Required for all, REQUIRED_FOR_ALL, not saved\n(?s:.*)\n> $`)
	l.say("save", `MFA policy: before Optional, OPTIONAL, after Required for all, REQUIRED_FOR_ALL\nNothing was sent yet\.\n(?s:.*)\n> $`)
	l.say("send", `Done: Saved 1 setting of Acme Robotics\.\n(?s:.*)\n> $`)
	l.say("undo", `mfa_policy: before REQUIRED_FOR_ALL, after OPTIONAL\n(?s:.*)\n> $`)
	l.say("yes", `14\. MFA policy: Optional, OPTIONAL\nDone: Taken back: (?s:.*)\n> $`)
	l.Type("quit\n")
	l.ends(0)
}

func TestInLinesASecretIsNotShownWhileItIsTyped(t *testing.T) {
	l := newAccount(t).listen(t, "--db", ":memory:")
	l.say("members", `Row 1 of 245(?s:.*)\n> $`)
	l.say("open", `Tab Profile, (?s:.*)\n> $`)
	l.say("password", `Tab Password, (?s:.*)\n> $`)
	l.say("check a password", `Password to judge> $`)
	if l.echoes() {
		t.Error("the terminal would show the password")
	}
	const password = "correct horse battery staple"
	l.say(password, `\nPassword to judge> $`)
	if strings.Contains(l.Written(), password) {
		t.Error("the password was shown")
	}
	l.Type("\x03")
	l.ends(0)
}

func TestInLinesCtrlCEndsIt(t *testing.T) {
	l := newAccount(t).listen(t, "--db", ":memory:")
	l.Type("\x03")
	l.ends(0)
	if !strings.HasSuffix(l.Written(), "\r\n") {
		t.Error("the shell goes on in the line of the prompt")
	}
}

func TestInLinesTheEndOfTheInputIsToldAndLosesNothingSilently(t *testing.T) {
	l := newAccount(t).listen(t, "--db", ":memory:")
	l.Type("\x04")
	l.hear(`There is no more input: orgdeck ends\.\n`)
	l.ends(0)

	user := newAccount(t)
	got := user.run(t, "edit\nAcme Machines\n", "--accessible", "--db", ":memory:")
	if got.code != 1 || !strings.HasSuffix(got.stdout, "\nThere is no more input: orgdeck ends.\n") ||
		!strings.Contains(got.stderr, "the input ended too early. What you typed under “Edit Acme Robotics” is not saved.") {
		t.Errorf("exit code %d, %q:\n%s", got.code, got.stderr, got.stdout)
	}
}

func TestInLinesTheEditorHasTheTerminalAndGivesItBack(t *testing.T) {
	d := newDesk(t, `[ -t 0 ] && [ -t 1 ] && sed 's/"Ada Lovelace"/"Ada King"/' "$1" > "$HOME/new" && cat "$HOME/new" > "$1"`)
	l := d.listen(t, "--db", ":memory:")
	l.say("members", `Row 1 of 245(?s:.*)\n> $`)
	l.say("edit as json", `Save the changes\?(?s:.*)Ada Lovelace(?s:.*)Ada King(?s:.*)\n> $`)
	l.say("yes", `Done: Saved Ada King(?s:.*)\n> $`)
	d.checkTidy()
	l.Type("quit\n")
	l.ends(0)
}

func TestInAPipeThereIsNoEditorToWaitFor(t *testing.T) {
	user := newAccount(t, "EDITOR=touch "+os.DevNull)
	got := user.run(t, "capital E\nquit\n", "--accessible", "--db", ":memory:")
	if got.code != 0 || !strings.Contains(got.stdout, "Note: There is no editor here.\n") {
		t.Errorf("exit code %d:\n%s", got.code, got.stdout)
	}
}
