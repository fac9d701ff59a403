package views_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui/uitest"
)

// pressAtOnce presses keys faster than anything can answer between them, and
// returns the screen that they lead to before anything has answered.
func (c *console) pressAtOnce(keys ...string) (screen string) {
	c.t.Helper()
	var steps []tea.Cmd
	for _, key := range keys {
		msg, ok := uitest.Key(key)
		if !ok {
			c.t.Fatalf("%q is not a key", key)
		}
		steps = append(steps, func() tea.Msg { return msg })
	}
	look := func() tea.Msg { screen = c.Screen(); return nil }
	c.Run(tea.Sequence(append(steps, func() tea.Msg { return tea.BatchMsg{look} })...))
	return screen
}

// isStopping fails the test unless a screen says so, and why esc does no more.
func isStopping(t *testing.T, screen string) {
	t.Helper()
	for _, text := range []string{"Stopping…", "It is stopping."} {
		if !strings.Contains(screen, text) {
			t.Errorf("%q is not on the screen:\n%s", text, screen)
		}
	}
}

func TestStopping_anExportTwiceSaysThatItIsStopping(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("2")
		c.Wait(second)
		c.heldBack("/v1/b2b/organizations/members/search")
		c.Press("x", "enter")
		isStopping(c.t, c.pressAtOnce("esc", "esc"))
		c.sees("Stopped. Nothing was kept.")
		if left := c.files(); len(left) != 0 {
			c.t.Errorf("left behind: %q", left)
		}
	})
}

func TestStopping_aTransferOfTheStateTwiceSaysThatItIsStopping(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		dir := c.t.TempDir()
		c.Press("6", "tab", "tab", "tab", "x", "ctrl+u")
		c.Type(filepath.Join(dir, "state.json"))
		c.heldBack("/sandbox/v1/state")
		c.Press("enter")
		c.Wait(100 * time.Millisecond)
		isStopping(c.t, c.pressAtOnce("esc", "esc"))
		c.sees("Stopped. Nothing was changed.")
		if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
			c.t.Errorf("left behind: %v, %v", left, err)
		}
	})
}
