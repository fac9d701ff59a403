package views_test

import (
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestMembers_searchOpenAndGoBackWithoutARequest(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m")
		c.sees("ada.lovelace@acme-robotics.example", "1/245")
		c.search("hopper")
		c.sees("grace.hopper@acme-robotics.example", "1/1")
		c.Press("enter", "enter")
		c.sees("Grace Hopper", "Profile", "verified")
		before := c.faults.requests()
		c.Press("esc")
		c.sees("grace.hopper@acme-robotics.example")
		if c.faults.requests() != before {
			c.t.Fatal("going back asked the server")
		}
	})
}

func TestMembers_nextPageComesBeforeTheEnd(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "G", "G", "G")
		c.sees("245/245")
	})
}

func TestMembers_acrossOrganizations(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		c.Press("2")
		c.sees("Organization", "Acme Robotics")
		c.search("ada.lovelace")
		c.sees("ada.lovelace@acme-robotics.example", "1/1")
		c.Press("enter", "o")
		c.sees("Overview", "Acme Robotics")
	})
}

func TestMembers_create(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "n")
		c.Type("not an address")
		before := c.faults.requests()
		c.Press("ctrl+s")
		c.sees("New member of Acme Robotics")
		if c.faults.requests() != before {
			c.t.Fatal("a malformed address was sent")
		}
		c.Press("ctrl+u")
		c.Type(" alan.turing@acme-robotics.example ") // as it comes with a paste
		c.Press("tab")
		c.Type("Alan Turing ")
		c.Press("ctrl+s")
		c.sees("Created Alan Turing.")
		if m := c.member("alan.turing@acme-robotics.example"); m.Name != "Alan Turing" || m.Status != b2b.MemberStatusActive {
			c.t.Fatalf("the server has %+v", m)
		}
	})
}

func TestMembers_whatAPageReadsIsSeenInTheListBehindIt(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m")
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: api.Ptr("Ada King")}))
		c.sees("Ada Lovelace")
		c.Press("enter")
		c.sees("› Ada King")
		c.Press("esc")
		c.sees("▸  Ada King")
	})
}

func TestMembers_passingAFieldIsNoChange(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: api.Ptr(" Ada ")}))
		c.Press("m", "r", "e", "tab", "tab", "ctrl+s")
		c.sees("Nothing has changed.")
	})
}

func TestMembers_createWithATakenAddressKeepsTheForm(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "n")
		c.Type("ada.lovelace@acme-robotics.example")
		c.Press("ctrl+s")
		c.sees("New member of Acme Robotics", "ada.lovelace@acme-robotics.example")
		c.doesNotSee("Created")
	})
}

func TestMembers_editSendsOnlyWhatChanged(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "e", "tab")
		c.Type(", Countess")
		c.Press("ctrl+s")
		c.sees("Ada Lovelace, Countess")
		c.Press("ctrl+d")
		c.sees("PUT")
		c.doesNotSee("email_address", "is_breakglass")
		c.Press("esc", "ctrl+s", "enter")
		c.sees("Saved Ada Lovelace, Countess.")
		if m := c.member("ada.lovelace@acme-robotics.example"); m.Name != "Ada Lovelace, Countess" || !m.IsAdmin {
			c.t.Fatalf("the server has %+v", m)
		}
	})
}

func TestMembers_deleteAndReactivate(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m")
		c.search("grace.hopper")
		c.Press("enter", "d")
		c.sees("Delete this member?", "grace.hopper@acme-robotics.example")
		c.Press("enter") // No is the default
		c.doesNotSee("Deleted")
		c.Press("d", "tab", "enter")
		c.sees("Deleted Grace Hopper.")
		c.Press("f", "down", "down", "down", " ", "ctrl+s")
		c.Wait(second)
		c.sees("grace.hopper@acme-robotics.ex", "deleted")
		c.Press("R", "tab", "enter")
		c.sees("Reactivated Grace Hopper.")
		if m := c.member("grace.hopper@acme-robotics.example"); m.Status != b2b.MemberStatusActive {
			c.t.Fatalf("the server has %q", m.Status)
		}
	})
}

func TestMembers_blockedActionsSayWhy(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("2", "n")
		c.sees("Open an organization first")
		c.Press("R")
		c.sees("This member is not deleted.")
	})
}

func TestMembers_thePaneLeavesTheListWhatItIsReadFor(t *testing.T) {
	inConsole(t, 132, 36, func(c *console) {
		c.Press("m", "down")
		c.sees("Name                 E-mail                              Status   MFA", "│  Member\n", "│    Organization id    organization-test-")
		org := c.member(grace).OrganizationID
		broken := strings.TrimPrefix(org, "organization-test-")
		if lines := c.Screen(); !strings.Contains(lines, broken[len(broken)-12:]) || strings.Contains(lines, org) {
			c.t.Errorf("the id %s is not in two lines:\n%s", org, lines)
		}
		c.Resize(131, 36)
		c.doesNotSee("Organization id")
		c.sees("Roles", "Flags")
	})
}
