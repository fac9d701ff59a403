package sandbox

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// emailUpdateTime is how long the link or code of start_email_update lives.
const emailUpdateTime = 5 * time.Minute

// checkEmail checks that m may have the address, in lower case. retired is the
// error type for one that another member has retired.
func (c *call) checkEmail(m *store.Member, email, retired string) error {
	claimed, err := c.tx.IsDomainClaimedElsewhere(emailDomain(email), c.org.Seq)
	if claimed {
		err = refuse(b2b.ErrActionNotAllowedEmailDomainIsClaimed)
	}
	if err != nil {
		return err
	}
	holder, err := c.tx.MemberByEmail(c.org.Seq, email)
	if err != nil {
		return err
	}
	if holder != nil && holder.Seq != m.Seq {
		return refuse(b2b.ErrDuplicateMemberEmail)
	}
	by, err := c.tx.RetiredBy(c.org.Seq, email)
	if err == nil && by != 0 && by != m.Seq {
		return refuse(retired)
	}
	return err
}

// checkNewEmail is checkEmail for a member that changes its address.
func (c *call) checkNewEmail(m *store.Member, email string) error {
	if err := c.checkEmail(m, email, b2b.ErrDesiredEmailDeactivatedByDifferentMember); err != nil {
		return err
	}
	by, err := c.tx.EmailWantedBy(c.org.Seq, email, c.now)
	if err == nil && by != 0 && by != m.Seq {
		return refuse(b2b.ErrDesiredEmailUpdatingForDifferentMember)
	}
	return err
}

// changeEmail gives m another address: not verified, and without the password
// that went with the old one, which is retired unless it is to be forgotten. A
// member may take back an address that it has retired.
func (c *call) changeEmail(m *store.Member, email string, forget bool) error {
	if email == m.EmailAddress {
		return nil
	}
	if err := c.checkNewEmail(m, email); err != nil {
		return err
	}
	if !forget {
		if err := c.tx.RetireEmail(m, m.EmailID, m.EmailAddress, c.now); err != nil {
			return err
		}
	}
	m.EmailID = newID("email")
	if old := slices.IndexFunc(m.RetiredEmailAddresses, func(r b2b.RetiredEmail) bool { return r.EmailAddress == email }); old >= 0 {
		m.EmailID = m.RetiredEmailAddresses[old].EmailID
		if err := c.tx.UnretireEmail(m, m.EmailID); err != nil {
			return err
		}
	}
	m.EmailAddress, m.EmailAddressVerified = email, false
	m.MemberPasswordID, m.PasswordHash = "", ""
	return nil
}

// unlinkRetiredEmail forgets a retired address, which frees it for others.
func (s *Server) unlinkRetiredEmail(req *request[b2b.UnlinkMemberRetiredEmail]) (*b2b.UnlinkMemberRetiredEmailResponse, error) {
	id, email := req.sent.text("email_id"), strings.ToLower(req.sent.text("email_address"))
	if id != "" && !isID("email", id) {
		return nil, refuse(b2b.ErrInvalidEmailID)
	}
	i := slices.IndexFunc(req.member.RetiredEmailAddresses, func(r b2b.RetiredEmail) bool {
		return (id == "" || r.EmailID == id) && (email == "" || r.EmailAddress == email)
	})
	if i < 0 {
		return nil, refuse(b2b.ErrEmailNotFound, "the member has retired no such address")
	}
	if err := req.tx.UnretireEmail(req.member, req.member.RetiredEmailAddresses[i].EmailID); err != nil {
		return nil, err
	}
	a, err := req.save()
	if err != nil {
		return nil, err
	}
	return &b2b.UnlinkMemberRetiredEmailResponse{
		MemberID: a.MemberID, OrganizationID: req.org.OrganizationID, Member: a.Member, Organization: a.Organization,
	}, nil
}

// startEmailUpdate sends a link or code to the new address, which proves it.
func (s *Server) startEmailUpdate(req *request[b2b.StartMemberEmailUpdate]) (*memberAnswer, error) {
	m, email := req.member, strings.ToLower(req.Body.EmailAddress)
	switch {
	case m.Status != b2b.MemberStatusActive:
		return nil, refuse(b2b.ErrEmailUpdatesAvailableOnlyForActiveMembers)
	case !m.EmailAddressVerified:
		return nil, refuse(b2b.ErrMemberHasNoActiveVerifiedEmail)
	case email == m.EmailAddress:
		return nil, refuse(b2b.ErrDuplicateMemberEmail, "the member has this address already")
	}
	if err := req.checkNewEmail(m, email); err != nil {
		return nil, err
	}
	sent := letter{kind: mailOTP, token: store.TokenEmailUpdate, email: email, lives: emailUpdateTime}
	if req.sent.text("delivery_method") != b2b.StartMemberEmailUpdateDeliveryMethodEmailOTP {
		redirect, err := s.redirectURL(req.sent.text("login_redirect_url"))
		if err != nil {
			return nil, refuse(b2b.ErrInvalidLoginRedirectURL)
		}
		sent.kind, sent.redirect, sent.linkType = mailEmailUpdate, redirect, linkToOrganization
	}
	// A newer request replaces the older: one address at a time.
	if err := req.tx.VoidTokensOf(m.Seq, store.TokenEmailUpdate); err != nil {
		return nil, err
	}
	if err := s.post(req.call, sent); err != nil {
		return nil, err
	}
	return req.about(m, req.org)
}

// finishEmailUpdate gives c's member the address that it has proven now.
func (c *call) finishEmailUpdate(email string) error {
	err := c.changeEmail(c.member, email, false)
	if isProblem(err) {
		return refuse(b2b.ErrUnableToVerifyMemberEmailUpdate, "the address cannot be the member's any more")
	}
	c.member.EmailAddressVerified = true
	return err
}

// newCode returns six random digits.
func newCode() string {
	n, _ := rand.Int(rand.Reader, big.NewInt(1_000_000)) // never fails
	return fmt.Sprintf("%06d", n)
}

// codeToken makes of a short code something that only its address redeems, in
// c's organization or, without one, in discovery.
func (c *call) codeToken(address, code string) string {
	organization := ""
	if c.org != nil {
		organization = c.org.OrganizationID
	}
	return organization + " " + address + " " + code
}
