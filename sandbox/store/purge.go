package store

import "fmt"

// Purge forgets what ended before a moment, in Unix seconds, and nobody can ask
// for any more: sessions, links and codes, access tokens, mail, signing keys. It
// takes at most limit rows of each kind, and reports whether there may be more.
func (t *Tx) Purge(before int64, limit int) (more bool, err error) {
	for _, old := range []string{
		"sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < ?1 LIMIT ?2)",
		"intermediate_sessions WHERE token_hash IN (SELECT token_hash FROM intermediate_sessions WHERE expires_at < ?1 LIMIT ?2)",
		"tokens WHERE hash IN (SELECT hash FROM tokens WHERE expires_at < ?1 LIMIT ?2)",
		"app_tokens WHERE hash IN (SELECT hash FROM app_tokens WHERE expires_at < ?1 LIMIT ?2)",
		"outbox WHERE seq IN (SELECT seq FROM outbox ORDER BY seq LIMIT ?2) AND max(created_at, ifnull(expires_at, 0)) < ?1",
		"signing_keys WHERE kid IN (SELECT kid FROM signing_keys WHERE retired_at < ?1 LIMIT ?2)",
	} {
		n, err := t.exec("DELETE FROM "+old, before, limit)
		if err != nil {
			return false, fmt.Errorf("forget what has ended: %w", err)
		}
		more = more || n == int64(limit)
	}
	return more, nil
}
