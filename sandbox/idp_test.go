package sandbox_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

const callback = "http://localhost:3000/callback?from=app"

func (b *bench) makeApp(kind string, change ...func(*b2b.CreateConnectedAppClient)) b2b.ConnectedAppWithClientSecret {
	b.Helper()
	request := b2b.CreateConnectedAppClient{ClientType: kind, ClientName: ptr("Shelf"), RedirectURLs: []string{callback}}
	for _, change := range change {
		change(&request)
	}
	return do(b.T, b.client.ConnectedApps.Create(request))
}

// asked is what an app asks of a member.
func (b *bench) asked(app b2b.ConnectedAppWithClientSecret, scopes ...string) b2b.AuthorizeIDPOAuth {
	return b2b.AuthorizeIDPOAuth{
		ClientID: app.ClientID, RedirectURI: callback, ResponseType: "code", Scopes: scopes, ConsentGranted: true,
		OrganizationID: &b.org.OrganizationID, MemberID: &b.member.MemberID,
	}
}

func (b *bench) start(request b2b.AuthorizeIDPOAuth) (*b2b.AuthorizeIDPOAuthStartResponse, error) {
	return b.client.IDP.AuthorizeStart(b.Context(), b2b.AuthorizeIDPOAuthStart{
		ClientID: request.ClientID, RedirectURI: request.RedirectURI, ResponseType: request.ResponseType, Scopes: request.Scopes,
		OrganizationID: request.OrganizationID, MemberID: request.MemberID, SessionToken: request.SessionToken, SessionJWT: request.SessionJWT, Prompt: request.Prompt,
	})
}

// redeem changes a code for an access token.
func (b *bench) redeem(app b2b.ConnectedAppWithClientSecret, code b2b.Secret, more string) answer {
	b.Helper()
	form := url.Values{"grant_type": {"authorization_code"}, "client_id": {app.ClientID}, "code": {code.Reveal()}, "redirect_uri": {callback}}
	if app.ClientSecret != nil {
		form.Set("client_secret", app.ClientSecret.Reveal())
	}
	return ask(b.T, b.server, http.MethodPost, oauthPath+"token", form.Encode()+more, func(r *http.Request) { r.Header.Del("Authorization") })
}

func (b *bench) introspect(app b2b.ConnectedAppWithClientSecret, token b2b.Secret) *b2b.IntrospectIDPTokenNetworkResponse {
	b.Helper()
	got, err := b.client.IDP.Introspect(b.Context(), b2b.IntrospectIDPTokenNetwork{Token: token, ClientID: app.ClientID, ClientSecret: app.ClientSecret})
	if err != nil {
		b.Fatal(err)
	}
	return got
}

// connected is an organization with a member, behind answers that are checked.
func connected(t *testing.T) *bench {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	b.member = b.addMember("ada@acme.example")
	return b
}

func TestAnAppIsLetInAndActsUntilItIsRevoked(t *testing.T) {
	b := connected(t)
	app := b.makeApp("third_party")
	request := b.asked(app, "openid", "email")
	request.State = ptr("xyz")
	if got, err := b.start(request); err != nil || !got.ConsentRequired || got.Client.ClientName != "Shelf" || got.MemberID != b.member.MemberID || len(got.ScopeResults) != 2 || !got.ScopeResults[0].IsGrantable {
		t.Fatalf("start: %+v, %v", got, err)
	}
	granted := do(t, b.client.IDP.Authorize(request))
	back, err := url.Parse(granted.RedirectURI)
	if err != nil || back.Query().Get("code") != granted.AuthorizationCode.Reveal() || back.Query().Get("state") != "xyz" || back.Query().Get("from") != "app" {
		t.Errorf("sent back to %s, %v", granted.RedirectURI, err)
	}
	if got, err := b.start(request); err != nil || got.ConsentRequired {
		t.Errorf("asks again: %v", err)
	}
	got := b.redeem(app, *granted.AuthorizationCode, "")
	got.want(t, "exchange", 200, "")
	token := b2b.Secret(got.text("access_token"))
	info := b.introspect(app, token)
	if !info.Active || info.Sub != b.member.MemberID || info.ClientID != app.ClientID || info.Scope != "openid email" || info.HttpsStytchComOrganization.Slug != "acme" {
		t.Errorf("introspect: %+v", info)
	}
	b.redeem(app, *granted.AuthorizationCode, "").oauthError(t, "the code again", 400, "invalid_grant")

	apps, err := b.client.Members.ConnectedApps(t.Context(), b.org.OrganizationID, b.member.MemberID)
	if err != nil || len(apps) != 1 || apps[0].ConnectedAppID != app.ClientID || apps[0].ScopesGranted != "openid email" {
		t.Errorf("the member's: %+v, %v", apps, err)
	}
	all, err := b.client.Organizations.ConnectedApps(t.Context(), b.org.OrganizationID)
	if err != nil || len(all) != 1 || all[0].Name != "Shelf" {
		t.Errorf("the organization's: %+v, %v", all, err)
	}
	one, err := b.client.Organizations.ConnectedApp(t.Context(), b.org.OrganizationID, app.ClientID)
	if err != nil || len(one.ActiveMembers) != 1 || one.ActiveMembers[0].MemberID != b.member.MemberID || !slices.Equal(one.ActiveMembers[0].GrantedScopes, []string{"openid", "email"}) {
		t.Errorf("the one: %+v, %v", one, err)
	}
	do(t, b.client.Members.RevokeConnectedApp(b.member, app.ClientID))
	if b.introspect(app, token).Active {
		t.Error("the token works after its app was revoked")
	}
	refused(t, b.client.Members.RevokeConnectedApp(b.member, app.ClientID), 404, b2b.ErrConnectedAppNotFound)
	_, err = b.client.Organizations.ConnectedApp(t.Context(), b.org.OrganizationID, app.ClientID)
	wantRefusal(t, err, 404, b2b.ErrConnectedAppNotFound)
}

func TestAMemberWhoSaysNoSendsTheAppBackWithoutACode(t *testing.T) {
	b := connected(t)
	request := b.asked(b.makeApp("third_party"), "openid")
	request.ConsentGranted = false
	got := do(t, b.client.IDP.Authorize(request))
	if got.AuthorizationCode != nil || !strings.Contains(got.RedirectURI, "error=access_denied") {
		t.Errorf("got %+v", got)
	}
	if apps, err := b.client.Members.ConnectedApps(t.Context(), b.org.OrganizationID, b.member.MemberID); err != nil || len(apps) != 0 {
		t.Errorf("connected: %v, %v", apps, err)
	}
}

func TestWhoMustBeAskedForConsent(t *testing.T) {
	b := connected(t)
	bypass := func(r *b2b.CreateConnectedAppClient) { r.BypassConsentForOfflineAccess = ptr(true) }
	first, bypassing, third := b.makeApp("first_party"), b.makeApp("first_party", bypass), b.makeApp("third_party")
	for _, c := range []struct {
		app    b2b.ConnectedAppWithClientSecret
		scopes []string
		prompt *string
		want   bool
	}{
		{first, []string{"openid"}, nil, false},
		{first, []string{"openid"}, ptr("consent"), true},
		{first, []string{"openid", "offline_access"}, nil, true},
		{bypassing, []string{"openid", "offline_access"}, nil, false},
		{third, []string{"openid"}, nil, true},
	} {
		request := b.asked(c.app, c.scopes...)
		request.Prompt = c.prompt
		if got, err := b.start(request); err != nil || got.ConsentRequired != c.want {
			t.Errorf("%s %v: got %+v, %v", c.app.ClientType, c.scopes, got, err)
		}
	}
}

func TestWhatAnAppCannotAskFor(t *testing.T) {
	b := connected(t)
	app := b.makeApp("first_party")
	in := b.signIn("grace@acme.example")
	for what, c := range map[string]struct {
		change func(*b2b.AuthorizeIDPOAuth)
		status int
		kind   string
	}{
		"unknown app":          {func(r *b2b.AuthorizeIDPOAuth) { r.ClientID = "connected-app-test-x" }, 404, b2b.ErrConnectedAppNotFound},
		"another address":      {func(r *b2b.AuthorizeIDPOAuth) { r.RedirectURI = "https://evil.example/" }, 400, b2b.ErrConnectedAppSuppliedRedirectURLNotFoundInClient},
		"unknown scope":        {func(r *b2b.AuthorizeIDPOAuth) { r.Scopes = []string{"openid", "fly"} }, 400, b2b.ErrInvalidRBACScope},
		"not a code":           {func(r *b2b.AuthorizeIDPOAuth) { r.ResponseType = "token" }, 400, b2b.ErrBadRequest},
		"nobody":               {func(r *b2b.AuthorizeIDPOAuth) { r.OrganizationID, r.MemberID = nil, nil }, 400, b2b.ErrNoOAuthAuthorizeMemberSelector},
		"half a member":        {func(r *b2b.AuthorizeIDPOAuth) { r.MemberID = nil }, 400, b2b.ErrNoOAuthAuthorizeMemberSelector},
		"two of them":          {func(r *b2b.AuthorizeIDPOAuth) { r.SessionToken = &in.token }, 400, b2b.ErrTooManySessionArguments},
		"unknown member":       {func(r *b2b.AuthorizeIDPOAuth) { r.MemberID = ptr("member-test-x") }, 404, b2b.ErrMemberNotFound},
		"unknown organization": {func(r *b2b.AuthorizeIDPOAuth) { r.OrganizationID = ptr("organization-test-x") }, 404, b2b.ErrOrganizationNotFound},
		"no session": {func(r *b2b.AuthorizeIDPOAuth) {
			r.OrganizationID, r.MemberID, r.SessionToken = nil, nil, ptr(b2b.Secret(strings.Repeat("A", 44)))
		}, 404, b2b.ErrSessionNotFound},
		"a broken session": {func(r *b2b.AuthorizeIDPOAuth) {
			r.OrganizationID, r.MemberID, r.SessionToken = nil, nil, ptr(b2b.Secret("x"))
		}, 400, b2b.ErrInvalidSessionToken},
		"a broken JWT": {func(r *b2b.AuthorizeIDPOAuth) {
			r.OrganizationID, r.MemberID, r.SessionJWT = nil, nil, ptr(b2b.Secret("x.y.z"))
		}, 400, b2b.ErrUnableToParseSessionJWT},
	} {
		request := b.asked(app, "openid")
		c.change(&request)
		_, err := b.start(request)
		t.Run(what, func(t *testing.T) {
			wantRefusal(t, err, c.status, c.kind)
			refused(t, b.client.IDP.Authorize(request), c.status, c.kind)
		})
	}
	request := b.asked(app, "openid")
	request.OrganizationID, request.MemberID, request.SessionJWT = nil, nil, &in.jwt
	if got, err := b.start(request); err != nil || got.MemberID != in.MemberID {
		t.Errorf("by a session: %+v, %v", got, err)
	}
	full := b.asked(app, "full_access")
	if got, err := b.start(full); err != nil || got.ScopeResults[0].IsGrantable {
		t.Errorf("full access: %+v, %v", got, err)
	}
	refused(t, b.client.IDP.Authorize(full), 400, b2b.ErrInvalidRBACScope)
}

func TestAnOrganizationDecidesWhichAppsItLetsIn(t *testing.T) {
	b := connected(t)
	first, third := b.makeApp("first_party"), b.makeApp("third_party")
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{
		ThirdPartyConnectedAppsAllowedType: ptr("NOT_ALLOWED"), FirstPartyConnectedAppsAllowedType: ptr("RESTRICTED"), AllowedFirstPartyConnectedApps: []string{first.ClientID},
	}))
	if _, err := b.start(b.asked(first, "openid")); err != nil {
		t.Error("the listed one:", err)
	}
	for _, app := range []b2b.ConnectedAppWithClientSecret{b.makeApp("first_party"), third} {
		_, err := b.start(b.asked(app, "openid"))
		wantRefusal(t, err, 400, b2b.ErrConnectedAppNotAllowedForOrg)
	}
}

func TestACodeIsWorthNothingToOthers(t *testing.T) {
	b := connected(t)
	app, other, public := b.makeApp("first_party"), b.makeApp("first_party"), b.makeApp("third_party_public")
	code := func(request b2b.AuthorizeIDPOAuth) b2b.Secret {
		return *do(t, b.client.IDP.Authorize(request)).AuthorizationCode
	}
	mine := code(b.asked(app, "openid"))
	b.redeem(other, mine, "").oauthError(t, "another app", 400, "invalid_grant")
	stolen := app
	stolen.ClientSecret = ptr(b2b.Secret("guessed"))
	b.redeem(stolen, mine, "").oauthError(t, "a wrong secret", 401, b2b.ErrInvalidClientSecret)
	b.redeem(app, mine, "&code_verifier=x").oauthError(t, "a verifier out of nowhere", 400, "invalid_grant")

	request := b.asked(public, "openid")
	refused(t, b.client.IDP.Authorize(request), 400, b2b.ErrInvalidPKCECodeChallenge)
	request.CodeChallenge = ptr("short")
	refused(t, b.client.IDP.Authorize(request), 400, b2b.ErrInvalidPKCECodeChallenge)
	verifier := strings.Repeat("v", 43)
	sum := sha256.Sum256([]byte(verifier))
	request.CodeChallenge = ptr(base64.RawURLEncoding.EncodeToString(sum[:]))
	proved := code(request)
	b.redeem(public, proved, "").oauthError(t, "without the verifier", 400, "invalid_grant")
	b.redeem(public, proved, "&code_verifier=wrong").oauthError(t, "a wrong verifier", 400, "invalid_grant")
	b.redeem(public, proved, "&code_verifier="+verifier).want(t, "with the verifier", 200, "")

	b.redeem(app, mine, "").want(t, "its own app", 200, "")
	late := code(b.asked(app, "openid"))
	b.advance(10 * time.Minute)
	b.redeem(app, late, "").oauthError(t, "too late", 400, "invalid_grant")
}

func TestATokenEndsWithItsTimeItsMemberAndItsApp(t *testing.T) {
	b := connected(t)
	app := b.makeApp("first_party", func(r *b2b.CreateConnectedAppClient) {
		r.AccessTokenExpiryMinutes, r.AccessTokenCustomAudience = ptr(5), ptr("parts-api")
	})
	get := func() b2b.Secret {
		got := b.redeem(app, *do(t, b.client.IDP.Authorize(b.asked(app, "openid"))).AuthorizationCode, "")
		if got.text("expires_in") != "300" {
			t.Errorf("expires in %s", got.text("expires_in"))
		}
		return b2b.Secret(got.text("access_token"))
	}
	token := get()
	if got := b.introspect(app, token); !got.Active || !slices.Equal(got.Aud, []string{sandbox.DefaultProjectID, "parts-api"}) {
		t.Errorf("got %+v", got)
	}
	b.advance(5 * time.Minute)
	if b.introspect(app, token).Active {
		t.Error("it outlives its time")
	}
	token = get()
	do(t, b.client.Members.Delete(b.member))
	if b.introspect(app, token).Active {
		t.Error("it outlives its member")
	}
}

func TestAnAppWithFullAccessOpensASessionOnce(t *testing.T) {
	b := connected(t)
	full := b.makeApp("first_party", func(r *b2b.CreateConnectedAppClient) { r.FullAccessAllowed = ptr(true) })
	get := func(scopes ...string) b2b.Secret {
		return b2b.Secret(b.redeem(full, *do(t, b.client.IDP.Authorize(b.asked(full, scopes...))).AuthorizationCode, "").text("access_token"))
	}
	open := func(token b2b.Secret) b2b.ExchangeSessionAccessToken {
		return b2b.ExchangeSessionAccessToken{AccessToken: token, SessionDurationMinutes: ptr(30)}
	}
	token := get("openid", "full_access")
	in := do(t, b.client.Sessions.ExchangeAccessToken(open(token)))
	factor := in.MemberSession.AuthenticationFactors[0]
	if in.MemberID != b.member.MemberID || factor.DeliveryMethod != "oauth_access_token_exchange" || factor.OAuthAccessTokenExchangeFactor.ClientID != full.ClientID ||
		in.MemberSession.ExpiresAt.Sub(*in.MemberSession.StartedAt) != 30*time.Minute {
		t.Errorf("got %+v", in.MemberSession)
	}
	if _, err := b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken}).Do(t.Context()); err != nil {
		t.Error("the session:", err)
	}
	refused(t, b.client.Sessions.ExchangeAccessToken(open(token)), 400, b2b.ErrOAuthAccessTokenExchangeTokenInvalidGrant)
	refused(t, b.client.Sessions.ExchangeAccessToken(open(get("openid"))), 400, b2b.ErrOAuthAccessTokenExchangeMissingFullAccess)
	refused(t, b.client.Sessions.ExchangeAccessToken(open(in.SessionJWT)), 404, b2b.ErrIDPAccessTokenNotFound)
	robot := b.makeRobot("full_access")
	refused(t, b.client.Sessions.ExchangeAccessToken(open(do(t, b.token(robot.ClientID, robot.ClientSecret, "")).AccessToken)), 404, b2b.ErrIDPAccessTokenNotFound)
	revoked := get("full_access")
	do(t, b.client.Members.RevokeConnectedApp(b.member, full.ClientID))
	refused(t, b.client.Sessions.ExchangeAccessToken(open(revoked)), 400, b2b.ErrOAuthAccessTokenExchangeTokenInvalidGrant)
	late := get("full_access")
	b.advance(5 * time.Minute)
	refused(t, b.client.Sessions.ExchangeAccessToken(open(late)), 400, b2b.ErrOAuthAccessTokenExchangeTokenTooOld)
}

func TestAScopeOfThePolicyIsGrantedByWhoHoldsAllOfIt(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	helper[struct{}](t, b.client, http.MethodPut, "/sandbox/v1/rbac_policy", `{"resources":[{"resource_id":"document","actions":["read","write"]}],
		"roles":[{"role_id":"reader","permissions":[{"resource_id":"document","actions":["read"]}]},{"role_id":"editor","permissions":[{"resource_id":"document","actions":["*"]}]}],
		"scopes":[{"scope":"edit:documents","description":"Edit documents","permissions":[{"resource_id":"document","actions":["read","write"]}]}]}`)
	app := b.makeApp("first_party")
	for role, want := range map[string]bool{"reader": false, "editor": true} {
		b.member = do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: role + "@acme.example", Roles: []string{role}}))
		got, err := b.start(b.asked(app, "edit:documents"))
		if err != nil || got.ScopeResults[0].IsGrantable != want || got.ScopeResults[0].Description != "Edit documents" {
			t.Errorf("%s: got %+v, %v", role, got, err)
		}
		if _, err := b.client.IDP.Authorize(b.asked(app, "edit:documents")).Do(t.Context()); (err == nil) != want {
			t.Errorf("%s: %v", role, err)
		}
	}
}
