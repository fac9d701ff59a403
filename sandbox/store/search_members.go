package store

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// scanLimit is up to how many members a substring is looked for in each of them,
// rather than in the index of all members of the project.
const scanLimit = 3000

// commonFrom is from how many matches on a substring is common: then walking the
// members in order soon fills a page, and sorting all matches would not.
const commonFrom = 2000

// shareOfAll is the part of all members from which on it is quicker to walk all
// of them in order than to sort those of the organizations.
const shareOfAll = 20

// memberSearch is a search under way.
type memberSearch struct {
	Query
	orgs   []*Organization
	seqs   string // of the organizations, as JSON
	live   int    // members of the organizations
	share  bool   // they are a good part of all members
	common bool   // the substrings looked for are in many members
}

// SearchMembers finds members of the organizations in the order of their creation.
// Deleted ones are found only by their status.
func (t *Tx) SearchMembers(orgs []*Organization, q Query) (Page[*Member], error) {
	var page Page[*Member]
	search, err := t.newMemberSearch(orgs, q)
	if err != nil {
		return page, fmt.Errorf("search members: %w", err)
	}
	matching, err := search.matching()
	if err != nil {
		return page, fmt.Errorf("search members: %w", err)
	}
	if page.Total, err = t.countMembers(search, matching); err != nil {
		return page, fmt.Errorf("count members: %w", err)
	}
	seqs, err := t.pageOf(search.table(), "m", matching, q)
	if err != nil {
		return page, fmt.Errorf("search members: %w", err)
	}
	more := len(seqs) > q.Limit
	seqs = seqs[:min(len(seqs), q.Limit)]
	text, err := list(seqs)
	if err != nil {
		return page, err
	}
	found, err := t.membersWhere("m.seq IN "+listed, text)
	if err != nil {
		return page, err
	}
	page.Items = inOrder(found, seqs, func(m *Member) int64 { return m.Seq })
	if last := len(page.Items) - 1; more && last >= 0 {
		page.Next = &Position{CreatedAt: page.Items[last].CreatedAt.Unix(), ID: page.Items[last].MemberID}
	}
	return page, nil
}

func (t *Tx) newMemberSearch(orgs []*Organization, q Query) (*memberSearch, error) {
	s := &memberSearch{Query: q, orgs: orgs}
	seqs := make([]int64, len(orgs))
	for i, org := range orgs {
		seqs[i] = org.Seq
		s.live += org.LiveMembers
	}
	var err error
	if s.seqs, err = list(seqs); err != nil {
		return nil, err
	}
	if s.common, err = t.isCommon(s); err != nil || len(orgs) < 2 {
		return s, err
	}
	var all int
	_, err = t.row("SELECT sum(live_members) FROM organizations", nil, &all)
	s.share = s.live*shareOfAll >= all
	return s, err
}

// isCommon reports whether all substrings of a search have many matches.
func (t *Tx) isCommon(s *memberSearch) (bool, error) {
	common := false
	for _, f := range s.Filters {
		column, fuzzy := fuzzyColumn(f.Name)
		if !fuzzy || s.live <= scanLimit || !isSearchable(f.Text) {
			continue
		}
		many, err := t.hasMany(column, f.Text)
		if err != nil || !many {
			return false, err
		}
		common = true
	}
	return common, nil
}

// hasMany reports whether a substring is common in a column of the members.
func (t *Tx) hasMany(column, text string) (bool, error) {
	var n int
	_, err := t.row("SELECT count(*) FROM (SELECT rowid FROM member_text WHERE member_text MATCH ? LIMIT ?)",
		[]any{phrase(column, text), commonFrom}, &n)
	return n >= commonFrom, err
}

// fuzzyColumn is the column in which a filter looks for a substring.
func fuzzyColumn(filter string) (column string, ok bool) {
	switch filter {
	case b2b.FilterMemberEmailFuzzy:
		return "email", true
	case b2b.FilterMemberMFAPhoneNumberFuzzy:
		return "phone", true
	}
	return "", false
}

// table names the members, and the index that gives them in order where that
// pays.
func (s *memberSearch) table() string {
	if s.share && !s.isSelective() {
		return "members m INDEXED BY members_order_all"
	}
	return "members m"
}

// isSelective reports whether a filter finds its few members by an index of its
// own.
func (s *memberSearch) isSelective() bool {
	if s.Any {
		return false
	}
	return slices.ContainsFunc(s.Filters, func(f Filter) bool {
		switch f.Name {
		case b2b.FilterMemberIDs, b2b.FilterMemberEmails, b2b.FilterMemberMFAPhoneNumbers:
			return true
		case b2b.FilterMemberIsBreakglass:
			return f.Flag
		}
		_, fuzzy := fuzzyColumn(f.Name)
		return fuzzy && s.live > scanLimit && !s.common
	})
}

// countMembers counts what matches. Without filters the count is kept already.
func (t *Tx) countMembers(s *memberSearch, matching condition) (total int, err error) {
	if len(s.Filters) == 0 {
		return s.live, nil
	}
	from := "members m"
	if s.share && s.common && len(s.Filters) == 1 && s.Filters[0].Name == b2b.FilterMemberEmailFuzzy {
		from += " INDEXED BY members_email_all" // which has all that the condition asks for
	}
	_, err = t.row("SELECT count(*) FROM "+from+" WHERE "+matching.sql, matching.args, &total)
	return total, err
}

// matching is the condition of the whole search.
func (s *memberSearch) matching() (condition, error) {
	var conditions []condition
	hasStatus := false
	for _, f := range s.Filters {
		c, err := s.condition(f)
		if err != nil {
			return condition{}, err
		}
		isStatus := f.Name == b2b.FilterStatuses
		hasStatus = hasStatus || isStatus
		if s.Any && !isStatus {
			c.sql = "(" + c.sql + ") AND m.status <> 'deleted'"
		}
		conditions = append(conditions, c)
	}
	all := []condition{s.within(), join(s.operator(), conditions)}
	if len(conditions) == 0 || !s.Any && !hasStatus {
		all = append(all, where("m.status <> 'deleted'"))
	}
	return join("AND", all), nil
}

// within keeps the search in its organizations. The + keeps the index of
// organizations out where another is better.
func (s *memberSearch) within() condition {
	column := "m.organization"
	if s.isSelective() {
		column = "+m.organization"
	}
	if len(s.orgs) == 1 {
		return where(column+" = ?", s.orgs[0].Seq)
	}
	return where(column+" IN "+listed, s.seqs)
}

func (s *memberSearch) condition(f Filter) (condition, error) {
	values, err := list(f.List)
	if err != nil {
		return condition{}, err
	}
	switch f.Name {
	case b2b.FilterMemberIDs:
		if slices.ContainsFunc(f.List, IsMemberID) {
			return where("m.id IN "+listed, values), nil
		}
		return where("m.external_id IN "+listed, values), nil
	case b2b.FilterMemberEmails:
		return where("m.email IN "+listed, values), nil
	case b2b.FilterMemberEmailFuzzy, b2b.FilterMemberMFAPhoneNumberFuzzy:
		column, _ := fuzzyColumn(f.Name)
		return s.text(column, f.Text), nil
	case b2b.FilterMemberIsBreakglass:
		if f.Flag {
			return where("m.is_breakglass = 1"), nil // in these words the index of the few knows it
		}
		return where("m.is_breakglass = 0"), nil
	case b2b.FilterStatuses:
		return where("m.status IN "+listed, values), nil
	case b2b.FilterMemberMFAPhoneNumbers:
		return where("m.phone IN "+listed+" AND m.phone <> ''", values), nil
	case b2b.FilterMemberPasswordExists:
		return where("(m.password_id IS NOT NULL) = ?", f.Flag), nil
	case b2b.FilterMemberRoles:
		return s.role(f.List, values)
	}
	return condition{}, fmt.Errorf("no filter %q", f.Name)
}

// IsMemberID tells a member id from an external id.
func IsMemberID(id string) bool {
	return strings.HasPrefix(id, "member-test-") || strings.HasPrefix(id, "member-live-")
}

// text finds a substring: by the index, or by looking at each of the members where
// they are few, or the matches many.
func (s *memberSearch) text(column, text string) condition {
	text = strings.ToLower(text)
	if !isSearchable(text) {
		return where("0")
	}
	if s.live <= scanLimit || s.common {
		return where("instr(m."+column+", ?) > 0", text)
	}
	return where("m.seq IN (SELECT rowid FROM member_text WHERE member_text MATCH ?)", phrase(column, text))
}

// role finds the members that hold one of the roles: stored, or by the domain of
// their address.
func (s *memberSearch) role(roles []string, values string) (condition, error) {
	if slices.Contains(roles, b2b.RoleMember) {
		return where("1"), nil // everybody's
	}
	held := where("m.seq IN (SELECT member FROM member_roles WHERE organization IN "+listed+" AND role_id IN "+listed+")", s.seqs, values)
	var domains []string
	for _, org := range s.orgs {
		for _, a := range org.RBACEmailImplicitRoleAssignments {
			if slices.Contains(roles, a.RoleID) {
				domains = append(domains, fmt.Sprintf("%d %s", org.Seq, a.Domain))
			}
		}
	}
	if len(domains) == 0 {
		return held, nil
	}
	text, err := list(domains)
	return join("OR", []condition{held, where("m.organization || ' ' || m.email_domain IN "+listed, text)}), err
}
