package api

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
)

// QueryError is a search that the server would refuse. Nothing was sent.
type QueryError struct {
	Filter  string // the filter's name
	Problem string // "needs at least 3 characters"
	Min     int    // fewest characters of a fuzzy value that is too short; else 0
}

// Error implements error.
func (e *QueryError) Error() string { return e.Filter + " " + e.Problem }

// Filter is one condition of a search; value is a string, a bool or a list of
// strings, as the filter wants it.
func Filter[V string | bool | []string](name string, value V) b2b.SearchOperand {
	data, err := json.Marshal(value)
	if err != nil {
		data = nil // a string, bool or list of strings always encodes
	}
	return b2b.SearchOperand{FilterName: name, FilterValue: data}
}

// And finds what meets every condition; without any, everything.
func And(conditions ...b2b.SearchOperand) *b2b.SearchQuery {
	return query(b2b.OperatorAND, conditions)
}

// Or finds what meets one condition or more. The API calls it deprecated.
func Or(conditions ...b2b.SearchOperand) *b2b.SearchQuery { return query(b2b.OperatorOR, conditions) }

func query(operator string, conditions []b2b.SearchOperand) *b2b.SearchQuery {
	if len(conditions) == 0 {
		return nil
	}
	return &b2b.SearchQuery{Operator: operator, Operands: conditions}
}

// checkQuery refuses what filters do not allow.
func checkQuery(q *b2b.SearchQuery, filters []b2b.Filter) error {
	if q == nil {
		return nil
	}
	for _, o := range q.Operands {
		f, ok := b2b.LookupFilter(filters, b2b.MemberFilterName(o.FilterName))
		if !ok {
			return &QueryError{Filter: o.FilterName, Problem: "is not a filter of this search"}
		}
		if err := checkValue(f, o.FilterValue); err != nil {
			return err
		}
	}
	return nil
}

func checkValue(f b2b.Filter, value json.RawMessage) error {
	var target any
	switch f.Value {
	case "boolean":
		target = new(bool)
	case "array<string>":
		target = new([]string)
	default:
		target = new(string)
	}
	if json.Unmarshal(value, target) != nil || isNull(value) {
		return &QueryError{Filter: f.Name, Problem: "wants " + wanted(f.Value)}
	}
	if text, ok := target.(*string); ok && utf8.RuneCountInString(strings.TrimSpace(*text)) < f.FuzzyMin {
		return &QueryError{Filter: f.Name, Problem: fmt.Sprintf("needs at least %d characters", f.FuzzyMin), Min: f.FuzzyMin}
	}
	return nil
}

func wanted(value string) string {
	switch value {
	case "boolean":
		return "true or false"
	case "array<string>":
		return "a list of texts"
	}
	return "a text"
}
