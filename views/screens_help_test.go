package views_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/keymap"
)

// helpRow is a line of the help: a key, what it does, and why it cannot, if so.
type helpRow struct{ key, does, reason string }

var helpLines = regexp.MustCompile(`│   (\S+) +(\S.*?) *│`)

// helpOf reads what the help says of the screen that is open, and closes it.
func (c *console) helpOf() []helpRow {
	c.t.Helper()
	c.Press("?")
	c.sees("Keys that work here")
	var rows []helpRow
	for _, found := range helpLines.FindAllStringSubmatch(c.Screen(), -1) {
		row := helpRow{key: keyCalled(found[1]), does: found[2]}
		row.does, row.reason, _ = strings.Cut(found[2], " · ")
		if row.reason == "" {
			row.does = strings.TrimSpace(row.does[:strings.LastIndex(row.does, " ")+1])
		}
		rows = append(rows, row)
	}
	c.Press("esc")
	c.doesNotSee("Keys that work here")
	return rows
}

// keyCalled is the first of the keys that the help names.
func keyCalled(names string) string {
	name, _, _ := strings.Cut(names, "/")
	switch {
	case names == "/" || name == "":
		return "/"
	case name == "pgdn":
		return "pgdown"
	}
	if arrow, ok := map[string]string{"↑": "up", "↓": "down", "←": "left", "→": "right"}[name]; ok {
		return arrow
	}
	return name
}

// helped goes to each screen that has a help, with data and empty, where there is
// room for all of it.
func helped(t *testing.T, test func(c *console, s screen)) {
	t.Helper()
	if underRace {
		t.Skip("it starts the program for every screen, and on one goroutine alone")
	}
	look := func(c *console, s screen) {
		c.goTo(s, 160, 100, nothingElse)
		if strings.HasSuffix(strings.TrimSpace(c.Screen()), "? help") {
			test(c, s)
		}
	}
	inConsole(t, 160, 100, func(c *console) {
		c.furnish("likes lace")
		for _, s := range screens() {
			look(c, s)
		}
	})
	whenEmpty(t, look)
}

func TestScreens_theHelpNamesWhatTheFooterNames(t *testing.T) {
	helped(t, func(c *console, s screen) {
		lines := strings.Split(strings.TrimSpace(c.Screen()), "\n")
		footer := lines[len(lines)-1]
		named := map[string]bool{}
		for _, row := range c.helpOf() {
			named[keymap.Name(row.key)+" "+row.does] = true
		}
		for _, hint := range strings.Split(strings.TrimSpace(footer), "  ") {
			if hint = strings.TrimSpace(hint); hint != "" && !named[hint] {
				c.t.Errorf("%s: %q is in the footer and not in the help", s.name, hint)
			}
		}
	})
}

func TestScreens_whatCannotBeDoneSaysWhy(t *testing.T) {
	refused := 0
	helped(t, func(c *console, s screen) {
		for _, row := range c.helpOf() {
			if row.reason == "" {
				continue
			}
			refused++
			before := c.faults.requests()
			c.Press(row.key)
			reason := strings.TrimSuffix(row.reason, "…")
			if !strings.Contains(c.Screen(), reason) || c.faults.requests() != before {
				c.t.Errorf("%s: %q cannot %s and does not say that %q:\n%s", s.name, row.key, row.does, reason, c.Screen())
			}
			c.pass(10 * time.Second) // until the notice is gone
		}
	})
	if refused < 20 {
		t.Errorf("%d keys are refused on all screens together: too few to be all", refused)
	}
}

func TestScreens_everyKeyDoesSomething(t *testing.T) {
	helped(t, func(c *console, s screen) {
		for _, row := range c.helpOf() {
			if row.reason != "" || unseen(row) {
				continue
			}
			c.goTo(s, 160, 100, nothingElse)
			frame, sent, copied := c.Frame(), c.faults.requests(), len(c.copied)
			c.Press(row.key)
			if c.Frame() == frame && c.faults.requests() == sent && len(c.copied) == copied && !c.Quit() {
				c.t.Errorf("%s: %q (%s) does nothing", s.name, row.key, row.does)
			}
		}
	})
}

// unseen reports whether a key may leave everything as it is: it moves to where the
// cursor stands, turns a list of one around, goes back from the first screen, or is
// for what cannot be seen here.
func unseen(row helpRow) bool {
	if strings.Contains(" up down left right pgup pgdown ctrl+u ctrl+d g G S 1 2 3 4 5 6 ", " "+row.key+" ") {
		return true
	}
	return row.does == "mouse on or off" || row.does == "hide or show names" || row.does == "back"
}
