package ui_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

func TestPalette_runsAnyActionByName(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		keys := keymap.Default()
		p := &page{actions: []ui.Action{
			ui.Act(keys, keymap.OrgNew, func() tea.Cmd { return ui.Toast(ui.Success, "made one") }),
			ui.Act(keys, keymap.OrgDelete, nil).Because("No organization is selected."),
		}}
		d := show(t, ui.Options{}, p, &page{title: "two"})
		d.Press(":")
		wantOnScreen(t, d, "› New organization", "No organization is selected.")
		d.Type("nworg") // fuzzy
		wantOnScreen(t, d, "› New organization")
		d.Press("enter")
		wantOnScreen(t, d, "✓ made one")
		wantOffScreen(t, d, "Commands")

		d.Press("ctrl+k")
		d.Type("delete")
		d.Press("enter")
		wantOnScreen(t, d, "• No organization is selected.", "Commands")
		d.Press("esc", "ctrl+k")
		d.Type("do 2")
		d.Press("enter")
		wantOnScreen(t, d, "▸2 SectionB")
	})
}

// firstOf is what the palette has first for a text, over a view with these actions.
func firstOf(t *testing.T, text string, found []ui.Item, names ...string) string {
	t.Helper()
	p := &page{}
	for _, name := range names {
		p.actions = append(p.actions, ui.Action{Key: key.NewBinding(key.WithKeys("f9"), key.WithHelp("f9", name))})
	}
	source := func(string) async.Call[[]ui.Item] {
		return func(context.Context) ([]ui.Item, error) { return found, nil }
	}
	d := show(t, ui.Options{Palette: source}, p)
	d.Press(":")
	d.Type(text)
	d.Wait(time.Second)
	_, rest, _ := strings.Cut(d.Screen(), text+"▏")
	_, rest, _ = strings.Cut(rest, "› ")
	first, _, _ := strings.Cut(rest, "  ")
	return first
}

func TestPalette_whatAPersonMeansComesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, c := range []struct {
			typed string
			names []string // the first of which is meant
		}{
			{"sso", []string{"SSO", "edit as JSON in $EDITOR", "Andersson"}},
			{"role", []string{"roles", "why: roles", "parole"}},
			{"app", []string{"my app", "apply", "wrapped"}},
			{"new org", []string{"new organization", "renew organs"}},
			{"eaj", []string{"edit as JSON", "teajar"}},
			{"member new", []string{"new member", "new organization"}},
			{"mail", []string{"send an e-mail", "remailed"}},
		} {
			for i := range c.names {
				names := slices.Concat(c.names[i:], c.names[:i])
				if got := firstOf(t, c.typed, nil, names...); !strings.EqualFold(got, c.names[0]) {
					t.Errorf("%q among %q finds %q", c.typed, names, got)
				}
			}
		}
		if got := firstOf(t, "theme", nil, "act as this member"); got != "" {
			t.Errorf("letters far from each other find %q", got)
		}
	})
}

func TestPalette_whatWasFoundComesBehindWhatItsLettersBegin(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		found := []ui.Item{{Name: "Acme Robotics"}}
		if got := firstOf(t, "acme", found, "act as member", "macmerge"); got != "Acme Robotics" {
			t.Errorf("first is %q", got)
		}
		if got := firstOf(t, "ac", found, "act as member"); got != "Act as member" {
			t.Errorf("first is %q", got)
		}
	})
}

func TestPalette_theCursorStaysOnWhatItWasMovedTo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &page{}
		for _, name := range []string{"unpacking", "tracking"} {
			p.actions = append(p.actions, ui.Action{Key: key.NewBinding(key.WithKeys("f9"), key.WithHelp("f9", name))})
		}
		source := func(string) async.Call[[]ui.Item] {
			return func(context.Context) ([]ui.Item, error) { return []ui.Item{{Name: "Ackermann"}}, nil }
		}
		d := show(t, ui.Options{Palette: source}, p)
		d.Press(":")
		d.Type("ack")
		d.Press("down")
		wantOnScreen(t, d, "› Unpacking")
		d.Wait(time.Second)
		wantOnScreen(t, d, "  Ackermann", "› Unpacking")
	})
}

func TestPalette_goesToTheTabsOfASection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		second := &page{title: "second", body: "the second page"}
		tabs := []ui.Tab{
			{Name: "Left", Open: func() ui.View { return &page{body: "the left page"} }},
			{Name: "Right", Open: func() ui.View { return &page{body: "the right page"} }},
		}
		app := ui.New(t.Context(), ui.Options{}, sectionOf("1", "One", &page{body: "the first page"}),
			ui.Section{ID: "nav.two", Key: bind("2"), Name: "Two", Tabs: tabs})
		d := uitest.New(t, app, 80, 24)
		d.Press(":")
		d.Type("rig")
		wantOnScreen(t, d, "› Right  Two")
		d.Press("enter")
		wantOnScreen(t, d, "the right page", "▸Right")
		d.Press(":")
		d.Type("left")
		wantOnScreen(t, d, "› Left  tab")
		d.Press("enter")
		wantOnScreen(t, d, "the left page", "▸Left")

		d.Run(ui.Push(second))
		wantOnScreen(t, d, "the second page")
		second.unsaved = true
		d.Press(":")
		d.Type("right")
		d.Press("enter")
		wantOnScreen(t, d, "Leave all the same?")
		d.Press("y")
		wantOnScreen(t, d, "the right page", "▸Right")
	})
}

func TestPalette_runsAnActionAsItIsByThen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		keys := keymap.Default()
		p := &page{actions: []ui.Action{ui.Act(keys, keymap.OrgNew, func() tea.Cmd { t.Error("it ran"); return nil })}}
		d := show(t, ui.Options{}, p)
		d.Press(":")
		p.actions[0] = p.actions[0].Because("Gone meanwhile.")
		d.Press("enter")
		wantOnScreen(t, d, "• Gone meanwhile.")
		p.actions[0].Blocked = ""
		d.Press("x", ":")
		p.actions = nil
		d.Press("enter")
		wantOnScreen(t, d, "• That is not possible here any more.")
	})
}

func TestPalette_asksItsSourceWhenTypingPauses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked []string
		var fails error
		source := func(query string) async.Call[[]ui.Item] {
			return func(context.Context) ([]ui.Item, error) {
				asked = append(asked, query)
				return []ui.Item{{Name: "Acme Robotics", Detail: "organization", Run: func() tea.Cmd {
					return ui.Push(&page{title: "Acme Robotics", body: "its overview"})
				}}}, fails
			}
		}
		d := show(t, ui.Options{Palette: source}, &page{})
		d.Press(":")
		d.Type("acme r")
		wantOnScreen(t, d, "Searching…")
		d.Wait(time.Second)
		if len(asked) != 1 || asked[0] != "acme r" {
			t.Fatalf("asked %q", asked)
		}
		wantOnScreen(t, d, "› Acme Robotics  organization")
		d.Press("enter")
		wantOnScreen(t, d, "its overview", "SectionA › Acme Robotics")

		fails = errors.New("503 Service Unavailable")
		d.Press(":")
		d.Type("acme")
		d.Wait(time.Second)
		wantOnScreen(t, d, "Search failed: 503 Service Unavailable")
	})
}

func TestPalette_saysWhatCanBeFoundWhenNothingIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		source := func(string) async.Call[[]ui.Item] {
			return func(context.Context) ([]ui.Item, error) { return nil, nil }
		}
		d := show(t, ui.Options{Palette: source}, &page{})
		d.Press(":")
		d.Type("qqqq")
		wantOnScreen(t, d, "Searching…")
		wantOffScreen(t, d, "Nothing fits.")
		d.Wait(time.Second)
		wantOnScreen(t, d, "Nothing fits. Commands of this screen go by their name, organizations", "members by e-mail")
	})
}
