package sandbox

import (
	"cmp"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// trustedSetting is where the project's trusted token profiles are kept.
const trustedSetting = "trusted_token_profiles"

// trustedProfile is an issuer whose tokens make sessions. A real project has it in
// the dashboard.
type trustedProfile struct {
	ID        string `json:"profile_id"`
	Issuer    string `json:"issuer"`
	Audience  string `json:"audience"`
	PublicKey string `json:"public_key"` // PEM: RSA, ECDSA or Ed25519
}

// trustedClaims are those of a trusted token that count.
type trustedClaims struct {
	Email        string `json:"email"`
	Name         string `json:"name"`
	Organization string `json:"organization_id"`
	jwt.RegisteredClaims
}

// attestSession makes a session of a token that a trusted issuer has signed. Who
// is no member yet becomes one where the organization lets people in by their
// address. No second factor is asked for: the issuer has vouched.
func (s *Server) attestSession(r *request[b2b.AttestSession]) (*b2b.AttestSessionResponse, error) {
	claims, err := s.trusted(r.call, r.Body.ProfileID, r.Body.Token.Reveal())
	if err != nil {
		return nil, err
	}
	if err := r.attestedMember(claims); err != nil {
		return nil, err
	}
	with := credentials{token: r.Body.SessionToken, jwt: r.Body.SessionJWT, minutes: r.Body.SessionDurationMinutes, claims: r.Body.SessionCustomClaims}
	held, err := s.heldBefore(r.call, with)
	if err != nil {
		return nil, err
	}
	in, err := s.signIn(r.call, held, trustedFactor(claims, r.now), with)
	if err != nil {
		return nil, err
	}
	return &b2b.AttestSessionResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		SessionToken: in.token, MemberSession: *in.session,
	}, nil
}

// trusted checks a token against its profile and returns what it says.
func (s *Server) trusted(c *call, profileID, text string) (*trustedClaims, error) {
	profiles, err := trustedProfiles(c.tx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(profiles, func(p trustedProfile) bool { return p.ID == profileID })
	if i < 0 {
		return nil, refuse(b2b.ErrTrustedTokenProfileNotFound)
	}
	profile, claims := profiles[i], &trustedClaims{}
	key, err := publicKeyOf(profile.PublicKey)
	if err != nil {
		return nil, fmt.Errorf("trusted token profile %s: %w", profile.ID, err)
	}
	_, err = jwt.ParseWithClaims(text, claims, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"RS256", "RS512", "ES256", "ES384", "EdDSA"}), jwt.WithExpirationRequired(),
		jwt.WithIssuer(profile.Issuer), jwt.WithAudience(profile.Audience), jwt.WithTimeFunc(func() time.Time { return c.now }))
	if err != nil {
		return nil, refuse(b2b.ErrInvalidTrustedAuthToken, "%s", err)
	}
	claims.Email = strings.ToLower(claims.Email)
	if !isEmail(claims.Email) {
		return nil, refuse(b2b.ErrInvalidTrustedAuthToken, "the claim email is no address")
	}
	return claims, nil
}

// attestedMember makes the member that a token speaks of the one that c is about,
// and active.
func (c *call) attestedMember(claims *trustedClaims) (err error) {
	switch {
	case c.org == nil && claims.Organization == "":
		return refuse(b2b.ErrTokenMissingOrganizationIDClaim)
	case c.org == nil:
		if c.org, err = c.findOrganization(claims.Organization); err != nil {
			return err
		}
	case claims.Organization != "" && claims.Organization != c.org.OrganizationID:
		return refuse(b2b.ErrInvalidTrustedAuthToken, "the token is for another organization")
	}
	if c.member, err = c.tx.MemberByEmail(c.org.Seq, claims.Email); err != nil {
		return err
	}
	if c.member == nil {
		if err := mayJoin(c.org, claims.Email); err != nil {
			return err
		}
		if err := c.admitNew(claims.Email, b2b.MemberStatusActive); err != nil {
			return err
		}
	}
	if err := unlocked(c.member, c.now); err != nil {
		return err
	}
	c.member.Name = cmp.Or(c.member.Name, claims.Name)
	c.member.Status, c.member.EmailAddressVerified, c.member.UpdatedAt = b2b.MemberStatusActive, true, &c.now
	return c.tx.UpdateMember(c.member)
}

func trustedFactor(claims *trustedClaims, at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeTrustedAuthToken, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodTrustedTokenExchange,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
		TrustedAuthTokenFactor: &b2b.TrustedAuthTokenFactor{TokenID: cmp.Or(claims.ID, claims.Subject)},
	}
}

func trustedProfiles(tx *store.Tx) ([]trustedProfile, error) {
	text, err := tx.Setting(trustedSetting)
	if err != nil || text == "" {
		return nil, err
	}
	var profiles []trustedProfile
	if err := json.Unmarshal([]byte(text), &profiles); err != nil {
		return nil, fmt.Errorf("read trusted token profiles: %w", err)
	}
	return profiles, nil
}

// publicKeyOf reads a public key in PEM.
func publicKeyOf(text string) (any, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, refuse(b2b.ErrBadRequest, "public_key: not PEM")
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, refuse(b2b.ErrBadRequest, "public_key: %s", err)
	}
	return key, nil
}

// trustedAnswer is the answer of PUT /sandbox/v1/trusted_token_profiles.
type trustedAnswer struct {
	Profiles   []trustedProfile `json:"profiles"`
	RequestID  string           `json:"request_id"`
	StatusCode int              `json:"status_code"`
}

// setTrustedProfiles replaces the issuers that sessions.attest trusts.
func (s *Server) setTrustedProfiles(w http.ResponseWriter, r *http.Request) {
	answer := &trustedAnswer{}
	sent, err := readBody(r)
	if err == nil {
		answer.Profiles, err = readTrustedProfiles(sent)
	}
	if err == nil {
		err = s.store.Write(r.Context(), func(tx *store.Tx) error { return tx.SetSetting(trustedSetting, encode(answer.Profiles)) })
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	seal(answer, requestID(r))
	writeJSON(w, http.StatusOK, answer)
}

func readTrustedProfiles(sent fields) ([]trustedProfile, error) {
	var profiles []trustedProfile
	if json.Unmarshal(sent["profiles"], &profiles) != nil {
		return nil, refuse(b2b.ErrBadRequest, "profiles: must be a list")
	}
	for _, p := range profiles {
		if p.ID == "" || p.Issuer == "" || p.Audience == "" {
			return nil, refuse(b2b.ErrBadRequest, "a profile needs profile_id, issuer, audience and public_key")
		}
		if _, err := publicKeyOf(p.PublicKey); err != nil {
			return nil, err
		}
	}
	return profiles, nil
}
