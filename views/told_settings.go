package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// Tell implements ui.Teller: every setting with its number, and what is said of the
// chosen one.
func (v *settings) Tell() []string {
	lines := failureLines(v.env, "read the settings again", v.org.Err(), listened, listened)
	i := 0
	for _, g := range v.groups {
		lines = append(lines, g.name)
		for _, s := range g.settings {
			i++
			lines = append(lines, v.settingTold(i, s)...)
		}
	}
	s := v.focused()
	lines = append(lines, fmt.Sprintf("Chosen: %d. %s. %s", v.cursor+1, s.label, s.help))
	return append(lines, v.unsentTold()...)
}

// settingTold is a setting with its value, what it was before, and what is wrong
// with it.
func (v *settings) settingTold(number int, s setting) []string {
	value := v.valueTold(s, v.edits.value(s))
	if v.edits.edited(s) {
		value = fmt.Sprintf("before %s, now %s, not saved", v.valueTold(s, v.edits.before(s)), value)
	}
	lines := []string{fmt.Sprintf("%d. %s: %s", number, s.label, value)}
	if problem := v.problem(s); problem != "" {
		lines = append(lines, "Wrong with "+s.label+": "+ui.Clean(problem))
	}
	if was, theirs := v.edits.theirs[s.name]; theirs {
		lines = append(lines, "Somebody else changed "+s.label+" too. It was: "+v.valueTold(s, was))
	}
	return lines
}

func (v *settings) valueTold(s setting, lines []string) string {
	words, code := v.words(s, lines)
	if words = ui.Clean(words); code == "" {
		return words
	}
	return words + ", " + strings.Trim(code, "()")
}

// unsentTold says how the changes stand, while there are any.
func (v *settings) unsentTold() []string {
	n := len(v.edits.lines)
	if n == 0 {
		return nil
	}
	if _, problem := v.firstProblem(); problem != "" {
		return []string{plural(n, "change") + " not saved, and not fit to be saved yet"}
	}
	return []string{plural(n, "change") + " not saved; " + v.env.Keys.Binding(keymap.SettingsSave).Help().Desc + " shows and sends what changes"}
}

// Places implements ui.Places: the labels of all settings.
func (v *settings) Places() []string {
	labels := make([]string, len(v.edits.all))
	for i, s := range v.edits.all {
		labels[i] = s.label
	}
	return labels
}

// GoTo implements ui.Places.
func (v *settings) GoTo(place int) { v.cursor = place }

// Tell implements ui.Teller: what changes, each setting before and after.
func (v *settingsReview) Tell() []string {
	if v.request || v.conflict != nil || v.sent.Busy() {
		return append(v.lines(), v.foot()...)
	}
	lines := []string{v.change.Summary + "."}
	for _, s := range v.page.edits.changes() {
		before, after := v.page.valueTold(s, v.page.edits.before(s)), v.page.valueTold(s, v.page.edits.value(s))
		lines = append(lines, fmt.Sprintf("%s: before %s, after %s", s.label, before, after))
	}
	return append(append(lines, "Nothing was sent yet."), v.foot()...)
}
