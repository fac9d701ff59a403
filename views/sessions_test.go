package views_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

const adasSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

// signIn makes a session of Ada past the screen, and returns its tokens.
func (c *console) signIn(claims b2b.Object) b2b.AuthenticateTOTPResponse {
	c.t.Helper()
	if c.member(ada).TOTPRegistrationID == "" {
		enrolled(c)
	}
	time.Sleep(time.Minute) // a code works once
	return must(c.t, c.client.TOTPs.Authenticate(c.member(ada), b2b.AuthenticateTOTP{
		Code: b2b.Secret(codeOf(c.t, adasSecret, 0)), SessionDurationMinutes: api.Ptr(90), SessionCustomClaims: claims,
	}))
}

// liveSessions reads the sessions of a member past the screen.
func (c *console) liveSessions(email string) []b2b.MemberSession {
	c.t.Helper()
	m := c.member(email)
	found, err := c.client.Sessions.Get(c.t.Context(), m.OrganizationID, m.MemberID)
	if err != nil {
		c.t.Fatal(err)
	}
	return found
}

// onTab runs a test on a tab of Ada's, after prepare has changed the server.
func onTab(t *testing.T, width, height int, tab string, prepare, test func(c *console)) {
	t.Helper()
	inConsole(t, width, height, func(c *console) {
		if prepare != nil {
			prepare(c)
		}
		c.openMFA(ada)
		c.walkTo(tab)
		test(c)
	})
}

// toTab walks to a tab of the member that is open.
func (c *console) walkTo(name string) {
	c.t.Helper()
	for range 8 {
		if strings.Contains(c.Screen(), "▸"+name) {
			break
		}
		c.Press("tab")
	}
	c.WaitIdle()
	c.sees("▸" + name)
}

// withSessions leaves Ada with so many sessions, and no others.
func withSessions(n int) func(*console) {
	return func(c *console) {
		must(c.t, c.client.Sessions.Revoke(b2b.RevokeSession{MemberID: api.Ptr(c.member(ada).MemberID)}))
		for range n {
			c.signIn(b2b.Object{"plan": []byte(`"gold"`)})
		}
	}
}

func TestSessions_saysWhyThereAreNone(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(0), func(c *console) {
		c.sees("Ada Lovelace is not signed in anywhere", "r looks again")
		for _, key := range []string{"enter", "d", "D", "y"} {
			c.Press(key)
			c.sees("Ada Lovelace has no session.")
		}
		c.signIn(nil)
		c.Press("r")
		c.sees("1 live session", "authenticator app", "in 90 min", "just now")
	})
}

func TestSessions_opensOne(t *testing.T) {
	onTab(t, 120, 36, "Sessions", withSessions(1), func(c *console) {
		c.Press("enter")
		c.sees("Factor: authenticator app", "TOTP ID", "member-totp-", `"plan": "gold"`, "stytch_member", "acme-robotics")
		c.Press("y")
		if len(c.copied) != 1 || !strings.HasSuffix(c.copied[0], "UTC  in 90 min") {
			t.Errorf("copied %q", c.copied)
		}
		must(c.t, c.client.Sessions.Revoke(b2b.RevokeSession{MemberID: api.Ptr(c.member(ada).MemberID)}))
		c.Press("r")
		c.sees("! This session has ended meanwhile.")
		c.Press("d")
		c.sees("This session has ended.")
	})
}

func TestSessions_endsOneAfterAQuestion(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(2), func(c *console) {
		c.Press("d", "n")
		if got := len(c.liveSessions(ada)); got != 2 {
			t.Fatalf("%d are left after No", got)
		}
		c.Press("enter", "d")
		c.sees("End the session of Ada Lovelace by authenticator app", "cannot be undone")
		c.Press("y")
		c.sees("1 live session", "The session is ended.")
		if got := len(c.liveSessions(ada)); got != 1 {
			t.Errorf("%d are left", got)
		}
	})
}

func TestSessions_endsTheMarked(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(3), func(c *console) {
		c.Press("space", "space")
		c.sees("2 sessions marked")
		c.Press("d", "ctrl+d")
		c.sees("POST /v1/b2b/sessions/revoke", "member_session_id")
		c.Press("esc", "y")
		c.sees("1 live session", "2 sessions ended.")
		if got := len(c.liveSessions(ada)); got != 1 {
			t.Errorf("%d are left", got)
		}
	})
}

func TestSessions_endingTheMarkedCanBeTriedAgain(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(3), func(c *console) {
		c.Press("*", "d")
		ended := 0
		c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
			if ended++; ended != 2 {
				return false
			}
			w.WriteHeader(http.StatusInternalServerError)
			return true
		})
		c.Press("y")
		c.sees("✗", "End them")
		if got := len(c.liveSessions(ada)); got != 2 {
			t.Fatalf("%d are left", got)
		}
		c.faults.heal()
		c.Press("y")
		c.sees("3 sessions ended.", "Ada Lovelace is not signed in anywhere")
		if got := len(c.liveSessions(ada)); got != 0 {
			t.Errorf("%d are left", got)
		}
	})
}

func TestSessions_endsAll(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(2), func(c *console) {
		c.signIn(nil) // nobody has seen this one
		c.Press("D")
		c.sees("End all sessions of Ada Lovelace", "Listed here: 2 sessions.")
		c.Press("y")
		c.sees("Ada Lovelace is signed out everywhere.", "is not signed in anywhere")
		if got := len(c.liveSessions(ada)); got != 0 {
			t.Errorf("%d are left", got)
		}
	})
}

func TestSessions_aFailureIsDrawnWhereTheyWouldBe(t *testing.T) {
	onTab(t, 80, 24, "Sessions", func(c *console) { c.faults.fail("GET", "/v1/b2b/sessions", 500) }, func(c *console) {
		c.Wait(10 * second)
		c.sees("✗ Could not list the sessions of Ada Lovelace.", "r try again")
		c.faults.heal()
		c.Press("r")
		c.doesNotSee("Could not")
	})
}

func TestSessions_endWithTheirMember(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(1), func(c *console) {
		c.walkTo("Profile")
		c.Press("d", "y")
		c.walkTo("Sessions")
		c.sees("Ada Lovelace is deleted: the sessions ended with that.")
		before := c.faults.requests()
		c.Press("r", "d", "D")
		if c.faults.requests() != before {
			t.Error("the server was asked")
		}
	})
}

func TestJWT_isLookedInto(t *testing.T) {
	var in b2b.AuthenticateTOTPResponse
	onTab(t, 120, 40, "Sessions", func(c *console) { withSessions(0)(c); in = c.signIn(b2b.Object{"plan": []byte(`"gold"`)}) }, func(c *console) {
		c.Press("J")
		c.Paste(in.SessionJWT.Reveal())
		c.sees("✓ signed by this project", "✓ runs out in", "✓ Ada Lovelace of acme-robotics", "is live, and ends in 90 min",
			"✓ this project, by stytch.com/", "RS256", "jwk-")
		c.doesNotSee(in.SessionJWT.Reveal()[:20])
		c.Press("pgdown", "pgdown")
		c.sees(`"plan": "gold"`)
		c.Press("ctrl+r")
		c.sees(in.SessionJWT.Reveal()[len(in.SessionJWT.Reveal())-20:])
		c.Press("ctrl+y")
		if len(c.copied) != 1 || !strings.Contains(c.copied[0], `"plan": "gold"`) {
			t.Errorf("copied %q", c.copied)
		}
	})
}

func TestJWT_ofSomebodyElseThatRanOutAndWasChanged(t *testing.T) {
	var in b2b.AuthenticateTOTPResponse
	onTab(t, 120, 40, "Sessions", func(c *console) { in = c.signIn(nil) }, func(c *console) {
		c.pass(10 * time.Minute)
		c.Press("esc", "esc")
		c.search(grace)
		c.Press("enter", "enter")
		c.walkTo("Sessions")
		c.Press("J")
		genuine := in.SessionJWT.Reveal()
		c.Paste(genuine[:len(genuine)-6] + "AAAAAA")
		c.sees("✗ the signature is wrong", "✗ ran out", "✗ not Grace Hopper", "is not among the live")
	})
}

func TestJWT_thatIsNone(t *testing.T) {
	for text, says := range map[string]string{
		"eyJhbGciOiJSUzI1NiJ9":      "has 3 parts with dots between, and this has 1",
		"eyJhbGciOiJSUzI1NiJ9.%%.x": "the second part, the claims, is not base64url",
		"eyJhbGciOiJSUzI1NiJ9.eA.x": "the second part, the claims, holds no JSON",
	} {
		onTab(t, 80, 24, "Sessions", nil, func(c *console) {
			c.Press("J")
			c.Paste(text)
			c.sees(says[:40])
		})
	}
}

func TestJWT_isTakenForASessionToken(t *testing.T) {
	var in b2b.AuthenticateTOTPResponse
	onTab(t, 120, 40, "Sessions", func(c *console) { in = c.signIn(nil) }, func(c *console) {
		c.Press("J", "enter")
		c.sees("Paste a JWT, or a session token")
		c.Paste(in.SessionToken.Reveal())
		c.sees("Not a JWT.")
		c.Press("enter")
		c.sees("✓ signed by this project", "✓ Ada Lovelace of acme-robotics")
		for _, x := range c.log.Exchanges() {
			if strings.Contains(string(x.RequestBody)+string(x.ResponseBody), in.SessionToken.Reveal()) {
				t.Error("the log holds the session token")
			}
		}
	})
}

func TestJWT_aTokenOfNoSession(t *testing.T) {
	onTab(t, 80, 24, "Sessions", nil, func(c *console) {
		c.Press("J")
		c.Paste("no-such-token")
		c.Press("enter")
		c.sees("✗")
		c.doesNotSee("no-such-token")
	})
}
