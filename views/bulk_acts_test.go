package views_test

import (
	"slices"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestBulk_deleteNeedsTheWord(t *testing.T) {
	onMarked(t, 80, 24, 2, func(c *console) {
		c.Press("b")
		c.Type("delete mem")
		c.Press("enter")
		c.sees("Type delete 2 and press enter to delete.")
		c.Golden(c.t, "bulk-delete-80x24")
		before := c.faults.requests()
		c.Type("delete 3")
		c.Press("enter")
		if c.faults.requests() != before {
			c.t.Fatal("the wrong word was taken")
		}
		c.Press("backspace")
		c.Type("2")
		c.Press("enter")
		c.sees("2 members changed.")
		c.doesNotSee(ada, "marked")
		if statuses := c.statuses(ada, grace); !slices.Equal(statuses, []string{"deleted", "deleted"}) {
			c.t.Errorf("the server has %q", statuses)
		}
	})
}

// statuses are those of members by e-mail, deleted ones too, past the screen.
func (c *console) statuses(emails ...string) []string {
	c.t.Helper()
	var out []string
	search := b2b.SearchMembers{
		OrganizationIDs: []string{c.organization("acme-robotics").OrganizationID},
		Query:           api.And(api.Filter(b2b.FilterMemberEmails, emails), api.Filter(b2b.FilterStatuses, b2b.MemberStatusValues())),
	}
	for m, err := range c.client.Members.All(c.t.Context(), search) {
		if err != nil {
			c.t.Fatal(err)
		}
		out = append(out, m.Status)
	}
	return out
}

func TestBulk_deletesAuthenticatorApps(t *testing.T) {
	onMarked(t, 80, 24, 3, func(c *console) {
		c.choose("delete the auth")
		c.sees("This changes 1 member, and skips 2.", "no authenticator app: Ada Lovelace, Cyrus Kowalski")
		c.Type("delete 1")
		c.Press("enter")
		c.sees("1 member changed, 2 skipped.")
		if c.member(grace).TOTPRegistrationID != "" {
			c.t.Error("the authenticator app is still there")
		}
		c.Press("b")
		c.sees("Mark members first")
	})
}

func TestBulk_actsThatApplyToNobodySayWhy(t *testing.T) {
	onMarked(t, 80, 24, 3, func(c *console) {
		c.Press("b")
		c.Type("reactivate")
		c.sees("none: 3 not deleted")
		c.Press("enter")
		c.sees("none: 3 not deleted")
	})
}

func TestBulk_reactivates(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		gone := c.member(grace)
		if _, err := c.client.Members.Delete(gone).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Press("m", "f", "down", "down", "down", " ", "ctrl+s")
		c.search("grace.hopper")
		c.Press("enter", " ")
		c.choose("reactivate")
		c.sees("deleted → active")
		c.Press("y")
		c.sees("1 member changed.")
		if m := c.member(grace); m.Status != b2b.MemberStatusActive {
			c.t.Errorf("the server has %q", m.Status)
		}
	})
}

func TestBulk_addsAndRemovesARole(t *testing.T) {
	onMarked(t, 80, 24, 3, func(c *console) {
		roles := api.DirectRoles(c.member(cyrus))
		c.choose("add a role")
		c.sees("Held by some of the marked:", b2b.RoleAdmin)
		c.Type(b2b.RoleMember)
		c.Press("enter")
		c.sees("everybody has " + b2b.RoleMember)
		c.Press("ctrl+u")
		c.Type(b2b.RoleAdmin)
		c.Press("enter")
		c.sees("This changes 2 members, and skips 1.", "role held already: Ada Lovelace")
		c.Press("y")
		c.sees("2 members changed, 1 skipped.")
		if got := api.DirectRoles(c.member(cyrus)); !slices.Equal(got, append(roles, b2b.RoleAdmin)) {
			c.t.Errorf("Cyrus has %q", got)
		}
		c.Press("g", " ", " ", " ")
		c.choose("remove a role")
		c.Type(b2b.RoleAdmin)
		c.Press("enter", "y")
		c.sees("3 members changed.")
		for email, want := range map[string][]string{ada: {}, grace: {}, cyrus: roles} {
			if got := api.DirectRoles(c.member(email)); !slices.Equal(got, want) {
				c.t.Errorf("%s has %q", email, got)
			}
		}
	})
}

func TestBulk_leavesAloneWhomSomebodyElseChanged(t *testing.T) {
	onMarked(t, 120, 36, 3, func(c *console) {
		m := c.member(cyrus)
		if _, err := c.client.Members.Update(m, b2b.UpdateMember{Name: api.Ptr("Cyrus the Great")}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.choose("ask")
		c.Press("y")
		c.sees("1 member changed, 1 failed, 1 skipped.", "Somebody else has changed the name meanwhile")
		c.Press("esc")
		c.sees("Cyrus the Great", "1 marked") // what the server holds now
		c.choose("ask")
		c.Press("y")
		c.sees("1 member changed.")
		if got := c.member(cyrus); !got.MFAEnrolled || got.Name != "Cyrus the Great" {
			c.t.Errorf("the server has %+v", got)
		}
	})
}
