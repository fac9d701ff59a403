// Package audit keeps a record of every write in a file that cannot be changed
// without a trace: each line holds the hash of the line before it.
package audit

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"example.com/orgdeck/filelock"
)

// Record is one write. Nothing in it is secret.
type Record struct {
	At        time.Time     `json:"at"`
	Profile   string        `json:"profile"`
	Project   string        `json:"project"`
	Who       string        `json:"who"`              // user of the operating system
	Acting    bool          `json:"acting,omitzero"`  // as a member
	Undoing   bool          `json:"undoing,omitzero"` // took an earlier write back
	Run       string        `json:"run,omitzero"`     // the bulk run that it was a part of
	Summary   string        `json:"summary"`
	Endpoint  string        `json:"endpoint"`
	Method    string        `json:"method"`
	Path      string        `json:"path"`
	Fields    []FieldRecord `json:"fields,omitzero"`
	RequestID string        `json:"request_id"`
	Outcome   string        `json:"outcome"`        // "done" or "failed"
	Why       string        `json:"why,omitzero"`   // it failed
	Previous  string        `json:"previous"`       // hash of the line before; "" on the first
	Hash      string        `json:"hash,omitempty"` // of this line without it
}

// FieldRecord is one value that a write altered.
type FieldRecord struct {
	Name   string `json:"name"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// BrokenError is a line that does not follow from the line before it: something
// has been changed, added or taken away.
type BrokenError struct {
	Line    int // from 1
	Problem string
}

// Error implements error.
func (e *BrokenError) Error() string {
	return fmt.Sprintf("the chain is broken at line %d: %s", e.Line, e.Problem)
}

// Log writes records. It is safe for concurrent use, by several processes too.
type Log struct {
	mu   sync.Mutex
	file *os.File
}

// Open opens the log in the file path, and makes it, with mode 0600, when there
// is none.
func Open(path string) (*Log, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("open the audit log: %w", err)
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the audit log: %w", err)
	}
	return &Log{file: file}, nil
}

// Add chains r to the last line, and writes it. It waits for other processes
// that are writing.
func (l *Log) Add(r Record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	err := filelock.Lock(l.file)
	if err == nil {
		err = errors.Join(l.add(r), filelock.Unlock(l.file))
	}
	if err != nil {
		return fmt.Errorf("write the audit log: %w", err)
	}
	return nil
}

func (l *Log) add(r Record) error {
	last, torn, err := lastLine(l.file)
	if err != nil {
		return err
	}
	r.Previous = ""
	if last != nil {
		var before Record
		if err := json.Unmarshal(last, &before); err != nil {
			return fmt.Errorf("its last line is no record: %w", err)
		}
		r.Previous = before.Hash
	}
	if r.Hash, err = hashOf(r); err != nil {
		return err
	}
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	if torn { // by a process that was killed while it wrote; what it left is seen by Verify
		line = append([]byte{'\n'}, line...)
	}
	_, err = l.file.Write(line)
	return err
}

// Close closes the log.
func (l *Log) Close() error { return l.file.Close() }

// hashOf is the SHA-256 of the line of r without its hash.
func hashOf(r Record) (string, error) {
	r.Hash = ""
	data, err := json.Marshal(r)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), nil
}

// tail is how much of the end of the file is read at first.
const tail = 64 << 10

// lastLine is the last whole line of file; nil when there is none. torn says that
// half a line stands behind it.
func lastLine(file *os.File) (line []byte, torn bool, err error) {
	info, err := file.Stat()
	if err != nil {
		return nil, false, err
	}
	for size := int64(tail); ; size *= 2 {
		from := max(0, info.Size()-size)
		data := make([]byte, info.Size()-from)
		if _, err := file.ReadAt(data, from); err != nil && !errors.Is(err, io.EOF) {
			return nil, false, err
		}
		end := bytes.LastIndexByte(data, '\n')
		torn = len(data) > 0 && end != len(data)-1
		if end < 0 && from == 0 {
			return nil, torn, nil
		}
		if begin := bytes.LastIndexByte(data[:max(end, 0)], '\n'); end >= 0 && (begin >= 0 || from == 0) {
			return data[begin+1 : end], torn, nil
		}
	}
}

// maxLine is how long a line may be, in bytes.
const maxLine = 16 << 20

// Read walks the records of the log in the file path, oldest first, and ends
// with a *BrokenError at the first line that does not follow from the one before
// it. A file that is not there has no records.
func Read(path string, each func(Record) error) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the audit log: %w", err)
	}
	defer func() { _ = file.Close() }() // it was only read
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxLine)
	previous := ""
	for n := 1; lines.Scan(); n++ {
		r, err := follow(lines.Bytes(), previous)
		if err != "" {
			return &BrokenError{n, err}
		}
		previous = r.Hash
		if err := each(r); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read the audit log: %w", err)
	}
	return nil
}

// follow reads a line that is to follow the one whose hash is previous.
func follow(line []byte, previous string) (r Record, problem string) {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return r, "it is no record"
	}
	hash, err := hashOf(r)
	again, _ := json.Marshal(r) // it was decoded, so it encodes
	switch {
	case err != nil || hash != r.Hash || !bytes.Equal(again, line):
		return r, "it was changed"
	case r.Previous != previous:
		return r, "the line before it was changed or taken away"
	}
	return r, ""
}
