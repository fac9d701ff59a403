package store

import (
	"database/sql"
	"fmt"
	"slices"
)

// many is up to how many matches are held to be put in order. More are rather met
// by walking along the members.
const many = 50_000

// briefly joins members to u, rows of organization and seq, by an index that has
// all that is counted by.
const briefly = "members m INDEXED BY members_brief ON m.organization = u.organization AND m.seq = u.seq"

// count finds how many match in each organization: whom the counts tell, and then,
// one by one, those whom an index has to list.
func (s *memberSearch) count() (*matches, error) {
	if err := s.measure(); err != nil {
		return nil, err
	}
	counted := s.counted()
	found := newMatches(counted.isNever())
	if !counted.isNever() {
		if err := s.tally(found, s.countedTotals(counted)); err != nil {
			return nil, err
		}
	}
	if others := s.listing(); others != nil {
		matching := s.matching(others)
		if !counted.isNever() {
			matching = join("AND", matching, where("NOT ("+counted.sql+")", counted.args...))
		}
		if err := s.enumerate(found, others, matching); err != nil {
			return nil, err
		}
	}
	found.sort()
	return found, nil
}

// measure learns of the filters what there is of it in the organizations, so that
// nobody is looked for where nobody can be.
func (s *memberSearch) measure() error {
	if s.isMeasured {
		return nil
	}
	s.isMeasured = true
	for i := range s.filters {
		f := &s.filters[i]
		if f.given.sql != "" {
			var one int
			given, err := s.tx.row(f.given.sql+" LIMIT 1", f.given.args, &one)
			if err != nil {
				return fmt.Errorf("look for domains: %w", err)
			}
			if !given {
				f.counted = never()
			}
		}
		if f.listed == nil || !f.listed.isText {
			continue
		}
		if err := s.measureText(f.listed); err != nil {
			return err
		}
	}
	return nil
}

// tally adds the rows of a query, of organizations and how many members match there.
func (s *memberSearch) tally(found *matches, query condition) error {
	return s.tx.rows(query.sql, query.args, func(rows *sql.Rows) error {
		var organization int64
		var n int
		err := rows.Scan(&organization, &n)
		found.add(organization, n)
		return err
	})
}

// countedTotals selects how many members meet what is counted by.
func (s *memberSearch) countedTotals(counted condition) condition {
	if s.isRun() {
		counted = join("AND", s.within("m.organization"), counted)
		return where("SELECT m.organization, sum(m.members) FROM member_counts m WHERE "+counted.sql+" GROUP BY m.organization", counted.args...)
	}
	return where("SELECT o.value, (SELECT ifnull(sum(m.members), 0) FROM member_counts m WHERE m.organization = o.value AND ("+counted.sql+")) FROM json_each(?) o",
		append(slices.Clone(counted.args), s.seqs)...)
}

// enumerate adds those who match among the members of a listing. They are only
// counted where an index has all that takes: they are so many that a page is mostly
// met sooner by walking.
func (s *memberSearch) enumerate(found *matches, l *listing, matching condition) error {
	from := s.listedFrom(l, matching)
	if !l.isScanned() {
		return s.list(found, from)
	}
	found.isAll = false
	return s.tally(found, where("SELECT m.organization, count(*) FROM "+from.sql+" GROUP BY m.organization", from.args...))
}

// list adds the members m of a selection.
func (s *memberSearch) list(found *matches, from condition) error {
	return s.tx.rows("SELECT m.organization, m.seq, m.created_at FROM "+from.sql, from.args, func(rows *sql.Rows) error {
		var organization, seq, createdAt int64
		err := rows.Scan(&organization, &seq, &createdAt)
		found.add(organization, 1)
		found.hold(match{at: organization<<32 | seq, createdAt: createdAt})
		return err
	})
}

// hold lists everybody who matches, unless they are too many.
func (s *memberSearch) hold(found *matches) error {
	if err := s.measure(); err != nil {
		return err
	}
	matching := join("AND", s.within("m.organization"), s.matching(nil))
	from := where("members m INDEXED BY members_brief WHERE "+matching.sql, matching.args...)
	if only := s.only(); only != nil {
		from = s.listedFrom(only, s.matching(only))
	}
	all := newMatches(true)
	err := s.list(all, from)
	all.sort()
	found.held, found.isAll = all.held, all.isAll
	return err
}

// listedFrom selects, as m and each once, the members of a listing in the
// organizations that match.
func (s *memberSearch) listedFrom(l *listing, matching condition) condition {
	if l.isPassed {
		matching = join("AND", l.is, s.within("m.organization"), matching)
		return where("members m INDEXED BY members_brief WHERE "+matching.sql, matching.args...)
	}
	if l.isScanned() {
		matching = join("AND", l.scan, s.within("m.organization"), matching)
		return where("members m INDEXED BY members_phone_in WHERE "+matching.sql, matching.args...)
	}
	within, distinct := s.within("organization"), "DISTINCT "
	if l.unique {
		distinct = ""
	}
	return where("(SELECT "+distinct+"organization, seq FROM ("+l.rows.sql+") WHERE "+within.sql+") u CROSS JOIN "+briefly+" WHERE "+matching.sql,
		slices.Concat(l.rows.args, within.args, matching.args)...)
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
