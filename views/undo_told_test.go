package views_test

import (
	"net/http"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// undone takes the last change back, after a look at what it would be.
func (c *console) undone(summary string) {
	c.t.Helper()
	c.Press("u")
	c.sees("Undo the last change?", summary)
	c.Press("y")
	c.sees("Taken back")
}

func TestUndo_aNewOrganizationIsGoneFromTheList(t *testing.T) {
	inConsole(t, 80, 30, func(c *console) {
		c.Press("n")
		c.Type("Aardvark Works")
		c.Press("ctrl+s")
		c.sees("Created Aardvark Works.", "/25")
		c.Press("u")
		c.sees("Undo the last change?", "Delete Aardvark Works")
		c.Type("Aardvark Works") // it deletes an organization: the name is typed
		c.Press("enter")
		c.sees("Taken back", "/24")
		if _, err := c.client.Organizations.Get(c.t.Context(), "aardvark-works"); !api.IsNotFound(err) {
			c.t.Errorf("it is still there: %v", err)
		}
	})
}

func TestUndo_aNewMemberIsGoneFromTheList(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m")
		total := c.total()
		c.Press("n")
		c.Type("alan@acme-robotics.example")
		c.Press("ctrl+s")
		c.sees("alan@acme-robotics.example")
		c.undone("Delete alan@acme-robotics.example")
		c.doesNotSee("alan@acme-robotics.example  ")
		if got := c.total(); got != total {
			c.t.Errorf("the head says %d members, want %d", got, total)
		}
	})
}

func TestUndo_ofAConnectionIsSeenInTheList(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("n", "enter")
		c.Type("Entra of HQ")
		c.Press("ctrl+s")
		c.sees("Entra of HQ")
		c.Press("u")
		c.sees("Delete the connection Entra of HQ")
		c.Type("Entra of HQ") // as it is deleted by hand
		c.Press("enter")
		c.sees("Taken back", "1 connection, 1 active")
		if n := len(c.connections().SAMLConnections); n != 1 {
			c.t.Errorf("the server has %d connections", n)
		}
		c.Press("e", "ctrl+u")
		c.Type("Okta of HQ")
		c.Press("ctrl+s", "enter")
		c.sees("Okta of HQ")
		c.undone("Okta of HQ")
		c.sees("Okta")
		c.doesNotSee("Okta of HQ  ")
		c.saml("Okta")
	})
}

func TestUndo_ofAnExternalConnectionIsSeenInTheList(t *testing.T) {
	onOrgTab(t, "SSO", func(c *console) {
		other := c.organization("bluefin-logistics")
		all, err := c.client.SSO.Connections(c.t.Context(), other.OrganizationID)
		if err != nil {
			c.t.Fatal(err)
		}
		must(c.t, c.client.SSO.CreateExternal(c.acme(), b2b.CreateExternalSSOConnection{
			ExternalOrganizationID: other.OrganizationID, ExternalConnectionID: all.SAMLConnections[0].ConnectionID, DisplayName: api.Ptr("Of Bluefin"),
		}))
	}, func(c *console) {
		c.moveTo("Of Bluefin")
		c.Press("e", "ctrl+u")
		c.Type("Theirs")
		c.Press("ctrl+s", "enter")
		c.sees("Theirs")
		c.undone("Of Bluefin")
		c.sees("Of Bluefin")
		c.doesNotSee("Theirs  ")
	})
}

func TestUndo_ofADirectoryIsSeenOnItsPage(t *testing.T) {
	onOrgTab(t, "SCIM", nil, func(c *console) {
		c.Press("e")
		c.Type(" of HQ")
		c.Press("ctrl+s", "enter")
		c.sees("Okta of HQ")
		c.undone("Okta of HQ")
		c.doesNotSee("Okta of HQ  ")
		if got := c.directory().DisplayName; got != "Okta" {
			c.t.Errorf("the server has %q", got)
		}
		c.Press("R", "y", "enter")
		c.sees("A rotation is under way")
		c.undone("ancel")
		c.doesNotSee("! A rotation is under way")
	})
}

func TestUndo_aNewDirectoryIsGone(t *testing.T) {
	onOrgTab(t, "SCIM", withoutSCIM, func(c *console) {
		c.Press("n")
		c.Type("Of HQ")
		c.Press("ctrl+s", "enter", "u")
		c.sees("Undo the last change?", "Delete the connection Of HQ")
		c.Type("Of HQ")
		c.Press("enter")
		c.sees("No SCIM connection.")
		if c.organization(acme).SCIMActiveConnection != nil {
			c.t.Error("the server has it still")
		}
	})
}

func TestUndo_aDeletedRoleIsBackInTheMatrix(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		must(c.t, c.client.RBAC.SetOrganizationPolicy(c.organization(acme), b2b.OrgPolicy{}, b2b.OrgPolicy{Roles: []b2b.PolicyRole{
			{RoleID: "auditor", Description: "looks", Permissions: []b2b.PolicyRolePermission{{ResourceID: "stytch.member", Actions: []string{"search"}}}},
		}}))
		c.openRoles()
		c.Press("/")
		c.Type("auditor")
		c.Press("enter", "d", "y")
		c.sees("Deleted the role.")
		c.doesNotSee("◆ auditor")
		c.undone("auditor")
		c.sees("◆ auditor")
		if roles := c.orgRoles(); len(roles) != 1 {
			c.t.Errorf("the server has %d roles of the organization's own", len(roles))
		}
	})
}

func TestUndo_theClockGoesBackEverywhere(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.Press("6", "tab", "+")
		c.Type("7 days")
		c.Press("enter")
		c.sees("! 7 days ahead", "◷ clock")
		c.undone("Move the clock of the sandbox")
		c.sees("✓ none")
		c.doesNotSee("◷ clock")
		clock, err := c.client.Sandbox.Clock(c.t.Context())
		if err != nil || clock.Offset() != 0 {
			c.t.Error(clock, err)
		}
	})
}

func TestUndo_aFaultIsTakenAway(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("6", "tab", "tab", "n", "enter", "ctrl+s")
		c.sees("The fault is in force", "fails: 500")
		c.Press("u", "y")
		c.sees("Taken back", "No fault is in force")
		if all, err := c.client.Sandbox.Faults(c.t.Context()); err != nil || len(all) != 0 {
			c.t.Error(all, err)
		}
		c.Press("n", "enter", "ctrl+s", "X")
		c.sees("Cleared; 0 faults in force.", "No fault is in force")
		c.Press("u", "y")
		c.sees("fails: 500")
	})
}

func TestUndo_thatFailsSaysSoAndCanBeTriedAgain(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "e", "tab", "ctrl+u")
		c.Type("Countess Ada")
		c.Press("ctrl+s", "enter")
		c.faults.fail(http.MethodPut, "/v1/b2b/organizations/", http.StatusInternalServerError)
		c.Press("u", "y")
		c.Wait(10 * second)
		c.sees("Undo the last change?", "✗", "It is broken")
		c.faults.heal()
		c.Press("y")
		c.sees("Taken back")
		if name := c.member(ada).Name; name != "Ada Lovelace" {
			c.t.Errorf("the server has %q", name)
		}
	})
}

func TestUndo_afterActingWhatWasDoneWhileActingStays(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(ada)
		c.actAs("Ada Lovelace")
		c.Press("e", "tab", "ctrl+u")
		c.Type("Countess Ada")
		c.Press("ctrl+s", "enter")
		c.sees("Saved Countess Ada.")
		c.Press("a")
		c.Wait(time.Second)
		c.Press("u")
		c.sees("The last change was made while acting as a member, in a session that is over: change it back by hand.")
		c.Press("a", "enter", "y", "u") // another session
		c.sees("in a session that is over")
	})
}

func TestUndo_actingDoesNotHideWhatWasDoneBefore(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(ada)
		c.Press("e", "tab", "ctrl+u")
		c.Type("Countess Ada")
		c.Press("ctrl+s", "enter")
		c.actAs("Countess Ada")
		c.Press("u")
		c.sees("The last change was made before acting as a member: stop acting first.")
		c.Press("a")
		c.Wait(time.Second)
		c.undone("Ada Lovelace")
		if name := c.member(ada).Name; name != "Ada Lovelace" {
			c.t.Errorf("the server has %q", name)
		}
	})
}
