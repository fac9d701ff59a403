package sandbox

import (
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// invite mails somebody an invitation, which a link accepts. Whoever was invited
// before gets another one; active members are refused.
func (s *Server) invite(r *request[b2b.InviteEmailMagicLink]) (*b2b.InviteEmailMagicLinkResponse, error) {
	redirect, err := s.redirectURL(orEmpty(r.Body.InviteRedirectURL))
	if err != nil {
		return nil, refuse(b2b.ErrInvalidInviteRedirectURL, "%s", err)
	}
	email := strings.ToLower(r.Body.EmailAddress)
	if err := s.mayInvite(r.call, email, orEmpty(r.Body.InvitedByMemberID)); err != nil {
		return nil, err
	}
	if err := s.invited(r, email); err != nil {
		return nil, err
	}
	err = s.post(r.call, letter{
		kind: mailInvite, token: store.TokenMagicLink, email: email, lives: minutesOr(r.Body.InviteExpirationMinutes, inviteMinutes),
		redirect: redirect, linkType: linkToOrganization,
	})
	if err != nil {
		return nil, err
	}
	a, err := r.about(r.member, r.org)
	if err != nil {
		return nil, err
	}
	return &b2b.InviteEmailMagicLinkResponse{MemberID: a.MemberID, Member: a.Member, Organization: a.Organization}, nil
}

// mayInvite refuses addresses that the organization does not invite, and inviters
// who are no members of it.
func (s *Server) mayInvite(c *call, email, inviter string) error {
	switch {
	case c.org.EmailInvites == b2b.EmailInvitesNotAllowed,
		c.org.EmailInvites == b2b.EmailInvitesRestricted && !slices.Contains(c.org.EmailAllowedDomains, emailDomain(email)):
		return refuse(b2b.ErrInvalidEmailForInvites)
	case !allowsMethod(c.org, nil, b2b.AllowedAuthMethodsMagicLink):
		return refuse(b2b.ErrOperationRestrictedByOrganizationAuthMethods)
	case inviter == "":
		return nil
	}
	m, err := c.tx.LiveMember(c.org.Seq, inviter)
	if err == nil && m == nil {
		err = refuse(b2b.ErrMemberNotFound, "invited_by_member_id: no such member in the organization")
	}
	return err
}

// invited makes the member with that address an invited one, with what else the
// invitation says.
func (s *Server) invited(r *request[b2b.InviteEmailMagicLink], email string) (err error) {
	if err := s.checkRoles(r.tx, r.org, r.Body.Roles); err != nil {
		return err
	}
	if r.member, err = r.tx.MemberByEmail(r.org.Seq, email); err != nil {
		return err
	}
	switch {
	case r.member == nil:
		err = r.admitNew(email, b2b.MemberStatusInvited)
	case r.member.Status == b2b.MemberStatusActive:
		err = refuse(b2b.ErrDuplicateMemberEmail, "the member is active already")
	}
	if err != nil {
		return err
	}
	m := r.member
	m.Status, m.UpdatedAt = b2b.MemberStatusInvited, &r.now
	set(&m.Name, r.Body.Name)
	if err := r.setMetadata(m, r.Body.TrustedMetadata, r.Body.UntrustedMetadata); err != nil {
		return err
	}
	if err := r.tx.UpdateMember(m); err != nil || r.Body.Roles == nil {
		return err
	}
	return r.tx.SetDirectRoles(m, r.Body.Roles)
}
