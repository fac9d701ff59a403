package sandbox

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"net/http"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

const (
	jwtLifetime = 5 * time.Minute
	signingBits = 2048

	keyLifetime = 180 * 24 * time.Hour // after which another key signs
	keyFarewell = 30 * 24 * time.Hour  // for which the old one stays published
)

// The claims of a session JWT that are ours.
const (
	claimSession      = "https://stytch.com/session"
	claimOrganization = "https://stytch.com/organization"
)

// signingKey is a private key and the name it goes by.
type signingKey struct {
	id      string
	private *rsa.PrivateKey
	created time.Time
}

// signingKeys returns the keys that are published, the one that signs first;
// there may be none yet.
func (s *Server) signingKeys(tx *store.Tx, now time.Time) ([]signingKey, error) {
	stored, err := tx.SigningKeys(now.Unix())
	if err != nil {
		return nil, err
	}
	keys := make([]signingKey, 0, len(stored))
	for _, k := range stored {
		private, err := s.keys.parse(k.ID, k.Private)
		if err != nil {
			return nil, err
		}
		keys = append(keys, signingKey{id: k.ID, private: private, created: time.Unix(k.CreatedAt, 0)})
	}
	return keys, nil
}

// currentKey returns the key to sign with. It makes the project's first, so late
// because that takes longer than to open the database, and a new one when the last
// is too old.
func (s *Server) currentKey(tx *store.Tx, now time.Time) (signingKey, error) {
	keys, err := s.signingKeys(tx, now)
	if err != nil {
		return signingKey{}, err
	}
	if len(keys) > 0 && now.Sub(keys[0].created) < keyLifetime {
		return keys[0], nil
	}
	private, err := rsa.GenerateKey(rand.Reader, signingBits)
	if err != nil {
		return signingKey{}, fmt.Errorf("make signing key: %w", err)
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return signingKey{}, fmt.Errorf("encode signing key: %w", err)
	}
	key := signingKey{id: newID("jwk"), private: private, created: now}
	return key, tx.AddSigningKey(store.SigningKey{ID: key.id, Private: encoded, CreatedAt: now.Unix()}, now.Add(keyFarewell).Unix())
}

// issuer is what signs the project's JWTs.
func (s *Server) issuer() string { return "stytch.com/" + s.projectID }

// signSession returns a JWT of a session: the claims of SessionJWTClaims, and the
// custom ones beside them.
func (s *Server) signSession(tx *store.Tx, now time.Time, session *b2b.MemberSession) (string, error) {
	claims := jwt.MapClaims{}
	for name, value := range session.CustomClaims {
		claims[name] = value
	}
	maps.Copy(claims, jwt.MapClaims{
		"iss": s.issuer(), "aud": []string{s.projectID}, "sub": session.MemberID,
		"iat": now.Unix(), "nbf": now.Unix(), "exp": now.Add(jwtLifetime).Unix(),
		claimSession: b2b.SessionClaim{
			ID: session.MemberSessionID, StartedAt: *session.StartedAt, LastAccessedAt: *session.LastAccessedAt, ExpiresAt: *session.ExpiresAt,
			AuthenticationFactors: session.AuthenticationFactors, Roles: session.Roles,
		},
		claimOrganization: b2b.OrganizationClaim{OrganizationID: session.OrganizationID, Slug: session.OrganizationSlug},
	})
	return s.sign(tx, now, claims)
}

// sign returns a JWT of the claims.
func (s *Server) sign(tx *store.Tx, now time.Time, claims jwt.MapClaims) (string, error) {
	key, err := s.currentKey(tx, now)
	if err != nil {
		return "", err
	}
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, claims)
	token.Header["kid"] = key.id
	return s.keys.sign(token, key.private)
}

// sessionIDOf checks a JWT of this project and returns the session it names. One
// that has expired still does: whether the session lives is another question.
func (s *Server) sessionIDOf(tx *store.Tx, now time.Time, text string) (string, error) {
	claims, err := s.verify(tx, now, text)
	if err != nil {
		return "", err
	}
	session, _ := claims[claimSession].(map[string]any)
	id, _ := session["id"].(string)
	if id == "" {
		return "", refuse(b2b.ErrUnableToParseSessionJWT)
	}
	return id, nil
}

// verify returns the claims of a JWT that this project has signed, expired or not;
// nil when text is none.
func (s *Server) verify(tx *store.Tx, now time.Time, text string) (jwt.MapClaims, error) {
	keys, err := s.signingKeys(tx, now)
	if err != nil {
		return nil, err
	}
	claims, ok := signedBy(keys, text)
	audience, audienceErr := claims.GetAudience()
	if ok && audienceErr == nil && claims["iss"] == s.issuer() && slices.Contains(audience, s.projectID) {
		return claims, nil
	}
	return nil, nil
}

// signedBy returns the claims of a JWT, and whether one of keys has signed it.
func signedBy(keys []signingKey, text string) (jwt.MapClaims, bool) {
	claims := jwt.MapClaims{}
	_, err := jwt.NewParser(jwt.WithValidMethods([]string{"RS256"}), jwt.WithoutClaimsValidation()).ParseWithClaims(text, claims,
		func(t *jwt.Token) (any, error) {
			i := slices.IndexFunc(keys, func(k signingKey) bool { return k.id == t.Header["kid"] })
			if i < 0 {
				return nil, errors.New("unknown key")
			}
			return &keys[i].private.PublicKey, nil
		})
	return claims, err == nil
}

// showKeys answers the public keys, without credentials: SDKs check JWTs with it.
func (s *Server) showKeys(w http.ResponseWriter, r *http.Request) {
	if chi.URLParam(r, "project_id") != s.projectID {
		s.fail(w, r, refuse(b2b.ErrProjectNotFound))
		return
	}
	var keys []signingKey
	read := func(tx *store.Tx) (err error) {
		keys, err = s.signingKeys(tx, s.now())
		return err
	}
	err := s.store.Read(r.Context(), read)
	if err == nil && len(keys) == 0 {
		err = s.store.Write(r.Context(), func(tx *store.Tx) error {
			key, err := s.currentKey(tx, s.now())
			keys = []signingKey{key}
			return err
		})
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	answer := &b2b.GetSessionJWKSResponse{}
	for _, k := range keys {
		answer.Keys = append(answer.Keys, publicKey(k))
	}
	seal(answer, requestID(r))
	writeJSON(w, http.StatusOK, answer)
}

// publicKey is the public half of k, as JSON Web Key.
func publicKey(k signingKey) b2b.JWK {
	der := x509.MarshalPKCS1PublicKey(&k.private.PublicKey)
	thumb := sha256.Sum256(der)
	exponent := big.NewInt(int64(k.private.E))
	return b2b.JWK{
		Kty: "RSA", Use: "sig", KeyOps: []string{"verify"}, Alg: "RS256", Kid: k.id,
		X5tS256: base64.RawURLEncoding.EncodeToString(thumb[:]),
		N:       base64.RawURLEncoding.EncodeToString(k.private.N.Bytes()),
		E:       base64.RawURLEncoding.EncodeToString(exponent.Bytes()),
	}
}
