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
