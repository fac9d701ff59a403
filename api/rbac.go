package api

import (
	"context"
	"fmt"

	"example.com/orgdeck/api/b2b"
)

// RBACService shows what roles may do, and gives organizations roles of their own.
type RBACService service

// Policy returns the project's resources, actions and roles:
// GET /v1/b2b/rbac/policy.
func (s *RBACService) Policy(ctx context.Context) (b2b.Policy, error) {
	r, err := call[b2b.GetRBACPolicyResponse](ctx, s.client, b2b.RBACPolicy, nil)
	if err != nil || r.Policy == nil {
		return b2b.Policy{}, err
	}
	return *r.Policy, nil
}

// OrganizationPolicy returns the roles that an organization has besides the
// project's: GET /v1/b2b/rbac/organizations/{organization_id}.
func (s *RBACService) OrganizationPolicy(ctx context.Context, organizationID string) (b2b.OrgPolicy, error) {
	r, err := call[b2b.GetOrganizationRBACOrgPolicyResponse](ctx, s.client, b2b.RBACOrganizationsGetOrgPolicy, nil, organizationID)
	if err != nil {
		return b2b.OrgPolicy{}, err
	}
	return r.OrgPolicy, nil
}

// SetOrganizationPolicy replaces the roles that organization has besides the
// project's: PUT /v1/b2b/rbac/organizations/{organization_id}. The members lose
// the roles that go. before is the policy as it was, for the way back.
func (s *RBACService) SetOrganizationPolicy(organization b2b.Organization, before, to b2b.OrgPolicy) Change[b2b.OrgPolicy] {
	return write(s.client, b2b.RBACOrganizationsSetOrgPolicy, []string{organization.OrganizationID}, b2b.SetOrganizationRBACOrgPolicy{OrgPolicy: to},
		func(r *b2b.SetOrganizationRBACOrgPolicyResponse) b2b.OrgPolicy { return r.OrgPolicy }).
		saying(fmt.Sprintf("Give %s %s of its own", organization.OrganizationName, countOfRoles(len(to.Roles))), Confirm).
		undoneBy(func(after b2b.OrgPolicy) Undoer { return s.SetOrganizationPolicy(organization, after, before) })
}

func countOfRoles(n int) string {
	if n == 1 {
		return "1 role"
	}
	return fmt.Sprintf("%d roles", n)
}
