package sandbox

import (
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// startAppRotation makes the next secret. The old one works as well, until rotate.
func (s *Server) startAppRotation(req *request[none]) (*b2b.RotateConnectedAppClientSecretStartResponse, error) {
	app, err := req.app(req.path["client_id"])
	switch {
	case err != nil:
		return nil, err
	case isPublic(app):
		return nil, refuse(b2b.ErrPublicConnectedAppsDoNotHaveSecrets)
	case app.NextSecretHash != nil:
		return nil, refuse(b2b.ErrConnectedAppAlreadyRotatingSecret)
	}
	secret := newToken()
	last := lastFour(secret)
	app.NextSecretHash, app.NextClientSecretLastFour = s.vault.hashSecret(secret, app.ClientID), &last
	if err := req.tx.UpdateConnectedApp(app); err != nil {
		return nil, err
	}
	return &b2b.RotateConnectedAppClientSecretStartResponse{ConnectedApp: b2b.ConnectedAppWithNextClientSecret{
		ClientID: app.ClientID, ClientName: app.ClientName, ClientDescription: app.ClientDescription, Status: app.Status,
		ClientSecretLastFour: orEmpty(app.ClientSecretLastFour), FullAccessAllowed: app.FullAccessAllowed, ClientType: app.ClientType,
		RedirectURLs: app.RedirectURLs, NextClientSecret: b2b.Secret(secret), AccessTokenExpiryMinutes: app.AccessTokenExpiryMinutes,
		AccessTokenTemplateContent: app.AccessTokenTemplateContent, PostLogoutRedirectURLs: app.PostLogoutRedirectURLs,
		BypassConsentForOfflineAccess: app.BypassConsentForOfflineAccess, IDTokenTemplateContent: app.IDTokenTemplateContent,
		NextClientSecretLastFour: &last, AccessTokenCustomAudience: app.AccessTokenCustomAudience, LogoURL: app.LogoURL, ClientIDMetadataURL: app.ClientIDMetadataURL,
	}}, nil
}

// rotateAppSecret puts the next secret in the place of the old one.
func (s *Server) rotateAppSecret(req *request[none]) (*b2b.RotateConnectedAppClientSecretResponse, error) {
	app, err := req.endAppRotation(func(app *store.ConnectedApp) {
		app.SecretHash, app.ClientSecretLastFour = app.NextSecretHash, app.NextClientSecretLastFour
	})
	if err != nil {
		return nil, err
	}
	return &b2b.RotateConnectedAppClientSecretResponse{ConnectedApp: app.ConnectedApp}, nil
}

// cancelAppRotation drops the next secret.
func (s *Server) cancelAppRotation(req *request[none]) (*b2b.RotateConnectedAppClientSecretCancelResponse, error) {
	app, err := req.endAppRotation(func(*store.ConnectedApp) {})
	if err != nil {
		return nil, err
	}
	return &b2b.RotateConnectedAppClientSecretCancelResponse{ConnectedApp: app.ConnectedApp}, nil
}

func (c *call) endAppRotation(end func(*store.ConnectedApp)) (*store.ConnectedApp, error) {
	app, err := c.app(c.path["client_id"])
	if err != nil {
		return nil, err
	}
	if app.NextSecretHash == nil {
		return nil, refuse(b2b.ErrConnectedAppNotRotatingSecret)
	}
	end(app)
	app.NextSecretHash, app.NextClientSecretLastFour = nil, nil
	return app, c.tx.UpdateConnectedApp(app)
}
