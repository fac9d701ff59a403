package views_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// onConnections runs a test on the Connections tab of a member of Acme Robotics.
func onConnections(t *testing.T, email string, prepare, test func(c *console)) {
	t.Helper()
	inConsole(t, 120, 36, func(c *console) {
		if prepare != nil {
			prepare(c)
		}
		c.Press("m")
		c.search(email)
		c.Press("enter", "enter")
		c.walkTo("Connections")
		test(c)
	})
}

func TestConnections_whatAMemberIsKnownBy(t *testing.T) {
	onConnections(t, ada, nil, func(c *console) {
		m := c.member(ada)
		c.sees("Okta", "SAML Okta", "known there as "+ada, m.SSORegistrations[0].RegistrationID,
			"external id "+*m.SCIMRegistration.ExternalID, "none: this member has let no app in", "none: the address has not changed")
		c.Press("d")
		c.sees("The API cannot remove a registration; deleting the connection")
		c.Press("v")
		c.sees("Only OIDC connections issue tokens; this one is SAML Okta.")
		c.Press("y")
		c.Type("connection")
		c.Press("enter")
		if c.copied[0] != m.SSORegistrations[0].ConnectionID {
			c.t.Errorf("copied %q", c.copied)
		}
		c.Press("j", "d")
		c.sees("The directory decides: take the member out there.")
		c.Press("j", "d")
		c.sees("Move to a connected app, a retired address or an external id first.")
		c.Press("y")
		c.sees("There is nothing to copy here.")
	})
}

func TestConnections_aRetiredAddressIsFreed(t *testing.T) {
	moved := func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{EmailAddress: api.Ptr("ada@acme-robotics.example")}))
	}
	onConnections(t, "ada@acme-robotics.example", moved, func(c *console) {
		c.sees(ada, "nobody else can have it")
		c.Press("G", "k", "d")
		c.sees("Free the old address?", "only Ada Lovelace can take it back", "This cannot be undone")
		c.Press("y")
		c.sees("is free.", "none: the address has not changed")
		if left := c.member("ada@acme-robotics.example").RetiredEmailAddresses; len(left) != 0 {
			c.t.Errorf("retired still: %v", left)
		}
	})
}

// letIn answers as a server where the member has let an app in, until it is
// revoked.
func letIn(c *console, revoked *bool) {
	app := b2b.MemberConnectedApp{ConnectedAppID: "connected-app-test-1", Name: "Reports", ClientType: b2b.ClientTypeThirdParty, ScopesGranted: "openid reports:read", Description: hostile}
	c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
		switch {
		case strings.HasSuffix(r.URL.Path, "/connected_apps") && r.Method == http.MethodGet:
			apps := []b2b.MemberConnectedApp{app}
			if *revoked {
				apps = nil
			}
			_, _ = fmt.Fprint(w, answerOf(c.t, b2b.GetMemberConnectedAppsResponse{ConnectedApps: apps}))
		case strings.HasSuffix(r.URL.Path, "/connected_apps/connected-app-test-1/revoke"):
			*revoked = true
			_, _ = fmt.Fprint(w, `{"status_code":200}`)
		default:
			return false
		}
		return true
	})
}

func TestConnections_theAccessOfAnAppIsRevoked(t *testing.T) {
	revoked := false
	onConnections(t, ada, func(c *console) { letIn(c, &revoked) }, func(c *console) {
		c.sees("Reports", "of a third party", "may openid reports:read", "connected-app-test-1")
		if bad := control(c.Frame()); bad != "" {
			c.t.Fatalf("the frame holds %q", bad)
		}
		c.Press("j", "j", "j", "d")
		c.sees("Revoke the app's access?", "Revoke the access of Reports to Ada Lovelace")
		c.Press("n")
		if revoked {
			c.t.Fatal("no was taken for yes")
		}
		c.Press("d", "y")
		c.sees("The access of Reports is revoked.", "none: this member has let no app in")
		if !revoked {
			c.t.Error("nothing was sent")
		}
	})
}

func TestConnections_tokensOfAProviderComeMaskedAfterAQuestion(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.search("giraffe")
		c.Press("enter", "m")
		org := c.organization("giraffe-games")
		m := googled(c, org)
		c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
			if !strings.HasSuffix(r.URL.Path, "/oauth_providers/google") {
				return false
			}
			_, _ = fmt.Fprint(w, answerOf(c.t, b2b.GetMemberOAuthProviderGoogleResponse{
				ProviderSubject: "subject-1", Scopes: []string{"openid", "calendar"}, IDToken: "id-token-1", AccessToken: api.Ptr(b2b.Secret("access-token-1")),
			}))
			return true
		})
		c.search(m.EmailAddress)
		c.Press("enter", "enter")
		c.walkTo("Connections")
		c.Press("j", "j")
		before := c.faults.requests()
		c.Press("v")
		c.sees("Read what the provider has issued?", "They come masked")
		if c.faults.requests() != before {
			c.t.Fatal("read before the answer")
		}
		c.Press("y")
		c.sees("Issued by Google", "subject-1", "openid calendar", "Access token  ••••")
		c.doesNotSee("access-token-1")
		c.Press("v")
		c.sees("access-token-1", "id-token-1")
		c.Press("v", "G", "y")
		if c.copied[0] != "id-token-1" {
			c.t.Errorf("copied %q", c.copied)
		}
		c.Press("esc")
		c.Press("d")
		c.sees("The API cannot remove an OAuth registration.")
	})
}

// googled is a member of org who has signed in by Google.
func googled(c *console, org b2b.Organization) b2b.Member {
	c.t.Helper()
	search := b2b.SearchMembers{OrganizationIDs: []string{org.OrganizationID}}
	for m, err := range c.client.Members.All(c.t.Context(), search) {
		if err != nil {
			c.t.Fatal(err)
		}
		if len(m.OAuthRegistrations) > 0 && m.Status == b2b.MemberStatusActive {
			return m
		}
	}
	c.t.Fatal("nobody has signed in by Google")
	return b2b.Member{}
}

func TestConnections_failuresAreSaidWhereTheDataWouldBe(t *testing.T) {
	broken := func(c *console) {
		c.faults.fail(http.MethodGet, "/v1/b2b/organizations/"+c.acme()+"/members/"+c.member(ada).MemberID+"/connected_apps", http.StatusInternalServerError)
	}
	onConnections(t, ada, broken, func(c *console) {
		c.Wait(minute)
		c.sees("✗ could not be read: It is broken. r tries again.", "Okta")
		c.faults.heal()
		c.Press("r")
		c.sees("none: this member has let no app in")
	})
}
