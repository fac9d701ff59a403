package api

import "example.com/orgdeck/api/b2b"

// OAuthService signs members in by the providers of OAuth.
type OAuthService service

// Authenticate signs a member in by the token that an OAuth flow has ended with:
// POST /v1/b2b/oauth/authenticate. The token works once.
func (s *OAuthService) Authenticate(request b2b.AuthenticateOAuth) Change[b2b.AuthenticateOAuthResponse] {
	return write(s.client, b2b.OAuthAuthenticate, nil, request, whole[b2b.AuthenticateOAuthResponse]).
		saying("Sign in by an OAuth token", None).
		final("a token that was used is used")
}

// AuthenticateDiscovery takes the token of an OAuth flow that names no
// organization, and answers with those that the person can go on to:
// POST /v1/b2b/oauth/discovery/authenticate. The token works once.
func (s *OAuthService) AuthenticateDiscovery(request b2b.AuthenticateDiscoveryOAuth) Change[b2b.AuthenticateDiscoveryOAuthResponse] {
	return write(s.client, b2b.OAuthDiscoveryAuthenticate, nil, request, whole[b2b.AuthenticateDiscoveryOAuthResponse]).
		saying("Find organizations by an OAuth token", None).
		final("a token that was used is used")
}
