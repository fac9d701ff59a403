package sandbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// Bounds of a connection to the served sandbox.
const (
	readTimeout  = 30 * time.Second
	writeTimeout = 60 * time.Second
	idleTimeout  = 2 * time.Minute
	stopTimeout  = 3 * time.Second // for the requests under way when it ends
)

// helperPrefix is what the paths of all helpers begin with.
const helperPrefix = "/sandbox/v1/"

// sandboxRoutes are the helpers beside the API, under /sandbox/v1.
func (s *Server) sandboxRoutes() []plainRoute {
	return []plainRoute{
		{http.MethodGet, "/sandbox/v1/clock", s.showClock},
		{http.MethodPut, "/sandbox/v1/clock", s.setClock},
		{http.MethodGet, "/sandbox/v1/outbox", s.showOutbox},
		{http.MethodDelete, "/sandbox/v1/outbox", s.clearOutbox},
		{http.MethodGet, "/sandbox/v1/faults", s.showFaults},
		{http.MethodPut, "/sandbox/v1/faults", s.setFaults},
		{http.MethodGet, "/sandbox/v1/state", s.exportState},
		{http.MethodPut, "/sandbox/v1/state", s.importState},
		{http.MethodDelete, "/sandbox/v1/data", s.deleteData},
		{http.MethodPost, "/sandbox/v1/impersonation_tokens", s.mintImpersonation},
		{http.MethodPut, "/sandbox/v1/rbac_policy", s.setPolicy},
		{http.MethodPut, "/sandbox/v1/trusted_token_profiles", s.setTrustedProfiles},
	}
}

// Listen opens address, such as "127.0.0.1:4010", for Serve.
func Listen(ctx context.Context, address string) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is in use by another program: end it, or choose another port with --listen", address)
	}
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", address, err)
	}
	return listener, nil
}

// Serve answers the requests that come to listener, until ctx ends; then it gives
// those under way three seconds, and returns nil. It closes listener, not handler.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: readTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
	}
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	select {
	case err := <-stopped:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		_ = server.Close() // whoever still waits is cut off
	}
	if err := <-stopped; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}
