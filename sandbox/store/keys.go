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

// SigningKeys returns the keys in use, the newest first.
func (t *Tx) SigningKeys() ([]SigningKey, error) {
	var keys []SigningKey
	err := t.rows("SELECT kid, private, created_at FROM signing_keys WHERE retired_at IS NULL ORDER BY created_at DESC, kid", nil, func(rows *sql.Rows) error {
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

// AddSigningKey keeps a new key.
func (t *Tx) AddSigningKey(k SigningKey) error {
	if _, err := t.exec("INSERT INTO signing_keys(kid, private, created_at) VALUES (?, ?, ?)", k.ID, k.Private, k.CreatedAt); err != nil {
		return fmt.Errorf("write signing key: %w", err)
	}
	return nil
}
