package e2e

import (
	"strings"
	"testing"
)

func TestTheAccessibleConsoleWorksThroughPipes(t *testing.T) {
	user := newAccount(t)
	script := strings.Join([]string{"/", "acme", "members", "/", "ada", "edit", "", "Ada King", ".save", "send", "quit", ""}, "\n")
	got := user.run(t, script, "--accessible")
	if got.code != 0 || got.stderr != "" {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
	for _, want := range []string{
		"Row 1 of 24. Name: Acme Robotics, ", "Organizations, Acme Robotics\n", "name: before Ada Lovelace, after Ada King\n", "Done: Saved Ada King.\n",
	} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%q was not told:\n%s", want, got.stdout)
		}
	}
	if strings.ContainsAny(got.stdout, "\x1b\r│─█⠋") {
		t.Errorf("something was drawn: %q", got.stdout)
	}
}
