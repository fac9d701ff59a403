package sandbox_test

import (
	"fmt"
	"slices"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// TestMembersOfOneSecondComeByTheirIDs pages through members whom an index lists,
// all made while the clock stood still.
func TestMembersOfOneSecondComeByTheirIDs(t *testing.T) {
	b := crowd(t)
	var addresses, want, got []string
	for i := range 12 {
		address := fmt.Sprintf("twin%d@crowd.example", i)
		made := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: address}))
		addresses, want = append(addresses, address), append(want, made.MemberID)
	}
	slices.Sort(want)
	search := b2b.SearchMembers{OrganizationIDs: []string{b.org.OrganizationID}, Query: api.And(api.Filter(b2b.FilterMemberEmails, addresses)), Limit: ptr(5)}
	for m, err := range b.client.Members.All(t.Context(), search) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, m.MemberID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
