package sandbox

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// owesMFA reports whether m needs a second factor to sign in; nil is somebody new.
func owesMFA(org *store.Organization, m *store.Member) bool {
	return org.MFAPolicy == b2b.MFAPolicyRequiredForAll || m != nil && m.MFAEnrolled
}

// allowsMFA reports whether m may use that second factor.
func allowsMFA(org *store.Organization, m *store.Member, method string) bool {
	return org.MFAMethods != b2b.MFAMethodsRestricted || m != nil && m.IsBreakglass || slices.Contains(org.AllowedMFAMethods, method)
}

// mfaRequired says which second factors m can give: none means that it has to
// enrol in one first.
func mfaRequired(org *store.Organization, m *store.Member) *b2b.MFARequired {
	var options b2b.MemberOptions
	if m != nil && allowsMFA(org, m, b2b.AllowedMFAMethodsSMSOTP) {
		options.MFAPhoneNumber = m.MFAPhoneNumber
	}
	if m != nil && allowsMFA(org, m, b2b.AllowedMFAMethodsTOTP) {
		options.TOTPRegistrationID = m.TOTPRegistrationID
	}
	if options == (b2b.MemberOptions{}) {
		return &b2b.MFARequired{}
	}
	return &b2b.MFARequired{MemberOptions: &options}
}

// demandMFA asks c's member for a second factor, and sends the code when that is
// what the member uses.
func (s *Server) demandMFA(c *call) (*b2b.MFARequired, error) {
	owed := mfaRequired(c.org, c.member)
	options := owed.MemberOptions
	if options == nil || options.MFAPhoneNumber == "" ||
		options.TOTPRegistrationID != "" && c.member.DefaultMFAMethod != b2b.DefaultMFAMethodSMSOTP {
		return owed, nil
	}
	sent := b2b.SecondaryAuthInitiatedSMSOTP
	owed.SecondaryAuthInitiated = &sent
	return owed, s.sendSMS(c)
}

// passMFA notes that c's member has proven a second factor, and writes the member.
// The first one becomes the default.
func (c *call) passMFA(method string, enrollment *string, asDefault *bool) error {
	m := c.member
	forgive(m)
	switch {
	case c.org.MFAPolicy == b2b.MFAPolicyRequiredForAll, orEmpty(enrollment) == b2b.SetMFAEnrollmentEnroll:
		m.MFAEnrolled = true
	case orEmpty(enrollment) == b2b.SetMFAEnrollmentUnenroll:
		m.MFAEnrolled = false
	}
	if m.DefaultMFAMethod == "" || asDefault != nil && *asDefault {
		m.DefaultMFAMethod = method
	}
	m.UpdatedAt = &c.now
	return c.tx.UpdateMember(m)
}
