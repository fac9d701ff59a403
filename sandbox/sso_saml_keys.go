package sandbox

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"encoding/xml"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// signingYears is how long a signing certificate is valid.
const signingYears = 10

// applyKeys puts in the certificate and the private keys that were sent.
func (d *samlConnection) applyKeys(b b2b.UpdateSAMLConnection, now time.Time) error {
	if b.X509Certificate != nil {
		certificates := parseCertificates([]byte(*b.X509Certificate), now)
		if certificates == nil {
			return refuse(b2b.ErrInvalidX509Certificate, "x509_certificate: not a certificate in PEM")
		}
		if err := d.addCertificates(certificates); err != nil {
			return err
		}
	}
	if text := reveal(b.SigningPrivateKey); text != "" {
		key, err := parseRSAKey("signing_private_key", text)
		if err != nil {
			return err
		}
		certificate, err := signingCertificate(key, now)
		if err != nil {
			return err
		}
		d.SigningCertificates = append(d.SigningCertificates, certificate)
	}
	if text := reveal(b.SAMLEncryptionPrivateKey); text != "" {
		if _, err := parseRSAKey("saml_encryption_private_key", text); err != nil {
			return err
		}
		d.EncryptionPrivateKeys = append(d.EncryptionPrivateKeys, b2b.SAMLEncryptionPrivateKey{
			PrivateKeyID: newID("saml-encryption-key"), PrivateKey: b2b.Secret(text), CreatedAt: &now,
		})
	}
	return nil
}

// addCertificates appends those that the connection has not.
func (d *samlConnection) addCertificates(certificates []b2b.SAMLX509Certificate) error {
	for _, c := range certificates {
		if slices.ContainsFunc(d.VerificationCertificates, func(have b2b.SAMLX509Certificate) bool { return have.Certificate == c.Certificate }) {
			continue
		}
		d.VerificationCertificates = append(d.VerificationCertificates, c)
	}
	if len(d.VerificationCertificates) > maxCertificates {
		return refuse(b2b.ErrTooManySSOVerificationCertificates, "a connection has at most %d verification certificates", maxCertificates)
	}
	return nil
}

// parseCertificates reads the certificates of a PEM text; nil when there is none,
// or anything else.
func parseCertificates(text []byte, now time.Time) []b2b.SAMLX509Certificate {
	var found []b2b.SAMLX509Certificate
	for text = bytes.TrimSpace(text); len(text) > 0; text = bytes.TrimSpace(text) {
		block, rest := pem.Decode(text)
		if block == nil || block.Type != "CERTIFICATE" || len(block.Bytes) == 0 {
			return nil
		}
		found = append(found, certificateOf(block.Bytes, now))
		text = rest
	}
	return found
}

// certificateOf is a certificate as the API shows it. What cannot be read in it
// stays empty: whether it verifies anything is for the provider to say.
func certificateOf(der []byte, now time.Time) b2b.SAMLX509Certificate {
	c := b2b.SAMLX509Certificate{
		CertificateID: newID("saml-verification-key"), CreatedAt: &now, UpdatedAt: &now,
		Certificate: string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})),
	}
	if parsed, err := x509.ParseCertificate(der); err == nil {
		c.Issuer = parsed.Issuer.String()
		c.ExpiresAt = ptrTime(parsed.NotAfter.UTC().Truncate(time.Second))
	}
	return c
}

// parseRSAKey reads a PKCS #1 key.
func parseRSAKey(field, text string) (*rsa.PrivateKey, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, refuse(b2b.ErrSAMLSigningPrivateKeyInvalid, "%s: not PEM", field)
	}
	if block.Type != "RSA PRIVATE KEY" {
		return nil, refuse(b2b.ErrSAMLSigningPrivateKeyFormatNotSupported, "%s: only PKCS1 keys are taken", field)
	}
	key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
	if err != nil {
		return nil, refuse(b2b.ErrSAMLSigningPrivateKeyInvalid, "%s: not a PKCS1 key", field)
	}
	return key, nil
}

// signingCertificate makes the certificate that a provider checks requests with.
// The key itself is not kept: the sandbox signs none.
func signingCertificate(key *rsa.PrivateKey, now time.Time) (b2b.SAMLX509Certificate, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return b2b.SAMLX509Certificate{}, fmt.Errorf("make serial number: %w", err)
	}
	template := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: "Stytch"},
		NotBefore: now, NotAfter: now.AddDate(signingYears, 0, 0),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return b2b.SAMLX509Certificate{}, refuse(b2b.ErrSAMLSigningPrivateKeyInvalid, "signing_private_key: cannot sign")
	}
	c := certificateOf(der, now)
	c.CertificateID, c.Issuer = newID("saml-signing-key"), "Stytch"
	return c, nil
}

// samlMetadata is what an identity provider says of itself.
type samlMetadata struct {
	XMLName  xml.Name `xml:"EntityDescriptor"`
	EntityID string   `xml:"entityID,attr"`
	IDP      struct {
		Keys []struct {
			Use         string `xml:"use,attr"`
			Certificate string `xml:"KeyInfo>X509Data>X509Certificate"`
		} `xml:"KeyDescriptor"`
		Services []struct {
			Binding  string `xml:"Binding,attr"`
			Location string `xml:"Location,attr"`
		} `xml:"SingleSignOnService"`
	} `xml:"IDPSSODescriptor"`
}

// updateSAMLByURL takes entity, address and certificates from the provider's own
// metadata.
func (s *Server) updateSAMLByURL(req *request[b2b.UpdateSAMLByURL]) (*b2b.UpdateSAMLByURLResponse, error) {
	doc := &samlConnection{}
	row, err := s.findConnection(req.call, store.ConnectionSAML, b2b.ErrSAMLConnectionNotFound, doc)
	if err != nil {
		return nil, err
	}
	text, err := fetchedFor(req.ctx)
	if err != nil {
		return nil, refuse(b2b.ErrInvalidSAMLMetadataURL, "metadata_url: %v", err)
	}
	if err := doc.applyMetadata(text, req.now); err != nil {
		return nil, err
	}
	if err := s.checkSAMLWhole(req.call, doc); err != nil {
		return nil, err
	}
	if err := s.saveConnection(req.call, row, doc); err != nil {
		return nil, err
	}
	return &b2b.UpdateSAMLByURLResponse{Connection: &doc.SAMLConnection}, nil
}

func (d *samlConnection) applyMetadata(text []byte, now time.Time) error {
	var m samlMetadata
	if err := xml.Unmarshal(text, &m); err != nil || m.EntityID == "" || !isEntityID(m.EntityID) {
		return refuse(b2b.ErrInvalidXmlFromSAMLMetadataURL)
	}
	location := m.location()
	if u := parseAddress(location); u == nil || !isSafe(u) {
		return refuse(b2b.ErrInvalidXmlFromSAMLMetadataURL, "the metadata names no single sign-on service at an https URL")
	}
	var certificates []b2b.SAMLX509Certificate
	for _, key := range m.IDP.Keys {
		if key.Use == "encryption" {
			continue
		}
		body := strings.Join(strings.Fields(key.Certificate), "\n")
		found := parseCertificates([]byte("-----BEGIN CERTIFICATE-----\n"+body+"\n-----END CERTIFICATE-----\n"), now)
		if found == nil {
			return refuse(b2b.ErrInvalidXmlFromSAMLMetadataURL, "the metadata has a certificate that is none")
		}
		certificates = append(certificates, found...)
	}
	d.IDPEntityID, d.IDPSSOURL = m.EntityID, location
	return d.addCertificates(certificates)
}

// location is where people are sent to sign in: by redirect where that is possible.
func (m *samlMetadata) location() string {
	for _, service := range m.IDP.Services {
		if strings.HasSuffix(service.Binding, ":HTTP-Redirect") {
			return service.Location
		}
	}
	if len(m.IDP.Services) > 0 {
		return m.IDP.Services[0].Location
	}
	return ""
}
