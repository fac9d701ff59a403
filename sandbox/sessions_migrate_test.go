package sandbox_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// earlierSystem knows one session, and answers what it is told to otherwise.
func earlierSystem(t *testing.T) string {
	t.Helper()
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Header.Get("Authorization") {
		case "Bearer known":
			_, _ = w.Write([]byte(`{"sub":"1","email":"Ada@acme-robotics.example"}`))
		case "Bearer stranger":
			_, _ = w.Write([]byte(`{"email":"stranger@acme.example"}`))
		case "Bearer odd":
			_, _ = w.Write([]byte(`{"email":""}`))
		default:
			w.WriteHeader(http.StatusUnauthorized)
		}
	}))
	t.Cleanup(web.Close)
	return web.URL
}

func TestASessionOfAnotherSystemIsTakenOver(t *testing.T) {
	server, err := sandbox.Open(t.Context(), sandbox.Options{UserInfo: earlierSystem(t), Now: func() time.Time { return began }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	b := &bench{T: t, server: server, client: clientOf(t, checked(t, server))}
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme Robotics"})
	b.member = b.addMember("ada@acme-robotics.example")
	request := b2b.MigrateSession{OrganizationID: b.org.OrganizationSlug, SessionToken: "known", SessionDurationMinutes: ptr(30)}
	in := do(t, b.client.Sessions.Migrate(request))
	if f := in.MemberSession.AuthenticationFactors[0]; in.MemberID != b.member.MemberID || f.Type != "imported" || f.DeliveryMethod != "imported_auth0" || !in.MemberSession.ExpiresAt.Equal(began.Add(30*time.Minute)) {
		t.Errorf("got %+v", in)
	}
	do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken}))
	for token, kind := range map[b2b.Secret]string{
		"stranger": b2b.ErrMigrateFromExternalEmailDoesNotExist, "odd": b2b.ErrMigrateFromExternalUnexpectedResponse, "unknown": b2b.ErrMigrateFromExternalUnexpectedResponse,
	} {
		request.SessionToken = token
		refused(t, b.client.Sessions.Migrate(request), 400, kind)
	}
	request.OrganizationID = "none"
	refused(t, b.client.Sessions.Migrate(request), 404, b2b.ErrOrganizationNotFound)
}

func TestWithoutAnEarlierSystemThereIsNothingToTakeOver(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	refused(t, b.client.Sessions.Migrate(b2b.MigrateSession{OrganizationID: b.org.OrganizationID, SessionToken: "known"}), 400, b2b.ErrMigrateFromExternalMissingUserinfo)
}
