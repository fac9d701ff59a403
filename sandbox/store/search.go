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

// always is the condition that everything meets, never the one that nothing does.
func always() condition { return where("1") }
func never() condition  { return where("0") }

func (c condition) isAlways() bool { return c.sql == "1" }
func (c condition) isNever() bool  { return c.sql == "0" }

// join puts conditions together, without those that make no difference; none is
// true for AND, and for OR.
func join(operator string, conditions ...condition) condition {
	neutral, decisive := condition.isAlways, condition.isNever
	if operator == "OR" {
		neutral, decisive = decisive, neutral
	}
	if i := slices.IndexFunc(conditions, decisive); i >= 0 {
		return conditions[i]
	}
	telling := slices.DeleteFunc(slices.Clone(conditions), neutral)
	switch {
	case len(conditions) == 0:
		return always()
	case len(telling) == 0:
		return conditions[0]
	case len(telling) == 1:
		return telling[0]
	}
	var joined condition
	parts := make([]string, len(telling))
	for i, c := range telling {
		parts[i] = "(" + c.sql + ")"
		joined.args = append(joined.args, c.args...)
	}
	joined.sql = strings.Join(parts, " "+operator+" ")
	return joined
}

func (q Query) operator() string {
	if q.Any {
		return "OR"
	}
	return "AND"
}

const listed = "(SELECT value FROM json_each(?))"

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
	matching := join(q.operator(), conditions...)
	if _, err := t.row("SELECT count(*) FROM organizations o WHERE "+matching.sql, matching.args, &page.Total); err != nil {
		return page, fmt.Errorf("count organizations: %w", err)
	}
	seqs, err := t.seqs("SELECT o.seq FROM organizations o", join("AND", matching, q.after("o")), "o", q.Limit+1)
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

// after is the condition that a row, named by alias, comes after the pages seen.
func (q Query) after(alias string) condition {
	if q.After == nil {
		return always()
	}
	return where("("+alias+".created_at, "+alias+".id) > (?, ?)", q.After.CreatedAt, q.After.ID)
}

// seqs returns the numbers of the first rows that meet a condition, in the order
// of a search.
func (t *Tx) seqs(from string, matching condition, alias string, limit int) ([]int64, error) {
	query := from + " WHERE " + matching.sql + " ORDER BY " + alias + ".created_at, " + alias + ".id LIMIT ?"
	return t.numbers(query, append(slices.Clone(matching.args), limit))
}

// numbers returns the rows of a query, of one number each.
func (t *Tx) numbers(query string, args []any) (numbers []int64, err error) {
	err = t.rows(query, args, func(rows *sql.Rows) error {
		var number int64
		err := rows.Scan(&number)
		numbers = append(numbers, number)
		return err
	})
	return numbers, err
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
		return t.organizationsWithMember(strings.ToLower(f.Text))
	case b2b.FilterAllowedDomains:
		return where("o.seq IN (SELECT organization FROM organization_domains WHERE kind = 'allowed' AND domain IN "+listed+")", values), nil
	case b2b.FilterClaimedEmailDomains:
		return where("o.seq IN (SELECT organization FROM organization_domains WHERE kind = 'claimed' AND domain IN "+listed+")", values), nil
	case b2b.FilterHasActiveSSOConnection:
		return where("o.seq IN (SELECT organization FROM connections INDEXED BY connections_of WHERE kind <> 'scim' AND status = 'active') = ?", f.Flag), nil
	case b2b.FilterSSOConnectionID:
		return where("o.seq IN (SELECT organization FROM connections WHERE id = ? AND kind <> 'scim')", f.Text), nil
	}
	return condition{}, fmt.Errorf("search organizations: no filter %q", f.Name)
}

func organizationText(column, text string) condition {
	if !isSearchable(text) {
		return never()
	}
	return where("o.seq IN (SELECT rowid FROM organization_text WHERE organization_text MATCH ?)", phrase(column, text))
}

// organizationsWithMember finds the organizations that have a member whose address
// holds text. They are listed once for all that the search asks.
func (t *Tx) organizationsWithMember(text string) (condition, error) {
	address, alive := addressFilter(text), where("m.status <> 'deleted'")
	counted := join("AND", address.counted, alive)
	have := where("SELECT m.organization FROM member_counts m WHERE "+counted.sql, counted.args...)
	if l := address.listed; l != nil {
		matching := alive
		if !l.exact {
			matching = join("AND", l.is, alive)
		}
		// Mostly the first whom an organization has is alive: then the others are not
		// looked at.
		have = where("WITH u AS MATERIALIZED ("+l.rows.sql+") "+have.sql+` UNION
			SELECT f.organization FROM (SELECT organization, min(seq) AS seq FROM u GROUP BY organization) f WHERE
			EXISTS (SELECT 1 FROM members m INDEXED BY members_brief WHERE m.organization = f.organization AND m.seq = f.seq AND `+matching.sql+`) OR
			EXISTS (SELECT 1 FROM u CROSS JOIN `+briefly+" WHERE u.organization = f.organization AND "+matching.sql+")",
			slices.Concat(l.rows.args, have.args, matching.args, matching.args)...)
	}
	var seqs string
	if _, err := t.row("SELECT json_group_array(organization) FROM ("+have.sql+")", have.args, &seqs); err != nil {
		return condition{}, fmt.Errorf("look for members: %w", err)
	}
	return where("o.seq IN "+listed, seqs), nil
}
