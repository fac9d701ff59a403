package views_test

import (
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// block is text of a kind as PEM.
func block(kind, text string) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: []byte(text)}))
}

func TestSSO_whatACertificateMustBe(t *testing.T) {
	whole := certificate(t, "new.example", time.Hour)
	der, _ := pem.Decode([]byte(whole))
	for name, tc := range map[string]struct{ typed, says string }{
		"cut off":      {whole[:len(whole)/2], "that is not whole: it goes from -----BEGIN CERTIFICATE-----"},
		"a key":        {block("RSA PRIVATE KEY", "secret"), "that is a private key, which stays with the identity provider"},
		"a request":    {block("CERTIFICATE REQUEST", "x"), "that is a certificate request, not a certificate"},
		"two at once":  {whole + whole, "that is more than one certificate: add them one by one"},
		"empty inside": {block("CERTIFICATE", "x"), "nothing can be read in that certificate: is it whole?"},
	} {
		t.Run(name, func(t *testing.T) {
			onOrgTab(t, "SSO", nil, func(c *console) {
				c.Press("e", "tab", "tab", "tab", "tab", "ctrl+u")
				c.Paste(tc.typed)
				c.sees("✗ " + tc.says)
			})
		})
	}
	if _, err := x509.ParseCertificate(der.Bytes); err != nil {
		t.Fatal(err)
	}
}

func TestSSO_whatAKeyMustBe(t *testing.T) {
	for name, tc := range map[string]struct{ typed, says string }{
		"PKCS #8":  {block("PRIVATE KEY", "x"), "only PKCS #1 keys are taken"},
		"no key":   {block("RSA PRIVATE KEY", "x"), "that is not a whole PKCS #1 key"},
		"not PEM":  {"abc", "that is not PEM: paste all of it"},
		"two PEMs": {block("CERTIFICATE", "x"), "only PKCS #1 keys are taken"},
	} {
		t.Run(name, func(t *testing.T) {
			onOrgTab(t, "SSO", nil, func(c *console) {
				c.Press("e", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab")
				c.sees("New signing key")
				c.Paste(tc.typed)
				c.sees("✗ " + tc.says)
				if strings.Contains(c.Screen(), "BEGIN PRIVATE") {
					c.t.Error("the key is shown")
				}
			})
		})
	}
}

func TestSSO_whatAMappingMustBe(t *testing.T) {
	for name, tc := range map[string]struct{ typed, says string }{
		"no line":      {"email", "write a line as email = NameID"},
		"twice":        {"email = a\nemail = b", "email is there twice"},
		"no e-mail":    {"full_name = a", "a line for email is needed, such as email = NameID"},
		"half a name":  {"email = a\nfirst_name = b", "a line for full_name is needed, or one for first_name and one for last_name"},
		"none at all":  {"", "a connection that has a mapping keeps one"},
		"blanks alone": {"\n \n", "a connection that has a mapping keeps one"},
	} {
		t.Run(name, func(t *testing.T) {
			prepare := func(c *console) { secondSAML(c) }
			onOrgTab(t, "SSO", prepare, func(c *console) {
				c.moveTo("Second")
				c.Press("e", "tab", "tab", "tab", "tab", "tab")
				for range 6 {
					c.Press("ctrl+k", "ctrl+u", "backspace")
				}
				c.Paste(tc.typed)
				c.Press("ctrl+s")
				c.sees("✗ " + tc.says)
			})
		})
	}
}

func TestSSO_aConnectionThatIsSavedHalfSaysWhatIsMissing(t *testing.T) {
	prepare := func(c *console) {
		must(c.t, c.client.SSO.CreateSAML(c.acme(), b2b.CreateSAMLConnection{DisplayName: api.Ptr("Half")}))
	}
	onOrgTab(t, "SSO", prepare, func(c *console) {
		c.moveTo("Half")
		c.Press("e", "tab", "tab")
		c.Type("urn:half")
		c.Press("ctrl+s", "enter")
		c.sees("Saved. Still missing: ", "more.")
		if got := c.saml("Half"); got.IDPEntityID != "urn:half" || got.Status == "active" {
			c.t.Errorf("the server has %+v", got)
		}
	})
}
