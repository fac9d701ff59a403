package store

import (
	"database/sql"
	"fmt"
)

// SigningKey signs session JWTs.
type SigningKey struct {
	ID        string // kid
	Private   []byte // PKCS #8
	CreatedAt int64
}

// SigningKeys returns the keys that are not retired at now, in Unix seconds, the
// newest first.
func (t *Tx) SigningKeys(now int64) ([]SigningKey, error) {
	var keys []SigningKey
	err := t.rows("SELECT kid, private, created_at FROM signing_keys WHERE retired_at IS NULL OR retired_at > ? ORDER BY retired_at IS NOT NULL, created_at DESC, kid", []any{now}, func(rows *sql.Rows) error {
		var k SigningKey
		err := rows.Scan(&k.ID, &k.Private, &k.CreatedAt)
		keys = append(keys, k)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read signing keys: %w", err)
	}
	return keys, nil
}

// AddSigningKey keeps a new key, which takes the place of the others: those are
// retired at retire, in Unix seconds.
func (t *Tx) AddSigningKey(k SigningKey, retire int64) error {
	if _, err := t.exec("UPDATE signing_keys SET retired_at = ? WHERE retired_at IS NULL", retire); err != nil {
		return fmt.Errorf("retire signing keys: %w", err)
	}
	if _, err := t.exec("INSERT INTO signing_keys(kid, private, created_at) VALUES (?, ?, ?)", k.ID, k.Private, k.CreatedAt); err != nil {
		return fmt.Errorf("write signing key: %w", err)
	}
	return nil
}
