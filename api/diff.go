package api

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// FieldChange is one field before and after, as text: lists and objects are
// written out, secrets redacted, and "" stands for a value that is not set.
type FieldChange struct {
	Name          string // JSON name; of metadata with the key: "trusted_metadata.plan"
	Before, After string

	field, key  string // Name in its parts; key is "" but for metadata
	base, value json.RawMessage
	option      bool // of the request, not of the object
}

// Format implements fmt.Formatter: whatever the verb, nothing secret is printed.
func (f FieldChange) Format(s fmt.State, _ rune) {
	_, _ = fmt.Fprintf(s, "%s: %q → %q", f.Name, f.Before, f.After)
}

// Label is the field's name for people: "MFA policy".
func (f FieldChange) Label() string {
	if f.key != "" {
		return Label(f.field) + " · " + f.key
	}
	return Label(f.field)
}

// values are the fields of an object that an update can set, by JSON name.
type values map[string]json.RawMessage

// valuesOf reads them off an object of the contract.
func valuesOf(object any) values {
	v := values{}
	data, err := json.Marshal(object)
	if err != nil {
		return v
	}
	_ = json.Unmarshal(data, &v) // what was just encoded decodes
	return v
}

// mergesKeys reports whether the server merges an object key by key: metadata. It
// replaces others, such as attribute mappings, whole.
func mergesKeys(name string) bool { return strings.HasSuffix(name, "metadata") }

// difference returns to without the fields that before has already, and the
// others as changes.
func difference[U any](e b2b.Endpoint, before values, to U) (U, []FieldChange) {
	var changes, options []FieldChange
	v := reflect.ValueOf(&to).Elem()
	for i := range v.NumField() {
		name, f := jsonName(v.Type().Field(i)), v.Field(i)
		if name == "" || f.IsZero() {
			continue
		}
		base, known := before[name]
		object, isObject := f.Addr().Interface().(*b2b.Object)
		switch {
		case !known && isDefault(e, name, raw(f)):
			f.SetZero()
		case !known:
			options = append(options, change(e, name, "", nil, raw(f), true))
		case isObject && mergesKeys(name):
			changes = append(changes, keyChanges(e, name, base, object)...)
		case same(base, raw(f)):
			f.SetZero()
		default:
			changes = append(changes, change(e, name, "", base, raw(f), false))
		}
	}
	if len(changes) == 0 {
		var nothing U
		return nothing, nil
	}
	return to, append(changes, options...)
}

// keyChanges compares metadata key by key, as the server merges it, and leaves
// only the keys that differ in to.
func keyChanges(e b2b.Endpoint, name string, base json.RawMessage, to *b2b.Object) []FieldChange {
	var before, kept b2b.Object
	_ = json.Unmarshal(base, &before) // no object has no keys
	var changes []FieldChange
	for _, key := range sortedKeys(*to) {
		value := (*to)[key]
		if old, had := before[key]; had && equal(old, value) || !had && isNull(value) {
			continue
		}
		if kept == nil {
			kept = b2b.Object{}
		}
		kept[key] = value
		changes = append(changes, change(e, name, key, before[key], value, false))
	}
	*to = kept
	return changes
}

func change(e b2b.Endpoint, field, key string, base, value json.RawMessage, option bool) FieldChange {
	c := FieldChange{Name: field, field: field, key: key, base: base, value: value, option: option}
	if key != "" {
		c.Name += "." + key
	}
	c.Before, c.After = textOf(base), textOf(value)
	if f, ok := e.Field(field); ok && f.Secret || key != "" && b2b.IsSecretName(key) {
		c.Before, c.After = b2b.Secret(c.Before).String(), b2b.Secret(c.After).String()
	}
	return c
}

// listed are the fields that a request without an object before it sets.
func listed(e b2b.Endpoint, in any) []FieldChange {
	v := reflect.Indirect(reflect.ValueOf(in))
	if v.Kind() != reflect.Struct {
		return nil
	}
	var changes []FieldChange
	for i := range v.NumField() {
		if name, f := jsonName(v.Type().Field(i)), v.Field(i); name != "" && !f.IsZero() {
			changes = append(changes, change(e, name, "", nil, raw(f), false))
		}
	}
	return changes
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

func raw(f reflect.Value) json.RawMessage {
	data, err := json.Marshal(f.Interface())
	if err != nil {
		return nil
	}
	return data
}

func isDefault(e b2b.Endpoint, name string, value json.RawMessage) bool {
	f, ok := e.Field(name)
	return ok && f.Default != "" && f.Default == textOf(value)
}

func isNull(value json.RawMessage) bool { return len(value) == 0 || string(value) == "null" }

// isEmpty reports whether value is one of the ways to say nothing.
func isEmpty(value json.RawMessage) bool {
	return isNull(value) || slices.Contains([]string{`""`, "[]", "{}"}, string(value))
}

// equal reports whether a and b are the same JSON, but for how it is written.
func equal(a, b json.RawMessage) bool {
	return (a == nil) == (b == nil) && reflect.DeepEqual(decoded(a), decoded(b))
}

// same reports whether a and b mean the same to the server: lists of words are
// sets, and every way of saying nothing is one.
func same(a, b json.RawMessage) bool {
	if isEmpty(a) && isEmpty(b) {
		return true
	}
	x, y := decoded(a), decoded(b)
	if xs, ok := words(x); ok {
		if ys, ok := words(y); ok {
			return slices.Equal(xs, ys)
		}
	}
	return reflect.DeepEqual(x, y)
}

// words is v as a sorted list, when it is a list of strings.
func words(v any) ([]string, bool) {
	list, ok := v.([]any)
	if !ok {
		return nil, false
	}
	out := make([]string, 0, len(list))
	for _, item := range list {
		s, ok := item.(string)
		if !ok {
			return nil, false
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out, true
}
