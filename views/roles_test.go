package views_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// extendPolicy gives the project of the sandbox a resource, roles and rights of its
// own.
func (c *console) extendPolicy(policy b2b.Policy) {
	c.t.Helper()
	body, err := json.Marshal(policy)
	if err != nil {
		c.t.Fatal(err)
	}
	if _, err := c.client.Raw(c.t.Context(), http.MethodPut, "/sandbox/v1/rbac_policy", body); err != nil {
		c.t.Fatal(err)
	}
}

func docs(roles ...string) b2b.Policy {
	p := b2b.Policy{Resources: []b2b.PolicyResource{{ResourceID: "document", Description: "a file", Actions: []string{"read", "write"}}}}
	for _, id := range roles {
		p.Roles = append(p.Roles, b2b.PolicyRole{RoleID: id, Description: "may write", Permissions: []b2b.PolicyRolePermission{{ResourceID: "document", Actions: []string{"write"}}}})
	}
	return p
}

// openRoles goes to the roles of Acme Robotics.
func (c *console) openRoles() {
	c.t.Helper()
	c.Press("enter", "shift+tab")
	c.sees("▸Roles")
}

// orgRoles are the roles that Acme Robotics has of its own, past the screen.
func (c *console) orgRoles() []b2b.PolicyRole {
	c.t.Helper()
	policy, err := c.client.RBAC.OrganizationPolicy(c.t.Context(), "acme-robotics")
	if err != nil {
		c.t.Fatal(err)
	}
	return policy.Roles
}

func TestRoles_theMatrixSaysWhoMayDoWhat(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.extendPolicy(docs("editor"))
		c.Press("4")
		c.sees("▸4 Roles", "stytch.organization", "stytch_member  stytch_admin  editor", "3 roles · right 1/56",
			"stytch.organization:update.info.name", "– stytch_member may not.")
		c.Press("right")
		c.sees("✓ stytch_admin may: it has all rights on stytch.organization, also those to come.")
		c.Press("G", "l")
		c.sees("document:write", "✓ editor may.", "A role of the project: may write.")
		c.Press("k")
		c.sees("document:read", "– editor may not.")
	})
}

func TestRoles_theFilterNarrowsRightsAndRoles(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.extendPolicy(docs("editor"))
		c.Press("4", "/")
		c.Type("DOCU editor")
		c.sees("document  a file", "read", "write", "right 1/2")
		c.doesNotSee("stytch.organization", "stytch_admin")
		c.Press("enter", "down")
		c.sees("✓ editor may.")
		c.Press("esc")
		c.sees("stytch_admin", "document:write") // the cursor stays on its right
		c.Press("/")
		c.Type("nosuchright")
		c.sees("Nothing matches “nosuchright”. esc shows all again.")
		c.Press("enter", "enter")
		c.sees("No role is selected.")
	})
}

func TestRoles_manyRolesScrollSideways(t *testing.T) {
	inConsole(t, 60, 16, func(c *console) {
		c.extendPolicy(docs("role-number-one", "role-number-two", "role-number-three", "role-number-four"))
		c.Press("4")
		c.sees("more ›")
		c.Press("l", "l", "l", "l", "l")
		c.sees("‹", "role-number-four may not")
		c.doesNotSee("more ›")
		c.Press("h", "h", "h", "h", "h")
		c.sees("stytch_member may not", "more ›")
	})
}

func TestRoles_aRoleTellsAllAboutIt(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("4", "right", "enter")
		c.sees("4 Roles › stytch_admin", "A role of every project", "stytch.sso", "everything, also what is to come")
		c.Press("r")
		c.sees("Who has a role is told in an organization")
	})
}

func TestRoles_theProjectsCannotBeChanged(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("4")
		for _, key := range []string{"n", "e", "d"} {
			c.Press(key)
			c.sees("The API cannot change the project's roles")
		}
	})
}

func TestOrgRoles_showWhoHasARoleAndWhatGivesIt(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		org := c.organization("acme-robotics")
		must(c.t, c.client.Organizations.Update(org, b2b.UpdateOrganization{
			RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "acme-robotics.example", RoleID: b2b.RoleAdmin}},
		}))
		saml := must(c.t, c.client.SSO.CreateSAML(org.OrganizationID, b2b.CreateSAMLConnection{DisplayName: api.Ptr("Okta of Acme")}))
		must(c.t, c.client.SSO.UpdateSAML(saml, b2b.UpdateSAMLConnection{
			AttributeMapping:                      b2b.Object{"email": []byte(`"NameID"`), "full_name": []byte(`"name"`), "groups": []byte(`"groups"`)},
			SAMLConnectionImplicitRoleAssignments: []b2b.SAMLConnectionImplicitRoleAssignment{{RoleID: b2b.RoleAdmin}},
			SAMLGroupImplicitRoleAssignments:      []b2b.SAMLGroupImplicitRoleAssignment{{RoleID: b2b.RoleAdmin, Group: "Ops"}},
		}))
		c.Press("r")
		c.openRoles()
		c.sees("◆ ", "of its own · ")
		c.Press("v")
		c.sees("addresses at acme-robotics.example", "everybody who signs in by Okta of Acme", "the group Ops of Okta of Acme")
		c.Press("enter")
		c.sees("By e-mail domain", "By SSO group", "Who has it: 2", "Ada Lovelace")
	})
}

func TestOrgRoles_anOrganizationsOwnAreMadeChangedAndDeleted(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		before := len(c.orgRoles())
		c.openRoles()
		c.Press("n")
		c.Type("stytch_mine")
		c.Press("ctrl+s")
		c.sees("ids that start with stytch are Stytch's", "a role needs a right")
		for range len("stytch_mine") {
			c.Press("backspace")
		}
		c.Type("auditor")
		c.Press("tab")
		c.Type("looks at things")
		c.Press("tab", " ", "down", " ", "ctrl+s")
		c.sees("everything on stytch.organization holds its other rights")
		c.Press("up", " ", "ctrl+s")
		c.sees("Make the role auditor in Acme Robotics", "stytch.organization:update.info.name")
		c.Press("enter")
		c.sees("Made the role. Acme Robotics has", "◆ auditor")
		roles := c.orgRoles()
		if len(roles) != before+1 || roles[before].RoleID != "auditor" || roles[before].Permissions[0].Actions[0] != "update.info.name" {
			c.t.Fatalf("got %+v", roles)
		}
		c.Press("/")
		c.Type("auditor")
		c.Press("enter", "e", "ctrl+s")
		c.sees("Nothing has changed.")
		c.Type("!")
		c.Press("ctrl+s")
		c.sees("looks at things!")
		c.Press("enter")
		c.sees("Saved the role")
		c.Press("d")
		c.sees("Every member of Acme Robotics who has it loses it")
		c.Press("y")
		c.sees("Deleted the role.")
		if n := len(c.orgRoles()); n != before {
			c.t.Errorf("%d roles", n)
		}
	})
}

func TestOrgRoles_thoseOfTheProjectStay(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.openRoles()
		c.Press("d")
		c.sees("stytch_member is a role of the project: here only the organization's own roles")
	})
}

func TestOrgRoles_nobodyElsesChangeIsLost(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.openRoles()
		c.Press("/")
		c.Type("◆")
		c.Press("esc", "l", "l", "d")
		org := c.organization("acme-robotics")
		must(c.t, c.client.RBAC.SetOrganizationPolicy(org, b2b.OrgPolicy{}, b2b.OrgPolicy{Roles: []b2b.PolicyRole{
			{RoleID: "theirs", Permissions: []b2b.PolicyRolePermission{{ResourceID: "stytch.member", Actions: []string{"search"}}}},
		}}))
		c.Press("y")
		c.sees("Somebody else has changed the roles meanwhile")
		if roles := c.orgRoles(); len(roles) != 1 || roles[0].RoleID != "theirs" {
			c.t.Errorf("got %+v", roles)
		}
	})
}

func TestRoles_aFailureIsWhereTheMatrixWouldBe(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.faults.fail(http.MethodGet, "/v1/b2b/rbac/policy", 400)
		c.Press("4")
		c.sees("✗ Could not load the roles.", "r try again")
		c.Press("enter")
		c.sees("The roles are not here yet.")
		c.faults.heal()
		c.Press("r")
		c.sees("stytch_admin")
	})
}

func TestRoles_hostileTextIsHarmless(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		policy := docs("editor")
		policy.Resources[0].Description, policy.Roles[0].Description = hostile, hostile
		c.extendPolicy(policy)
		c.Press("4")
		for _, keys := range [][]string{{"G"}, {"l", "l"}, {"enter"}, {"esc"}, {"/"}} {
			c.Press(keys...)
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("after %v the frame holds %q", keys, bad)
			}
		}
	})
}
