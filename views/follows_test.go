package views_test

import (
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// withAuditor gives Acme Robotics a role of its own.
func withAuditor(c *console) {
	must(c.t, c.client.RBAC.SetOrganizationPolicy(c.organization(acme), b2b.OrgPolicy{}, b2b.OrgPolicy{Roles: []b2b.PolicyRole{
		{RoleID: "auditor", Description: "looks", Permissions: []b2b.PolicyRolePermission{{ResourceID: "stytch.member", Actions: []string{"search"}}}},
	}}))
}

func TestRole_itsPageFollowsWhatIsTakenBack(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		withAuditor(c)
		c.openRoles()
		c.Press("/")
		c.Type("auditor")
		c.Press("enter", "e")
		c.Type(" at things")
		c.Press("ctrl+s", "enter")
		c.sees("Saved the role")
		c.Press("enter")
		c.sees("looks at things", "members have it only where it was given to them")
		c.copies("", "auditor")
		c.undone("auditor")
		c.doesNotSee("looks at things")
		c.sees("looks")
	})
}

func TestRole_thePageOfOneThatIsGoneCloses(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.openRoles()
		c.Press("n")
		c.Type("auditor")
		c.Press("tab", "tab", "down", " ", "ctrl+s", "enter")
		c.sees("Made the role.")
		c.Press("/")
		c.Type("auditor")
		c.Press("enter", "enter")
		c.sees("› auditor")
		c.undone("auditor")
		c.doesNotSee("› auditor")
		c.sees("▸Roles")
	})
}

func TestRole_anIDThatIsTakenIsRefusedWhileTyping(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		withAuditor(c)
		c.extendPolicy(docs("editor"))
		c.openRoles()
		c.Press("n", "ctrl+s")
		c.sees("type an id")
		c.Type("editor")
		c.Press("ctrl+s")
		c.sees("the project has a role of that id")
		c.Press("ctrl+u")
		c.Type("auditor")
		c.Press("ctrl+s")
		c.sees("there is a role of that id")
	})
}

func TestWhy_followsWhatIsTakenBack(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(grace)
		c.Press("e", "tab", "tab", "ctrl+u")
		c.Type("stytch_admin")
		c.Press("ctrl+s", "enter", "w")
		c.sees("given to the member directly")
		c.undone("Grace Hopper")
		c.doesNotSee("given to the member directly")
		if got := api.DirectRoles(c.member(grace)); len(got) != 0 {
			c.t.Errorf("the server has %q", got)
		}
	})
}

func TestOverview_saysHowOpenAnOrganizationIs(t *testing.T) {
	inConsole(t, 80, 60, func(c *console) {
		c.asIf(func(org *b2b.Organization) {
			org.EmailInvites, org.EmailJITProvisioning = b2b.EmailInvitesNotAllowed, b2b.EmailJITProvisioningRestricted
			org.EmailAllowedDomains = []string{"acme.example", "gmail.com", "three.example"}
			org.SSOJITProvisioning, org.SSOJITProvisioningAllowedConnections = b2b.SSOJITProvisioningRestricted, []string{"one", "two"}
			org.OAuthTenantJITProvisioning = b2b.OAuthTenantJITProvisioningRestricted
			org.AllowedOAuthTenants = map[string][]string{"slack": {"a", "b"}}
		})
		openOverview(c, "Acme")
		c.Press("r")
		c.sees("✓ Nobody can be invited by e-mail", "! Whoever has an address of acme.example and 2 more domains can join",
			"✓ Joining by SSO through 2 chosen connections", "! Whoever signs in from 2 OAuth tenants can join",
			"Anybody can join: gmail.com gives addresses to everybody")
	})
}

func TestOverview_saysHowLongADirectorysTokenLasts(t *testing.T) {
	for says, at := range map[string]*time.Time{
		"Okta · token ends in ":                        nil,
		"Okta · the token has expired on 1999-12-30":   api.Ptr(time.Date(1999, 12, 30, 12, 0, 0, 0, time.UTC)),
		"Okta · the token expires soon, on 2000-01-05": api.Ptr(time.Date(2000, 1, 5, 12, 0, 0, 0, time.UTC)),
		"Okta · token until 2001-01-05":                api.Ptr(time.Date(2001, 1, 5, 12, 0, 0, 0, time.UTC)),
	} {
		inConsole(t, 80, 60, func(c *console) {
			c.asIf(func(org *b2b.Organization) { org.SCIMActiveConnection.BearerTokenExpiresAt = at })
			openOverview(c, "Acme")
			c.Press("r")
			c.sees(says)
		})
	}
}

func TestBulk_whatARoleThatIsRemovedLeaves(t *testing.T) {
	onMarked(t, 100, 30, 3, func(c *console) {
		c.choose("remove a role")
		c.sees("Remove a role from", "billing_manager", "stytch_admin")
		c.Type("stytch_admin")
		c.Press("enter")
		c.sees("What it allowed is refused from their next request on.", "This changes 1 member, and skips 2.")
		c.Press("y")
		c.sees("1 member changed, 2 skipped.")
		if got := api.DirectRoles(c.member(ada)); len(got) != 0 {
			c.t.Errorf("the server has %q", got)
		}
	})
}

func TestBulk_noneHoldsARole(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.onMember(grace)
		c.Press("space")
		c.choose("remove a role")
		c.sees("none holds a role directly")
	})
}
