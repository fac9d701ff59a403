package sandbox

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// unready ends an attempt at a request that needs what cannot be had while others
// wait to write: what takes long to compute, or a transaction of another kind. The
// attempt is undone, then comes provide, then the next attempt.
type unready struct{ provide func(context.Context) error }

// Error implements error.
func (*unready) Error() string { return "not ready: the request has to be tried again" }

// beforehand returns what compute makes of key, which must be all that it depends
// on. The first attempt to ask for it ends: compute runs outside every transaction.
func beforehand[K comparable, T any](s *Server, c *call, key K, compute func() T) (T, error) {
	if known, ok := c.known[key].(T); ok {
		return known, nil
	}
	var none T
	return none, &unready{func(ctx context.Context) error {
		select {
		case s.computing <- struct{}{}:
			defer func() { <-s.computing }()
		case <-ctx.Done():
			return ctx.Err()
		}
		c.known[key] = compute()
		return nil
	}}
}

// mustWrite ends an attempt that only reads and now has to write.
func (c *call) mustWrite() error {
	if c.writes {
		return nil
	}
	return &unready{func(context.Context) error {
		c.writes = true
		return nil
	}}
}

// answer runs a request: it tries until nothing is lacking.
func answer[B, R any](s *Server, e *b2b.Endpoint, r *http.Request, find func(*Server, *request[B]) error, do func(*Server, *request[B]) (*R, error)) (*R, error) {
	req := &request[B]{call: &call{ctx: r.Context(), endpoint: e, known: map[any]any{}, writes: !onlyReads(e)}}
	if err := req.read(r, &req.Body); err != nil {
		return nil, err
	}
	for {
		result, err := attempt(s, r, req, find, do)
		if lacking, ok := errors.AsType[*unready](err); ok {
			err = lacking.provide(r.Context())
			if err == nil {
				continue
			}
		}
		if err == nil && req.unsigned != nil {
			err = s.signInto(result, req.unsigned)
		}
		return result, err
	}
}

// attempt runs a request in a transaction.
func attempt[B, R any](s *Server, r *http.Request, req *request[B], find func(*Server, *request[B]) error, do func(*Server, *request[B]) (*R, error)) (*R, error) {
	var result *R
	var kept *problem
	transaction := s.store.Read
	if req.writes {
		transaction = s.store.Write
	}
	err := transaction(r.Context(), func(tx *store.Tx) (err error) {
		c := req.call
		c.tx, c.org, c.member, c.session, c.unsigned = tx, nil, nil, nil, nil
		c.now = s.now().Truncate(time.Second).UTC()
		if err := c.resolve(); err != nil {
			return err
		}
		if find != nil {
			if err := find(s, req); err != nil {
				return err
			}
		}
		if err := s.admit(r, c); err != nil {
			return err
		}
		result, err = do(s, req)
		if p, ok := errors.AsType[*problem](err); ok && p.keeps {
			kept, err = p, nil
		}
		if err == nil && c.writes {
			err = s.purge.along(tx, c.now)
		}
		return err
	})
	if kept != nil && err == nil {
		return nil, kept
	}
	return result, err
}

// onlyReads reports whether e changes nothing, or nothing as a rule.
func onlyReads(e *b2b.Endpoint) bool {
	switch e.ID() {
	case b2b.PasswordsStrengthCheck.ID(), b2b.DiscoveryOrganizationsList.ID(), b2b.SessionsAuthenticate.ID():
		return true
	}
	return e.Method == http.MethodGet || e.Operation == "search"
}

// signInto signs a JWT and puts it into its field of an answer.
func (s *Server) signInto(answer any, u *unsigned) error {
	text, err := s.keys.sign(u.key, u.claims)
	if err == nil {
		reflect.ValueOf(answer).Elem().FieldByName(u.field).SetString(text)
	}
	return err
}
