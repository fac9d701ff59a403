package views_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
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
		c.sees("2 connections, 2 active", "! a certificate ends soon, or has ended", "Okta", "✓ active", "★ default", "Okta",
			"Second", "! 2000-01-11, in 10 days")
		c.Press("s", "S")
		if s := c.Screen(); strings.Index(s, "Second") > strings.Index(s, "Okta") {
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

func TestSSO_deleteTypesTheName(t *testing.T) {
	onOrgTab(t, "SSO", func(c *console) { secondSAML(c) }, func(c *console) {
		c.Press("j", "d")
		c.sees("It is the default: make another one the default first, with t.")
		c.Press("k", "t")
		c.sees("Make it the default?", "are sent to Second")
		c.Press("y")
		c.sees("Second is the default now.")
		c.Press("j", "d")
		c.sees("Type Okta and press enter to delete.")
		c.Type("Ok")
		c.Press("enter")
		if n := len(c.connections().SAMLConnections); n != 2 {
			c.t.Fatalf("%d connections are left after half the name", n)
		}
		c.Type("ta")
		c.Press("enter")
		c.sees("Deleted Okta.", "1 connection, 1 active", "★ default")
		if got := c.connections().SAMLConnections; len(got) != 1 || got[0].DisplayName != "Second" {
			c.t.Errorf("left: %+v", got)
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
