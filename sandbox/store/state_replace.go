package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// StateError says why rows cannot be the database's state. Nothing was changed.
type StateError struct {
	Table string
	Err   error
}

// Error implements error.
func (e *StateError) Error() string { return e.Table + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *StateError) Unwrap() error { return e.Err }

// Refill takes the rows of a new state.
type Refill struct {
	tx    *Tx
	known map[string]Table
	seen  map[string]bool
	rows  *batch // of the table that comes now
	table string
}

// Replace puts the rows that fill adds in the place of the whole state, in one
// transaction. *StateError when they contradict each other, or are not what the
// program can read.
func (s *Store) Replace(ctx context.Context, fill func(*Tx, *Refill) error) error {
	return s.writeLong(ctx, func(tx *Tx) (err error) {
		tables, err := tx.Tables()
		if err != nil {
			return err
		}
		away, err := tx.empty(tables)
		if err != nil {
			return err
		}
		r := &Refill{tx: tx, known: map[string]Table{}, seen: map[string]bool{}}
		for _, table := range tables {
			r.known[table.Name] = table
		}
		if err := fill(tx, r); err != nil {
			return err
		}
		return r.finish(away)
	})
}

// Empty removes the state, but for the signing keys.
func (s *Store) Empty(ctx context.Context) error {
	return s.writeLong(ctx, func(tx *Tx) error {
		tables, err := tx.Tables()
		if err != nil {
			return err
		}
		away, err := tx.empty(slices.DeleteFunc(tables, func(t Table) bool { return t.Name == "signing_keys" }))
		if err != nil {
			return err
		}
		return tx.putBack(away, 0, func(int, int) {})
	})
}

// empty removes the rows of tables, the last made first, and the indexes of text.
// It returns what putBack has to put back.
func (t *Tx) empty(tables []Table) ([]definition, error) {
	away, err := t.takeAway("members")
	if err != nil {
		return nil, fmt.Errorf("take indexes away: %w", err)
	}
	// Rows may come before those they refer to: all are checked afterwards.
	if err := t.define("PRAGMA defer_foreign_keys = 1"); err != nil {
		return nil, err
	}
	for i := len(tables) - 1; i >= 0; i-- {
		where := ""
		if tables[i].Name == "settings" {
			where = " WHERE name NOT IN (" + localSettings + ")"
		}
		if err := t.define("DELETE FROM " + tables[i].Name + where); err != nil {
			return nil, fmt.Errorf("empty %s: %w", tables[i].Name, err)
		}
	}
	for _, index := range []string{"organization_text", "member_text"} {
		if err := t.define("INSERT INTO " + index + "(" + index + ") VALUES ('delete-all')"); err != nil {
			return nil, fmt.Errorf("empty %s: %w", index, err)
		}
	}
	return away, nil
}

// Begin says that the next rows are of the table of that name, and have these
// columns. A table comes once; columns left out get their defaults.
func (r *Refill) Begin(name string, columns []Column) error {
	if _, ok := r.known[name]; !ok || r.seen[name] {
		return &StateError{Table: name, Err: errors.New("there is no such table, or it came before")}
	}
	r.seen[name] = true
	r.table, r.rows = name, newBatch(r.tx, name, columnList(columns))
	return nil
}

// Table returns the table of that name; false when there is none.
func (r *Refill) Table(name string) (Table, bool) {
	table, ok := r.known[name]
	return table, ok
}

// Add adds a row of the table that was begun.
func (r *Refill) Add(values []any) error { return r.explain(r.rows.add(values...)) }

// End ends the table that was begun.
func (r *Refill) End() error { return r.explain(r.rows.flush()) }

func (r *Refill) explain(err error) error {
	if isTaken(err) {
		return &StateError{Table: r.table, Err: err}
	}
	return err
}

// finish makes what follows from the rows, and checks them.
func (r *Refill) finish(away []definition) error {
	_, err := r.tx.exec(`INSERT INTO organization_text(rowid, name, slug, domains) SELECT seq, name, slug, ifnull(
		(SELECT group_concat(domain, char(10) ORDER BY position) FROM organization_domains WHERE organization = seq AND kind = 'allowed'), '') FROM organizations`)
	if err != nil {
		return fmt.Errorf("index organizations: %w", err)
	}
	if err := r.tx.putBack(away, 0, func(int, int) {}); err != nil {
		r.table = "members"
		return r.explain(err)
	}
	if err := r.tx.checkReferences(); err != nil {
		return err
	}
	return r.tx.checkReadable()
}

// checkReferences reports the first row that refers to one that is not there.
func (t *Tx) checkReferences() error {
	var table, parent string
	found, err := t.row(`SELECT "table", "parent" FROM pragma_foreign_key_check LIMIT 1`, nil, &table, &parent)
	if err != nil {
		return fmt.Errorf("check references: %w", err)
	}
	if found {
		return &StateError{Table: table, Err: fmt.Errorf("a row refers to one of %s that is not there", parent)}
	}
	return nil
}

// checkBatch is how many rows are held at once to see if they can be read.
const checkBatch = 500

// checkReadable reads everything that is kept as a document.
func (t *Tx) checkReadable() error {
	for last := int64(0); ; {
		found, err := t.organizationsWhere("o.seq > ? ORDER BY o.seq LIMIT ?", last, checkBatch)
		if err != nil {
			return &StateError{Table: "organizations", Err: err}
		}
		if len(found) == 0 {
			break
		}
		last = found[len(found)-1].Seq
	}
	for last := int64(0); ; {
		found, err := t.membersWhere("m.seq > ? ORDER BY m.seq LIMIT ?", last, checkBatch)
		if err != nil {
			return &StateError{Table: "members", Err: err}
		}
		if len(found) == 0 {
			break
		}
		last = found[len(found)-1].Seq
	}
	return t.checkDocuments()
}

// checkDocuments reads the documents of sessions and messages.
func (t *Tx) checkDocuments() error {
	err := t.rows("SELECT factors, custom_claims FROM sessions UNION ALL SELECT factors, '{}' FROM intermediate_sessions", nil, func(rows *sql.Rows) error {
		var factors, claims string
		if err := rows.Scan(&factors, &claims); err != nil {
			return err
		}
		return new(Session).parse(factors, claims)
	})
	if err != nil {
		return &StateError{Table: "sessions", Err: err}
	}
	if _, err := t.Messages("", "", -1); err != nil {
		return &StateError{Table: "outbox", Err: err}
	}
	return nil
}
