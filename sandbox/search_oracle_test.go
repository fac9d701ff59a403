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
func newOracle(t *testing.T) (*oracle, *sandbox.Server, *api.Client) {
	t.Helper()
	server := openServer(t, filepath.Join(t.TempDir(), "s.db")) // in memory nothing is remembered between searches
	if err := sandbox.Seed(t.Context(), server, sandbox.SeedOptions{Members: 1200}); err != nil {
		t.Fatal(err)
	}
	client := clientOf(t, server)
	o := &oracle{Rand: rand.New(rand.NewPCG(11, 12))}
	o.members = allOf(t, client).members
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
	o.members = allOf(t, client).members
	slices.SortFunc(o.members, func(a, b b2b.Member) int {
		return cmp.Or(a.CreatedAt.Compare(*b.CreatedAt), strings.Compare(a.MemberID, b.MemberID))
	})
	return o, server, client
}

func TestSearchesFindExactlyWhatLookingAtEverybodyFinds(t *testing.T) {
	o, _, client := newOracle(t)
	var orgs []string
	for _, m := range o.members {
		if !slices.Contains(orgs, m.OrganizationID) {
			orgs = append(orgs, m.OrganizationID)
		}
	}
	for range 150 {
		asked := make([]question, 1+o.IntN(3))
		operands := make([]b2b.SearchOperand, len(asked))
		for i := range asked {
			asked[i] = o.question()
			operands[i] = asked[i].operand
		}
		isAny, combine := o.IntN(2) == 0, api.And
		if isAny {
			combine = api.Or
		}
		within := orgs[:[]int{1, 2, len(orgs)}[o.IntN(3)]]
		want := o.answer(within, isAny, asked)
		var got []string
		search := b2b.SearchMembers{OrganizationIDs: within, Query: combine(operands...), Limit: ptr(40 + o.IntN(900))}
		for {
			page, err := client.Members.Search(t.Context(), search)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range page.Items {
				got = append(got, m.MemberID)
			}
			if page.Total != len(want) {
				t.Errorf("any %v of %+v in %d: total %d, want %d", isAny, operands, len(within), page.Total, len(want))
			}
			if page.NextCursor == "" {
				break
			}
			search.Cursor = &page.NextCursor
		}
		if !slices.Equal(got, want) {
			t.Errorf("any %v of %+v in %d: found %d, want %d", isAny, operands, len(within), len(got), len(want))
		}
	}
}

// TestSearchesSeeWhatHasJustChanged repeats searches, which may remember what they
// found, after writes that make them find something else.
func TestSearchesSeeWhatHasJustChanged(t *testing.T) {
	o, _, client := newOracle(t)
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
