package transfer_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/filelock"
	"example.com/orgdeck/transfer"
)

func results(r *transfer.Run) []transfer.Result {
	var all []transfer.Result
	for _, o := range r.Outcomes() {
		all = append(all, o.Result)
	}
	return all
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
	bob := w.member("bob@acme.example")
	if bob.Name != "=Bob" || !slices.Equal(api.DirectRoles(bob), []string{"stytch_admin"}) || string(bob.TrustedMetadata["plan"]) != `"pro"` {
		t.Errorf("%+v", bob)
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
	for i, want := range [][]string{
		{"2", "ada@acme.example", "skipped", "is a member already"},
		{"3", "bob@acme.example", "created", ""},
		{"4", "nobody", "invalid", "email_address is not an e-mail address"},
	} {
		if got := records[i+1][:4]; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
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
	for cut := range len(whole) + 1 {
		if cut%7 != 0 && cut != len(whole) {
			continue
		}
		if err := os.WriteFile(name, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		r := first.start(first.plan(sheet))
		first.finish(r)
		if got := first.emails(); !slices.Equal(got, emails) {
			t.Fatalf("cut at %d: %v", cut, got)
		}
		if first.stateFiles() != nil {
			t.Fatalf("cut at %d: the state is left behind", cut)
		}
		if o := r.Outcomes()[0]; cut == len(whole) && (o.Why != "" || o.RequestID == "") {
			t.Errorf("of the first row it says %q, request %q", o.Why, o.RequestID)
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
	down, w.on.lose = false, nil
	r = w.start(w.plan(sheet))
	if r.Left() != 2 || r.Count(transfer.Created) != 1 {
		t.Errorf("%d left, %v", r.Left(), results(r))
	}
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, emails) || r.Count(transfer.Created) != 3 {
		t.Error(got, results(r))
	}
}

func TestRun_whatFailedAndIsMadeByHandIsSkipped(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(1)
	p := w.plan(sheet)
	w.create(b2b.CreateMember{EmailAddress: emails[0], Name: api.Ptr("Member")}) // after the plan: the write is refused
	r := w.start(p)
	w.finish(r)
	if r.Count(transfer.Failed) != 1 || len(w.stateFiles()) != 1 {
		t.Fatal(results(r), w.stateFiles())
	}
	r = w.start(w.plan(sheet))
	w.finish(r)
	if r.Count(transfer.Skipped) != 1 || len(w.stateFiles()) != 0 {
		t.Error(results(r), w.stateFiles())
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

func TestRun_failuresThatOthersComeBetweenDoNotEndIt(t *testing.T) {
	w := newWorld(t)
	sheet, _ := manyRows(9)
	p := w.plan(sheet)
	failing := map[string]bool{"m000": true, "m001": true, "m003": true, "m004": true}
	w.on.lose = func(r *http.Request) (bool, bool) { return failing[rowOf(t, r)], false }
	r := w.start(p)
	for r.Left() > 0 {
		if _, err := r.Step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if r.Count(transfer.Failed) != 4 || r.Count(transfer.Created) != 5 {
		t.Error(results(r))
	}
	if err := r.Close(); err != nil || len(w.stateFiles()) != 1 {
		t.Errorf("what failed can be tried again by nobody: %v, %v", w.stateFiles(), err)
	}
}

// rowOf is the name in the address that a request makes a member of; "" of any
// other request.
func rowOf(t *testing.T, r *http.Request) string {
	t.Helper()
	if r.Method != http.MethodPost || !strings.HasSuffix(r.URL.Path, "/members") {
		return ""
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	var member b2b.CreateMember
	if err := json.Unmarshal(body, &member); err != nil {
		t.Fatal(err)
	}
	name, _, _ := strings.Cut(member.EmailAddress, "@")
	return name
}

func TestRun_whatHasBegunIsBroughtToItsEnd(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(2)
	p := w.plan(sheet)
	ctx, stop := context.WithCancel(t.Context())
	w.on.lose = func(r *http.Request) (bool, bool) {
		if rowOf(t, r) != "" {
			stop()
		}
		return false, false
	}
	r := w.start(p)
	if o, err := r.Step(ctx); err != nil || o.Result != transfer.Created {
		t.Errorf("%+v, %v", o, err)
	}
	if _, err := r.Step(ctx); !errors.Is(err, context.Canceled) || r.Left() != 1 {
		t.Errorf("%d left, %v", r.Left(), err)
	}
	if got := w.emails(); !slices.Equal(got, emails[:1]) {
		t.Error(got)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

func TestRun_keepsToItsRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.to.PerSecond = 2
		sheet, _ := manyRows(5)
		r := w.start(w.plan(sheet))
		began := time.Now()
		w.finish(r)
		if took := time.Since(began); took != 2*time.Second {
			t.Errorf("5 at 2 a second took %v", took)
		}
	})
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
	p := w.plan("email_address,name,external_id,is_breakglass,untrusted_metadata\n" +
		"ada@acme.example,Ada,,,\"{\"\"team\"\": \"\"core\"\"}\"\nbob@acme.example,Bob,x,yes,\n")
	if p.Rows[1].Verdict != transfer.Invalid || p.Rows[1].Why != "an invitation cannot set external_id, is_breakglass" {
		t.Errorf("%+v", p.Rows[1])
	}
	w.finish(w.start(p))
	if ada := w.member("ada@acme.example"); ada.Status != b2b.MemberStatusInvited || ada.Name != "Ada" || string(ada.UntrustedMetadata["team"]) != `"core"` {
		t.Errorf("%+v", ada)
	}
}
