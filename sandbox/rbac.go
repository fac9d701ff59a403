package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// everything is the action that stands for all actions of a resource.
const everything = "*"

// policySetting is where the project's own RBAC policy is kept.
const policySetting = "rbac_policy"

// policy returns the project's RBAC policy: the stored one, else the default.
func (s *Server) policy(tx *store.Tx) (b2b.Policy, error) {
	policy := b2b.DefaultPolicy()
	text, err := tx.Setting(policySetting)
	if err != nil || text == "" {
		return policy, err
	}
	var custom b2b.Policy
	if err := json.Unmarshal([]byte(text), &custom); err != nil {
		return policy, fmt.Errorf("read RBAC policy: %w", err)
	}
	for _, role := range custom.Roles {
		policy.Roles = withPermissions(policy.Roles, role)
	}
	policy.Resources = append(policy.Resources, custom.Resources...)
	policy.Scopes = append(policy.Scopes, custom.Scopes...)
	return policy, nil
}

// withPermissions adds a role, or its permissions to the one of its name.
func withPermissions(roles []b2b.PolicyRole, role b2b.PolicyRole) []b2b.PolicyRole {
	i := slices.IndexFunc(roles, func(r b2b.PolicyRole) bool { return r.RoleID == role.RoleID })
	if i < 0 {
		return append(roles, role)
	}
	roles[i].Permissions = append(roles[i].Permissions, role.Permissions...)
	return roles
}

// roles returns the roles of the project and of org, whose own come on top.
func (s *Server) roles(tx *store.Tx, org *store.Organization) ([]b2b.PolicyRole, error) {
	policy, err := s.policy(tx)
	if err != nil {
		return nil, err
	}
	if org == nil {
		return policy.Roles, nil
	}
	return slices.Concat(policy.Roles, ownRoles(org)), nil
}

// rolesFor returns the roles that count for a request under a session: those of
// the session's organization, even where the path names none.
func (s *Server) rolesFor(c *call) ([]b2b.PolicyRole, error) {
	if c.org != nil {
		return s.roles(c.tx, c.org)
	}
	own, err := c.tx.OrganizationBySeq(c.session.member.OrganizationSeq)
	if err != nil {
		return nil, err
	}
	return s.roles(c.tx, own)
}

// granting returns those of the held roles that allow an action on a resource.
func granting(roles []b2b.PolicyRole, held []string, resource, action string) []string {
	var granted []string
	for _, role := range roles {
		if !slices.Contains(held, role.RoleID) {
			continue
		}
		for _, p := range role.Permissions {
			if p.ResourceID == resource && (slices.Contains(p.Actions, action) || slices.Contains(p.Actions, everything)) {
				granted = append(granted, role.RoleID)
				break
			}
		}
	}
	return granted
}

// authorize checks that the session a request acts under, if any, may do what is
// asked. It is the only such check: without a session the project may do all.
func (s *Server) authorize(c *call) error {
	if c.session == nil {
		return nil
	}
	roles, err := s.rolesFor(c)
	if err != nil {
		return err
	}
	may := func(resource, action string) bool {
		return len(granting(roles, c.session.Roles, resource, action)) > 0
	}
	if c.endpoint.RBAC.Action == b2b.PerField {
		return c.authorizeFields(may)
	}
	p := c.endpoint.RBAC
	if p.Action == "" {
		return c.requireAdmin()
	}
	if may(p.Resource, p.Action) || p.SelfResource != "" && c.isSelf() && may(p.SelfResource, p.Action) {
		return nil
	}
	return forbidden(p.Resource, p.Action)
}

// authorizeFields checks every field that was sent by its own rule.
func (c *call) authorizeFields(may func(resource, action string) bool) error {
	for _, f := range c.endpoint.Request {
		if !c.sent.has(f.Name) {
			continue
		}
		if f.ForbiddenWithSession {
			return refuse(b2b.ErrCannotUpdateTrustedMetadata)
		}
		if f.Name == "email_address" && c.isSelf() {
			return refuse(b2b.ErrMemberCannotUpdateTheirEmailAddress)
		}
		if f.RBACAction == "" {
			if err := c.requireAdmin(); err != nil {
				return err
			}
			continue
		}
		resource, action, _ := strings.Cut(f.RBACAction, ":")
		own, ownAction, hasOwn := strings.Cut(f.RBACSelfAction, ":")
		if may(resource, action) || hasOwn && c.isSelf() && may(own, ownAction) {
			continue
		}
		return forbidden(resource, action)
	}
	return nil
}

// isSelf reports whether the session's member is the one acted on.
func (c *call) isSelf() bool {
	return c.session != nil && c.member != nil && c.session.member.Seq == c.member.Seq
}

// requireAdmin is the rule where the contract knows no action.
func (c *call) requireAdmin() error {
	if slices.Contains(c.session.Roles, b2b.RoleAdmin) {
		return nil
	}
	return refuse(b2b.ErrSessionAuthorizationError, "only %s may do this", b2b.RoleAdmin)
}

func forbidden(resource, action string) error {
	return refuse(b2b.ErrSessionAuthorizationError, "the session's roles do not grant %s on %s", action, resource)
}
