package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// LimitPages makes the database refuse to grow beyond so many pages, as a full
// disk would.
func (s *Store) LimitPages(ctx context.Context, pages int) error {
	return s.writer.run(ctx, func(tx *Tx) error {
		_, err := tx.conn.sql.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
		return err
	})
}

// Plans returns how SQLite runs each query that the transaction's connection
// has prepared, by statement.
func (t *Tx) Plans() (map[string]string, error) {
	plans := map[string]string{}
	for _, query := range slices.Collect(maps.Keys(t.conn.statements)) {
		if !strings.HasPrefix(query, "SELECT") {
			continue
		}
		err := t.rows("EXPLAIN QUERY PLAN "+query, make([]any, strings.Count(query, "?")), func(rows *sql.Rows) error {
			var id, parent, unused int
			var detail string
			err := rows.Scan(&id, &parent, &unused, &detail)
			plans[query] += detail + "\n"
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("plan of %s: %w", query, err)
		}
	}
	return plans, nil
}
