package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// addressPassword is the password that an address has in all organizations, also
// when it was set before the project had such ones; nil when there is none.
func (s *Server) addressPassword(c *call, email string) (*store.Password, error) {
	if found, err := c.tx.AddressPassword(email); found != nil || err != nil {
		return found, err
	}
	members, err := c.tx.MembersByEmail(email)
	if err != nil {
		return nil, err
	}
	for _, m := range members {
		if m.MemberPasswordID != "" {
			return &store.Password{ID: m.MemberPasswordID, Hash: m.PasswordHash}, nil
		}
	}
	return nil, nil
}

// authenticateDiscoveryPassword takes the password of an address and says where it
// leads.
func (s *Server) authenticateDiscoveryPassword(r *request[b2b.AuthenticateDiscoveryPassword]) (*b2b.AuthenticateDiscoveryPasswordResponse, error) {
	if !s.passwords.CrossOrg {
		return nil, refuse(b2b.ErrCrossOrgPasswordsNotEnabled)
	}
	email := strings.ToLower(r.Body.EmailAddress)
	if err := s.proveAddress(r.call, email, r.Body.Password.Reveal()); err != nil {
		return nil, err
	}
	found, err := s.beginDiscovery(r.call, store.IntermediateSession{Email: email, Factors: []b2b.AuthenticationFactor{passwordFactor(r.now)}})
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateDiscoveryPasswordResponse{
		EmailAddress: email, IntermediateSessionToken: found.token, IntermediateSessionTokenExpiresAt: found.expires,
		DiscoveredOrganizations: found.organizations,
	}, nil
}

// proveAddress checks the password of an address. Wrong ones count against it.
func (s *Server) proveAddress(c *call, email, text string) error {
	count, err := c.unlockedAddress(email)
	if err != nil {
		return err
	}
	stored, err := s.addressPassword(c, email)
	switch {
	case err != nil:
		return err
	case stored == nil:
		return refuse(b2b.ErrEmailNotFound)
	case stored.Hash == "":
		return refuse(b2b.ErrMemberResetPassword, "a new password has to be set by e-mail first")
	}
	right, err := s.isPassword(c, stored.Hash, text)
	switch {
	case err != nil:
		return err
	case !right:
		return c.failedAddress(email, count, refuse(b2b.ErrUnauthorizedCredentials, "the password is wrong"))
	case s.passwords.breached.Has(text):
		return refuse(b2b.ErrMemberResetPassword)
	}
	return c.tx.PutAddressFailures(email, store.AddressFailures{})
}

// startDiscoveryReset mails a link that lets a new password be set for an address.
func (s *Server) startDiscoveryReset(r *request[b2b.ResetDiscoveryPasswordByEmailStart]) (*b2b.ResetDiscoveryPasswordByEmailStartResponse, error) {
	if !s.passwords.CrossOrg {
		return nil, refuse(b2b.ErrCrossOrgPasswordsNotEnabled)
	}
	redirect, err := s.redirectURL(orEmpty(r.Body.ResetPasswordRedirectURL))
	if err != nil {
		return nil, refuse(b2b.ErrInvalidPasswordResetRedirectURL, "%s", err)
	}
	if _, err := s.redirectURL(orEmpty(r.Body.DiscoveryRedirectURL)); err != nil {
		return nil, refuse(b2b.ErrInvalidDiscoveryRedirectURL, "%s", err)
	}
	if err := checkChallenge(orEmpty(r.Body.PKCECodeChallenge)); err != nil {
		return nil, err
	}
	return &b2b.ResetDiscoveryPasswordByEmailStartResponse{}, s.post(r.call, letter{
		kind: mailPasswordReset, token: store.TokenAddressReset, email: strings.ToLower(r.Body.EmailAddress),
		lives:    minutesOr(r.Body.ResetPasswordExpirationMinutes, passwordResetMinutes),
		redirect: redirect, linkType: linkToPassword, challenge: orEmpty(r.Body.PKCECodeChallenge),
	})
}

// resetDiscoveryPassword sets a new password by such a link, which proves the
// address, and says where it leads.
func (s *Server) resetDiscoveryPassword(r *request[b2b.ResetDiscoveryPasswordByEmail]) (*b2b.ResetDiscoveryPasswordByEmailResponse, error) {
	if !s.passwords.CrossOrg {
		return nil, refuse(b2b.ErrCrossOrgPasswordsNotEnabled)
	}
	sent, err := r.spendResetLink(store.TokenAddressReset, r.Body.PasswordResetToken, r.Body.PKCECodeVerifier)
	if err != nil {
		return nil, err
	}
	hash, err := s.hashAllowed(r.call, r.Body.Password.Reveal(), sent.Email)
	if err != nil {
		return nil, err
	}
	if err := r.replaceAddressPassword(sent.Email, hash); err != nil {
		return nil, err
	}
	found, err := s.beginDiscovery(r.call, store.IntermediateSession{Email: sent.Email, EmailVerified: true, Factors: []b2b.AuthenticationFactor{passwordFactor(r.now)}})
	if err != nil {
		return nil, err
	}
	return &b2b.ResetDiscoveryPasswordByEmailResponse{
		EmailAddress: sent.Email, IntermediateSessionToken: found.token, IntermediateSessionTokenExpiresAt: found.expires,
		DiscoveredOrganizations: found.organizations,
	}, nil
}

// replaceAddressPassword gives an address another password, and ends what was
// signed in by the old one.
func (c *call) replaceAddressPassword(email, hash string) error {
	if err := c.tx.PutAddressPassword(email, store.Password{ID: newID("member-password"), Hash: hash}); err != nil {
		return err
	}
	members, err := c.tx.MembersByEmail(email)
	if err != nil {
		return err
	}
	for _, m := range members {
		if err := c.tx.RevokeSessions(m.Seq); err != nil {
			return err
		}
	}
	return nil
}
