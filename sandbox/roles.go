package sandbox

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Types of MemberRoleSource that the sandbox gives.
const (
	sourceDirect = "direct_assignment"
	sourceEmail  = "email_assignment"
)

// shown is m as the API shows it: with the roles that follow from its
// organization, and what they and the time make of it.
func shown(m *store.Member, org *store.Organization, now time.Time) b2b.Member {
	member := m.Member
	member.Roles = allRoles(m, org)
	member.IsAdmin = slices.ContainsFunc(member.Roles, func(r b2b.MemberRole) bool { return r.RoleID == b2b.RoleAdmin })
	member.IsLocked = m.LockExpiresAt != nil && now.Before(*m.LockExpiresAt)
	if !member.IsLocked {
		member.LockCreatedAt, member.LockExpiresAt = nil, nil
	}
	return member
}

// allRoles are the stored roles of m, those of its address's domain, and the one
// that everybody holds, sorted.
func allRoles(m *store.Member, org *store.Organization) []b2b.MemberRole {
	roles := make([]b2b.MemberRole, 0, len(m.Roles)+1)
	for _, role := range m.Roles {
		roles = append(roles, b2b.MemberRole{RoleID: role.RoleID, Sources: slices.Clone(role.Sources)})
	}
	roles = withRole(roles, b2b.RoleMember, b2b.MemberRoleSource{Type: sourceDirect, Details: b2b.Object{}})
	domain := emailDomain(m.EmailAddress)
	for _, a := range org.RBACEmailImplicitRoleAssignments {
		if a.Domain == domain {
			text, _ := json.Marshal(domain) // a string always marshals
			roles = withRole(roles, a.RoleID, b2b.MemberRoleSource{Type: sourceEmail, Details: b2b.Object{"email_domain": text}})
		}
	}
	slices.SortFunc(roles, func(a, b b2b.MemberRole) int { return strings.Compare(a.RoleID, b.RoleID) })
	return roles
}

// withRole adds a source to one of the roles, or the role.
func withRole(roles []b2b.MemberRole, id string, source b2b.MemberRoleSource) []b2b.MemberRole {
	i := slices.IndexFunc(roles, func(r b2b.MemberRole) bool { return r.RoleID == id })
	if i < 0 {
		return append(roles, b2b.MemberRole{RoleID: id, Sources: []b2b.MemberRoleSource{source}})
	}
	roles[i].Sources = append(roles[i].Sources, source)
	return roles
}

// checkRoles checks that roles may be assigned directly in org.
func (s *Server) checkRoles(tx *store.Tx, org *store.Organization, roles []string) error {
	known, err := s.roles(tx, org)
	if err != nil {
		return err
	}
	for _, id := range roles {
		if id == b2b.RoleMember {
			return refuse(b2b.ErrCannotAssignDefaultRBACRoleID)
		}
		if !slices.ContainsFunc(known, func(r b2b.PolicyRole) bool { return r.RoleID == id }) {
			return refuse(b2b.ErrInvalidRole, "there is no role %q", id)
		}
	}
	return nil
}
