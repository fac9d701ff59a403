package theme

import (
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
)

// Huh returns the look of forms in the colours of t as they are now.
func (t *Theme) Huh() *huh.Theme {
	h := huh.ThemeBase()
	p := t.Palette

	f := &h.Focused
	f.Base = f.Base.BorderForeground(p.BorderFocus)
	f.Card = f.Base
	f.Title, f.NoteTitle = t.Title.Foreground(p.Accent), t.Title.Foreground(p.Accent)
	f.Directory = t.Accent
	f.Description = t.Muted
	f.ErrorIndicator, f.ErrorMessage = t.Danger.SetString(" ✗"), t.Danger
	f.SelectSelector = t.Accent.SetString("› ")
	f.NextIndicator = t.Accent.MarginLeft(1).SetString("›")
	f.PrevIndicator = t.Accent.MarginRight(1).SetString("‹")
	f.Option = t.Text
	f.MultiSelectSelector = t.Accent.SetString("› ")
	f.SelectedOption = t.Accent
	f.SelectedPrefix = t.Accent.SetString("[x] ")
	f.UnselectedOption = t.Text
	f.UnselectedPrefix = t.Muted.SetString("[ ] ")
	button := lipgloss.NewStyle().Padding(0, 2).MarginRight(1)
	f.FocusedButton = button.Bold(true).Foreground(p.SelectedText).Background(p.SelectedBase)
	f.BlurredButton = button.Foreground(p.Muted)
	f.Next = f.FocusedButton
	f.TextInput.Cursor = t.Accent
	f.TextInput.Placeholder = t.Placeholder
	f.TextInput.Prompt = t.Accent
	f.TextInput.Text = t.Input

	h.Blurred = h.Focused
	b := &h.Blurred
	b.Base = b.Base.BorderStyle(lipgloss.HiddenBorder())
	b.Card = b.Base
	b.Title, b.NoteTitle = t.Title, t.Title
	b.TextInput.Prompt = t.Muted
	b.MultiSelectSelector = lipgloss.NewStyle().SetString("  ")
	b.SelectSelector = t.Muted.SetString("› ")
	b.NextIndicator, b.PrevIndicator = lipgloss.NewStyle(), lipgloss.NewStyle()

	h.Group.Title = t.Title
	h.Group.Description = t.Muted
	return h
}
