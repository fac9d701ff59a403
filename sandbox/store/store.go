// Package store keeps the sandbox's state in one SQLite file: schema, migrations
// and queries. It knows rows and the contract's objects, and no HTTP.
package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
)

// Memory is the path of a database that lives as long as its Store.
const Memory = ":memory:"

// readers is how many reads may run at once, beside the one writer.
const readers = 4

// What a connection keeps of the file in memory, in KiB. The operating system
// keeps the rest: each reader having as much as the writer gains nothing.
const (
	writerCache = 8192
	readerCache = 4096
)

// Store is an open database. It is safe for concurrent use: one transaction
// writes at a time, and reads see the last one committed.
type Store struct {
	writer *writer
	reader *pool // nil for a database in memory, which has one connection
	path   string
}

// Open opens the database at path, makes it when there is none, and brings its
// schema up to date. Its errors are *NewerError, *ReadOnlyError and *FullError
// where that is the cause.
//
// A commit is in the write-ahead log before Write returns, so that killing the
// process loses nothing acknowledged. Only a crash of the machine may lose the
// last moments (synchronous=NORMAL), never the file's consistency.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := checkFile(path); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	writer, err := newWriter(dsn(path, writerCache))
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	s := &Store{path: path, writer: writer}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", explain(path, err)), writer.close())
	}
	if path == Memory {
		return s, nil
	}
	if s.reader, err = newPool(dsn(path, readerCache, "query_only(1)"), "BEGIN", readers); err != nil {
		return nil, errors.Join(fmt.Errorf("open database %s for reading: %w", path, err), writer.close())
	}
	s.reader.remember()
	return s, nil
}

// checkFile makes the file when there is none, for its owner only. SQLite alone
// would open one that cannot be written and fail at the first write.
func checkFile(path string) error {
	if path == Memory {
		return nil
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if errors.Is(err, syscall.ENOSPC) {
		return &FullError{Path: path, Err: err}
	}
	if err != nil {
		return &ReadOnlyError{Path: path, Err: err}
	}
	return file.Close()
}

// dsn names the database to the driver, with what every connection is set to, and
// the given settings beside.
func dsn(path string, cache int, also ...string) string {
	pragmas := append([]string{
		"busy_timeout(5000)", "foreign_keys(1)", "journal_mode(WAL)", "synchronous(NORMAL)",
		"temp_store(MEMORY)", fmt.Sprintf("cache_size(-%d)", cache), "journal_size_limit(67108864)",
	}, also...)
	query := url.Values{"_pragma": pragmas}.Encode()
	if path == Memory {
		return "file::memory:?" + query
	}
	name := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		name = "/" + name // C:/x is file:/C:/x
	}
	return "file:" + (&url.URL{Path: name}).EscapedPath() + "?" + query
}

// Close closes the database, after the transactions under way.
func (s *Store) Close() error {
	err := s.writer.close()
	if s.reader != nil {
		err = errors.Join(err, s.reader.close())
	}
	if err != nil {
		return fmt.Errorf("close database %s: %w", s.path, err)
	}
	return nil
}

// Write runs do in a transaction of its own: all of it is kept when do returns
// nil, else none. Transactions that are asked for at once may be kept by one
// commit. do must not call Read or Write, and must not take long.
func (s *Store) Write(ctx context.Context, do func(*Tx) error) error {
	return explain(s.path, s.writer.run(ctx, do))
}

// writeLong is Write for what takes long: it shares no commit, and ends when ctx
// does.
func (s *Store) writeLong(ctx context.Context, do func(*Tx) error) error {
	return explain(s.path, s.writer.alone(ctx, "BEGIN IMMEDIATE", do))
}

// Read runs do over one unchanging state of the database. do must not call Read
// or Write.
func (s *Store) Read(ctx context.Context, do func(*Tx) error) error {
	if s.reader == nil {
		return explain(s.path, s.writer.alone(ctx, "BEGIN", do))
	}
	return explain(s.path, s.reader.run(ctx, do))
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	return s.Read(ctx, func(tx *Tx) error {
		var one int
		_, err := tx.row("SELECT 1", nil, &one)
		return err
	})
}
