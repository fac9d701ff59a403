package sandbox

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/google/uuid"

	"example.com/orgdeck/api/b2b"
)

// maxBody is the longest request body, in bytes.
const maxBody = 1 << 20

type requestIDKey struct{}

// requestID is that of r; every answer to r carries it.
func requestID(r *http.Request) string {
	id, _ := r.Context().Value(requestIDKey{}).(string)
	return id
}

type originKey struct{}

// originOf is where this server is found, as the start of a URL: addresses in
// answers begin with it. It is Options.PublicURL, or the host that the caller of
// the request names. Headers of proxies say nothing: anybody can send them.
func originOf(ctx context.Context) string {
	origin, _ := ctx.Value(originKey{}).(string)
	return origin
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id := newID("request-id")
	w.Header().Set("X-Request-ID", id)
	ctx := context.WithValue(r.Context(), requestIDKey{}, id)
	r = r.WithContext(context.WithValue(ctx, originKey{}, cmp.Or(s.publicURL, "http://"+r.Host)))
	defer s.recover(w, r)
	if wait := s.limit.take(s.base()); wait > 0 {
		p := refuse(b2b.ErrTooManyRequests)
		p.headers = http.Header{"Retry-After": {strconv.Itoa(wait)}}
		s.fail(w, r, p)
		return
	}
	if err := s.checkCredentials(r); err != nil {
		s.fail(w, r, err)
		return
	}
	// The router takes RawPath where there is one: always give it that, so that
	// path segments are unescaped once, by us.
	r.URL.RawPath = r.URL.EscapedPath()
	s.entry.ServeHTTP(w, r)
}

// recover turns a panic of a handler into the answer 500.
func (s *Server) recover(w http.ResponseWriter, r *http.Request) {
	if v := recover(); v != nil {
		s.fail(w, r, fmt.Errorf("panic: %v\n%s", v, debug.Stack()))
	}
}

// checkCredentials refuses r unless it carries the project's credentials, or needs
// none.
func (s *Server) checkCredentials(r *http.Request) error {
	if isOpen(r.URL.Path) || isSCIM(r.URL.EscapedPath()) || isForBrowsers(r.URL.EscapedPath()) {
		return nil
	}
	user, password, ok := r.BasicAuth()
	userOK, passwordOK := sameText(user, s.projectID), sameText(password, s.secret.Reveal())
	switch {
	case userOK && passwordOK:
		return nil
	case !ok && r.Header.Get("Authorization") != "":
		return refuse(b2b.ErrInvalidAuthorizationHeader)
	case ok && !isID("project", user):
		return refuse(b2b.ErrInvalidProjectIDAuthentication)
	}
	return refuse(b2b.ErrUnauthorizedCredentials)
}

// isOpen tells the paths that need no project credentials.
func isOpen(path string) bool {
	return path == "/healthz" || strings.HasPrefix(path, "/v1/public/") || strings.HasPrefix(path, "/v1/b2b/sessions/jwks/")
}

// routes registers every endpoint of the contract: those that are implemented,
// and the answer 501 for the others.
func (s *Server) routes() http.Handler {
	router := chi.NewRouter()
	router.NotFound(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, refuse(b2b.ErrRouteNotFound, "there is no %s %s", r.Method, r.URL.Path))
	})
	router.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, refuse(b2b.ErrMethodNotAllowed, "%s does not take %s", r.URL.Path, r.Method))
	})
	router.Get("/healthz", s.health)
	router.HandleFunc(scimPattern, s.scim)
	for _, path := range append(s.sandboxRoutes(), s.providerRoutes()...) {
		router.Method(path.method, path.path, path.handler)
	}
	done := map[string]bool{}
	for _, route := range implemented() {
		done[route.endpoint.ID()] = true
		router.Method(route.endpoint.Method, route.endpoint.Path, route.handler(s))
	}
	for _, e := range b2b.Endpoints {
		if !done[e.ID()] {
			router.Method(e.Method, e.Path, s.notImplemented(e))
		}
	}
	return router
}

// plainRoute is a path outside the contract.
type plainRoute struct {
	method, path string
	handler      http.HandlerFunc
}

// route is an implemented endpoint of the contract.
type route struct {
	endpoint *b2b.Endpoint
	handler  func(*Server) http.HandlerFunc
}

// notImplemented answers for the endpoints that are still to come.
func (s *Server) notImplemented(e *b2b.Endpoint) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, &problem{
			status: http.StatusNotImplemented, kind: "not_implemented",
			message: "the sandbox does not implement " + e.ID() + " yet",
		})
	}
}

// health answers whether the server and its database work.
func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Ping(r.Context()); err != nil {
		s.fail(w, r, fmt.Errorf("health: %w", err))
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"status": "ok", "status_code": http.StatusOK, "request_id": requestID(r)})
}

// newID returns a fresh id of the contract's shape: prefix-test-<uuid4>.
func newID(prefix string) string { return prefix + "-test-" + uuid.NewString() }
