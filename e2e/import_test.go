//go:build unix

package e2e

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const importRows = 500

func TestAnImportThatIsKilledGoesOnAndMakesEverybodyOnce(t *testing.T) {
	user := newAccount(t, credentials()...)
	s := user.serve(t, "--db", user.path(t, "team.db"), "--seed", "none")
	user = user.with("STYTCH_BASE_URL=" + s.url)
	succeeds(t, user, "orgs", "create", "--organization-name", "Acme", "--organization-slug", "acme")
	sheet := user.write(t, manyMembers(), "members.csv")

	cmd := user.command(t.Context(), "members", "import", sheet, "--org", "acme", "--rate", "400")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	created := waitForLines(t, filepath.Join(user.home, "members.results.import-*.jsonl"), importRows)
	if err := cmd.Process.Kill(); err != nil { // SIGKILL: nothing of it can tidy up
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	t.Logf("killed after about %d lines of its state", created)
	if n := len(allMembers(t, user)); n == 0 || n >= importRows {
		t.Fatalf("it was killed with %d of %d members, not in their midst", n, importRows)
	}

	told := succeeds(t, user, "members", "import", sheet, "--org", "acme")
	if !strings.Contains(told.stderr, "Going on where an earlier run ended.") || !strings.Contains(told.stderr, fmt.Sprintf("%d created", importRows)) {
		t.Errorf("it says %q", told.stderr)
	}
	seen := map[string]int{}
	for _, email := range allMembers(t, user) {
		seen[email]++
	}
	for i := range importRows {
		if email := importedEmail(i); seen[email] != 1 {
			t.Errorf("%s is there %d times", email, seen[email])
		}
	}
	if len(seen) != importRows {
		t.Errorf("%d members", len(seen))
	}
	checkResults(t, filepath.Join(user.home, "members.results.csv"))
	if left, _ := filepath.Glob(filepath.Join(user.home, "*.jsonl")); len(left) != 0 {
		t.Errorf("the state is left behind: %v", left)
	}
	if verified := succeeds(t, user, "audit", "verify"); !strings.Contains(verified.stdout, "whole") {
		t.Error(verified.stdout)
	}
}

func importedEmail(i int) string { return fmt.Sprintf("m%03d@acme.example", i) }

func manyMembers() string {
	var b strings.Builder
	b.WriteString("email_address,name\n")
	for i := range importRows {
		fmt.Fprintf(&b, "%s,Member %d\n", importedEmail(i), i)
	}
	return b.String()
}

// waitForLines waits until the file that pattern finds has n lines or more.
func waitForLines(t *testing.T, pattern string, n int) int {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(time.Millisecond) {
		found, _ := filepath.Glob(pattern)
		if len(found) != 1 {
			continue
		}
		data, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(string(data), "\n"); lines >= n {
			return lines
		}
	}
	t.Fatalf("%s never had %d lines", pattern, n)
	return 0
}

// succeeds runs a command that has to.
func succeeds(t *testing.T, user account, args ...string) outcome {
	t.Helper()
	got := user.run(t, "", args...)
	if got.code != 0 {
		t.Fatalf("orgdeck %s: exit code %d: %s", strings.Join(args, " "), got.code, got.stderr)
	}
	return got
}

func allMembers(t *testing.T, user account) []string {
	t.Helper()
	var members []struct {
		Email string `json:"email_address"`
	}
	if err := json.Unmarshal([]byte(succeeds(t, user, "members", "search", "--org", "acme", "--all", "-o", "json").stdout), &members); err != nil {
		t.Fatal(err)
	}
	emails := make([]string, len(members))
	for i, m := range members {
		emails[i] = m.Email
	}
	return emails
}

func checkResults(t *testing.T, path string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil || len(records) != importRows+1 {
		t.Fatalf("%d records, %v", len(records), err)
	}
	for _, r := range records[1:] {
		if r[2] != "created" || !strings.HasPrefix(r[4], "member-") {
			t.Errorf("the result of line %s is %q", r[0], r)
		}
	}
}

func TestALiveLikeProfileOnReadOnlyRefusesEachWrite(t *testing.T) {
	owner := newAccount(t, credentials()...)
	s := owner.serve(t, "--db", owner.path(t, "team.db"), "--seed", "none")
	owner = owner.with("STYTCH_BASE_URL=" + s.url)
	succeeds(t, owner, "orgs", "create", "--organization-name", "Acme", "--organization-slug", "acme")
	succeeds(t, owner, "members", "create", "--org", "acme", "--email-address", "ada@acme.example")
	sheet := owner.write(t, manyMembers(), "members.csv")

	user := newAccount(t)
	if got := user.run(t, secret, "profile", "add", "safe", "--project-id", projectID, "--base-url", s.url, "--protection", "read-only", "--store", "file"); got.code != 0 {
		t.Fatal(got.stderr)
	}
	for _, args := range [][]string{
		{"orgs", "create", "--organization-name", "New"},
		{"orgs", "update", "acme", "--mfa-policy", "REQUIRED_FOR_ALL"},
		{"orgs", "delete", "acme", "--yes"},
		{"members", "create", "--org", "acme", "--email-address", "new@acme.example"},
		{"members", "invite", "new@acme.example", "--org", "acme", "--yes"},
		{"members", "update", "ada@acme.example", "--org", "acme", "--name", "B"},
		{"members", "delete", "ada@acme.example", "--org", "acme", "--yes"},
		{"members", "import", sheet, "--org", "acme"},
		{"api", "DELETE", "/v1/b2b/organizations/acme"},
	} {
		got := user.run(t, "", append(args, "--profile", "safe")...)
		if got.code != 1 || !strings.Contains(got.stderr, "read-only") {
			t.Errorf("orgdeck %v: exit code %d: %s", args, got.code, got.stderr)
		}
	}
	if emails := allMembers(t, owner); len(emails) != 1 {
		t.Errorf("something was written: %v", emails)
	}
}
