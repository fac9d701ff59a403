package views_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// counting lets every request through, and counts those whose path begins so.
func (f *faults) counting(path string) *atomic.Int64 {
	var n atomic.Int64
	f.set(func(_ http.ResponseWriter, r *http.Request) bool {
		if strings.HasPrefix(r.URL.Path, path) {
			n.Add(1)
		}
		return false
	})
	return &n
}

func TestOutdated_everyScreenReadsAnewWhatItHasRead(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.furnish("likes lace")
		for _, s := range screens() {
			if s.reads == "" {
				continue
			}
			c.goTo(s, 80, 24, nothingElse)
			before, asked := c.Screen(), c.faults.counting(s.reads)
			c.Run(ui.Announce(ui.Outdated{}))
			c.Wait(second)
			if asked.Load() == 0 {
				c.t.Errorf("%s asked for nothing", s.name)
			}
			if after := c.Screen(); after != before {
				c.t.Errorf("%s was\n%s\nand became\n%s", s.name, before, after)
			}
			c.faults.heal()
		}
	})
}

// keepState writes the state of the sandbox into a file, past the screen.
func (c *console) keepState() string {
	c.t.Helper()
	path := filepath.Join(c.t.TempDir(), "state.json")
	file, err := os.Create(path)
	if err != nil {
		c.t.Fatal(err)
	}
	if err := c.client.Sandbox.ExportState(c.t.Context(), file, nil); err != nil {
		c.t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		c.t.Fatal(err)
	}
	return path
}

// emptySandbox empties the sandbox on its page.
func (c *console) emptySandbox() {
	c.t.Helper()
	c.Press("D")
	c.sees("Empty the sandbox?")
	c.Type("reset")
	c.Press("enter")
	c.Wait(second)
	c.sees("The sandbox is empty.")
}

// takeState imports a state on the page of the sandbox.
func (c *console) takeState(path string) {
	c.t.Helper()
	c.Press("I")
	c.Type(path)
	c.Press("enter", "y")
	c.Wait(second)
	c.sees("The state of state.json is in force.")
}

func TestOutdated_whatIsOpenSaysThatItIsGone(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		state := c.keepState()
		c.Press("6", "shift+tab", "2")
		c.Wait(second)
		c.Press("1", "m")
		c.search("grace.hopper")
		c.Press("enter", "enter", "tab", "tab", "enter")
		c.sees("Session id")
		c.Press("6")
		c.emptySandbox()

		c.Press("1")
		c.sees("Could not read the session again")
		c.Press("esc")
		c.sees("! Grace Hopper is not there any more.", "The server holds no such member. esc goes back")
		c.golden("member-gone-100x30")
		c.Press("esc")
		c.sees("! Acme Robotics is not there any more.", "The server holds no such organization.")
		c.Press("r")
		c.sees("! Acme Robotics is not there any more.")
		c.Press("2")
		c.sees("No members yet")
		c.Press("6", "tab")
		c.sees("Outbox")

		c.Press("shift+tab")
		c.takeState(state)
		c.Press("2")
		c.sees("ada.lovelace")
		c.Press("1")
		c.sees("▸Members", "grace.hopper@acme-robotics.example")
		c.Press("esc", "esc")
		c.sees("Bluefin Logistics", "1/24", "245")
	})
}

func TestOutdated_listsFollowTheState(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		state := c.keepState()
		c.Press("6", "shift+tab")
		c.emptySandbox()
		c.Press("1")
		c.sees("No organizations yet.")
		c.doesNotSee("Acme Robotics")
		c.Press("6")
		c.takeState(state)
		c.Press("1")
		c.sees("Acme Robotics", "245")
	})
}

func TestOutdated_aMessageThatIsGoneSaysSo(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		invites(c, "late.comer@acme-robotics.example")
		c.Press("6", "enter")
		c.sees("late.comer@acme-robotics.example")
		if _, err := c.client.Sandbox.DeleteData().Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Run(ui.Announce(ui.Outdated{}))
		c.sees("! This message is not in the outbox any more. What follows is from before.", "late.comer@acme-robotics.example")
	})
}

func TestOutdated_aSessionThatIsGoneSaysSo(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		state := c.keepState()
		c.prove(ada, false)
		c.Press("enter")
		c.sees("▸ Signed in", "d end the session")
		c.Run(ui.Announce(ui.Outdated{}))
		c.doesNotSee("!", "Could not")

		c.Press("6", "shift+tab")
		c.takeState(state)
		c.Press("3")
		c.sees("! The session is not there any more", "n signs in again.", ada)
		c.Wait(minute) // the note about the state is over
		c.Press("d")
		c.says("d", "The session is not there any more.")
		c.Press("n")
		c.sees("▸ Address", ada)
	})
}

func TestOutdated_aSessionThatCannotBeLookedForSaysSo(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.prove(ada, false)
		c.Press("enter")
		c.faults.fail("GET", "/v1/b2b/sessions", http.StatusBadRequest)
		c.Press("r")
		c.sees("Could not look for the session", "r try again", ada)
		c.faults.heal()
		c.Press("r")
		c.doesNotSee("Could not")
	})
}

func TestActing_whatWasRefusedIsReadAnewWhenItEnds(t *testing.T) {
	actingAsPlain(t, func(c *console, _ b2b.Member) {
		c.sees("search on stytch.member") // it was read as the member at once
		c.Press("a")
		c.Wait(second)
		c.sees("You are the project again", "plain@acme-robotics.example")
		c.doesNotSee("Could not", "stytch.member:search")
	})
}
