package api

import "example.com/orgdeck/api/b2b"

// TOTPsService enrols and checks authenticator apps.
type TOTPsService service

// Create starts the enrolment of an authenticator app for member, and answers
// with its secret, QR code and recovery codes: POST /v1/b2b/totp. The ids of
// request are those of member. The enrolment counts once a code was
// authenticated.
func (s *TOTPsService) Create(member b2b.Member, request b2b.CreateTOTP) Change[b2b.CreateTOTPResponse] {
	request.OrganizationID, request.MemberID = member.OrganizationID, member.MemberID
	return write(s.client, b2b.TOTPsCreate, nil, request, whole[b2b.CreateTOTPResponse]).
		saying("Enrol an authenticator app for "+nameOfMember(member), None).
		undoneBy(func(after b2b.CreateTOTPResponse) Undoer { return s.client.Members.DeleteTOTP(after.Member) })
}

// Authenticate checks a code of member's authenticator app, which completes an
// enrolment under way: POST /v1/b2b/totp/authenticate. The ids of request are
// those of member. A code works once.
func (s *TOTPsService) Authenticate(member b2b.Member, request b2b.AuthenticateTOTP) Change[b2b.AuthenticateTOTPResponse] {
	request.OrganizationID, request.MemberID = member.OrganizationID, member.MemberID
	return write(s.client, b2b.TOTPsAuthenticate, nil, request, whole[b2b.AuthenticateTOTPResponse]).
		saying("Check a code of the authenticator app of "+nameOfMember(member), None).
		final(usedIsUsed)
}

// Migrate takes over the authenticator app that member uses elsewhere:
// POST /v1/b2b/totp/migrate. The ids of request are those of member.
func (s *TOTPsService) Migrate(member b2b.Member, request b2b.MigrateTOTP) Change[b2b.MigrateTOTPResponse] {
	request.OrganizationID, request.MemberID = member.OrganizationID, member.MemberID
	return write(s.client, b2b.TOTPsMigrate, nil, request, whole[b2b.MigrateTOTPResponse]).
		saying("Take over the authenticator app of "+nameOfMember(member), None).
		undoneBy(func(after b2b.MigrateTOTPResponse) Undoer { return s.client.Members.DeleteTOTP(after.Member) })
}

// whole is the answer as it came.
func whole[R any](r *R) R { return *r }
