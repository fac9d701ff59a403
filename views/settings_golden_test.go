package views_test

import (
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

func TestSettings_hostileTextIsHarmless(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		change(c, b2b.UpdateOrganization{
			OrganizationName:    api.Ptr(hostile),
			OrganizationLogoURL: api.Ptr(hostile),
			TrustedMetadata:     b2b.Object{"\u202enote": []byte(`"\u001b[31m\u0007\u009b\u202e"`)},
			AllowedOAuthTenants: map[string][]string{"slack": {hostile}},
		})
		addConnection(c, b2b.ActiveSSOConnection{ConnectionID: "oidc-connection-test-" + hostile, DisplayName: hostile, IdentityProvider: hostile})
		c.Press("r", ",")
		harmless := func() {
			c.t.Helper()
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("the frame holds %q:\n%q", bad, c.Frame())
			}
		}
		for _, f := range b2b.OrganizationsUpdate.Request {
			toSetting(c, f.Name)
			harmless()
			c.Press("e")
			harmless()
			c.Press("x", "space", "y")
			harmless()
			c.Press("ctrl+s")
			harmless()
			closeDialogs(c)
		}
		c.Press("ctrl+s")
		harmless()
		c.Press("ctrl+d")
		harmless()
		closeDialogs(c)
		c.Press("shift+tab", "shift+tab")
		c.sees("▸Overview")
		harmless()
	})
}

func TestSettings_golden(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "40x12": {40, 12}} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, size[0], size[1], func(c *console) {
				c.Press(",")
				c.Golden(c.t, "settings-"+name)
			})
		})
	}
	t.Run("changed", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			openSettings(c)
			toSetting(c, "auth_methods")
			c.Press("e", "down", "tab", "space", "ctrl+s")
			toSetting(c, "email_invites")
			c.Press("e", "down", "down", "ctrl+s")
			c.Golden(c.t, "settings-changed-80x24")
			c.Press("e")
			c.Golden(c.t, "settings-form-80x24")
			c.Press("esc", "ctrl+s")
			c.Golden(c.t, "settings-review-80x24")
			c.Press("ctrl+d")
			c.Golden(c.t, "settings-dry-run-80x24")
		})
	})
}

func TestSettings_framesFillTheTerminalExactly(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {101, 31}, {200, 50}} {
		inConsole(t, size[0], size[1], func(c *console) {
			change(c, b2b.UpdateOrganization{OrganizationName: api.Ptr(strings.Repeat("漢字 👩‍👩‍👧 ", 12))})
			fits := func() {
				c.t.Helper()
				lines := strings.Split(c.Frame(), "\n")
				if len(lines) != size[1] {
					c.t.Errorf("%d lines at %v", len(lines), size)
				}
				for _, l := range lines {
					if w := ui.Width(l); w > size[0] {
						c.t.Fatalf("%d cells at %v: %q", w, size, l)
					}
				}
			}
			c.Press("r", ",")
			for range b2b.OrganizationsUpdate.Request {
				c.Press("j")
				fits()
				c.Press("e", "down", "tab", "space", "x", "ctrl+s")
				fits()
				closeDialogs(c)
			}
			c.Press("ctrl+s")
			fits()
			c.Press("ctrl+d")
			fits()
			closeDialogs(c)
			c.Press("shift+tab", "shift+tab", "j", "G")
			fits()
		})
	}
}
