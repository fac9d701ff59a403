package api

import (
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// Everything is the action that stands for all actions of a resource, those to
// come included.
const Everything = "*"

// Permission is the right to one action on one resource. The zero Permission is
// one that the contract does not name.
type Permission struct{ Resource, Action string }

// String is the permission as the contract writes it: "stytch.member:delete".
func (p Permission) String() string {
	if p.Resource == "" {
		return ""
	}
	return p.Resource + ":" + p.Action
}

func permission(text string) Permission {
	resource, action, _ := strings.Cut(text, ":")
	return Permission{resource, action}
}

// Granting returns those of the held roles that grant p, in the order of roles:
// those of the project and, where it counts, of an organization. A role that is
// held but not among roles grants nothing.
func Granting(roles []b2b.PolicyRole, held []string, p Permission) []string {
	var granting []string
	for _, role := range roles {
		if slices.Contains(held, role.RoleID) && Grants(role, p) {
			granting = append(granting, role.RoleID)
		}
	}
	return granting
}

// Grants reports whether a role grants p.
func Grants(role b2b.PolicyRole, p Permission) bool {
	return slices.ContainsFunc(role.Permissions, func(g b2b.PolicyRolePermission) bool {
		return g.ResourceID == p.Resource && (slices.Contains(g.Actions, p.Action) || slices.Contains(g.Actions, Everything))
	})
}

// Need is what a member needs for a call, or to send one field of it.
type Need struct {
	Field      string     // "" for the call as a whole
	Permission Permission // zero where the contract names none: then it takes an administrator
	Own        Permission // is enough on oneself; zero for none
	Never      bool       // no role is enough: the field is the project's
}

// String says what is needed: "stytch.member:update.info.name".
func (n Need) String() string {
	switch {
	case n.Never:
		return "the project itself"
	case n.Permission == Permission{}:
		return "the role " + b2b.RoleAdmin
	}
	return n.Permission.String()
}

// Needs returns what a member needs to call e with those fields in its body; nil
// where e cannot be called as a member at all.
func Needs(e b2b.Endpoint, fields []string) []Need {
	switch {
	case !e.SessionHeaders:
		return nil
	case e.RBAC.Action != b2b.PerField:
		n := Need{}
		if e.RBAC.Action != "" {
			n.Permission = Permission{e.RBAC.Resource, e.RBAC.Action}
		}
		if e.RBAC.SelfResource != "" {
			n.Own = Permission{e.RBAC.SelfResource, e.RBAC.Action}
		}
		return []Need{n}
	}
	var needs []Need
	for _, f := range e.Request {
		if slices.Contains(fields, f.Name) {
			needs = append(needs, Need{Field: f.Name, Permission: permission(f.RBACAction), Own: permission(f.RBACSelfAction), Never: f.ForbiddenWithSession})
		}
	}
	return needs
}

// met reports whether who holds those roles has what is needed; self says that
// it is about the member itself.
func (n Need) met(roles []b2b.PolicyRole, held []string, self bool) bool {
	switch {
	case n.Never:
		return false
	case n.Permission == Permission{}:
		return slices.Contains(held, b2b.RoleAdmin)
	}
	return len(Granting(roles, held, n.Permission)) > 0 || self && len(Granting(roles, held, n.Own)) > 0
}

// Verdict says whether a member may do something, and why.
type Verdict struct {
	Permission Permission
	By         []b2b.MemberRole // the roles of the member that grant it, with their sources; none: it may not
	OnItself   []b2b.MemberRole // those that grant it on the member itself only; none when By says all
	Would      []string         // the roles that would grant it
}

// Yes reports whether the member may do it, to everybody.
func (v Verdict) Yes() bool { return len(v.By) > 0 }

// Judge says whether m may do p, given the roles that count: those of the project
// and of its organization. It asks nobody. The server may know better for one
// session, whose roles by SSO can be others than the member's.
func Judge(roles []b2b.PolicyRole, m b2b.Member, p Permission) Verdict {
	v := Verdict{Permission: p, By: granted(roles, m, p)}
	if !v.Yes() && p.Resource == b2b.ResourceMember {
		v.OnItself = granted(roles, m, Permission{b2b.ResourceSelf, p.Action})
	}
	for _, role := range roles {
		if Grants(role, p) {
			v.Would = append(v.Would, role.RoleID)
		}
	}
	return v
}

// granted are the roles of m that grant p.
func granted(roles []b2b.PolicyRole, m b2b.Member, p Permission) []b2b.MemberRole {
	var by []b2b.MemberRole
	for _, held := range m.Roles {
		if len(Granting(roles, []string{held.RoleID}, p)) > 0 {
			by = append(by, held)
		}
	}
	return by
}
