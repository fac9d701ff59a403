package transfer

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"example.com/orgdeck/filelock"
)

// State is what is known of an import that has begun, in a file of mode 0600: a
// line before each write, and one after it. So an import that was killed goes on
// where it was, and knows of which row it does not know what came of it.
type State struct {
	file *os.File
	rows map[int]mark // by line of the sheet
}

// mark is a line of the file.
type mark struct {
	Key       string `json:"import,omitempty"` // on the first line only
	Line      int    `json:"line,omitempty"`
	Step      step   `json:"step,omitempty"`
	MemberID  string `json:"member_id,omitempty"`
	RequestID string `json:"request_id,omitempty"`
	Why       string `json:"why,omitempty"`
}

// step is how far a row is.
type step string

const (
	sending step = "sending"
	created step = "created"
	failed  step = "failed"
)

// StatePath is where the state of p is kept: beside the file of the results, by
// a name that another file, organization or way of importing does not have.
func StatePath(results string, p *Plan) string {
	name := filepath.Base(results)
	return filepath.Join(filepath.Dir(results), strings.TrimSuffix(name, filepath.Ext(name))+".import-"+p.key[:12]+".jsonl")
}

// OpenState opens the state of p, and makes it when there is none. One that
// another process works on is refused with filelock.ErrLocked.
func OpenState(path string, p *Plan) (*State, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the state of the import: %w", err)
	}
	s := &State{file: file, rows: map[int]mark{}}
	if err := errors.Join(filelock.TryLock(file), file.Chmod(0o600)); err != nil {
		return nil, errors.Join(fmt.Errorf("open the state of the import: %w", err), file.Close())
	}
	if err := s.read(p.key); err != nil {
		return nil, errors.Join(fmt.Errorf("read the state of the import: %w", err), file.Close())
	}
	return s, nil
}

// ReadState is what an earlier run of p has left at path, to be looked at: no run
// can write to it. Nothing is left of most, and that is no error.
func ReadState(path string, p *Plan) (*State, error) {
	s := &State{rows: map[int]mark{}}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the state of the import: %w", err)
	}
	defer func() { _ = file.Close() }() // it was only read
	if _, err := s.takeIn(file, p.key); err != nil {
		return nil, fmt.Errorf("read the state of the import: %w", err)
	}
	return s, nil
}

// takeIn reads the lines that are whole, and returns how long they are.
func (s *State) takeIn(file *os.File, key string) (int64, error) {
	lines, whole := bufio.NewReader(file), int64(0)
	for n := 0; ; n++ {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return whole, nil
		}
		if err != nil {
			return 0, err
		}
		var m mark
		if err := json.Unmarshal(line, &m); err != nil || n == 0 && m.Key != key {
			return 0, fmt.Errorf("line %d is not of this import; move the file away to begin anew: %s", n+1, file.Name())
		}
		if m.Line > 0 {
			s.rows[m.Line] = m
		}
		whole += int64(len(line))
	}
}

// read takes in the lines that are whole. A half one, which a process left that
// was killed while it wrote, is cut off.
func (s *State) read(key string) error {
	whole, err := s.takeIn(s.file, key)
	if err != nil {
		return err
	}
	if err := s.file.Truncate(whole); err != nil {
		return err
	}
	if _, err := s.file.Seek(whole, io.SeekStart); err != nil {
		return err
	}
	if whole > 0 {
		return nil
	}
	return s.write(mark{Key: key})
}

// write adds a line. It is in the hands of the operating system when write
// returns, so the end of the process does not take it away.
func (s *State) write(m mark) error {
	var line bytes.Buffer
	if err := json.NewEncoder(&line).Encode(m); err != nil {
		return err
	}
	if _, err := s.file.Write(line.Bytes()); err != nil {
		return fmt.Errorf("write the state of the import: %w", err)
	}
	if m.Line > 0 {
		s.rows[m.Line] = m
	}
	return nil
}

// Begun reports whether an earlier run has sent something.
func (s *State) Begun() bool { return len(s.rows) > 0 }

// Close keeps the state for another run.
func (s *State) Close() error {
	if err := errors.Join(s.file.Sync(), s.file.Close()); err != nil {
		return fmt.Errorf("close the state of the import: %w", err)
	}
	return nil
}

// Remove is for a state that nobody needs any more.
func (s *State) Remove() error {
	if err := errors.Join(s.file.Close(), os.Remove(s.file.Name())); err != nil {
		return fmt.Errorf("remove the state of the import: %w", err)
	}
	return nil
}
