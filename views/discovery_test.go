package views_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// prove begins a discovery sign-in and proves the address by what the outbox holds;
// the mail is sent.
func (c *console) prove(email string, byCode bool) {
	c.t.Helper()
	c.Press("3", "enter")
	c.Type(email)
	c.Press("enter")
	if byCode {
		c.Press("down")
	}
	c.Press("ctrl+s")
	c.sees("Mail a discovery")
	c.Press("enter")
	c.sees("▸ Proof")
	c.Press("ctrl+o")
	c.Wait(time.Second)
}

func TestDiscovery_signsInByALink(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.prove(ada, false)
		c.sees("▸ Organization", "Acme Robotics", "an active member", "✓ nothing more")
		c.Press("enter")
		c.sees("▸ Signed in", "– Second factor", "Ada Lovelace", "magic link", "stytch_admin")
		m := c.member(ada)
		sessions, err := c.client.Sessions.Get(c.t.Context(), m.OrganizationID, m.MemberID)
		if err != nil || len(sessions) == 0 {
			c.t.Fatal(sessions, err)
		}
		if !slices.ContainsFunc(sessions, func(s b2b.MemberSession) bool { return strings.Contains(c.Screen(), s.MemberSessionID) }) {
			c.t.Error("the session on the screen is not on the server")
		}
		c.Press("d")
		c.sees("End the session?")
		c.Press("y")
		c.sees("ended here")
		left, err := c.client.Sessions.Get(c.t.Context(), m.OrganizationID, m.MemberID)
		if err != nil || len(left) != len(sessions)-1 {
			c.t.Error(len(sessions), len(left), err)
		}
	})
}

func TestDiscovery_asksForTheSecondFactor(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		m := c.member(ada)
		created := must(c.t, c.client.TOTPs.Create(m, b2b.CreateTOTP{}))
		secret := created.Secret.Reveal()
		must(c.t, c.client.TOTPs.Authenticate(m, b2b.AuthenticateTOTP{Code: b2b.Secret(codeOf(c.t, secret, -1))}))
		updateAcme(b2b.UpdateOrganization{MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)})(c)
		c.prove(ada, true)
		c.sees("! MFA")
		c.Press("enter")
		c.sees("▸ Second factor", "Acme Robotics wants a second factor")
		c.Press("enter")
		c.Type("000000")
		c.Press("enter")
		c.sees("✗", "▸ Second factor")
		c.Press("ctrl+u")
		c.Type(codeOf(c.t, secret, 0))
		c.Press("enter")
		c.sees("▸ Signed in", "e-mail code + authenticator app")
	})
}

func TestDiscovery_aPhoneIsASecondFactor(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		updateAcme(b2b.UpdateOrganization{MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)})(c)
		c.prove(ada, true)
		c.sees("! MFA, to be enrolled")
		c.Press("enter")
		c.sees("the member has none yet", "Enrol a phone")
		c.Press("ctrl+n")
		c.sees("Type the phone number first")
		c.Press("enter")
		c.Type("+1 500 555 0006")
		c.Press("ctrl+n")
		c.sees("Send a code by SMS?")
		c.Press("y", "ctrl+o")
		c.Wait(time.Second)
		c.sees("▸ Signed in", "SMS code")
		if m := c.member(ada); !m.MFAPhoneNumberVerified {
			c.t.Error("the phone is not verified")
		}
	})
}

func TestDiscovery_foundsAnOrganization(t *testing.T) {
	inConsole(t, 100, 40, func(c *console) {
		c.prove("founder@somewhere-new.example", false)
		c.sees("The address leads to no organization")
		c.Press("n")
		c.Type("Somewhere New")
		c.Press("ctrl+s")
		c.sees("▸ Signed in", "Somewhere New", "stytch_admin")
		if org := c.organization("somewhere-new"); org.OrganizationName != "Somewhere New" {
			c.t.Error(org)
		}
	})
}

func TestDiscovery_goingBackLosesNothing(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.prove(ada, false)
		c.Press("esc")
		c.sees("▸ Proof")
		c.Press("esc")
		c.sees("▸ Address", ada)
		c.Press("esc")
		c.sees("begin", "Address: "+ada)
		c.Press("1")
		c.sees("Organizations")
		c.Press("3", "enter")
		c.sees(ada)
	})
}

func TestDiscovery_saysWhatToDoAboutAFailure(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.Press("3", "enter")
		c.Type(ada)
		c.Press("enter", "down", "down", "ctrl+s")
		c.sees("▸ Proof", "Link, or the token in it")
		c.Press("ctrl+n")
		c.sees("choose to have a link or a code sent")
		c.Paste("https://acme.example/in?stytch_token_type=oauth&token=abc")
		c.Press("enter")
		c.sees("that link is of another kind (oauth)")
		c.Press("ctrl+u")
		c.Paste("https://acme.example/in?stytch_token_type=discovery&token=no-such-token")
		c.doesNotSee("no-such-token")
		c.Press("enter")
		c.sees("✗", "A link works once", "go back")
		c.Press("ctrl+o")
		c.sees("The outbox holds no such message")
	})
}

func TestDiscovery_aProofThatRanOutSaysSo(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		c.prove(ada, false)
		c.pass(11 * minute)
		c.Press("enter")
		c.sees("was not entered", "The proof of the address has run out")
		c.Press("r")
		c.sees("The proof of the address has run out")
	})
}

func TestDiscovery_neverShowsTheIntermediateToken(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		var tokens []string
		c.prove(ada, false)
		for _, x := range c.log.Exchanges() {
			tokens = append(tokens, string(x.ResponseBody))
		}
		c.sees("proof ••••••••")
		for _, body := range tokens {
			if strings.Contains(body, "intermediate_session_token\":\"") && !strings.Contains(body, "[redacted]") {
				c.t.Error(body)
			}
		}
	})
}

func TestDiscovery_hostileNames(t *testing.T) {
	inConsole(t, 100, 30, func(c *console) {
		org := must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: hostile, MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)}))
		must(c.t, c.client.Members.Create(org.OrganizationID, b2b.CreateMember{EmailAddress: "eve@example.org", Name: api.Ptr(hostile)}))
		c.prove("eve@example.org", false)
		for _, keys := range [][]string{{}, {"enter"}, {"?"}, {"esc"}} {
			c.Press(keys...)
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("after %v the frame holds %q:\n%q", keys, bad, c.Frame())
			}
		}
	})
}
