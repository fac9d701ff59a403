package api_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// journal returns a client of h whose writes are kept in what it returns, too.
func journal(t *testing.T, h http.Handler) (*api.Client, *api.History, *[]api.Entry) {
	t.Helper()
	entries, history := &[]api.Entry{}, &api.History{}
	keep := func(e api.Entry) { *entries = append(*entries, e) }
	return client(t, h, api.WithJournal(keep), api.WithJournal(history.Add)), history, entries
}

func TestJournal_tellsOfEachWriteOnce(t *testing.T) {
	c, _, entries := journal(t, &shop{org: fullOrg(), member: ada})
	if _, err := c.Organizations.Get(t.Context(), "acme"); err != nil {
		t.Fatal(err)
	}
	change := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{OrganizationName: api.Ptr("New")})
	if _, err := change.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(*entries) != 1 {
		t.Fatalf("%d entries", len(*entries))
	}
	e := (*entries)[0]
	if e.Plan.Summary != change.Summary || e.RequestID != "r" || e.Err != nil || e.At.IsZero() || e.Undo == nil || e.Run != nil || e.Undoing {
		t.Errorf("%+v", e)
	}
	if got := show(e.Plan.Fields); !slices.Equal(got, []string{"organization_name: Acme → New"}) {
		t.Error(got)
	}
}

func TestJournal_leavesOutWhatWasNotSent(t *testing.T) {
	s := &shop{org: fullOrg()}
	c, _, entries := journal(t, s)
	rename := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{OrganizationName: api.Ptr("Mine")})
	s.org.OrganizationName = "Theirs"
	if _, err := rename.Do(t.Context()); err == nil {
		t.Fatal("no conflict")
	}
	if _, err := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{}).Do(t.Context()); !errors.Is(err, api.ErrNothingToChange) {
		t.Fatal(err)
	}
	keep := func(e api.Entry) { *entries = append(*entries, e) }
	safe := client(t, s, api.WithReadOnly(), api.WithJournal(keep))
	_, err1 := safe.Members.Delete(ada).Do(t.Context())
	_, err2 := safe.Raw(t.Context(), "DELETE", "/v1/b2b/organizations/x", nil)
	if !api.IsReadOnly(err1) || !api.IsReadOnly(err2) || len(*entries) != 0 {
		t.Error(err1, err2, *entries)
	}
}

func TestJournal_tellsWhatFailedAndWhatWasTyped(t *testing.T) {
	refuse := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte(`{"request_id": "r-9", "error_type": "nope", "error_message": "No."}`))
	})
	c, history, entries := journal(t, refuse)
	_, err := c.Members.Delete(ada).Do(t.Context())
	if err == nil || len(*entries) != 1 || (*entries)[0].RequestID != "r-9" || !errors.Is((*entries)[0].Err, err) || (*entries)[0].Undo != nil {
		t.Fatalf("%v %+v", err, *entries)
	}
	body := `{"email_address": "a@acme.test", "password": "correct horse"}`
	_, _ = c.Raw(t.Context(), "POST", "/v1/b2b/passwords/authenticate", []byte(body))
	_, _ = c.Raw(t.Context(), "GET", "/v1/b2b/organizations/x", nil)
	if len(*entries) != 2 {
		t.Fatalf("%d entries", len(*entries))
	}
	e := (*entries)[1]
	if e.RequestID != "r-9" || e.Err == nil || !strings.Contains(e.Plan.Body, "a@acme.test") || strings.Contains(e.Plan.Body+e.Plan.Curl+e.Plan.Command, "horse") {
		t.Errorf("%+v", e)
	}
	if _, ok := history.Last(); ok {
		t.Error("what failed can be undone")
	}
}

func TestHistory_undoesOneStepAfterTheOther(t *testing.T) {
	s := &shop{org: fullOrg(), member: ada}
	c, history, entries := journal(t, s)
	org := s.org
	for _, name := range []string{"B", "C"} {
		after, err := c.Organizations.Update(org, b2b.UpdateOrganization{OrganizationName: &name}).Do(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		org = after
	}
	for _, want := range []string{"B", "Acme"} {
		last, ok := history.Last()
		if !ok || last.Undo == nil {
			t.Fatal("nothing to undo")
		}
		if _, err := last.Undo.Apply(t.Context()); err != nil {
			t.Fatal(err)
		}
		if s.org.OrganizationName != want {
			t.Errorf("it is called %s, want %s", s.org.OrganizationName, want)
		}
	}
	if _, more := history.Last(); more {
		t.Error("something is left to undo")
	}
	if n := len(*entries); n != 4 || !(*entries)[3].Undoing || (*entries)[1].Undoing {
		t.Errorf("%d entries: %+v", n, *entries)
	}
}

func TestHistory_saysWhatHasNoWayBack(t *testing.T) {
	c, history, _ := journal(t, &shop{org: fullOrg(), member: ada})
	_, err1 := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{OrganizationName: api.Ptr("B")}).Do(t.Context())
	_, err2 := c.Members.Delete(ada).Do(t.Context())
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if last, ok := history.Last(); !ok || last.Undo != nil || last.Plan.OneWay == "" {
		t.Errorf("%+v", last)
	}
	history.Forget()
	if last, ok := history.Last(); ok {
		t.Errorf("%+v is left", last)
	}
}

func TestHistory_aRunIsTakenBackAtOnce(t *testing.T) {
	s := &shop{org: fullOrg(), member: ada}
	c, history, _ := journal(t, s)
	together := api.Together(t.Context(), "Change two")
	_, err1 := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{OrganizationName: api.Ptr("B")}).Do(together)
	_, err2 := c.Members.Update(ada, b2b.UpdateMember{Name: api.Ptr("Bea")}).Do(together)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	last, ok := history.Last()
	if !ok || last.Run == nil || last.Plan.Summary != "Change two" || last.Undo == nil {
		t.Fatalf("%+v", last)
	}
	plan := last.Undo.Plan()
	if plan.Summary != "Take back all 2: Change two" || strings.Count(plan.Body, "PUT ") != 2 || strings.Index(plan.Body, "/members/") > strings.Index(plan.Body, "Acme") || plan.EndpointID != "" {
		t.Errorf("%+v", plan)
	}
	s.org.OrganizationName = "Theirs"
	answers, err := last.Undo.Apply(t.Context())
	if err == nil || !strings.Contains(err.Error(), "1 of 2 could not be taken back") || len(answers.([]any)) != 1 || s.member.Name != ada.Name {
		t.Fatal(answers, err)
	}
	s.org.OrganizationName = "B"
	last, _ = history.Last()
	if answers, err = last.Undo.Apply(t.Context()); err != nil || len(answers.([]any)) != 1 || s.org.OrganizationName != "Acme" {
		t.Error(answers, err)
	}
	if _, more := history.Last(); more {
		t.Error("something is left to undo")
	}
}

func TestHistory_takingARunBackAsksWhatItsWorstPartAsks(t *testing.T) {
	s := &shop{org: fullOrg(), member: ada}
	history := &api.History{}
	c := client(t, s, api.WithProtection(), api.WithJournal(history.Add))
	if _, err := c.Organizations.Get(t.Context(), "acme"); err != nil {
		t.Fatal(err)
	}
	together := api.Together(t.Context(), "Import 1 member")
	_, err1 := c.Members.Create("acme", b2b.CreateMember{EmailAddress: "bea@acme.test"}).Do(together)
	_, err2 := c.Members.Update(ada, b2b.UpdateMember{Name: api.Ptr("Bea")}).Do(together)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	last, ok := history.Last()
	if !ok || last.Undo == nil {
		t.Fatalf("%+v", last)
	}
	if plan := last.Undo.Plan(); plan.Danger != api.TypeName || plan.Word != "Acme" {
		t.Errorf("it asks %v %q: %s", plan.Danger, plan.Word, plan.Body)
	}
}

func TestHistory_stopsWithItsContext(t *testing.T) {
	s := &shop{member: ada}
	c, history, _ := journal(t, s)
	if _, err := c.Members.Update(ada, b2b.UpdateMember{Name: api.Ptr("Bea")}).Do(api.Together(t.Context(), "One")); err != nil {
		t.Fatal(err)
	}
	last, _ := history.Last()
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := last.Undo.Apply(ended); !errors.Is(err, context.Canceled) || s.member.Name != "Bea" {
		t.Error(err, s.member.Name)
	}
	if _, ok := history.Last(); !ok {
		t.Error("it is forgotten")
	}
}

func TestHistory_remembersAHundredSteps(t *testing.T) {
	s := &shop{org: fullOrg(), member: ada}
	c, history, _ := journal(t, s)
	for i := range 102 {
		after, err := c.Organizations.Update(s.org, b2b.UpdateOrganization{OrganizationName: api.Ptr(fmt.Sprint("Name ", i))}).Do(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s.org = after
	}
	taken := 0
	for last, ok := history.Last(); ok; last, ok = history.Last() {
		if _, err := last.Undo.Apply(t.Context()); err != nil {
			t.Fatal(err)
		}
		taken++
	}
	if taken != 100 || s.org.OrganizationName != "Name 1" {
		t.Errorf("%d steps were taken back, as far as %q", taken, s.org.OrganizationName)
	}
}
