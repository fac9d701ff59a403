package store

import (
	"database/sql"
	"fmt"
)

// SessionsOf returns the sessions of a member that are live at now, the oldest
// first.
func (t *Tx) SessionsOf(member, now int64) ([]*Session, error) {
	var found []*Session
	err := t.rows(selectSession+"WHERE member = ? AND expires_at > ? ORDER BY started_at, id", []any{member, now}, func(rows *sql.Rows) error {
		var s Session
		var factors, claims string
		err := rows.Scan(&s.ID, &s.Member, &s.StartedAt, &s.LastAccessedAt, &s.ExpiresAt, &factors, &claims)
		if err == nil {
			err = s.parse(factors, claims)
		}
		found = append(found, &s)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	return found, nil
}

// RevokeSession ends one session.
func (t *Tx) RevokeSession(id string) error {
	if _, err := t.exec("DELETE FROM sessions WHERE id = ?", id); err != nil {
		return fmt.Errorf("revoke session: %w", err)
	}
	return nil
}
