package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// passwordResetMinutes is how long the link of a reset lives when the request does
// not say.
const passwordResetMinutes = 30

// startPasswordReset mails a link that lets a member set a new password.
func (s *Server) startPasswordReset(r *request[b2b.ResetPasswordByEmailStart]) (*b2b.ResetPasswordByEmailStartResponse, error) {
	redirect, err := s.redirectURL(orEmpty(r.Body.ResetPasswordRedirectURL))
	if err != nil {
		return nil, refuse(b2b.ErrInvalidPasswordResetRedirectURL, "%s", err)
	}
	if _, err := s.redirectURL(orEmpty(r.Body.LoginRedirectURL)); err != nil {
		return nil, refuse(b2b.ErrInvalidLoginRedirectURL, "%s", err)
	}
	if err := checkChallenge(orEmpty(r.Body.CodeChallenge)); err != nil {
		return nil, err
	}
	if r.member, err = r.tx.MemberByEmail(r.org.Seq, strings.ToLower(r.Body.EmailAddress)); err != nil {
		return nil, err
	}
	if r.member == nil {
		return nil, refuse(b2b.ErrMemberNotFound)
	}
	if !allowsMethod(r.org, r.member, b2b.AllowedAuthMethodsPassword) {
		return nil, refuse(b2b.ErrOperationRestrictedByOrganizationAuthMethods)
	}
	err = s.post(r.call, letter{
		kind: mailPasswordReset, token: store.TokenPasswordReset, email: r.member.EmailAddress,
		lives:    minutesOr(r.Body.ResetPasswordExpirationMinutes, passwordResetMinutes),
		redirect: redirect, linkType: linkToPassword, challenge: orEmpty(r.Body.CodeChallenge),
	})
	if err != nil {
		return nil, err
	}
	return &b2b.ResetPasswordByEmailStartResponse{
		MemberID: r.member.MemberID, MemberEmailID: r.member.EmailID, Member: shown(r.member, r.org, r.now),
	}, nil
}

// resetPasswordByEmail sets a new password by such a link, which proves the
// address, and signs the member in.
func (s *Server) resetPasswordByEmail(r *request[b2b.ResetPasswordByEmail]) (*b2b.ResetPasswordByEmailResponse, error) {
	found, err := r.spendResetLink(store.TokenPasswordReset, r.Body.PasswordResetToken, r.Body.CodeVerifier)
	if err != nil {
		return nil, err
	}
	if err := r.receiver(found, b2b.ErrMemberNotFound); err != nil {
		return nil, err
	}
	if found.Email != r.member.EmailAddress {
		return nil, refuse(b2b.ErrUnableToAuthPasswordResetToken, "the member has another address now")
	}
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	in, err := s.loginByNew(r.call, r.Body.Password.Reveal(), true, with)
	if err != nil {
		return nil, err
	}
	return &b2b.ResetPasswordByEmailResponse{
		MemberID: r.member.MemberID, MemberEmailID: r.member.EmailID, OrganizationID: r.org.OrganizationID,
		Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// spendResetLink uses up the link of a reset.
func (c *call) spendResetLink(kind string, text b2b.Secret, verifier *b2b.Secret) (*store.Token, error) {
	found, err := c.tx.Token(kind, hashToken(text.Reveal()))
	if err == nil && found == nil {
		err = refuse(b2b.ErrUnableToAuthPasswordResetToken)
	}
	if err != nil {
		return nil, err
	}
	return found, c.spendLink(found, b2b.ErrUnableToAuthPasswordResetToken, reveal(verifier))
}

// findToReset finds the member that has to set a new password, where the request
// names an organization.
func (s *Server) findToReset(r *request[b2b.RequirePasswordByEmailReset]) (err error) {
	if r.org == nil || r.member != nil {
		return nil
	}
	r.member, err = r.tx.MemberByEmail(r.org.Seq, strings.ToLower(r.Body.EmailAddress))
	if err == nil && r.member == nil {
		return refuse(b2b.ErrMemberNotFound)
	}
	return err
}

// requirePasswordReset makes an address set a new password by e-mail before it can
// be used again.
func (s *Server) requirePasswordReset(r *request[b2b.RequirePasswordByEmailReset]) (*b2b.RequirePasswordByEmailResetResponse, error) {
	if !s.passwords.CrossOrg {
		return nil, refuse(b2b.ErrCrossOrgPasswordsNotEnabled)
	}
	email := strings.ToLower(r.Body.EmailAddress)
	if r.member != nil && r.member.EmailAddress != email {
		return nil, refuse(b2b.ErrEmailNotFound, "the member has another address")
	}
	if r.session != nil && r.member == nil && r.session.member.EmailAddress != email {
		return nil, refuse(b2b.ErrSessionAuthorizationError, "name the organization of the member")
	}
	stored, err := s.addressPassword(r.call, email)
	if err != nil {
		return nil, err
	}
	if stored == nil {
		return nil, refuse(b2b.ErrEmailNotFound)
	}
	if err := r.tx.PutAddressPassword(email, store.Password{ID: stored.ID}); err != nil {
		return nil, err
	}
	answer := &b2b.RequirePasswordByEmailResetResponse{}
	if r.member != nil {
		member := shown(r.member, r.org, r.now)
		answer.MemberID, answer.Member, answer.Organization = &member.MemberID, &member, &r.org.Organization
	}
	return answer, nil
}
