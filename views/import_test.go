package views_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
)

const importedRows = 300

func importedAddress(i int) string { return fmt.Sprintf("new.person%03d@acme-robotics.example", i) }

// peopleSheet is a file of 300 new members, and of rows that are not to be sent.
func peopleSheet() string {
	var b strings.Builder
	b.WriteString("email_address,name,roles,member_id\n")
	for i := range importedRows {
		fmt.Fprintf(&b, "%s,New Person %d,,\n", importedAddress(i), i)
	}
	b.WriteString(ada + ",Ada Lovelace,,\n")                  // is there
	b.WriteString(grace + ",Somebody Else,,\n")               // is there, with another name
	b.WriteString("nowhere,No Address,,\n")                   // cannot be sent
	b.WriteString(importedAddress(0) + ",New Person 0,,\n")   // twice
	b.WriteString(importedAddress(1) + ",Another Name,,\n")   // contradicts
	b.WriteString("too.many@acme-robotics.example,a,b,c,d\n") // has a cell too many
	return b.String()
}

// importing is a console in a directory where a file of members is.
type importing struct {
	*console
	goldens, dir string
}

// withSheet runs a test in a directory where a file of members is.
func withSheet(t *testing.T, width, height int, sheet string, test func(c *importing)) {
	t.Helper()
	goldens, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("people.csv", []byte(sheet), 0o600); err != nil {
		t.Fatal(err)
	}
	inConsole(t, width, height, func(c *console) { test(&importing{c, goldens, dir}) })
}

// golden compares the screen with what is kept of it beside the tests.
func (c *importing) golden(name string) {
	c.t.Helper()
	c.t.Chdir(c.goldens)
	c.console.golden(name)
	c.t.Chdir(c.dir)
}

// plan opens the import of a file.
func (c *console) plan(file string) {
	c.t.Helper()
	c.Press("m", "I")
	c.Type(file)
	c.Press("ctrl+s")
	c.Wait(second)
}

// total is how many rows the head of a list says that there are.
func (c *console) total() int {
	c.t.Helper()
	found := regexp.MustCompile(`(?m)\d+/(\d+)$`).FindStringSubmatch(c.Screen())
	if found == nil {
		c.t.Fatalf("no head says how many there are:\n%s", c.Screen())
	}
	n, err := strconv.Atoi(found[1])
	if err != nil {
		c.t.Fatal(err)
	}
	return n
}

// people counts the members of Acme Robotics by address.
func (c *console) people() map[string]int {
	c.t.Helper()
	seen := map[string]int{}
	for _, m := range c.allMembers(nil) {
		seen[m.EmailAddress]++
	}
	return seen
}

// allImportedOnce fails the test unless everybody of the file is there once.
func (c *console) allImportedOnce() {
	c.t.Helper()
	seen := c.people()
	for i := range importedRows {
		if n := seen[importedAddress(i)]; n != 1 {
			c.t.Fatalf("%s is there %d times", importedAddress(i), n)
		}
	}
}

// results are what the file of results says, by line.
func (c *console) results() map[string]string {
	c.t.Helper()
	data, err := os.ReadFile("people.results.csv")
	if err != nil {
		c.t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		c.t.Fatal(err)
	}
	results := map[string]string{}
	for _, r := range records[1:] {
		results[r[0]] = r[2]
	}
	return results
}

// refuseRow answers the write of one address with a refusal.
func (f *faults) refuseRow(address string, status int) {
	f.set(func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != http.MethodPost || !strings.HasSuffix(r.URL.Path, "/members") {
			return false
		}
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		if !bytes.Contains(body, []byte(address)) {
			return false
		}
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, `{"status_code":%d,"request_id":"request-id-test-broken","error_type":"broken","error_message":"It is broken."}`, status)
		return true
	})
}

func TestImport_plansEveryRowAndSendsNothing(t *testing.T) {
	withSheet(t, 120, 36, peopleSheet(), func(c *importing) {
		c.plan("people.csv")
		c.sees("people.csv → Acme Robotics", "create at once", "+ 300 create", "! 2 conflict", "✗ 2 invalid", "= 2 skip",
			"Not imported, since the server sets them: member_id.", `{"email_address":"new.person000@acme-robotics.example"`)
		c.golden("import-plan-120x36")
		c.Press("f")
		c.Type("conflict")
		c.Press("enter")
		c.sees("only conflict", grace, "1/2")
		c.doesNotSee(importedAddress(2))
		c.Press("f")
		c.Type("invalid")
		c.Press("enter")
		c.sees("nowhere", "it has 5 cells", "email_address is not an e-mail address")
		for _, x := range c.log.Exchanges() {
			if x.Method == http.MethodPost && strings.HasSuffix(x.Path, "/members") {
				c.t.Fatalf("sent %s %s", x.Method, x.Path)
			}
		}
		if left := c.files(); len(left) != 1 {
			c.t.Errorf("the files are %q", left)
		}
	})
}

func TestImport_createsAndIsTakenBack(t *testing.T) {
	withSheet(t, 120, 36, peopleSheet(), func(c *importing) {
		before := len(c.people())
		c.plan("people.csv")
		c.Press("enter")
		c.sees("This creates 300 members, active at once.", "Nothing is sent for the other 6 rows of the file.")
		c.Press("ctrl+d")
		c.sees("Dry run", "300 requests, one after the other:")
		c.Press("ctrl+d", "enter") // No is the default
		if len(c.people()) != before {
			c.t.Fatal("it was done before it was agreed to")
		}
		c.Press("enter", "y")
		c.Wait(minute)
		c.sees("✓ 300 created", "Every row that could be sent was sent.", "people.results.csv", "readable by you alone")
		if info, err := os.Stat("people.results.csv"); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			c.t.Errorf("mode %v, %v", info.Mode(), err)
		}
		if r := c.results(); len(r) != 306 || r["2"] != "created" || r["303"] != "conflict" {
			c.t.Errorf("the results are %v", r)
		}
		if left := c.files(); len(left) != 2 {
			c.t.Errorf("left behind: %q", left)
		}
		c.Press("esc")
		c.sees(fmt.Sprintf("/%d", before+300)) // the list was read anew
		c.Press("u")
		c.sees("Take back all 300: Import 300 members")
		c.Press("y")
		c.Wait(second)
		c.sees("Taken back: Import 300 members.")
		if total := c.total(); total != before {
			c.t.Errorf("the head says %d members, the server has %d", total, before)
		}
		if now := len(c.people()); now != before {
			c.t.Errorf("%d members are left of %d", now, before)
		}
	})
}

func TestImport_stopsAfterTheRowUnderWayAndGoesOn(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		before := len(c.people())
		c.plan("people.csv")
		c.Press("enter")
		c.faults.slow()
		c.Press("y")
		c.Wait(3500 * time.Millisecond)
		c.sees("3/300", "left", "as fast as the API lets orgdeck", "esc stop")
		c.golden("import-progress-80x24")
		c.Press("q")
		c.sees("Quit without saving?")
		c.Press("esc", "esc")
		c.sees("Stopping after the row under way…")
		c.Wait(2 * second)
		c.faults.heal()
		c.Wait(second)
		c.sees("✓ 4 created", "+ 296 not tried", "Stopped.", "enter goes on")
		if now := len(c.people()); now != before+4 {
			c.t.Fatalf("%d members, want %d", now, before+4)
		}
		if r := c.results(); r["5"] != "created" || r["6"] != "not tried" {
			c.t.Errorf("the results are %v", r)
		}
		c.Press("enter")
		c.sees("This creates 296 members", "nobody is made twice")
		c.Press("y")
		c.Wait(minute)
		c.sees("✓ 300 created", "Every row that could be sent was sent.")
		c.allImportedOnce()
	})
}

func TestImport_goesOnAfterACrash(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		sheet, err := transfer.OpenSheet("people.csv")
		if err != nil {
			c.t.Fatal(err)
		}
		to := transfer.Import{Client: c.client, Organization: c.organization("acme-robotics")}
		plan, err := to.Plan(c.t.Context(), sheet, nil)
		if err != nil {
			c.t.Fatal(err)
		}
		state, err := transfer.OpenState(transfer.StatePath(transfer.ResultPath(absolutePath(c.t, "people.csv")), plan), plan)
		if err != nil {
			c.t.Fatal(err)
		}
		run := transfer.NewRun(plan, state)
		for range 120 {
			if _, err := run.Step(c.t.Context()); err != nil {
				c.t.Fatal(err)
			}
		}
		if err := state.Close(); err != nil { // the process ends, and tidies nothing up
			c.t.Fatal(err)
		}
		c.plan("people.csv")
		c.sees("An earlier run of this file did not come to its end.", "It made 120 members", "✓ 120 created", "+ 180 create")
		c.golden("import-resume-80x24")
		c.Press("enter")
		c.sees("This creates 180 members")
		c.Press("y")
		c.Wait(minute)
		c.sees("✓ 300 created")
		c.allImportedOnce()
		if left := c.files(); len(left) != 2 {
			c.t.Errorf("left behind: %q", left)
		}
	})
}

func absolutePath(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

func TestImport_aRowThatIsRefusedIsListedAndTheRestIsSent(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		c.plan("people.csv")
		c.faults.refuseRow(importedAddress(150), http.StatusBadRequest)
		c.Press("enter", "y")
		c.Wait(minute)
		c.sees("✓ 299 created", "✗ 1 failed", "only failed · 1/1", importedAddress(150)[:20], "It is broken.", "request-id-test-broken", "1 row of the file can still be sent")
		c.faults.heal()
		c.Press("enter")
		c.sees("This creates 1 member,")
		c.Press("y")
		c.Wait(second)
		c.sees("✓ 300 created")
		c.allImportedOnce()
	})
}

func TestImport_endsWhenTheServerTakesNothing(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		c.plan("people.csv")
		c.faults.fail("POST", "/v1/b2b/organizations/organization", http.StatusInternalServerError)
		c.Press("enter", "y")
		c.Wait(minute)
		c.sees("It ended early: Could not create the member", "✗ 3 failed", "+ 297 not tried", "300 rows of the file can still be sent")
		c.faults.heal()
		c.Press("enter", "y")
		c.Wait(minute)
		c.sees("✓ 300 created")
		c.allImportedOnce()
	})
}

func TestImport_invites(t *testing.T) {
	withSheet(t, 80, 24, "email_address;name\n"+newcomer+";Alan Turing\n", func(c *importing) {
		c.Press("m", "I")
		c.Type("people.csv")
		c.Press("enter", "right")
		c.sees("mail each an invitation", "Language")
		c.Press("ctrl+s")
		c.Wait(second)
		c.sees("invite by e-mail", "+ 1 invite")
		c.Press("enter")
		c.sees("This mails an invitation to 1 member.")
		c.Press("y")
		c.Wait(second)
		c.sees("✓ 1 invited")
		if n := len(c.mails(newcomer)); n != 1 {
			c.t.Errorf("%d mails", n)
		}
		if m := c.member(newcomer); m.Status != b2b.MemberStatusInvited || m.Name != "Alan Turing" {
			c.t.Errorf("the server has %s, %s", m.Status, m.Name)
		}
	})
}

func TestImport_whereInvitationsAreNotAllowed(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		org := c.organization("acme-robotics")
		if _, err := c.client.Organizations.Update(org, b2b.UpdateOrganization{EmailInvites: api.Ptr(b2b.EmailInvitesNotAllowed)}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Press("r", "m", "I")
		c.Type("people.csv")
		c.Press("enter", "right", "ctrl+s")
		c.sees("allows no invitations by e-mail")
	})
}

func TestImport_filesThatAreNone(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		for name, data := range map[string]string{
			"empty.csv": "", "head.csv": "email_address\n", "letter.csv": "Dear Sir,\nyours\n", "nobody.csv": "name,roles\nAda,\n",
			"table.xlsx": "PK\x03\x04\x00\x00", "quoted.csv": "email_address\n\"a\nb", "dir/x": "",
		} {
			if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
				c.t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
				c.t.Fatal(err)
			}
		}
		c.Press("m", "I")
		for name, says := range map[string]string{
			"": "type the name of a file", "gone.csv": "no such file", "dir": "that is not a file", "empty.csv": "the file is empty",
			"head.csv": "nothing follows its first line", "letter.csv": "has the column", "nobody.csv": "names no column email_address",
			"table.xlsx": "is no text", "quoted.csv": "is no CSV",
		} {
			c.Press("ctrl+u")
			c.Type(name)
			c.Press("ctrl+s")
			c.Wait(second)
			c.sees("Import members into Acme Robotics", says)
			c.Press("shift+tab", "shift+tab", "shift+tab")
		}
	})
}

func TestImport_theFieldCompletesThePath(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		if err := os.WriteFile("pe\x1b[2Jevil.csv", nil, 0o600); err != nil && runtime.GOOS != "windows" {
			c.t.Fatal(err)
		}
		c.Press("m", "I")
		c.Type("pe")
		c.Wait(second)
		c.sees("people.csv") // greyed
		if bad := control(c.Frame()); bad != "" {
			c.t.Fatalf("the frame holds %q", bad)
		}
		c.Press("alt+d", "right", "ctrl+s")
		c.Wait(second)
		c.sees("people.csv → Acme Robotics")
	})
}

func TestImport_lookingUpFailsAndIsTriedAgain(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		c.Press("m", "I")
		c.Type("people.csv")
		c.faults.fail("POST", "/v1/b2b/organizations/members/search", http.StatusBadRequest)
		c.Press("ctrl+s")
		c.Wait(second)
		c.sees("Could not plan the import of people.csv", "It is broken.", "try again")
		c.Press("enter")
		c.sees("It is not known yet who is there already.")
		c.faults.heal()
		c.Press("r")
		c.Wait(second)
		c.sees("+ 300 create")
	})
}

func TestImport_aFileThatChangedIsReadAgain(t *testing.T) {
	withSheet(t, 80, 24, "email_address\n"+ada+"\n", func(c *importing) {
		c.plan("people.csv")
		c.sees("= 1 skip")
		c.Press("enter")
		c.sees("There is nobody to import: 1 skip.")
		if err := os.WriteFile("people.csv", []byte("email_address\n"+newcomer+"\n"), 0o600); err != nil {
			c.t.Fatal(err)
		}
		c.Press("r")
		c.Wait(second)
		c.sees("+ 1 create")
		if err := os.Remove("people.csv"); err != nil {
			c.t.Fatal(err)
		}
		c.Press("r")
		c.Wait(second)
		c.sees("Could not plan the import of people.csv", "no such file")
	})
}

func TestImport_hostileCellsStayInTheirPlace(t *testing.T) {
	cell := strings.ToValidUTF8(strings.NewReplacer("\r", "", "\n", "").Replace(hostile), "")
	sheet := "email_address,name,roles\n" + newcomer + "," + cell + ",\n\"" + cell + "\",x,\"" + cell + "\"\n" + ada + "," + cell + ",\xff\xfe\n"
	withSheet(t, 80, 24, sheet, func(c *importing) {
		c.plan("people.csv")
		for _, keys := range [][]string{{}, {"down"}, {"down"}, {"y"}, {"esc"}, {"f"}, {"esc"}, {"enter"}, {"ctrl+d"}, {"ctrl+d"}, {"y"}, {"G"}, {"y"}} {
			c.Press(keys...)
			c.Wait(second)
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("after %v the frame holds %q:\n%q", keys, bad, c.Frame())
			}
		}
		data, err := os.ReadFile("people.results.csv")
		if err != nil || strings.ContainsAny(string(data), "\x1b\a") {
			c.t.Errorf("the results hold %q, %v", data, err)
		}
	})
}

func TestImport_staysUsableWhereThereIsLittleRoom(t *testing.T) {
	withSheet(t, 60, 16, peopleSheet(), func(c *importing) {
		c.plan("people.csv")
		c.sees("+ 300 create", importedAddress(0)[:10], "+ create", "enter import")
		c.Press("enter")
		c.sees("This creates 300 members", "Create 300 members")
	})
}

func TestImport_acrossOrganizationsSaysWhyNot(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("2", "I")
		c.sees("Open an organization first")
	})
}
