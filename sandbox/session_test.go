package sandbox_test

import (
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"maps"
	"math/big"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// linkFactor is what following a magic link proves.
func linkFactor(email string) b2b.AuthenticationFactor {
	at := began
	return b2b.AuthenticationFactor{Type: "magic_link", DeliveryMethod: "email", CreatedAt: &at, UpdatedAt: &at, LastAuthenticatedAt: &at, EmailFactor: &b2b.EmailFactor{EmailAddress: email}}
}

func factorTypes(s *b2b.MemberSession) []string {
	var kinds []string
	for _, f := range s.AuthenticationFactors {
		kinds = append(kinds, f.Type)
	}
	return kinds
}

func TestSessionArgumentGetsTheFactorAdded(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, first := b.activate()
	b.advance(10 * time.Minute)
	recovered := do(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0], SessionToken: &first.SessionToken}))
	if got := factorTypes(recovered.MemberSession); !slices.Equal(got, []string{"totp", "recovery_codes"}) {
		t.Errorf("the factors are %v", got)
	}
	if recovered.MemberSession.MemberSessionID != first.MemberSession.MemberSessionID || recovered.SessionToken != first.SessionToken {
		t.Error("it is another session")
	}
	if !recovered.MemberSession.ExpiresAt.Equal(began.Add(time.Hour)) || !recovered.MemberSession.LastAccessedAt.Equal(began.Add(10*time.Minute)) {
		t.Errorf("without a duration it lives until %s, last used %s", recovered.MemberSession.ExpiresAt, recovered.MemberSession.LastAccessedAt)
	}
	again := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionJWT: &recovered.SessionJWT, SessionDurationMinutes: ptr(527040)})
	if got := factorTypes(again.MemberSession); !slices.Equal(got, []string{"totp", "recovery_codes"}) {
		t.Errorf("a factor proven again is listed twice: %v", got)
	}
	if f := again.MemberSession.AuthenticationFactors[0]; !f.CreatedAt.Equal(began) || !f.LastAuthenticatedAt.Equal(began.Add(10*time.Minute)) {
		t.Errorf("the factor was created %s, last proven %s", f.CreatedAt, f.LastAuthenticatedAt)
	}
	if !again.MemberSession.ExpiresAt.Equal(began.Add(10*time.Minute + 527040*time.Minute)) {
		t.Errorf("with a duration it lives until %s", again.MemberSession.ExpiresAt)
	}
}

func TestSessionsEnd(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created := b.enrol()
	first := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionDurationMinutes: ptr(5)})
	b.advance(5 * time.Minute)
	request := b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)}
	request.SessionToken = &first.SessionToken
	refused(t, b.client.TOTPs.Authenticate(b.member, request), 404, b2b.ErrSessionNotFound)
	request.SessionToken, request.SessionJWT = nil, &first.SessionJWT
	refused(t, b.client.TOTPs.Authenticate(b.member, request), 404, b2b.ErrSessionNotFound)
}

func TestCustomClaimsMergeAndCannotBeReserved(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created := b.enrol()
	first := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionCustomClaims: b2b.Object{
		"tier": []byte(`"gold"`), "seen": []byte(`1`), "iss": []byte(`"me"`),
	}})
	if names := slices.Sorted(maps.Keys(first.MemberSession.CustomClaims)); !slices.Equal(names, []string{"seen", "tier"}) {
		t.Errorf("the claims are %v", names)
	}
	second := do(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{
		RecoveryCode: created.RecoveryCodes[0], SessionToken: &first.SessionToken,
		SessionCustomClaims: b2b.Object{"seen": []byte(`null`), "new": []byte(`true`)},
	}))
	if names := slices.Sorted(maps.Keys(second.MemberSession.CustomClaims)); !slices.Equal(names, []string{"new", "tier"}) {
		t.Errorf("after the merge the claims are %v", names)
	}
	large := b2b.Object{"more": []byte(`"` + strings.Repeat("x", 4070) + `"`)}
	refused(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{
		RecoveryCode: created.RecoveryCodes[1], SessionToken: &first.SessionToken, SessionCustomClaims: large,
	}), 400, b2b.ErrCustomClaimsTooLarge)
	refused(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{
		RecoveryCode: created.RecoveryCodes[1], SessionToken: &first.SessionToken, SessionCustomClaims: b2b.Object{"https://stytch.com/session": []byte(`null`)},
	}), 400, b2b.ErrStytchClaimsInCustomClaims)
	if len(b.codesLeft()) != 9 {
		t.Error("the refusals have spent a code")
	}
}

func TestIntermediateSessionBecomesASession(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, _ := b.activate()
	b.advance(time.Minute)
	token, err := b.server.BeginIntermediate(t.Context(), b.member, linkFactor(b.member.EmailAddress))
	if err != nil {
		t.Fatal(err)
	}
	wrong := b2b.AuthenticateTOTP{Code: b.wrongCode(created.Secret), IntermediateSessionToken: &token}
	refused(t, b.client.TOTPs.Authenticate(b.member, wrong), 401, b2b.ErrUnableToAuthenticateTOTP)
	answer := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), IntermediateSessionToken: &token})
	if got := factorTypes(answer.MemberSession); !slices.Equal(got, []string{"magic_link", "totp"}) {
		t.Errorf("the factors are %v", got)
	}
	b.advance(time.Minute)
	again := b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), IntermediateSessionToken: &token}
	refused(t, b.client.TOTPs.Authenticate(b.member, again), 404, b2b.ErrIntermediateSessionNotFound)
}

func TestIntermediateSessionRefusals(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, _ := b.activate()
	other := b.addMember("other@acme.example")
	elsewhere := do(t, b.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Elsewhere"}))
	stranger := do(t, b.client.Members.Create(elsewhere.OrganizationID, b2b.CreateMember{EmailAddress: "s@else.example"}))
	second := b2b.AuthenticationFactor{Type: "totp", DeliveryMethod: "authenticator_app"}
	for _, c := range []struct {
		name   string
		of     b2b.Member
		factor b2b.AuthenticationFactor
		wait   time.Duration
		status int
		kind   string
	}{
		{"of another member", other, linkFactor(""), 0, 400, b2b.ErrMemberSessionMemberIDMismatch},
		{"of another organization", stranger, linkFactor(""), 0, 400, b2b.ErrInvalidIntermediateSessionTokenForOrganization},
		{"without a first factor", b.member, second, 0, 400, b2b.ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet},
		{"after ten minutes", b.member, linkFactor(""), 10 * time.Minute, 404, b2b.ErrIntermediateSessionNotFound},
	} {
		t.Run(c.name, func(t *testing.T) {
			token, err := b.server.BeginIntermediate(t.Context(), c.of, c.factor)
			if err != nil {
				t.Fatal(err)
			}
			b.advance(c.wait)
			request := b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0], IntermediateSessionToken: &token}
			refused(t, b.client.RecoveryCodes.Recover(b.member, request), c.status, c.kind)
		})
	}
}

func TestFirstFactorMustBeOneTheOrganizationAllows(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"sso"}})
	created, _ := b.activate()
	token, err := b.server.BeginIntermediate(t.Context(), b.member, linkFactor(b.member.EmailAddress))
	if err != nil {
		t.Fatal(err)
	}
	request := b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0], IntermediateSessionToken: &token}
	refused(t, b.client.RecoveryCodes.Recover(b.member, request), 400, b2b.ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet)
	b.member = do(t, b.client.Members.Update(b.member, b2b.UpdateMember{IsBreakglass: ptr(true)}).Overwrite())
	do(t, b.client.RecoveryCodes.Recover(b.member, request))
}

func TestSecondFactorMustBeProvenToAddAnother(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	client := demoClient(t)
	members := allOf(t, client).members
	i := slices.IndexFunc(members, func(m b2b.Member) bool {
		return m.MFAPhoneNumberVerified && m.TOTPRegistrationID == "" && m.Status == "active"
	})
	phoned := members[i]
	refused(t, client.TOTPs.Create(phoned, b2b.CreateTOTP{}), 400, b2b.ErrInsufficientFactors)

	b.member = do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@acme.example", MFAPhoneNumber: ptr("+14155550100")}))
	b.enrol() // a phone that was never proven does not stand in the way
}

func TestSessionJWTHoldsItsClaimsAndIsSignedByAPublishedKey(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created := b.enrol()
	answer := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionCustomClaims: b2b.Object{"tier": []byte(`"gold"`)}})
	claims := jwt.MapClaims{}
	token, err := jwt.ParseWithClaims(answer.SessionJWT.Reveal(), claims, func(token *jwt.Token) (any, error) {
		return publishedKey(t, b.server, token.Header["kid"].(string)), nil
	}, jwt.WithTimeFunc(b.now), jwt.WithIssuer("stytch.com/"+sandbox.DefaultProjectID), jwt.WithAudience(sandbox.DefaultProjectID),
		jwt.WithSubject(b.member.MemberID), jwt.WithIssuedAt(), jwt.WithValidMethods([]string{"RS256"}), jwt.WithExpirationRequired())
	if err != nil || !token.Valid {
		t.Fatal(err)
	}
	if got := claims["exp"].(float64) - claims["iat"].(float64); got != 300 || claims["tier"] != "gold" {
		t.Errorf("it lives %v seconds, tier %v", got, claims["tier"])
	}
	session := claims["https://stytch.com/session"].(map[string]any)
	if session["id"] != answer.MemberSession.MemberSessionID || session["started_at"] != "2026-11-20T12:00:15Z" || session["expires_at"] != "2026-11-20T13:00:15Z" {
		t.Errorf("the session claim is %v", session)
	}
	org := claims["https://stytch.com/organization"].(map[string]any)
	if org["organization_id"] != b.org.OrganizationID || org["slug"] != b.org.OrganizationSlug {
		t.Errorf("the organization claim is %v", org)
	}
}

// publishedKey fetches the key called kid, without credentials.
func publishedKey(t *testing.T, server *sandbox.Server, kid string) *rsa.PublicKey {
	t.Helper()
	r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://sandbox/v1/b2b/sessions/jwks/"+sandbox.DefaultProjectID, nil)
	answer, err := api.Local(server).RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	var set b2b.GetSessionJWKSResponse
	if err := json.NewDecoder(answer.Body).Decode(&set); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v", answer.Status, err)
	}
	i := slices.IndexFunc(set.Keys, func(k b2b.JWK) bool { return k.Kid == kid })
	if i < 0 {
		t.Fatalf("no key %s", kid)
	}
	n, errN := base64.RawURLEncoding.DecodeString(set.Keys[i].N)
	e, errE := base64.RawURLEncoding.DecodeString(set.Keys[i].E)
	if errN != nil || errE != nil {
		t.Fatal(errN, errE)
	}
	return &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: int(new(big.Int).SetBytes(e).Int64())}
}

func TestForgedJWTsAreRefused(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, answer := b.activate()
	head, rest, _ := strings.Cut(answer.SessionJWT.Reveal(), ".")
	payload, signature, _ := strings.Cut(rest, ".")
	none := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none","typ":"JWT"}`))
	for name, forged := range map[string]string{
		"unsigned":          none + "." + payload + ".",
		"changed payload":   head + "." + payload[:len(payload)-4] + "AAAA." + signature,
		"changed signature": head + "." + payload + "." + strings.Repeat("A", len(signature)),
		"no JWT":            "x",
	} {
		t.Run(name, func(t *testing.T) {
			request := b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0], SessionJWT: ptr(b2b.Secret(forged))}
			refused(t, b.client.RecoveryCodes.Recover(b.member, request), 400, b2b.ErrUnableToParseSessionJWT)
		})
	}
}

func TestJWTOfAnotherProjectIsRefused(t *testing.T) {
	path := t.TempDir() + "/sandbox.db"
	b := &bench{T: t, server: openServer(t, path)}
	b.client = clientOf(t, b.server)
	b.org = do(t, b.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Acme Robotics"}))
	b.member = b.addMember("ada@acme.example")
	created, answer := b.activate()
	if err := b.server.Close(); err != nil {
		t.Fatal(err)
	}
	const other = "project-test-other" // over the same file, and so with the same keys
	server, err := sandbox.Open(t.Context(), sandbox.Options{Path: path, ProjectID: other, Now: func() time.Time { return began }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Close() }()
	client, err := api.New(api.Config{ProjectID: other, Secret: sandbox.DefaultSecret, BaseURL: "http://127.0.0.1:1"}, api.WithTransport(api.Local(server)))
	if err != nil {
		t.Fatal(err)
	}
	request := b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0], SessionJWT: &answer.SessionJWT}
	refused(t, client.RecoveryCodes.Recover(b.member, request), 400, b2b.ErrJWTInvalidIssuer)
}

func TestJWTsThatAreOfNoSessionAreRefused(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	ask(t, b.server, http.MethodGet, "/v1/b2b/sessions/jwks/"+sandbox.DefaultProjectID, "") // makes the first key
	issuer := "stytch.com/" + sandbox.DefaultProjectID
	for kind, claims := range map[string]jwt.MapClaims{
		b2b.ErrJWTInvalidIssuer:   {"iss": "elsewhere", "aud": sandbox.DefaultProjectID},
		b2b.ErrJWTInvalidAudience: {"iss": issuer, "aud": []string{"project-test-other"}},
		b2b.ErrJWTInvalidClaims:   {"iss": issuer, "aud": sandbox.DefaultProjectID},
	} {
		text, err := b.server.Sign(t.Context(), claims)
		if err != nil {
			t.Fatal(err)
		}
		refused(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: ptr(b2b.Secret(text))}), 400, kind)
	}
}

func TestSessionHeaderActsAsTheMember(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	_, answer := b.activate()
	for name, credential := range map[string]b2b.Secret{"token": answer.SessionToken, "JWT": answer.SessionJWT} {
		t.Run(name, func(t *testing.T) {
			asMember, err := api.New(api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret, BaseURL: "http://127.0.0.1:1"},
				api.WithTransport(api.Local(b.server)), api.WithSession(credential))
			if err != nil {
				t.Fatal(err)
			}
			me := b.reload()
			do(t, asMember.Members.Update(me, b2b.UpdateMember{Name: ptr("Ada by " + name)}).Overwrite())
			refused(t, asMember.Organizations.Update(b.org, b2b.UpdateOrganization{OrganizationName: ptr("Mine")}).Overwrite(), 403, b2b.ErrSessionAuthorizationError)
		})
	}
}
