package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// emailCodeMinutes is how long a code by e-mail lives when the request does not
// say.
const emailCodeMinutes = 10

// emailCodeRoutes are the endpoints of codes by e-mail.
func emailCodeRoutes() []route {
	return []route{
		handle(&b2b.OTPsEmailLoginORSignup, (*Server).sendEmailCode),
		handle(&b2b.OTPsEmailAuthenticate, (*Server).authenticateEmailCode),
		handle(&b2b.OTPsEmailDiscoverySend, (*Server).sendDiscoveryCode),
		handle(&b2b.OTPsEmailDiscoveryAuthenticate, (*Server).authenticateDiscoveryCode),
	}
}

// sendEmailCode mails a code to a member, or to somebody who may become one. Older
// codes stop working.
func (s *Server) sendEmailCode(r *request[b2b.LoginOrSignupByEmailOTP]) (*b2b.LoginOrSignupByEmailOTPResponse, error) {
	email := strings.ToLower(r.Body.EmailAddress)
	created, err := s.loginOrSignup(r.call, email, b2b.AllowedAuthMethodsEmailOTP)
	if err != nil {
		return nil, err
	}
	lives := minutesOr(r.Body.LoginExpirationMinutes, emailCodeMinutes)
	if r.member.Status != b2b.MemberStatusActive {
		lives = minutesOr(r.Body.SignupExpirationMinutes, emailCodeMinutes)
	}
	if err := s.post(r.call, letter{kind: mailOTP, token: store.TokenEmailCode, email: email, lives: lives}); err != nil {
		return nil, err
	}
	return &b2b.LoginOrSignupByEmailOTPResponse{
		MemberID: r.member.MemberID, MemberCreated: created, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
	}, nil
}

// authenticateEmailCode signs in by a code, or ends the change of an address.
func (s *Server) authenticateEmailCode(r *request[b2b.AuthenticateEmailOTP]) (*b2b.AuthenticateEmailOTPResponse, error) {
	if err := s.typeEmailCode(r.call, strings.ToLower(r.Body.EmailAddress), r.Body.Code.Reveal()); err != nil {
		return nil, err
	}
	m := r.member
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	in, err := s.login(r.call, proof{factor: emailFactor(b2b.AuthenticationFactorTypeEmailOTP, m.EmailID, m.EmailAddress, r.now), email: true}, with)
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateEmailOTPResponse{
		MemberID: m.MemberID, MethodID: m.EmailID, OrganizationID: r.org.OrganizationID, Member: shown(m, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// typeEmailCode uses up a code and makes the member it went to the one that c is
// about: the one with that address, or the one that is to have it.
func (s *Server) typeEmailCode(c *call, email, code string) (err error) {
	if c.member, err = c.tx.MemberByEmail(c.org.Seq, email); err != nil {
		return err
	}
	kind := store.TokenEmailCode
	if c.member == nil {
		kind = store.TokenEmailUpdate
		if err := c.beUpdating(email); err != nil {
			return err
		}
	}
	if err := unlocked(c.member, c.now); err != nil {
		return err
	}
	if err := c.spendCode(kind, c.codeToken(email, code)); err != nil {
		return err
	}
	if kind == store.TokenEmailUpdate {
		return c.finishEmailUpdate(email)
	}
	return nil
}

// beUpdating makes the member who wants that address the one that c is about.
func (c *call) beUpdating(email string) error {
	sent, err := c.tx.LastTokenTo(store.TokenEmailUpdate, c.org.Seq, email)
	if err != nil {
		return err
	}
	if sent == nil {
		return refuse(b2b.ErrMemberNotFound)
	}
	return c.receiver(sent, b2b.ErrMemberNotFound)
}
