package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"example.com/orgdeck/theme"
)

// FailedRead is a read that failed, drawn where its data would be.
type FailedRead struct {
	What  string      // what was being done: "load the members of Acme Robotics"
	Err   error       // nil draws nothing
	Hint  string      // what else can be done about it; "" for nothing
	Retry key.Binding // tries again
}

// Over draws the failure over what is shown of the last good value, "" when
// there has been none, within width x height.
func (f FailedRead) Over(th *theme.Theme, last string, width, height int) string {
	if f.Err == nil {
		return last
	}
	lines := f.lines(th, width)
	if last != "" {
		lines = append(lines, th.Muted.Render(Cut("What follows is from before.", width)), "")
		lines = append(lines, strings.Split(last, "\n")...)
	}
	return strings.Join(lines[:min(len(lines), max(0, height))], "\n")
}

func (f FailedRead) lines(th *theme.Theme, width int) []string {
	if th.Linear {
		return []string{f.linear()}
	}
	sentence, reference := explain(f.Err)
	var lines []string
	for _, line := range Wrap("✗ Could not "+f.What+".", width) {
		lines = append(lines, th.Danger.Render(line))
	}
	for _, line := range Wrap(sentence, width-2) {
		lines = append(lines, "  "+line)
	}
	for _, line := range Wrap(f.Hint, width-2) {
		if f.Hint != "" {
			lines = append(lines, "  "+line)
		}
	}
	if reference != "" {
		lines = append(lines, "  "+th.Muted.Render(Cut("Request "+reference, width-2)))
	}
	if k := helpKey(f.Retry); k != "" {
		lines = append(lines, CutStyled("  "+th.Key.Render(k)+" "+th.KeyDesc.Render("try again"), width))
	}
	return lines
}
