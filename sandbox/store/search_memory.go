package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"
)

// How much of searches is remembered at most: searches, members found by all of
// them, and pages of each.
const (
	maxSearchesKnown = 100
	maxHeldKnown     = 500_000
	maxPagesKnown    = 100
)

// matches are how many members match in each organization, and, where an index has
// listed them all, who they are, the first made first.
type matches struct {
	version int64 // of the members
	totals  map[int64]int
	total   int
	held    []match
	isAll   bool   // held are all
	begin   *int64 // no member of the organizations was made before that moment; nil for not known
	pages   map[place][]int64
}

func newMatches(isAll bool) *matches {
	return &matches{totals: map[int64]int{}, isAll: isAll, pages: map[place][]int64{}}
}

// match is one who is held: the organization above the member's number, as the index
// of text has it, and when it was made.
type match struct{ at, createdAt int64 }

func (m match) organization() int64 { return m.at >> 32 }
func (m match) seq() int64          { return m.at & (1<<32 - 1) }

// place is where a page stands in a search.
type place struct {
	after Position // none at all for the first page
	limit int
}

func (q Query) place() place {
	p := place{limit: q.Limit}
	if q.After != nil {
		p.after = *q.After
	}
	return p
}

// add counts n more in an organization.
func (m *matches) add(organization int64, n int) {
	m.totals[organization] += n
	m.total += n
}

// hold keeps one who matches, as far as all can be kept.
func (m *matches) hold(one match) {
	if m.isAll {
		m.held = append(m.held, one)
	}
	if len(m.held) > many {
		m.held, m.isAll = nil, false
	}
}

func (m *matches) sort() {
	slices.SortFunc(m.held, func(a, b match) int { return cmp.Compare(a.createdAt, b.createdAt) })
}

// keep remembers the numbers of the members on a page.
func (m *matches) keep(p place, seqs []int64) {
	if len(m.pages) >= maxPagesKnown {
		clear(m.pages)
	}
	m.pages[p] = seqs
}

// in returns the matches when those in the organizations that changed, sorted, are
// counted again.
func (m *matches) in(changed []int64, again *matches) *matches {
	now := &matches{totals: maps.Clone(m.totals), total: m.total, pages: map[place][]int64{}}
	for _, organization := range changed {
		now.total -= now.totals[organization]
		delete(now.totals, organization)
	}
	for organization, n := range again.totals {
		now.add(organization, n)
	}
	if now.isAll = m.isAll && again.isAll && now.total <= many; now.isAll {
		now.held = merged(m.held, changed, again.held)
	}
	return now
}

// merged are those held of the organizations that have not changed, and of those
// that have.
func merged(held []match, changed []int64, again []match) []match {
	all := make([]match, 0, len(held)+len(again))
	for _, one := range held {
		if _, has := slices.BinarySearch(changed, one.organization()); has {
			continue
		}
		n := madeBefore(again, one.createdAt)
		all = append(append(all, again[:n]...), one)
		again = again[n:]
	}
	return append(all, again...)
}

// searchesKnown are what searches have found. All connections that only read share
// it.
type searchesKnown struct {
	mutex sync.Mutex
	found map[string]*matches
	held  int // members, by all of them
}

// recollection is what is known of one search, for a transaction that sees one
// version of the members.
type recollection struct {
	*searchesKnown // nil where nothing may be remembered
	search         string
	version        int64
}

func (s *memberSearch) recollection() (r recollection, err error) {
	if s.tx.conn.memory == nil {
		return r, nil
	}
	r.searchesKnown = &s.tx.conn.memory.searches
	if _, err := s.tx.row("SELECT ifnull(max(n), 0) FROM member_changes", nil, &r.version); err != nil {
		return r, fmt.Errorf("read the version of the members: %w", err)
	}
	asked, err := json.Marshal(struct {
		Any     bool
		Filters []Filter
	}{s.Any, s.Filters})
	r.search = string(asked) + s.seqs
	return r, err
}

// recall returns a copy of what the search has found in this version or an earlier
// one; nil for nothing.
func (r recollection) recall() *matches {
	if r.searchesKnown == nil {
		return nil
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	known := r.found[r.search]
	if known == nil || known.version > r.version {
		return nil
	}
	found := *known
	found.pages = maps.Clone(known.pages)
	return &found
}

// learn remembers what the search has found, which nobody may change from now on.
func (r recollection) learn(found *matches) {
	if r.searchesKnown == nil {
		return
	}
	found.version = r.version
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if known := r.found[r.search]; known != nil && known.version > r.version {
		return
	}
	r.forget(r.search)
	for search := range r.found {
		if len(r.found) < maxSearchesKnown && r.held+len(found.held) <= maxHeldKnown {
			break
		}
		r.forget(search)
	}
	r.found[r.search] = found
	r.held += len(found.held)
}

func (k *searchesKnown) forget(search string) {
	if known := k.found[search]; known != nil {
		k.held -= len(known.held)
		delete(k.found, search)
	}
}

// matches brings what is known of the search up to date: those organizations whose
// members have changed since then are counted again. known may be nil.
func (s *memberSearch) matches(known *matches) (*matches, error) {
	const few = 4 // of which one organization may have changed, to be worth it
	if known == nil {
		return s.count()
	}
	changed, err := s.changedSince(known.version)
	if err != nil || len(changed) == 0 {
		return known, err
	}
	if len(changed)*few > len(s.orgs) {
		return s.count()
	}
	within, err := s.tx.memberSearch(changed, s.Query)
	if err != nil {
		return nil, err
	}
	again, err := within.count()
	if err != nil {
		return nil, err
	}
	if known.isAll && !again.isAll {
		if err := within.hold(again); err != nil {
			return nil, err
		}
	}
	now := known.in(changed, again)
	if known.begin == nil {
		return now, nil
	}
	begin, err := within.firstMadeAfter(math.MinInt64)
	if err != nil {
		return nil, err
	}
	if now.begin = known.begin; begin != nil && *begin < *known.begin {
		now.begin = begin
	}
	return now, nil
}

// changedSince returns those of the organizations whose members have changed since a
// version, sorted.
func (s *memberSearch) changedSince(version int64) (changed []int64, err error) {
	within := s.within("organization")
	err = s.tx.few("SELECT organization FROM member_changes INDEXED BY member_changes_order WHERE n > ? AND "+within.sql,
		append([]any{version}, within.args...), func(rows *sql.Rows) error {
			var organization int64
			err := rows.Scan(&organization)
			changed = append(changed, organization)
			return err
		})
	slices.Sort(changed)
	return changed, err
}
