package views_test

import (
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

const newcomer = "alan.turing@acme-robotics.example"

// mails are the letters that went to an address, the newest first.
func (c *console) mails(to string) []api.Message {
	c.t.Helper()
	messages, err := c.client.Sandbox.Outbox(c.t.Context(), api.OutboxQuery{To: to})
	if err != nil {
		c.t.Fatal(err)
	}
	return messages
}

func TestInvite_sendsAMailAndListsTheMember(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "i")
		c.sees("Invite to Acme Robotics", "E-mail", "Link works for", "7 days", "Language")
		c.Golden(c.t, "invite-80x24")
		c.Type(newcomer)
		c.Press("tab")
		c.Type("Alan Turing")
		c.Press("tab")
		c.Type("stytch_admin")
		c.Press("tab", "right", "right", "tab", "right", "ctrl+s")
		c.sees("Invite "+newcomer, "stytch_admin", "1440", "en")
		if n := len(c.mails(newcomer)); n != 0 {
			c.t.Fatal("it was sent before it was agreed to")
		}
		c.Press("enter")
		c.sees("Invited "+newcomer+": the mail is", "in the outbox of the", "Alan Turing")
		m := c.member(newcomer)
		if m.Status != b2b.MemberStatusInvited || !m.IsAdmin || m.Name != "Alan Turing" {
			c.t.Errorf("the server has %+v", m)
		}
		if n := len(c.mails(newcomer)); n != 1 {
			c.t.Errorf("%d mails were sent", n)
		}
	})
}

func TestInvite_isListedOnceAmongAllPages(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "i")
		c.Type(newcomer)
		c.Press("ctrl+s", "enter")
		c.sees("Invited " + newcomer)
		for range 3 {
			c.Press("G")
			c.Wait(second)
		}
		c.sees("246/246")
	})
}

func TestInvite_refusalStaysInTheForm(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "i")
		c.Type(ada)
		c.Press("ctrl+s", "enter")
		c.sees("Invite to Acme Robotics", ada, "already")
	})
}

func TestInvite_closedOrganizationSaysWhy(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		org := c.organization("acme-robotics")
		if _, err := c.client.Organizations.Update(org, b2b.UpdateOrganization{EmailInvites: api.Ptr(b2b.EmailInvitesNotAllowed)}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Press("r", "m", "i")
		c.sees("This organization allows no invitations by e-mail")
		c.Press("2")
		c.Wait(second)
		c.Press("i")
		c.sees("Open an organization first")
	})
}

func TestInvite_againFromTheProfileOfWhoWasInvited(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		org := c.organization("acme-robotics")
		invite := b2b.InviteEmailMagicLink{OrganizationID: org.OrganizationID, EmailAddress: newcomer, Name: api.Ptr("Alan Turing")}
		if _, err := c.client.MagicLinks.Invite(invite).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Press("m")
		c.search("ada.lovelace")
		c.Press("enter", "enter", "i")
		c.sees("This member is not waiting to accept an invitation.")
		c.Press("esc", "esc")
		c.search("turing")
		c.Press("enter", "enter", "i", "ctrl+s", "enter")
		c.sees("Invited " + newcomer)
		if n := len(c.mails(newcomer)); n != 2 {
			c.t.Errorf("%d mails were sent, want 2", n)
		}
	})
}

func TestBulk_endsAllSessionsAndInvitesAgain(t *testing.T) {
	onMarked(t, 80, 24, 2, func(c *console) {
		c.choose("end all")
		c.Type("end 2")
		c.Press("enter")
		c.sees("2 members changed.")
		for _, email := range []string{ada, grace} {
			m := c.member(email)
			sessions, err := c.client.Sessions.Get(c.t.Context(), m.OrganizationID, m.MemberID)
			if err != nil || len(sessions) > 0 {
				c.t.Errorf("%s has %d sessions: %v", email, len(sessions), err)
			}
		}
	})
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "f")
		c.Press("down", "space", "ctrl+s") // only the invited
		c.Press("*", "b")
		c.Type("send the inv")
		c.Press("enter")
		c.sees("mail with a new link")
		screen := c.Screen()
		c.Press("y")
		if strings.Contains(c.Screen(), "failed") {
			c.t.Fatalf("it failed:\n%s\n%s", screen, c.Screen())
		}
		c.sees("members changed")
	})
}
