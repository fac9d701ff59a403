package sandbox

import (
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Bounds of roles, resources and scopes, in characters. The contract has error
// types for them and no numbers.
const (
	maxPolicyID          = 128
	maxPolicyDescription = 512
)

// reservedPrefix starts the ids that only the default policy may have.
const reservedPrefix = "stytch"

var policyIDShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.:-]*$`)

func rbacRoutes() []route {
	return []route{
		handle(&b2b.RBACPolicy, (*Server).showPolicy),
		handle(&b2b.RBACOrganizationsGetOrgPolicy, (*Server).showOrgPolicy),
		handle(&b2b.RBACOrganizationsSetOrgPolicy, (*Server).setOrgPolicy),
	}
}

func (s *Server) showPolicy(r *request[none]) (*b2b.GetRBACPolicyResponse, error) {
	policy, err := s.policy(r.tx)
	return &b2b.GetRBACPolicyResponse{Policy: &policy}, err
}

func (s *Server) showOrgPolicy(r *request[none]) (*b2b.GetOrganizationRBACOrgPolicyResponse, error) {
	return &b2b.GetOrganizationRBACOrgPolicyResponse{OrgPolicy: b2b.OrgPolicy{Roles: ownRoles(r.org)}}, nil
}

// setOrgPolicy replaces the roles of an organization. Nobody keeps one that goes.
func (s *Server) setOrgPolicy(r *request[b2b.SetOrganizationRBACOrgPolicy]) (*b2b.SetOrganizationRBACOrgPolicyResponse, error) {
	policy, err := s.policy(r.tx)
	if err != nil {
		return nil, err
	}
	roles := r.Body.OrgPolicy.Roles
	if err := checkOwnRoles(roles, policy); err != nil {
		return nil, err
	}
	var gone []string
	for _, old := range r.org.CustomRoles {
		if !hasRole(roles, old.RoleID) {
			gone = append(gone, old.RoleID)
		}
	}
	if err := r.tx.DropRoles(r.org, gone); err != nil {
		return nil, err
	}
	r.org.RBACEmailImplicitRoleAssignments = slices.DeleteFunc(r.org.RBACEmailImplicitRoleAssignments, func(a b2b.EmailImplicitRoleAssignment) bool {
		return slices.Contains(gone, a.RoleID)
	})
	r.org.CustomRoles, r.org.UpdatedAt = customRoles(roles), &r.now
	return &b2b.SetOrganizationRBACOrgPolicyResponse{OrgPolicy: b2b.OrgPolicy{Roles: roles}}, r.tx.UpdateOrganization(r.org)
}

// ownRoles are the roles that an organization has besides the project's.
func ownRoles(org *store.Organization) []b2b.PolicyRole {
	var roles []b2b.PolicyRole
	for _, custom := range org.CustomRoles {
		role := b2b.PolicyRole{RoleID: custom.RoleID, Description: custom.Description}
		for _, p := range custom.Permissions {
			role.Permissions = append(role.Permissions, b2b.PolicyRolePermission(p))
		}
		roles = append(roles, role)
	}
	return roles
}

// customRoles is the inverse of ownRoles.
func customRoles(roles []b2b.PolicyRole) []b2b.CustomRole {
	var custom []b2b.CustomRole
	for _, role := range roles {
		own := b2b.CustomRole{RoleID: role.RoleID, Description: role.Description}
		for _, p := range role.Permissions {
			own.Permissions = append(own.Permissions, b2b.CustomRolePermission(p))
		}
		custom = append(custom, own)
	}
	return custom
}

func hasRole(roles []b2b.PolicyRole, id string) bool {
	return slices.ContainsFunc(roles, func(r b2b.PolicyRole) bool { return r.RoleID == id })
}

// checkOwnRoles checks the roles of an organization against the project's policy.
func checkOwnRoles(roles []b2b.PolicyRole, policy b2b.Policy) error {
	for _, role := range roles {
		if hasRole(policy.Roles, role.RoleID) {
			return refuse(b2b.ErrRBACOrgCustomRolesOnly, "%s is a role of the project", role.RoleID)
		}
	}
	return checkNewRoles(roles, policy.Resources)
}

// checkNewRoles checks roles that somebody adds to those there are.
func checkNewRoles(roles []b2b.PolicyRole, resources []b2b.PolicyResource) error {
	for i, role := range roles {
		if strings.HasPrefix(role.RoleID, reservedPrefix) {
			return refuse(b2b.ErrInvalidRBACCustomRole, "%s: ids that start with %s are reserved", role.RoleID, reservedPrefix)
		}
		if hasRole(roles[:i], role.RoleID) {
			return refuse(b2b.ErrRBACRoleDuplicate, "%s comes twice", role.RoleID)
		}
		if err := checkRole(role, resources); err != nil {
			return err
		}
	}
	return nil
}

func checkRole(role b2b.PolicyRole, resources []b2b.PolicyResource) error {
	switch {
	case utf8.RuneCountInString(role.RoleID) > maxPolicyID:
		return refuse(b2b.ErrRBACRoleIDTooLong, "role_id: at most %d characters", maxPolicyID)
	case !policyIDShape.MatchString(role.RoleID):
		return refuse(b2b.ErrInvalidRBACRoleID, "role_id %q: letters, digits, and _ . : - after the first", role.RoleID)
	case utf8.RuneCountInString(role.Description) > maxPolicyDescription:
		return refuse(b2b.ErrRBACDescriptionTooLong, "description of %s: at most %d characters", role.RoleID, maxPolicyDescription)
	case len(role.Permissions) == 0:
		return refuse(b2b.ErrRBACRoleMissingPermissions, "%s grants nothing", role.RoleID)
	}
	for _, p := range role.Permissions {
		if err := checkPermission(p.ResourceID, p.Actions, resources); err != nil {
			return err
		}
	}
	return nil
}

// checkPermission checks that a permission grants actions that there are.
func checkPermission(resource string, actions []string, resources []b2b.PolicyResource) error {
	i := slices.IndexFunc(resources, func(r b2b.PolicyResource) bool { return r.ResourceID == resource })
	switch {
	case i < 0:
		return refuse(b2b.ErrInvalidPermissionResource, "there is no resource %q", resource)
	case len(actions) == 0:
		return refuse(b2b.ErrRBACPermissionMissingActions, "no action on %s", resource)
	case slices.Contains(actions, everything) && len(actions) > 1:
		return refuse(b2b.ErrCannotSpecifyWildcardWithOtherActions, "%s: * stands alone", resource)
	}
	for _, action := range actions {
		if action != everything && !slices.Contains(resources[i].Actions, action) {
			return refuse(b2b.ErrInvalidPermissionAction, "%s has no action %q", resource, action)
		}
	}
	return nil
}

// policyAnswer is the answer of PUT /sandbox/v1/rbac_policy.
type policyAnswer struct {
	Policy     b2b.Policy `json:"policy"`
	RequestID  string     `json:"request_id"`
	StatusCode int        `json:"status_code"`
}

// setPolicy replaces the custom resources, actions, roles and scopes of the
// project. A default role among them is given more permissions.
func (s *Server) setPolicy(w http.ResponseWriter, r *http.Request) {
	answer := &policyAnswer{}
	sent, err := readBody(r)
	var custom b2b.Policy
	if err == nil {
		custom, err = readPolicy(sent)
	}
	if err == nil {
		err = s.store.Write(r.Context(), func(tx *store.Tx) error {
			if err := tx.SetSetting(policySetting, encode(custom)); err != nil {
				return err
			}
			answer.Policy, err = s.policy(tx)
			return err
		})
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	seal(answer, requestID(r))
	writeJSON(w, http.StatusOK, answer)
}

// readPolicy reads the custom part of a policy, bare or as the member "policy".
func readPolicy(sent fields) (b2b.Policy, error) {
	var policy b2b.Policy
	text := sent["policy"]
	if text == nil {
		text, _ = json.Marshal(sent) // it was JSON when it came
	}
	if json.Unmarshal(text, &policy) != nil {
		return policy, refuse(b2b.ErrBadRequest, "send lists of roles, resources and scopes")
	}
	if err := checkResources(policy.Resources); err != nil {
		return policy, err
	}
	return policy, checkCustomPolicy(policy)
}

func checkCustomPolicy(policy b2b.Policy) error {
	preset := b2b.DefaultPolicy()
	resources := slices.Concat(preset.Resources, policy.Resources)
	var added []b2b.PolicyRole
	for _, role := range policy.Roles {
		if !hasRole(preset.Roles, role.RoleID) {
			added = append(added, role)
			continue
		}
		if err := checkRole(role, resources); err != nil {
			return err
		}
	}
	if err := checkNewRoles(added, resources); err != nil {
		return err
	}
	for _, scope := range policy.Scopes {
		if scope.Scope == "" || strings.ContainsAny(scope.Scope, " \"\\") {
			return refuse(b2b.ErrInvalidRBACScope, "scope %q: a word", scope.Scope)
		}
		for _, p := range scope.Permissions {
			if err := checkPermission(p.ResourceID, p.Actions, resources); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkResources checks custom resources: none may hide a default one.
func checkResources(resources []b2b.PolicyResource) error {
	for i, r := range resources {
		same := func(other b2b.PolicyResource) bool { return other.ResourceID == r.ResourceID }
		switch {
		case strings.HasPrefix(r.ResourceID, reservedPrefix), len(r.ResourceID) > maxPolicyID, !policyIDShape.MatchString(r.ResourceID), slices.ContainsFunc(resources[:i], same):
			return refuse(b2b.ErrInvalidPermissionResource, "resource_id %q: once, without %s, at most %d letters, digits and _ . : -", r.ResourceID, reservedPrefix, maxPolicyID)
		case utf8.RuneCountInString(r.Description) > maxPolicyDescription:
			return refuse(b2b.ErrRBACDescriptionTooLong, "description of %s: at most %d characters", r.ResourceID, maxPolicyDescription)
		case len(r.Actions) == 0 || slices.ContainsFunc(r.Actions, func(a string) bool { return !policyIDShape.MatchString(a) }):
			return refuse(b2b.ErrInvalidPermissionAction, "%s: needs actions of letters, digits and _ . : -", r.ResourceID)
		}
	}
	return nil
}
