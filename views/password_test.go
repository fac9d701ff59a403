package views_test

import (
	"crypto/md5"
	"encoding/hex"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// withPassword gives Ada the password "purple monkey dishwasher 9" past the screen.
func withPassword(c *console) {
	if c.member(ada).MemberPasswordID != "" {
		must(c.t, c.client.Members.DeletePassword(c.member(ada)))
	}
	sum := md5.Sum([]byte("purple monkey dishwasher 9"))
	must(c.t, c.client.Passwords.Migrate(b2b.MigratePassword{
		EmailAddress: ada, OrganizationID: c.organization("acme-robotics").OrganizationID,
		HashType: b2b.HashTypeMd5, Hash: b2b.Secret(hex.EncodeToString(sum[:])),
	}))
}

func withoutPassword(c *console) {
	if c.member(ada).MemberPasswordID != "" {
		must(c.t, c.client.Members.DeletePassword(c.member(ada)))
	}
}

func TestPassword_strengthIsJudgedWhileTyping(t *testing.T) {
	onTab(t, 80, 24, "Password", withPassword, func(c *console) {
		c.Press("c")
		c.sees("Each pause in typing has the server judge")
		before := c.faults.requests()
		c.Type("password")
		c.Wait(second)
		c.sees("✗ The server would refuse this password.", "of 4", "••••••••")
		c.doesNotSee("› password")
		if asked := c.faults.requests() - before; asked > 2 {
			t.Errorf("asked %d times", asked)
		}
		c.Press("ctrl+r")
		c.sees("› password")
		c.Press("ctrl+u")
		c.Type(sandbox.DemoPassword)
		c.Wait(second)
		c.sees("✓ The server would take this password.", "4 of 4, very strong")
		c.Press("esc", "c")
		c.doesNotSee(sandbox.DemoPassword, "very strong")
		for _, x := range c.log.Exchanges() {
			if strings.Contains(string(x.RequestBody), sandbox.DemoPassword) {
				t.Error("the log holds the password")
			}
		}
	})
}

func TestPassword_aResetIsMailed(t *testing.T) {
	onTab(t, 80, 24, "Password", withoutPassword, func(c *console) {
		c.sees("Ada Lovelace has no password; n mails a link to set one.", ada+", verified")
		c.Press("n")
		c.sees("To "+ada, "Minutes that the link lives")
		c.Type("4")
		c.Press("ctrl+s")
		c.sees("✗ ")
		c.Press("ctrl+u")
		c.Type("45")
		c.Press("ctrl+s")
		c.sees("cannot be undone: a mail that was sent")
		c.Press("enter")
		c.sees("The link is in the outbox of the sandbox.")
	})
}

func TestPassword_isDeletedAfterAQuestion(t *testing.T) {
	onTab(t, 80, 24, "Password", withPassword, func(c *console) {
		c.sees("✓ Ada Lovelace can sign in by password.", "member-password-")
		c.Press("i")
		c.sees("There is a password already; d deletes it.")
		c.Press("d", "n")
		if c.member(ada).MemberPasswordID == "" {
			t.Fatal("deleted after No")
		}
		c.Press("d", "y")
		c.sees("The password of Ada Lovelace is deleted.", "has no password")
		c.Press("d")
		c.sees("Ada Lovelace has no password.")
		if c.member(ada).MemberPasswordID != "" {
			t.Error("still there")
		}
	})
}

func TestPassword_aResetIsRequired(t *testing.T) {
	onTab(t, 80, 24, "Password", withPassword, func(c *console) {
		c.Press("R")
		c.sees("Require a new password", "The old password stops working")
		c.Press("y")
		c.sees("✗") // this sandbox keeps passwords apart
	})
}

func TestPassword_aHashIsMigrated(t *testing.T) {
	sum := md5.Sum([]byte("saltpurple monkey"))
	onTab(t, 100, 40, "Password", withoutPassword, func(c *console) {
		c.Press("i")
		c.sees("Migrate a hash", "bcrypt", "phpass")
		c.doesNotSee("Salt around")
		c.Press("down")
		c.sees("Salt around the password", "Before it", "After it")
		c.Press("tab")
		c.Paste(hex.EncodeToString(sum[:]))
		c.doesNotSee(hex.EncodeToString(sum[:])[:8])
		c.Press("tab")
		c.Type("salt")
		c.Press("ctrl+s")
		c.sees("The password of Ada Lovelace is taken over.", "can sign in by password")
		m := c.member(ada)
		in := must(c.t, c.client.Passwords.Authenticate(b2b.AuthenticatePassword{
			OrganizationID: m.OrganizationID, EmailAddress: ada, Password: "purple monkey",
		}))
		if in.MemberID != m.MemberID {
			t.Errorf("got %+v", in)
		}
	})
}

func TestPassword_eachKindAsksForWhatItNeeds(t *testing.T) {
	onTab(t, 100, 44, "Password", withoutPassword, func(c *console) {
		c.Press("i")
		for _, asks := range []string{"bcrypt", "Before it", "says itself", "says itself", "Before it", "Before it", "says itself", "phpass", "Digest"} {
			c.sees(asks)
			c.Press("down")
		}
		c.Press("ctrl+s")
		c.sees("paste the hash")
	})
}

func TestPassword_aHashThatIsNone(t *testing.T) {
	onTab(t, 100, 40, "Password", withoutPassword, func(c *console) {
		c.Press("i", "tab")
		c.Paste("no hash at all")
		c.Press("ctrl+s")
		c.sees("✗", "Migrate a hash")
		c.doesNotSee("no hash at all")
		if c.member(ada).MemberPasswordID != "" {
			t.Error("there is a password now")
		}
	})
}

func TestPassword_whereItIsNotAllowed(t *testing.T) {
	onTab(t, 80, 24, "Password", func(c *console) {
		withPassword(c)
		restricted := b2b.AuthMethodsRestricted
		updateAcme(b2b.UpdateOrganization{AuthMethods: &restricted, AllowedAuthMethods: []string{b2b.AllowedAuthMethodsMagicLink}})(c)
	}, func(c *console) {
		c.sees("! Ada Lovelace has a password, but cannot sign in by it.")
		c.Press("n")
		c.sees("Acme Robotics does not allow passwords")
	})
}
