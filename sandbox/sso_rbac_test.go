package sandbox_test

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"example.com/orgdeck/api/b2b"
)

func TestConnectionsNeedTheRolesOfASession(t *testing.T) {
	b := newAcme(t)
	admin, plain := b.signIn("admin@acme-robotics.example", "stytch_admin"), b.signIn("plain@acme-robotics.example")
	connection := b.newSAML()
	scim := do(t, b.client.SCIM.Create(b.org.OrganizationID, b2b.CreateSCIMConnection{}))
	sso := func(kind string) string {
		return b.sso(kind, b.org.OrganizationID, "connections", connection.ConnectionID)
	}
	directory := "/v1/b2b/scim/" + b.org.OrganizationID + "/connection"
	for _, c := range [][3]string{
		{http.MethodGet, b.sso(b.org.OrganizationID), ""},
		{http.MethodPost, b.sso("saml", b.org.OrganizationID), "{}"}, {http.MethodPost, b.sso("oidc", b.org.OrganizationID), "{}"},
		{http.MethodPut, sso("saml"), `{"display_name":"New"}`},
		{http.MethodGet, directory, ""}, {http.MethodPut, directory + "/" + scim.ConnectionID, `{"display_name":"New"}`},
		{http.MethodGet, directory + "/" + scim.ConnectionID, ""}, {http.MethodPost, directory + "/" + scim.ConnectionID + "/rotate/start", ""},
		{http.MethodPost, directory + "/" + scim.ConnectionID + "/rotate/cancel", ""},
		{http.MethodDelete, directory + "/" + scim.ConnectionID, ""}, {http.MethodPost, directory, "{}"},
		{http.MethodDelete, b.sso(b.org.OrganizationID, "connections", connection.ConnectionID), ""},
	} {
		ask(t, b.server, c[0], c[1], c[2], acting(plain.token, "")).want(t, "plain "+c[0]+c[1], 403, b2b.ErrSessionAuthorizationError)
		ask(t, b.server, c[0], c[1], c[2], acting(admin.token, "")).want(t, "admin "+c[0]+c[1], 200, "")
	}
	other := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	ask(t, b.server, http.MethodGet, b.sso(other.OrganizationID), "", acting(admin.token, "")).want(t, "another organization", 403, b2b.ErrSessionAuthorizationTenancyError)
	for _, path := range []string{b.sso("saml", other.OrganizationID, "connections", b.newSAML().ConnectionID), b.sso("saml", "none", "connections", "x")} {
		if a := ask(t, b.server, http.MethodPut, path, `{"display_name":"New"}`); a.status != 404 {
			t.Errorf("%s: got %d %s", path, a.status, a.kind)
		}
	}
}

func TestATokenOfAFlowIsSpentOnceUnderFiftyAttempts(t *testing.T) {
	b := newBrowsable(t)
	connection := b.activeSAML("https://idp.example")
	token := b.browser().signIn(ssoStart(connection.ConnectionID), person(b.member.EmailAddress)).Query().Get("token")
	var group sync.WaitGroup
	var won atomic.Int32
	for range 50 {
		group.Go(func() {
			if ask(t, b.server, http.MethodPost, b.sso("authenticate"), `{"sso_token":"`+token+`"}`).status == 200 {
				won.Add(1)
			}
		})
	}
	group.Wait()
	if won.Load() != 1 {
		t.Errorf("the token was spent %d times", won.Load())
	}
}

func TestASignInByAProviderMayOweASecondFactor(t *testing.T) {
	b := newBrowsable(t)
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{MFAPolicy: ptr("REQUIRED_FOR_ALL")}))
	connection := b.activeSAML("https://idp.example")
	in := b.bySSO(connection.ConnectionID, person(b.member.EmailAddress))
	if in.MemberAuthenticated || in.MFARequired == nil || in.SessionToken != "" || in.MemberSession != nil || in.IntermediateSessionToken == "" || in.IntermediateSessionTokenExpiresAt == nil {
		t.Errorf("got %+v", in)
	}
	created := b.enrol()
	full := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), IntermediateSessionToken: &in.IntermediateSessionToken})
	if got := strings.Join(factorTypes(full.MemberSession), ","); got != "sso,totp" {
		t.Errorf("the session has %s", got)
	}
}
