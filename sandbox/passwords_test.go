package sandbox_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

const (
	oldPassword b2b.Secret = "tulip-granite-harbor-41"
	newPassword b2b.Secret = "violet-anchor-meadow-97"
)

// withRules is newCompany in a project with rules for passwords.
func withRules(t *testing.T, rules sandbox.PasswordRules, settings b2b.CreateOrganization) *bench {
	t.Helper()
	server, err := sandbox.Open(t.Context(), sandbox.Options{Passwords: rules, Now: func() time.Time { return began }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	b := &bench{T: t, server: server}
	b.client = clientOf(t, checked(t, server))
	settings.OrganizationName = "Acme Robotics"
	b.org = b.makeOrg(settings)
	b.member = b.addMember("ada@acme-robotics.example")
	return b
}

// bcryptOf is sandbox.DemoPassword as another system keeps it.
const bcryptOf b2b.Secret = "$2b$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG"

// setPassword gives the member a password by the link of a mail.
func (b *bench) setPassword(text b2b.Secret) b2b.ResetPasswordByEmailResponse {
	b.Helper()
	do(b.T, b.client.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress}))
	return do(b.T, b.client.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{PasswordResetToken: b2b.Secret(b.newest(b.member.EmailAddress).Token), Password: text}))
}

func (b *bench) withPassword(text b2b.Secret) api.Change[b2b.AuthenticatePasswordResponse] {
	return b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, Password: text})
}

func TestAPasswordSignsAMemberIn(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	refused(t, b.withPassword(oldPassword), 404, b2b.ErrMemberPasswordNotFound)
	b.setPassword(oldPassword)
	in := do(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{
		OrganizationID: b.org.OrganizationSlug, EmailAddress: "ADA@acme-robotics.example", Password: oldPassword, SessionDurationMinutes: ptr(30),
		SessionCustomClaims: b2b.Object{"tier": []byte(`"gold"`)},
	}))
	if !in.MemberAuthenticated || in.SessionToken == "" || in.IntermediateSessionToken != "" || in.MFARequired != nil || in.PrimaryRequired != nil || in.MemberID != b.member.MemberID {
		t.Errorf("got %+v", in)
	}
	f := in.MemberSession.AuthenticationFactors[0]
	if f.Type != "password" || f.DeliveryMethod != "knowledge" || !in.MemberSession.ExpiresAt.Equal(began.Add(30*time.Minute)) || string(in.MemberSession.CustomClaims["tier"]) != `"gold"` {
		t.Errorf("the session is %+v", in.MemberSession)
	}
	refused(t, b.withPassword("wrong"), 401, b2b.ErrUnauthorizedCredentials)
	refused(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: "acme-robotics", EmailAddress: "nobody@acme.example", Password: oldPassword}), 404, b2b.ErrMemberNotFound)
	refused(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: "none", EmailAddress: "a@b.example", Password: oldPassword}), 404, b2b.ErrOrganizationNotFound)
	refused(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: "acme-robotics", EmailAddress: "nobody", Password: oldPassword}), 400, b2b.ErrInvalidEmail)
}

func TestAPasswordIsNotAllThatIsAsked(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	b.setPassword(oldPassword)
	owed := do(t, b.withPassword(oldPassword))
	if owed.MemberAuthenticated || owed.MFARequired == nil || owed.MemberSession != nil || owed.SessionToken != "" || owed.SessionJWT != "" || owed.IntermediateSessionToken == "" ||
		!owed.IntermediateSessionTokenExpiresAt.Equal(began.Add(10*time.Minute)) {
		t.Errorf("got %+v", owed)
	}
	created := b.enrol()
	in := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), IntermediateSessionToken: &owed.IntermediateSessionToken})
	if got := factorTypes(in.MemberSession); !slices.Equal(got, []string{"password", "totp"}) {
		t.Errorf("the factors are %v", got)
	}
	again := do(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, Password: oldPassword, SessionToken: &in.SessionToken}))
	if !again.MemberAuthenticated || again.SessionToken != in.SessionToken {
		t.Error("a session of the member does not waive the second factor")
	}
}

func TestTenWrongPasswordsLockAnHour(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.setPassword(oldPassword)
	for range 9 {
		refused(t, b.withPassword("wrong"), 401, b2b.ErrUnauthorizedCredentials)
	}
	do(t, b.withPassword(oldPassword)) // forgives
	for range 10 {
		refused(t, b.withPassword("wrong"), 401, b2b.ErrUnauthorizedCredentials)
	}
	refused(t, b.withPassword(oldPassword), 429, b2b.ErrUserLockLimitReached)
	if !b.reload().IsLocked {
		t.Error("the member does not show the lock")
	}
	b.advance(time.Hour)
	do(t, b.withPassword(oldPassword))
}

func TestAnOrganizationMayTakeNoPasswords(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"sso"}})
	do(t, b.client.Passwords.Migrate(b2b.MigratePassword{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, Hash: bcryptOf, HashType: "bcrypt"}))
	const kind = b2b.ErrOperationRestrictedByOrganizationAuthMethods
	refused(t, b.withPassword(sandbox.DemoPassword), 400, kind)
	refused(t, b.client.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress}), 400, kind)
	refused(t, b.client.Passwords.ResetByExisting(b2b.ResetPasswordByExistingPassword{
		OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, ExistingPassword: sandbox.DemoPassword, NewPassword: newPassword}), 400, kind)
	b.member = do(t, b.client.Members.Update(b.reload(), b2b.UpdateMember{IsBreakglass: ptr(true)}))
	do(t, b.withPassword(sandbox.DemoPassword))
}

func TestResetByEmailProvesTheAddressAndEndsOtherSessions(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "new@acme.example", CreateMemberAsPending: ptr(true)}))
	b.member = pending
	started := do(t, b.client.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{
		OrganizationID: b.org.OrganizationSlug, EmailAddress: "NEW@acme.example", ResetPasswordRedirectURL: ptr("http://localhost:9/reset?x=1")}))
	mail := b.newest(pending.EmailAddress)
	link, err := url.Parse(mail.URL)
	if err != nil || started.MemberID != pending.MemberID || mail.Kind != "password_reset" || mail.lives() != 30*time.Minute ||
		link.Query().Get("stytch_token_type") != "multi_tenant_passwords" || link.Query().Get("token") != mail.Token || link.Host != "localhost:9" {
		t.Errorf("got %+v, %v", mail, err)
	}
	reset := func(token string, text b2b.Secret) api.Change[b2b.ResetPasswordByEmailResponse] {
		return b.client.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{PasswordResetToken: b2b.Secret(token), Password: text})
	}
	refused(t, reset(mail.Token, "weak"), 400, b2b.ErrWeakPassword)
	in := do(t, reset(mail.Token, oldPassword))
	if !in.MemberAuthenticated || in.Member.Status != "active" || !in.Member.EmailAddressVerified || in.Member.MemberPasswordID == "" || in.MemberEmailID != started.MemberEmailID {
		t.Errorf("got %+v", in)
	}
	refused(t, reset(mail.Token, newPassword), 401, b2b.ErrUnableToAuthPasswordResetToken)
	refused(t, reset("unknown", newPassword), 401, b2b.ErrUnableToAuthPasswordResetToken)
	again := b.setPassword(newPassword)
	if again.Member.MemberPasswordID == in.Member.MemberPasswordID {
		t.Error("the new password has the id of the old one")
	}
	if left := sessionIDs(b.sessionsOf(pending)); !slices.Equal(left, []string{again.MemberSession.MemberSessionID}) {
		t.Errorf("the sessions are %v", left)
	}
	refused(t, b.withPassword(oldPassword), 401, b2b.ErrUnauthorizedCredentials)
	do(t, b.withPassword(newPassword))
}

func TestResetLinksEndAndCanBeBoundToTheirAsker(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	start := b2b.ResetPasswordByEmailStart{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, ResetPasswordExpirationMinutes: ptr(5)}
	do(t, b.client.Passwords.StartEmailReset(start))
	late := b2b.Secret(b.newest(b.member.EmailAddress).Token)
	b.advance(5 * time.Minute)
	refused(t, b.client.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{PasswordResetToken: late, Password: oldPassword}), 401, b2b.ErrUnableToAuthPasswordResetToken)
	for minutes, ok := range map[int]bool{4: false, 5: true, 10080: true, 10081: false} {
		start.ResetPasswordExpirationMinutes = &minutes
		if _, err := b.client.Passwords.StartEmailReset(start).Do(t.Context()); (err == nil) != ok {
			t.Errorf("%d minutes: %v", minutes, err)
		}
	}
	verifier := b2b.Secret(strings.Repeat("v", 43))
	sum := sha256.Sum256([]byte(verifier.Reveal()))
	start.ResetPasswordExpirationMinutes, start.CodeChallenge = nil, ptr(base64.RawURLEncoding.EncodeToString(sum[:]))
	do(t, b.client.Passwords.StartEmailReset(start))
	bound := b2b.ResetPasswordByEmail{PasswordResetToken: b2b.Secret(b.newest(b.member.EmailAddress).Token), Password: oldPassword}
	refused(t, b.client.Passwords.ResetByEmail(bound), 400, b2b.ErrPKCEExpectedCodeVerifier)
	bound.CodeVerifier = ptr(b2b.Secret("other"))
	refused(t, b.client.Passwords.ResetByEmail(bound), 400, b2b.ErrPKCEMismatch)
	bound.CodeVerifier = &verifier
	do(t, b.client.Passwords.ResetByEmail(bound))
	start.CodeChallenge = ptr("short")
	refused(t, b.client.Passwords.StartEmailReset(start), 400, b2b.ErrInvalidPKCECodeChallenge)
	start.CodeChallenge, start.ResetPasswordRedirectURL = nil, ptr("javascript:alert(1)")
	refused(t, b.client.Passwords.StartEmailReset(start), 400, b2b.ErrInvalidPasswordResetRedirectURL)
	start.ResetPasswordRedirectURL, start.EmailAddress = nil, "nobody@acme.example"
	refused(t, b.client.Passwords.StartEmailReset(start), 404, b2b.ErrMemberNotFound)
}

func TestWhoKnowsThePasswordMayReplaceIt(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	reset := func(existing, to b2b.Secret) api.Change[b2b.ResetPasswordByExistingPasswordResponse] {
		return b.client.Passwords.ResetByExisting(b2b.ResetPasswordByExistingPassword{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, ExistingPassword: existing, NewPassword: to})
	}
	refused(t, reset(oldPassword, newPassword), 404, b2b.ErrMemberPasswordNotFound)
	b.setPassword(oldPassword)
	refused(t, reset("wrong", newPassword), 401, b2b.ErrUnauthorizedCredentials)
	refused(t, reset(oldPassword, "weak"), 400, b2b.ErrWeakPassword)
	in := do(t, reset(oldPassword, newPassword))
	if left := sessionIDs(b.sessionsOf(b.member)); !in.MemberAuthenticated || !slices.Equal(left, []string{in.MemberSession.MemberSessionID}) {
		t.Errorf("the sessions are %v", left)
	}
	refused(t, b.withPassword(oldPassword), 401, b2b.ErrUnauthorizedCredentials)
	do(t, b.withPassword(newPassword))
}

func TestASessionSetsAPasswordWhileItsFactorIsFresh(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	other, in := b.byLink(b.member.EmailAddress), b.byLink(b.member.EmailAddress)
	reset := func(token b2b.Secret) api.Change[b2b.ResetPasswordBySessionResponse] {
		return b.client.Passwords.ResetBySession(b2b.ResetPasswordBySession{OrganizationID: b.org.OrganizationID, SessionToken: &token, Password: newPassword})
	}
	b.advance(4*time.Minute + 59*time.Second)
	done := do(t, reset(in.SessionToken))
	if left := sessionIDs(b.sessionsOf(b.member)); done.SessionToken != in.SessionToken || !slices.Equal(left, []string{in.MemberSession.MemberSessionID}) {
		t.Errorf("the sessions are %v", left)
	}
	refused(t, reset(other.SessionToken), 404, b2b.ErrSessionNotFound)
	do(t, b.withPassword(newPassword))
	late := b.byLink(b.member.EmailAddress)
	b.advance(5 * time.Minute)
	refused(t, reset(late.SessionToken), 400, b2b.ErrSessionTooOldToResetPassword)
	impersonated := do(t, b.client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: b.mint(b.member).Token}))
	refused(t, reset(impersonated.SessionToken), 400, b2b.ErrSessionTooOldToResetPassword)
	fresh := b.byLink(b.member.EmailAddress)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Elsewhere"})
	refused(t, reset(fresh.SessionToken), 404, b2b.ErrSessionNotFound)
	refused(t, b.client.Passwords.ResetBySession(b2b.ResetPasswordBySession{OrganizationID: b.org.OrganizationID, Password: newPassword}), 400, b2b.ErrNoSessionArguments)
}

func TestAMigratedPasswordSignsIn(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.setRoles(role("helpdesk", "stytch.member", "search"))
	request := b2b.MigratePassword{
		OrganizationID: b.org.OrganizationSlug, EmailAddress: "New@acme.example", Hash: "zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs=", HashType: "pbkdf_2",
		Pbkdf2Config: &b2b.PBKDF2Config{Salt: "c2FsdHNhbHQ=", IterationAmount: 1000, KeyLength: 32}, Name: ptr("New"), Roles: []string{"helpdesk"},
		TrustedMetadata: b2b.Object{"a": []byte(`1`)}, MFAPhoneNumber: ptr("+15005550006"), SetPhoneNumberVerified: ptr(true), ExternalID: ptr("e|9"),
	}
	made := do(t, b.client.Passwords.Migrate(request))
	m := made.Member
	if !made.MemberCreated || m.Status != "active" || !m.EmailAddressVerified || m.EmailAddress != "new@acme.example" || m.Name != "New" || !m.MFAPhoneNumberVerified ||
		*m.ExternalID != "e|9" || string(m.TrustedMetadata["a"]) != "1" || m.Roles[0].RoleID != "helpdesk" || m.MemberPasswordID == "" {
		t.Errorf("got %+v", m)
	}
	b.member = m
	do(t, b.withPassword(sandbox.DemoPassword))
	refused(t, b.client.Passwords.Migrate(request), 400, b2b.ErrPasswordAlreadyExists)
	request.EmailAddress = "ada@acme-robotics.example"
	refused(t, b.client.Passwords.Migrate(request), 400, b2b.ErrDuplicateMemberPhoneNumber)
	request.MFAPhoneNumber = nil
	known := do(t, b.client.Passwords.Migrate(request))
	if known.MemberCreated || known.Member.ExternalID != nil || !known.Member.EmailAddressVerified {
		t.Errorf("got %+v", known)
	}
}

func TestHashTypesAreTakenInBothSpellings(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	for i, kind := range []string{"argon_2i", "argon2i"} {
		b.member = b.addMember(fmt.Sprintf("a%d@acme.example", i))
		do(t, b.client.Passwords.Migrate(b2b.MigratePassword{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, HashType: kind,
			Hash: "$argon2i$v=19$m=65536,t=2,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b+dWRWJTmaaJObG"}))
		do(t, b.withPassword("password"))
	}
	for kind, want := range map[string]string{"crc32": b2b.ErrInvalidHashType, "bcrypt": b2b.ErrInvalidBcryptHash, "md_5": b2b.ErrInvalidMd5Hash, "pbkdf_2": b2b.ErrInvalidPbkdf2Hash} {
		refused(t, b.client.Passwords.Migrate(b2b.MigratePassword{OrganizationID: b.org.OrganizationID, EmailAddress: "n@acme.example", HashType: kind, Hash: "***"}), 400, want)
	}
	if _, err := b.client.Members.Get(t.Context(), b.org.OrganizationID, b2b.GetMember{EmailAddress: ptr("n@acme.example")}); err == nil {
		t.Error("a refused migration has made a member")
	}
}

func TestStrengthIsCheckedByZxcvbn(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	check := func(text b2b.Secret, email *string) *b2b.CheckPasswordStrengthResponse {
		answer, err := b.client.Passwords.StrengthCheck(t.Context(), b2b.CheckPasswordStrength{Password: text, EmailAddress: email})
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	weak := check("password", nil)
	if weak.ValidPassword || weak.Score != 0 || weak.StrengthPolicy != "zxcvbn" || weak.BreachDetectionOnCreate || weak.LudsFeedback != nil || weak.ZxcvbnFeedback.Warning == "" || len(weak.ZxcvbnFeedback.Suggestions) == 0 {
		t.Errorf("got %+v", weak)
	}
	if strong := check(oldPassword, nil); !strong.ValidPassword || strong.Score < 3 {
		t.Errorf("got %+v", strong)
	}
	if own := check("grace.hopper@acme.example", ptr("Grace.Hopper@acme.example")); own.ValidPassword {
		t.Errorf("one's own address is strong: %+v", own)
	}
	ask(t, b.server, http.MethodPost, "/v1/b2b/passwords/strength_check", `{"password":"x","email_address":"x"}`).want(t, "address", 400, b2b.ErrInvalidEmail)
	ask(t, b.server, http.MethodPost, "/v1/b2b/passwords/strength_check", `{}`).want(t, "nothing", 400, b2b.ErrBadRequest)
}

func TestStrengthIsCheckedByLUDS(t *testing.T) {
	b := withRules(t, sandbox.PasswordRules{LUDS: true}, b2b.CreateOrganization{})
	answer, err := b.client.Passwords.StrengthCheck(t.Context(), b2b.CheckPasswordStrength{Password: "abc12"})
	if err != nil || answer.ValidPassword || answer.StrengthPolicy != "luds" || answer.ZxcvbnFeedback != nil || *answer.LudsFeedback != (b2b.LudsFeedback{HasLowerCase: true, HasDigit: true, MissingComplexity: 1, MissingCharacters: 3}) {
		t.Errorf("got %+v, %v", answer, err)
	}
	b.setPassword("Password1") // enough by LUDS
	do(t, b.withPassword("Password1"))
}

func TestBreachedPasswordsAreRefusedAndHaveToBeReset(t *testing.T) {
	file := filepath.Join(t.TempDir(), "breached.txt")
	if err := os.WriteFile(file, []byte(oldPassword.Reveal()+"\n"+sandbox.DemoPassword+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b := withRules(t, sandbox.PasswordRules{BreachList: file}, b2b.CreateOrganization{})
	for want, email := range map[bool]*string{false: nil, true: ptr("a@b.example")} {
		answer, err := b.client.Passwords.StrengthCheck(t.Context(), b2b.CheckPasswordStrength{Password: oldPassword, EmailAddress: email})
		if err != nil || !answer.BreachDetectionOnCreate || answer.BreachedPassword != want || answer.ValidPassword == want {
			t.Errorf("breached with an address, %t: %+v, %v", want, answer, err)
		}
	}
	do(t, b.client.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress}))
	token := b2b.Secret(b.newest(b.member.EmailAddress).Token)
	refused(t, b.client.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{PasswordResetToken: token, Password: oldPassword}), 400, b2b.ErrBreachedPassword)
	do(t, b.client.Passwords.Migrate(b2b.MigratePassword{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, Hash: bcryptOf, HashType: "bcrypt"}))
	refused(t, b.withPassword("wrong"), 401, b2b.ErrUnauthorizedCredentials)
	refused(t, b.withPassword(sandbox.DemoPassword), 400, b2b.ErrMemberResetPassword)
	do(t, b.client.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{PasswordResetToken: token, Password: newPassword}))
	do(t, b.withPassword(newPassword))
}

func TestDemoMembersSignInByTheDocumentedPassword(t *testing.T) {
	b := newDemo(t)
	members := allOf(t, b.client).members
	i := slices.IndexFunc(members, func(m b2b.Member) bool {
		return m.MemberPasswordID != "" && m.Status == "active" && m.EmailAddressVerified && !m.IsLocked
	})
	if i < 0 {
		t.Fatal("nobody has a password")
	}
	m := members[i]
	do(t, b.client.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: m.OrganizationID, EmailAddress: m.EmailAddress, Password: sandbox.DemoPassword}))
}

func TestPasswordsOfOneOrganizationHoldThereOnly(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	const kind = b2b.ErrCrossOrgPasswordsNotEnabled
	refused(t, b.client.Passwords.RequireReset(b2b.RequirePasswordByEmailReset{EmailAddress: b.member.EmailAddress}), 400, kind)
	refused(t, b.client.Passwords.AuthenticateDiscovery(b2b.AuthenticateDiscoveryPassword{EmailAddress: b.member.EmailAddress, Password: oldPassword}), 400, kind)
	refused(t, b.client.Passwords.StartDiscoveryReset(b2b.ResetDiscoveryPasswordByEmailStart{EmailAddress: b.member.EmailAddress}), 400, kind)
	refused(t, b.client.Passwords.ResetDiscovery(b2b.ResetDiscoveryPasswordByEmail{PasswordResetToken: "x", Password: oldPassword}), 400, kind)
	b.setPassword(oldPassword)
	first := b.member
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Globex"})
	b.member = b.addMember(first.EmailAddress)
	refused(t, b.withPassword(oldPassword), 404, b2b.ErrMemberPasswordNotFound)
}
