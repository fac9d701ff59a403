package cli

import (
	"context"
	"net/http"

	"example.com/orgdeck/api"
	"example.com/orgdeck/sandbox"
)

// embedded is a sandbox in this process that may still be opening. It is an
// http.RoundTripper: calls wait until it is open, so that the first screen need
// not.
type embedded struct {
	opened    chan struct{} // closed when what follows is set
	server    *sandbox.Server
	transport http.RoundTripper
	err       error // why it could not be opened
}

// embed opens a sandbox in the background. The end of ctx ends the opening.
func embed(ctx context.Context, spec sandboxSpec) *embedded {
	e := &embedded{opened: make(chan struct{})}
	go func() {
		defer close(e.opened)
		if e.server, e.err = openSandbox(ctx, spec); e.err == nil {
			e.transport = api.Local(e.server)
		}
	}()
	return e
}

// wait returns when the sandbox is open, with the error that kept it from being.
func (e *embedded) wait() error {
	<-e.opened
	return e.err
}

// Close closes the sandbox once its opening is over.
func (e *embedded) Close() error {
	<-e.opened
	if e.server == nil {
		return nil // it could not be opened, and wait tells why
	}
	return e.server.Close()
}

// RoundTrip implements http.RoundTripper.
func (e *embedded) RoundTrip(r *http.Request) (*http.Response, error) {
	select {
	case <-e.opened:
	case <-r.Context().Done():
	}
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if e.err != nil {
		return nil, e.err
	}
	return e.transport.RoundTrip(r)
}
