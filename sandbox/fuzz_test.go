package sandbox_test

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// What fuzzed requests are about: their paths take these external ids.
const (
	fuzzedOrganization = `{"organization_name":"Acme","organization_slug":"fuzzed","organization_external_id":"acme"}`
	robotSecret        = "a-secret-of-a-robot-0123456789abcdef"
	fuzzedMember       = `{"email_address":"ada@acme.example","external_id":"ada","name":"Ada"}`
)

// openFuzzed opens a sandbox for the time of a fuzz test.
func openFuzzed(f *testing.F) *sandbox.Server {
	f.Helper()
	s, err := sandbox.Open(f.Context(), sandbox.Options{Now: func() time.Time { return began }})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = s.Close() })
	return s
}

// fuzzed sends a request as a fuzzer made it: the answer must be JSON, and no fault
// of the server.
func fuzzed(t *testing.T, h http.Handler, method, path, body string, headers ...string) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code >= http.StatusInternalServerError || !json.Valid(w.Body.Bytes()) {
		t.Errorf("%s %s with %q and %q: %d %s", method, path, body, headers, w.Code, w.Body)
	}
}

// FuzzBodies sends any body to any endpoint, about an organization and a member
// that exist.
func FuzzBodies(f *testing.F) {
	for _, seed := range []struct {
		endpoint b2b.Endpoint
		body     string
	}{
		{b2b.OrganizationsCreate, `{"organization_name":"A","email_allowed_domains":["a.example"],"trusted_metadata":{"a":{"b":[1,null]}}}`},
		{b2b.OrganizationsUpdate, `{"mfa_policy":"REQUIRED_FOR_ALL","rbac_email_implicit_role_assignments":[{"domain":"a.example","role_id":"stytch_admin"}],"allowed_oauth_tenants":{"slack":["T1"]}}`},
		{b2b.OrganizationsMembersUpdate, `{"name":null,"roles":["stytch_admin"],"untrusted_metadata":{"k":null},"mfa_phone_number":"+14155550100"}`},
		{b2b.OrganizationsMembersUpdate, "\ufeff{}"},
		{b2b.OrganizationsMembersCreate, `{"email_address":"x@y.example","is_breakglass":1e400}`},
		{b2b.SessionsAuthenticate, `{"session_token":"x","session_custom_claims":{"https://stytch.com/session":1}}`},
		{b2b.PasswordsStrengthCheck, `{"password":"\ud800correct horse"}`},
		{b2b.TOTPsCreate, `{"organization_id":"acme","member_id":"ada","expiration_minutes":9223372036854775808}`},
		{b2b.OrganizationsCreate, `{"organization_name":"A","organization_name":1}`},
		{b2b.OrganizationsCreate, strings.Repeat(`{"trusted_metadata":`, 300)},
		{b2b.OrganizationsCreate, "\x00"},
	} {
		f.Add(indexOf(seed.endpoint), seed.body)
	}
	s := openFuzzed(f)
	f.Fuzz(func(t *testing.T, n uint8, body string) {
		e := b2b.Endpoints[int(n)%len(b2b.Endpoints)]
		ask(t, s, http.MethodPost, b2b.OrganizationsCreate.Path, fuzzedOrganization)
		ask(t, s, http.MethodPost, b2b.OrganizationsMembersCreate.URL("acme"), fuzzedMember)
		fuzzed(t, s, e.Method, e.URL(fuzzedArguments(e)...), body)
	})
}

// indexOf is where an endpoint stands in the contract.
func indexOf(e b2b.Endpoint) uint8 {
	for i, other := range b2b.Endpoints {
		if other.ID() == e.ID() {
			return uint8(i)
		}
	}
	return 0
}

func fuzzedArguments(e *b2b.Endpoint) []string {
	arguments := make([]string, len(e.PathParams))
	for i, p := range e.PathParams {
		arguments[i] = map[string]string{"organization_id": "acme", "member_id": "ada"}[p.Name]
		if arguments[i] == "" {
			arguments[i] = "x"
		}
	}
	return arguments
}

// FuzzPaths asks for any path, with credentials and without.
func FuzzPaths(f *testing.F) {
	for _, path := range []string{
		"/v1/b2b/organizations/%2F", "/v1/b2b/organizations/%00", "/v1/b2b/organizations/..", "/v1/b2b/organizations/%2e%2e/members", "/v1/b2b/organizations/a;b=c", "//v1//b2b",
		"/v1/b2b/organizations/acme/member?member_id=%zz&email_address=;", "/v1/public/%2e%2e/b2b/organizations", "/v1/b2b/scim/scim-connection-test-00000000-0000-4000-8000-000000000000/%ff",
		"/v1/b2b/sessions/jwks/%2e%2e%2f", "/v1/public/sso/start?connection_id=%00&public_token=public-token-x", "/v1/b2b/public/oauth/google/start?slug=%0d%0aX:y&public_token=public-token-x", "/sandbox/v1/outbox?limit=99999999999999999999",
		"/v1/b2b/organizations/\u202e", "/v1/b2b/organizations/a%25%32%66b",
	} {
		f.Add(http.MethodGet, path)
	}
	f.Add("get", "/healthz")
	s := openFuzzed(f)
	f.Fuzz(func(t *testing.T, method, path string) {
		u, err := url.ParseRequestURI(path)
		if err != nil || u.Host != "" {
			t.Skip("no request has this path")
		}
		for _, secret := range []string{sandbox.DefaultSecret.Reveal(), "wrong"} {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", http.NoBody)
			r.Method, r.URL = method, u
			r.SetBasicAuth(sandbox.DefaultProjectID, secret)
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code >= http.StatusInternalServerError {
				t.Errorf("%s %q: %d %s", method, path, w.Code, w.Body)
			}
		}
	})
}

// FuzzTokens sends a text wherever a token, a code or a JWT can be.
func FuzzTokens(f *testing.F) {
	for _, token := range []string{
		"", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.e30.AAAA", "eyJhbGciOiJIUzI1NiJ9.e30.x", "....", "\x00", strings.Repeat("a", 5000),
		"DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=", "000000", "xxxx-xxxx-xxxx", "session-test-00000000-0000-4000-8000-000000000000", "\ufeff.\u202e.\U0010ffff", "e30.e30.e30",
	} {
		f.Add(token)
	}
	s := openFuzzed(f)
	f.Fuzz(func(t *testing.T, token string) {
		ask(t, s, http.MethodPost, b2b.OrganizationsCreate.Path, fuzzedOrganization)
		ask(t, s, http.MethodPost, b2b.OrganizationsMembersCreate.URL("acme"), fuzzedMember)
		quoted, _ := json.Marshal(token)
		for _, e := range b2b.Endpoints {
			if e.Method != http.MethodPost {
				continue
			}
			for _, field := range e.Request {
				if tokenField(field.Name) {
					fuzzed(t, s, e.Method, e.URL(fuzzedArguments(e)...), `{"organization_id":"acme","member_id":"ada","`+field.Name+`":`+string(quoted)+`}`)
				}
			}
		}
		member := b2b.OrganizationsMembersGet.URL("acme") + "?member_id=ada"
		for _, header := range []string{"X-Stytch-Member-Session", "X-Stytch-Member-SessionJWT", "Authorization"} {
			fuzzed(t, s, http.MethodGet, member, "", header, token)
		}
		const connection = "/v1/b2b/scim/scim-connection-test-00000000-0000-4000-8000-000000000000/Users"
		fuzzed(t, s, http.MethodGet, connection, "", "Authorization", "Bearer "+token)
	})
}

// tokenField tells the fields that something secret comes in, passwords aside:
// these are slow by design.
func tokenField(name string) bool {
	return strings.HasSuffix(name, "token") || strings.HasSuffix(name, "jwt") || strings.HasSuffix(name, "code") || strings.HasSuffix(name, "verifier")
}

// FuzzClaims signs any claims with the keys that the sandbox trusts: its own, and
// that of an issuer.
func FuzzClaims(f *testing.F) {
	for _, claims := range []string{
		`{}`, `{"iss":"stytch.com/` + sandbox.DefaultProjectID + `","aud":["` + sandbox.DefaultProjectID + `"],"https://stytch.com/session":{"id":"session-test-x"}}`,
		`{"iss":"stytch.com/` + sandbox.DefaultProjectID + `","aud":"` + sandbox.DefaultProjectID + `","https://stytch.com/session":[]}`, `{"iss":1,"aud":{},"exp":"soon"}`,
		`{"iss":"https://legacy.example","aud":"stytch","exp":4102444800,"email":"ada@acme.example","organization_id":"acme"}`,
		`{"iss":"https://legacy.example","aud":"stytch","exp":1e300,"email":"\u0000@acme.example","organization_id":"\u0000"}`,
		`{"iss":"https://legacy.example","aud":["stytch",1],"exp":4102444800,"email":["x"],"name":{}}`,
	} {
		f.Add(claims)
	}
	s := openFuzzed(f)
	key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	profiles := trustedProfiles(f, key)
	f.Fuzz(func(t *testing.T, text string) {
		claims := jwt.MapClaims{}
		if json.Unmarshal([]byte(text), &claims) != nil {
			t.Skip("no JWT has these claims")
		}
		ask(t, s, http.MethodPost, b2b.OrganizationsCreate.Path, fuzzedOrganization)
		ask(t, s, http.MethodPut, "/sandbox/v1/trusted_token_profiles", profiles)
		ask(t, s, http.MethodPost, b2b.M2MClientsCreate.Path, `{"client_id":"robot","client_secret":"`+robotSecret+`"}`)
		ask(t, s, http.MethodGet, "/v1/b2b/sessions/jwks/"+sandbox.DefaultProjectID, "") // makes the first key
		own, err := s.Sign(t.Context(), claims)
		if err != nil {
			t.Fatal(err)
		}
		fuzzed(t, s, http.MethodPost, b2b.SessionsAuthenticate.Path, `{"session_jwt":"`+own+`"}`)
		fuzzed(t, s, http.MethodGet, b2b.OrganizationsMembersGet.URL("acme")+"?member_id=ada", "", "X-Stytch-Member-SessionJWT", own)
		fuzzed(t, s, http.MethodPost, oauthPath+"introspect", "client_id=robot&client_secret="+robotSecret+"&token="+own)
		foreign, err := jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims).SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		fuzzed(t, s, http.MethodPost, b2b.SessionsAttest.Path, `{"profile_id":"legacy","token":"`+foreign+`"}`)
	})
}

// trustedProfiles makes key that of the issuer "legacy".
func trustedProfiles(f *testing.F, key ed25519.PrivateKey) string {
	f.Helper()
	der, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		f.Fatal(err)
	}
	body, err := json.Marshal(map[string]any{"profiles": []map[string]string{{
		"profile_id": "legacy", "issuer": "https://legacy.example", "audience": "stytch", "public_key": string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})),
	}}})
	if err != nil {
		f.Fatal(err)
	}
	return string(body)
}

// FuzzCursor sends any text as a cursor, and any position under the right
// signature.
func FuzzCursor(f *testing.F) {
	f.Add("", int64(0), "")
	f.Add("AAAA", began.Unix(), "member-test-00000000-0000-4000-8000-000000000000")
	f.Add("////", int64(-1)<<63, "\x00")
	f.Add("\xff", int64(1)<<62, strings.Repeat("z", 10_000))
	s := openFuzzed(f)
	f.Fuzz(func(t *testing.T, text string, createdAt int64, id string) {
		ask(t, s, http.MethodPost, b2b.OrganizationsCreate.Path, fuzzedOrganization)
		ask(t, s, http.MethodPost, b2b.OrganizationsMembersCreate.URL("acme"), fuzzedMember)
		for kind, search := range map[string]b2b.Endpoint{
			"organization": b2b.OrganizationsSearch, "member": b2b.OrganizationsMembersSearch, "m2m": b2b.M2MClientsSearch, "connected_app": b2b.ConnectedAppsClientsSearch,
		} {
			for _, cursor := range []string{text, s.Cursor(kind, createdAt, id)} {
				quoted, _ := json.Marshal(cursor)
				fuzzed(t, s, http.MethodPost, search.Path, `{"organization_ids":["acme"],"limit":1,"cursor":`+string(quoted)+`}`)
			}
		}
	})
}
