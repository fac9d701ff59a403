package views

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/pquerna/otp"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// defaultPeriod is how many seconds a code lives when the link does not say.
const defaultPeriod = 30

// totpKey is what an authenticator app is given: the link that the QR code
// holds, and what can be read in it.
type totpKey struct {
	uri             b2b.Secret
	secret          b2b.Secret
	issuer, account string
	period          uint // in seconds
	algorithm       otp.Algorithm
	note            string // why the link is not the server's own; "" when it is
}

// newTOTPKey reads the link out of the QR image of a registration, so that the
// app gets exactly what the server chose. An image that cannot be used makes it
// build the link from the secret, and say so.
func newTOTPKey(created b2b.CreateTOTPResponse, member b2b.Member, org b2b.Organization) totpKey {
	text, err := ui.DecodeQR(created.QRCode.Reveal())
	if err != nil {
		return builtKey(created.Secret, member, org, "The server's QR image cannot be read: this code is made from the secret.")
	}
	key, ok := parseTOTPKey(text)
	if !ok || key.secret != created.Secret {
		return builtKey(created.Secret, member, org, "The server's QR image holds something else: this code is made from the secret.")
	}
	return key
}

// parseTOTPKey reads an otpauth link of a time-based code.
func parseTOTPKey(uri string) (totpKey, bool) {
	parsed, err := otp.NewKeyFromURL(uri)
	if err != nil || !strings.HasPrefix(uri, "otpauth://totp/") || parsed.Secret() == "" {
		return totpKey{}, false
	}
	period := uint(parsed.Period())
	if period == 0 || period > 600 {
		period = defaultPeriod
	}
	return totpKey{
		uri: b2b.Secret(uri), secret: b2b.Secret(parsed.Secret()), period: period, algorithm: parsed.Algorithm(),
		issuer: parsed.Issuer(), account: strings.TrimSpace(parsed.AccountName()),
	}, true
}

// builtKey is the key of a secret alone. What has its default value is left out
// of the link, which keeps the QR code small.
func builtKey(secret b2b.Secret, member b2b.Member, org b2b.Organization, note string) totpKey {
	issuer, account := org.OrganizationName, member.EmailAddress
	query := "secret=" + url.QueryEscape(secret.Reveal()) + "&issuer=" + url.PathEscape(issuer)
	uri := "otpauth://totp/" + url.PathEscape(issuer) + ":" + url.PathEscape(account) + "?" + query
	return totpKey{
		uri: b2b.Secret(uri), secret: secret, issuer: issuer, account: account,
		period: defaultPeriod, algorithm: otp.AlgorithmSHA1, note: note,
	}
}

// groups writes a secret in groups of four, as people read it out; hidden, each
// character is a dot.
func groups(secret b2b.Secret, hidden bool) []string {
	runes := []rune(secret.Reveal())
	if hidden {
		runes = []rune(strings.Repeat("•", len(runes)))
	}
	var out []string
	for len(runes) > 4 {
		out, runes = append(out, string(runes[:4])), runes[4:]
	}
	return append(out, string(runes))
}

// compact is a secret or a code as it is sent: without what people put between
// the groups.
func compact(typed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' {
			return -1
		}
		return r
	}, typed)
}
