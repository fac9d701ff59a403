package views

import (
	"time"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// ssoColumns are the columns of the list of connections.
func ssoColumns(env *Env, isDefault func(ssoConnection) bool) []ui.Column[ssoConnection] {
	th := env.Theme
	muted := func(ssoConnection) lipgloss.Style { return th.Muted }
	return []ui.Column[ssoConnection]{
		{Title: "Name", MinWidth: 16, Cell: ssoConnection.name},
		{Title: "Kind", Width: 8, Priority: 2, Cell: func(c ssoConnection) string { return c.facts().kind }},
		{Title: "Status", Width: 9, Cell: statusWords, Style: ssoStatusStyle(th)},
		{Title: "Default", Width: 10, Priority: 1, Style: func(ssoConnection) lipgloss.Style { return th.Accent }, Cell: func(c ssoConnection) string {
			if isDefault(c) {
				return "★ default"
			}
			return ""
		}},
		{Title: "Identity provider", Width: 17, Priority: 3, Cell: func(c ssoConnection) string { return providerName(c.facts().provider) }},
		{Title: "Certificate until", Width: 26, Priority: 4, Cell: func(c ssoConnection) string { return certificateCell(c, env.now()) }, Style: func(c ssoConnection) lipgloss.Style {
			return expiryStyle(th, c.expires(), env.now())
		}},
		{Title: "Id", Width: 30, Priority: 5, Style: muted, Cell: ssoConnection.id},
	}
}

func certificateCell(c ssoConnection, now time.Time) string {
	switch {
	case c.saml == nil:
		return ""
	case len(c.saml.VerificationCertificates) == 0:
		return "none yet"
	}
	return expiryWords(c.expires(), now)
}

// statusWords is the status with a sign that says the same as its colour.
func statusWords(c ssoConnection) string {
	if c.active() {
		return "✓ active"
	}
	return "! " + c.facts().status
}

func ssoStatusStyle(th *theme.Theme) func(ssoConnection) lipgloss.Style {
	return func(c ssoConnection) lipgloss.Style {
		if c.active() {
			return th.Success
		}
		return th.Warning
	}
}

// ssoOrders are the columns that connections can be sorted by.
func ssoOrders() []order[ssoConnection] {
	return []order[ssoConnection]{
		{column: "Name", text: ssoConnection.name},
		{column: "Kind", text: func(c ssoConnection) string { return c.facts().kind }},
		{column: "Status", text: func(c ssoConnection) string { return c.facts().status }},
		{column: "Certificate until", compare: func(a, b ssoConnection) int { return compareTime(a.expires(), b.expires()) }},
	}
}
