package sandbox_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
)

// newCertificate is one that a provider could sign with, in PEM.
func newCertificate(t *testing.T) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "idp"}, NotBefore: began, NotAfter: began.AddDate(1, 0, 0)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

func mapping(names ...string) b2b.Object {
	object := b2b.Object{}
	for _, name := range names {
		object[name] = []byte(`"attribute"`)
	}
	return object
}

func (b *bench) newSAML() b2b.SAMLConnection {
	b.Helper()
	return do(b.T, b.client.SSO.CreateSAML(b.org.OrganizationID, b2b.CreateSAMLConnection{DisplayName: ptr("Okta")}))
}

func (b *bench) complete(entity string) b2b.UpdateSAMLConnection {
	b.Helper()
	return b2b.UpdateSAMLConnection{
		IDPEntityID: &entity, IDPSSOURL: ptr("https://idp.example/sso"), AttributeMapping: mapping("email", "full_name"), X509Certificate: ptr(newCertificate(b.T)),
	}
}

// activeSAML is a connection that is in use.
func (b *bench) activeSAML(entity string) b2b.SAMLConnection {
	b.Helper()
	connection := do(b.T, b.client.SSO.UpdateSAML(b.newSAML(), b.complete(entity)))
	if connection.Status != "active" {
		b.Fatalf("a complete connection is %s", connection.Status)
	}
	return connection
}

func (b *bench) defaultConnection() string {
	b.Helper()
	if id := b.getOrg(b.org.OrganizationID).SSODefaultConnectionID; id != nil {
		return *id
	}
	return ""
}

func (b *bench) sso(more ...string) string {
	return strings.Join(append([]string{"/v1/b2b/sso"}, more...), "/")
}

func TestASAMLConnectionIsPendingUntilItIsComplete(t *testing.T) {
	b := newAcme(t)
	made := b.newSAML()
	if made.Status != "pending" || made.IDPEntityID != "" || made.DisplayName != "Okta" || !strings.HasPrefix(made.ConnectionID, "saml-connection-test-") ||
		made.ACSURL != b.client.BaseURL()+"/v1/b2b/sso/callback/"+made.ConnectionID || made.AudienceURI != made.ACSURL {
		t.Errorf("got %+v", made)
	}
	whole := b.complete("https://idp.example")
	for _, part := range []b2b.UpdateSAMLConnection{
		{IDPEntityID: whole.IDPEntityID}, {IDPSSOURL: whole.IDPSSOURL}, {AttributeMapping: whole.AttributeMapping},
	} {
		if made = do(t, b.client.SSO.UpdateSAML(made, part)); made.Status != "pending" {
			t.Fatalf("%+v: the connection is %s too early", part, made.Status)
		}
	}
	if b.defaultConnection() != "" {
		t.Error("a pending connection is the default")
	}
	made = do(t, b.client.SSO.UpdateSAML(made, b2b.UpdateSAMLConnection{X509Certificate: whole.X509Certificate}))
	if c := made.VerificationCertificates[0]; made.Status != "active" || !strings.HasPrefix(c.CertificateID, "saml-verification-key-test-") || c.Issuer != "CN=idp" || !c.ExpiresAt.Equal(began.AddDate(1, 0, 0)) {
		t.Errorf("got %s %+v", made.Status, c)
	}
	if b.defaultConnection() != made.ConnectionID {
		t.Error("the first active connection is not the default")
	}
	if active := b.getOrg(b.org.OrganizationID).SSOActiveConnections; len(active) != 1 || active[0].ConnectionID != made.ConnectionID || active[0].DisplayName != "Okta" {
		t.Errorf("the active connections are %+v", active)
	}
	all, err := b.client.SSO.Connections(t.Context(), b.org.OrganizationID)
	if err != nil || len(all.SAMLConnections) != 1 || len(all.OIDCConnections)+len(all.ExternalConnections) != 0 {
		t.Errorf("got %+v, %v", all, err)
	}
}

func TestSAMLFieldsOutsideTheRulesAreRefused(t *testing.T) {
	b := newAcme(t)
	other := b.activeSAML("https://taken.example")
	path := b.sso("saml", b.org.OrganizationID, "connections", b.newSAML().ConnectionID)
	for body, kind := range map[string]string{
		`{"identity_provider":"acme"}`:                                                      b2b.ErrInvalidSSOIDP,
		`{"display_name":"` + strings.Repeat("x", 129) + `"}`:                               b2b.ErrInvalidDisplayName,
		`{"x509_certificate":"MIID"}`:                                                       b2b.ErrInvalidX509Certificate,
		`{"idp_sso_url":"nonsense"}`:                                                        b2b.ErrSAMLConnectionIDPSSOURLInvalidFormat,
		`{"idp_sso_url":"http://idp.example/sso"}`:                                          b2b.ErrSAMLConnectionIDPSSOURLNotHttps,
		`{"idp_entity_id":"with spaces"}`:                                                   b2b.ErrInvalidIDPEntityID,
		`{"attribute_mapping":{}}`:                                                          b2b.ErrSAMLConnectionAttributeMappingRequired,
		`{"attribute_mapping":{"full_name":"x"}}`:                                           b2b.ErrSAMLConnectionEmailMappingRequired,
		`{"attribute_mapping":{"email":"x","first_name":"x"}}`:                              b2b.ErrSAMLConnectionNameMappingRequired,
		`{"signing_private_key":"nonsense"}`:                                                b2b.ErrSAMLSigningPrivateKeyInvalid,
		`{"saml_encryption_private_key":"nonsense"}`:                                        b2b.ErrSAMLSigningPrivateKeyInvalid,
		fmt.Sprintf(`{"signing_private_key":%q}`, pkcs8(t)):                                 b2b.ErrSAMLSigningPrivateKeyFormatNotSupported,
		`{"idp_entity_id":"https://taken.example","idp_sso_url":"https://idp.example/sso"}`: b2b.ErrDuplicateSAMLConnection,
		`{"saml_connection_implicit_role_assignments":[{"role_id":"nobody"}]}`:              b2b.ErrInvalidRBACRoleAssignment,
		`{"saml_connection_implicit_role_assignments":[{"role_id":"stytch_member"}]}`:       b2b.ErrInvalidRBACRoleAssignment,
		`{"saml_group_implicit_role_assignments":[{"role_id":"stytch_admin","group":"g"}]}`: b2b.ErrSAMLConnectionAttributeMappingMissingGroupsKey,
		`{"attribute_mapping":{"email":1,"full_name":"x"}}`:                                 b2b.ErrSAMLConnectionEmailMappingRequired,
		`{"attribute_mapping":{"email":"x","full_name":"x","other":{}}}`:                    b2b.ErrBadRequest,
	} {
		ask(t, b.server, http.MethodPut, path, body).want(t, body, 400, kind)
	}
	for missing, kind := range map[string]string{
		b.sso("saml", b.org.OrganizationID, "connections", "none"):             b2b.ErrSAMLConnectionNotFound,
		b.sso("oidc", b.org.OrganizationID, "connections", other.ConnectionID): b2b.ErrOIDCConnectionNotFound,
		b.sso("external", b.org.OrganizationID, "connections", "none"):         b2b.ErrSSOConnectionNotFound,
	} {
		ask(t, b.server, http.MethodPut, missing, `{}`).want(t, missing, 404, kind)
	}
	ask(t, b.server, http.MethodPost, b.sso("saml", b.org.OrganizationID), `{"identity_provider":"acme"}`).want(t, "create", 400, b2b.ErrInvalidSSOIDP)
}

func pkcs8(t *testing.T) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
}

func TestAConnectionHasAtMostFiveCertificatesAndKeepsOne(t *testing.T) {
	b := newAcme(t)
	connection := b.activeSAML("https://idp.example")
	same := b2b.UpdateSAMLConnection{X509Certificate: &connection.VerificationCertificates[0].Certificate}
	if again := do(t, b.client.SSO.UpdateSAML(connection, same)); len(again.VerificationCertificates) != 1 {
		t.Error("the same certificate is there twice")
	}
	for range 4 {
		connection = do(t, b.client.SSO.UpdateSAML(connection, b2b.UpdateSAMLConnection{X509Certificate: ptr(newCertificate(t))}))
	}
	refused(t, b.client.SSO.UpdateSAML(connection, b2b.UpdateSAMLConnection{X509Certificate: ptr(newCertificate(t))}), 400, b2b.ErrTooManySSOVerificationCertificates)
	for _, c := range connection.VerificationCertificates[1:] {
		do(t, b.client.SSO.DeleteVerificationCertificate(connection, c.CertificateID))
	}
	refused(t, b.client.SSO.DeleteVerificationCertificate(connection, connection.VerificationCertificates[1].CertificateID), 404, b2b.ErrSSOVerificationKeyNotFound)
	refused(t, b.client.SSO.DeleteVerificationCertificate(connection, connection.VerificationCertificates[0].CertificateID), 400, b2b.ErrCannotDeleteLastSSOVerificationKey)
}

func TestKeysOfASAMLConnection(t *testing.T) {
	b := newAcme(t)
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	text := b2b.Secret(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}))
	connection := do(t, b.client.SSO.UpdateSAML(b.newSAML(), b2b.UpdateSAMLConnection{SigningPrivateKey: &text, SAMLEncryptionPrivateKey: &text}))
	if len(connection.SigningCertificates) != 1 || connection.SigningCertificates[0].Issuer != "Stytch" || connection.Status != "pending" {
		t.Errorf("got %+v", connection.SigningCertificates)
	}
	if len(connection.EncryptionPrivateKeys) != 1 || connection.EncryptionPrivateKeys[0].PrivateKey != text || !strings.HasPrefix(connection.EncryptionPrivateKeys[0].PrivateKeyID, "saml-encryption-key-test-") {
		t.Errorf("got %+v", connection.EncryptionPrivateKeys)
	}
	id := connection.EncryptionPrivateKeys[0].PrivateKeyID
	if got := do(t, b.client.SSO.DeleteEncryptionKey(connection, id)); got != id {
		t.Errorf("got %s", got)
	}
	refused(t, b.client.SSO.DeleteEncryptionKey(connection, id), 404, b2b.ErrSSOEncryptionPrivateKeyNotFound)
}

func TestMetadataOfTheProviderFillsASAMLConnection(t *testing.T) {
	b := newAcme(t)
	certificate := strings.Join(strings.Split(strings.TrimSpace(newCertificate(t)), "\n")[1:], "")
	certificate, _, _ = strings.Cut(certificate, "-----END")
	document := `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://idp.example"><md:IDPSSODescriptor>
<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>` + certificate + `</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/post"/>
<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/redirect"/></md:IDPSSODescriptor></md:EntityDescriptor>`
	provider := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/metadata":
			_, _ = w.Write([]byte(document))
		case "/nonsense":
			_, _ = w.Write([]byte("<html>"))
		default:
			http.NotFound(w, r)
		}
	}))
	defer provider.Close()
	made := b.newSAML()
	filled := do(t, b.client.SSO.UpdateSAMLByURL(made, provider.URL+"/metadata"))
	if filled.IDPEntityID != "https://idp.example" || filled.IDPSSOURL != "https://idp.example/redirect" || len(filled.VerificationCertificates) != 1 || filled.Status != "pending" {
		t.Errorf("got %+v", filled)
	}
	if filled = do(t, b.client.SSO.UpdateSAML(filled, b2b.UpdateSAMLConnection{AttributeMapping: mapping("email", "first_name", "last_name")})); filled.Status != "active" {
		t.Errorf("with a mapping it is %s", filled.Status)
	}
	refused(t, b.client.SSO.UpdateSAMLByURL(made, provider.URL+"/nonsense"), 400, b2b.ErrInvalidXmlFromSAMLMetadataURL)
	refused(t, b.client.SSO.UpdateSAMLByURL(made, provider.URL+"/missing"), 400, b2b.ErrInvalidSAMLMetadataURL)
	refused(t, b.client.SSO.UpdateSAMLByURL(made, "nonsense"), 400, b2b.ErrInvalidSAMLMetadataURL)
}

func TestTheDefaultConnectionIsAlwaysAnActiveOne(t *testing.T) {
	b := newAcme(t)
	first, second := b.activeSAML("https://one.example"), b.activeSAML("https://two.example")
	if b.defaultConnection() != first.ConnectionID {
		t.Error("the first active connection is not the default")
	}
	refused(t, b.client.SSO.DeleteConnection(b.org.OrganizationID, first.ConnectionID), 400, b2b.ErrCannotDeleteDefaultSSOConnection)
	org := b.getOrg(b.org.OrganizationID)
	do(t, b.client.Organizations.Update(org, b2b.UpdateOrganization{SSODefaultConnectionID: &second.ConnectionID, SSOJITProvisioning: ptr("RESTRICTED"), SSOJITProvisioningAllowedConnections: []string{first.ConnectionID}}))
	do(t, b.client.SSO.DeleteConnection(b.org.OrganizationID, first.ConnectionID))
	if org = b.getOrg(b.org.OrganizationID); len(org.SSOJITProvisioningAllowedConnections) != 0 || org.SSOJITProvisioning != "NOT_ALLOWED" {
		t.Errorf("the deleted connection still lets members in: %s %v", org.SSOJITProvisioning, org.SSOJITProvisioningAllowedConnections)
	}
	pending := b.newSAML()
	ask(t, b.server, http.MethodPut, "/v1/b2b/organizations/"+b.org.OrganizationID, `{"sso_default_connection_id":"`+pending.ConnectionID+`"}`).want(t, "a pending default", 400, b2b.ErrInvalidSSODefaultConnectionID)
	do(t, b.client.SSO.DeleteConnection(b.org.OrganizationID, second.ConnectionID))
	if b.defaultConnection() != "" {
		t.Error("a deleted connection is the default")
	}
	refused(t, b.client.SSO.DeleteConnection(b.org.OrganizationID, second.ConnectionID), 404, b2b.ErrSSOConnectionNotFound)
}
