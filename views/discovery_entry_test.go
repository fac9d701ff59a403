package views_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// mfaForAll has everybody of Acme Robotics asked for a second factor.
func mfaForAll(c *console) {
	updateAcme(b2b.UpdateOrganization{MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)})(c)
}

// signedInWith fails unless the screen shows a live session of the member that was
// opened by all the factors.
func (c *console) signedInWith(email string, factors ...string) {
	c.t.Helper()
	c.sees("▸ Signed in", email, strings.Join(factors, " + "))
	if !slices.ContainsFunc(c.liveSessions(email), func(s b2b.MemberSession) bool { return strings.Contains(c.Screen(), s.MemberSessionID) }) {
		c.t.Errorf("the session on the screen is not on the server:\n%s", c.Screen())
	}
}

func TestDiscovery_aResetLinkAsksForTheNewPassword(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		withoutPassword(c)
		org := c.organization("acme-robotics").OrganizationID
		must(c.t, c.client.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{OrganizationID: org, EmailAddress: ada}))
		c.Press("6")
		c.sees("password reset")
		c.Press("o")
		c.sees("▸ Proof", "as "+ada, "New password")
		c.Press("ctrl+s")
		c.sees("type the new password")
		c.sees("The link resets the member's password.")
		c.Type("password")
		c.Press("ctrl+s")
		c.sees("Set a new password by the link of a mail", "This cannot be undone", "as "+ada)
		c.Press("enter")
		c.sees("✗", "▸ Proof")
		c.doesNotSee("type the new password")
		c.Press("ctrl+u")
		c.Type(sandbox.DemoPassword)
		c.doesNotSee(sandbox.DemoPassword)
		c.Press("ctrl+s", "enter")
		c.signedInWith(ada, "")
		must(c.t, c.client.Passwords.Authenticate(b2b.AuthenticatePassword{
			OrganizationID: org, EmailAddress: ada, Password: sandbox.DemoPassword,
		}))
	})
}

func TestDiscovery_aCodeIntoAnOrganizationSkipsTheChoice(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		org := c.organization("acme-robotics").OrganizationID
		must(c.t, c.client.OTPs.SendEmail(b2b.LoginOrSignupByEmailOTP{OrganizationID: org, EmailAddress: ada}))
		c.Press("6", "o")
		c.Wait(second)
		c.signedInWith(ada, "e-mail code")
	})
}

func TestDiscovery_aLinkIntoAnOrganizationOwesTheSecondFactor(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		mfaForAll(c)
		org := c.organization("acme-robotics").OrganizationID
		must(c.t, c.client.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{OrganizationID: org, EmailAddress: ada}))
		c.Press("6", "o")
		c.Wait(second)
		c.sees("▸ Second factor")
		c.Press("esc")
		c.sees("▸ Proof") // there is no list of organizations to go back to
	})
}

func TestDiscovery_aRecoveryCodeIsASecondFactor(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		mfaForAll(c)
		codes := c.codes(grace)
		c.prove(grace, true)
		c.Press("enter")
		c.sees("▸ Second factor", "A code of the authenticator app", "A recovery code")
		c.Press("ctrl+o")
		c.sees("The outbox holds codes of SMS only: an app has its own, and recovery codes were shown once.")
		c.Press("ctrl+n")
		c.sees("Only a code by SMS can be sent.")
		c.Press("down", "enter")
		c.sees("Using it spends it.")
		c.Type("0000-0000-0000")
		c.Press("enter")
		c.sees("Spend a recovery code of Grace Hopper", "This cannot be undone: a recovery code works once.")
		c.Press("enter")
		c.sees("✗", "Try another of the member's recovery codes.")
		c.Press("ctrl+u")
		c.Type(codes[0])
		c.doesNotSee(codes[0])
		c.Press("enter", "enter")
		c.signedInWith(grace, "e-mail code", "recovery code")
		if slices.Contains(c.codes(grace), codes[0]) {
			c.t.Error("the code is not spent")
		}
	})
}

func TestDiscovery_anAppIsEnrolledOnTheWay(t *testing.T) {
	inConsole(t, 100, 40, func(c *console) {
		mfaForAll(c)
		c.prove(ada, true)
		c.Press("enter")
		c.sees("the member has none yet", "Enrol an authenticator app")
		c.Press("down", "ctrl+s")
		c.sees("Enrol authenticator app · Ada Lovelace")
		c.Type(codeOf(c.t, secretOf(c.t, c.scan()), -1))
		c.Press("enter", "enter")
		c.sees("▸ Second factor", "A code of the authenticator app")
	})
}

func TestDiscovery_theMailIsSentAgain(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.Press("3", "enter")
		c.Type(ada)
		c.Press("enter", "down", "ctrl+s", "enter")
		c.sees("▸ Proof")
		c.Press("ctrl+n")
		c.sees("Send it again?", "Older codes stop working; older links do not.")
		c.Press("n")
		c.sentTo(ada, 1)
		c.Press("ctrl+n", "y")
		c.sees("Sent to " + ada + ".")
		c.sentTo(ada, 2)
	})
}

// sentTo fails unless the outbox holds so many messages to an address.
func (c *console) sentTo(address string, want int) {
	c.t.Helper()
	found, err := c.client.Sandbox.Outbox(c.t.Context(), api.OutboxQuery{To: address})
	if err != nil || len(found) != want {
		c.t.Errorf("%d messages to %s, want %d (%v)", len(found), address, want, err)
	}
}

func TestDiscovery_whatALinkOrACodeMustBe(t *testing.T) {
	for _, tc := range []struct {
		name    string
		downs   int // to the way to prove the address
		pasted  string
		refused string
	}{
		{"no link", 2, "", "paste the link, or the token in it"},
		{"words", 2, "not a link", "paste the link, or the token in it"},
		{"no token", 2, "https://acme.example/in?a=b", "there is no token in that link: is it whole?"},
		{"half a token", 2, "https://acme.example/in?token=%zz", "there is no token in that link: is it whole?"},
		{"no code", 3, "", "type the code"},
		{"letters", 3, "12ab56", "a code has 6 digits"},
		{"another code", 3, "123456", "Only the newest code works, once and for a few minutes"},
		{"only the query", 2, "token=spent&stytch_token_type=discovery", "A link works once, and for an hour"},
		{"the bare token", 2, "spent", "A link works once, and for an hour"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			inConsole(t, 100, 30, func(c *console) {
				c.Press("3", "enter")
				c.Type(ada)
				c.Press("enter")
				c.Press(slices.Repeat([]string{"down"}, tc.downs)...)
				c.Press("ctrl+s")
				c.Paste(tc.pasted)
				c.Press("ctrl+s")
				c.sees("▸ Proof", tc.refused)
			})
		})
	}
}

func TestDiscovery_whatTheAddressIsToAnOrganization(t *testing.T) {
	inConsole(t, 120, 30, func(c *console) {
		for _, name := range []string{"Open Doors", "Inviting"} {
			org := must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: name, EmailAllowedDomains: []string{"newcomers.example"},
				EmailJITProvisioning: api.Ptr(b2b.EmailJITProvisioningRestricted), EmailInvites: api.Ptr(b2b.EmailInvitesAllAllowed)}))
			// whoever has proven an address of a domain opens it to the others
			must(c.t, c.client.Members.Create(org.OrganizationID, b2b.CreateMember{EmailAddress: "host@newcomers.example"}))
			must(c.t, c.client.OTPs.SendEmail(b2b.LoginOrSignupByEmailOTP{OrganizationID: org.OrganizationID, EmailAddress: "host@newcomers.example"}))
			must(c.t, c.client.OTPs.AuthenticateEmail(b2b.AuthenticateEmailOTP{
				OrganizationID: org.OrganizationID, EmailAddress: "host@newcomers.example", Code: b2b.Secret(c.newestSMS("host@newcomers.example"))}))
		}
		must(c.t, c.client.MagicLinks.Invite(b2b.InviteEmailMagicLink{
			OrganizationID: c.organization("inviting").OrganizationID, EmailAddress: "one@newcomers.example"}))
		pending := must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Pending", AuthMethods: api.Ptr(b2b.AuthMethodsRestricted),
			AllowedAuthMethods: []string{b2b.AllowedAuthMethodsPassword}}))
		must(c.t, c.client.Members.Create(pending.OrganizationID, b2b.CreateMember{EmailAddress: "one@newcomers.example", CreateMemberAsPending: api.Ptr(true)}))
		c.prove("one@newcomers.example", true)
		c.sees("free to join by e-mail domain", "invited, not in yet", "pending: created, never in", "! sign in by password")
		c.moveTo("Pending")
		c.Press("enter")
		c.sees("Pending lets members in by password only: sign in there that way.")
	})
}

func TestDiscovery_theSessionIsLookedIntoAndCopied(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.prove(ada, false)
		c.Press("enter")
		session := c.liveSessions(ada)
		c.Press("y")
		c.sees("Session id", "E-mail", "Slug")
		c.Press("enter")
		if len(c.copied) != 1 || !slices.ContainsFunc(session, func(s b2b.MemberSession) bool { return s.MemberSessionID == c.copied[0] }) {
			c.t.Errorf("copied %q", c.copied)
		}
		c.Press("J")
		c.sees("Look into a JWT", "✓ signed by this project", "✓ Ada Lovelace of acme-robotics", "is live")
		c.Press("esc", "d", "y")
		c.sees("ended here")
		c.Press("d")
		c.sees("The session is ended.")
		c.Press("n")
		c.sees("▸ Address", "Address: "+ada)
	})
}

func TestDiscovery_leavingASessionAsksWhatBecomesOfIt(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.prove(ada, false)
		c.Press("enter")
		live := len(c.liveSessions(ada))
		c.Press("esc")
		c.sees("Leave the session", "End the session", "Let it run", "Stay here")
		c.Type("stay")
		c.Press("enter")
		c.sees("▸ Signed in")
		c.Press("n")
		c.Type("run")
		c.Press("enter")
		c.sees("▸ Address")
		if got := len(c.liveSessions(ada)); got != live {
			c.t.Errorf("%d sessions, want %d", got, live)
		}
		c.prove("", false)
		c.Press("enter", "esc", "enter")
		c.sees("End the session?")
		c.Press("y")
		c.sees("▸ Address", "The session is ended.")
		if got := len(c.liveSessions(ada)); got != live {
			c.t.Errorf("%d sessions, want %d", got, live)
		}
	})
}

func TestDiscovery_foundsAnOrganizationThatLetsADomainIn(t *testing.T) {
	inConsole(t, 100, 44, func(c *console) {
		c.prove("founder@somewhere-new.example", false)
		c.Press("enter")
		c.sees("There is no organization to enter; n founds one.")
		c.Press("n")
		c.Type("Somewhere New")
		c.Press("tab", "tab", "tab", "tab", "down", "tab")
		c.Type("somewhere-new.example, gmail.com")
		c.Press("ctrl+s")
		c.sees("gmail.com: ")
		c.Press("ctrl+u")
		c.Type("somewhere-new.example; Other.example")
		c.Press("ctrl+s")
		c.sees("▸ Second factor", "Created Somewhere New.")
		org := c.organization("somewhere-new")
		if !slices.Equal(org.EmailAllowedDomains, []string{"somewhere-new.example", "other.example"}) || org.MFAPolicy != b2b.MFAPolicyRequiredForAll {
			c.t.Errorf("the server has %q, MFA %s", org.EmailAllowedDomains, org.MFAPolicy)
		}
	})
}

func TestDiscovery_anOrganizationThatIsNotEnteredSaysWhy(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.prove(ada, false)
		c.faults.fail("POST", "/v1/b2b/discovery/intermediate_sessions/exchange", http.StatusInternalServerError)
		c.Press("enter")
		c.sees("✗ The organization was not entered.", "It is broken")
		c.Press("y")
		c.sees("Organization id", "Slug", "As command")
		c.Press("enter")
		if want := c.organization("acme-robotics").OrganizationID; !slices.Equal(c.copied, []string{want}) {
			c.t.Errorf("copied %q", c.copied)
		}
		c.faults.heal()
		c.Press("enter")
		c.sees("▸ Signed in")
	})
}
