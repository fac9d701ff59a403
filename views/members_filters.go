package views

import (
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// memberFilters narrow a member list beyond what is typed in its search box. The
// zero value narrows nothing.
type memberFilters struct {
	statuses           []string
	roles              string // ids, any of them
	breakglass         string // either, yes or no
	password           string // has one: either, yes or no
	emails, ids        string // lists
	emailPart          string
	phones, phonesPart string
}

// conditions are those of the filters that are set.
func (f *memberFilters) conditions() conditions {
	var all conditions
	all.values(b2b.FilterStatuses, "status", f.statuses)
	all.list(b2b.FilterMemberRoles, "roles", f.roles)
	all.yesNo(b2b.FilterMemberIsBreakglass, "break-glass", f.breakglass)
	all.yesNo(b2b.FilterMemberPasswordExists, "password", f.password)
	all.text(b2b.FilterMemberEmailFuzzy, "e-mail has", f.emailPart)
	all.list(b2b.FilterMemberEmails, "e-mail", f.emails)
	all.text(b2b.FilterMemberMFAPhoneNumberFuzzy, "phone has", f.phonesPart)
	all.list(b2b.FilterMemberMFAPhoneNumbers, "phone", f.phones)
	all.list(b2b.FilterMemberIDs, "id", f.ids)
	return all
}

// form asks for the filters.
func (f memberFilters) form(_ *Env, apply func(memberFilters) tea.Cmd) ui.View {
	set := &f
	text := func(filter, title string, value *string) ui.FormField {
		return filterField(b2b.MemberFilters, filter, title, value)
	}
	return &ui.Form[memberFilters]{
		Name:  "Filter members",
		Verb:  "filter",
		Apply: func() tea.Cmd { return apply(*set) },
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{
				{
					Field: huh.NewMultiSelect[string]().Title("Status").Value(&set.statuses).
						Options(huh.NewOptions(b2b.MemberStatusValues()...)...),
					Help: "None chosen means all but deleted: the API shows those only when asked.",
				},
				text(b2b.FilterMemberRoles, "Holds one of the roles", &set.roles),
				yesNoField("Break-glass account", &set.breakglass),
				yesNoField("Has a password", &set.password),
				text(b2b.FilterMemberEmailFuzzy, "E-mail contains", &set.emailPart),
				text(b2b.FilterMemberEmails, "E-mail is one of", &set.emails),
				text(b2b.FilterMemberMFAPhoneNumberFuzzy, "Phone contains", &set.phonesPart),
				text(b2b.FilterMemberMFAPhoneNumbers, "Phone is one of", &set.phones),
				text(b2b.FilterMemberIDs, "Id or external id is one of", &set.ids),
			}}}
		},
	}
}
