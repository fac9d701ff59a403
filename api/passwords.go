package api

import (
	"context"

	"example.com/orgdeck/api/b2b"
)

// PasswordsService signs in by password, checks passwords, takes them over and
// replaces them.
type PasswordsService service

// Authenticate signs a member in by password: POST /v1/b2b/passwords/authenticate.
// A wrong password counts towards the member's lock.
func (s *PasswordsService) Authenticate(request b2b.AuthenticatePassword) Change[b2b.AuthenticatePasswordResponse] {
	return write(s.client, b2b.PasswordsAuthenticate, nil, request, whole[b2b.AuthenticatePasswordResponse]).
		saying("Sign in "+request.EmailAddress+" by password", None).
		final(openedIsOpened)
}

// Migrate takes over the hash of a password, and makes the member when there is
// none: POST /v1/b2b/passwords/migrate.
func (s *PasswordsService) Migrate(request b2b.MigratePassword) Change[b2b.MigratePasswordResponse] {
	return write(s.client, b2b.PasswordsMigrate, nil, request, whole[b2b.MigratePasswordResponse]).
		saying("Take over the password of "+request.EmailAddress, None).
		undoneBy(func(after b2b.MigratePasswordResponse) Undoer { return s.client.Members.DeletePassword(after.Member) })
}

// StrengthCheck says how strong a password is: POST /v1/b2b/passwords/strength_check.
// It changes nothing.
func (s *PasswordsService) StrengthCheck(ctx context.Context, request b2b.CheckPasswordStrength) (*b2b.CheckPasswordStrengthResponse, error) {
	return call[b2b.CheckPasswordStrengthResponse](ctx, s.client, b2b.PasswordsStrengthCheck, request)
}

// StartEmailReset sends a mail with a link that lets a new password be set:
// POST /v1/b2b/passwords/email/reset/start.
func (s *PasswordsService) StartEmailReset(request b2b.ResetPasswordByEmailStart) Change[b2b.ResetPasswordByEmailStartResponse] {
	return write(s.client, b2b.PasswordsEmailResetStart, nil, request, whole[b2b.ResetPasswordByEmailStartResponse]).
		saying("Mail "+request.EmailAddress+" a link to set a new password", Confirm).
		final(mailedIsMailed)
}

// ResetByEmail sets a new password with the token of such a link, signs the member
// in, and ends all other sessions: POST /v1/b2b/passwords/email/reset.
func (s *PasswordsService) ResetByEmail(request b2b.ResetPasswordByEmail) Change[b2b.ResetPasswordByEmailResponse] {
	return write(s.client, b2b.PasswordsEmailReset, nil, request, whole[b2b.ResetPasswordByEmailResponse]).
		saying("Set a new password by the link of a mail", Confirm).
		final(forgottenIsForgotten)
}

// RequireReset makes a member, or everybody of an address, set a new password by
// e-mail: POST /v1/b2b/passwords/email/require_reset. Only projects whose
// passwords hold across organizations have it.
func (s *PasswordsService) RequireReset(request b2b.RequirePasswordByEmailReset) Change[b2b.RequirePasswordByEmailResetResponse] {
	return write(s.client, b2b.PasswordsEmailRequireReset, nil, request, whole[b2b.RequirePasswordByEmailResetResponse]).
		saying("Make "+request.EmailAddress+" set a new password", Confirm).
		final("the old password does not come back")
}

// ResetByExisting replaces a password by whoever knows it, and ends all other
// sessions: POST /v1/b2b/passwords/existing_password/reset.
func (s *PasswordsService) ResetByExisting(request b2b.ResetPasswordByExistingPassword) Change[b2b.ResetPasswordByExistingPasswordResponse] {
	return write(s.client, b2b.PasswordsExistingPasswordReset, nil, request, whole[b2b.ResetPasswordByExistingPasswordResponse]).
		saying("Replace the password of "+request.EmailAddress, Confirm).
		final("the new password replaces the old one for good")
}

// ResetBySession sets a new password in a session with a factor younger than 5
// minutes, and ends all other sessions: POST /v1/b2b/passwords/session/reset.
func (s *PasswordsService) ResetBySession(request b2b.ResetPasswordBySession) Change[b2b.ResetPasswordBySessionResponse] {
	return write(s.client, b2b.PasswordsSessionsReset, nil, request, whole[b2b.ResetPasswordBySessionResponse]).
		saying("Set a new password in a session", Confirm).
		final(forgottenIsForgotten)
}

// AuthenticateDiscovery signs in by password without an organization, and lists
// those to go on to: POST /v1/b2b/passwords/discovery/authenticate. Only projects
// whose passwords hold across organizations have it.
func (s *PasswordsService) AuthenticateDiscovery(request b2b.AuthenticateDiscoveryPassword) Change[b2b.AuthenticateDiscoveryPasswordResponse] {
	return write(s.client, b2b.PasswordsDiscoveryAuthenticate, nil, request, whole[b2b.AuthenticateDiscoveryPasswordResponse]).
		saying("Sign in "+request.EmailAddress+" by password", None).
		final("an intermediate session ends by itself")
}

// StartDiscoveryReset is StartEmailReset without an organization:
// POST /v1/b2b/passwords/discovery/email/reset/start.
func (s *PasswordsService) StartDiscoveryReset(request b2b.ResetDiscoveryPasswordByEmailStart) Change[b2b.ResetDiscoveryPasswordByEmailStartResponse] {
	return write(s.client, b2b.PasswordsDiscoveryEmailResetStart, nil, request, whole[b2b.ResetDiscoveryPasswordByEmailStartResponse]).
		saying("Mail "+request.EmailAddress+" a link to set a new password", Confirm).
		final(mailedIsMailed)
}

// ResetDiscovery is ResetByEmail without an organization:
// POST /v1/b2b/passwords/discovery/email/reset.
func (s *PasswordsService) ResetDiscovery(request b2b.ResetDiscoveryPasswordByEmail) Change[b2b.ResetDiscoveryPasswordByEmailResponse] {
	return write(s.client, b2b.PasswordsDiscoveryEmailReset, nil, request, whole[b2b.ResetDiscoveryPasswordByEmailResponse]).
		saying("Set a new password by the link of a mail", Confirm).
		final(forgottenIsForgotten)
}

// forgottenIsForgotten is why a password cannot be set back.
const forgottenIsForgotten = "the old password is not known"
