package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

func tabsOf(pages ...ui.View) *ui.Tabs {
	var tabs []ui.Tab
	for i, p := range pages {
		tabs = append(tabs, ui.Tab{Name: []string{"Overview", "Members", "Settings"}[i], Open: func() ui.View { return p }})
	}
	return ui.NewTabs(func() string { return "Acme Robotics" }, tabs...)
}

func TestTabs_tabWalksThePages(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		one, two, three := &page{body: "body one"}, &page{body: "body two"}, &page{body: "body three"}
		d := show(t, ui.Options{}, tabsOf(one, two, three))
		wantOnScreen(t, d, "▸Overview", "body one")
		if two.inits != 0 {
			t.Fatal("a page that nobody opened was started")
		}
		if one.height != 21 {
			t.Errorf("a page has %d of 22 lines", one.height)
		}
		d.Press("tab")
		wantOnScreen(t, d, "▸Members", "body two")
		d.Press("tab", "tab")
		wantOnScreen(t, d, "body one")
		d.Press("shift+tab")
		wantOnScreen(t, d, "▸Settings", "body three")
		if one.inits != 1 || two.inits != 1 || three.inits != 1 {
			t.Errorf("started %d, %d, %d times", one.inits, two.inits, three.inits)
		}
		d.Resize(100, 20)
		if one.height != 17 || one.width != 100 {
			t.Errorf("a hidden page has %dx%d", one.width, one.height)
		}
	})
}

func TestTabs_setThePageOffWhereThereIsRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		one := &page{body: "body one"}
		d := show(t, ui.Options{}, tabsOf(one, &page{}))
		if got := strings.Join(linesOf(d)[1:3], "|"); got != " ▸Overview   Members|body one" {
			t.Errorf("%q", got)
		}
		d.Resize(80, 30)
		if got := strings.Join(linesOf(d)[2:5], "|"); got != " ▸Overview   Members||body one" || one.height != 25 {
			t.Errorf("%q above a page of %d lines", got, one.height)
		}
		d.Send(click(3, 3))
		d.Send(click(3, 4))
		if len(one.clicks) != 1 || one.clicks[0].Y != 0 {
			t.Errorf("clicks on the blank line and on the first line of the page: %v", one.clicks)
		}
	})
}

// linesOf are the lines of the screen without the blanks at their ends.
func linesOf(d *uitest.Driver) []string {
	lines := strings.Split(d.Screen(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

func TestTabs_startAtAPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		one, two := &page{body: "body one"}, &page{body: "body two"}
		tabs := tabsOf(one, two).StartAt("Members").StartAt("No such page")
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Push(tabs))
		wantOnScreen(t, d, "body two", "SectionA › Acme Robotics")
		if one.inits != 0 || tabs.Current() != "Members" {
			t.Fatalf("the first page was started, or %q is in front", tabs.Current())
		}
		d.Run(tabs.Show("Overview"))
		wantOnScreen(t, d, "body one")
	})
}

func TestTabs_hiddenPagesReceiveTheirResults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow, other := newLoader("slow"), &page{}
		d := show(t, ui.Options{}, tabsOf(slow, other))
		d.Press("tab")
		close(slow.gate)
		d.Run(ui.Announce(ui.Changed[string]{Value: "new"}))
		d.Press("x")
		if slow.changes != 1 || other.changes != 1 || len(slow.keys) != 0 || len(other.keys) != 1 {
			t.Errorf("changes %d and %d, keys %q and %q", slow.changes, other.changes, slow.keys, other.keys)
		}
		d.Press("tab")
		wantOnScreen(t, d, "data of slow")
	})
}

func TestTabs_passOnWhatThePageInFrontIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ran := 0
		one := &page{body: "body one", actions: []ui.Action{{Key: bind("e"), Run: func() tea.Cmd { ran++; return nil }}}}
		two := &page{body: "body two", capturing: true}
		tabs := tabsOf(one, two)
		d := show(t, ui.Options{}, tabs)
		d.Press("e", "tab", "e")
		if ran != 1 || len(two.keys) != 1 {
			t.Errorf("ran %d times, typed %q", ran, two.keys)
		}
		d.Press("tab") // the page takes text: tab is its own
		wantOnScreen(t, d, "body two")
		two.capturing, two.full = false, true
		d.Press("x")
		if s := d.Screen(); s[:8] != "body two" || two.height != 24 {
			t.Errorf("not full screen (%d lines):\n%s", two.height, s)
		}
		two.full, two.unsaved = false, true
		d.Press("shift+tab")
		if tabs.Unsaved() == "" || two.height != 21 {
			t.Errorf("unsaved %v, %d lines", tabs.Unsaved(), two.height)
		}
	})
}

func TestTabs_dismissedWithAPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		one, two := &page{body: "body one"}, &page{}
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Push(tabsOf(one, two)))
		d.Run(ui.Dismiss(one))
		wantOffScreen(t, d, "body one")
		if one.ctx.Err() == nil {
			t.Error("its requests go on")
		}
	})
}

func TestTabs_barStaysLegibleWhereThereIsLittleRoom(t *testing.T) {
	names := []string{"Profile", "MFA", "Sessions", "Password", "Connections", "Metadata"}
	synctest.Test(t, func(t *testing.T) {
		var all []ui.Tab
		for _, name := range names {
			all = append(all, ui.Tab{Name: name, Open: func() ui.View { return &page{body: "body of " + name} }})
		}
		tabs := ui.NewTabs(func() string { return "Ada" }, all...)
		d := show(t, ui.Options{}, tabs)
		for width, whole := range map[int]string{
			80: "  Profile   MFA   Sessions   Password  ▸Connections   Metadata",
			60: " Profile MFA Sessions Password▸Connections Metadata",
		} {
			d.Resize(width, 20)
			d.Run(tabs.Show("Connections"))
			wantOnScreen(t, d, whole)
		}
		tabs.SetSize(40, 20)
		for range names {
			line, _, _ := strings.Cut(ansi.Strip(tabs.View()), "\n")
			if w := ansi.StringWidth(line); w != 40 || !strings.Contains(line, "▸"+tabs.Current()) {
				t.Errorf("%q takes %d cells for %s", line, w, tabs.Current())
			}
			if first := strings.HasPrefix(strings.TrimLeft(line, " ▸"), "Profile"); first == strings.HasPrefix(line, "‹") {
				t.Errorf("%q does not tell whether there are tabs before", line)
			}
			if last := strings.HasSuffix(strings.TrimRight(line, " "), "Metadata"); last == strings.Contains(line, "›") {
				t.Errorf("%q does not tell whether there are tabs after", line)
			}
			d.Press("tab")
		}
	})
}
