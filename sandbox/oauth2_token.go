package sandbox

import (
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

const (
	grantClient = "client_credentials"
	grantCode   = "authorization_code"

	bearer           = "bearer"
	m2mTokenLifetime = time.Hour

	claimScope  = "scope"
	claimClient = "client_id"
)

// tokenBody is what the token endpoint takes: beside the contract's fields, those
// of RFC 6749 for the codes that authorize has given out.
type tokenBody struct {
	b2b.GetM2MToken
	Code         b2b.Secret `json:"code"`
	RedirectURI  string     `json:"redirect_uri"`
	CodeVerifier b2b.Secret `json:"code_verifier"`
}

// tokenEndpoint is the contract's, together with what it does not say: the fields
// of codes, which public apps exchange without a secret.
func tokenEndpoint() *b2b.Endpoint {
	e := b2b.M2MToken
	e.Request = slices.Clone(e.Request)
	for i, f := range e.Request {
		switch f.Name {
		case "grant_type":
			e.Request[i].Enum = nil // has an error of its own
		case "client_secret":
			e.Request[i].Required = false
		}
	}
	for _, name := range []string{"code", "redirect_uri", "code_verifier"} {
		e.Request = append(e.Request, b2b.Field{Name: name, Type: "string"})
	}
	return &e
}

// exchangeToken gives a program an access token.
func (s *Server) exchangeToken(req *request[tokenBody]) (*b2b.GetM2MTokenResponse, error) {
	if err := s.ownProject(req.call); err != nil {
		return nil, err
	}
	switch req.Body.GrantType {
	case grantClient:
		return s.tokenOfClient(req)
	case grantCode:
		return s.tokenOfCode(req)
	}
	return nil, refuse(oauthUnsupportedGrant, "grant_type: must be %s or %s", grantClient, grantCode)
}

// tokenOfClient is for machines: the secret is all that they have to show.
func (s *Server) tokenOfClient(req *request[tokenBody]) (*b2b.GetM2MTokenResponse, error) {
	c, err := req.tx.M2MClient(req.Body.ClientID)
	if err != nil {
		return nil, err
	}
	if c == nil || c.Status != b2b.M2MClientStatusActive {
		return nil, refuse(b2b.ErrM2MClientNotFound)
	}
	secret := req.Body.ClientSecret.Reveal()
	if !s.vault.isOf(c.SecretHash, secret, c.ClientID) && !s.vault.isOf(c.NextSecretHash, secret, c.ClientID) {
		return nil, refuse(b2b.ErrInvalidClientSecret)
	}
	scopes := c.Scopes
	if asked := strings.Fields(orEmpty(req.Body.Scope)); len(asked) > 0 {
		scopes = asked
	}
	for _, scope := range scopes {
		if !covers(c.Scopes, scope) {
			return nil, refuse(b2b.ErrInvalidM2MClientScope, "the client has no scope %q", scope)
		}
	}
	return s.grantToken(req.call, m2mTokenLifetime, jwt.MapClaims{
		"sub": c.ClientID, "aud": []string{s.projectID}, claimScope: strings.Join(scopes, " "),
	})
}

// covers reports whether scopes hold scope: action:* holds every resource of it.
func covers(scopes []string, scope string) bool {
	action, _, hasResource := strings.Cut(scope, ":")
	return slices.Contains(scopes, scope) || hasResource && slices.Contains(scopes, action+":*")
}

// tokenOfCode is for apps that a member has let in.
func (s *Server) tokenOfCode(req *request[tokenBody]) (*b2b.GetM2MTokenResponse, error) {
	app, err := s.appOfRequest(req.call, req.Body.ClientID, req.Body.ClientSecret.Reveal())
	if err != nil {
		return nil, err
	}
	hash := hashToken(req.Body.Code.Reveal())
	code, err := req.tx.AppToken(hash, store.AppCode, req.now.Unix())
	if err != nil {
		return nil, err
	}
	if code == nil || code.App != app.Seq || code.RedirectURI != req.Body.RedirectURI || checkPKCE(code.Challenge, req.Body.CodeVerifier.Reveal()) != nil {
		return nil, refuse(oauthInvalidGrant, "the code is unknown, spent or expired, or was given for another app, redirect_uri or code_challenge")
	}
	if err := req.tx.SpendAppToken(hash); err != nil {
		return nil, err
	}
	member, org, err := req.liveMember(code.Member)
	if err != nil {
		return nil, err
	}
	if member == nil {
		return nil, refuse(oauthInvalidGrant, "the member is not active")
	}
	lifetime := time.Duration(app.AccessTokenExpiryMinutes) * time.Minute
	id := newID("access-token")
	access := *code
	access.Hash, access.Kind = hashToken(id), store.AppAccess
	access.CreatedAt, access.ExpiresAt = req.now.Unix(), req.now.Add(lifetime).Unix()
	if err := req.tx.AddAppToken(access); err != nil {
		return nil, err
	}
	audience := append([]string{s.projectID}, code.Resources...)
	if custom := orEmpty(app.AccessTokenCustomAudience); custom != "" {
		audience = append(audience, custom)
	}
	return s.grantToken(req.call, lifetime, jwt.MapClaims{
		"jti": id, "sub": member.MemberID, "aud": audience, claimScope: strings.Join(code.Scopes, " "), claimClient: app.ClientID,
		claimOrganization: b2b.OrganizationClaim{OrganizationID: org.OrganizationID, Slug: org.OrganizationSlug},
	})
}

// liveMember finds an active member and its organization; nil when there is none.
func (c *call) liveMember(seq int64) (*store.Member, *store.Organization, error) {
	member, err := c.tx.MemberBySeq(seq)
	if err != nil || member == nil || member.Status != b2b.MemberStatusActive {
		return nil, nil, err
	}
	org, err := c.tx.OrganizationBySeq(member.OrganizationSeq)
	return member, org, err
}

// appOfRequest finds the app that asks. One that is not public has to show its
// secret.
func (s *Server) appOfRequest(c *call, id, secret string) (*store.ConnectedApp, error) {
	app, err := c.tx.ConnectedApp(id)
	switch {
	case err != nil:
		return nil, err
	case app == nil:
		return nil, refuse(b2b.ErrInvalidClientID, "there is no connected app %q", id)
	case isPublic(app):
		return app, nil
	case !s.vault.isOf(app.SecretHash, secret, app.ClientID) && !s.vault.isOf(app.NextSecretHash, secret, app.ClientID):
		return nil, refuse(b2b.ErrInvalidClientSecret)
	}
	return app, nil
}

// grantToken signs an access token.
func (s *Server) grantToken(c *call, lifetime time.Duration, claims jwt.MapClaims) (*b2b.GetM2MTokenResponse, error) {
	claims["iss"], claims["iat"], claims["nbf"], claims["exp"] = s.issuer(), c.now.Unix(), c.now.Unix(), c.now.Add(lifetime).Unix()
	if err := s.sign(c, "AccessToken", claims); err != nil {
		return nil, err
	}
	return &b2b.GetM2MTokenResponse{ExpiresIn: int(lifetime / time.Second), TokenType: bearer}, nil
}
