package sandbox

import (
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// discoveryRoutes are the endpoints for who has proven an address and has not
// chosen an organization.
func discoveryRoutes() []route {
	return []route{
		handle(&b2b.DiscoveryOrganizationsList, (*Server).listDiscovered),
		handle(&b2b.DiscoveryOrganizationsCreate, (*Server).createDiscovered),
		handle(&b2b.DiscoveryIntermediateSessionsExchange, (*Server).exchangeIntermediate),
	}
}

// discovery is what every way into discovery answers with.
type discovery struct {
	token         b2b.Secret // of the intermediate session
	expires       *time.Time
	organizations []b2b.DiscoveredOrganization
}

// beginDiscovery gives an intermediate session to somebody with an address, its
// factors and what they vouch for, and says where it leads.
func (s *Server) beginDiscovery(c *call, who store.IntermediateSession) (*discovery, error) {
	token, expires := newToken(), c.now.Add(intermediateTime)
	who.CreatedAt, who.ExpiresAt = c.now.Unix(), expires.Unix()
	if err := c.tx.PutIntermediateSession(&who, hashToken(token)); err != nil {
		return nil, err
	}
	organizations, err := c.discover(&who, nil)
	if err != nil {
		return nil, err
	}
	return &discovery{token: b2b.Secret(token), expires: &expires, organizations: organizations}, nil
}

// sendDiscoveryLink mails a link that proves an address.
func (s *Server) sendDiscoveryLink(r *request[b2b.SendDiscoveryEmailMagicLink]) (*b2b.SendDiscoveryEmailMagicLinkResponse, error) {
	redirect, err := s.redirectURL(orEmpty(r.Body.DiscoveryRedirectURL))
	if err != nil {
		return nil, refuse(b2b.ErrInvalidDiscoveryRedirectURL, "%s", err)
	}
	if err := checkChallenge(orEmpty(r.Body.PKCECodeChallenge)); err != nil {
		return nil, err
	}
	return &b2b.SendDiscoveryEmailMagicLinkResponse{}, s.post(r.call, letter{
		kind: mailDiscovery, token: store.TokenDiscoveryLink, email: strings.ToLower(r.Body.EmailAddress),
		lives: minutesOr(r.Body.DiscoveryExpirationMinutes, linkMinutes), redirect: redirect, linkType: linkToDiscovery,
		challenge: orEmpty(r.Body.PKCECodeChallenge),
	})
}

// authenticateDiscoveryLink takes a link that proves an address.
func (s *Server) authenticateDiscoveryLink(r *request[b2b.AuthenticateDiscoveryMagicLink]) (*b2b.AuthenticateDiscoveryMagicLinkResponse, error) {
	email, err := r.followDiscoveryLink(r.Body.DiscoveryMagicLinksToken.Reveal(), reveal(r.Body.PKCECodeVerifier))
	if err != nil {
		return nil, err
	}
	found, err := s.beginDiscovery(r.call, provenAddress(b2b.AuthenticationFactorTypeMagicLink, email, r.now))
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateDiscoveryMagicLinkResponse{
		EmailAddress: email, IntermediateSessionToken: found.token, IntermediateSessionTokenExpiresAt: found.expires,
		DiscoveredOrganizations: found.organizations,
	}, nil
}

// followDiscoveryLink uses up a discovery link and returns the address it went to.
func (c *call) followDiscoveryLink(text, verifier string) (email string, err error) {
	if text == linkThatWorks {
		return sandboxEmail, nil
	}
	found, err := c.findLink(text, store.TokenDiscoveryLink)
	if err != nil {
		return "", err
	}
	return found.Email, c.spendLink(found, b2b.ErrUnableToAuthMagicLink, verifier)
}

// provenAddress is somebody who got a mail.
func provenAddress(kind, email string, at time.Time) store.IntermediateSession {
	return store.IntermediateSession{
		Email: email, EmailVerified: true, Factors: []b2b.AuthenticationFactor{emailFactor(kind, newID("email"), email, at)},
	}
}

// sendDiscoveryCode mails a code that proves an address. Older codes stop working.
func (s *Server) sendDiscoveryCode(r *request[b2b.SendDiscoveryEmailOTP]) (*b2b.SendDiscoveryEmailOTPResponse, error) {
	return &b2b.SendDiscoveryEmailOTPResponse{}, s.post(r.call, letter{
		kind: mailOTP, token: store.TokenDiscoveryCode, email: strings.ToLower(r.Body.EmailAddress),
		lives: minutesOr(r.Body.DiscoveryExpirationMinutes, emailCodeMinutes),
	})
}

// authenticateDiscoveryCode takes a code that proves an address.
func (s *Server) authenticateDiscoveryCode(r *request[b2b.AuthenticateDiscoveryEmailOTP]) (*b2b.AuthenticateDiscoveryEmailOTPResponse, error) {
	email := strings.ToLower(r.Body.EmailAddress)
	if err := r.spendDiscoveryCode(email, r.Body.Code.Reveal()); err != nil {
		return nil, err
	}
	found, err := s.beginDiscovery(r.call, provenAddress(b2b.AuthenticationFactorTypeEmailOTP, email, r.now))
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateDiscoveryEmailOTPResponse{
		EmailAddress: email, IntermediateSessionToken: found.token, IntermediateSessionTokenExpiresAt: found.expires,
		DiscoveredOrganizations: found.organizations,
	}, nil
}

// spendDiscoveryCode uses up a typed code. Wrong ones count against the address,
// as there is no member to lock.
func (c *call) spendDiscoveryCode(email, code string) error {
	count, err := c.unlockedAddress(email)
	if err != nil {
		return err
	}
	found, err := c.tx.Token(store.TokenDiscoveryCode, hashToken(c.codeToken(email, code)))
	switch {
	case err != nil:
		return err
	case found == nil:
		return c.failedAddress(email, count, refuse(b2b.ErrOTPCodeNotFound))
	case !found.Live(c.now):
		return refuse(b2b.ErrUnableToAuthOTPCode)
	}
	if err := c.tx.PutAddressFailures(email, store.AddressFailures{}); err != nil {
		return err
	}
	return c.tx.SpendToken(found, c.now)
}

// unlockedAddress counts what was wrong for an address, and refuses one that is
// locked.
func (c *call) unlockedAddress(email string) (store.AddressFailures, error) {
	count, err := c.tx.AddressFailures(email)
	if err == nil && count.LockedUntil > c.now.Unix() {
		err = lockedUntil("the address", moment(count.LockedUntil), c.now)
	}
	return count, err
}

// failedAddress counts a wrong secret, and locks the address after too many. It
// returns why, whose transaction stays.
func (c *call) failedAddress(email string, count store.AddressFailures, why *problem) error {
	if count.LockedUntil != 0 { // and is over
		count = store.AddressFailures{}
	}
	count.Failures++
	if count.Failures >= maxFailures {
		count.LockedUntil = c.now.Add(lockDuration).Unix()
	}
	if err := c.tx.PutAddressFailures(email, count); err != nil {
		return err
	}
	return why.keeping()
}
