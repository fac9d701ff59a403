package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/huh"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

func TestForm_longListsShowWhatIsOfUse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var options []string
		for i := range 12 {
			options = append(options, label(i))
		}
		chosen, several, name, text, yes := label(9), []string{label(3)}, "", "one\ntwo", false
		form := &ui.Form[string]{Name: "Roles", Send: func() ui.Write[string] { return ui.Write[string]{} }, Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{
				{Field: huh.NewSelect[string]().Title("Role").Options(huh.NewOptions(options...)...).Value(&chosen)},
				{Field: huh.NewMultiSelect[string]().Title("Roles").Options(huh.NewOptions(options...)...).Value(&several)},
				{Field: huh.NewText().Title("Text").Value(&text).Lines(5)},
				{Field: huh.NewText().Title("Empty").Value(&name).Lines(5)},
				{Field: huh.NewConfirm().Title("A rather long question, is it not?").Value(&yes)},
				{Field: huh.NewInput().Title("Name").Value(&name)},
			}}}
		}}
		d := open(t, form, 80, 28)
		wantInOrder(t, d, "Role", label(5), "› "+label(9), label(11), "↑ 5 more", "Roles", "[x] "+label(3), "Text", "  one", "  two", "Empty", "  >",
			"question", "│      Yes    [ No ]", "Name")
		wantOffScreen(t, d, label(4), "[ ]")
		d.Press("tab")
		wantInOrder(t, d, "Role", "› "+label(9)+"  · one of 12", "Roles", "› [ ] "+label(0), label(6), "↓ 5 more", "Text")
		wantOffScreen(t, d, label(8), label(10))
		d.Press("down", "down", "down", " ", "tab")
		wantInOrder(t, d, "Roles", "none of 12", "Text")
	})
}

func TestForm_aSelectShowsAllItsOptions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		chosen, inline, other := label(3), label(1), label(11)
		form := &ui.Form[string]{Name: "Roles", Send: func() ui.Write[string] { return ui.Write[string]{} }, Groups: func() []ui.FormGroup {
			options := huh.NewOptions(label(0), label(1), label(2), label(3))
			return []ui.FormGroup{{Fields: []ui.FormField{
				{Field: huh.NewSelect[string]().Title("Role").Options(options...).Value(&chosen)},
				{Field: huh.NewSelect[string]().Title("Inline").Inline(true).Options(options...).Value(&inline)},
				{
					Field:  huh.NewSelect[string]().Title("Later").Options(huh.NewOptions(label(0), label(1), label(2), label(11))...).Value(&other),
					Hidden: func() bool { return chosen == label(3) },
				},
			}}}
		}}
		d := open(t, form, 80, 24)
		wantInOrder(t, d, "Role", "  "+label(0), label(1), label(2), "› "+label(3), "Inline", label(1))
		if chosen != label(3) || inline != label(1) || other != label(11) || form.Unsaved() != "" {
			t.Fatal("drawing chose otherwise:", chosen, inline)
		}
		d.Press("up")
		wantInOrder(t, d, "  "+label(0), label(1), "› "+label(2), "  "+label(3), "Inline", "Later", label(0), "› "+label(11))
	})
}

// wantInOrder checks that lines of the screen hold the texts one below the other,
// with no empty line of the dialog between the first and the last.
func wantInOrder(t *testing.T, d *uitest.Driver, texts ...string) {
	t.Helper()
	at := 0
	for line := range strings.Lines(d.Screen()) {
		if at > 0 && at < len(texts) && strings.Trim(line, "│ \n") == "" {
			t.Fatalf("an empty line above %q:\n%s", texts[at], d.Screen())
		}
		if at < len(texts) && strings.Contains(line, texts[at]) {
			at++
		}
	}
	if at < len(texts) {
		t.Fatalf("no %q in its place:\n%s", texts[at], d.Screen())
	}
}
