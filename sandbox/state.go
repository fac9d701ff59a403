package sandbox

import (
	"bufio"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Bounds of a state that travels.
const (
	stateTimeout = 10 * time.Minute
	maxState     = 8 << 30 // bytes
)

// done is the answer of a helper that has nothing to show.
type done struct {
	RequestID  string `json:"request_id"`
	StatusCode int    `json:"status_code"`
}

func writeDone(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, done{RequestID: requestID(r), StatusCode: http.StatusOK})
}

// spool is a file that nobody else sees and that is gone when it is closed: a
// state passes through it, so that no transaction waits for the network.
type spool struct{ *os.File }

func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "orgdeck-state-*") // mode 0600
	if err != nil {
		return nil, fmt.Errorf("make room for the state: %w", err)
	}
	_ = os.Remove(file.Name()) // not possible everywhere while it is open
	return &spool{file}, nil
}

// Close closes the file and removes it.
func (s *spool) Close() {
	_ = s.File.Close()
	_ = os.Remove(s.Name())
}

// rewind goes back to the beginning and returns how long the file is.
func (s *spool) rewind() (int64, error) {
	size, err := s.Seek(0, io.SeekCurrent)
	if err == nil {
		_, err = s.Seek(0, io.SeekStart)
	}
	return size, err
}

// exportState answers with the whole state. It is as secret as the key file: who
// has it can read every TOTP secret.
func (s *Server) exportState(w http.ResponseWriter, r *http.Request) {
	file, err := newSpool()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	defer file.Close()
	size, err := s.writeState(r.Context(), file)
	if err != nil {
		s.fail(w, r, fmt.Errorf("export state: %w", err))
		return
	}
	_ = http.NewResponseController(w).SetWriteDeadline(s.deadline())
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.FormatInt(size, 10))
	w.WriteHeader(http.StatusOK)
	_, _ = io.Copy(w, file) // a caller that has gone is no error of ours
}

// deadline is until when a state may travel, in the connection's own time.
func (s *Server) deadline() time.Time { return time.Now().Add(stateTimeout) }

// writeState writes the state as it is at one moment, and returns its length.
func (s *Server) writeState(ctx context.Context, file *spool) (int64, error) {
	buffered := bufio.NewWriterSize(file, 1<<16)
	err := s.store.Read(ctx, func(tx *store.Tx) error {
		return writeState(buffered, tx, s.vault.key())
	})
	if err == nil {
		err = buffered.Flush()
	}
	if err != nil {
		return 0, err
	}
	return file.rewind()
}

// importState replaces the whole state by the one in the body, or changes nothing.
func (s *Server) importState(w http.ResponseWriter, r *http.Request) {
	file, err := newSpool()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	defer file.Close()
	deadline := s.deadline()
	_ = http.NewResponseController(w).SetReadDeadline(deadline)
	_ = http.NewResponseController(w).SetWriteDeadline(deadline.Add(writeTimeout)) // to say that the body was late
	if _, err := io.Copy(file, http.MaxBytesReader(nil, r.Body, maxState)); err != nil {
		s.fail(w, r, refuse(b2b.ErrBadRequest, "the body ended too soon, or is too long"))
		return
	}
	if _, err := file.rewind(); err != nil {
		s.fail(w, r, fmt.Errorf("import state: %w", err))
		return
	}
	if err := s.readState(r.Context(), file); err != nil {
		s.fail(w, r, err)
		return
	}
	writeDone(w, r)
}

// readState puts the state that is read from file in the place of this one.
func (s *Server) readState(ctx context.Context, file io.Reader) error {
	s.skew.setting.Lock()
	defer s.skew.setting.Unlock()
	back, offset := func() {}, s.skew.seconds.Load()
	err := s.store.Replace(ctx, func(tx *store.Tx, rows *store.Refill) error {
		key, err := readState(file, rows)
		if err == nil && key != "" {
			back, err = s.takeKey(tx, key)
		}
		if err != nil {
			return err
		}
		return s.takeOver(tx)
	})
	if err != nil {
		back()
		s.keys.forget()
		s.skew.seconds.Store(offset)
		if wrong, ok := errors.AsType[*store.StateError](err); ok {
			return refuse(b2b.ErrBadRequest, "the state cannot be: %v", wrong)
		}
		return err
	}
	return nil
}

// takeOver sets the clock by an imported state, and refuses a state whose settings
// and keys cannot be used.
func (s *Server) takeOver(tx *store.Tx) error {
	s.keys.forget()
	s.skew.seconds.Store(0)
	if err := s.skew.load(tx); err != nil {
		return &store.StateError{Table: "settings", Err: err}
	}
	if _, err := s.policy(tx); err != nil {
		return &store.StateError{Table: "settings", Err: err}
	}
	if _, err := s.signingKeys(tx, s.now()); err != nil {
		return &store.StateError{Table: "signing_keys", Err: err}
	}
	err := tx.EachTOTP(func(member string, secret []byte) error {
		_, err := s.vault.current.Load().open(secret, member) // not by the key before
		return err
	})
	if err != nil {
		return &store.StateError{Table: "totps", Err: fmt.Errorf("the secrets were encrypted with another key: %w", err)}
	}
	return nil
}

// takeKey goes over to the key that a state came with, and keeps it sealed. It
// returns what goes back.
func (s *Server) takeKey(tx *store.Tx, key string) (back func(), err error) {
	back = func() {}
	raw, err := base64.StdEncoding.DecodeString(key)
	if err != nil || len(raw) != vaultKeySize {
		return back, refuse(b2b.ErrBadRequest, "key: not a key of %d bytes in base64", vaultKeySize)
	}
	sealed := base64.StdEncoding.EncodeToString(s.lock.seal(string(raw), dataKeyOwner))
	if err := tx.SetSetting(store.SettingDataKey, sealed); err != nil {
		return back, err
	}
	before, err := s.vault.use(raw)
	if err != nil {
		return back, err
	}
	return before, nil
}

// deleteData empties the sandbox. What stays are the keys: those that encrypt, and
// those that sign JWTs.
func (s *Server) deleteData(w http.ResponseWriter, r *http.Request) {
	s.skew.setting.Lock()
	defer s.skew.setting.Unlock()
	if err := s.store.Empty(r.Context()); err != nil {
		s.fail(w, r, fmt.Errorf("delete data: %w", err))
		return
	}
	s.skew.seconds.Store(0)
	s.faults.set(nil)
	writeDone(w, r)
}
