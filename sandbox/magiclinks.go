package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Minutes that links live when the request does not say.
const (
	linkMinutes   = 60
	inviteMinutes = 7 * 24 * 60
)

// magicLinkRoutes are the endpoints of links by e-mail.
func magicLinkRoutes() []route {
	return []route{
		handle(&b2b.MagicLinksAuthenticate, (*Server).authenticateMagicLink),
		handle(&b2b.MagicLinksEmailLoginORSignup, (*Server).sendMagicLink),
		handle(&b2b.MagicLinksEmailInvite, (*Server).invite),
		handle(&b2b.MagicLinksEmailDiscoverySend, (*Server).sendDiscoveryLink),
		handle(&b2b.MagicLinksDiscoveryAuthenticate, (*Server).authenticateDiscoveryLink),
	}
}

// sendMagicLink mails a link to a member, or to somebody who may become one.
func (s *Server) sendMagicLink(r *request[b2b.LoginOrSignupByEmailMagicLink]) (*b2b.LoginOrSignupByEmailMagicLinkResponse, error) {
	login, err := s.redirectURL(orEmpty(r.Body.LoginRedirectURL))
	if err != nil {
		return nil, refuse(b2b.ErrInvalidLoginRedirectURL, "%s", err)
	}
	signup, err := s.redirectURL(orEmpty(r.Body.SignupRedirectURL))
	if err != nil {
		return nil, refuse(b2b.ErrInvalidSignupRedirectURL, "%s", err)
	}
	if err := checkChallenge(orEmpty(r.Body.PKCECodeChallenge)); err != nil {
		return nil, err
	}
	email := strings.ToLower(r.Body.EmailAddress)
	created, err := s.loginOrSignup(r.call, email, b2b.AllowedAuthMethodsMagicLink)
	if err != nil {
		return nil, err
	}
	sent := letter{
		kind: mailLogin, token: store.TokenMagicLink, email: email, lives: minutesOr(r.Body.LoginExpirationMinutes, linkMinutes),
		redirect: login, linkType: linkToOrganization, challenge: orEmpty(r.Body.PKCECodeChallenge),
	}
	if r.member.Status != b2b.MemberStatusActive {
		sent.kind, sent.redirect, sent.lives = mailSignup, signup, minutesOr(r.Body.SignupExpirationMinutes, linkMinutes)
	}
	if err := s.post(r.call, sent); err != nil {
		return nil, err
	}
	return &b2b.LoginOrSignupByEmailMagicLinkResponse{
		MemberID: r.member.MemberID, MemberCreated: created, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
	}, nil
}

// authenticateMagicLink signs in by a link, or ends the change of an address.
func (s *Server) authenticateMagicLink(r *request[b2b.AuthenticateMagicLink]) (*b2b.AuthenticateMagicLinkResponse, error) {
	if err := s.followLink(r.call, r.Body.MagicLinksToken.Reveal(), reveal(r.Body.PKCECodeVerifier)); err != nil {
		return nil, err
	}
	m := r.member
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	in, err := s.login(r.call, proof{factor: emailFactor(b2b.AuthenticationFactorTypeMagicLink, m.EmailID, m.EmailAddress, r.now), email: true}, with)
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateMagicLinkResponse{
		MemberID: m.MemberID, MethodID: m.EmailID, OrganizationID: r.org.OrganizationID, Member: shown(m, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// followLink uses up a link into an organization and makes the member it went to
// the one that c is about.
func (s *Server) followLink(c *call, text, verifier string) error {
	if text == linkThatWorks {
		return s.beSandboxMember(c)
	}
	found, err := c.findLink(text, store.TokenMagicLink, store.TokenEmailUpdate)
	if err != nil {
		return err
	}
	if err := c.receiver(found, b2b.ErrUnableToAuthMagicLink); err != nil {
		return err
	}
	if err := c.spendLink(found, b2b.ErrUnableToAuthMagicLink, verifier); err != nil {
		return err
	}
	if found.Kind == store.TokenEmailUpdate {
		return c.finishEmailUpdate(found.Email)
	}
	if found.Email != c.member.EmailAddress {
		return refuse(b2b.ErrUnableToAuthMagicLink, "the member has another address now")
	}
	return nil
}

// findLink finds a link of one of the kinds, used or not.
func (c *call) findLink(text string, kinds ...string) (*store.Token, error) {
	if text == linkThatIsDead {
		return nil, refuse(b2b.ErrUnableToAuthMagicLink)
	}
	for _, kind := range kinds {
		if found, err := c.tx.Token(kind, hashToken(text)); found != nil || err != nil {
			return found, err
		}
	}
	return nil, refuse(b2b.ErrMagicLinkNotFound)
}

// receiver makes the member that something was sent to, and the organization, the
// ones that c is about.
func (c *call) receiver(sent *store.Token, gone string) (err error) {
	if c.member, err = c.tx.MemberBySeq(sent.Member); err != nil {
		return err
	}
	if c.member == nil || c.member.Status == b2b.MemberStatusDeleted {
		return refuse(gone)
	}
	c.org, err = c.tx.OrganizationBySeq(c.member.OrganizationSeq)
	return err
}
