package views_test

import (
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// Whoever lets somebody else's change stand must see it: in the form's conflict,
// and in what was behind the form once it is closed.
func TestConflict_whatIsTheirsIsShownWhenOneGoesBack(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("2", "/")
		c.Type("ada.lovelace@acme")
		c.Press("enter", "e", "tab", "ctrl+u")
		c.Type("Ada Mine")
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: api.Ptr("Ada Theirs")}))
		c.Press("ctrl+s")
		c.sees("ctrl+d whole request")
		c.Press("enter")
		c.sees("theirs: Ada Theirs", "yours: Ada Mine", "enter overwrite")
		c.Press("esc")
		c.sees("> Ada Mine")
		c.Press("esc", "y")
		c.sees("▸  Ada Theirs")
		if m := c.member(ada); m.Name != "Ada Theirs" {
			t.Errorf("the name is %q", m.Name)
		}
	})
}

func TestConflict_whatIsTheirsIsShownAfterANo(t *testing.T) {
	_, ready := editWith(t, `sed -i 's/"Ada Lovelace"/"Ada Mine"/' "$1"`)
	onTab(t, 80, 24, "Profile", ready, func(c *console) {
		c.Press("E")
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: api.Ptr("Ada Theirs")}))
		c.Press("y")
		c.sees("theirs: Ada Theirs", "yours: Ada Mine")
		c.Press("n", "esc", "y")
		c.sees("Name               Ada Theirs")
	})
}
