package store

import "database/sql"

// walk looks for the page along the members of all organizations, from the place
// where the page before has ended. Where that is long before the first of those
// searched it starts again there. It gives up, not done, where they are too thin.
func (s *memberSearch) walk(total int) (seqs []int64, done bool, err error) {
	length, err := s.length(total)
	if err != nil || length > detour {
		return nil, false, err
	}
	var from int64
	if s.After != nil {
		from = s.After.CreatedAt
	}
	for range 2 {
		to, err := s.stride(from, length)
		if err != nil {
			return nil, false, err
		}
		near := where("m.created_at >= ?", from)
		if to != nil {
			near = where("m.created_at BETWEEN ? AND ?", from, *to)
		}
		seqs, err = s.first("members m INDEXED BY members_order_all", join("AND", near, s.within("m.organization"), s.matching(nil)))
		if err != nil || len(seqs) > s.Limit || to == nil {
			return seqs, true, err
		}
		if from, err = s.start(*to, from, len(seqs) > 0); err != nil {
			return nil, false, err
		}
		length = detour
	}
	return nil, false, nil
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
	var to sql.NullInt64
	var passed int
	_, err := s.tx.row(`SELECT max(created_at), count(*) FROM (SELECT created_at FROM members INDEXED BY members_order_all
		WHERE created_at >= ? ORDER BY created_at, id LIMIT ?)`, []any{from, length}, &to, &passed)
	if err != nil || passed < length {
		return nil, err
	}
	return &to.Int64, nil
}

// start returns where to walk once more: from the same place where some were found,
// else from the first moment after the walk at which the organizations searched
// got a member.
func (s *memberSearch) start(walked, from int64, found bool) (int64, error) {
	if found {
		return from, nil
	}
	_, err := s.tx.row(`SELECT ifnull(min((SELECT min(created_at) FROM members INDEXED BY members_order WHERE organization = o.value AND created_at > ?)), ?)
		FROM json_each(?) o`, []any{walked, walked, s.seqs}, &from)
	return from, err
}
