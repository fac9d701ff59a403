package sandbox_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

func TestACodeSignsAMemberIn(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	if answer := b.sendCode(b.member.EmailAddress); answer.MemberCreated || answer.MemberID != b.member.MemberID {
		t.Errorf("got %+v", answer)
	}
	mail := b.newest(b.member.EmailAddress)
	if mail.Kind != "otp" || mail.Channel != "email" || len(mail.Code) != 6 || mail.Token != "" || mail.lives() != 10*time.Minute {
		t.Errorf("got %+v", mail)
	}
	refused(t, b.typeCode(b.member.EmailAddress, otherCode(mail.Code)), 404, b2b.ErrOTPCodeNotFound)
	in := do(t, b.typeCode(strings.ToUpper(b.member.EmailAddress), mail.Code))
	f := in.MemberSession.AuthenticationFactors[0]
	if !in.MemberAuthenticated || !in.Member.EmailAddressVerified || f.Type != "email_otp" || f.DeliveryMethod != "email" || f.EmailFactor.EmailID != in.MethodID {
		t.Errorf("got %+v", in)
	}
	refused(t, b.typeCode(b.member.EmailAddress, mail.Code), 401, b2b.ErrUnableToAuthOTPCode)
}

func TestOnlyTheNewestCodeWorksAndNotForLong(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	email := b.member.EmailAddress
	b.sendCode(email)
	old := b.newest(email).Code
	b.sendCode(email)
	code := b.newest(email).Code
	if old != code {
		refused(t, b.typeCode(email, old), 401, b2b.ErrUnableToAuthOTPCode)
	}
	b.advance(10 * time.Minute)
	refused(t, b.typeCode(email, code), 401, b2b.ErrUnableToAuthOTPCode)

	request := b2b.LoginOrSignupByEmailOTP{OrganizationID: b.org.OrganizationID, EmailAddress: email, LoginExpirationMinutes: ptr(2), SignupExpirationMinutes: ptr(15)}
	do(t, b.client.OTPs.SendEmail(request))
	if mail := b.newest(email); mail.lives() != 2*time.Minute {
		t.Errorf("it lives %s", mail.lives())
	}
	request.EmailAddress = "new@acme-robotics.example"
	if answer := do(t, b.client.OTPs.SendEmail(request)); !answer.MemberCreated || answer.Member.Status != "pending" {
		t.Errorf("got %+v", answer)
	}
	mail := b.newest(request.EmailAddress)
	if mail.lives() != 15*time.Minute {
		t.Errorf("it lives %s", mail.lives())
	}
	b.advance(15*time.Minute - time.Second)
	if in := do(t, b.typeCode(request.EmailAddress, mail.Code)); in.Member.Status != "active" {
		t.Errorf("got %+v", in)
	}
}

func TestCodeRequestsThatAreRefused(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	const path = "/v1/b2b/otps/email/"
	member := `"organization_id":"acme-robotics","email_address":"` + b.member.EmailAddress + `"`
	for _, c := range []struct {
		path, body string
		status     int
		kind       string
	}{
		{"login_or_signup", member + `,"login_expiration_minutes":1`, 400, b2b.ErrInvalidExpirationOTP},
		{"login_or_signup", member + `,"signup_expiration_minutes":16`, 400, b2b.ErrInvalidExpirationOTP},
		{"login_or_signup", member + `,"locale":"tr"`, 400, b2b.ErrInvalidLocale},
		{"login_or_signup", `"organization_id":"acme-robotics","email_address":"x@y.example"`, 400, b2b.ErrEmailJITProvisioningNotAllowed},
		{"authenticate", member + `,"code":"12345"`, 400, b2b.ErrInvalidCode},
		{"authenticate", member + `,"code":"abcd-efgh-ijkl"`, 400, b2b.ErrInvalidCode},
		{"authenticate", member + `,"code":"123456","session_token":"a","session_jwt":"b"`, 400, b2b.ErrTooManySessionArguments},
		{"authenticate", member + `,"code":"123456","session_duration_minutes":4`, 400, b2b.ErrInvalidSessionDurationMinutes},
		{"authenticate", `"organization_id":"acme-robotics","email_address":"x@y.example","code":"123456"`, 404, b2b.ErrMemberNotFound},
		{"discovery/send", `"email_address":"x@y.example","discovery_expiration_minutes":1`, 400, b2b.ErrInvalidExpirationOTP},
		{"discovery/send", `"email_address":"x@y.example","discovery_expiration_minutes":16`, 400, b2b.ErrInvalidExpirationOTP},
		{"discovery/authenticate", `"email_address":"x@y.example","code":"1"`, 400, b2b.ErrInvalidCode},
		{"discovery/authenticate", `"email_address":"x","code":"123456"`, 400, b2b.ErrInvalidEmail},
		{"discovery/authenticate", `"email_address":"x@y.example","code":"123456"`, 404, b2b.ErrOTPCodeNotFound},
	} {
		ask(t, b.server, http.MethodPost, path+c.path, "{"+c.body+"}").want(t, c.path+" "+c.body, c.status, c.kind)
	}
}

func TestTenWrongCodesLockTheMember(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.sendCode(b.member.EmailAddress)
	code := b.newest(b.member.EmailAddress).Code
	for range 10 {
		refused(t, b.typeCode(b.member.EmailAddress, otherCode(code)), 404, b2b.ErrOTPCodeNotFound)
	}
	refused(t, b.typeCode(b.member.EmailAddress, code), 429, b2b.ErrUserLockLimitReached)
	b.sendLink(b.member.EmailAddress)
	refused(t, b.follow(b.newest(b.member.EmailAddress).Token), 429, b2b.ErrUserLockLimitReached)
	b.advance(time.Hour)
	b.sendCode(b.member.EmailAddress)
	if in := do(t, b.typeCode(b.member.EmailAddress, b.newest(b.member.EmailAddress).Code)); in.Member.IsLocked {
		t.Error("still locked")
	}
}

func TestACodeThatComesToAnotherAddressIsNoUse(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	other := b.addMember("other@acme-robotics.example")
	b.sendCode(b.member.EmailAddress)
	refused(t, b.typeCode(other.EmailAddress, b.newest(b.member.EmailAddress).Code), 404, b2b.ErrOTPCodeNotFound)
	elsewhere := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Elsewhere"})
	do(t, b.client.Members.Create(elsewhere.OrganizationID, b2b.CreateMember{EmailAddress: b.member.EmailAddress}))
	request := b2b.AuthenticateEmailOTP{OrganizationID: elsewhere.OrganizationID, EmailAddress: b.member.EmailAddress, Code: b2b.Secret(b.newest(b.member.EmailAddress).Code)}
	refused(t, b.client.OTPs.AuthenticateEmail(request), 404, b2b.ErrOTPCodeNotFound)
}

// startUpdate sends a member's proof of a new address there.
func (b *bench) startUpdate(email, method string) {
	b.Helper()
	do(b.T, b.client.Members.StartEmailUpdate(b.member, b2b.StartMemberEmailUpdate{EmailAddress: email, DeliveryMethod: &method}))
}

func TestAProvenAddressTakesTheOldOnesPlace(t *testing.T) {
	for _, method := range []string{"EMAIL_MAGIC_LINK", "EMAIL_OTP"} {
		t.Run(method, func(t *testing.T) {
			b := newCompany(t, b2b.CreateOrganization{})
			old, wanted := b.member.EmailAddress, "countess@acme-robotics.example"
			b.member = b.byLink(old).Member
			b.startUpdate(wanted, method)
			mail := b.newest(wanted)
			if mail.lives() != 5*time.Minute {
				t.Errorf("it lives %s", mail.lives())
			}
			var m b2b.Member
			if method == "EMAIL_OTP" {
				refused(t, b.typeCode(wanted, otherCode(mail.Code)), 404, b2b.ErrOTPCodeNotFound)
				m = do(t, b.typeCode(wanted, mail.Code)).Member
			} else {
				m = do(t, b.follow(mail.Token)).Member
				refused(t, b.follow(mail.Token), 401, b2b.ErrUnableToAuthMagicLink)
			}
			if m.MemberID != b.member.MemberID || m.EmailAddress != wanted || !m.EmailAddressVerified || b.getMember(wanted).MemberID != m.MemberID {
				t.Errorf("got %+v", m)
			}
			if retired := b.getMember(wanted).RetiredEmailAddresses; len(retired) != 1 || retired[0].EmailAddress != old {
				t.Errorf("retired %+v", retired)
			}
		})
	}
}

func TestAnAddressThatIsProvenTooLateIsNotTaken(t *testing.T) {
	for _, method := range []string{"EMAIL_MAGIC_LINK", "EMAIL_OTP"} {
		t.Run(method, func(t *testing.T) {
			b := newCompany(t, b2b.CreateOrganization{})
			const wanted = "countess@acme-robotics.example"
			b.member = b.byLink(b.member.EmailAddress).Member
			b.startUpdate(wanted, method)
			b.advance(5 * time.Minute)
			mail := b.newest(wanted)
			if method == "EMAIL_OTP" {
				refused(t, b.typeCode(wanted, mail.Code), 400, b2b.ErrUnableToVerifyMemberEmailUpdate)
			} else {
				refused(t, b.follow(mail.Token), 400, b2b.ErrUnableToVerifyMemberEmailUpdate)
			}
			b.startUpdate(wanted, method)
			mail = b.newest(wanted)
			taken := b.addMember(wanted) // by the project itself, meanwhile
			if method == "EMAIL_MAGIC_LINK" {
				refused(t, b.follow(mail.Token), 400, b2b.ErrUnableToVerifyMemberEmailUpdate)
			} else {
				refused(t, b.typeCode(taken.EmailAddress, mail.Code), 404, b2b.ErrOTPCodeNotFound)
			}
			if m := b.getMember("ada@acme-robotics.example"); m.MemberID != b.member.MemberID {
				t.Errorf("got %+v", m)
			}
		})
	}
}
