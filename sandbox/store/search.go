package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// Filter is one condition of a search. Name is a filter of the contract, and says
// which of List, Text and Flag it means.
type Filter struct {
	Name string
	List []string
	Text string
	Flag bool
}

// Position is the place of a row in a search's order: by creation, then id.
type Position struct {
	CreatedAt int64
	ID        string
}

// Query asks for one page of a search.
type Query struct {
	Any     bool // one filter is enough; else all must hold
	Filters []Filter
	After   *Position // nil for the first page
	Limit   int
}

// Page is what a search has found.
type Page[T any] struct {
	Items []T
	Total int       // of all pages
	Next  *Position // nil on the last page
}

// condition is a piece of SQL with its values.
type condition struct {
	sql  string
	args []any
}

func where(sql string, args ...any) condition { return condition{sql: sql, args: args} }

// join puts conditions together; none is true for AND, and for OR.
func join(operator string, conditions []condition) condition {
	if len(conditions) == 0 {
		return where("1")
	}
	var all condition
	parts := make([]string, len(conditions))
	for i, c := range conditions {
		parts[i] = "(" + c.sql + ")"
		all.args = append(all.args, c.args...)
	}
	all.sql = strings.Join(parts, " "+operator+" ")
	return all
}

func (q Query) operator() string {
	if q.Any {
		return "OR"
	}
	return "AND"
}

const listed = "(SELECT value FROM json_each(?))"

// phrase is text as a query of one column of a trigram index: a plain substring,
// whatever its characters mean elsewhere.
func phrase(column, text string) string {
	return column + ` : "` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// isSearchable reports whether an index of text can hold what is looked for.
func isSearchable(text string) bool { return !strings.ContainsAny(text, "\x00\n") }

// SearchOrganizations finds organizations in the order of their creation.
func (t *Tx) SearchOrganizations(q Query) (Page[*Organization], error) {
	var page Page[*Organization]
	conditions := make([]condition, 0, len(q.Filters))
	for _, f := range q.Filters {
		c, err := t.organizationCondition(f)
		if err != nil {
			return page, err
		}
		conditions = append(conditions, c)
	}
	matching := join(q.operator(), conditions)
	if _, err := t.row("SELECT count(*) FROM organizations o WHERE "+matching.sql, matching.args, &page.Total); err != nil {
		return page, fmt.Errorf("count organizations: %w", err)
	}
	seqs, err := t.pageOf("organizations o", "o", matching, q)
	if err != nil {
		return page, fmt.Errorf("search organizations: %w", err)
	}
	more := len(seqs) > q.Limit
	seqs = seqs[:min(len(seqs), q.Limit)]
	found, err := t.OrganizationsBySeq(seqs)
	if err != nil {
		return page, err
	}
	page.Items = inOrder(found, seqs, func(o *Organization) int64 { return o.Seq })
	if last := len(page.Items) - 1; more && last >= 0 {
		page.Next = &Position{CreatedAt: page.Items[last].CreatedAt.Unix(), ID: page.Items[last].OrganizationID}
	}
	return page, nil
}

// pageOf returns the numbers of the rows on a page, and of one more if there is.
func (t *Tx) pageOf(from, alias string, matching condition, q Query) ([]int64, error) {
	query := "SELECT " + alias + ".seq FROM " + from + " WHERE (" + matching.sql + ")"
	args := matching.args
	if q.After != nil {
		query += " AND (" + alias + ".created_at, " + alias + ".id) > (?, ?)"
		args = append(slices.Clone(args), q.After.CreatedAt, q.After.ID)
	}
	query += " ORDER BY " + alias + ".created_at, " + alias + ".id LIMIT ?"
	seqs := make([]int64, 0, q.Limit+1)
	err := t.rows(query, append(slices.Clone(args), q.Limit+1), func(rows *sql.Rows) error {
		var seq int64
		err := rows.Scan(&seq)
		seqs = append(seqs, seq)
		return err
	})
	return seqs, err
}

// inOrder sorts rows as their numbers are listed.
func inOrder[T any](rows []T, seqs []int64, seq func(T) int64) []T {
	bySeq := make(map[int64]T, len(rows))
	for _, row := range rows {
		bySeq[seq(row)] = row
	}
	sorted := make([]T, 0, len(rows))
	for _, n := range seqs {
		if row, ok := bySeq[n]; ok {
			sorted = append(sorted, row)
		}
	}
	return sorted
}

func (t *Tx) organizationCondition(f Filter) (condition, error) {
	values, err := list(f.List)
	if err != nil {
		return condition{}, err
	}
	switch f.Name {
	case b2b.FilterOrganizationIDs:
		return where("o.id IN "+listed, values), nil
	case b2b.FilterOrganizationSlugs:
		return where("o.slug IN "+listed, values), nil
	case b2b.FilterOrganizationNameFuzzy:
		return organizationText("name", f.Text), nil
	case b2b.FilterOrganizationSlugFuzzy:
		return organizationText("slug", f.Text), nil
	case b2b.FilterAllowedDomainFuzzy:
		return organizationText("domains", f.Text), nil
	case b2b.FilterMemberEmails:
		return where("o.seq IN (SELECT organization FROM members WHERE email IN "+listed+" AND status <> 'deleted')", values), nil
	case b2b.FilterMemberEmailFuzzy:
		return t.organizationWithMember(strings.ToLower(f.Text))
	case b2b.FilterAllowedDomains:
		return where("o.seq IN (SELECT organization FROM organization_domains WHERE kind = 'allowed' AND domain IN "+listed+")", values), nil
	case b2b.FilterClaimedEmailDomains:
		return where("o.seq IN (SELECT organization FROM organization_domains WHERE kind = 'claimed' AND domain IN "+listed+")", values), nil
	case b2b.FilterHasActiveSSOConnection:
		return where("EXISTS (SELECT 1 FROM connections c WHERE c.organization = o.seq AND c.kind <> 'scim' AND c.status = 'active') = ?", f.Flag), nil
	case b2b.FilterSSOConnectionID:
		return where("o.seq IN (SELECT organization FROM connections WHERE id = ? AND kind <> 'scim')", f.Text), nil
	}
	return condition{}, fmt.Errorf("search organizations: no filter %q", f.Name)
}

func organizationText(column, text string) condition {
	if !isSearchable(text) {
		return where("0")
	}
	return where("o.seq IN (SELECT rowid FROM organization_text WHERE organization_text MATCH ?)", phrase(column, text))
}

// organizationWithMember finds the organizations that have a member whose address
// holds text. Where many do, each organization soon shows one of its own.
func (t *Tx) organizationWithMember(text string) (condition, error) {
	if !isSearchable(text) {
		return where("0"), nil
	}
	many, err := t.hasMany("email", text)
	if many {
		return where("EXISTS (SELECT 1 FROM members m WHERE m.organization = o.seq AND m.status <> 'deleted' AND instr(m.email, ?) > 0)", text), err
	}
	return where(`o.seq IN (SELECT m.organization FROM members m WHERE m.status <> 'deleted'
		AND m.seq IN (SELECT rowid FROM member_text WHERE member_text MATCH ?))`, phrase("email", text)), err
}
