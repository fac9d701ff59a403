package store_test

import (
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// oneOfAll adds a member whom every filter finds.
func oneOfAll(tx *store.Tx) error {
	made := time.Unix(100, 0)
	org := &store.Organization{Organization: b2b.Organization{OrganizationID: "organization-test-1", OrganizationSlug: "acme", CreatedAt: &made, UpdatedAt: &made}}
	if err := tx.InsertOrganization(org); err != nil {
		return err
	}
	external := "e1"
	m := &store.Member{OrganizationSeq: org.Seq, Member: b2b.Member{
		MemberID: "member-test-1", EmailAddress: "ada@acme.example", Status: "active", ExternalID: &external, IsBreakglass: true,
		MFAPhoneNumber: "+15005550006", MemberPasswordID: "password-test-1", CreatedAt: &made, UpdatedAt: &made,
	}}
	if err := tx.InsertMember(m); err != nil {
		return err
	}
	return tx.SetDirectRoles(m, []string{"stytch_admin"})
}

// TestSearchesGoByIndexes reads SQLite's plans of all that a search asks: none may
// pass all members, however many there are.
func TestSearchesGoByIndexes(t *testing.T) {
	s := open(t, store.Memory)
	if err := s.Write(t.Context(), oneOfAll); err != nil {
		t.Fatal(err)
	}
	filters := map[string]store.Filter{
		"addresses": {Name: b2b.FilterMemberEmails, List: []string{"ada@acme.example"}}, "ids": {Name: b2b.FilterMemberIDs, List: []string{"member-test-1"}},
		"external ids": {Name: b2b.FilterMemberIDs, List: []string{"e1"}}, "numbers": {Name: b2b.FilterMemberMFAPhoneNumbers, List: []string{"+15005550006"}},
		"statuses": {Name: b2b.FilterStatuses, List: []string{"active"}}, "roles": {Name: b2b.FilterMemberRoles, List: []string{"stytch_admin"}},
		"part of an address": {Name: b2b.FilterMemberEmailFuzzy, Text: "ada"}, "across the @": {Name: b2b.FilterMemberEmailFuzzy, Text: "ada@acme"},
		"part of a number": {Name: b2b.FilterMemberMFAPhoneNumberFuzzy, Text: "555"}, "break glass": {Name: b2b.FilterMemberIsBreakglass, Flag: true},
		"passwords": {Name: b2b.FilterMemberPasswordExists, Flag: true},
	}
	many := []int64{1}
	for n := range int64(20) {
		many = append(many, 3+n)
	}
	for name, filter := range filters {
		for _, orgs := range [][]int64{{1}, {1, 2, 3}, {1, 3}, many} {
			plans := map[string]string{}
			err := s.Read(t.Context(), func(tx *store.Tx) error {
				page, err := tx.SearchMembers(orgs, store.Query{Filters: []store.Filter{filter}, Limit: 10, After: &store.Position{ID: "x"}})
				if err == nil && page.Total != 1 {
					t.Errorf("%s: found %d", name, page.Total)
				}
				if err == nil {
					plans, err = tx.Plans()
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if len(plans) < 2 {
				t.Errorf("%s: saw %d statements", name, len(plans))
			}
			for query, plan := range plans {
				if strings.Contains(plan, "SCAN m\n") || strings.Contains(plan, "SCAN m ") || strings.Contains(plan, "SCAN members\n") {
					t.Errorf("%s in %d organizations: %s\n%s", name, len(orgs), query, plan)
				}
			}
		}
	}
}
