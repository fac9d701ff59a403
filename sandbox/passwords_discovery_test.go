package sandbox_test

import (
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// newCrossOrg is a project whose passwords hold in all organizations, with a
// member of two of them.
func newCrossOrg(t *testing.T) (b *bench, other b2b.Member) {
	t.Helper()
	b = withRules(t, sandbox.PasswordRules{CrossOrg: true}, b2b.CreateOrganization{})
	globex := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Globex"})
	other = do(t, b.client.Members.Create(globex.OrganizationID, b2b.CreateMember{EmailAddress: b.member.EmailAddress}))
	return b, other
}

func (b *bench) discoverByPassword(text b2b.Secret) api.Change[b2b.AuthenticateDiscoveryPasswordResponse] {
	return b.client.Passwords.AuthenticateDiscovery(b2b.AuthenticateDiscoveryPassword{EmailAddress: "Ada@acme-robotics.example", Password: text})
}

func TestAPasswordAcrossOrganizationsHoldsInEach(t *testing.T) {
	b, other := newCrossOrg(t)
	refused(t, b.discoverByPassword(oldPassword), 404, b2b.ErrEmailNotFound)
	b.setPassword(oldPassword)
	do(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: "globex", EmailAddress: other.EmailAddress, Password: oldPassword}))
	found := do(t, b.discoverByPassword(oldPassword))
	if len(found.DiscoveredOrganizations) != 2 || found.EmailAddress != b.member.EmailAddress || !found.IntermediateSessionTokenExpiresAt.Equal(began.Add(10*time.Minute)) {
		t.Errorf("got %+v", found)
	}
	in := do(t, b.client.Discovery.Exchange(b2b.ExchangeIntermediateSession{IntermediateSessionToken: found.IntermediateSessionToken, OrganizationID: b.org.OrganizationID}))
	if !in.MemberAuthenticated || in.MemberSession.AuthenticationFactors[0].Type != "password" {
		t.Errorf("got %+v", in)
	}
	refused(t, b.client.Members.DeletePassword(b.reload()), 400, b2b.ErrCrossOrgPasswordsEnabled)
}

func TestWrongPasswordsOfAnAddressLockIt(t *testing.T) {
	b, _ := newCrossOrg(t)
	b.setPassword(oldPassword)
	for range 10 {
		refused(t, b.discoverByPassword("wrong"), 401, b2b.ErrUnauthorizedCredentials)
	}
	refused(t, b.discoverByPassword(oldPassword), 429, b2b.ErrUserLockLimitReached)
	b.advance(time.Hour)
	do(t, b.discoverByPassword(oldPassword))
}

func TestDiscoveryResetsThePasswordOfAnAddress(t *testing.T) {
	b, other := newCrossOrg(t)
	in := b.setPassword(oldPassword)
	do(t, b.client.Passwords.StartDiscoveryReset(b2b.ResetDiscoveryPasswordByEmailStart{EmailAddress: b.member.EmailAddress}))
	mail := b.newest(b.member.EmailAddress)
	if mail.Kind != "password_reset" || mail.MemberID != "" || mail.lives() != 30*time.Minute {
		t.Errorf("got %+v", mail)
	}
	reset := func(text b2b.Secret) api.Change[b2b.ResetDiscoveryPasswordByEmailResponse] {
		return b.client.Passwords.ResetDiscovery(b2b.ResetDiscoveryPasswordByEmail{PasswordResetToken: b2b.Secret(mail.Token), Password: text})
	}
	refused(t, reset("weak"), 400, b2b.ErrWeakPassword)
	found := do(t, reset(newPassword))
	if len(found.DiscoveredOrganizations) != 2 || found.IntermediateSessionToken == "" || !found.DiscoveredOrganizations[0].MemberAuthenticated {
		t.Errorf("got %+v", found)
	}
	refused(t, reset(newPassword), 401, b2b.ErrUnableToAuthPasswordResetToken)
	refused(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken}), 404, b2b.ErrSessionNotFound)
	do(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: other.OrganizationID, EmailAddress: other.EmailAddress, Password: newPassword}))
	refused(t, b.withPassword(oldPassword), 401, b2b.ErrUnauthorizedCredentials)
}

func TestARequiredResetStopsThePasswordUntilItIsReplaced(t *testing.T) {
	b, _ := newCrossOrg(t)
	b.setPassword(oldPassword)
	answer := do(t, b.client.Passwords.RequireReset(b2b.RequirePasswordByEmailReset{EmailAddress: b.member.EmailAddress, OrganizationID: &b.org.OrganizationID}))
	if answer.MemberID == nil || *answer.MemberID != b.member.MemberID || answer.Organization == nil {
		t.Errorf("got %+v", answer)
	}
	refused(t, b.withPassword(oldPassword), 400, b2b.ErrMemberResetPassword)
	refused(t, b.discoverByPassword(oldPassword), 400, b2b.ErrMemberResetPassword)
	refused(t, b.client.Passwords.ResetByExisting(b2b.ResetPasswordByExistingPassword{
		OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, ExistingPassword: oldPassword, NewPassword: newPassword}), 400, b2b.ErrCannotResetPasswordWithExistingPassword)
	b.setPassword(newPassword)
	do(t, b.withPassword(newPassword))
	bare := do(t, b.client.Passwords.RequireReset(b2b.RequirePasswordByEmailReset{EmailAddress: b.member.EmailAddress}))
	if bare.Member != nil || bare.Organization != nil {
		t.Errorf("got %+v", bare)
	}
	refused(t, b.client.Passwords.RequireReset(b2b.RequirePasswordByEmailReset{EmailAddress: "nobody@acme.example"}), 404, b2b.ErrEmailNotFound)
	refused(t, b.client.Passwords.RequireReset(b2b.RequirePasswordByEmailReset{EmailAddress: "nobody@acme.example", OrganizationID: &b.org.OrganizationID}), 404, b2b.ErrMemberNotFound)
}

func TestWhoMayRequireAReset(t *testing.T) {
	b, _ := newCrossOrg(t)
	b.setPassword(oldPassword)
	ada := b.member
	admin, plain := b.signIn("admin@acme.example", "stytch_admin"), b.signIn("plain@acme.example")
	body := `{"email_address":"` + ada.EmailAddress + `","organization_id":"` + b.org.OrganizationID + `"}`
	const path = "/v1/b2b/passwords/email/require_reset"
	ask(t, b.server, "POST", path, body, acting(plain.token, "")).want(t, "another's", 403, b2b.ErrSessionAuthorizationError)
	ask(t, b.server, "POST", path, `{"email_address":"`+ada.EmailAddress+`"}`, acting(admin.token, "")).want(t, "without the organization", 403, b2b.ErrSessionAuthorizationError)
	ask(t, b.server, "POST", path, body, acting(admin.token, "")).want(t, "an admin", 200, "")
}
