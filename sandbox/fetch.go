package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// fetchTime is how long an identity provider has to describe itself.
const fetchTime = 3 * time.Second

// fetched is a document from elsewhere that a request needs, or why there is none.
type fetched struct {
	text []byte
	err  error
}

type fetchedKey struct{}

// fetchedFor returns the document that fetching has got for a request.
func fetchedFor(ctx context.Context) ([]byte, error) {
	f, ok := ctx.Value(fetchedKey{}).(fetched)
	if !ok {
		return nil, errors.New("not a URL that can be asked")
	}
	return f.text, f.err
}

// fetching gets the document that the field of a request leads to, before the
// request's transaction begins: no other write has to wait for a server elsewhere.
func fetching(field string, address func(string) string, of route) route {
	inner := of.handler
	of.handler = func(s *Server) http.HandlerFunc {
		next := inner(s)
		return func(w http.ResponseWriter, r *http.Request) {
			read, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
			r.Body = io.NopCloser(io.MultiReader(bytes.NewReader(read), &afterError{err: err, rest: r.Body}))
			var sent fields
			if json.Unmarshal(read, &sent) == nil {
				if u := parseAddress(sent.text(field)); u != nil && isSafe(u) {
					text, err := fetch(r.Context(), address(u.String()))
					r = r.WithContext(context.WithValue(r.Context(), fetchedKey{}, fetched{text, err}))
				}
			}
			next(w, r)
		}
	}
	return of
}

// afterError gives the error that reading has met, else what was not read yet.
type afterError struct {
	err  error
	rest io.Reader
}

func (a *afterError) Read(p []byte) (int, error) {
	if a.err != nil {
		return 0, a.err
	}
	return a.rest.Read(p)
}

// fetch gets a document of at most 1 MiB.
func fetch(ctx context.Context, address string) (text []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", address, err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, answer.Body.Close()) }()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %s", address, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, maxBody))
}
