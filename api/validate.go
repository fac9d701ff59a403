package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// FieldError says what is wrong with one field, in words that follow its label:
// "must be at most 128 characters long, and is 130".
type FieldError struct {
	Field   string // JSON name
	Problem string
}

// Error implements error.
func (e *FieldError) Error() string { return sentence(Label(e.Field) + " " + e.Problem) }

// Validate checks a request of the contract against the limits of e, as far as
// that can be done without the server, and returns what is wrong in the order of
// the contract. Fields that are not set are not sent, and not checked.
func Validate(e b2b.Endpoint, request any) []FieldError {
	sent := fieldsSent(request)
	var found []FieldError
	for _, f := range slices.Concat(e.Query, e.Request) {
		value, set := sent[f.Name]
		if !set || f.Required && isEmpty(value) {
			if f.Required {
				found = append(found, FieldError{f.Name, "is required"})
			}
			continue
		}
		if problem := problemWith(e, f, value); problem != "" {
			found = append(found, FieldError{f.Name, problem})
		}
	}
	for _, rule := range e.Exclusive {
		if problem := problemTogether(rule, sent); problem != "" {
			found = append(found, FieldError{rule.Fields[0], problem})
		}
	}
	return found
}

// ValidateField checks one field of a request as it is typed: a word, a number,
// true or false, a list with commas, or an object as JSON. Nothing typed is
// nothing wrong, unless the field cannot be empty.
func ValidateField(e b2b.Endpoint, name, typed string) error {
	i := slices.IndexFunc(e.Request, func(f b2b.Field) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	f := e.Request[i]
	if strings.TrimSpace(typed) == "" {
		if f.Required || cannotBeEmpty(e, f) {
			return &FieldError{name, "must not be empty"}
		}
		return nil
	}
	value, problem := parsed(f, typed)
	if problem == "" {
		problem = problemWith(e, f, value)
	}
	if problem == "" {
		return nil
	}
	return &FieldError{name, problem}
}

// cannotBeEmpty reports whether f, which objects always have, is refused empty
// by an update.
func cannotBeEmpty(e b2b.Endpoint, f b2b.Field) bool {
	return e.Method == http.MethodPut && (f.Limits.MinLength > 0 || f.Format == "email" || f.Enum != nil && f.Type == "string")
}

// fieldsSent are the members of a request that would be sent, by JSON or query
// name.
func fieldsSent(request any) values {
	sent := values{}
	v := reflect.Indirect(reflect.ValueOf(request))
	if v.Kind() != reflect.Struct {
		return sent
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := jsonName(field)
		if name == "" {
			name = field.Tag.Get("query")
		}
		if name != "" && !v.Field(i).IsZero() {
			sent[name] = raw(v.Field(i))
		}
	}
	return sent
}

// parsed turns what was typed into the JSON value of f.
func parsed(f b2b.Field, typed string) (value json.RawMessage, problem string) {
	typed = strings.TrimSpace(typed)
	switch f.Type {
	case "string":
		return encoded(typed), ""
	case "array<string>":
		return encoded(splitList(typed)), ""
	case "integer":
		var n int
		if json.Unmarshal([]byte(typed), &n) != nil {
			return nil, "must be a whole number"
		}
	case "boolean":
		var b bool
		if json.Unmarshal([]byte(typed), &b) != nil {
			return nil, "must be true or false"
		}
	default:
		if !json.Valid([]byte(typed)) {
			var v any
			return nil, "is not JSON: " + json.Unmarshal([]byte(typed), &v).Error()
		}
	}
	return json.RawMessage(typed), ""
}

func encoded(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		return nil // words and lists of them always encode
	}
	return data
}

// splitList splits what was typed at commas and line ends, without empty items.
func splitList(typed string) []string {
	items := strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == '\n' })
	for i := range items {
		items[i] = strings.TrimSpace(items[i])
	}
	return slices.DeleteFunc(items, func(s string) bool { return s == "" })
}

// problemTogether checks a rule over several fields.
func problemTogether(rule b2b.Exclusive, sent values) string {
	n := 0
	for _, name := range rule.Fields {
		all := true
		for part := range strings.SplitSeq(name, "+") { // "a+b" are one choice
			all = all && !isEmpty(sent[part])
		}
		if all {
			n++
		}
	}
	names := make([]string, len(rule.Fields))
	for i, name := range rule.Fields {
		names[i] = strings.ReplaceAll(Label(name), "+", " with ")
	}
	choices := strings.Join(names, ", ")
	switch {
	case rule.Rule == "exactly_one" && n != 1:
		return "exactly one is needed of " + choices
	case rule.Rule == "at_most_one" && n > 1:
		return "at most one is taken of " + choices
	case rule.Rule == "at_least_one" && n == 0:
		return "at least one is needed of " + choices
	}
	return ""
}

// MetadataPatch is what has to be sent so that metadata before becomes after,
// as the server merges it: keys that are gone are null.
func MetadataPatch(before, after b2b.Object) b2b.Object {
	patch := b2b.Object{}
	for key, value := range after {
		if old, had := before[key]; !had || !equal(old, value) {
			patch[key] = value
		}
	}
	for key := range before {
		if _, kept := after[key]; !kept {
			patch[key] = json.RawMessage("null")
		}
	}
	return patch
}

// ParseMetadata reads metadata as it is typed: one JSON object, or nothing.
func ParseMetadata(typed string) (b2b.Object, error) {
	if strings.TrimSpace(typed) == "" {
		return b2b.Object{}, nil
	}
	object := b2b.Object{}
	if err := json.Unmarshal([]byte(typed), &object); err != nil {
		return nil, fmt.Errorf("metadata must be one JSON object: %w", err)
	}
	if object == nil {
		return b2b.Object{}, nil
	}
	return object, nil
}
