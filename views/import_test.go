package views_test

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
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

// people counts the members of Acme Robotics by address.
func (c *console) people() map[string]int {
	c.t.Helper()
	seen := map[string]int{}
	for _, m := range c.allMembers(nil) {
		seen[m.EmailAddress]++
	}
	return seen
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
