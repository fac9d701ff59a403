package transfer_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/transfer"
)

// gateway stands before a sandbox, and answers the writes of some rows itself.
type gateway struct {
	http.RoundTripper
	t       *testing.T
	answers map[string]int // by the name in the address: the status
	after   bool           // the server has got the write all the same
}

func (g *gateway) RoundTrip(r *http.Request) (*http.Response, error) {
	status := g.answers[rowOf(g.t, r)]
	if status == 0 {
		return g.RoundTripper.RoundTrip(r)
	}
	if g.after {
		if _, err := g.RoundTripper.RoundTrip(r); err != nil {
			g.t.Error(err)
		}
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(nil)), Request: r}, nil
}

// behind puts a gateway before the sandbox of w.
func (w *world) behind(answers map[string]int) *gateway {
	g := &gateway{RoundTripper: w.on.RoundTripper, t: w.t, answers: answers}
	w.on.RoundTripper = g
	return g
}

// run sends what is left until an error ends it.
func run(t *testing.T, r *transfer.Run) error {
	t.Helper()
	for r.Left() > 0 {
		if _, err := r.Step(t.Context()); err != nil {
			return err
		}
	}
	return nil
}

func TestRun_aWriteThatAGatewayLostTheAnswerOfIsLookedUp(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(2)
	w.behind(map[string]int{"m000": http.StatusBadGateway}).after = true
	r := w.start(w.plan(sheet))
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, emails) || r.Count(transfer.Created) != 2 {
		t.Error(got, results(r))
	}
	if o := r.Outcomes()[0]; o.Why != "the answer was lost, and the member is there" || o.MemberID != w.member(emails[0]).MemberID {
		t.Errorf("%q, %q", o.Why, o.MemberID)
	}
}

func TestRun_rowsThatTheServerRefusesDoNotEndIt(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(6)
	w.behind(map[string]int{"m000": 400, "m001": 400, "m002": 400, "m003": 400})
	r := w.start(w.plan(sheet))
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, emails[4:]) || r.Count(transfer.Failed) != 4 {
		t.Error(got, results(r))
	}
}

func TestRun_aRefusalShowsThatTheServerIsThere(t *testing.T) {
	w := newWorld(t)
	sheet, _ := manyRows(6)
	w.behind(map[string]int{"m000": 500, "m001": 500, "m002": 400, "m003": 500, "m004": 500})
	r := w.start(w.plan(sheet))
	w.finish(r)
	if r.Count(transfer.Failed) != 5 || r.Count(transfer.Created) != 1 {
		t.Error(results(r))
	}
	if why := r.Outcomes()[0].Why; strings.Contains(why, "not known") {
		t.Errorf("it was looked up that nobody was made, and it says %q", why)
	}
}

func TestRun_endsWhenNoOtherRowCanComeThrough(t *testing.T) {
	for name, test := range map[string]struct {
		answers map[string]int
		left    int
	}{
		"no more requests are taken": {map[string]int{"m000": 429, "m001": 429, "m002": 429}, 3},
		"the secret is not taken":    {map[string]int{"m000": 401}, 5},
	} {
		w := newWorld(t)
		sheet, _ := manyRows(6)
		w.behind(test.answers)
		r := w.start(w.plan(sheet))
		if err := run(t, r); err == nil || r.Left() != test.left || !strings.Contains(err.Error(), "rows were not tried") {
			t.Errorf("%s: %d left, %v", name, r.Left(), err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestRun_endsAtTheFirstRowWhereOnlyReadingIsAllowed(t *testing.T) {
	w := newWorld(t)
	sheet, _ := manyRows(3)
	w.to.Client = w.connect(api.WithReadOnly())
	r := w.start(w.plan(sheet))
	if err := run(t, r); !api.IsReadOnly(err) || r.Left() != 2 {
		t.Errorf("%d left, %v", r.Left(), err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

func TestRun_whereTheLastRowsFailNothingIsLeftToGiveUp(t *testing.T) {
	w := newWorld(t)
	sheet, _ := manyRows(3)
	p := w.plan(sheet)
	w.on.lose = func(*http.Request) (bool, bool) { return true, false }
	r := w.start(p)
	if err := run(t, r); err != nil || r.Count(transfer.Failed) != 3 {
		t.Error(err, results(r))
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// The screen goes on with the plan that it has shown, which knows nothing of what
// was made since.
func TestRun_withThePlanOfBeforeMakesNobodyTwice(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(2)
	p, down := w.plan(sheet), false
	w.on.lose = func(*http.Request) (request, answer bool) {
		defer func() { down = true }()
		return down, true // the server has the first row, and nobody knows
	}
	r := w.start(p)
	if o, err := r.Step(t.Context()); err != nil || o.Result != transfer.Failed {
		t.Fatal(o, err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	w.on.lose, w.on.sent = nil, nil
	r = w.start(p)
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, emails) || r.Count(transfer.Created) != 2 {
		t.Error(got, results(r))
	}
	if writes := slices.DeleteFunc(w.on.sent, func(c string) bool { return !strings.HasSuffix(c, "/members") }); len(writes) != 1 {
		t.Errorf("%d writes", len(writes))
	}
}

func TestRun_aLookUpThatFailsLeavesTheRowToBeSent(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(2)
	p := w.plan(sheet)
	w.on.lose = func(*http.Request) (bool, bool) { return true, false }
	r := w.start(p)
	if o, err := r.Step(t.Context()); err != nil || o.Result != transfer.Failed {
		t.Fatal(o, err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	w.on.lose = func(r *http.Request) (bool, bool) { return r.Method == http.MethodGet, false }
	r = w.start(p)
	if _, err := r.Step(t.Context()); !errors.Is(err, errLost) || r.Left() != 2 {
		t.Fatalf("%d left, %v", r.Left(), err)
	}
	w.on.lose = nil
	w.finish(r)
	if got := w.emails(); !slices.Equal(got, emails) || r.Count(transfer.Created) != 2 {
		t.Error(got, results(r))
	}
}
