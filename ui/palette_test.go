package ui_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
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
		wantOnScreen(t, d, "Nothing fits. Commands go by their name, organizations by name, slug", "members by e-mail")
	})
}
