package api

import (
	"cmp"
	"context"
	"iter"

	"example.com/orgdeck/api/b2b"
)

// SCIMService manages the connections by which directories keep the members of
// organizations up to date. An organization has at most one.
type SCIMService service

// Get returns the connection of an organization:
// GET /v1/b2b/scim/{organization_id}/connection.
func (s *SCIMService) Get(ctx context.Context, organizationID string) (b2b.SCIMConnection, error) {
	r, err := call[b2b.GetSCIMConnectionResponse](ctx, s.client, b2b.SCIMConnectionGet, nil, organizationID)
	if err != nil {
		return b2b.SCIMConnection{}, err
	}
	return orZero(r.Connection), nil
}

// Create makes the connection of an organization, and answers with its bearer
// token, which is shown this once: POST /v1/b2b/scim/{organization_id}/connection.
func (s *SCIMService) Create(organizationID string, request b2b.CreateSCIMConnection) Change[b2b.SCIMConnectionWithToken] {
	return write(s.client, b2b.SCIMConnectionCreate, []string{organizationID}, request, func(r *b2b.CreateSCIMConnectionResponse) b2b.SCIMConnectionWithToken { return orZero(r.Connection) }).
		saying("Create a SCIM connection", None).
		undoneBy(func(after b2b.SCIMConnectionWithToken) Undoer {
			return s.Delete(b2b.SCIMConnection{OrganizationID: organizationID, ConnectionID: after.ConnectionID, DisplayName: after.DisplayName})
		})
}

// Update changes a connection to what to says, sending only the fields that
// differ: PUT /v1/b2b/scim/{organization_id}/connection/{connection_id}.
func (s *SCIMService) Update(connection b2b.SCIMConnection, to b2b.UpdateSCIMConnection) Change[b2b.SCIMConnection] {
	return update(s.client, edit[b2b.SCIMConnection, b2b.UpdateSCIMConnection]{
		endpoint: b2b.SCIMConnectionUpdate,
		path:     pathOfSCIM(connection),
		name:     nameOfConnection(connection.DisplayName, connection.ConnectionID),
		current:  func(c b2b.SCIMConnection) values { return valuesOf(c) },
		read:     func(ctx context.Context) (b2b.SCIMConnection, error) { return s.Get(ctx, connection.OrganizationID) },
		again:    s.Update,
	}, connection, to, func(r *b2b.UpdateSCIMConnectionResponse) b2b.SCIMConnection { return orZero(r.Connection) })
}

// Delete ends a connection and returns its id; the members it has made stay:
// DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id}.
func (s *SCIMService) Delete(connection b2b.SCIMConnection) Change[string] {
	ch := write(s.client, b2b.SCIMConnectionDelete, pathOfSCIM(connection), nil, func(r *b2b.DeleteSCIMConnectionResponse) string { return r.ConnectionID }).
		saying("Delete "+nameOfConnection(connection.DisplayName, connection.ConnectionID), TypeName).
		final("a new connection has another address and another token, and the directory has to send everything again")
	ch.Word = cmp.Or(connection.DisplayName, connection.ConnectionID)
	return ch
}

// Groups returns one page of the groups that the directory has sent:
// GET /v1/b2b/scim/{organization_id}/connection/{connection_id}. Total is -1: it
// is not counted.
func (s *SCIMService) Groups(ctx context.Context, connection b2b.SCIMConnection, page b2b.GetSCIMConnectionGroups) (*Page[b2b.SCIMGroup], error) {
	r, err := call[b2b.GetSCIMConnectionGroupsResponse](ctx, s.client, b2b.SCIMConnectionGetGroups, page, pathOfSCIM(connection)...)
	if err != nil {
		return nil, err
	}
	return &Page[b2b.SCIMGroup]{Items: r.SCIMGroups, Total: -1, NextCursor: orZero(r.NextCursor)}, nil
}

// AllGroups walks every page of the groups:
// GET /v1/b2b/scim/{organization_id}/connection/{connection_id}.
func (s *SCIMService) AllGroups(ctx context.Context, connection b2b.SCIMConnection) iter.Seq2[b2b.SCIMGroup, error] {
	return walk(ctx, nil, func(ctx context.Context, cursor *string) (*Page[b2b.SCIMGroup], error) {
		return s.Groups(ctx, connection, b2b.GetSCIMConnectionGroups{Cursor: cursor})
	})
}

// RotateStart makes a second bearer token, shown this once; the first one works
// until RotateComplete:
// POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start.
func (s *SCIMService) RotateStart(connection b2b.SCIMConnection) Change[b2b.SCIMConnectionWithNextToken] {
	return write(s.client, b2b.SCIMConnectionRotateStart, pathOfSCIM(connection), nil, func(r *b2b.RotateSCIMConnectionStartResponse) b2b.SCIMConnectionWithNextToken {
		return orZero(r.Connection)
	}).
		saying("Make a second token of "+nameOfConnection(connection.DisplayName, connection.ConnectionID), None).
		undoneBy(func(b2b.SCIMConnectionWithNextToken) Undoer { return s.RotateCancel(connection) })
}

// RotateComplete puts the second token in place of the first, which stops working:
// POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete.
func (s *SCIMService) RotateComplete(connection b2b.SCIMConnection) Change[b2b.SCIMConnection] {
	return write(s.client, b2b.SCIMConnectionRotateComplete, pathOfSCIM(connection), nil, func(r *b2b.RotateSCIMConnectionCompleteResponse) b2b.SCIMConnection { return orZero(r.Connection) }).
		saying("Replace the token of "+nameOfConnection(connection.DisplayName, connection.ConnectionID), Confirm).
		final("the old token stops working at once")
}

// RotateCancel drops the second token:
// POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel.
func (s *SCIMService) RotateCancel(connection b2b.SCIMConnection) Change[b2b.SCIMConnection] {
	return write(s.client, b2b.SCIMConnectionRotateCancel, pathOfSCIM(connection), nil, func(r *b2b.RotateSCIMConnectionCancelResponse) b2b.SCIMConnection { return orZero(r.Connection) }).
		saying("Drop the second token of "+nameOfConnection(connection.DisplayName, connection.ConnectionID), Confirm).
		final("the second token stops working at once")
}

func pathOfSCIM(connection b2b.SCIMConnection) []string {
	return []string{connection.OrganizationID, connection.ConnectionID}
}
