package cli_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/cli"
	"example.com/orgdeck/config"
	"example.com/orgdeck/sandbox"
)

// theSecret is that of every sandbox here.
var theSecret = sandbox.DefaultSecret.Reveal()

// shell runs one command line after the other in one world.
type shell struct {
	t         *testing.T
	world     cli.World
	out, errs *bytes.Buffer
}

func newShell(t *testing.T) *shell {
	w, out, errs := world(t)
	return &shell{t, w, out, errs}
}

// onServer is a shell whose profile leads to a sandbox of its own; what it was
// asked is in calls.
func onServer(t *testing.T, protection string) (s *shell, calls *[]string) {
	t.Helper()
	server, err := sandbox.Open(t.Context(), sandbox.Options{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	calls = &[]string{}
	http := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*calls = append(*calls, r.Method+" "+r.URL.Path)
		server.ServeHTTP(w, r)
	}))
	t.Cleanup(http.Close)
	s = newShell(t)
	s.world.In = strings.NewReader(theSecret + "\n")
	s.ok("profile", "add", "open", "--project-id", sandbox.DefaultProjectID, "--base-url", http.URL, "--store", "file")
	s.ok("orgs", "create", "--organization-name", "Acme Robotics", "--organization-slug", "acme", "--profile", "open")
	s.ok("members", "create", "--org", "acme", "--email-address", "ada@acme.example", "--name", "Ada", "--profile", "open")
	s.world.In = strings.NewReader(theSecret)
	s.ok("profile", "add", "main", "--project-id", sandbox.DefaultProjectID, "--base-url", http.URL, "--store", "file", "--protection", protection)
	s.ok("profile", "use", "main")
	*calls = nil
	return s, calls
}

// run runs a command line and returns its exit code.
func (s *shell) run(args ...string) int {
	s.out.Reset()
	s.errs.Reset()
	s.world.Args = args
	return cli.Run(s.t.Context(), s.world)
}

func (s *shell) ok(args ...string) string {
	s.t.Helper()
	if code := s.run(args...); code != 0 {
		s.t.Fatalf("orgdeck %s: exit code %d: %s%s", strings.Join(args, " "), code, s.out, s.errs)
	}
	return s.out.String()
}

func (s *shell) refused(code int, want string, args ...string) {
	s.t.Helper()
	if got := s.run(args...); got != code || !strings.Contains(s.errs.String(), want) {
		s.t.Errorf("orgdeck %s: exit code %d, want %d with %q: %s", strings.Join(args, " "), got, code, want, s.errs)
	}
}

func TestOrgs_fromMakingToDeleting(t *testing.T) {
	s, _ := onServer(t, "open")
	var org struct {
		ID, Name, Policy string
	}
	read := func(text string) {
		t.Helper()
		var o struct {
			ID     string `json:"organization_id"`
			Name   string `json:"organization_name"`
			Policy string `json:"mfa_policy"`
		}
		if err := json.Unmarshal([]byte(text), &o); err != nil {
			t.Fatal(err)
		}
		org.ID, org.Name, org.Policy = o.ID, o.Name, o.Policy
	}
	for _, name := range []string{"acme", "Acme Robotics", "acme robotics"} {
		if read(s.ok("orgs", "get", name, "-o", "json")); org.Name != "Acme Robotics" {
			t.Errorf("%q is %+v", name, org)
		}
	}
	if read(s.ok("orgs", "update", org.ID, "--mfa-policy", "REQUIRED_FOR_ALL", "--set", "trusted_metadata.plan=\"pro\"", "-o", "json")); org.Policy != "REQUIRED_FOR_ALL" {
		t.Errorf("%+v", org)
	}
	s.ok("orgs", "update", "acme", "--mfa-policy", "REQUIRED_FOR_ALL")
	if !strings.Contains(s.errs.String(), "so already") {
		t.Error(s.errs)
	}
	if table := s.ok("orgs", "list", "robot"); !strings.HasPrefix(table, "ORGANIZATION NAME") || !strings.Contains(table, "acme") || strings.Count(table, "\n") != 2 {
		t.Error(table)
	}
	s.refused(2, "this needs --yes", "orgs", "delete", "acme")
	s.ok("orgs", "delete", "acme", "--yes")
	s.refused(1, "no organization has", "orgs", "get", "acme")
}

func TestMembers_fromMakingToDeleting(t *testing.T) {
	s, _ := onServer(t, "open")
	s.ok("members", "invite", "bob@acme.example", "--org", "acme", "--name", "=Bob", "--yes")
	s.ok("members", "update", "ada@acme.example", "--org", "acme", "--roles", "stytch_admin", "--set", "name=Ada Lovelace")
	records, err := csv.NewReader(strings.NewReader(s.ok("members", "export", "--org", "acme"))).ReadAll()
	if err != nil || len(records) != 3 {
		t.Fatal(records, err)
	}
	all := s.ok("members", "search", "--columns", "email_address,name,roles,status")
	for _, want := range []string{"EMAIL ADDRESS", "ada@acme.example  Ada Lovelace", "stytch_admin", "invited"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	var found []struct {
		ID string `json:"member_id"`
	}
	if err := json.Unmarshal([]byte(s.ok("members", "search", "bob@", "-o", "json")), &found); err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	s.ok("members", "delete", found[0].ID, "--yes")
	if gone := s.ok("members", "search", "--status", "deleted", "-o", "csv"); !strings.Contains(gone, found[0].ID) || !strings.Contains(gone, "'=Bob") {
		t.Error(gone)
	}
}

func TestDryRun_sendsNothing(t *testing.T) {
	s, calls := onServer(t, "open")
	for _, args := range [][]string{
		{"orgs", "create", "--organization-name", "New"},
		{"orgs", "update", "acme", "--mfa-policy", "REQUIRED_FOR_ALL"},
		{"orgs", "delete", "acme"},
		{"members", "create", "--org", "acme", "--email-address", "new@acme.example"},
		{"members", "invite", "new@acme.example", "--org", "acme"},
		{"members", "update", "ada@acme.example", "--org", "acme", "--name", "B"},
		{"members", "delete", "ada@acme.example", "--org", "acme"},
	} {
		told := s.ok(append(args, "--dry-run")...)
		if !strings.HasPrefix(told, "Dry run, nothing was sent") || !strings.Contains(told, "curl -X ") || strings.Contains(told, theSecret) {
			t.Errorf("orgdeck %v: %s", args, told)
		}
		var plan map[string]any
		if err := json.Unmarshal([]byte(s.ok(append(args, "--dry-run", "-o", "json")...)), &plan); err != nil || plan["method"] == "" {
			t.Errorf("orgdeck %v: %v %v", args, plan, err)
		}
	}
	for _, call := range *calls {
		if !strings.HasPrefix(call, "GET ") && !strings.HasSuffix(call, "/search") {
			t.Errorf("it sent %s", call)
		}
	}
}

func TestReadOnly_refusesEveryWrite(t *testing.T) {
	s, calls := onServer(t, "read-only")
	sheet := filepath.Join(t.TempDir(), "members.csv")
	if err := os.WriteFile(sheet, []byte("email_address\nnew@acme.example\n"), 0o600); err != nil {
		t.Fatal(err)
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
		s.refused(1, "read-only", args...)
	}
	for _, call := range *calls {
		if !strings.HasPrefix(call, "GET ") && !strings.HasSuffix(call, "/search") {
			t.Errorf("it sent %s", call)
		}
	}
	s.ok("members", "search")
}

func TestProtected_wantsTheNameOfTheOrganization(t *testing.T) {
	s, _ := onServer(t, "protected")
	s.refused(2, "--confirm 'Acme Robotics'", "members", "delete", "ada@acme.example", "--org", "acme", "--yes")
	s.refused(2, `the organization is called "Acme Robotics"`, "members", "delete", "ada@acme.example", "--org", "acme", "--confirm", "Acme")
	s.ok("members", "update", "ada@acme.example", "--org", "acme", "--name", "B")
	s.ok("members", "delete", "ada@acme.example", "--org", "acme", "--confirm", "Acme Robotics")
	s.refused(2, "--confirm 'Acme Robotics'", "orgs", "delete", "acme", "--yes")
	s.ok("orgs", "delete", "acme", "--confirm", "Acme Robotics")
}

func TestImport_isPlannedCarriedOutAndTold(t *testing.T) {
	s, _ := onServer(t, "open")
	sheet := filepath.Join(t.TempDir(), "members.csv")
	if err := os.WriteFile(sheet, []byte("email_address,name\nbob@acme.example,Bob\nada@acme.example,Ada\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if plan := s.ok("members", "import", sheet, "--org", "acme", "--dry-run"); !strings.Contains(plan, "create") || !strings.Contains(plan, "is a member already") {
		t.Error(plan)
	}
	s.ok("members", "import", sheet, "--org", "acme")
	if told := s.errs.String(); !strings.Contains(told, "1 created, 1 skipped") {
		t.Error(told)
	}
	results, err := os.ReadFile(strings.TrimSuffix(sheet, ".csv") + ".results.csv")
	if err != nil || !strings.Contains(string(results), "2,bob@acme.example,created,,member-") {
		t.Errorf("%s %v", results, err)
	}
	s.refused(2, "--locale", "members", "import", sheet, "--org", "acme", "--invite", "--locale", "xx")
}

func TestProfiles_keepSecretsOutOfSight(t *testing.T) {
	s, _ := onServer(t, "open")
	file := config.SecretPath("main")
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Fatal(info, err)
	}
	text, err := os.ReadFile(config.File())
	if err != nil || strings.Contains(string(text), theSecret) {
		t.Errorf("the configuration holds the secret: %s %v", text, err)
	}
	if list := s.ok("profile", "list"); !strings.Contains(list, "main  yes") || !strings.Contains(list, "file") || strings.Contains(list, theSecret) {
		t.Error(list)
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(file, 0o644); err != nil {
			t.Fatal(err)
		}
		s.refused(1, "others can read", "orgs", "list")
	}
	s.refused(2, `there is no profile "nobody"; there is main, open`, "orgs", "list", "--profile", "nobody")
	s.refused(2, "already; add --replace", "profile", "add", "main", "--project-id", "project-test-1")
	s.refused(2, "no secret was given", "profile", "add", "third", "--project-id", sandbox.DefaultProjectID)
	s.ok("profile", "remove", "main")
	if _, err := os.Stat(file); err == nil {
		t.Error("the secret is still there")
	}
	if list := s.ok("profile", "list", "-o", "csv"); strings.Contains(list, "main") || !strings.Contains(list, "open") {
		t.Error(list)
	}
}

func TestPrecedence(t *testing.T) {
	s, calls := onServer(t, "open")
	asked := func(args ...string) bool {
		t.Helper()
		*calls = nil
		s.ok(append([]string{"orgs", "list"}, args...)...)
		return len(*calls) > 0
	}
	if !asked() {
		t.Error("the default profile is not asked")
	}
	if asked("--sandbox", "--db", ":memory:", "--seed", "none") {
		t.Error("--sandbox asks the profile")
	}
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"request_id": "r", "organizations": [], "results_metadata": {"total": 0}, "status_code": 200}`))
	}))
	t.Cleanup(elsewhere.Close)
	vars := map[string]string{api.EnvProjectID: sandbox.DefaultProjectID, api.EnvSecret: "other", api.EnvBaseURL: elsewhere.URL}
	s.world.Lookup = func(name string) (string, bool) {
		value, ok := vars[name]
		return value, ok
	}
	if asked() {
		t.Error("the default profile wins over the environment")
	}
	if !asked("--profile", "main") {
		t.Error("the environment wins over --profile")
	}
}

func TestAudit_recordsEachWriteAndFindsWhatWasChanged(t *testing.T) {
	s, _ := onServer(t, "open")
	s.ok("orgs", "update", "acme", "--mfa-policy", "REQUIRED_FOR_ALL")
	s.run("api", "DELETE", "/v1/b2b/organizations/nowhere")
	log := s.ok("audit", "--columns", "outcome,summary,fields")
	for _, want := range []string{"Change the MFA policy of Acme Robotics", "mfa_policy: OPTIONAL → REQUIRED_FOR_ALL", "failed"} {
		if !strings.Contains(log, want) {
			t.Errorf("%q is not in\n%s", want, log)
		}
	}
	if told := s.ok("audit", "verify"); !strings.Contains(told, "2 records, whole") {
		t.Error(told)
	}
	file := filepath.Join(config.State(), "audit-main.jsonl")
	data, err := os.ReadFile(file)
	if err != nil || strings.Contains(string(data), theSecret) {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, bytes.Replace(data, []byte("REQUIRED_FOR_ALL"), []byte("OPTIONAL"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	s.refused(1, "broken at line 1", "audit", "verify")
}
