package sandbox_test

import (
	"net/http"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// acting makes requests under a member's session.
func acting(token, jwt b2b.Secret) func(*http.Request) {
	return func(r *http.Request) {
		if token != "" {
			r.Header.Set("X-Stytch-Member-Session", token.Reveal())
		}
		if jwt != "" {
			r.Header.Set("X-Stytch-Member-SessionJWT", jwt.Reveal())
		}
	}
}

// as is a member with a session of its own.
type as struct {
	b2b.Member
	token, jwt b2b.Secret
}

// signIn gives a new member of the organization a session, by a TOTP.
func (b *bench) signIn(email string, roles ...string) as {
	b.Helper()
	b.member = do(b.T, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: email, Roles: roles}))
	_, session := b.activate()
	return as{Member: session.Member, token: session.SessionToken, jwt: session.SessionJWT}
}

func TestASessionMayDoWhatItsRolesGrant(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	admin, plain := b.signIn("admin@acme.example", "stytch_admin"), b.signIn("plain@acme.example")
	other := b.addMember("other@acme.example")
	org, own, others := "/v1/b2b/organizations/acme", b.members(plain.MemberID), b.members(other.MemberID)
	const forbidden = b2b.ErrSessionAuthorizationError
	for _, c := range []struct {
		method, path, body string
		plain              int // status for the plain member; an admin gets 200
	}{
		{http.MethodPut, org, `{"organization_name":"Acme 2"}`, 403},
		{http.MethodPut, org, `{"mfa_policy":"OPTIONAL"}`, 403},
		{http.MethodPut, org, `{"claimed_email_domains":[]}`, 403}, // no action known: admins only
		{http.MethodPost, b.members(), `{"email_address":"new@acme.example"}`, 403},
		{http.MethodPost, org[:len("/v1/b2b/organizations")] + "/members/search", `{"organization_ids":["acme"]}`, 403},
		{http.MethodPut, others, `{"name":"New"}`, 403},
		{http.MethodPut, others, `{"is_breakglass":true}`, 403},
		{http.MethodPut, own, `{"name":"New"}`, 200},
		{http.MethodPut, own, `{"untrusted_metadata":{"a":1}}`, 200},
		{http.MethodPut, own, `{"mfa_phone_number":"+15005550006"}`, 200},
		{http.MethodPut, own, `{"is_breakglass":true}`, 403},
		{http.MethodPut, own, `{"name":"New","roles":[]}`, 403}, // every field must pass
		{http.MethodPut, own, `{"external_id":"x"}`, 403},
		{http.MethodDelete, org + "/external_id", ``, 403},
		{http.MethodGet, org + "/connected_apps", ``, 403},
	} {
		a := ask(t, b.server, c.method, c.path, c.body, acting(plain.token, ""))
		if kind := map[int]string{200: "", 403: forbidden}[c.plain]; a.status != c.plain || a.kind != kind {
			t.Errorf("plain %s %s %s: got %d %s, want %d", c.method, c.path, c.body, a.status, a.kind, c.plain)
		}
		ask(t, b.server, c.method, c.path, c.body, acting("", admin.jwt)).want(t, "admin "+c.path+c.body, 200, "")
	}
	if got := b.getMember("plain@acme.example"); got.Name != "New" {
		t.Errorf("got %q", got.Name)
	}
	ask(t, b.server, http.MethodDelete, others, "", acting(plain.token, "")).want(t, "delete another", 403, forbidden)
	ask(t, b.server, http.MethodDelete, b.members("mfa_phone_numbers", plain.MemberID), "", acting(plain.token, "")).want(t, "own phone", 200, "")
	ask(t, b.server, http.MethodDelete, own, "", acting(plain.token, "")).want(t, "delete oneself", 200, "")
	ask(t, b.server, http.MethodPut, own, `{"name":"x"}`, acting(plain.token, "")).want(t, "afterwards", 404, b2b.ErrMemberNotFound)
	other = b.addMember("another@acme.example")
	ask(t, b.server, http.MethodPut, b.members(other.MemberID), `{"name":"x"}`, acting(plain.token, "")).want(t, "a session of the deleted", 404, b2b.ErrSessionNotFound)
}

func TestWhatNoSessionMayDo(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	admin := b.signIn("admin@acme.example", "stytch_admin")
	other := b.addMember("other@acme.example")
	session := acting(admin.token, "")
	ask(t, b.server, http.MethodPut, b.members(other.MemberID), `{"trusted_metadata":{}}`, session).want(t, "member's trusted metadata", 400, b2b.ErrCannotUpdateTrustedMetadata)
	ask(t, b.server, http.MethodPut, "/v1/b2b/organizations/acme", `{"trusted_metadata":{}}`, session).want(t, "organization's", 400, b2b.ErrCannotUpdateTrustedMetadata)
	ask(t, b.server, http.MethodPut, b.members(admin.MemberID), `{"email_address":"new@acme.example"}`, session).want(t, "own address", 400, b2b.ErrMemberCannotUpdateTheirEmailAddress)
	ask(t, b.server, http.MethodPut, b.members(other.MemberID), `{"email_address":"new@acme.example"}`, session).want(t, "another's address", 200, "")
}

func TestASessionOfAnotherOrganizationIsRefused(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	admin := b.signIn("admin@acme.example", "stytch_admin")
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	session := acting(admin.token, "")
	ask(t, b.server, http.MethodPut, "/v1/b2b/organizations/other", `{"organization_name":"x"}`, session).want(t, "update", 403, b2b.ErrSessionAuthorizationTenancyError)
	ask(t, b.server, http.MethodDelete, "/v1/b2b/organizations/other", ``, session).want(t, "delete", 403, b2b.ErrSessionAuthorizationTenancyError)
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", `{"organization_ids":["acme","other"]}`, session).want(t, "search", 403, b2b.ErrSessionAuthorizationTenancyError)
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", `{"organization_ids":["acme"]}`, session).want(t, "own search", 200, "")
}

func TestSessionHeadersThatSayNothing(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	admin := b.signIn("admin@acme.example", "stytch_admin")
	path, body := b.members(admin.MemberID), `{"name":"x"}`
	ask(t, b.server, http.MethodPut, path, body, acting(admin.token, admin.jwt)).want(t, "both", 400, b2b.ErrTooManySessionArguments)
	ask(t, b.server, http.MethodPut, path, body, acting("nonsense", "")).want(t, "malformed", 400, b2b.ErrInvalidSessionToken)
	unknown := b2b.Secret("A" + admin.token.Reveal()[1:])
	if unknown == admin.token {
		unknown = "B" + unknown[1:]
	}
	ask(t, b.server, http.MethodPut, path, body, acting(unknown, "")).want(t, "unknown", 404, b2b.ErrSessionNotFound)
	ask(t, b.server, http.MethodGet, "/v1/b2b/organizations/acme", "", acting("nonsense", "nonsense")).want(t, "where none is taken", 200, "")
	ask(t, b.server, http.MethodPut, "/v1/b2b/organizations/none", body, acting("nonsense", "")).want(t, "after the path's ids", 404, b2b.ErrOrganizationNotFound)
	b.advance(61 * time.Minute)
	ask(t, b.server, http.MethodPut, path, body, acting(admin.token, "")).want(t, "expired", 404, b2b.ErrSessionNotFound)
}

func TestRolesOfTheAddressCountInASession(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme", RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "acme.example", RoleID: "stytch_admin"}}})
	boss := b.signIn("boss@acme.example")
	client := clientAs(t, b, boss.token)
	do(t, client.Organizations.Update(b.org, b2b.UpdateOrganization{OrganizationName: ptr("Acme 2")}))
	if org := b.getOrg("acme"); org.OrganizationName != "Acme 2" {
		t.Errorf("got %q", org.OrganizationName)
	}
	do(t, b.client.Organizations.Update(b.getOrg("acme"), b2b.UpdateOrganization{RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{}}))
	_, err := client.Organizations.Update(b.getOrg("acme"), b2b.UpdateOrganization{OrganizationName: ptr("Acme 3")}).Do(t.Context())
	wantRefusal(t, err, 403, b2b.ErrSessionAuthorizationError)
}

// clientAs is a client that acts under a session.
func clientAs(t *testing.T, b *bench, token b2b.Secret) *api.Client {
	t.Helper()
	client, err := api.New(api.Config{ProjectID: b.client.ProjectID(), Secret: sandbox.DefaultSecret, BaseURL: b.client.BaseURL()}, api.WithSession(token))
	if err != nil {
		t.Fatal(err)
	}
	return client
}
