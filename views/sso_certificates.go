package views

import (
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/theme"
)

// expiresSoon is how long before its end a certificate is warned of.
const expiresSoon = 30 * 24 * time.Hour

// daysLeft is how many whole days there are until at; negative when it is over.
func daysLeft(at, now time.Time) int {
	left := at.Sub(now)
	if left < 0 {
		return -1 - int(-left/(24*time.Hour))
	}
	return int(left / (24 * time.Hour))
}

// expiryWords says when something ends, with a sign where that is soon or over.
func expiryWords(at *time.Time, now time.Time) string {
	if at == nil {
		return "says no end"
	}
	switch left := at.Sub(now); {
	case left < 0:
		return "✗ expired on " + day(at)
	case left < 24*time.Hour:
		return "! " + day(at) + ", within a day"
	case left < expiresSoon:
		return fmt.Sprintf("! %s, in %s", day(at), plural(daysLeft(*at, now), "day"))
	}
	return day(at) + ", in " + spanWords(daysLeft(*at, now))
}

// spanWords is a number of days, in years where there are many.
func spanWords(days int) string {
	if days >= 2*365 {
		return plural(days/365, "year")
	}
	return plural(days, "day")
}

// expiryStyle colours what expiryWords says.
func expiryStyle(th *theme.Theme, at *time.Time, now time.Time) lipgloss.Style {
	switch {
	case at == nil:
		return th.Muted
	case at.Before(now):
		return th.Danger
	case at.Sub(now) < expiresSoon:
		return th.Warning
	}
	return th.Text
}

// certificateWords describe a certificate, a line for each thing known of it.
func certificateWords(c b2b.SAMLX509Certificate, now time.Time) string {
	var lines []string
	if parsed, err := parseCertificate(c.Certificate); err == nil {
		lines = append(lines, "subject  "+parsed.Subject.String())
	}
	if c.Issuer != "" {
		lines = append(lines, "issuer   "+c.Issuer)
	}
	return strings.Join(append(lines, "until    "+expiryWords(c.ExpiresAt, now), c.CertificateID), "\n")
}

// parseCertificate reads the first certificate of a PEM text.
func parseCertificate(text string) (*x509.Certificate, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("that is not PEM")
	}
	return x509.ParseCertificate(block.Bytes)
}

// checkCertificate says what is wrong with a certificate as it is typed; none at
// all is right.
func checkCertificate(typed string) error {
	text := certificatePEM(typed)
	if text == "" {
		return nil
	}
	block, rest := pem.Decode([]byte(text))
	switch {
	case block == nil && strings.Contains(text, "-----BEGIN"):
		return errors.New("that is not whole: it goes from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----")
	case block == nil:
		return errors.New("that is no certificate: paste the PEM, or the base64 text inside it")
	case strings.Contains(block.Type, "PRIVATE KEY"):
		return errors.New("that is a private key, which stays with the identity provider: paste its certificate")
	case block.Type != "CERTIFICATE":
		return errors.New("that is a " + strings.ToLower(block.Type) + ", not a certificate")
	case strings.TrimSpace(string(rest)) != "":
		return errors.New("that is more than one certificate: add them one by one")
	}
	if _, err := x509.ParseCertificate(block.Bytes); err != nil {
		return errors.New("nothing can be read in that certificate: is it whole?")
	}
	return nil
}

// certificatePEM is what was typed as PEM: the base64 text that providers show in
// their metadata gets its first and last line.
func certificatePEM(typed string) string {
	typed = strings.TrimSpace(typed)
	if typed == "" || strings.Contains(typed, "-----BEGIN") {
		return typed
	}
	der, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(typed), ""))
	if err != nil {
		return typed
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

// checkRSAKey says what is wrong with a private key as it is typed or pasted;
// none at all is right.
func checkRSAKey(typed string) error {
	if strings.TrimSpace(typed) == "" {
		return nil
	}
	block, _ := pem.Decode([]byte(pemOfLine(typed)))
	switch {
	case block == nil:
		return errors.New("that is not PEM: paste all of it, from -----BEGIN RSA PRIVATE KEY----- on")
	case block.Type != "RSA PRIVATE KEY":
		return errors.New("only PKCS #1 keys are taken, which begin with -----BEGIN RSA PRIVATE KEY-----")
	}
	if _, err := x509.ParsePKCS1PrivateKey(block.Bytes); err != nil {
		return errors.New("that is not a whole PKCS #1 key")
	}
	return nil
}

// pemOfLine is PEM with its line breaks back in: a field of one line has made
// blanks of them.
func pemOfLine(typed string) string {
	typed = strings.TrimSpace(typed)
	begin, rest, found := strings.Cut(strings.TrimPrefix(typed, "-----"), "-----")
	body, end, ended := strings.Cut(rest, "-----END")
	if !found || !ended {
		return typed
	}
	return "-----" + begin + "-----\n" + strings.Join(strings.Fields(body), "\n") + "\n-----END" + end + "\n"
}
