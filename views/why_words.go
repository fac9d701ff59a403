package views

import (
	"encoding/json"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// shortVerdict is an answer in a few words.
func shortVerdict(v api.Verdict) string {
	switch {
	case v.Yes():
		return "✓ yes, by " + rolesNamed(v.By)
	case len(v.OnItself) > 0:
		return "◐ only to themselves, by " + rolesNamed(v.OnItself)
	}
	return "✗ no"
}

func rolesNamed(roles []b2b.MemberRole) string {
	ids := make([]string, len(roles))
	for i, r := range roles {
		ids[i] = r.RoleID
	}
	return roleList(ids)
}

// roleList names roles in a sentence.
func roleList(ids []string) string {
	if len(ids) == 0 {
		return "no role"
	}
	return strings.Join(ids, ", ")
}

// sourceLines say where a role of a member of org comes from, a source a line.
func sourceLines(org b2b.Organization, held b2b.MemberRole) []string {
	if held.RoleID == b2b.RoleMember {
		return []string{"everybody has it"}
	}
	var lines []string
	for _, s := range held.Sources {
		lines = append(lines, sourceWords(org, s))
	}
	if len(lines) == 0 {
		return []string{"the API does not say from where"}
	}
	return lines
}

// sourceWords say where a role comes from, with what it hangs on.
func sourceWords(org b2b.Organization, s b2b.MemberRoleSource) string {
	connection := connectionName(org, detailOf(s, "connection_id"))
	group := detailOf(s, "group") + detailOf(s, "group_id")
	switch s.Type {
	case b2b.MemberRoleSourceTypeDirectAssignment:
		return "given to the member directly"
	case b2b.MemberRoleSourceTypeEmailAssignment:
		return "by the e-mail domain " + detailOf(s, "email_domain")
	case b2b.MemberRoleSourceTypeSSOConnection:
		return "by the SSO connection " + connection
	case b2b.MemberRoleSourceTypeSSOConnectionGroup:
		return "by the group " + group + " of the SSO connection " + connection
	case b2b.MemberRoleSourceTypeSCIMConnectionGroup:
		return "by the group " + group + " of the SCIM connection " + connection
	}
	return s.Type
}

// detailOf is one of the details of a source; "" when it has none of that name.
func detailOf(s b2b.MemberRoleSource, name string) string {
	var text string
	if json.Unmarshal(s.Details[name], &text) != nil {
		return ""
	}
	return text
}

// connectionName is a connection of org by its name, as far as it has one.
func connectionName(org b2b.Organization, id string) string {
	for _, c := range org.SSOActiveConnections {
		if c.ConnectionID == id && c.DisplayName != "" {
			return c.DisplayName + " (" + id + ")"
		}
	}
	if c := org.SCIMActiveConnection; c != nil && c.ConnectionID == id && c.DisplayName != "" {
		return c.DisplayName + " (" + id + ")"
	}
	return id
}
