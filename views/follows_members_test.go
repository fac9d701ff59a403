package views_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// countsMembers fails unless the list of organizations says that Acme Robotics has
// so many members. It begins and ends at the list of members.
func (c *console) countsMembers(n int) {
	c.t.Helper()
	c.Wait(second) // they are counted again once it is quiet
	for range 3 {
		if strings.Contains(c.Screen(), "▸Members") { // the first presses clear the search and the filters
			c.Press("esc")
		}
	}
	if line := c.lineWith("acme-robotics"); !slices.Contains(strings.Fields(line), strconv.Itoa(n)) {
		c.t.Errorf("want %d members: %s", n, line)
	}
	c.Press("m")
}

func TestMembers_whoComesAndGoesIsCounted(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("m")
		c.countsMembers(245)
		c.Press("n")
		c.Type(newcomer)
		c.Press("ctrl+s")
		c.sees("Created")
		c.countsMembers(246)
		c.Press("g", "down", "d")
		c.sees("Delete Ada Lovelace")
		c.Press("y")
		c.countsMembers(245)
		c.Press("u", "y")
		c.sees("Taken back")
		c.countsMembers(246)
	})
}

func TestMembers_whoIsReactivatedIsCounted(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		must(c.t, c.client.Members.Delete(c.member(ada)))
		c.Press("r", "m")
		c.countsMembers(244)
		c.keys("f down down down space ctrl+s / ada.lovelace enter R y")
		c.sees("Reactivated")
		c.countsMembers(245)
	})
}

func TestImport_whoIsMadeIsCounted(t *testing.T) {
	withSheet(t, 120, 36, "email_address,name\n"+newcomer+",Alan Turing\n", func(c *importing) {
		c.plan("people.csv")
		c.Press("enter", "y")
		c.Wait(second)
		c.sees("✓ 1 created")
		c.Press("esc")
		c.countsMembers(246)
	})
}

func TestMember_eachPageShowsWhatTheServerHoldsNow(t *testing.T) {
	inConsole(t, 120, 40, func(c *console) {
		c.Press("m")
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: api.Ptr("Countess Ada"), MFAPhoneNumber: api.Ptr("+12025550123")}))
		c.sees("Ada Lovelace")
		c.Press("enter")
		c.sees("▸Profile", "Countess Ada", "+12025550123")
		must(c.t, c.client.Members.DeleteMFAPhoneNumber(c.member(ada)))
		c.walkTo("MFA")
		c.doesNotSee("+12025550123")
		withPassword(c)
		c.walkTo("Password")
		c.doesNotSee("has no password")
	})
}

func TestMembers_whoMayBeInvitedFollowsTheSettings(t *testing.T) {
	inConsole(t, 120, 40, func(c *console) {
		c.Press("m")
		c.walkTo("Settings")
		toSetting(c, "email_invites")
		c.Press("e", "down", "down", "ctrl+s")
		saveSettings(c)
		c.Press("shift+tab")
		c.sees("▸Members")
		c.Press("i")
		c.says("i", "This organization allows no invitations by e-mail: see its settings.")
	})
}

func TestConnections_anExternalIDThatIsRemovedIsGoneFromEveryPage(t *testing.T) {
	named := func(c *console) {
		must(c.t, c.client.Members.Update(c.member(grace), b2b.UpdateMember{ExternalID: api.Ptr("employee-4711")}))
	}
	onConnections(t, grace, named, func(c *console) {
		c.sees("employee-4711")
		c.Press("G", "d")
		c.sees("Remove the external id?")
		c.Press("y")
		c.sees("The external id is removed.")
		c.doesNotSee("employee-4711")
		c.walkTo("Profile")
		c.doesNotSee("employee-4711")
	})
}

func TestSSO_aConnectionThatIsDeletedIsGoneFromTheOverview(t *testing.T) {
	const nobody = "none: nobody signs in through an identity provider"
	inConsole(t, 120, 40, func(c *console) {
		c.Press("enter")
		c.doesNotSee(nobody)
		c.walkTo("SSO")
		c.Press("d")
		c.Type("Okta")
		c.Press("enter", "y")
		c.Wait(second)
		c.walkTo("Overview")
		c.sees(nobody)
	})
}

// lineWith is the first line of the screen with text in it.
func (c *console) lineWith(text string) string {
	c.t.Helper()
	for line := range strings.Lines(c.Screen()) {
		if strings.Contains(line, text) {
			return line
		}
	}
	c.t.Fatalf("%q is not on the screen:\n%s", text, c.Screen())
	return ""
}
