package views

import (
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// failedRead is a read that failed, to be drawn where its data would be; what
// says what was being done.
func failedRead(env *Env, what string, err error) ui.FailedRead {
	failed := ui.FailedRead{What: what, Err: explain(err), Retry: env.Keys.Binding(keymap.Refresh)}
	if api.IsUnauthorized(err) {
		failed.Hint = "To go on without an account, quit and start the sandbox: orgdeck --sandbox"
	}
	return failed
}

// failureLines draw a failed read above what is left of a page, with the margin of
// a page and a blank line under them; none when nothing failed.
func failureLines(env *Env, what string, err error, width, height int) []string {
	lines := failureInBox(env, what, err, width-1, max(1, height-1))
	if lines == nil {
		return nil
	}
	return append(indented(lines), "")
}

// underHead are the head of a list and the failure under it, which takes the place
// of a head that has nothing to say.
func underHead(head string, failure []string) []string {
	if len(failure) > 0 && strings.TrimSpace(head) == "" {
		return failure
	}
	return append([]string{head}, failure...)
}

// failureInBox draw a failed read in a dialog, whose box is its margin; none when
// nothing failed.
func failureInBox(env *Env, what string, err error, width, height int) []string {
	if err == nil {
		return nil
	}
	return strings.Split(failedRead(env, what, err).Over(env.Theme, "", width, height), "\n")
}

// indented sets lines off from the edge by the margin of a page.
func indented(lines []string) []string {
	for i, line := range lines {
		if line != "" {
			lines[i] = " " + line
		}
	}
	return lines
}
