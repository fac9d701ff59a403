package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"fmt"

	"example.com/orgdeck/api/b2b"
)

// Session is a member's. Moments are Unix seconds.
type Session struct {
	ID                                   string
	Member                               int64 // seq
	StartedAt, LastAccessedAt, ExpiresAt int64
	Factors                              []b2b.AuthenticationFactor
	CustomClaims                         b2b.Object
}

// IntermediateSession holds the factors of somebody who still owes one.
type IntermediateSession struct {
	Organization int64 // seq; 0 when it was born in discovery
	Member       int64 // seq; 0 likewise
	Email        string
	// EmailVerified says that a factor has proven the address.
	EmailVerified bool
	OAuthTenants  map[string][]string // provider to the tenants it vouches for
	Factors       []b2b.AuthenticationFactor
	CreatedAt     int64
	ExpiresAt     int64
}

const selectSession = "SELECT id, member, started_at, last_accessed_at, expires_at, factors, custom_claims FROM sessions "

// SessionByToken returns the session whose token has that hash, live at now; nil
// when there is none.
func (t *Tx) SessionByToken(hash []byte, now int64) (*Session, error) {
	return t.session(selectSession+"WHERE token_hash = ? AND expires_at > ?", hash, now)
}

// SessionByID returns the session of that id, live at now; nil when there is none.
func (t *Tx) SessionByID(id string, now int64) (*Session, error) {
	return t.session(selectSession+"WHERE id = ? AND expires_at > ?", id, now)
}

func (t *Tx) session(query string, args ...any) (*Session, error) {
	var s Session
	var factors, claims string
	found, err := t.row(query, args, &s.ID, &s.Member, &s.StartedAt, &s.LastAccessedAt, &s.ExpiresAt, &factors, &claims)
	if err == nil && found {
		err = s.parse(factors, claims)
	}
	if err != nil {
		return nil, fmt.Errorf("read session: %w", err)
	}
	if !found {
		return nil, nil
	}
	return &s, nil
}

func (s *Session) parse(factors, claims string) error {
	if err := json.Unmarshal([]byte(factors), &s.Factors); err != nil {
		return err
	}
	return json.Unmarshal([]byte(claims), &s.CustomClaims)
}

// AddSession keeps a new session under the hash of its token.
func (t *Tx) AddSession(s *Session, hash []byte) error {
	factors, claims, err := s.text()
	if err == nil {
		_, err = t.exec("INSERT INTO sessions(id, token_hash, member, started_at, last_accessed_at, expires_at, factors, custom_claims) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			s.ID, hash, s.Member, s.StartedAt, s.LastAccessedAt, s.ExpiresAt, factors, claims)
	}
	if err != nil {
		return fmt.Errorf("write session: %w", err)
	}
	return nil
}

// UpdateSession keeps what has changed of s.
func (t *Tx) UpdateSession(s *Session) error {
	factors, claims, err := s.text()
	if err == nil {
		_, err = t.exec("UPDATE sessions SET last_accessed_at = ?, expires_at = ?, factors = ?, custom_claims = ? WHERE id = ?",
			s.LastAccessedAt, s.ExpiresAt, factors, claims, s.ID)
	}
	if err != nil {
		return fmt.Errorf("write session: %w", err)
	}
	return nil
}

func (s *Session) text() (factors, claims string, err error) {
	f, err := json.Marshal(s.Factors)
	if err != nil {
		return "", "", err
	}
	if len(s.CustomClaims) == 0 {
		return string(f), "{}", nil
	}
	c, err := json.Marshal(s.CustomClaims)
	return string(f), string(c), err
}

// RevokeSessions ends all sessions of a member, intermediate ones too.
func (t *Tx) RevokeSessions(member int64) error {
	_, err := t.exec("DELETE FROM sessions WHERE member = ?", member)
	if err == nil {
		_, err = t.exec("DELETE FROM intermediate_sessions WHERE member = ?", member)
	}
	if err != nil {
		return fmt.Errorf("revoke sessions: %w", err)
	}
	return nil
}

// IntermediateSession returns the one whose token has that hash, live at now; nil
// when there is none.
func (t *Tx) IntermediateSession(hash []byte, now int64) (*IntermediateSession, error) {
	var s IntermediateSession
	var organization, member sql.NullInt64
	var factors, tenants string
	found, err := t.row("SELECT organization, member, email, email_verified, oauth_tenants, factors, created_at, expires_at FROM intermediate_sessions WHERE token_hash = ? AND expires_at > ?",
		[]any{hash, now}, &organization, &member, &s.Email, &s.EmailVerified, &tenants, &factors, &s.CreatedAt, &s.ExpiresAt)
	if err == nil && found {
		err = cmp.Or(json.Unmarshal([]byte(factors), &s.Factors), json.Unmarshal([]byte(tenants), &s.OAuthTenants))
	}
	if err != nil {
		return nil, fmt.Errorf("read intermediate session: %w", err)
	}
	if !found {
		return nil, nil
	}
	s.Organization, s.Member = organization.Int64, member.Int64
	return &s, nil
}

// PutIntermediateSession keeps s under the hash of its token, in place of what was
// there.
func (t *Tx) PutIntermediateSession(s *IntermediateSession, hash []byte) error {
	factors, err := json.Marshal(s.Factors)
	if err != nil {
		return fmt.Errorf("write intermediate session: %w", err)
	}
	tenants := []byte("{}")
	if len(s.OAuthTenants) > 0 {
		if tenants, err = json.Marshal(s.OAuthTenants); err != nil {
			return fmt.Errorf("write intermediate session: %w", err)
		}
	}
	_, err = t.exec(`INSERT OR REPLACE INTO intermediate_sessions(token_hash, organization, member, email, email_verified, oauth_tenants, factors, created_at, expires_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		hash, zeroNull(s.Organization), zeroNull(s.Member), s.Email, s.EmailVerified, string(tenants), string(factors), s.CreatedAt, s.ExpiresAt)
	if err != nil {
		return fmt.Errorf("write intermediate session: %w", err)
	}
	return nil
}

// DeleteIntermediateSession ends it: it has become a session.
func (t *Tx) DeleteIntermediateSession(hash []byte) error {
	if _, err := t.exec("DELETE FROM intermediate_sessions WHERE token_hash = ?", hash); err != nil {
		return fmt.Errorf("end intermediate session: %w", err)
	}
	return nil
}
