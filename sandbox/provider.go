package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// signInPath is the page that stands for every identity provider there is.
const signInPath = "/sandbox/sign-in"

// How long somebody may take to sign in at a provider, and what comes of it lives.
const (
	flowTime  = 10 * time.Minute
	codeTime  = time.Minute
	tokenTime = 5 * time.Minute
)

// Kinds of flows, which are the stytch_token_type of what they end with.
const (
	flowOAuth     = "oauth"
	flowDiscovery = "discovery_oauth"
	flowSSO       = "sso"
)

// providerFlow is a sign-in through a provider that somebody has begun.
type providerFlow struct {
	Kind       string   `json:"kind"`
	Provider   string   `json:"provider,omitzero"`   // of OAuth
	Connection string   `json:"connection,omitzero"` // of SSO
	Login      string   `json:"login"`               // where members are sent back to
	Signup     string   `json:"signup"`              // where others are
	Challenge  string   `json:"code_challenge,omitzero"`
	Scopes     []string `json:"scopes,omitzero"`
}

// identity is who somebody is for a provider.
type identity struct {
	Flow    providerFlow `json:"flow"`
	Email   string       `json:"email"` // in lower case
	Name    string       `json:"name"`
	Subject string       `json:"subject"`
	Tenant  string       `json:"tenant,omitzero"`
	Groups  []string     `json:"groups,omitzero"`
	// Challenge is that of the flow, where spendLink looks for it.
	Challenge string `json:"code_challenge,omitzero"`
}

// providerRoutes are the addresses that browsers visit: they need no credentials.
func (s *Server) providerRoutes() []plainRoute {
	return []plainRoute{
		{http.MethodGet, "/v1/b2b/public/oauth/{provider}/start", s.startOAuth},
		{http.MethodGet, "/v1/b2b/public/oauth/{provider}/discovery/start", s.startDiscovery},
		{http.MethodGet, "/v1/public/sso/start", s.startSSO},
		{http.MethodGet, signInPath, s.showSignIn},
		{http.MethodPost, signInPath, s.takeIdentity},
		{http.MethodGet, "/v1/b2b/oauth/callback/{provider}", s.returnFromProvider},
		{http.MethodGet, "/v1/b2b/sso/callback/{connection_id}", s.returnFromProvider},
	}
}

// isForBrowsers reports whether a path is one of providerRoutes.
func isForBrowsers(path string) bool {
	return path == signInPath || slices.ContainsFunc(
		[]string{"/v1/b2b/public/oauth/", "/v1/b2b/oauth/callback/", "/v1/b2b/sso/callback/"},
		func(start string) bool { return strings.HasPrefix(path, start) })
}

// startOAuth begins a sign-in to an organization.
func (s *Server) startOAuth(w http.ResponseWriter, r *http.Request) {
	s.beginFlow(w, r, flowOAuth, func(c *call, flow *providerFlow) error {
		query := r.URL.Query()
		ref := query.Get("organization_id")
		if ref == "" {
			ref = query.Get("slug")
		}
		org, err := c.findOrganization(ref)
		c.org = org
		return err
	})
}

// startDiscovery begins a sign-in of somebody who will choose an organization.
func (s *Server) startDiscovery(w http.ResponseWriter, r *http.Request) {
	s.beginFlow(w, r, flowDiscovery, func(_ *call, flow *providerFlow) (err error) {
		if flow.Login, err = s.redirectURL(r.URL.Query().Get("discovery_redirect_url")); err != nil {
			return refuse(b2b.ErrInvalidDiscoveryRedirectURL, "%s", err)
		}
		flow.Signup = flow.Login
		return nil
	})
}

// startSSO begins a sign-in by a connection.
func (s *Server) startSSO(w http.ResponseWriter, r *http.Request) {
	s.beginFlow(w, r, flowSSO, func(c *call, flow *providerFlow) error {
		row, err := c.activeConnection(r.URL.Query().Get("connection_id"))
		if err != nil {
			return err
		}
		flow.Connection = row.ID
		c.org, err = c.tx.OrganizationBySeq(row.Organization)
		return err
	})
}

// activeConnection finds an SSO connection that is in use.
func (c *call) activeConnection(id string) (*store.Connection, error) {
	row, err := c.tx.Connection(id)
	if err == nil && (row == nil || row.Kind == store.ConnectionSCIM || row.Status != "active") {
		return nil, refuse(b2b.ErrSSOConnectionNotFound, "there is no active connection %q", id)
	}
	return row, err
}

// beginFlow keeps a flow under a new state and sends the browser to the provider.
func (s *Server) beginFlow(w http.ResponseWriter, r *http.Request, kind string, fill func(*call, *providerFlow) error) {
	var state string
	err := s.browse(r, func(c *call) error {
		flow, err := s.readFlow(r, kind)
		if err != nil {
			return err
		}
		if err := fill(c, flow); err != nil {
			return err
		}
		state, err = c.keepDoc(store.TokenProviderFlow, "", flow, flowTime)
		return err
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	http.Redirect(w, r, signInPath+"?"+url.Values{"state": {state}}.Encode(), http.StatusFound)
}

// browse runs do for a browser's request, in one transaction.
func (s *Server) browse(r *http.Request, do func(*call) error) error {
	return s.store.Write(r.Context(), func(tx *store.Tx) error {
		return do(s.browsing(r, tx))
	})
}

// browsing is the call of a browser's request.
func (s *Server) browsing(r *http.Request, tx *store.Tx) *call {
	return &call{ctx: r.Context(), tx: tx, now: s.now().Truncate(time.Second).UTC()}
}

// readFlow reads what every start has.
func (s *Server) readFlow(r *http.Request, kind string) (flow *providerFlow, err error) {
	query := r.URL.Query()
	flow = &providerFlow{
		Kind: kind, Provider: chi.URLParam(r, "provider"), Challenge: query.Get("pkce_code_challenge"),
		Scopes: strings.Fields(query.Get("custom_scopes")),
	}
	if !strings.HasPrefix(query.Get("public_token"), "public-token-") {
		return nil, refuse(b2b.ErrUnauthorizedCredentials, "public_token: begins with public-token-")
	}
	if _, known := oauthProviders()[flow.Provider]; kind != flowSSO && !known {
		return nil, refuse(b2b.ErrRouteNotFound, "there is no provider %q", flow.Provider)
	}
	if flow.Login, err = s.redirectURL(query.Get("login_redirect_url")); err != nil {
		return nil, refuse(b2b.ErrInvalidLoginRedirectURL, "%s", err)
	}
	if flow.Signup, err = s.redirectURL(query.Get("signup_redirect_url")); err != nil {
		return nil, refuse(b2b.ErrInvalidSignupRedirectURL, "%s", err)
	}
	return flow, checkChallenge(flow.Challenge)
}

// keepDoc keeps doc under a new token of a kind, for c's organization.
func (c *call) keepDoc(kind, email string, doc any, lives time.Duration) (token string, err error) {
	text, err := json.Marshal(doc)
	if err != nil {
		return "", fmt.Errorf("write %s: %w", kind, err)
	}
	token = newToken()
	kept := store.Token{
		Hash: hashToken(token), Kind: kind, Email: email, Doc: string(text),
		CreatedAt: c.now.Unix(), ExpiresAt: c.now.Add(lives).Unix(),
	}
	if c.org != nil {
		kept.Organization = c.org.Seq
	}
	return token, c.tx.AddToken(kept)
}

// openFlow finds the flow of a state that is still under way, with its
// organization, if any.
func (c *call) openFlow(state string) (*store.Token, *providerFlow, error) {
	found, err := c.tx.Token(store.TokenProviderFlow, hashToken(state))
	if err != nil {
		return nil, nil, err
	}
	if found == nil || !found.Live(c.now) {
		return nil, nil, refuse(b2b.ErrBadRequest, "state: unknown, used before, or too old: start again")
	}
	flow := &providerFlow{}
	if err := json.Unmarshal([]byte(found.Doc), flow); err != nil {
		return nil, nil, fmt.Errorf("read flow: %w", err)
	}
	if found.Organization != 0 {
		c.org, err = c.tx.OrganizationBySeq(found.Organization)
	}
	return found, flow, err
}

// callback is where the provider of a flow sends the browser back to.
func (f *providerFlow) callback() string {
	if f.Kind == flowSSO {
		return "/v1/b2b/sso/callback/" + url.PathEscape(f.Connection)
	}
	return "/v1/b2b/oauth/callback/" + f.Provider
}

// returnFromProvider ends a flow: the browser goes back to the application, with a
// token for what the provider has said.
func (s *Server) returnFromProvider(w http.ResponseWriter, r *http.Request) {
	var back string
	err := s.browse(r, func(c *call) (err error) {
		back, err = c.endFlow(r.URL.Query(), r.URL.Path)
		return err
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	noStore(w)
	http.Redirect(w, r, back, http.StatusFound)
}

// endFlow uses up state and code, which belong together, and returns the address
// to go on to.
func (c *call) endFlow(query url.Values, path string) (string, error) {
	state, flow, err := c.openFlow(query.Get("state"))
	if err != nil {
		return "", err
	}
	code, err := c.tx.Token(store.TokenProviderCode, hashToken(query.Get("state")+query.Get("code")))
	if err != nil {
		return "", err
	}
	if code == nil || !code.Live(c.now) || flow.callback() != path {
		return "", refuse(b2b.ErrBadRequest, "code: unknown, used before, or of another sign-in")
	}
	for _, used := range []*store.Token{state, code} {
		if err := c.tx.SpendToken(used, c.now); err != nil {
			return "", err
		}
	}
	token, err := c.keepDoc(flow.Kind, code.Email, json.RawMessage(code.Doc), tokenTime)
	if err != nil {
		return "", err
	}
	back := flow.Login
	if c.org != nil {
		m, err := c.tx.MemberByEmail(c.org.Seq, code.Email)
		if err != nil {
			return "", err
		}
		if m == nil || m.Status != b2b.MemberStatusActive {
			back = flow.Signup
		}
	}
	return linkURL(back, flow.Kind, token), nil
}
