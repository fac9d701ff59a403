package views_test

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// inDirectory runs a test of the program in a working directory of its own.
func inDirectory(t *testing.T, test func(c *console)) {
	t.Helper()
	t.Chdir(t.TempDir())
	inConsole(t, 120, 36, test)
}

// files are the names of what is in the working directory.
func (c *console) files() []string {
	c.t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		c.t.Fatal(err)
	}
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// onlyFile is the content of the one file that is there.
func (c *console) onlyFile() []byte {
	c.t.Helper()
	names := c.files()
	if len(names) != 1 {
		c.t.Fatalf("the files are %q", names)
	}
	data, err := os.ReadFile(names[0])
	if err != nil {
		c.t.Fatal(err)
	}
	return data
}

// records are the records of the one CSV file that is there, by column.
func (c *console) records() []map[string]string {
	c.t.Helper()
	all, err := csv.NewReader(strings.NewReader(string(c.onlyFile()))).ReadAll()
	if err != nil {
		c.t.Fatal(err)
	}
	var records []map[string]string
	for _, line := range all[1:] {
		record := map[string]string{}
		for i, name := range all[0] {
			record[name] = line[i]
		}
		records = append(records, record)
	}
	return records
}

// allMembers are those of Acme Robotics that a query finds, past the screen.
func (c *console) allMembers(query *b2b.SearchQuery) []b2b.Member {
	c.t.Helper()
	var members []b2b.Member
	search := b2b.SearchMembers{OrganizationIDs: []string{c.organization("acme-robotics").OrganizationID}, Query: query}
	for m, err := range c.client.Members.All(c.t.Context(), search) {
		if err != nil {
			c.t.Fatal(err)
		}
		members = append(members, m)
	}
	return members
}

func (c *console) createMember(member b2b.CreateMember) b2b.Member {
	c.t.Helper()
	m, err := c.client.Members.Create("acme-robotics", member).Do(c.t.Context())
	if err != nil {
		c.t.Fatal(err)
	}
	return m
}

func TestExport_csvHoldsAllThatMatch(t *testing.T) {
	inDirectory(t, func(c *console) {
		for i := range 30 { // so that there is more than one page
			c.createMember(b2b.CreateMember{EmailAddress: "new" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "@acme-robotics.example"})
		}
		c.Press("m", "x")
		c.sees("Export 275 members", "CSV", "JSON")
		c.Press("enter")
		c.sees("Exported 275 members to members-acme-robotics-")
		records, members := c.records(), c.allMembers(nil)
		if len(records) != 275 || len(members) != 275 {
			c.t.Fatalf("%d records of %d members", len(records), len(members))
		}
		for i, m := range members {
			if r := records[i]; r["member_id"] != m.MemberID || r["email_address"] != m.EmailAddress || r["status"] != m.Status || r["organization_name"] != "Acme Robotics" {
				c.t.Fatalf("record %d is %v", i, r)
			}
		}
		name := c.files()[0]
		if info, err := os.Stat(name); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			c.t.Errorf("mode %v, %v", info.Mode(), err)
		}
		if ok, _ := filepath.Match("members-acme-robotics-????????-??????.csv", name); !ok {
			c.t.Errorf("the file is called %s", name)
		}
	})
}

func TestExport_jsonHoldsTheObjects(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("m", "x", "down", "enter")
		c.sees("Exported 245 members to")
		var got []json.RawMessage
		if err := json.Unmarshal(c.onlyFile(), &got); err != nil {
			c.t.Fatal(err)
		}
		members := c.allMembers(nil)
		if len(got) != len(members) {
			c.t.Fatalf("%d objects of %d members", len(got), len(members))
		}
		for i, m := range members {
			want, err := json.Marshal(m)
			if err != nil {
				c.t.Fatal(err)
			}
			if string(got[i]) != string(want) {
				c.t.Fatalf("object %d is %s, want %s", i, got[i], want)
			}
		}
	})
}

func TestExport_followsSearchAndFilters(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("m")
		c.search("ar")
		c.Press("enter", "x")
		c.sees("type 3 characters or more")
		c.Press("esc")
		c.search("ada.love")
		c.Press("enter", "x", "enter")
		c.sees("Exported 1 member to")
		if r := c.records(); len(r) != 1 || r[0]["email_address"] != ada || r[0]["roles"] != "stytch_admin,stytch_member" && r[0]["roles"] != "stytch_member,stytch_admin" {
			c.t.Errorf("the file has %v", r)
		}
	})
}

func TestExport_nothingMatches(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("m")
		c.search("nobody at all")
		c.Press("enter", "x", "down", "enter")
		c.sees("Exported 0 members")
		var got []any
		if err := json.Unmarshal(c.onlyFile(), &got); err != nil || len(got) != 0 {
			c.t.Errorf("the file has %v, %v", got, err)
		}
	})
}

func TestExport_acrossOrganizationsHasAllPages(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("2", "x", "enter")
		c.sees("Exported ")
		organizations := map[string]bool{}
		records := c.records()
		for _, r := range records {
			organizations[r["organization_name"]] = true
		}
		if len(records) < 4000 || len(organizations) < 20 {
			c.t.Errorf("%d records of %d organizations", len(records), len(organizations))
		}
	})
}

func TestExport_organizations(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("x", "enter")
		c.sees("Exported 24 organizations to organizations-")
		if r := c.records(); len(r) != 24 || r[0]["organization_slug"] != "acme-robotics" {
			c.t.Errorf("the file has %v", r)
		}
		if name := c.files()[0]; !regexp.MustCompile(`^organizations-\d{8}-\d{6}\.csv$`).MatchString(name) {
			c.t.Errorf("the file is called %s", name)
		}
	})
}

func TestExport_cellsAreNoFormulas(t *testing.T) {
	inDirectory(t, func(c *console) {
		for text, want := range map[string]string{
			`=HYPERLINK("http://evil.example")`: `'=HYPERLINK("http://evil.example")`,
			"+1 the best":                       "'+1 the best",
			"-2+3":                              "'-2+3",
			"@SUM(A1)":                          "'@SUM(A1)",
			"a, b \"c\"":                        "a, b \"c\"",
			"one\ntwo \x1b[2J":                  "one⏎two ␛[2J",
		} {
			m := c.member(ada)
			if _, err := c.client.Members.Update(m, b2b.UpdateMember{Name: api.Ptr(text)}).Do(c.t.Context()); err != nil {
				c.t.Fatal(err)
			}
			c.Press("m")
			c.search("ada.love")
			c.Press("enter", "x", "enter")
			if r := c.records(); len(r) != 1 || r[0]["name"] != want {
				c.t.Errorf("%q is exported as %v", text, r)
			}
			for _, name := range c.files() {
				if err := os.Remove(name); err != nil {
					c.t.Fatal(err)
				}
			}
			c.Press("1", "esc", "esc", "esc")
		}
	})
}

func TestExport_stopRemovesTheFile(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("2", "x")
		c.faults.slow()
		c.Press("enter")
		c.Wait(2500 * time.Millisecond)
		if len(c.files()) == 0 {
			c.t.Fatal("nothing is being written")
		}
		c.sees("Export to members-", "500/", "One page after the other…")
		c.Press("ctrl+c")
		c.sees("Quit all the same?")
		c.Press("esc", "esc")
		c.Wait(2 * time.Second)
		c.sees("Stopped. Nothing was kept.")
		c.doesNotSee("Export to")
		if left := c.files(); len(left) != 0 {
			c.t.Errorf("left behind: %q", left)
		}
	})
}

func TestExport_failureLeavesNothingAndCanBeTriedAgain(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("2", "x")
		n := 0
		c.faults.set(func(w http.ResponseWriter, _ *http.Request) bool {
			if n++; n < 3 {
				return false
			}
			w.WriteHeader(http.StatusBadRequest)
			return true
		})
		c.Press("enter")
		c.sees("Could not export the members", "Nothing was kept.")
		if left := c.files(); len(left) != 0 {
			c.t.Errorf("left behind: %q", left)
		}
		c.faults.heal()
		c.Press("r")
		c.sees("Exported ")
		if len(c.records()) < 4000 {
			c.t.Error("the second try is not whole")
		}
	})
}

func TestExport_leavesFilesThatAreThereAlone(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("m", "x")
		name := "members-acme-robotics-" + time.Now().Format("20060102-150405")
		if err := os.WriteFile(name+".csv", []byte("mine"), 0o644); err != nil {
			c.t.Fatal(err)
		}
		c.Press("enter")
		c.sees("Exported 245 members to " + name + "-2.csv")
		if data, err := os.ReadFile(name + ".csv"); err != nil || string(data) != "mine" {
			c.t.Errorf("the file that was there holds %q, %v", data, err)
		}
	})
}

func TestExport_noFileCanBeMade(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(gone, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(gone)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "x", "enter")
		c.sees("Could not export the members", "Create file")
		c.Press("esc")
		c.doesNotSee("Could not export")
	})
}

func TestExport_screens(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("m", "x")
		c.Golden(c.t, "export-menu-80x24")
		c.faults.fail("POST", "/v1/b2b/organizations/members/search", http.StatusBadRequest)
		c.Press("enter")
		c.sees("Export to members-acme-robotics-", "It is broken")
		c.Press("esc")
		c.doesNotSee("It is broken")
	})
}
