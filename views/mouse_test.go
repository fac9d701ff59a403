package views_test

import (
	"net/http"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// withMouse lets the terminal send clicks.
func withMouse(_ *views.Env, options *ui.Options) { options.Mouse = true }

// click clicks on the nth place on the screen that says text, counted from 1 and
// from the top.
func (c *console) click(text string, nth int) {
	c.t.Helper()
	y := 0
	for line := range strings.Lines(c.Screen()) {
		if before, _, found := strings.Cut(line, text); found {
			if nth--; nth == 0 {
				c.Send(tea.MouseMsg{X: ui.Width(before), Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
				return
			}
		}
		y++
	}
	c.t.Fatalf("%q is not there to be clicked on:\n%s", text, c.Screen())
}

// onCursor fails unless the line of the cursor says text.
func (c *console) onCursor(text string) {
	c.t.Helper()
	for line := range strings.Lines(c.Screen()) {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "▸ ") && strings.Contains(line, text) {
			return
		}
	}
	c.t.Fatalf("the cursor is not on %q:\n%s", text, c.Screen())
}

func TestMouse_aClickChoosesInEveryList(t *testing.T) {
	for _, tc := range []struct {
		list, way, on string
		prepare       func(c *console)
	}{
		{"organizations", "", "Evergreen Health", nil},
		{"members", "m", "yara.wojcik@", nil},
		{"members of all organizations", "2", "yara.wojcik@", nil},
		{"SSO connections", "enter tab tab tab", "Second", func(c *console) { secondSAML(c) }},
		{"requests", "5", "/v1/b2b/sso/", func(c *console) { c.Press("enter"); c.walkTo("SSO"); c.Press("esc", "enter", "esc") }},
		{"outbox", "6", "new.one@", func(c *console) {
			invites(c, "new.one@acme-robotics.example")
			invites(c, "new.two@acme-robotics.example")
		}},
		{"rules that give roles", "enter shift+tab v", "stytch_admin", func(c *console) {
			updateAcme(b2b.UpdateOrganization{RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{
				{Domain: "a.example", RoleID: "support_agent"}, {Domain: "b.example", RoleID: "stytch_admin"},
			}})(c)
		}},
		{"faults", "6 tab tab", "/v1/b2b/totp", func(c *console) {
			must(c.t, c.client.Sandbox.SetFaults(nil, []api.Fault{
				{Method: "POST", Path: "/v1/b2b/magic_links/discovery", Status: 503}, {Method: "POST", Path: "/v1/b2b/totp", Status: 500},
			}))
		}},
	} {
		t.Run(tc.list, func(t *testing.T) {
			inConsole(t, 120, 36, func(c *console) {
				if tc.prepare != nil {
					tc.prepare(c)
				}
				c.keys(tc.way)
				c.click(tc.on, 1)
				c.onCursor(tc.on)
			}, withMouse)
		})
	}
}

func TestMouse_aClickChoosesARoleAndARight(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.extendPolicy(docs("editor"))
		c.Press("4", "/")
		c.Type("document")
		c.Press("enter")
		c.sees("document:read", "– stytch_member may not.")
		c.click("editor", 1) // the heading is no right
		c.sees("– stytch_member may not.")
		c.clickAt("editor", "write")
		c.sees("document:write", "✓ editor may.")
		c.click("read", 1)
		c.sees("document:read")
	}, withMouse)
}

// clickAt clicks where the column of one text meets the line of another.
func (c *console) clickAt(column, row string) {
	c.t.Helper()
	x, y := -1, 0
	for line := range strings.Lines(c.Screen()) {
		if before, _, found := strings.Cut(line, column); found && x < 0 {
			x = ui.Width(before) + 1
		}
		if x >= 0 && strings.HasPrefix(strings.Trim(line, " ▸│"), row) {
			c.Send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
			return
		}
		y++
	}
	c.t.Fatalf("%q and %q do not meet:\n%s", column, row, c.Screen())
}

func TestMouse_theWheelScrollsAndTheFailureIsNotClickedThrough(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.faults.fail(http.MethodPost, "/v1/b2b/organizations/search", http.StatusInternalServerError)
		c.Press("r")
		c.Wait(minute)
		c.sees("Could not search organizations")
		c.click("Evergreen Health", 1)
		c.onCursor("Evergreen Health")
		c.Send(tea.MouseMsg{X: 10, Y: 10, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		c.doesNotSee("▸  Evergreen Health")
	}, withMouse)
}

func TestMouse_discoveryListsWhatCanBeClicked(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Second Home"}))
		must(c.t, c.client.Members.Create(c.organization("second-home").OrganizationID, b2b.CreateMember{EmailAddress: ada}))
		c.prove(ada, true)
		c.onCursor("Second Home") // the newest comes first
		c.click("Acme Robotics", 1)
		c.onCursor("Acme Robotics")
		c.Press("r", "k")
		c.onCursor("Second Home")
	}, withMouse)
}
