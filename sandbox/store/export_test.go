package store

import (
	"context"
	"fmt"
)

// LimitPages makes the database refuse to grow beyond so many pages, as a full
// disk would.
func (s *Store) LimitPages(ctx context.Context, pages int) error {
	return s.writer.run(ctx, func(tx *Tx) error {
		_, err := tx.conn.sql.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
		return err
	})
}
