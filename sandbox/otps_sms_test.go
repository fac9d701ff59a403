package sandbox_test

import (
	"net/http"
	"slices"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

const phone = "+14155550100"

// typeSMS checks a code from the member's phone under an intermediate session.
func (b *bench) typeSMS(token b2b.Secret, code string) api.Change[b2b.AuthenticateSMSOTPResponse] {
	return b.client.OTPs.AuthenticateSMS(b.member, b2b.AuthenticateSMSOTP{Code: b2b.Secret(code), IntermediateSessionToken: &token})
}

// newPhoned is a company that wants two factors, whose member has a phone.
func newPhoned(t *testing.T) *bench {
	t.Helper()
	b := newCompany(t, b2b.CreateOrganization{MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	b.update(b2b.UpdateMember{MFAPhoneNumber: ptr(phone)})
	return b
}

func TestASecondFactorIsOwedAndSentBySMS(t *testing.T) {
	b := newPhoned(t)
	b.sendLink(b.member.EmailAddress)
	in := do(t, b.client.MagicLinks.Authenticate(b2b.AuthenticateMagicLink{
		MagicLinksToken: b2b.Secret(b.newest(b.member.EmailAddress).Token), SessionDurationMinutes: ptr(5), SessionCustomClaims: b2b.Object{"a": []byte(`1`)},
	}))
	if in.MemberAuthenticated || in.MemberSession != nil || in.SessionToken != "" || in.SessionJWT != "" || in.IntermediateSessionToken == "" ||
		!in.IntermediateSessionTokenExpiresAt.Equal(began.Add(10*time.Minute)) || in.PrimaryRequired != nil {
		t.Fatalf("got %+v", in)
	}
	if owed := in.MFARequired; owed.MemberOptions.MFAPhoneNumber != phone || owed.MemberOptions.TOTPRegistrationID != "" || *owed.SecondaryAuthInitiated != "sms_otp" {
		t.Errorf("owed %+v", owed)
	}
	sms := b.newest(phone)
	if sms.Channel != "sms" || sms.Kind != "otp" || len(sms.Code) != 6 || sms.lives() != 2*time.Minute || sms.MemberID != b.member.MemberID {
		t.Errorf("got %+v", sms)
	}
	refused(t, b.typeSMS(in.IntermediateSessionToken, otherCode(sms.Code)), 404, b2b.ErrOTPCodeNotFound)
	full := do(t, b.typeSMS(in.IntermediateSessionToken, sms.Code))
	if got := factorTypes(full.MemberSession); !slices.Equal(got, []string{"magic_link", "otp"}) {
		t.Errorf("the factors are %v", got)
	}
	if m := full.Member; !m.MFAPhoneNumberVerified || !m.MFAEnrolled || m.DefaultMFAMethod != "sms_otp" {
		t.Errorf("got %+v", m)
	}
	if !full.MemberSession.ExpiresAt.Equal(began.Add(time.Hour)) || len(full.MemberSession.CustomClaims) != 0 {
		t.Errorf("duration and claims of the first step count: %+v", full.MemberSession)
	}
	refused(t, b.typeSMS(in.IntermediateSessionToken, sms.Code), 404, b2b.ErrIntermediateSessionNotFound)
}

func TestAMemberWithoutASecondFactorIsAskedToEnrol(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	in := b.byLink(b.member.EmailAddress)
	if in.MemberAuthenticated || in.MFARequired.MemberOptions != nil || in.MFARequired.SecondaryAuthInitiated != nil {
		t.Errorf("got %+v", in.MFARequired)
	}
	do(t, b.client.OTPs.SendSMS(b.member, b2b.SendSMSOTP{MFAPhoneNumber: ptr(phone), IntermediateSessionToken: &in.IntermediateSessionToken}))
	if full := do(t, b.typeSMS(in.IntermediateSessionToken, b.newest(phone).Code)); full.Member.MFAPhoneNumber != phone || !full.Member.MFAEnrolled {
		t.Errorf("got %+v", full.Member)
	}
}

func TestNoSMSGoesOutToWhoUsesAnApp(t *testing.T) {
	b := newPhoned(t)
	created, _ := b.activate()
	in := b.byLink(b.member.EmailAddress)
	owed := in.MFARequired
	if owed.SecondaryAuthInitiated != nil || owed.MemberOptions.TOTPRegistrationID != created.TOTPRegistrationID || owed.MemberOptions.MFAPhoneNumber != phone || len(b.outbox(phone)) != 0 {
		t.Errorf("owed %+v", owed)
	}
	b.member = do(t, b.client.Members.Update(b.member, b2b.UpdateMember{DefaultMFAMethod: ptr("sms_otp")}).Overwrite())
	if owed := b.byLink(b.member.EmailAddress).MFARequired; owed.SecondaryAuthInitiated == nil || len(b.outbox(phone)) != 1 {
		t.Errorf("owed %+v", owed)
	}
	b.advance(time.Minute)
	full := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), IntermediateSessionToken: &in.IntermediateSessionToken})
	if got := factorTypes(full.MemberSession); !slices.Equal(got, []string{"magic_link", "totp"}) {
		t.Errorf("the factors are %v", got)
	}
}

func TestASessionOfTheMemberWaivesTheSecondFactor(t *testing.T) {
	b := newPhoned(t)
	in := b.byLink(b.member.EmailAddress)
	full := do(t, b.typeSMS(in.IntermediateSessionToken, b.newest(phone).Code))
	b.sendCode(b.member.EmailAddress)
	request := b2b.AuthenticateEmailOTP{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, Code: b2b.Secret(b.newest(b.member.EmailAddress).Code), SessionToken: &full.SessionToken}
	again := do(t, b.client.OTPs.AuthenticateEmail(request))
	if !again.MemberAuthenticated || again.MemberSession.MemberSessionID != full.MemberSession.MemberSessionID {
		t.Errorf("got %+v", again)
	}
	other := b.addMember("other@acme-robotics.example")
	b.sendCode(other.EmailAddress)
	request.EmailAddress, request.Code = other.EmailAddress, b2b.Secret(b.newest(other.EmailAddress).Code)
	if stranger := do(t, b.client.OTPs.AuthenticateEmail(request)); stranger.MemberAuthenticated {
		t.Errorf("another's session waived it: %+v", stranger)
	}
}

func TestAFirstFactorIsAddedToAnIntermediateSession(t *testing.T) {
	b := newPhoned(t)
	first := b.byLink(b.member.EmailAddress)
	b.advance(9 * time.Minute)
	b.sendCode(b.member.EmailAddress)
	request := b2b.AuthenticateEmailOTP{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, Code: b2b.Secret(b.newest(b.member.EmailAddress).Code), IntermediateSessionToken: &first.IntermediateSessionToken}
	second := do(t, b.client.OTPs.AuthenticateEmail(request))
	if second.IntermediateSessionToken != first.IntermediateSessionToken || !second.IntermediateSessionTokenExpiresAt.Equal(*first.IntermediateSessionTokenExpiresAt) {
		t.Errorf("got %+v", second)
	}
	full := do(t, b.typeSMS(first.IntermediateSessionToken, b.newest(phone).Code))
	if got := factorTypes(full.MemberSession); !slices.Equal(got, []string{"magic_link", "email_otp", "otp"}) {
		t.Errorf("the factors are %v", got)
	}
}

func TestAnSMSCodeIsTheNewestLivesTwoMinutesAndWorksOnce(t *testing.T) {
	b := newPhoned(t)
	b.advance(time.Second)
	in := b.byLink(b.member.EmailAddress)
	old := b.newest(phone).Code
	send := b.client.OTPs.SendSMS(b.member, b2b.SendSMSOTP{})
	do(t, send)
	if code := b.newest(phone).Code; code != old {
		refused(t, b.typeSMS(in.IntermediateSessionToken, old), 401, b2b.ErrUnableToAuthOTPCode)
	}
	b.advance(2 * time.Minute)
	refused(t, b.typeSMS(in.IntermediateSessionToken, b.newest(phone).Code), 401, b2b.ErrUnableToAuthOTPCode)
	do(t, send)
	b.advance(2*time.Minute - time.Second)
	code := b.newest(phone).Code
	full := do(t, b.typeSMS(in.IntermediateSessionToken, code))
	request := b2b.AuthenticateSMSOTP{Code: b2b.Secret(code), SessionToken: &full.SessionToken}
	refused(t, b.client.OTPs.AuthenticateSMS(b.member, request), 401, b2b.ErrUnableToAuthOTPCode)
}

func TestEnrolmentAndDefaultAreSetBySMS(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.update(b2b.UpdateMember{MFAPhoneNumber: ptr(phone)})
	session := b.byLink(b.member.EmailAddress)
	pass := func(request b2b.AuthenticateSMSOTP) b2b.Member {
		t.Helper()
		do(t, b.client.OTPs.SendSMS(b.member, b2b.SendSMSOTP{}))
		request.Code, request.SessionToken = b2b.Secret(b.newest(phone).Code), &session.SessionToken
		return do(t, b.client.OTPs.AuthenticateSMS(b.member, request)).Member
	}
	if m := pass(b2b.AuthenticateSMSOTP{}); m.MFAEnrolled || m.DefaultMFAMethod != "sms_otp" {
		t.Errorf("got %+v", m)
	}
	if m := pass(b2b.AuthenticateSMSOTP{SetMFAEnrollment: ptr("enroll")}); !m.MFAEnrolled {
		t.Error("not enrolled")
	}
	created := do(t, b.client.TOTPs.Create(b.member, b2b.CreateTOTP{SessionToken: &session.SessionToken}))
	b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionToken: &session.SessionToken, SetDefaultMFA: ptr(true)})
	if m := pass(b2b.AuthenticateSMSOTP{SetMFAEnrollment: ptr("unenroll")}); m.MFAEnrolled || m.DefaultMFAMethod != "totp" {
		t.Errorf("got %+v", m)
	}
	if m := pass(b2b.AuthenticateSMSOTP{SetDefaultMFA: ptr(true)}); m.DefaultMFAMethod != "sms_otp" {
		t.Errorf("got %+v", m)
	}
}

func TestSMSRefusals(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	send := func(m b2b.Member, request b2b.SendSMSOTP) api.Change[b2b.SendSMSOTPResponse] {
		return b.client.OTPs.SendSMS(m, request)
	}
	refused(t, send(b.member, b2b.SendSMSOTP{}), 404, b2b.ErrPhoneNumberNotFound)
	refused(t, send(b.member, b2b.SendSMSOTP{MFAPhoneNumber: ptr("0123")}), 400, b2b.ErrInvalidPhoneNumber)
	refused(t, send(b.member, b2b.SendSMSOTP{Locale: ptr("tlh")}), 400, b2b.ErrInvalidLocale)
	do(t, send(b.member, b2b.SendSMSOTP{MFAPhoneNumber: ptr(phone), Locale: ptr("zh-Hans")}))
	do(t, send(b.member, b2b.SendSMSOTP{MFAPhoneNumber: ptr(phone)}))
	refused(t, send(b.member, b2b.SendSMSOTP{MFAPhoneNumber: ptr("+14155550101")}), 400, b2b.ErrDuplicateMemberPhoneNumberForMember)
	other := b.addMember("other@acme-robotics.example")
	refused(t, send(other, b2b.SendSMSOTP{MFAPhoneNumber: ptr(phone)}), 400, b2b.ErrDuplicateMemberPhoneNumber)
	session := b.byLink(other.EmailAddress)
	refused(t, send(b.member, b2b.SendSMSOTP{SessionToken: &session.SessionToken}), 400, b2b.ErrMemberSessionMemberIDMismatch)
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@acme-robotics.example", CreateMemberAsPending: ptr(true)}))
	refused(t, send(pending, b2b.SendSMSOTP{MFAPhoneNumber: ptr("+14155550102")}), 400, b2b.ErrActionAvailableOnlyForActiveMembers)

	body := `{"organization_id":"acme-robotics","member_id":"` + b.member.MemberID + `","code":"123456"`
	path := "/v1/b2b/otps/sms/authenticate"
	ask(t, b.server, http.MethodPost, path, body+"}").want(t, "no session", 400, b2b.ErrNoAssociatedSessionPassedIn)
	ask(t, b.server, http.MethodPost, path, body+`,"session_token":"a","session_jwt":"b"}`).want(t, "two sessions", 400, b2b.ErrTooManySessionArguments)
	ask(t, b.server, http.MethodPost, path, body+`,"session_token":"`+session.SessionToken.Reveal()+`"}`).want(t, "another's", 400, b2b.ErrMemberSessionMemberIDMismatch)
	refused(t, b.client.OTPs.AuthenticateSMS(other, b2b.AuthenticateSMSOTP{Code: "123456", SessionToken: &session.SessionToken}), 404, b2b.ErrPhoneNumberNotFound)

	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{MFAMethods: ptr("RESTRICTED"), AllowedMFAMethods: []string{"totp"}}))
	refused(t, send(b.member, b2b.SendSMSOTP{}), 400, b2b.ErrOperationRestrictedByOrganizationMFAMethods)
}

func TestAnAppMustBeProvenToAddAPhone(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	_, proven := b.activate()
	request := b2b.SendSMSOTP{MFAPhoneNumber: ptr(phone)}
	refused(t, b.client.OTPs.SendSMS(b.member, request), 400, b2b.ErrInsufficientFactors)
	linked := b.byLink(b.member.EmailAddress)
	request.SessionToken = &linked.SessionToken
	refused(t, b.client.OTPs.SendSMS(b.member, request), 400, b2b.ErrInsufficientFactors)
	request.SessionToken = &proven.SessionToken
	if m := do(t, b.client.OTPs.SendSMS(b.member, request)).Member; m.MFAPhoneNumber != phone || m.MFAPhoneNumberVerified {
		t.Errorf("got %+v", m)
	}
}

func TestTenWrongSMSCodesLockTheMember(t *testing.T) {
	b := newPhoned(t)
	in := b.byLink(b.member.EmailAddress)
	code := b.newest(phone).Code
	for range 10 {
		refused(t, b.typeSMS(in.IntermediateSessionToken, otherCode(code)), 404, b2b.ErrOTPCodeNotFound)
	}
	refused(t, b.typeSMS(in.IntermediateSessionToken, code), 429, b2b.ErrUserLockLimitReached)
}

func TestAFirstFactorDoesNotForgiveWrongSecondOnes(t *testing.T) {
	b := newPhoned(t)
	in := b.byLink(b.member.EmailAddress)
	for range 9 {
		refused(t, b.typeSMS(in.IntermediateSessionToken, otherCode(b.newest(phone).Code)), 404, b2b.ErrOTPCodeNotFound)
	}
	in = b.byLink(b.member.EmailAddress)
	refused(t, b.typeSMS(in.IntermediateSessionToken, otherCode(b.newest(phone).Code)), 404, b2b.ErrOTPCodeNotFound)
	refused(t, b.typeSMS(in.IntermediateSessionToken, b.newest(phone).Code), 429, b2b.ErrUserLockLimitReached)
}

func TestACodeDoesNotGoWithItsNumberToAnotherMember(t *testing.T) {
	b := newPhoned(t)
	b.byLink(b.member.EmailAddress)
	code := b.newest(phone).Code
	do(t, b.client.Members.DeleteMFAPhoneNumber(b.getMember(b.member.EmailAddress)))
	b.member = b.addMember("other@acme-robotics.example")
	in := b.byLink(b.member.EmailAddress)
	b.member = do(t, b.client.Members.Update(in.Member, b2b.UpdateMember{MFAPhoneNumber: ptr(phone)}).Overwrite())
	refused(t, b.typeSMS(in.IntermediateSessionToken, code), 404, b2b.ErrOTPCodeNotFound)
}

func TestAnIntermediateSessionDoesNotProveAnAddressThatCameLater(t *testing.T) {
	b := newPhoned(t)
	in := b.byLink(b.member.EmailAddress)
	code := b.newest(phone).Code
	b.member = do(t, b.client.Members.Update(in.Member, b2b.UpdateMember{EmailAddress: ptr("countess@acme-robotics.example")}).Overwrite())
	refused(t, b.typeSMS(in.IntermediateSessionToken, code), 400, b2b.ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet)
}
