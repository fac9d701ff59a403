package sandbox_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"example.com/orgdeck/sandbox"
)

// benchMembers is how many members the benchmarks search among.
const benchMembers = 10_000

// benchFile is a database of benchMembers, made once for all benchmarks.
var benchFile = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "orgdeck-bench-")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "s.db"), nil
})

func benchServer(b *testing.B) *sandbox.Server {
	b.Helper()
	path, err := benchFile()
	if err != nil {
		b.Fatal(err)
	}
	s, err := sandbox.Open(b.Context(), sandbox.Options{Path: path})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	empty, err := s.IsEmpty(b.Context())
	if err == nil && empty {
		err = sandbox.Seed(b.Context(), s, sandbox.SeedOptions{Members: benchMembers})
	}
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func benchAsk(b *testing.B, s http.Handler, path, body string) string {
	b.Helper()
	r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, path, strings.NewReader(body))
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		b.Fatalf("%s: %d %s", body, w.Code, w.Body)
	}
	return w.Body.String()
}

func BenchmarkSearch10k(b *testing.B) {
	s := benchServer(b)
	first := benchAsk(b, s, "/v1/b2b/organizations/search", `{"limit":1000}`)
	var ids []string
	for part := range strings.SplitSeq(first, `"organization_id":"`) {
		if id, _, ok := strings.Cut(part, `"`); ok && strings.HasPrefix(id, "organization-") {
			ids = append(ids, `"`+id+`"`)
		}
	}
	one, all := ids[0], strings.Join(ids, ",")
	const members, orgs = "/v1/b2b/organizations/members/search", "/v1/b2b/organizations/search"
	query := func(ids, filter, value string) string {
		return fmt.Sprintf(`{"organization_ids":[%s],"query":{"operator":"AND","operands":[{"filter_name":%q,"filter_value":%s}]}}`, ids, filter, value)
	}
	for _, c := range [][3]string{
		{"organizations", orgs, `{}`},
		{"organizations-by-name", orgs, `{"query":{"operator":"AND","operands":[{"filter_name":"organization_name_fuzzy","filter_value":"labs"}]}}`},
		{"members-of-one", members, `{"organization_ids":[` + one + `]}`},
		{"members-of-all", members, `{"organization_ids":[` + all + `]}`},
		{"members-of-all-by-part-of-address", members, query(all, "member_email_fuzzy", `"smith"`)},
		{"members-of-all-by-common-part", members, query(all, "member_email_fuzzy", `"example"`)},
		{"members-of-all-by-role", members, query(all, "member_roles", `["stytch_admin"]`)},
		{"members-of-all-by-address", members, query(all, "member_emails", `["nobody@nowhere.example"]`)},
	} {
		b.Run(c[0], func(b *testing.B) {
			for b.Loop() {
				benchAsk(b, s, c[1], c[2])
			}
		})
	}
}

// BenchmarkOpenAndSearch is what the console's first frame with data waits for.
func BenchmarkOpenAndSearch(b *testing.B) {
	_ = benchServer(b)
	path, _ := benchFile()
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := sandbox.Open(b.Context(), sandbox.Options{Path: path})
		if err != nil {
			b.Fatal(err)
		}
		benchAsk(b, s, "/v1/b2b/organizations/search", `{"limit":100}`)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(info.Size())/benchMembers, "disk-bytes/member")
}
