package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// acmeSlug is that of the first organization of the demo project.
const acmeSlug = "acme-robotics"

// Its first members, whom the documentation knows.
const (
	ada = iota
	grace
)

var acmeFounders = []person{ada: {"Ada Lovelace", "ada.lovelace"}, grace: {"Grace Hopper", "grace.hopper"}}

// connection is one of an organization's ways to its identity provider.
type connection struct {
	id, kind, provider, name string
	active                   bool
	doc                      string // JSON of the contract's object
	secret                   []byte // encrypted JSON of what the document leaves out; nil for nothing
}

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

// connect makes the organization's connections.
func (p *populace) connect() {
	if p.plan.saml != "" {
		p.connections = append(p.connections, p.saml())
	}
	if p.plan.oidc != "" {
		p.connections = append(p.connections, p.oidc())
	}
	if p.plan.scim != "" {
		p.connections = append(p.connections, p.scim())
	}
	active := func(c connection) bool { return c.active && c.kind != store.ConnectionSCIM }
	if i := slices.IndexFunc(p.connections, active); i >= 0 {
		p.organization.SSODefaultConnectionID = &p.connections[i].id
	}
}

// callback is where an identity provider sends people back to.
func callback(id string) string { return "http://127.0.0.1:4010/v1/b2b/sso/callback/" + id }

func (p *populace) saml() connection {
	id := p.id("saml-connection")
	c := connection{id: id, kind: store.ConnectionSAML, provider: p.plan.saml, name: "SAML " + p.plan.saml, active: true}
	idp := fmt.Sprintf("https://%s.idp.example", p.plan.slug)
	c.doc = encode(b2b.SAMLConnection{
		OrganizationID: p.organization.OrganizationID, ConnectionID: id, Status: "active", DisplayName: c.name,
		IdentityProvider: p.plan.saml, IDPEntityID: idp + "/entity", IDPSSOURL: idp + "/sso", ACSURL: callback(id), AudienceURI: callback(id),
		NameidFormat:             "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
		AttributeMapping:         b2b.Object{"email": json.RawMessage(`"NameID"`), "full_name": json.RawMessage(`"displayName"`)},
		VerificationCertificates: []b2b.SAMLX509Certificate{p.certificate(id)},
	})
	return c
}

// demoCertificate is what the demo project's SAML providers sign with: one of
// idp.example, valid from 2026 to 2036, whose key nobody has.
const demoCertificate = `-----BEGIN CERTIFICATE-----
MIHYMIGLoAMCAQICAQEwBQYDK2VwMBYxFDASBgNVBAMTC2lkcC5leGFtcGxlMB4X
DTI2MDEwMTAwMDAwMFoXDTM2MDEwMTAwMDAwMFowFjEUMBIGA1UEAxMLaWRwLmV4
YW1wbGUwKjAFBgMrZXADIQByx9hNvxfsgsC2hp0xJKh3fngsCjlg9L6JG4zZYedD
YjAFBgMrZXADQQCrweKcEWmmjF3HrE/5VzMURU2yC+wyhL6ZeaKCEXUoHzhhfKKN
2LSsNgUKF3+YE3dyexRWhh6EIAJAejjiYpQJ
-----END CERTIFICATE-----
`

// certificate is the verification certificate of a connection.
func (p *populace) certificate(connection string) b2b.SAMLX509Certificate {
	made, expires := time.Unix(p.founded, 0).UTC(), time.Date(2036, time.January, 1, 0, 0, 0, 0, time.UTC)
	return b2b.SAMLX509Certificate{
		CertificateID: strings.Replace(connection, "saml-connection", "saml-verification-key", 1),
		Certificate:   demoCertificate, Issuer: "CN=idp.example", CreatedAt: &made, UpdatedAt: &made, ExpiresAt: &expires,
	}
}

// oidc makes a connection that is active unless there is a SAML one already:
// then somebody has begun to move, and not finished.
func (p *populace) oidc() connection {
	id := p.id("oidc-connection")
	c := connection{id: id, kind: store.ConnectionOIDC, provider: p.plan.oidc, name: "OpenID Connect", active: p.plan.saml == ""}
	doc := b2b.OIDCConnection{
		OrganizationID: p.organization.OrganizationID, ConnectionID: id, Status: "pending",
		DisplayName: c.name, IdentityProvider: p.plan.oidc, RedirectURL: callback(id),
	}
	if c.active {
		issuer := fmt.Sprintf("https://%s.idp.example", p.plan.slug)
		doc.Status, doc.Issuer, doc.ClientID = "active", issuer, p.id("client")
		doc.AuthorizationURL, doc.TokenURL = issuer+"/authorize", issuer+"/token"
		doc.UserinfoURL, doc.JWKSURL = issuer+"/userinfo", issuer+"/jwks"
		c.secret = p.vault.seal(encode(map[string]string{secretOfClient: "client-secret-of-" + p.plan.slug}), id)
	}
	c.doc = encode(doc)
	return c
}

func (p *populace) scim() connection {
	id := p.id("scim-connection")
	c := connection{id: id, kind: store.ConnectionSCIM, provider: p.plan.scim, name: "SCIM " + p.plan.scim, active: true}
	expires := time.Unix(demoToday+5*365*day, 0).UTC()
	c.doc = encode(b2b.SCIMConnection{
		OrganizationID: p.organization.OrganizationID, ConnectionID: id, Status: "active", DisplayName: c.name,
		IdentityProvider: p.plan.scim, BaseURL: "http://127.0.0.1:4010/v1/b2b/scim/" + id,
		BearerTokenLastFour: p.token()[:4], BearerTokenExpiresAt: &expires,
	})
	return c
}
