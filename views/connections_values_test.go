package views_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// knownTo answers as a server where Ada has signed in by a provider, which has
// issued what values say.
func knownTo(c *console, provider string, values any) {
	m := c.member(ada)
	m.SSORegistrations, m.SCIMRegistration = nil, nil
	m.OAuthRegistrations = []b2b.OAuthRegistration{{ProviderType: provider, ProviderSubject: "subject-1", MemberOAuthRegistrationID: "oauth-user-test-1"}}
	org := c.organization("acme-robotics")
	c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
		var body any
		switch {
		case strings.HasSuffix(r.URL.Path, "/oauth_providers/"+strings.ToLower(provider)), strings.HasSuffix(r.URL.Path, "/oidc_providers"):
			body = values
		case strings.HasSuffix(r.URL.Path, "/members/search"):
			body = b2b.SearchMembersResponse{Members: []b2b.Member{m}, Organizations: map[string]b2b.Organization{org.OrganizationID: org}}
		case r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/member"):
			body = b2b.GetMemberResponse{Member: m, Organization: org, MemberID: m.MemberID}
		default:
			return false
		}
		_, _ = fmt.Fprint(w, answerOf(c.t, body))
		return true
	})
}

func TestConnections_whatEachProviderHasIssued(t *testing.T) {
	refresh := api.Ptr(b2b.Secret("refresh-1"))
	for provider, tc := range map[string]struct {
		values any
		says   []string // when the tokens are shown
	}{
		"Microsoft": {b2b.GetMemberOAuthProviderMicrosoftResponse{
			ProviderSubject: "subject-1", Scopes: []string{"openid", "mail.read"}, AccessToken: "access-1", IDToken: "id-1", RefreshToken: refresh, AccessTokenExpiresIn: 3599,
		}, []string{"openid mail.read", "59m59s", "access-1", "id-1", "refresh-1"}},
		"GitHub": {b2b.GetMemberOAuthProviderGitHubResponse{Registrations: []b2b.GithubProviderInfo{
			{ProviderSubject: "subject-1", ProviderTenantIDs: []string{"team-a", "team-b"}, AccessToken: "access-1", Scopes: []string{"repo"}},
		}}, []string{"subject-1", "team-a, team-b", "repo", "access-1"}},
		"HubSpot": {b2b.GetMemberOAuthProviderHubSpotResponse{Registrations: []b2b.HubspotProviderInfo{
			{ProviderSubject: "subject-1", ProviderTenantID: "hub-1", AccessToken: "access-1", AccessTokenExpiresIn: 60, RefreshToken: refresh},
			{ProviderSubject: "subject-2", ProviderTenantID: "hub-2", AccessToken: "access-2"},
		}}, []string{"Registration 1", "Registration 2", "hub-1", "hub-2", "1m0s", "access-1", "refresh-1", "access-2"}},
		"Slack": {b2b.GetMemberOAuthProviderSlackResponse{Registrations: []b2b.SlackProviderInfo{
			{ProviderSubject: "subject-1", ProviderTenantID: "space-1", AccessToken: "access-1", Scopes: []string{"identify"}, BotAccessToken: "bot-1", BotScopes: []string{"chat:write"}},
		}}, []string{"space-1", "identify chat:write", "access-1", "Bot token", "bot-1"}},
	} {
		t.Run(provider, func(t *testing.T) {
			onConnections(t, ada, func(c *console) { knownTo(c, provider, tc.values) }, func(c *console) {
				c.moveTo(provider)
				c.Press("v", "y")
				c.sees("Issued by "+provider, "••••")
				c.doesNotSee("access-1", "refresh-1", "bot-1")
				c.Press("v")
				c.sees(tc.says...)
				c.Press("r")
				c.sees("Issued by " + provider)
			})
		})
	}
}

func TestConnections_aProviderWhoseValuesAreNotKept(t *testing.T) {
	onConnections(t, ada, func(c *console) { knownTo(c, "Dropbox", nil) }, func(c *console) {
		c.moveTo("Dropbox")
		c.Press("v")
		c.sees("The API keeps no values of Dropbox.")
	})
}

func TestConnections_aProviderThatHasIssuedNothing(t *testing.T) {
	onConnections(t, ada, func(c *console) { knownTo(c, "GitHub", b2b.GetMemberOAuthProviderGitHubResponse{}) }, func(c *console) {
		c.moveTo("GitHub")
		c.Press("v", "y")
		c.sees("GitHub has issued nothing that is kept for this member.")
		for _, key := range []string{"v", "y"} {
			c.Press(key)
			c.sees("There is nothing to show.")
		}
		c.faults.fail("GET", "/v1/b2b/organizations/", http.StatusInternalServerError)
		c.Press("r")
		c.Wait(10 * second)
		c.sees("✗ Could not read what GitHub has issued.", "It is broken", "r try again")
		c.doesNotSee("has issued nothing")
	})
}

func TestConnections_whatAnOIDCConnectionHasIssued(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		connection := must(c.t, c.client.SSO.CreateOIDC(c.acme(), b2b.CreateOIDCConnection{DisplayName: api.Ptr("Keycloak of HQ"), IdentityProvider: api.Ptr("keycloak")}))
		m := c.member(ada)
		m.SSORegistrations = []b2b.SSORegistration{{ConnectionID: connection.ConnectionID, ExternalID: "ada", RegistrationID: "sso-registration-test-1"}}
		org := c.organization("acme-robotics")
		values := b2b.GetMemberOIDCProvidersResponse{Registrations: []b2b.OIDCProviderInfo{
			{ConnectionID: "oidc-connection-test-other", ProviderSubject: "somebody-else", AccessToken: "access-of-another"},
			{ConnectionID: connection.ConnectionID, ProviderSubject: "ada-at-keycloak", AccessToken: "access-1", Scopes: []string{"openid"}},
		}}
		c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
			switch {
			case strings.HasSuffix(r.URL.Path, "/oidc_providers"):
				_, _ = fmt.Fprint(w, answerOf(c.t, values))
			case r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/member"):
				_, _ = fmt.Fprint(w, answerOf(c.t, b2b.GetMemberResponse{Member: m, Organization: org, MemberID: m.MemberID}))
			default:
				return false
			}
			return true
		})
		c.openMFA(ada)
		c.walkTo("Connections")
		c.sees("Keycloak of HQ", "OIDC Keycloak")
		c.Press("v")
		c.sees("Its tokens act for Ada Lovelace at Keycloak of HQ.")
		c.Press("y")
		c.sees("ada-at-keycloak")
		c.doesNotSee("somebody-else")
	})
}

func TestConnections_theExternalIDIsRemoved(t *testing.T) {
	withExternalID := func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{ExternalID: api.Ptr("ada-1")}))
	}
	onConnections(t, ada, withExternalID, func(c *console) {
		c.Press("G")
		c.sees("ada-1")
		c.Press("v")
		c.sees("Move to an OIDC or OAuth registration first.")
		c.Press("y")
		if len(c.copied) != 1 || c.copied[0] != "ada-1" {
			c.t.Errorf("copied %q", c.copied)
		}
		c.Press("d")
		c.sees("Remove the external id?", "Who asks for the member by ada-1 finds nobody then.")
		c.Press("n")
		if c.member(ada).ExternalID == nil {
			c.t.Fatal("no was taken for yes")
		}
		c.Press("d", "y")
		c.sees("The external id is removed.")
		if id := c.member(ada).ExternalID; id != nil {
			c.t.Errorf("the server has %s still", *id)
		}
		c.undone("ada-1")
		c.sees("ada-1")
		c.Press("g", "y")
		c.sees("Registration id", "Id at the provider")
	})
}

func TestConnections_ofADeletedMemberStay(t *testing.T) {
	onConnections(t, ada, nil, func(c *console) {
		c.walkTo("Profile")
		c.Press("d", "y")
		c.walkTo("Connections")
		for _, key := range []string{"v", "d", "r"} {
			before := c.faults.requests()
			c.Press(key)
			c.sees("This member is deleted: reactivate it first.")
			if c.faults.requests() != before {
				c.t.Errorf("%s asked the server", key)
			}
		}
	})
}
