package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	_ "modernc.org/sqlite" // registers the driver "sqlite"
)

// maxStatements bounds the prepared statements of a connection: searches make
// their own.
const maxStatements = 256

// pool is a fixed number of connections, opened when first needed, each with the
// statements prepared on it. Whichever was used last is used next, because it has
// most of what is needed again.
type pool struct {
	db    *sql.DB
	begin string
	turns chan struct{} // as many as there are idle connections
	mutex sync.Mutex    // of idle
	idle  []*conn
}

type conn struct {
	sql        *sql.Conn // nil until first used
	statements map[string]statement
	memory     *memory // nil for a connection that writes
}

// statement is a prepared one that is kept for its connection's next transaction.
type statement struct{ *sql.Stmt }

func newPool(dsn, begin string, size int) (*pool, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	p := &pool{db: db, begin: begin, turns: make(chan struct{}, size)}
	for range size {
		p.give(&conn{statements: map[string]statement{}})
	}
	return p, nil
}

// take waits for an idle connection, which has to be given back.
func (p *pool) take(ctx context.Context) (*conn, error) {
	select {
	case _, open := <-p.turns:
		if !open {
			return nil, errClosed
		}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	last := len(p.idle) - 1
	c := p.idle[last]
	p.idle = p.idle[:last]
	return c, nil
}

func (p *pool) give(c *conn) {
	p.mutex.Lock()
	p.idle = append(p.idle, c)
	p.mutex.Unlock()
	p.turns <- struct{}{}
}

// close waits for the transactions under way and closes every connection. Doing
// it twice is no error.
func (p *pool) close() error {
	var errs []error
	for range cap(p.turns) {
		c, err := p.take(context.Background())
		if errors.Is(err, errClosed) {
			return nil
		}
		for _, stmt := range c.statements {
			errs = append(errs, stmt.Close())
		}
		if c.sql != nil {
			errs = append(errs, c.sql.Close())
		}
	}
	close(p.turns)
	return errors.Join(append(errs, p.db.Close())...)
}

var errClosed = errors.New("the database is closed")

// run runs do in a transaction on a free connection.
func (p *pool) run(ctx context.Context, do func(*Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer p.give(c)
	if err := p.connect(ctx, c); err != nil {
		return err
	}
	return c.transaction(ctx, p.begin, do)
}

// connect opens c when it is used for the first time.
func (p *pool) connect(ctx context.Context, c *conn) (err error) {
	if c.sql == nil {
		c.sql, err = p.db.Conn(context.WithoutCancel(ctx)) // it outlives this call
	}
	return err
}

// transaction keeps what do changed when it returns nil. Only statements run
// under ctx, which interrupts them; the end of the transaction always comes,
// even when do panics.
func (c *conn) transaction(ctx context.Context, begin string, do func(*Tx) error) (err error) {
	if err := c.do(begin); err != nil {
		return fmt.Errorf("begin transaction: %w", err)
	}
	committed := false
	defer func() {
		if committed {
			return
		}
		// Some failures, as of a full disk, have rolled back already.
		_ = c.do("ROLLBACK")
	}()
	if err := do(&Tx{ctx: ctx, conn: c}); err != nil {
		return err
	}
	if err := c.do("COMMIT"); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	committed = true
	return nil
}

// do runs a statement without values, whatever becomes of the caller.
func (c *conn) do(query string) error {
	ctx := context.Background()
	stmt, err := c.prepare(ctx, query)
	if err == nil {
		_, err = stmt.ExecContext(ctx)
	}
	return err
}

// prepare returns the statement of query, prepared once for a connection.
func (c *conn) prepare(ctx context.Context, query string) (statement, error) {
	if stmt, ok := c.statements[query]; ok {
		return stmt, nil
	}
	if len(c.statements) >= maxStatements {
		for text, stmt := range c.statements {
			if err := stmt.Close(); err != nil {
				return statement{}, err
			}
			delete(c.statements, text)
		}
	}
	stmt, err := c.sql.PrepareContext(context.WithoutCancel(ctx), query)
	if err != nil {
		return statement{}, fmt.Errorf("prepare %q: %w", query, err)
	}
	c.statements[query] = statement{stmt}
	return c.statements[query], nil
}
