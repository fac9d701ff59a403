package views

import (
	"cmp"
	"strconv"
	"time"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// unknown stands where a value has not been fetched.
const unknown = "·"

// orgColumns are the columns of the organization list. count tells how many
// members an organization has, and whether that is known.
func orgColumns(env *Env, count func(id string) (int, bool)) []ui.Column[b2b.Organization] {
	th := env.Theme
	muted := func(b2b.Organization) lipgloss.Style { return th.Muted }
	columns := []ui.Column[b2b.Organization]{
		{Title: "Name", MinWidth: 24, Cell: func(o b2b.Organization) string { return o.OrganizationName }},
		{Title: "Slug", MinWidth: 14, Priority: 4, Style: muted, Cell: func(o b2b.Organization) string { return o.OrganizationSlug }},
		{Title: "Members", Width: 8, Priority: 2, Right: true, Cell: func(o b2b.Organization) string {
			n, ok := count(o.OrganizationID)
			if !ok {
				return unknown
			}
			return strconv.Itoa(n)
		}},
		{Title: "MFA", Width: 9, Priority: 1, Cell: orgMFA, Style: func(o b2b.Organization) lipgloss.Style {
			if o.MFAPolicy == b2b.MFAPolicyRequiredForAll {
				return th.Success
			}
			return th.Muted
		}},
		{Title: "Sign-in", Width: 11, Priority: 3, Cell: orgMethods, Style: muted},
		{Title: "SSO", Width: 4, Priority: 5, Cell: orgSSO, Style: func(b2b.Organization) lipgloss.Style { return th.Accent }},
		{Title: "Created", Width: 10, Priority: 6, Style: muted, Cell: func(o b2b.Organization) string { return day(o.CreatedAt) }},
	}
	return append(columns, customColumns(th, env.Columns["organizations"], func(o b2b.Organization) any { return o })...)
}

func orgMFA(o b2b.Organization) string {
	if o.MFAPolicy == b2b.MFAPolicyRequiredForAll {
		return "required"
	}
	return "optional"
}

// orgMethods says how members may sign in: all ways, or how many.
func orgMethods(o b2b.Organization) string {
	if o.AuthMethods != b2b.AuthMethodsRestricted {
		return "all"
	}
	if len(o.AllowedAuthMethods) == 1 {
		return methodName(o.AllowedAuthMethods[0])
	}
	return plural(len(o.AllowedAuthMethods), "method")
}

func orgSSO(o b2b.Organization) string {
	if n := len(o.SSOActiveConnections); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// orgOrders are the columns that organizations can be sorted by.
func orgOrders(count func(id string) (int, bool)) []order[b2b.Organization] {
	members := func(o b2b.Organization) int { n, _ := count(o.OrganizationID); return n }
	return []order[b2b.Organization]{
		{column: "Name", text: func(o b2b.Organization) string { return o.OrganizationName }},
		{column: "Slug", text: func(o b2b.Organization) string { return o.OrganizationSlug }},
		{column: "Members", compare: func(a, b b2b.Organization) int { return cmp.Compare(members(a), members(b)) }},
		{column: "MFA", compare: func(a, b b2b.Organization) int { return cmp.Compare(b.MFAPolicy, a.MFAPolicy) }},
		{column: "SSO", compare: func(a, b b2b.Organization) int {
			return cmp.Compare(len(a.SSOActiveConnections), len(b.SSOActiveConnections))
		}},
		{column: "Created", compare: func(a, b b2b.Organization) int { return compareTime(a.CreatedAt, b.CreatedAt) }},
	}
}

func compareTime(a, b *time.Time) int {
	if a == nil || b == nil {
		return cmp.Compare(btoi(a != nil), btoi(b != nil))
	}
	return a.Compare(*b)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
