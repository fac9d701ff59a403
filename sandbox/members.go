package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

func memberRoutes() []route {
	return []route{
		handle(&b2b.OrganizationsMembersCreate, (*Server).createMember),
		handle(&b2b.OrganizationsMembersGet, (*Server).getMember),
		handle(&b2b.OrganizationsMembersSearch, (*Server).searchMembers),
		handle(&b2b.OrganizationsMembersUpdate, (*Server).updateMember),
		handle(&b2b.OrganizationsMembersDelete, (*Server).deleteMember),
		handle(&b2b.OrganizationsMembersDangerouslyGet, (*Server).dangerouslyGetMember),
		handle(&b2b.OrganizationsMembersDeleteMFAPhoneNumber, (*Server).deleteMFAPhoneNumber),
		handle(&b2b.OrganizationsMembersDeletePassword, (*Server).deletePassword),
		handle(&b2b.OrganizationsMembersDeleteTOTP, (*Server).deleteTOTP),
		handle(&b2b.OrganizationsMembersDeleteExternalID, (*Server).deleteMemberExternalID),
		handle(&b2b.OrganizationsMembersReactivate, (*Server).reactivateMember),
		handle(&b2b.OrganizationsMembersStartEmailUpdate, (*Server).startEmailUpdate),
		handle(&b2b.OrganizationsMembersUnlinkRetiredEmail, (*Server).unlinkRetiredEmail),
		handle(&b2b.OrganizationsMembersGetConnectedApps, (*Server).memberConnectedApps),
		handle(&b2b.OrganizationsMembersConnectedAppsRevoke, (*Server).revokeConnectedApp),
	}
}

// memberAnswer is the answer of most member endpoints.
type memberAnswer = b2b.CreateMemberResponse

// about answers with a member as the database now has it.
func (c *call) about(m *store.Member, org *store.Organization) (*memberAnswer, error) {
	now, err := c.tx.MemberBySeq(m.Seq)
	if err != nil {
		return nil, err
	}
	return &memberAnswer{MemberID: now.MemberID, Member: shown(now, org, c.now), Organization: org.Organization}, nil
}

// save writes the call's member and answers with it.
func (c *call) save() (*memberAnswer, error) {
	c.member.UpdatedAt = &c.now
	if err := c.tx.UpdateMember(c.member); err != nil {
		return nil, err
	}
	return c.about(c.member, c.org)
}

func (s *Server) createMember(req *request[b2b.CreateMember]) (*memberAnswer, error) {
	b := req.Body
	m := &store.Member{OrganizationSeq: req.org.Seq, EmailID: newID("email"), Member: b2b.Member{
		MemberID: newID("member"), EmailAddress: strings.ToLower(b.EmailAddress), Status: b2b.MemberStatusActive,
		CreatedAt: &req.now, UpdatedAt: &req.now,
	}}
	if b.CreateMemberAsPending != nil && *b.CreateMemberAsPending {
		m.Status = b2b.MemberStatusPending
	}
	set(&m.Name, b.Name)
	set(&m.IsBreakglass, b.IsBreakglass)
	set(&m.MFAEnrolled, b.MFAEnrolled)
	if err := req.checkEmail(m, m.EmailAddress, b2b.ErrRetiredMemberEmail); err != nil {
		return nil, err
	}
	if err := req.setExternalID(m, b.ExternalID); err != nil {
		return nil, err
	}
	if err := req.setPhone(m, b.MFAPhoneNumber); err != nil {
		return nil, err
	}
	if err := req.setMetadata(m, b.TrustedMetadata, b.UntrustedMetadata); err != nil {
		return nil, err
	}
	if err := s.checkRoles(req.tx, req.org, b.Roles); err != nil {
		return nil, err
	}
	if err := req.tx.InsertMember(m); err != nil {
		return nil, err
	}
	if err := req.tx.SetDirectRoles(m, b.Roles); err != nil {
		return nil, err
	}
	return req.about(m, req.org)
}

func (s *Server) getMember(req *request[b2b.GetMember]) (m *memberAnswer, err error) {
	id, email := req.Body.MemberID, req.Body.EmailAddress
	if (id == nil) == (email == nil) {
		return nil, refuse(b2b.ErrInvalidMemberGetFields, "send one of member_id and email_address")
	}
	var found *store.Member
	switch {
	case id != nil:
		found, err = req.tx.LiveMember(req.org.Seq, *id)
	case !isEmail(*email):
		return nil, refuse(b2b.ErrInvalidEmail)
	default:
		found, err = req.tx.MemberByEmail(req.org.Seq, strings.ToLower(*email))
	}
	if err == nil && found == nil {
		err = refuse(b2b.ErrMemberNotFound)
	}
	if err != nil {
		return nil, err
	}
	return req.about(found, req.org)
}

// dangerouslyGetMember finds a member of any organization, by its own id only.
func (s *Server) dangerouslyGetMember(req *request[b2b.DangerouslyGetMember]) (*memberAnswer, error) {
	m, err := req.tx.MemberByID(req.path["member_id"])
	if err != nil {
		return nil, err
	}
	deleted := req.Body.IncludeDeleted != nil && *req.Body.IncludeDeleted
	if m == nil || m.Status == b2b.MemberStatusDeleted && !deleted {
		return nil, refuse(b2b.ErrMemberNotFound)
	}
	org, err := req.tx.OrganizationBySeq(m.OrganizationSeq)
	if err != nil {
		return nil, err
	}
	return req.about(m, org)
}

// deleteMember keeps the row, but frees its address and ends its sessions and
// what it was sent.
func (s *Server) deleteMember(req *request[none]) (*b2b.DeleteMemberResponse, error) {
	if err := req.retire(req.member); err != nil {
		return nil, err
	}
	return &b2b.DeleteMemberResponse{MemberID: req.member.MemberID}, nil
}

// retire deletes m, who may be active or not.
func (c *call) retire(m *store.Member) error {
	m.Status, m.UpdatedAt = b2b.MemberStatusDeleted, &c.now
	if err := c.tx.UpdateMember(m); err != nil {
		return err
	}
	if err := c.tx.RevokeSessions(m.Seq); err != nil {
		return err
	}
	return c.tx.VoidTokens(m.Seq)
}

func (s *Server) reactivateMember(req *request[none]) (*memberAnswer, error) {
	m := req.member
	if m.Status != b2b.MemberStatusDeleted {
		return nil, refuse(b2b.ErrNoDeletedMemberFoundForReactivation)
	}
	if !m.EmailAddressVerified {
		return nil, refuse(b2b.ErrEmailUnverifiedForReactivation)
	}
	holder, err := req.tx.MemberByEmail(req.org.Seq, m.EmailAddress)
	if err != nil {
		return nil, err
	}
	if holder != nil {
		return nil, refuse(b2b.ErrReactivationEmailBelongsToAnotherMember)
	}
	if err := req.checkEmail(m, m.EmailAddress, b2b.ErrRetiredMemberEmail); err != nil {
		return nil, err
	}
	if err := req.setExternalID(m, m.ExternalID); err != nil {
		return nil, err
	}
	if err := req.checkPhone(m, m.MFAPhoneNumber); err != nil {
		return nil, err
	}
	m.Status = b2b.MemberStatusActive
	return req.save()
}
