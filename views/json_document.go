package views

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// document is what an update can set of an object, as JSON that a person edits.
// What is left out of it stays as it is.
type document struct {
	endpoint b2b.Endpoint // of the update
	names    []string     // of the fields, in the order of the contract
	fields   map[string]json.RawMessage
}

// documentOf takes the fields that an update can set off an object; only some of
// them when they are named.
func documentOf(e b2b.Endpoint, object any, only ...string) (document, error) {
	var raw bytes.Buffer
	enc := json.NewEncoder(&raw)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(object); err != nil {
		return document{}, fmt.Errorf("write as JSON: %w", err)
	}
	held := map[string]json.RawMessage{}
	if err := json.Unmarshal(raw.Bytes(), &held); err != nil {
		return document{}, fmt.Errorf("write as JSON: %w", err)
	}
	d := document{endpoint: e, fields: map[string]json.RawMessage{}}
	for _, f := range e.Request {
		value, has := held[f.Name]
		if !has || len(only) > 0 && !slices.Contains(only, f.Name) {
			continue
		}
		d.names = append(d.names, f.Name)
		d.fields[f.Name] = orEmptyValue(f, value)
	}
	return d, nil
}

// memberDocument is what can be set of a member: of its roles only those that were
// given directly.
func memberDocument(m b2b.Member, only ...string) (document, error) {
	d, err := documentOf(b2b.OrganizationsMembersUpdate, m, only...)
	if err != nil || !slices.Contains(d.names, "roles") {
		return d, err
	}
	d.fields["roles"], err = json.Marshal(api.DirectRoles(m))
	return d, err
}

// orEmptyValue is value, or an empty one of its kind where null would not show
// what can be written there.
func orEmptyValue(f b2b.Field, value json.RawMessage) json.RawMessage {
	switch {
	case string(value) != "null":
		return value
	case isMetadata(f.Name):
		return json.RawMessage("{}")
	case strings.HasPrefix(f.Type, "array"):
		return json.RawMessage("[]")
	}
	return value
}

func isMetadata(name string) bool { return strings.HasSuffix(name, "metadata") }

// text is the document to be edited.
func (d document) text() string {
	var b bytes.Buffer
	b.WriteString("{")
	for i, name := range d.names {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "\n  %q: ", name)
		if err := json.Indent(&b, d.fields[name], "  ", "  "); err != nil {
			b.Write(d.fields[name]) // what the server sent was read as JSON before
		}
	}
	b.WriteString("\n}\n")
	return visible(b.String())
}

// visible writes characters that do not show, or turn text around, the way JSON
// can: no editor should be fooled by what an outsider wrote.
func visible(text string) string {
	const joiner = '\u200d' // holds emoji together
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || r == joiner || !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// patch is what has to be sent to get from d to after: the fields that differ,
// and of metadata the keys that do.
func (d document) patch(after document) (map[string]json.RawMessage, error) {
	patch := map[string]json.RawMessage{}
	for _, name := range d.names {
		value, kept := after.fields[name]
		if !kept || sameJSON(d.fields[name], value) {
			continue
		}
		if !isMetadata(name) {
			patch[name] = emptyForNull(d.fields[name], value)
			continue
		}
		var before, now b2b.Object
		if err := json.Unmarshal(d.fields[name], &before); err != nil {
			return nil, fmt.Errorf("read the old %s: %w", api.Label(name), err)
		}
		if err := json.Unmarshal(value, &now); err != nil {
			return nil, fmt.Errorf("read the new %s: %w", api.Label(name), err)
		}
		merge, err := json.Marshal(metadataMerge(before, now))
		if err != nil {
			return nil, fmt.Errorf("write the new %s: %w", api.Label(name), err)
		}
		patch[name] = merge
	}
	return patch, nil
}

// emptyForNull is value, or for null the empty value of the kind that was there:
// an update leaves out what is null.
func emptyForNull(before, value json.RawMessage) json.RawMessage {
	if string(value) != "null" {
		return value
	}
	switch before[0] {
	case '"':
		return json.RawMessage(`""`)
	case '[':
		return json.RawMessage("[]")
	}
	return value
}

// updateOf is a patch as the request that it is of.
func updateOf[U any](patch map[string]json.RawMessage) (U, error) {
	var to U
	data, err := json.Marshal(patch)
	if err == nil {
		err = json.Unmarshal(data, &to)
	}
	if err != nil {
		return to, fmt.Errorf("make the request: %w", err)
	}
	return to, nil
}

// sameJSON reports whether a and b are the same, but for how they are written.
// Numbers are compared as they are written: large ones would lose digits.
func sameJSON(a, b json.RawMessage) bool {
	return reflect.DeepEqual(exactJSON(a), exactJSON(b))
}

func exactJSON(raw json.RawMessage) (value any) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if dec.Decode(&value) != nil {
		return string(raw)
	}
	return value
}
