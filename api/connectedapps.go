package api

import (
	"context"
	"iter"

	"example.com/orgdeck/api/b2b"
)

// ConnectedAppsService manages the apps that members can let in.
type ConnectedAppsService service

// Create makes an app. The answer is the only one that has its secret, if it is
// not a public one: POST /v1/connected_apps/clients.
func (s *ConnectedAppsService) Create(request b2b.CreateConnectedAppClient) Change[b2b.ConnectedAppWithClientSecret] {
	return write(s.client, b2b.ConnectedAppsClientsCreate, nil, request,
		func(r *b2b.CreateConnectedAppClientResponse) b2b.ConnectedAppWithClientSecret { return r.ConnectedApp }).
		saying("Create "+named("connected app", request.ClientName), None).
		undoneBy(func(after b2b.ConnectedAppWithClientSecret) Undoer {
			return s.Delete(b2b.ConnectedApp{ClientID: after.ClientID, ClientName: after.ClientName})
		})
}

// Get returns an app: GET /v1/connected_apps/clients/{client_id}.
func (s *ConnectedAppsService) Get(ctx context.Context, id string) (b2b.ConnectedApp, error) {
	r, err := call[b2b.GetConnectedAppClientResponse](ctx, s.client, b2b.ConnectedAppsClientsGet, nil, id)
	if err != nil {
		return b2b.ConnectedApp{}, err
	}
	return r.ConnectedApp, nil
}

// Search returns one page of apps: POST /v1/connected_apps/clients/search.
func (s *ConnectedAppsService) Search(ctx context.Context, search b2b.SearchConnectedAppClients) (*Page[b2b.ConnectedApp], error) {
	r, err := call[b2b.SearchConnectedAppClientsResponse](ctx, s.client, b2b.ConnectedAppsClientsSearch, search)
	if err != nil {
		return nil, err
	}
	page := newPage(r.ConnectedApps, r.ResultsMetadata)
	return &page, nil
}

// All walks every page of apps: POST /v1/connected_apps/clients/search.
func (s *ConnectedAppsService) All(ctx context.Context, search b2b.SearchConnectedAppClients) iter.Seq2[b2b.ConnectedApp, error] {
	search.Limit = orWalkLimit(search.Limit)
	return walk(ctx, search.Cursor, func(ctx context.Context, cursor *string) (*Page[b2b.ConnectedApp], error) {
		search.Cursor = cursor
		return s.Search(ctx, search)
	})
}

// Update changes app to what to says, sending only the fields that differ:
// PUT /v1/connected_apps/clients/{client_id}.
func (s *ConnectedAppsService) Update(app b2b.ConnectedApp, to b2b.UpdateConnectedAppClient) Change[b2b.ConnectedApp] {
	return update(s.client, edit[b2b.ConnectedApp, b2b.UpdateConnectedAppClient]{
		endpoint: b2b.ConnectedAppsClientsUpdate,
		path:     []string{app.ClientID},
		name:     nameOfApp(app),
		current:  func(a b2b.ConnectedApp) values { return valuesOf(a) },
		read:     func(ctx context.Context) (b2b.ConnectedApp, error) { return s.Get(ctx, app.ClientID) },
		again:    s.Update,
	}, app, to, func(r *b2b.UpdateConnectedAppClientResponse) b2b.ConnectedApp { return r.ConnectedApp })
}

// Delete deletes app for good, with what members have let it do, and returns its
// id: DELETE /v1/connected_apps/clients/{client_id}.
func (s *ConnectedAppsService) Delete(app b2b.ConnectedApp) Change[string] {
	return write(s.client, b2b.ConnectedAppsClientsDelete, []string{app.ClientID}, nil, func(r *b2b.DeleteConnectedAppClientResponse) string { return r.ClientID }).
		saying("Delete the connected app "+nameOfApp(app), Confirm).
		final("a new app has another id and secret, and every member has to let it in again")
}

// RotateStart makes the next secret of app. The answer is the only one that has
// it; both secrets work until Rotate:
// POST /v1/connected_apps/clients/{client_id}/secrets/rotate/start.
func (s *ConnectedAppsService) RotateStart(app b2b.ConnectedApp) Change[b2b.ConnectedAppWithNextClientSecret] {
	return write(s.client, b2b.ConnectedAppsClientsSecretsRotateStart, []string{app.ClientID}, nil,
		func(r *b2b.RotateConnectedAppClientSecretStartResponse) b2b.ConnectedAppWithNextClientSecret {
			return r.ConnectedApp
		}).
		saying("Begin to rotate the secret of "+nameOfApp(app), None).
		undoneBy(func(b2b.ConnectedAppWithNextClientSecret) Undoer { return s.RotateCancel(app) })
}

// Rotate puts the next secret of app in the place of the old one:
// POST /v1/connected_apps/clients/{client_id}/secrets/rotate.
func (s *ConnectedAppsService) Rotate(app b2b.ConnectedApp) Change[b2b.ConnectedApp] {
	return write(s.client, b2b.ConnectedAppsClientsSecretsRotate, []string{app.ClientID}, nil,
		func(r *b2b.RotateConnectedAppClientSecretResponse) b2b.ConnectedApp { return r.ConnectedApp }).
		saying("Replace the secret of "+nameOfApp(app), Confirm).
		final("the old secret stops working at once")
}

// RotateCancel drops the next secret of app:
// POST /v1/connected_apps/clients/{client_id}/secrets/rotate/cancel.
func (s *ConnectedAppsService) RotateCancel(app b2b.ConnectedApp) Change[b2b.ConnectedApp] {
	return write(s.client, b2b.ConnectedAppsClientsSecretsRotateCancel, []string{app.ClientID}, nil,
		func(r *b2b.RotateConnectedAppClientSecretCancelResponse) b2b.ConnectedApp { return r.ConnectedApp }).
		saying("Drop the next secret of "+nameOfApp(app), Confirm).
		final("the next secret stops working at once")
}

func nameOfApp(app b2b.ConnectedApp) string {
	if app.ClientName != "" {
		return app.ClientName
	}
	return app.ClientID
}
