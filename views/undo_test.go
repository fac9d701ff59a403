package views_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestUndo_nothingYet(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("u")
		c.sees("Nothing was changed yet that could be taken back.")
	})
}

func TestUndo_anUpdateGoesBackToTheValuesBefore(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "e", "tab", "ctrl+u")
		c.Type("Countess Ada")
		c.Press("ctrl+s", "enter")
		c.sees("Saved Countess Ada.", "Countess Ada")
		c.Press("u")
		c.Golden(c.t, "undo-80x24")
		c.Press("enter") // No is the default
		if name := c.member(ada).Name; name != "Countess Ada" {
			c.t.Fatalf("it was sent without a yes: %q", name)
		}
		c.Press("u", "y")
		c.sees("Taken back", "Ada Lovelace")
		c.doesNotSee("│", "Countess Ada  ")
		if name := c.member(ada).Name; name != "Ada Lovelace" {
			c.t.Errorf("the server has %q", name)
		}
		c.Press("u")
		c.sees("Nothing was changed yet that could be taken back.")
	})
}

func TestUndo_aDeletedMemberIsReactivated(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		before := c.member(ada)
		c.Press("m", "d", "y")
		c.doesNotSee(ada)
		c.Press("u")
		c.sees("What was done: Delete Ada Lovelace.")
		c.Press("y")
		c.sees(ada)
		after := c.member(ada)
		if after.MemberID != before.MemberID || after.Status != b2b.MemberStatusActive {
			c.t.Errorf("the server has %s, %s", after.MemberID, after.Status)
		}
	})
}

func TestUndo_ofObjectsThatAnotherStateHasReplacedIsNotOffered(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.Press("m", "e", "tab", "ctrl+u")
		c.Type("Countess Ada")
		c.Press("ctrl+s", "enter")
		c.sees("Saved Countess Ada.")
		c.Press("6", "shift+tab")
		c.emptySandbox()
		c.Press("u")
		c.sees("Nothing was changed yet that could be taken back.")
	})
}

func TestUndo_saysWhatHasNoWayBack(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m")
		c.search("hopper")
		c.Press("enter", "m", "d", "y")
		c.sees("The authenticator app of Grace Hopper is deleted.")
		c.Press("u")
		c.sees("cannot be undone: a new authenticator app")
	})
}

func TestUndo_takesAWholeBulkRunBack(t *testing.T) {
	onMarked(t, 80, 24, 4, func(c *console) {
		c.choose("ask")
		c.Press("y")
		c.sees("3 members changed")
		c.Press("u")
		c.sees("Take back all 3: Ask for MFA at each sign-in: 3 members")
		c.Press("y")
		c.sees("Taken back")
		for _, email := range []string{ada, cyrus, yara} {
			if c.member(email).MFAEnrolled {
				c.t.Errorf("%s is still asked for MFA", email)
			}
		}
		if !c.member(grace).MFAEnrolled {
			c.t.Error("Grace, who was skipped, was changed")
		}
	})
}

func TestUndo_somebodyElseCameBetween(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "e", "tab", "ctrl+u")
		c.Type("Countess Ada")
		c.Press("ctrl+s", "enter")
		m := c.member(ada)
		if _, err := c.connect().Members.Update(m, b2b.UpdateMember{Name: api.Ptr("Lady Lovelace")}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Press("u", "y")
		c.doesNotSee("Taken back")
		if name := c.member(ada).Name; name != "Lady Lovelace" {
			c.t.Errorf("what somebody else wrote was overwritten: %q", name)
		}
	})
}

func TestUndo_deleteInBulkIsTakenBack(t *testing.T) {
	onMarked(t, 80, 24, 2, func(c *console) {
		c.choose("delete mem")
		c.Type("delete 2")
		c.Press("enter")
		c.sees("2 members changed.")
		c.Press("u", "y")
		c.sees("Taken back", ada, grace)
		if statuses := c.statuses(ada, grace); !slices.Equal(statuses, []string{"active", "active"}) {
			c.t.Errorf("the server has %q", statuses)
		}
	})
}

func TestUndo_ofManyShowsHowFarItIsAndStops(t *testing.T) {
	onMarked(t, 80, 24, 4, func(c *console) {
		c.choose("ask")
		c.Press("y")
		c.sees("3 members changed")
		c.faults.slow()
		c.Press("u", "y")
		c.Wait(2500 * time.Millisecond) // the first took two requests; the second is under way
		c.sees("Undo the last change", "1/3", "Ask Cyrus Kowalski for MFA")
		c.Golden(c.t, "undo-progress-80x24")
		c.Press("esc")
		c.sees("Stopping after")
		c.Wait(5 * time.Second)
		c.sees("Stopped: 2 changes taken back, 1 not begun.", "What is not taken back stays the last change")
		c.Golden(c.t, "undo-stopped-80x24")
		c.faults.heal()
		c.Press("esc", "u")
		c.sees("Take back all 1: Ask for MFA at each sign-in: 3 members")
		c.Press("y")
		c.sees("Taken back")
		for _, email := range []string{ada, cyrus, yara} {
			if c.member(email).MFAEnrolled {
				c.t.Errorf("%s is still asked for MFA", email)
			}
		}
	})
}

func TestUndo_ofManyTellsWhatFailed(t *testing.T) {
	onMarked(t, 80, 24, 4, func(c *console) {
		c.choose("ask")
		c.Press("y")
		broken := c.member(cyrus)
		c.faults.fail("PUT", "/v1/b2b/organizations/"+broken.OrganizationID+"/members/"+broken.MemberID, 500)
		c.Press("u", "y")
		c.sees("2 changes taken back, 1 failed.", "Cyrus Kowalski", "It is broken [request-id-test-broken]")
		c.faults.heal()
		c.Press("esc", "u", "y")
		c.sees("Taken back")
		if c.member(cyrus).MFAEnrolled {
			c.t.Error("what failed was not taken back another time")
		}
	})
}

func TestUndo_ofManyIsCountedAtOnce(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.sees("acme-robotics        245")
		c.Press("m", "*", "b", "enter")
		total := c.total()
		c.Type("delete mem")
		c.Press("enter")
		c.Type("delete 100")
		c.Press("enter")
		c.Wait(second)
		c.sees("100 members changed.")
		if got := c.total(); got != total-100 {
			c.t.Errorf("the head says %d members, want %d", got, total-100)
		}
		c.Press("esc")
		c.Wait(second)
		c.sees("acme-robotics        145")
		c.Press("u", "y") // not all of them can come back
		c.Wait(second)
		total = counts(c, "acme-robotics")
		c.sees(fmt.Sprintf("acme-robotics        %d", total))
		c.Press("m")
		if got := c.total(); got != total || total <= 145 {
			c.t.Errorf("the head says %d members, want %d", got, total)
		}
	})
}

func TestUndo_whileActingOnlyWhatWasDoneThen(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(ada)
		c.actAs("Ada Lovelace")
		c.Press("u")
		c.sees("Nothing was changed yet that could be taken back.") // the session is no change
		c.Press("e", "tab", "ctrl+u")
		c.Type("Countess Ada")
		c.Press("ctrl+s", "enter")
		c.sees("Saved Countess Ada.")
		c.Press("u", "y")
		c.sees("Taken back")
		if name := c.member(ada).Name; name != "Ada Lovelace" {
			c.t.Errorf("the server has %q", name)
		}
	})
}
