package sandbox

import "example.com/orgdeck/api/b2b"

// The link tokens that Stytch's documentation gives to try things out with: one
// that works, always, and one that was used. The third of them is unknown, here
// as everywhere.
const (
	linkThatWorks  = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94="
	linkThatIsDead = "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU="
)

// Who signs in by the link token that always works.
const (
	sandboxEmail        = "sandbox@stytch.com"
	sandboxOrganization = "Sandbox"
	sandboxExternalID   = "orgdeck-sandbox"
)

// beSandboxMember makes c about the member of the link token that always works,
// who is made, with an organization, at the first use.
func (s *Server) beSandboxMember(c *call) (err error) {
	if c.org, err = c.tx.Organization(sandboxExternalID); err != nil {
		return err
	}
	if c.org == nil {
		name, id := sandboxOrganization, sandboxExternalID
		if c.org, err = s.newOrganization(c, b2b.UpdateOrganization{OrganizationName: &name, OrganizationExternalID: &id}); err != nil {
			return err
		}
	}
	if c.member, err = c.tx.MemberByEmail(c.org.Seq, sandboxEmail); err != nil || c.member != nil {
		return err
	}
	return c.admitNew(sandboxEmail, b2b.MemberStatusPending)
}
