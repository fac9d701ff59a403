package views

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// orgValues are what the forms of an organization ask for; the rest is in its
// settings.
type orgValues struct {
	name, slug, externalID, logo string
	keepID                       string // why the external id cannot be emptied; "" when it can
}

// newOrgForm asks for a new organization.
func newOrgForm(env *Env) ui.View {
	v := &orgValues{}
	return &ui.Form[b2b.Organization]{
		Name:    "New organization",
		Groups:  func() []ui.FormGroup { return v.groups(b2b.OrganizationsCreate) },
		FieldOf: api.FieldOf,
		Send: func() ui.Write[b2b.Organization] {
			return write(env.API.Organizations.Create(b2b.CreateOrganization{
				OrganizationName:       v.name,
				OrganizationSlug:       filled(v.slug),
				OrganizationExternalID: filled(v.externalID),
				OrganizationLogoURL:    filled(v.logo),
			}))
		},
		Done: func(org b2b.Organization) tea.Cmd {
			return tea.Batch(
				ui.Announce(ui.Changed[b2b.Organization]{Value: org}),
				ui.Toast(ui.Success, "Created "+org.OrganizationName+"."))
		},
	}
}

// editOrgForm asks for the names of org.
func editOrgForm(env *Env, org b2b.Organization) ui.View {
	v := &orgValues{
		name: org.OrganizationName, slug: org.OrganizationSlug, externalID: deref(org.OrganizationExternalID), logo: org.OrganizationLogoURL,
		keepID: onlyElsewhere(deref(org.OrganizationExternalID), "the Settings tab removes it"),
	}
	return &ui.Form[b2b.Organization]{
		Name:    "Edit " + org.OrganizationName,
		Review:  true,
		Groups:  func() []ui.FormGroup { return v.groups(b2b.OrganizationsUpdate) },
		FieldOf: api.FieldOf,
		Send: func() ui.Write[b2b.Organization] {
			return write(env.API.Organizations.Update(org, b2b.UpdateOrganization{
				OrganizationName:       &v.name,
				OrganizationSlug:       &v.slug,
				OrganizationExternalID: filledOr(v.externalID, org.OrganizationExternalID),
				OrganizationLogoURL:    &v.logo,
			}))
		},
		Done: func(org b2b.Organization) tea.Cmd {
			return tea.Batch(
				ui.Announce(ui.Changed[b2b.Organization]{Value: org}),
				ui.Toast(ui.Success, "Saved "+org.OrganizationName+"."))
		},
	}
}

func (v *orgValues) groups(e b2b.Endpoint) []ui.FormGroup {
	return []ui.FormGroup{{Fields: []ui.FormField{
		textField(e, "organization_name", "Name", &v.name, "What people see. 1 to 128 characters."),
		textField(e, "organization_slug", "Slug", &v.slug,
			"Names the organization in links, and must be unique. When empty, it is made from the name."),
		keptField(e, "organization_external_id", "External id", &v.externalID,
			"Your own id for it. It can be used wherever the organization's id can.", v.keepID),
		textField(e, "organization_logo_url", "Logo URL", &v.logo, "Shown by Stytch's own sign-in pages."),
	}}}
}

// textField asks for the text of a field of e, by the limits of the contract.
func textField(e b2b.Endpoint, name, title string, value *string, help string) ui.FormField {
	return keptField(e, name, title, value, help, "")
}

// keptField is a textField that cannot be emptied, when keep says why.
func keptField(e b2b.Endpoint, name, title string, value *string, help, keep string) ui.FormField {
	return ui.FormField{Field: lineInput(name, title, value, strings.TrimSpace).Validate(textCheck(e, name, keep)), Help: help}
}

// textCheck says what is wrong with the text of a field of e; keep says why it may not
// be emptied.
func textCheck(e b2b.Endpoint, name, keep string) func(string) error {
	field, _ := e.Field(name)
	return func(s string) error {
		switch {
		case s == "" && keep != "":
			return errors.New(keep)
		case s == "" && !field.Required:
			return nil
		}
		return api.ValidateField(e, name, s)
	}
}

// onlyElsewhere says why what was set before cannot be emptied by an update; "" when
// nothing was.
func onlyElsewhere(before, where string) string {
	if before == "" {
		return ""
	}
	return "an update cannot empty it: " + where
}

// filled is a pointer to what was typed, or nil when nothing was.
func filled(s string) *string {
	if s = strings.TrimSpace(s); s != "" {
		return &s
	}
	return nil
}

// filledOr is what an update sends for text that may be absent: nothing when it
// was absent before and still is.
func filledOr(s string, before *string) *string {
	if s = strings.TrimSpace(s); s == deref(before) {
		return nil
	}
	return &s
}

// deleteOrg asks before an organization and all its members are deleted.
func deleteOrg(env *Env, org b2b.Organization) ui.View {
	return &ui.ConfirmWrite[string]{
		Name:  "Delete this organization?",
		Verb:  "Delete",
		Write: write(env.API.Organizations.Delete(org)),
		Done: func(string) tea.Cmd {
			return tea.Batch(
				ui.Announce(ui.Removed[b2b.Organization]{ID: org.OrganizationID}),
				ui.Toast(ui.Success, "Deleted "+org.OrganizationName+"."))
		},
	}
}
