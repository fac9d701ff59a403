package views

import (
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

var (
	_ ui.Teller = (*sandboxClock)(nil)
	_ ui.Teller = (*sandboxData)(nil)
)

// Tell implements ui.Teller.
func (v *sandboxClock) Tell() []string {
	lines := failureLines(v.env, "read the clock", v.read.Err(), listened, listened)
	clock, known := v.read.Value()
	switch {
	case known:
		lines = append(lines,
			told("Clock of the sandbox", second(clock.Now)),
			told("Real time", second(clock.Now.Add(-clock.Offset()))),
			told("Difference", strings.TrimLeft(difference(clock.Offset()), "✓! ")),
			"As read at "+v.readAt.Format("15:04:05")+"; "+v.env.Keys.Binding(keymap.Refresh).Help().Desc+" reads it again.")
	case v.read.Err() == nil:
		lines = append(lines, "Reading the clock…")
	}
	if v.failure != nil {
		lines = append(lines, "Error: The clock was not moved. "+ui.Clean(api.Reason(v.failure)))
	}
	return append(lines, clockAdvice)
}

// Tell implements ui.Teller.
func (v *sandboxData) Tell() []string {
	lines := failureLines(v.env, "count what the sandbox holds", v.read.Err(), listened, listened)
	lines = append(lines, "What the sandbox holds")
	for _, f := range v.held() {
		lines = append(lines, told(f[0], f[1]))
	}
	for _, c := range dataChoices() {
		lines = append(lines, c.text)
	}
	return lines
}
