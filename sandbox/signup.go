package sandbox

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// loginOrSignup makes the member with that address, in lower case, the one that c
// is about: who is not yet one becomes a pending member where the organization
// lets people in by their address, and created is true.
func (s *Server) loginOrSignup(c *call, email, method string) (created bool, err error) {
	if c.member, err = c.tx.MemberByEmail(c.org.Seq, email); err != nil {
		return false, err
	}
	if !allowsMethod(c.org, c.member, method) {
		return false, refuse(b2b.ErrOperationRestrictedByOrganizationAuthMethods)
	}
	if c.member != nil {
		return false, nil
	}
	if err := mayJoin(c.org, email); err != nil {
		return false, err
	}
	return true, c.admitNew(email, b2b.MemberStatusPending)
}

// mayJoin refuses an address that lets nobody into the organization.
func mayJoin(org *store.Organization, email string) error {
	if org.EmailJITProvisioning != b2b.EmailJITProvisioningRestricted {
		return refuse(b2b.ErrEmailJITProvisioningNotAllowed)
	}
	if !slices.Contains(org.EmailAllowedDomains, emailDomain(email)) {
		return refuse(b2b.ErrInvalidEmailForJITProvisioning)
	}
	return nil
}

// admitNew makes a member of c's organization, and the one that c is about.
func (c *call) admitNew(email, status string) error {
	m := &store.Member{OrganizationSeq: c.org.Seq, EmailID: newID("email"), Member: b2b.Member{
		OrganizationID: c.org.OrganizationID, MemberID: newID("member"), EmailAddress: email, Status: status,
		CreatedAt: &c.now, UpdatedAt: &c.now,
	}}
	if err := c.checkEmail(m, email, b2b.ErrRetiredMemberEmail); err != nil {
		return err
	}
	c.member = m
	return c.tx.InsertMember(m)
}
