package sandbox_test

import (
	"net/url"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// sent is a message as the outbox shows it.
type sent struct {
	Channel, Kind, To, Token, Code, URL string
	OrganizationID                      string    `json:"organization_id"`
	MemberID                            string    `json:"member_id"`
	CreatedAt                           time.Time `json:"created_at"`
	ExpiresAt                           time.Time `json:"expires_at"`
}

func (s sent) lives() time.Duration { return s.ExpiresAt.Sub(s.CreatedAt) }

// outbox is what went to an address or phone, the newest first.
func (b *bench) outbox(to string) []sent {
	b.Helper()
	return fetch[struct{ Messages []sent }](b.T, b.client, "/sandbox/v1/outbox?to="+url.QueryEscape(to)).Messages
}

// newest is the last message to an address or phone.
func (b *bench) newest(to string) sent {
	b.Helper()
	messages := b.outbox(to)
	if len(messages) == 0 {
		b.Fatalf("nothing was sent to %s", to)
	}
	return messages[0]
}

// newCompany is an empty sandbox with one organization, and an active member whose
// address is not verified.
func newCompany(t *testing.T, settings b2b.CreateOrganization) *bench {
	t.Helper()
	b := newWorld(t)
	settings.OrganizationName = "Acme Robotics"
	b.org = b.makeOrg(settings)
	b.member = b.addMember("ada@acme-robotics.example")
	return b
}

// openToDomain lets everybody of a domain in.
func openToDomain(domain string) b2b.CreateOrganization {
	return b2b.CreateOrganization{EmailJITProvisioning: ptr("RESTRICTED"), EmailAllowedDomains: []string{domain}}
}

func (b *bench) sendLink(email string) b2b.LoginOrSignupByEmailMagicLinkResponse {
	b.Helper()
	return do(b.T, b.client.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{OrganizationID: b.org.OrganizationID, EmailAddress: email}))
}

func (b *bench) follow(token string) api.Change[b2b.AuthenticateMagicLinkResponse] {
	return b.client.MagicLinks.Authenticate(b2b.AuthenticateMagicLink{MagicLinksToken: b2b.Secret(token)})
}

// byLink signs somebody in by a link.
func (b *bench) byLink(email string) b2b.AuthenticateMagicLinkResponse {
	b.Helper()
	b.sendLink(email)
	return do(b.T, b.follow(b.newest(email).Token))
}

func (b *bench) sendCode(email string) b2b.LoginOrSignupByEmailOTPResponse {
	b.Helper()
	return do(b.T, b.client.OTPs.SendEmail(b2b.LoginOrSignupByEmailOTP{OrganizationID: b.org.OrganizationID, EmailAddress: email}))
}

func (b *bench) typeCode(email, code string) api.Change[b2b.AuthenticateEmailOTPResponse] {
	return b.client.OTPs.AuthenticateEmail(b2b.AuthenticateEmailOTP{OrganizationID: b.org.OrganizationID, EmailAddress: email, Code: b2b.Secret(code)})
}

// otherCode is a code that is not the given one.
func otherCode(code string) string {
	if code[0] == '9' {
		return "0" + code[1:]
	}
	return string(code[0]+1) + code[1:]
}

func secret(text string) *b2b.Secret { return ptr(b2b.Secret(text)) }
