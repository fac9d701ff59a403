package views

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// Answers to a filter that is yes, no, or not asked.
const (
	either = ""
	yes    = "yes"
	no     = "no"
)

// orgFilters narrow the organization list beyond what is typed in its search
// box. The zero value narrows nothing.
type orgFilters struct {
	sso           string // has an active connection: either, yes or no
	connection    string // owns this connection
	domains       string // allowed, any of them
	domainPart    string // an allowed domain contains
	claimed       string // claimed domains, any of them
	slugPart      string
	slugs, emails string // lists
	emailPart     string // of a member
}

// conditions are those of the filters that are set.
func (f *orgFilters) conditions() conditions {
	var all conditions
	all.yesNo(b2b.FilterHasActiveSSOConnection, "SSO", f.sso)
	all.text(b2b.FilterSSOConnectionID, "connection", f.connection)
	all.list(b2b.FilterAllowedDomains, "allowed domain", f.domains)
	all.text(b2b.FilterAllowedDomainFuzzy, "allowed domain has", f.domainPart)
	all.list(b2b.FilterClaimedEmailDomains, "claimed domain", f.claimed)
	all.text(b2b.FilterOrganizationSlugFuzzy, "slug has", f.slugPart)
	all.list(b2b.FilterOrganizationSlugs, "slug", f.slugs)
	all.list(b2b.FilterMemberEmails, "member", f.emails)
	all.text(b2b.FilterMemberEmailFuzzy, "member has", f.emailPart)
	return all
}

// form asks for the filters.
func (f orgFilters) form(_ *Env, apply func(orgFilters) tea.Cmd) ui.View {
	set := &f
	fuzzy := func(filter, title string, value *string) ui.FormField {
		return filterField(b2b.OrganizationFilters, filter, title, value)
	}
	return &ui.Form[orgFilters]{
		Name:  "Filter organizations",
		Verb:  "filter",
		Apply: func() tea.Cmd { return apply(*set) },
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{
				yesNoField("Active SSO connection", &set.sso),
				fuzzy(b2b.FilterOrganizationSlugFuzzy, "Slug contains", &set.slugPart),
				fuzzy(b2b.FilterAllowedDomainFuzzy, "Allowed domain contains", &set.domainPart),
				fuzzy(b2b.FilterAllowedDomains, "Allowed domain is one of", &set.domains),
				fuzzy(b2b.FilterClaimedEmailDomains, "Claimed domain is one of", &set.claimed),
				fuzzy(b2b.FilterMemberEmailFuzzy, "Has a member whose e-mail contains", &set.emailPart),
				fuzzy(b2b.FilterMemberEmails, "Has a member with e-mail", &set.emails),
				fuzzy(b2b.FilterOrganizationSlugs, "Slug is one of", &set.slugs),
				fuzzy(b2b.FilterSSOConnectionID, "Owns the SSO connection", &set.connection),
			}}}
		},
	}
}

// filterField asks for the value of a filter, and says at once when it is too
// short for the API.
func filterField(filters []b2b.Filter, name, title string, value *string) ui.FormField {
	filter, _ := b2b.LookupFilter(filters, name)
	help := "Separate several by commas."
	if filter.Value == "string" {
		help = ""
	}
	if filter.FuzzyMin > 0 {
		help = fmt.Sprintf("At least %d characters.", filter.FuzzyMin)
	}
	return ui.FormField{
		Field: huh.NewInput().Key(name).Title(title).Value(value).Validate(func(s string) error {
			if n := len([]rune(strings.TrimSpace(s))); n > 0 && n < filter.FuzzyMin {
				return fmt.Errorf("type at least %d characters", filter.FuzzyMin)
			}
			return nil
		}),
		Help: help,
	}
}

func yesNoField(title string, value *string) ui.FormField {
	return ui.FormField{Field: huh.NewSelect[string]().Title(title).Inline(true).Value(value).Options(
		huh.NewOption("either", either), huh.NewOption("yes", yes), huh.NewOption("no", no))}
}
