//go:build unix

package e2e

import (
	"fmt"
	"strings"
	"testing"
)

const (
	liveProject = "project-live-5d0c8d5e-7c0b-4f55-8a2f-3a1f6f0f9e21"
	refusal     = "Profile live is read-only."
)

// liveLike is a server with the id of a live project, and a user whose profile
// "live" is that project.
type liveLike struct {
	user account
	seen *recording
}

// startLiveLike starts both. The secret is in a file that only the user can read,
// where store says so, or is printed by a command.
func startLiveLike(t *testing.T, protection, store string) liveLike {
	t.Helper()
	owner := newAccount(t, "STYTCH_PROJECT_ID="+liveProject, "STYTCH_SECRET="+secret)
	seen := record(t, owner.serve(t, "--db", ":memory:").url)
	user := newAccount(t)
	kept := user.write(t, secret+"\n", "config", "orgdeck", "secrets", "live")
	if store == "command" {
		store += fmt.Sprintf("\"\nsecret_command = \"cat '%s'", kept)
	}
	user.write(t, fmt.Sprintf(`
[profile.live]
project_id = "%s"
base_url = "%s"
protection = "%s"
secret_store = "%s"
`, liveProject, seen.url, protection, store), "config", "orgdeck", "config.toml")
	return liveLike{user, seen}
}

// refuses presses keys, each of which must be answered with the refusal, and must
// open nothing.
func (x *terminal) refuses(keys ...string) {
	x.t.Helper()
	for _, key := range keys {
		x.Settle()
		before := x.Screen()
		x.Press(key)
		x.waitUntil("refusal of "+key, func() bool {
			now := x.text()
			return now != before && strings.Contains(now, refusal)
		})
	}
}

func TestAReadOnlyProfileRefusesEachKeyThatWrites(t *testing.T) {
	live := startLiveLike(t, "read-only", "command")
	x := live.user.open(t, 120, 36, answering, "--profile", "live")
	x.WaitFor("LIVE")
	x.WaitFor("live.*command")
	x.WaitFor("Acme Robotics")
	x.refuses("n", "e", "d", "E", "u")
	x.refusesWhatTheTabsOfAnOrganizationWrite()
	x.refusesWhatTheListOfMembersWrites()
	x.refusesWhatTheTabsOfAMemberWrite()
	x.refusesWhatTheOtherSectionsWrite()
	x.Press("q")
	checkLeftClean(t, x)
	live.checkNothingWritten(t)
}

func (x *terminal) refusesWhatTheTabsOfAnOrganizationWrite() {
	x.t.Helper()
	x.Press(",")
	x.WaitFor("▸Settings")
	x.WaitFor("MFA policy|Name")
	x.refuses("e")
	x.Press("tab")
	x.WaitFor("▸SSO")
	x.WaitFor("Status")
	x.refuses("n", "e", "d", "t")
	x.Press("tab")
	x.WaitFor("▸SCIM")
	x.WaitFor("Bearer token|Base URL|base URL")
	x.refuses("e", "d", "R")
	x.Press("tab")
	x.WaitFor("▸Roles")
	x.refuses("n")
	x.Press("1", "esc")
	x.WaitFor("Bluefin Logistics")
}

func (x *terminal) refusesWhatTheListOfMembersWrites() {
	x.t.Helper()
	x.Press("m")
	x.WaitFor(`1/\d{3}$`)
	x.refuses("n", "i", "e", "E", "d", "a")
	x.Press("space")
	x.WaitFor("1 marked")
	x.refuses("b")
	x.Press("esc")
	x.WaitGone("1 marked")
}

func (x *terminal) refusesWhatTheTabsOfAMemberWrite() {
	x.t.Helper()
	x.findMember(adaAddress)
	x.Press("enter")
	x.WaitFor("▸Profile")
	x.refuses("e", "E", "d", "a")
	x.Press("tab")
	x.WaitFor("▸MFA")
	x.WaitFor("Authenticator app")
	x.refuses("n", "i", "p", "t")
	x.Press("tab")
	x.WaitFor("▸Sessions")
	x.refuses("d", "D")
	x.Press("tab")
	x.WaitFor("▸Password")
	x.refuses("n", "R", "i")
	x.Press("tab")
	x.WaitFor("▸Connections")
	x.refuses("d")
	x.Press("tab")
	x.WaitFor("▸Metadata")
	x.refuses("e", "E")
}

func (x *terminal) refusesWhatTheOtherSectionsWrite() {
	x.t.Helper()
	x.Press("1")
	x.WaitFor("▸1")
	x.Press("4")
	x.WaitFor("▸4")
	x.refuses("n", "d")
	x.Press("6")
	x.WaitFor("▸6")
	x.refuses("X")
	x.Press("tab")
	x.WaitFor("▸Clock")
	x.refuses("+", "0")
	x.Press("tab")
	x.WaitFor("▸Faults")
	x.refuses("n")
	x.Press("tab")
	x.WaitFor("▸Data")
	x.refuses("I", "D")
}

// checkNothingWritten fails the test when the server was asked for more than to
// be read.
func (l liveLike) checkNothingWritten(t *testing.T) {
	t.Helper()
	if all := l.seen.exchanges(); len(all) == 0 {
		t.Error("the server was never asked")
	}
	for _, e := range l.seen.exchanges() {
		if e.method != "GET" && !strings.HasSuffix(e.path, "/search") {
			t.Errorf("%s %s was sent", e.method, e.path)
		}
	}
}

func TestAProtectedProfileWantsTheNameOfTheOrganizationTyped(t *testing.T) {
	live := startLiveLike(t, "protected", "file")
	x := live.user.open(t, 120, 36, answering, "--profile", "live")
	x.WaitFor("live.*protected")
	x.openMembersOfAcme()
	x.findMember(adaAddress)
	x.Press("d")
	x.WaitFor("Delete this member")
	x.WaitFor("Type .*Acme Robotics")
	x.Type("Bluefin Logistics")
	x.Press("enter")
	x.WaitFor("Type Acme Robotics to go on")
	live.checkNothingWritten(t)
	x.Press("ctrl+u")
	x.Type("Acme Robotics")
	x.Press("enter")
	x.WaitFor("Deleted Ada Lovelace")
	x.Press("q")
	checkLeftClean(t, x)
	if deleted := live.seen.last(t, "DELETE", ""); deleted["member_id"] == "" {
		t.Errorf("the server answered %v", deleted)
	}
}
