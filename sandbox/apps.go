package sandbox

import (
	"net/netip"
	"net/url"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

const (
	appActive           = "active"
	appMadeByHand       = "manual" // creation_method
	defaultTokenMinutes = 60       // of an access token
)

// appRoutes are the endpoints of connected apps.
func appRoutes() []route {
	return []route{
		handle(&b2b.ConnectedAppsClientsCreate, (*Server).createApp),
		handle(&b2b.ConnectedAppsClientsGet, (*Server).getApp),
		handle(&b2b.ConnectedAppsClientsSearch, (*Server).searchApps),
		handle(&b2b.ConnectedAppsClientsUpdate, (*Server).updateApp),
		handle(&b2b.ConnectedAppsClientsDelete, (*Server).deleteApp),
		handle(&b2b.ConnectedAppsClientsSecretsRotateStart, (*Server).startAppRotation),
		handle(&b2b.ConnectedAppsClientsSecretsRotate, (*Server).rotateAppSecret),
		handle(&b2b.ConnectedAppsClientsSecretsRotateCancel, (*Server).cancelAppRotation),
	}
}

func isThirdParty(app *store.ConnectedApp) bool {
	return app.ClientType == b2b.ClientTypeThirdParty || app.ClientType == b2b.ClientTypeThirdPartyPublic
}

// isPublic reports whether an app runs where it cannot keep a secret.
func isPublic(app *store.ConnectedApp) bool {
	return app.ClientType == b2b.ClientTypeFirstPartyPublic || app.ClientType == b2b.ClientTypeThirdPartyPublic
}

func (s *Server) createApp(req *request[b2b.CreateConnectedAppClient]) (*b2b.CreateConnectedAppClientResponse, error) {
	in := req.Body
	app := &store.ConnectedApp{CreatedAt: req.now.Unix(), ConnectedApp: b2b.ConnectedApp{
		ClientID: newID("connected-app"), ClientType: in.ClientType, Status: appActive, CreationMethod: appMadeByHand, AccessTokenExpiryMinutes: defaultTokenMinutes,
	}}
	applyApp(app, b2b.UpdateConnectedAppClient{
		ClientName: in.ClientName, ClientDescription: in.ClientDescription, RedirectURLs: in.RedirectURLs, FullAccessAllowed: in.FullAccessAllowed,
		AccessTokenExpiryMinutes: in.AccessTokenExpiryMinutes, AccessTokenCustomAudience: in.AccessTokenCustomAudience,
		AccessTokenTemplateContent: in.AccessTokenTemplateContent, PostLogoutRedirectURLs: in.PostLogoutRedirectURLs, LogoURL: in.LogoURL,
		BypassConsentForOfflineAccess: in.BypassConsentForOfflineAccess, IDTokenTemplateContent: in.IDTokenTemplateContent,
	})
	if err := checkApp(app); err != nil {
		return nil, err
	}
	var shown *b2b.Secret
	if !isPublic(app) {
		secret := newToken()
		last := lastFour(secret)
		app.SecretHash, app.ClientSecretLastFour = s.vault.hashSecret(secret, app.ClientID), &last
		shown = (*b2b.Secret)(&secret)
	}
	if err := req.tx.InsertConnectedApp(app); err != nil {
		return nil, err
	}
	return &b2b.CreateConnectedAppClientResponse{ConnectedApp: b2b.ConnectedAppWithClientSecret{
		ClientID: app.ClientID, ClientName: app.ClientName, ClientDescription: app.ClientDescription, Status: app.Status, FullAccessAllowed: app.FullAccessAllowed,
		ClientType: app.ClientType, RedirectURLs: app.RedirectURLs, AccessTokenExpiryMinutes: app.AccessTokenExpiryMinutes,
		AccessTokenTemplateContent: app.AccessTokenTemplateContent, PostLogoutRedirectURLs: app.PostLogoutRedirectURLs,
		BypassConsentForOfflineAccess: app.BypassConsentForOfflineAccess, IDTokenTemplateContent: app.IDTokenTemplateContent,
		ClientSecretLastFour: app.ClientSecretLastFour, ClientSecret: shown, AccessTokenCustomAudience: app.AccessTokenCustomAudience,
		LogoURL: app.LogoURL, ClientIDMetadataURL: app.ClientIDMetadataURL,
	}}, nil
}

// applyApp puts what was sent over what there was.
func applyApp(app *store.ConnectedApp, to b2b.UpdateConnectedAppClient) {
	set(&app.ClientName, to.ClientName)
	set(&app.ClientDescription, to.ClientDescription)
	setList(&app.RedirectURLs, to.RedirectURLs)
	set(&app.FullAccessAllowed, to.FullAccessAllowed)
	set(&app.AccessTokenExpiryMinutes, to.AccessTokenExpiryMinutes)
	set(&app.AccessTokenTemplateContent, to.AccessTokenTemplateContent)
	setList(&app.PostLogoutRedirectURLs, to.PostLogoutRedirectURLs)
	set(&app.BypassConsentForOfflineAccess, to.BypassConsentForOfflineAccess)
	set(&app.IDTokenTemplateContent, to.IDTokenTemplateContent)
	setNullable(&app.AccessTokenCustomAudience, to.AccessTokenCustomAudience)
	setNullable(&app.LogoURL, to.LogoURL)
}

// setNullable is set for a text that is null when there is none.
func setNullable(old **string, sent *string) {
	if sent == nil {
		return
	}
	*old = sent
	if *sent == "" {
		*old = nil
	}
}

// checkApp refuses an app that cannot be.
func checkApp(app *store.ConnectedApp) error {
	for _, list := range [][]string{app.RedirectURLs, app.PostLogoutRedirectURLs} {
		for _, text := range list {
			if !isRedirect(text) {
				return refuse(b2b.ErrConnectedAppInvalidRedirectURL, "%q is not an address that an app can be sent back to", text)
			}
		}
	}
	switch {
	case isThirdParty(app) && app.FullAccessAllowed:
		return refuse(b2b.ErrThirdPartyClientsCannotUseFullAccess)
	case isThirdParty(app) && app.BypassConsentForOfflineAccess:
		return refuse(b2b.ErrThirdPartyClientsRequireConsentForOfflineAccess)
	case app.AccessTokenExpiryMinutes == 0:
		app.AccessTokenExpiryMinutes = defaultTokenMinutes
	case app.AccessTokenExpiryMinutes < 0:
		return refuse(b2b.ErrBadRequest, "access_token_expiry_minutes: must not be negative")
	}
	return nil
}

// isRedirect reports whether a browser can be sent to text with a code: an absolute
// URL without fragment. Plain http leads to this machine only.
func isRedirect(text string) bool {
	u, err := url.Parse(text)
	if err != nil || !u.IsAbs() || strings.Contains(text, "#") || u.Scheme == "javascript" || u.Scheme == "data" {
		return false
	}
	if u.Scheme == "http" {
		return isLoopback(u.Hostname())
	}
	return u.Scheme != "https" || u.Host != ""
}

func isLoopback(host string) bool {
	address, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && address.IsLoopback()
}

// app finds the app that the path names.
func (c *call) app(id string) (*store.ConnectedApp, error) {
	found, err := c.tx.ConnectedApp(id)
	if err == nil && found == nil {
		return nil, refuse(b2b.ErrConnectedAppNotFound)
	}
	return found, err
}

func (s *Server) getApp(req *request[none]) (*b2b.GetConnectedAppClientResponse, error) {
	app, err := req.app(req.path["client_id"])
	if err != nil {
		return nil, err
	}
	return &b2b.GetConnectedAppClientResponse{ConnectedApp: app.ConnectedApp}, nil
}

func (s *Server) searchApps(req *request[searchBody]) (*b2b.SearchConnectedAppClientsResponse, error) {
	kind := searchKind{name: "connected_app"}
	query, err := s.query(kind, req.Body)
	if err != nil {
		return nil, err
	}
	page, err := req.tx.SearchConnectedApps(query)
	if err != nil {
		return nil, err
	}
	answer := &b2b.SearchConnectedAppClientsResponse{ResultsMetadata: b2b.ResultsMetadata{Total: page.Total, NextCursor: s.cursor(kind, page.Next)}}
	for _, app := range page.Items {
		answer.ConnectedApps = append(answer.ConnectedApps, app.ConnectedApp)
	}
	return answer, nil
}

func (s *Server) updateApp(req *request[b2b.UpdateConnectedAppClient]) (*b2b.UpdateConnectedAppClientResponse, error) {
	app, err := req.app(req.path["client_id"])
	if err != nil {
		return nil, err
	}
	applyApp(app, req.Body)
	if err := checkApp(app); err != nil {
		return nil, err
	}
	if err := req.tx.UpdateConnectedApp(app); err != nil {
		return nil, err
	}
	return &b2b.UpdateConnectedAppClientResponse{ConnectedApp: app.ConnectedApp}, nil
}

func (s *Server) deleteApp(req *request[none]) (*b2b.DeleteConnectedAppClientResponse, error) {
	app, err := req.app(req.path["client_id"])
	if err != nil {
		return nil, err
	}
	return &b2b.DeleteConnectedAppClientResponse{ClientID: app.ClientID}, req.tx.DeleteConnectedApp(app.Seq)
}
