package sandbox_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"net/http"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// issuer is a system that the project trusts.
type issuer struct{ key ed25519.PrivateKey }

// trusting makes the project trust an issuer.
func trusting(t *testing.T, b *bench) issuer {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(map[string]any{"profiles": []map[string]string{{
		"profile_id": "legacy", "issuer": "https://legacy.example", "audience": "stytch", "public_key": string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})),
	}}})
	if err != nil {
		t.Fatal(err)
	}
	helper[struct{}](t, b.client, http.MethodPut, "/sandbox/v1/trusted_token_profiles", string(body))
	return issuer{private}
}

// token is one that the issuer has signed; change alters its claims.
func (i issuer) token(t *testing.T, change jwt.MapClaims) b2b.Secret {
	t.Helper()
	claims := jwt.MapClaims{"iss": "https://legacy.example", "aud": "stytch", "exp": began.Add(time.Minute).Unix(), "jti": "token-1", "email": "Ada@acme-robotics.example"}
	for name, value := range change {
		claims[name] = value
	}
	text, err := jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims).SignedString(i.key)
	if err != nil {
		t.Fatal(err)
	}
	return b2b.Secret(text)
}

func (b *bench) attest(token b2b.Secret) api.Change[b2b.AttestSessionResponse] {
	return b.client.Sessions.Attest(b2b.AttestSession{ProfileID: "legacy", Token: token})
}

func TestATrustedTokenBecomesASession(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	of := trusting(t, b)
	in := do(t, b.attest(of.token(t, jwt.MapClaims{"organization_id": b.org.OrganizationID})))
	f := in.MemberSession.AuthenticationFactors[0]
	if in.MemberID != b.member.MemberID || f.Type != "trusted_auth_token" || f.DeliveryMethod != "trusted_token_exchange" || f.TrustedAuthTokenFactor.TokenID != "token-1" ||
		!in.MemberSession.ExpiresAt.Equal(began.Add(time.Hour)) || !in.Member.EmailAddressVerified {
		t.Errorf("got %+v", in)
	}
	do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: &in.SessionJWT}))
	fresh := do(t, b.client.Sessions.Attest(b2b.AttestSession{
		ProfileID: "legacy", OrganizationID: &b.org.OrganizationID, SessionDurationMinutes: ptr(5), Token: of.token(t, jwt.MapClaims{"email": "new@acme-robotics.example", "name": "New"}),
	}))
	if fresh.Member.Name != "New" || fresh.Member.Status != "active" || !fresh.MemberSession.ExpiresAt.Equal(began.Add(5*time.Minute)) {
		t.Errorf("got %+v", fresh.Member)
	}
}

func TestTokensThatAreNotTrusted(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	of := trusting(t, b)
	other := issuer{ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))}
	in := jwt.MapClaims{"organization_id": b.org.OrganizationID}
	with := func(name string, value any) jwt.MapClaims {
		return jwt.MapClaims{"organization_id": b.org.OrganizationID, name: value}
	}
	for name, c := range map[string]struct {
		token  b2b.Secret
		status int
		kind   string
	}{
		"another key":          {other.token(t, in), 400, b2b.ErrInvalidTrustedAuthToken},
		"another issuer":       {of.token(t, with("iss", "https://else.example")), 400, b2b.ErrInvalidTrustedAuthToken},
		"another audience":     {of.token(t, with("aud", "else")), 400, b2b.ErrInvalidTrustedAuthToken},
		"expired":              {of.token(t, with("exp", began.Unix())), 400, b2b.ErrInvalidTrustedAuthToken},
		"no address":           {of.token(t, with("email", "")), 400, b2b.ErrInvalidTrustedAuthToken},
		"nonsense":             {"nonsense", 400, b2b.ErrInvalidTrustedAuthToken},
		"no organization":      {of.token(t, nil), 400, b2b.ErrTokenMissingOrganizationIDClaim},
		"unknown organization": {of.token(t, jwt.MapClaims{"organization_id": "none"}), 404, b2b.ErrOrganizationNotFound},
		"somebody new":         {of.token(t, with("email", "new@acme.example")), 400, b2b.ErrEmailJITProvisioningNotAllowed},
	} {
		t.Run(name, func(t *testing.T) { refused(t, b.attest(c.token), c.status, c.kind) })
	}
	refused(t, b.client.Sessions.Attest(b2b.AttestSession{ProfileID: "none", Token: of.token(t, in)}), 404, b2b.ErrTrustedTokenProfileNotFound)
	const path = "/sandbox/v1/trusted_token_profiles"
	ask(t, b.server, http.MethodPut, path, `{}`).want(t, "no list", 400, b2b.ErrBadRequest)
	ask(t, b.server, http.MethodPut, path, `{"profiles":[{"profile_id":"x"}]}`).want(t, "half a profile", 400, b2b.ErrBadRequest)
	ask(t, b.server, http.MethodPut, path, `{"profiles":[{"profile_id":"x","issuer":"i","audience":"a","public_key":"k"}]}`).want(t, "no key", 400, b2b.ErrBadRequest)
}
