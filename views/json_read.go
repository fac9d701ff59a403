package views

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// jsonTrouble is what is wrong with a text that was edited, and where.
type jsonTrouble struct {
	says         string
	line, column int // from 1
}

// Error implements error.
func (t *jsonTrouble) Error() string {
	return fmt.Sprintf("Line %d, column %d: %s.", t.line, t.column, t.says)
}

// troubleAt is what is wrong at a byte of text.
func troubleAt(text string, offset int, says string) *jsonTrouble {
	before := text[:max(0, min(offset, len(text)))]
	begin := strings.LastIndexByte(before, '\n') + 1
	return &jsonTrouble{says, strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[begin:]) + 1}
}

// read takes a document that was edited. What is wrong with it is a *jsonTrouble:
// broken JSON, a field that an update does not take, or a value of another kind.
func read[U any](d document, text string) (document, error) {
	after := document{endpoint: d.endpoint, names: d.names, fields: map[string]json.RawMessage{}}
	text = strings.TrimPrefix(text, "\ufeff")
	if err := json.Unmarshal([]byte(text), &after.fields); err != nil {
		return after, brokenJSON(text, err)
	}
	at, err := keyOffsets(text)
	if err != nil {
		return after, err
	}
	for _, name := range slices.SortedFunc(maps.Keys(at), func(a, b string) int { return at[a] - at[b] }) {
		if !slices.Contains(d.names, name) {
			return after, troubleAt(text, at[name], fmt.Sprintf("an update does not take the field %q; leave it out", name))
		}
	}
	for _, name := range d.names {
		if problem := wrongValue[U](d, after, name); problem != "" {
			return after, troubleAt(text, at[name], problem)
		}
	}
	return after, nil
}

// wrongValue says what is wrong with the value of a field; "" when nothing is.
func wrongValue[U any](d, after document, name string) string {
	value, has := after.fields[name]
	f, known := d.endpoint.Field(name)
	if !has || !known || sameJSON(d.fields[name], value) {
		return ""
	}
	value = emptyForNull(d.fields[name], value)
	if isMetadata(name) {
		var object b2b.Object
		if json.Unmarshal(value, &object) != nil {
			return api.Label(name) + " must be an object, between { and }"
		}
	}
	to, err := updateOf[U](map[string]json.RawMessage{name: value})
	if err != nil || string(value) == "null" && f.Type == "boolean" {
		return api.Label(name) + " must be " + kindInWords(f.Type)
	}
	for _, wrong := range api.Validate(d.endpoint, to) {
		if wrong.Field == name {
			return strings.TrimSuffix(wrong.Error(), ".")
		}
	}
	if string(value) == `""` && f.Limits.Pattern != "" {
		return api.Label(name) + " cannot be emptied by an update; leave it out, and remove it on its own"
	}
	return ""
}

// kindInWords is a type of the contract as JSON calls it.
func kindInWords(kind string) string {
	switch {
	case kind == "string":
		return "text in quotes"
	case kind == "boolean":
		return "true or false"
	case kind == "integer":
		return "a whole number"
	case strings.HasPrefix(kind, "array"):
		return "a list, between [ and ]"
	}
	return "an object, between { and }"
}

// brokenJSON says where text stops being a JSON object.
func brokenJSON(text string, err error) error {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset := int(syntax.Offset) - 1 // it counts the byte that is wrong
		if offset < 0 || offset == len(text)-1 && strings.HasPrefix(syntax.Error(), "unexpected end") {
			offset = len(strings.TrimRight(text, " \t\r\n"))
		}
		return troubleAt(text, offset, syntax.Error())
	}
	return troubleAt(text, 0, "that is no object: it begins with { and ends with }")
}

// keyOffsets are where the keys of an object begin. A key that is there twice is
// an error: one of its values would be lost.
func keyOffsets(text string) (map[string]int, error) {
	at := map[string]int{}
	dec := json.NewDecoder(strings.NewReader(text))
	var err error
	next := func() (token json.Token) {
		if err == nil {
			token, err = dec.Token()
		}
		return token
	}
	next() // the brace
	for err == nil && dec.More() {
		key, _ := next().(string)
		if begin := keyBegin(text, int(dec.InputOffset())); err == nil {
			if _, twice := at[key]; twice {
				return nil, troubleAt(text, begin, fmt.Sprintf("%q is there twice", key))
			}
			at[key] = begin
		}
		var skipped json.RawMessage
		if err == nil {
			err = dec.Decode(&skipped)
		}
	}
	if err != nil {
		return nil, brokenJSON(text, err)
	}
	return at, nil
}

// keyBegin is where the quoted key that ends before end begins.
func keyBegin(text string, end int) int {
	for i := end - 2; i > 0; i-- {
		if text[i] == '"' && text[i-1] != '\\' {
			return i
		}
	}
	return 0
}
