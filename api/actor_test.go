package api_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func rolesOf(own ...b2b.PolicyRole) []b2b.PolicyRole {
	return append(b2b.DefaultPolicy().Roles, own...)
}

func roleThat(id, resource string, actions ...string) b2b.PolicyRole {
	return b2b.PolicyRole{RoleID: id, Permissions: []b2b.PolicyRolePermission{{ResourceID: resource, Actions: actions}}}
}

func holding(ids ...string) b2b.Member {
	m := b2b.Member{MemberID: "member-test-1"}
	for _, id := range ids {
		m.Roles = append(m.Roles, b2b.MemberRole{RoleID: id, Sources: []b2b.MemberRoleSource{{Type: "direct_assignment"}}})
	}
	return m
}

func TestJudge(t *testing.T) {
	desk, all := roleThat("desk", "stytch.member", "search"), roleThat("keeper", "document", "*")
	for name, c := range map[string]struct {
		held   []string
		p      api.Permission
		by, on []string
		would  []string
	}{
		"by name":                    {[]string{"stytch_member", "desk"}, api.Permission{Resource: "stytch.member", Action: "search"}, []string{"desk"}, nil, []string{"stytch_admin", "desk"}},
		"by everything":              {[]string{"keeper"}, api.Permission{Resource: "document", Action: "burn"}, []string{"keeper"}, nil, []string{"keeper"}},
		"by two":                     {[]string{"desk", "stytch_admin"}, api.Permission{Resource: "stytch.member", Action: "search"}, []string{"desk", "stytch_admin"}, nil, []string{"stytch_admin", "desk"}},
		"not":                        {[]string{"stytch_member"}, api.Permission{Resource: "stytch.sso", Action: "get"}, nil, nil, []string{"stytch_admin"}},
		"only to itself":             {[]string{"stytch_member"}, api.Permission{Resource: "stytch.member", Action: "delete"}, nil, []string{"stytch_member"}, []string{"stytch_admin"}},
		"another resource":           {[]string{"keeper"}, api.Permission{Resource: "stytch.member", Action: "search"}, nil, nil, []string{"stytch_admin", "desk"}},
		"a role that is gone":        {[]string{"ghost"}, api.Permission{Resource: "stytch.member", Action: "search"}, nil, nil, []string{"stytch_admin", "desk"}},
		"no role at all":             {nil, api.Permission{Resource: "stytch.self", Action: "delete"}, nil, nil, []string{"stytch_member"}},
		"an action that is no word":  {[]string{"desk"}, api.Permission{Resource: "stytch.member", Action: ""}, nil, nil, []string{"stytch_admin"}},
		"a resource that nobody has": {[]string{"desk", "keeper"}, api.Permission{Resource: "nothing", Action: "x"}, nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := api.Judge(rolesOf(desk, all), holding(c.held...), c.p)
			ids := func(roles []b2b.MemberRole) (all []string) {
				for _, r := range roles {
					all = append(all, r.RoleID)
				}
				return all
			}
			if !slices.Equal(ids(got.By), c.by) || !slices.Equal(ids(got.OnItself), c.on) || !slices.Equal(got.Would, c.would) || got.Yes() != (len(c.by) > 0) {
				t.Errorf("by %v, on itself %v, would %v", ids(got.By), ids(got.OnItself), got.Would)
			}
		})
	}
}

func actorWith(roles ...string) api.Actor {
	return api.Actor{
		Member: ada, Organization: acme, Token: "canary-session-token",
		Session: b2b.MemberSession{Roles: roles}, Roles: rolesOf(roleThat("renamer", "stytch.member", "update.info.name")),
	}
}

func TestActorRefusal(t *testing.T) {
	own, self := acme.OrganizationID, ada.MemberID
	for name, c := range map[string]struct {
		roles       []string
		e           b2b.Endpoint
		org, member string
		says        string
	}{
		"an administrator":          {[]string{b2b.RoleAdmin}, b2b.OrganizationsMembersDelete, own, "other", ""},
		"a plain member":            {[]string{b2b.RoleMember}, b2b.OrganizationsMembersDelete, own, "other", "it takes stytch.member:delete."},
		"a plain member to itself":  {[]string{b2b.RoleMember}, b2b.OrganizationsMembersDelete, own, self, ""},
		"no field":                  {[]string{b2b.RoleMember}, b2b.OrganizationsMembersUpdate, own, "other", "or another right to change a field."},
		"some fields":               {[]string{"renamer"}, b2b.OrganizationsMembersUpdate, own, "other", ""},
		"no permission is named":    {[]string{b2b.RoleMember}, b2b.OrganizationsDeleteExternalID, own, "", "it takes the role stytch_admin."},
		"another organization":      {[]string{b2b.RoleAdmin}, b2b.OrganizationsMembersDelete, "elsewhere", "other", "other organizations are out of reach"},
		"only for the project":      {[]string{b2b.RoleAdmin}, b2b.TOTPsCreate, own, self, "Only the project may do this"},
		"a secret of the project":   {[]string{b2b.RoleAdmin}, b2b.RecoveryCodesGet, own, self, "Only the project may do this"},
		"a read that nobody guards": {[]string{b2b.RoleMember}, b2b.OrganizationsGet, own, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			a := actorWith(c.roles...)
			got := a.Refusal(c.e, c.org, c.member)
			if (c.says == "") != (got == "") || !strings.Contains(got, c.says) {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestAs_refusesBeforeAnythingIsSent(t *testing.T) {
	s := &shop{org: acme, member: ada}
	c := client(t, s).As(actorWith(b2b.RoleAdmin))
	other := b2b.Organization{OrganizationID: "organization-test-other"}
	for name, call := range map[string]func() error{
		"another organization": func() error { return also(c.Organizations.Get(t.Context(), other.OrganizationID)) },
		"its members": func() error {
			return also(c.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{acme.OrganizationID, other.OrganizationID}}))
		},
		"all organizations": func() error { return also(c.Organizations.Search(t.Context(), b2b.SearchOrganizations{})) },
		"an invitation elsewhere": func() error {
			return do(t.Context(), c.MagicLinks.Invite(b2b.InviteEmailMagicLink{OrganizationID: other.OrganizationID, EmailAddress: "a@b.example"}))
		},
		"sessions elsewhere": func() error { return also(c.Sessions.Get(t.Context(), other.OrganizationID, ada.MemberID)) },
		"what is the project's": func() error {
			return do(t.Context(), c.Organizations.Create(b2b.CreateOrganization{OrganizationName: "New"}))
		},
		"a secret": func() error { return also(c.RecoveryCodes.Get(t.Context(), acme.OrganizationID, ada.MemberID)) },
	} {
		t.Run(name, func(t *testing.T) {
			err := call()
			if said := api.Explain(err); err == nil || !strings.Contains(said, "other organizations are out of reach") && !strings.Contains(said, "only the project may do this") {
				t.Errorf("got %v", err)
			}
		})
	}
	if len(s.log) > 0 {
		t.Errorf("sent %v", s.log)
	}
	if _, err := c.Organizations.Get(t.Context(), acme.OrganizationID); err != nil {
		t.Errorf("its own: %v", err)
	}
}

func TestAs_a403NamesWhatIsMissing(t *testing.T) {
	refuse := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		_, _ = fmt.Fprint(w, `{"status_code":403,"request_id":"r","error_type":"session_authorization_error","error_message":"No."}`)
	})
	name := "New"
	c := client(t, refuse).As(actorWith("renamer"))
	err := do(t.Context(), c.Members.Create(acme.OrganizationID, b2b.CreateMember{EmailAddress: "a@b.example", Name: &name}))
	if got := api.Reason(err); got != "No; it takes stytch.member:create." {
		t.Errorf("got %q", got)
	}
	if !api.IsForbidden(err) {
		t.Error("it is a 403 no more")
	}
}

func TestAs_noticesThatTheSessionIsOver(t *testing.T) {
	gone := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		_, _ = fmt.Fprint(w, `{"status_code":404,"request_id":"r","error_type":"session_not_found","error_message":"Gone."}`)
	})
	project := client(t, gone)
	c := project.As(actorWith(b2b.RoleAdmin))
	if c.Lapsed() || project.Lapsed() {
		t.Fatal("over before anything was asked")
	}
	if err := do(t.Context(), c.Members.Delete(ada)); err == nil {
		t.Fatal("no error")
	}
	if !c.Lapsed() || project.Lapsed() || c.Actor().Name() == "" || project.Actor() != nil {
		t.Error("the end of the session was not noticed, or by the project too")
	}
}
