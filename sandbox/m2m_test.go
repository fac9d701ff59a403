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
	"example.com/orgdeck/sandbox"
)

const oauthPath = "/v1/public/" + sandbox.DefaultProjectID + "/oauth2/"

// oauthError is what an OAuth 2.0 endpoint refuses with.
func (a answer) oauthError(t *testing.T, what string, status int, kind string) {
	t.Helper()
	if a.status != status || a.text("error") != kind {
		t.Errorf("%s: got %d %s (%s), want %d %s", what, a.status, a.text("error"), a.text("error_description"), status, kind)
	}
}

func (b *bench) makeRobot(scopes ...string) b2b.M2MClientWithClientSecret {
	b.Helper()
	return do(b.T, b.client.M2M.Create(b2b.CreateM2MClient{ClientName: ptr("Robot"), Scopes: scopes}))
}

func (b *bench) token(id string, secret b2b.Secret, scope string) api.Change[b2b.GetM2MTokenResponse] {
	request := b2b.GetM2MToken{GrantType: "client_credentials", ClientID: id, ClientSecret: secret}
	if scope != "" {
		request.Scope = &scope
	}
	return b.client.M2M.Token(request)
}

func TestAMachineGetsATokenThatAPublishedKeyHasSigned(t *testing.T) {
	b := newWorld(t)
	robot := b.makeRobot("read:parts", "write:*")
	if !strings.HasPrefix(robot.ClientID, "m2m-client-test-") || !strings.HasSuffix(robot.ClientSecret.Reveal(), robot.ClientSecretLastFour) || robot.Status != "active" {
		t.Errorf("got %+v", robot)
	}
	got := do(t, b.token(robot.ClientID, robot.ClientSecret, "read:parts write:anything"))
	if got.ExpiresIn != 3600 || got.TokenType != "bearer" {
		t.Errorf("got %d %s", got.ExpiresIn, got.TokenType)
	}
	claims := jwt.MapClaims{}
	_, err := jwt.NewParser(jwt.WithTimeFunc(b.now), jwt.WithIssuedAt(), jwt.WithAudience(sandbox.DefaultProjectID), jwt.WithIssuer("stytch.com/"+sandbox.DefaultProjectID)).
		ParseWithClaims(got.AccessToken.Reveal(), claims, func(token *jwt.Token) (any, error) {
			return publishedKey(t, b.server, token.Header["kid"].(string)), nil
		})
	if err != nil || claims["sub"] != robot.ClientID || claims["scope"] != "read:parts write:anything" {
		t.Errorf("the token says %v, %v", claims, err)
	}
	if all := do(t, b.token(robot.ClientID, robot.ClientSecret, "")); all.AccessToken == "" {
		t.Error("no token without scope")
	}
}

func TestTokensAreRefusedInOAuthsOwnShape(t *testing.T) {
	b := newWorld(t)
	robot := b.makeRobot("read:parts")
	form := func(more string) string {
		return "grant_type=client_credentials&client_id=" + robot.ClientID + "&client_secret=" + robot.ClientSecret.Reveal() + more
	}
	naked := func(r *http.Request) { r.Header.Del("Authorization") }
	for _, c := range []struct {
		what, path, body string
		status           int
		kind             string
	}{
		{"wrong secret", "token", strings.Replace(form(""), "client_secret=", "client_secret=x", 1), 401, b2b.ErrInvalidClientSecret},
		{"unknown client", "token", strings.Replace(form(""), "client_id=", "client_id=x", 1), 404, b2b.ErrM2MClientNotFound},
		{"a scope it has not", "token", form("&scope=write:parts"), 400, b2b.ErrInvalidM2MClientScope},
		{"another grant", "token", strings.Replace(form(""), "client_credentials", "password", 1), 400, "unsupported_grant_type"},
		{"no grant", "token", "client_id=" + robot.ClientID, 400, "invalid_request"},
		{"twice the same", "token", form("&client_id=other"), 400, "invalid_request"},
		{"no form", "token", "%zz", 400, "invalid_request"},
		{"unknown client asks", "introspect", "token=x&client_id=nobody", 400, b2b.ErrInvalidClientID},
		{"wrong secret asks", "introspect", "token=x&client_id=" + robot.ClientID + "&client_secret=no", 401, b2b.ErrInvalidClientSecret},
		{"no token", "introspect", "client_id=" + robot.ClientID, 400, "invalid_request"},
	} {
		ask(t, b.server, http.MethodPost, oauthPath+c.path, c.body, naked).oauthError(t, c.what, c.status, c.kind)
	}
	ask(t, b.server, http.MethodPost, "/v1/public/project-test-other/oauth2/token", form(""), naked).oauthError(t, "another project", 404, b2b.ErrProjectNotFound)
	asJSON := `{"grant_type":"client_credentials","client_id":"` + robot.ClientID + `","client_secret":"` + robot.ClientSecret.Reveal() + `"}`
	for what, body := range map[string]string{"a form": form(""), "JSON": asJSON} {
		ask(t, b.server, http.MethodPost, oauthPath+"token", body, naked).want(t, what, 200, "")
	}
}

func TestAnM2MClientIsChangedFoundAndDeleted(t *testing.T) {
	b := newWorld(t)
	made := do(t, b.client.M2M.Create(b2b.CreateM2MClient{
		ClientID: ptr("my-robot"), ClientSecret: ptr(b2b.Secret("of my own making")), ClientDescription: ptr("Fetches parts"), Scopes: []string{"read:parts"},
		TrustedMetadata: b2b.Object{"a": json.RawMessage("1"), "b": json.RawMessage("2")},
	}))
	if made.ClientID != "my-robot" || made.ClientSecret.Reveal() != "of my own making" || made.ClientSecretLastFour != "king" {
		t.Fatalf("got %+v", made)
	}
	do(t, b.token("my-robot", "of my own making", ""))
	got, err := b.client.M2M.Get(t.Context(), "my-robot")
	if err != nil || got.ClientDescription != "Fetches parts" {
		t.Fatal(got, err)
	}
	changed := do(t, b.client.M2M.Update(got, b2b.UpdateM2MClient{
		ClientName: ptr("Robot"), Status: ptr("inactive"), Scopes: []string{"write:parts"}, TrustedMetadata: b2b.Object{"a": json.RawMessage("null"), "c": json.RawMessage("3")},
	}))
	if changed.ClientName != "Robot" || !slices.Equal(changed.Scopes, []string{"write:parts"}) || len(changed.TrustedMetadata) != 2 || changed.ClientDescription != "Fetches parts" {
		t.Errorf("after the change: %+v", changed)
	}
	_, err = b.token("my-robot", "of my own making", "").Do(t.Context())
	wantRefusal(t, err, 404, b2b.ErrM2MClientNotFound)
	if id := do(t, b.client.M2M.Delete(changed)); id != "my-robot" {
		t.Errorf("deleted %q", id)
	}
	_, err = b.client.M2M.Get(t.Context(), "my-robot")
	wantRefusal(t, err, 404, b2b.ErrM2MClientNotFound)
	refused(t, b.client.M2M.Delete(changed), 404, b2b.ErrM2MClientNotFound)
}

func TestM2MClientsThatCannotBe(t *testing.T) {
	b := newWorld(t)
	b.makeRobot("read:parts")
	do(t, b.client.M2M.Create(b2b.CreateM2MClient{ClientID: ptr("taken"), Scopes: []string{"a"}}))
	many := `["` + strings.Join(slices.Repeat([]string{"x"}, 101), `","`) + `"]`
	for body, kind := range map[string]string{
		`{"client_id":"taken","scopes":["a"]}`:                              b2b.ErrDuplicateM2MClientID,
		`{"client_id":"a b","scopes":["a"]}`:                                b2b.ErrM2MClientInvalidClientID,
		`{"client_secret":"1234567","scopes":["a"]}`:                        b2b.ErrInsecureM2MClientSecret,
		`{"client_name":"` + strings.Repeat("x", 129) + `","scopes":["a"]}`: b2b.ErrM2MClientInvalidClientName,
		`{"scopes":` + many + `}`:                                           b2b.ErrTooManyM2MClientScopes,
		`{"scopes":["a b"]}`:                                                b2b.ErrBadRequest,
		`{}`:                                                                b2b.ErrBadRequest,
		`{"scopes":["a"],"trusted_metadata":` + metadata(21, 1) + `}`:       b2b.ErrMetadataTooManyKeys,
		`{"scopes":["a"],"trusted_metadata":{"a":"` + strings.Repeat("x", 4096) + `"}}`: b2b.ErrMetadataTooLarge,
		`{"scopes":["a"],"trusted_metadata":[]}`:                                        b2b.ErrMetadataInvalidFormat,
	} {
		ask(t, b.server, http.MethodPost, "/v1/m2m/clients", body).want(t, body, 400, kind)
	}
	ask(t, b.server, http.MethodPut, "/v1/m2m/clients/taken", `{"status":"asleep"}`).want(t, "status", 400, b2b.ErrM2MClientInvalidStatus)
	ask(t, b.server, http.MethodPut, "/v1/m2m/clients/nobody", `{}`).want(t, "unknown", 404, b2b.ErrM2MClientNotFound)
}

func TestM2MClientsAreSearchedByFiltersAndPages(t *testing.T) {
	b := newWorld(t)
	for _, id := range []string{"one", "two", "three"} {
		do(t, b.client.M2M.Create(b2b.CreateM2MClient{ClientID: ptr(id), ClientName: ptr("Name of " + id), Scopes: []string{"all", "only:" + id}}))
		b.advance(time.Second)
	}
	found := func(query string) string {
		got := ask(t, b.server, http.MethodPost, "/v1/m2m/clients/search", query)
		var clients []b2b.M2MClient
		_ = json.Unmarshal(got.body["m2m_clients"], &clients)
		var ids []string
		for _, c := range clients {
			ids = append(ids, c.ClientID)
		}
		return strings.Join(ids, " ") + got.kind
	}
	filter := func(operator string, operands ...string) string {
		return `{"query":{"operator":"` + operator + `","operands":[` + strings.Join(operands, ",") + `]}}`
	}
	for query, want := range map[string]string{
		``: "one two three", `{"limit":0}`: "one two three", `{"limit":2}`: "one two", `{"limit":1001}`: b2b.ErrBadRequest, `{"cursor":"x"}`: b2b.ErrBadRequest,
		filter("AND", operand("client_id", `["two","nobody"]`)):                                          "two",
		filter("AND", operand("client_name", `["Name of one","Name of three"]`)):                         "one three",
		filter("and", operand("scopes", `["only:three","only:two"]`), operand("client_id", `["three"]`)): "three",
		filter("OR", operand("scopes", `["only:three"]`), operand("client_id", `["one"]`)):               "one three",
		filter("AND", operand("scopes", `["all"]`)):                                                      "one two three",
		filter("AND", operand("shoe_size", `["all"]`)):                                                   b2b.ErrM2MSearchFilterNameNotRecognized,
		filter("AND", operand("scopes", `"all"`)):                                                        b2b.ErrM2MSearchExpectedArrayOfStrings,
		filter("NOR", operand("scopes", `["all"]`)):                                                      b2b.ErrBadRequest,
	} {
		if got := found(query); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
	var walked []string
	for c, err := range b.client.M2M.All(t.Context(), b2b.SearchM2MClients{Limit: ptr(1)}) {
		if err != nil {
			t.Fatal(err)
		}
		walked = append(walked, c.ClientID)
	}
	if !slices.Equal(walked, []string{"one", "two", "three"}) {
		t.Errorf("page by page: %v", walked)
	}
}

func TestAMachinesSecretIsRotatedWithoutAGap(t *testing.T) {
	b := newWorld(t)
	made := b.makeRobot("read:parts")
	robot, err := b.client.M2M.Get(t.Context(), made.ClientID)
	if err != nil {
		t.Fatal(err)
	}
	works := func(secret b2b.Secret) bool {
		_, err := b.token(made.ClientID, secret, "").Do(t.Context())
		return err == nil
	}
	refused(t, b.client.M2M.Rotate(robot), 400, b2b.ErrM2MClientNotRotatingSecret)
	refused(t, b.client.M2M.RotateCancel(robot), 400, b2b.ErrM2MClientNotRotatingSecret)
	dropped := do(t, b.client.M2M.RotateStart(robot))
	refused(t, b.client.M2M.RotateStart(robot), 400, b2b.ErrM2MClientAlreadyRotatingSecret)
	if !works(made.ClientSecret) || !works(dropped.NextClientSecret) || *dropped.NextClientSecretLastFour != lastFour(dropped.NextClientSecret) {
		t.Error("both secrets must work while they are rotated")
	}
	if after := do(t, b.client.M2M.RotateCancel(robot)); after.NextClientSecretLastFour != nil || works(dropped.NextClientSecret) || !works(made.ClientSecret) {
		t.Errorf("after the cancel: %+v", after)
	}
	next := do(t, b.client.M2M.RotateStart(robot)).NextClientSecret
	if after := do(t, b.client.M2M.Rotate(robot)); after.ClientSecretLastFour != lastFour(next) || works(made.ClientSecret) || !works(next) {
		t.Errorf("after the rotation: %+v", after)
	}
}

func lastFour(secret b2b.Secret) string { return secret.Reveal()[len(secret.Reveal())-4:] }

func TestATokenIsIntrospectedByWhomItWasGivenTo(t *testing.T) {
	b := newWorld(t)
	robot, other := b.makeRobot("read:parts"), b.makeRobot("read:parts")
	token := do(t, b.token(robot.ClientID, robot.ClientSecret, "")).AccessToken
	introspect := func(token b2b.Secret, by b2b.M2MClientWithClientSecret) *b2b.IntrospectIDPTokenNetworkResponse {
		got, err := b.client.IDP.Introspect(t.Context(), b2b.IntrospectIDPTokenNetwork{Token: token, ClientID: by.ClientID, ClientSecret: &by.ClientSecret})
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	got := introspect(token, robot)
	if !got.Active || got.Sub != robot.ClientID || got.Scope != "read:parts" || got.Exp-got.IAT != 3600 || !slices.Contains(got.Aud, sandbox.DefaultProjectID) {
		t.Errorf("got %+v", got)
	}
	_, session := b.sessionElsewhere()
	for what, got := range map[string]*b2b.IntrospectIDPTokenNetworkResponse{
		"somebody else's": introspect(token, other), "no token": introspect("x.y.z", robot), "a session's JWT": introspect(session, robot),
	} {
		if got.Active || got.Sub != "" || got.Scope != "" {
			t.Errorf("%s: got %+v", what, got)
		}
	}
	b.advance(time.Hour)
	if introspect(token, robot).Active {
		t.Error("it does not expire")
	}
}

// sessionElsewhere signs a member in and returns its token and JWT.
func (b *bench) sessionElsewhere() (token, jwt b2b.Secret) {
	b.Helper()
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	in := b.signIn("ada@acme.example")
	return in.token, in.jwt
}
