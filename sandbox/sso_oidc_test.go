package sandbox_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"example.com/orgdeck/api/b2b"
)

func TestAnOIDCConnectionIsPendingUntilItIsComplete(t *testing.T) {
	b := newAcme(t)
	made := do(t, b.client.SSO.CreateOIDC(b.org.OrganizationID, b2b.CreateOIDCConnection{IdentityProvider: ptr("okta")}))
	if made.Status != "pending" || made.IdentityProvider != "okta" || made.ClientID != "" || made.RedirectURL != b.client.BaseURL()+"/v1/b2b/sso/callback/"+made.ConnectionID {
		t.Errorf("got %+v", made)
	}
	unreachable := do(t, b.client.SSO.UpdateOIDC(made, b2b.UpdateOIDCConnection{Issuer: ptr("https://127.0.0.1:1/"), ClientID: ptr("id"), ClientSecret: ptr(b2b.Secret("hush"))}))
	if unreachable.Warning == nil || *unreachable.Warning == "" || unreachable.Connection.Issuer != "https://127.0.0.1:1/" || unreachable.Connection.Status != "pending" {
		t.Errorf("an issuer that cannot be reached: %+v", unreachable)
	}
	byHand := do(t, b.client.SSO.UpdateOIDC(*unreachable.Connection, b2b.UpdateOIDCConnection{
		AuthorizationURL: ptr("https://idp.example/authorize"), TokenURL: ptr("https://idp.example/token"), UserinfoURL: ptr("https://idp.example/userinfo"), JWKSURL: ptr("https://idp.example/jwks"),
	}))
	if c := byHand.Connection; c.Status != "active" || c.ClientSecret != "hush" || byHand.Warning != nil || b.defaultConnection() != c.ConnectionID {
		t.Errorf("got %+v", byHand)
	}
	path := b.sso("oidc", b.org.OrganizationID, "connections", made.ConnectionID)
	for field, kind := range map[string]string{
		"issuer": b2b.ErrOIDCConnectionIssuerURLInvalidFormat, "authorization_url": b2b.ErrOIDCConnectionAuthorizationURLInvalidFormat, "token_url": b2b.ErrOIDCConnectionTokenURLInvalidFormat,
		"userinfo_url": b2b.ErrOIDCConnectionUserinfoURLInvalidFormat, "jwks_url": b2b.ErrOIDCConnectionJWKSURLInvalidFormat, "identity_provider": b2b.ErrInvalidSSOIDP,
	} {
		ask(t, b.server, http.MethodPut, path, `{"`+field+`":"nonsense"}`).want(t, field, 400, kind)
	}
	ask(t, b.server, http.MethodPut, path, `{"issuer":"http://idp.example"}`).want(t, "issuer without TLS", 400, b2b.ErrOIDCConnectionIssuerURLInvalidFormat)
}

func TestAnIssuerThatAnswersFillsInItsAddresses(t *testing.T) {
	b := newAcme(t)
	mux := http.NewServeMux()
	provider := httptest.NewServer(mux)
	defer provider.Close()
	issuer := provider.URL
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"issuer":%q,"authorization_endpoint":"https://idp.example/a","token_endpoint":"https://idp.example/t","userinfo_endpoint":"https://idp.example/u","jwks_uri":"https://idp.example/j"}`, issuer)
	})
	made := do(t, b.client.SSO.CreateOIDC(b.org.OrganizationID, b2b.CreateOIDCConnection{}))
	found := do(t, b.client.SSO.UpdateOIDC(made, b2b.UpdateOIDCConnection{Issuer: &issuer, ClientID: ptr("id"), ClientSecret: ptr(b2b.Secret("hush")), TokenURL: ptr("https://own.example/t")}))
	if c := found.Connection; found.Warning != nil || c.Status != "active" || c.AuthorizationURL != "https://idp.example/a" || c.TokenURL != "https://own.example/t" || c.JWKSURL != "https://idp.example/j" {
		t.Errorf("got %+v", found)
	}
	issuer = "https://somebody.example"
	if other := do(t, b.client.SSO.UpdateOIDC(*found.Connection, b2b.UpdateOIDCConnection{Issuer: ptr(provider.URL + "/")})); other.Warning == nil {
		t.Error("a document of another issuer is believed")
	}
}

func TestExternalConnectionsLeadToAnotherOrganization(t *testing.T) {
	b := newAcme(t)
	target, pending := b.activeSAML("https://idp.example"), b.newSAML()
	owner := b.org
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Subsidiary"})
	create := func(org b2b.Organization, connection string) string {
		return `{"external_organization_id":"` + org.OrganizationID + `","external_connection_id":"` + connection + `"}`
	}
	path := b.sso("external", b.org.OrganizationID)
	ask(t, b.server, http.MethodPost, path, create(owner, "none")).want(t, "unknown", 404, b2b.ErrExternalConnectionIDNotFound)
	ask(t, b.server, http.MethodPost, path, create(owner, pending.ConnectionID)).want(t, "pending", 400, b2b.ErrExternalConnectionNotActive)
	ask(t, b.server, http.MethodPost, b.sso("external", owner.OrganizationID), create(owner, target.ConnectionID)).want(t, "oneself", 400, b2b.ErrExternalOrganizationIDSameAsOrganizationID)
	made := do(t, b.client.SSO.CreateExternal(b.org.OrganizationID, b2b.CreateExternalSSOConnection{
		ExternalOrganizationID: owner.OrganizationID, ExternalConnectionID: target.ConnectionID, DisplayName: ptr("Parent"),
		ConnectionImplicitRoleAssignments: []b2b.SAMLConnectionImplicitRoleAssignment{{RoleID: "stytch_admin"}},
	}))
	if made.Status != "active" || made.ExternalConnectionID != target.ConnectionID || len(made.ExternalConnectionImplicitRoleAssignments) != 1 || b.defaultConnection() != made.ConnectionID {
		t.Errorf("got %+v", made)
	}
	ask(t, b.server, http.MethodPost, path, create(owner, target.ConnectionID)).want(t, "again", 400, b2b.ErrDuplicateExternalSSOConnection)
	refused(t, b.client.SSO.UpdateExternal(made, b2b.UpdateExternalSSOConnection{ExternalConnectionImplicitRoleAssignments: []b2b.ExternalConnectionImplicitRoleAssignment{{RoleID: "nobody"}}}), 400, b2b.ErrInvalidRBACRoleAssignment)
	refused(t, b.client.SSO.UpdateExternal(made, b2b.UpdateExternalSSOConnection{ExternalGroupImplicitRoleAssignments: []b2b.ExternalGroupImplicitRoleAssignment{{RoleID: "stytch_admin", Group: "g"}}}), 400, b2b.ErrSAMLConnectionAttributeMappingMissingGroupsKey)
	made = do(t, b.client.SSO.UpdateExternal(made, b2b.UpdateExternalSSOConnection{DisplayName: ptr("Mother"), ExternalConnectionImplicitRoleAssignments: []b2b.ExternalConnectionImplicitRoleAssignment{}}))
	if made.DisplayName != "Mother" || len(made.ExternalConnectionImplicitRoleAssignments) != 0 {
		t.Errorf("got %+v", made)
	}
	do(t, b.client.SSO.DeleteConnection(owner.OrganizationID, target.ConnectionID))
	if b.defaultConnection() != "" {
		t.Error("a connection that leads nowhere is the default")
	}
}

func TestAnOrganizationHasAtMostFiftyConnections(t *testing.T) {
	b := newAcme(t)
	for range 50 {
		b.newSAML()
	}
	refused(t, b.client.SSO.CreateOIDC(b.org.OrganizationID, b2b.CreateOIDCConnection{}), 400, b2b.ErrTooManySSOConnections)
}

func TestConnectionsOfTheDemoProjectStayActiveWhenRenamed(t *testing.T) {
	b := newDemo(t)
	for _, slug := range []string{"acme-robotics", "fjord-sonner"} {
		all, err := b.client.SSO.Connections(t.Context(), slug)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range all.SAMLConnections {
			if after := do(t, b.client.SSO.UpdateSAML(c, b2b.UpdateSAMLConnection{DisplayName: ptr("Renamed")})); after.Status != "active" || len(after.VerificationCertificates) != 1 {
				t.Errorf("%s: %+v", slug, after)
			}
		}
		for _, c := range all.OIDCConnections {
			if after := do(t, b.client.SSO.UpdateOIDC(c, b2b.UpdateOIDCConnection{DisplayName: ptr("Renamed")})); after.Connection.Status != "active" {
				t.Errorf("%s: %+v", slug, after)
			}
		}
	}
}

func TestRolesOfAConnectionGoToItsMembers(t *testing.T) {
	b := newDemo(t)
	all, err := b.client.SSO.Connections(t.Context(), "acme-robotics")
	if err != nil {
		t.Fatal(err)
	}
	connection := all.SAMLConnections[0]
	to := b2b.UpdateSAMLConnection{SAMLConnectionImplicitRoleAssignments: []b2b.SAMLConnectionImplicitRoleAssignment{{RoleID: "support_agent"}}}
	count := func() (through, registered int) {
		for m, err := range b.client.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{b.org.OrganizationID}}) {
			if err != nil {
				t.Fatal(err)
			}
			registered += len(m.SSORegistrations)
			for _, role := range m.Roles {
				for _, from := range role.Sources {
					if from.Type == "sso_connection" && string(from.Details["connection_id"]) == `"`+connection.ConnectionID+`"` {
						through++
					}
				}
			}
		}
		return through, registered
	}
	connection = do(t, b.client.SSO.UpdateSAML(connection, to))
	if through, registered := count(); through == 0 || through != registered {
		t.Errorf("%d of %d registered members have the role", through, registered)
	}
	do(t, b.client.SSO.DeleteConnection(b.org.OrganizationID, connection.ConnectionID))
	if through, registered := count(); through != 0 || registered != 0 {
		t.Errorf("after the connection is gone, %d have its role and %d its registration", through, registered)
	}
}
