package views_test

import (
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// noClipboard takes the clipboard away.
func noClipboard(env *views.Env, _ *ui.Options) { env.Clipboard = nil }

// moveTo moves the cursor down, from the first line on, to the line that begins with
// a label.
func (c *console) moveTo(label string) {
	c.t.Helper()
	c.Press("g")
	for range 60 {
		for line := range strings.Lines(c.Screen()) {
			if rest, ok := strings.CutPrefix(strings.TrimLeft(line, " "), "▸"); ok && strings.HasPrefix(strings.TrimSpace(rest), label) {
				return
			}
		}
		c.Press("j")
	}
	c.t.Fatalf("the cursor does not come to %q:\n%s", label, c.Screen())
}

// copies presses the key that copies, chooses an item where there is a choice, and
// fails unless that puts want on the clipboard.
func (c *console) copies(item, want string) {
	c.t.Helper()
	before := len(c.copied)
	c.Press("y")
	if len(c.copied) == before {
		c.Type(item)
		c.Press("enter")
	}
	if got := c.copied[before:]; len(got) != 1 || got[0] != want {
		c.t.Errorf("%s: copied %q, want %q\n%s", item, got, want, c.Screen())
	}
}

func TestCopy_onThePagesOfAMember(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		must(c.t, c.client.Members.Update(c.member(grace), b2b.UpdateMember{MFAPhoneNumber: api.Ptr("+12025550123"), ExternalID: api.Ptr("grace-1")}))
		c.openMFA(grace)
		m := c.member(grace)
		c.copies("registration", m.TOTPRegistrationID)
		c.copies("phone", m.MFAPhoneNumber)
		c.walkTo("Sessions")
		live := c.liveSessions(grace)
		slices.SortStableFunc(live, func(a, b b2b.MemberSession) int { return b.LastAccessedAt.Compare(*a.LastAccessedAt) })
		c.copies("session", live[0].MemberSessionID)
		c.copies("member", m.MemberID)
		c.walkTo("Password")
		c.copies("password", m.MemberPasswordID)
		c.copies("e-mail", grace)
		c.walkTo("Profile")
		c.moveTo("External id")
		c.copies("", "grace-1")
		c.Press("esc")
		c.copies("as command", "orgdeck members get "+m.MemberID)
		c.copies("organization", m.OrganizationID)
	})
}

func TestCopy_onThePagesOfAnOrganization(t *testing.T) {
	onOrgTab(t, "Overview", nil, func(c *console) {
		org := c.organization("acme-robotics")
		c.copies("slug", "acme-robotics")
		c.copies("as command", "orgdeck orgs get "+org.OrganizationID)
		c.walkTo("Settings")
		c.copies("", "Acme Robotics")
		c.walkTo("SSO")
		saml := c.saml("Okta")
		c.copies("acs", saml.ACSURL)
		c.copies("connection id", saml.ConnectionID)
		c.walkTo("SCIM")
		scim := c.directory()
		c.copies("base", scim.BaseURL)
		c.copies("connection id", scim.ConnectionID)
		c.walkTo("Roles")
		c.copies("role id", "stytch_member")
		c.copies("as command", "orgdeck api GET /v1/b2b/rbac/organizations/"+org.OrganizationID)
	})
}

func TestCopy_aFailureSaysSo(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("y", "enter")
		c.sees("Organization id was not copied: there is no clipboard")
	}, noClipboard)
}
