package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"time"
)

// Kinds of tokens.
const (
	TokenEmailUpdate   = "email_update"   // gives a member another address
	TokenImpersonation = "impersonation"  // makes a session of somebody else's member
	TokenPasswordReset = "password_reset" // lets a new password be set
	TokenMagicLink     = "magic_link"     // signs in to its organization
	TokenEmailCode     = "email_code"     // likewise, typed
	TokenSMSCode       = "sms_code"       // is a second factor; its Email is the phone number
	TokenDiscoveryLink = "discovery_link" // proves an address, in no organization yet
	TokenDiscoveryCode = "discovery_code" // likewise, typed
	TokenAddressReset  = "address_reset"  // lets a new password be set, in all organizations
)

// Token is a link or code that was sent and may be redeemed once. Moments are
// Unix seconds.
type Token struct {
	Hash                 []byte
	Kind                 string
	Organization, Member int64 // seqs; 0 for none
	Email                string
	Doc                  string // JSON of what else its kind has to know; "" is "{}"
	CreatedAt, ExpiresAt int64
	SpentAt              int64 // 0 while it may be redeemed
}

// Live reports whether the token may be redeemed at now.
func (k *Token) Live(now time.Time) bool { return k.SpentAt == 0 && now.Unix() < k.ExpiresAt }

// AddToken keeps a token; the same one again replaces it.
func (t *Tx) AddToken(k Token) error {
	_, err := t.exec(`INSERT OR REPLACE INTO tokens(hash, kind, organization, member, email, doc, created_at, expires_at) VALUES (?,?,?,?,?,?,?,?)`,
		k.Hash, k.Kind, zeroNull(k.Organization), zeroNull(k.Member), k.Email, cmp.Or(k.Doc, "{}"), k.CreatedAt, k.ExpiresAt)
	if err != nil {
		return fmt.Errorf("write token: %w", err)
	}
	return nil
}

// Token returns the token of a kind with that hash, live or not; nil when there
// is none.
func (t *Tx) Token(kind string, hash []byte) (*Token, error) {
	k := Token{Kind: kind, Hash: hash}
	var organization, member, spent sql.NullInt64
	found, err := t.row(`SELECT organization, member, email, doc, created_at, expires_at, spent_at FROM tokens WHERE hash = ? AND kind = ?`, []any{hash, kind},
		&organization, &member, &k.Email, &k.Doc, &k.CreatedAt, &k.ExpiresAt, &spent)
	if err != nil {
		return nil, fmt.Errorf("read token: %w", err)
	}
	if !found {
		return nil, nil
	}
	k.Organization, k.Member, k.SpentAt = organization.Int64, member.Int64, spent.Int64
	return &k, nil
}

// SpendToken notes that a token was redeemed.
func (t *Tx) SpendToken(k *Token, now time.Time) error {
	if _, err := t.exec(`UPDATE tokens SET spent_at = ? WHERE hash = ?`, now.Unix(), k.Hash); err != nil {
		return fmt.Errorf("spend token: %w", err)
	}
	return nil
}

// SupersedeTokens ends the tokens of a kind that went to an address, in an
// organization or 0 for none: they count as used.
func (t *Tx) SupersedeTokens(kind string, organization int64, email string, now time.Time) error {
	_, err := t.exec(`UPDATE tokens SET spent_at = ? WHERE organization IS ? AND kind = ? AND email = ? AND spent_at IS NULL`,
		now.Unix(), zeroNull(organization), kind, email)
	if err != nil {
		return fmt.Errorf("supersede tokens: %w", err)
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

// LastTokenTo returns the newest token of a kind that went to an address in an
// organization, live or not; nil when there is none.
func (t *Tx) LastTokenTo(kind string, organization int64, email string) (*Token, error) {
	var hash []byte
	found, err := t.row(`SELECT hash FROM tokens WHERE organization IS ? AND kind = ? AND email = ? ORDER BY created_at DESC LIMIT 1`,
		[]any{zeroNull(organization), kind, email}, &hash)
	if err != nil {
		return nil, fmt.Errorf("find token: %w", err)
	}
	if !found {
		return nil, nil
	}
	return t.Token(kind, hash)
}
