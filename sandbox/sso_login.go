package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Types of MemberRoleSource that connections give.
const (
	sourceConnection      = "sso_connection"
	sourceConnectionGroup = "sso_connection_group"
)

// authenticateSSO signs in by the token that an SSO flow has ended with.
func (s *Server) authenticateSSO(r *request[b2b.AuthenticateSSO]) (*b2b.AuthenticateSSOResponse, error) {
	who, err := r.redeem(flowSSO, r.Body.SSOToken.Reveal(), reveal(r.Body.PKCECodeVerifier), b2b.ErrSSOTokenNotFound)
	if err != nil {
		return nil, err
	}
	row, err := r.activeConnection(who.Flow.Connection)
	if err != nil {
		return nil, err
	}
	if err := r.enterBySSO(row, who); err != nil {
		return nil, err
	}
	id := registerSSO(r.member, row, who)
	if err := s.giveRoles(r.call, row, who); err != nil {
		return nil, err
	}
	factor, err := r.ssoFactor(row, id, who)
	if err != nil {
		return nil, err
	}
	if err := s.keepOIDCGrant(r.call, row, factor, who); err != nil {
		return nil, err
	}
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	in, err := s.login(r.call, proof{factor: factor, email: true}, with)
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateSSOResponse{
		MemberID: r.member.MemberID, OrganizationID: r.org.OrganizationID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// enterBySSO makes the member of that address the one that c is about. Somebody
// new becomes one where the organization lets people in by the connection.
func (c *call) enterBySSO(row *store.Connection, who *identity) (err error) {
	if c.member, err = c.tx.MemberByEmail(c.org.Seq, who.Email); err != nil || c.member != nil {
		return err
	}
	switch c.org.SSOJITProvisioning {
	case b2b.SSOJITProvisioningNotAllowed:
		return refuse(b2b.ErrInvalidConnectionForJITProvisioning, "the organization lets nobody in by SSO who is no member")
	case b2b.SSOJITProvisioningRestricted:
		if !slices.Contains(c.org.SSOJITProvisioningAllowedConnections, row.ID) {
			return refuse(b2b.ErrInvalidConnectionForJITProvisioning, "the connection lets nobody in who is no member")
		}
	}
	return c.admitNew(who.Email, b2b.MemberStatusPending)
}

// registerSSO ties m to who it is for the connection, and returns the
// registration's id.
func registerSSO(m *store.Member, row *store.Connection, who *identity) string {
	if who.Name != "" {
		m.Name = who.Name
	}
	i := slices.IndexFunc(m.SSORegistrations, func(r b2b.SSORegistration) bool { return r.ConnectionID == row.ID })
	if i < 0 {
		m.SSORegistrations = append(m.SSORegistrations, b2b.SSORegistration{
			ConnectionID: row.ID, RegistrationID: newID("saml-member-registration"),
		})
		i = len(m.SSORegistrations) - 1
	}
	groups, _ := json.Marshal(append([]string{}, who.Groups...)) // texts always marshal
	m.SSORegistrations[i].ExternalID = who.Email
	m.SSORegistrations[i].SSOAttributes = b2b.Object{"email": quoted(who.Email), "full_name": quoted(who.Name), "groups": groups}
	return m.SSORegistrations[i].RegistrationID
}

// giveRoles gives c's member the roles of the connection, and of the groups that
// the provider names: exactly those.
func (s *Server) giveRoles(c *call, row *store.Connection, who *identity) error {
	given, err := s.rolesOfConnection(c, row)
	if err != nil {
		return err
	}
	var roles []b2b.MemberRole
	for _, id := range given.all {
		roles = withRole(roles, id, b2b.MemberRoleSource{Type: sourceConnection, Details: b2b.Object{"connection_id": quoted(row.ID)}})
	}
	for _, g := range given.groups {
		if slices.Contains(who.Groups, g.Group) {
			details := b2b.Object{"connection_id": quoted(row.ID), "group": quoted(g.Group)}
			roles = withRole(roles, g.RoleID, b2b.MemberRoleSource{Type: sourceConnectionGroup, Details: details})
		}
	}
	if err := c.tx.ReplaceRolesFrom(c.member, row.ID, roles); err != nil {
		return err
	}
	now, err := c.tx.MemberBySeq(c.member.Seq)
	if err != nil {
		return err
	}
	c.member.Roles = now.Roles
	return nil
}

// rolesOfConnection are the roles that a connection gives.
func (s *Server) rolesOfConnection(c *call, row *store.Connection) (connectionRoles, error) {
	switch row.Kind {
	case store.ConnectionSAML:
		var doc samlConnection
		err := s.openConnection(c, row, &doc)
		return doc.roles(), err
	case store.ConnectionExternal:
		var doc externalConnection
		err := s.openConnection(c, row, &doc)
		return doc.roles(), err
	}
	return connectionRoles{}, nil
}

// ssoFactor is what signing in by a connection proves. An external one is of the
// kind that it leads to.
func (c *call) ssoFactor(row *store.Connection, registration string, who *identity) (b2b.AuthenticationFactor, error) {
	at := c.now
	f := b2b.AuthenticationFactor{Type: b2b.AuthenticationFactorTypeSSO, LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at}
	kind, err := c.protocol(row)
	if err != nil {
		return f, err
	}
	saml := b2b.SAMLSSOFactor{ID: registration, ProviderID: row.ID, ExternalID: who.Email}
	if kind == store.ConnectionOIDC {
		oidc := b2b.OIDCSSOFactor(saml)
		f.DeliveryMethod, f.OIDCSSOFactor = b2b.AuthenticationFactorDeliveryMethodSSOOIDC, &oidc
		return f, nil
	}
	f.DeliveryMethod, f.SAMLSSOFactor = b2b.AuthenticationFactorDeliveryMethodSSOSAML, &saml
	return f, nil
}

// protocol is what a connection speaks.
func (c *call) protocol(row *store.Connection) (string, error) {
	if row.Kind != store.ConnectionExternal {
		return row.Kind, nil
	}
	var doc b2b.ExternalSSOConnection
	if err := json.Unmarshal([]byte(row.Doc), &doc); err != nil {
		return "", fmt.Errorf("read connection %s: %w", row.ID, err)
	}
	target, err := c.activeConnection(doc.ExternalConnectionID)
	if err != nil {
		return "", err
	}
	return target.Kind, nil
}
