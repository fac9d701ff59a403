package views

import (
	"fmt"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// openness is how well something stands.
type openness int

const (
	tight  openness = iota // as closed as it can be
	wide                   // wider than it has to be
	untold                 // not counted yet
)

// finding is one sentence about how safe signing in is.
type finding struct {
	openness openness
	says     string
}

// posture lists what there is to say about how members sign in, the open first.
func (v *overview) posture() []finding {
	org := v.org
	findings := []finding{mfaFinding(org), closedOnly(v.adminFinding()), closedOnly(v.breakglassFinding()), methodsFinding(org),
		inviteFinding(org), emailFinding(org), ssoFinding(org), tenantFinding(org)}
	var sorted []finding
	for _, wanted := range []openness{wide, untold, tight} {
		for _, f := range findings {
			if f.openness == wanted && f.says != "" {
				sorted = append(sorted, f)
			}
		}
	}
	return sorted
}

// closedOnly leaves what is open to the radar.
func closedOnly(f finding) finding {
	if f.openness == wide {
		return finding{}
	}
	return f
}

func mfaFinding(org b2b.Organization) finding {
	if org.MFAPolicy == b2b.MFAPolicyRequiredForAll {
		return finding{tight, "MFA is required for all members"}
	}
	return finding{wide, "MFA is optional"}
}

func methodsFinding(org b2b.Organization) finding {
	if org.AuthMethods != restricted {
		return finding{wide, "Every sign-in method is allowed"}
	}
	var names []string
	for _, m := range org.AllowedAuthMethods {
		names = append(names, methodName(m))
	}
	return finding{tight, "Sign-in only by " + strings.Join(names, ", ")}
}

func inviteFinding(org b2b.Organization) finding {
	switch org.EmailInvites {
	case b2b.EmailInvitesNotAllowed:
		return finding{tight, "Nobody can be invited by e-mail"}
	case b2b.EmailInvitesRestricted:
		return finding{tight, "Invitations only to " + domains(org)}
	}
	return finding{wide, "Any e-mail address can be invited"}
}

func emailFinding(org b2b.Organization) finding {
	if org.EmailJITProvisioning == restricted {
		return finding{wide, "Whoever has an address of " + domains(org) + " can join"}
	}
	return finding{tight, "Nobody can join by e-mail alone"}
}

func ssoFinding(org b2b.Organization) finding {
	if len(org.SSOActiveConnections) == 0 {
		return finding{}
	}
	switch org.SSOJITProvisioning {
	case b2b.SSOJITProvisioningNotAllowed:
		return finding{tight, "Nobody can join by SSO alone"}
	case b2b.SSOJITProvisioningRestricted:
		return finding{tight, "Joining by SSO through " + plural(len(org.SSOJITProvisioningAllowedConnections), "chosen connection")}
	}
	return finding{wide, "Whoever signs in by any SSO connection can join"}
}

func tenantFinding(org b2b.Organization) finding {
	if org.OAuthTenantJITProvisioning != restricted {
		return finding{}
	}
	n := 0
	for _, ids := range org.AllowedOAuthTenants {
		n += len(ids)
	}
	return finding{wide, "Whoever signs in from " + plural(n, "OAuth tenant") + " can join"}
}

func domains(org b2b.Organization) string {
	if n := len(org.EmailAllowedDomains); n > 2 {
		return fmt.Sprintf("%s and %d more domains", org.EmailAllowedDomains[0], n-1)
	}
	if len(org.EmailAllowedDomains) == 0 {
		return "the allowed domains"
	}
	return strings.Join(org.EmailAllowedDomains, " or ")
}

func (v *overview) adminFinding() finding {
	page, ok := v.tally.admins.Value()
	if !ok {
		return finding{untold, "Administrators without MFA: " + v.waiting(v.tally.admins.Err())}
	}
	var bare []b2b.Member
	for _, m := range page.Items {
		if !hasFactor(m) {
			bare = append(bare, m)
		}
	}
	of := plural(len(page.Items), "administrator")
	if page.More() {
		of = "the first " + of
	}
	switch {
	case len(page.Items) == 0:
		return finding{wide, "Nobody is an administrator"}
	case len(bare) == 0:
		return finding{tight, "No second factor is missing among " + of}
	}
	return finding{wide, fmt.Sprintf("%d of %s without a second factor: %s", len(bare), of, someNames(bare, len(bare)))}
}

func (v *overview) breakglassFinding() finding {
	page, ok := v.tally.breakglass.Value()
	n, counted := total(&v.tally.breakglass)
	switch {
	case !ok:
		return finding{untold, "Break-glass members: " + v.waiting(v.tally.breakglass.Err())}
	case !counted:
		n = len(page.Items)
	}
	if n == 0 {
		return finding{tight, "No break-glass members"}
	}
	return finding{wide, plural(n, "break-glass member") + " past all restrictions: " + someNames(page.Items, n)}
}

// waiting stands for a count that is not there.
func (v *overview) waiting(err error) string {
	if err != nil {
		return "could not be counted"
	}
	return "counting…"
}

// someNames names the first of n members.
func someNames(members []b2b.Member, n int) string {
	var names []string
	for _, m := range members[:min(len(members), namesShown)] {
		names = append(names, memberName(m))
	}
	text := strings.Join(names, ", ")
	if more := n - len(names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// soon is how long before a token expires it is worth a warning.
const soon = 30 * 24 * time.Hour

// scimState says how the SCIM connection stands.
func scimState(org b2b.Organization, now time.Time) finding {
	c := org.SCIMActiveConnection
	switch {
	case c == nil:
		return finding{untold, "none: members are not kept in step by a directory"}
	case c.BearerTokenExpiresAt == nil:
		return finding{tight, c.DisplayName + " · token ends in " + c.BearerTokenLastFour}
	case now.After(*c.BearerTokenExpiresAt):
		return finding{wide, c.DisplayName + " · the token has expired on " + day(c.BearerTokenExpiresAt)}
	case now.Add(soon).After(*c.BearerTokenExpiresAt):
		return finding{wide, c.DisplayName + " · the token expires soon, on " + day(c.BearerTokenExpiresAt)}
	}
	return finding{tight, c.DisplayName + " · token until " + day(c.BearerTokenExpiresAt)}
}

// ssoStates tell of each active connection.
func ssoStates(org b2b.Organization) []finding {
	if len(org.SSOActiveConnections) == 0 {
		return []finding{{untold, "none: nobody signs in through an identity provider"}}
	}
	var states []finding
	for _, c := range org.SSOActiveConnections {
		says := c.DisplayName
		if says == "" {
			says = c.ConnectionID
		}
		if c.IdentityProvider != "" && !strings.Contains(strings.ToLower(says), strings.ToLower(c.IdentityProvider)) {
			says += " (" + c.IdentityProvider + ")"
		}
		if c.ConnectionID == deref(org.SSODefaultConnectionID) {
			says += " · default"
		}
		states = append(states, finding{tight, says})
	}
	return states
}
