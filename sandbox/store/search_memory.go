package store

import (
	"encoding/json"
	"fmt"
)

// How much of searches is remembered at most: searches, members found by all of
// them, and pages of each.
const (
	maxSearchesKnown = 100
	maxHeldKnown     = 100_000
	maxPagesKnown    = 100
)

// searchesKnown are what searches have found in one state of the database.
type searchesKnown struct {
	state    int64 // as the connection numbers them
	searches map[string]*matches
}

// matches are how many members match, and, where an index has listed them all,
// who they are, the first made first.
type matches struct {
	isCounted bool
	total     int
	held      []match
	isAll     bool // held are all
	pages     map[place][]int64
}

type match struct{ seq, createdAt int64 }

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

// keep remembers the numbers of the members on a page.
func (m *matches) keep(p place, seqs []int64) {
	if len(m.pages) >= maxPagesKnown {
		clear(m.pages)
	}
	m.pages[p] = seqs
}

// recall returns what the search has found when nothing has changed since; else
// what is to be filled with what it finds.
func (t *Tx) recall(s *memberSearch) (*matches, error) {
	fresh := &matches{pages: map[place][]int64{}}
	if t.conn.memory == nil {
		return fresh, nil
	}
	var state int64
	if _, err := t.row("PRAGMA data_version", nil, &state); err != nil {
		return nil, fmt.Errorf("read the state of the database: %w", err)
	}
	asked, err := json.Marshal(struct {
		Any     bool
		Filters []Filter
	}{s.Any, s.Filters})
	if err != nil {
		return nil, err
	}
	known := &t.conn.memory.searches
	key := string(asked) + s.seqs
	if found := known.in(state)[key]; found != nil {
		return found, nil
	}
	known.searches[key] = fresh
	return fresh, nil
}

// in returns the searches that are known in a state, after forgetting those of
// another, and all when there are too many.
func (k *searchesKnown) in(state int64) map[string]*matches {
	held := 0
	for _, found := range k.searches {
		held += len(found.held)
	}
	if k.state != state || k.searches == nil || len(k.searches) >= maxSearchesKnown || held > maxHeldKnown {
		k.state, k.searches = state, map[string]*matches{}
	}
	return k.searches
}
