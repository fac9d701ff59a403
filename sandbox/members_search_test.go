package sandbox_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// crowd makes an organization whose members differ in all that can be searched.
func crowd(t *testing.T) *bench {
	t.Helper()
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Crowd", RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "admins.example", RoleID: "stytch_admin"}}})
	for _, m := range []b2b.CreateMember{
		{EmailAddress: "ada_100%@crowd.example", ExternalID: ptr("e1"), Roles: []string{"stytch_admin"}},
		{EmailAddress: "bob'x@crowd.example", ExternalID: ptr("e2"), IsBreakglass: ptr(true)},
		{EmailAddress: "cleo@crowd.example", MFAPhoneNumber: ptr("+15005550006")},
		{EmailAddress: "dan@admins.example", CreateMemberAsPending: ptr(true)},
		{EmailAddress: "eve@crowd.example"},
	} {
		do(t, b.client.Members.Create(b.org.OrganizationID, m))
	}
	do(t, b.client.Members.Delete(b.getMember("eve@crowd.example")))
	return b
}

// found lists the names (what stands before the @) that a search body finds.
func (b *bench) found(query string) string {
	b.Helper()
	a := ask(b.T, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", `{"organization_ids":["crowd"],"query":`+query+`}`)
	if a.status != http.StatusOK {
		b.Errorf("%s: got %d %s", query, a.status, a.kind)
	}
	var members []b2b.Member
	_ = json.Unmarshal(a.body["members"], &members)
	var names []string
	for _, m := range members {
		names = append(names, m.EmailAddress[:3])
	}
	slices.Sort(names)
	if total := a.text("results_metadata", "total"); total != fmt.Sprint(len(names)) {
		b.Errorf("%s: %d members, total %s", query, len(names), total)
	}
	return strings.Join(names, " ")
}

func operand(name, value string) string {
	return `{"filter_name":"` + name + `","filter_value":` + value + `}`
}

func TestEveryMemberFilter(t *testing.T) {
	b := crowd(t)
	ada, eve := b.getMember("ada_100%@crowd.example").MemberID, ""
	for m := range b.client.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"crowd"}, Query: api.And(api.Filter(b2b.FilterStatuses, []string{"deleted"}))}) {
		eve = m.MemberID
	}
	for _, c := range [][3]string{
		{"member_ids", `["` + ada + `","member-test-x"]`, "ada"}, {"member_ids", `["e1","e2","e3"]`, "ada bob"}, {"member_ids", `["` + eve + `"]`, ""}, {"member_ids", `[]`, ""},
		{"member_emails", `["CLEO@crowd.example","eve@crowd.example"]`, "cle"},
		{"member_email_fuzzy", `"CROWD"`, "ada bob cle"}, {"member_email_fuzzy", `"100%"`, "ada"}, {"member_email_fuzzy", `"a_1"`, "ada"},
		{"member_email_fuzzy", `"%%%"`, ""}, {"member_email_fuzzy", `"___"`, ""}, {"member_email_fuzzy", `"b'x"`, "bob"}, {"member_email_fuzzy", `"\"\"\""`, ""}, {"member_email_fuzzy", `"* OR email"`, ""},
		{"member_is_breakglass", `true`, "bob"}, {"member_is_breakglass", `false`, "ada cle dan"},
		{"statuses", `["pending"]`, "dan"}, {"statuses", `["active","deleted"]`, "ada bob cle eve"},
		{"member_mfa_phone_numbers", `["+15005550006",""]`, "cle"}, {"member_phone_numbers", `["+15005550006"]`, "cle"},
		{"member_mfa_phone_number_fuzzy", `"555"`, "cle"}, {"member_phone_number_fuzzy", `"+15"`, "cle"},
		{"member_password_exists", `false`, "ada bob cle dan"}, {"member_password_exists", `true`, ""},
		{"member_roles", `["stytch_admin"]`, "ada dan"}, {"member_roles", `["stytch_member","x"]`, "ada bob cle dan"}, {"member_roles", `["x"]`, ""},
	} {
		if got := b.found(`{"operator":"AND","operands":[` + operand(c[0], c[1]) + `]}`); got != c[2] {
			t.Errorf("%s %s: got %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestFiltersTogether(t *testing.T) {
	b := crowd(t)
	crowd, pending, deleted, cleo := operand("member_email_fuzzy", `"crowd"`), operand("statuses", `["pending"]`), operand("statuses", `["deleted"]`), operand("member_emails", `["cleo@crowd.example"]`)
	for _, c := range [][3]string{
		{"AND", crowd + "," + cleo, "cle"}, {"and", crowd + "," + pending, ""}, {"And", crowd + "," + deleted, "eve"},
		{"OR", cleo + "," + pending, "cle dan"}, {"or", cleo + "," + deleted, "cle eve"}, {"or", crowd, "ada bob cle"},
		{"AND", "", "ada bob cle dan"}, {"OR", "", "ada bob cle dan"},
	} {
		if got := b.found(`{"operator":"` + c[0] + `","operands":[` + c[1] + `]}`); got != c[2] {
			t.Errorf("%s %s: got %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for _, all := range []string{`null`, `{}`, `{"operands":[]}`, `{"operator":"AND"}`, `{"operator":"AND","operands":null}`} {
		if got := b.found(all); got != "ada bob cle dan" {
			t.Errorf("%s: got %q", all, got)
		}
	}
}

func TestSearchesThatCannotBeAreRefused(t *testing.T) {
	b := crowd(t)
	id := b.getMember("cleo@crowd.example").MemberID
	for query, kinds := range map[string][2]string{
		`"operator":"XOR","operands":[]`:                                                     {b2b.ErrBadRequest, b2b.ErrBadRequest},
		`"operands":[{"filter_name":"organization_ids","filter_value":[]}]`:                  {b2b.ErrBadRequest, b2b.ErrBadRequest},
		`"operator":"AND","operands":{}`:                                                     {b2b.ErrBadRequest, b2b.ErrBadRequest},
		`"operator":"AND","operands":[1]`:                                                    {b2b.ErrBadRequest, b2b.ErrBadRequest},
		`"operator":"AND","operands":[{"filter_value":[]}]`:                                  {b2b.ErrMemberSearchMissingFilterName, b2b.ErrOrganizationSearchMissingFilterName},
		`"operator":"AND","operands":[{"filter_name":"","filter_value":[]}]`:                 {b2b.ErrMemberSearchMissingFilterName, b2b.ErrOrganizationSearchMissingFilterName},
		`"operator":"AND","operands":[{"filter_name":7,"filter_value":[]}]`:                  {b2b.ErrMemberSearchFilterNameMustBeString, b2b.ErrOrganizationSearchFilterNameMustBeString},
		`"operator":"AND","operands":[{"filter_name":"x","filter_value":[]}]`:                {b2b.ErrMemberSearchFilterNameNotRecognized, b2b.ErrOrganizationSearchFilterNameNotRecognized},
		`"operator":"AND","operands":[{"filter_name":"member_emails"}]`:                      {b2b.ErrMemberSearchMissingFilterValue, b2b.ErrOrganizationSearchMissingFilterValue},
		`"operator":"AND","operands":[` + operand("member_emails", `null`) + `]`:             {b2b.ErrMemberSearchMissingFilterValue, b2b.ErrOrganizationSearchMissingFilterValue},
		`"operator":"AND","operands":[` + operand("member_emails", `"a"`) + `]`:              {b2b.ErrMemberSearchExpectedArrayOfStrings, b2b.ErrOrganizationSearchExpectedArrayOfStrings},
		`"operator":"AND","operands":[` + operand("member_emails", `[null]`) + `]`:           {b2b.ErrMemberSearchExpectedArrayOfStrings, b2b.ErrOrganizationSearchExpectedArrayOfStrings},
		`"operator":"AND","operands":[` + operand("member_email_fuzzy", `["a"]`) + `]`:       {b2b.ErrMemberSearchExpectedString, b2b.ErrOrganizationSearchExpectedString},
		`"operator":"AND","operands":[` + operand("member_email_fuzzy", `"ab"`) + `]`:        {b2b.ErrMemberSearchMemberEmailFuzzyTooShort, b2b.ErrOrganizationSearchMemberEmailFuzzyTooShort},
		`"operator":"AND","operands":[` + operand("member_email_fuzzy", `"éé"`) + `]`:        {b2b.ErrMemberSearchMemberEmailFuzzyTooShort, b2b.ErrOrganizationSearchMemberEmailFuzzyTooShort},
		`"operator":"AND","operands":[` + operand("member_is_breakglass", `"true"`) + `]`:    {b2b.ErrMemberSearchExpectedBoolean, b2b.ErrOrganizationSearchFilterNameNotRecognized},
		`"operator":"AND","operands":[` + operand("has_active_sso_connection", `1`) + `]`:    {b2b.ErrMemberSearchFilterNameNotRecognized, b2b.ErrOrganizationSearchExpectedBoolean},
		`"operator":"AND","operands":[` + operand("organization_name_fuzzy", `"ab"`) + `]`:   {b2b.ErrMemberSearchFilterNameNotRecognized, b2b.ErrOrganizationSearchOrganizationNameFuzzyTooShort},
		`"operator":"AND","operands":[` + operand("organization_slug_fuzzy", `"ab"`) + `]`:   {b2b.ErrMemberSearchFilterNameNotRecognized, b2b.ErrOrganizationSearchOrganizationSlugFuzzyTooShort},
		`"operator":"AND","operands":[` + operand("allowed_domain_fuzzy", `"ab"`) + `]`:      {b2b.ErrMemberSearchFilterNameNotRecognized, b2b.ErrOrganizationSearchAllowedDomainFuzzyTooShort},
		`"operator":"AND","operands":[` + operand("member_phone_number_fuzzy", `"12"`) + `]`: {b2b.ErrMemberSearchMemberMFAPhoneNumberFuzzyTooShort, b2b.ErrOrganizationSearchFilterNameNotRecognized},
		`"operator":"AND","operands":[` + operand("statuses", `["gone"]`) + `]`:              {b2b.ErrSearchInvalidStatusFilter, b2b.ErrOrganizationSearchFilterNameNotRecognized},
		`"operator":"AND","operands":[` + operand("member_ids", `["e1","`+id+`"]`) + `]`:     {b2b.ErrMemberSearchCannotMixInternalANDExternalMemberIDs, b2b.ErrOrganizationSearchFilterNameNotRecognized},
	} {
		ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", `{"organization_ids":["crowd"],"query":{`+query+`}}`).want(t, query, 400, kinds[0])
		ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/search", `{"query":{`+query+`}}`).want(t, query, 400, kinds[1])
	}
	for body, kind := range map[string]string{
		`{}`: b2b.ErrMemberSearchOrganizationIDsEmpty, `{"organization_ids":[]}`: b2b.ErrMemberSearchOrganizationIDsEmpty,
		`{"organization_ids": [ ] }`: b2b.ErrMemberSearchOrganizationIDsEmpty, `{"organization_ids":[7]}`: b2b.ErrBadRequest,
		`{"organization_ids":"crowd"}`: b2b.ErrBadRequest, `{"organization_ids":{}}`: b2b.ErrBadRequest,
		`{"organization_ids":["crowd"],"limit":1001}`: b2b.ErrBadRequest, `{"organization_ids":["crowd"],"limit":-1}`: b2b.ErrBadRequest,
		`{"organization_ids":["crowd"],"limit":"5"}`: b2b.ErrBadRequest, `{"organization_ids":["crowd"],"cursor":"x"}`: b2b.ErrBadRequest,
		`{"organization_ids":["crowd"],"cursor":7}`: b2b.ErrBadRequest, `{"organization_ids":["crowd"],"query":[]}`: b2b.ErrBadRequest,
	} {
		ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", body).want(t, body, 400, kind)
	}
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", `{"organization_ids":["crowd","none"]}`).want(t, "unknown organization", 404, b2b.ErrOrganizationNotFound)
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", `{"organization_ids":["crowd"],"limit":1000}`).want(t, "the top limit", 200, "")
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", `{"organization_ids":["crowd"],"limit":0,"cursor":""}`).want(t, "Go's zero values", 200, "")
}

func TestPagesShowEveryMemberOnceInOrder(t *testing.T) {
	server, client := seeded(t, 4000)
	var ids []string
	for org, err := range client.Organizations.All(t.Context(), b2b.SearchOrganizations{}) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, org.OrganizationID)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, orgs := range [][]string{ids[:1], ids[:3], ids} {
		seen, last := map[string]bool{}, ""
		var cursor *string
		for {
			page, err := client.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: orgs, Limit: ptr(1 + random.IntN(300)), Cursor: cursor})
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range page.Items {
				place := m.CreatedAt.Format("2006-01-02T15:04:05") + m.MemberID
				if place <= last || seen[m.MemberID] || !slices.Contains(orgs, m.OrganizationID) {
					t.Fatalf("%s comes after %s", place, last)
				}
				if _, ok := page.Organizations[m.OrganizationID]; !ok {
					t.Fatalf("the page does not hold %s", m.OrganizationID)
				}
				last, seen[m.MemberID] = place, true
			}
			if page.NextCursor == "" {
				if page.Total != len(seen) {
					t.Errorf("%d organizations: %d members, total %d", len(orgs), len(seen), page.Total)
				}
				break
			}
			cursor = &page.NextCursor
		}
	}
	_ = server
}

func TestASubstringFindsTheSameHoweverManyMatch(t *testing.T) {
	_, client := seeded(t, 4000)
	everything := allOf(t, client)
	var ids []string
	for _, org := range everything.organizations {
		ids = append(ids, org.OrganizationID)
	}
	for _, text := range []string{"example", "EXAMPLE", "son", "ana", "a.b", "zzqx"} {
		for _, orgs := range [][]string{ids, ids[:1]} {
			var want, got []string
			with := map[string]bool{}
			for _, m := range everything.members {
				if m.Status != "deleted" && slices.Contains(orgs, m.OrganizationID) && strings.Contains(m.EmailAddress, strings.ToLower(text)) {
					want, with[m.OrganizationID] = append(want, m.MemberID), true
				}
			}
			query := api.And(api.Filter(b2b.FilterMemberEmailFuzzy, text))
			for m, err := range client.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: orgs, Query: query}) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, m.MemberID)
			}
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%q in %d organizations: %d found, %d have it", text, len(orgs), len(got), len(want))
			}
			if page, err := client.Organizations.Search(t.Context(), b2b.SearchOrganizations{Query: query}); err != nil || len(orgs) > 1 && page.Total != len(with) {
				t.Errorf("%q: %d organizations found, %d have it, %v", text, page.Total, len(with), err)
			}
		}
	}
}

func TestACursorOfAnotherSearchOrProjectIsRefused(t *testing.T) {
	b := newDemo(t)
	page := ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/search", `{"limit":1}`)
	cursor := page.text("results_metadata", "next_cursor")
	member := `{"organization_ids":["acme-robotics"],"cursor":"%s"}`
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/search", `{"cursor":"`+cursor+`"}`).want(t, "its own", 200, "")
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/members/search", fmt.Sprintf(member, cursor)).want(t, "of organizations", 400, b2b.ErrBadRequest)
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/search", `{"cursor":"A`+cursor[1:]+`"}`).want(t, "changed", 400, b2b.ErrBadRequest)
}

// slugsFound are the slugs of the organizations that query finds.
func slugsFound(t *testing.T, server http.Handler, query string) []string {
	t.Helper()
	a := ask(t, server, http.MethodPost, "/v1/b2b/organizations/search", `{"limit":1000,"query":{"operator":"AND","operands":[`+query+`]}}`)
	a.want(t, query, 200, "")
	var orgs []b2b.Organization
	_ = json.Unmarshal(a.body["organizations"], &orgs)
	var slugs []string
	for _, org := range orgs {
		slugs = append(slugs, org.OrganizationSlug)
	}
	if total := a.text("results_metadata", "total"); total != fmt.Sprint(len(orgs)) {
		t.Errorf("%s: %d found, total %s", query, len(orgs), total)
	}
	return slugs
}

func TestEveryOrganizationFilter(t *testing.T) {
	b := newDemo(t)
	found := func(query string) []string { t.Helper(); return slugsFound(t, b.server, query) }
	var all, active []b2b.Organization
	for org, err := range b.client.Organizations.All(t.Context(), b2b.SearchOrganizations{}) {
		if err != nil {
			t.Fatal(err)
		}
		if all = append(all, org); len(org.SSOActiveConnections) > 0 {
			active = append(active, org)
		}
	}
	if len(active) == 0 || len(active) == len(all) {
		t.Fatalf("%d of %d have SSO", len(active), len(all))
	}
	if got := found(operand("has_active_sso_connection", "true")); len(got) != len(active) {
		t.Errorf("with SSO: %d, want %d", len(got), len(active))
	}
	if got := found(operand("has_active_sso_connection", "false")); len(got) != len(all)-len(active) {
		t.Errorf("without SSO: %d, want %d", len(got), len(all)-len(active))
	}
	sso := active[0]
	for _, query := range []string{
		operand("sso_connection_id", `"`+sso.SSOActiveConnections[0].ConnectionID+`"`), operand("organization_ids", `["`+sso.OrganizationID+`"]`), operand("organization_slugs", `["`+sso.OrganizationSlug+`"]`),
	} {
		if got := found(query); !slices.Equal(got, []string{sso.OrganizationSlug}) {
			t.Errorf("%s: got %v", query, got)
		}
	}
	for _, query := range []string{
		operand("organization_name_fuzzy", `"ACME ROB"`), operand("organization_slug_fuzzy", `"me-rob"`), operand("member_emails", `["ADA.lovelace@acme-robotics.example"]`),
		operand("member_email_fuzzy", `"ada.lovelace@ACME"`),
	} {
		if got := found(query); !slices.Equal(got, []string{"acme-robotics"}) {
			t.Errorf("%s: got %v", query, got)
		}
	}
	do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{EmailAllowedDomains: []string{"one.unusual.example", "two.example"}, ClaimedEmailDomains: []string{"claimed.unusual.example"}}))
	for _, query := range []string{
		operand("allowed_domains", `["TWO.example","x.example"]`), operand("allowed_domain_fuzzy", `"UNUSUAL"`), operand("claimed_email_domains", `["claimed.unusual.example"]`),
	} {
		if got := found(query); !slices.Equal(got, []string{"acme-robotics"}) {
			t.Errorf("%s: got %v", query, got)
		}
	}
	if got := found(operand("organization_name_fuzzy", `"%%%"`)); got != nil {
		t.Errorf("%%%%%%: got %v", got)
	}
}

// FuzzSearch sends any query and cursor: none may be a fault of the server.
func FuzzSearch(f *testing.F) {
	for _, seed := range [][2]string{
		{`{"operator":"AND","operands":[{"filter_name":"member_email_fuzzy","filter_value":"a\"b*"}]}`, ""},
		{`{"operator":"OR","operands":[{"filter_name":"organization_name_fuzzy","filter_value":"\u0000abc"},{"filter_name":"member_ids","filter_value":["x"]}]}`, "AAAA"},
		{`{"operator":"AND","operands":[{"filter_name":"member_roles","filter_value":["stytch_admin"]}]}`, "////"},
		{`[]`, "%"}, {`null`, "\n"},
	} {
		f.Add(seed[0], seed[1])
	}
	s, err := sandbox.Open(f.Context(), sandbox.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = s.Close() })
	f.Fuzz(func(t *testing.T, query, cursor string) {
		ask(t, s, http.MethodPost, "/v1/b2b/organizations", `{"organization_name":"A","organization_slug":"crowd"}`)
		quoted, _ := json.Marshal(cursor)
		body := `{"organization_ids":["crowd"],"cursor":` + string(quoted) + `,"query":` + query + `}`
		for _, path := range []string{"/v1/b2b/organizations/search", "/v1/b2b/organizations/members/search"} {
			if a := ask(t, s, http.MethodPost, path, body); a.status != http.StatusOK && a.status != http.StatusBadRequest {
				t.Errorf("%s %s: got %d %s", path, body, a.status, a.kind)
			}
		}
	})
}
