package sandbox

import (
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// freshFactor is how young a factor has to be to set a password by a session.
const freshFactor = 5 * time.Minute

// passwordRoutes are the endpoints of passwords.
func passwordRoutes() []route {
	return []route{
		handle(&b2b.PasswordsAuthenticate, (*Server).authenticatePassword),
		handleFound(&b2b.PasswordsMigrate, spellHashType, (*Server).migratePassword),
		handle(&b2b.PasswordsStrengthCheck, (*Server).checkStrength),
		handle(&b2b.PasswordsEmailResetStart, (*Server).startPasswordReset),
		handle(&b2b.PasswordsEmailReset, (*Server).resetPasswordByEmail),
		handleFound(&b2b.PasswordsEmailRequireReset, (*Server).findToReset, (*Server).requirePasswordReset),
		handle(&b2b.PasswordsExistingPasswordReset, (*Server).resetExistingPassword),
		handle(&b2b.PasswordsSessionsReset, (*Server).resetPasswordBySession),
		handle(&b2b.PasswordsDiscoveryAuthenticate, (*Server).authenticateDiscoveryPassword),
		handle(&b2b.PasswordsDiscoveryEmailResetStart, (*Server).startDiscoveryReset),
		handle(&b2b.PasswordsDiscoveryEmailReset, (*Server).resetDiscoveryPassword),
	}
}

func (s *Server) checkStrength(r *request[b2b.CheckPasswordStrength]) (*b2b.CheckPasswordStrengthResponse, error) {
	return s.passwords.strength(r.Body.Password.Reveal(), strings.ToLower(orEmpty(r.Body.EmailAddress))), nil
}

// passwordHolder makes the live member with an address the one that c is about:
// one whose organization lets it sign in by password, and who is not locked.
func (c *call) passwordHolder(email string) (err error) {
	if c.member, err = c.tx.MemberByEmail(c.org.Seq, strings.ToLower(email)); err != nil {
		return err
	}
	switch {
	case c.member == nil:
		return refuse(b2b.ErrMemberNotFound)
	case !allowsMethod(c.org, c.member, b2b.AllowedAuthMethodsPassword):
		return refuse(b2b.ErrOperationRestrictedByOrganizationAuthMethods)
	}
	return unlocked(c.member, c.now)
}

func passwordFactor(at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypePassword, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodKnowledge,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
	}
}

// authenticatePassword signs a member in by password. One that has become known
// has to be replaced first.
func (s *Server) authenticatePassword(r *request[b2b.AuthenticatePassword]) (*b2b.AuthenticatePasswordResponse, error) {
	if err := r.passwordHolder(r.Body.EmailAddress); err != nil {
		return nil, err
	}
	if err := s.prove(r.call, r.Body.Password.Reveal()); err != nil {
		return nil, err
	}
	if s.passwords.breached.Has(r.Body.Password.Reveal()) {
		return nil, refuse(b2b.ErrMemberResetPassword)
	}
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	in, err := s.login(r.call, proof{factor: passwordFactor(r.now)}, with)
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticatePasswordResponse{
		MemberID: r.member.MemberID, OrganizationID: r.org.OrganizationID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// loginByNew sets a password, signs c's member in by it, and ends what else was
// signed in.
func (s *Server) loginByNew(c *call, text string, byEmail bool, with credentials) (*entry, error) {
	if err := s.setPassword(c, text); err != nil {
		return nil, err
	}
	in, err := s.login(c, proof{factor: passwordFactor(c.now), email: byEmail}, with)
	if err != nil {
		return nil, err
	}
	if byEmail && !in.complete() { // the address is proven, whatever else is owed
		if err := c.tx.UpdateMember(c.member); err != nil {
			return nil, err
		}
	}
	kept := ""
	if in.complete() {
		kept = in.session.MemberSessionID
	}
	return in, c.tx.RevokeSessionsBut(c.member.Seq, kept, hashToken(in.intermediate.Reveal()))
}

// resetExistingPassword replaces the password of whoever knows it.
func (s *Server) resetExistingPassword(r *request[b2b.ResetPasswordByExistingPassword]) (*b2b.ResetPasswordByExistingPasswordResponse, error) {
	if err := r.passwordHolder(r.Body.EmailAddress); err != nil {
		return nil, err
	}
	stored, err := s.passwordOf(r.call)
	if err != nil {
		return nil, err
	}
	if stored != nil && stored.Hash == "" {
		return nil, refuse(b2b.ErrCannotResetPasswordWithExistingPassword, "the password has to be reset by e-mail")
	}
	if err := s.prove(r.call, r.Body.ExistingPassword.Reveal()); err != nil {
		return nil, err
	}
	with := credentials{token: r.Body.SessionToken, jwt: r.Body.SessionJWT, minutes: r.Body.SessionDurationMinutes, claims: r.Body.SessionCustomClaims}
	in, err := s.loginByNew(r.call, r.Body.NewPassword.Reveal(), false, with)
	if err != nil {
		return nil, err
	}
	return &b2b.ResetPasswordByExistingPasswordResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// resetPasswordBySession sets a password in a session whose member has proven a
// factor just now.
func (s *Server) resetPasswordBySession(r *request[b2b.ResetPasswordBySession]) (*b2b.ResetPasswordBySessionResponse, error) {
	asked := r.org
	row, err := s.findSession(r.tx, r.now, reveal(r.Body.SessionToken), reveal(r.Body.SessionJWT))
	if err != nil {
		return nil, err
	}
	if err := r.actOn(row.Member, b2b.ErrSessionNotFound); err != nil {
		return nil, err
	}
	switch {
	case r.org.Seq != asked.Seq:
		return nil, refuse(b2b.ErrSessionNotFound)
	case !allowsMethod(r.org, r.member, b2b.AllowedAuthMethodsPassword):
		return nil, refuse(b2b.ErrOperationRestrictedByOrganizationAuthMethods)
	case !isFresh(row, r.now):
		return nil, refuse(b2b.ErrSessionTooOldToResetPassword)
	}
	with := credentials{token: r.Body.SessionToken, jwt: r.Body.SessionJWT, minutes: r.Body.SessionDurationMinutes, claims: r.Body.SessionCustomClaims}
	in, err := s.loginByNew(r.call, r.Body.Password.Reveal(), false, with)
	if err != nil {
		return nil, err
	}
	return &b2b.ResetPasswordBySessionResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires, MFARequired: in.mfa,
	}, nil
}

// isFresh reports whether the member has proven a factor of a session lately. An
// impersonator has proven nothing.
func isFresh(row *store.Session, now time.Time) bool {
	return !isImpersonated(row.Factors) && slices.ContainsFunc(row.Factors, func(f b2b.AuthenticationFactor) bool {
		return f.LastAuthenticatedAt != nil && now.Sub(*f.LastAuthenticatedAt) < freshFactor
	})
}
