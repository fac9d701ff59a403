package sandbox

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// holding is what somebody who proves a factor holds already: a session, an
// intermediate session, or nothing.
type holding struct {
	session      *store.Session
	intermediate *store.IntermediateSession
	token        string                     // of the intermediate session
	factors      []b2b.AuthenticationFactor // those that count for the organization
	emailProven  bool                       // the factors prove the member's address
	changed      bool                       // the intermediate session has to be written
}

// add adds a factor, or renews the one of the same kind and way. An intermediate
// session belongs to the member who proved it from then on.
func (h *holding) add(proven b2b.AuthenticationFactor) {
	h.factors, h.changed = withFactor(h.factors, proven), true
}

// bind gives an intermediate session that was born in another organization to c's
// member. One of discovery stays free until it becomes a session.
func (h *holding) bind(c *call) {
	row := h.intermediate
	if row != nil && (h.changed || row.Organization != 0 && row.Organization != c.org.Seq) {
		row.Organization, row.Member, h.changed = c.org.Seq, c.member.Seq, true
	}
}

// holding finds the session to which a second factor is added. It must be that of
// c's member; an intermediate one must have what the organization wants first.
func (s *Server) holding(c *call, with credentials) (*holding, error) {
	if token := reveal(with.intermediate); token != "" {
		held, err := s.intermediate(c, token)
		if err == nil && primaryOwed(c.org, c.member, held) != nil {
			err = refuse(b2b.ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet)
		}
		return held, err
	}
	row, err := s.sessionOf(c, with)
	if err != nil || row == nil {
		return &holding{}, err
	}
	if row.Member != c.member.Seq {
		return nil, refuse(b2b.ErrMemberSessionMemberIDMismatch)
	}
	return &holding{session: row, factors: row.Factors}, nil
}

// heldBefore finds the session to which a first factor is added. A session of
// another member is ignored, as Stytch does.
func (s *Server) heldBefore(c *call, with credentials) (*holding, error) {
	if token := reveal(with.intermediate); token != "" {
		return s.intermediate(c, token)
	}
	row, err := s.sessionOf(c, with)
	if err != nil || row == nil || row.Member != c.member.Seq {
		return &holding{}, err
	}
	return &holding{session: row, factors: row.Factors}, nil
}

// sessionOf finds the session that the credentials name; nil when they name none.
func (s *Server) sessionOf(c *call, with credentials) (*store.Session, error) {
	token, jwt := reveal(with.token), reveal(with.jwt)
	if token == "" && jwt == "" {
		return nil, nil
	}
	return s.findSession(c.tx, c.now, token, jwt)
}

func reveal(secret *b2b.Secret) string {
	if secret == nil {
		return ""
	}
	return secret.Reveal()
}

// findIntermediate finds a live intermediate session of anybody.
func (c *call) findIntermediate(token string) (*store.IntermediateSession, error) {
	row, err := c.tx.IntermediateSession(hashToken(token), c.now.Unix())
	if err == nil && row == nil {
		return nil, refuse(b2b.ErrIntermediateSessionNotFound)
	}
	return row, err
}

// intermediate finds an intermediate session of c's member.
func (s *Server) intermediate(c *call, token string) (*holding, error) {
	row, err := c.findIntermediate(token)
	switch {
	case err != nil:
		return nil, err
	case row.Organization != 0 && row.Organization != c.org.Seq:
		return nil, refuse(b2b.ErrInvalidIntermediateSessionTokenForOrganization)
	case row.Member != 0 && row.Member != c.member.Seq:
		return nil, refuse(b2b.ErrMemberSessionMemberIDMismatch)
	case row.Member == 0 && row.Email != c.member.EmailAddress:
		return nil, refuse(b2b.ErrMemberSessionMemberIDMismatch)
	}
	return &holding{intermediate: row, token: token, factors: row.Factors, emailProven: provesEmail(row, c.member)}, nil
}

// provesEmail reports whether an intermediate session shows that the address of m,
// nil for somebody new, is its holder's: by a factor that went there, or by the
// password of a member who has proven it before.
func provesEmail(row *store.IntermediateSession, m *store.Member) bool {
	if m == nil {
		return row.EmailVerified
	}
	return row.EmailVerified && row.Email == m.EmailAddress ||
		m.EmailAddressVerified && slices.ContainsFunc(row.Factors, func(f b2b.AuthenticationFactor) bool {
			return f.Type == b2b.AuthenticationFactorTypePassword
		})
}
