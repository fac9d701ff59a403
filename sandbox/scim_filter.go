package sandbox

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Bounds of SCIM filters: a filter is parsed and run by recursion.
const (
	maxSCIMFilter = 4096 // bytes
	maxSCIMDepth  = 32
)

// scimFilter reports whether a resource, or an element of a list, matches.
type scimFilter func(map[string]any) bool

// scimPath names an attribute: "userName", "name.familyName", "emails[type eq
// \"work\"].value", with the URN of an extension before it or not.
type scimPath struct {
	urn, attr, sub string
	filter         scimFilter // of the elements of attr; nil for all of them
	equal          [2]string  // attribute and value, where filter only compares by eq
}

// parseSCIMFilter reads a filter of RFC 7644, section 3.4.2.2.
func parseSCIMFilter(text string) (scimFilter, error) {
	p := &filterParser{rest: text}
	f, err := p.whole()
	if err == nil && p.rest != "" {
		err = refuseSCIM(400, "invalidFilter", "the filter goes on after its end: %q", p.rest)
	}
	return f, err
}

// parseSCIMPath reads the path of a PATCH operation.
func parseSCIMPath(text string) (scimPath, error) {
	p := &filterParser{rest: text}
	invalid := refuseSCIM(400, "invalidPath", "%q is no path", text)
	if len(text) > maxSCIMFilter || !utf8.ValidString(text) {
		return scimPath{}, invalid
	}
	path, ok := p.path()
	if !ok {
		return scimPath{}, invalid
	}
	if p.take("[") {
		var err error
		if path.filter, err = p.disjunction(1); err != nil {
			return scimPath{}, err
		}
		path.equal = p.equal
		if !p.take("]") {
			return scimPath{}, invalid
		}
		if p.take(".") {
			path.sub = p.name()
			if path.sub == "" {
				return scimPath{}, invalid
			}
		}
	}
	if p.rest != "" {
		return scimPath{}, invalid
	}
	return path, nil
}

type filterParser struct {
	rest  string
	equal [2]string // the last comparison by eq with a text, when it stands alone
	terms int
}

func (p *filterParser) whole() (scimFilter, error) {
	if len(p.rest) > maxSCIMFilter || !utf8.ValidString(p.rest) {
		return nil, refuseSCIM(400, "invalidFilter", "a filter is UTF-8 of at most %d bytes", maxSCIMFilter)
	}
	f, err := p.disjunction(0)
	p.space()
	return f, err
}

// disjunction is one or more conjunctions, with "or" between them.
func (p *filterParser) disjunction(depth int) (scimFilter, error) {
	if depth > maxSCIMDepth {
		return nil, refuseSCIM(400, "invalidFilter", "the filter is too deep")
	}
	left, err := p.conjunction(depth)
	for err == nil && p.word("or") {
		var right scimFilter
		before := left
		right, err = p.conjunction(depth)
		left = func(r map[string]any) bool { return before(r) || right(r) }
	}
	return left, err
}

func (p *filterParser) conjunction(depth int) (scimFilter, error) {
	left, err := p.term(depth)
	for err == nil && p.word("and") {
		var right scimFilter
		before := left
		right, err = p.term(depth)
		left = func(r map[string]any) bool { return before(r) && right(r) }
	}
	return left, err
}

// term is a comparison, or a filter in parentheses.
func (p *filterParser) term(depth int) (scimFilter, error) {
	p.terms++
	p.equal = [2]string{}
	not := p.word("not")
	p.space()
	if p.take("(") {
		inner, err := p.disjunction(depth + 1)
		p.space()
		if err == nil && !p.take(")") {
			err = refuseSCIM(400, "invalidFilter", "a parenthesis is missing at %q", p.rest)
		}
		if not {
			return func(r map[string]any) bool { return !inner(r) }, err
		}
		return inner, err
	}
	if not {
		return nil, refuseSCIM(400, "invalidFilter", "not is followed by a filter in parentheses")
	}
	return p.comparison(depth)
}

func (p *filterParser) comparison(depth int) (scimFilter, error) {
	path, ok := p.path()
	if !ok {
		return nil, refuseSCIM(400, "invalidFilter", "an attribute is missing at %q", p.rest)
	}
	if p.take("[") {
		inner, err := p.disjunction(depth + 1)
		p.space()
		if err == nil && !p.take("]") {
			err = refuseSCIM(400, "invalidFilter", "a bracket is missing at %q", p.rest)
		}
		path.filter = inner
		return func(r map[string]any) bool { return len(path.elements(r)) > 0 }, err
	}
	p.space()
	op := strings.ToLower(p.name())
	if op == "pr" {
		return func(r map[string]any) bool { return len(path.values(r)) > 0 }, nil
	}
	compare := comparisons()[op]
	if compare == nil {
		return nil, refuseSCIM(400, "invalidFilter", "%q is no operator", op)
	}
	p.space()
	value, err := p.value()
	if err != nil {
		return nil, err
	}
	if text, isText := value.(string); isText && op == "eq" && path.sub == "" && p.terms == 1 {
		p.equal = [2]string{path.attr, text}
	}
	return func(r map[string]any) bool { return path.compare(r, op, value, compare) }, nil
}

// path reads an attribute's name with what may stand before and after it.
func (p *filterParser) path() (scimPath, bool) {
	p.space()
	var path scimPath
	if len(p.rest) > 4 && strings.EqualFold(p.rest[:4], "urn:") {
		end := strings.IndexAny(p.rest, " []()\"")
		if end < 0 {
			end = len(p.rest)
		}
		colon := strings.LastIndexByte(p.rest[:end], ':')
		whole := p.rest[:end]
		if known := knownSchema(whole); known != "" {
			p.rest = p.rest[end:]
			return scimPath{urn: known}, true
		}
		path.urn = knownSchema(p.rest[:colon])
		if path.urn == "" {
			path.urn = p.rest[:colon]
		}
		p.rest = p.rest[colon+1:]
	}
	path.attr = p.name()
	if path.attr != "" && p.take(".") {
		path.sub = p.name()
		return path, path.sub != ""
	}
	return path, path.attr != ""
}

// name reads letters, digits, $, - and _.
func (p *filterParser) name() string {
	end := strings.IndexFunc(p.rest, func(r rune) bool { return !isAlphanumeric(r) && r != '$' && r != '-' && r != '_' })
	if end < 0 {
		end = len(p.rest)
	}
	name := p.rest[:end]
	p.rest = p.rest[end:]
	return name
}

// value reads a JSON text, number, boolean or null.
func (p *filterParser) value() (any, error) {
	dec := json.NewDecoder(strings.NewReader(p.rest))
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, refuseSCIM(400, "invalidFilter", "a value is missing at %q", p.rest)
	}
	switch v.(type) {
	case map[string]any, []any:
		return nil, refuseSCIM(400, "invalidFilter", "an attribute cannot be compared with a list or an object")
	}
	p.rest = p.rest[dec.InputOffset():]
	return v, nil
}

func (p *filterParser) space() { p.rest = strings.TrimLeft(p.rest, " ") }

func (p *filterParser) take(text string) bool {
	rest, ok := strings.CutPrefix(p.rest, text)
	p.rest = rest
	return ok
}

// word takes a keyword that stands for itself.
func (p *filterParser) word(word string) bool {
	rest := strings.TrimLeft(p.rest, " ")
	if len(rest) < len(word) || !strings.EqualFold(rest[:len(word)], word) {
		return false
	}
	after := rest[len(word):]
	if after != "" && after[0] != ' ' && after[0] != '(' {
		return false
	}
	p.rest = after
	return true
}
