package views_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// onOrgTab runs a test on a tab of Acme Robotics. What prepare changes on the server
// is there before the tab opens.
func onOrgTab(t *testing.T, tab string, prepare, test func(c *console)) {
	t.Helper()
	inConsole(t, 120, 36, func(c *console) {
		if prepare != nil {
			prepare(c)
		}
		c.Press("enter")
		c.walkTo(tab)
		test(c)
	})
}

// acme is the id of Acme Robotics.
func (c *console) acme() string { return c.organization("acme-robotics").OrganizationID }

// connections are those of Acme Robotics on the server.
func (c *console) connections() *b2b.GetSSOConnectionsResponse {
	c.t.Helper()
	all, err := c.client.SSO.Connections(c.t.Context(), c.acme())
	if err != nil {
		c.t.Fatal(err)
	}
	return all
}

// saml is the connection of Acme Robotics of that name on the server.
func (c *console) saml(name string) b2b.SAMLConnection {
	c.t.Helper()
	for _, connection := range c.connections().SAMLConnections {
		if connection.DisplayName == name {
			return connection
		}
	}
	c.t.Fatalf("there is no connection %s", name)
	return b2b.SAMLConnection{}
}

// certificate is one that ends after a while, as PEM.
func certificate(t *testing.T, name string, after time.Duration) string {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Now().Add(-100 * 24 * time.Hour), NotAfter: time.Now().Add(after)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, public, private)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

// secondSAML is another active connection of Acme Robotics, whose certificate ends
// in ten days and a bit.
func secondSAML(c *console) b2b.SAMLConnection {
	c.t.Helper()
	made := must(c.t, c.client.SSO.CreateSAML(c.acme(), b2b.CreateSAMLConnection{DisplayName: api.Ptr("Second")}))
	return must(c.t, c.client.SSO.UpdateSAML(made, b2b.UpdateSAMLConnection{
		IDPEntityID: api.Ptr("urn:second"), IDPSSOURL: api.Ptr("https://second.example/sso"),
		AttributeMapping: b2b.Object{"email": []byte(`"NameID"`), "full_name": []byte(`"displayName"`)},
		X509Certificate:  api.Ptr(certificate(c.t, "second.example", 10*24*time.Hour+time.Hour)),
	}))
}

func TestSSO_listsTheConnections(t *testing.T) {
	onOrgTab(t, "SSO", func(c *console) { secondSAML(c) }, func(c *console) {
		c.sees("2 connections, 2 active", "! a certificate ends soon, or has ended", "SAML okta", "✓ active", "★ default", "Okta",
			"Second", "! 2000-01-11, in 10 days")
		c.Press("s", "S")
		if s := c.Screen(); strings.Index(s, "Second") > strings.Index(s, "SAML okta") {
			c.t.Errorf("not sorted by name, the last first:\n%s", s)
		}
	})
}

func TestSSO_emptyAndFailedSayWhatToDo(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.search("juniper")
		c.Press("enter", "enter")
		c.walkTo("SSO")
		c.sees("No SSO connection yet.", "n makes one.", "Okta or Microsoft Entra")
		c.Press("d")
		c.sees("There is no connection; n makes one.")
		c.faults.fail(http.MethodGet, "/v1/b2b/sso/", http.StatusInternalServerError)
		c.Press("r")
		c.Wait(minute)
		c.sees("✗ Could not read the SSO connections of Juniper Street Bakery.", "It is broken.", "r try again")
		c.faults.heal()
		c.Press("r")
		c.doesNotSee("It is broken.")
	})
}

func TestSSO_newSAMLConnectionShowsWhatTheProviderAsksFor(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("n", "enter")
		c.sees("New SAML connection of Acme Robotics", "Another one")
		c.Type("Entra of HQ")
		c.Press("tab", "down", "ctrl+s")
		made := c.saml("Entra of HQ")
		if made.IdentityProvider != b2b.OIDCConnectionIdentityProviderClasslink {
			c.t.Fatalf("made %+v", made)
		}
		c.sees("! Not active yet. Still missing: the provider's entity id", "e types it in, i", "ACS URL", "ClassLink")
		c.Press("y")
		c.Type("acs")
		c.Press("enter")
		if got := c.copied; len(got) != 1 || got[0] != made.ACSURL {
			c.t.Errorf("copied %q", got)
		}
		c.Press("esc")
		c.sees("2 connections, 1 active", "Entra of HQ", "! pending")
	})
}

func TestSSO_editSAMLUntilItIsActive(t *testing.T) {
	prepare := func(c *console) {
		must(c.t, c.client.SSO.CreateSAML(c.acme(), b2b.CreateSAMLConnection{DisplayName: api.Ptr("New")}))
	}
	onOrgTab(t, "SSO", prepare, func(c *console) {
		c.Press("g", "enter", "e")
		c.Press("tab", "tab")
		c.Type("urn:new")
		c.Press("tab")
		c.Type("https://new.example/sso")
		c.Press("tab")
		c.Type("nonsense!")
		c.sees("✗ that is no certificate: paste the PEM")
		c.Press("ctrl+u")
		c.Paste(certificate(t, "new.example", -time.Hour))
		c.doesNotSee("✗ that is")
		c.Press("tab")
		c.Type("email = NameID")
		c.sees("✗ a line for full_name is needed")
		c.Press("enter")
		c.Type("full_name = displayName")
		c.Press("enter")
		c.Type("groups = memberOf")
		c.Press("tab")
		c.Type("support_agent")
		c.Press("tab")
		c.Type("Sales and more, nobody")
		c.sees("✗ write a group and its role as group -> role")
		c.Press("ctrl+u")
		c.Type("Sales and more -> billing_manager")
		c.Press("ctrl+s")
		c.sees("idp_entity_id", "urn:new", "billing_manager")
		c.Press("enter")
		c.sees("✓ Active: members can sign in by it.", "subject  CN=new.example", "✗ expired on 1999-12-31",
			"support_agent", "Sales and more → billing_manager", "from memberOf")
		got := c.saml("New")
		if got.Status != "active" || got.SAMLGroupImplicitRoleAssignments[0].Group != "Sales and more" || len(got.VerificationCertificates) != 1 {
			c.t.Errorf("the server holds %+v", got)
		}
	})
}

func TestSSO_refusalsOfTheServerLandOnTheirField(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("e", "tab", "tab", "tab", "tab", "tab", "tab")
		c.Type("no_such_role")
		c.Press("ctrl+s", "enter")
		c.sees("Roles for everybody", `✗ "no_such_role" cannot be assigned by a connection`)
		c.Press("esc")
		c.sees("Discard what you typed?")
		c.Press("y")
		c.Press("enter", "i")
		c.Type("http://127.0.0.1:1/metadata")
		c.Press("ctrl+s")
		c.Wait(minute)
		c.sees("Metadata URL", "✗ ")
	})
}

func TestSSO_keysOfAConnectionAreNeverShown(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	text := string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}))
	body := strings.Split(text, "\n")[1]
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("e")
		for range 8 {
			c.Press("tab")
		}
		c.sees("New signing key")
		c.Type("abc")
		c.sees("✗ that is not PEM")
		c.Press("ctrl+u")
		c.Paste(text)
		c.Press("tab")
		c.Paste(text)
		c.doesNotSee(body[:20], "✗")
		c.Press("ctrl+s")
		c.doesNotSee(body[:20])
		c.Press("enter", "enter")
		c.doesNotSee(body[:20])
		got := c.connections().SAMLConnections[0]
		if len(got.SigningCertificates) != 1 || len(got.EncryptionPrivateKeys) != 1 {
			c.t.Fatalf("the server has %d signing certificates and %d encryption keys", len(got.SigningCertificates), len(got.EncryptionPrivateKeys))
		}
		c.Press("G", "k", "k")
		c.sees("Signing", "issuer   Stytch")
		c.Press("X")
		c.sees("The API cannot remove a signing certificate")
		c.Press("k", "X")
		c.sees("Remove the encryption key?", "This cannot be undone")
		c.Press("y")
		if n := len(c.connections().SAMLConnections[0].EncryptionPrivateKeys); n != 0 {
			c.t.Errorf("%d encryption keys are left", n)
		}
	})
}

func TestSSO_certificatesAreRemovedButNotTheLast(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("enter", "G", "k", "k", "k", "k", "X")
		c.sees("It is the last one, and an active connection needs it")
		must(c.t, c.client.SSO.UpdateSAML(c.connections().SAMLConnections[0], b2b.UpdateSAMLConnection{
			X509Certificate: api.Ptr(certificate(t, "fresh.example", 900*24*time.Hour)),
		}))
		c.Press("r", "X")
		c.sees("Remove the certificate?")
		c.Press("y")
		c.sees("The certificate is removed.", "CN=fresh.example", "in 2 years")
		if got := c.connections().SAMLConnections[0].VerificationCertificates; len(got) != 1 || !strings.Contains(got[0].Issuer, "fresh") {
			c.t.Errorf("left: %+v", got)
		}
	})
}

func TestSSO_deleteTypesTheName(t *testing.T) {
	onOrgTab(t, "SSO", func(c *console) { secondSAML(c) }, func(c *console) {
		c.Press("j", "d")
		c.sees("It is the default: make another one the default first, with t.")
		c.Press("k", "t")
		c.sees("Make it the default?", "are sent to Second")
		c.Press("y")
		c.sees("Second is the default now.")
		c.Press("j", "d")
		c.sees("Type SAML okta and press enter to delete.")
		c.Type("SAML ok")
		c.Press("enter")
		if n := len(c.connections().SAMLConnections); n != 2 {
			c.t.Fatalf("%d connections are left after half the name", n)
		}
		c.Type("ta")
		c.Press("enter")
		c.sees("Deleted SAML okta.", "1 connection, 1 active", "★ default")
		if got := c.connections().SAMLConnections; len(got) != 1 || got[0].DisplayName != "Second" {
			c.t.Errorf("left: %+v", got)
		}
	})
}

func TestSSO_oidcConnection(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("n", "down", "enter")
		c.Type("Keycloak of HQ")
		c.Press("ctrl+s")
		c.sees("Redirect URL", "Still missing: the issuer, the client id, the client secret")
		c.Press("i")
		c.sees("Only SAML has metadata")
		c.Press("e", "tab", "tab")
		c.Type("http://127.0.0.1:1")
		c.Press("tab")
		c.Type("client-1")
		c.Press("tab")
		c.Type("hunter2-hunter2")
		c.doesNotSee("hunter2")
		for _, path := range []string{"authorize", "token", "userinfo", "jwks"} {
			c.Press("tab")
			c.Type("https://id.example/" + path)
		}
		c.Press("ctrl+s")
		c.doesNotSee("hunter2")
		c.Press("enter")
		c.Wait(minute)
		got := c.connections().OIDCConnections[0]
		if got.Status != "active" || got.ClientSecret.Reveal() != "hunter2-hunter2" || got.JWKSURL != "https://id.example/jwks" {
			c.t.Fatalf("the server holds %+v, secret right: %v", got, got.ClientSecret.Reveal() == "hunter2-hunter2")
		}
		c.sees("✓ Active", "! The server warns: ", "Client secret", "set", "openid email profile")
		c.doesNotSee("hunter2")
		before := c.faults.requests()
		c.Press("e", "ctrl+s")
		c.sees("Nothing has changed.")
		if c.faults.requests() != before {
			c.t.Error("an edit that changes nothing was sent")
		}
	})
}

func TestSSO_externalConnection(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		other, err := c.client.SSO.Connections(c.t.Context(), "bluefin-logistics")
		if err != nil {
			c.t.Fatal(err)
		}
		c.Press("n", "down", "down", "enter")
		c.Type("acme-robotics")
		c.Press("tab")
		c.Type(other.SAMLConnections[0].ConnectionID)
		c.Press("ctrl+s")
		c.sees("✗ ")
		c.Press("shift+tab", "ctrl+u")
		c.Type("bluefin-logistics")
		c.Press("ctrl+s")
		c.sees("✓ Active", "Leads to", other.SAMLConnections[0].ConnectionID, "Members can sign in by it now.")
		c.Press("X")
		c.sees("Only SAML connections have certificates and keys.")
		c.Press("e")
		c.sees("The API cannot change where it leads")
		c.Type("Bluefin's")
		c.Press("tab")
		c.Type("stytch_member")
		c.sees("✗ everybody has stytch_member already")
		c.Press("ctrl+u")
		c.Type("auditor, support_agent")
		c.Press("ctrl+s", "enter")
		c.sees(`✗ "auditor" cannot be assigned by a connection`)
		c.Press("ctrl+u")
		c.Type("support_agent")
		c.Press("ctrl+s", "enter")
		got := c.connections().ExternalConnections[0]
		if got.DisplayName != "Bluefin's" || fmt.Sprint(got.ExternalConnectionImplicitRoleAssignments) != "[{support_agent}]" {
			c.t.Errorf("the server holds %+v", got)
		}
	})
}

func TestSSO_somebodyElseDeletesTheConnection(t *testing.T) {
	onOrgTab(t, "SSO", nil, func(c *console) {
		c.Press("enter")
		must(c.t, c.client.SSO.DeleteConnection(c.acme(), c.connections().SAMLConnections[0].ConnectionID))
		c.Press("r")
		c.sees("✗ The connection is not there any more. What follows is from before.")
		c.Press("e")
		c.sees("The connection is not there any more.")
	})
}

func TestSSO_hostileTextIsHarmless(t *testing.T) {
	prepare := func(c *console) {
		second := secondSAML(c)
		second.DisplayName, second.IDPEntityID, second.IdentityProvider = hostile, hostile, hostile
		second.AttributeMapping = b2b.Object{hostile: []byte(`"\u001b[31m\u0007"`), "email": []byte(`{"\u009b":"\u202e"}`)}
		second.SAMLGroupImplicitRoleAssignments = []b2b.SAMLGroupImplicitRoleAssignment{{RoleID: hostile, Group: hostile}}
		second.VerificationCertificates[0].Issuer = hostile
		second.VerificationCertificates[0].CertificateID = hostile
		second.ACSURL = hostile
		c.faults.answer(http.MethodGet, "/v1/b2b/sso/"+c.acme(), answerOf(c.t, b2b.GetSSOConnectionsResponse{
			SAMLConnections: []b2b.SAMLConnection{second},
			OIDCConnections: []b2b.OIDCConnection{{ConnectionID: hostile + "2", DisplayName: hostile, Issuer: hostile, CustomScopes: hostile, Status: hostile}},
		}))
	}
	onOrgTab(t, "SSO", prepare, func(c *console) {
		for _, keys := range [][]string{{"r"}, {"enter"}, {"G"}, {"y"}, {"esc"}, {"e"}, {"ctrl+d"}, {"esc"}, {"esc"}, {"esc"}, {"X"}, {"esc"}, {"d"}, {"esc"}, {"esc"}, {"esc"}, {"j", "enter"}, {"e"}} {
			c.Press(keys...)
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("after %v the frame holds %q:\n%q", keys, bad, c.Frame())
			}
		}
	})
}
