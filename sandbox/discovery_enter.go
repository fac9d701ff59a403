package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// exchangeIntermediate enters an organization with an intermediate session. Who is
// no member yet becomes one where the organization lets people in so.
func (s *Server) exchangeIntermediate(r *request[b2b.ExchangeIntermediateSession]) (*b2b.ExchangeIntermediateSessionResponse, error) {
	token := r.Body.IntermediateSessionToken.Reveal()
	who, err := r.findIntermediate(token)
	if err != nil {
		return nil, err
	}
	if err := r.enterAs(who); err != nil {
		return nil, err
	}
	with := credentials{minutes: r.Body.SessionDurationMinutes, claims: r.Body.SessionCustomClaims}
	in, err := s.enterWith(r.call, who, token, with)
	if err != nil {
		return nil, err
	}
	return &b2b.ExchangeIntermediateSessionResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// enterWith signs c's member in with the factors of an intermediate session.
func (s *Server) enterWith(c *call, who *store.IntermediateSession, token string, with credentials) (*entry, error) {
	if err := unlocked(c.member, c.now); err != nil {
		return nil, err
	}
	held := heldIn(who, c.org, c.member)
	held.token = token
	return s.proceed(c, held, with)
}

// enterAs makes the member of c's organization that an intermediate session stands
// for the one that c is about, and lets somebody new join.
func (c *call) enterAs(who *store.IntermediateSession) (err error) {
	if len(heldIn(who, c.org, nil).factors) == 0 {
		return refuse(b2b.ErrInvalidIntermediateSessionTokenForOrganization, "none of its factors counts in another organization")
	}
	if c.member, err = c.tx.MemberByEmail(c.org.Seq, who.Email); err != nil || c.member != nil {
		return err
	}
	if _, tenant := sharedTenant(c.org, who); tenant == "" {
		if err := mayJoin(c.org, who.Email); err != nil {
			if len(who.OAuthTenants) > 0 && c.org.OAuthTenantJITProvisioning == b2b.OAuthTenantJITProvisioningRestricted {
				return refuse(b2b.ErrInvalidOAuthTenantForJITProvisioning)
			}
			return err
		}
	}
	return c.admitNew(who.Email, b2b.MemberStatusPending)
}

// newCompany is the body of a creation by somebody who has chosen no organization.
type newCompany struct {
	b2b.UpdateOrganization
	IntermediateSessionToken b2b.Secret `json:"intermediate_session_token"`
	SessionDurationMinutes   *int       `json:"session_duration_minutes"`
	SessionCustomClaims      b2b.Object `json:"session_custom_claims"`
}

// createDiscovered makes an organization whose administrator is its maker.
func (s *Server) createDiscovered(r *request[newCompany]) (*b2b.CreateDiscoveredOrganizationResponse, error) {
	token := r.Body.IntermediateSessionToken.Reveal()
	who, err := r.findIntermediate(token)
	if err != nil {
		return nil, err
	}
	if r.Body.OrganizationName == nil {
		name := companyName(who.Email)
		r.Body.OrganizationName = &name
	}
	if r.org, err = s.newOrganization(r.call, r.Body.UpdateOrganization); err != nil {
		return nil, err
	}
	if err := r.admitFounder(who); err != nil {
		return nil, err
	}
	with := credentials{minutes: r.Body.SessionDurationMinutes, claims: r.Body.SessionCustomClaims}
	in, err := s.enterWith(r.call, who, token, with)
	if err != nil {
		return nil, err
	}
	return &b2b.CreateDiscoveredOrganizationResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// admitFounder makes the holder of an intermediate session the administrator of
// c's new organization: pending until the address is proven.
func (c *call) admitFounder(who *store.IntermediateSession) (err error) {
	held := heldIn(who, c.org, nil)
	if len(held.factors) == 0 {
		return refuse(b2b.ErrInvalidIntermediateSessionTokenForOrganization, "none of its factors counts in another organization")
	}
	status := b2b.MemberStatusPending
	if held.emailProven {
		status = b2b.MemberStatusActive
	}
	if err := c.admitNew(who.Email, status); err != nil {
		return err
	}
	c.member.EmailAddressVerified = held.emailProven
	if err := c.tx.UpdateMember(c.member); err != nil {
		return err
	}
	if err := c.tx.SetDirectRoles(c.member, []string{b2b.RoleAdmin}); err != nil {
		return err
	}
	c.member, err = c.tx.MemberBySeq(c.member.Seq)
	return err
}

// companyName is what an organization is called whose maker does not say: by the
// domain of the address, or by the person where everybody can have one there.
func companyName(email string) string {
	local, domain, _ := strings.Cut(email, "@")
	person, _, _ := strings.Cut(local, "+")
	shared := b2b.CheckEmailDomain(domain) != "" || strings.HasSuffix(domain, ".edu") || strings.Contains(domain, ".edu.")
	if shared && person != "" {
		return person
	}
	return b2b.DomainLabel(domain)
}
