package views_test

import (
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// onProject runs a test on a sandbox whose project has rules of its own for
// passwords.
func onProject(t *testing.T, rules sandbox.PasswordRules, test func(c *console)) {
	t.Helper()
	path := copyDemo(t)
	synctest.Test(t, func(t *testing.T) {
		server, err := sandbox.Open(t.Context(), sandbox.Options{Path: path, Now: time.Now, Passwords: rules})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = server.Close() })
		c := &console{t: t, server: server, faults: &faults{handler: server}}
		c.start(100, 30)
		test(c)
	})
}

// toPasswordOf goes from the list of organizations to the password page of a member.
func (c *console) toPasswordOf(email string) {
	c.t.Helper()
	c.openMFA(email)
	c.walkTo("Password")
}

func TestPassword_aResetIsRequiredWherePasswordsHoldEverywhere(t *testing.T) {
	onProject(t, sandbox.PasswordRules{CrossOrg: true}, func(c *console) {
		withPassword(c)
		c.toPasswordOf(ada)
		c.Press("R")
		c.sees("The old password stops working, here and in every organization", "mail a link next")
		c.Press("enter") // No is the default
		must(c.t, c.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: c.acme(), EmailAddress: ada, Password: "purple monkey dishwasher 9"}))
		c.Press("R", "y")
		c.sees("Ada Lovelace has to set a new password; mail a link for it.")
		if _, err := c.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: c.acme(), EmailAddress: ada, Password: "purple monkey dishwasher 9"}).Do(c.t.Context()); err == nil {
			c.t.Error("the old password works still")
		}
	})
}

func TestPassword_strengthByKindsOfCharacters(t *testing.T) {
	onProject(t, sandbox.PasswordRules{LUDS: true}, func(c *console) {
		c.toPasswordOf(ada)
		c.Press("c")
		c.Type("abc1")
		c.Wait(second)
		c.sees("✗ The server would refuse this password.", "✓ has a lower-case letter", "– has no upper-case letter", "✓ has a digit", "– has no symbol",
			"✗ 1 more kind of characters needed", "✗ 4 more characters needed", "The project does not look among passwords that have leaked.")
		c.doesNotSee("of 4,") // zxcvbn has not judged
		c.Type("Defg")
		c.Wait(second)
		c.sees("✓ The server would take this password.", "✓ has a upper-case letter")
	})
}

func TestPassword_strengthThatCannotBeAskedFor(t *testing.T) {
	onTab(t, 80, 24, "Password", withPassword, func(c *console) {
		c.Press("c")
		c.faults.fail("POST", "/v1/b2b/passwords/strength_check", 500)
		c.Type("password")
		c.Wait(10 * second)
		c.sees("✗ ", "It is broken", "enter ask again")
		c.faults.heal()
		c.Press("enter")
		c.Wait(second)
		c.sees("The server would refuse this password.")
	})
}

func TestPassword_thatHasLeaked(t *testing.T) {
	onTab(t, 80, 24, "Password", withPassword, func(c *console) {
		leaked := b2b.CheckPasswordStrengthResponse{StrengthPolicy: b2b.StrengthPolicyZxcvbn, BreachDetectionOnCreate: true, BreachedPassword: true, Score: 3}
		c.faults.answer("POST", "/v1/b2b/passwords/strength_check", answerOf(c.t, leaked))
		c.Press("c")
		c.Type("password")
		c.Wait(second)
		c.sees("✗ It is among the passwords that have leaked.")
		leaked.BreachedPassword, leaked.ValidPassword = false, true
		c.faults.answer("POST", "/v1/b2b/passwords/strength_check", answerOf(c.t, leaked))
		c.Type("s")
		c.Wait(second)
		c.sees("✓ It is not among the passwords that have leaked.")
	})
}

// lockedOut locks Ada, by ten codes that are none.
func lockedOut(c *console) {
	for range 10 {
		_, _ = c.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: c.acme(), EmailAddress: ada, Password: "wrong"}).Do(c.t.Context())
	}
}

func TestPassword_ofAMemberThatIsLocked(t *testing.T) {
	onTab(t, 100, 30, "Password", func(c *console) { withPassword(c); lockedOut(c) }, func(c *console) {
		c.sees("✗ Ada Lovelace is locked after too many wrong tries until 2000-01-01 01:00 UTC.")
	})
}

func TestPassword_ofABreakGlassMember(t *testing.T) {
	onTab(t, 100, 30, "Password", func(c *console) {
		withPassword(c)
		breakGlass(c)
		restricted := b2b.AuthMethodsRestricted
		updateAcme(b2b.UpdateOrganization{AuthMethods: &restricted, AllowedAuthMethods: []string{b2b.AllowedAuthMethodsMagicLink}})(c)
	}, func(c *console) {
		c.sees("✓ Ada Lovelace can sign in by password.", "allowed: the member is break-glass")
	})
}

func TestPassword_saysWhyAKeyCannotRun(t *testing.T) {
	onTab(t, 100, 30, "Password", withoutPassword, func(c *console) {
		for _, key := range []string{"R", "d", "y"} {
			c.Press(key)
			c.sees("Ada Lovelace has no password.")
		}
		c.walkTo("Profile")
		c.Press("d", "y")
		c.walkTo("Password")
		c.sees("– This member is deleted: reactivate it first.")
		for _, key := range []string{"n", "R", "i", "d", "r"} {
			before := c.faults.requests()
			c.Press(key)
			c.sees("• This member is deleted: reactivate it first.")
			c.doesNotSee("╭─")
			if c.faults.requests() != before {
				c.t.Errorf("%s asked the server", key)
			}
		}
	})
}
