package views

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// mappingEquals stands between what a member has and the attribute of the
// provider that it comes from.
const mappingEquals = " = "

// mappingLines writes an attribute mapping as it is typed, one a line.
func mappingLines(mapping b2b.Object) string {
	var lines []string
	for _, name := range mappingOrder(mapping) {
		lines = append(lines, name+mappingEquals+mappingText(mapping[name]))
	}
	return strings.Join(lines, "\n")
}

// mappingOrder are the names of a mapping, those that every connection has first.
func mappingOrder(mapping b2b.Object) []string {
	usual := []string{"email", "full_name", "first_name", "last_name", "groups"}
	var names []string
	for _, name := range usual {
		if _, ok := mapping[name]; ok {
			names = append(names, name)
		}
	}
	for _, name := range sortedTexts(maps.Keys(mapping)) {
		if !slices.Contains(usual, name) {
			names = append(names, name)
		}
	}
	return names
}

// mappingText is an attribute as text: what is no string stays JSON.
func mappingText(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return string(raw)
	}
	return text
}

// parseMapping reads an attribute mapping, one a line. What before held, and is
// written the same, stays what it was.
func parseMapping(text string, before b2b.Object) (b2b.Object, error) {
	mapping := b2b.Object{}
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		name, attribute, found := strings.Cut(line, "=")
		name, attribute = strings.TrimSpace(name), strings.TrimSpace(attribute)
		if !found || name == "" || attribute == "" {
			return nil, fmt.Errorf("write a line as email = NameID, not %q", strings.TrimSpace(line))
		}
		if _, twice := mapping[name]; twice {
			return nil, fmt.Errorf("%s is there twice", name)
		}
		if old, had := before[name]; had && mappingText(old) == attribute {
			mapping[name] = old
			continue
		}
		raw, err := json.Marshal(attribute)
		if err != nil {
			return nil, err
		}
		mapping[name] = raw
	}
	return mapping, nil
}

// checkSAMLMapping says what a SAML connection's mapping lacks. None at all is
// right as long as there was none.
func checkSAMLMapping(text string, before b2b.Object, withGroups bool) error {
	mapping, err := parseMapping(text, before)
	if err != nil {
		return err
	}
	has := func(name string) bool { _, ok := mapping[name]; return ok }
	switch {
	case withGroups && !has("groups"):
		return errors.New("roles by group need a line for groups, such as groups = memberOf")
	case len(mapping) == 0 && len(before) > 0:
		return errors.New("a connection that has a mapping keeps one")
	case len(mapping) == 0:
		return nil
	case !has("email"):
		return errors.New("a line for email is needed, such as email = NameID")
	case !has("full_name") && (!has("first_name") || !has("last_name")):
		return errors.New("a line for full_name is needed, or one for first_name and one for last_name")
	}
	return nil
}
