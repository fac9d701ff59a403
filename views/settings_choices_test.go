package views_test

import (
	"net/http"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// asIf answers as a server whose Acme Robotics is another one in some settings.
func (c *console) asIf(differ func(org *b2b.Organization)) {
	org := c.organization(acme)
	differ(&org)
	c.faults.answer(http.MethodGet, "/v1/b2b/organizations/"+org.OrganizationID, answerOf(c.t, b2b.GetOrganizationResponse{Organization: org}))
}

func TestSettings_aChoiceThatIsNoneAnyMoreIsStillShown(t *testing.T) {
	inConsole(t, 100, 36, func(c *console) {
		c.asIf(func(org *b2b.Organization) { org.SSODefaultConnectionID = api.Ptr("saml-connection-gone") })
		openSettings(c)
		toSetting(c, "sso_default_connection_id")
		c.Press("e")
		c.sees("saml-connection-gone", "is not active", "Okta")
		c.Press("up", "ctrl+s")
		c.sees("Okta")
	})
}

func TestSettings_aChoiceThatWasNeverMade(t *testing.T) {
	inConsole(t, 100, 36, func(c *console) {
		c.asIf(func(org *b2b.Organization) { org.SSODefaultConnectionID = nil })
		openSettings(c)
		toSetting(c, "sso_default_connection_id")
		c.Press("y")
		c.sees("Default connection is not set: there is nothing to copy.")
		c.Press("e")
		c.sees("Not set", "Okta")
	})
}

func TestSettings_noConnectionToChoose(t *testing.T) {
	inConsole(t, 100, 36, func(c *console) {
		c.search("juniper")
		c.Press("enter", ",")
		toSetting(c, "sso_default_connection_id")
		c.Press("e")
		c.sees("The organization has no active SSO connection to choose.")
		c.doesNotSee("╭─")
	})
}

func TestSettings_theReviewScrollsAndIsCopied(t *testing.T) {
	inConsole(t, 80, 16, func(c *console) {
		openSettings(c)
		for name, text := range map[string]string{
			"organization_name": "Acme of the whole wide world", "organization_slug": "acme-of-the-wide-world", "organization_logo_url": "https://new.example/logo",
			"organization_external_id": "acme-of-the-world", "email_allowed_domains": "one.example",
		} {
			toSetting(c, name)
			c.Press("e", "ctrl+u")
			c.Type(text)
			c.Press("ctrl+s")
		}
		c.Press("ctrl+s")
		c.doesNotSee("https://new.example/logo")
		for range 12 {
			c.Press("j")
		}
		c.sees("https://new.example/logo")
		c.Press("k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k")
		c.sees("organization_name")
		c.Press("y")
		if len(c.copied) != 1 || !strings.Contains(c.copied[0], "acme-of-the-wide-world") || !strings.Contains(c.copied[0], "$STYTCH_SECRET") {
			c.t.Errorf("copied %q", c.copied)
		}
		c.Press("esc")
		c.sees("▸Settings")
	})
}

func TestSettings_aListThatIsRestrictedIsNeededInTheSameForm(t *testing.T) {
	for name, list := range map[string]string{"auth_methods": "Allowed methods", "mfa_methods": "Allowed factors"} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, 100, 40, func(c *console) {
				openSettings(c)
				toSetting(c, name)
				before := c.faults.requests()
				c.Press("e", "down")
				c.sees(list)
				c.Press("ctrl+s")
				c.sees("✗ The list is needed: name at least one.")
				if c.faults.requests() != before {
					c.t.Error("it was sent")
				}
			})
		})
	}
}
