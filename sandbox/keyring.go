package sandbox

import (
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/golang-jwt/jwt/v5"
)

// maxSigned bounds the signatures that a keyring remembers.
const maxSigned = 4096

// keyring remembers what takes long to compute and never changes: keys that were
// read, and signatures. A session that is checked many times in a second is given
// the same JWT, because all that the JWT says is the same. It is safe for
// concurrent use, and the zero value is ready.
type keyring struct {
	mu     sync.Mutex
	keys   map[string]*rsa.PrivateKey   // by kid
	signed map[[sha256.Size]byte]string // by the hash of what was signed, which names the key
	read   map[[sha256.Size]byte]readJWT

	published []signingKey // those of the second
	second    int64
}

// maxRead bounds the JWTs that a keyring remembers to be signed by us.
const maxRead = 1024

// readJWT is what a JWT says. Nobody may change it.
type readJWT struct {
	kid    string
	claims jwt.MapClaims
}

// parse returns the key of that id, whose PKCS #8 encoding is given.
func (k *keyring) parse(id string, encoded []byte) (*rsa.PrivateKey, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if key, ok := k.keys[id]; ok {
		return key, nil
	}
	parsed, err := x509.ParsePKCS8PrivateKey(encoded)
	if err != nil {
		return nil, fmt.Errorf("signing key %s: %w", id, err)
	}
	key, ok := parsed.(*rsa.PrivateKey)
	if !ok {
		return nil, errors.New("signing key " + id + ": not an RSA key")
	}
	if k.keys == nil {
		k.keys = map[string]*rsa.PrivateKey{}
	}
	k.keys[id] = key
	return key, nil
}

// forget makes the keyring as new: a key may come again with another content.
func (k *keyring) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.keys, k.signed, k.read, k.published = nil, nil, nil, nil
}

// publishedAt returns the keys that were published in a second; nil when they are
// not known.
func (k *keyring) publishedAt(second int64) []signingKey {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.second != second {
		return nil
	}
	return k.published
}

func (k *keyring) publish(second int64, keys []signingKey) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.second, k.published = second, keys
}

// claims returns what a JWT says, and whether one of keys has signed it. The same
// one is checked once.
func (k *keyring) claims(keys []signingKey, text string) (jwt.MapClaims, bool) {
	sum := sha256.Sum256([]byte(text))
	k.mu.Lock()
	known, ok := k.read[sum]
	k.mu.Unlock()
	if ok {
		return known.claims, slices.ContainsFunc(keys, func(key signingKey) bool { return key.id == known.kid })
	}
	claims, kid, ok := signedBy(keys, text)
	if !ok {
		return claims, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.read == nil || len(k.read) >= maxRead {
		k.read = map[[sha256.Size]byte]readJWT{}
	}
	k.read[sum] = readJWT{kid, claims}
	return claims, true
}

// sign returns a JWT of the claims, signed by key.
func (k *keyring) sign(key signingKey, claims jwt.MapClaims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, claims)
	token.Header["kid"] = key.id
	text, err := token.SigningString()
	if err != nil {
		return "", fmt.Errorf("encode JWT: %w", err)
	}
	sum := sha256.Sum256([]byte(text))
	k.mu.Lock()
	signature, ok := k.signed[sum]
	k.mu.Unlock()
	if ok {
		return text + "." + signature, nil
	}
	raw, err := token.Method.Sign(text, key.private)
	if err != nil {
		return "", fmt.Errorf("sign JWT: %w", err)
	}
	signature = base64.RawURLEncoding.EncodeToString(raw)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.signed == nil || len(k.signed) >= maxSigned {
		k.signed = map[[sha256.Size]byte]string{}
	}
	k.signed[sum] = signature
	return text + "." + signature, nil
}
