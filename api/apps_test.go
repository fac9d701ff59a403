package api_test

import (
	"context"
	"net/http"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

var (
	robot = b2b.M2MClient{ClientID: "m2m-client-test-1", ClientName: "Robot", Status: "active", Scopes: []string{"read:parts"}}
	shelf = b2b.ConnectedApp{ClientID: "connected-app-test-1", ClientName: "Shelf", ClientType: "third_party", RedirectURLs: []string{"https://shelf.test/cb"}}
)

func callsOfM2M(c *api.Client) map[string]func(context.Context) error {
	return map[string]func(context.Context) error{
		"m2m.token": func(ctx context.Context) error {
			return do(ctx, c.M2M.Token(b2b.GetM2MToken{GrantType: "client_credentials", ClientID: robot.ClientID, ClientSecret: "s3cret"}))
		},
		"m2m.clients.create": func(ctx context.Context) error {
			return do(ctx, c.M2M.Create(b2b.CreateM2MClient{Scopes: []string{"read:parts"}}))
		},
		"m2m.clients.get":    func(ctx context.Context) error { return also(c.M2M.Get(ctx, robot.ClientID)) },
		"m2m.clients.search": func(ctx context.Context) error { return also(c.M2M.Search(ctx, b2b.SearchM2MClients{})) },
		"m2m.clients.update": func(ctx context.Context) error {
			return do(ctx, c.M2M.Update(robot, b2b.UpdateM2MClient{Status: api.Ptr("inactive")}))
		},
		"m2m.clients.delete":                func(ctx context.Context) error { return do(ctx, c.M2M.Delete(robot)) },
		"m2m.clients.secrets.rotate":        func(ctx context.Context) error { return do(ctx, c.M2M.Rotate(robot)) },
		"m2m.clients.secrets.rotate_start":  func(ctx context.Context) error { return do(ctx, c.M2M.RotateStart(robot)) },
		"m2m.clients.secrets.rotate_cancel": func(ctx context.Context) error { return do(ctx, c.M2M.RotateCancel(robot)) },
	}
}

func callsOfApps(c *api.Client) map[string]func(context.Context) error {
	return map[string]func(context.Context) error{
		"connected_apps.clients.create": func(ctx context.Context) error {
			return do(ctx, c.ConnectedApps.Create(b2b.CreateConnectedAppClient{ClientType: "first_party"}))
		},
		"connected_apps.clients.get": func(ctx context.Context) error { return also(c.ConnectedApps.Get(ctx, shelf.ClientID)) },
		"connected_apps.clients.search": func(ctx context.Context) error {
			return also(c.ConnectedApps.Search(ctx, b2b.SearchConnectedAppClients{}))
		},
		"connected_apps.clients.update": func(ctx context.Context) error {
			return do(ctx, c.ConnectedApps.Update(shelf, b2b.UpdateConnectedAppClient{ClientName: api.Ptr("New")}))
		},
		"connected_apps.clients.delete":                func(ctx context.Context) error { return do(ctx, c.ConnectedApps.Delete(shelf)) },
		"connected_apps.clients.secrets.rotate":        func(ctx context.Context) error { return do(ctx, c.ConnectedApps.Rotate(shelf)) },
		"connected_apps.clients.secrets.rotate_start":  func(ctx context.Context) error { return do(ctx, c.ConnectedApps.RotateStart(shelf)) },
		"connected_apps.clients.secrets.rotate_cancel": func(ctx context.Context) error { return do(ctx, c.ConnectedApps.RotateCancel(shelf)) },
		"idp.introspect_token_network": func(ctx context.Context) error {
			return also(c.IDP.Introspect(ctx, b2b.IntrospectIDPTokenNetwork{Token: "t", ClientID: shelf.ClientID}))
		},
		"idp.oauth.authorize_start": func(ctx context.Context) error {
			return also(c.IDP.AuthorizeStart(ctx, b2b.AuthorizeIDPOAuthStart{ClientID: shelf.ClientID, RedirectURI: "https://shelf.test/cb", ResponseType: "code", Scopes: []string{"openid"}}))
		},
		"idp.oauth.authorize": func(ctx context.Context) error {
			return do(ctx, c.IDP.Authorize(b2b.AuthorizeIDPOAuth{ClientID: shelf.ClientID, RedirectURI: "https://shelf.test/cb", ResponseType: "code", Scopes: []string{"openid"}}))
		},
	}
}

func TestTokensAreAskedForByFormWithoutTheProjectsCredentials(t *testing.T) {
	s := answering(`{"access_token":"a.b.c","expires_in":3600,"token_type":"bearer"}`)
	var log api.Log
	c := client(t, s, api.WithObserver(log.Add))
	got, err := c.M2M.Token(b2b.GetM2MToken{GrantType: "client_credentials", ClientID: "m & m", ClientSecret: "s3cr=t"}).Do(t.Context())
	if err != nil || got.AccessToken.Reveal() != "a.b.c" {
		t.Fatal(got, err)
	}
	r := s.requests[0]
	if r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/x-www-form-urlencoded" || r.Header.Get("Authorization") != "" {
		t.Errorf("%s %v", r.Method, r.Header)
	}
	if r.Body["client_id"] != "m & m" || r.Body["client_secret"] != "s3cr=t" || len(r.Body) != 3 {
		t.Errorf("sent %v", r.Body)
	}
	curl := `curl -X POST https://test.stytch.com/v1/public/project-test-1/oauth2/token -H 'Content-Type: application/x-www-form-urlencoded' -d 'client_id=m+%26+m&client_secret=%5Bredacted%5D&grant_type=client_credentials'`
	if got := log.Exchanges()[0].Curl(); got != curl {
		t.Errorf("as curl: %s", got)
	}
	if shown := string(log.Exchanges()[0].RequestBody); shown != `{"client_id":"m \u0026 m","client_secret":"[redacted]","grant_type":"client_credentials"}` {
		t.Errorf("the log shows %s", shown)
	}
}
