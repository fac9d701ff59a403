package api

import "example.com/orgdeck/api/b2b"

// ImpersonationService opens sessions of members for somebody else.
type ImpersonationService service

// Authenticate opens a session of the member that an impersonation token was
// minted for: POST /v1/b2b/impersonation/authenticate. The token works once,
// within 5 minutes; the session ends after 60, and cannot be prolonged.
func (s *ImpersonationService) Authenticate(request b2b.AuthenticateImpersonation) Change[b2b.AuthenticateImpersonationResponse] {
	return write(s.client, b2b.ImpersonationAuthenticate, nil, request, whole[b2b.AuthenticateImpersonationResponse]).
		saying("Impersonate a member", Confirm).
		final("a token that was used is used")
}
