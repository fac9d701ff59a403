package views_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui/uitest"
)

// screen is one screen, or one dialog, with the keys that lead to it from the start.
// Words among the keys are typed.
type screen struct {
	name  string
	way   string // to where it is opened from
	open  string // the keys that open it
	reads string // begin of the path of what it reads by itself; "" when it reads nothing
	empty world  // in which it has nothing to show; full when there is always something
	own   bool   // it shows what is made up anew each time, so it has no golden
}

// world is what the sandbox holds when a screen is looked at.
type world int

const (
	full    world = iota // the demo data
	nothing              // no organization
	anOrg                // an organization without anything
	aMember              // an organization with a member without anything
)

const (
	toGrace   = "m / grace.hopper enter enter "
	toAda     = "m / ada.lovelace enter enter "
	search    = "/v1/b2b/organizations/search"
	searchAll = "/v1/b2b/organizations/members/search"
	anything  = "/v1/b2b/"
	ofSandbox = "/sandbox/v1/"
)

// screens are all that the program has.
func screens() []screen {
	return slices.Concat(organizationScreens(), memberScreens(), organizationTabs(), sectionScreens())
}

// organizationScreens are the list of organizations, an organization, and the lists of members.
func organizationScreens() []screen {
	return []screen{
		{name: "organizations", reads: search, empty: nothing},
		{name: "organization-new", open: "n"},
		{name: "organization-edit", open: "e"},
		{name: "organization-delete", open: "d"},
		{name: "organizations-filters", open: "f"},
		{name: "organizations-columns", open: "c"},
		{name: "organizations-export", open: "x"},
		{name: "overview", open: "enter", reads: anything, empty: anOrg},
		{name: "members", open: "m", reads: searchAll, empty: anOrg},
		{name: "members-pane", way: "m", open: "p"},
		{name: "members-filters", way: "m", open: "f"},
		{name: "members-columns", way: "m", open: "c"},
		{name: "members-export", way: "m", open: "x"},
		{name: "members-bulk", way: "m", open: "space space b"},
		{name: "members-import-form", way: "m", open: "I"},
		{name: "members-import", way: "m I testdata/people.csv", open: "ctrl+s", reads: searchAll},
		{name: "member-new", way: "m", open: "n"},
		{name: "member-invite", way: "m", open: "i"},
		{name: "member-edit", way: "m / grace.hopper enter", open: "e"},
		{name: "member-delete", way: "m / grace.hopper enter", open: "d"},
		{name: "members-everywhere", open: "2", reads: search, empty: nothing},
	}
}

// memberScreens are the tabs of a member.
func memberScreens() []screen {
	return []screen{
		{name: "profile", way: "m / grace.hopper enter", open: "enter", empty: aMember},
		{name: "mfa", way: toGrace, open: "m", reads: "/v1/b2b/organizations/", empty: aMember},
		{name: "mfa-enrol", way: toAda + "m", open: "n", own: true},
		{name: "mfa-migrate", way: toAda + "m", open: "i"},
		{name: "mfa-delete", way: toGrace + "m", open: "d"},
		{name: "mfa-rotate", way: toGrace + "m", open: "R"},
		{name: "mfa-codes", way: toGrace + "m", open: "v", own: true},
		{name: "mfa-recover", way: toGrace + "m", open: "c"},
		{name: "mfa-require", way: toGrace + "m", open: "t"},
		{name: "mfa-default", way: toGrace + "m", open: "s"},
		{name: "mfa-phone", way: toGrace + "m", open: "p"},
		{name: "sessions", way: toGrace + "tab", open: "tab", reads: "/v1/b2b/sessions", empty: aMember},
		{name: "session", way: toGrace + "tab tab", open: "enter"},
		{name: "session-end", way: toGrace + "tab tab", open: "d"},
		{name: "sessions-end-all", way: toGrace + "tab tab", open: "D"},
		{name: "jwt", way: toGrace + "tab tab", open: "J"},
		{name: "password", way: toGrace + "tab tab", open: "tab", reads: anything, empty: aMember},
		{name: "password-reset", way: toGrace + "tab tab tab", open: "n"},
		{name: "password-strength", way: toGrace + "tab tab tab", open: "c"},
		{name: "password-require", way: toGrace + "tab tab tab", open: "R"},
		{name: "password-migrate", way: toAda + "tab tab tab", open: "i"},
		{name: "password-delete", way: toGrace + "tab tab tab", open: "d"},
		{name: "connections-of-member", way: toGrace + "tab tab tab", open: "tab", reads: "/v1/b2b/organizations/", empty: aMember},
		{name: "metadata", way: toGrace + "tab tab tab tab", open: "tab", empty: aMember},
		{name: "metadata-edit", way: toGrace + "tab tab tab tab tab", open: "e"},
		{name: "act-as", way: toGrace, open: "a"},
		{name: "why", way: toGrace, open: "w", reads: "/v1/b2b/rbac", empty: aMember},
		{name: "why-ask", way: toGrace + "w", open: "/"},
	}
}

// organizationTabs are the tabs of an organization.
func organizationTabs() []screen {
	return []screen{
		{name: "settings", way: "enter tab", open: "tab", reads: "/v1/b2b/organizations/", empty: anOrg},
		{name: "setting-edit", way: "enter tab tab", open: "enter"},
		{name: "sso", way: "enter tab tab", open: "tab", reads: "/v1/b2b/sso", empty: anOrg},
		{name: "sso-page", way: "enter tab tab tab", open: "enter"},
		{name: "sso-new", way: "enter tab tab tab", open: "n"},
		{name: "sso-new-saml", way: "enter tab tab tab", open: "n enter"},
		{name: "sso-edit", way: "enter tab tab tab", open: "e"},
		{name: "sso-delete", way: "enter tab tab tab", open: "d"},
		{name: "sso-metadata", way: "enter tab tab tab enter", open: "i"},
		{name: "scim-page", way: "enter tab tab tab", open: "tab", reads: "/v1/b2b/scim", empty: anOrg},
		{name: "scim-edit", way: "enter tab tab tab tab", open: "e"},
		{name: "scim-delete", way: "enter tab tab tab tab", open: "d"},
		{name: "scim-rotate", way: "enter tab tab tab tab", open: "R"},
		{name: "roles-of-organization", way: "enter", open: "shift+tab", reads: "/v1/b2b/rbac", empty: anOrg},
		{name: "roles-by-rules", way: "enter shift+tab", open: "v"},
		{name: "role-new", way: "enter shift+tab", open: "n"},
		{name: "role", way: "enter shift+tab", open: "enter"},
	}
}

// sectionScreens are the other sections, and what is over all screens.
func sectionScreens() []screen {
	return []screen{
		{name: "roles", open: "4", reads: "/v1/b2b/rbac"},
		{name: "discovery", open: "3"},
		{name: "discovery-address", way: "3", open: "enter"},
		{name: "requests", open: "5"},
		{name: "requests-cleared", way: "5", open: "X"},
		{name: "request", way: "5", open: "enter"},
		{name: "outbox", open: "6", reads: ofSandbox, empty: nothing},
		{name: "message", way: "6", open: "enter", own: true},
		{name: "clock", way: "6", open: "tab", reads: ofSandbox},
		{name: "clock-jump", way: "6 tab", open: "+"},
		{name: "clock-other", way: "6 tab", open: "+ another enter"},
		{name: "faults", way: "6 tab", open: "tab", reads: ofSandbox, empty: nothing},
		{name: "fault-which", way: "6 tab tab", open: "n"},
		{name: "fault-new", way: "6 tab tab", open: "n enter"},
		{name: "data", way: "6 tab tab", open: "tab", reads: ofSandbox, empty: nothing},
		{name: "data-empty-it", way: "6 tab tab tab", open: "D"},
		{name: "state-export", way: "6 tab tab tab", open: "x"},
		{name: "state-import", way: "6 tab tab tab", open: "I"},
		{name: "palette", open: ":"},
		{name: "help", open: "?"},
		{name: "copy", open: "y"},
	}
}

// keys presses what is said, and types the words in it.
func (c *console) keys(said string) {
	c.t.Helper()
	for _, word := range strings.Fields(said) {
		if _, ok := uitest.Key(word); ok {
			c.Press(word)
			continue
		}
		c.Type(word)
		c.Wait(second)
	}
}

// goTo starts the program anew and opens a screen; between is called when only
// the last keys are left, or before the start when it is the screen to start with.
func (c *console) goTo(s screen, width, height int, between func()) {
	c.t.Helper()
	if s.open == "" {
		between()
	}
	c.start(width, height)
	c.keys(s.way)
	if s.open != "" {
		between()
	}
	c.keys(s.open)
}

func nothingElse() {}

// furnish gives the sandbox what the demo data has none of, past the screen.
func (c *console) furnish(text string) {
	c.t.Helper()
	invites(c, "late.comer@acme-robotics.example")
	note := b2b.Object{"note": asJSON(c.t, text), "nested": asJSON(c.t, map[string]any{"list": []any{1, true, text}})}
	must(c.t, c.client.Members.Update(c.member(grace), b2b.UpdateMember{TrustedMetadata: note, UntrustedMetadata: note}))
	fault := api.Fault{Method: "POST", Path: "/v1/b2b/magic_links/discovery", Status: 503}
	must(c.t, c.client.Sandbox.SetFaults(nil, []api.Fault{fault}))
}

func asJSON(t *testing.T, value any) json.RawMessage {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
