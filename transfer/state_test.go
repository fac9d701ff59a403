package transfer_test

import (
	"os"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
)

func TestState_belongsToOneFileIntoOneOrganizationInOneWay(t *testing.T) {
	w := newWorld(t)
	one, _ := manyRows(1)
	two, _ := manyRows(2)
	paths := map[string]string{}
	note := func(of string, p *transfer.Plan) {
		t.Helper()
		path := transfer.StatePath(w.results(), p)
		if other, taken := paths[path]; taken {
			t.Errorf("%s goes on where %s was", of, other)
		}
		paths[path] = of
	}
	note("one file", w.plan(one))
	note("another file", w.plan(two))
	w.to.Invite = &b2b.InviteEmailMagicLink{}
	note("an invitation", w.plan(one))
	w.to.Invite, w.to.Organization.OrganizationID = nil, newWorld(t).to.Organization.OrganizationID
	if path := transfer.StatePath(w.results(), mustPlan(t, w.to, one)); paths[path] != "" {
		t.Errorf("another organization goes on where %s was", paths[path])
	}
}

// mustPlan plans without asking the server: no row can be sent.
func mustPlan(t *testing.T, to transfer.Import, sheet string) *transfer.Plan {
	t.Helper()
	s, err := transfer.ReadSheet(strings.NewReader(sheet))
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Rows {
		s.Rows[i].Problem = "it is not looked up"
	}
	p, err := to.Plan(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestState_ofAnotherImportIsLeftAlone(t *testing.T) {
	w := newWorld(t)
	sheet, _ := manyRows(2)
	p := w.plan(sheet)
	path := transfer.StatePath(w.results(), p)
	const other = "{\"import\":\"another\"}\n{\"line\":2,\"step\":\"created\"}\n"
	if err := os.WriteFile(path, []byte(other), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := transfer.OpenState(path, p); err == nil || !strings.Contains(err.Error(), "line 1 is not of this import") {
		t.Errorf("opened: %v", err)
	}
	if _, err := transfer.ReadState(path, p); err == nil {
		t.Error("read")
	}
	if text, _ := os.ReadFile(path); string(text) != other {
		t.Errorf("it has become %s", text)
	}
}
