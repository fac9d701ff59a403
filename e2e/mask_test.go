//go:build unix

package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestNothingOfPeopleIsWrittenToTheTerminalOnceTheMaskIsOn(t *testing.T) {
	user := newAccount(t)
	file := user.path(t, "team.db")
	succeeds(t, user, "members", "invite", alan, "--org", "acme-robotics", "--name", "Alan Turing", "--sandbox", "--db", file, "--yes")
	identities := user.identities(t, file)
	x := user.open(t, 120, 36, answering, "--db", file)
	x.WaitFor("Acme Robotics")
	x.Press("2")
	x.WaitFor("ada.lovelace")
	x.Settle()

	shown := len(x.Written())
	x.Press("ctrl+x")
	x.WaitFor("Names, addresses and ids are hidden.")
	x.WaitGone("ada.lovelace")
	for _, look := range []struct{ key, sees string }{
		{"down", "•••"}, {"enter", "▸Profile"}, {"tab", "▸MFA"}, {"tab", "▸Sessions"}, {"tab", "▸Password"}, {"tab", "▸Connections"}, {"tab", "▸Metadata"},
		{"1", "▸1"}, {"enter", "▸Overview"}, {"tab", "▸Members"}, {"tab", "▸Settings"}, {"tab", "▸SSO"}, {"tab", "▸SCIM"}, {"tab", "▸Roles"},
		{"5", "▸5"}, {"enter", "Answer"}, {"ctrl+f", "Answer|{|}"}, {"G", "}"}, {"6", "invite"}, {"enter", "Link"},
		{"2", "▸Metadata"}, {"esc", "▸  •••"}, {"d", "Delete this member"}, {"y", "Deleted •••"}, {"u", "What was done: Delete •••"}, {"y", "Taken back"},
		{"a", "In a new session"}, {"enter", "a session of •••"}, {"y", "acting as •••"}, {"a", "You are the project again"}, {":", "─ Commands"},
	} {
		x.Press(look.key)
		x.WaitFor(look.sees)
		x.Settle()
	}
	x.Press("esc")
	x.WaitGone("─ Commands")
	x.Press("q")
	checkLeftClean(t, x)

	written := x.Written()[shown:]
	for kind, text := range map[string]string{"raw": written, "without styles": ansi.Strip(written)} {
		for identity := range identities {
			if at := strings.Index(text, identity); at >= 0 {
				t.Errorf("%s: %q is written: %q", kind, identity, text[max(0, at-60):min(len(text), at+60)])
			}
		}
	}
}

// identities are the names and the addresses of everybody in a sandbox, as
// far as they must be there to tell who it is: what is drawn may be cut.
func (a account) identities(t *testing.T, file string) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, list := range [][]string{{"orgs", "list"}, {"members", "search"}} {
		got := succeeds(t, a, append(list, "--all", "-o", "json", "--sandbox", "--db", file)...)
		var objects []struct {
			Organization string `json:"organization_name"`
			Slug         string `json:"organization_slug"`
			Name         string `json:"name"`
			Email        string `json:"email_address"`
		}
		if err := json.Unmarshal([]byte(got.stdout), &objects); err != nil {
			t.Fatal(err)
		}
		for _, o := range objects {
			for _, text := range []string{o.Organization, o.Slug, o.Name, o.Email} {
				all[telling(text)] = true
			}
		}
	}
	delete(all, "")
	if len(all) < 1000 || !all["Ada Lov"] || !all["ada.lov"] || !all["Acme Rob"] {
		t.Fatalf("%d names and addresses", len(all))
	}
	return all
}

// telling is what of a name or an address tells whose it is: all of a short
// one, else three letters more than its first word has.
func telling(text string) string {
	first := strings.IndexAny(text, " .-@")
	letters := []rune(text)
	if first < 0 {
		return text
	}
	return string(letters[:min(len(letters), len([]rune(text[:first]))+4)])
}
