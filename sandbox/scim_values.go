package sandbox

import (
	"cmp"
	"strings"
)

// knownSchema is the spelling of a schema's URN that the sandbox uses; "" for one
// that it does not know.
func knownSchema(urn string) string {
	for _, known := range []string{scimUserSchema, scimGroupSchema, scimEnterpriseSchema} {
		if strings.EqualFold(urn, known) {
			return known
		}
	}
	return ""
}

// isExtension reports whether the attributes of a schema stand in an object of
// their own.
func isExtension(urn string) bool {
	return urn != "" && urn != scimUserSchema && urn != scimGroupSchema
}

// keyOf is how doc spells name, whose case does not matter.
func keyOf(doc map[string]any, name string) string {
	if _, ok := doc[name]; ok {
		return name
	}
	for key := range doc {
		if strings.EqualFold(key, name) {
			return key
		}
	}
	return name
}

// attribute is a value of doc by name, in whatever case.
func attribute(doc map[string]any, name string) any { return doc[keyOf(doc, name)] }

// textOf is an attribute that is a text; "" when it is none.
func textOf(doc map[string]any, name string) string {
	text, _ := attribute(doc, name).(string)
	return text
}

// home is the object that holds the path's attribute: doc, or an extension in it.
func (p scimPath) home(doc map[string]any) map[string]any {
	if !isExtension(p.urn) {
		return doc
	}
	extension, _ := attribute(doc, p.urn).(map[string]any)
	return extension
}

// elements are the values of the path's attribute that its filter matches.
func (p scimPath) elements(doc map[string]any) []any {
	home := p.home(doc)
	if p.attr == "" {
		return []any{home}
	}
	value := attribute(home, p.attr)
	list, isList := value.([]any)
	if !isList {
		if value == nil {
			return nil
		}
		list = []any{value}
	}
	if p.filter == nil {
		return list
	}
	var matching []any
	for _, item := range list {
		if element, ok := asElement(item); ok && p.filter(element) {
			matching = append(matching, item)
		}
	}
	return matching
}

// asElement is an item of a list as an object: a plain value is its value.
func asElement(item any) (map[string]any, bool) {
	switch item := item.(type) {
	case map[string]any:
		return item, true
	case nil:
		return nil, false
	}
	return map[string]any{"value": item}, true
}

// values are what a comparison of the path looks at: an object without a named
// part stands for its value.
func (p scimPath) values(doc map[string]any) []any {
	var values []any
	for _, item := range p.elements(doc) {
		element, isObject := item.(map[string]any)
		switch {
		case isObject && p.sub != "":
			item = attribute(element, p.sub)
		case isObject && attribute(element, "value") != nil:
			item = attribute(element, "value")
		}
		if item != nil && item != "" {
			values = append(values, item)
		}
	}
	return values
}

// comparisons are the operators but for pr, by name.
func comparisons() map[string]func(order int, have, want string) bool {
	return map[string]func(int, string, string) bool{
		"eq": func(order int, _, _ string) bool { return order == 0 },
		"ne": func(order int, _, _ string) bool { return order == 0 }, // turned round by compare
		"gt": func(order int, _, _ string) bool { return order > 0 },
		"ge": func(order int, _, _ string) bool { return order >= 0 },
		"lt": func(order int, _, _ string) bool { return order < 0 },
		"le": func(order int, _, _ string) bool { return order <= 0 },
		"co": func(_ int, have, want string) bool { return strings.Contains(have, want) },
		"sw": func(_ int, have, want string) bool { return strings.HasPrefix(have, want) },
		"ew": func(_ int, have, want string) bool { return strings.HasSuffix(have, want) },
	}
}

// compare reports whether one of the path's values compares so; by ne, whether
// none is equal.
func (p scimPath) compare(doc map[string]any, op string, want any, holds func(int, string, string) bool) bool {
	values := p.values(doc)
	if want == nil {
		return (op == "eq") == (len(values) == 0)
	}
	exact := strings.EqualFold(p.attr, "id") || strings.EqualFold(p.attr, "externalId")
	for _, have := range values {
		if matchesValue(have, want, exact, op, holds) {
			return op != "ne"
		}
	}
	return op == "ne"
}

// matchesValue compares two values of the same kind; those of different kinds never
// match.
func matchesValue(have, want any, exact bool, op string, holds func(int, string, string) bool) bool {
	switch want := want.(type) {
	case string:
		have, ok := have.(string)
		if !exact {
			have, want = strings.ToLower(have), strings.ToLower(want)
		}
		return ok && holds(cmp.Compare(have, want), have, want)
	case float64:
		have, ok := have.(float64)
		return ok && op != "co" && op != "sw" && op != "ew" && holds(cmp.Compare(have, want), "", "")
	case bool:
		have, ok := have.(bool)
		return ok && (op == "eq" || op == "ne") && have == want
	}
	return false
}
