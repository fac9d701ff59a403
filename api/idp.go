package api

import (
	"context"

	"example.com/orgdeck/api/b2b"
)

// IDPService is the project as an identity provider: it lets connected apps act
// for members.
type IDPService service

// Introspect tells what an access token is good for:
// POST /v1/public/{project_id}/oauth2/introspect. Of one that is good for nothing
// only Active is to be read.
func (s *IDPService) Introspect(ctx context.Context, request b2b.IntrospectIDPTokenNetwork) (*b2b.IntrospectIDPTokenNetworkResponse, error) {
	return call[b2b.IntrospectIDPTokenNetworkResponse](ctx, s.client, b2b.IDPIntrospectTokenNetwork, request, s.client.projectID)
}

// AuthorizeStart tells what an app asks of a member, and whether the member has to
// be asked: POST /v1/b2b/idp/oauth/authorize/start.
func (s *IDPService) AuthorizeStart(ctx context.Context, request b2b.AuthorizeIDPOAuthStart) (*b2b.AuthorizeIDPOAuthStartResponse, error) {
	return call[b2b.AuthorizeIDPOAuthStartResponse](ctx, s.client, b2b.IDPOAuthAuthorizeStart, request)
}

// Authorize notes what a member has decided about an app, and gives the app a code
// when that was yes: POST /v1/b2b/idp/oauth/authorize.
func (s *IDPService) Authorize(request b2b.AuthorizeIDPOAuth) Change[b2b.AuthorizeIDPOAuthResponse] {
	verb := "Refuse "
	if request.ConsentGranted {
		verb = "Let in "
	}
	return write(s.client, b2b.IDPOAuthAuthorize, nil, request, whole[b2b.AuthorizeIDPOAuthResponse]).
		saying(verb+"the connected app "+request.ClientID, None).
		final("a code that was given is given: revoke the app's access instead")
}
