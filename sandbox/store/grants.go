package store

import (
	"database/sql"
	"fmt"
)

// PutProviderGrant keeps what a source, a provider or a connection, has given a member. It
// replaces what that gave before. doc is encrypted.
func (t *Tx) PutProviderGrant(member int64, source string, doc []byte) error {
	if _, err := t.exec("INSERT OR REPLACE INTO provider_grants(member, source, doc) VALUES (?,?,?)", member, source, doc); err != nil {
		return fmt.Errorf("write provider grant: %w", err)
	}
	return nil
}

// ProviderGrants returns what each source has given a member.
func (t *Tx) ProviderGrants(member int64) (map[string][]byte, error) {
	found := map[string][]byte{}
	err := t.rows("SELECT source, doc FROM provider_grants WHERE member = ? ORDER BY source", []any{member}, func(rows *sql.Rows) error {
		var source string
		var doc []byte
		err := rows.Scan(&source, &doc)
		found[source] = doc
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read provider grants: %w", err)
	}
	return found, nil
}
