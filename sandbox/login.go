package sandbox

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// defaultSessionMinutes is how long a session lives when the request does not say.
const defaultSessionMinutes = 60

// credentials are the session arguments of a request: none, or one of them.
type credentials struct {
	intermediate, token, jwt *b2b.Secret
	minutes                  *int       // session_duration_minutes
	claims                   b2b.Object // session_custom_claims
}

// holding is what somebody who proves a factor holds already. Both nil: nothing.
type holding struct {
	session      *store.Session
	intermediate *store.IntermediateSession
	hash         []byte // of the intermediate session's token
}

// factors are those proven before.
func (h *holding) factors() []b2b.AuthenticationFactor {
	switch {
	case h.session != nil:
		return h.session.Factors
	case h.intermediate != nil:
		return h.intermediate.Factors
	}
	return nil
}

// holding finds the session that the credentials name. It must be that of c's
// member; an intermediate one must have what the organization wants first.
func (s *Server) holding(c *call, with credentials) (*holding, error) {
	if token := reveal(with.intermediate); token != "" {
		return s.intermediate(c, token)
	}
	token, jwt := reveal(with.token), reveal(with.jwt)
	if token == "" && jwt == "" {
		return &holding{}, nil
	}
	row, err := s.findSession(c.tx, c.now, token, jwt)
	if err != nil {
		return nil, err
	}
	if row.Member != c.member.Seq {
		return nil, refuse(b2b.ErrMemberSessionMemberIDMismatch)
	}
	return &holding{session: row}, nil
}

func reveal(secret *b2b.Secret) string {
	if secret == nil {
		return ""
	}
	return secret.Reveal()
}

// intermediate finds an intermediate session of c's member.
func (s *Server) intermediate(c *call, token string) (*holding, error) {
	hash := hashToken(token)
	row, err := c.tx.IntermediateSession(hash, c.now.Unix())
	switch {
	case err != nil:
		return nil, err
	case row == nil:
		return nil, refuse(b2b.ErrIntermediateSessionNotFound)
	case row.Organization != 0 && row.Organization != c.org.Seq:
		return nil, refuse(b2b.ErrInvalidIntermediateSessionTokenForOrganization)
	case row.Member != 0 && row.Member != c.member.Seq:
		return nil, refuse(b2b.ErrMemberSessionMemberIDMismatch)
	case row.Member == 0 && row.Email != c.member.EmailAddress:
		return nil, refuse(b2b.ErrMemberSessionMemberIDMismatch)
	case !primaryMet(c.org, c.member, row.Factors):
		return nil, refuse(b2b.ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet)
	}
	return &holding{intermediate: row, hash: hash}, nil
}

// primaryMet reports whether one of factors is a first factor that the
// organization allows.
func primaryMet(org *store.Organization, m *store.Member, factors []b2b.AuthenticationFactor) bool {
	return slices.ContainsFunc(factors, func(f b2b.AuthenticationFactor) bool {
		method := primaryMethod(f)
		if method == "" {
			return false
		}
		return org.AuthMethods != b2b.AuthMethodsRestricted || m.IsBreakglass || slices.Contains(org.AllowedAuthMethods, method)
	})
}

// primaryMethod is what organizations call a factor among allowed_auth_methods;
// "" for second factors.
func primaryMethod(f b2b.AuthenticationFactor) string {
	switch f.Type {
	case b2b.AuthenticationFactorTypeMagicLink:
		return b2b.AllowedAuthMethodsMagicLink
	case b2b.AuthenticationFactorTypeEmailOTP:
		return b2b.AllowedAuthMethodsEmailOTP
	case b2b.AuthenticationFactorTypePassword:
		return b2b.AllowedAuthMethodsPassword
	case b2b.AuthenticationFactorTypeSSO:
		return b2b.AllowedAuthMethodsSSO
	case b2b.AuthenticationFactorTypeOAuth:
		return oauthMethod(f.DeliveryMethod)
	}
	return ""
}

func oauthMethod(delivery string) string {
	switch delivery {
	case b2b.AuthenticationFactorDeliveryMethodOAuthGoogle:
		return b2b.AllowedAuthMethodsGoogleOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthMicrosoft:
		return b2b.AllowedAuthMethodsMicrosoftOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthSlack:
		return b2b.AllowedAuthMethodsSlackOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthGitHub:
		return b2b.AllowedAuthMethodsGitHubOAuth
	case b2b.AuthenticationFactorDeliveryMethodOAuthHubSpot:
		return b2b.AllowedAuthMethodsHubSpotOAuth
	}
	return ""
}

// signedIn is what a full sign-in answers with.
type signedIn struct {
	token, jwt b2b.Secret
	session    *b2b.MemberSession
}

// signIn adds a factor to what is held and makes a session of it: the one there
// is, the intermediate one, or a new one. c's member must be as it will stay.
func (s *Server) signIn(c *call, held *holding, proven b2b.AuthenticationFactor, with credentials) (*signedIn, error) {
	row := held.session
	if row == nil {
		row = &store.Session{ID: newID("session"), Member: c.member.Seq, StartedAt: c.now.Unix(), ExpiresAt: c.now.Unix() + defaultSessionMinutes*minute}
	}
	row.Factors = withFactor(held.factors(), proven)
	row.LastAccessedAt = c.now.Unix()
	if with.minutes != nil && *with.minutes > 0 {
		row.ExpiresAt = c.now.Unix() + int64(*with.minutes)*minute
	}
	var err error
	if row.CustomClaims, err = mergeClaims(row.CustomClaims, with.claims); err != nil {
		return nil, err
	}
	token := s.vault.sessionToken(row.ID)
	if err := keepSession(c.tx, held, row, hashToken(token)); err != nil {
		return nil, err
	}
	shown := memberSession(row, c.org, c.member)
	jwt, err := s.signSession(c.tx, c.now, &shown)
	if err != nil {
		return nil, err
	}
	return &signedIn{token: b2b.Secret(token), jwt: b2b.Secret(jwt), session: &shown}, nil
}

// keepSession writes a session, and ends the intermediate one it came from.
func keepSession(tx *store.Tx, held *holding, row *store.Session, hash []byte) error {
	if held.session != nil {
		return tx.UpdateSession(row)
	}
	if held.intermediate != nil {
		if err := tx.DeleteIntermediateSession(held.hash); err != nil {
			return err
		}
	}
	return tx.AddSession(row, hash)
}

// withFactor adds a factor, or renews the one of the same kind and way.
func withFactor(factors []b2b.AuthenticationFactor, proven b2b.AuthenticationFactor) []b2b.AuthenticationFactor {
	factors = slices.Clone(factors)
	i := slices.IndexFunc(factors, func(f b2b.AuthenticationFactor) bool {
		return f.Type == proven.Type && f.DeliveryMethod == proven.DeliveryMethod
	})
	if i < 0 {
		return append(factors, proven)
	}
	proven.CreatedAt = factors[i].CreatedAt
	factors[i] = proven
	return factors
}
