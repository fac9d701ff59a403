package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

func click(x, y int) tea.MouseMsg {
	return tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}
}

func TestMouse_wheelIsTheArrowKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &page{}
		d := show(t, ui.Options{}, p)
		d.Send(tea.MouseMsg{Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		d.Send(tea.MouseMsg{Button: tea.MouseButtonWheelUp, Action: tea.MouseActionPress})
		if got := strings.Join(p.keys, " "); got != "down down down up up up" {
			t.Fatal(got)
		}
	})
}

func TestMouse_clicksReachTheViewInItsOwnCoordinates(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, dialog := &page{}, &page{title: "dialog", body: "0123456789\nsecond"}
		d := show(t, ui.Options{}, p)
		d.Send(click(5, 3))
		d.Send(click(5, 23)) // the footer
		if len(p.clicks) != 1 || p.clicks[0].X != 5 || p.clicks[0].Y != 2 {
			t.Fatalf("%v", p.clicks)
		}
		d.Run(ui.Open(dialog))
		x, y := find(t, d, "second")
		d.Send(click(x+2, y))
		d.Send(click(0, 5)) // beside it
		if len(p.clicks) != 1 || len(dialog.clicks) != 1 || dialog.clicks[0].X != 2 || dialog.clicks[0].Y != 1 {
			t.Fatalf("view %v, dialog %v", p.clicks, dialog.clicks)
		}
	})
}

func TestMouse_sectionsAndTabs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		one, two := &page{body: "body one"}, &page{body: "body two"}
		d := show(t, ui.Options{}, tabsOf(one, two), &page{body: "section two"})
		x, y := find(t, d, "Members")
		d.Send(click(x, y))
		wantOnScreen(t, d, "body two")
		x, y = find(t, d, "SectionB")
		d.Send(click(x, y))
		wantOnScreen(t, d, "section two")
	})
}

func TestMouse_canBeGivenBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{Mouse: true}, &page{})
		d.Press("ctrl+t")
		wantOnScreen(t, d, "Mouse off: text can be selected.")
		d.Press("ctrl+t")
		wantOnScreen(t, d, "Mouse on")
	})
}

// find returns the cell where text begins on the screen.
func find(t *testing.T, d *uitest.Driver, text string) (x, y int) {
	t.Helper()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			return ui.Width(before), y
		}
	}
	t.Fatalf("no %q on the screen:\n%s", text, d.Screen())
	return 0, 0
}
