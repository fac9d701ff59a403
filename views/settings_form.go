package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// restricted is the value of every setting that limits something to a list.
const restricted = b2b.AuthMethodsRestricted

const (
	dialogBorder = 4
	formWidth    = 84 // cells that a form asks for
	choiceSigns  = 8  // cells before a choice: border, cursor and box
)

// edit opens the form of the setting under the cursor. A setting that can be
// RESTRICTED has the list it needs in the same form.
func (v *settings) edit() tea.Cmd {
	s := v.focused()
	if s.kind == pickSetting && len(s.choices(v.edits.base)) == 0 {
		return ui.Toast(ui.Info, "The organization has no active SSO connection to choose.")
	}
	return ui.Open(v.form(s))
}

func (v *settings) form(s setting) ui.View {
	room := max(8, min(v.width-dialogBorder, formWidth)-choiceSigns)
	if v.env.Theme.Linear {
		room = listened
	}
	inputs := []*settingInput{newSettingInput(s, v.edits.base, v.edits.value(s), room)}
	if s.restricts != "" {
		_, list := v.setting(s.restricts)
		needed := newSettingInput(list, v.edits.base, v.edits.value(list), room)
		needed.needed = func() bool { return inputs[0].text == restricted }
		inputs = append(inputs, needed)
	}
	return &ui.Form[map[string][]string]{
		Name:   s.label,
		Groups: func() []ui.FormGroup { return []ui.FormGroup{{Fields: settingFields(inputs)}} },
		Send:   func() ui.Write[map[string][]string] { return v.keeping(inputs) },
		Done:   func(edited map[string][]string) tea.Cmd { return v.took(edited) },
	}
}

func settingFields(inputs []*settingInput) []ui.FormField {
	var fields []ui.FormField
	for _, in := range inputs {
		f := in.field()
		if in.needed != nil {
			f.Hidden = func() bool { return !in.needed() }
		}
		fields = append(fields, f)
	}
	return fields
}

// keeping describes the write that all changes and these together would be;
// doing it only keeps them.
func (v *settings) keeping(inputs []*settingInput) ui.Write[map[string][]string] {
	edited := map[string][]string{}
	with := newSettingsEdits(v.edits.base, v.edits.all)
	for name, lines := range v.edits.lines {
		with.lines[name] = lines
	}
	for _, in := range inputs {
		if in.needed == nil || in.needed() {
			edited[in.setting.name] = in.lines()
			with.set(in.setting, in.lines())
		}
	}
	w := write(v.env.API.Organizations.Update(with.base, with.update()))
	return ui.Write[map[string][]string]{
		Summary: w.Summary, Method: w.Method, Path: w.Path, Body: w.Body, Curl: w.Curl,
		Do: func(context.Context) (map[string][]string, error) { return edited, nil },
	}
}

// took keeps what was edited. An external id that was emptied goes at once: the
// API has a call of its own for that.
func (v *settings) took(edited map[string][]string) tea.Cmd {
	const externalID = "organization_external_id"
	if lines, ok := edited[externalID]; ok && len(lines) == 0 && v.edits.base.OrganizationExternalID != nil {
		return ui.Open(v.removeExternalID())
	}
	return v.changed(edited)
}

func (v *settings) removeExternalID() ui.View {
	return &ui.ConfirmWrite[b2b.Organization]{
		Name:  "Remove the external id?",
		Body:  "An update cannot empty it, so it is removed now, by a call of its own. Whoever names the organization by it no longer finds it.",
		Verb:  "Remove",
		Write: write(v.env.API.Organizations.DeleteExternalID(v.edits.base)),
		Done: func(org b2b.Organization) tea.Cmd {
			v.edits.drop("organization_external_id")
			return tea.Batch(ui.Toast(ui.Success, "External id removed."), ui.Announce(ui.Changed[b2b.Organization]{Value: org}))
		},
	}
}

// change is all edits as one write.
func (v *settings) change() api.Change[b2b.Organization] {
	return v.env.API.Organizations.Update(v.edits.base, v.edits.update())
}
