package views_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// withLive answers as a server where Ada has these sessions.
func withLive(sessions ...b2b.MemberSession) func(c *console) {
	return func(c *console) {
		m := c.member(ada)
		for i := range sessions {
			s := &sessions[i]
			s.MemberID, s.OrganizationID, s.MemberSessionID = m.MemberID, m.OrganizationID, fmt.Sprintf("session-test-%d", i)
		}
		c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method != http.MethodGet || r.URL.Path != "/v1/b2b/sessions" {
				return false
			}
			_, _ = fmt.Fprint(w, answerOf(c.t, b2b.GetSessionResponse{MemberSessions: sessions}))
			return true
		})
	}
}

// by is a session that was begun by factors, and was last used so many minutes ago.
func by(minutes int, factors ...b2b.AuthenticationFactor) b2b.MemberSession {
	start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	used, ends := start.Add(-time.Duration(minutes)*minute), start.Add(time.Hour)
	return b2b.MemberSession{AuthenticationFactors: factors, StartedAt: &used, LastAccessedAt: &used, ExpiresAt: &ends}
}

func TestSessions_sayByWhatTheyWereBegun(t *testing.T) {
	delivered := func(way string) b2b.AuthenticationFactor {
		return b2b.AuthenticationFactor{Type: "oauth", DeliveryMethod: way}
	}
	kind := func(kind string) b2b.AuthenticationFactor { return b2b.AuthenticationFactor{Type: kind} }
	all := []struct {
		factor b2b.AuthenticationFactor
		says   string
	}{
		{kind(b2b.AuthenticationFactorTypeMagicLink), "magic link"},
		{kind(b2b.AuthenticationFactorTypePassword), "password"},
		{kind(b2b.AuthenticationFactorTypeOTP), "SMS code"},
		{kind(b2b.AuthenticationFactorTypeRecoveryCodes), "recovery code"},
		{kind(b2b.AuthenticationFactorTypeImpersonated), "impersonation"},
		{kind(b2b.AuthenticationFactorTypeImported), "taken over from Auth0"},
		{kind(b2b.AuthenticationFactorTypeTrustedAuthToken), "trusted token"},
		{delivered(b2b.AuthenticationFactorDeliveryMethodSSOSAML), "SAML SSO"},
		{delivered(b2b.AuthenticationFactorDeliveryMethodSSOOIDC), "OIDC SSO"},
		{delivered(b2b.AuthenticationFactorDeliveryMethodOAuthAccessTokenExchange), "token of a connected app"},
		{delivered("oauth_google"), "Google OAuth"},
		{delivered("oauth_exchange_slack"), "Slack OAuth, exchanged"},
		{delivered("by_pigeon"), "oauth by_pigeon"},
	}
	var sessions []b2b.MemberSession
	for i, one := range all {
		sessions = append(sessions, by(i, one.factor))
	}
	onTab(t, 120, 36, "Sessions", withLive(sessions...), func(c *console) {
		c.sees("13 live sessions")
		for _, one := range all {
			c.sees(one.says)
		}
	})
}

func TestSessions_sayWhenTheyEndAndWereUsed(t *testing.T) {
	now := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	session := func(used, ends time.Duration) b2b.MemberSession {
		s := by(0, b2b.AuthenticationFactor{Type: b2b.AuthenticationFactorTypeTOTP})
		s.LastAccessedAt, s.ExpiresAt = api.Ptr(now.Add(-used)), api.Ptr(now.Add(ends))
		return s
	}
	forever := session(time.Minute, 0)
	forever.ExpiresAt = nil
	onTab(t, 120, 36, "Sessions", withLive(session(0, 30*time.Second), session(90*minute, 5*minute), session(3*time.Hour, 47*time.Hour),
		session(100*time.Hour, 100*time.Hour), session(0, -minute), forever), func(c *console) {
		c.sees("in under 1 min", "just now", "in 5 min", "90 min ago", "in 47 hours", "3 hours ago", "in 4 days", "4 days ago", "ended", "never", "1 min ago")
	})
}

func TestSessions_marksAreTakenAway(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(3), func(c *console) {
		c.Press("*")
		c.sees("3 sessions marked")
		c.Press("esc")
		c.sees("3 live sessions", "▸Sessions")
		c.Press("space")
		c.sees("1 session marked")
		c.Press("g", "space")
		c.sees("3 live sessions")
	})
}

func TestSessions_ofAMemberThatHasNeverSignedIn(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		must(c.t, c.client.Members.Create(c.acme(), b2b.CreateMember{EmailAddress: "new@acme-robotics.example", Name: api.Ptr("Newt"), CreateMemberAsPending: api.Ptr(true)}))
		c.openMFA("new@acme-robotics.example")
		c.walkTo("Sessions")
		c.sees("Newt is pending and has never signed in: the first sign-in makes the", "member active, and a session.")
	})
}

func TestSessions_theMouseChoosesOne(t *testing.T) {
	onTab(t, 80, 24, "Sessions", withSessions(3), func(c *console) {
		c.sees("1/3")
		c.click("authenticator app", 3)
		c.sees("3/3")
	})
}

func TestSessions_aSessionThatIsReadAgain(t *testing.T) {
	onTab(t, 120, 36, "Sessions", withSessions(1), func(c *console) {
		c.Press("enter")
		token := c.signIn(nil) // somebody else's; this one goes on
		must(c.t, c.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &token.SessionToken}))
		c.Press("r")
		c.doesNotSee("has ended")
		c.Press("J")
		c.sees("Look into a JWT", "paste it here")
		c.Press("ctrl+y")
		c.sees("There is no JWT to copy from.")
		c.Paste(token.SessionJWT.Reveal())
		c.Press("enter")
		c.sees("This is a JWT already.")
		c.Press("ctrl+r")
		c.sees(token.SessionJWT.Reveal()[len(token.SessionJWT.Reveal())-20:])
		c.Press("ctrl+r")
		c.doesNotSee(token.SessionJWT.Reveal()[len(token.SessionJWT.Reveal())-20:])
		c.Press("esc")
		c.faults.fail("GET", "/v1/b2b/sessions", http.StatusInternalServerError)
		c.Press("r")
		c.Wait(10 * second)
		c.sees("✗ Could not read the session again.", "r try again")
	})
}

func TestJWT_whatItLacks(t *testing.T) {
	for name, tc := range map[string]struct {
		claims string
		says   []string
	}{
		"everything":     {`{"plan":"gold"}`, []string{"it does not say when it runs out", "it names none", "none: this is no JWT of a session"}},
		"another server": {`{"aud":["elsewhere"],"iss":"https://elsewhere.example","sub":"somebody"}`, []string{"elsewhere by https://elsewhere.example"}},
	} {
		t.Run(name, func(t *testing.T) {
			onTab(t, 120, 40, "Sessions", nil, func(c *console) {
				c.Press("J")
				c.Paste(unsigned(`{"alg":"RS256","kid":"nobody"}`, tc.claims))
				c.sees("no key of this project has that id")
				c.sees(tc.says...)
			})
		})
	}
}

// unsigned is a JWT whose signature is none.
func unsigned(header, claims string) string {
	part := func(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }
	return strings.Join([]string{part(header), part(claims), part("none")}, ".")
}
