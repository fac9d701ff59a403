package views

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// ssoSections list all that is known of a connection, by subject.
func ssoSections(th *theme.Theme, org b2b.Organization, c ssoConnection, now time.Time) []ui.DetailSection {
	sections := []ui.DetailSection{connectionSection(th, org, c)}
	switch {
	case c.saml != nil:
		return append(sections, samlSections(th, *c.saml, now)...)
	case c.oidc != nil:
		return append(sections, oidcSections(*c.oidc)...)
	case c.external != nil:
		return append(sections, externalSections(*c.external)...)
	}
	return sections
}

func connectionSection(th *theme.Theme, org b2b.Organization, c ssoConnection) ui.DetailSection {
	f := c.facts()
	fallback := "no"
	if deref(org.SSODefaultConnectionID) == f.id {
		fallback = "★ yes: it is offered first"
	}
	fields := []ui.DetailField{
		{Name: "Name", Value: f.name},
		{Name: "Kind", Value: f.kind},
		{Name: "Status", Value: statusWords(c), Style: ssoStatusStyle(th)(c)},
		{Name: "Default", Value: fallback},
	}
	if f.provider != "" {
		fields = append(fields, ui.DetailField{Name: "Identity provider", Value: providerName(f.provider)})
	}
	return ui.DetailSection{Title: "Connection", Fields: append(fields, ui.DetailField{Name: "Connection id", Value: f.id})}
}

func samlSections(th *theme.Theme, c b2b.SAMLConnection, now time.Time) []ui.DetailSection {
	give := []ui.DetailField{{Name: "ACS URL", Value: c.ACSURL}, {Name: "Audience URI", Value: c.AudienceURI}}
	if c.AlternativeACSURL != "" {
		give = append(give, ui.DetailField{Name: "Alternative ACS URL", Value: c.AlternativeACSURL})
	}
	if c.AlternativeAudienceURI != "" {
		give = append(give, ui.DetailField{Name: "Alternative audience", Value: c.AlternativeAudienceURI})
	}
	return []ui.DetailSection{
		{Title: "For the identity provider", Fields: append(give, ui.DetailField{Name: "NameID format", Value: c.NameidFormat})},
		{Title: "From the identity provider", Fields: []ui.DetailField{
			{Name: "Entity id", Value: c.IDPEntityID},
			{Name: "Sign-in URL", Value: c.IDPSSOURL},
		}},
		{Title: "Attributes", Fields: mappingFields(c.AttributeMapping)},
		{Title: "Roles", Fields: roleFields(samlRoles(c))},
		{Title: "Certificates and keys", Fields: certificateFields(th, c, now)},
		{Title: "Behaviour", Fields: []ui.DetailField{
			{Name: "Begun at provider", Value: allowedWords(!c.IDPInitiatedAuthDisabled)},
			{Name: "Gateway callback", Value: allowedWords(c.AllowGatewayCallback)},
		}},
	}
}

func oidcSections(c b2b.OIDCConnection) []ui.DetailSection {
	scopes := c.CustomScopes
	if scopes == "" {
		scopes = "openid email profile"
	}
	secret := ""
	if c.ClientSecret != "" {
		secret = "set"
	}
	return []ui.DetailSection{
		{Title: "For the identity provider", Fields: []ui.DetailField{{Name: "Redirect URL", Value: c.RedirectURL}}},
		{Title: "From the identity provider", Fields: []ui.DetailField{
			{Name: "Issuer", Value: c.Issuer},
			{Name: "Client id", Value: c.ClientID},
			{Name: "Client secret", Value: secret},
		}},
		{Title: "Addresses", Fields: []ui.DetailField{
			{Name: "Authorization URL", Value: c.AuthorizationURL},
			{Name: "Token URL", Value: c.TokenURL},
			{Name: "Userinfo URL", Value: c.UserinfoURL},
			{Name: "JWKS URL", Value: c.JWKSURL},
		}},
		{Title: "Attributes", Fields: append([]ui.DetailField{{Name: "Scopes", Value: scopes}}, mappingFields(c.AttributeMapping)...)},
	}
}

func externalSections(c b2b.ExternalSSOConnection) []ui.DetailSection {
	return []ui.DetailSection{
		{Title: "Leads to", Fields: []ui.DetailField{
			{Name: "Organization id", Value: c.ExternalOrganizationID},
			{Name: "Connection id", Value: c.ExternalConnectionID},
		}},
		{Title: "Roles", Fields: roleFields(externalRoles(c))},
	}
}

func allowedWords(allowed bool) string {
	if allowed {
		return "allowed"
	}
	return "not allowed"
}

// mappingFields say from which attribute of the provider each value comes.
func mappingFields(mapping b2b.Object) []ui.DetailField {
	if len(mapping) == 0 {
		return []ui.DetailField{{Name: "Mapping", Value: ""}}
	}
	var fields []ui.DetailField
	for _, name := range mappingOrder(mapping) {
		fields = append(fields, ui.DetailField{Name: name, Value: "from " + mappingText(mapping[name]), Copy: mappingText(mapping[name])})
	}
	return fields
}

// roleFields say who gets which role by a connection.
func roleFields(everybody []string, groups []groupRole) []ui.DetailField {
	fields := []ui.DetailField{{Name: "For everybody", Value: strings.Join(everybody, ", ")}}
	var lines []string
	for _, g := range groups {
		lines = append(lines, g.group+roleArrow+g.role)
	}
	return append(fields, ui.DetailField{Name: "By group", Value: strings.Join(lines, "\n")})
}

func samlRoles(c b2b.SAMLConnection) (everybody []string, groups []groupRole) {
	for _, a := range c.SAMLConnectionImplicitRoleAssignments {
		everybody = append(everybody, a.RoleID)
	}
	for _, a := range c.SAMLGroupImplicitRoleAssignments {
		groups = append(groups, groupRole{a.Group, a.RoleID})
	}
	return everybody, groups
}

func externalRoles(c b2b.ExternalSSOConnection) (everybody []string, groups []groupRole) {
	for _, a := range c.ExternalConnectionImplicitRoleAssignments {
		everybody = append(everybody, a.RoleID)
	}
	for _, a := range c.ExternalGroupImplicitRoleAssignments {
		groups = append(groups, groupRole{a.Group, a.RoleID})
	}
	return everybody, groups
}

// certificateFields show the certificates and keys of a connection, each to be
// copied by its id.
func certificateFields(th *theme.Theme, c b2b.SAMLConnection, now time.Time) []ui.DetailField {
	fields := certificatesOf("Verification", c.VerificationCertificates, th, now)
	for i, k := range c.EncryptionPrivateKeys {
		fields = append(fields, ui.DetailField{
			Name: numbered("Encryption key", i, len(c.EncryptionPrivateKeys)), Value: "since " + day(k.CreatedAt) + "\n" + k.PrivateKeyID, Copy: k.PrivateKeyID,
		})
	}
	if len(c.EncryptionPrivateKeys) == 0 {
		fields = append(fields, ui.DetailField{Name: "Encryption key"})
	}
	return append(fields, certificatesOf("Signing", c.SigningCertificates, th, now)...)
}

func certificatesOf(name string, all []b2b.SAMLX509Certificate, th *theme.Theme, now time.Time) []ui.DetailField {
	if len(all) == 0 {
		return []ui.DetailField{{Name: name}}
	}
	var fields []ui.DetailField
	for i, c := range all {
		fields = append(fields, ui.DetailField{
			Name: numbered(name, i, len(all)), Value: certificateWords(c, now), Style: expiryStyle(th, c.ExpiresAt, now), Copy: c.CertificateID,
		})
	}
	return fields
}

// numbered tells several things of one name apart.
func numbered(name string, i, of int) string {
	if of == 1 {
		return name
	}
	return name + " " + strconv.Itoa(i+1)
}

// connectionCopies are what can be copied of a connection: what the provider asks
// for first.
func connectionCopies(c ssoConnection) []copyable {
	var things []copyable
	switch {
	case c.saml != nil:
		things = []copyable{
			{"ACS URL", c.saml.ACSURL}, {"audience, entity id of this side", c.saml.AudienceURI},
			{"alternative ACS URL", c.saml.AlternativeACSURL}, {"alternative audience", c.saml.AlternativeAudienceURI},
			{"NameID format", c.saml.NameidFormat},
		}
		for i, certificate := range c.saml.SigningCertificates {
			things = append(things, copyable{numbered("signing certificate", i, len(c.saml.SigningCertificates)), certificate.Certificate})
		}
		for i, certificate := range c.saml.VerificationCertificates {
			things = append(things, copyable{numbered("verification certificate", i, len(c.saml.VerificationCertificates)), certificate.Certificate})
		}
	case c.oidc != nil:
		things = []copyable{{"redirect URL", c.oidc.RedirectURL}, {"client id", c.oidc.ClientID}, {"issuer", c.oidc.Issuer}}
	case c.external != nil:
		things = []copyable{{"external connection id", c.external.ExternalConnectionID}, {"external organization id", c.external.ExternalOrganizationID}}
	}
	return append(things, copyable{"connection id", c.id()}, copyable{"name", c.facts().name},
		copyable{"as command", "orgdeck api GET " + b2b.SSOGetConnections.URL(c.facts().organization)})
}

// underCursor puts the value under the cursor before the other things that can be
// copied.
func underCursor(d *ui.Detail, things []copyable) []copyable {
	f, ok := d.Selected()
	if !ok || f.CopyText() == "" {
		return things
	}
	others := slices.DeleteFunc(things, func(c copyable) bool { return c.text == f.CopyText() })
	return append([]copyable{{f.Name + " (under the cursor)", f.CopyText()}}, others...)
}
