package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

func TestToast_eachExpiresByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Toast(ui.Success, "first"))
		wantOnScreen(t, d, "✓ first")
		d.Wait(3 * time.Second)
		d.Run(ui.Toast(ui.Info, "second"))
		wantOnScreen(t, d, "• second  · 1 more note")
		wantOffScreen(t, d, "first")
		d.Wait(2 * time.Second) // the first is over, the second is not
		wantOnScreen(t, d, "• second")
		wantOffScreen(t, d, "more note")
		d.Wait(3 * time.Second)
		wantOffScreen(t, d, "second")
		wantOnScreen(t, d, "? help")
	})
}

func TestToast_failuresStayLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Toast(ui.Failure, "could not save"))
		d.Wait(6 * time.Second)
		wantOnScreen(t, d, "✗ could not save")
		d.Wait(3 * time.Second)
		wantOffScreen(t, d, "could not save")
	})
}

func TestToast_leavesTheKeysOfADialogInSight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Toast(ui.Success, "saved"))
		wantOffScreen(t, d, "? help")
		d.Run(ui.Open(ui.NewMenu("Choose", ui.Item{Name: "one"})))
		wantOnScreen(t, d, "\n ✓ saved\n enter choose")
		d.Run(ui.Toast(ui.Failure, strings.Repeat("a word and ", 12)))
		wantOnScreen(t, d, "\n ✗ a word and", "\n enter choose")
		wantFrameThatFits(t, d, 80, 24)
		d.Press("esc")
		wantOffScreen(t, d, "enter choose", "? help")
	})
}

func TestToast_leavesTheKeysOfOneWhoTypesInSight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{capturing: true, actions: []ui.Action{ui.Act(keymap.Default(), keymap.Open, nil)}})
		d.Run(ui.Toast(ui.Success, "saved"))
		wantOnScreen(t, d, "\n ✓ saved\n enter open")
	})
}

func TestToast_aReasonGivesWayToTheKeysOfADialog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Toast(ui.Success, "saved"))
		d.Run(ui.Toast(ui.Info, "not possible"))
		d.Run(ui.Open(ui.NewMenu("Choose", ui.Item{Name: "one"})))
		wantOffScreen(t, d, "not possible")
		wantOnScreen(t, d, "✓ saved")
		d.Wait(5 * time.Second)
		wantOnScreen(t, d, "enter choose")
	})
}

func TestToast_saysLongThingsInFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Toast(ui.Info, "The API cannot change the roles of the project: the Stytch dashboard does that. "+
			"What an organization has besides is under its own tab."))
		wantOnScreen(t, d, "\n • The API cannot change the roles", "\n   ", "under its own tab.")
		wantOffScreen(t, d, "…")
		wantFrameThatFits(t, d, 80, 24)
		d.Run(ui.Toast(ui.Info, strings.Repeat("nearly ", 10)+"a line"))
		wantOnScreen(t, d, "\n • nearly", "nearly a line", "\n   1 more note")
		d.Run(ui.Toast(ui.Failure, strings.Repeat("a word and ", 60)))
		wantOnScreen(t, d, "\n ✗ a word and a word", "…")
		wantFrameThatFits(t, d, 80, 24)
	})
}

func TestToast_aRefusalGoesWithItsScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Push(&page{title: "second"}))
		d.Run(ui.Toast(ui.Success, "saved"))
		d.Run(ui.Toast(ui.Failure, "refused there"))
		wantOnScreen(t, d, "✗ refused there")
		d.Press("esc")
		wantOffScreen(t, d, "refused there")
		wantOnScreen(t, d, "✓ saved")
	})
}

func TestToast_whatCameOfLeavingAScreenStays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Press("down")
		d.Run(ui.Toast(ui.Failure, "it is gone"))
		d.Run(ui.Push(&page{title: "second"}))
		wantOnScreen(t, d, "✗ it is gone")
	})
}

func TestToast_hostileTextIsHarmless(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Toast(ui.Failure, "name \x1b]52;c;aGk=\a\x1b[2J\nend"))
		wantOnScreen(t, d, "name ␛]52;c;aGk=␇␛[2J⏎end")
	})
}

func TestBusy_tellsRequestsThatTakeTheirTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := newLoader("slow")
		d := show(t, ui.Options{}, slow)
		before := d.Screen()
		d.Wait(500 * time.Millisecond)
		if d.Screen() == before {
			t.Fatalf("no sign of the request:\n%s", before)
		}
		close(slow.gate)
		d.Wait(time.Second)
		frame := d.Frame()
		d.Wait(10 * time.Second)
		if d.Frame() != frame {
			t.Error("it goes on drawing while idle")
		}
		wantOffScreen(t, d, "⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏")
	})
}
