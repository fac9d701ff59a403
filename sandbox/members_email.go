package sandbox

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"net/url"
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// emailUpdateTime is how long the link or code of start_email_update lives.
const emailUpdateTime = 5 * time.Minute

// defaultRedirect is where links lead that were asked for without a redirect URL:
// a real project has its own default.
const defaultRedirect = "http://localhost:3000/authenticate"

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
	message, token, err := req.emailUpdateMessage(email)
	if err != nil {
		return nil, err
	}
	// A newer request replaces the older: one address at a time.
	if err := req.tx.VoidTokensOf(m.Seq, store.TokenEmailUpdate); err != nil {
		return nil, err
	}
	expires := req.now.Add(emailUpdateTime)
	err = req.tx.AddToken(store.Token{
		Hash: hashToken(token), Kind: store.TokenEmailUpdate, Organization: req.org.Seq, Member: m.Seq, Email: email,
		CreatedAt: req.now.Unix(), ExpiresAt: expires.Unix(),
	})
	if err != nil {
		return nil, err
	}
	if err := s.mail(req.tx, message, req.now, expires); err != nil {
		return nil, err
	}
	return req.about(m, req.org)
}

// emailUpdateMessage is what goes to the new address, and the text that redeems
// it: a link's token, or a code together with its address.
func (c *call) emailUpdateMessage(email string) (message store.Message, token string, err error) {
	message = store.Message{
		Channel: channelEmail, Kind: mailEmailUpdate, To: email,
		OrganizationID: c.org.OrganizationID, MemberID: c.member.MemberID,
	}
	if c.sent.text("delivery_method") == b2b.StartMemberEmailUpdateDeliveryMethodEmailOTP {
		message.Kind, message.Code = mailOTP, newCode()
		return message, codeToken(c.org, email, message.Code), nil
	}
	redirect, err := redirectURL(c.sent.text("login_redirect_url"))
	if err != nil {
		return message, "", refuse(b2b.ErrInvalidLoginRedirectURL)
	}
	message.Token = newToken()
	message.URL = linkURL(redirect, "multi_tenant_magic_links", message.Token)
	return message, message.Token, nil
}

// redirectURL checks a redirect URL; none is the default.
func redirectURL(text string) (string, error) {
	if text == "" {
		return defaultRedirect, nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" && u.Opaque == "" || u.Scheme == "" || strings.EqualFold(u.Scheme, "javascript") {
		return "", fmt.Errorf("redirect URL %q: needs a scheme and a host", text)
	}
	return text, nil
}

// newCode returns six random digits.
func newCode() string {
	n, _ := rand.Int(rand.Reader, big.NewInt(1_000_000)) // never fails
	return fmt.Sprintf("%06d", n)
}

// codeToken makes of a short code something that only its address redeems.
func codeToken(org *store.Organization, email, code string) string {
	return org.OrganizationID + " " + email + " " + code
}
