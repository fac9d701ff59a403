package views_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestRadar_ordersByUrgency(t *testing.T) {
	inConsole(t, 80, 70, func(c *console) {
		org := c.organization("acme-robotics")
		must(c.t, c.client.MagicLinks.Invite(b2b.InviteEmailMagicLink{OrganizationID: org.OrganizationID, EmailAddress: "late@acme-robotics.example"}))
		connection := *org.SCIMActiveConnection
		must(c.t, c.client.SCIM.RotateStart(b2b.SCIMConnection{OrganizationID: org.OrganizationID, ConnectionID: connection.ConnectionID}))
		must(c.t, c.client.Sandbox.AdvanceClock(8*24*time.Hour))
		openOverview(c, "Acme")
		c.sees("What needs you", "older than the 7 days that an invite usually lives", "m Members: invite them again",
			"a rotation is under way", "tab to SCIM: complete it", "without a second factor: Ada Lovelace")
		screen := c.Screen()
		if strings.Index(screen, "older than the 7 days") > strings.Index(screen, "without a second factor") {
			c.t.Error("what is overdue does not come first")
		}
	})
}

func TestRadar_countsTheDaysOfCertificates(t *testing.T) {
	inConsole(t, 80, 70, func(c *console) {
		org := c.organization("acme-robotics")
		all, err := c.client.SSO.Connections(c.t.Context(), org.OrganizationID)
		if err != nil || len(all.SAMLConnections) == 0 {
			c.t.Fatal(all, err)
		}
		var ends *time.Time
		for _, s := range all.SAMLConnections {
			for _, x := range append(s.SigningCertificates, s.VerificationCertificates...) {
				if x.ExpiresAt != nil && (ends == nil || x.ExpiresAt.Before(*ends)) {
					ends = x.ExpiresAt
				}
			}
		}
		if ends == nil {
			c.t.Fatal("the demo data has no certificate that runs out")
		}
		must(c.t, c.client.Sandbox.AdvanceClock(time.Until(*ends).Truncate(time.Second)-3*24*time.Hour-time.Hour))
		openOverview(c, "Acme")
		c.sees("certificate runs out in 3 days", "tab to SSO")
		must(c.t, c.client.Sandbox.AdvanceClock(5*24*time.Hour))
		c.Press("r")
		c.sees("✗ SAML", "ran out")
	})
}

func TestRadar_saysWhatItCannotSee(t *testing.T) {
	inConsole(t, 80, 70, func(c *console) {
		c.faults.fail("GET", "/v1/b2b/sso", http.StatusBadRequest)
		openOverview(c, "Acme")
		c.sees("– Certificates of SSO: could not be read", "✗ Could not bring the overview up to date")
		c.faults.heal()
		c.Press("r")
		c.doesNotSee("could not be read")
	})
}

func TestRadar_isCalmWhenThereIsNothing(t *testing.T) {
	inConsole(t, 80, 50, func(c *console) {
		org := must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Quiet Corner"}))
		m := must(c.t, c.client.Members.Create(org.OrganizationID, b2b.CreateMember{
			EmailAddress: "one@quiet.example", Roles: []string{b2b.RoleAdmin}, MFAPhoneNumber: api.Ptr("+15005550006"),
		}))
		if m.MemberID == "" {
			c.t.Fatal(m)
		}
		openOverview(c, "Quiet")
		c.sees("✓ Nothing runs out within 30 days")
	})
}
