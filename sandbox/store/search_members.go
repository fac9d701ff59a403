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
	seqs    string         // of the organizations, as JSON
	filters []memberFilter // of those asked for, once understood
	hasLive bool           // deleted members are left out
}

// SearchMembers finds members of the organizations, whose numbers are sorted, in the
// order of their creation. Deleted ones are found only by their status.
func (t *Tx) SearchMembers(orgs []int64, q Query) (Page[*Member], error) {
	var page Page[*Member]
	seqs, total, err := t.searchMembers(orgs, q)
	if err != nil {
		return page, fmt.Errorf("search members: %w", err)
	}
	page.Total = total
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

// searchMembers returns the numbers of the members on the page, and of one more if
// there is, and how many there are on all pages.
func (t *Tx) searchMembers(orgs []int64, q Query) (seqs []int64, total int, err error) {
	s := &memberSearch{Query: q, tx: t, orgs: orgs}
	if s.seqs, err = list(orgs); err != nil {
		return nil, 0, err
	}
	found, err := t.recall(s)
	if err != nil {
		return nil, 0, err
	}
	if seqs, ok := found.pages[q.place()]; ok {
		return seqs, found.total, nil
	}
	if err := s.understand(); err != nil {
		return nil, 0, err
	}
	if !found.isCounted {
		if err := s.count(found); err != nil {
			return nil, 0, fmt.Errorf("count: %w", err)
		}
	}
	if seqs, err = s.page(found); err != nil {
		return nil, 0, err
	}
	found.keep(q.place(), seqs)
	return seqs, found.total, nil
}

// understand makes the filters of those asked for.
func (s *memberSearch) understand() error {
	hasStatus := false
	for _, f := range s.Filters {
		filter, err := s.filter(f)
		if err != nil {
			return err
		}
		if isStatus := f.Name == statusFilter; isStatus {
			hasStatus = true
		} else if s.Any {
			filter.alive = true
		}
		s.filters = append(s.filters, filter)
	}
	s.hasLive = len(s.Filters) == 0 || !s.Any && !hasStatus
	return nil
}

// isRun reports whether the organizations are all that there are between the first
// and the last of them, as those on a page of organizations mostly are.
func (s *memberSearch) isRun() bool {
	n := len(s.orgs)
	return n > 0 && s.orgs[n-1]-s.orgs[0] == int64(n-1)
}

// within keeps alias, a column that numbers organizations, in those searched.
func (s *memberSearch) within(column string) condition {
	switch {
	case len(s.orgs) == 1:
		return where(column+" = ?", s.orgs[0])
	case s.isRun():
		return where(column+" BETWEEN ? AND ?", s.orgs[0], s.orgs[len(s.orgs)-1])
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

// count counts what matches: whom the counts tell, and then, one by one, those
// whom an index has to list.
func (s *memberSearch) count(found *matches) (err error) {
	found.held, found.isAll = nil, false // an earlier attempt may have been interrupted
	counted := s.counted()
	if found.total, err = s.countCounted(counted); err != nil {
		return err
	}
	if others := s.listing(); others != nil {
		found.isAll = counted.isNever()
		matching := s.matching(others)
		if !counted.isNever() {
			matching = join("AND", matching, where("NOT ("+counted.sql+")", counted.args...))
		}
		if err := s.list(others, matching, found); err != nil {
			return err
		}
	}
	slices.SortFunc(found.held, func(a, b match) int { return cmp.Compare(a.createdAt, b.createdAt) })
	found.isCounted = true
	return nil
}

// list adds those who match among the members of a listing.
func (s *memberSearch) list(l *listing, matching condition, found *matches) error {
	from := s.listedFrom(l)
	query := "SELECT m.seq, m.created_at FROM " + from.sql + " CROSS JOIN " + briefly + " WHERE " + matching.sql
	return s.tx.rows(query, slices.Concat(from.args, matching.args), func(rows *sql.Rows) error {
		var m match
		if err := rows.Scan(&m.seq, &m.createdAt); err != nil {
			return err
		}
		found.total++
		if found.isAll {
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
	from := s.countedFrom(counted)
	_, err = s.tx.row("SELECT ifnull(sum(m.members), 0) FROM "+from.sql, from.args, &total)
	return total, err
}

// countedFrom selects the counts m of the organizations that meet a condition.
func (s *memberSearch) countedFrom(counted condition) condition {
	if s.isRun() {
		counted = join("AND", s.within("m.organization"), counted)
		return where("member_counts m WHERE "+counted.sql, counted.args...)
	}
	return where("json_each(?) o CROSS JOIN member_counts m ON m.organization = o.value WHERE "+counted.sql, append([]any{s.seqs}, counted.args...)...)
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
func (s *memberSearch) page(found *matches) ([]int64, error) {
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
// same second as the last there or on the page before, is looked up.
func (s *memberSearch) earliest(held []match) ([]int64, error) {
	begin, skipped := 0, 0
	if s.After != nil {
		begin, skipped = madeBefore(held, s.After.CreatedAt), madeBefore(held, s.After.CreatedAt+1)
	}
	end := min(len(held), skipped+s.Limit+1)
	for end > 0 && end < len(held) && held[end].createdAt == held[end-1].createdAt {
		end++
	}
	seqs := make([]int64, 0, end-begin)
	for _, m := range held[begin:end] {
		seqs = append(seqs, m.seq)
	}
	text, err := list(seqs)
	if err != nil {
		return nil, err
	}
	return s.first("members m", where("m.seq IN "+listed, text))
}

// madeBefore is how many of those held, who are sorted, were made before a moment.
func madeBefore(held []match, moment int64) int {
	n, _ := slices.BinarySearchFunc(held, moment, func(m match, moment int64) int { return cmp.Compare(m.createdAt, moment) })
	return n
}
