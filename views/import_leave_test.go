package views_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

func TestImport_whileItIsLookedUpWhoIsThere(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		c.Press("m", "I")
		c.Type("people.csv")
		letGo := c.heldBack("/v1/b2b/organizations/members/search")
		c.Press("ctrl+s")
		c.sees("Looking up who of")
		for _, key := range []string{"f", "y"} {
			c.Press(key)
			c.says(key, "The rows are not there yet.")
		}
		c.Press("enter")
		c.says("enter", "It is not known yet who is there already.")
		letGo()
		c.Wait(second)
		c.sees("+ 300 create")
		c.faults.heal()
		letGo = c.heldBack("/v1/b2b/organizations/members/search")
		c.Press("r", "enter") // what is on the screen is of the reading before
		c.says("enter", "It is not known yet who is there already.")
		letGo()
		c.Wait(second)
		c.Press("enter")
		c.sees("This creates 300 members")
	})
}

func TestImport_stoppingTwiceSaysWhatIsWaitedFor(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		c.plan("people.csv")
		c.faults.slow()
		c.Press("enter", "y")
		c.Wait(1500 * time.Millisecond)
		c.Press("esc", "esc")
		c.says("esc", "It stops after the row under way.")
		c.Wait(2 * second)
		c.faults.heal()
		c.Wait(second)
		c.sees("✓ 2 created", "Stopped.")
	})
}

func TestImport_stoppedWhileItWaitsForItsPaceSendsNoMore(t *testing.T) {
	withSheet(t, 80, 30, peopleSheet(), func(c *importing) {
		before := len(c.people())
		c.Press("m", "I")
		c.Type("people.csv")
		c.Press("tab", "tab", "right", "right", "right", "ctrl+s")
		c.Wait(second)
		c.Press("enter")
		c.sees("At most 1 a second are sent.")
		c.Press("y")
		c.Wait(2500 * time.Millisecond)
		c.sees("3/300")
		c.Press("esc")
		c.Wait(3 * second)
		c.sees("✓ 3 created", "Stopped.", "enter goes on")
		c.doesNotSee("It ended early")
		if now := len(c.people()); now != before+3 {
			c.t.Errorf("%d members, want %d", now, before+3)
		}
	})
}

func TestImport_whatCameOfTheRowsStaysWhenTheServerHoldsOtherThings(t *testing.T) {
	withSheet(t, 80, 24, "email_address,name\n"+newcomer+",Alan Turing\n"+ada+",Ada Lovelace\n", func(c *importing) {
		c.plan("people.csv")
		c.sees("+ 1 create", "= 1 skip")
		must(c.t, c.client.Members.Delete(c.member(ada)))
		c.Run(ui.Announce(ui.Outdated{}))
		c.Wait(second)
		c.sees("+ 2 create") // nothing was sent yet: it is planned anew
		c.Press("enter", "y")
		c.Wait(second)
		c.sees("2 created")
		c.Press("enter")
		c.says("enter", "Every row that could be sent was sent.")
		c.Run(ui.Announce(ui.Outdated{}))
		c.Wait(second)
		c.sees("2 created")
		c.doesNotSee("skip")
	})
}

func TestImport_whileAnotherProcessIsAtIt(t *testing.T) {
	withSheet(t, 80, 24, "email_address,name\n"+newcomer+",Alan Turing\n", func(c *importing) {
		c.plan("people.csv")
		sheet, err := transfer.OpenSheet("people.csv")
		if err != nil {
			c.t.Fatal(err)
		}
		plan, err := transfer.Import{Client: c.client, Organization: c.organization("acme-robotics")}.Plan(c.t.Context(), sheet, nil)
		if err != nil {
			c.t.Fatal(err)
		}
		other, err := transfer.OpenState(transfer.StatePath(transfer.ResultPath(absolutePath(c.t, "people.csv")), plan), plan)
		if err != nil {
			c.t.Fatal(err)
		}
		before := len(c.people())
		c.Press("enter", "y")
		c.Wait(second)
		c.sees("✗ It ended early:", "+ 1 create")
		if now := len(c.people()); now != before {
			c.t.Errorf("%d members, want %d", now, before)
		}
		if err := other.Close(); err != nil {
			c.t.Fatal(err)
		}
		c.Press("enter", "y")
		c.Wait(second)
		c.sees("✓ 1 created")
		c.doesNotSee("It ended early")
	})
}

func TestImport_whatWouldBeSentIsHiddenWithTheNames(t *testing.T) {
	withSheet(t, 80, 24, "email_address,name\n"+newcomer+",Alan Turing\n", func(c *importing) {
		c.plan("people.csv")
		c.sees("Will be sent:", "Alan Turing")
		c.Press("ctrl+x")
		c.sees("What would be sent is not shown while names are hidden.")
		c.doesNotSee("Alan Turing", newcomer)
		c.Press("ctrl+x")
		c.sees("Alan Turing")
	})
}

func TestImport_resultsThatCannotBeWrittenAreSaid(t *testing.T) {
	withSheet(t, 80, 24, "email_address,name\n"+newcomer+",Alan Turing\n", func(c *importing) {
		c.plan("people.csv")
		if err := os.MkdirAll(filepath.Join("people.results.csv", "in the way"), 0o700); err != nil {
			c.t.Fatal(err)
		}
		c.Press("enter", "y")
		c.Wait(second)
		c.sees("✓ 1 created", "✗ Write the results", "✗ Import of people.csv: 1 created")
		if left := c.files(); len(left) != 2 {
			c.t.Errorf("left behind: %q", left)
		}
	})
}

func TestImport_leftInTheMiddleIsRecordedAndGoesOn(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		c.plan("people.csv")
		c.faults.slow()
		c.Press("enter", "y")
		c.Wait(1500 * time.Millisecond)
		c.Press("1")
		c.sees("Leave all the same?", "The import is under way")
		c.Press("n")
		c.Wait(second)
		c.sees("2/300")
		c.Press("1", "y")
		c.Wait(2 * second)
		c.sees("Acme Robotics", "Bluefin Logistics")
		c.faults.heal()
		if r := c.results(); r["4"] != "created" || r["5"] != string(transfer.Untried) {
			c.t.Errorf("the results are %v", r)
		}
		c.Press("/")
		c.Type("acme")
		c.Press("enter")
		c.plan("people.csv")
		c.sees("An earlier run of this file did not come to its end.", "✓ 3 created", "+ 297 create")
		c.Press("enter", "y")
		c.Wait(minute)
		c.sees("✓ 300 created")
		c.allImportedOnce()
	})
}
