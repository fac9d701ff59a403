package views

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// memberRow is a member as a list shows it, with the organization it is in.
type memberRow struct {
	b2b.Member
	org b2b.Organization
}

func memberRowID(r memberRow) string { return r.MemberID }

// memberColumns are the columns of the member lists; across says that the list
// holds more than one organization.
func memberColumns(env *Env, across bool) []ui.Column[memberRow] {
	th := env.Theme
	muted := func(memberRow) lipgloss.Style { return th.Muted }
	columns := []ui.Column[memberRow]{
		{Title: "Name", MinWidth: 20, Priority: 1, Cell: func(r memberRow) string { return r.Name }},
		{Title: "E-mail", MinWidth: 35, Cell: func(r memberRow) string { return r.EmailAddress }},
		{Title: "Organization", MinWidth: 14, Priority: 2, Cell: func(r memberRow) string { return r.org.OrganizationName }},
		{Title: "Status", Width: 8, Priority: 1, Cell: memberStatus, Style: statusStyle(th)},
		{Title: "MFA", Width: 11, Priority: 1, Cell: func(r memberRow) string { return memberMFA(r.Member) }, Style: mfaStyle(th)},
		{Title: "Roles", MinWidth: 12, Priority: 4, Cell: func(r memberRow) string { return orDash(memberRoles(r.Member)) }, Style: muted},
		{Title: "Flags", Width: 11, Priority: 5, Cell: func(r memberRow) string { return memberFlags(r.Member) }, Style: flagsStyle(th)},
		{Title: "Created", Width: 10, Priority: 6, Cell: func(r memberRow) string { return day(r.CreatedAt) }, Style: muted},
	}
	if !across {
		columns = slices.DeleteFunc(columns, func(c ui.Column[memberRow]) bool { return c.Title == "Organization" })
	}
	return append(columns, customColumns(th, env.Columns["members"], func(r memberRow) any { return r.Member })...)
}

func memberStatus(r memberRow) string { return r.Status }

func statusStyle(th *theme.Theme) func(memberRow) lipgloss.Style {
	return func(r memberRow) lipgloss.Style {
		switch r.Status {
		case b2b.MemberStatusActive:
			return th.Success
		case b2b.MemberStatusInvited, b2b.MemberStatusPending:
			return th.Warning
		}
		return th.Faint
	}
}

// memberMFA says which second factors a member has; ✓ when one is asked for at
// each sign-in, ! when there is none to ask for yet, or an administrator has none.
func memberMFA(m b2b.Member) string {
	what := secondFactors(m)
	switch {
	case m.MFAEnrolled && what == "":
		return "! no factor"
	case m.MFAEnrolled:
		return "✓ " + what
	case what == "" && m.IsAdmin && m.Status == b2b.MemberStatusActive:
		return "! none"
	}
	return orDash(what)
}

// secondFactors are those that a member can be asked for; "" for none.
func secondFactors(m b2b.Member) string {
	var factors []string
	if m.TOTPRegistrationID != "" {
		factors = append(factors, "app")
	}
	if m.MFAPhoneNumber != "" && m.MFAPhoneNumberVerified { // else no code can be asked for yet
		factors = append(factors, "sms")
	}
	return strings.Join(factors, "+")
}

// compareMFA puts those first who are asked for a second factor, then those who have
// one.
func compareMFA(a, b memberRow) int {
	asked := func(m memberRow) int {
		if m.MFAEnrolled {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(asked(a), asked(b)), -cmp.Compare(secondFactors(a.Member), secondFactors(b.Member)))
}

func mfaStyle(th *theme.Theme) func(memberRow) lipgloss.Style {
	return func(r memberRow) lipgloss.Style {
		switch {
		case strings.HasPrefix(memberMFA(r.Member), "!"):
			return th.Warning
		case r.MFAEnrolled:
			return th.Success
		}
		return th.Muted
	}
}

// memberRoles lists the roles that say something: everybody has stytch_member. ""
// for none.
func memberRoles(m b2b.Member) string {
	var roles []string
	for _, r := range m.Roles {
		if r.RoleID != b2b.RoleMember {
			roles = append(roles, strings.TrimPrefix(r.RoleID, "stytch_"))
		}
	}
	return strings.Join(roles, ", ")
}

// memberFlags are the words for what is unusual about a member.
func memberFlags(m b2b.Member) string {
	var flags []string
	if m.IsLocked {
		flags = append(flags, "locked")
	}
	if m.IsBreakglass {
		flags = append(flags, "break-glass")
	}
	if len(m.SSORegistrations) > 0 {
		flags = append(flags, "SSO")
	}
	if m.SCIMRegistration != nil {
		flags = append(flags, "SCIM")
	}
	return strings.Join(flags, " ")
}

func flagsStyle(th *theme.Theme) func(memberRow) lipgloss.Style {
	return func(r memberRow) lipgloss.Style {
		switch {
		case r.IsLocked:
			return th.Danger
		case r.IsBreakglass:
			return th.Warning
		}
		return th.Accent
	}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// memberListName names the list in what is remembered: across organizations it
// has other columns.
func memberListName(across bool) string {
	if across {
		return "all members"
	}
	return "members"
}

// memberOrders are the columns that members can be sorted by.
func memberOrders(across bool) []order[memberRow] {
	orders := []order[memberRow]{
		{column: "Name", text: func(r memberRow) string { return r.Name }},
		{column: "E-mail", text: func(r memberRow) string { return r.EmailAddress }},
		{column: "Status", text: memberStatus},
		{column: "MFA", compare: compareMFA},
		{column: "Roles", text: func(r memberRow) string { return memberRoles(r.Member) }},
		{column: "Created", compare: func(a, b memberRow) int { return compareTime(a.CreatedAt, b.CreatedAt) }},
	}
	if across {
		orders = append(orders, order[memberRow]{column: "Organization", text: func(r memberRow) string { return r.org.OrganizationName }})
	}
	return orders
}
