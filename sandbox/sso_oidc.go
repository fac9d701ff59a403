package sandbox

import (
	"encoding/json"
	"fmt"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

type oidcConnection struct{ b2b.OIDCConnection }

// secretOfClient is the name of an OIDC connection's only secret.
const secretOfClient = "client_secret"

func (d *oidcConnection) hide() map[string]b2b.Secret {
	if d.ClientSecret == "" {
		return nil
	}
	secrets := map[string]b2b.Secret{secretOfClient: d.ClientSecret}
	d.ClientSecret = ""
	return secrets
}

func (d *oidcConnection) reveal(secrets map[string]b2b.Secret, origin string) {
	if secret, ok := secrets[secretOfClient]; ok {
		d.ClientSecret = secret
	}
	d.RedirectURL = callbackURL(origin, d.ConnectionID)
}

func (d *oidcConnection) state() string {
	d.Status = statusOf(d.Issuer, d.ClientID, d.ClientSecret.Reveal(), d.AuthorizationURL, d.TokenURL, d.UserinfoURL, d.JWKSURL)
	return d.Status
}

func (s *Server) createOIDC(req *request[b2b.CreateOIDCConnection]) (*b2b.CreateOIDCConnectionResponse, error) {
	if err := checkDisplayName(req.Body.DisplayName); err != nil {
		return nil, err
	}
	doc := &oidcConnection{b2b.OIDCConnection{
		OrganizationID: req.org.OrganizationID, ConnectionID: newID("oidc-connection"), DisplayName: given(req.Body.DisplayName, ""),
		IdentityProvider: given(req.Body.IdentityProvider, genericProvider), AttributeMapping: b2b.Object{},
	}}
	if err := s.addConnection(req.call, store.ConnectionOIDC, doc.ConnectionID, doc); err != nil {
		return nil, err
	}
	return &b2b.CreateOIDCConnectionResponse{Connection: &doc.OIDCConnection}, nil
}

func (s *Server) updateOIDC(req *request[b2b.UpdateOIDCConnection]) (*b2b.UpdateOIDCConnectionResponse, error) {
	doc := &oidcConnection{}
	row, err := s.findConnection(req.call, store.ConnectionOIDC, b2b.ErrOIDCConnectionNotFound, doc)
	if err != nil {
		return nil, err
	}
	if err := checkOIDC(req.Body); err != nil {
		return nil, err
	}
	answer := &b2b.UpdateOIDCConnectionResponse{}
	if req.Body.Issuer != nil && *req.Body.Issuer != "" {
		if err := doc.discover(req.call, *req.Body.Issuer); err != nil {
			warning := err.Error()
			answer.Warning = &warning
		}
	}
	doc.apply(req.Body)
	if err := s.saveConnection(req.call, row, doc); err != nil {
		return nil, err
	}
	answer.Connection = &doc.OIDCConnection
	return answer, nil
}

// checkOIDC checks the fields that were sent.
func checkOIDC(b b2b.UpdateOIDCConnection) error {
	if err := checkDisplayName(b.DisplayName); err != nil {
		return err
	}
	if text := b.Issuer; text != nil && *text != "" {
		if u := parseAddress(*text); u == nil || !isSafe(u) {
			return refuse(b2b.ErrOIDCConnectionIssuerURLInvalidFormat)
		}
	}
	return checkAddresses(map[string]*string{
		b2b.ErrOIDCConnectionAuthorizationURLInvalidFormat: b.AuthorizationURL,
		b2b.ErrOIDCConnectionTokenURLInvalidFormat:         b.TokenURL,
		b2b.ErrOIDCConnectionUserinfoURLInvalidFormat:      b.UserinfoURL,
		b2b.ErrOIDCConnectionJWKSURLInvalidFormat:          b.JWKSURL,
	})
}

func (d *oidcConnection) apply(b b2b.UpdateOIDCConnection) {
	set(&d.DisplayName, b.DisplayName)
	set(&d.ClientID, b.ClientID)
	set(&d.ClientSecret, b.ClientSecret)
	set(&d.Issuer, b.Issuer)
	set(&d.AuthorizationURL, b.AuthorizationURL)
	set(&d.TokenURL, b.TokenURL)
	set(&d.UserinfoURL, b.UserinfoURL)
	set(&d.JWKSURL, b.JWKSURL)
	set(&d.IdentityProvider, b.IdentityProvider)
	set(&d.CustomScopes, b.CustomScopes)
	if b.AttributeMapping != nil {
		d.AttributeMapping = b.AttributeMapping
	}
}

// discoveryAddress is where an issuer describes itself.
func discoveryAddress(issuer string) string {
	return strings.TrimSuffix(issuer, "/") + "/.well-known/openid-configuration"
}

// metadataAddress is where SAML metadata is: the URL itself.
func metadataAddress(text string) string { return text }

// discover fills in the addresses that the issuer says. Its errors are warnings:
// the addresses can be given by hand.
func (d *oidcConnection) discover(c *call, issuer string) error {
	text, err := fetchedFor(c.ctx)
	if err != nil {
		return fmt.Errorf("the discovery document of the issuer could not be fetched: %w", err)
	}
	var found struct {
		Issuer           string `json:"issuer"`
		AuthorizationURL string `json:"authorization_endpoint"`
		TokenURL         string `json:"token_endpoint"`
		UserinfoURL      string `json:"userinfo_endpoint"`
		JWKSURL          string `json:"jwks_uri"`
	}
	if err := json.Unmarshal(text, &found); err != nil {
		return fmt.Errorf("the discovery document of the issuer is not JSON: %w", err)
	}
	if strings.TrimSuffix(found.Issuer, "/") != strings.TrimSuffix(issuer, "/") {
		return fmt.Errorf("the discovery document names another issuer, %q", found.Issuer)
	}
	for _, pair := range []struct {
		to   *string
		from string
	}{{&d.AuthorizationURL, found.AuthorizationURL}, {&d.TokenURL, found.TokenURL}, {&d.UserinfoURL, found.UserinfoURL}, {&d.JWKSURL, found.JWKSURL}} {
		if parseAddress(pair.from) != nil {
			*pair.to = pair.from
		}
	}
	return nil
}
