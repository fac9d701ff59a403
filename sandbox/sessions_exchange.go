package sandbox

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// exchangeSession makes of a session one in another organization, where the same
// address is a member or invited. The session itself stays as it is.
func (s *Server) exchangeSession(r *request[b2b.ExchangeSession]) (*b2b.ExchangeSessionResponse, error) {
	to := r.org
	row, err := s.findSession(r.tx, r.now, reveal(r.Body.SessionToken), reveal(r.Body.SessionJWT))
	if err != nil {
		return nil, err
	}
	if err := r.actOn(row.Member, b2b.ErrSessionNotFound); err != nil {
		return nil, err
	}
	held, err := r.carried(row, to)
	if err != nil {
		return nil, err
	}
	if err := unlocked(r.member, r.now); err != nil {
		return nil, err
	}
	in, err := s.proceed(r.call, held, credentials{minutes: r.Body.SessionDurationMinutes, claims: r.Body.SessionCustomClaims})
	if err != nil {
		return nil, err
	}
	return &b2b.ExchangeSessionResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// carried is what a session of c's member is worth in the organization to, whose
// member of the same address becomes the one that c is about.
func (c *call) carried(row *store.Session, to *store.Organization) (*holding, error) {
	if to.Seq == c.org.Seq {
		return &holding{session: row, factors: row.Factors}, nil
	}
	from := &store.IntermediateSession{
		Organization: c.org.Seq, Member: c.member.Seq, Email: c.member.EmailAddress, Factors: row.Factors,
		EmailVerified: c.member.EmailAddressVerified || slices.ContainsFunc(row.Factors, goesToAddress),
	}
	member, err := c.tx.MemberByEmail(to.Seq, from.Email)
	if err != nil {
		return nil, err
	}
	if member == nil {
		return nil, refuse(b2b.ErrMemberNotFound)
	}
	c.org, c.member = to, member
	held := heldIn(from, to, member)
	if len(held.factors) == 0 {
		return nil, refuse(b2b.ErrInsufficientFactorsForSessionExchange)
	}
	held.intermediate, held.changed = nil, true
	return held, nil
}

// goesToAddress reports whether a factor is proven by reading a mail.
func goesToAddress(f b2b.AuthenticationFactor) bool {
	return f.Type == b2b.AuthenticationFactorTypeMagicLink || f.Type == b2b.AuthenticationFactorTypeEmailOTP
}
