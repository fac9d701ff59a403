package views_test

import (
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestEditJSON_somebodyElseWasFaster(t *testing.T) {
	d, ready := editWith(t, `sed -i 's/"Ada Lovelace"/"Ada King"/' "$1"`)
	onTab(t, 80, 24, "Profile", ready, func(c *console) {
		c.Press("E")
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: api.Ptr("Ada Byron"), ExternalID: api.Ptr("theirs-1")}))
		c.Press("y")
		c.sees("Somebody else changed this meanwhile. Nothing has been sent.", "theirs: Ada Byron", "yours: Ada King",
			"theirs: theirs-1", "yours: not touched: theirs stays", "[ No ]", "Overwrite theirs")
		c.golden("json-conflict-80x24")
		c.Press("enter")
		c.sees("Nothing is saved yet.")
		if m := c.member(ada); m.Name != "Ada Byron" {
			t.Fatalf("overwritten without a yes: %q", m.Name)
		}
		c.Press("enter", "y", "y")
		c.sees("Saved Ada King.")
		if m := c.member(ada); m.Name != "Ada King" || m.ExternalID == nil || *m.ExternalID != "theirs-1" {
			t.Errorf("got %q, %v", m.Name, m.ExternalID)
		}
		d.isClean()
	})
}
