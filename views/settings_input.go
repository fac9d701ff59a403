package views

import (
	"errors"
	"slices"
	"strings"

	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// settingInput is one setting being edited: the values that the field of a form
// points at.
type settingInput struct {
	setting setting
	org     b2b.Organization // whose connections there are to choose from
	room    int              // cells that a choice may take
	text    string
	many    []string
	needed  func() bool // asked for a list that must not be empty; nil for never
}

func newSettingInput(s setting, org b2b.Organization, lines []string, room int) *settingInput {
	in := &settingInput{setting: s, org: org, room: room}
	switch s.kind {
	case checkSetting:
		in.many = slices.Clone(lines)
	case jsonSetting:
		in.text = "{\n}"
		if len(lines) > 0 {
			in.text = indentedJSON(lines[0])
		}
	default:
		in.text = strings.Join(lines, "\n")
	}
	return in
}

// lines is what was typed or chosen, the way the setting is kept.
func (in *settingInput) lines() []string {
	switch in.setting.kind {
	case checkSetting:
		return in.many
	case linesSetting:
		return in.items()
	case jsonSetting:
		object, err := parseMetadata(in.text)
		if err != nil {
			return []string{in.text}
		}
		return linesOf(object)
	}
	return oneOrNone(strings.TrimSpace(in.text))
}

// items are the lines that are not empty, each written the way it is kept.
func (in *settingInput) items() []string {
	var items []string
	for line := range strings.Lines(in.text) {
		line = strings.TrimSpace(line)
		switch in.setting.name {
		case "email_allowed_domains", "claimed_email_domains":
			line = strings.ToLower(line)
		case "rbac_email_implicit_role_assignments":
			if domain, role, ok := parseRole(line); ok {
				line = strings.ToLower(domain) + roleArrow + role
			}
		case "allowed_oauth_tenants":
			if provider, id, ok := parseTenant(line); ok {
				line = provider + " " + id
			}
		}
		if line != "" {
			items = append(items, line)
		}
	}
	return items
}

// check is what is wrong with the value as it stands.
func (in *settingInput) check() error {
	lines := in.lines()
	problem := settingProblem(in.setting, lines)
	if in.needed != nil && in.needed() && len(lines) == 0 {
		problem = "The list is needed: name at least one."
	}
	if problem == "" {
		return nil
	}
	return errors.New(problem)
}

// field is the setting as a field of a form.
func (in *settingInput) field() ui.FormField {
	s := in.setting
	f := ui.FormField{Help: s.help}
	if s.hint != "" {
		f.Help = strings.ToUpper(s.hint[:1]) + s.hint[1:] + ". " + s.help
	}
	title := s.label + " · " + s.name
	check := func(string) error { return in.check() }
	switch s.kind {
	case pickSetting:
		f.Field = in.pick().Key(s.name).Title(title).Validate(check)
	case checkSetting:
		f.Field = huh.NewMultiSelect[string]().Key(s.name).Title(title).Filterable(false).Value(&in.many).Options(in.options()...).
			Validate(func([]string) error { return in.check() })
	case linesSetting:
		f.Field = huh.NewText().Key(s.name).Title(title).ExternalEditor(false).ShowLineNumbers(false).Lines(linesShown).Value(&in.text).Validate(check)
	case jsonSetting:
		f.Field = huh.NewText().Key(s.name).Title(title).ExternalEditor(false).ShowLineNumbers(true).Lines(jsonShown).Value(&in.text).Validate(check)
	default:
		f.Field = huh.NewInput().Key(s.name).Title(title).Value(&in.text).Validate(check)
	}
	return f
}

// pick asks for one of the choices.
func (in *settingInput) pick() *huh.Select[string] {
	return huh.NewSelect[string]().Value(&in.text).Options(in.options()...)
}

const (
	linesShown = 5 // of a list being typed
	jsonShown  = 10
)

// options are the choices, with those that are set and no longer offered.
func (in *settingInput) options() []huh.Option[string] {
	choices := in.setting.choices(in.org)
	current := in.many
	if in.setting.kind == pickSetting {
		current = []string{in.text}
	}
	for _, value := range current {
		known := func(c settingChoice) bool { return c.value == value }
		if !slices.ContainsFunc(choices, known) {
			choices = append(choices, missingChoice(value))
		}
	}
	options := make([]huh.Option[string], len(choices))
	for i, c := range choices {
		options[i] = huh.NewOption(ui.Cut(choiceLine(c, choices), in.room), c.value)
	}
	return options
}

// missingChoice is a value that is set although it is none of the choices.
func missingChoice(value string) settingChoice {
	if value == "" {
		return settingChoice{words: "Not set"}
	}
	return settingChoice{value: value, words: value, says: "is not active"}
}

// choiceLine is a choice in words, as the API calls it, and what follows from it.
func choiceLine(c settingChoice, all []settingChoice) string {
	widest := 0
	for _, other := range all {
		widest = max(widest, ui.Width(ui.Cut(other.words, 24)))
	}
	parts := []string{c.value, c.says}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" || s == c.words })
	return strings.TrimRight(ui.Fit(c.words, widest)+"  "+ui.Clean(strings.Join(parts, " · ")), " ")
}
