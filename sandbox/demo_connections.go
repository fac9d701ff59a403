package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// How the verification certificates of a connection stand.
const (
	certificateLasts = iota
	certificateEnds
	certificateRenewed
)

// connection is one of an organization's ways to its identity provider.
type connection struct {
	id, kind, provider, name string
	active                   bool
	doc                      string           // JSON of the contract's object
	secret                   []byte           // encrypted JSON of what the document leaves out; nil for nothing
	nextToken                *store.SCIMToken // of a rotation under way; nil for none
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
		c := p.scim()
		p.connections, p.groups = append(p.connections, c), p.directoryGroups(c)
	}
	active := func(c connection) bool { return c.active && c.kind != store.ConnectionSCIM }
	if i := slices.IndexFunc(p.connections, active); i >= 0 {
		p.organization.SSODefaultConnectionID = &p.connections[i].id
	}
}

// connectionName is what people call a connection to an identity provider.
func connectionName(provider string) string {
	switch provider {
	case b2b.OIDCConnectionIdentityProviderMicrosoftEntra:
		return "Entra ID"
	case b2b.OIDCConnectionIdentityProviderOkta:
		return "Okta"
	case b2b.OIDCConnectionIdentityProviderOnelogin:
		return "OneLogin"
	case b2b.OIDCConnectionIdentityProviderPingfederate:
		return "PingFederate"
	case b2b.OIDCConnectionIdentityProviderShibboleth:
		return "Shibboleth"
	case b2b.OIDCConnectionIdentityProviderKeycloak:
		return "Keycloak"
	}
	return "Staff directory"
}

// callback is where an identity provider sends people back to.
func callback(id string) string { return "http://127.0.0.1:4010/v1/b2b/sso/callback/" + id }

func (p *populace) saml() connection {
	id := p.id("saml-connection")
	c := connection{id: id, kind: store.ConnectionSAML, provider: p.plan.saml, name: connectionName(p.plan.saml), active: true}
	idp := fmt.Sprintf("https://%s.idp.example", p.plan.slug)
	c.doc = encode(b2b.SAMLConnection{
		OrganizationID: p.organization.OrganizationID, ConnectionID: id, Status: "active", DisplayName: c.name,
		IdentityProvider: p.plan.saml, IDPEntityID: idp + "/entity", IDPSSOURL: idp + "/sso", ACSURL: callback(id), AudienceURI: callback(id),
		NameidFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
		AttributeMapping: b2b.Object{
			"email": json.RawMessage(`"NameID"`), "full_name": json.RawMessage(`"displayName"`), "groups": json.RawMessage(`"memberOf"`),
		},
		VerificationCertificates:         p.certificates(id),
		SAMLGroupImplicitRoleAssignments: p.groupRoles(),
	})
	return c
}

// groupRoles give the organization's own roles to the groups of its provider that
// are called like them.
func (p *populace) groupRoles() []b2b.SAMLGroupImplicitRoleAssignment {
	var roles []b2b.SAMLGroupImplicitRoleAssignment
	for _, role := range p.plan.roles {
		roles = append(roles, b2b.SAMLGroupImplicitRoleAssignment{RoleID: role, Group: groupName(role)})
	}
	return roles
}

// The certificates that the demo project's SAML providers sign with: all are of
// idp.example, and nobody has their keys.
const (
	lastingCertificate = `-----BEGIN CERTIFICATE-----
MIHYMIGLoAMCAQICAQEwBQYDK2VwMBYxFDASBgNVBAMTC2lkcC5leGFtcGxlMB4X
DTI2MDEwMTAwMDAwMFoXDTM2MDEwMTAwMDAwMFowFjEUMBIGA1UEAxMLaWRwLmV4
YW1wbGUwKjAFBgMrZXADIQByx9hNvxfsgsC2hp0xJKh3fngsCjlg9L6JG4zZYedD
YjAFBgMrZXADQQCrweKcEWmmjF3HrE/5VzMURU2yC+wyhL6ZeaKCEXUoHzhhfKKN
2LSsNgUKF3+YE3dyexRWhh6EIAJAejjiYpQJ
-----END CERTIFICATE-----
`
	endingCertificate = `-----BEGIN CERTIFICATE-----
MIHYMIGLoAMCAQICAQIwBQYDK2VwMBYxFDASBgNVBAMTC2lkcC5leGFtcGxlMB4X
DTI0MTIwOTAwMDAwMFoXDTI2MTIwOTAwMDAwMFowFjEUMBIGA1UEAxMLaWRwLmV4
YW1wbGUwKjAFBgMrZXADIQCgle+Tm6FQatIcoIOuZmqQwU+PZr6/xaQPyJx71C+C
vDAFBgMrZXADQQCiebt6PR67S7Dc0Lpvj64W8K2WsPuVnyfCqgjKJutwPaYxn5mT
eB7+RQytQbS9+YqddgqDDWDT5qdBB++hqEEG
-----END CERTIFICATE-----
`
	endedCertificate = `-----BEGIN CERTIFICATE-----
MIHYMIGLoAMCAQICAQMwBQYDK2VwMBYxFDASBgNVBAMTC2lkcC5leGFtcGxlMB4X
DTIzMTAwMTAwMDAwMFoXDTI2MTAwMTAwMDAwMFowFjEUMBIGA1UEAxMLaWRwLmV4
YW1wbGUwKjAFBgMrZXADIQB6ueJtIMUBHqkQ9Hbp8gRTNL97gH+gpSXoy6i1k6rw
YzAFBgMrZXADQQAys+2ygfD6PrGgbOImPUKI/SHmBHxEFeJgxfqjY4NNb0/B6gPT
T8reg3m385uTZwkV1581AR6cESl4R4AQlE8D
-----END CERTIFICATE-----
`
)

// certificates are the verification certificates of a connection: of some, one ends
// soon, or has been followed by another.
func (p *populace) certificates(connection string) []b2b.SAMLX509Certificate {
	switch p.plan.certificate {
	case certificateEnds:
		return []b2b.SAMLX509Certificate{p.certificate(connection, 0, endingCertificate, time.December, 9, 2026)}
	case certificateRenewed:
		return []b2b.SAMLX509Certificate{
			p.certificate(connection, 0, endedCertificate, time.October, 1, 2026), p.certificate(connection, 1, lastingCertificate, time.January, 1, 2036),
		}
	}
	return []b2b.SAMLX509Certificate{p.certificate(connection, 0, lastingCertificate, time.January, 1, 2036)}
}

// certificate is the n-th of a connection.
func (p *populace) certificate(connection string, n int, text string, month time.Month, date, year int) b2b.SAMLX509Certificate {
	made, expires := time.Unix(p.founded, 0).UTC(), time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	return b2b.SAMLX509Certificate{
		CertificateID: alike(connection, "saml-connection", "saml-verification-key", n),
		Certificate:   text, Issuer: "CN=idp.example", CreatedAt: &made, UpdatedAt: &made, ExpiresAt: &expires,
	}
}

// alike is the n-th id of another kind that goes with id. It takes no chance, so
// that all other ids stay what they are.
func alike(id, kind, other string, n int) string {
	id = strings.Replace(id, kind, other, 1)
	if n == 0 {
		return id
	}
	const digits = "0123456789abcdef"
	last := strings.IndexByte(digits, id[len(id)-1])
	return id[:len(id)-1] + string(digits[(last+n)%len(digits)])
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

// scim makes a directory's connection. Where the token is being rotated, a second
// one waits.
func (p *populace) scim() connection {
	id := p.id("scim-connection")
	c := connection{id: id, kind: store.ConnectionSCIM, provider: p.plan.scim, name: connectionName(p.plan.scim), active: true}
	expires := time.Unix(demoToday+5*365*day, 0).UTC()
	doc := b2b.SCIMConnection{
		OrganizationID: p.organization.OrganizationID, ConnectionID: id, Status: "active", DisplayName: c.name,
		IdentityProvider: p.plan.scim, BaseURL: "http://127.0.0.1:4010/v1/b2b/scim/" + id,
		BearerTokenLastFour: p.token()[:4], BearerTokenExpiresAt: &expires,
	}
	if len(p.plan.roles) > 0 {
		doc.SCIMGroupImplicitRoleAssignments = []b2b.SCIMGroupImplicitRoleAssignment{{
			RoleID: p.plan.roles[0], GroupID: alike(id, "scim-connection", "scim-group", 0), GroupName: groupName(p.plan.roles[0]),
		}}
	}
	if p.plan.rotating {
		token := p.vault.sessionToken(id)
		c.nextToken = &store.SCIMToken{Hash: hashToken(token), ExpiresAt: expires.Unix()}
		doc.NextBearerTokenLastFour, doc.NextBearerTokenExpiresAt = token[len(token)-bearerLastFour:], &expires
	}
	c.doc = encode(doc)
	return c
}

// directoryGroups are what a directory has sent: the first of them has a role.
func (p *populace) directoryGroups(c connection) []store.SCIMGroup {
	names := departments
	if len(p.plan.roles) > 0 {
		names = append([]string{groupName(p.plan.roles[0])}, departments...)
	}
	var groups []store.SCIMGroup
	for i, name := range names {
		groups = append(groups, store.SCIMGroup{
			ID: alike(c.id, "scim-connection", "scim-group", i), Connection: c.id, DisplayName: name,
			CreatedAt: p.founded + int64(i), UpdatedAt: p.founded + int64(i),
		})
	}
	return groups
}

// groupName is what a group for a role is called: "Billing managers".
func groupName(role string) string {
	name := strings.ReplaceAll(role, "_", " ") + "s"
	return strings.ToUpper(name[:1]) + name[1:]
}
