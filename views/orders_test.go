package views_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// inOrder fails unless these texts stand below each other on the screen.
func (c *console) inOrder(texts ...string) {
	c.t.Helper()
	rest := c.Screen()
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			c.t.Fatalf("%q does not come in the order %q:\n%s", text, texts, c.Screen())
		}
		rest = after
	}
}

// sortedBy presses the key that sorts until the heading of a column says so.
func (c *console) sortedBy(column string) {
	c.t.Helper()
	for range 10 {
		c.Press("s")
		if c.headed(column, "▲") {
			return
		}
	}
	c.t.Fatalf("the list cannot be sorted by %s:\n%s", column, c.Screen())
}

// headed reports whether a column has a sign; a narrow one has no space before it.
func (c *console) headed(column, sign string) bool {
	screen := c.Screen()
	return strings.Contains(screen, column+" "+sign) || strings.Contains(screen, column+sign)
}

func TestOrders_ofOrganizations(t *testing.T) {
	inConsole(t, 160, 36, func(c *console) {
		c.Press("G", "g") // all members are counted
		c.Wait(second)
		page, err := c.client.Organizations.Search(c.t.Context(), b2b.SearchOrganizations{Limit: api.Ptr(100)})
		if err != nil {
			c.t.Fatal(err)
		}
		for column, key := range map[string]func(b2b.Organization) string{
			"Slug": func(o b2b.Organization) string { return o.OrganizationSlug },
			"MFA": func(o b2b.Organization) string {
				return map[string]string{"OPTIONAL": "b", "REQUIRED_FOR_ALL": "a"}[o.MFAPolicy]
			},
			"SSO":     func(o b2b.Organization) string { return strings.Repeat("a", len(o.SSOActiveConnections)) },
			"Created": func(o b2b.Organization) string { return o.CreatedAt.Format("2006-01-02T15:04:05") },
		} {
			c.sortedBy(column)
			if keys := c.keysDown(page.Items, key); !slices.IsSorted(keys) {
				c.t.Errorf("by %s: %q", column, keys)
			}
			c.Press("S")
			if !c.headed(column, "▼") {
				c.t.Errorf("nothing says that %s is sorted backwards:\n%s", column, c.Screen())
			}
			keys := c.keysDown(page.Items, key)
			if slices.Reverse(keys); !slices.IsSorted(keys) {
				c.t.Errorf("by %s, reversed: %q", column, keys)
			}
			c.Press("S")
		}
	})
}

func TestOrders_ofTextAsInADictionary(t *testing.T) {
	inConsole(t, 160, 60, func(c *console) {
		named := []string{"zebra", "Éclair", "team 10", "ECLIPSE", "Team 9", "eclair", "* Éclat *", "Zorro"}
		for i, name := range named {
			must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{
				OrganizationName: name + ".", OrganizationSlug: api.Ptr("x-" + string(rune('a'+i))),
			}))
		}
		c.Press("r", "G", "g")
		c.sortedBy("Name")
		down := []string{
			"Acme Robotics", "Café Lumière", "eclair.", "Éclair.", "* Éclat *.", "ECLIPSE.", "Evergreen Health", "👾 Pixel Party",
			"Solo Studio", "Team 9.", "team 10.", "Überfluß", "zebra.", "Zhōngguó", "Žižkov", "Zorro.", "شركة", "株式会社",
		}
		c.inOrder(down...)
		c.Press("S")
		slices.Reverse(down)
		c.inOrder(down...)
	})
}

// keysDown are the keys of the organizations in the order of the screen.
func (c *console) keysDown(all []b2b.Organization, key func(b2b.Organization) string) []string {
	c.t.Helper()
	screen := c.Screen()
	at := func(o b2b.Organization) int { return strings.Index(screen, " "+o.OrganizationSlug) }
	var keys []string
	for _, o := range slices.SortedFunc(slices.Values(all), func(a, b b2b.Organization) int { return cmp.Compare(at(a), at(b)) }) {
		if at(o) < 0 {
			c.t.Fatalf("%s is not on the screen:\n%s", o.OrganizationSlug, screen)
		}
		keys = append(keys, key(o))
	}
	return keys
}

func TestOrders_ofOrganizationsByTheirMembers(t *testing.T) {
	inConsole(t, 160, 36, func(c *console) {
		c.Press("G", "g")
		c.Wait(second)
		c.sortedBy("Members")
		c.inOrder("Solo Studio", "Juniper Street Bakery", "Acme Robotics", "Bluefin Logistics")
		c.Press("S")
		c.inOrder("Bluefin Logistics", "Acme Robotics", "Juniper Street Bakery", "Solo Studio")
	})
}

// threePeople makes an organization of three members that differ in every column.
func threePeople(c *console) {
	org := must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Three People"}))
	for i, m := range []b2b.CreateMember{
		{EmailAddress: "zoe@three.example", Name: api.Ptr("anna"), MFAPhoneNumber: api.Ptr("+12025550123")},
		{EmailAddress: "carl@three.example", Name: api.Ptr("Zeno"), CreateMemberAsPending: api.Ptr(true), Roles: []string{"stytch_admin"}},
		{EmailAddress: "mia@three.example", Name: api.Ptr("Mia"), MFAEnrolled: api.Ptr(true)},
	} {
		c.pass(minute)
		m.Name = api.Ptr(*m.Name + " " + string(rune('a'+i)))
		must(c.t, c.client.Members.Create(org.OrganizationID, m))
	}
}

func TestOrders_ofMembers(t *testing.T) {
	inConsole(t, 160, 36, func(c *console) {
		threePeople(c)
		c.search("three people")
		c.Press("enter", "m", "p") // without the pane there is room for every column
		const zoe, carl, mia = "zoe@", "carl@", "mia@"
		c.inOrder(zoe, carl, mia)
		for column, want := range map[string][]string{
			"Name":    {zoe, mia, carl},
			"E-mail":  {carl, mia, zoe},
			"Status":  {zoe, carl}, // active, pending
			"MFA":     {mia, zoe},  // asked for a factor; the others are not
			"Roles":   {carl, zoe}, // an admin; the others have none
			"Created": {zoe, carl, mia},
		} {
			c.sortedBy(column)
			c.inOrder(want...)
		}
	})
}

func TestOrders_ofMembersByTheirOrganization(t *testing.T) {
	inConsole(t, 160, 36, func(c *console) {
		c.Press("2")
		c.search("grace")
		c.Press("enter")
		c.sortedBy("Organization")
		c.Press("S")
		c.sees("Organization ▼")
		var last string
		for line := range strings.Lines(c.Screen()) {
			if fields := strings.Split(strings.Trim(line, " ▸\n"), "  "); strings.Contains(line, "@") && strings.Contains(line, ".example") {
				organization := strings.ToLower(strings.TrimSpace(afterEmail(fields)))
				if last != "" && organization > last {
					c.t.Fatalf("%q comes after %q:\n%s", organization, last, c.Screen())
				}
				last = organization
			}
		}
	})
}

// afterEmail is the column after that of the address.
func afterEmail(fields []string) string {
	email := false
	for _, f := range fields {
		if email && strings.TrimSpace(f) != "" {
			return f
		}
		email = email || strings.Contains(f, "@")
	}
	return ""
}

func TestOrders_ofConnections(t *testing.T) {
	prepare := func(c *console) {
		secondSAML(c)
		must(c.t, c.client.SSO.CreateOIDC(c.acme(), b2b.CreateOIDCConnection{DisplayName: api.Ptr("Aaa")}))
	}
	onOrgTab(t, "SSO", prepare, func(c *console) {
		for column, want := range map[string][]string{
			"Name":              {"Aaa", "Okta", "Second"},
			"Kind":              {"Aaa", "Okta"},
			"Status":            {"Okta", "Aaa"},
			"Certificate until": {"Aaa", "Second", "Okta"},
		} {
			c.sortedBy(column)
			c.inOrder(want...)
		}
	})
}
