// Package sandbox is a Stytch-compatible B2B server over one SQLite file, for
// developing and testing without an account. Server is an http.Handler.
package sandbox

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// The credentials of a sandbox that is given none. They are no secret: a sandbox
// listens on this machine only, unless it is told otherwise.
const (
	DefaultProjectID            = "project-test-00000000-0000-4000-8000-000000000000"
	DefaultSecret    b2b.Secret = "secret-test-orgdeck-sandbox-secret-that-everybody-knows="
)

// Memory is the path of a sandbox that is gone when it is closed.
const Memory = store.Memory

// Options says how a Server runs. The zero value is a sandbox in memory with the
// default credentials, the real time, no rate limit and no log.
type Options struct {
	Path          string           // of the database; "" and Memory keep it in memory
	ProjectID     string           // "" is DefaultProjectID
	Secret        b2b.Secret       // "" is DefaultSecret
	Now           func() time.Time // nil is time.Now; /sandbox/v1/clock adds to it
	RateLimit     int              // requests a second; 0 is no limit
	PublicURL     string           // origin that addresses in answers begin with, such as https://auth.test; "" is where each caller has found the server
	RedirectHosts []string         // that links and sign-ins may lead to, beside this machine's own; none allows every host
	Passwords     PasswordRules
	UserInfo      string       // URL that sessions.migrate asks about the sessions of another system; "" is none
	Logger        *slog.Logger // nil discards
}

// Server answers the B2B API. It is safe for concurrent use; Close it when done.
type Server struct {
	projectID string
	secret    b2b.Secret
	base      func() time.Time
	log       *slog.Logger
	store     *store.Store
	entry     http.Handler
	lock      *vault // of the key file; opens the key of vault
	vault     *vault
	faults    faults
	limit     *limiter
	redirects []string // hosts
	skew      clockSkew
	passwords passwordRules
	userInfo  string
	publicURL string
	keys      keyring
	purge     purge
	computing chan struct{} // has room for what may be computed at once
}

// Open opens the database, makes it when there is none, and returns the server of
// it. Its errors are those of store.Open.
func Open(ctx context.Context, o Options) (*Server, error) {
	s := &Server{
		projectID: cmp.Or(o.ProjectID, DefaultProjectID),
		secret:    cmp.Or(o.Secret, DefaultSecret),
		base:      o.Now,
		log:       o.Logger,
		limit:     newLimiter(o.RateLimit),
		userInfo:  o.UserInfo,
		publicURL: strings.TrimSuffix(o.PublicURL, "/"),
		redirects: lowered(o.RedirectHosts),
		computing: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	if s.base == nil {
		s.base = time.Now
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	var err error
	if s.passwords, err = o.Passwords.load(); err != nil {
		return nil, err
	}
	path := cmp.Or(o.Path, Memory)
	db, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	s.store = db
	if err := s.start(ctx, path); err != nil {
		return nil, errors.Join(fmt.Errorf("open sandbox: %w", err), db.Close())
	}
	s.entry = s.injectFaults(s.routes())
	return s, nil
}

// Close closes the database, after the requests under way.
func (s *Server) Close() error { return s.store.Close() }
