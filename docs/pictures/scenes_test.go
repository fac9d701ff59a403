package pictures_test

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

const ada, grace = "ada.lovelace", "grace.hopper"

// people is a file to be imported: somebody new, somebody who is there, and what
// cannot be.
const people = `email_address,name,roles
kay.mcnulty@acme-robotics.example,Kay McNulty,billing_manager
jean.bartik@acme-robotics.example,Jean Bartik,
grace.hopper@acme-robotics.example,Grace Hopper,
ada.lovelace@acme-robotics.example,Ada King,
marlyn.meltzer,Marlyn Meltzer,
`

// scene is one picture: what is played, on a screen of which size.
type scene struct {
	name          string
	width, height int
	play          func(c *console)
}

// scenes are the pictures of the documentation.
func scenes() []scene {
	return slices.Concat(ofLists(), ofAMember(), ofAnOrganization(), ofTheRest())
}

// ofLists are the pictures of organizations and members in lists, and of what is
// done from there.
func ofLists() []scene {
	return []scene{
		{"organizations", 110, 26, func(c *console) { c.Press("down", "down") }},
		{"delete", 110, 26, func(c *console) { c.Press("d") }},
		{"overview", 110, 36, func(c *console) { c.Press("enter") }},
		{"members", 110, 28, func(c *console) { c.Press("m", "down", "down", "space", "space", "down") }},
		{"invite", 110, 30, func(c *console) {
			c.Press("m", "i")
			c.enter("new.colleague@acme-robotics.example")
		}},
		{"bulk", 110, 26, func(c *console) { c.Press("m", "space", "space", "space", "b") }},
		{"import", 110, 26, func(c *console) {
			c.write("members.csv", people)
			c.Press("m", "I")
			c.Type("members.csv")
			c.Press("ctrl+s")
			c.Wait(time.Second)
		}},
		{"export", 110, 26, func(c *console) { c.Press("m", "x") }},
	}
}

func ofAMember() []scene {
	return []scene{
		{"profile", 110, 36, func(c *console) { c.open(ada) }},
		{"mfa", 110, 30, func(c *console) { c.open(grace); c.Press("m") }},
		{"enrol", 110, 30, func(c *console) { c.open(ada); c.Press("m", "n") }},
		{"recovery-codes", 110, 30, func(c *console) { c.open(grace); c.Press("m", "v", "y") }},
		{"sessions", 110, 22, func(c *console) { c.open(grace); c.walkTo("Sessions") }},
		{"password", 110, 26, func(c *console) { c.open(grace); c.walkTo("Password") }},
		{"connections", 110, 26, func(c *console) { c.open(ada); c.walkTo("Connections") }},
		{"metadata", 110, 26, func(c *console) {
			c.note(b2b.Object{"plan": json.RawMessage(`"pro"`), "seats": json.RawMessage(`12`)}, b2b.Object{"theme": json.RawMessage(`"dark"`)})
			c.open(ada)
			c.walkTo("Metadata")
		}},
		{"json", 110, 26, func(c *console) {
			c.edit = func(text string) string { return strings.Replace(text, "Ada Lovelace", "Ada King", 1) }
			c.open(ada)
			c.Press("E")
		}},
		{"why", 110, 24, func(c *console) { c.open(grace); c.Press("w", "/"); c.enter("stytch.member:delete"); c.Press("enter") }},
		{"acting", 110, 28, func(c *console) {
			c.open(grace)
			c.Press("a", "enter", "y")
			c.calm()
			c.Press("1", "d")
		}},
	}
}

func ofAnOrganization() []scene {
	return []scene{
		{"settings", 110, 32, func(c *console) { c.Press(",") }},
		{"review", 110, 30, func(c *console) {
			c.Press(",", "j", "e", "ctrl+u")
			c.enter("acme")
			c.Press("enter", "ctrl+s")
		}},
		{"sso", 110, 26, func(c *console) { c.Press("enter"); c.walkTo("SSO") }},
		{"sso-connection", 110, 36, func(c *console) { c.Press("enter"); c.walkTo("SSO"); c.Press("enter") }},
		{"scim", 110, 30, func(c *console) { c.Press("enter"); c.walkTo("SCIM") }},
		{"scim-token", 110, 30, func(c *console) { c.Press("enter"); c.walkTo("SCIM"); c.Press("R", "y"); c.calm() }},
		{"organization-roles", 110, 28, func(c *console) { c.Press("enter"); c.walkTo("Roles") }},
	}
}

// ofTheRest are the pictures of the other sections, and of what works everywhere.
func ofTheRest() []scene {
	return []scene{
		{"roles", 110, 28, func(c *console) { c.Press("4") }},
		{"discovery", 110, 28, func(c *console) { c.discover() }},
		{"requests", 110, 26, func(c *console) { c.Press("m", "enter"); c.Press("5") }},
		{"request", 110, 34, func(c *console) { c.Press("m", "5", "enter") }},
		{"outbox", 110, 22, func(c *console) { c.discover(); c.Press("6") }},
		{"clock", 110, 22, func(c *console) { c.Press("6", "tab", "+"); c.Type("7 days"); c.Press("enter"); c.calm() }},
		{"faults", 110, 26, func(c *console) { c.Press("6", "tab", "tab", "n"); c.enter("members.search"); c.Press("enter") }},
		{"palette", 110, 26, func(c *console) { c.Press(":"); c.enter("grace") }},
		{"help", 110, 34, func(c *console) { c.Press("m", "?") }},
		{"undo", 110, 22, func(c *console) {
			c.Press("m", "e", "tab", "ctrl+u")
			c.Type("Countess Ada")
			c.Press("ctrl+s", "enter")
			c.calm()
			c.Press("u")
		}},
		{"mask", 110, 24, func(c *console) { c.Press("m", "ctrl+x") }},
		{"dry-run", 110, 34, func(c *console) { c.Press("m", "d", "ctrl+d") }},
	}
}

// open goes from the list of organizations to a member of Acme Robotics.
func (c *console) open(name string) {
	c.Press("m", "/")
	c.enter(name)
	c.Press("enter", "enter")
}

// discover proves Ada's address with the mail that the outbox holds.
func (c *console) discover() {
	c.Press("3", "enter")
	c.Type("ada.lovelace@acme-robotics.example")
	c.Press("enter", "ctrl+s", "enter", "ctrl+o")
	c.calm()
}
