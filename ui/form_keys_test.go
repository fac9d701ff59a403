package ui_test

import (
	"context"
	"slices"
	"testing"

	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"pgregory.net/rapid"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

func TestForm_survivesAnyKeys(t *testing.T) {
	keys := []string{"tab", "shift+tab", "enter", "up", "down", "left", "right", "pgup", "pgdown", " ", "a", "/", "x", "esc", "backspace", "home", "end", "g", "G", "ctrl+a", "y", "alt+d", "alt+b", "alt+f", "ctrl+k", "ctrl+w", "delete", "ctrl+e"}
	rapid.Check(t, func(t *rapid.T) {
		var one, text, name string
		var many []string
		var yes bool
		options := rapid.IntRange(0, 30).Draw(t, "options")
		list := make([]string, options)
		for i := range list {
			list[i] = label(i)
		}
		form := &ui.Form[string]{
			Name: "Any", Theme: theme.New(true), Keys: keymap.Default(),
			Send: func() ui.Write[string] { return ui.Write[string]{} },
			Groups: func() []ui.FormGroup {
				return []ui.FormGroup{{Title: "A", Fields: []ui.FormField{
					{Field: huh.NewNote().Title("Note").Description("read this")},
					{Field: huh.NewInput().Title("Name").Value(&name)},
					{Field: huh.NewSelect[string]().Title("One").Options(huh.NewOptions(list...)...).Value(&one)},
					{Field: huh.NewSelect[string]().Title("Inline").Inline(true).Options(huh.NewOptions(list...)...).Value(&one)},
				}}, {Title: "B", Hidden: func() bool { return name == "a" }, Fields: []ui.FormField{
					{Field: huh.NewMultiSelect[string]().Title("Many").Filterable(true).Options(huh.NewOptions(list...)...).Value(&many)},
					{Field: huh.NewConfirm().Title("Yes").Value(&yes)},
					{Field: huh.NewText().Title("Text").Value(&text)},
				}}}
			},
		}
		width, height := rapid.IntRange(16, 120).Draw(t, "width"), rapid.IntRange(1, 40).Draw(t, "height")
		form.SetSize(width, height)
		form.Init(context.Background())
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 60).Draw(t, "keys") {
			pressForm(form, k)
			if view := form.View(); lipgloss.Height(view) > height || lipgloss.Width(view) > width {
				t.Fatalf("after %s: %dx%d in %dx%d\n%s", k, lipgloss.Width(view), lipgloss.Height(view), width, height, view)
			}
		}
	})
}

// pressForm does with a key what the shell does.
func pressForm(form *ui.Form[string], k string) {
	msg, _ := uitest.Key(k)
	for _, a := range form.Actions() {
		if slices.Contains(a.Key.Keys(), msg.String()) && (len(msg.Runes) == 0 || !form.Capturing()) {
			if a.Blocked == "" {
				a.Run()
			}
			return
		}
	}
	form.Update(msg)
}
