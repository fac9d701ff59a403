package api_test

import (
	"errors"
	"io"
	"net/http"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestAnAttributeMappingIsSentWhole(t *testing.T) {
	s := answering(`{"status_code":200,"connection":{}}`)
	before := saml
	before.AttributeMapping = b2b.Object{"email": []byte(`"mail"`), "full_name": []byte(`"name"`)}
	after := b2b.Object{"email": []byte(`"mail"`), "full_name": []byte(`"displayName"`)}
	change := client(t, s).SSO.UpdateSAML(before, b2b.UpdateSAMLConnection{AttributeMapping: after})
	if _, err := change.Overwrite().Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	sent, _ := s.requests[0].Body["attribute_mapping"].(map[string]any)
	if sent["email"] != "mail" || sent["full_name"] != "displayName" {
		t.Errorf("sent %v: the server replaces what it had", s.requests[0].Body)
	}
	same := client(t, s).SSO.UpdateSAML(before, b2b.UpdateSAMLConnection{AttributeMapping: before.AttributeMapping})
	if _, err := same.Do(t.Context()); !errors.Is(err, api.ErrNothingToChange) {
		t.Errorf("got %v for what is there already", err)
	}
}

func TestACertificateIsAChangeAlthoughNoConnectionShowsIt(t *testing.T) {
	s := answering(`{"status_code":200,"connection":{}}`)
	change := client(t, s).SSO.UpdateSAML(saml, b2b.UpdateSAMLConnection{X509Certificate: api.Ptr("PEM")})
	if _, err := change.Overwrite().Do(t.Context()); err != nil || s.requests[0].Body["x509_certificate"] != "PEM" {
		t.Errorf("got %v, sent %v", err, s.requests)
	}
	if _, ok := change.Undo(saml); ok || change.OneWay() == "" {
		t.Error("adding a certificate says it can be undone by an update")
	}
}

func TestRefusalsOfConnectionsNameTheirField(t *testing.T) {
	for kind, want := range map[string]string{
		b2b.ErrInvalidX509Certificate: "x509_certificate", b2b.ErrInvalidIDPEntityID: "idp_entity_id", b2b.ErrSAMLConnectionEmailMappingRequired: "attribute_mapping",
		b2b.ErrInvalidDisplayName: "display_name", b2b.ErrInvalidSSOIDP: "identity_provider", b2b.ErrSAMLSigningPrivateKeyInvalid: "signing_private_key",
		b2b.ErrOIDCConnectionIssuerURLInvalidFormat: "", // no field of a SAML connection
	} {
		s := &server{reply: func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"status_code":400,"error_type":"`+kind+`"}`)
		}}
		_, err := client(t, s).SSO.UpdateSAML(saml, b2b.UpdateSAMLConnection{DisplayName: api.Ptr("Okta")}).Overwrite().Do(t.Context())
		if got := api.FieldOf(err); got != want {
			t.Errorf("%s: got %q, want %q (%v)", kind, got, want, err)
		}
	}
}
