//go:build unix

package e2e

import "testing"

func TestADeletedMemberComesBackWithUndoAndAnOrganizationSaysThatItDoesNot(t *testing.T) {
	user := newAccount(t)
	file := user.path(t, "team.db")
	x := user.open(t, 80, 24, answering, "--db", file)
	x.openMembersOfAcme()
	x.findMember(adaAddress)

	x.Press("d")
	x.WaitFor("Delete this member")
	x.Press("y")
	x.WaitFor("Deleted Ada Lovelace")
	x.Press("u")
	x.WaitFor("What was done: Delete Ada Lovelace")
	x.Press("y")
	x.WaitFor("Taken back")
	x.WaitFor("ada.lovelace@")

	x.Press("1")
	x.WaitFor("Bluefin Logistics")
	x.Press("down")
	x.WaitFor("▸  Bluefin")
	x.Press("d")
	x.WaitFor("Delete this organization")
	x.WaitFor("cannot be undone")
	x.Type("Bluefin Logistics")
	x.Press("enter")
	x.WaitFor("Deleted Bluefin Logistics")
	x.Press("u")
	x.WaitFor("The last change cannot be undone")
	x.Press("q")
	checkLeftClean(t, x)

	if m := user.member(t, file, adaAddress); m.Status != "active" || m.Name != "Ada Lovelace" {
		t.Errorf("the member is %+v", m)
	}
}
