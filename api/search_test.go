package api_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func text(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

func TestSearch_sendsAndAnswers(t *testing.T) {
	s := answering(`{"request_id":"r","members":[{"member_id":"m1","organization_id":"o1"}],"organizations":{"o1":{"organization_name":"Acme"}},"results_metadata":{"total":7,"next_cursor":"c2"}}`)
	c := client(t, s)
	page, err := c.Members.Search(t.Context(), b2b.SearchMembers{
		OrganizationIDs: []string{"o1"}, Limit: api.Ptr(1),
		Query: api.And(api.Filter(b2b.FilterMemberEmailFuzzy, "ada"), api.Filter(b2b.FilterMemberIsBreakglass, false), api.Filter(b2b.FilterStatuses, []string{"active", "deleted"})),
	})
	if err != nil || len(page.Items) != 1 || page.Total != 7 || page.NextCursor != "c2" || !page.More() || page.Organizations["o1"].OrganizationName != "Acme" {
		t.Fatal(page, err)
	}
	want := `{"limit":1,"organization_ids":["o1"],"query":{"operands":[{"filter_name":"member_email_fuzzy","filter_value":"ada"},{"filter_name":"member_is_breakglass","filter_value":false},{"filter_name":"statuses","filter_value":["active","deleted"]}],"operator":"AND"}}`
	if got := text(s.requests[0].Body); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSearch_refusesWhatTheServerWould(t *testing.T) {
	s := answering("{}")
	c := client(t, s)
	for want, query := range map[string]*b2b.SearchQuery{
		"member_email_fuzzy needs at least 3 characters": api.And(api.Filter(b2b.FilterMemberEmailFuzzy, "éa")),
		"no_such is not a filter of this search":         api.And(api.Filter("no_such", "x")),
		"statuses wants a list of texts":                 api.And(api.Filter(b2b.FilterStatuses, "active")),
		"member_is_breakglass wants true or false":       api.Or(api.Filter(b2b.FilterMemberIsBreakglass, "yes")),
		"member_ids wants a list of texts":               api.And(b2b.SearchOperand{FilterName: "member_ids"}),
	} {
		_, err := c.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"o"}, Query: query})
		if e, ok := asError[*api.QueryError](err); !ok || e.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	_, err := c.Organizations.Search(t.Context(), b2b.SearchOrganizations{Query: api.And(api.Filter(b2b.FilterOrganizationNameFuzzy, "ab"))})
	if e, ok := asError[*api.QueryError](err); !ok || e.Min != 3 || len(s.requests) != 0 {
		t.Error(err, s.requests)
	}
	other := api.And(api.Filter("member_phone_number_fuzzy", "+1415"), api.Filter(b2b.FilterMemberEmailFuzzy, "añb"))
	if _, err := c.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"o"}, Query: other}); err != nil {
		t.Error("another spelling of a filter, or three wide characters, are refused:", err)
	}
}

// pages answers searches with n organizations, size at a time.
func pages(n, size int, failAt string) *server {
	s := &server{}
	s.reply = func(w http.ResponseWriter, _ *http.Request) {
		cursor, _ := s.requests[len(s.requests)-1].Body["cursor"].(string)
		from := 0
		_, _ = fmt.Sscan(cursor, &from)
		if cursor != "" && cursor == failAt {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		out := b2b.SearchOrganizationsResponse{ResultsMetadata: b2b.ResultsMetadata{Total: n}}
		for i := from; i < min(from+size, n); i++ {
			out.Organizations = append(out.Organizations, b2b.Organization{OrganizationID: fmt.Sprint(i)})
		}
		if from+size < n {
			out.ResultsMetadata.NextCursor = api.Ptr(fmt.Sprint(from + size))
		}
		_, _ = io.WriteString(w, text(out))
	}
	return s
}

func TestAll_walksEveryPage(t *testing.T) {
	s := pages(25, 10, "")
	n := 0
	for org, err := range client(t, s).Organizations.All(t.Context(), b2b.SearchOrganizations{}) {
		if err != nil || org.OrganizationID != fmt.Sprint(n) {
			t.Fatal(org.OrganizationID, err)
		}
		n++
	}
	if n != 25 || len(s.requests) != 3 {
		t.Errorf("%d items in %d requests", n, len(s.requests))
	}
}

func TestAll_stopsAskingWhenNobodyLooks(t *testing.T) {
	s := pages(25, 10, "")
	n := 0
	for range client(t, s).Organizations.All(t.Context(), b2b.SearchOrganizations{Limit: api.Ptr(10)}) {
		if n++; n == 10 {
			break
		}
	}
	if len(s.requests) != 1 || s.requests[0].Body["limit"] != 10.0 {
		t.Errorf("%+v", s.requests)
	}
}

func TestAll_endsWithTheFirstError(t *testing.T) {
	s := pages(25, 10, "10")
	n, failed := 0, error(nil)
	for _, err := range client(t, s).Organizations.All(t.Context(), b2b.SearchOrganizations{}) {
		if err != nil {
			failed = err
			continue
		}
		n++
	}
	if n != 10 || !api.IsForbidden(failed) || len(s.requests) != 2 {
		t.Errorf("%d items, %v, %d requests", n, failed, len(s.requests))
	}
}

func TestAll_isNotCaughtInALoop(t *testing.T) {
	c := client(t, answering(`{"members":[{"member_id":"m"}],"results_metadata":{"next_cursor":"same"}}`))
	n, failed := 0, false
	for _, err := range c.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"o"}}) {
		if n++; err != nil {
			failed = true
		}
		if n > 10 {
			t.Fatal("it does not end")
		}
	}
	if !failed {
		t.Error("a server that repeats itself is believed")
	}
}

func TestClassify(t *testing.T) {
	for in, want := range map[string]api.Kind{
		"": api.KindNothing, "  ": api.KindNothing,
		"organization-test-07971b06-ac8b-4cdb-9c15-63b17e653931":    api.KindOrganization,
		" organization-live-07971b06-ac8b-4cdb-9c15-63b17e653931 ":  api.KindOrganization,
		"member-test-32fc5024-9c09-4da3-bd2e-c9ce4da9375f":          api.KindMember,
		"saml-connection-test-51861cbc-d3b9-428b-9761-227f5fb12be9": api.KindConnection,
		"ada@acme.test": api.KindEmail, "+1 (415) 555-0123": api.KindPhone, "acme-robotics": api.KindWord, "auth0|123": api.KindWord,
		"Acme Robotics": api.KindText, "ada@": api.KindWord, "organization-test-1": api.KindWord, "日本": api.KindWord,
	} {
		if got := api.Classify(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestQueries(t *testing.T) {
	sso := api.Filter(b2b.FilterHasActiveSSOConnection, true)
	organizations := func(in string, and ...b2b.SearchOperand) string {
		q, err := api.OrganizationQuery(in, and...)
		if err != nil {
			return err.Error()
		}
		return brief(q)
	}
	members := func(in string, and ...b2b.SearchOperand) string {
		q, err := api.MemberQuery(in, and...)
		if err != nil {
			return err.Error()
		}
		return brief(q)
	}
	active := api.Filter(b2b.FilterStatuses, []string{"active"})
	id, member := "organization-test-07971b06-ac8b-4cdb-9c15-63b17e653931", "member-test-32fc5024-9c09-4da3-bd2e-c9ce4da9375f"
	for _, tt := range []struct{ got, want string }{
		{organizations(" "), "everything"},
		{organizations("", sso), `AND has_active_sso_connection=true`},
		{organizations(id), `AND organization_ids=["` + id + `"]`},
		{organizations("ada@acme.test"), `AND member_email_fuzzy="ada@acme.test"`},
		{organizations("acme"), `OR organization_name_fuzzy="acme" organization_slug_fuzzy="acme"`},
		{organizations("acme", sso), `AND has_active_sso_connection=true organization_name_fuzzy="acme"`},
		{organizations("Acme Robotics"), `AND organization_name_fuzzy="Acme Robotics"`},
		{organizations("ac"), `organization_name_fuzzy needs at least 3 characters`},
		{members(""), "everything"},
		{members("ada"), `OR member_email_fuzzy="ada" member_ids=["ada"]`},
		{members("ada", active), `AND statuses=["active"] member_email_fuzzy="ada"`},
		{members("Ada Lovelace"), `AND member_email_fuzzy="Ada" member_email_fuzzy="Lovelace"`},
		{members("J. Lovelace"), `AND member_email_fuzzy="Lovelace"`},
		{members("a b"), `member_email_fuzzy needs at least 3 characters`},
		{members("ad"), `member_email_fuzzy needs at least 3 characters`},
		{members(member), `AND member_ids=["` + member + `"]`},
		{members("+1 415 555"), `AND member_mfa_phone_number_fuzzy="+1415555"`},
		{members("ada@acme.test"), `AND member_email_fuzzy="ada@acme.test"`},
	} {
		if tt.got != tt.want {
			t.Errorf("got  %s\nwant %s", tt.got, tt.want)
		}
	}
}

func brief(q *b2b.SearchQuery) string {
	if q == nil {
		return "everything"
	}
	out := q.Operator
	for _, o := range q.Operands {
		out += " " + o.FilterName + "=" + string(o.FilterValue)
	}
	return out
}

func TestLookup_asksForWhatTheSearchCannotFind(t *testing.T) {
	s := &server{}
	s.reply = func(w http.ResponseWriter, r *http.Request) {
		switch r.Method + r.URL.Path {
		case "GET/v1/b2b/organizations/ext|7":
			_, _ = io.WriteString(w, `{"organization":{"organization_id":"o7"}}`)
		case "POST/v1/b2b/organizations/search":
			_, _ = io.WriteString(w, `{"organizations":[],"results_metadata":{"total":0}}`)
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	}
	c := client(t, s)
	page, err := c.Organizations.Lookup(t.Context(), " ext|7 ", b2b.SearchOrganizations{})
	if err != nil || len(page.Items) != 1 || page.Items[0].OrganizationID != "o7" || page.Total != 1 {
		t.Error(page, err)
	}
	if page, err = c.Organizations.Lookup(t.Context(), "nobody", b2b.SearchOrganizations{}); err != nil || len(page.Items) != 0 {
		t.Error(page, err)
	}
	asked := len(s.requests)
	if page, err = c.Organizations.Lookup(t.Context(), "two words", b2b.SearchOrganizations{}); err != nil || len(page.Items) != 0 || len(s.requests) != asked+1 {
		t.Error("text that cannot be an identifier was asked for:", err)
	}
	var short *api.QueryError
	if _, err = c.Organizations.Lookup(t.Context(), "ab", b2b.SearchOrganizations{}); !errors.As(err, &short) || len(s.requests) != asked+1 {
		t.Error(err)
	}
}
