package sandbox

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// emailNameID is the format of names that SAML connections begin with.
const emailNameID = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"

// genericProvider stands for an identity provider that nobody has named.
const genericProvider = "generic"

// maxCertificates is how many verification certificates a connection has.
const maxCertificates = 5

type samlConnection struct{ b2b.SAMLConnection }

func (d *samlConnection) hide() map[string]b2b.Secret {
	secrets := map[string]b2b.Secret{}
	for i := range d.EncryptionPrivateKeys {
		k := &d.EncryptionPrivateKeys[i]
		secrets[k.PrivateKeyID], k.PrivateKey = k.PrivateKey, ""
	}
	return secrets
}

func (d *samlConnection) reveal(secrets map[string]b2b.Secret, origin string) {
	for i := range d.EncryptionPrivateKeys {
		d.EncryptionPrivateKeys[i].PrivateKey = secrets[d.EncryptionPrivateKeys[i].PrivateKeyID]
	}
	d.ACSURL = callbackURL(origin, d.ConnectionID)
	d.AudienceURI = d.ACSURL
}

func (d *samlConnection) state() string {
	certificate := ""
	if len(d.VerificationCertificates) > 0 {
		certificate = d.VerificationCertificates[0].Certificate
	}
	mapping := ""
	if len(d.AttributeMapping) > 0 {
		mapping = "set"
	}
	d.Status = statusOf(d.IDPSSOURL, d.IDPEntityID, mapping, certificate)
	return d.Status
}

// callbackURL is where identity providers send people back to.
func callbackURL(origin, connection string) string {
	return origin + "/v1/b2b/sso/callback/" + connection
}

func (s *Server) createSAML(req *request[b2b.CreateSAMLConnection]) (*b2b.CreateSAMLConnectionResponse, error) {
	if err := checkDisplayName(req.Body.DisplayName); err != nil {
		return nil, err
	}
	doc := &samlConnection{b2b.SAMLConnection{
		OrganizationID: req.org.OrganizationID, ConnectionID: newID("saml-connection"), DisplayName: given(req.Body.DisplayName, ""),
		IdentityProvider: given(req.Body.IdentityProvider, genericProvider), NameidFormat: emailNameID, AttributeMapping: b2b.Object{},
	}}
	if err := s.addConnection(req.call, store.ConnectionSAML, doc.ConnectionID, doc); err != nil {
		return nil, err
	}
	return &b2b.CreateSAMLConnectionResponse{Connection: &doc.SAMLConnection}, nil
}

func (s *Server) updateSAML(req *request[b2b.UpdateSAMLConnection]) (*b2b.UpdateSAMLConnectionResponse, error) {
	doc := &samlConnection{}
	row, err := s.findConnection(req.call, store.ConnectionSAML, b2b.ErrSAMLConnectionNotFound, doc)
	if err != nil {
		return nil, err
	}
	if err := checkSAML(req.Body); err != nil {
		return nil, err
	}
	doc.apply(req.Body)
	if err := doc.applyKeys(req.Body, req.now); err != nil {
		return nil, err
	}
	if err := s.checkSAMLWhole(req.call, doc); err != nil {
		return nil, err
	}
	if err := s.saveConnectionAndRoles(req.call, row, doc, doc.roles()); err != nil {
		return nil, err
	}
	return &b2b.UpdateSAMLConnectionResponse{Connection: &doc.SAMLConnection}, nil
}

// checkSAML checks the fields that were sent, each for itself.
func checkSAML(b b2b.UpdateSAMLConnection) error {
	if err := checkDisplayName(b.DisplayName); err != nil {
		return err
	}
	if id := b.IDPEntityID; id != nil && !isEntityID(*id) {
		return refuse(b2b.ErrInvalidIDPEntityID)
	}
	if text := b.IDPSSOURL; text != nil && *text != "" {
		u := parseAddress(*text)
		if u == nil {
			return refuse(b2b.ErrSAMLConnectionIDPSSOURLInvalidFormat)
		}
		if !isSafe(u) {
			return refuse(b2b.ErrSAMLConnectionIDPSSOURLNotHttps)
		}
	}
	if b.AttributeMapping == nil {
		return nil
	}
	return checkMapping(b.AttributeMapping)
}

// isEntityID reports whether text can name an identity provider; "" takes the name
// away.
func isEntityID(text string) bool {
	return len(text) <= maxURL && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
}

// checkMapping checks which attributes of the provider are what of a member.
func checkMapping(mapping b2b.Object) error {
	has := func(name string) bool { return fields(mapping).text(name) != "" }
	switch {
	case len(mapping) == 0:
		return refuse(b2b.ErrSAMLConnectionAttributeMappingRequired)
	case !has("email"):
		return refuse(b2b.ErrSAMLConnectionEmailMappingRequired)
	case !has("full_name") && (!has("first_name") || !has("last_name")):
		return refuse(b2b.ErrSAMLConnectionNameMappingRequired, "attribute_mapping: full_name, or first_name and last_name")
	}
	for name, raw := range mapping {
		var text string
		if json.Unmarshal(raw, &text) != nil {
			return refuse(b2b.ErrBadRequest, "attribute_mapping: %q must be a string", name)
		}
	}
	return nil
}

// apply puts in the fields that were sent, but for keys.
func (d *samlConnection) apply(b b2b.UpdateSAMLConnection) {
	set(&d.IDPEntityID, b.IDPEntityID)
	set(&d.DisplayName, b.DisplayName)
	set(&d.IDPSSOURL, b.IDPSSOURL)
	set(&d.AlternativeAudienceURI, b.AlternativeAudienceURI)
	set(&d.IdentityProvider, b.IdentityProvider)
	set(&d.NameidFormat, b.NameidFormat)
	set(&d.AlternativeACSURL, b.AlternativeACSURL)
	set(&d.IDPInitiatedAuthDisabled, b.IDPInitiatedAuthDisabled)
	set(&d.AllowGatewayCallback, b.AllowGatewayCallback)
	setList(&d.SAMLConnectionImplicitRoleAssignments, b.SAMLConnectionImplicitRoleAssignments)
	setList(&d.SAMLGroupImplicitRoleAssignments, b.SAMLGroupImplicitRoleAssignments)
	if b.AttributeMapping != nil {
		d.AttributeMapping = b.AttributeMapping
	}
}

// roles are those that the connection gives.
func (d *samlConnection) roles() connectionRoles {
	var roles connectionRoles
	for _, a := range d.SAMLConnectionImplicitRoleAssignments {
		roles.all = append(roles.all, a.RoleID)
	}
	for _, a := range d.SAMLGroupImplicitRoleAssignments {
		roles.groups = append(roles.groups, store.GroupRole{RoleID: a.RoleID, Group: a.Group})
	}
	return roles
}

// checkSAMLWhole checks the rules that need more than one field.
func (s *Server) checkSAMLWhole(c *call, doc *samlConnection) error {
	if len(doc.SAMLGroupImplicitRoleAssignments) > 0 && !fields(doc.AttributeMapping).has("groups") {
		return refuse(b2b.ErrSAMLConnectionAttributeMappingMissingGroupsKey, "attribute_mapping: groups is needed for roles of groups")
	}
	if err := s.checkImplicitRoles(c, doc.roles().ids()); err != nil {
		return err
	}
	if doc.IDPEntityID == "" || doc.IDPSSOURL == "" {
		return nil
	}
	rows, err := ssoConnections(c, c.org.Seq)
	if err != nil {
		return err
	}
	for _, row := range rows {
		var other b2b.SAMLConnection
		if row.Kind != store.ConnectionSAML || row.ID == doc.ConnectionID {
			continue
		}
		if err := json.Unmarshal([]byte(row.Doc), &other); err != nil {
			return err
		}
		if other.IDPEntityID == doc.IDPEntityID && other.IDPSSOURL == doc.IDPSSOURL {
			return refuse(b2b.ErrDuplicateSAMLConnection, "%s has the same entity and URL", row.ID)
		}
	}
	return nil
}

// deleteVerificationCertificate removes one, but not the last of a connection that
// is in use.
func (s *Server) deleteVerificationCertificate(req *request[none]) (*b2b.DeleteSAMLVerificationCertificateResponse, error) {
	doc := &samlConnection{}
	row, err := s.findConnection(req.call, store.ConnectionSAML, b2b.ErrSAMLConnectionNotFound, doc)
	if err != nil {
		return nil, err
	}
	id := req.path["certificate_id"]
	i := slices.IndexFunc(doc.VerificationCertificates, func(c b2b.SAMLX509Certificate) bool { return c.CertificateID == id })
	if i < 0 {
		return nil, refuse(b2b.ErrSSOVerificationKeyNotFound)
	}
	if row.Status == "active" && len(doc.VerificationCertificates) == 1 {
		return nil, refuse(b2b.ErrCannotDeleteLastSSOVerificationKey)
	}
	doc.VerificationCertificates = slices.Delete(doc.VerificationCertificates, i, i+1)
	return &b2b.DeleteSAMLVerificationCertificateResponse{CertificateID: id}, s.saveConnection(req.call, row, doc)
}

func (s *Server) deleteEncryptionKey(req *request[none]) (*b2b.DeleteSAMLEncryptionPrivateKeyResponse, error) {
	doc := &samlConnection{}
	row, err := s.findConnection(req.call, store.ConnectionSAML, b2b.ErrSAMLConnectionNotFound, doc)
	if err != nil {
		return nil, err
	}
	id := req.path["private_key_id"]
	i := slices.IndexFunc(doc.EncryptionPrivateKeys, func(k b2b.SAMLEncryptionPrivateKey) bool { return k.PrivateKeyID == id })
	if i < 0 {
		return nil, refuse(b2b.ErrSSOEncryptionPrivateKeyNotFound)
	}
	doc.EncryptionPrivateKeys = slices.Delete(doc.EncryptionPrivateKeys, i, i+1)
	return &b2b.DeleteSAMLEncryptionPrivateKeyResponse{PrivateKeyID: id}, s.saveConnection(req.call, row, doc)
}
