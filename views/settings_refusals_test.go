package views_test

import (
	"net/http"
	"testing"

	"example.com/orgdeck/api/b2b"
)

func TestSettings_refuseBesideTheFieldAndSendNothing(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys func(c *console)
		says string
	}{
		{"organization_name", func(c *console) { c.Press("ctrl+u"); c.Paste(long(129)) }, "must be at most 128 characters long, and is 129"},
		{"organization_name", pressed("ctrl+u"), "must not be empty"},
		{"organization_slug", retyped("a"), "must be at least 2 characters long"},
		{"organization_slug", retyped("two words"), "may only have letters, digits and . _ ~ -"},
		{"organization_slug", retyped("--"), "needs at least one letter or digit"},
		{"organization_external_id", retyped("a/b"), "may only have letters, digits and . _ | -"},
		{"email_allowed_domains", func(c *console) { c.Press("enter"); c.Type("gmail.com") }, "has gmail.com, where anybody can get an address"},
		{"email_allowed_domains", func(c *console) { c.Press("enter"); c.Type("nonsense") }, "not a domain"},
		{"email_allowed_domains", func(c *console) { c.Press("enter"); c.Type("acme-robotics.example") }, "is there twice"},
		{"claimed_email_domains", typed("yahoo.co.uk"), "has yahoo.co.uk"},
		{"auth_methods", pressed("down", "ctrl+s"), "The list is needed"},
		{"mfa_methods", pressed("down", "ctrl+s"), "The list is needed"},
		{"sso_jit_provisioning", pressed("down", "ctrl+s"), "The list is needed"},
		{"oauth_tenant_jit_provisioning", pressed("up", "ctrl+s"), "The list is needed"},
		{"rbac_email_implicit_role_assignments", typed("example.com"), "Write a domain and a role"},
		{"rbac_email_implicit_role_assignments", typed("gmail.com stytch_admin"), "has gmail.com"},
		{"allowed_oauth_tenants", typed("teams 7"), "Write slack, hubspot, github and the tenant's id"},
		{"trusted_metadata", pressed("backspace"), "Not JSON, line 8"},
		{"trusted_metadata", func(c *console) { c.Press("backspace"); c.Paste(`,"big":"` + long(4100) + `"}`) }, "4096 bytes"},
	} {
		t.Run(tc.name+" "+tc.says, func(t *testing.T) {
			inConsole(t, 120, 36, func(c *console) {
				openSettings(c)
				toSetting(c, tc.name)
				before := c.faults.requests()
				c.Press("e")
				tc.keys(c)
				c.sees(tc.says)
				c.Press("ctrl+s")
				c.sees(tc.says)
				if sent := c.faults.requests() - before; sent != 0 {
					c.t.Errorf("%d requests were sent", sent)
				}
			})
		})
	}
}

func TestSettings_rulesBetweenFieldsAreToldBesideTheField(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		for _, closed := range []struct {
			name string
			keys []string
		}{
			{"email_invites", []string{"down", "down"}}, {"sso_jit_provisioning", []string{"down", "down"}}, {"email_jit_provisioning", []string{"down"}},
		} {
			c.doesNotSee("cannot be saved")
			toSetting(c, closed.name)
			c.Press("e")
			c.Press(closed.keys...)
			c.Press("ctrl+s")
		}
		toSetting(c, "email_invites")
		c.sees("Any address → Closed", "✗ One way in has to stay open", "3 changes · ✗ cannot be saved yet")
		toSetting(c, "mfa_policy")
		before := c.faults.requests()
		c.Press("ctrl+s")
		c.doesNotSee("Save 3 changes?")
		if focusedSetting(c) != "email_invites" {
			c.t.Errorf("the cursor is on %s", focusedSetting(c))
		}
		if sent := c.faults.requests() - before; sent != 0 {
			c.t.Errorf("%d requests were sent", sent)
		}
		c.Press("backspace")
		c.doesNotSee("cannot be saved")
	})
}

func TestSettings_aListInUseCannotBeEmptied(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "email_allowed_domains")
		c.Press("e")
		for range 40 {
			c.Press("backspace")
		}
		c.Press("ctrl+s")
		c.sees("acme-robotics.example → none", "✗ Invitations or joining by e-mail are restricted", "cannot be saved yet")
	})
}

func TestSettings_aRefusalOfTheServerLandsOnItsField(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "organization_slug")
		c.Press("e", "ctrl+u")
		c.Type("bluefin-logistics")
		c.Press("enter")
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s", "ctrl+s", "enter")
		if focusedSetting(c) != "organization_slug" {
			c.t.Errorf("the cursor is on %s", focusedSetting(c))
		}
		c.sees("acme-robotics → bluefin-logistics", "✗ ", "2 changes not saved")
		if policy := c.organization(acme).MFAPolicy; policy != b2b.MFAPolicyOptional {
			c.t.Errorf("the MFA policy is %s", policy)
		}
		c.Press("e", "ctrl+u")
		c.Type("acme-robots")
		c.Press("enter")
		c.doesNotSee("✗")
		saveSettings(c)
	})
}

func TestSettings_aFailureKeepsEverythingToTryAgain(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s")
		c.faults.fail("PUT", "/v1/b2b/organizations/", http.StatusBadRequest)
		c.Press("ctrl+s", "enter")
		c.sees("Save 1 change?", "It is broken", "request-id-test-broken")
		c.faults.heal()
		c.Press("enter")
		c.sees("Saved 1 setting")
	})
}
