package views

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

const (
	labelWidth = 20  // columns of a label
	besideFrom = 112 // from here on the actions stand beside the facts
	factsWidth = 70  // the widest that the facts are then
	factsGap   = 4   // between the two
)

// fact is one line of the page: a sign and words, never a colour alone.
type fact struct {
	label, sign, text string
	style             lipgloss.Style
}

// actionPage is a page of facts about a member, with what can be done beside or
// under them.
type actionPage struct {
	env      *Env
	headline func(width int) []string // what all of it means, in a sentence
	facts    func(width int) []string
	actions  []ui.Action
	busy     bool
	what     string // is being read: "read the password of Ada"
	err      error
}

func (p actionPage) draw(width, height int) string {
	if p.env.Theme.Linear {
		return strings.Join(p.tell(), "\n")
	}
	room := max(1, width-2)
	var lines []string
	if p.busy {
		lines = append(lines, p.env.Theme.Muted.Render("Reading…"))
	}
	lines = append(append(lines, p.headline(room)...), "")
	if width >= besideFrom {
		lines = append(lines, beside(p.facts(factsWidth), possibleLines(p.env.Theme, p.actions, room-factsWidth-factsGap), factsWidth)...)
	} else {
		lines = append(lines, p.facts(room)...)
		if actions := possibleLines(p.env.Theme, p.actions, room); len(lines)+1+len(actions) <= height {
			lines = append(append(lines, ""), actions...)
		}
	}
	page := strings.Join(lines, "\n")
	if !p.busy {
		page = failedRead(p.env, p.what, p.err).Over(p.env.Theme, page, room, height)
	}
	lines = firstLines(strings.Split(page, "\n"), height)
	return strings.Join(indented(lines), "\n")
}

// tell says what the page shows; what can be done is told after it.
func (p actionPage) tell() []string {
	if p.busy {
		return []string{"Reading…"}
	}
	lines := append(failureLines(p.env, p.what, p.err, listened, listened), p.headline(listened)...)
	return append(lines, p.facts(listened)...)
}

// factLines draw facts under a title; what is long goes on under itself.
func factLines(th *theme.Theme, title string, width int, facts ...fact) []string {
	lines := []string{th.Title.Render(ui.Cut(title, width))}
	for _, f := range facts {
		if th.Linear {
			lines = append(lines, told(f.label, f.text))
			continue
		}
		label := f.label
		for i, text := range ui.Wrap(f.text, max(1, width-labelWidth-4)) {
			sign := f.sign
			if i > 0 {
				label, sign = "", " "
			}
			lines = append(lines, "  "+th.Muted.Render(ui.Fit(label, labelWidth))+f.style.Render(sign+" "+text))
		}
	}
	return lines
}

// idLine tells an id in one piece: where it does not fit under the other values
// it begins before them.
func idLine(th *theme.Theme, label, id string, width int) string {
	if th.Linear {
		return told(label, id)
	}
	lead := max(ui.Width(label)+2, min(labelWidth+2, width-2-ui.Width(id)))
	return "  " + th.Muted.Render(ui.Fit(label, lead)+ui.Cut(id, width-2-lead))
}

// possibleLines list what can be done, and why the rest cannot.
func possibleLines(th *theme.Theme, actions []ui.Action, width int) []string {
	lines := []string{th.Title.Render("What can be done")}
	for _, a := range actions {
		help := a.Key.Help()
		if a.Blocked == "" {
			lines = append(lines, "  "+th.Key.Render(ui.Fit(help.Key, 3))+ui.Cut(help.Desc, width-5))
			continue
		}
		lines = append(lines, "  "+th.Faint.Render(ui.Fit(help.Key, 3)+ui.Cut(help.Desc, width-5)))
		for _, line := range ui.Wrap(a.Blocked, width-7) {
			lines = append(lines, "       "+th.Faint.Render(line))
		}
	}
	return lines
}
