package sandbox_test

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
)

func (b *bench) policy() b2b.Policy {
	b.Helper()
	policy, err := b.client.RBAC.Policy(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return policy
}

func (b *bench) orgPolicy() b2b.OrgPolicy {
	b.Helper()
	policy, err := b.client.RBAC.OrganizationPolicy(b.Context(), b.org.OrganizationID)
	if err != nil {
		b.Fatal(err)
	}
	return policy
}

// setRoles gives the organization roles of its own.
func (b *bench) setRoles(roles ...b2b.PolicyRole) {
	b.Helper()
	do(b.T, b.client.RBAC.SetOrganizationPolicy(b.org, b2b.OrgPolicy{}, b2b.OrgPolicy{Roles: roles}))
}

func role(id, resource string, actions ...string) b2b.PolicyRole {
	return b2b.PolicyRole{RoleID: id, Description: "may do it", Permissions: []b2b.PolicyRolePermission{{ResourceID: resource, Actions: actions}}}
}

func TestThePolicyIsTheDefaultUntilItIsExtended(t *testing.T) {
	b := newWorld(t)
	want := b2b.DefaultPolicy()
	b2b.Normalize(&want)
	if got := b.policy(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	custom := `{"resources":[{"resource_id":"document","description":"a file","actions":["read","write"]}],
		"roles":[{"role_id":"editor","permissions":[{"resource_id":"document","actions":["*"]}]},{"role_id":"stytch_member","permissions":[{"resource_id":"document","actions":["read"]}]}],
		"scopes":[{"scope":"read:documents","permissions":[{"resource_id":"document","actions":["read"]}]}]}`
	for range 2 { // the second replaces the first
		helper[struct{}](t, b.client, http.MethodPut, "/sandbox/v1/rbac_policy", custom)
	}
	got := b.policy()
	if len(got.Roles) != len(want.Roles)+1 || len(got.Resources) != len(want.Resources)+1 || len(got.Scopes) != len(want.Scopes)+1 {
		t.Fatalf("got %+v", got)
	}
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	plain, editor := b.signIn("plain@acme.example"), b.signIn("editor@acme.example", "editor")
	for _, c := range []struct {
		of     as
		action string
		grants []string
	}{{plain, "read", []string{"stytch_member"}}, {plain, "write", nil}, {editor, "write", []string{"editor"}}, {editor, "read", []string{"stytch_member", "editor"}}} {
		answer, err := b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &c.of.token,
			AuthorizationCheck: &b2b.AuthorizationCheck{OrganizationID: b.org.OrganizationID, ResourceID: "document", Action: c.action}}).Do(t.Context())
		if c.grants == nil {
			wantRefusal(t, err, 403, b2b.ErrSessionAuthorizationError)
		} else if err != nil || !slices.Equal(answer.Verdict.GrantingRoles, c.grants) {
			t.Errorf("%s: %+v, %v", c.action, answer.Verdict, err)
		}
	}
}

func TestAPolicyThatCannotBeIsRefused(t *testing.T) {
	b := newWorld(t)
	permit := `"permissions":[{"resource_id":"stytch.member","actions":["search"]}]`
	for body, kind := range map[string]string{
		`{"roles":1}`: b2b.ErrBadRequest,
		`{"resources":[{"resource_id":"stytch.mine","actions":["a"]}]}`:                                            b2b.ErrInvalidPermissionResource,
		`{"resources":[{"resource_id":"doc","actions":["a"]},{"resource_id":"doc","actions":["a"]}]}`:              b2b.ErrInvalidPermissionResource,
		`{"resources":[{"resource_id":"doc","actions":[]}]}`:                                                       b2b.ErrInvalidPermissionAction,
		`{"roles":[{"role_id":"stytch_mine",` + permit + `}]}`:                                                     b2b.ErrInvalidRBACCustomRole,
		`{"scopes":[{"scope":"","permissions":[]}]}`:                                                               b2b.ErrInvalidRBACScope,
		`{"scopes":[{"scope":"x","permissions":[{"resource_id":"doc","actions":["a"]}]}]}`:                         b2b.ErrInvalidPermissionResource,
		`{"roles":[{"role_id":"stytch_admin","permissions":[{"resource_id":"stytch.member","actions":["fly"]}]}]}`: b2b.ErrInvalidPermissionAction,
		`{"resources":[{"resource_id":"doc","description":"` + strings.Repeat("x", 513) + `","actions":["a"]}]}`:   b2b.ErrRBACDescriptionTooLong,
		`{"roles":[{"role_id":"a",` + permit + `},{"role_id":"a",` + permit + `}]}`:                                b2b.ErrRBACRoleDuplicate,
	} {
		ask(t, b.server, http.MethodPut, "/sandbox/v1/rbac_policy", body).want(t, body, 400, kind)
	}
	want := b2b.DefaultPolicy()
	b2b.Normalize(&want)
	if got := b.policy(); !reflect.DeepEqual(got, want) {
		t.Error("a refused policy has changed the one there was")
	}
}

func TestAnOrganizationWithoutOwnRolesHasAnEmptyPolicy(t *testing.T) {
	b := newAcme(t)
	if got := b.orgPolicy(); got.Roles == nil || len(got.Roles) != 0 {
		t.Errorf("got %+v", got)
	}
	_, err := b.client.RBAC.OrganizationPolicy(t.Context(), "none")
	wantRefusal(t, err, 404, b2b.ErrOrganizationNotFound)
}

func TestRolesOfAnOrganizationCountInEveryCheck(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	refused(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "x@acme.example", Roles: []string{"helpdesk"}}), 400, b2b.ErrInvalidRole)
	b.setRoles(role("helpdesk", "stytch.member", "search", "update.info.name"))
	if got := b.orgPolicy().Roles; len(got) != 1 || !reflect.DeepEqual(got[0], role("helpdesk", "stytch.member", "search", "update.info.name")) {
		t.Errorf("got %+v", got)
	}
	desk, other := b.signIn("desk@acme.example", "helpdesk"), b.addMember("other@acme.example")
	client := clientAs(t, b, desk.token)
	do(t, client.Members.Update(other, b2b.UpdateMember{Name: ptr("New")}))
	_, err := client.Members.Delete(other).Do(t.Context())
	wantRefusal(t, err, 403, b2b.ErrSessionAuthorizationError)
	verdict := do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &desk.token,
		AuthorizationCheck: &b2b.AuthorizationCheck{OrganizationID: b.org.OrganizationID, ResourceID: "stytch.member", Action: "search"}})).Verdict
	if !slices.Equal(verdict.GrantingRoles, []string{"helpdesk"}) {
		t.Errorf("got %+v", verdict)
	}
	elsewhere := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	refused(t, b.client.Members.Create(elsewhere.OrganizationID, b2b.CreateMember{EmailAddress: "x@other.example", Roles: []string{"helpdesk"}}), 400, b2b.ErrInvalidRole)
}

func TestReplacingTheRolesTakesThoseThatGoFromEverybody(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	b.setRoles(role("old", "stytch.member", "search"), role("kept", "stytch.sso", "*"))
	member := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "a@acme.example", Roles: []string{"old", "kept"}}))
	do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "acme.example", RoleID: "old"}}}))
	b.setRoles(role("kept", "stytch.scim", "*"), role("new", "stytch.member", "search"))
	var ids []string
	for _, r := range b.getMember(member.EmailAddress).Roles {
		ids = append(ids, r.RoleID)
	}
	if !slices.Equal(ids, []string{"kept", "stytch_member"}) {
		t.Errorf("the roles are %v", ids)
	}
	if left := b.getOrg("acme").RBACEmailImplicitRoleAssignments; len(left) != 0 {
		t.Errorf("the assignments are %v", left)
	}
}

func TestRolesThatCannotBeAreRefused(t *testing.T) {
	b := newAcme(t)
	good := role("good", "stytch.member", "search")
	b.setRoles(good)
	long := role("long", "stytch.member", "search")
	long.Description = strings.Repeat("x", 513)
	for kind, roles := range map[string][]b2b.PolicyRole{
		b2b.ErrRBACRoleDuplicate:                     {good, good},
		b2b.ErrRBACRoleMissingPermissions:            {{RoleID: "a", Permissions: []b2b.PolicyRolePermission{}}},
		b2b.ErrRBACPermissionMissingActions:          {role("a", "stytch.member")},
		b2b.ErrRBACDescriptionTooLong:                {long},
		b2b.ErrRBACRoleIDTooLong:                     {role(strings.Repeat("a", 129), "stytch.member", "search")},
		b2b.ErrRBACOrgCustomRolesOnly:                {role("stytch_admin", "stytch.member", "search")},
		b2b.ErrInvalidRBACCustomRole:                 {role("stytch_mine", "stytch.member", "search")},
		b2b.ErrInvalidRBACRoleID:                     {role("no spaces", "stytch.member", "search")},
		b2b.ErrInvalidPermissionResource:             {role("a", "nothing", "search")},
		b2b.ErrInvalidPermissionAction:               {role("a", "stytch.member", "fly")},
		b2b.ErrCannotSpecifyWildcardWithOtherActions: {role("a", "stytch.member", "*", "search")},
	} {
		refused(t, b.client.RBAC.SetOrganizationPolicy(b.org, b2b.OrgPolicy{}, b2b.OrgPolicy{Roles: roles}), 400, kind)
	}
	ask(t, b.server, http.MethodPut, "/v1/b2b/rbac/organizations/acme-robotics", `{}`).want(t, "nothing", 400, b2b.ErrBadRequest)
	if got, _ := json.Marshal(b.orgPolicy().Roles); !strings.Contains(string(got), "good") {
		t.Errorf("a refused policy has changed the roles: %s", got)
	}
}
