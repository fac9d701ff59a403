package ui

import (
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

// asks says what the field in focus is for, and how to answer.
func (f *Form[T]) asks(field *formField, at, of int) []string {
	name, _ := field.spoken()
	lines := []string{fmt.Sprintf("Field %d of %d: %s", at, of, name)}
	if field.Help != "" {
		lines = append(lines, Clean(field.Help))
	}
	options := field.options()
	for i, option := range options {
		lines = append(lines, fmt.Sprintf("Option %d: %s", i+1, option.label))
	}
	switch {
	case field.many():
		lines = append(lines, "A number takes an option or leaves it out; an empty line goes on.")
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
	name, lines = lines[0], lines[1:]
	if options := f.options(); len(options) > 0 {
		var chosen []string
		for _, option := range options {
			if option.chosen {
				chosen = append(chosen, option.label)
			}
		}
		return name, strings.Join(chosen, ", ")
	}
	if value = strings.TrimSpace(strings.TrimPrefix(strings.Join(lines, " "), ">")); value == "" {
		value = "empty"
	}
	return name, value
}

// option is one choice of a field that has some.
type option struct {
	label         string
	chosen, focus bool
}

// options are the choices of a select; nil for other fields.
func (f *formField) options() []option {
	if !takesArrows(f) || takesEnter(f) {
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

// many reports whether more than one option can be chosen.
func (f *formField) many() bool {
	return f.options() != nil && slices.ContainsFunc(f.drawnLines(), func(line string) bool {
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
	case field.options() != nil:
		return f.answerOption(field, line)
	case isConfirm(field):
		return tea.Batch(f.key(strings.ToLower(line[:1])), f.enter())
	}
	return tea.Batch(f.clear(), f.press(typing(line)), f.enter())
}

// answerOption moves to the option that a line numbers or names, and takes it.
func (f *Form[T]) answerOption(field *formField, line string) tea.Cmd {
	options := field.options()
	at := slices.IndexFunc(options, func(o option) bool { return strings.EqualFold(o.label, strings.TrimSpace(line)) })
	if n, err := strconv.Atoi(strings.TrimSpace(line)); err == nil {
		at = n - 1
	}
	if at < 0 || at >= len(options) {
		return Toast(Info, "There is no option “"+line+"”.")
	}
	from := slices.IndexFunc(options, func(o option) bool { return o.focus })
	var cmds []tea.Cmd
	for ; from < at; from++ {
		cmds = append(cmds, f.key("down"))
	}
	for ; from > at; from-- {
		cmds = append(cmds, f.key("up"))
	}
	if field.many() {
		return tea.Batch(append(cmds, f.key(" "))...)
	}
	return tea.Batch(append(cmds, f.enter())...)
}

// clear empties the field in focus, if it is one to type in.
func (f *Form[T]) clear() tea.Cmd {
	field := f.focused()
	if f.stage != editing || field == nil || field.options() != nil || isConfirm(field) {
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
