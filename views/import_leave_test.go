package views_test

import (
	"testing"
	"time"

	"example.com/orgdeck/transfer"
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

func TestImport_leftInTheMiddleIsRecordedAndGoesOn(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		c.plan("people.csv")
		c.faults.slow()
		c.Press("enter", "y")
		c.Wait(1500 * time.Millisecond)
		c.Press("1")
		c.sees("Discard what you typed?", "Import")
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
