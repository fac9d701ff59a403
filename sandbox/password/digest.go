package password

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha512"
	"encoding/hex"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// digests are the plain hash functions that other systems have kept passwords
// with, by the scheme under which we store what they made.
var digests = map[string]func(text string) []byte{
	"md5":    func(text string) []byte { sum := md5.Sum([]byte(text)); return sum[:] },
	"sha1":   func(text string) []byte { sum := sha1.Sum([]byte(text)); return sum[:] },
	"sha512": func(text string) []byte { sum := sha512.Sum512([]byte(text)); return sum[:] },
}

// salts are what a digest is made of besides the password.
type salts struct{ before, after string }

func importDigest(scheme, hash, kind string, with salts) (string, error) {
	sum, err := hex.DecodeString(hash)
	if err != nil || len(sum) != len(digests[scheme]("")) {
		return "", bad(kind, "")
	}
	return strings.Join([]string{"", scheme, encode64([]byte(with.before)), encode64([]byte(with.after)), encode64(sum)}, "$"), nil
}

func verifyDigest(stored, text string) bool {
	scheme, parts := encoded(stored)
	digest, known := digests[scheme]
	if !known || len(parts) != 3 {
		return false
	}
	before, beforeErr := decode64(parts[0])
	after, afterErr := decode64(parts[1])
	sum, sumErr := decode64(parts[2])
	return beforeErr == nil && afterErr == nil && sumErr == nil && same(sum, digest(string(before)+text+string(after)))
}

// The alphabet and shape of phpass: "$P$", the logarithm of the rounds, eight
// characters of salt, and 22 of a hash.
const (
	phpassAlphabet             = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	phpassLength               = 34
	minPhpassLog, maxPhpassLog = 7, 24
)

func importPhpass(hash string) (string, error) {
	if len(hash) != phpassLength || !strings.HasPrefix(hash, "$P$") && !strings.HasPrefix(hash, "$H$") ||
		!within(strings.IndexByte(phpassAlphabet, hash[3]), minPhpassLog, maxPhpassLog) || strings.Trim(hash[4:], phpassAlphabet) != "" {
		return "", bad(b2b.ErrInvalidPhpassHashFormat, "")
	}
	return hash, nil
}

func verifyPhpass(stored, text string) bool {
	if _, err := importPhpass(stored); err != nil {
		return false
	}
	digest := digests["md5"]
	sum := digest(stored[4:12] + text)
	for range 1 << strings.IndexByte(phpassAlphabet, stored[3]) {
		sum = digest(string(sum) + text)
	}
	return same([]byte(stored[12:]), phpass64(sum))
}

// phpass64 is the base64 of phpass: its own alphabet, low bits first.
func phpass64(raw []byte) []byte {
	var text []byte
	for i := 0; i < len(raw); i += 3 {
		chunk, n := 0, min(3, len(raw)-i)
		for j := range n {
			chunk |= int(raw[i+j]) << (8 * j)
		}
		for range n + 1 {
			text = append(text, phpassAlphabet[chunk&63])
			chunk >>= 6
		}
	}
	return text
}
