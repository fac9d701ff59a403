package store

import (
	"cmp"
	"math"
	"slices"
)

// detour is how many members are passed at most in looking for those of some
// organizations among those of all.
const detour = 20_000

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
	seqs, done, err := s.walk(found)
	if done || err != nil {
		return seqs, err
	}
	if found.total <= many {
		if err := s.hold(found); err != nil {
			return nil, err
		}
		return s.earliest(found.held)
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
// same second as the last there or on the page before, is looked up; nobody on a first
// page of whom no two were made in the same second.
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
		seqs = append(seqs, m.seq())
	}
	if s.After == nil && areApart(held[begin:end]) {
		return seqs, nil
	}
	text, err := list(seqs)
	if err != nil {
		return nil, err
	}
	return s.first("members m", where("m.seq IN "+listed, text))
}

// areApart reports whether no two of those held, who are sorted, were made in the
// same second.
func areApart(held []match) bool {
	for i := 1; i < len(held); i++ {
		if held[i].createdAt == held[i-1].createdAt {
			return false
		}
	}
	return true
}

// madeBefore is how many of those held, who are sorted, were made before a moment.
func madeBefore(held []match, moment int64) int {
	n, _ := slices.BinarySearchFunc(held, moment, func(m match, moment int64) int { return cmp.Compare(m.createdAt, moment) })
	return n
}

// walk looks for the page along the members of all organizations, from the place
// where the page before has ended. Where that is long before the first of those
// searched it starts again there. It gives up, not done, where they are too thin.
func (s *memberSearch) walk(found *matches) (seqs []int64, done bool, err error) {
	length, err := s.length(found.total)
	if err != nil || length > detour {
		return nil, false, err
	}
	from, err := s.departure(found)
	if err != nil {
		return nil, false, err
	}
	for range 2 {
		if seqs, err = s.stroll(from, length); err != nil || len(seqs) > s.Limit {
			return seqs, true, err
		}
		to, err := s.stride(from, length)
		if err != nil || to == nil {
			return seqs, true, err
		}
		if len(seqs) == 0 {
			next, err := s.firstMadeAfter(*to - 1)
			if err != nil || next == nil {
				return nil, true, err
			}
			from = *next
		}
		length = detour
	}
	return nil, false, nil
}

// stroll selects the page among so many members of all organizations, the first of
// those made from a moment on and after the pages seen. It ends where the page does:
// the members come as the inner SELECT has ordered them.
func (s *memberSearch) stroll(from int64, length int) ([]int64, error) {
	passed := join("AND", where("m.created_at >= ?", from), s.after("m"))
	matching := join("AND", s.within("m.organization"), s.matching(nil))
	return s.tx.numbers(`SELECT seq FROM (SELECT m.seq, CASE WHEN `+matching.sql+` THEN 1 END AS found
		FROM members m INDEXED BY members_order_all WHERE `+passed.sql+` ORDER BY m.created_at, m.id LIMIT ?) WHERE found LIMIT ?`,
		slices.Concat(matching.args, passed.args, []any{length, s.Limit + 1}))
}

// departure is the moment from which to walk: that of the last member seen, or the
// first at which the organizations got one.
func (s *memberSearch) departure(found *matches) (from int64, err error) {
	if s.After != nil {
		return s.After.CreatedAt, nil
	}
	if found.begin == nil {
		if found.begin, err = s.firstMadeAfter(math.MinInt64); err != nil {
			return 0, err
		}
	}
	if found.begin == nil {
		return math.MinInt64, nil
	}
	return *found.begin, nil
}

// length is how far to walk at first: several times what it takes where those who
// match, of whom there are total, are spread evenly among all.
func (s *memberSearch) length(total int) (int, error) {
	const several, least = 4, 1000
	var all int
	if _, err := s.tx.row("SELECT ifnull(max(seq), 0) FROM members", nil, &all); err != nil {
		return 0, err
	}
	return max(least, several*(s.Limit+1)*(all/total+1)), nil
}

// stride returns the moment at which so long a walk from another one ends; nil
// when it gets to the last member.
func (s *memberSearch) stride(from int64, length int) (*int64, error) {
	var to int64
	more, err := s.tx.row("SELECT created_at FROM members INDEXED BY members_order_all WHERE created_at >= ? ORDER BY created_at, id LIMIT 1 OFFSET ?",
		[]any{from, length}, &to)
	if err != nil || !more {
		return nil, err
	}
	return &to, nil
}

// firstMadeAfter is the first moment after another one at which the organizations
// searched got a member; nil for none.
func (s *memberSearch) firstMadeAfter(moment int64) (first *int64, err error) {
	_, err = s.tx.row(`SELECT min((SELECT min(created_at) FROM members INDEXED BY members_order WHERE organization = o.value AND created_at > ?))
		FROM json_each(?) o`, []any{moment, s.seqs}, &first)
	return first, err
}
