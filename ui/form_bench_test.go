package ui_test

import (
	"strconv"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// BenchmarkForm is one letter typed into a form of 40 fields, drawn at 120x40.
func BenchmarkForm(b *testing.B) {
	colours(b)
	values := make([]string, 40)
	form := &ui.Form[string]{Name: "Settings", Theme: theme.New(true), Send: func() ui.Write[string] { return ui.Write[string]{} }, Groups: func() []ui.FormGroup {
		var group ui.FormGroup
		for i := range values {
			group.Fields = append(group.Fields, ui.FormField{Field: huh.NewInput().Title("Field " + strconv.Itoa(i)).Value(&values[i])})
		}
		return []ui.FormGroup{group}
	}}
	form.SetSize(120, 40)
	form.Init(b.Context())
	keys := []tea.KeyMsg{{Type: tea.KeyRunes, Runes: []rune("a")}, {Type: tea.KeyBackspace}}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		form.Update(keys[i%2])
		if form.View() == "" {
			b.Fatal("nothing drawn")
		}
	}
}
