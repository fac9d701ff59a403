package views_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// filtered presses the key of the filters, types a text into a field so many tabs
// down, and applies it.
func (c *console) filtered(tabs int, text string) {
	c.t.Helper()
	c.Press("f")
	for range tabs {
		c.Press("tab")
	}
	c.Press("ctrl+u")
	c.Type(text)
	c.Press("ctrl+s")
	c.Wait(second)
}

// asked are the conditions of the newest search of that endpoint.
func (c *console) asked(endpoint string) string {
	c.t.Helper()
	exchanges := c.log.Exchanges()
	for i := len(exchanges) - 1; i >= 0; i-- {
		if x := exchanges[i]; x.EndpointID == endpoint {
			var sent struct {
				Query struct {
					Operands []struct {
						Name  string          `json:"filter_name"`
						Value json.RawMessage `json:"filter_value"`
					} `json:"operands"`
				} `json:"query"`
			}
			if err := json.Unmarshal(x.RequestBody, &sent); err != nil {
				c.t.Fatal(err)
			}
			var said []string
			for _, o := range sent.Query.Operands {
				said = append(said, o.Name+" "+string(o.Value))
			}
			return strings.Join(said, ", ")
		}
	}
	c.t.Fatal("nothing was asked")
	return ""
}

func TestFilters_ofOrganizations(t *testing.T) {
	for name, tc := range map[string]struct {
		tabs       int
		text, asks string
		finds      string
		says       string
	}{
		"slug contains":            {1, "robot", `organization_slug_fuzzy "robot"`, "Acme Robotics", "  slug has: robot · 1/1"},
		"allowed domain contains":  {2, "acme", `allowed_domain_fuzzy "acme"`, "", "  allowed domain has: acme · 1/"},
		"allowed domain is":        {3, "acme-robotics.example, other.example", `allowed_domains ["acme-robotics.example","other.example"]`, "", "  allowed domain: acme-robotics.example, other.example · 1/1"},
		"claimed domain is":        {4, "acme-robotics.example", `claimed_email_domains ["acme-robotics.example"]`, "", "  claimed domain: acme-robotics.example · "},
		"a member's e-mail part":   {5, "grace.hopper", `member_email_fuzzy "grace.hopper"`, "Acme Robotics", "  member has: grace.hopper · 1/1"},
		"a member's e-mail":        {6, grace, `member_emails ["` + grace + `"]`, "Acme Robotics", "  member: " + grace + " · 1/1"},
		"slug is one of":           {7, "acme-robotics;solo-studio", `organization_slugs ["acme-robotics","solo-studio"]`, "Solo Studio", "  slug: acme-robotics, solo-studio · 1/2"},
		"owns the SSO connection":  {8, " saml-connection-test-none ", `sso_connection_id "saml-connection-test-none"`, "", "  connection: saml-connection-test-none · 0/0"},
		"blanks alone ask nothing": {7, "  ", "", "Solo Studio", "e-mail" + strings.Repeat(" ", 62) + "1/24"},
	} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, 100, 36, func(c *console) {
				c.filtered(tc.tabs, tc.text)
				if got := c.asked("organizations.search"); got != tc.asks {
					c.t.Errorf("asked %s\nwant %s", got, tc.asks)
				}
				c.sees(tc.finds, tc.says)
			})
		})
	}
}

func TestFilters_ofMembers(t *testing.T) {
	for name, tc := range map[string]struct {
		tabs       int
		text, asks string
		says       string
	}{
		"roles":          {1, "stytch_admin billing_manager", `member_roles ["stytch_admin","billing_manager"]`, "  roles: stytch_admin, billing_manager · "},
		"three roles":    {1, "one two three", `member_roles ["one","two","three"]`, "  roles: one and 2 more · 0/0"},
		"e-mail part":    {4, "hopper", `member_email_fuzzy "hopper"`, "  e-mail has: hopper · "},
		"e-mail":         {5, grace, `member_emails ["` + grace + `"]`, "  e-mail: " + grace + " · 1/1"},
		"phone part":     {6, "555", `member_mfa_phone_number_fuzzy "555"`, "  phone has: 555 · "},
		"phone":          {7, "+12025550123", `member_mfa_phone_numbers ["+12025550123"]`, "  phone: +12025550123 · "},
		"id":             {8, "member-test-1 ext-1", `member_ids ["member-test-1","ext-1"]`, "  id: member-test-1, ext-1 · "},
		"too short asks": {4, "ho", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, 100, 36, func(c *console) {
				c.Press("m")
				c.filtered(tc.tabs, tc.text)
				if tc.asks == "" {
					c.sees("Filter members", "✗ type at least 3 characters")
					return
				}
				if got := c.asked("organizations.members.search"); !strings.Contains(got, tc.asks) {
					c.t.Errorf("asked %s\nwant %s", got, tc.asks)
				}
				c.sees(tc.says)
			})
		})
	}
}

// What does not fit is counted: an address that is cut would not be known to the mask.
func TestFilters_areNamedAsFarAsThereIsRoom(t *testing.T) {
	inConsole(t, 100, 36, func(c *console) {
		c.Press("m", "f", "space", "tab")
		c.Type("stytch_admin")
		c.Press("tab", "right", "tab", "tab")
		c.Type("robotics")
		c.Press("ctrl+s")
		c.sees("  status: pending · roles: stytch_admin · 2 more filters · 0/0")
		c.Resize(200, 36)
		c.sees("  status: pending · roles: stytch_admin · break-glass: yes · e-mail has: robotics · 0/0")
		c.Resize(68, 36)
		c.sees("  status: pending · 3 more filters · 0/0")
		c.Press("/")
		c.Type("somebody with quite a long name in it")
		c.Wait(second)
		c.sees("  4 filters · 0/0")
	})
}
