package ui_test

import (
	"testing"
	"testing/synctest"

	"example.com/orgdeck/ui"
)

func TestQuit_withNothingToLose(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		synctest.Test(t, func(t *testing.T) {
			d := show(t, ui.Options{}, &page{})
			d.Press(key)
			if !d.Quit() {
				t.Fatalf("%s does not quit", key)
			}
		})
	}
}

func TestQuit_ctrlCWorksOverDialogsAndWhileTyping(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(&page{capturing: true}))
		d.Press("q")
		if d.Quit() {
			t.Fatal("q quits while typing")
		}
		d.Press("ctrl+c")
		if !d.Quit() {
			t.Fatal("ctrl+c does not quit")
		}
	})
}

func TestQuit_asksWhenTypedTextWouldBeLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{title: "settings", unsaved: true}, &page{})
		d.Press("2", "q") // it is in another section
		wantOnScreen(t, d, "Quit all the same?", "What you typed under “settings” is not saved.")
		d.Press("enter") // no is the default
		wantOffScreen(t, d, "Quit all the same?")
		d.Press("q", "n")
		if d.Quit() {
			t.Fatal("quit all the same")
		}
		d.Press("q", "tab", "enter")
		if !d.Quit() {
			t.Fatal("yes does not quit")
		}
	})
}

func TestQuit_secondCtrlCDoesNotAskAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{unsaved: true})
		d.Press("ctrl+c")
		if d.Quit() {
			t.Fatal("it did not ask")
		}
		d.Press("ctrl+c")
		if !d.Quit() {
			t.Fatal("the second one does not quit")
		}
	})
}

func TestLeave_asksWhenTypedTextWouldBeLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		form := &page{title: "New member", body: "typed text", unsaved: true}
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(form))
		d.Press("esc")
		wantOnScreen(t, d, "Leave all the same?", "What you typed under “New member” is not saved.")
		d.Press("n")
		wantOnScreen(t, d, "typed text")
		d.Run(ui.Leave())
		d.Press("y")
		wantOffScreen(t, d, "typed text", "Leave all")
		if form.ctx.Err() == nil {
			t.Error("the form goes on")
		}
	})
}

func TestLeave_sectionKeyAsksToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{title: "list"})
		d.Run(ui.Push(&page{title: "settings", unsaved: true}))
		d.Press("1")
		wantOnScreen(t, d, "Leave all the same?")
		d.Press("y")
		wantOffScreen(t, d, "settings")
	})
}
