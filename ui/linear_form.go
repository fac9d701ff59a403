package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/x/ansi"

	"example.com/orgdeck/keymap"
)

// optionSign stands before the option under the cursor of a field.
const optionSign = "› "

// linear tells all fields with their values, then what is asked for now.
func (f *Form[T]) linear() []string {
	var lines []string
	section := -1
	fields := f.fields()
	for _, field := range fields {
		if title := Clean(f.groups[field.group].Title); field.group != section && title != "" {
			lines = append(lines, "Section "+title)
		}
		section = field.group
		name, value := field.spoken()
		lines = append(lines, named(name, value))
		if err := field.problem(); err != nil {
			lines = append(lines, "Wrong with "+name+": "+Clean(err.Error()))
		}
	}
	if focused := f.focused(); focused != nil {
		lines = append(lines, f.asks(focused, slices.Index(fields, focused)+1, len(fields))...)
	}
	return lines
}

// stageTold is what is told of the pages before sending.
func (f *Form[T]) stageTold() []string {
	lines, foot := f.stageLines()
	switch {
	case f.sent.Busy():
		return append(lines, "Saving…")
	case f.stage == reviewing && f.needsWord():
		return append(lines, "Type "+f.write.Word+" to go on, then .send sends it.")
	case f.stage == reviewing:
		return append(lines, "Nothing was sent yet.")
	case f.stage == conflicting && f.write.Overwrite != nil:
		return append(lines, "Overwriting loses theirs.")
	case f.stage == conflicting:
		return lines
	}
	return append(foot, lines...)
}

// asks says what the field in focus is for, and how to answer.
func (f *Form[T]) asks(field *formField, at, of int) []string {
	name, _ := field.spoken()
	lines := []string{fmt.Sprintf("%s%d of %d: %s", fieldWord, at, of, name)}
	if field.Help != "" {
		lines = append(lines, Clean(field.Help))
	}
	options := field.options()
	for i, option := range options {
		line := fmt.Sprintf("Option %d: %s", i+1, option.label)
		if option.chosen {
			line += ", chosen"
		}
		lines = append(lines, line)
	}
	switch {
	case field.many():
		lines = append(lines, "Numbers take options or leave them out, such as 1 3; an empty line goes on.")
	case len(options) > 0:
		lines = append(lines, "A number chooses; an empty line keeps it and goes on.")
	case isConfirm(field):
		lines = append(lines, "yes or no; an empty line keeps it and goes on.")
	case takesEnter(field):
		lines = append(lines, "Each line is added; an empty line goes on; .clear begins anew.")
	default:
		lines = append(lines, "A line takes its place; an empty line keeps it; .clear empties it.")
	}
	return lines
}

func isConfirm(field *formField) bool {
	_, ok := field.Field.(*huh.Confirm)
	return ok
}

// drawnLines is the field as it is drawn, without borders.
func (f *formField) drawnLines() []string {
	var lines []string
	for line := range strings.SplitSeq(f.View(), "\n") {
		if line = strings.TrimSpace(strings.Map(undrawn, Clean(ansi.Strip(line)))); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// spoken is the name of a field and its value.
func (f *formField) spoken() (name, value string) {
	lines := f.drawnLines()
	if len(lines) == 0 {
		return "", ""
	}
	name, _, _ = strings.Cut(lines[0], " · ") // what the API calls it stands behind it
	switch value := f.GetValue().(type) {
	case bool:
		if isConfirm(f) {
			return name, yesOrNo(value)
		}
	case string:
		if !f.chooses() {
			return name, f.spokenText(value)
		}
	}
	var chosen []string
	for _, option := range f.options() {
		if option.chosen {
			chosen = append(chosen, option.label)
		}
	}
	return name, cmp.Or(strings.Join(chosen, ", "), "none")
}

func yesOrNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// spokenText is what was typed into a field, if it may be heard.
func (f *formField) spokenText(typed string) string {
	switch {
	case typed == "":
		return "empty"
	case f.Secret:
		return "hidden"
	}
	return strings.Join(CleanLines(typed), "\n")
}

// option is one choice of a field that has some.
type option struct {
	label         string
	chosen, focus bool
}

// chooses reports whether a field offers options instead of taking text.
func (f *formField) chooses() bool {
	_, typed := f.Field.(interface{ CharLimit(int) *huh.Input })
	return !typed && !takesEnter(f) && takesArrows(f)
}

// options are the choices of a select; nil for other fields.
func (f *formField) options() []option {
	if !f.chooses() {
		return nil
	}
	var options []option
	for _, line := range f.drawnLines()[1:] {
		label, focus := strings.CutPrefix(line, strings.TrimSpace(optionSign))
		label = strings.TrimSpace(label)
		name, ticked := strings.CutPrefix(label, "[x]")
		name = strings.TrimPrefix(name, "[ ]")
		chosen := ticked || focus && name == label
		options = append(options, option{strings.TrimSpace(name), chosen, focus})
	}
	return options
}

// listed makes a select show all its options under each other.
func listed(field huh.Field) {
	switch field := field.(type) {
	case *huh.Select[string]:
		field.Inline(false).Height(0)
	case *huh.Select[bool]:
		field.Inline(false).Height(0)
	}
}

// linearField is wide enough that an option takes one line.
const linearField = 1000

func (f *Form[T]) fieldWidth() int {
	if f.Theme.Linear {
		return linearField
	}
	return f.width
}

// many reports whether more than one option can be chosen.
func (f *formField) many() bool {
	return f.chooses() && slices.ContainsFunc(f.drawnLines(), func(line string) bool {
		return strings.Contains(line, "[ ]") || strings.Contains(line, "[x]")
	})
}

func (f *Form[T]) question() question {
	switch {
	case f.stage != editing:
		return question{name: "Type " + f.write.Word}
	case f.focused() == nil:
		return question{}
	}
	name, _ := f.focused().spoken()
	return question{name: name, secret: f.focused().Secret}
}

// answer gives a line to the field in focus and goes on to the next.
func (f *Form[T]) answer(line string) tea.Cmd {
	field := f.focused()
	switch {
	case f.stage != editing:
		f.word.value = line
		return nil
	case field == nil:
		return nil
	case takesEnter(field) && line != "":
		return tea.Batch(f.key("end"), f.press(typing(line)), f.key("enter"))
	case line == "":
		return f.enter()
	case field.chooses():
		return f.answerOption(field, line)
	case isConfirm(field):
		return f.answerYesNo(line)
	}
	return tea.Batch(f.clear(), f.press(typing(line)), f.enter(), f.backTo(field))
}

// backTo asks once more for what a field does not take.
func (f *Form[T]) backTo(field *formField) tea.Cmd {
	at := slices.Index(f.fields(), field)
	if f.stage != editing || at < 0 || field.problem() == nil || f.focused() == field {
		return nil
	}
	return f.focusOn(at)
}

func (f *Form[T]) answerYesNo(line string) tea.Cmd {
	switch word := strings.ToLower(strings.TrimSpace(line)); word {
	case "y", "yes", "n", "no":
		return tea.Batch(f.key(word[:1]), f.enter())
	}
	return Toast(Info, "“"+line+"” is neither yes nor no.")
}

// answerOption takes the options that a line numbers or names.
func (f *Form[T]) answerOption(field *formField, line string) tea.Cmd {
	at := numbered(field.options(), line)
	if at == nil {
		return Toast(Info, "There is no option “"+line+"”.")
	}
	if !field.many() {
		return tea.Batch(f.moveToOption(field, at[0]), f.enter())
	}
	var cmds []tea.Cmd
	for _, i := range at {
		cmds = append(cmds, f.moveToOption(field, i), f.key(" "))
	}
	return tea.Batch(cmds...)
}

// numbered are the indexes of the options that a line names, by one name or by
// numbers; nil when there is one that it does not have.
func numbered(options []option, line string) []int {
	named := func(o option) bool { return strings.EqualFold(o.label, strings.TrimSpace(line)) }
	if i := slices.IndexFunc(options, named); i >= 0 {
		return []int{i}
	}
	var at []int
	for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > len(options) {
			return nil
		}
		at = append(at, n-1)
	}
	return at
}

func (f *Form[T]) moveToOption(field *formField, at int) tea.Cmd {
	from := slices.IndexFunc(field.options(), func(o option) bool { return o.focus })
	var cmds []tea.Cmd
	for ; from < at; from++ {
		cmds = append(cmds, f.key("down"))
	}
	for ; from > at; from-- {
		cmds = append(cmds, f.key("up"))
	}
	return tea.Batch(cmds...)
}

// clear empties the field in focus, if it is one to type in.
func (f *Form[T]) clear() tea.Cmd {
	field := f.focused()
	if f.stage != editing || field == nil || field.chooses() || isConfirm(field) {
		return nil
	}
	cmds := []tea.Cmd{f.key("end"), f.key("ctrl+u")}
	for before := ""; takesEnter(field) && before != field.value(); {
		before = field.value()
		cmds = append(cmds, f.key("backspace"), f.key("ctrl+u"))
	}
	return tea.Batch(cmds...)
}

func (f *Form[T]) key(name string) tea.Cmd {
	msg, _ := keymap.Message(name)
	return f.press(msg)
}
