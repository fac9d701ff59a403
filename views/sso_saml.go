package views

import (
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// The names of the roles in the requests of SAML connections.
const (
	samlRolesName  = "saml_connection_implicit_role_assignments"
	samlGroupsName = "saml_group_implicit_role_assignments"
)

// samlValues are what the form of a SAML connection asks for.
type samlValues struct {
	namedProvider
	roleValues

	entityID, signInURL, certificate, mapping string
	audience, acsURL, nameID                  string
	signingKey, encryptionKey                 string
	startedHere, gateway                      bool
}

// editConnection asks for what can be changed of a connection.
func editConnection(env *Env, org b2b.Organization, c ssoConnection) tea.Cmd {
	switch {
	case c.saml != nil:
		return ui.Open(editSAMLForm(env, org, *c.saml))
	case c.oidc != nil:
		return ui.Open(editOIDCForm(env, *c.oidc))
	case c.external != nil:
		return ui.Open(editExternalForm(env, org, *c.external))
	}
	return nil
}

func editSAMLForm(env *Env, org b2b.Organization, c b2b.SAMLConnection) ui.View {
	v := &samlValues{
		namedProvider: namedProvider{c.DisplayName, c.IdentityProvider}, roleValues: newRoleValues(samlRoles(c)),
		entityID: c.IDPEntityID, signInURL: c.IDPSSOURL, mapping: mappingLines(c.AttributeMapping),
		audience: c.AlternativeAudienceURI, acsURL: c.AlternativeACSURL, nameID: c.NameidFormat,
		startedHere: c.IDPInitiatedAuthDisabled, gateway: c.AllowGatewayCallback,
	}
	return &ui.Form[b2b.SAMLConnection]{
		Name:    "Edit " + ofSAML(c).name(),
		Review:  true,
		FieldOf: v.fieldOf(samlRolesName, samlGroupsName),
		Groups:  func() []ui.FormGroup { return v.groups(c, org) },
		Send:    func() ui.Write[b2b.SAMLConnection] { return write(env.API.SSO.UpdateSAML(c, v.update(c))) },
		Done:    func(after b2b.SAMLConnection) tea.Cmd { return connectionSaved(ofSAML(after)) },
	}
}

func (v *samlValues) groups(c b2b.SAMLConnection, org b2b.Organization) []ui.FormGroup {
	e := b2b.SSOSAMLUpdateConnection
	return []ui.FormGroup{
		{Title: "Connection", Fields: v.nameFields(e, ssoProviders())},
		{Title: "From the identity provider", Fields: []ui.FormField{
			textField(e, "idp_entity_id", "Entity id", &v.entityID, "What the provider calls itself; also Issuer, or Identifier."),
			textField(e, "idp_sso_url", "Sign-in URL", &v.signInURL, "Where members are sent to sign in, by https."),
			{
				Field: linesField("x509_certificate", "Add a certificate", &v.certificate, 4).Placeholder("-----BEGIN CERTIFICATE-----").Validate(checkCertificate),
				Help:  "The provider's X.509 certificate, as PEM. It is added to " + heldWords(len(c.VerificationCertificates)) + "; a connection has at most 5.",
			},
			{
				Field: linesField("attribute_mapping", "Attributes", &v.mapping, 4).
					Validate(func(s string) error { return checkSAMLMapping(s, c.AttributeMapping, v.byGroup != "") }),
				Help: "One a line: email = NameID. Needed are email, and full_name or first_name and last_name. groups brings roles by group.",
			},
		}},
		{Title: "Roles", Fields: v.roleFields(samlRolesName, samlGroupsName, "It needs a line for groups among the attributes.", org)},
		{Title: "Signing and encryption", Fields: []ui.FormField{
			keyField("signing_private_key", "New signing key", &v.signingKey, "Signs what is asked of the provider. A certificate for it is made, to be given to the provider."),
			keyField("saml_encryption_private_key", "New encryption key", &v.encryptionKey, "Reads what the provider has encrypted."),
		}},
		{Title: "Details", Fields: v.detailFields(e)},
	}
}

func (v *samlValues) detailFields(e b2b.Endpoint) []ui.FormField {
	return []ui.FormField{
		textField(e, "nameid_format", "NameID format", &v.nameID, "How the provider is asked to name members."),
		textField(e, "alternative_acs_url", "Alternative ACS URL", &v.acsURL, "A domain of your own, in place of the ACS URL. It has to lead to it."),
		textField(e, "alternative_audience_uri", "Alternative audience", &v.audience, "In place of the audience, for providers that are set up already."),
		{
			Field: huh.NewConfirm().Key("idp_initiated_auth_disabled").Title("Refuse sign-in begun at the provider").Value(&v.startedHere),
			Help:  "Then members have to begin at your sign-in page, not at a tile of the provider.",
		},
		{
			Field: huh.NewConfirm().Key("allow_gateway_callback").Title("Allow callbacks by a gateway").Value(&v.gateway),
			Help:  "For providers that answer to one address for several connections.",
		},
	}
}

// heldWords says to how many certificates another one is added.
func heldWords(n int) string {
	if n == 0 {
		return "the connection"
	}
	return "the " + plural(n, "certificate") + " there"
}

// keyField asks for a private key, which is not shown.
func keyField(key, title string, value *string, help string) ui.FormField {
	return ui.FormField{
		Field:  huh.NewInput().Key(key).Title(title).EchoMode(huh.EchoModePassword).CharLimit(1 << 14).Value(value).Validate(checkRSAKey),
		Help:   help + " Paste an RSA key as PEM (PKCS #1); it is not shown. Leave it empty to keep things as they are.",
		Secret: true,
	}
}

// update is the request for what was typed; the api leaves out what is as before.
func (v *samlValues) update(c b2b.SAMLConnection) b2b.UpdateSAMLConnection {
	everybody, groups := v.assigned()
	to := b2b.UpdateSAMLConnection{
		DisplayName: &v.name, IdentityProvider: filled(v.provider), IDPEntityID: &v.entityID, IDPSSOURL: &v.signInURL,
		AlternativeAudienceURI: &v.audience, AlternativeACSURL: &v.acsURL, NameidFormat: filled(v.nameID),
		IDPInitiatedAuthDisabled: &v.startedHere, AllowGatewayCallback: &v.gateway,
		X509Certificate:                       filled(certificatePEM(v.certificate)),
		SigningPrivateKey:                     filledKey(v.signingKey),
		SAMLEncryptionPrivateKey:              filledKey(v.encryptionKey),
		SAMLConnectionImplicitRoleAssignments: []b2b.SAMLConnectionImplicitRoleAssignment{},
		SAMLGroupImplicitRoleAssignments:      []b2b.SAMLGroupImplicitRoleAssignment{},
	}
	for _, role := range everybody {
		to.SAMLConnectionImplicitRoleAssignments = append(to.SAMLConnectionImplicitRoleAssignments, b2b.SAMLConnectionImplicitRoleAssignment{RoleID: role})
	}
	for _, g := range groups {
		to.SAMLGroupImplicitRoleAssignments = append(to.SAMLGroupImplicitRoleAssignments, b2b.SAMLGroupImplicitRoleAssignment{RoleID: g.role, Group: g.group})
	}
	to.AttributeMapping = mappingUpdate(v.mapping, c.AttributeMapping)
	return to
}

// mappingUpdate is the mapping that was typed; nil when it is as before.
func mappingUpdate(text string, before b2b.Object) b2b.Object {
	mapping, err := parseMapping(text, before)
	if err != nil || text == mappingLines(before) {
		return nil
	}
	return mapping
}

func filledKey(typed string) *b2b.Secret {
	if typed == "" {
		return nil
	}
	return api.Ptr(b2b.Secret(pemOfLine(typed)))
}
