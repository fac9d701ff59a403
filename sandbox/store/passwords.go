package store

import "fmt"

// Password is one that is set. Its hash is "" when a new one has to be set first.
type Password struct{ ID, Hash string }

// AddressPassword returns the password that an address has in all organizations;
// nil when there is none.
func (t *Tx) AddressPassword(email string) (*Password, error) {
	var p Password
	found, err := t.row("SELECT id, hash FROM address_passwords WHERE email = ?", []any{email}, &p.ID, &p.Hash)
	if err != nil {
		return nil, fmt.Errorf("read password: %w", err)
	}
	if !found {
		return nil, nil
	}
	return &p, nil
}

// PutAddressPassword gives an address a password in all organizations, and so to
// its live members.
func (t *Tx) PutAddressPassword(email string, p Password) error {
	_, err := t.exec("INSERT OR REPLACE INTO address_passwords(email, id, hash) VALUES (?, ?, ?)", email, p.ID, p.Hash)
	if err == nil {
		_, err = t.exec("UPDATE members SET password_id = ?, password_hash = ? WHERE email = ? AND status <> 'deleted'", p.ID, p.Hash, email)
	}
	if err != nil {
		return fmt.Errorf("write password: %w", err)
	}
	return nil
}

// RevokeSessionsBut ends the sessions of a member but one, by id, and the
// intermediate sessions but one, by the hash of its token; either may be none.
func (t *Tx) RevokeSessionsBut(member int64, session string, intermediate []byte) error {
	_, err := t.exec("DELETE FROM sessions WHERE member = ? AND id <> ?", member, session)
	if err == nil {
		_, err = t.exec("DELETE FROM intermediate_sessions WHERE member = ? AND token_hash <> ?", member, intermediate)
	}
	if err != nil {
		return fmt.Errorf("revoke sessions: %w", err)
	}
	return nil
}
