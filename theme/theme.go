// Package theme gives every part of the screen its style by the role it plays.
//
// No style carries a meaning alone: on a terminal without colour every role
// still reads, because signs and words say the same.
package theme

import "github.com/charmbracelet/lipgloss"

// Theme holds one style a role. It changes in place, so that all who hold it
// change with it; whoever keeps drawn text keeps the Version it was drawn with
// and draws anew when that differs.
type Theme struct {
	Version int // raised by every change
	Dark    bool
	Linear  bool // nothing is drawn: widgets say in lines what there is, for screen readers

	LinearRows int // so many rows of a table are then told at once; 0 for the one under the cursor
	Palette    Palette

	Text, Muted, Faint, Bold lipgloss.Style
	Title, Accent            lipgloss.Style
	Key, KeyDesc             lipgloss.Style
	Header                   lipgloss.Style // the heads of a table's columns
	Selected                 lipgloss.Style // the row under the cursor
	Marked, Match            lipgloss.Style
	Border, BorderFocus      lipgloss.Style // draw the characters of a border
	Input, Placeholder       lipgloss.Style
	Success, Warning, Danger lipgloss.Style
	Info                     lipgloss.Style
	BadgeSandbox             lipgloss.Style
	BadgeTest, BadgeLive     lipgloss.Style
	TabActive, TabIdle       lipgloss.Style
}

// New returns the theme for a dark or a light terminal.
func New(dark bool) *Theme {
	t := &Theme{}
	t.apply(dark)
	return t
}

// SetDark changes to the dark or the light palette; the same one again changes
// nothing.
func (t *Theme) SetDark(dark bool) {
	if t.Dark != dark {
		t.apply(dark)
	}
}

func (t *Theme) apply(dark bool) {
	p := lightPalette()
	if dark {
		p = darkPalette()
	}
	t.Version++
	t.Dark, t.Palette = dark, p

	plain := lipgloss.NewStyle()
	bold := plain.Bold(true)
	t.Text, t.Bold, t.Title, t.Input = plain, bold, bold, plain
	t.Muted, t.KeyDesc = plain.Foreground(p.Muted), plain.Foreground(p.Muted)
	t.Faint, t.Placeholder = plain.Foreground(p.Faint), plain.Foreground(p.Faint)
	t.Accent, t.Info = plain.Foreground(p.Accent), plain.Foreground(p.Accent)
	t.Key = bold.Foreground(p.Accent)
	t.Header = bold.Foreground(p.Muted)
	t.Selected = plain.Foreground(p.SelectedText).Background(p.SelectedBase)
	t.Marked = bold.Foreground(p.Accent)
	t.Match = bold.Foreground(p.Match).Underline(true)
	t.Border, t.BorderFocus = plain.Foreground(p.Border), plain.Foreground(p.BorderFocus)
	t.Success = plain.Foreground(p.Success)
	t.Warning = plain.Foreground(p.Warning)
	t.Danger = plain.Foreground(p.Danger)
	t.BadgeSandbox = bold.Foreground(p.SandboxText).Background(p.SandboxBase)
	t.BadgeTest = bold.Foreground(p.TestText).Background(p.TestBase)
	t.BadgeLive = bold.Foreground(p.LiveText).Background(p.LiveBase)
	t.TabActive = bold.Foreground(p.Accent).Underline(true)
	t.TabIdle = plain.Foreground(p.Muted)
}
