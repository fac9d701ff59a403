package api

import (
	"context"

	"example.com/orgdeck/api/b2b"
)

// SessionsService looks at the sessions of members, checks and ends them.
type SessionsService service

// Get returns the live sessions of a member, the oldest first:
// GET /v1/b2b/sessions.
func (s *SessionsService) Get(ctx context.Context, organizationID, memberID string) ([]b2b.MemberSession, error) {
	r, err := call[b2b.GetSessionResponse](ctx, s.client, b2b.SessionsGet, b2b.GetSession{OrganizationID: organizationID, MemberID: memberID})
	if err != nil {
		return nil, err
	}
	return r.MemberSessions, nil
}

// JWKS returns the public keys that session JWTs of the client's project are
// signed with: GET /v1/b2b/sessions/jwks/{project_id}.
func (s *SessionsService) JWKS(ctx context.Context) ([]b2b.JWK, error) {
	r, err := call[b2b.GetSessionJWKSResponse](ctx, s.client, b2b.SessionsGetJWKS, nil, s.client.projectID)
	if err != nil {
		return nil, err
	}
	return r.Keys, nil
}

// Authenticate checks a session, and what it may do, and prolongs it when a
// duration is given: POST /v1/b2b/sessions/authenticate. It is a write, because
// the session counts as used.
func (s *SessionsService) Authenticate(request b2b.AuthenticateSession) Change[b2b.AuthenticateSessionResponse] {
	return write(s.client, b2b.SessionsAuthenticate, nil, request, whole[b2b.AuthenticateSessionResponse]).
		saying("Check a session", None).
		final("a session that was used was used")
}

// Revoke ends one session, or all that a member has: POST /v1/b2b/sessions/revoke.
// JWTs that were given out stay valid for those who check them themselves, for at
// most 5 minutes.
func (s *SessionsService) Revoke(request b2b.RevokeSession) Change[b2b.RevokeSessionResponse] {
	summary := "End a session"
	if request.MemberID != nil {
		summary = "End all sessions of " + *request.MemberID
	}
	return write(s.client, b2b.SessionsRevoke, nil, request, whole[b2b.RevokeSessionResponse]).
		saying(summary, Confirm).
		final("the member has to sign in again")
}

// Exchange makes of a session one in another organization, where the same address
// is a member or invited: POST /v1/b2b/sessions/exchange.
func (s *SessionsService) Exchange(request b2b.ExchangeSession) Change[b2b.ExchangeSessionResponse] {
	return write(s.client, b2b.SessionsExchange, nil, request, whole[b2b.ExchangeSessionResponse]).
		saying("Take a session to "+request.OrganizationID, None).
		final(openedIsOpened)
}

// ExchangeAccessToken makes a session of an access token of a connected app:
// POST /v1/b2b/sessions/exchange_access_token. The token is younger than 5 minutes
// and works once.
func (s *SessionsService) ExchangeAccessToken(request b2b.ExchangeSessionAccessToken) Change[b2b.ExchangeSessionAccessTokenResponse] {
	return write(s.client, b2b.SessionsExchangeAccessToken, nil, request, whole[b2b.ExchangeSessionAccessTokenResponse]).
		saying("Make a session of an access token", None).
		final("a token that was exchanged is used")
}

// Attest makes a session of a token that a trusted issuer has signed:
// POST /v1/b2b/sessions/attest.
func (s *SessionsService) Attest(request b2b.AttestSession) Change[b2b.AttestSessionResponse] {
	return write(s.client, b2b.SessionsAttest, nil, request, whole[b2b.AttestSessionResponse]).
		saying("Make a session of a trusted token", None).
		final(openedIsOpened)
}

// Migrate makes a session of one that the project's earlier system has:
// POST /v1/b2b/sessions/migrate.
func (s *SessionsService) Migrate(request b2b.MigrateSession) Change[b2b.MigrateSessionResponse] {
	return write(s.client, b2b.SessionsMigrate, nil, request, whole[b2b.MigrateSessionResponse]).
		saying("Take over a session from another system", None).
		final(openedIsOpened)
}

// openedIsOpened is why signing in cannot be taken back.
const openedIsOpened = "a session that was opened can only be ended"
