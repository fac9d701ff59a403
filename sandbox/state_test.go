package sandbox_test

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// export returns the state of a sandbox.
func export(t *testing.T, h http.Handler) []byte {
	t.Helper()
	w := stateCall(t, h, http.MethodGet, nil)
	if w.Code != http.StatusOK {
		t.Fatalf("export: %d %s", w.Code, w.Body)
	}
	return w.Body.Bytes()
}

func stateCall(t *testing.T, h http.Handler, method string, body []byte) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, "/sandbox/v1/state", bytes.NewReader(body))
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func restore(t *testing.T, h http.Handler, state []byte) {
	t.Helper()
	if w := stateCall(t, h, http.MethodPut, state); w.Code != http.StatusOK {
		t.Fatalf("import: %d %s", w.Code, w.Body)
	}
}

func TestTenThousandMembersComeBackExactly(t *testing.T) {
	server, client := seeded(t, 10_000)
	first := export(t, server)
	other := openServer(t, filepath.Join(t.TempDir(), "other.db"))
	restore(t, other, first)
	second := export(t, other)
	if !bytes.Equal(first, second) {
		t.Fatalf("%d bytes went in, other %d came out", len(first), len(second))
	}
	if a, b := dump(t, client), dump(t, clientOf(t, other)); a != b {
		t.Error("the API shows other members")
	}
}

func TestAnImportedStateIsFoundAndCountedAsBefore(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{EmailAllowedDomains: []string{"acme.example"}})
	b.addMember("grace.hopper@acme.example")
	moved := *b
	moved.server = openServer(t, sandbox.Memory)
	moved.client = clientOf(t, moved.server)
	moved.addTo("Replaced", "gone@replaced.example")
	restore(t, moved.server, export(t, b.server))
	for _, query := range []string{
		`{"filter_name":"member_email_fuzzy","filter_value":"hopper"}`, `{"filter_name":"member_emails","filter_value":["grace.hopper@acme.example"]}`,
		`{"filter_name":"member_email_fuzzy","filter_value":"replaced"}`,
	} {
		body := `{"organization_ids":["` + b.org.OrganizationID + `"],"query":{"operator":"AND","operands":[` + query + `]}}`
		want := ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", body).text("members")
		if got := ask(t, moved.server, http.MethodPost, "/v1/b2b/organizations/members/search", body).text("members"); got != want {
			t.Errorf("%s finds %s, want %s", query, got, want)
		}
	}
	body := `{"query":{"operator":"AND","operands":[{"filter_name":"allowed_domain_fuzzy","filter_value":"acme.ex"}]}}`
	if got := ask(t, moved.server, http.MethodPost, "/v1/b2b/organizations/search", body); !strings.Contains(got.text("organizations"), b.org.OrganizationID) {
		t.Errorf("the organization is not found by its domain: %s", got.text("organizations"))
	}
	if n, err := moved.client.Organizations.MemberCount(t.Context(), b.org.OrganizationID); err != nil || n != 2 {
		t.Errorf("%d members, %v", n, err)
	}
}

// addTo makes an organization with one member.
func (b *bench) addTo(organization, email string) {
	b.Helper()
	org := do(b.T, b.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: organization}))
	do(b.T, b.client.Members.Create(org.OrganizationID, b2b.CreateMember{EmailAddress: email}))
}

func TestSecretsAndSessionsWorkWhereAStateIsImported(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, signed := b.activate()
	b.advance(10 * time.Minute)
	codes := b.codesLeft()
	state := export(t, b.server)

	path := filepath.Join(t.TempDir(), "elsewhere.db")
	moved := *b
	moved.server = openServer(t, path)
	restore(t, moved.server, state)
	for _, when := range []string{"at once", "after a restart"} {
		moved.client = clientOf(t, moved.server)
		if !moved.now().Equal(b.now()) {
			t.Errorf("%s the clock says %s", when, moved.now())
		}
		if got := moved.codesLeft(); !slices.Equal(got, codes) {
			t.Errorf("%s the recovery codes are others", when)
		}
		token := signed.SessionToken
		in := moved.authenticate(b2b.AuthenticateTOTP{Code: moved.code(created.Secret, 0), SessionToken: &token})
		if in.SessionToken != token || in.MemberSession.MemberSessionID != signed.MemberSession.MemberSessionID {
			t.Errorf("%s the session is another", when)
		}
		moved.advance(time.Minute)
		b.advance(time.Minute)
		if err := moved.server.Close(); err != nil {
			t.Fatal(err)
		}
		moved.server = openServer(t, path)
	}
}

func TestTheStateHoldsEveryTable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "all.db")
	server := openServer(t, path)
	var state struct {
		Tables map[string]json.RawMessage `json:"tables"`
	}
	if err := json.Unmarshal(export(t, server), &state); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(t.Context(), "SELECT name FROM sqlite_master WHERE type = 'table'")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var want []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		// Indexes of text, counts and versions follow from what they are of.
		follows := slices.Contains([]string{"member_counts", "member_changes", "organization_role_domains", "organizations_version"}, name)
		if !follows && !strings.HasPrefix(name, "sqlite_") && !strings.HasPrefix(name, "member_text") && !strings.HasPrefix(name, "organization_text") {
			want = append(want, name)
		}
	}
	slices.Sort(want)
	if got := slices.Sorted(maps.Keys(state.Tables)); rows.Err() != nil || !slices.Equal(got, want) {
		t.Errorf("the state has %v, the database %v (%v)", got, want, rows.Err())
	}
}

func TestAStateThatCannotBeChangesNothing(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, _ := b.activate()
	b.advance(time.Minute)
	before := export(t, b.server)
	whole := string(before)
	member := whole[strings.Index(whole, `"members":[`)+len(`"members":[`):]
	member = strings.TrimSpace(member[:strings.Index(member, "]\n")])
	member = member[:strings.IndexByte(member, '\n')+1]
	for name, state := range map[string]string{
		"nothing":                  "",
		"no JSON":                  "<html>",
		"another JSON":             `[1]`,
		"no tables":                `{"schema":1}`,
		"cut short":                whole[:len(whole)/2],
		"something after it":       whole + "{}",
		"of a newer schema":        strings.Replace(whole, `{"schema":`, `{"schema":9`, 1),
		"a bad key":                strings.Replace(whole, `"key":"`, `"key":"AAAA`, 1),
		"an unknown table":         strings.Replace(whole, `"members":[`, `"people":[`, 1),
		"an unknown column":        strings.Replace(whole, `"email_id":`, `"email_ident":`, 1),
		"a table twice":            strings.Replace(whole, `"members":[`, `"organizations":[`, 1),
		"a text for a number":      strings.Replace(whole, `"email_verified":0`, `"email_verified":"no"`, 1),
		"a fraction":               strings.Replace(whole, `"email_verified":0`, `"email_verified":0.5`, 1),
		"a number for a text":      strings.Replace(whole, `"status":"active"`, `"status":7`, 1),
		"no base64":                strings.Replace(whole, `"secret":"`, `"secret":"%`, 1),
		"nothing where it must":    strings.Replace(whole, `"status":"active"`, `"status":null`, 1),
		"settings that are none":   strings.Replace(whole, `"settings":"{`, `"settings":"x{`, 1),
		"factors that are none":    strings.Replace(whole, `"factors":"[`, `"factors":"x[`, 1),
		"no clock":                 strings.Replace(whole, `"clock_offset_seconds","value":"60"`, `"clock_offset_seconds","value":"soon"`, 1),
		"secrets of another key":   strings.Replace(whole, whole[strings.Index(whole, `"key":"`)+7:strings.Index(whole, `","tables"`)], strings.Repeat("A", 43)+"=", 1),
		"no signing key":           strings.Replace(whole, `"private":"`, `"private":"AAAA`, 1),
		"a member of nobody":       strings.Replace(whole, `"organization":1,"email":`, `"organization":99,"email":`, 1),
		"the same member twice":    strings.Replace(whole, `"members":[`, `"members":[`+strings.TrimSuffix(member, "\n")+",", 1),
		"the same address, anew":   strings.Replace(whole, `"members":[`, `"members":[`+another(member)+",", 1),
		"rows that are no objects": `{"tables":{"members":[1]}}`,
	} {
		if name != "the same member twice" && name != "the same address, anew" && state == whole {
			t.Errorf("%s: the state was not changed", name)
		}
		w := stateCall(t, b.server, http.MethodPut, []byte(state))
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), b2b.ErrBadRequest) {
			t.Errorf("%s: got %d %s", name, w.Code, w.Body)
		}
		if after := export(t, b.server); !bytes.Equal(before, after) {
			t.Fatalf("%s: the state has changed", name)
		}
	}
	b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)})
}

// another is a row like that of a member, under another number and id.
func another(member string) string {
	return strings.NewReplacer(`"seq":1,`, `"seq":77,`, `"id":"member-test-`, `"id":"member-test-x`).Replace(strings.TrimSuffix(strings.TrimSpace(member), ","))
}

func TestDeletingTheDataLeavesTheKeys(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	b.activate()
	b.advance(time.Hour)
	fail(t, b.server, `[{"path":"/v1/debug/whoami","status":500}]`)
	keys := func() string {
		return ask(t, b.server, http.MethodGet, "/v1/b2b/sessions/jwks/"+sandbox.DefaultProjectID, "").text("keys")
	}
	before := keys()
	ask(t, b.server, http.MethodDelete, "/sandbox/v1/data", "").want(t, "delete", 200, "")
	if keys() != before {
		t.Error("the signing keys are others")
	}
	for _, path := range []string{"/v1/debug/whoami", "/sandbox/v1/outbox"} {
		ask(t, b.server, http.MethodGet, path, "").want(t, path, 200, "")
	}
	if got := clockOf(t, b.client).OffsetSeconds; got != 0 {
		t.Errorf("the clock is %d seconds off", got)
	}
	_, err := b.client.Organizations.Get(t.Context(), b.org.OrganizationID)
	wantRefusal(t, err, 404, b2b.ErrOrganizationNotFound)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme Robotics"})
	b.member = b.addMember("ada.lovelace@acme-robotics.example")
	b.activate()
	if n, err := b.client.Organizations.MemberCount(t.Context(), b.org.OrganizationID); err != nil || n != 1 {
		t.Errorf("%d members afterwards, %v", n, err)
	}
}

func TestStateAndDataNeedTheProjectsCredentials(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	naked := func(r *http.Request) { r.Header.Del("Authorization") }
	for _, c := range [][2]string{{"GET", "state"}, {"PUT", "state"}, {"DELETE", "data"}, {"GET", "faults"}, {"PUT", "faults"}} {
		ask(t, s, c[0], "/sandbox/v1/"+c[1], "", naked).want(t, c[0]+" "+c[1], 401, b2b.ErrUnauthorizedCredentials)
	}
}
