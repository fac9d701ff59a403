package api

import (
	"net/http"

	"example.com/orgdeck/api/b2b"
)

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

var sandboxMint = b2b.Endpoint{Method: http.MethodPost, Path: "/sandbox/v1/impersonation_tokens"}

// ImpersonationToken mints what Authenticate of Impersonation takes, which only the
// dashboard does for a project of Stytch: POST /sandbox/v1/impersonation_tokens.
func (s *SandboxService) ImpersonationToken(m b2b.Member) Change[b2b.Secret] {
	type answer struct {
		Token b2b.Secret `json:"impersonation_token"`
	}
	return write(s.client, sandboxMint, nil, map[string]string{"organization_id": m.OrganizationID, "member_id": m.MemberID},
		func(r *answer) b2b.Secret { return r.Token }).
		saying("Mint a token to impersonate "+m.EmailAddress, None).
		final("a token that nobody uses is worth nothing after 5 minutes")
}
