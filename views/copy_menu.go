package views

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// copyable is one thing that can be copied: its name and its text.
type copyable struct{ name, text string }

// copyMenu offers what can be copied; a single thing is copied at once.
func copyMenu(env *Env, things ...copyable) tea.Cmd {
	var items []ui.Item
	for _, c := range things {
		if c.text == "" {
			continue
		}
		name := strings.ToUpper(c.name[:1]) + c.name[1:]
		items = append(items, ui.Item{Name: name, Detail: c.text, Run: func() tea.Cmd { return env.copy(c.text, name) }})
	}
	if len(items) == 1 {
		return items[0].Run()
	}
	return ui.Open(ui.NewMenu("Copy", items...))
}

func orgCopies(o b2b.Organization) []copyable {
	return []copyable{
		{"organization id", o.OrganizationID},
		{"slug", o.OrganizationSlug},
		{"name", o.OrganizationName},
		{"external id", deref(o.OrganizationExternalID)},
		{"as command", "orgdeck orgs get " + o.OrganizationID},
	}
}

func memberCopies(m b2b.Member) []copyable {
	return []copyable{
		{"e-mail", m.EmailAddress},
		{"member id", m.MemberID},
		{"name", m.Name},
		{"MFA phone", m.MFAPhoneNumber},
		{"external id", deref(m.ExternalID)},
		{"organization id", m.OrganizationID},
		{"as command", "orgdeck members get " + m.MemberID},
	}
}
