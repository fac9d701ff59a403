package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// conditions collects those filters that are set.
type conditions struct {
	operands []b2b.SearchOperand
	words    []string // of each, what it narrows a list to: "roles: admin"
}

func (c *conditions) text(filter, name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		c.add(api.Filter(filter, value), name, value)
	}
}

func (c *conditions) list(filter, name, values string) { c.values(filter, name, splitList(values)) }

func (c *conditions) values(filter, name string, values []string) {
	if len(values) > 0 {
		c.add(api.Filter(filter, values), name, values...)
	}
}

func (c *conditions) yesNo(filter, name, answer string) {
	if answer != either {
		c.add(api.Filter(filter, answer == yes), name, answer)
	}
}

func (c *conditions) add(operand b2b.SearchOperand, name string, values ...string) {
	said := strings.Join(values, ", ")
	if len(values) > 2 {
		said = fmt.Sprintf("%s and %d more", values[0], len(values)-1)
	}
	c.operands = append(c.operands, operand)
	c.words = append(c.words, name+": "+said)
}

// filtersIn names the filters that are set within room cells: all, or the first of
// them and how many more there are, or only how many. None is cut, so that the mask
// knows every address for one.
func filtersIn(words []string, room int) string {
	if len(words) == 0 {
		return ""
	}
	for n := len(words); n > 0; n-- {
		parts := words[:n:n]
		if more := len(words) - n; more > 0 {
			parts = append(parts, plural(more, "more filter"))
		}
		if said := strings.Join(parts, " · "); ui.Width(ui.Clean(said)) <= room {
			return said
		}
	}
	return plural(len(words), "filter")
}

// splitList reads a list as people type it: with commas, blanks or both.
func splitList(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' || r == '\t' })
}
