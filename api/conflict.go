package api

import (
	"encoding/json"
	"maps"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// Conflict says that somebody else changed the object between reading it and
// writing to it. Nothing was sent.
type Conflict struct {
	Summary string          // of the change that was not sent
	Fields  []ConflictField // what is different now
	Now     any             // the object as the server has it, of the Change's type
}

// ConflictField is one field that somebody else has changed, as text.
type ConflictField struct {
	Name, Label        string // JSON name, with the key for metadata; the name for people
	Base, Mine, Theirs string // as it was read; as it would be sent; as it is now
	Touched            bool   // by the change too; else Mine equals Base and overwriting leaves Theirs
}

// Error implements error.
func (e *Conflict) Error() string {
	return "somebody else has changed " + e.labels() + " meanwhile"
}

func (e *Conflict) labels() string {
	names := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		names[i] = "the " + f.Label
	}
	return strings.Join(names, ", ")
}

// conflicts compares what the object was with what it is now, over every field
// that an update could set. Where both sides did the same there is no conflict.
func conflicts(e b2b.Endpoint, base, now values, mine []FieldChange) []ConflictField {
	var found []ConflictField
	for _, f := range e.Request {
		if _, known := base[f.Name]; !known {
			continue
		}
		for _, theirs := range differing(e, f, base[f.Name], now[f.Name]) {
			c := ConflictField{Name: theirs.Name, Label: theirs.Label(), Base: theirs.Before, Mine: theirs.Before, Theirs: theirs.After}
			agreed := false
			for _, m := range mine {
				if m.Name == c.Name {
					c.Mine, c.Touched, agreed = m.After, true, same(m.value, theirs.value)
				}
			}
			if !agreed {
				found = append(found, c)
			}
		}
	}
	return found
}

// differing is how one field went from base to now: metadata key by key.
func differing(e b2b.Endpoint, f b2b.Field, base, now json.RawMessage) []FieldChange {
	if f.Type != "object" {
		if same(base, now) {
			return nil
		}
		return []FieldChange{change(e, f.Name, "", base, now, false)}
	}
	var before, after b2b.Object
	_ = json.Unmarshal(base, &before) // no object has no keys
	_ = json.Unmarshal(now, &after)
	var changes []FieldChange
	for _, key := range sortedKeys(union(before, after)) {
		if !equal(before[key], after[key]) {
			changes = append(changes, change(e, f.Name, key, before[key], after[key], false))
		}
	}
	return changes
}

func union(a, b b2b.Object) b2b.Object {
	all := maps.Clone(a)
	if all == nil {
		all = b2b.Object{}
	}
	maps.Copy(all, b)
	return all
}
