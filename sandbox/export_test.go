package sandbox

import (
	"context"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// BeginIntermediate keeps factors for ten minutes, as a sign-in does that owes a
// second one, and returns the token of what it keeps.
func (s *Server) BeginIntermediate(ctx context.Context, m b2b.Member, factors ...b2b.AuthenticationFactor) (b2b.Secret, error) {
	token := newToken()
	err := s.store.Write(ctx, func(tx *store.Tx) error {
		member, err := tx.MemberByID(m.MemberID)
		if err != nil {
			return err
		}
		now := s.now()
		return tx.PutIntermediateSession(&store.IntermediateSession{
			Organization: member.OrganizationSeq, Member: member.Seq, Email: member.EmailAddress, EmailVerified: true,
			Factors: factors, CreatedAt: now.Unix(), ExpiresAt: now.Add(10 * time.Minute).Unix(),
		}, hashToken(token))
	})
	return b2b.Secret(token), err
}

// BeginDiscovery keeps factors for an address that has chosen no organization, as
// signing in with a provider does, together with the tenants that it vouches for.
func (s *Server) BeginDiscovery(ctx context.Context, email string, verified bool, tenants map[string][]string, factors ...b2b.AuthenticationFactor) (b2b.Secret, error) {
	var found *discovery
	err := s.store.Write(ctx, func(tx *store.Tx) (err error) {
		c := &call{ctx: ctx, tx: tx, now: s.now()}
		found, err = s.beginDiscovery(c, store.IntermediateSession{Email: email, EmailVerified: verified, OAuthTenants: tenants, Factors: factors})
		return err
	})
	if err != nil {
		return "", err
	}
	return found.token, nil
}
