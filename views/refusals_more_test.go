package views_test

import (
	"context"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

func TestRefusals_whileTheEditorIsOpen(t *testing.T) {
	busy := func(env *views.Env, _ *ui.Options) {
		env.Editor = func(context.Context, string, string, func(string, error) tea.Msg) tea.Cmd { return nil } // it stays open
	}
	inConsole(t, 120, 30, func(c *console) {
		c.start(120, 30, busy)
		c.Press("m", "E")
		c.sees("The editor is open…")
		c.Press("esc")
		c.says("esc", "The editor is open: close it first.")
	})
}

func TestRefusals_noSessionIsOpenedOutsideOfASandbox(t *testing.T) {
	live := func(env *views.Env, _ *ui.Options) { env.Sandbox = false }
	inConsole(t, 120, 30, func(c *console) {
		c.start(120, 30, live)
		c.onMember(ada)
		c.Press("a")
		c.sees("In a new session of an hour", "Only a sandbox opens sessions by")
		before := c.log.Version()
		c.Press("up", "enter")
		c.says("enter", "Only a sandbox opens sessions by itself; mint a token in the dashboard.")
		if c.log.Version() != before {
			c.t.Error("something was sent")
		}
	})
}

func TestRefusals_aRoleThatAllOfThemHold(t *testing.T) {
	onMarked(t, 120, 30, 1, func(c *console) {
		c.choose("add a role")
		c.sees("Add a role to 1 marked member", "Held by some of the marked: stytch_admin.")
		for role, says := range map[string]string{
			"": "type the id of a role, such as stytch_admin", "stytch_member": "everybody has stytch_member",
		} {
			c.Press("ctrl+u")
			c.Type(role)
			c.Press("ctrl+s")
			c.sees(says)
		}
		c.Press("ctrl+u")
		c.Type("stytch_admin")
		before := c.log.Version()
		c.Press("ctrl+s")
		c.sees("There is nothing to do: 1 role held already.")
		if c.log.Version() != before {
			c.t.Error("something was sent")
		}
	})
}

func TestBulk_deletingSaysWhoCanNeverComeBack(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		c.keys("m f down space ctrl+s")
		c.sees("status: invited")
		c.keys("space space b delete members enter")
		c.sees("No e-mail address of theirs was ever verified: they can never be", "reactivated.")
	})
}
