package sandbox_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// helper sends a body to one of the sandbox's helpers, and decodes the answer.
func helper[T any](t *testing.T, client *api.Client, method, path, body string) (answer T) {
	t.Helper()
	raw, err := client.Raw(t.Context(), method, path, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw.Body, &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

func (b *bench) sessionsOf(m b2b.Member) []b2b.MemberSession {
	b.Helper()
	sessions, err := b.client.Sessions.Get(b.Context(), m.OrganizationID, m.MemberID)
	if err != nil {
		b.Fatal(err)
	}
	return sessions
}

func sessionIDs(sessions []b2b.MemberSession) []string {
	var ids []string
	for _, s := range sessions {
		ids = append(ids, s.MemberSessionID)
	}
	return ids
}

func TestLiveSessionsAreListedOldestFirst(t *testing.T) {
	b := newAcme(t)
	created, first := b.activate()
	b.advance(time.Minute)
	second := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionDurationMinutes: ptr(5)})
	want := []string{first.MemberSession.MemberSessionID, second.MemberSession.MemberSessionID}
	if got := sessionIDs(b.sessionsOf(b.member)); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	b.member = b.reload()
	b.update(b2b.UpdateMember{ExternalID: ptr("e|1")})
	bySlug, err := b.client.Sessions.Get(t.Context(), b.org.OrganizationSlug, "e|1")
	if err != nil || len(bySlug) != 2 {
		t.Errorf("by slug and external id: %d sessions, %v", len(bySlug), err)
	}
	b.advance(5 * time.Minute)
	if got := sessionIDs(b.sessionsOf(b.member)); !slices.Equal(got, want[:1]) {
		t.Errorf("an expired session is still listed: %v", got)
	}
	const path = "/v1/b2b/sessions?organization_id="
	ask(t, b.server, http.MethodGet, path+"none&member_id=x", "").want(t, "unknown organization", 404, b2b.ErrOrganizationNotFound)
	ask(t, b.server, http.MethodGet, path+"acme-robotics&member_id=x", "").want(t, "unknown member", 404, b2b.ErrMemberNotFound)
	ask(t, b.server, http.MethodGet, path+"acme-robotics", "").want(t, "no member", 400, b2b.ErrBadRequest)
}

func TestASessionIsProlongedOnlyWhenAsked(t *testing.T) {
	b := newAcme(t)
	_, in := b.activate()
	b.advance(10 * time.Minute)
	same := do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken}))
	if !same.MemberSession.ExpiresAt.Equal(began.Add(time.Hour)) || !same.MemberSession.LastAccessedAt.Equal(began.Add(10*time.Minute)) {
		t.Errorf("expires %s, last used %s", same.MemberSession.ExpiresAt, same.MemberSession.LastAccessedAt)
	}
	if same.SessionToken != in.SessionToken || same.Member.MemberID != b.member.MemberID || same.Organization.OrganizationID != b.org.OrganizationID || same.Verdict != nil {
		t.Errorf("got %+v", same)
	}
	longer := do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: &same.SessionJWT, SessionDurationMinutes: ptr(5)}))
	if !longer.MemberSession.ExpiresAt.Equal(began.Add(15 * time.Minute)) {
		t.Errorf("expires %s", longer.MemberSession.ExpiresAt)
	}
	if got := b.sessionsOf(b.member)[0]; !got.ExpiresAt.Equal(*longer.MemberSession.ExpiresAt) || !got.LastAccessedAt.Equal(began.Add(10*time.Minute)) {
		t.Errorf("it was not kept: %+v", got)
	}
	b.advance(5 * time.Minute)
	refused(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken}), 404, b2b.ErrSessionNotFound)
}

func TestAnExpiredJWTOfALiveSessionIsRefreshed(t *testing.T) {
	b := newAcme(t)
	_, in := b.activate()
	b.advance(30 * time.Minute)
	again := do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: &in.SessionJWT}))
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(again.SessionJWT.Reveal(), claims); err != nil {
		t.Fatal(err)
	}
	if exp, err := claims.GetExpirationTime(); err != nil || !exp.Equal(began.Add(35*time.Minute)) {
		t.Errorf("the new JWT ends %s, %v", exp, err)
	}
}

func TestSessionArgumentsThatSayNothing(t *testing.T) {
	b := newAcme(t)
	_, in := b.activate()
	bad := b2b.Secret("nonsense")
	for name, c := range map[string]struct {
		request b2b.AuthenticateSession
		status  int
		kind    string
	}{
		"none":             {b2b.AuthenticateSession{}, 400, b2b.ErrNoSessionArguments},
		"both":             {b2b.AuthenticateSession{SessionToken: &in.SessionToken, SessionJWT: &in.SessionJWT}, 400, b2b.ErrTooManySessionArguments},
		"malformed token":  {b2b.AuthenticateSession{SessionToken: &bad}, 400, b2b.ErrInvalidSessionToken},
		"malformed JWT":    {b2b.AuthenticateSession{SessionJWT: &bad}, 400, b2b.ErrUnableToParseSessionJWT},
		"too short a time": {b2b.AuthenticateSession{SessionToken: &in.SessionToken, SessionDurationMinutes: ptr(4)}, 400, b2b.ErrInvalidSessionDurationMinutes},
		"too long a time":  {b2b.AuthenticateSession{SessionToken: &in.SessionToken, SessionDurationMinutes: ptr(527041)}, 400, b2b.ErrInvalidSessionDurationMinutes},
		"too many claims":  {b2b.AuthenticateSession{SessionToken: &in.SessionToken, SessionCustomClaims: b2b.Object{"x": []byte(`"` + strings.Repeat("x", 4096) + `"`)}}, 400, b2b.ErrCustomClaimsTooLarge},
	} {
		t.Run(name, func(t *testing.T) { refused(t, b.client.Sessions.Authenticate(c.request), c.status, c.kind) })
	}
}

func TestClaimsOfASessionAreMergedByAuthenticate(t *testing.T) {
	b := newAcme(t)
	_, in := b.activate()
	do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken, SessionCustomClaims: b2b.Object{"a": []byte(`1`), "b": []byte(`2`), "sub": []byte(`"me"`)}}))
	do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken, SessionCustomClaims: b2b.Object{"a": []byte(`null`)}}))
	if claims := b.sessionsOf(b.member)[0].CustomClaims; len(claims) != 1 || string(claims["b"]) != "2" {
		t.Errorf("the claims are %v", claims)
	}
}

func TestAuthorizationCheckNamesTheRolesThatGrant(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	admin, plain := b.signIn("admin@acme.example", "stytch_admin"), b.signIn("plain@acme.example")
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	check := func(of as, org, resource, action string) api.Change[b2b.AuthenticateSessionResponse] {
		return b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &of.token, AuthorizationCheck: &b2b.AuthorizationCheck{OrganizationID: org, ResourceID: resource, Action: action}})
	}
	verdict := do(t, check(admin, b.org.OrganizationID, "stytch.member", "search")).Verdict
	if verdict == nil || !verdict.Authorized || !slices.Equal(verdict.GrantingRoles, []string{"stytch_admin"}) {
		t.Errorf("got %+v", verdict)
	}
	verdict = do(t, check(plain, b.org.OrganizationID, "stytch.self", "update.info.name")).Verdict
	if verdict == nil || !slices.Equal(verdict.GrantingRoles, []string{"stytch_member"}) {
		t.Errorf("got %+v", verdict)
	}
	b.advance(time.Minute)
	refused(t, check(plain, b.org.OrganizationID, "stytch.member", "search"), 403, b2b.ErrSessionAuthorizationError)
	refused(t, check(admin, b.org.OrganizationID, "stytch.nothing", "search"), 403, b2b.ErrSessionAuthorizationError)
	refused(t, check(admin, b.getOrg("other").OrganizationID, "stytch.member", "search"), 403, b2b.ErrSessionAuthorizationTenancyError)
	if used := b.sessionsOf(plain.Member)[0].LastAccessedAt; !used.Equal(began) {
		t.Errorf("a refused check has used the session at %s", used)
	}
}

func TestSessionsAreRevokedByEachSelector(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	for name, selector := range map[string]func(as) b2b.RevokeSession{
		"id": func(a as) b2b.RevokeSession {
			return b2b.RevokeSession{MemberSessionID: &b.sessionsOf(a.Member)[0].MemberSessionID}
		},
		"token":  func(a as) b2b.RevokeSession { return b2b.RevokeSession{SessionToken: &a.token} },
		"jwt":    func(a as) b2b.RevokeSession { return b2b.RevokeSession{SessionJWT: &a.jwt} },
		"member": func(a as) b2b.RevokeSession { return b2b.RevokeSession{MemberID: &a.MemberID} },
	} {
		t.Run(name, func(t *testing.T) {
			who, other := b.signIn(name+"@acme.example"), b.signIn(name+"-other@acme.example")
			do(t, b.client.Sessions.Revoke(selector(who)))
			if left := b.sessionsOf(who.Member); len(left) != 0 {
				t.Errorf("%d sessions are left", len(left))
			}
			if left := b.sessionsOf(other.Member); len(left) != 1 {
				t.Error("somebody else's session is gone")
			}
			refused(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &who.token}), 404, b2b.ErrSessionNotFound)
			refused(t, b.client.Sessions.Revoke(b2b.RevokeSession{SessionToken: &who.token}), 404, b2b.ErrSessionNotFound)
		})
	}
}

func TestRevokeWantsOneSelector(t *testing.T) {
	b := newAcme(t)
	_, in := b.activate()
	for name, c := range map[string]struct {
		request b2b.RevokeSession
		status  int
		kind    string
	}{
		"none":           {b2b.RevokeSession{}, 400, b2b.ErrNoSessionRevokeArguments},
		"two":            {b2b.RevokeSession{SessionToken: &in.SessionToken, MemberID: &b.member.MemberID}, 400, b2b.ErrTooManySessionRevokeArguments},
		"malformed id":   {b2b.RevokeSession{MemberSessionID: ptr("member-session-test-1")}, 400, b2b.ErrInvalidSessionID},
		"unknown id":     {b2b.RevokeSession{MemberSessionID: ptr("session-test-00000000-0000-4000-8000-000000000000")}, 404, b2b.ErrSessionNotFound},
		"unknown member": {b2b.RevokeSession{MemberID: ptr("member-test-1")}, 404, b2b.ErrMemberNotFound},
	} {
		t.Run(name, func(t *testing.T) { refused(t, b.client.Sessions.Revoke(c.request), c.status, c.kind) })
	}
	if len(b.sessionsOf(b.member)) != 1 {
		t.Error("a refused request has ended the session")
	}
}

func TestWhoMayEndWhoseSessions(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	admin, plain, other := b.signIn("admin@acme.example", "stytch_admin"), b.signIn("plain@acme.example"), b.signIn("other@acme.example")
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Elsewhere"})
	stranger := b.signIn("admin@else.example", "stytch_admin")
	revoke := func(by as, of as) answer {
		return ask(t, b.server, http.MethodPost, "/v1/b2b/sessions/revoke", `{"member_id":"`+of.MemberID+`"}`, acting(by.token, ""))
	}
	revoke(plain, other).want(t, "another's", 403, b2b.ErrSessionAuthorizationError)
	revoke(stranger, other).want(t, "of another organization", 403, b2b.ErrSessionAuthorizationTenancyError)
	ask(t, b.server, http.MethodPost, "/v1/b2b/sessions/revoke", `{"session_token":"`+other.token.Reveal()+`"}`, acting(plain.token, "")).
		want(t, "another's by token", 403, b2b.ErrSessionAuthorizationError)
	if len(b.sessionsOf(other.Member)) != 1 {
		t.Error("a refused request has ended the session")
	}
	revoke(admin, other).want(t, "an admin another's", 200, "")
	revoke(plain, plain).want(t, "one's own", 200, "")
	revoke(plain, plain).want(t, "afterwards", 404, b2b.ErrSessionNotFound)
}

func TestSigningKeysAreReplacedAndTheOldOneStaysAMonth(t *testing.T) {
	b := newAcme(t)
	created, old := b.activate()
	kids := func() []string {
		keys, err := b.client.Sessions.JWKS(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, k := range keys {
			ids = append(ids, k.Kid)
		}
		return ids
	}
	first := kids()
	b.advance(179 * 24 * time.Hour)
	b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)})
	if got := kids(); !slices.Equal(got, first) {
		t.Fatalf("after 179 days the keys are %v, not %v", got, first)
	}
	b.advance(24 * time.Hour)
	in := b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), SessionDurationMinutes: ptr(527040)})
	both := kids()
	if len(both) != 2 || both[1] != first[0] {
		t.Fatalf("after 180 days the keys are %v", both)
	}
	parsed, _, err := jwt.NewParser().ParseUnverified(in.SessionJWT.Reveal(), jwt.MapClaims{})
	if err != nil || parsed.Header["kid"] != both[0] {
		t.Errorf("signed by %v, %v", parsed.Header["kid"], err)
	}
	refused(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: &old.SessionJWT}), 404, b2b.ErrSessionNotFound) // known, and over
	b.advance(30 * 24 * time.Hour)
	if got := kids(); !slices.Equal(got, both[:1]) {
		t.Errorf("a month later the keys are %v", got)
	}
	refused(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: &old.SessionJWT}), 400, b2b.ErrUnableToParseSessionJWT)
	do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: &in.SessionJWT}))
}

type minted struct {
	Token     b2b.Secret `json:"impersonation_token"`
	ExpiresAt time.Time  `json:"expires_at"`
}

func (b *bench) mint(m b2b.Member) minted {
	b.Helper()
	return helper[minted](b.T, b.client, http.MethodPost, "/sandbox/v1/impersonation_tokens",
		`{"organization_id":"`+m.OrganizationID+`","member_id":"`+m.MemberID+`","impersonator_email_address":"support@vendor.example"}`)
}

func TestImpersonationOpensAnHourThatCannotGrow(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme", MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	b.member = b.addMember("ada@acme.example")
	token := b.mint(b.member)
	if !token.ExpiresAt.Equal(began.Add(5 * time.Minute)) {
		t.Errorf("the token ends %s", token.ExpiresAt)
	}
	in := do(t, b.client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: token.Token}))
	if !in.MemberAuthenticated || in.MFARequired != nil || in.IntermediateSessionToken != "" || !in.MemberSession.ExpiresAt.Equal(began.Add(time.Hour)) {
		t.Errorf("got %+v", in)
	}
	factor := in.MemberSession.AuthenticationFactors[0]
	if factor.Type != "impersonated" || factor.DeliveryMethod != "impersonation" || factor.ImpersonatedFactor.ImpersonatorEmailAddress != "support@vendor.example" {
		t.Errorf("the factor is %+v", factor)
	}
	do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken}))
	refused(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken, SessionDurationMinutes: ptr(60)}), 400, b2b.ErrSessionNotMutable)
	refused(t, b.client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: token.Token}), 401, b2b.ErrUnableToAuthImpersonationToken)
}

func TestImpersonationTokensEndAndAreForActiveMembers(t *testing.T) {
	b := newAcme(t)
	late := b.mint(b.member)
	b.advance(5 * time.Minute)
	refused(t, b.client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: late.Token}), 401, b2b.ErrUnableToAuthImpersonationToken)
	refused(t, b.client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: "unknown"}), 401, b2b.ErrUnableToAuthImpersonationToken)
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@acme.example", CreateMemberAsPending: ptr(true)}))
	refused(t, b.client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: b.mint(pending).Token}), 404, b2b.ErrMemberNotFound)
	const path = "/sandbox/v1/impersonation_tokens"
	ask(t, b.server, http.MethodPost, path, `{"organization_id":"none","member_id":"x"}`).want(t, "organization", 404, b2b.ErrOrganizationNotFound)
	ask(t, b.server, http.MethodPost, path, `{"organization_id":"acme-robotics","member_id":"x"}`).want(t, "member", 404, b2b.ErrMemberNotFound)
}
