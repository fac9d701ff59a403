package views_test

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

// untold fails the test if any of these were told.
func untold(t *testing.T, told string, unwanted ...string) {
	t.Helper()
	for _, text := range unwanted {
		if strings.Contains(told, text) {
			t.Errorf("%q was told:\n%s", text, told)
		}
	}
}

// then is a step that does something before it types a line.
func then(line string, do func(l *listener)) func(*listener) string {
	return func(l *listener) string {
		do(l)
		return line
	}
}

// after are steps that follow others.
func after(steps []func(*listener) string, more ...func(*listener) string) []func(*listener) string {
	return append(steps, more...)
}

func TestLinear_aFileIsImportedWithItsPlanAndHowFarItIs(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "people.csv")
	rows := "email_address,name\nbad,Bad\nada.lovelace@acme-robotics.example,Ada\n"
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"} {
		rows += name + "@acme-robotics.example," + name + "\n"
	}
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	steps := after(lines("/", "acme", "members", "import from", file, "", "4", ".save", "where", "import", "yes"),
		then("undo", func(l *listener) { l.member("l@acme-robotics.example") }))
	told := listen(t, nil, append(steps, lines("yes", "quit")...)...)
	tells(t, told,
		"Pace: 1 a second at most\n",
		"Organizations, Acme Robotics, Import\npeople.csv into Acme Robotics: creates them at once, without a mail\n14 rows: 12 create, 1 conflict, 1 invalid\n",
		"Row 1 of 14. Line: 2, E-mail: bad, Outcome: invalid, Why: email_address is not an e-mail address\n",
		"> where\nYou are at Organizations, Acme Robotics, Import.\nRow 1 of 14. ",
		"This creates 12 members, active at once.", "> yes\n", "At most 1 a second are sent.\nProgress: ", " percent, ", " of 12 rows, about ", "Progress: ",
		"14 rows: 12 created, 1 conflict, 1 invalid\nEvery row that could be sent was sent.\nThe results are in people.results.csv in "+dir,
		"Done: Import of people.csv: 12 created, 1 conflict, 1 invalid.\n",
		"> undo\nDialog: Undo the last change?\nTake back all 12: Import 12 members\n", "> yes\n", "Done: ")
	if n := strings.Count(told, "Progress: "); n < 3 || n > 8 {
		t.Errorf("how far it is was told %d times:\n%s", n, told)
	}
}

func TestLinear_aBulkRunTellsHowFarItIsAndWhatFailed(t *testing.T) {
	refuse := func(l *listener) {
		victim := l.member(ada).MemberID
		l.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
			time.Sleep(2 * time.Second)
			if r.Method != http.MethodPut || !strings.HasSuffix(r.URL.Path, victim) {
				return false
			}
			w.WriteHeader(http.StatusInternalServerError)
			_, _ = w.Write([]byte(`{"status_code":500,"request_id":"request-id-test-broken","error_type":"internal_server_error","error_message":"It is broken."}`))
			return true
		})
	}
	steps := after(lines("/", "acme", "members", "space", "space", "space", "act on", "ask for"),
		then("1", refuse), then("yes", func(*listener) {}), then("close", func(l *listener) { l.faults.heal() }))
	told := listen(t, nil, append(steps, lines("quit")...)...)
	tells(t, told,
		"Dialog: Act on 3 marked members\nChoice 1: Ask for MFA at each sign-in, ",
		"What fits “ask for”:\n", "> yes\n", "Progress: ", " percent, ", " members", "1 member changed, 1 failed, 1 skipped.\n",
		"Whom it was not done to stays marked", "\nError: Ada Lovelace, ada.lovelace@acme-robotics.example: ", "> close\nOrganizations, Acme Robotics\n")
	untold(t, told, "█", "⠋", "/3")
}

func TestLinear_somebodySignsInByDiscoveryToTheEnd(t *testing.T) {
	told := listen(t, nil, lines("discovery", "begin", "nobody", "ada.lovelace@acme-robotics.example", "2", ".go on", "send",
		"12", ".where", ".take it", "enter it", "where", "end the session", "yes", "quit")...)
	tells(t, told,
		"Step Address, 1 of 5: Address, Proof, Organization, Second factor, Signed in\nSign in by e-mail as a member",
		"E-mail> nobody\nE-mail: nobody\nWrong with E-mail: ", "\nE-mail> ada", "How to prove it> 2\n", "Nothing was sent yet.\n", "> send\nStep Proof, 2 of 5: ", "as ada.lovelace@acme-robotics.example\n",
		"Wrong with Code: ", "> .where\nYou are at Discovery.\nStep Proof, 2 of 5: ", "Step Organization, 3 of 5: ", "proof hidden",
		"Row 1 of 1. Organization: Acme Robotics, Slug: acme-robotics, You are: an active member, To enter: nothing more\n",
		"Step Signed in, 5 of 5: ", ". No second factor was asked for\n", "Session token: hidden\n", "Session JWT: hidden\n",
		"> where\nYou are at Discovery.\nStep Signed in, ", "Dialog: End the session?\n", "Ends: ended here\nDone: The session is ended.\n")
}

func TestLinear_theClockAndTheDataOfTheSandboxAreTold(t *testing.T) {
	told := listen(t, nil, lines("sandbox", "clock", "jump", "nothing like this", ".clear", "9", "2x", "2d", "back to the real time", "data", "quit")...)
	tells(t, told,
		"Clock of the sandbox: 2000-", "Real time: 2000-", "Difference: none\n", "; refresh reads it again.\n",
		"Nothing fits “nothing like this”; .clear tells all again.", "Choice 1: 1 minute, ",
		"Wrong with Span or moment: \"2x\" is no span", ", clock +2 days\n", "Difference: 2 days ahead\n", "Difference: none\n",
		"What the sandbox holds\nOrganizations: 24\nMembers: ", "Messages: 0\nFaults: 0\nExport the state into a file", "Empty the sandbox: ")
	untold(t, told, "clock clock")
}

func TestLinear_longMenusAndLongTextsComeInPages(t *testing.T) {
	steps := lines("sandbox", "faults", "new", ".next", ".previous", ".previous", ".esc", "outbox")
	told := listen(t, nil, append(steps, lines("requests", "/", "organizations/search", "open", "more", "more", "quit")...)...)
	tells(t, told,
		"Choice 20: ", "Choices 1 to 20 of ", "; .next and .previous tell others, and text finds them.\n",
		"> .next\nChoice 21: ", "Choice 40: ", "Choices 21 to 40 of ", "> .previous\nChoice 1: ", "> .previous\nNote: these were the first choices.\n",
		"Answer, without secrets\nBody: {\n", " more lines; more tells them.\n", "> more\n", " more lines; more tells them.\n", "> more\n")
	for _, step := range regexp.MustCompile(`(?m)^[^\n]*> `).Split(told, -1) {
		if n := strings.Count(step, "\n"); n > 70 {
			t.Errorf("%d lines were told at once:\n%s", n, step)
		}
	}
}

func TestLinear_aSettingThatSomebodyElseChangedIsToldBeforeItIsOverwritten(t *testing.T) {
	elsewhere := func(l *listener) {
		must(l.t, l.client.Organizations.Update(l.organization("acme-robotics"), b2b.UpdateOrganization{OrganizationName: new("Acme Theirs")}))
	}
	steps := after(lines("/", "acme", "settings", "go name", "edit", "Acme Ours", "save"), then("send", elsewhere))
	told := listen(t, nil, append(steps, lines("where", "?", "take theirs", "quit", "yes")...)...)
	tells(t, told, "Name: before Acme Robotics, after Acme Ours\nNothing was sent yet.\n", "> send\n", "Somebody else", "Acme Theirs", "You can:", "take theirs")
}

func TestLinear_whatAMemberMayNotDoIsSaidWithTheReason(t *testing.T) {
	told := listen(t, nil, lines("/", "acme", "members", "/", "grace", "open", "act as", "1", "yes", "why", "ask about a right", "delete", ".esc", "esc",
		"its organization", "esc", "settings", "edit", "where", "stop acting", "quit")...)
	tells(t, told,
		"Dialog: Act as Grace Hopper\n", ", acting as Grace Hopper (Acme Robotics), a to stop\nDone: Everything is done as Grace Hopper now",
		"Rights of Grace Hopper\n", "What fits “delete”:\n", ", no\n", "Note: Grace Hopper may not do this: it takes stytch.organization:", "acting as Grace Hopper", "no longer acting as Grace Hopper.")
	untold(t, told, "wrong: no", "◐")
}

func TestLinear_aRotationTellsItsTokenOnlyWhenItIsAskedFor(t *testing.T) {
	token := regexp.MustCompile(`(?m)^Bearer token: ([A-Za-z0-9_-]{20,})$`)
	secret := ""
	steps := after(lines("/", "acme", "open", "scim", "start a rotation", "yes"),
		then("show", func(l *listener) {
			if found := token.FindString(l.said.String()); found != "" {
				l.t.Errorf("the token was told unasked: %s", found)
			}
		}),
		then("i have kept it", func(l *listener) {
			if found := token.FindStringSubmatch(l.said.String()); found != nil {
				secret = found[1]
			}
		}))
	told := listen(t, nil, append(steps, lines("complete", "yes", "", "requests", "open", "quit")...)...)
	tells(t, told, "Bearer token: hidden; show tells it\nBase URL: ", "You can: 1 copy the token, 2 show, ", "> show\nBearer token: ",
		"Warning: A rotation is under way", "Done: The rotation is complete")
	if secret == "" || strings.Count(told, secret) != 1 {
		t.Errorf("the token %q was told %d times", secret, strings.Count(told, secret))
	}
}
