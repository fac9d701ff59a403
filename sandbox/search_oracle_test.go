package sandbox_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// oracle answers searches by looking at every member.
type oracle struct {
	*rand.Rand
	path    string
	members []b2b.Member
}

// question is an operand, and what it means.
type question struct {
	operand  b2b.SearchOperand
	isStatus bool
	holds    func(b2b.Member) bool
}

// text is a part of somebody's address or number.
func (o *oracle) text(of func(b2b.Member) string) string {
	for {
		whole := of(o.members[o.IntN(len(o.members))])
		if len(whole) < 3 {
			continue
		}
		from := o.IntN(len(whole) - 2)
		return whole[from : from+min(3+o.IntN(8), len(whole)-from)]
	}
}

func (o *oracle) question() question {
	address := func(m b2b.Member) string { return m.EmailAddress }
	number := func(m b2b.Member) string { return m.MFAPhoneNumber }
	somebody := func() b2b.Member { return o.members[o.IntN(len(o.members))] }
	flag := o.IntN(2) == 0
	switch o.IntN(9) {
	case 0, 1:
		text := o.text(address)
		return question{api.Filter(b2b.FilterMemberEmailFuzzy, strings.ToUpper(text)), false, func(m b2b.Member) bool { return strings.Contains(address(m), text) }}
	case 2:
		text := o.text(number)
		return question{api.Filter(b2b.FilterMemberMFAPhoneNumberFuzzy, text), false, func(m b2b.Member) bool { return strings.Contains(number(m), text) }}
	case 3:
		list := []string{somebody().Status, somebody().Status}
		return question{api.Filter(b2b.FilterStatuses, list), true, func(m b2b.Member) bool { return slices.Contains(list, m.Status) }}
	case 4:
		roles := []string{"stytch_admin", "editor", "stytch_member"}[o.IntN(2):][:1+o.IntN(2)]
		return question{api.Filter(b2b.FilterMemberRoles, roles), false, func(m b2b.Member) bool {
			return slices.ContainsFunc(m.Roles, func(r b2b.MemberRole) bool { return slices.Contains(roles, r.RoleID) })
		}}
	case 5:
		return question{api.Filter(b2b.FilterMemberPasswordExists, flag), false, func(m b2b.Member) bool { return (m.MemberPasswordID != "") == flag }}
	case 6:
		return question{api.Filter(b2b.FilterMemberIsBreakglass, flag), false, func(m b2b.Member) bool { return m.IsBreakglass == flag }}
	case 7:
		list := []string{somebody().MemberID, somebody().MemberID, somebody().MemberID}
		return question{api.Filter(b2b.FilterMemberIDs, list), false, func(m b2b.Member) bool { return slices.Contains(list, m.MemberID) }}
	}
	list := []string{address(somebody()), address(somebody())}
	return question{api.Filter(b2b.FilterMemberEmails, list), false, func(m b2b.Member) bool { return slices.Contains(list, address(m)) }}
}

// answer is what a search must find, in order.
func (o *oracle) answer(orgs []string, isAny bool, asked []question) []string {
	hasStatus := slices.ContainsFunc(asked, func(q question) bool { return q.isStatus })
	var ids []string
	for _, m := range o.members {
		isLive := m.Status != "deleted"
		lacks := func(q question) bool { return !q.holds(m) }
		meets := func(q question) bool { return q.holds(m) && (isLive || q.isStatus) }
		found := !slices.ContainsFunc(asked, lacks) && (isLive || hasStatus)
		if isAny {
			found = slices.ContainsFunc(asked, meets)
		}
		if found && slices.Contains(orgs, m.OrganizationID) {
			ids = append(ids, m.MemberID)
		}
	}
	return ids
}

// newOracle knows what a seeded sandbox holds after it was used a little.
func newOracle(t *testing.T) (*oracle, *api.Client) {
	t.Helper()
	o := &oracle{Rand: rand.New(rand.NewPCG(11, 12)), path: filepath.Join(t.TempDir(), "s.db")} // in memory nothing is remembered between searches
	server := openServer(t, o.path)
	if err := sandbox.Seed(t.Context(), server, sandbox.SeedOptions{Members: 1200}); err != nil {
		t.Fatal(err)
	}
	client := clientOf(t, server)
	o.learn(t)
	for i, m := range o.members {
		ctx := t.Context()
		var err error
		switch {
		case m.Status == "deleted":
			continue
		case i%97 == 1:
			_, err = client.Members.Update(m, b2b.UpdateMember{EmailAddress: ptr(fmt.Sprintf("moved%d@elsewhere.example", i))}).Do(ctx)
		case i%97 == 2:
			_, err = client.Members.Delete(m).Do(ctx)
		case i%97 == 3:
			_, err = client.Members.Update(m, b2b.UpdateMember{IsBreakglass: ptr(!m.IsBreakglass), Roles: []string{"stytch_admin"}}).Do(ctx)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	o.learn(t)
	return o, client
}

// learn looks at everybody, through a server that remembers nothing.
func (o *oracle) learn(t *testing.T) {
	t.Helper()
	o.members = allOf(t, clientOf(t, openServer(t, o.path))).members
	slices.SortFunc(o.members, func(a, b b2b.Member) int {
		return cmp.Or(a.CreatedAt.Compare(*b.CreatedAt), strings.Compare(a.MemberID, b.MemberID))
	})
}

// asked is a search that an oracle makes up, and what it means.
type asked struct {
	within    []string
	isAny     bool
	questions []question
}

func (o *oracle) search(orgs []string) asked {
	a := asked{within: orgs[:[]int{1, 2, len(orgs)}[o.IntN(3)]], isAny: o.IntN(2) == 0, questions: make([]question, 1+o.IntN(3))}
	for i := range a.questions {
		a.questions[i] = o.question()
	}
	return a
}

// check compares every page of a search, and their total, with what looking at
// everybody finds.
func (o *oracle) check(t *testing.T, client *api.Client, a asked) {
	t.Helper()
	combine, operands := api.And, make([]b2b.SearchOperand, len(a.questions))
	if a.isAny {
		combine = api.Or
	}
	for i, q := range a.questions {
		operands[i] = q.operand
	}
	want := o.answer(a.within, a.isAny, a.questions)
	var got []string
	search := b2b.SearchMembers{OrganizationIDs: a.within, Query: combine(operands...), Limit: ptr(40 + o.IntN(900))}
	for {
		page, err := client.Members.Search(t.Context(), search)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range page.Items {
			got = append(got, m.MemberID)
		}
		if page.Total != len(want) {
			t.Errorf("any %v of %+v in %d: total %d, want %d", a.isAny, operands, len(a.within), page.Total, len(want))
		}
		if page.NextCursor == "" {
			break
		}
		search.Cursor = &page.NextCursor
	}
	if !slices.Equal(got, want) {
		t.Errorf("any %v of %+v in %d: found %d, want %d", a.isAny, operands, len(a.within), len(got), len(want))
	}
}

// organizations are the ids of those that have members.
func (o *oracle) organizations() []string {
	var orgs []string
	for _, m := range o.members {
		if !slices.Contains(orgs, m.OrganizationID) {
			orgs = append(orgs, m.OrganizationID)
		}
	}
	return orgs
}

func TestSearchesFindExactlyWhatLookingAtEverybodyFinds(t *testing.T) {
	o, client := newOracle(t)
	orgs := o.organizations()
	for range 150 {
		o.check(t, client, o.search(orgs))
	}
}

// TestRememberedSearchesStayExact asks the same searches again and again, between
// changes of a few organizations in everything that is searched by.
func TestRememberedSearchesStayExact(t *testing.T) {
	o, client := newOracle(t)
	orgs := o.organizations()
	searches := make([]asked, 40)
	for i := range searches {
		searches[i] = o.search(orgs)
	}
	for round := range 9 {
		for _, a := range searches {
			o.check(t, client, a)
		}
		o.change(t, client, round)
		o.learn(t)
	}
}

// change changes somebody who lives.
func (o *oracle) change(t *testing.T, client *api.Client, round int) {
	t.Helper()
	living := slices.DeleteFunc(slices.Clone(o.members), func(m b2b.Member) bool { return m.Status == "deleted" })
	m := living[o.IntN(len(living))]
	ctx := t.Context()
	var err error
	switch round {
	case 0:
		_, err = client.Members.Update(m, b2b.UpdateMember{Name: ptr("Nobody asks for names")}).Do(ctx)
	case 1:
		_, err = client.Members.Update(m, b2b.UpdateMember{IsBreakglass: ptr(!m.IsBreakglass)}).Do(ctx)
	case 2:
		_, err = client.Members.Update(m, b2b.UpdateMember{Roles: []string{"stytch_admin"}}).Do(ctx)
	case 3:
		_, err = client.Members.Update(m, b2b.UpdateMember{EmailAddress: ptr("again." + o.members[0].EmailAddress)}).Do(ctx)
	case 4:
		_, err = client.Members.Delete(m).Do(ctx)
	case 5:
		_, err = client.Members.Create(m.OrganizationID, b2b.CreateMember{EmailAddress: "new." + m.EmailAddress}).Do(ctx)
	case 6:
		_, err = client.Members.Update(m, b2b.UpdateMember{MFAPhoneNumber: ptr("+15005550123")}).Do(ctx)
	case 7:
		var org b2b.Organization
		if org, err = client.Organizations.Get(ctx, m.OrganizationID); err == nil {
			_, domain, _ := strings.Cut(m.EmailAddress, "@")
			given := []b2b.EmailImplicitRoleAssignment{{Domain: domain, RoleID: "stytch_admin"}}
			_, err = client.Organizations.Update(org, b2b.UpdateOrganization{RBACEmailImplicitRoleAssignments: given}).Do(ctx)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestSearchesSeeWhatHasJustChanged repeats searches, which may remember what they
// found, after writes that make them find something else.
func TestSearchesSeeWhatHasJustChanged(t *testing.T) {
	o, client := newOracle(t)
	ctx := t.Context()
	org := o.members[0].OrganizationID
	within := []string{org, o.members[len(o.members)-1].OrganizationID}
	search := b2b.SearchMembers{OrganizationIDs: within, Query: api.And(api.Filter(b2b.FilterMemberEmailFuzzy, "newcomer")), Limit: ptr(2)}
	for i := range 5 {
		if _, err := client.Members.Create(org, b2b.CreateMember{EmailAddress: fmt.Sprintf("newcomer%d@elsewhere.example", i)}).Do(ctx); err != nil {
			t.Fatal(err)
		}
		before, err := client.Organizations.Get(ctx, org)
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("Renamed %d", i)
		if _, err := client.Organizations.Update(before, b2b.UpdateOrganization{OrganizationName: &name}).Do(ctx); err != nil {
			t.Fatal(err)
		}
		var readers sync.WaitGroup
		for range 8 {
			readers.Go(func() {
				page, err := client.Members.Search(ctx, search)
				if err != nil {
					t.Error(err)
					return
				}
				if page.Total != i+1 || len(page.Items) != min(i+1, 2) {
					t.Errorf("after %d newcomers: %d of %d", i+1, len(page.Items), page.Total)
				}
				if shown := page.Organizations[org].OrganizationName; shown != name {
					t.Errorf("the organization is still %q, want %q", shown, name)
				}
			})
		}
		readers.Wait()
	}
}
