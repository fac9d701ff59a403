package sandbox

import (
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

func (s *Server) updateMember(req *request[b2b.UpdateMember]) (*memberAnswer, error) {
	m, b := req.member, req.Body
	set(&m.Name, b.Name)
	set(&m.IsBreakglass, b.IsBreakglass)
	set(&m.MFAEnrolled, b.MFAEnrolled)
	if err := req.setMetadata(m, b.TrustedMetadata, b.UntrustedMetadata); err != nil {
		return nil, err
	}
	if err := req.setExternalID(m, b.ExternalID); err != nil {
		return nil, err
	}
	if err := req.setPhone(m, b.MFAPhoneNumber); err != nil {
		return nil, err
	}
	if err := setDefaultMFAMethod(m, b.DefaultMFAMethod); err != nil {
		return nil, err
	}
	if b.EmailAddress != nil {
		if err := req.changeEmail(m, strings.ToLower(*b.EmailAddress), b.UnlinkEmail != nil && *b.UnlinkEmail); err != nil {
			return nil, err
		}
	}
	if err := s.replaceRoles(req.call, b); err != nil {
		return nil, err
	}
	return req.save()
}

// setDefaultMFAMethod wants the member to have the factor. m is as it will be
// after the update.
func setDefaultMFAMethod(m *store.Member, method *string) error {
	if method == nil {
		return nil
	}
	has := m.MFAPhoneNumber
	if *method == b2b.DefaultMFAMethodTOTP {
		has = m.TOTPRegistrationID
	}
	if has == "" {
		return refuse(b2b.ErrDefaultMFAMemberMissingFactor, "the member has no %s", *method)
	}
	m.DefaultMFAMethod = *method
	return nil
}

// fallBackMFAMethod makes another factor the default when the member no longer
// has the one that was.
func fallBackMFAMethod(m *store.Member) {
	lost := m.DefaultMFAMethod == b2b.DefaultMFAMethodSMSOTP && m.MFAPhoneNumber == "" ||
		m.DefaultMFAMethod == b2b.DefaultMFAMethodTOTP && m.TOTPRegistrationID == ""
	switch {
	case !lost:
	case m.MFAPhoneNumber != "":
		m.DefaultMFAMethod = b2b.DefaultMFAMethodSMSOTP
	case m.TOTPRegistrationID != "":
		m.DefaultMFAMethod = b2b.DefaultMFAMethodTOTP
	default:
		m.DefaultMFAMethod = ""
	}
}

// replaceRoles replaces the roles assigned directly. One taken away that SSO
// gives too ends the sessions through that connection, unless they are to stay.
func (s *Server) replaceRoles(c *call, b b2b.UpdateMember) error {
	preserve := b.PreserveExistingSessions != nil && *b.PreserveExistingSessions
	if b.Roles == nil {
		if preserve {
			return refuse(b2b.ErrCannotPreserveExistingSessions, "preserve_existing_sessions needs roles")
		}
		return nil
	}
	if err := s.checkRoles(c.tx, c.org, b.Roles); err != nil {
		return err
	}
	if err := c.tx.SetDirectRoles(c.member, b.Roles); err != nil || preserve {
		return err
	}
	for _, connection := range lostConnections(c.member, b.Roles) {
		if err := c.tx.RevokeSessionsThrough(c.member.Seq, connection); err != nil {
			return err
		}
	}
	return nil
}

// lostConnections are the SSO connections that give roles which m has directly,
// and will not any more.
func lostConnections(m *store.Member, roles []string) []string {
	var connections []string
	for _, role := range m.Roles {
		direct := slices.ContainsFunc(role.Sources, func(from b2b.MemberRoleSource) bool { return from.Type == sourceDirect })
		if !direct || slices.Contains(roles, role.RoleID) {
			continue
		}
		for _, from := range role.Sources {
			if id := (fields(from.Details)).text("connection_id"); id != "" {
				connections = append(connections, id)
			}
		}
	}
	return connections
}

// setMetadata merges both kinds of metadata into m.
func (c *call) setMetadata(m *store.Member, trusted, untrusted b2b.Object) (err error) {
	if m.TrustedMetadata, err = c.mergeMetadata("trusted_metadata", m.TrustedMetadata, trusted); err != nil {
		return err
	}
	m.UntrustedMetadata, err = c.mergeMetadata("untrusted_metadata", m.UntrustedMetadata, untrusted)
	return err
}

// setExternalID gives m an external id that no other live member has.
func (c *call) setExternalID(m *store.Member, id *string) error {
	if id == nil {
		return nil
	}
	taken, err := c.tx.IsMemberExternalIDTaken(c.org.Seq, *id, m.Seq)
	if taken {
		err = refuse(b2b.ErrDuplicateMemberExternalID)
	}
	m.ExternalID = id
	return err
}

// setPhone gives m its one phone number: another has to be deleted first.
func (c *call) setPhone(m *store.Member, phone *string) error {
	if phone == nil || *phone == m.MFAPhoneNumber {
		return nil
	}
	if m.MFAPhoneNumber != "" {
		return refuse(b2b.ErrDuplicateMemberPhoneNumberForMember)
	}
	m.MFAPhoneNumber, m.PhoneID, m.MFAPhoneNumberVerified = *phone, newID("phone-number"), false
	return c.checkPhone(m, *phone)
}

// checkPhone checks that no other live member has the number.
func (c *call) checkPhone(m *store.Member, phone string) error {
	taken, err := c.tx.IsPhoneTaken(c.org.Seq, phone, m.Seq)
	if taken {
		err = refuse(b2b.ErrDuplicateMemberPhoneNumber)
	}
	return err
}

func (s *Server) deleteMFAPhoneNumber(req *request[none]) (*memberAnswer, error) {
	m := req.member
	if m.MFAPhoneNumber == "" {
		return nil, refuse(b2b.ErrMemberPhoneNumberNotFound)
	}
	m.MFAPhoneNumber, m.PhoneID, m.MFAPhoneNumberVerified = "", "", false
	fallBackMFAMethod(m)
	return req.save()
}

func (s *Server) deletePassword(req *request[none]) (*memberAnswer, error) {
	if s.passwords.CrossOrg {
		return nil, refuse(b2b.ErrCrossOrgPasswordsEnabled)
	}
	req.member.MemberPasswordID, req.member.PasswordHash = "", ""
	return req.save()
}

// deleteTOTP removes the member's authenticator app, or its enrolment, together
// with the recovery codes.
func (s *Server) deleteTOTP(req *request[none]) (*memberAnswer, error) {
	had, err := req.tx.DeleteTOTP(req.member.Seq)
	if err != nil {
		return nil, err
	}
	if !had {
		return nil, refuse(b2b.ErrTOTPNotFound)
	}
	req.member.TOTPRegistrationID = ""
	fallBackMFAMethod(req.member)
	return req.save()
}

func (s *Server) deleteMemberExternalID(req *request[none]) (*memberAnswer, error) {
	req.member.ExternalID = nil
	return req.save()
}
