//go:build unix

package sandbox_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// What BenchmarkSearchMillion searches in: so many members, which are kept for the
// next run in the file that a variable of the environment names.
const (
	benchMembersVariable  = "ORGDECK_BENCH_MEMBERS"
	benchFileVariable     = "ORGDECK_BENCH_DB"
	benchMembersUsual     = 20_000
	benchMembersCompared  = 10_000
	benchOrganizationsMax = 1000 // named in one search
	benchVariants         = 16   // searches of one kind that differ in what they look for
)

// searched is a seeded server, and what there is to be looked for.
type searched struct {
	path          string
	origin        string
	client        *http.Client
	stop          func()
	members       int
	organizations []string     // ids
	samples       []b2b.Member // one of each of the first organizations
}

// BenchmarkSearchMillion measures searches over HTTP, one client, in one
// organization and in a thousand at once; there also with a change of one of them
// before each, and by a server that has answered nothing yet. It reports the median, the 99th
// percentile, and what a search takes of the processor, the client's share included,
// in milliseconds.
//
//	ORGDECK_BENCH_MEMBERS=1000000 go test -run '^$' -bench SearchMillion -benchtime 300x -timeout 30m ./sandbox
func BenchmarkSearchMillion(b *testing.B) {
	s := newSearched(b, os.Getenv(benchFileVariable), benchWanted(b))
	for _, kind := range memberSearches() {
		b.Run("one/"+kind.name, func(b *testing.B) { s.run(b, "members/", s.bodies(kind, 1, "")) })
	}
	for _, kind := range memberSearches() {
		b.Run("thousand/"+kind.name, func(b *testing.B) { s.run(b, "members/", s.bodies(kind, benchOrganizationsMax, "")) })
		b.Run("thousand-changing/"+kind.name, func(b *testing.B) {
			s.runAfter(b, "members/", s.bodies(kind, benchOrganizationsMax, ""), func(i int) { s.change(b, i) })
		})
		b.Run("thousand-first/"+kind.name, func(b *testing.B) {
			s.runAfter(b, "members/", s.bodies(kind, benchOrganizationsMax, ""), func(i int) { s.restart(b, i) })
		})
	}
	for _, kind := range organizationSearches() {
		b.Run("organizations/"+kind.name, func(b *testing.B) { s.run(b, "", s.bodies(kind, 0, "")) })
	}
}

// BenchmarkSearchDepth compares the last page with the first, and with one halfway:
// a page costs the same at any depth. The first of many organizations shows only
// the oldest of them, so that there is less to answer than on later ones.
func BenchmarkSearchDepth(b *testing.B) {
	s := newSearched(b, os.Getenv(benchFileVariable), benchWanted(b))
	for _, orgs := range []int{1, benchOrganizationsMax} {
		everybody := memberSearches()[0]
		first := s.bodies(everybody, orgs, "")[:1]
		cursors := s.cursors(b, first[0])
		last := s.bodies(everybody, orgs, cursors[len(cursors)-1])[:1]
		half := s.bodies(everybody, orgs, cursors[len(cursors)/2])[:1]
		b.Run(fmt.Sprintf("organizations=%d/first-and-last", orgs), func(b *testing.B) { s.compare(b, s, first, last) })
		b.Run(fmt.Sprintf("organizations=%d/half-and-last", orgs), func(b *testing.B) { s.compare(b, s, half, last) })
	}
}

// BenchmarkSearchFuzzyGrowth compares the search for a substring in many members
// with that in few.
func BenchmarkSearchFuzzyGrowth(b *testing.B) {
	few, many := newSearched(b, "", benchMembersCompared), newSearched(b, os.Getenv(benchFileVariable), benchWanted(b))
	for _, kind := range memberSearches() {
		if strings.HasPrefix(kind.name, "fuzzy") {
			b.Run(kind.name, func(b *testing.B) {
				few.compare(b, many, few.bodies(kind, 1, ""), many.bodies(kind, 1, ""))
			})
		}
	}
}

func benchWanted(b *testing.B) int {
	b.Helper()
	text := os.Getenv(benchMembersVariable)
	if text == "" {
		return benchMembersUsual
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		b.Fatalf("%s: %q is no number of members", benchMembersVariable, text)
	}
	return n
}

// newSearched opens the database at path, "" for one of its own, and fills it when
// it is empty.
func newSearched(b *testing.B, path string, members int) *searched {
	b.Helper()
	if path == "" {
		path = filepath.Join(b.TempDir(), "s.db")
	}
	s := &searched{path: path, members: members}
	server := s.start(b)
	b.Cleanup(func() { s.stop() })
	empty, err := server.IsEmpty(b.Context())
	if err == nil && empty {
		start := time.Now()
		err = sandbox.Seed(b.Context(), server, sandbox.SeedOptions{Members: members})
		b.Logf("%d members seeded in %s", members, time.Since(start).Round(time.Second))
	}
	if err != nil {
		b.Fatal(err)
	}
	s.lookAround(b)
	return s
}

// start serves the database.
func (s *searched) start(b *testing.B) *sandbox.Server {
	b.Helper()
	server, err := sandbox.Open(b.Context(), sandbox.Options{Path: s.path})
	if err != nil {
		b.Fatal(err)
	}
	web := httptest.NewServer(server)
	s.origin, s.client = web.URL, web.Client()
	s.stop = func() {
		web.Close()
		_ = server.Close()
	}
	return server
}

// restart serves the database by a server that knows the organizations of a variant,
// and nothing of their members.
func (s *searched) restart(b *testing.B, variant int) {
	b.Helper()
	s.stop()
	s.start(b)
	var answer bytes.Buffer
	s.ask(b, "members/", s.bodies(nobodySearch(), benchOrganizationsMax, "")[variant%benchVariants], &answer)
}

// nobodySearch asks for an id that nobody has.
func nobodySearch() search {
	return search{"nobody", func(b2b.Member) []string { return []string{operand("member_ids", `["member-test-0"]`)} }}
}

// lookAround learns what can be searched for.
func (s *searched) lookAround(b *testing.B) {
	b.Helper()
	var page b2b.SearchOrganizationsResponse
	for cursor := "null"; ; cursor = strconv.Quote(*page.ResultsMetadata.NextCursor) {
		page = b2b.SearchOrganizationsResponse{}
		s.read(b, "", `{"limit":1000,"cursor":`+cursor+`}`, &page)
		for _, org := range page.Organizations {
			s.organizations = append(s.organizations, org.OrganizationID)
		}
		if page.ResultsMetadata.NextCursor == nil {
			break
		}
	}
	for i := range benchVariants {
		var found b2b.SearchMembersResponse
		s.read(b, "members/", fmt.Sprintf(`{"organization_ids":[%q],"limit":100}`, s.organizations[s.first(i)]), &found)
		s.samples = append(s.samples, found.Members[len(found.Members)/2])
	}
}

// first is the first organization that the i-th variant of a search names.
func (s *searched) first(i int) int { return i * len(s.organizations) / benchVariants }

// search is a kind of search: its operands, for a member who is in the first
// organization that is searched.
type search struct {
	name     string
	operands func(b2b.Member) []string
}

func memberSearches() []search {
	fixed := func(operands ...string) func(b2b.Member) []string {
		return func(b2b.Member) []string { return operands }
	}
	local := func(m b2b.Member) string { name, _, _ := strings.Cut(m.EmailAddress, "@"); return name }
	return []search{
		{"everybody", fixed()},
		{"exact-id", func(m b2b.Member) []string { return []string{operand("member_ids", `["`+m.MemberID+`"]`)} }},
		{"exact-address", func(m b2b.Member) []string { return []string{operand("member_emails", `["`+m.EmailAddress+`"]`)} }},
		{"list-of-statuses", fixed(operand("statuses", `["active","pending"]`))},
		{"roles", fixed(operand("member_roles", `["stytch_admin"]`))},
		{"password-exists", fixed(operand("member_password_exists", `true`))},
		{"is-breakglass", fixed(operand("member_is_breakglass", `true`))},
		{"fuzzy-whole-name", func(m b2b.Member) []string { return []string{operand("member_email_fuzzy", `"`+local(m)+`"`)} }},
		{"fuzzy-family-name", fixed(operand("member_email_fuzzy", `"silva"`))},
		{"fuzzy-everybody", fixed(operand("member_email_fuzzy", `"example"`))},
		{"fuzzy-nobody", fixed(operand("member_email_fuzzy", `"zzqxw"`))},
		{"fuzzy-phone", fixed(operand("member_mfa_phone_number_fuzzy", `"5550"`))},
		{"and-of-three", fixed(operand("member_email_fuzzy", `"silva"`), operand("statuses", `["active"]`), operand("member_roles", `["stytch_admin"]`))},
	}
}

func organizationSearches() []search {
	fixed := func(operands ...string) func(b2b.Member) []string {
		return func(b2b.Member) []string { return operands }
	}
	return []search{
		{"all", fixed()},
		{"exact-id", func(m b2b.Member) []string { return []string{operand("organization_ids", `["`+m.OrganizationID+`"]`)} }},
		{"fuzzy-name", fixed(operand("organization_name_fuzzy", `"labs"`))},
		{"fuzzy-slug", fixed(operand("organization_slug_fuzzy", `"-0004"`))},
		{"member-address", func(m b2b.Member) []string { return []string{operand("member_emails", `["`+m.EmailAddress+`"]`)} }},
		{"member-fuzzy", fixed(operand("member_email_fuzzy", `"silva"`))},
		{"member-fuzzy-nobody", fixed(operand("member_email_fuzzy", `"zzqxw"`))},
		{"sso", fixed(operand("has_active_sso_connection", `true`))},
	}
}

// bodies are requests for a search in so many organizations each; in all when 0.
func (s *searched) bodies(kind search, orgs int, cursor string) []string {
	bodies := make([]string, benchVariants)
	for i := range bodies {
		var named []string
		for j := range min(orgs, len(s.organizations)) {
			named = append(named, strconv.Quote(s.organizations[(s.first(i)+j)%len(s.organizations)]))
		}
		body := `{"limit":100,"cursor":` + strconv.Quote(cursor)
		if orgs > 0 {
			body += `,"organization_ids":[` + strings.Join(named, ",") + `]`
		}
		if operands := kind.operands(s.samples[i]); len(operands) > 0 {
			body += `,"query":{"operator":"AND","operands":[` + strings.Join(operands, ",") + `]}`
		}
		bodies[i] = body + `}`
	}
	return bodies
}

// ask runs a search and returns the answer.
func (s *searched) ask(b *testing.B, kind, body string, answer *bytes.Buffer) {
	r, err := http.NewRequestWithContext(b.Context(), http.MethodPost, s.origin+"/v1/b2b/organizations/"+kind+"search", strings.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	resp, err := s.client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	answer.Reset()
	_, err = io.Copy(answer, resp.Body)
	if err != nil || resp.Body.Close() != nil || resp.StatusCode != http.StatusOK {
		b.Fatalf("%.300s: %s %v %s", body, resp.Status, err, answer)
	}
}

func (s *searched) read(b *testing.B, kind, body string, into any) {
	b.Helper()
	var answer bytes.Buffer
	s.ask(b, kind, body, &answer)
	if err := json.Unmarshal(answer.Bytes(), into); err != nil {
		b.Fatal(err)
	}
}

// run measures searches.
func (s *searched) run(b *testing.B, kind string, bodies []string) {
	s.runAfter(b, kind, bodies, func(int) {})
}

// runAfter measures searches, but not what is done before each.
func (s *searched) runAfter(b *testing.B, kind string, bodies []string, before func(i int)) {
	var took []time.Duration
	var used time.Duration
	var answer bytes.Buffer
	for b.Loop() {
		before(len(took))
		start, usedBefore := time.Now(), processorTime()
		s.ask(b, kind, bodies[len(took)%len(bodies)], &answer)
		took, used = append(took, time.Since(start)), used+processorTime()-usedBefore
	}
	b.ReportMetric(0, "ns/op") // the percentiles say it
	b.ReportMetric(percentile(took, 50), "p50-ms")
	b.ReportMetric(percentile(took, 99), "p99-ms")
	b.ReportMetric(float64(used.Microseconds())/1000/float64(len(took)), "cpu-ms")
}

// change alters one of the samples, who is among those searched, in what members are
// counted by.
func (s *searched) change(b *testing.B, i int) {
	m := s.samples[i%len(s.samples)]
	path := s.origin + "/v1/b2b/organizations/" + m.OrganizationID + "/members/" + m.MemberID
	r, err := http.NewRequestWithContext(b.Context(), http.MethodPut, path, strings.NewReader(fmt.Sprintf(`{"is_breakglass":%v}`, i/len(s.samples)%2 == 0)))
	if err != nil {
		b.Fatal(err)
	}
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	resp, err := s.client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	if resp.Body.Close() != nil || resp.StatusCode != http.StatusOK {
		b.Fatal(resp.Status)
	}
}

// compare measures two kinds of searches in turn, and reports how many times as
// long the second takes.
func (s *searched) compare(b *testing.B, other *searched, bodies, others []string) {
	var took, tookOther []time.Duration
	var answer bytes.Buffer
	for b.Loop() {
		start := time.Now()
		s.ask(b, "members/", bodies[len(took)%len(bodies)], &answer)
		between := time.Now()
		other.ask(b, "members/", others[len(took)%len(others)], &answer)
		took, tookOther = append(took, between.Sub(start)), append(tookOther, time.Since(between))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(percentile(took, 50), "first-p50-ms")
	b.ReportMetric(percentile(tookOther, 50), "second-p50-ms")
	b.ReportMetric(percentile(tookOther, 50)/percentile(took, 50), "ratio")
}

// percentile is in milliseconds.
func percentile(took []time.Duration, p int) float64 {
	sorted := slices.Sorted(slices.Values(took))
	return float64(sorted[(len(sorted)-1)*p/100].Microseconds()) / 1000
}

// cursors goes through a search and returns where each of its full pages starts.
func (s *searched) cursors(b *testing.B, body string) []string {
	b.Helper()
	cursors := []string{""}
	for {
		var page struct {
			Metadata b2b.ResultsMetadata `json:"results_metadata"`
		}
		s.read(b, "members/", strings.Replace(body, `"cursor":""`, `"cursor":`+strconv.Quote(cursors[len(cursors)-1]), 1), &page)
		if page.Metadata.NextCursor == nil {
			// The last page is seldom full: the one before it is.
			return cursors[:max(1, len(cursors)-1)]
		}
		cursors = append(cursors, *page.Metadata.NextCursor)
	}
}
