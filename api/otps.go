package api

import "example.com/orgdeck/api/b2b"

// OTPsService signs members in by codes that go to their address or phone.
type OTPsService service

// SendEmail mails a code to sign in with, to a member or to somebody whom the
// organization lets in by the address: POST /v1/b2b/otps/email/login_or_signup.
// Older codes stop working.
func (s *OTPsService) SendEmail(request b2b.LoginOrSignupByEmailOTP) Change[b2b.LoginOrSignupByEmailOTPResponse] {
	return write(s.client, b2b.OTPsEmailLoginORSignup, nil, request, whole[b2b.LoginOrSignupByEmailOTPResponse]).
		saying("Mail a sign-in code to "+request.EmailAddress, Confirm).
		final(mailedIsMailed)
}

// AuthenticateEmail signs in by a mailed code: POST /v1/b2b/otps/email/authenticate.
// A code works once.
func (s *OTPsService) AuthenticateEmail(request b2b.AuthenticateEmailOTP) Change[b2b.AuthenticateEmailOTPResponse] {
	return write(s.client, b2b.OTPsEmailAuthenticate, nil, request, whole[b2b.AuthenticateEmailOTPResponse]).
		saying("Sign "+request.EmailAddress+" in by a code", None).
		final(usedIsUsed)
}

// SendDiscovery mails a code that proves an address, for whoever has not chosen an
// organization: POST /v1/b2b/otps/email/discovery/send.
func (s *OTPsService) SendDiscovery(request b2b.SendDiscoveryEmailOTP) Change[b2b.SendDiscoveryEmailOTPResponse] {
	return write(s.client, b2b.OTPsEmailDiscoverySend, nil, request, whole[b2b.SendDiscoveryEmailOTPResponse]).
		saying("Mail a discovery code to "+request.EmailAddress, Confirm).
		final(mailedIsMailed)
}

// AuthenticateDiscovery proves an address by a mailed code, and answers with its
// organizations: POST /v1/b2b/otps/email/discovery/authenticate. A code works once.
func (s *OTPsService) AuthenticateDiscovery(request b2b.AuthenticateDiscoveryEmailOTP) Change[b2b.AuthenticateDiscoveryEmailOTPResponse] {
	return write(s.client, b2b.OTPsEmailDiscoveryAuthenticate, nil, request, whole[b2b.AuthenticateDiscoveryEmailOTPResponse]).
		saying("Find the organizations of "+request.EmailAddress+" by a code", None).
		final(usedIsUsed)
}

// SendSMS sends a code to the phone of member, who may be given the number here:
// POST /v1/b2b/otps/sms/send. The ids of request are those of member. Older codes
// stop working.
func (s *OTPsService) SendSMS(member b2b.Member, request b2b.SendSMSOTP) Change[b2b.SendSMSOTPResponse] {
	request.OrganizationID, request.MemberID = member.OrganizationID, member.MemberID
	return write(s.client, b2b.OTPsSMSSend, nil, request, whole[b2b.SendSMSOTPResponse]).
		saying("Send a code by SMS to "+nameOfMember(member), Confirm).
		final("an SMS that was sent cannot be called back")
}

// AuthenticateSMS checks a code that went to the phone of member, as a second
// factor: POST /v1/b2b/otps/sms/authenticate. The ids of request are those of
// member. A code works once.
func (s *OTPsService) AuthenticateSMS(member b2b.Member, request b2b.AuthenticateSMSOTP) Change[b2b.AuthenticateSMSOTPResponse] {
	request.OrganizationID, request.MemberID = member.OrganizationID, member.MemberID
	return write(s.client, b2b.OTPsSMSAuthenticate, nil, request, whole[b2b.AuthenticateSMSOTPResponse]).
		saying("Check a code sent to the phone of "+nameOfMember(member), None).
		final(usedIsUsed)
}

// usedIsUsed is why a typed code cannot be taken back.
const usedIsUsed = "a code that was used is used"
