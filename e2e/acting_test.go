//go:build unix

package e2e

import "testing"

const jane = "plain.jane@acme-robotics.example"

func TestWhoActsAsAMemberIsToldWhichPermissionIsMissing(t *testing.T) {
	user := newAccount(t)
	file := user.path(t, "team.db")
	user.addMember(t, file, jane, "Plain Jane")
	x := user.open(t, 120, 36, answering, "--db", file)
	x.openMembersOfAcme()
	x.findMember(jane)

	x.Press("a")
	x.WaitFor("In a new session of an hour")
	x.Press("enter")
	x.WaitFor("a session of " + jane)
	x.Press("y")
	x.WaitFor(`acting as Plain Jane \(Acme Robotics\)`)
	x.WaitFor("with the rights of stytch_member")

	x.Press("n")
	x.WaitFor("Plain Jane may not do this: it takes stytch.member:create.")
	x.Press("1")
	x.WaitFor("▸1")
	x.Press("d")
	x.WaitFor("Plain Jane may not do this: it takes stytch.organization:delete.")

	x.Press("a")
	x.WaitFor("You are the project again: no longer acting as Plain Jane. Their session is ended.")
	x.WaitGone(`acting as Plain Jane \(`)
	x.Press("d")
	x.WaitFor("Delete this organization")
	x.Press("esc")
	x.WaitGone("Delete this organization")
	x.Press("q")
	checkLeftClean(t, x)

	var answer struct {
		Sessions []any `json:"member_sessions"`
	}
	user.read(t, &answer, "/v1/b2b/sessions?organization_id=acme-robotics&member_id="+user.member(t, file, jane).ID, "--sandbox", "--db", file)
	if len(answer.Sessions) > 0 {
		t.Errorf("sessions go on: %v", answer.Sessions)
	}
}

// addMember makes a member of Acme Robotics that holds no role of its own.
func (a account) addMember(t *testing.T, file, email, name string) {
	t.Helper()
	succeeds(t, a, "members", "create", "--sandbox", "--db", file, "--org", "acme-robotics", "--email-address", email, "--name", name)
}
