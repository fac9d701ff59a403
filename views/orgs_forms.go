package views

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// orgValues are what the forms of an organization ask for; the rest is in its
// settings.
type orgValues struct{ name, slug, externalID, logo string }

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
	v := &orgValues{org.OrganizationName, org.OrganizationSlug, deref(org.OrganizationExternalID), org.OrganizationLogoURL}
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
		textField(e, "organization_external_id", "External id", &v.externalID,
			"Your own id for it. It can be used wherever the organization's id can."),
		textField(e, "organization_logo_url", "Logo URL", &v.logo, "Shown by Stytch's own sign-in pages."),
	}}}
}

// textField asks for the text of a field of e, by the limits of the contract.
func textField(e b2b.Endpoint, name, title string, value *string, help string) ui.FormField {
	field, _ := e.Field(name)
	return ui.FormField{
		Field: huh.NewInput().Key(name).Title(title).Value(value).Validate(func(s string) error {
			if s = strings.TrimSpace(s); s == "" && !field.Required {
				return nil
			}
			return api.ValidateField(e, name, s)
		}),
		Help: help,
	}
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
		Name:  "Delete organization",
		Verb:  "Delete",
		Write: write(env.API.Organizations.Delete(org)),
		Done: func(string) tea.Cmd {
			return tea.Batch(
				ui.Announce(ui.Removed[b2b.Organization]{ID: org.OrganizationID}),
				ui.Toast(ui.Success, "Deleted "+org.OrganizationName+"."))
		},
	}
}
