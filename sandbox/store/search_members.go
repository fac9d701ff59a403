package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
)

// many is up to how many matches are held to be put in order. More are rather met
// by walking along the members.
const many = 50_000

// detour is how many members are passed at most in looking for those of some
// organizations among those of all.
const detour = 20_000

// briefly joins members to u, rows of organization and seq, by an index that has
// all that is counted by.
const briefly = "members m INDEXED BY members_brief ON m.organization = u.organization AND m.seq = u.seq"

// memberSearch is a search under way.
type memberSearch struct {
	Query
	tx      *Tx
	orgs    []int64
	seqs    string // of the organizations, as JSON
	filters []memberFilter
	hasLive bool // deleted members are left out
}

// SearchMembers finds members of the organizations in the order of their creation.
// Deleted ones are found only by their status.
func (t *Tx) SearchMembers(orgs []int64, q Query) (Page[*Member], error) {
	var page Page[*Member]
	search, err := t.newMemberSearch(orgs, q)
	if err != nil {
		return page, fmt.Errorf("search members: %w", err)
	}
	found, err := search.count()
	if err != nil {
		return page, fmt.Errorf("count members: %w", err)
	}
	page.Total = found.total
	seqs, err := search.page(found)
	if err != nil {
		return page, fmt.Errorf("search members: %w", err)
	}
	more := len(seqs) > q.Limit
	seqs = seqs[:min(len(seqs), q.Limit)]
	text, err := list(seqs)
	if err != nil {
		return page, err
	}
	members, err := t.membersWhere("m.seq IN "+listed, text)
	if err != nil {
		return page, err
	}
	page.Items = inOrder(members, seqs, func(m *Member) int64 { return m.Seq })
	if last := len(page.Items) - 1; more && last >= 0 {
		page.Next = &Position{CreatedAt: page.Items[last].CreatedAt.Unix(), ID: page.Items[last].MemberID}
	}
	return page, nil
}

func (t *Tx) newMemberSearch(orgs []int64, q Query) (*memberSearch, error) {
	s := &memberSearch{Query: q, tx: t, orgs: orgs}
	var err error
	if s.seqs, err = list(orgs); err != nil {
		return nil, err
	}
	hasStatus := false
	for _, f := range q.Filters {
		filter, err := s.filter(f)
		if err != nil {
			return nil, err
		}
		if isStatus := f.Name == statusFilter; isStatus {
			hasStatus = true
		} else if q.Any {
			filter.alive = true
		}
		s.filters = append(s.filters, filter)
	}
	s.hasLive = len(q.Filters) == 0 || !q.Any && !hasStatus
	return s, nil
}

// within keeps alias, a column that numbers organizations, in those searched.
func (s *memberSearch) within(column string) condition {
	if len(s.orgs) == 1 {
		return where(column+" = ?", s.orgs[0])
	}
	return where(column+" IN "+listed, s.seqs)
}

// matching is the condition of the whole search on a member m. What the listing
// known lists needs no proof.
func (s *memberSearch) matching(known *listing) condition {
	conditions := make([]condition, len(s.filters))
	for i, f := range s.filters {
		conditions[i] = f.whole(known)
	}
	return s.complete(conditions)
}

// counted is the part of the search's condition that what members are counted by
// meets alone.
func (s *memberSearch) counted() condition {
	conditions := make([]condition, len(s.filters))
	for i, f := range s.filters {
		conditions[i] = f.living(f.counted)
	}
	return s.complete(conditions)
}

func (s *memberSearch) complete(conditions []condition) condition {
	matching := join(s.operator(), conditions...)
	if s.hasLive {
		matching = join("AND", matching, where("m.status <> 'deleted'"))
	}
	return matching
}

// matches are how many members match, and, where an index has listed them all,
// who comes after the pages seen.
type matches struct {
	total int
	held  []match
	isAll bool // held are all
}

type match struct{ seq, createdAt int64 }

// count counts what matches: whom the counts tell, and then, one by one, those
// whom an index has to list.
func (s *memberSearch) count() (found matches, err error) {
	counted := s.counted()
	if found.total, err = s.countCounted(counted); err != nil {
		return found, err
	}
	others := s.listing()
	if others == nil {
		return found, nil
	}
	found.isAll = counted.isNever()
	matching := s.matching(others)
	if !counted.isNever() {
		matching = join("AND", matching, where("NOT ("+counted.sql+")", counted.args...))
	}
	return found, s.list(others, matching, &found)
}

// list adds those who match among the members of a listing.
func (s *memberSearch) list(l *listing, matching condition, found *matches) error {
	from, after := s.listedFrom(l), s.after("m")
	query := "SELECT m.seq, m.created_at, " + after.sql + " FROM " + from.sql + " CROSS JOIN " + briefly + " WHERE " + matching.sql
	return s.tx.rows(query, slices.Concat(after.args, from.args, matching.args), func(rows *sql.Rows) error {
		var m match
		var isAfter bool
		if err := rows.Scan(&m.seq, &m.createdAt, &isAfter); err != nil {
			return err
		}
		found.total++
		if isAfter && found.isAll {
			found.held = append(found.held, m)
		}
		if len(found.held) > many {
			found.held, found.isAll = nil, false
		}
		return nil
	})
}

func (s *memberSearch) countCounted(counted condition) (total int, err error) {
	if counted.isNever() {
		return 0, nil
	}
	_, err = s.tx.row("SELECT ifnull(sum(m.members), 0) FROM json_each(?) o CROSS JOIN member_counts m ON m.organization = o.value WHERE "+counted.sql,
		append([]any{s.seqs}, counted.args...), &total)
	return total, err
}

// listedFrom selects the members of a listing in the organizations, each once.
func (s *memberSearch) listedFrom(l *listing) condition {
	within := s.within("organization")
	distinct := "DISTINCT "
	if l.unique {
		distinct = ""
	}
	return where("(SELECT "+distinct+"organization, seq FROM ("+l.rows.sql+") WHERE "+within.sql+") u", slices.Concat(l.rows.args, within.args)...)
}

// listing is a listing of all who match but are not told by the counts; nil where
// there are none. Where all filters must be met, that of one is enough which
// nobody meets in another way.
func (s *memberSearch) listing() *listing {
	if only := s.only(); only != nil {
		return only
	}
	var all *listing
	for _, f := range s.filters {
		if f.listed != nil {
			all = all.with(f.listed)
		}
	}
	return all
}

// only is the shortest listing that has everybody who matches; nil for none.
func (s *memberSearch) only() *listing {
	if s.Any && len(s.filters) > 1 {
		return nil
	}
	var best *listing
	for _, f := range s.filters {
		if f.listed != nil && f.counted.isNever() && (best == nil || f.listed.length < best.length) {
			best = f.listed
		}
	}
	return best
}

// page returns the numbers of the members on the page, and of one more if there
// is.
func (s *memberSearch) page(found matches) ([]int64, error) {
	switch {
	case found.total == 0:
		return nil, nil
	case found.isAll:
		return s.earliest(found.held)
	case len(s.orgs) == 1:
		return s.first("members m INDEXED BY members_order", join("AND", s.within("m.organization"), s.matching(nil)))
	}
	seqs, done, err := s.walk(found.total)
	if done || err != nil {
		return seqs, err
	}
	matching := s.matching(nil)
	return s.first("json_each(?) o CROSS JOIN members m INDEXED BY members_order ON m.organization = o.value",
		condition{sql: matching.sql, args: append([]any{s.seqs}, matching.args...)})
}

// first selects the page among rows with a member m.
func (s *memberSearch) first(from string, matching condition) ([]int64, error) {
	return s.tx.seqs("SELECT m.seq FROM "+from, join("AND", matching, s.after("m")), "m", s.Limit+1)
}

// earliest selects the page among those held. Only who is on it, or was made in the
// same second, is looked up.
func (s *memberSearch) earliest(held []match) ([]int64, error) {
	slices.SortFunc(held, func(a, b match) int { return cmp.Compare(a.createdAt, b.createdAt) })
	end := min(len(held), s.Limit+1)
	for end < len(held) && held[end].createdAt == held[end-1].createdAt {
		end++
	}
	seqs := make([]int64, end)
	for i, m := range held[:end] {
		seqs[i] = m.seq
	}
	text, err := list(seqs)
	if err != nil {
		return nil, err
	}
	return s.tx.seqs("SELECT m.seq FROM members m", where("m.seq IN "+listed, text), "m", s.Limit+1)
}
