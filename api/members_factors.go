package api

import "example.com/orgdeck/api/b2b"

// DeleteMFAPhoneNumber removes the phone number of member:
// DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}.
func (s *MembersService) DeleteMFAPhoneNumber(member b2b.Member) Change[b2b.Member] {
	ch := write(s.client, b2b.OrganizationsMembersDeleteMFAPhoneNumber, pathOfMember(member), nil, func(r *b2b.DeleteMemberMFAPhoneNumberResponse) b2b.Member { return r.Member }).
		saying("Remove the MFA phone number of "+nameOfMember(member), Confirm).
		losing("mfa_phone_number", &member.MFAPhoneNumber)
	if member.MFAPhoneNumberVerified {
		return ch.final("the number would have to be verified again")
	}
	return ch.undoneBy(func(after b2b.Member) Undoer {
		return s.Update(after, b2b.UpdateMember{MFAPhoneNumber: &member.MFAPhoneNumber})
	})
}

// DeletePassword removes the password of member:
// DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}.
func (s *MembersService) DeletePassword(member b2b.Member) Change[b2b.Member] {
	return write(s.client, b2b.OrganizationsMembersDeletePassword, []string{member.OrganizationID, member.MemberPasswordID}, nil, func(r *b2b.DeleteMemberPasswordResponse) b2b.Member { return r.Member }).
		saying("Delete the password of "+nameOfMember(member), Confirm).
		losing("member_password_id", &member.MemberPasswordID).
		final("the member has to choose a new password")
}

// DeleteTOTP removes the authenticator app of member, and the recovery codes:
// DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp.
func (s *MembersService) DeleteTOTP(member b2b.Member) Change[b2b.Member] {
	return write(s.client, b2b.OrganizationsMembersDeleteTOTP, pathOfMember(member), nil, func(r *b2b.DeleteMemberTOTPResponse) b2b.Member { return r.Member }).
		saying("Delete the authenticator app of "+nameOfMember(member)+" and the recovery codes", Confirm).
		losing("totp_registration_id", &member.TOTPRegistrationID).
		final("a new authenticator app has to be enrolled")
}

// DeleteExternalID empties the external id of member:
// DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id.
func (s *MembersService) DeleteExternalID(member b2b.Member) Change[b2b.Member] {
	ch := write(s.client, b2b.OrganizationsMembersDeleteExternalID, pathOfMember(member), nil, func(r *b2b.DeleteMemberExternalIDResponse) b2b.Member { return r.Member }).
		saying("Remove the external ID of "+nameOfMember(member), Confirm).
		losing("external_id", member.ExternalID)
	if member.ExternalID == nil {
		return ch
	}
	return ch.undoneBy(func(after b2b.Member) Undoer {
		return s.Update(after, b2b.UpdateMember{ExternalID: member.ExternalID})
	})
}

// StartEmailUpdate sends a link or a code to the new address, which takes the
// place of the old one once it is used:
// POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update.
func (s *MembersService) StartEmailUpdate(member b2b.Member, to b2b.StartMemberEmailUpdate) Change[b2b.Member] {
	return write(s.client, b2b.OrganizationsMembersStartEmailUpdate, pathOfMember(member), to, func(r *b2b.StartMemberEmailUpdateResponse) b2b.Member { return r.Member }).
		saying("Ask "+nameOfMember(member)+" to confirm "+to.EmailAddress, Confirm).
		final("a mail that was sent cannot be called back; its link ends after 5 minutes")
}

// UnlinkRetiredEmail frees an address that member had before:
// POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email.
func (s *MembersService) UnlinkRetiredEmail(member b2b.Member, email b2b.UnlinkMemberRetiredEmail) Change[b2b.Member] {
	return write(s.client, b2b.OrganizationsMembersUnlinkRetiredEmail, pathOfMember(member), email, func(r *b2b.UnlinkMemberRetiredEmailResponse) b2b.Member { return r.Member }).
		saying("Free a retired e-mail address of "+nameOfMember(member), Confirm).
		final("an address that is free can be taken by somebody else")
}

// losing says which value the change takes away.
func (c Change[T]) losing(name string, value *string) Change[T] {
	if value != nil && *value != "" {
		c.Fields = []FieldChange{{Name: name, Before: *value, field: name}}
	}
	return c
}
