package store

import "fmt"

// memberSearch is a search under way.
type memberSearch struct {
	Query
	tx         *Tx
	orgs       []int64
	seqs       string         // of the organizations, as JSON
	filters    []memberFilter // of those asked for
	isMeasured bool           // and what there is of them is known
	hasLive    bool           // deleted members are left out
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
	s, err := t.memberSearch(orgs, q)
	if err != nil {
		return nil, 0, err
	}
	memory, err := s.recollection()
	if err != nil {
		return nil, 0, err
	}
	found, err := s.matches(memory.recall())
	if err != nil {
		return nil, 0, fmt.Errorf("count: %w", err)
	}
	seqs, ok := found.pages[q.place()]
	if !ok {
		if seqs, err = s.page(found); err != nil {
			return nil, 0, err
		}
		found.keep(q.place(), seqs)
	}
	memory.learn(found)
	return seqs, found.total, nil
}

func (t *Tx) memberSearch(orgs []int64, q Query) (s *memberSearch, err error) {
	s = &memberSearch{Query: q, tx: t, orgs: orgs}
	if s.seqs, err = list(orgs); err != nil {
		return nil, err
	}
	hasStatus := false
	for _, f := range s.Filters {
		filter, err := s.filter(f)
		if err != nil {
			return nil, err
		}
		if isStatus := f.Name == statusFilter; isStatus {
			hasStatus = true
		} else if s.Any {
			filter.alive = true
		}
		s.filters = append(s.filters, filter)
	}
	s.hasLive = len(s.Filters) == 0 || !s.Any && !hasStatus
	return s, nil
}

// isRun reports whether the organizations are all that there are between the first
// and the last of them, as those on a page of organizations mostly are.
func (s *memberSearch) isRun() bool {
	n := len(s.orgs)
	return n > 0 && s.orgs[n-1]-s.orgs[0] == int64(n-1)
}

// within keeps column, which numbers organizations, in those searched.
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
