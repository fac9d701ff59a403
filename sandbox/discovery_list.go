package sandbox

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// listDiscovered says which organizations somebody can go on to. It uses nothing
// up.
func (s *Server) listDiscovered(r *request[b2b.ListDiscoveredOrganizations]) (*b2b.ListDiscoveredOrganizationsResponse, error) {
	who, session, err := s.seeker(r.call, credentials{intermediate: r.Body.IntermediateSessionToken, token: r.Body.SessionToken, jwt: r.Body.SessionJWT})
	if err != nil {
		return nil, err
	}
	found, err := r.discover(who, session)
	if err != nil {
		return nil, err
	}
	answer := &b2b.ListDiscoveredOrganizationsResponse{EmailAddress: who.Email, DiscoveredOrganizations: found}
	if session == nil && who.Organization != 0 {
		born, err := r.tx.OrganizationBySeq(who.Organization)
		if err != nil {
			return nil, err
		}
		answer.OrganizationIDHint = &born.OrganizationID
	}
	return answer, nil
}

// seeker is who looks for organizations: the holder of an intermediate session, or
// of a session, which is then as good as one born in its organization.
func (s *Server) seeker(c *call, with credentials) (*store.IntermediateSession, *store.Session, error) {
	if token := reveal(with.intermediate); token != "" {
		who, err := c.findIntermediate(token)
		return who, nil, err
	}
	session, err := s.sessionOf(c, with)
	if err != nil {
		return nil, nil, err
	}
	if err := c.actOn(session.Member, b2b.ErrSessionNotFound); err != nil {
		return nil, nil, err
	}
	return &store.IntermediateSession{
		Organization: c.org.Seq, Member: c.member.Seq, Email: c.member.EmailAddress, EmailVerified: c.member.EmailAddressVerified,
		Factors: session.Factors,
	}, session, nil
}

// heldIn is what an intermediate session is worth in an organization: all of it
// where it was born or nowhere, else what travels.
func heldIn(who *store.IntermediateSession, org *store.Organization, m *store.Member) *holding {
	held := &holding{intermediate: who, factors: who.Factors, emailProven: provesEmail(who, m)}
	if who.Organization != 0 && who.Organization != org.Seq {
		held.factors = travelling(who.Factors)
	}
	return held
}

// discover lists the organizations of an address: those that have it as a member,
// and, without a session, those that it may join.
func (c *call) discover(who *store.IntermediateSession, session *store.Session) ([]b2b.DiscoveredOrganization, error) {
	members, err := c.tx.MembersByEmail(who.Email)
	if err != nil {
		return nil, err
	}
	var found []b2b.DiscoveredOrganization
	known := map[int64]bool{}
	for _, m := range members {
		org, err := c.tx.OrganizationBySeq(m.OrganizationSeq)
		if err != nil {
			return nil, err
		}
		known[org.Seq] = true
		held := heldIn(who, org, m)
		if session != nil && session.Member == m.Seq {
			held.session = session
		}
		member := shown(m, org, c.now)
		found = append(found, discovered(org, m, held, b2b.Membership{Type: m.Status + "_member", Details: nil, Member: &member}))
	}
	if session != nil {
		return found, nil
	}
	eligible, err := c.eligible(who, known)
	return append(found, eligible...), err
}

// discovered is one organization, and what somebody lacks to enter; m is nil for
// who would be new.
func discovered(org *store.Organization, m *store.Member, held *holding, as b2b.Membership) b2b.DiscoveredOrganization {
	shown := b2b.DiscoveredOrganization{Organization: &org.Organization, Membership: &as, PrimaryRequired: primaryOwed(org, m, held)}
	if held.session == nil && owesMFA(org, m) {
		shown.MFARequired = mfaRequired(org, m)
	}
	shown.MemberAuthenticated = shown.PrimaryRequired == nil && shown.MFARequired == nil
	return shown
}

// eligible lists the organizations, but those known, that somebody may join: by
// the domain of the address, where others have proven one of it, or by an OAuth
// tenant.
func (c *call) eligible(who *store.IntermediateSession, known map[int64]bool) ([]b2b.DiscoveredOrganization, error) {
	domain := emailDomain(who.Email)
	byDomain, err := c.tx.OrganizationsOpenTo(domain, who.Email)
	if err != nil {
		return nil, err
	}
	var found []b2b.DiscoveredOrganization
	add := func(org *store.Organization, kind string, details b2b.Object) error {
		known[org.Seq] = true
		may, err := c.couldBeMember(org, who.Email)
		if may {
			found = append(found, discovered(org, nil, heldIn(who, org, nil), b2b.Membership{Type: kind, Details: details}))
		}
		return err
	}
	for _, org := range byDomain {
		if known[org.Seq] || mayJoin(org, who.Email) != nil {
			continue
		}
		if err := add(org, b2b.MembershipTypeEligibleToJoinByEmailDomain, b2b.Object{"domain": quoted(domain)}); err != nil {
			return nil, err
		}
	}
	byTenant, err := c.tx.OrganizationsOfTenants(who.OAuthTenants)
	if err != nil {
		return nil, err
	}
	for _, org := range byTenant {
		provider, tenant := sharedTenant(org, who)
		if known[org.Seq] || tenant == "" {
			continue
		}
		details := b2b.Object{"provider": quoted(provider), "tenant": quoted(tenant)}
		if err := add(org, b2b.MembershipTypeEligibleToJoinByOAuthTenant, details); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// couldBeMember reports whether nothing stands against an address in org.
func (c *call) couldBeMember(org *store.Organization, email string) (bool, error) {
	inside := *c
	inside.org = org
	err := inside.checkEmail(&store.Member{}, email, b2b.ErrRetiredMemberEmail)
	if isProblem(err) {
		return false, nil
	}
	return err == nil, err
}

// sharedTenant is the tenant, and its provider, that lets somebody into org; "" for
// none.
func sharedTenant(org *store.Organization, who *store.IntermediateSession) (provider, tenant string) {
	if org.OAuthTenantJITProvisioning != b2b.OAuthTenantJITProvisioningRestricted {
		return "", ""
	}
	for provider, tenants := range who.OAuthTenants {
		for _, tenant := range tenants {
			if slices.Contains(org.AllowedOAuthTenants[provider], tenant) {
				return provider, tenant
			}
		}
	}
	return "", ""
}
