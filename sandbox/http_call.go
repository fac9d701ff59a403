package sandbox

import (
	"context"
	"net/http"
	"reflect"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// call is one request to an endpoint of the contract, inside its transaction.
type call struct {
	ctx      context.Context
	endpoint *b2b.Endpoint
	tx       *store.Tx
	now      time.Time // of the sandbox's clock, in whole seconds
	path     map[string]string
	sent     fields // the request's fields, as they came

	org     *store.Organization // that the path names; nil when it names none
	member  *store.Member       // likewise
	session *session            // that the request acts under; nil for the project itself

	writes   bool        // the transaction may change something
	known    map[any]any // what was computed for earlier attempts
	unsigned *unsigned   // the JWT that the answer is to carry; nil for none
}

// request is a call with its decoded body, or query.
type request[B any] struct {
	*call
	Body B
}

// none is the body of endpoints that take none.
type none struct{}

// handle makes a route of a plain function. What comes before do is the same for
// every endpoint, in the contract's order: JSON, path ids, session header, field
// validation, RBAC. do itself checks the state and changes it. Everything
// happens in one transaction, which a refusal undoes. do may be tried again from
// the start when it lacks something.
func handle[B, R any](e *b2b.Endpoint, do func(*Server, *request[B]) (*R, error)) route {
	return handleFound(e, nil, do)
}

// handleFound is handle for an endpoint whose organization and member do not
// follow from their ids: find sets them, after the others and before any check.
func handleFound[B, R any](e *b2b.Endpoint, find func(*Server, *request[B]) error, do func(*Server, *request[B]) (*R, error)) route {
	return route{endpoint: e, handler: func(s *Server) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			answer, err := answer(s, e, r, find, do)
			if err != nil {
				s.fail(w, r, err)
				return
			}
			seal(answer, requestID(r))
			writeJSON(w, http.StatusOK, answer)
		}
	}}
}

// admit makes every check of a request that is not of its endpoint alone.
func (s *Server) admit(r *http.Request, c *call) error {
	if err := s.enter(r, c); err != nil {
		return err
	}
	if err := c.validate(); err != nil {
		return err
	}
	return s.authorize(c)
}

// seal completes an answer: request id, status, [] and {} for what is empty.
func seal(answer any, requestID string) {
	b2b.Normalize(answer)
	v := reflect.ValueOf(answer).Elem()
	if f := v.FieldByName("RequestID"); f.IsValid() {
		f.SetString(requestID)
	}
	if f := v.FieldByName("StatusCode"); f.IsValid() {
		f.SetInt(http.StatusOK)
	}
}
