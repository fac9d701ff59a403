package api

import (
	"context"
	"iter"

	"example.com/orgdeck/api/b2b"
)

// M2MService manages machine-to-machine clients, and gets tokens for them.
type M2MService service

// Token gives the client that request names an access token:
// POST /v1/public/{project_id}/oauth2/token.
func (s *M2MService) Token(request b2b.GetM2MToken) Change[b2b.GetM2MTokenResponse] {
	return write(s.client, b2b.M2MToken, []string{s.client.projectID}, request, whole[b2b.GetM2MTokenResponse]).
		saying("Get an access token for "+request.ClientID, None).
		final("an access token is good until it expires")
}

// Create makes a client. The answer is the only one that has its secret:
// POST /v1/m2m/clients.
func (s *M2MService) Create(request b2b.CreateM2MClient) Change[b2b.M2MClientWithClientSecret] {
	return write(s.client, b2b.M2MClientsCreate, nil, request, func(r *b2b.CreateM2MClientResponse) b2b.M2MClientWithClientSecret { return r.M2MClient }).
		saying("Create "+named("M2M client", request.ClientName), None).
		undoneBy(func(after b2b.M2MClientWithClientSecret) Undoer {
			return s.Delete(b2b.M2MClient{ClientID: after.ClientID, ClientName: after.ClientName})
		})
}

// Get returns a client: GET /v1/m2m/clients/{client_id}.
func (s *M2MService) Get(ctx context.Context, id string) (b2b.M2MClient, error) {
	r, err := call[b2b.GetM2MClientResponse](ctx, s.client, b2b.M2MClientsGet, nil, id)
	if err != nil {
		return b2b.M2MClient{}, err
	}
	return r.M2MClient, nil
}

// Search returns one page of clients: POST /v1/m2m/clients/search. A query that
// the server would refuse is a *QueryError, and unsent.
func (s *M2MService) Search(ctx context.Context, search b2b.SearchM2MClients) (*Page[b2b.M2MClient], error) {
	if search.Query != nil {
		query := b2b.SearchQuery{Operator: search.Query.Operator, Operands: search.Query.Operands}
		if err := checkQuery(&query, b2b.M2MClientFilters); err != nil {
			return nil, &CallError{Endpoint: b2b.M2MClientsSearch, Host: hostOf(s.client.origin), Err: err}
		}
	}
	r, err := call[b2b.SearchM2MClientsResponse](ctx, s.client, b2b.M2MClientsSearch, search)
	if err != nil {
		return nil, err
	}
	page := newPage(r.M2MClients, r.ResultsMetadata)
	return &page, nil
}

// All walks every page of a search: POST /v1/m2m/clients/search.
func (s *M2MService) All(ctx context.Context, search b2b.SearchM2MClients) iter.Seq2[b2b.M2MClient, error] {
	search.Limit = orWalkLimit(search.Limit)
	return walk(ctx, search.Cursor, func(ctx context.Context, cursor *string) (*Page[b2b.M2MClient], error) {
		search.Cursor = cursor
		return s.Search(ctx, search)
	})
}

// Update changes client to what to says, sending only the fields that differ:
// PUT /v1/m2m/clients/{client_id}. Metadata merges at the top level, and null
// deletes a key.
func (s *M2MService) Update(client b2b.M2MClient, to b2b.UpdateM2MClient) Change[b2b.M2MClient] {
	return update(s.client, edit[b2b.M2MClient, b2b.UpdateM2MClient]{
		endpoint: b2b.M2MClientsUpdate,
		path:     []string{client.ClientID},
		name:     nameOfM2MClient(client),
		current:  func(c b2b.M2MClient) values { return valuesOf(c) },
		read:     func(ctx context.Context) (b2b.M2MClient, error) { return s.Get(ctx, client.ClientID) },
		again:    s.Update,
	}, client, to, func(r *b2b.UpdateM2MClientResponse) b2b.M2MClient { return r.M2MClient })
}

// Delete deletes client for good, and returns its id:
// DELETE /v1/m2m/clients/{client_id}.
func (s *M2MService) Delete(client b2b.M2MClient) Change[string] {
	return write(s.client, b2b.M2MClientsDelete, []string{client.ClientID}, nil, func(r *b2b.DeleteM2MClientResponse) string { return r.ClientID }).
		saying("Delete the M2M client "+nameOfM2MClient(client), Confirm).
		final("a new client has another secret")
}

// RotateStart makes the next secret of client. The answer is the only one that has
// it; both secrets work until Rotate:
// POST /v1/m2m/clients/{client_id}/secrets/rotate/start.
func (s *M2MService) RotateStart(client b2b.M2MClient) Change[b2b.M2MClientWithNextClientSecret] {
	return write(s.client, b2b.M2MClientsSecretsRotateStart, []string{client.ClientID}, nil,
		func(r *b2b.RotateM2MClientSecretStartResponse) b2b.M2MClientWithNextClientSecret { return r.M2MClient }).
		saying("Begin to rotate the secret of "+nameOfM2MClient(client), None).
		undoneBy(func(b2b.M2MClientWithNextClientSecret) Undoer { return s.RotateCancel(client) })
}

// Rotate puts the next secret of client in the place of the old one:
// POST /v1/m2m/clients/{client_id}/secrets/rotate.
func (s *M2MService) Rotate(client b2b.M2MClient) Change[b2b.M2MClient] {
	return write(s.client, b2b.M2MClientsSecretsRotate, []string{client.ClientID}, nil, func(r *b2b.RotateM2MClientSecretResponse) b2b.M2MClient { return r.M2MClient }).
		saying("Replace the secret of "+nameOfM2MClient(client), Confirm).
		final("the old secret stops working at once")
}

// RotateCancel drops the next secret of client:
// POST /v1/m2m/clients/{client_id}/secrets/rotate/cancel.
func (s *M2MService) RotateCancel(client b2b.M2MClient) Change[b2b.M2MClient] {
	return write(s.client, b2b.M2MClientsSecretsRotateCancel, []string{client.ClientID}, nil, func(r *b2b.RotateM2MClientSecretCancelResponse) b2b.M2MClient { return r.M2MClient }).
		saying("Drop the next secret of "+nameOfM2MClient(client), Confirm).
		final("the next secret stops working at once")
}

// named is a thing that may have a name yet to be given.
func named(thing string, name *string) string {
	if name == nil || *name == "" {
		return "a new " + thing
	}
	return "the " + thing + " " + *name
}

func nameOfM2MClient(client b2b.M2MClient) string {
	if client.ClientName != "" {
		return client.ClientName
	}
	return client.ClientID
}
