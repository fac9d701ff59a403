package views_test

import (
	"net/http"
	"slices"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestWhy_tellsWhereEachRoleComesFrom(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		must(c.t, c.client.Organizations.Update(c.organization("acme-robotics"), b2b.UpdateOrganization{
			RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "acme-robotics.example", RoleID: b2b.RoleAdmin}},
		}))
		c.onMember(ada)
		c.Press("w")
		c.sees("Rights of Ada Lovelace", "stytch_admin   given to the member directly", "by the e-mail domain acme-robotics.example",
			"stytch_member  everybody has it", "Press / to ask about one.")
	})
}

func TestWhy_answersWhetherAMemberMayDoSomething(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(grace)
		c.Press("w", "/")
		c.sees("May Grace Hopper …?", "stytch.organization:update.info.name ", "✗ no")
		c.Type("stytch.member:delete")
		c.sees("› stytch.member:delete ", "◐ only to themselves, by stytch_member")
		c.Press("enter")
		c.sees("Answer            ◐ only to themselves", "By stytch_member  everybody has it", "Roles that would  stytch_admin")
		c.Press("enter")
		c.Type("stytch.self:delete")
		c.Press("enter")
		c.sees("✓ yes")
		c.doesNotSee("Roles that would")
	})
}

func TestWhy_isThereFromTheProfileAndFollowsAChange(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(grace)
		c.Press("enter")
		c.sees("▸Profile")
		c.Press("w", "/")
		c.Type("stytch.scim:create")
		c.Press("enter")
		c.sees("✗ no")
		m := c.member(grace)
		must(c.t, c.client.Members.Update(m, b2b.UpdateMember{Roles: []string{b2b.RoleAdmin}}))
		c.Press("r")
		c.sees("✓ yes", "By stytch_admin", "given to the member directly")
	})
}

func TestWhy_aFailureSaysSoAndIsTriedAgain(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.onMember(grace)
		c.faults.fail(http.MethodGet, "/v1/b2b/rbac", 400)
		c.Press("w")
		c.sees("✗ Could not load the rights of Grace Hopper.")
		c.Press("/")
		c.sees("The policy is not here yet.")
		c.faults.heal()
		c.Press("r")
		c.sees("Roles of Grace Hopper")
	})
}

// TestWhy_theServerSaysTheSame asks the server about every right, in a session.
func TestWhy_theServerSaysTheSame(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.extendPolicy(docs("editor"))
		org := c.organization("acme-robotics")
		must(c.t, c.client.RBAC.SetOrganizationPolicy(org, b2b.OrgPolicy{}, b2b.OrgPolicy{Roles: []b2b.PolicyRole{
			{RoleID: "desk", Permissions: []b2b.PolicyRolePermission{{ResourceID: "stytch.member", Actions: []string{"search"}}, {ResourceID: "document", Actions: []string{"*"}}}},
		}}))
		policy, err := c.client.RBAC.Policy(c.t.Context())
		if err != nil {
			c.t.Fatal(err)
		}
		roles := append(policy.Roles, c.orgRoles()...)
		for _, direct := range [][]string{{}, {"desk"}, {"editor", "desk"}, {b2b.RoleAdmin}} {
			m := c.member(grace)
			m = must(c.t, c.client.Members.Update(m, b2b.UpdateMember{Roles: append([]string{"editor"}, direct...)}))
			session := c.session(m)
			for _, resource := range policy.Resources {
				for _, action := range resource.Actions {
					p := api.Permission{Resource: resource.ResourceID, Action: action}
					c.sameVerdict(api.Judge(roles, m, p), session.SessionToken, m.OrganizationID)
				}
			}
		}
	})
}

func (c *console) sameVerdict(ours api.Verdict, token b2b.Secret, organizationID string) {
	c.t.Helper()
	answer, err := c.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &token, AuthorizationCheck: &b2b.AuthorizationCheck{
		OrganizationID: organizationID, ResourceID: ours.Permission.Resource, Action: ours.Permission.Action,
	}}).Do(c.t.Context())
	if err != nil && !api.IsForbidden(err) {
		c.t.Fatal(err)
	}
	if ours.Yes() != (err == nil) {
		c.t.Fatalf("%s: we say %v, the server %v", ours.Permission, ours.Yes(), err)
	}
	if !ours.Yes() {
		return
	}
	var by []string
	for _, r := range ours.By {
		by = append(by, r.RoleID)
	}
	theirs := slices.Sorted(slices.Values(answer.Verdict.GrantingRoles))
	if slices.Sort(by); !slices.Equal(by, theirs) {
		c.t.Fatalf("%s: we say by %v, the server by %v", ours.Permission, by, theirs)
	}
}
