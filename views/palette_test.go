package views_test

import (
	"strings"
	"testing"
)

// offers is what the palette has first for a text; it is closed again.
func (c *console) offers(text string) string {
	c.t.Helper()
	c.Press(":")
	c.Type(text)
	c.Wait(second)
	_, rest, _ := strings.Cut(c.Screen(), "› "+text+"▏")
	_, rest, _ = strings.Cut(rest, "› ")
	first, _, _ := strings.Cut(rest, "│")
	c.Press("esc")
	return strings.Join(strings.Fields(first), " ")
}

func TestPalette_firstIsWhatAPersonMeans(t *testing.T) {
	type wish map[string]string // what is typed, to how the first that is found begins; "" for nothing at all
	inConsole(t, 100, 30, func(c *console) {
		wants := func(wanted wish) {
			c.t.Helper()
			for typed, want := range wanted {
				if got := c.offers(typed); !strings.HasPrefix(got, want) || want == "" && got != "" {
					c.t.Errorf("%q finds %q, want %q:\n%s", typed, got, want, c.Screen())
				}
			}
		}
		everywhere := wish{
			"acme": "Acme Robotics", "grace": "Grace Hopper", "hopper": "Grace Hopper", "quit": "Quit", "undo": "Undo",
			"clock": "Clock", "out": "Outbox", "fault": "Faults", "theme": "", "curl": "Copy", "help": "Help", "req": "Requests", "mask": "Hide",
		}
		wants(everywhere)
		wants(wish{
			"del": "Delete", "exp": "Export", "csv": "Export", "json": "Edit as JSON", "role": "Roles section",
			"mem": "Members m", "new": "New organization", "neworg": "New organization", "sett": "Settings",
		})
		c.Press("enter")
		c.sees("▸Overview")
		wants(everywhere)
		wants(wish{"sso": "SSO tab", "scim": "SCIM tab", "role": "Roles tab", "json": "Edit as JSON", "members": "Members m"})
		c.Press("m")
		c.sees("▸Members")
		wants(everywhere)
		wants(wish{
			"inv": "Invite", "imp": "Import", "mfa": "MFA", "totp": "MFA", "csv": "Import", "act": "Act as this member",
			"del": "Delete", "bulk": "Act on the marked",
		})
		c.Press("enter")
		c.sees("▸Profile")
		wants(wish{"session": "Sessions tab", "pass": "Password tab", "phone": "MFA", "why": "Why", "sso": "Mateo Andersson"})
		c.Press("m")
		c.sees("▸MFA")
		wants(wish{"totp": "Enrol authenticator app", "recov": "Recover", "phone": "Set phone", "sms": "Send a code by SMS"})
	})
}

func TestPalette_leadsToATabOfTheSandbox(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press(":")
		c.Type("clock")
		c.Press("enter")
		c.sees("▸Clock", "▸6 Sandbox")
	})
}
