package sandbox_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

func ssoStart(connection string) string {
	return "/v1/public/sso/start?" + publicToken + "&connection_id=" + connection + "&login_redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fin&signup_redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fup"
}

// bySSO signs in by a connection and returns the answer.
func (b *bench) bySSO(connection string, form url.Values) b2b.AuthenticateSSOResponse {
	b.Helper()
	back := b.browser().signIn(ssoStart(connection), form)
	if back.Query().Get("stytch_token_type") != "sso" {
		b.Fatalf("leads to %s", back)
	}
	return do(b.T, b.client.SSO.Authenticate(b2b.AuthenticateSSO{SSOToken: b2b.Secret(back.Query().Get("token"))}))
}

func TestMembersSignInBySSO(t *testing.T) {
	b := newBrowsable(t)
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"sso"}}))
	connection := b.activeSAML("https://idp.example")
	in := b.bySSO(connection.ConnectionID, person(b.member.EmailAddress, "name", "Ada L.", "groups", "eng, ops"))
	r := in.Member.SSORegistrations
	if !in.MemberAuthenticated || !in.Member.EmailAddressVerified || in.Member.Name != "Ada L." || len(r) != 1 || r[0].ConnectionID != connection.ConnectionID || string(r[0].SSOAttributes["groups"]) != `["eng","ops"]` {
		t.Errorf("got %+v", in.Member)
	}
	f := in.MemberSession.AuthenticationFactors[0]
	if f.Type != "sso" || f.DeliveryMethod != "sso_saml" || f.SAMLSSOFactor.ProviderID != connection.ConnectionID || f.SAMLSSOFactor.ID != r[0].RegistrationID {
		t.Errorf("the factor is %+v", f)
	}
	again := b.bySSO(connection.ConnectionID, person(b.member.EmailAddress))
	if len(again.Member.SSORegistrations) != 1 || again.Member.SSORegistrations[0].RegistrationID != r[0].RegistrationID {
		t.Errorf("signing in again registers again: %+v", again.Member.SSORegistrations)
	}
	oauth := b.browser().signIn(b.oauthStart("google", ""), person(b.member.EmailAddress))
	refused(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: b2b.Secret(oauth.Query().Get("token"))}), 400, b2b.ErrOperationRestrictedByOrganizationAuthMethods)
	refused(t, b.client.SSO.Authenticate(b2b.AuthenticateSSO{SSOToken: "nonsense"}), 404, b2b.ErrSSOTokenNotFound)
}

func TestSSOLetsNewPeopleInWhereTheOrganizationDoes(t *testing.T) {
	b := newBrowsable(t)
	first, second := b.activeSAML("https://one.example"), b.activeSAML("https://two.example")
	if in := b.bySSO(first.ConnectionID, person("new@acme-robotics.example")); in.Member.Status != "active" {
		t.Errorf("got %+v", in.Member)
	}
	b.org = do(t, b.client.Organizations.Update(b.getOrg(b.org.OrganizationID), b2b.UpdateOrganization{SSOJITProvisioning: ptr("RESTRICTED"), SSOJITProvisioningAllowedConnections: []string{first.ConnectionID}}))
	b.bySSO(first.ConnectionID, person("other@acme-robotics.example"))
	closed := func(connection, email string) {
		t.Helper()
		back := b.browser().signIn(ssoStart(connection), person(email))
		refused(t, b.client.SSO.Authenticate(b2b.AuthenticateSSO{SSOToken: b2b.Secret(back.Query().Get("token"))}), 400, b2b.ErrInvalidConnectionForJITProvisioning)
	}
	closed(second.ConnectionID, "third@acme-robotics.example")
	do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{SSOJITProvisioning: ptr("NOT_ALLOWED"), EmailInvites: ptr("ALL_ALLOWED")}))
	closed(first.ConnectionID, "fourth@acme-robotics.example")
}

func TestRolesOfAConnectionHoldInItsSessions(t *testing.T) {
	b := newBrowsable(t)
	connection := b.activeSAML("https://idp.example")
	mapped := mapping("email", "full_name", "groups")
	connection = do(t, b.client.SSO.UpdateSAML(connection, b2b.UpdateSAMLConnection{AttributeMapping: mapped, SAMLGroupImplicitRoleAssignments: []b2b.SAMLGroupImplicitRoleAssignment{{RoleID: "stytch_admin", Group: "bosses"}}}))
	boss := b.bySSO(connection.ConnectionID, person(b.member.EmailAddress, "groups", "bosses"))
	if !slices.Contains(boss.MemberSession.Roles, "stytch_admin") || !boss.Member.IsAdmin {
		t.Errorf("the session has %v", boss.MemberSession.Roles)
	}
	for _, role := range boss.Member.Roles {
		if role.RoleID == "stytch_admin" && (role.Sources[0].Type != "sso_connection_group" || string(role.Sources[0].Details["group"]) != `"bosses"`) {
			t.Errorf("got %+v", role)
		}
	}
	other := b.browser().signIn(b.oauthStart("google", ""), person(b.member.EmailAddress))
	in := do(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: b2b.Secret(other.Query().Get("token"))}))
	if slices.Contains(in.MemberSession.Roles, "stytch_admin") {
		t.Error("a role of the connection holds in a session that has not used it")
	}
	after := b.bySSO(connection.ConnectionID, person(b.member.EmailAddress, "groups", "eng"))
	if slices.Contains(after.MemberSession.Roles, "stytch_admin") || after.Member.IsAdmin {
		t.Error("who has left the group keeps its role")
	}
	// A role that SSO gives too, taken away, ends the sessions through the connection.
	b.bySSO(connection.ConnectionID, person(b.member.EmailAddress, "groups", "bosses"))
	b.member = do(t, b.client.Members.Update(b.getMember(b.member.EmailAddress), b2b.UpdateMember{Roles: []string{"stytch_admin"}}))
	kept := b.bySSO(connection.ConnectionID, person(b.member.EmailAddress, "groups", "bosses"))
	do(t, b.client.Members.Update(b.getMember(b.member.EmailAddress), b2b.UpdateMember{Roles: []string{}}))
	_, err := b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &kept.SessionToken}).Do(t.Context())
	wantRefusal(t, err, 404, b2b.ErrSessionNotFound)
}

func TestExternalAndOIDCConnectionsSignIn(t *testing.T) {
	b := newBrowsable(t)
	made := do(t, b.client.SSO.CreateOIDC(b.org.OrganizationID, b2b.CreateOIDCConnection{}))
	oidc := do(t, b.client.SSO.UpdateOIDC(made, b2b.UpdateOIDCConnection{
		Issuer: ptr("https://127.0.0.1:1"), ClientID: ptr("id"), ClientSecret: ptr(b2b.Secret("hush")), AuthorizationURL: ptr("https://idp.example/a"),
		TokenURL: ptr("https://idp.example/t"), UserinfoURL: ptr("https://idp.example/u"), JWKSURL: ptr("https://idp.example/j"),
	})).Connection
	owner := b.org
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Subsidiary"})
	external := do(t, b.client.SSO.CreateExternal(b.org.OrganizationID, b2b.CreateExternalSSOConnection{
		ExternalOrganizationID: owner.OrganizationID, ExternalConnectionID: oidc.ConnectionID,
		ConnectionImplicitRoleAssignments: []b2b.SAMLConnectionImplicitRoleAssignment{{RoleID: "stytch_admin"}},
	}))
	for _, id := range []string{oidc.ConnectionID, external.ConnectionID} {
		in := b.bySSO(id, person("who@side.example"))
		f := in.MemberSession.AuthenticationFactors[0]
		if f.DeliveryMethod != "sso_oidc" || f.OIDCSSOFactor.ProviderID != id || slices.Contains(in.MemberSession.Roles, "stytch_admin") != (id == external.ConnectionID) {
			t.Errorf("%s: got %+v %v", id, f, in.MemberSession.Roles)
		}
	}
	do(t, b.client.SSO.DeleteConnection(owner.OrganizationID, oidc.ConnectionID))
	b.browser().open(ssoStart(external.ConnectionID), nil, 404)
}

func TestWhatProvidersGiveCanBeReadLater(t *testing.T) {
	b := newBrowsable(t)
	for _, provider := range []string{"google", "microsoft", "github", "slack", "hubspot"} {
		back := b.browser().signIn(b.oauthStart(provider, ""), person(b.member.EmailAddress, "tenant", "T1"))
		in := do(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: b2b.Secret(back.Query().Get("token"))}))
		path := b.members(b.member.MemberID, "oauth_providers", provider)
		a := ask(t, b.server, http.MethodGet, path, "")
		a.want(t, provider, 200, "")
		text := string(a.body["registrations"]) + a.text("access_token")
		if !strings.Contains(text, in.ProviderValues.AccessToken.Reveal()) || strings.Contains(text, in.ProviderValues.RefreshToken.Reveal()) {
			t.Errorf("%s: got %v", provider, a.body)
		}
		a = ask(t, b.server, http.MethodGet, path+"?include_refresh_token=true", "")
		if has := strings.Contains(string(a.body["registrations"])+a.text("refresh_token"), in.ProviderValues.RefreshToken.Reveal()); has != (provider == "google" || provider == "microsoft" || provider == "hubspot") {
			t.Errorf("%s: the refresh token is shown: %t", provider, has)
		}
	}
	b.advance(time.Hour)
	ask(t, b.server, http.MethodGet, b.members(b.member.MemberID, "oidc_providers"), "").want(t, "no OIDC", 404, b2b.ErrMemberOIDCTokenNotFound)
	if left := ask(t, b.server, http.MethodGet, b.members(b.member.MemberID, "oauth_providers", "google"), "").text("access_token_expires_in"); left != "0" {
		t.Errorf("after an hour the token lives %s seconds", left)
	}
}
