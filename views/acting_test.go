package views_test

import (
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

const graceName = "Grace Hopper"

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
	m := must(c.t, c.client.Members.Create("acme-robotics", b2b.CreateMember{EmailAddress: "plain@acme-robotics.example", Name: api.Ptr("Plain Jane")}))
	return m
}

func TestActing_aMemberMayDoOnlyWhatTheRolesAllow(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		before := len(c.sessionsOf(plain))
		c.onMember(plain.EmailAddress)
		c.actAs("Plain Jane")
		c.sees("60 min left · a to stop", "with the rights of stytch_member")
		c.Wait(5 * time.Second)
		if n := len(c.sessionsOf(plain)); n != before+1 {
			t.Fatalf("%d sessions", n)
		}
		c.Press("n")
		c.sees("Plain Jane may not do this: it takes stytch.member:create.")
		c.Press("1")
		c.sees("acting as Plain Jane")
		c.Press("a")
		c.sees("You are the project again", "Their session is ended.")
		c.doesNotSee("acting as Plain Jane (")
		if n := len(c.sessionsOf(plain)); n != before {
			t.Errorf("%d sessions afterwards", n)
		}
	})
}
