package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
)

func TestForm_keepsValuesAfterAFailure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{policy: "ALL", fail: refusal{text: "The slug is taken.", request: "request-id-1"}}
		d := open(t, s.form(), 80, 24)
		d.Press("A", "c", "m", "e", "ctrl+s")
		expect(t, d, "The slug is taken.", "Acme", "request-id-1")
		s.fail = nil
		d.Press("2", "ctrl+s")
		expect(t, d, "Saved Acme2.")
		refuse(t, d, "Settings")
		if strings.Join(s.sent, ",") != "Acme,Acme2" {
			t.Fatal(s.sent)
		}
	})
}

func TestForm_putsErrorsOfTheServerOnTheirField(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "RESTRICTED", methods: "sso", fail: refusal{field: "methods", text: "That method is not enabled."}}
		d := open(t, s.form(), 80, 24)
		d.Press("x", "ctrl+s")
		expect(t, d, "✗ That method is not enabled.", "Acmex")
		d.Press("y")
		refuse(t, d, "That method is not enabled.")
		if s.methods != "ssoy" {
			t.Fatalf("the focus was not on the field: %q", s.methods)
		}
	})
}

func TestForm_reviewOfWhatIsNewTellsOnlyWhatItHolds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{policy: "ALL"}
		form := s.form()
		form.Review, form.Verb = true, "invite"
		d := open(t, form, 80, 24)
		expect(t, d, "ctrl+s invite")
		s.write.Fields = []ui.Difference{{Name: "Address", After: "a@acme.test"}, {Name: "Roles"}}
		d.Press("2", "ctrl+s")
		expect(t, d, "Address  a@acme.test", "enter send")
		refuse(t, d, "not set", "Roles")
	})
}

func TestForm_reviewsChangesBeforeSending(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "ALL"}
		form := s.form()
		form.Review = true
		d := open(t, form, 80, 24)
		d.Press("ctrl+s")
		expect(t, d, "Nothing has changed.")
		s.write.Fields = []ui.Difference{{Name: "Name", Before: "Acme", After: "Acme2"}}
		d.Press("2", "ctrl+s")
		expect(t, d, "Acme → Acme2")
		d.Press("esc")
		expect(t, d, "Profile")
		if len(s.sent) != 0 {
			t.Fatal("sent without being asked to")
		}
		d.Press("ctrl+s", "enter")
		expect(t, d, "Saved Acme2.")
	})
}

func TestForm_dryRunSendsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "ALL"}
		d := open(t, s.form(), 80, 24)
		d.Press("2", "ctrl+d")
		expect(t, d, "PUT /v1/b2b/organizations/o-1", `"organization_name": "Acme2"`, "nothing was sent")
		d.Press("esc")
		expect(t, d, "Profile", "Acme2")
		if len(s.sent) != 0 {
			t.Fatal(s.sent)
		}
	})
}

func TestForm_showsBothSidesOfAConflict(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "ALL", conflict: true}
		d := open(t, s.form(), 80, 24)
		d.Press("2", "ctrl+s")
		expect(t, d, "Somebody else changed this", "theirs: OPTIONAL", "yours: REQUIRED")
		d.Press("esc")
		expect(t, d, "Acme2")
		d.Press("ctrl+s", "enter")
		expect(t, d, "Saved Acme2.")
		if got := strings.Join(s.sent, ","); got != "Acme2,Acme2,overwrite Acme2" {
			t.Fatal(got)
		}
	})
}

func TestForm_aConflictThatCannotBeOverwrittenSaysWhatToDo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "ALL", conflict: true}
		form := s.form()
		send := form.Send
		form.Send = func() ui.Write[string] {
			w := send()
			w.Overwrite = nil
			return w
		}
		d := open(t, form, 80, 24)
		d.Press("2", "ctrl+s", "enter")
		expect(t, d, "Somebody else changed it; go back, and open it again.")
		if got := strings.Join(s.sent, ","); got != "Acme2" {
			t.Fatal(got)
		}
		d.Press("esc")
		expect(t, d, "Acme2")
	})
}

func TestForm_asksForAWordBeforeWhatIsDangerous(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "ALL"}
		s.write.Danger, s.write.Word, s.write.Summary = ui.DangerTypeName, "Yes", "Close every way in."
		d := open(t, s.form(), 80, 24)
		d.Press("ctrl+s")
		expect(t, d, "Close every way in.", "Type Yes")
		d.Press("Y", "e", "enter")
		expect(t, d, "Type Yes to go on.")
		if len(s.sent) != 0 {
			t.Fatal("sent without the word")
		}
		d.Press("s", "enter")
		expect(t, d, "Saved Acme.")
	})
}

func TestForm_takesNothingWhileItSends(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "ALL", gate: make(chan struct{})}
		d := open(t, s.form(), 80, 24)
		d.Press("2", "ctrl+s", "3", "ctrl+s", "esc")
		expect(t, d, "Saving…", "Acme2")
		close(s.gate)
		d.Send(nil)
		expect(t, d, "Saved Acme2.")
		if s.name != "Acme2" || len(s.sent) != 1 {
			t.Fatal(s.name, s.sent)
		}
	})
}

func TestForm_thatStaysCountsAsSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{name: "Acme", policy: "ALL"}
		form := s.form()
		form.Stay = true
		d := open(t, form, 80, 24)
		d.Press("2", "ctrl+s")
		expect(t, d, "Saved Acme2.", "Profile")
		if form.Unsaved() != "" {
			t.Fatal("unsaved after saving")
		}
		d.Press("3")
		if s.name != "Acme23" || form.Unsaved() == "" {
			t.Fatal(s.name)
		}
	})
}

func TestForm_appliesWhatIsNotSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &settings{policy: "ALL"}
		form := s.form()
		form.Apply = func() tea.Cmd { return ui.Toast(ui.Info, "Filtered by "+s.name+".") }
		d := open(t, form, 80, 24)
		d.Press("ctrl+s")
		expect(t, d, "a name is needed")
		d.Press("A", "ctrl+s")
		expect(t, d, "Filtered by A.")
		refuse(t, d, "Settings")
		if len(s.sent) != 0 {
			t.Fatal(s.sent)
		}
	})
}
