package views_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// onMember goes from the list of organizations to a member of Acme Robotics in the
// list of its members.
func (c *console) onMember(email string) {
	c.t.Helper()
	c.Press("m")
	c.search(email)
	c.Press("enter")
	c.sees(email)
}

// actAs begins to act as a member that the cursor is on, in a new session.
func (c *console) actAs(name string) {
	c.t.Helper()
	c.Press("a")
	c.sees("Act as "+name, "In a new session of an hour")
	c.Press("enter", "y")
	c.sees("acting as " + name + " (Acme Robotics)")
}

// sessionsOf are the live sessions of a member of Acme Robotics.
func (c *console) sessionsOf(m b2b.Member) []b2b.MemberSession {
	c.t.Helper()
	sessions, err := c.client.Sessions.Get(c.t.Context(), m.OrganizationID, m.MemberID)
	if err != nil {
		c.t.Fatal(err)
	}
	return sessions
}

// session opens a session of a member, past the screen.
func (c *console) session(m b2b.Member) b2b.AuthenticateImpersonationResponse {
	c.t.Helper()
	token := must(c.t, c.client.Sandbox.ImpersonationToken(m))
	return must(c.t, c.client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: token}))
}

// plain is a member of Acme Robotics who holds no role beside that of everybody.
func (c *console) plain() b2b.Member {
	c.t.Helper()
	return must(c.t, c.client.Members.Create("acme-robotics", b2b.CreateMember{EmailAddress: "plain@acme-robotics.example", Name: api.Ptr("Plain Jane")}))
}

// actingAsPlain runs a test while acting as a member without rights.
func actingAsPlain(t *testing.T, test func(c *console, plain b2b.Member)) {
	t.Helper()
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		c.onMember(plain.EmailAddress)
		c.actAs("Plain Jane")
		test(c, plain)
	})
}

func TestActing_isSaidOnEveryScreenAndEndsWithTheSameKey(t *testing.T) {
	actingAsPlain(t, func(c *console, plain b2b.Member) {
		c.sees("60 min left · a to stop", "with the rights of stytch_member")
		for _, section := range []string{"1", "2", "4", "5"} {
			c.Press(section)
			c.sees("acting as Plain Jane (Acme Robotics)")
		}
		c.Wait(90 * time.Second)
		c.sees("59 min left")
		if n := len(c.sessionsOf(plain)); n != 1 {
			c.t.Fatalf("%d sessions", n)
		}
		c.Press("?")
		c.sees("stop acting as Plain Jane")
		c.Press("esc", "a")
		c.sees("You are the project again", "Their session is ended.")
		c.doesNotSee("acting as Plain Jane (")
		if n := len(c.sessionsOf(plain)); n != 0 {
			c.t.Errorf("%d sessions afterwards", n)
		}
		c.Press("1", "r")
		c.sees("Bluefin Logistics")
	})
}

func TestActing_whatTheRolesLackIsSaidBeforeItIsTried(t *testing.T) {
	actingAsPlain(t, func(c *console, plain b2b.Member) {
		before := c.faults.requests()
		for _, key := range []string{"n", "i"} {
			c.Press(key)
			c.sees("Plain Jane may not do this: it takes stytch.member:create.")
		}
		if n := c.faults.requests() - before; n != 0 {
			c.t.Errorf("%d requests were sent", n)
		}
	})
}

func TestActing_aMemberMayChangeItselfButNobodyElse(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		c.onMember(plain.EmailAddress)
		c.Press("enter")
		c.actAs("Plain Jane")
		c.Press("e")
		c.sees("Edit Plain Jane")
		c.Press("esc", "esc")
		c.Press("a")
		c.sees("You are the project again")

		c.Press("esc")
		c.search(ada)
		c.Press("enter", "d")
		c.sees("Delete this member?")
		c.Press("n", "esc")
		c.search(plain.EmailAddress)
		c.Press("enter")
		c.actAs("Plain Jane")
		c.Press("1", "d")
		c.sees("Plain Jane may not do this: it takes stytch.organization:delete.")
	})
}

func TestActing_theAnswerOfTheServerNamesThePermission(t *testing.T) {
	actingAsPlain(t, func(c *console, plain b2b.Member) {
		c.Press("r")
		c.Wait(time.Second)
		c.sees("search on stytch.member")
		c.faults.refuse(http.MethodPost, "/v1/b2b/organizations/members/search", 403, b2b.ErrSessionAuthorizationError, "Not allowed.")
		c.Press("r")
		c.Wait(time.Second)
		c.sees("Not allowed; it takes stytch.member:search")
	})
}

func TestActing_otherOrganizationsAreOutOfReach(t *testing.T) {
	actingAsPlain(t, func(c *console, plain b2b.Member) {
		before := c.faults.requests()
		c.Press("1", "r")
		c.sees("Plain Jane belongs to Acme Robotics: other organizations are out of reach while acting as a member.")
		c.Press("j", "enter")
		c.sees("Plain Jane belongs to Acme Robotics")
		c.doesNotSee("▸Overview")
		c.Press("n")
		c.sees("Only the project may do this")
		if n := c.faults.requests() - before; n != 0 {
			c.t.Errorf("%d requests", n)
		}
	})
}

func TestActing_everyCallCarriesTheSession(t *testing.T) {
	actingAsPlain(t, func(c *console, plain b2b.Member) {
		with := 0
		c.faults.set(func(_ http.ResponseWriter, r *http.Request) bool {
			if r.Header.Get("X-Stytch-Member-Session") != "" {
				with++
			}
			return false
		})
		c.Press("r")
		c.Wait(time.Second)
		if with == 0 {
			c.t.Error("no call carried the session")
		}
		c.Press("a")
		with = 0
		c.Press("r")
		c.Wait(time.Second)
		if with > 0 {
			c.t.Error("a call carries the session afterwards")
		}
	})
}

func TestActing_stopsWhenTheSessionRunsOut(t *testing.T) {
	actingAsPlain(t, func(c *console, plain b2b.Member) {
		c.Wait(60*time.Minute + time.Second)
		c.sees("The session of Plain Jane has run out. You are the project again.")
		c.doesNotSee("a to stop")
	})
}

func TestActing_stopsWhenTheSessionIsRevoked(t *testing.T) {
	actingAsPlain(t, func(c *console, plain b2b.Member) {
		must(c.t, c.client.Sessions.Revoke(b2b.RevokeSession{MemberID: &plain.MemberID}))
		c.Press("r")
		c.Wait(time.Second)
		c.sees("The session of Plain Jane has expired, or was ended. You are the project again.")
		c.doesNotSee("a to stop")
		c.Press("r")
		c.Wait(time.Second)
		c.sees("plain@acme-robotics.example")
	})
}

func TestActing_bySessionsAndTokensThatArePasted(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		session := c.session(plain)
		minted := must(c.t, c.client.Sandbox.ImpersonationToken(plain))
		c.onMember(plain.EmailAddress)
		for name, token := range map[string]b2b.Secret{
			"session token": session.SessionToken, "session JWT": session.SessionJWT, "impersonation token": minted,
		} {
			down := map[bool][]string{false: {"down", "enter"}, true: {"down", "down", "enter"}}[name == "impersonation token"]
			c.Press(append([]string{"a"}, down...)...)
			c.Paste(token.Reveal())
			if strings.Contains(c.Screen(), token.Reveal()[:12]) {
				c.t.Errorf("the %s is on the screen", name)
			}
			c.Press("ctrl+s")
			c.sees("acting as Plain Jane (Acme Robotics)")
			c.Press("a")
			c.sees("You are the project again")
		}
		if n := len(c.sessionsOf(plain)); n != 1 {
			c.t.Errorf("%d sessions: theirs goes on, ours is ended", n)
		}
		c.keptNowhere(session.SessionToken, session.SessionJWT, minted)
	})
}

// keptNowhere fails the test if the log of requests holds a secret.
func (c *console) keptNowhere(secrets ...b2b.Secret) {
	c.t.Helper()
	text := ""
	for _, x := range c.log.Exchanges() {
		logged, _ := json.Marshal(x)
		text += string(logged) + fmt.Sprint(x) + x.Curl() + x.Command()
	}
	for _, secret := range secrets {
		if strings.Contains(text, secret.Reveal()) {
			c.t.Error("a secret is in the log")
		}
	}
}

func TestActing_refusesASessionOfSomebodyElse(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		before := len(c.sessionsOf(c.member(grace)))
		theirs := must(c.t, c.client.Sandbox.ImpersonationToken(c.member(grace)))
		c.onMember(plain.EmailAddress)
		c.Press("a", "down", "down", "enter")
		c.Paste(theirs.Reveal())
		c.Press("ctrl+s")
		c.sees("That is a session of Grace Hopper, not of Plain Jane")
		c.doesNotSee("a to stop")
		if n := len(c.sessionsOf(c.member(grace))); n != before {
			c.t.Errorf("%d sessions of somebody else are left open", n-before)
		}
	})
}

func TestActing_refusesATokenThatIsNone(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(ada)
		c.Press("a", "down", "enter", "ctrl+s")
		c.sees("paste the token")
		c.Paste("nonsense")
		c.Press("ctrl+s")
		c.sees("Act as Ada Lovelace")
		c.doesNotSee("a to stop")
	})
}

func TestActing_byATokenOfATrustedIssuerThatIsNone(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.onMember(ada)
		c.Press("a", "down", "down", "down", "enter")
		c.sees("Profile of the issuer", "Token of the issuer")
		c.Type("no-such-profile")
		c.Press("tab")
		c.Paste("a.b.c")
		c.Press("ctrl+s")
		c.sees("Act as Ada Lovelace", "✗")
	})
}

func TestActing_needsAnActiveMember(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		must(c.t, c.client.Members.Create("acme-robotics", b2b.CreateMember{EmailAddress: "later@acme-robotics.example", CreateMemberAsPending: api.Ptr(true)}))
		c.onMember("later@acme-robotics.example")
		c.Press("a")
		c.sees("Nobody can act as later@acme-robotics.example: only an active member has sessions.")
	})
}

func TestActing_hostileNamesAreHarmless(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		org := must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: hostile}))
		must(c.t, c.client.Members.Create(org.OrganizationID, b2b.CreateMember{EmailAddress: "eve@example.org", Name: api.Ptr(hostile)}))
		must(c.t, c.client.RBAC.SetOrganizationPolicy(org, b2b.OrgPolicy{}, b2b.OrgPolicy{Roles: []b2b.PolicyRole{
			{RoleID: "desk", Description: hostile, Permissions: []b2b.PolicyRolePermission{{ResourceID: "stytch.member", Actions: []string{"search"}}}},
		}}))
		c.Press("r", "G", "m")
		for _, keys := range [][]string{{"w"}, {"/"}, {"enter"}, {"esc"}, {"a"}, {"enter"}, {"y"}, {"?"}, {"esc"}, {"1"}, {"n"}, {"a"}} {
			c.Press(keys...)
			c.Wait(time.Second)
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("after %v the frame holds %q:\n%q", keys, bad, c.Frame())
			}
		}
		c.sees("You are the project again")
	})
}

func TestActing_fitsASmallTerminal(t *testing.T) {
	inConsole(t, 60, 16, func(c *console) {
		plain := c.plain()
		c.onMember(plain.EmailAddress)
		c.Press("a", "enter", "y")
		c.sees("acting as Plain Jane", "60 min left · a to stop", "▸Members")
		c.Press("w")
		c.sees("Roles of Plain Jane", "stytch_member")
		for line := range strings.SplitSeq(c.Screen(), "\n") {
			if n := len([]rune(line)); n > 60 {
				c.t.Errorf("%d cells: %q", n, line)
			}
		}
	})
}
