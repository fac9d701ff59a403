package views_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

const (
	cyrus = "cyrus.kowalski@acme-robotics.example"
	yara  = "yara.wojcik@acme-robotics.example"
)

// onMarked opens the members of Acme Robotics and marks the first n: Ada, Grace
// (who has MFA and an authenticator app), Cyrus, Yara …
func onMarked(t *testing.T, width, height, n int, test func(c *console)) {
	t.Helper()
	inConsole(t, width, height, func(c *console) {
		c.Press("m")
		for range n {
			c.Press(" ")
		}
		test(c)
	})
}

// choose opens the menu of acts and chooses one by its name.
func (c *console) choose(act string) {
	c.t.Helper()
	c.Press("b")
	c.Type(act)
	c.Press("enter")
}

// slow makes every request take a second, until it is healed.
func (f *faults) slow() {
	f.set(func(http.ResponseWriter, *http.Request) bool {
		time.Sleep(time.Second)
		return false
	})
}

func TestBulk_nothingIsMarked(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "b")
		c.sees("Mark members first")
		c.Press("*")
		c.sees("100 marked")
		c.Press("*", "b")
		c.sees("Mark members first")
	})
}

func TestBulk_markingIsInTheHelp(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("m", "?")
		c.Type("mark")
		c.sees("space", "act on the marked", "mark all that were fetched")
	})
}

func TestBulk_asksForMFA(t *testing.T) {
	onMarked(t, 80, 24, 4, func(c *console) {
		c.Press("b")
		c.Golden(c.t, "bulk-menu-80x24")
		c.Press("enter")
		c.sees("This changes 3 members, and skips 1.", "Skipped, asked for it already: Grace Hopper.", "Ada Lovelace")
		before := c.faults.requests()
		c.Press("ctrl+d")
		c.Golden(c.t, "bulk-dry-run-80x24")
		c.Press("esc", "enter") // No is the default
		if c.faults.requests() != before {
			c.t.Fatal("something was sent before it was agreed to")
		}
		c.choose("ask")
		c.Press("y")
		c.sees("3 members changed, 1 skipped.", "! no factor")
		c.doesNotSee("marked")
		for _, email := range []string{ada, cyrus, yara} {
			if !c.member(email).MFAEnrolled {
				c.t.Errorf("%s is not asked for MFA", email)
			}
		}
	})
}

func TestBulk_planScrollsWhereThereIsNoRoom(t *testing.T) {
	onMarked(t, 60, 16, 5, func(c *console) {
		c.choose("delete m")
		c.sees("This changes 5 members.", "Type delete 5 and press enter to delete.", "more")
		c.doesNotSee("Yara Wójcik  ")
		c.Press("down", "down", "down", "down", "down", "down")
		c.sees("Yara Wójcik", "active → deleted", "Type delete 5 and press enter to delete.")
	})
}

func TestBulk_oneFailsInTheMiddle(t *testing.T) {
	onMarked(t, 80, 24, 4, func(c *console) {
		broken := c.member(cyrus)
		c.faults.fail("PUT", "/v1/b2b/organizations/"+broken.OrganizationID+"/members/"+broken.MemberID, 500)
		c.choose("ask")
		c.Press("y")
		c.sees("2 members changed, 1 failed, 1 skipped.", "Cyrus Kowalski", "It is broken [request-id-test-broken]")
		c.Golden(c.t, "bulk-failed-80x24")
		c.Press("y")
		if len(c.copied) != 1 || !strings.Contains(c.copied[0], broken.MemberID) || !strings.Contains(c.copied[0], "request-id-test-broken") {
			c.t.Errorf("copied %q", c.copied)
		}
		c.Press("esc")
		c.sees("1 marked") // the one that failed
		c.faults.heal()
		c.choose("ask")
		c.sees("This changes 1 member.")
		c.Press("y")
		for _, email := range []string{ada, cyrus, yara} {
			if !c.member(email).MFAEnrolled {
				c.t.Errorf("%s is not asked for MFA", email)
			}
		}
	})
}

func TestBulk_manyFailuresScroll(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "*", "b", "enter") // only those that are marked
		c.Type("waive")
		c.faults.fail("PUT", "/", 500)
		c.Press("enter", "y")
		c.sees("0 members changed", "failed", "more lines")
		first := c.Screen()
		c.Press("down", "down", "down")
		if c.Screen() == first {
			c.t.Fatal("the failures do not scroll")
		}
		c.Press("up", "up", "up", "up")
		if c.Screen() != first {
			c.t.Fatal("the failures do not scroll back")
		}
	})
}

func TestBulk_stopsAfterTheOneUnderWay(t *testing.T) {
	onMarked(t, 80, 24, 4, func(c *console) {
		c.choose("ask")
		c.faults.slow()
		c.Press("y")
		c.Wait(2500 * time.Millisecond) // the first took two requests; the second is under way
		c.sees("1/3", "Cyrus Kowalski…")
		c.Golden(c.t, "bulk-progress-80x24")
		c.Press("q", "esc", "esc")
		c.sees("Stopping after Cyrus Kowalski…")
		c.Wait(5 * time.Second)
		c.sees("Stopped: 2 members changed, 1 not begun, 1 skipped.")
		c.faults.heal()
		c.Press("enter")
		c.sees("1 marked")
		if !c.member(cyrus).MFAEnrolled {
			c.t.Error("what was under way was not waited for")
		}
		if c.member(yara).MFAEnrolled {
			c.t.Error("it went on after the stop")
		}
	})
}

func TestBulk_quittingInTheMiddleAsks(t *testing.T) {
	onMarked(t, 80, 24, 4, func(c *console) {
		c.choose("ask")
		c.faults.slow()
		c.Press("y", "ctrl+c")
		c.sees("Quit all the same?")
		if c.Quit() {
			c.t.Fatal("it quit")
		}
		c.Press("esc")
		c.Wait(7 * time.Second)
		c.sees("3 members changed")
	})
}

func TestBulk_saysWhenMoreMatchThanWereFetched(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "*", "b")
		c.sees("More match than were fetched", "Only the 100 that are marked", "Fetch and mark all 245 that match")
		c.Press("enter")
		c.sees("Act on 100 marked members")
		c.Press("enter")
		c.sees("145 more match the search, were not fetched, and stay as they are.")
	})
}

func TestBulk_fetchesAllThatMatch(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("m")
		c.search("robotics")
		c.Press("enter", "*", "b", "down", "enter")
		c.sees("Act on 245 marked members", "245 marked")
		c.Type("ask")
		c.Press("enter")
		c.Golden(c.t, "bulk-all-120x36")
		c.Press("y")
		c.sees("members changed")
		search := b2b.SearchMembers{OrganizationIDs: []string{c.organization("acme-robotics").OrganizationID}}
		for m, err := range c.client.Members.All(c.t.Context(), search) {
			if err != nil {
				c.t.Fatal(err)
			}
			if !m.MFAEnrolled {
				c.t.Errorf("%s is not asked for MFA", m.EmailAddress)
			}
		}
		c.Press("G", "G")
		c.sees("245/245") // no one is listed twice
	})
}

func TestBulk_fetchingTheRestCanBeStoppedAndCanFail(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "*", "b", "down")
		c.faults.slow()
		c.Press("enter")
		c.sees("Fetch all that match", "0/245")
		c.Press("esc")
		c.Wait(2 * time.Second)
		c.sees("Stopped. Nothing was kept.", "100 marked")
		c.faults.fail("POST", "/v1/b2b/organizations/members/search", http.StatusBadRequest)
		c.Press("b", "down", "enter")
		c.sees("Could not fetch the members", "It is broken.")
		c.faults.heal()
		c.Press("r")
		c.sees("Act on 245 marked members")
	})
}

func TestBulk_acrossOrganizations(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("2")
		c.search("ada.lovelace")
		c.Press("enter", " ")
		c.choose("ask")
		c.Press("y")
		c.sees("1 member changed.")
		if !c.member(ada).MFAEnrolled {
			c.t.Error("Ada is not asked for MFA")
		}
	})
}

func TestBulk_hostileNamesStayInTheirPlace(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		name := "\x1b[2J\u202eevil\n" + strings.Repeat("漢", 60)
		m := c.member(ada)
		if _, err := c.client.Members.Update(m, b2b.UpdateMember{Name: &name}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Press("m", " ")
		c.choose("ask")
		frame := c.Frame()
		c.Press("ctrl+d")
		c.faults.fail("PUT", "/", 500)
		c.Press("esc", "y")
		for _, bad := range []string{"\x1b[2J", "\u202e"} {
			if strings.Contains(frame+c.Frame(), bad) {
				c.t.Errorf("%q came through", bad)
			}
		}
		for line := range strings.Lines(c.Screen()) {
			if strings.Contains(line, "evil\n") {
				c.t.Errorf("a line ends in the name: %q", line)
			}
		}
	})
}
