package views

import (
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api/b2b"
)

// openJWT is what anybody can read in a JWT. Nothing of it is proven: see signedBy.
type openJWT struct {
	text   b2b.Secret
	header json.RawMessage
	claims json.RawMessage
	head   struct {
		Alg string `json:"alg"`
		Kid string `json:"kid"`
		Typ string `json:"typ"`
	}
	says struct {
		Issuer   string           `json:"iss"`
		Subject  string           `json:"sub"`
		Audience jwt.ClaimStrings `json:"aud"`
		Expires  *jwt.NumericDate `json:"exp"`
		Issued   *jwt.NumericDate `json:"iat"`
		Session  struct {
			ID        string     `json:"id"`
			ExpiresAt *time.Time `json:"expires_at"`
		} `json:"https://stytch.com/session"`
		Organization struct {
			ID   string `json:"organization_id"`
			Slug string `json:"slug"`
		} `json:"https://stytch.com/organization"`
	}
}

// openUp reads a JWT without checking it. An error says in which part it is none.
func openUp(text string) (openJWT, error) {
	t := openJWT{text: b2b.Secret(text)}
	parts := strings.Split(text, ".")
	if len(parts) != 3 {
		return t, fmt.Errorf("a JWT has 3 parts with dots between, and this has %d", len(parts))
	}
	var err error
	if t.header, err = jsonPart(parts[0], &t.head); err != nil {
		return t, fmt.Errorf("the first part, the header, %w", err)
	}
	if t.claims, err = jsonPart(parts[1], &t.says); err != nil {
		return t, fmt.Errorf("the second part, the claims, %w", err)
	}
	return t, nil
}

// jsonPart decodes one part of a JWT. Members that are not what a session's JWT
// has there are left alone: they are still shown.
func jsonPart(part string, into any) (json.RawMessage, error) {
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(part, "="))
	if err != nil {
		return nil, errors.New("is not base64url")
	}
	if !json.Valid(raw) {
		return nil, errors.New("holds no JSON")
	}
	_ = json.Unmarshal(raw, into) // valid JSON of another shape is shown as it is
	return raw, nil
}

// looksLikeJWT reports whether text is meant to be a JWT, and not a session token.
func looksLikeJWT(text string) bool {
	return strings.HasPrefix(text, "eyJ") || strings.Count(text, ".") == 2
}

// errNoSuchKey says that a project has no key by the id that a JWT names.
var errNoSuchKey = errors.New("no key of this project has that id")

// signedBy checks the signature of a JWT with the keys of a project. The time is
// another question: a JWT that has run out may still be genuine.
func (t openJWT) signedBy(keys []b2b.JWK) error {
	i := slices.IndexFunc(keys, func(k b2b.JWK) bool { return k.Kid == t.head.Kid })
	if i < 0 {
		return errNoSuchKey
	}
	key, err := publicKey(keys[i])
	if err != nil {
		return err
	}
	parser := jwt.NewParser(jwt.WithoutClaimsValidation(), jwt.WithValidMethods([]string{jwt.SigningMethodRS256.Alg()}))
	_, err = parser.Parse(t.text.Reveal(), func(*jwt.Token) (any, error) { return key, nil })
	switch {
	case errors.Is(err, jwt.ErrTokenSignatureInvalid):
		return errors.New("the signature is wrong: somebody else signed it, or it was changed")
	case err != nil:
		return errors.New("the signature cannot be checked")
	}
	return nil
}

// publicKey is an RSA key out of a key set.
func publicKey(k b2b.JWK) (*rsa.PublicKey, error) {
	n, errN := base64.RawURLEncoding.DecodeString(k.N)
	e, errE := base64.RawURLEncoding.DecodeString(k.E)
	if k.Kty != "RSA" || errN != nil || errE != nil || len(n) == 0 || len(e) == 0 || len(e) > 4 {
		return nil, errors.New("the key of that id is no RSA key")
	}
	return &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: int(new(big.Int).SetBytes(e).Int64())}, nil
}
