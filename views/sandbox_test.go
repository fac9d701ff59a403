package views_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// invites sends an invite past the screen.
func invites(c *console, email string) {
	c.t.Helper()
	must(c.t, c.client.MagicLinks.Invite(b2b.InviteEmailMagicLink{OrganizationID: c.organization("acme-robotics").OrganizationID, EmailAddress: email}))
}

func TestSandbox_outboxShowsWhatWasSent(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		c.Press("6")
		c.sees("No mail and no SMS yet", "3 Discovery")
		c.Press("enter")
		c.sees("There is no message.")
		invites(c, "new.one@acme-robotics.example")
		c.Wait(time.Second)
		c.sees("invite", "new.one@acme-robotics.example")
		must(c.t, c.client.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: ada}))
		c.Wait(time.Second)
		messages, err := c.client.Sandbox.Outbox(c.t.Context(), api.OutboxQuery{To: ada})
		if err != nil || len(messages) != 1 {
			c.t.Fatal(messages, err)
		}
		c.sees(messages[0].Code.Reveal())
		c.Press("/")
		c.Type("new.one")
		c.Press("enter")
		c.doesNotSee(messages[0].Code.Reveal())
		c.Press("enter")
		c.sees("What it proves", "Link", "Token", "Member id")
		c.Press("y")
		c.sees("Whole message", "Link")
		c.Press("enter")
		if len(c.copied) != 1 || !strings.Contains(c.copied[0], "token=") {
			c.t.Error(c.copied)
		}
		c.Press("esc", "esc", "X")
		c.sees("Clear the outbox?", "2 messages will be gone")
		c.Press("y")
		c.Wait(time.Second)
		c.sees("No mail and no SMS yet")
	})
}

func TestSandbox_aMessageIsUsed(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		invites(c, "new.one@acme-robotics.example")
		c.Press("6", "o")
		c.Wait(time.Second)
		c.sees("▸ Signed in", "new.one@acme-robotics.example")
		if m := c.member("new.one@acme-robotics.example"); m.Status != b2b.MemberStatusActive {
			c.t.Error(m.Status)
		}
		c.Press("esc")
		c.sees("Leave the session", "Let it run")
	})
}

func TestSandbox_anSMSIsNoBeginning(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		m := c.member(ada)
		must(c.t, c.client.OTPs.SendSMS(m, b2b.SendSMSOTP{MFAPhoneNumber: api.Ptr("+15005550006")}))
		c.Press("6")
		c.sees("SMS", "+15005550006")
		c.Press("o")
		c.sees("A code by SMS is a second factor")
	})
}

func TestSandbox_clockJumps(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.Press("6", "tab")
		c.sees("Clock of the sandbox", "✓ none")
		c.Press("0")
		c.sees("The clock is at the real time.")
		c.Press("+")
		c.sees("7 days", "an invite")
		c.Type("7 days")
		c.Press("enter")
		c.sees("! 7 days ahead", "◷ clock +7 days")
		c.Press("+")
		c.Type("another")
		c.Press("enter")
		c.Type("soon")
		c.Press("enter")
		c.sees("is no span")
		c.Press("ctrl+u")
		c.Type("-1d 12h")
		c.Press("enter")
		c.sees("! 5 days 12 h ahead")
		clock, err := c.client.Sandbox.Clock(c.t.Context())
		if err != nil || clock.Offset() != 132*time.Hour {
			c.t.Error(clock, err)
		}
		c.Press("0")
		c.sees("✓ none")
		c.doesNotSee("◷")
		c.faults.fail("PUT", "/sandbox/v1/clock", http.StatusInternalServerError)
		c.Press("+", "enter")
		c.sees("✗ The clock was not moved")
	})
}

func TestSandbox_faultsComeAndGo(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("6", "tab", "tab")
		c.sees("No fault is in force", "n lets a call fail")
		c.Press("d")
		c.sees("No fault is in force.")
		c.Press("n")
		c.Type("organizations.search")
		c.Press("enter")
		c.sees("New fault", "/v1/b2b/organizations/search")
		c.Press("ctrl+s")
		c.sees("The fault is in force", "fails: 500", "the next time", "/v1/b2b/organizations/search")
		all, err := c.client.Sandbox.Faults(c.t.Context())
		if err != nil || len(all) != 1 || all[0].Method != http.MethodPost {
			c.t.Fatal(all, err)
		}
		c.Press("1", "r")
		c.sees("✗ Could not search organizations")
		c.Press("r")
		c.doesNotSee("✗")
		c.Press("6", "r")
		c.sees("No fault is in force")
		c.Press("n", "enter", "down", "down", "ctrl+s")
		c.sees("every call", "fails: 429")
		c.Press("d")
		c.sees("Cleared; 0 faults in force.")
	})
}

func TestSandbox_faultsThatCannotBeAreRefusedInTheForm(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("6", "tab", "tab", "n", "enter", "tab", "ctrl+u")
		c.Type("v1")
		c.Press("tab", "tab", "ctrl+u")
		c.Type("200")
		c.Press("tab")
		c.Type("no_such_type")
		c.Press("ctrl+s")
		c.sees("a path begins with /", "the status is a whole number from 400 to 599", "the API has no such error type")
	})
}

func TestSandbox_theStateGoesOutAndIn(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		dir := c.t.TempDir()
		file := filepath.Join(dir, "state.json")
		c.Press("6", "tab", "tab", "tab")
		c.sees("What the sandbox holds", "Organizations   24", "Members         4534")
		c.Press("x", "ctrl+u")
		c.Type(file)
		c.Press("enter")
		c.Wait(time.Second)
		c.sees("Exported", "readable by you alone")
		info, err := os.Stat(file)
		if err != nil || info.Mode().Perm() != 0o600 {
			c.t.Fatal(info, err)
		}
		text, err := os.ReadFile(file)
		if err != nil || !json.Valid(text) {
			c.t.Fatal("the file is no JSON", err)
		}
		c.Press("x", "ctrl+u")
		c.Type(file)
		c.Press("enter")
		c.Wait(time.Second)
		c.sees("✗", "file exists", "Nothing was changed.")
		c.Press("esc", "D")
		c.sees("Empty the sandbox?", "All 24 organizations, 4534 members", "Type reset")
		c.Type("reset")
		c.Press("enter")
		c.Wait(time.Second)
		c.sees("Organizations   0", "Members         0")
		c.Press("I")
		c.Type(filepath.Join(dir, "none.json"))
		c.Press("enter")
		c.sees("the file cannot be read")
		c.Press("ctrl+u")
		c.Type(file)
		c.Press("enter")
		c.sees("Import the state?", "will be replaced")
		c.Press("y")
		c.Wait(time.Second)
		c.sees("Organizations   24", "Members         4534", "The state of state.json is in force.")
	})
}

func TestSandbox_failuresAreSaidWhereTheDataWouldBe(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.faults.fail("GET", "/sandbox/v1/", http.StatusBadRequest)
		c.Press("6")
		c.sees("✗ Could not read the outbox", "try again")
		c.Press("tab")
		c.sees("✗ Could not read the clock")
		c.Press("+")
		c.sees("The clock is not read yet")
		c.Press("tab")
		c.sees("✗ Could not read the faults")
		c.Press("tab")
		c.sees("✗ Could not count what the sandbox holds")
		c.faults.heal()
		c.Press("r")
		c.sees("Organizations   24")
	})
}

func TestSandbox_golden(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "40x12": {40, 12}} {
		for i, tab := range []string{"outbox", "clock", "faults", "data"} {
			t.Run(tab+" "+name, func(t *testing.T) {
				inConsole(t, size[0], size[1], func(c *console) {
					c.Press("6")
					for range i {
						c.Press("tab")
					}
					c.Golden(c.t, "sandbox-"+tab+"-"+name)
				})
			})
		}
	}
}
