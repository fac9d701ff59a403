package api

import "example.com/orgdeck/api/b2b"

// MagicLinksService signs members in, and invites them, by links in mails.
type MagicLinksService service

// Send mails a link to sign in with, to a member or to somebody whom the
// organization lets in by the address: POST /v1/b2b/magic_links/email/login_or_signup.
func (s *MagicLinksService) Send(request b2b.LoginOrSignupByEmailMagicLink) Change[b2b.LoginOrSignupByEmailMagicLinkResponse] {
	return write(s.client, b2b.MagicLinksEmailLoginORSignup, nil, request, whole[b2b.LoginOrSignupByEmailMagicLinkResponse]).
		saying("Mail a sign-in link to "+request.EmailAddress, Confirm).
		final(mailedIsMailed)
}

// Invite mails somebody an invitation to an organization:
// POST /v1/b2b/magic_links/email/invite. Deleting the member takes it back.
func (s *MagicLinksService) Invite(request b2b.InviteEmailMagicLink) Change[b2b.Member] {
	return write(s.client, b2b.MagicLinksEmailInvite, nil, request, func(r *b2b.InviteEmailMagicLinkResponse) b2b.Member { return r.Member }).
		saying("Invite "+request.EmailAddress, Confirm).
		undoneBy(func(after b2b.Member) Undoer { return s.client.Members.Delete(after) })
}

// Authenticate signs in by the token of a link:
// POST /v1/b2b/magic_links/authenticate. A link works once.
func (s *MagicLinksService) Authenticate(request b2b.AuthenticateMagicLink) Change[b2b.AuthenticateMagicLinkResponse] {
	return write(s.client, b2b.MagicLinksAuthenticate, nil, request, whole[b2b.AuthenticateMagicLinkResponse]).
		saying("Sign in by a link", None).
		final("a link works once")
}

// SendDiscovery mails a link that proves an address, for whoever has not chosen an
// organization: POST /v1/b2b/magic_links/email/discovery/send.
func (s *MagicLinksService) SendDiscovery(request b2b.SendDiscoveryEmailMagicLink) Change[b2b.SendDiscoveryEmailMagicLinkResponse] {
	return write(s.client, b2b.MagicLinksEmailDiscoverySend, nil, request, whole[b2b.SendDiscoveryEmailMagicLinkResponse]).
		saying("Mail a discovery link to "+request.EmailAddress, Confirm).
		final(mailedIsMailed)
}

// AuthenticateDiscovery proves an address by the token of a link, and answers with
// its organizations: POST /v1/b2b/magic_links/discovery/authenticate. A link works
// once.
func (s *MagicLinksService) AuthenticateDiscovery(request b2b.AuthenticateDiscoveryMagicLink) Change[b2b.AuthenticateDiscoveryMagicLinkResponse] {
	return write(s.client, b2b.MagicLinksDiscoveryAuthenticate, nil, request, whole[b2b.AuthenticateDiscoveryMagicLinkResponse]).
		saying("Find organizations by a link", None).
		final("a link works once")
}

// mailedIsMailed is why a mail cannot be taken back.
const mailedIsMailed = "a mail that was sent cannot be called back"
