package store

import (
	"context"
	_ "embed"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

var (
	//go:embed schema.sql
	schema string
	//go:embed schema_apps.sql
	schemaApps string
	//go:embed schema_connections.sql
	schemaConnections string
	//go:embed schema_discovery.sql
	schemaDiscovery string
	//go:embed schema_passwords.sql
	schemaPasswords string
	//go:embed schema_grants.sql
	schemaGrants string
	//go:embed schema_search.sql
	schemaSearch string
	//go:embed schema_versions.sql
	schemaVersions string
	//go:embed schema_changes.sql
	schemaChanges string
)

// migrations bring a database from one version, its user_version, to the next.
// One that was released is never changed.
func migrations() []string {
	return []string{schema, schemaApps, schemaConnections, schemaDiscovery, schemaPasswords, schemaGrants, schemaSearch, schemaVersions, schemaChanges}
}

// NewerError says that a later version of the program has written the database.
type NewerError struct {
	Path        string
	Have, Knows int // schema versions
}

// Error implements error.
func (e *NewerError) Error() string {
	return fmt.Sprintf("%s was made by a newer orgdeck (schema %d, this one knows %d): update orgdeck, or use another file", e.Path, e.Have, e.Knows)
}

// ReadOnlyError says that the database, or its directory, cannot be written.
type ReadOnlyError struct {
	Path string
	Err  error
}

// Error implements error.
func (e *ReadOnlyError) Error() string {
	return fmt.Sprintf("%s cannot be opened for writing: give it, and its directory, write permission, or use another file", e.Path)
}

// Unwrap returns what the driver said.
func (e *ReadOnlyError) Unwrap() error { return e.Err }

// FullError says that there is no room for a write. Nothing of it was kept.
type FullError struct {
	Path string
	Err  error
}

// Error implements error.
func (e *FullError) Error() string { return fmt.Sprintf("no room left on the disk of %s", e.Path) }

// Unwrap returns what the driver said.
func (e *FullError) Unwrap() error { return e.Err }

// NotDatabaseError says that the file is something else, or damaged.
type NotDatabaseError struct {
	Path string
	Err  error
}

// Error implements error.
func (e *NotDatabaseError) Error() string {
	return fmt.Sprintf("%s is not a database of orgdeck, or it is damaged: use another file", e.Path)
}

// Unwrap returns what the driver said.
func (e *NotDatabaseError) Unwrap() error { return e.Err }

// explain gives the failures of the file itself their own types.
func explain(path string, err error) error {
	failure, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return err
	}
	if failure.Code() == sqlite3.SQLITE_IOERR_SHMSIZE { // the file beside the database cannot grow
		return &FullError{Path: path, Err: err}
	}
	switch failure.Code() & 0xff {
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return &ReadOnlyError{Path: path, Err: err}
	case sqlite3.SQLITE_FULL:
		return &FullError{Path: path, Err: err}
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return &NotDatabaseError{Path: path, Err: err}
	}
	return err
}

// isTaken reports whether err is that of a UNIQUE index.
func isTaken(err error) bool {
	failure, ok := errors.AsType[*sqlite.Error](err)
	return ok && failure.Code()&0xff == sqlite3.SQLITE_CONSTRAINT
}

// migrate runs the migrations that the database lacks, in one transaction. One
// that lacks none is only read, so that opening waits for no other writer.
func (s *Store) migrate(ctx context.Context) error {
	steps := migrations()
	lacking := false
	err := s.writer.alone(ctx, "BEGIN", func(tx *Tx) error {
		have, err := s.version(tx, len(steps))
		lacking = have < len(steps)
		return err
	})
	if err != nil || !lacking {
		return err
	}
	return s.writer.alone(ctx, "BEGIN IMMEDIATE", func(tx *Tx) error {
		have, err := s.version(tx, len(steps)) // another process may have been faster
		if err != nil {
			return err
		}
		for i := have; i < len(steps); i++ {
			if _, err := tx.conn.sql.ExecContext(ctx, steps[i]); err != nil {
				return fmt.Errorf("migrate to schema %d: %w", i+1, err)
			}
			if _, err := tx.conn.sql.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", i+1)); err != nil {
				return fmt.Errorf("note schema %d: %w", i+1, err)
			}
		}
		return nil
	})
}

// version is the database's schema version; *NewerError when it is above known.
func (s *Store) version(tx *Tx, known int) (have int, err error) {
	if _, err := tx.row("PRAGMA user_version", nil, &have); err != nil {
		return 0, err
	}
	if have > known {
		return have, &NewerError{Path: s.path, Have: have, Knows: known}
	}
	return have, nil
}
