package views_test

import "testing"

const thisList = "this list as command"

func TestCopy_theListOfOrganizationsAsCommand(t *testing.T) {
	for name, tc := range map[string]struct {
		text   string
		tabs   int // to a filter; 0 for none
		filter string
		want   string
	}{
		"all":             {want: "orgdeck orgs list"},
		"found":           {text: "robot", want: "orgdeck orgs list robot"},
		"quotes, blanks":  {text: `it's "A & B" $HOME`, want: `orgdeck orgs list 'it'\''s "A & B" $HOME'`},
		"like a flag":     {text: "--all", want: "orgdeck orgs list -- --all"},
		"filter":          {tabs: 1, filter: `ro'bo t`, want: `orgdeck orgs list --filter 'organization_slug_fuzzy=ro'\''bo t'`},
		"filter of lists": {tabs: 3, filter: "a.example, b.example", want: "orgdeck orgs list --filter 'allowed_domains=a.example,b.example'"},
		"both":            {text: "robot", tabs: 1, filter: "acme", want: "orgdeck orgs list --filter 'organization_slug_fuzzy=acme' robot"},
	} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, 120, 36, func(c *console) {
				if tc.text != "" {
					c.search(tc.text)
					c.Press("enter")
				}
				if tc.tabs > 0 {
					c.filtered(tc.tabs, tc.filter)
				}
				c.copies(thisList, tc.want)
			})
		})
	}
}

func TestCopy_theListOfMembersAsCommand(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("m")
		line := "orgdeck members search --org " + c.organization("acme-robotics").OrganizationID
		c.copies(thisList, line)
		c.search("o'hara  x")
		c.Press("enter")
		c.copies(thisList, line+` 'o'\''hara  x'`)
		c.Press("esc")
		c.filtered(4, "ada lovelace")
		c.copies(thisList, line+" --filter 'member_email_fuzzy=ada lovelace'")
		c.filtered(1, "stytch_admin, stytch_member")
		c.copies(thisList, line+" --filter 'member_roles=stytch_admin,stytch_member' --filter 'member_email_fuzzy=ada lovelace'")
		c.Press("2")
		c.copies(thisList, "orgdeck members search")
	})
}

func TestCopy_ofAListThatCannotBeSearchedForSaysWhy(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.search("no such organization")
		c.Press("enter", "/", "ctrl+u")
		c.Type("xy")
		c.Press("enter", "y")
		c.sees("Nothing is selected, and what is typed cannot be searched for: type 3 characters or more.")
		if len(c.copied) > 0 {
			c.t.Errorf("copied %q", c.copied)
		}
	})
}
