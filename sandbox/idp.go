package sandbox

import (
	"net/url"
	"slices"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

const codeLifetime = 10 * time.Minute

const (
	scopeOffline    = "offline_access"
	scopeFullAccess = "full_access"
	promptConsent   = "consent"
)

// idpRoutes are the endpoints that make the project an identity provider.
func idpRoutes() []route {
	return []route{
		handleFound(&b2b.IDPOAuthAuthorizeStart, (*Server).findAuthorizer, (*Server).startAuthorize),
		handleFound(&b2b.IDPOAuthAuthorize, (*Server).findGranter, (*Server).authorizeApp),
		handle(&b2b.IDPIntrospectTokenNetwork, (*Server).introspectToken),
		handle(tokenEndpoint(), (*Server).exchangeToken),
		handle(&b2b.SessionsExchangeAccessToken, (*Server).exchangeAccessToken),
	}
}

func (s *Server) findAuthorizer(req *request[b2b.AuthorizeIDPOAuthStart]) error {
	return s.memberOfSession(req.call, req.Body.SessionToken, req.Body.SessionJWT)
}

func (s *Server) findGranter(req *request[b2b.AuthorizeIDPOAuth]) error {
	return s.memberOfSession(req.call, req.Body.SessionToken, req.Body.SessionJWT)
}

// memberOfSession lets a session in the body say who the member is.
func (s *Server) memberOfSession(c *call, token, jwt *b2b.Secret) error {
	if (reveal(token) == "") == (reveal(jwt) == "") {
		return nil // validation says what is wrong, if anything is
	}
	held, err := s.resolveSession(c.tx, c.now, reveal(token), reveal(jwt))
	if err != nil {
		return err
	}
	c.member = held.member
	c.org, err = c.tx.OrganizationBySeq(held.member.OrganizationSeq)
	return err
}

// authorization is what an app asks of a member.
type authorization struct {
	app    *store.ConnectedApp
	scopes []b2b.IDPScopeResult
	names  []string
}

// startAuthorize tells what an app asks for, and whether the member has to be
// asked.
func (s *Server) startAuthorize(req *request[b2b.AuthorizeIDPOAuthStart]) (*b2b.AuthorizeIDPOAuthStartResponse, error) {
	asked, err := s.authorization(req.call, req.Body.ClientID, req.Body.RedirectURI, req.Body.Scopes)
	if err != nil {
		return nil, err
	}
	consent, err := req.needsConsent(asked, orEmpty(req.Body.Prompt))
	if err != nil {
		return nil, err
	}
	app := asked.app
	return &b2b.AuthorizeIDPOAuthStartResponse{
		MemberID: req.member.MemberID, Member: shown(req.member, req.org, req.now), Organization: req.org.Organization,
		Client: b2b.ConnectedAppPublic{
			ClientID: app.ClientID, ClientName: app.ClientName, ClientDescription: app.ClientDescription, ClientType: app.ClientType, LogoURL: app.LogoURL,
		},
		ConsentRequired: consent, ScopeResults: asked.scopes,
	}, nil
}

// authorization checks what an app asks for.
func (s *Server) authorization(c *call, client, redirect string, scopes []string) (*authorization, error) {
	app, err := c.app(client)
	switch {
	case err != nil:
		return nil, err
	case !slices.Contains(app.RedirectURLs, redirect):
		return nil, refuse(b2b.ErrConnectedAppSuppliedRedirectURLNotFoundInClient)
	case !letsIn(c.org, app):
		return nil, refuse(b2b.ErrConnectedAppNotAllowedForOrg)
	}
	asked := &authorization{app: app}
	policy, err := s.policy(c.tx)
	if err != nil {
		return nil, err
	}
	roles, err := s.roles(c.tx, c.org)
	if err != nil {
		return nil, err
	}
	held := memberRoleIDs(c)
	for _, name := range scopes {
		result, ok := scopeResult(name, app, policy, func(resource, action string) bool { return len(granting(roles, held, resource, action)) > 0 })
		if !ok {
			return nil, refuse(b2b.ErrInvalidRBACScope, "there is no scope %q", name)
		}
		if !slices.Contains(asked.names, name) {
			asked.names, asked.scopes = append(asked.names, name), append(asked.scopes, result)
		}
	}
	return asked, nil
}

func memberRoleIDs(c *call) []string {
	var ids []string
	for _, role := range allRoles(c.member, c.org) {
		ids = append(ids, role.RoleID)
	}
	return ids
}

// letsIn reports whether the organization allows the app.
func letsIn(org *store.Organization, app *store.ConnectedApp) bool {
	kind, list := org.FirstPartyConnectedAppsAllowedType, org.AllowedFirstPartyConnectedApps
	if isThirdParty(app) {
		kind, list = org.ThirdPartyConnectedAppsAllowedType, org.AllowedThirdPartyConnectedApps
	}
	switch kind {
	case b2b.FirstPartyConnectedAppsAllowedTypeNotAllowed:
		return false
	case b2b.FirstPartyConnectedAppsAllowedTypeRestricted:
		return slices.Contains(list, app.ClientID)
	}
	return true
}

// scopeResult says what a scope is, and whether the member can give it: those of
// the policy only by holding every permission of it.
func scopeResult(name string, app *store.ConnectedApp, policy b2b.Policy, may func(resource, action string) bool) (b2b.IDPScopeResult, bool) {
	result := b2b.IDPScopeResult{Scope: name, IsGrantable: true}
	switch name {
	case "openid":
		result.Description = "Know who you are"
	case "profile":
		result.Description = "See your name"
	case "email":
		result.Description = "See your e-mail address"
	case "phone":
		result.Description = "See your phone number"
	case scopeOffline:
		result.Description = "Act for you while you are away"
	case scopeFullAccess:
		result.Description, result.IsGrantable = "Do everything that you may do", app.FullAccessAllowed
	default:
		i := slices.IndexFunc(policy.Scopes, func(s b2b.PolicyScope) bool { return s.Scope == name })
		if i < 0 {
			return result, false
		}
		result.Description = policy.Scopes[i].Description
		result.IsGrantable = !slices.ContainsFunc(policy.Scopes[i].Permissions, func(p b2b.PolicyScopePermission) bool {
			return slices.ContainsFunc(p.Actions, func(action string) bool { return !may(p.ResourceID, action) })
		})
	}
	return result, true
}

// needsConsent reports whether the member has to be asked: third parties always
// until they were let in, one's own apps only for access while one is away.
func (c *call) needsConsent(asked *authorization, prompt string) (bool, error) {
	if prompt == promptConsent {
		return true, nil
	}
	if !isThirdParty(asked.app) && (!slices.Contains(asked.names, scopeOffline) || asked.app.BypassConsentForOfflineAccess) {
		return false, nil
	}
	grants, err := c.tx.Grants(c.org.Seq, c.member.Seq, asked.app.Seq)
	if err != nil {
		return false, err
	}
	return !slices.ContainsFunc(grants, func(g store.GrantedApp) bool {
		return !slices.ContainsFunc(asked.names, func(name string) bool { return !slices.Contains(g.Scopes, name) })
	}), nil
}

// authorizeApp notes what the member has decided, and gives the app a code when
// that was yes.
func (s *Server) authorizeApp(req *request[b2b.AuthorizeIDPOAuth]) (*b2b.AuthorizeIDPOAuthResponse, error) {
	asked, err := s.authorization(req.call, req.Body.ClientID, req.Body.RedirectURI, req.Body.Scopes)
	if err != nil {
		return nil, err
	}
	if err := checkAppChallenge(asked.app, orEmpty(req.Body.CodeChallenge)); err != nil {
		return nil, err
	}
	answer := url.Values{}
	if state := orEmpty(req.Body.State); state != "" {
		answer.Set("state", state)
	}
	if !req.Body.ConsentGranted {
		answer.Set("error", "access_denied")
		return &b2b.AuthorizeIDPOAuthResponse{RedirectURI: withQuery(req.Body.RedirectURI, answer)}, nil
	}
	for _, scope := range asked.scopes {
		if !scope.IsGrantable {
			return nil, refuse(b2b.ErrInvalidRBACScope, "the member cannot grant %q", scope.Scope)
		}
	}
	if err := req.tx.PutGrant(asked.app.Seq, req.member.Seq, asked.names, req.now.Unix()); err != nil {
		return nil, err
	}
	code := newToken()
	err = req.tx.AddAppToken(store.AppToken{
		Hash: hashToken(code), Kind: store.AppCode, App: asked.app.Seq, Member: req.member.Seq, CreatedAt: req.now.Unix(), ExpiresAt: req.now.Add(codeLifetime).Unix(),
		Scopes: asked.names, RedirectURI: req.Body.RedirectURI, Challenge: orEmpty(req.Body.CodeChallenge), Nonce: orEmpty(req.Body.Nonce), Resources: req.Body.Resources,
	})
	if err != nil {
		return nil, err
	}
	answer.Set("code", code)
	return &b2b.AuthorizeIDPOAuthResponse{RedirectURI: withQuery(req.Body.RedirectURI, answer), AuthorizationCode: (*b2b.Secret)(&code)}, nil
}

// checkAppChallenge refuses what cannot be a PKCE challenge, and public apps that
// send none: they have nothing else to prove that the code is theirs.
func checkAppChallenge(app *store.ConnectedApp, challenge string) error {
	if challenge == "" && isPublic(app) {
		return refuse(b2b.ErrInvalidPKCECodeChallenge, "a public app has to send a code_challenge")
	}
	return checkChallenge(challenge)
}

// withQuery adds values to the query of an address.
func withQuery(address string, values url.Values) string {
	u, err := url.Parse(address)
	if err != nil {
		return address // was checked when it was registered
	}
	query := u.Query()
	for name := range values {
		query.Set(name, values.Get(name))
	}
	u.RawQuery = query.Encode()
	return u.String()
}
