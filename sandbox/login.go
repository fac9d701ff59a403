package sandbox

import (
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

const (
	defaultSessionMinutes = 60               // when the request does not say
	intermediateTime      = 10 * time.Minute // of an intermediate session
)

// credentials are the session arguments of a request: none, or one of them.
type credentials struct {
	intermediate, token, jwt *b2b.Secret
	minutes                  *int       // session_duration_minutes
	claims                   b2b.Object // session_custom_claims
}

// proof is a first factor that a request has just proven.
type proof struct {
	factor b2b.AuthenticationFactor
	email  bool // it also proves that the address is the member's; a password does so where that was proven before
}

// signedIn is what a full sign-in answers with.
type signedIn struct {
	token   b2b.Secret
	session *b2b.MemberSession
}

// entry is how far a sign-in has come: a session, or what it still owes together
// with the intermediate session that holds what it has.
type entry struct {
	signedIn
	intermediate b2b.Secret
	expires      *time.Time // of the intermediate session
	mfa          *b2b.MFARequired
	primary      *b2b.PrimaryRequired
}

// complete reports whether there is a session.
func (e *entry) complete() bool { return e.session != nil }

// login signs c's member in by a first factor: a session, the one that came with
// the request renewed, or an intermediate session when a second factor is owed.
// An organization that does not allow the factor refuses it. It writes the member,
// who becomes active.
func (s *Server) login(c *call, proven proof, with credentials) (*entry, error) {
	if err := unlocked(c.member, c.now); err != nil {
		return nil, err
	}
	held, err := s.heldBefore(c, with)
	if err != nil {
		return nil, err
	}
	held.add(proven.factor)
	if !primaryMet(c.org, c.member, held.factors) {
		return nil, refuse(b2b.ErrOperationRestrictedByOrganizationAuthMethods)
	}
	held.emailProven = held.emailProven || proven.email ||
		c.member.EmailAddressVerified && proven.factor.Type == b2b.AuthenticationFactorTypePassword
	return s.proceed(c, held, with)
}

// proceed makes a session for c's member of what is held, or says what is owed
// for one. Duration and claims count only for a session.
func (s *Server) proceed(c *call, held *holding, with credentials) (*entry, error) {
	if owed := primaryOwed(c.org, c.member, held); owed != nil {
		return s.keep(c, held, &entry{primary: owed})
	}
	c.member.Status, c.member.UpdatedAt = b2b.MemberStatusActive, &c.now
	c.member.EmailAddressVerified = c.member.EmailAddressVerified || held.emailProven
	if owesMFA(c.org, c.member) && held.session == nil {
		if err := c.tx.UpdateMember(c.member); err != nil {
			return nil, err
		}
		owed, err := s.demandMFA(c)
		if err != nil {
			return nil, err
		}
		held.bind(c)
		return s.keep(c, held, &entry{mfa: owed})
	}
	forgive(c.member)
	if err := c.tx.UpdateMember(c.member); err != nil {
		return nil, err
	}
	in, err := s.open(c, held, with)
	if err != nil {
		return nil, err
	}
	return &entry{signedIn: *in}, nil
}

// keep holds the factors of a sign-in that is not complete: under the token they
// came with, else under a new one.
func (s *Server) keep(c *call, held *holding, owed *entry) (*entry, error) {
	if held.intermediate == nil {
		held.token, held.changed = newToken(), true
		held.intermediate = &store.IntermediateSession{
			Organization: c.org.Seq, Member: c.member.Seq, Email: c.member.EmailAddress,
			CreatedAt: c.now.Unix(), ExpiresAt: c.now.Add(intermediateTime).Unix(),
		}
	}
	row := held.intermediate
	if held.changed {
		held.bind(c)
		row.Factors, row.EmailVerified = held.factors, held.emailProven
		if err := c.tx.PutIntermediateSession(row, hashToken(held.token)); err != nil {
			return nil, err
		}
	}
	expires := moment(row.ExpiresAt)
	owed.intermediate, owed.expires = b2b.Secret(held.token), &expires
	return owed, nil
}

// signIn adds a second factor to what is held and makes a session of it. c's
// member must be as it will stay.
func (s *Server) signIn(c *call, held *holding, proven b2b.AuthenticationFactor, with credentials) (*signedIn, error) {
	held.add(proven)
	return s.open(c, held, with)
}

// open makes a session of what is held: the one there is, the intermediate one,
// or a new one.
func (s *Server) open(c *call, held *holding, with credentials) (*signedIn, error) {
	row := held.session
	if row == nil {
		row = &store.Session{ID: newID("session"), Member: c.member.Seq, StartedAt: c.now.Unix(), ExpiresAt: c.now.Unix() + defaultSessionMinutes*minute}
	}
	row.Factors = held.factors
	if err := c.extend(row, with.minutes, with.claims); err != nil {
		return nil, err
	}
	if err := keepSession(c.tx, held, row, hashToken(s.vault.sessionToken(row.ID))); err != nil {
		return nil, err
	}
	return s.handOut(c, row)
}

// keepSession writes a session, and ends the intermediate one it came from.
func keepSession(tx *store.Tx, held *holding, row *store.Session, hash []byte) error {
	if held.session != nil {
		return tx.UpdateSession(row)
	}
	if held.intermediate != nil {
		if err := tx.DeleteIntermediateSession(hashToken(held.token)); err != nil {
			return err
		}
	}
	return tx.AddSession(row, hash)
}
