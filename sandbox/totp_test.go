package sandbox_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestEnrolmentFromQRCodeToSession(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created := b.enrol()
	uri := decodeQR(t, created.QRCode)
	if uri.Scheme != "otpauth" || uri.Host != "totp" || uri.Path != "/Acme Robotics:"+b.member.EmailAddress || uri.Query().Get("secret") != created.Secret.Reveal() {
		t.Errorf("the QR code says %s", uri)
	}
	if n := len(uri.String()); n > 106 {
		t.Errorf("the QR code holds %d bytes, too many for a terminal of 80x24", n)
	}
	if !strings.HasPrefix(created.TOTPRegistrationID, "member-totp-test-") || len(created.Secret) != 32 || len(created.RecoveryCodes) != 10 {
		t.Errorf("created %s, a secret of %d, %d codes", created.TOTPRegistrationID, len(created.Secret), len(created.RecoveryCodes))
	}
	if created.Member.TOTPRegistrationID != "" || created.Member.DefaultMFAMethod != "" {
		t.Error("the enrolment counts before its first code")
	}
	refused(t, b.client.TOTPs.Create(b.member, b2b.CreateTOTP{}), 400, b2b.ErrPendingTOTPExists)

	answer := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)})
	m, session := answer.Member, answer.MemberSession
	if m.TOTPRegistrationID != created.TOTPRegistrationID || m.DefaultMFAMethod != "totp" || m.MFAEnrolled {
		t.Errorf("the member is %+v", m)
	}
	if session == nil || len(session.AuthenticationFactors) != 1 || session.AuthenticationFactors[0].Type != "totp" ||
		session.AuthenticationFactors[0].DeliveryMethod != "authenticator_app" || session.AuthenticationFactors[0].AuthenticatorAppFactor.TOTPID != created.TOTPRegistrationID {
		t.Fatalf("the session is %+v", session)
	}
	if !session.ExpiresAt.Equal(began.Add(time.Hour)) || !slices.Equal(session.Roles, []string{b2b.RoleMember}) || len(answer.SessionToken) != 44 {
		t.Errorf("the session is %+v, its token has %d characters", session, len(answer.SessionToken))
	}
	refused(t, b.client.TOTPs.Create(b.member, b2b.CreateTOTP{}), 400, b2b.ErrActiveTOTPExists)
}

func TestTOTPCodesWorkOnceAndOneStepEitherWay(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created := b.enrol()
	try := func(steps int) api.Change[b2b.AuthenticateTOTPResponse] {
		return b.client.TOTPs.Authenticate(b.member, b2b.AuthenticateTOTP{Code: b.code(created.Secret, steps)})
	}
	refused(t, try(-2), 401, b2b.ErrUnableToAuthenticateTOTP)
	refused(t, try(2), 401, b2b.ErrUnableToAuthenticateTOTP)
	do(t, try(-1))
	refused(t, try(-1), 401, b2b.ErrTOTPCodeAlreadyAuthenticated)
	do(t, try(0))
	do(t, try(1))
	refused(t, try(1), 401, b2b.ErrTOTPCodeAlreadyAuthenticated)
	b.advance(30 * time.Second)
	refused(t, try(0), 401, b2b.ErrTOTPCodeAlreadyAuthenticated)
	b.advance(30 * time.Second)
	do(t, try(0))
}

func TestEnrolmentWindowEnds(t *testing.T) {
	for _, window := range []struct {
		name    string
		minutes *int
		lasts   time.Duration
	}{{"of 60 minutes unless told otherwise", nil, time.Hour}, {"of 5 minutes", ptr(5), 5 * time.Minute}, {"of a day", ptr(1440), 24 * time.Hour}} {
		t.Run(window.name, func(t *testing.T) {
			b := newBench(t, b2b.CreateOrganization{})
			create := b.client.TOTPs.Create(b.member, b2b.CreateTOTP{ExpirationMinutes: window.minutes})
			created := do(t, create)
			b.advance(window.lasts - time.Second)
			refused(t, create, 400, b2b.ErrPendingTOTPExists)
			b.advance(time.Second)
			refused(t, b.client.TOTPs.Authenticate(b.member, b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)}), 400, b2b.ErrExpiredTOTP)
			again := do(t, create)
			b.authenticate(b2b.AuthenticateTOTP{Code: b.code(again.Secret, 0)})
		})
	}
}

func TestTOTPCreateRefusals(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	gone := b.member
	gone.MemberID = "member-test-00000000-0000-4000-8000-000000000000"
	elsewhere := b.member
	elsewhere.OrganizationID = "no-such-organization"
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@acme.example", CreateMemberAsPending: ptr(true)}))
	for _, c := range []struct {
		name    string
		member  b2b.Member
		request b2b.CreateTOTP
		status  int
		kind    string
	}{
		{"unknown member", gone, b2b.CreateTOTP{}, 404, b2b.ErrMemberNotFound},
		{"unknown organization", elsewhere, b2b.CreateTOTP{}, 404, b2b.ErrOrganizationNotFound},
		{"pending member", pending, b2b.CreateTOTP{}, 400, b2b.ErrActionAvailableOnlyForActiveMembers},
		{"window too short", b.member, b2b.CreateTOTP{ExpirationMinutes: ptr(4)}, 400, b2b.ErrInvalidExpiration},
		{"window too long", b.member, b2b.CreateTOTP{ExpirationMinutes: ptr(1441)}, 400, b2b.ErrInvalidExpiration},
		{"two session arguments", b.member, b2b.CreateTOTP{SessionToken: ptr(b2b.Secret("a")), SessionJWT: ptr(b2b.Secret("b"))}, 400, b2b.ErrTooManySessionArguments},
		{"malformed token", b.member, b2b.CreateTOTP{SessionToken: ptr(b2b.Secret("no token"))}, 400, b2b.ErrInvalidSessionToken},
		{"unknown token", b.member, b2b.CreateTOTP{SessionToken: ptr(unknownToken)}, 404, b2b.ErrSessionNotFound},
		{"malformed JWT", b.member, b2b.CreateTOTP{SessionJWT: ptr(b2b.Secret("a.b.c"))}, 400, b2b.ErrUnableToParseSessionJWT},
		{"unknown intermediate session", b.member, b2b.CreateTOTP{IntermediateSessionToken: ptr(unknownToken)}, 404, b2b.ErrIntermediateSessionNotFound},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, b.client.TOTPs.Create(c.member, c.request), c.status, c.kind) })
	}
	b.enrol() // nothing of the above has begun an enrolment
}

const unknownToken b2b.Secret = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func TestTOTPAuthenticateRefusals(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	none := b.addMember("none@acme.example")
	_, other := b.activate()
	grace := b.addMember("grace@acme.example")
	created := do(t, b.client.TOTPs.Create(grace, b2b.CreateTOTP{}))
	right := b.code(created.Secret, 0)
	for _, c := range []struct {
		name    string
		member  b2b.Member
		request b2b.AuthenticateTOTP
		status  int
		kind    string
	}{
		{"no TOTP", none, b2b.AuthenticateTOTP{Code: "123456"}, 404, b2b.ErrTOTPNotFound},
		{"too short", grace, b2b.AuthenticateTOTP{Code: "12345"}, 400, b2b.ErrInvalidTOTPCode},
		{"letters", grace, b2b.AuthenticateTOTP{Code: "12345a"}, 400, b2b.ErrInvalidTOTPCode},
		{"recovery code", grace, b2b.AuthenticateTOTP{Code: created.RecoveryCodes[0]}, 400, b2b.ErrRecoveryCodeUsedAsTOTPCode},
		{"session of another member", grace, b2b.AuthenticateTOTP{Code: right, SessionToken: &other.SessionToken}, 400, b2b.ErrMemberSessionMemberIDMismatch},
		{"JWT of another member", grace, b2b.AuthenticateTOTP{Code: right, SessionJWT: &other.SessionJWT}, 400, b2b.ErrMemberSessionMemberIDMismatch},
		{"duration too short", grace, b2b.AuthenticateTOTP{Code: right, SessionDurationMinutes: ptr(4)}, 400, b2b.ErrInvalidSessionDurationMinutes},
		{"duration too long", grace, b2b.AuthenticateTOTP{Code: right, SessionDurationMinutes: ptr(527041)}, 400, b2b.ErrInvalidSessionDurationMinutes},
		{"claims too large", grace, b2b.AuthenticateTOTP{Code: right, SessionCustomClaims: b2b.Object{"a": []byte(`"` + strings.Repeat("x", 4096) + `"`)}}, 400, b2b.ErrCustomClaimsTooLarge},
		{"unknown enrolment", grace, b2b.AuthenticateTOTP{Code: right, SetMFAEnrollment: ptr("maybe")}, 400, b2b.ErrBadRequest},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, b.client.TOTPs.Authenticate(c.member, c.request), c.status, c.kind) })
	}
	do(t, b.client.TOTPs.Authenticate(grace, b2b.AuthenticateTOTP{Code: right})) // no refusal has used the code up
}

func TestMFAEnrolment(t *testing.T) {
	for _, c := range []struct {
		name, policy string
		enrolled     bool // before
		set          *string
		want         bool
	}{
		{"stays off", "OPTIONAL", false, nil, false},
		{"is turned on", "OPTIONAL", false, ptr("enroll"), true},
		{"stays on", "OPTIONAL", true, nil, true},
		{"is turned off", "OPTIONAL", true, ptr("unenroll"), false},
		{"is on where MFA is required", "REQUIRED_FOR_ALL", false, nil, true},
		{"cannot be turned off where MFA is required", "REQUIRED_FOR_ALL", false, ptr("unenroll"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t, b2b.CreateOrganization{MFAPolicy: &c.policy})
			b.member = do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "m@acme.example", MFAEnrolled: &c.enrolled}))
			created := b.enrol()
			answer := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SetMFAEnrollment: c.set})
			if answer.Member.MFAEnrolled != c.want {
				t.Errorf("mfa_enrolled is %v", answer.Member.MFAEnrolled)
			}
		})
	}
}

func TestOrganizationWithoutTOTPRefusesAllButBreakGlass(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{MFAMethods: ptr("RESTRICTED"), AllowedMFAMethods: []string{"sms_otp"}})
	refused(t, b.client.TOTPs.Create(b.member, b2b.CreateTOTP{}), 400, b2b.ErrOperationRestrictedByOrganizationMFAMethods)
	b.member = do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "glass@acme.example", IsBreakglass: ptr(true)}))
	created, _ := b.activate()
	b.member = do(t, b.client.Members.Update(b.member, b2b.UpdateMember{IsBreakglass: ptr(false)}).Overwrite())
	b.advance(time.Minute)
	refused(t, b.client.TOTPs.Authenticate(b.member, b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)}), 400, b2b.ErrOperationRestrictedByOrganizationMFAMethods)
}

func TestMigrateTakesASecretOver(t *testing.T) {
	const secret b2b.Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
	b := newBench(t, b2b.CreateOrganization{})
	answer := do(t, b.client.TOTPs.Migrate(b.member, b2b.MigrateTOTP{Secret: secret}))
	if answer.Member.TOTPRegistrationID != answer.TOTPRegistrationID || len(answer.RecoveryCodes) != 10 {
		t.Errorf("migrated %q, member has %q, %d codes", answer.TOTPRegistrationID, answer.Member.TOTPRegistrationID, len(answer.RecoveryCodes))
	}
	b.authenticate(b2b.AuthenticateTOTP{Code: b.code(secret, 0)})
	refused(t, b.client.TOTPs.Migrate(b.member, b2b.MigrateTOTP{Secret: secret}), 400, b2b.ErrActiveTOTPExists)

	b.member = b.addMember("own.codes@acme.example")
	own := []b2b.Secret{"ABCD-1234", "my-own-code"}
	answer = do(t, b.client.TOTPs.Migrate(b.member, b2b.MigrateTOTP{Secret: "jbsw y3dp ehpk 3pxp", RecoveryCodes: own}))
	if !slices.Equal(answer.RecoveryCodes, own) {
		t.Error("the codes were not taken over")
	}
	if left := do(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{RecoveryCode: "abcd1234"})).RecoveryCodesRemaining; left != 1 {
		t.Errorf("%d codes are left", left)
	}

	fresh := b.addMember("fresh@acme.example")
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@acme.example", CreateMemberAsPending: ptr(true)}))
	refused(t, b.client.TOTPs.Migrate(fresh, b2b.MigrateTOTP{Secret: "not base32!"}), 400, b2b.ErrInvalidArgument)
	refused(t, b.client.TOTPs.Migrate(fresh, b2b.MigrateTOTP{Secret: "ABCD"}), 400, b2b.ErrInvalidArgument)
	refused(t, b.client.TOTPs.Migrate(fresh, b2b.MigrateTOTP{Secret: secret, RecoveryCodes: []b2b.Secret{"no spaces please"}}), 400, b2b.ErrInvalidArgument)
	refused(t, b.client.TOTPs.Migrate(pending, b2b.MigrateTOTP{Secret: secret}), 400, b2b.ErrActionAvailableOnlyForActiveMembers)
	do(t, b.client.TOTPs.Create(fresh, b2b.CreateTOTP{}))
	do(t, b.client.TOTPs.Migrate(fresh, b2b.MigrateTOTP{Secret: secret})) // an unfinished enrolment gives way
}

func TestDeletingTheTOTPDropsItsCodes(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	b.activate()
	after := do(t, b.client.Members.DeleteTOTP(b.member))
	if after.TOTPRegistrationID != "" || after.DefaultMFAMethod != "" {
		t.Errorf("the member still has %q, default %q", after.TOTPRegistrationID, after.DefaultMFAMethod)
	}
	_, err := b.client.RecoveryCodes.Get(t.Context(), b.org.OrganizationID, b.member.MemberID)
	wantRefusal(t, err, 404, b2b.ErrRecoveryCodesNotFound)
	b.enrol()
}

func TestTenWrongCodesLockForAnHour(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, _ := b.activate()
	b.advance(time.Minute)
	wrong := func() api.Change[b2b.AuthenticateTOTPResponse] {
		return b.client.TOTPs.Authenticate(b.member, b2b.AuthenticateTOTP{Code: b.wrongCode(created.Secret)})
	}
	for range 9 {
		refused(t, wrong(), 401, b2b.ErrUnableToAuthenticateTOTP)
	}
	b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)}) // starts the count anew
	for range 9 {
		refused(t, wrong(), 401, b2b.ErrUnableToAuthenticateTOTP)
	}
	refused(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{RecoveryCode: "aaaa-aaaa-aaaa"}), 401, b2b.ErrUnableToAuthenticateRecoveryCode)
	b.advance(time.Minute)
	locked := b.client.TOTPs.Authenticate(b.member, b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)})
	refused(t, locked, 429, b2b.ErrUserLockLimitReached)
	refused(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0]}), 429, b2b.ErrUserLockLimitReached)
	if m := b.reload(); !m.IsLocked || m.LockCreatedAt == nil || !m.LockExpiresAt.Equal(m.LockCreatedAt.Add(time.Hour)) {
		t.Errorf("the member shows %v, %v to %v", m.IsLocked, m.LockCreatedAt, m.LockExpiresAt)
	}
	b.advance(59 * time.Minute)
	if m := b.reload(); m.IsLocked || m.LockExpiresAt != nil {
		t.Error("the lock does not end")
	}
	refused(t, wrong(), 401, b2b.ErrUnableToAuthenticateTOTP) // one, not the eleventh
	b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)})
}

func (b *bench) reload() b2b.Member {
	b.Helper()
	m, err := b.client.Members.Get(b.Context(), b.org.OrganizationID, b2b.GetMember{MemberID: &b.member.MemberID})
	if err != nil {
		b.Fatal(err)
	}
	return m
}

func TestEnrolmentSurvivesARestart(t *testing.T) {
	path := t.TempDir() + "/sandbox.db"
	b := &bench{T: t, server: openServer(t, path)}
	b.client = clientOf(t, b.server)
	b.org = do(t, b.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Acme Robotics"}))
	b.member = b.addMember("ada@acme.example")
	created, first := b.activate()
	b.advance(10 * time.Minute)
	if err := b.server.Close(); err != nil {
		t.Fatal(err)
	}

	b.server = openServer(t, path)
	b.client = clientOf(t, b.server)
	if got := b.now(); !got.Equal(began.Add(10 * time.Minute)) {
		t.Errorf("the clock fell back to %s", got)
	}
	// The JWT has expired, but its key and its session live on.
	answer := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionJWT: &first.SessionJWT})
	if answer.MemberSession.MemberSessionID != first.MemberSession.MemberSessionID || answer.SessionToken != first.SessionToken {
		t.Error("the session is another after the restart")
	}
	codes, err := b.client.RecoveryCodes.Get(t.Context(), b.org.OrganizationID, b.member.MemberID)
	if err != nil || !slices.Equal(codes.RecoveryCodes, created.RecoveryCodes) {
		t.Errorf("the recovery codes are %d others: %v", len(codes.RecoveryCodes), err)
	}
}
