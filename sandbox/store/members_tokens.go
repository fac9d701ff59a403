package store

import (
	"fmt"
	"time"
)

// TokenEmailUpdate is the kind of the tokens that give a member another address.
const TokenEmailUpdate = "email_update"

// Token is a link or code that was sent and may be redeemed once. Moments are
// Unix seconds.
type Token struct {
	Hash                 []byte
	Kind                 string
	Organization, Member int64 // seqs
	Email                string
	CreatedAt, ExpiresAt int64
}

// AddToken keeps a token; the same one again replaces it.
func (t *Tx) AddToken(k Token) error {
	_, err := t.exec(`INSERT OR REPLACE INTO tokens(hash, kind, organization, member, email, created_at, expires_at) VALUES (?,?,?,?,?,?,?)`,
		k.Hash, k.Kind, k.Organization, k.Member, k.Email, k.CreatedAt, k.ExpiresAt)
	if err != nil {
		return fmt.Errorf("write token: %w", err)
	}
	return nil
}

// VoidTokens drops every token of a member that was not redeemed.
func (t *Tx) VoidTokens(member int64) error {
	if _, err := t.exec(`DELETE FROM tokens WHERE member = ? AND spent_at IS NULL`, member); err != nil {
		return fmt.Errorf("void tokens: %w", err)
	}
	return nil
}

// VoidTokensOf is VoidTokens for one kind.
func (t *Tx) VoidTokensOf(member int64, kind string) error {
	if _, err := t.exec(`DELETE FROM tokens WHERE member = ? AND kind = ? AND spent_at IS NULL`, member, kind); err != nil {
		return fmt.Errorf("void tokens: %w", err)
	}
	return nil
}

// EmailWantedBy returns the number of the member that is about to take email, by
// a token that is live at now; 0 when there is none.
func (t *Tx) EmailWantedBy(organization int64, email string, now time.Time) (seq int64, err error) {
	_, err = t.row(`SELECT member FROM tokens WHERE organization = ? AND kind = ? AND email = ? AND spent_at IS NULL AND expires_at > ?`,
		[]any{organization, TokenEmailUpdate, email, now.Unix()}, &seq)
	return seq, err
}

// RevokeSessionsThrough ends the sessions of a member that a factor of that SSO
// connection has opened.
func (t *Tx) RevokeSessionsThrough(member int64, connection string) error {
	if _, err := t.exec(`DELETE FROM sessions WHERE member = ? AND instr(factors, ?) > 0`, member, connection); err != nil {
		return fmt.Errorf("revoke sessions: %w", err)
	}
	return nil
}
