package sandbox

import (
	"sync/atomic"
	"time"

	"example.com/orgdeck/sandbox/store"
)

const (
	purgeAfter = 30 * 24 * time.Hour // what has ended is kept so long: until then it says so
	purgeEvery = time.Hour
	purgeRows  = 200 // of each kind at once, so that no request waits long
)

// purge forgets what ended long ago, along with the writes of others: once an hour
// of the sandbox's clock, or at each write while there is more. Nothing runs while
// nobody writes.
type purge struct{ done atomic.Int64 }

// along purges in a transaction of somebody else, if it is time to.
func (p *purge) along(tx *store.Tx, now time.Time) error {
	if since := now.Sub(time.Unix(p.done.Load(), 0)); since >= 0 && since < purgeEvery {
		return nil
	}
	more, err := tx.Purge(now.Add(-purgeAfter).Unix(), purgeRows)
	if err == nil && !more {
		p.done.Store(now.Unix())
	}
	return err
}
