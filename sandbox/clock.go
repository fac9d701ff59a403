package sandbox

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// maxClockOffset bounds how far the clock can be moved, in seconds: a century.
const maxClockOffset = 100 * 365 * 24 * 60 * 60

// clockSkew is what /sandbox/v1/clock has added to the real time. It is kept in
// the database, so that time does not jump back with a restart.
type clockSkew struct {
	seconds atomic.Int64
	setting sync.Mutex // one change at a time, in the database and here
}

// load takes over the offset that the database holds.
func (k *clockSkew) load(tx *store.Tx) error {
	text, err := tx.Setting(store.SettingClockOffset)
	if err != nil || text == "" {
		return err
	}
	offset, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return fmt.Errorf("read clock offset: %w", err)
	}
	if !isNear(offset) {
		return fmt.Errorf("clock offset of %d seconds is too far", offset)
	}
	k.seconds.Store(offset)
	return nil
}

// now is the sandbox's time.
func (s *Server) now() time.Time {
	return s.base().Add(s.ClockMoved())
}

// ClockMoved is how far /sandbox/v1/clock has moved the sandbox's time from the
// real one.
func (s *Server) ClockMoved() time.Duration {
	return time.Duration(s.skew.seconds.Load()) * time.Second
}

// clockReading is the answer of GET and PUT /sandbox/v1/clock.
type clockReading struct {
	Now           time.Time `json:"now"`
	OffsetSeconds int64     `json:"offset_seconds"`
	RequestID     string    `json:"request_id"`
	StatusCode    int       `json:"status_code"`
}

func (s *Server) showClock(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, clockReading{
		Now: s.now().UTC().Truncate(time.Second), OffsetSeconds: s.skew.seconds.Load(),
		RequestID: requestID(r), StatusCode: http.StatusOK,
	})
}

// setClock moves the clock: on, by advance_seconds, or to offset_seconds from the
// real time.
func (s *Server) setClock(w http.ResponseWriter, r *http.Request) {
	sent, err := readBody(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.skew.setting.Lock()
	defer s.skew.setting.Unlock()
	var moved int64
	err = s.store.Write(r.Context(), func(tx *store.Tx) error {
		moved, err = s.skew.moved(sent)
		if err != nil {
			return err
		}
		return tx.SetSetting(store.SettingClockOffset, strconv.FormatInt(moved, 10))
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.skew.seconds.Store(moved)
	s.showClock(w, r)
}

// moved is the offset that a request asks for.
func (k *clockSkew) moved(sent fields) (int64, error) {
	if sent.has("advance_seconds") == sent.has("offset_seconds") {
		return 0, refuse(b2b.ErrBadRequest, "send one of advance_seconds and offset_seconds")
	}
	text, base := sent["offset_seconds"], int64(0)
	if sent.has("advance_seconds") {
		text, base = sent["advance_seconds"], k.seconds.Load()
	}
	seconds, err := strconv.ParseInt(string(text), 10, 64)
	if err != nil || !isNear(seconds) || !isNear(base+seconds) {
		return 0, refuse(b2b.ErrBadRequest, "seconds must be a whole number, and the clock stays within %d seconds of the real time", maxClockOffset)
	}
	return base + seconds, nil
}

// isNear reports whether the clock may be so many seconds off.
func isNear(seconds int64) bool { return -maxClockOffset <= seconds && seconds <= maxClockOffset }
