package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"
)

// Tx is one transaction. It must not outlive the function it was given to.
type Tx struct {
	ctx  context.Context
	conn *conn
}

// exec runs a statement and returns how many rows it changed.
func (t *Tx) exec(query string, args ...any) (int64, error) {
	stmt, err := t.conn.prepare(t.ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// insert runs an INSERT and returns the row's seq.
func (t *Tx) insert(query string, args ...any) (int64, error) {
	stmt, err := t.conn.prepare(t.ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// row scans the one row of query into dest and reports whether there was one. It
// is not interrupted: to listen for that takes longer than finding a row.
func (t *Tx) row(query string, args []any, dest ...any) (bool, error) {
	stmt, err := t.conn.prepare(t.ctx, query)
	if err != nil {
		return false, err
	}
	err = stmt.QueryRowContext(context.Background(), args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// rows calls scan for each row of query. scan must not run statements of the
// same query.
func (t *Tx) rows(query string, args []any, scan func(*sql.Rows) error) error {
	return t.each(t.ctx, query, args, scan)
}

// few is rows for what an index finds at once: like row, it is not interrupted.
func (t *Tx) few(query string, args []any, scan func(*sql.Rows) error) error {
	return t.each(context.Background(), query, args, scan)
}

func (t *Tx) each(ctx context.Context, query string, args []any, scan func(*sql.Rows) error) (err error) {
	stmt, err := t.conn.prepare(ctx, query)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// unix is a moment as the database keeps it; nil for none.
func unix(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.Unix()
}

// moment is the inverse of unix.
func moment(n sql.NullInt64) *time.Time {
	if !n.Valid {
		return nil
	}
	t := time.Unix(n.Int64, 0).UTC()
	return &t
}

// orNull is nil for "", so that the column is NULL.
func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// pointer is nil for NULL.
func pointer(text sql.NullString) *string {
	if !text.Valid {
		return nil
	}
	return &text.String
}

// text is what the database keeps: nil for NULL.
func text(column sql.NullString) any {
	if !column.Valid {
		return nil
	}
	return column.String
}

// number is text for numbers.
func number(column sql.NullInt64) any {
	if !column.Valid {
		return nil
	}
	return column.Int64
}

// deref is nil for none.
func deref(text *string) any {
	if text == nil {
		return nil
	}
	return *text
}

// encode is v as JSON text; nil when it is an empty list or map.
func encode[T any](v T, size int) (any, error) {
	if size == 0 {
		return nil, nil
	}
	text, err := json.Marshal(v)
	return string(text), err
}

// decode reads JSON text into v; NULL leaves it as it is.
func decode(text sql.NullString, v any) error {
	if !text.Valid || text.String == "" {
		return nil
	}
	return json.Unmarshal([]byte(text.String), v)
}

// eachIn calls add for each row of a JSON list, as json_group_array makes it.
func eachIn[T any](text string, add func(T) error) error {
	if text == "[]" {
		return nil
	}
	var rows []T
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return err
	}
	for _, row := range rows {
		if err := add(row); err != nil {
			return err
		}
	}
	return nil
}

// list is ids as JSON, for `IN (SELECT value FROM json_each(?))`: one statement
// for lists of any length.
func list[T any](values []T) (string, error) {
	if values == nil {
		return "[]", nil
	}
	text, err := json.Marshal(values)
	return string(text), err
}
