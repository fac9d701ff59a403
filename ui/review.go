package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/theme"
)

const (
	nothingThere    = "(not set)"
	differenceNames = 26 // the widest name that has its values beside it
)

// differenceLines draws what a write alters, each value before and after.
func differenceLines(th *theme.Theme, differences []Difference, width int, before, after string) []string {
	if th.Linear {
		return linearDifferences(differences, before, after)
	}
	differences = slices.DeleteFunc(slices.Clone(differences), func(d Difference) bool { return d.Before == "" && d.After == "" })
	anew := before == "" && !slices.ContainsFunc(differences, func(d Difference) bool { return d.Before != "" })
	names := 0
	for _, d := range differences {
		names = max(names, Width(Clean(d.Name)))
	}
	names = min(names, differenceNames)
	var lines []string
	for _, d := range differences {
		if line, fits := differenceLine(th, d, names, width, anew); fits && before == "" {
			lines = append(lines, line)
			continue
		}
		lines = append(lines, th.Bold.Render(Cut(d.Name, width)))
		if !anew {
			lines = append(lines, labelled(th.Muted, "  − "+before, shown(d.Before), width)...)
		}
		lines = append(lines, labelled(th.Success, "  + "+after, shown(d.After), width)...)
	}
	return lines
}

// differenceLine draws a difference on one line, if it fits there; anew, where
// nothing was before.
func differenceLine(th *theme.Theme, d Difference, names, width int, anew bool) (line string, fits bool) {
	before, after := Clean(shown(d.Before))+" → ", Clean(shown(d.After))
	if anew {
		before = ""
	}
	if strings.Contains(d.Before+d.After, "\n") || Width(Clean(d.Name)) > names ||
		names+2+Width(before)+Width(after) > width {
		return "", false
	}
	return th.Bold.Render(Pad(d.Name, names)) + "  " + th.Muted.Render(before) + th.Success.Render(after), true
}

// labelled wraps text behind a label.
func labelled(style lipgloss.Style, label, text string, width int) []string {
	indent := Width(label)
	lines := Wrap(text, width-indent)
	for i, line := range lines {
		lead := spaces(indent)
		if i == 0 {
			lead = label
		}
		lines[i] = style.Render(lead + line)
	}
	return lines
}

func shown(value string) string {
	if value == "" {
		return nothingThere
	}
	return value
}

// requestLines draws a write as it would be sent.
func requestLines[T any](th *theme.Theme, w *Write[T], width int) []string {
	if th.Linear {
		width = unbroken
	}
	lines := []string{th.Bold.Render(Cut(w.Method+" "+w.Path, width)), ""}
	if w.Body != "" {
		lines = append(append(lines, Wrap(w.Body, width)...), "")
	}
	if w.Curl != "" {
		lines = append(lines, th.Muted.Render("As a command:"))
		lines = append(lines, Wrap(w.Curl, width)...)
	}
	return lines
}

// failureLines draws why something failed: the sentence, and the id that the
// makers of the server ask for.
func failureLines(th *theme.Theme, err error, width int) []string {
	sentence, reference := explain(err)
	lines := Wrap("✗ "+sentence, width)
	for i, line := range lines {
		lines[i] = th.Danger.Render(line)
	}
	if reference != "" {
		lines = append(lines, th.Muted.Render(Cut("Request "+reference, width)))
	}
	return lines
}

// scroller shows a window of lines that are drawn already.
type scroller struct{ top int }

// move scrolls by n lines; window draws as far as there is something.
func (s *scroller) move(n int) { s.top = max(0, s.top+n) }

// window returns the height lines in view. What does not fit is told in the
// last line.
func (s *scroller) window(th *theme.Theme, lines []string, height int) []string {
	if len(lines) <= height {
		s.top = 0
		return lines
	}
	room := max(1, height-1)
	s.top = min(s.top, len(lines)-room)
	shown := append([]string(nil), lines[s.top:s.top+room]...)
	if height > 1 {
		shown = append(shown, th.Muted.Render(scrollHint(s.top, len(lines)-room-s.top)))
	}
	return shown
}

func scrollHint(above, below int) string {
	switch {
	case below <= 0:
		return fmt.Sprintf("↑ %d more", above)
	case above <= 0:
		return fmt.Sprintf("↓ %d more", below)
	}
	return fmt.Sprintf("↑ %d  ↓ %d more", above, below)
}
