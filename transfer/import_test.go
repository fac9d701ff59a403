package transfer_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/filelock"
	"example.com/orgdeck/sandbox"
	"example.com/orgdeck/transfer"
)

// wire carries requests to a sandbox, and loses what a test wants lost.
type wire struct {
	http.RoundTripper
	lose func(r *http.Request) (request, answer bool)
	sent []string // "POST /path"
}

var errLost = errors.New("the line was cut")

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	var request, answer bool
	if w.lose != nil {
		request, answer = w.lose(r)
	}
	if request {
		return nil, errLost
	}
	w.sent = append(w.sent, r.Method+" "+r.URL.Path)
	resp, err := w.RoundTripper.RoundTrip(r)
	if answer && err == nil {
		_ = resp.Body.Close()
		return nil, errLost
	}
	return resp, err
}

// world is a sandbox with one organization, and how to get there.
type world struct {
	t   *testing.T
	to  transfer.Import
	on  *wire
	dir string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	server, err := sandbox.Open(t.Context(), sandbox.Options{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	on := &wire{RoundTripper: api.Local(server)}
	client, err := api.New(api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret}, api.WithTransport(on), api.WithRateLimit(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	org, err := client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Acme"}).Do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return &world{t, transfer.Import{Client: client, Organization: org}, on, t.TempDir()}
}

func (w *world) plan(sheet string) *transfer.Plan {
	w.t.Helper()
	s, err := transfer.ReadSheet(strings.NewReader(sheet))
	if err != nil {
		w.t.Fatal(err)
	}
	p, err := w.to.Plan(w.t.Context(), s, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return p
}

func (w *world) results() string { return filepath.Join(w.dir, "members.results.csv") }

func (w *world) start(p *transfer.Plan) *transfer.Run {
	w.t.Helper()
	s, err := transfer.OpenState(transfer.StatePath(w.results(), p), p)
	if err != nil {
		w.t.Fatal(err)
	}
	return transfer.NewRun(p, s)
}

// finish sends all that is left.
func (w *world) finish(r *transfer.Run) {
	w.t.Helper()
	for r.Left() > 0 {
		if _, err := r.Step(w.t.Context()); err != nil {
			w.t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		w.t.Fatal(err)
	}
}

// emails are those of all members, in order.
func (w *world) emails() []string {
	w.t.Helper()
	var all []string
	for m, err := range w.to.Client.Members.All(w.t.Context(), b2b.SearchMembers{OrganizationIDs: []string{w.to.Organization.OrganizationID}}) {
		if err != nil {
			w.t.Fatal(err)
		}
		all = append(all, m.EmailAddress)
	}
	slices.Sort(all)
	return all
}

func (w *world) create(m b2b.CreateMember) {
	w.t.Helper()
	if _, err := w.to.Client.Members.Create(w.to.Organization.OrganizationID, m).Do(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) stateFiles() []string {
	files, _ := filepath.Glob(filepath.Join(w.dir, "*.jsonl"))
	return files
}

func results(r *transfer.Run) []transfer.Result {
	var all []transfer.Result
	for _, o := range r.Outcomes() {
		all = append(all, o.Result)
	}
	return all
}

func TestPlan_saysWhatIsToBeDoneAboutEachRow(t *testing.T) {
	w := newWorld(t)
	w.create(b2b.CreateMember{EmailAddress: "ada@acme.example", Name: api.Ptr("Ada"), ExternalID: api.Ptr("x1")})
	w.create(b2b.CreateMember{EmailAddress: "bob@acme.example", Roles: []string{"stytch_admin"}})
	w.create(b2b.CreateMember{EmailAddress: "zoe@acme.example", ExternalID: api.Ptr("x2")})
	w.on.sent = nil
	p := w.plan(`email_address,name,roles,external_id,mfa_enrolled,status
ada@acme.example,Ada,,x1,,active
ADA@acme.example,Ada,,x1,,active
bob@acme.example,Bob,,,,
cy@acme.example,Cy,,x2,,
dee@acme.example,Dee,"stytch_member,stytch_admin",,yes,
dee@acme.example,Dee,"stytch_member,stytch_admin",,yes,
dee@acme.example,Other,,,,
not an address,Eve,,,,
fay@acme.example,Fay,,,perhaps,
gus@acme.example
`)
	want := []struct {
		verdict transfer.Verdict
		why     string
	}{
		{transfer.Skip, "is a member already"},
		{transfer.Conflict, "line 2 has the same address"},
		{transfer.Conflict, "other values of name"},
		{transfer.Conflict, "zoe@acme.example has this external_id"},
		{transfer.Create, ""},
		{transfer.Skip, "the same as line 6"},
		{transfer.Conflict, "line 6 has the same address"},
		{transfer.Invalid, "email_address"},
		{transfer.Invalid, "mfa_enrolled is neither true nor false"},
		{transfer.Invalid, "it has 1 cells, and the first line 6"},
	}
	if len(p.Rows) != len(want) || !slices.Equal(p.Ignored, []string{"status"}) {
		t.Fatal(p.Rows, p.Ignored)
	}
	for i, row := range p.Rows {
		if row.Line != i+2 || row.Verdict != want[i].verdict || !strings.Contains(row.Why, want[i].why) {
			t.Errorf("line %d: %s %q, want %v", row.Line, row.Verdict, row.Why, want[i])
		}
	}
	for _, call := range w.on.sent {
		if !strings.HasSuffix(call, "/search") {
			t.Errorf("the plan called %s", call)
		}
	}
}

func TestRun_makesWhoIsPlannedAndSaysSo(t *testing.T) {
	w := newWorld(t)
	w.create(b2b.CreateMember{EmailAddress: "ada@acme.example"})
	p := w.plan("email_address;name;roles;trusted_metadata\nada@acme.example;;;\nbob@acme.example;'=Bob;stytch_admin;\"{\"\"plan\"\": \"\"pro\"\"}\"\nnobody;;;\n")
	r := w.start(p)
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, []string{"ada@acme.example", "bob@acme.example"}) {
		t.Error(got)
	}
	email := "bob@acme.example"
	bob, err := w.to.Client.Members.Get(t.Context(), w.to.Organization.OrganizationID, b2b.GetMember{EmailAddress: &email})
	if err != nil || bob.Name != "=Bob" || !slices.Equal(api.DirectRoles(bob), []string{"stytch_admin"}) || string(bob.TrustedMetadata["plan"]) != `"pro"` {
		t.Errorf("%+v, %v", bob, err)
	}
	if err := transfer.WriteResults(w.results(), r.Outcomes()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(w.results())
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || len(records) != 4 {
		t.Fatal(records, err)
	}
	for i, want := range []string{"skipped", "created", "invalid"} {
		if records[i+1][2] != want {
			t.Errorf("%v, want %s", records[i+1], want)
		}
	}
	if records[2][4] != bob.MemberID || !strings.HasPrefix(records[2][5], "request-id-") {
		t.Errorf("the result of bob is %v", records[2])
	}
	if info, _ := os.Stat(w.results()); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the results have mode %v", info.Mode())
	}
	if left := w.stateFiles(); len(left) != 0 {
		t.Errorf("the state is left behind: %v", left)
	}
}

func manyRows(n int) (sheet string, emails []string) {
	sheet = "email_address,name\n"
	for i := range n {
		email := fmt.Sprintf("m%03d@acme.example", i)
		sheet, emails = sheet+email+",Member\n", append(emails, email)
	}
	return sheet, emails
}

// A process that is killed leaves the state at any byte: from each of them the
// import comes to the same end.
func TestRun_goesOnFromWhereverItWasCut(t *testing.T) {
	sheet, emails := manyRows(3)
	first := newWorld(t)
	r := first.start(first.plan(sheet))
	for range 2 {
		if _, err := r.Step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(first.stateFiles()[0])
	if err != nil {
		t.Fatal(err)
	}
	name := first.stateFiles()[0]
	for cut := 0; cut <= len(whole); cut += 7 {
		if err := os.WriteFile(name, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		r := first.start(first.plan(sheet))
		first.finish(r)
		if got := first.emails(); !slices.Equal(got, emails) {
			t.Fatalf("cut at %d: %v", cut, got)
		}
	}
}

func TestRun_looksBeforeItSendsAgainWhatMayHaveArrived(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(3)
	down := false
	w.on.lose = func(r *http.Request) (request, answer bool) {
		write := r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/members")
		if write && !down {
			down = true
			return false, true // the server has it, and nobody knows
		}
		return down, false
	}
	r := w.start(w.plan(sheet))
	o, err := r.Step(t.Context())
	if err != nil || o.Result != transfer.Failed || !strings.Contains(o.Why, "looks first") {
		t.Fatal(o, err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	p := func() *transfer.Plan { down = false; w.on.lose = nil; return w.plan(sheet) }()
	r = w.start(p)
	if r.Left() != 2 || r.Count(transfer.Created) != 1 {
		t.Errorf("%d left, %v", r.Left(), results(r))
	}
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, emails) || r.Count(transfer.Created) != 3 {
		t.Error(got, results(r))
	}
}

func TestRun_aLostAnswerIsLookedUpAtOnce(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(2)
	p := w.plan(sheet)
	w.on.lose = func(r *http.Request) (request, answer bool) {
		return false, r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/members")
	}
	r := w.start(p)
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, emails) || r.Count(transfer.Created) != 2 {
		t.Error(got, results(r))
	}
	if writes := slices.DeleteFunc(slices.Clone(w.on.sent), func(c string) bool { return !strings.HasSuffix(c, "/members") }); len(writes) != 2 {
		t.Errorf("%d writes", len(writes))
	}
}

func TestRun_givesUpOnAServerThatTakesNothing(t *testing.T) {
	w := newWorld(t)
	sheet, _ := manyRows(10)
	p := w.plan(sheet)
	w.on.lose = func(*http.Request) (bool, bool) { return true, false }
	r := w.start(p)
	var err error
	for err == nil && r.Left() > 0 {
		_, err = r.Step(t.Context())
	}
	if err == nil || r.Left() != 7 || !strings.Contains(err.Error(), "7 rows were not tried") {
		t.Fatal(r.Left(), err)
	}
	if err := r.Close(); err != nil || len(w.stateFiles()) != 1 {
		t.Error(err, w.stateFiles())
	}
}

func TestRun_oneProcessAtATime(t *testing.T) {
	w := newWorld(t)
	sheet, _ := manyRows(2)
	p := w.plan(sheet)
	r := w.start(p)
	if _, err := transfer.OpenState(transfer.StatePath(w.results(), p), p); !errors.Is(err, filelock.ErrLocked) {
		t.Errorf("a second one may: %v", err)
	}
	w.finish(r)
}

func TestRun_invites(t *testing.T) {
	w := newWorld(t)
	w.to.Invite = &b2b.InviteEmailMagicLink{Locale: api.Ptr("es")}
	p := w.plan("email_address,name,external_id\nada@acme.example,Ada,\nbob@acme.example,Bob,x\n")
	if p.Rows[1].Verdict != transfer.Invalid || !strings.Contains(p.Rows[1].Why, "external_id") {
		t.Errorf("%+v", p.Rows[1])
	}
	w.finish(w.start(p))
	email := "ada@acme.example"
	ada, err := w.to.Client.Members.Get(t.Context(), w.to.Organization.OrganizationID, b2b.GetMember{EmailAddress: &email})
	if err != nil || ada.Status != b2b.MemberStatusInvited || ada.Name != "Ada" {
		t.Errorf("%+v, %v", ada, err)
	}
}

func TestReadSheet_refusesWhatIsNoListOfMembers(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"nothing":        {"", "is empty"},
		"no header":      {"ada@acme.example,Ada\n", `has the column "ada@acme.example"`},
		"no address":     {"name\nAda\n", "names no column email_address"},
		"twice":          {"name,name,email_address\n", `has the column "name" twice`},
		"unknown column": {"email_address,shoe\n", `line 1 has the column "shoe", which is none of email_address, name`},
		"broken quotes":  {"email_address\n\"ada\"x\n", "line 2 is no CSV"},
	} {
		_, err := transfer.ReadSheet(strings.NewReader(test.text))
		if _, ok := errors.AsType[*transfer.SheetError](err); !ok || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnExportCanBeImported(t *testing.T) {
	w, other := newWorld(t), newWorld(t)
	w.create(b2b.CreateMember{EmailAddress: "ada@acme.example", Name: api.Ptr("-Ada, \"the first\""), ExternalID: api.Ptr("x1"), Roles: []string{"stytch_admin"}, MFAPhoneNumber: api.Ptr("+14155550123")})
	var members []transfer.Member
	for m, err := range w.to.Client.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{w.to.Organization.OrganizationID}}) {
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, transfer.Member{Member: m})
	}
	var file strings.Builder
	rows := transfer.CSV[transfer.Member]{Columns: transfer.MemberColumns()}
	if err := errors.Join(rows.Begin(&file), rows.Write(members), rows.End()); err != nil {
		t.Fatal(err)
	}
	other.finish(other.start(other.plan(file.String())))
	if p := w.plan(file.String()); p.Rows[0].Verdict != transfer.Skip {
		t.Errorf("it is not the same: %+v", p.Rows[0])
	}
	if p := other.plan(file.String()); p.Rows[0].Verdict != transfer.Skip {
		t.Errorf("it did not come through: %+v", p.Rows[0])
	}
}
