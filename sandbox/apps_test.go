package sandbox_test

import (
	"net/http"
	"slices"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

func TestAConnectedAppIsMadeChangedListedAndDeleted(t *testing.T) {
	b := newWorld(t)
	made := b.makeApp("first_party")
	if made.ClientSecret == nil || made.AccessTokenExpiryMinutes != 60 || made.Status != "active" || *made.ClientSecretLastFour != lastFour(*made.ClientSecret) {
		t.Fatalf("got %+v", made)
	}
	app, err := b.client.ConnectedApps.Get(t.Context(), made.ClientID)
	if err != nil || app.ClientName != "Shelf" || !slices.Equal(app.RedirectURLs, []string{callback}) {
		t.Fatalf("got %+v, %v", app, err)
	}
	changed := do(t, b.client.ConnectedApps.Update(app, b2b.UpdateConnectedAppClient{
		ClientName: ptr("Rack"), RedirectURLs: []string{"https://rack.example/cb", "com.example.rack:/cb"}, FullAccessAllowed: ptr(true), LogoURL: ptr("https://rack.example/logo.png"),
	}))
	if changed.ClientName != "Rack" || len(changed.RedirectURLs) != 2 || !changed.FullAccessAllowed || *changed.LogoURL != "https://rack.example/logo.png" || changed.ClientSecretLastFour == nil {
		t.Errorf("got %+v", changed)
	}
	if same := do(t, b.client.ConnectedApps.Update(changed, b2b.UpdateConnectedAppClient{LogoURL: ptr("")})); same.LogoURL != nil || same.ClientName != "Rack" {
		t.Errorf("got %+v", same)
	}
	b.advance(time.Second)
	second := b.makeApp("third_party_public")
	if second.ClientSecret != nil || second.ClientSecretLastFour != nil {
		t.Errorf("a public app has a secret: %+v", second)
	}
	var ids []string
	for app, err := range b.client.ConnectedApps.All(t.Context(), b2b.SearchConnectedAppClients{Limit: ptr(1)}) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, app.ClientID)
	}
	if !slices.Equal(ids, []string{made.ClientID, second.ClientID}) {
		t.Errorf("listed %v", ids)
	}
	if id := do(t, b.client.ConnectedApps.Delete(changed)); id != made.ClientID {
		t.Errorf("deleted %q", id)
	}
	_, err = b.client.ConnectedApps.Get(t.Context(), made.ClientID)
	wantRefusal(t, err, 404, b2b.ErrConnectedAppNotFound)
	refused(t, b.client.ConnectedApps.Delete(changed), 404, b2b.ErrConnectedAppNotFound)
}

func TestConnectedAppsThatCannotBe(t *testing.T) {
	b := newWorld(t)
	for body, kind := range map[string]string{
		`{}`:                       b2b.ErrInvalidConnectedAppType,
		`{"client_type":"fourth"}`: b2b.ErrInvalidConnectedAppType,
		`{"client_type":"first_party","redirect_urls":["nowhere"]}`:                     b2b.ErrConnectedAppInvalidRedirectURL,
		`{"client_type":"first_party","redirect_urls":["http://rack.example/"]}`:        b2b.ErrConnectedAppInvalidRedirectURL,
		`{"client_type":"first_party","redirect_urls":["https://rack.example/#top"]}`:   b2b.ErrConnectedAppInvalidRedirectURL,
		`{"client_type":"first_party","redirect_urls":["javascript:alert(1)"]}`:         b2b.ErrConnectedAppInvalidRedirectURL,
		`{"client_type":"first_party","post_logout_redirect_urls":["x"]}`:               b2b.ErrConnectedAppInvalidRedirectURL,
		`{"client_type":"third_party","full_access_allowed":true}`:                      b2b.ErrThirdPartyClientsCannotUseFullAccess,
		`{"client_type":"third_party_public","bypass_consent_for_offline_access":true}`: b2b.ErrThirdPartyClientsRequireConsentForOfflineAccess,
		`{"client_type":"first_party","access_token_expiry_minutes":-1}`:                b2b.ErrBadRequest,
	} {
		ask(t, b.server, http.MethodPost, "/v1/connected_apps/clients", body).want(t, body, 400, kind)
	}
	third := "/v1/connected_apps/clients/" + b.makeApp("third_party").ClientID
	ask(t, b.server, http.MethodPut, third, `{"full_access_allowed":true}`).want(t, "update", 400, b2b.ErrThirdPartyClientsCannotUseFullAccess)
	ask(t, b.server, http.MethodPost, "/v1/connected_apps/clients/search", `{"cursor":"x"}`).want(t, "cursor", 400, b2b.ErrBadRequest)
}

func TestAnAppsSecretIsRotatedWithoutAGap(t *testing.T) {
	b := connected(t)
	made := b.makeApp("first_party")
	app, err := b.client.ConnectedApps.Get(t.Context(), made.ClientID)
	if err != nil {
		t.Fatal(err)
	}
	works := func(secret b2b.Secret) bool {
		_, err := b.client.IDP.Introspect(t.Context(), b2b.IntrospectIDPTokenNetwork{Token: "x", ClientID: made.ClientID, ClientSecret: &secret})
		return err == nil
	}
	refused(t, b.client.ConnectedApps.Rotate(app), 400, b2b.ErrConnectedAppNotRotatingSecret)
	refused(t, b.client.ConnectedApps.RotateCancel(app), 400, b2b.ErrConnectedAppNotRotatingSecret)
	dropped := do(t, b.client.ConnectedApps.RotateStart(app))
	refused(t, b.client.ConnectedApps.RotateStart(app), 400, b2b.ErrConnectedAppAlreadyRotatingSecret)
	if !works(*made.ClientSecret) || !works(dropped.NextClientSecret) || works("another") {
		t.Error("both secrets must work while they are rotated, and no other")
	}
	if after := do(t, b.client.ConnectedApps.RotateCancel(app)); after.NextClientSecretLastFour != nil || works(dropped.NextClientSecret) {
		t.Errorf("after the cancel: %+v", after)
	}
	next := do(t, b.client.ConnectedApps.RotateStart(app)).NextClientSecret
	if after := do(t, b.client.ConnectedApps.Rotate(app)); *after.ClientSecretLastFour != lastFour(next) || works(*made.ClientSecret) || !works(next) {
		t.Errorf("after the rotation: %+v", after)
	}
	public, err := b.client.ConnectedApps.Get(t.Context(), b.makeApp("first_party_public").ClientID)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, b.client.ConnectedApps.RotateStart(public), 400, b2b.ErrPublicConnectedAppsDoNotHaveSecrets)
}
