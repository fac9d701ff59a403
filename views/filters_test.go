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
	}{
		"slug contains":            {1, "robot", `organization_slug_fuzzy "robot"`, "Acme Robotics"},
		"allowed domain contains":  {2, "acme", `allowed_domain_fuzzy "acme"`, ""},
		"allowed domain is":        {3, "acme-robotics.example, other.example", `allowed_domains ["acme-robotics.example","other.example"]`, ""},
		"claimed domain is":        {4, "acme-robotics.example", `claimed_email_domains ["acme-robotics.example"]`, ""},
		"a member's e-mail part":   {5, "grace.hopper", `member_email_fuzzy "grace.hopper"`, "Acme Robotics"},
		"a member's e-mail":        {6, grace, `member_emails ["` + grace + `"]`, "Acme Robotics"},
		"slug is one of":           {7, "acme-robotics;solo-studio", `organization_slugs ["acme-robotics","solo-studio"]`, "Solo Studio"},
		"owns the SSO connection":  {8, " saml-connection-test-none ", `sso_connection_id "saml-connection-test-none"`, ""},
		"blanks alone ask nothing": {7, "  ", "", "Solo Studio"},
	} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, 100, 36, func(c *console) {
				c.filtered(tc.tabs, tc.text)
				if got := c.asked("organizations.search"); got != tc.asks {
					c.t.Errorf("asked %s\nwant %s", got, tc.asks)
				}
				c.sees(tc.finds)
				if tc.asks != "" {
					c.sees("1 filter")
				}
			})
		})
	}
}

func TestFilters_ofMembers(t *testing.T) {
	for name, tc := range map[string]struct {
		tabs       int
		text, asks string
	}{
		"roles":          {1, "stytch_admin billing_manager", `member_roles ["stytch_admin","billing_manager"]`},
		"e-mail part":    {4, "hopper", `member_email_fuzzy "hopper"`},
		"e-mail":         {5, grace, `member_emails ["` + grace + `"]`},
		"phone part":     {6, "555", `member_mfa_phone_number_fuzzy "555"`},
		"phone":          {7, "+12025550123", `member_mfa_phone_numbers ["+12025550123"]`},
		"id":             {8, "member-test-1 ext-1", `member_ids ["member-test-1","ext-1"]`},
		"too short asks": {4, "ho", ""},
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
				c.sees("1 filter")
			})
		})
	}
}
