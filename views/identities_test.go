package views_test

import (
	"strings"
	"testing"

	"example.com/orgdeck/views"
)

func TestIdentities(t *testing.T) {
	var known views.Identities
	known.Learn([]byte(`{"members":[{"name":"Ada Lovelace","email_address":"ada@acme.example","status":"active"},{"name":"李 小龍"}],
		"organization":{"organization_name":"Acme Robotics","organization_slug":"acme-robotics","email_allowed_domains":["acme.example"]},
		"connections":[{"display_name":"Second floor"},{"display_name":"Staff directory"},{"display_name":"SCIM of ours"},{"display_name":"Okta"}]}`))
	for name, tc := range map[string]struct{ line, want string }{
		"a name":               {"Saved Ada Lovelace.", "Saved ############."},
		"a name that was cut":  {"Ada Lovel…  active", "##########  active"},
		"its first word, cut":  {"Ad…  active", "###  active"},
		"a letter, cut":        {"A…  active", "A…  active"},
		"before a line break":  {"│ Delete Ada │", "│ Delete ### │"},
		"after a line break":   {"│ Lovelace? │", "│ ########? │"},
		"not inside a word":    {"Adamant Ada Lovelaces", "Adamant Ada Lovelaces"},
		"a word of its own":    {"Ada is a language", "Ada is a language"},
		"an address":           {"to ada@acme.example, at once", "to ################, at once"},
		"an unknown address":   {"eve@evil.test", "#############"},
		"an address, cut":      {"  eve@ev…", "  #######"},
		"an id":                {"id member-test-32fc-11 ok", "id ################### ok"},
		"a phone number":       {"sms +14155550100", "sms ############"},
		"wide letters":         {"李 小龍 active", "#### active"},
		"an organization":      {"1 Organizations › Acme Robotics › Members", "1 Organizations › ############# › Members"},
		"a slug":               {"slug acme-robotics", "slug #############"},
		"a slug in an address": {"https://assets.acme-robotics.test/logo.png", "https://assets.#############.test/logo.png"},
		"a domain":             {"domains: acme.example", "domains: ############"},
		"a connection":         {"by Second floor now", "by ############ now"},
		"its first word":       {"│ ends  Staff │", "│ ends  ##### │"},
		"a word of ours":       {"active  SSO SCIM", "active  SSO SCIM"},
		"a product":            {"identity provider  Okta", "identity provider  Okta"},
		"what is no identity":  {"active  ✓ app  2026-11-20", "active  ✓ app  2026-11-20"},
		"a status of somebody": {"status active", "status active"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := hide(tc.line, known.Find(tc.line)); got != tc.want {
				t.Errorf("%q becomes %q, want %q", tc.line, got, tc.want)
			}
		})
	}
}

// hide puts # for every letter that is to be hidden.
func hide(line string, ranges [][2]int) string {
	var b strings.Builder
	for i, r := range line {
		if len(ranges) > 0 && i >= ranges[0][1] {
			ranges = ranges[1:]
		}
		if len(ranges) > 0 && i >= ranges[0][0] {
			r = '#'
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestIdentities_brokenAnswersTeachNothingBad(t *testing.T) {
	var known views.Identities
	for _, text := range []string{"", "{", `{"name":`, `[{"name":"Bo`, `{"name":{"name":"Eve Adams"}`, "null", "nonsense"} {
		known.Learn([]byte(text))
	}
	if got := known.Find("Eve Adams"); len(got) != 1 {
		t.Errorf("found %v", got)
	}
}

func TestMask_hidesWhoIsOnTheScreen(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.Press("m", "ctrl+x")
		c.sees("masked", "Names, addresses and ids are hidden.", "active", "•••")
		c.doesNotSee("Ada", "Lovelace", "ada.", "@", "Acme", "Grace", "Hopper")
		c.Golden(c.t, "mask-100x30")
		for _, keys := range [][]string{{"enter"}, {"tab"}, {"esc"}, {"e"}, {"esc"}, {"d"}, {"esc"}, {"5"}, {"enter"}, {"1"}, {"esc"}, {":"}} {
			c.Press(keys...)
			c.Wait(second)
			c.doesNotSee("Lovelace", "ada.lov", "@acme", "Acme Robotics", "acme-robotics")
		}
		c.Press("esc", "ctrl+x")
		c.sees("Acme Robotics", "Names, addresses and ids are shown.")
	})
}

func TestMask_noQRCodeIsShown(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.openMFA(ada)
		c.Press("ctrl+x", "n", "enter")
		c.Wait(second)
		c.sees("masked")
		c.doesNotSee("█", "▀", "▄")
		c.Press("ctrl+x")
		c.sees("▀")
	})
}
