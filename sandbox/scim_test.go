package sandbox_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

const (
	userSchema       = "urn:ietf:params:scim:schemas:core:2.0:User"
	enterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
)

// provisioner is a directory that keeps an organization's members up to date.
type provisioner struct {
	*bench
	made  b2b.SCIMConnectionWithToken
	token b2b.Secret
}

func newProvisioner(t *testing.T) *provisioner {
	t.Helper()
	b := newAcme(t)
	made := do(t, b.client.SCIM.Create(b.org.OrganizationID, b2b.CreateSCIMConnection{DisplayName: ptr("Okta"), IdentityProvider: ptr("okta")}))
	return &provisioner{bench: b, made: made, token: made.BearerToken}
}

func (p *provisioner) connection() b2b.SCIMConnection {
	p.Helper()
	connection, err := p.client.SCIM.Get(p.Context(), p.org.OrganizationID)
	if err != nil {
		p.Fatal(err)
	}
	return connection
}

// scim sends a request of the protocol and returns what comes back.
func (p *provisioner) scim(method, path, body string, status int) map[string]any {
	p.Helper()
	r := httptest.NewRequestWithContext(p.Context(), method, p.made.BaseURL+"/"+path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+p.token.Reveal())
	w := httptest.NewRecorder()
	p.server.ServeHTTP(w, r)
	if w.Code != status {
		p.Fatalf("%s %s %s: got %d %s, want %d", method, path, body, w.Code, w.Body, status)
	}
	if w.Header().Get("Content-Type") != "application/scim+json" {
		p.Errorf("%s %s: it is %s", method, path, w.Header().Get("Content-Type"))
	}
	answer := map[string]any{}
	if status == http.StatusNoContent {
		return answer
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		p.Fatalf("%s %s: %v in %s", method, path, err, w.Body)
	}
	return answer
}

func (p *provisioner) refusedSCIM(method, path, body string, status int, kind any) {
	p.Helper()
	answer := p.scim(method, path, body, status)
	if answer["scimType"] != kind || answer["status"] != fmt.Sprint(status) || answer["detail"] == "" {
		p.Errorf("%s %s %s: got %v, want %v", method, path, body, answer, kind)
	}
}

func (p *provisioner) addUser(email, more string) string {
	p.Helper()
	made := p.scim(http.MethodPost, "Users", `{"schemas":["`+userSchema+`"],"userName":"`+email+`","emails":[{"value":"`+email+`","primary":true}]`+more+`}`, 201)
	id, _ := made["id"].(string)
	return id
}

func (p *provisioner) addGroup(name string, members ...string) string {
	p.Helper()
	var list []string
	for _, id := range members {
		list = append(list, `{"value":"`+id+`"}`)
	}
	made := p.scim(http.MethodPost, "Groups", `{"displayName":"`+name+`","members":[`+strings.Join(list, ",")+`]}`, 201)
	id, _ := made["id"].(string)
	return id
}

func (p *provisioner) memberOf(id string) b2b.Member {
	p.Helper()
	found, err := p.client.Members.DangerouslyGet(p.Context(), id, b2b.DangerouslyGetMember{IncludeDeleted: ptr(true)})
	if err != nil {
		p.Fatal(err)
	}
	return found.Member
}

func patch(operations string) string {
	return `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[` + operations + `]}`
}

func total(answer map[string]any) int {
	n, _ := answer["totalResults"].(float64)
	return int(n)
}

func TestAnOrganizationHasOneSCIMConnection(t *testing.T) {
	p := newProvisioner(t)
	if p.made.Status != "active" || len(p.made.BearerToken.Reveal()) != 48 || p.made.BaseURL != p.client.BaseURL()+"/v1/b2b/scim/"+p.made.ConnectionID || p.made.DisplayName != "Okta" {
		t.Errorf("got %+v", p.made)
	}
	refused(t, p.client.SCIM.Create(p.org.OrganizationID, b2b.CreateSCIMConnection{}), 400, b2b.ErrActiveSCIMConnectionExists)
	shown := p.connection()
	if !strings.HasSuffix(p.token.Reveal(), shown.BearerTokenLastFour) || shown.BearerTokenLastFour == "" || shown.NextBearerTokenExpiresAt != nil {
		t.Errorf("got %+v", shown)
	}
	if active := p.getOrg(p.org.OrganizationID).SCIMActiveConnection; active == nil || active.ConnectionID != p.made.ConnectionID || active.BearerTokenLastFour != shown.BearerTokenLastFour {
		t.Errorf("the organization shows %+v", active)
	}
	renamed := do(t, p.client.SCIM.Update(shown, b2b.UpdateSCIMConnection{DisplayName: ptr("Entra"), IdentityProvider: ptr("microsoft-entra")}))
	if renamed.DisplayName != "Entra" || renamed.IdentityProvider != "microsoft-entra" {
		t.Errorf("got %+v", renamed)
	}
	path := "/v1/b2b/scim/" + p.org.OrganizationID + "/connection"
	ask(t, p.server, http.MethodPut, path+"/"+p.made.ConnectionID, `{"identity_provider":"acme"}`).want(t, "provider", 400, b2b.ErrInvalidSCIMIDP)
	ask(t, p.server, http.MethodPut, path+"/"+p.made.ConnectionID, `{"scim_group_implicit_role_assignments":[{"role_id":"stytch_admin"}]}`).want(t, "no group", 400, b2b.ErrSCIMGroupRoleAssignmentDoesNotContainGroupID)
	ask(t, p.server, http.MethodPut, path+"/"+p.made.ConnectionID, `{"scim_group_implicit_role_assignments":[{"role_id":"stytch_admin","group_id":"x"}]}`).want(t, "unknown group", 400, b2b.ErrSCIMGroupRoleAssignmentGroupDoesNotExist)
	ask(t, p.server, http.MethodPut, path+"/scim-connection-test-none", `{}`).want(t, "unknown connection", 404, b2b.ErrNoActiveSCIMConnection)
	id := p.addUser("grace@acme.example", "")
	do(t, p.client.SCIM.Delete(renamed))
	if m := p.memberOf(id); m.Status != "active" || m.SCIMRegistration != nil {
		t.Errorf("after the connection is gone: %+v", m)
	}
	ask(t, p.server, http.MethodGet, path, "").want(t, "get", 404, b2b.ErrNoActiveSCIMConnection)
	p.refusedSCIM(http.MethodGet, "Users", "", 401, nil)
	do(t, p.client.SCIM.Create(p.org.OrganizationID, b2b.CreateSCIMConnection{}))
}

func TestRotationOfTheBearerToken(t *testing.T) {
	p := newProvisioner(t)
	first := p.token
	refused(t, p.client.SCIM.RotateComplete(p.connection()), 400, b2b.ErrSCIMConnectionNotRotatingToken)
	refused(t, p.client.SCIM.RotateCancel(p.connection()), 400, b2b.ErrSCIMConnectionNotRotatingToken)
	dropped := do(t, p.client.SCIM.RotateStart(p.connection()))
	if shown := p.connection(); !strings.HasSuffix(dropped.NextBearerToken.Reveal(), shown.NextBearerTokenLastFour) || shown.NextBearerTokenExpiresAt == nil {
		t.Errorf("got %+v", shown)
	}
	p.token = dropped.NextBearerToken
	p.scim(http.MethodGet, "Users", "", 200)
	p.token = first
	p.scim(http.MethodGet, "Users", "", 200)
	if after := do(t, p.client.SCIM.RotateCancel(p.connection())); after.NextBearerTokenLastFour != "" || after.NextBearerTokenExpiresAt != nil {
		t.Errorf("got %+v", after)
	}
	p.token = dropped.NextBearerToken
	p.scim(http.MethodGet, "Users", "", 401)
	next := do(t, p.client.SCIM.RotateStart(p.connection()))
	if after := do(t, p.client.SCIM.RotateComplete(p.connection())); !strings.HasSuffix(next.NextBearerToken.Reveal(), after.BearerTokenLastFour) {
		t.Errorf("got %+v", after)
	}
	p.token = first
	p.scim(http.MethodGet, "Users", "", 401)
	p.token = next.NextBearerToken
	p.scim(http.MethodGet, "Users", "", 200)
	p.advance(6 * 365 * 24 * time.Hour)
	p.scim(http.MethodGet, "Users", "", 401)
}

func TestGroupsGiveRoles(t *testing.T) {
	p := newProvisioner(t)
	one, two := p.addUser("one@acme.example", ""), p.addUser("two@acme.example", "")
	group := p.addGroup("Admins", one)
	connection := do(t, p.client.SCIM.Update(p.connection(), b2b.UpdateSCIMConnection{SCIMGroupImplicitRoleAssignments: []b2b.SCIMGroupImplicitRoleAssignment{{RoleID: "stytch_admin", GroupID: group}}}))
	if connection.SCIMGroupImplicitRoleAssignments[0].GroupName != "Admins" {
		t.Errorf("got %+v", connection)
	}
	ask(t, p.server, http.MethodPut, "/v1/b2b/scim/"+p.org.OrganizationID+"/connection/"+connection.ConnectionID, `{"scim_group_implicit_role_assignments":[{"role_id":"nobody","group_id":"`+group+`"}]}`).
		want(t, "unknown role", 400, b2b.ErrInvalidRBACRoleAssignment)
	admins := func(want ...string) {
		t.Helper()
		for _, id := range []string{one, two} {
			m, has := p.memberOf(id), false
			for _, id2 := range want {
				has = has || id == id2
			}
			if m.IsAdmin != has || (len(m.SCIMRegistration.SCIMAttributes.Groups) > 0) != has {
				t.Errorf("%s: admin %t, in %v, want %t", m.EmailAddress, m.IsAdmin, m.SCIMRegistration.SCIMAttributes.Groups, has)
			}
		}
	}
	admins(one)
	p.scim(http.MethodPatch, "Groups/"+group, patch(`{"op":"add","path":"members","value":[{"value":"`+two+`"},{"value":"`+one+`"}]}`), 200)
	admins(one, two)
	for _, role := range p.memberOf(two).Roles {
		if role.RoleID == "stytch_admin" && (role.Sources[0].Type != "scim_connection_group" || string(role.Sources[0].Details["group_id"]) != `"`+group+`"`) {
			t.Errorf("got %+v", role)
		}
	}
	p.scim(http.MethodPatch, "Groups/"+group, patch(`{"op":"remove","path":"members[value eq \"`+one+`\"]"}`), 200)
	admins(two)
	if got := p.scim(http.MethodPut, "Groups/"+group, `{"displayName":"Bosses","externalId":"g1","members":[{"value":"`+one+`"}]}`, 200); got["displayName"] != "Bosses" || got["externalId"] != "g1" {
		t.Errorf("got %v", got)
	}
	admins(one)
	if name := p.connection().SCIMGroupImplicitRoleAssignments[0].GroupName; name != "Bosses" {
		t.Errorf("the assignment still says %s", name)
	}
	p.scim(http.MethodPatch, "Groups/"+group, patch(`{"op":"remove","path":"members","value":[{"value":"`+one+`"}]},{"op":"add","path":"members","value":[{"value":"`+two+`"}]}`), 200)
	admins(two)
	if user := p.scim(http.MethodGet, "Users/"+two, "", 200); user["groups"].([]any)[0].(map[string]any)["value"] != group {
		t.Errorf("got %v", user)
	}
	p.refusedSCIM(http.MethodPatch, "Groups/"+group, patch(`{"op":"add","path":"members","value":[{"value":"`+p.member.MemberID+`"}]}`), 400, "invalidValue")
	p.refusedSCIM(http.MethodPost, "Groups", `{}`, 400, "invalidValue")
	p.scim(http.MethodDelete, "Groups/"+group, "", 204)
	admins()
	if left := p.connection().SCIMGroupImplicitRoleAssignments; len(left) != 0 {
		t.Errorf("the group is gone, its assignment is not: %v", left)
	}
	p.refusedSCIM(http.MethodGet, "Groups/"+group, "", 404, nil)
}

func TestGroupsAreListed(t *testing.T) {
	p := newProvisioner(t)
	one := p.addUser("one@acme.example", "")
	for i := range 3 {
		p.advance(time.Second)
		p.addGroup(fmt.Sprintf("Group %d", i), one)
	}
	for filter, want := range map[string]int{"": 3, `displayName eq "group 1"`: 1, `members.value eq "` + one + `"`: 3, `displayName sw "x"`: 0} {
		if got := total(p.scim(http.MethodGet, "Groups?excludedAttributes=members&filter="+escape(filter), "", 200)); got != want {
			t.Errorf("%s: got %d, want %d", filter, got, want)
		}
	}
	page := p.scim(http.MethodGet, "Groups?startIndex=2&count=1", "", 200)["Resources"].([]any)[0].(map[string]any)
	if page["displayName"] != "Group 1" || len(page["members"].([]any)) != 1 {
		t.Errorf("got %v", page)
	}
	var names []string
	var cursor *string
	for range 2 {
		groups, err := p.client.SCIM.Groups(t.Context(), p.connection(), b2b.GetSCIMConnectionGroups{Limit: ptr(2), Cursor: cursor})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range groups.Items {
			names = append(names, g.GroupName)
		}
		cursor = &groups.NextCursor
	}
	if strings.Join(names, ",") != "Group 0,Group 1,Group 2" || *cursor != "" {
		t.Errorf("got %v, then %q", names, *cursor)
	}
	path := "/v1/b2b/scim/" + p.org.OrganizationID + "/connection/" + p.made.ConnectionID
	ask(t, p.server, http.MethodGet, path+"?limit=0", "").want(t, "limit 0 is the default", 200, "")
	ask(t, p.server, http.MethodGet, path+"?limit=1001", "").want(t, "limit", 400, b2b.ErrBadRequest)
	ask(t, p.server, http.MethodGet, path+"?cursor=nonsense", "").want(t, "cursor", 400, b2b.ErrBadRequest)
}

func TestTheServerDescribesItself(t *testing.T) {
	p := newProvisioner(t)
	if config := p.scim(http.MethodGet, "ServiceProviderConfig", "", 200); config["patch"].(map[string]any)["supported"] != true {
		t.Errorf("got %v", config)
	}
	if n := total(p.scim(http.MethodGet, "Schemas", "", 200)); n != 3 {
		t.Errorf("%d schemas", n)
	}
	if one := p.scim(http.MethodGet, "Schemas/"+userSchema, "", 200); one["name"] != "User" {
		t.Errorf("got %v", one)
	}
	if n := total(p.scim(http.MethodGet, "ResourceTypes", "", 200)); n != 2 {
		t.Errorf("%d kinds", n)
	}
	p.refusedSCIM(http.MethodGet, "ResourceTypes/Nothing", "", 404, nil)
	p.token = "wrong"
	p.refusedSCIM(http.MethodGet, "ServiceProviderConfig", "", 401, nil)
}

func TestADirectoryReachesNothingButItsOwn(t *testing.T) {
	p := newProvisioner(t)
	id := p.addUser("one@acme.example", "")
	mine := *p
	p.org = p.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	p.made = do(t, p.client.SCIM.Create(p.org.OrganizationID, b2b.CreateSCIMConnection{}))
	p.refusedSCIM(http.MethodGet, "Users", "", 401, nil) // with the token of the other
	p.token = p.made.BearerToken
	p.refusedSCIM(http.MethodGet, "Users/"+id, "", 404, nil)
	p.refusedSCIM(http.MethodPost, "Groups", `{"displayName":"G","members":[{"value":"`+id+`"}]}`, 400, "invalidValue")
	if n := total(mine.scim(http.MethodGet, "Users", "", 200)); n != 1 {
		t.Errorf("got %d users", n)
	}
	bearer := func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+p.token.Reveal()) }
	for _, path := range []string{"/v1/b2b/organizations/" + p.org.OrganizationID, "/v1/b2b/scim/" + p.org.OrganizationID + "/connection", "/v1/b2b/scim/" + p.made.ConnectionID + "%2Fx/connection"} {
		ask(t, p.server, http.MethodGet, path, "", bearer).want(t, path, 401, b2b.ErrInvalidAuthorizationHeader)
	}
}

func TestTheDirectoriesOfTheDemoProjectHaveTheirUsers(t *testing.T) {
	b := newDemo(t)
	p := &provisioner{bench: b}
	connection := p.connection()
	p.made.BaseURL, p.token = connection.BaseURL, do(t, b.client.SCIM.RotateStart(connection)).NextBearerToken
	registered := 0
	for m, err := range b.client.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{b.org.OrganizationID}, Query: api.And(api.Filter(b2b.FilterStatuses, []string{"active", "deleted", "invited", "pending"}))}) {
		if err != nil {
			t.Fatal(err)
		}
		if m.SCIMRegistration != nil {
			registered++
		}
	}
	if users := total(p.scim(http.MethodGet, "Users?count=1", "", 200)); users != registered || users == 0 {
		t.Errorf("the directory has %d users, %d members are registered", users, registered)
	}
}

func TestSecretsOfConnectionsAreNotInTheDatabase(t *testing.T) {
	path := t.TempDir() + "/sandbox.db"
	b := &bench{T: t, server: openServer(t, path)}
	b.client = clientOf(t, b.server)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	bearer := do(t, b.client.SCIM.Create(b.org.OrganizationID, b2b.CreateSCIMConnection{})).BearerToken
	oidc := do(t, b.client.SSO.CreateOIDC(b.org.OrganizationID, b2b.CreateOIDCConnection{}))
	do(t, b.client.SSO.UpdateOIDC(oidc, b2b.UpdateOIDCConnection{ClientSecret: ptr(b2b.Secret("a secret of the client"))}))
	for _, file := range []string{path, path + "-wal"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), bearer.Reveal()) || strings.Contains(string(text), "a secret of the client") {
			t.Errorf("%s holds a secret", file)
		}
	}
	if !strings.Contains(fmt.Sprint(bearer), "redacted") {
		t.Error("printing the token shows it")
	}
}
