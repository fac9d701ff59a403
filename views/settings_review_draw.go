package views

import (
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/ui"
)

// requestLines draws the request as it would be sent.
func (v *settingsReview) requestLines() []string {
	th, c := v.env.Theme, v.change
	lines := v.wrapped(th.Muted, "Nothing has been sent. This would be:")
	lines = append(append(lines, ""), v.wrapped(th.Bold, c.Endpoint.Method+" "+c.Path)...)
	lines = append(lines, v.wrapped(th.Text, c.BodyJSON())...)
	lines = append(lines, "", th.Muted.Render("What it alters:"))
	for _, f := range c.Fields {
		lines = append(lines, v.wrapped(th.Text, f.Name+": "+orNone(f.Before)+changeArrow+orNone(f.After))...)
	}
	lines = append(lines, "", th.Muted.Render("As a command:"))
	return append(lines, v.wrapped(th.Text, c.Curl())...)
}

// conflictLines draws what somebody else did beside what was to be done.
func (v *settingsReview) conflictLines() []string {
	th := v.env.Theme
	lines := v.wrapped(th.Warning, "! Somebody else changed these settings since they were read. Nothing has been sent.")
	for _, f := range v.conflict.Fields {
		lines = append(lines, "", th.Bold.Render(ui.Cut(v.label(f.Name), v.width)))
		lines = append(lines, v.labelled(th.Muted, "it was   ", orNone(f.Base))...)
		lines = append(lines, v.labelled(th.Warning, "theirs   ", orNone(f.Theirs))...)
		if f.Touched {
			lines = append(lines, v.labelled(th.Success, "yours    ", orNone(f.Mine))...)
		} else {
			lines = append(lines, v.labelled(th.Muted, "yours    ", "not touched: theirs stays")...)
		}
	}
	return lines
}

// label is what the page calls a field of a request.
func (v *settingsReview) label(name string) string {
	for _, s := range v.page.edits.all {
		if s.name == name {
			return s.label
		}
	}
	return name
}

func (v *settingsReview) wrapped(style lipgloss.Style, text string) []string {
	lines := ui.Wrap(text, max(1, v.width))
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

// labelled is text behind a label, every line of it indented.
func (v *settingsReview) labelled(style lipgloss.Style, label, text string) []string {
	lines := ui.Wrap(text, max(1, v.width-2-ui.Width(label)))
	for i, line := range lines {
		lead := pad(ui.Width(label))
		if i == 0 {
			lead = label
		}
		lines[i] = "  " + style.Render(lead+line)
	}
	return lines
}
