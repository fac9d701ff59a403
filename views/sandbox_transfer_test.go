package views_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// heldBack lets requests whose path begins so wait until their caller gives up or
// letGo is called.
func (c *console) heldBack(path string) (letGo func()) {
	gate := make(chan struct{})
	c.faults.set(func(_ http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, path) {
			return false
		}
		select {
		case <-gate:
			return false
		case <-r.Context().Done():
			return true
		}
	})
	return func() { close(gate) }
}

func TestSandbox_anExportIsStopped(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		dir := c.t.TempDir()
		c.Press("6", "tab", "tab", "tab")
		c.heldBack("/sandbox/v1/state")
		c.Press("x", "ctrl+u")
		c.Type(filepath.Join(dir, "state.json"))
		c.Press("enter")
		c.Wait(time.Second)
		c.sees("In KiB. esc stops, and nothing is changed.")
		c.Press("ctrl+c")
		c.sees("Quit all the same?")
		c.Press("n", "esc")
		c.Wait(time.Second)
		c.sees("Stopped. Nothing was changed.")
		if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
			c.t.Errorf("left behind: %v, %v", left, err)
		}
	})
}

func TestSandbox_anImportIsStopped(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		file := filepath.Join(c.t.TempDir(), "state.json")
		c.Press("6", "tab", "tab", "tab", "x", "ctrl+u")
		c.Type(file)
		c.Press("enter")
		c.Wait(time.Second)
		c.sees("Exported")
		c.heldBack("/sandbox/v1/state")
		c.Press("I")
		c.Type(file)
		c.Press("enter", "y")
		c.Wait(time.Second)
		c.sees("esc stops")
		c.Press("esc")
		c.Wait(time.Second)
		c.sees("Stopped. Nothing was changed.", "Organizations   24")
	})
}

func TestSandbox_aFileThatIsNoState(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		file := filepath.Join(c.t.TempDir(), "state.json")
		write := func(text string) {
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				c.t.Fatal(err)
			}
		}
		write("no state")
		c.Press("6", "tab", "tab", "tab", "I")
		c.Type(file)
		c.Press("enter")
		c.sees("that is not a state: it is not JSON as the sandbox exports it")
		write("{ no state either")
		c.Press("enter")
		c.sees("Import the state?")
		c.Press("y")
		c.Wait(time.Second)
		c.sees("✗ Could not import the state.", "Nothing was changed.")
		c.Press("esc")
		c.sees("Organizations   24")
	})
}

func TestSandbox_whatAJumpMustBe(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.Press("6", "tab", "+")
		c.Type("another")
		c.Press("enter")
		for typed, says := range map[string]string{
			"":           "type a span such as 2d, or a moment such as 2026-12-24 18:00",
			"d":          `"d" is no span: write 90s, 45m, 36h, 2d or 1w`,
			"2y":         `"2y" is no span: the units are s, m, h, d and w`,
			"0s":         "that is no jump at all",
			"99999d":     "the clock stays within 100 years of the real time",
			"2400-01-01": "the clock stays within 100 years of the real time",
		} {
			c.Press("ctrl+u")
			c.Type(typed)
			c.Press("enter")
			c.sees("✗ " + says)
		}
		c.Press("ctrl+u")
		c.Type("2000-01-03 00:00")
		c.Press("enter")
		c.sees("! 2 days ahead", "In the sandbox it is now 2000-01-03 00:00 UTC.")
		c.copies("time", "2000-01-03T00:00:00Z")
	})
}

func TestSandbox_whatAFaultMustBe(t *testing.T) {
	inConsole(t, 120, 40, func(c *console) {
		c.Press("6", "tab", "tab", "n", "enter", "down")
		c.Press("tab", "tab", "tab", "ctrl+u")
		c.Type("40000")
		c.Press("tab", "ctrl+u")
		c.Type("-1")
		c.Press("ctrl+s")
		c.sees("the wait is a whole number from 1 to 30000", "the number is a whole number from 0 to 1000000")
	})
}

func TestSandbox_aFaultThatCannotBeClearedSaysSo(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("6", "tab", "tab", "n", "enter", "ctrl+s")
		c.sees("fails: 500")
		c.faults.fail(http.MethodPut, "/sandbox/v1/faults", http.StatusInternalServerError)
		c.Press("d")
		c.Wait(10 * second)
		c.sees("✗ Could not clear the faults.", "It is broken", "fails: 500")
		c.faults.heal()
		c.Press("d")
		c.sees("No fault is in force")
		c.doesNotSee("Could not")
	})
}
