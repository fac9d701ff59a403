package sandbox

import (
	"context"
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
// there may be none yet. It reads them once a second.
func (s *Server) signingKeys(tx *store.Tx, now time.Time) ([]signingKey, error) {
	if keys := s.keys.publishedAt(now.Unix()); keys != nil {
		return keys, nil
	}
	keys, err := s.readSigningKeys(tx, now)
	if err == nil && isCurrent(keys, now) {
		s.keys.publish(now.Unix(), keys)
	}
	return keys, err
}

func (s *Server) readSigningKeys(tx *store.Tx, now time.Time) ([]signingKey, error) {
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

// currentKey returns the key to sign with. When there is none yet, or the last is
// too old, the attempt ends and another is made: the first so late because that
// takes longer than to open the database.
func (s *Server) currentKey(tx *store.Tx, now time.Time) (signingKey, error) {
	keys, err := s.signingKeys(tx, now)
	if err != nil {
		return signingKey{}, err
	}
	if !isCurrent(keys, now) {
		return signingKey{}, &unready{s.makeSigningKey}
	}
	return keys[0], nil
}

// isCurrent reports whether the first of the published keys may sign.
func isCurrent(keys []signingKey, now time.Time) bool {
	return len(keys) > 0 && now.Sub(keys[0].created) < keyLifetime
}

// makeSigningKey makes a key and keeps it, unless somebody else was faster.
func (s *Server) makeSigningKey(ctx context.Context) error {
	private, err := rsa.GenerateKey(rand.Reader, signingBits)
	if err != nil {
		return fmt.Errorf("make signing key: %w", err)
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return fmt.Errorf("encode signing key: %w", err)
	}
	return s.store.Write(ctx, func(tx *store.Tx) error {
		now := s.now()
		keys, err := s.readSigningKeys(tx, now)
		if err != nil || isCurrent(keys, now) {
			return err
		}
		return tx.AddSigningKey(store.SigningKey{ID: newID("jwk"), Private: encoded, CreatedAt: now.Unix()}, now.Add(keyFarewell).Unix())
	})
}

// issuer is what signs the project's JWTs.
func (s *Server) issuer() string { return "stytch.com/" + s.projectID }

// signSession lets the answer of c carry a JWT of a session: the claims of
// SessionJWTClaims, and the custom ones beside them.
func (s *Server) signSession(c *call, session *b2b.MemberSession) error {
	now := c.now
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
	return s.sign(c, "SessionJWT", claims)
}

// unsigned is a JWT that an answer is to carry. It is signed after the transaction:
// that takes longer than the transaction itself.
type unsigned struct {
	field  string // of the answer
	key    signingKey
	claims jwt.MapClaims
}

// sign lets the answer of c carry a JWT of the claims in a field.
func (s *Server) sign(c *call, field string, claims jwt.MapClaims) error {
	key, err := s.currentKey(c.tx, c.now)
	c.unsigned = &unsigned{field: field, key: key, claims: claims}
	return err
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
		return "", refuse(b2b.ErrJWTInvalidClaims, "the JWT is not of a session")
	}
	return id, nil
}

// verify returns the claims of a JWT that this project has signed, expired or not.
// It refuses a text that is none.
func (s *Server) verify(tx *store.Tx, now time.Time, text string) (jwt.MapClaims, error) {
	keys, err := s.signingKeys(tx, now)
	if err != nil {
		return nil, err
	}
	claims, ok := s.keys.claims(keys, text)
	if !ok {
		return nil, refuse(b2b.ErrUnableToParseSessionJWT)
	}
	if claims["iss"] != s.issuer() {
		return nil, refuse(b2b.ErrJWTInvalidIssuer)
	}
	if audience, err := claims.GetAudience(); err != nil || !slices.Contains(audience, s.projectID) {
		return nil, refuse(b2b.ErrJWTInvalidAudience)
	}
	return claims, nil
}

// signedBy returns the claims of a JWT and the key that it names, and whether that
// is one of keys and has signed it.
func signedBy(keys []signingKey, text string) (claims jwt.MapClaims, kid string, ok bool) {
	claims = jwt.MapClaims{}
	_, err := jwt.NewParser(jwt.WithValidMethods([]string{"RS256"}), jwt.WithoutClaimsValidation()).ParseWithClaims(text, claims,
		func(t *jwt.Token) (any, error) {
			kid, _ = t.Header["kid"].(string)
			i := slices.IndexFunc(keys, func(k signingKey) bool { return k.id == kid })
			if i < 0 {
				return nil, errors.New("unknown key")
			}
			return &keys[i].private.PublicKey, nil
		})
	return claims, kid, err == nil
}

// showKeys answers the public keys, without credentials: SDKs check JWTs with it.
func (s *Server) showKeys(w http.ResponseWriter, r *http.Request) {
	if project := chi.URLParam(r, "project_id"); project != s.projectID {
		kind := b2b.ErrProjectNotFound
		if !isID("project", project) {
			kind = b2b.ErrInvalidProjectID
		}
		s.fail(w, r, refuse(kind))
		return
	}
	keys, err := s.published(r.Context())
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

// published returns the keys that are published. When there is none yet it makes
// one.
func (s *Server) published(ctx context.Context) (keys []signingKey, err error) {
	read := func(tx *store.Tx) (err error) {
		keys, err = s.signingKeys(tx, s.now())
		return err
	}
	err = s.store.Read(ctx, read)
	if err == nil && len(keys) == 0 {
		if err = s.makeSigningKey(ctx); err == nil {
			err = s.store.Read(ctx, read)
		}
	}
	return keys, err
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
