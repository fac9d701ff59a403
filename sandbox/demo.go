package sandbox

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// acmeSlug is that of the first organization of the demo project.
const acmeSlug = "acme-robotics"

// Its first members, whom the documentation knows.
const (
	ada = iota
	grace
)

var acmeFounders = []person{ada: {"Ada Lovelace", "ada.lovelace"}, grace: {"Grace Hopper", "grace.hopper"}}

// populace makes the n-th organization of a project that has count of them.
func (g *generator) populace(plan blueprint, n, count int, v *vault) *populace {
	p := &populace{generator: g, vault: v, plan: plan, domain: plan.slug + ".example"}
	span := int64(900 * day)
	p.founded = demoToday - span + span*9/10*int64(n)/int64(count)
	at := time.Unix(p.founded, 0).UTC()
	p.organization = &b2b.Organization{
		OrganizationID: g.id("organization"), OrganizationName: plan.name, OrganizationSlug: plan.slug,
		SSOJITProvisioning:                 b2b.SSOJITProvisioningAllAllowed,
		EmailAllowedDomains:                []string{p.domain},
		EmailJITProvisioning:               b2b.EmailJITProvisioningRestricted,
		EmailInvites:                       b2b.EmailInvitesAllAllowed,
		AuthMethods:                        b2b.AuthMethodsAllAllowed,
		MFAPolicy:                          b2b.MFAPolicyOptional,
		MFAMethods:                         b2b.MFAMethodsAllAllowed,
		OAuthTenantJITProvisioning:         b2b.OAuthTenantJITProvisioningNotAllowed,
		FirstPartyConnectedAppsAllowedType: b2b.FirstPartyConnectedAppsAllowedTypeAllAllowed,
		ThirdPartyConnectedAppsAllowedType: b2b.ThirdPartyConnectedAppsAllowedTypeAllAllowed,
		CreatedAt:                          &at,
		UpdatedAt:                          &at,
	}
	p.connect()
	p.govern()
	p.describe(n)
	return p
}

// govern sets how the organization's members sign in.
func (p *populace) govern() {
	o := p.organization
	if methods := p.allowedMethods(); methods != nil {
		o.AuthMethods, o.AllowedAuthMethods = b2b.AuthMethodsRestricted, methods
	}
	if p.plan.mfa != "" {
		o.MFAPolicy = p.plan.mfa
	}
	if p.plan.totpOnly {
		o.MFAMethods, o.AllowedMFAMethods = b2b.MFAMethodsRestricted, []string{b2b.AllowedMFAMethodsTOTP}
	}
	if p.plan.claimed {
		o.ClaimedEmailDomains = []string{p.domain}
		o.EmailInvites = b2b.EmailInvitesRestricted
		o.SSOJITProvisioning = b2b.SSOJITProvisioningRestricted
		o.SSOJITProvisioningAllowedConnections = []string{*o.SSODefaultConnectionID}
	}
	if p.plan.signIn == signInPassword && p.plan.members > 100 {
		o.OAuthTenantJITProvisioning = b2b.OAuthTenantJITProvisioningRestricted
		o.AllowedOAuthTenants = map[string][]string{"slack": {"T0" + strings.ToUpper(p.plan.slug[:6])}}
	}
	if p.plan.closed {
		o.EmailJITProvisioning = b2b.EmailJITProvisioningNotAllowed
	}
	if p.plan.signIn == signInSSO {
		o.RBACEmailImplicitRoleAssignments = []b2b.EmailImplicitRoleAssignment{{Domain: "it." + p.domain, RoleID: b2b.RoleAdmin}}
	}
	for _, role := range p.plan.roles {
		o.CustomRoles = append(o.CustomRoles, b2b.CustomRole{
			RoleID: role, Description: strings.ReplaceAll(role, "_", " "),
			Permissions: []b2b.CustomRolePermission{{ResourceID: b2b.ResourceMember, Actions: []string{"search", "update.info.name"}}},
		})
	}
}

// allowedMethods is nil when every method is.
func (p *populace) allowedMethods() []string {
	switch p.plan.signIn {
	case signInSSO:
		return []string{b2b.AllowedAuthMethodsSSO}
	case signInEmail:
		return []string{b2b.AllowedAuthMethodsMagicLink, b2b.AllowedAuthMethodsEmailOTP}
	case signInPassword:
		return []string{b2b.AllowedAuthMethodsPassword, b2b.AllowedAuthMethodsGoogleOAuth}
	}
	return nil
}

// describe fills in what the organization's owners keep beside it.
func (p *populace) describe(n int) {
	o := p.organization
	tier := "starter"
	switch {
	case p.plan.members >= 200:
		tier = "enterprise"
	case p.plan.members >= 50:
		tier = "business"
	}
	o.TrustedMetadata = b2b.Object{
		"plan":  json.RawMessage(strconv.Quote(tier)),
		"seats": json.RawMessage(strconv.Itoa((p.plan.members/50 + 1) * 50)),
	}
	if tier == "enterprise" {
		external := "crm|" + strconv.Itoa(70000+n)
		o.OrganizationExternalID = &external
		o.TrustedMetadata["contract"] = json.RawMessage(`{"renews":"2027-03-31","support":"24x7"}`)
		o.OrganizationLogoURL = "https://assets." + p.domain + "/logo.png"
	}
}
