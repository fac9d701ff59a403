package views_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestMember_isReactivatedOnItsProfile(t *testing.T) {
	inConsole(t, 120, 40, func(c *console) {
		must(c.t, c.client.Members.Delete(c.member(ada)))
		c.keys("m f down down down space ctrl+s / ada.lovelace enter enter")
		c.sees("▸Profile")
		c.Press("R")
		c.sees("Reactivate this member?", "Ada Lovelace becomes active again")
		c.Press("enter") // No is the default
		c.Press("R", "y")
		c.sees("Reactivated Ada Lovelace.")
		if m := c.member(ada); m.Status != b2b.MemberStatusActive {
			c.t.Errorf("the server has %s", m.Status)
		}
		c.Press("R")
		c.says("R", "This member is not deleted.")
	})
}

func TestMembers_aNewOneIsWhatWasTicked(t *testing.T) {
	inConsole(t, 120, 50, func(c *console) {
		c.Press("m", "n")
		c.Type(newcomer)
		for range 5 {
			c.Press("tab")
		}
		c.sees("┃ Break-glass account")
		c.Press("left")
		for range 4 {
			c.Press("tab")
		}
		c.sees("┃ Create as pending")
		c.Press("left", "ctrl+s")
		c.sees("Created")
		if m := c.member(newcomer); !m.IsBreakglass || m.Status != b2b.MemberStatusPending || m.MFAEnrolled {
			c.t.Errorf("break-glass %v, %s, asked for MFA %v", m.IsBreakglass, m.Status, m.MFAEnrolled)
		}
	})
}

func TestSSO_anotherConnectionBecomesTheDefaultOnItsPage(t *testing.T) {
	onOrgTab(t, "SSO", func(c *console) { secondSAML(c) }, func(c *console) {
		c.Press("enter")
		c.sees("SSO · Second")
		c.Press("t")
		c.sees("Make it the default?", "are sent to Second")
		c.Press("y")
		c.sees("Second is the default now.", "★ yes: it is offered first")
		if id := c.organization("acme-robotics").SSODefaultConnectionID; id == nil || *id != c.saml("Second").ConnectionID {
			c.t.Errorf("the server has %v", id)
		}
	})
}

// metadataServer answers as a server that has read the metadata of a provider.
func metadataServer(c *console, connection b2b.SAMLConnection) {
	c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != http.MethodPut || !strings.HasSuffix(r.URL.Path, "/url") {
			return false
		}
		connection.IDPEntityID = "urn:told-by-the-metadata"
		_, _ = fmt.Fprint(w, answerOf(c.t, b2b.UpdateSAMLByURLResponse{StatusCode: 200, Connection: &connection}))
		return true
	})
}

func TestSSO_theMetadataOfTheProviderAreTakenOver(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		metadataServer(c, c.connections().SAMLConnections[0])
		c.Press("enter", "i")
		c.Type("https://idp.example/metadata.xml")
		c.Press("ctrl+s")
		c.sees("Saved", "urn:told-by-the-metadata")
	})
}

func TestSSO_whatAnOIDCConnectionHasToCopy(t *testing.T) {
	oidc := func(c *console) {
		must(c.t, c.client.SSO.CreateOIDC(c.acme(), b2b.CreateOIDCConnection{DisplayName: api.Ptr("Keycloak")}))
	}
	onOrgTab(t, "SSO", oidc, func(c *console) {
		c.moveTo("Keycloak")
		want := c.connections().OIDCConnections[0].RedirectURL
		c.Press("y")
		c.Type("redirect")
		c.Press("enter")
		if !slices.Equal(c.copied, []string{want}) {
			c.t.Errorf("copied %q, want %s", c.copied, want)
		}
	})
}

func TestSCIM_theIDOfAGroupIsCopied(t *testing.T) {
	onOrgTab(t, "SCIM", withoutSCIM, func(c *console) {
		c.Press("n", "ctrl+s", "v")
		token := c.token()
		c.Press("enter")
		c.asDirectory(http.MethodPost, "/Groups", token, answerOf(t, map[string]any{
			"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:Group"}, "displayName": "Engineering",
		}))
		c.Press("r", "enter")
		c.sees("Engineering", "1/1")
		c.Press("y")
		c.Type("id")
		c.Press("enter")
		if len(c.copied) != 1 || !strings.HasPrefix(c.copied[0], "scim-group-") {
			c.t.Errorf("copied %q", c.copied)
		}
	})
}

func TestSCIM_aTokenThatEndsSaysSo(t *testing.T) {
	onOrgTab(t, "SCIM", nil, func(c *console) {
		c.sees("✓ Active: the directory keeps the members up to date.")
		ends := *c.directory().BearerTokenExpiresAt
		for _, at := range []struct{ to, says string }{
			{ends.AddDate(0, 0, -10).Format("2006-01-02 15:04"), "! The token ends soon; R makes a new one."},
			{ends.AddDate(0, 0, 1).Format("2006-01-02 15:04"), "✗ The token has expired: the directory cannot reach its members. R makes a new one."},
		} {
			c.Press("6", "tab", "+")
			c.Type("another")
			c.Press("enter", "ctrl+u")
			c.Type(at.to)
			c.Press("enter", "shift+tab", "1")
			c.sees(at.says)
		}
	})
}

func TestSandbox_aFaultThatWaitsAndOneOfAKnownKind(t *testing.T) {
	inConsole(t, 120, 40, func(c *console) {
		c.Press("6", "tab", "tab", "n", "enter", "down", "tab", "tab", "tab", "ctrl+u")
		c.Type("700")
		c.Press("ctrl+s")
		c.sees("The fault is in force.", "waits 700 ms")
		c.Press("n", "enter", "tab", "tab", "tab", "tab", "ctrl+u")
		c.Type(b2b.ErrMemberNotFound)
		c.Press("ctrl+s")
		faults, err := c.client.Sandbox.Faults(c.t.Context())
		if err != nil || len(faults) != 2 {
			c.t.Fatal(faults, err)
		}
		if newest, first := faults[0], faults[1]; first.DelayMS != 700 || first.Status != 0 || newest.Status != http.StatusNotFound {
			c.t.Errorf("the server has %+v", faults)
		}
	})
}
