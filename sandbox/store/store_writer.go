package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync/atomic"
)

// maxShared is how many transactions share one commit at most, so that the first
// of them does not wait long.
const maxShared = 64

// writer is the one connection that writes. Those who ask for it while it is at
// work share a commit: each runs in a savepoint of its own, so that it alone is
// undone when it fails, and none returns before all of it is in the log.
type writer struct {
	pool    *pool // of one connection; whoever has that has the turn
	waiting atomic.Int64
	shared  *shared // begun and not yet committed; nil for none. Touched in one's turn only
}

// shared is a transaction of the database that several of ours make up.
type shared struct {
	size int
	done chan struct{} // closed when it has ended
	err  error         // why nothing of it was kept
}

func newWriter(dsn string) (*writer, error) {
	p, err := newPool(dsn, "BEGIN IMMEDIATE", 1)
	return &writer{pool: p}, err
}

// run runs do in a transaction that may share its commit. No statement of it is
// interrupted when ctx ends, which would undo what it shares with others; it is
// undone afterwards.
func (w *writer) run(ctx context.Context, do func(*Tx) error) error {
	var joined *shared
	err := w.turn(ctx, func(c *conn) (err error) {
		if w.shared == nil {
			if err := c.do("BEGIN IMMEDIATE"); err != nil {
				return fmt.Errorf("begin transaction: %w", err)
			}
			w.shared = &shared{done: make(chan struct{})}
		}
		joined = w.shared
		return w.join(ctx, c, do)
	})
	if joined == nil {
		return err
	}
	<-joined.done
	if err != nil {
		return err
	}
	return joined.err
}

// alone runs do in a transaction that shares nothing, begun in the given way, and
// which the end of ctx interrupts.
func (w *writer) alone(ctx context.Context, begin string, do func(*Tx) error) error {
	return w.turn(ctx, func(c *conn) error {
		w.commit(c)
		return c.transaction(ctx, begin, do)
	})
}

// emptyLog moves what the log holds into the database and gives the log's room
// back, as far as nobody reads what is in it: after a large transaction the log is
// as large as that.
func (w *writer) emptyLog(ctx context.Context) error {
	return w.turn(ctx, func(c *conn) error {
		w.commit(c)
		return c.do("PRAGMA wal_checkpoint(TRUNCATE)")
	})
}

// turn waits for the connection and passes it on after do. The last one who is
// there commits what is shared.
func (w *writer) turn(ctx context.Context, do func(*conn) error) error {
	w.waiting.Add(1)
	c, err := w.pool.take(context.Background()) // not given up when ctx ends: the others count on who waits
	w.waiting.Add(-1)
	if err != nil {
		return err
	}
	defer func() {
		if w.shared != nil && (w.waiting.Load() == 0 || w.shared.size >= maxShared) {
			w.commit(c)
		}
		w.pool.give(c)
	}()
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := w.pool.connect(ctx, c); err != nil {
		return err
	}
	return do(c)
}

// join runs do as a part of what is shared, and undoes that part when it fails or
// panics.
func (w *writer) join(ctx context.Context, c *conn, do func(*Tx) error) (err error) {
	first := w.shared.size == 0
	if !first {
		if err := c.do("SAVEPOINT part"); err != nil {
			return fmt.Errorf("begin transaction: %w", err)
		}
	}
	kept := false
	defer func() {
		if !kept {
			w.undo(c, first, err)
		}
	}()
	err = cmp.Or(do(&Tx{ctx: context.WithoutCancel(ctx), conn: c}), ctx.Err())
	if err != nil {
		return err
	}
	if !first {
		if err = c.do("RELEASE part"); err != nil {
			return fmt.Errorf("end transaction: %w", err)
		}
	}
	kept = true
	w.shared.size++
	return nil
}

// undo undoes the newest part, which failed with cause. Some failures, as of a
// full disk, have undone all that is shared.
func (w *writer) undo(c *conn, first bool, cause error) {
	if first {
		w.end(c, nil)
		return
	}
	if err := cmp.Or(c.do("ROLLBACK TO part"), c.do("RELEASE part")); err != nil {
		w.end(c, fmt.Errorf("a write that shared the commit has failed: %w", cmp.Or(cause, err)))
	}
}

// commit keeps what is shared, if anything is.
func (w *writer) commit(c *conn) {
	if w.shared == nil {
		return
	}
	if err := c.do("COMMIT"); err != nil {
		w.end(c, fmt.Errorf("commit: %w", err))
		return
	}
	close(w.shared.done)
	w.shared = nil
}

// end undoes what is shared, for the reason err.
func (w *writer) end(c *conn, err error) {
	_ = c.do("ROLLBACK") // it may have been undone already
	w.shared.err = err
	close(w.shared.done)
	w.shared = nil
}

// close commits what is shared and closes the connection.
func (w *writer) close() error {
	c, err := w.pool.take(context.Background())
	if errors.Is(err, errClosed) {
		return nil
	}
	if w.shared != nil {
		shared := w.shared
		w.commit(c)
		err = shared.err
	}
	w.pool.give(c)
	return errors.Join(err, w.pool.close())
}
