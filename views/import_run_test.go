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

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
)

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
		c.sees("Quit all the same?")
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
