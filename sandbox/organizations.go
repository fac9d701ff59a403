package sandbox

import (
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

func organizationRoutes() []route {
	return []route{
		handle(&b2b.OrganizationsCreate, (*Server).createOrganization),
		handle(&b2b.OrganizationsGet, (*Server).getOrganization),
		handle(&b2b.OrganizationsSearch, (*Server).searchOrganizations),
		handle(&b2b.OrganizationsUpdate, (*Server).updateOrganization),
		handle(&b2b.OrganizationsDelete, (*Server).deleteOrganization),
		handle(&b2b.OrganizationsDeleteExternalID, (*Server).deleteOrganizationExternalID),
		handle(&b2b.OrganizationsMetrics, (*Server).organizationMetrics),
		handle(&b2b.OrganizationsConnectedApps, (*Server).organizationConnectedApps),
		handle(&b2b.OrganizationsGetConnectedApp, (*Server).organizationConnectedApp),
	}
}

// createOrganization takes the fields of an update: those that only an update
// knows are not in its endpoint's table and so never arrive.
func (s *Server) createOrganization(req *request[b2b.UpdateOrganization]) (*b2b.CreateOrganizationResponse, error) {
	org, err := s.newOrganization(req.call, req.Body)
	if err != nil {
		return nil, err
	}
	return &b2b.CreateOrganizationResponse{Organization: org.Organization}, nil
}

// newOrganization makes an organization with the contract's defaults where the
// request does not say.
func (s *Server) newOrganization(c *call, to b2b.UpdateOrganization) (*store.Organization, error) {
	org := &store.Organization{Organization: b2b.Organization{
		OrganizationID:                     newID("organization"),
		SSOJITProvisioning:                 b2b.SSOJITProvisioningAllAllowed,
		EmailJITProvisioning:               b2b.EmailJITProvisioningNotAllowed,
		EmailInvites:                       defaultInvites(c.sent),
		AuthMethods:                        b2b.AuthMethodsAllAllowed,
		MFAPolicy:                          b2b.MFAPolicyOptional,
		MFAMethods:                         b2b.MFAMethodsAllAllowed,
		OAuthTenantJITProvisioning:         b2b.OAuthTenantJITProvisioningNotAllowed,
		FirstPartyConnectedAppsAllowedType: b2b.FirstPartyConnectedAppsAllowedTypeAllAllowed,
		ThirdPartyConnectedAppsAllowedType: b2b.ThirdPartyConnectedAppsAllowedTypeAllAllowed,
		CreatedAt:                          &c.now,
	}}
	if err := s.applySettings(c, org, to); err != nil {
		return nil, err
	}
	if org.OrganizationSlug == "" {
		slug, err := freeSlug(c.tx, org.OrganizationName)
		if err != nil {
			return nil, err
		}
		org.OrganizationSlug = slug
	}
	return org, c.tx.InsertOrganization(org)
}

// defaultInvites is email_invites of an organization that is made without it:
// open, unless the call says something else about how members get in.
func defaultInvites(sent fields) string {
	if sent.any("sso_jit_provisioning", "email_allowed_domains", "email_jit_provisioning", "auth_methods",
		"allowed_auth_methods", "oauth_tenant_jit_provisioning", "allowed_oauth_tenants") {
		return b2b.EmailInvitesNotAllowed
	}
	return b2b.EmailInvitesAllAllowed
}

func (s *Server) updateOrganization(req *request[b2b.UpdateOrganization]) (*b2b.UpdateOrganizationResponse, error) {
	if err := s.applySettings(req.call, req.org, req.Body); err != nil {
		return nil, err
	}
	if err := req.tx.UpdateOrganization(req.org); err != nil {
		return nil, err
	}
	return &b2b.UpdateOrganizationResponse{Organization: req.org.Organization}, nil
}

// applySettings puts the fields that were sent into org, and checks that the
// whole still goes together.
func (s *Server) applySettings(c *call, org *store.Organization, to b2b.UpdateOrganization) (err error) {
	org.UpdatedAt = &c.now
	set(&org.OrganizationName, to.OrganizationName)
	set(&org.OrganizationSlug, to.OrganizationSlug)
	set(&org.OrganizationLogoURL, to.OrganizationLogoURL)
	if to.OrganizationExternalID != nil {
		org.OrganizationExternalID = to.OrganizationExternalID
	}
	if org.TrustedMetadata, err = c.mergeMetadata("trusted_metadata", org.TrustedMetadata, to.TrustedMetadata); err != nil {
		return err
	}
	applyProvisioning(org, to)
	applyMethods(org, to)
	return s.checkOrganization(c.tx, org)
}

// applyProvisioning puts in how members get in.
func applyProvisioning(org *store.Organization, to b2b.UpdateOrganization) {
	if id := to.SSODefaultConnectionID; id != nil {
		org.SSODefaultConnectionID = id
		if *id == "" {
			org.SSODefaultConnectionID = nil
		}
	}
	set(&org.SSOJITProvisioning, to.SSOJITProvisioning)
	setList(&org.SSOJITProvisioningAllowedConnections, to.SSOJITProvisioningAllowedConnections)
	setList(&org.EmailAllowedDomains, lowered(to.EmailAllowedDomains))
	set(&org.EmailJITProvisioning, to.EmailJITProvisioning)
	set(&org.EmailInvites, to.EmailInvites)
	set(&org.OAuthTenantJITProvisioning, to.OAuthTenantJITProvisioning)
	if to.AllowedOAuthTenants != nil {
		org.AllowedOAuthTenants = to.AllowedOAuthTenants
	}
	setList(&org.ClaimedEmailDomains, lowered(to.ClaimedEmailDomains))
}

// applyMethods puts in what members may sign in with, and what they then may do.
func applyMethods(org *store.Organization, to b2b.UpdateOrganization) {
	set(&org.AuthMethods, to.AuthMethods)
	setList(&org.AllowedAuthMethods, to.AllowedAuthMethods)
	set(&org.MFAPolicy, to.MFAPolicy)
	set(&org.MFAMethods, to.MFAMethods)
	setList(&org.AllowedMFAMethods, to.AllowedMFAMethods)
	for i := range to.RBACEmailImplicitRoleAssignments {
		a := &to.RBACEmailImplicitRoleAssignments[i]
		a.Domain = strings.ToLower(a.Domain)
	}
	setList(&org.RBACEmailImplicitRoleAssignments, to.RBACEmailImplicitRoleAssignments)
	set(&org.FirstPartyConnectedAppsAllowedType, to.FirstPartyConnectedAppsAllowedType)
	setList(&org.AllowedFirstPartyConnectedApps, to.AllowedFirstPartyConnectedApps)
	set(&org.ThirdPartyConnectedAppsAllowedType, to.ThirdPartyConnectedAppsAllowedType)
	setList(&org.AllowedThirdPartyConnectedApps, to.AllowedThirdPartyConnectedApps)
}

// checkOrganization checks the rules that need more than one field, or more than
// one organization.
func (s *Server) checkOrganization(tx *store.Tx, org *store.Organization) error {
	if kind, field := b2b.CheckOrganizationSettings(org.Organization); kind != "" {
		known, _ := b2b.LookupError(kind)
		return refuse(kind, "%s: %s", field, known.When)
	}
	roles, err := s.roles(tx, org)
	if err != nil {
		return err
	}
	for _, a := range org.RBACEmailImplicitRoleAssignments {
		known := slices.ContainsFunc(roles, func(r b2b.PolicyRole) bool { return r.RoleID == a.RoleID })
		if !known || a.RoleID == b2b.RoleMember {
			return refuse(b2b.ErrInvalidRBACRoleAssignment, "%q cannot be assigned to %s", a.RoleID, a.Domain)
		}
	}
	taken, err := tx.IsSlugTaken(org.OrganizationSlug, org.Seq)
	if taken {
		err = refuse(b2b.ErrOrganizationSlugAlreadyUsed)
	}
	if err != nil || org.OrganizationExternalID == nil {
		return err
	}
	taken, err = tx.IsOrganizationExternalIDTaken(*org.OrganizationExternalID, org.Seq)
	if taken {
		err = refuse(b2b.ErrOrganizationExternalIDAlreadyUsed)
	}
	return err
}

func (s *Server) getOrganization(req *request[none]) (*b2b.GetOrganizationResponse, error) {
	return &b2b.GetOrganizationResponse{Organization: req.org.Organization}, nil
}

// deleteOrganization removes it and its members for good.
func (s *Server) deleteOrganization(req *request[none]) (*b2b.DeleteOrganizationResponse, error) {
	if err := req.tx.DeleteOrganization(req.org.Seq); err != nil {
		return nil, err
	}
	return &b2b.DeleteOrganizationResponse{OrganizationID: req.org.OrganizationID}, nil
}

func (s *Server) deleteOrganizationExternalID(req *request[none]) (*b2b.DeleteOrganizationExternalIDResponse, error) {
	if req.org.OrganizationExternalID != nil {
		req.org.OrganizationExternalID, req.org.UpdatedAt = nil, &req.now
		if err := req.tx.UpdateOrganization(req.org); err != nil {
			return nil, err
		}
	}
	return &b2b.DeleteOrganizationExternalIDResponse{Organization: req.org.Organization}, nil
}

// organizationMetrics counts the members that are not deleted.
func (s *Server) organizationMetrics(req *request[none]) (*b2b.GetOrganizationMetricsResponse, error) {
	return &b2b.GetOrganizationMetricsResponse{MemberCount: req.org.LiveMembers}, nil
}

// set puts a value that was sent in place of the old one.
func set[T any](old, sent *T) {
	if sent != nil {
		*old = *sent
	}
}

// setList replaces a list by one that was sent, empty or not.
func setList[T any](old *[]T, sent []T) {
	if sent != nil {
		*old = sent
	}
}

// lowered returns the texts in lower case; nil stays nil.
func lowered(texts []string) []string {
	if texts == nil {
		return nil
	}
	lower := make([]string, len(texts))
	for i, text := range texts {
		lower[i] = strings.ToLower(strings.TrimSpace(text))
	}
	return lower
}
