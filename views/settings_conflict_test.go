package views_test

import (
	"encoding/json"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestSettings_conflict(t *testing.T) {
	begin := func(c *console) {
		openSettings(c)
		toSetting(c, "organization_slug")
		c.Press("e", "ctrl+u")
		c.Type("mine")
		c.Press("enter")
		toSetting(c, "organization_name")
		c.Press("e", "ctrl+u")
		c.Type("My Robots")
		c.Press("enter")
		change(c, b2b.UpdateOrganization{OrganizationSlug: api.Ptr("theirs"), MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)})
		c.Press("ctrl+s", "enter")
		c.sees("Changed meanwhile", "acme-robotics", "theirs   theirs", "yours    mine", "MFA policy", "not touched: theirs stays")
		if sent := updates(c); len(sent) != 0 {
			c.t.Errorf("sent %s", sent)
		}
	}
	check := func(c *console, slug, name string) {
		c.t.Helper()
		org := c.organization(slug)
		if org.OrganizationName != name || org.MFAPolicy != b2b.MFAPolicyRequiredForAll {
			c.t.Errorf("the server has %s, %s", org.OrganizationName, org.MFAPolicy)
		}
	}
	t.Run("how it looks", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Golden(c.t, "settings-conflict-80x24")
		})
	})
	t.Run("take theirs", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Press("ctrl+r")
			c.sees("Slug                   theirs", "1 change not saved")
			saveSettings(c)
			check(c, "theirs", "My Robots")
		})
	})
	t.Run("overwrite", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Press("enter")
			c.sees("Saved 2 settings")
			check(c, "mine", "My Robots")
		})
	})
	t.Run("back, then look", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Press("esc", "r")
			c.sees("theirs → mine", "! Somebody else changed this too. It was:", "2 changes not saved")
		})
	})
}

func TestSettings_conflictInMetadataIsByKey(t *testing.T) {
	for name, tc := range map[string]struct{ key, want string }{
		"overwrite":   {"enter", `{"contract":{"renews":"2027-03-31","support":"24x7"},"plan":"mine","seats":7,"vip":true}`},
		"take theirs": {"ctrl+r", `{"contract":{"renews":"2027-03-31","support":"24x7"},"plan":"theirs","seats":7,"vip":true}`},
	} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, 80, 24, func(c *console) {
				openSettings(c)
				toSetting(c, "trusted_metadata")
				c.Press("e")
				for range 120 {
					c.Press("backspace")
				}
				c.Type(`{"contract":{"renews":"2027-03-31","support":"24x7"},"plan":"mine","seats":300,"vip":true}`)
				c.Press("ctrl+s")
				change(c, b2b.UpdateOrganization{TrustedMetadata: b2b.Object{"seats": []byte("7"), "plan": []byte(`"theirs"`)}})
				c.Press("ctrl+s", "enter")
				c.sees("Changed meanwhile", "trusted_metadata.plan", "trusted_metadata.seats")
				c.Press(tc.key)
				if name == "take theirs" {
					saveSettings(c)
				}
				got, err := json.Marshal(c.organization(acme).TrustedMetadata)
				if err != nil {
					c.t.Fatal(err)
				}
				if string(got) != tc.want {
					c.t.Errorf("the server has %s\nwant %s", got, tc.want)
				}
			})
		})
	}
}

func TestSettings_unsavedChangesAreNotLostByAccident(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s")
		for _, key := range []string{"esc", "q"} {
			c.Press(key)
			c.sees("1 change of the settings would be lost.")
			c.Press("n")
			c.sees("1 change not saved")
		}
		c.Press("r")
		c.sees("Optional → Required for all", "1 change not saved")
		c.Press("ctrl+r")
		c.sees("Discard 1 change?")
		c.Press("y")
		c.doesNotSee("not saved")
		c.Press("esc")
		c.doesNotSee("▸Settings")
	})
}

func TestSettings_showChangesMadeElsewhere(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		change(c, b2b.UpdateOrganization{OrganizationName: api.Ptr("New Robots")})
		c.Press("r")
		c.sees("New Robots")
	})
}
