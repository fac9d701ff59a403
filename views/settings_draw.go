package views

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

const (
	settingLabel   = 22 // cells of the widest label
	settingGutter  = 3  // the signs of the cursor and of a change
	settingIndent  = settingGutter + settingLabel + 1
	settingsHelp   = 2 // lines of help at the bottom
	cursorMark     = "▸"
	changeMark     = "●"
	changeArrow    = " → "
	nothingSet     = "none"
	longestSetting = 200 // cells of a value worth writing out
	settingWords   = 26  // cells after which the API's own name of a value stands
)

// settingsLine is a line of the page and the setting it shows; -1 for none.
type settingsLine struct {
	text    string
	setting int
}

// settingsPageLines is what is on show.
type settingsPageLines struct {
	head []string
	body []settingsLine
	foot []string
}

// View implements ui.View.
func (v *settings) View() string {
	p := v.page()
	lines := p.head
	for _, line := range p.body {
		lines = append(lines, line.text)
	}
	lines = append(lines, p.foot...)
	return strings.Join(lines[:min(len(lines), max(0, v.height))], "\n")
}

// page lays out what fits: what failed, the settings around the cursor, and
// help for the one under it.
func (v *settings) page() settingsPageLines {
	p := settingsPageLines{head: failureLines(v.env, "read the settings again", v.org.Err(), v.width, v.height/3), foot: v.foot()}
	room := max(1, v.height-len(p.head)-len(p.foot))
	all, from, to := v.lines()
	top := max(0, min(from-(room-(to-from))/2, len(all)-room))
	p.body = all[top:min(len(all), top+room)]
	for len(p.body) < room {
		p.body = append(p.body, settingsLine{setting: -1})
	}
	return p
}

// lines draws all settings, and says which lines are those under the cursor.
func (v *settings) lines() (lines []settingsLine, from, to int) {
	i := 0
	for n, g := range v.groups {
		if n > 0 {
			lines = append(lines, settingsLine{setting: -1})
		}
		lines = append(lines, settingsLine{v.env.Theme.Title.Render(ui.Fit(" "+g.name, v.width)), -1})
		for _, s := range g.settings {
			start := len(lines)
			for _, text := range v.row(s, i == v.cursor) {
				lines = append(lines, settingsLine{text, i})
			}
			if i == v.cursor {
				from, to = start, len(lines)
			}
			i++
		}
	}
	return lines, from, to
}

// row draws a setting: its label, its value, and what is wrong with it.
func (v *settings) row(s setting, focused bool) []string {
	th := v.env.Theme
	room := max(1, v.width-settingIndent-1)
	signs, change := "   ", ""
	value, code := v.words(s, v.edits.value(s))
	if v.edits.edited(s) {
		before, _ := v.words(s, v.edits.before(s))
		change = ui.Cut(before, max(1, room/3, room-ui.Width(changeArrow+ui.Clean(value)))) + changeArrow
		signs = " " + changeMark + " "
	}
	if focused {
		signs = cursorMark + signs[1:]
	}
	value = ui.Cut(value, max(1, room-ui.Width(change)))
	code = codeAfter(change+value, code, room)
	label, blank := ui.Fit(s.label, settingLabel)+" ", pad(room-ui.Width(change+value+code)+1)
	lines := []string{signs + label + change + value + code + blank}
	if focused {
		lines[0] = th.Selected.Render(lines[0])
	} else {
		lines[0] = th.Warning.Render(signs) + th.Muted.Render(label+change) + v.valueStyle(s).Render(value) + th.Faint.Render(code) + blank
	}
	if problem := v.problem(s); problem != "" {
		lines = append(lines, v.note(th.Danger, "✗ "+problem)...)
	}
	if was, theirs := v.edits.theirs[s.name]; theirs {
		words, _ := v.words(s, was)
		lines = append(lines, v.note(th.Warning, "! Somebody else changed this too. It was: "+words)...)
	}
	return lines
}

// codeAfter puts what the API calls a value behind its words, in a column where
// that is possible; "" when there is no room.
func codeAfter(value, code string, room int) string {
	code = pad(max(2, settingWords-ui.Width(value))) + code
	if ui.Width(value+code) > room {
		return ""
	}
	return code
}

func (v *settings) valueStyle(s setting) lipgloss.Style {
	switch {
	case v.edits.edited(s):
		return v.env.Theme.Bold
	case len(v.edits.value(s)) == 0:
		return v.env.Theme.Faint
	}
	return v.env.Theme.Text
}

// note is a sentence under a setting.
func (v *settings) note(style lipgloss.Style, text string) []string {
	lines := ui.Wrap(text, max(1, v.width-settingIndent-1))
	for i, line := range lines {
		lines[i] = pad(settingIndent) + style.Render(line)
	}
	return lines
}

// words says what a value means, and how the API calls it where that differs.
func (v *settings) words(s setting, lines []string) (words, code string) {
	if len(lines) == 0 {
		return nothingSet, ""
	}
	switch s.kind {
	case pickSetting, checkSetting:
		var said []string
		for _, value := range lines {
			said = append(said, v.choiceWords(s, value))
		}
		words = strings.Join(said, ", ")
		if s.kind == pickSetting && !strings.HasPrefix(s.name, "sso_default") {
			code = ui.Clean(lines[0])
		}
	default:
		words = ui.Cut(strings.Join(lines, ", "), longestSetting)
	}
	if v.idle(s) {
		code = "(not in force)"
	}
	return words, code
}

// idle reports whether s is a list that nothing is restricted to.
func (v *settings) idle(s setting) bool {
	limits := 0
	for _, other := range v.edits.all {
		if other.restricts != s.name {
			continue
		}
		if lines := v.edits.value(other); len(lines) > 0 && lines[0] == restricted {
			return false
		}
		limits++
	}
	return limits > 0
}

func (v *settings) choiceWords(s setting, value string) string {
	choices := s.choices(v.edits.base)
	if i := slices.IndexFunc(choices, func(c settingChoice) bool { return c.value == value }); i >= 0 {
		return choices[i].words
	}
	return value
}

// foot draws the help for the setting under the cursor and how the changes
// stand.
func (v *settings) foot() []string {
	if v.height < 8 {
		return nil
	}
	th, s := v.env.Theme, v.focused()
	status := v.status()
	name := " " + s.name + " "
	rule := max(0, v.width-2-ui.Width(name)-ui.Width(status)-2)
	lines := []string{th.Border.Render("──") + th.Muted.Render(name) + th.Border.Render(strings.Repeat("─", rule)) +
		v.statusStyle().Render(status) + th.Border.Render("──")}
	help := ui.Wrap(s.help, max(1, v.width-2))
	help = append(help, v.inFull(s)...)
	for i := range settingsHelp {
		line := ""
		if i < len(help) {
			line = help[i]
		}
		lines = append(lines, " "+th.Muted.Render(line))
	}
	return lines
}

// inFull writes a value out as the API has it, where the page may have cut it.
func (v *settings) inFull(s setting) []string {
	lines := v.edits.value(s)
	if len(lines) == 0 || s.kind == pickSetting || s.kind == lineSetting {
		return nil
	}
	text := strings.Join(lines, " ")
	if s.kind != jsonSetting {
		if data, err := json.Marshal(lines); err == nil {
			text = string(data)
		}
	}
	return []string{ui.Cut(text, max(1, v.width-2))}
}

func (v *settings) status() string {
	n := len(v.edits.lines)
	_, problem := v.firstProblem()
	save := v.env.Keys.Binding(keymap.SettingsSave).Help().Key
	switch {
	case n == 0:
		return fmt.Sprintf(" %d/%d ", v.cursor+1, len(v.edits.all))
	case problem != "":
		return " " + changeMark + " " + plural(n, "change") + " · ✗ cannot be saved yet "
	}
	return " " + changeMark + " " + plural(n, "change") + " not saved · " + save + " "
}

func (v *settings) statusStyle() lipgloss.Style {
	_, problem := v.firstProblem()
	switch {
	case problem != "":
		return v.env.Theme.Danger
	case len(v.edits.lines) == 0:
		return v.env.Theme.Faint
	}
	return v.env.Theme.Warning
}

func pad(n int) string { return strings.Repeat(" ", max(0, n)) }
