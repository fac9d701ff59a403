//go:build unix

package e2e

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
)

const alan = "alan.turing@acme-robotics.example"

func TestWhoIsInvitedBecomesActiveByTheLinkInTheOutbox(t *testing.T) {
	user := newAccount(t)
	file := user.path(t, "team.db")
	x := user.open(t, 200, 50, answering, "--db", file)
	x.openMembersOfAcme()

	x.Press("i")
	x.WaitFor("Invite to Acme Robotics")
	x.Type(alan)
	x.Press("tab")
	x.Type("Alan Turing")
	x.Press("ctrl+s")
	x.WaitFor("Invite " + alan)
	x.Press("enter")
	x.WaitFor("Invited " + alan)

	x.Press("6")
	x.WaitFor("invite +" + alan)
	x.Press("enter")
	link := strings.Fields(x.WaitFor(`Link +https?://\S+token=\S+`))[1]

	x.Press("3", "enter")
	x.WaitFor("How to prove it")
	x.Type(alan)
	x.Press("enter", "down", "down")
	x.WaitFor("I have a link already")
	x.Press("ctrl+s")
	x.WaitFor("Link, or the token in it")
	x.Type(link)
	x.Press("enter")
	x.WaitFor("▸ Signed in")
	x.WaitFor("E-mail +" + alan)
	x.Press("q")
	checkLeftClean(t, x)

	if m := user.member(t, file, alan); m.Status != "active" || m.Name != "Alan Turing" || !m.Verified {
		t.Errorf("the member is %+v", m)
	}
}

// openMembersOfAcme goes from the first screen to the members of its first
// organization.
func (x *terminal) openMembersOfAcme() {
	x.t.Helper()
	x.WaitFor("Acme Robotics")
	x.Press("m")
	x.WaitFor(`1/\d{3}(│|$)`)
}

// findMember searches the list that is shown for one member and waits for it.
func (x *terminal) findMember(email string) {
	x.t.Helper()
	x.Press("/")
	x.Type(email)
	x.WaitFor(`1/1(│|$)`)
	x.WaitFor(regexp.QuoteMeta(email[:strings.Index(email, "@")]))
	x.Press("enter")
	x.Settle()
}

// storedMember is what a test asks of a member that the sandbox keeps.
type storedMember struct {
	ID       string `json:"member_id"`
	Name     string `json:"name"`
	Status   string `json:"status"`
	Verified bool   `json:"email_address_verified"`
	Default  string `json:"default_mfa_method"`
	Enrolled bool   `json:"mfa_enrolled"`
}

// member reads a member of Acme Robotics out of a database that nobody has open.
func (a account) member(t *testing.T, file, email string) storedMember {
	t.Helper()
	var answer struct{ Member storedMember }
	a.read(t, &answer, "/v1/b2b/organizations/acme-robotics/member?email_address="+url.QueryEscape(email), "--sandbox", "--db", file)
	return answer.Member
}
