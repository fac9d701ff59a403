package store

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// frequentFrom is from how many matches on a substring is frequent.
const frequentFrom = 2000

// indexedDomain is how many characters of the domain the index of addresses has.
const indexedDomain = 2

// In up to how many members, of up to how many organizations, a text is sooner looked
// for one by one than by its index, which takes long to begin.
const (
	fewMembers       = 1000
	fewOrganizations = 16
)

// phrase is text as a query of one column of a trigram index: a plain substring,
// whatever its characters mean elsewhere.
func phrase(column, text string) string {
	return column + ` : "` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// isSearchable reports whether an index of text can hold what is looked for.
func isSearchable(text string) bool { return !strings.ContainsAny(text, "\x00\n") }

// textListing lists the members in whose column the index finds text.
func textListing(column, text string, is condition) *listing {
	return &listing{
		rows: where("SELECT rowid >> 32 AS organization, rowid & 4294967295 AS seq FROM member_text WHERE member_text MATCH ?", phrase(column, text)),
		is:   is, exact: true, unique: true, isText: true, length: rare,
	}
}

// addressFilter finds the members whose address holds text, in lower case: in the
// domain, by which members are counted, or else in what stands before it.
func addressFilter(text string) memberFilter {
	if !isSearchable(text) {
		return counting(never())
	}
	inDomain := where("instr(m.email_domain, ?) > 0", text)
	local, domain, crosses := strings.Cut(text, "@")
	if !crosses {
		return memberFilter{counted: inDomain, listed: textListing("local", text, where("instr(m.email, ?) > 0", text))}
	}
	if local == "" {
		begins := where("substr(m.email_domain, 1, ?) = ?", utf8.RuneCountInString(domain), domain)
		return counting(join("OR", inDomain, begins))
	}
	runes := []rune(domain)
	indexed := local + "@" + string(runes[:min(len(runes), indexedDomain)])
	across := textListing("local", indexed, where("instr(m.email, ?) > 0", text))
	across.exact = len(runes) <= indexedDomain
	return memberFilter{counted: inDomain, listed: across}
}

// address is addressFilter in the organizations searched.
func (s *memberSearch) address(text string) memberFilter {
	f := addressFilter(text)
	if f.listed != nil {
		within := join("AND", s.within("m.organization"), f.counted)
		f.given = where("SELECT 1 FROM member_counts m WHERE "+within.sql, within.args...)
	}
	return f
}

// phone finds the members whose number holds text. Where many do, all numbers are
// sooner looked at.
func phone(text string) memberFilter {
	if !isSearchable(text) {
		return counting(never())
	}
	has := where("instr(m.phone, ?) > 0", text)
	l := textListing("phone", text, has)
	l.scan = where("m.phone <> '' AND "+has.sql, has.args...)
	return memberFilter{counted: never(), listed: l}
}

// measureText keeps the listing of a text between the first and the last of the
// organizations, and sees how long it is where something depends on that. Where the
// members are few they are passed instead.
func (s *memberSearch) measureText(l *listing) error {
	if n := len(s.orgs); n > 0 {
		l.rows = where(l.rows.sql+" AND rowid BETWEEN ? AND ?", append(slices.Clone(l.rows.args), s.orgs[0]<<32, s.orgs[n-1]<<32|(1<<32-1))...)
	}
	few, err := s.areFew()
	if err != nil || few {
		l.isPassed = few
		return err
	}
	if len(s.filters) == 1 && l.scan.sql == "" {
		return nil
	}
	var n int
	_, err = s.tx.row("SELECT count(*) FROM ("+l.rows.sql+" LIMIT ?)", append(slices.Clone(l.rows.args), frequentFrom), &n)
	if err != nil {
		return fmt.Errorf("look for a text: %w", err)
	}
	if n >= frequentFrom {
		l.length = frequent
	}
	return nil
}

// areFew reports whether a text is sooner looked for in every member than by its index.
func (s *memberSearch) areFew() (bool, error) {
	if len(s.orgs) > fewOrganizations {
		return false, nil
	}
	var n int
	within := s.within("organization")
	_, err := s.tx.row("SELECT ifnull(sum(members), 0) FROM member_counts WHERE "+within.sql, within.args, &n)
	if err != nil {
		return false, fmt.Errorf("count members: %w", err)
	}
	return n <= fewMembers, nil
}
