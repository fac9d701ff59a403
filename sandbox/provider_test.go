package sandbox_test

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

// browser is somebody who follows a sign-in by hand.
type browser struct {
	*bench
	*http.Client
}

func (b *bench) browser() *browser {
	jar, _ := cookiejar.New(nil)
	return &browser{b, &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// open gets a page, or sends a form, and returns where it leads to and its text.
func (w *browser) open(address string, form url.Values, status int) (location, text string, header http.Header) {
	w.Helper()
	if strings.HasPrefix(address, "/") {
		address = w.client.BaseURL() + address
	}
	var answer *http.Response
	var err error
	if form == nil {
		answer, err = w.Get(address)
	} else {
		answer, err = w.PostForm(address, form)
	}
	if err != nil {
		w.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != status {
		w.Fatalf("%s: got %d %s, want %d", address, answer.StatusCode, body, status)
	}
	return answer.Header.Get("Location"), string(body), answer.Header
}

// signIn goes from a start to the application, as the person of the form.
func (w *browser) signIn(start string, form url.Values) *url.URL {
	w.Helper()
	page, _, _ := w.open(start, nil, 302)
	w.open(page, nil, 200)
	callback, _, _ := w.open(page, form, 303)
	back, _, _ := w.open(callback, nil, 302)
	u, err := url.Parse(back)
	if err != nil {
		w.Fatal(err)
	}
	return u
}

func person(email string, more ...string) url.Values {
	form := url.Values{"email": {email}}
	for i := 0; i+1 < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	return form
}

const publicToken = "public_token=public-token-test-00000000-0000-4000-8000-000000000000"

func (b *bench) oauthStart(provider, more string) string {
	return "/v1/b2b/public/oauth/" + provider + "/start?" + publicToken + "&organization_id=" + b.org.OrganizationID +
		"&login_redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fin%3Fx%3D1&signup_redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fup" + more
}

// newBrowsable is an organization whose members can be reached over HTTP; the
// pages are no JSON, so that answers are not held to the contract on the way.
func newBrowsable(t *testing.T) *bench {
	t.Helper()
	b := &bench{T: t, server: openServer(t, ":memory:")}
	b.client = clientOf(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/sandbox/sign-in") && !strings.Contains(r.URL.Path, "/callback/") && !strings.HasSuffix(r.URL.Path, "/start") {
			checked(t, b.server).ServeHTTP(w, r)
			return
		}
		b.server.ServeHTTP(w, r)
	}))
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme <b>Robotics</b>"})
	b.member = b.addMember("ada@acme-robotics.example")
	return b
}

func TestEveryProviderSignsMembersIn(t *testing.T) {
	b := newBrowsable(t)
	for provider, want := range map[string]struct {
		name, delivery string
		vouches        bool
	}{
		"google": {"Google", "oauth_google", true}, "microsoft": {"Microsoft", "oauth_microsoft", true}, "github": {"GitHub", "oauth_github", false},
		"slack": {"Slack", "oauth_slack", false}, "hubspot": {"HubSpot", "oauth_hubspot", false},
	} {
		b.member = b.addMember(provider + "@acme-robotics.example")
		back := b.browser().signIn(b.oauthStart(provider, "&custom_scopes=calendar"), person(strings.ToUpper(b.member.EmailAddress)))
		if q := back.Query(); back.Path != "/in" || q.Get("x") != "1" || q.Get("stytch_token_type") != "oauth" || q.Get("token") == "" {
			t.Fatalf("%s leads to %s", provider, back)
		}
		token := b2b.Secret(back.Query().Get("token"))
		in := do(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: token}))
		if in.ProviderType != want.name || in.ProviderSubject == "" || in.MemberID != b.member.MemberID || in.MemberAuthenticated != want.vouches || in.Member.EmailAddressVerified != want.vouches {
			t.Errorf("%s: got %+v", provider, in)
		}
		if v := in.ProviderValues; v == nil || *v.AccessToken == "" || !slices.Contains(v.Scopes, "calendar") || !v.ExpiresAt.Equal(began.Add(time.Hour)) {
			t.Errorf("%s: the provider gives %+v", provider, v)
		}
		if r := in.Member.OAuthRegistrations; len(r) != 1 || r[0].ProviderType != want.name || r[0].ProviderSubject != in.ProviderSubject {
			t.Errorf("%s: the member has %+v", provider, r)
		}
		if want.vouches && (in.MemberSession.AuthenticationFactors[0].Type != "oauth" || in.MemberSession.AuthenticationFactors[0].DeliveryMethod != want.delivery) {
			t.Errorf("%s: the factor is %+v", provider, in.MemberSession.AuthenticationFactors[0])
		}
		if !want.vouches && (in.PrimaryRequired == nil || in.IntermediateSessionToken == "") {
			t.Errorf("%s proves no address, but nothing is owed", provider)
		}
		refused(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: token}), 400, b2b.ErrOAuthTokenNotFound)
	}
}

func TestSomebodyWithAPrivateMailServiceIsNotVouchedForByGoogle(t *testing.T) {
	b := newBrowsable(t)
	b.addMember("ada@gmail.com")
	back := b.browser().signIn(b.oauthStart("google", ""), person("ada@gmail.com"))
	in := do(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: b2b.Secret(back.Query().Get("token"))}))
	if in.MemberAuthenticated || in.PrimaryRequired == nil || in.Member.EmailAddressVerified {
		t.Errorf("got %+v", in)
	}
}

func TestOAuthLetsNewPeopleInByDomainAndTenant(t *testing.T) {
	b := newBrowsable(t)
	sign := func(provider string, form url.Values) b2b.Secret {
		back := b.browser().signIn(b.oauthStart(provider, ""), form)
		if back.Path != "/up" {
			t.Errorf("somebody new comes back to %s", back)
		}
		return b2b.Secret(back.Query().Get("token"))
	}
	refused(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: sign("google", person("new@acme-robotics.example"))}), 400, b2b.ErrEmailJITProvisioningNotAllowed)
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{
		EmailAllowedDomains: []string{"acme-robotics.example"}, EmailJITProvisioning: ptr("RESTRICTED"),
		OAuthTenantJITProvisioning: ptr("RESTRICTED"), AllowedOAuthTenants: map[string][]string{"slack": {"T0ACME"}},
	}))
	in := do(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: sign("google", person("new@acme-robotics.example", "name", "New One"))}))
	if in.Member.Status != "active" || in.Member.Name != "New One" || !in.MemberAuthenticated {
		t.Errorf("got %+v", in.Member)
	}
	refused(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: sign("slack", person("out@side.example", "tenant", "T0OTHER"))}), 400, b2b.ErrInvalidOAuthTenantForJITProvisioning)
	in = do(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: sign("slack", person("in@side.example", "tenant", "T0ACME"))}))
	if in.Member.EmailAddress != "in@side.example" {
		t.Errorf("got %+v", in.Member)
	}
}

func challengeOf(verifier string) string {
	sum := sha256.Sum256([]byte(verifier))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func TestAFlowWithAChallengeNeedsItsVerifier(t *testing.T) {
	b := newBrowsable(t)
	verifier := b2b.Secret(strings.Repeat("v", 43))
	back := b.browser().signIn(b.oauthStart("google", "&pkce_code_challenge="+challengeOf(verifier.Reveal())), person(b.member.EmailAddress))
	with := b2b.AuthenticateOAuth{OAuthToken: b2b.Secret(back.Query().Get("token"))}
	refused(t, b.client.OAuth.Authenticate(with), 400, b2b.ErrPKCEExpectedCodeVerifier)
	wrong := b2b.Secret(strings.Repeat("w", 43))
	with.PKCECodeVerifier = &wrong
	refused(t, b.client.OAuth.Authenticate(with), 400, b2b.ErrPKCEMismatch)
	with.PKCECodeVerifier = &verifier
	do(t, b.client.OAuth.Authenticate(with))
	back = b.browser().signIn(b.oauthStart("google", ""), person(b.member.EmailAddress))
	with.OAuthToken = b2b.Secret(back.Query().Get("token"))
	refused(t, b.client.OAuth.Authenticate(with), 400, b2b.ErrPKCEDidNotExpectCodeVerifier)
}

func TestDiscoveryByOAuthFindsOrganizations(t *testing.T) {
	b := newBrowsable(t)
	start := "/v1/b2b/public/oauth/microsoft/discovery/start?" + publicToken + "&discovery_redirect_url=http%3A%2F%2Flocalhost%3A3000%2Ffind"
	back := b.browser().signIn(start, person(b.member.EmailAddress, "name", "Ada"))
	if back.Path != "/find" || back.Query().Get("stytch_token_type") != "discovery_oauth" {
		t.Fatalf("leads to %s", back)
	}
	token := b2b.Secret(back.Query().Get("token"))
	found := do(t, b.client.OAuth.AuthenticateDiscovery(b2b.AuthenticateDiscoveryOAuth{DiscoveryOAuthToken: token}))
	if found.EmailAddress != b.member.EmailAddress || found.FullName != "Ada" || found.ProviderType != "Microsoft" || found.IntermediateSessionToken == "" || len(found.DiscoveredOrganizations) != 1 {
		t.Errorf("got %+v", found)
	}
	if !found.DiscoveredOrganizations[0].MemberAuthenticated {
		t.Error("Microsoft vouches for the address, yet something is owed")
	}
	refused(t, b.client.OAuth.AuthenticateDiscovery(b2b.AuthenticateDiscoveryOAuth{DiscoveryOAuthToken: token}), 400, b2b.ErrOAuthTokenNotFound)
	back = b.browser().signIn(strings.Replace(start, "microsoft", "slack", 1), person("x@side.example", "tenant", "T1"))
	found = do(t, b.client.OAuth.AuthenticateDiscovery(b2b.AuthenticateDiscoveryOAuth{DiscoveryOAuthToken: b2b.Secret(back.Query().Get("token"))}))
	if found.ProviderTenantID != "T1" || !slices.Equal(found.ProviderTenantIDs, []string{"T1"}) {
		t.Errorf("got %+v", found)
	}
}

func TestStartsThatCannotWorkAreRefused(t *testing.T) {
	b := newBrowsable(t)
	pending := b.newSAML()
	for path, want := range map[string]string{
		"/v1/b2b/public/oauth/google/start?organization_id=" + b.org.OrganizationID:                b2b.ErrUnauthorizedCredentials,
		"/v1/b2b/public/oauth/google/start?" + publicToken + "&organization_id=none":               b2b.ErrOrganizationNotFound,
		"/v1/b2b/public/oauth/google/start?" + publicToken:                                         b2b.ErrOrganizationNotFound,
		"/v1/b2b/public/oauth/myspace/start?" + publicToken:                                        b2b.ErrRouteNotFound,
		b.oauthStart("google", "&login_redirect_url=x") + "&pkce_code_challenge=x":                 b2b.ErrInvalidPKCECodeChallenge,
		"/v1/b2b/public/oauth/google/start?" + publicToken + "&login_redirect_url=nonsense":        b2b.ErrInvalidLoginRedirectURL,
		"/v1/b2b/public/oauth/google/start?" + publicToken + "&signup_redirect_url=javascript:a()": b2b.ErrInvalidSignupRedirectURL,
		"/v1/b2b/public/oauth/google/discovery/start?" + publicToken + "&discovery_redirect_url=x": b2b.ErrInvalidDiscoveryRedirectURL,
		ssoStart("none"):               b2b.ErrSSOConnectionNotFound,
		ssoStart(pending.ConnectionID): b2b.ErrSSOConnectionNotFound,
	} {
		ask(t, b.server, http.MethodGet, path, "", func(r *http.Request) { r.Header.Del("Authorization") }).wantKind(t, path, want)
	}
}

func (a answer) wantKind(t *testing.T, what, kind string) {
	t.Helper()
	if known, _ := b2b.LookupError(kind); a.kind != kind || a.status != known.Status {
		t.Errorf("%s: got %d %s, want %s", what, a.status, a.kind, kind)
	}
}

func TestStateAndCodeBelongTogetherAndWorkOnce(t *testing.T) {
	b := newBrowsable(t)
	w := b.browser()
	first, _, _ := w.open(b.oauthStart("google", ""), nil, 302)
	second, _, _ := w.open(b.oauthStart("google", ""), nil, 302)
	mine, _, _ := w.open(first, person(b.member.EmailAddress), 303)
	stolen, err := url.Parse(mine)
	if err != nil {
		t.Fatal(err)
	}
	other, err := url.Parse(second)
	if err != nil {
		t.Fatal(err)
	}
	mixed := url.Values{"state": {other.Query().Get("state")}, "code": {stolen.Query().Get("code")}}
	w.open(stolen.Path+"?"+mixed.Encode(), nil, 400)
	w.open(strings.Replace(mine, "google", "github", 1), nil, 400)
	w.open(stolen.Path+"?state=nonsense&code=nonsense", nil, 400)
	w.open(mine, nil, 302)
	w.open(mine, nil, 400)
	w.open(first, nil, 400)
	late, _, _ := w.open(second, person(b.member.EmailAddress), 303)
	b.advance(time.Minute)
	w.open(late, nil, 400)
	b.advance(9 * time.Minute)
	w.open(second, nil, 400)
	w.open("/sandbox/sign-in", nil, 400)
}

func TestATokenOfAFlowLivesFiveMinutes(t *testing.T) {
	b := newBrowsable(t)
	back := b.browser().signIn(b.oauthStart("google", ""), person(b.member.EmailAddress))
	b.advance(5 * time.Minute)
	refused(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: b2b.Secret(back.Query().Get("token"))}), 400, b2b.ErrOAuthTokenNotFound)
}

func TestTheSignInPageEscapesAndTellsNoSecret(t *testing.T) {
	b := newBrowsable(t)
	do(t, b.client.Members.Update(b.member, b2b.UpdateMember{Name: ptr(`"><script>alert(1)</script>`)}))
	w := b.browser()
	page, _, _ := w.open(b.oauthStart("slack", ""), nil, 302)
	_, text, header := w.open(page, nil, 200)
	u, err := url.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text, "<script") || strings.Contains(text, "<b>Robotics") || strings.Contains(text, u.Query().Get("state")) {
		t.Errorf("the page is %s", text)
	}
	if !strings.Contains(text, b.member.EmailAddress) || !strings.Contains(text, `name="tenant"`) || strings.Contains(text, `name="groups"`) {
		t.Errorf("the page is %s", text)
	}
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(text)[1]
	sum := sha256.Sum256([]byte(style))
	csp := header.Get("Content-Security-Policy")
	if !strings.Contains(csp, "default-src 'none'") || !strings.Contains(csp, base64.StdEncoding.EncodeToString(sum[:])) || header.Get("Cache-Control") != "no-store" || header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("the headers are %v", header)
	}
	_, text, _ = w.open(page, person(`"><script>`), 400)
	if strings.Contains(text, "<script") || !strings.Contains(text, "not an e-mail address") {
		t.Errorf("the page is %s", text)
	}
	w.open(page, person("a@b.example", "name", strings.Repeat("x", 257)), 400)
	w.open(page, person("a@b.example", "name", strings.Repeat("x", 100_000)), 400)
}
