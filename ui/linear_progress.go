package ui

import (
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

const (
	progressWord = "Progress: "
	progressStep = 5 // percent, before how far it is is told again
)

// Told says how far it is, for people who listen; unit is what is counted, in the
// plural.
func (p Progress) Told(unit string) string {
	said := grouped(p.Done) + " " + unit
	if p.Total > 0 {
		percent := min(p.Done, p.Total) * 100 / p.Total
		said = fmt.Sprintf("%d percent, %s of %s %s", percent-percent%progressStep, grouped(p.Done), grouped(p.Total), unit)
	}
	if p.Failed > 0 {
		said += ", " + grouped(p.Failed) + " failed"
	}
	if left, known := p.left(); known {
		said += ", " + left
	}
	return progressWord + said
}

// told reports whether a line says what one of before says. How far something is
// counts as said until it is some percent farther.
func toldAlready(line string, before []string) bool {
	step, _, counts := strings.Cut(line, " percent, ")
	counts = counts && strings.HasPrefix(line, progressWord)
	for _, old := range before {
		if old == line || counts && strings.HasPrefix(old, step+" percent, ") {
			return true
		}
	}
	return false
}

func (l *Linear) progressLater() tea.Cmd {
	step := l.steps
	return tea.Tick(progressTime, func(time.Time) tea.Msg { return progressMsg{step} })
}

// progress says how far it is while something takes long, and when there is no news,
// less and less often, that it goes on. Somebody who can stop it is asked.
func (l *Linear) progress(msg progressMsg) tea.Cmd {
	if msg.step != l.steps || l.asking && l.app.busy.count <= 0 {
		return nil
	}
	if l.lines.Attended && !l.asking && l.stoppable() {
		l.asking = true
		return tea.Batch(l.ask(text(l.report())), l.progressLater())
	}
	lines := l.changes()
	l.waited++
	switch {
	case len(lines) > 0:
		l.waited = 0
	case l.waited < l.patience:
		return l.progressLater()
	default:
		lines, l.waited, l.patience = []string{"Still under way."}, 0, min(mostPatience, 2*l.patience)
	}
	if l.asking {
		return tea.Batch(l.say("\n"+text(lines)+l.prompt()), l.progressLater())
	}
	return tea.Batch(l.say(text(lines)), l.progressLater())
}

// stoppable reports whether what is under way can be stopped now.
func (l *Linear) stoppable() bool {
	for _, action := range l.app.actions() {
		if action.ID == keymap.ProgressStop && l.app.refusal(action) == "" {
			return true
		}
	}
	return false
}
