package views_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

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
		c.sees("Leave all the same?")
		c.Press("y")
		c.Press("enter", "i")
		c.Type("http://127.0.0.1:1/metadata")
		c.Press("ctrl+s")
		c.Wait(minute)
		c.sees("Metadata URL", "✗ ")
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
		c.sees("Remove the certificate?", "Verification 2")
		c.Press("y")
		c.sees("The certificate is removed.", "CN=fresh.example", "in 2 years")
		c.doesNotSee("Verification 2")
		if got := c.connections().SAMLConnections[0].VerificationCertificates; len(got) != 1 || !strings.Contains(got[0].Issuer, "fresh") {
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
