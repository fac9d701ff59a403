package api

import (
	"context"
	"encoding/json"
	"fmt"

	"example.com/orgdeck/api/b2b"
)

// edit is how objects of one kind are updated: T is the object, U the request
// of the contract that updates it.
type edit[T, U any] struct {
	endpoint b2b.Endpoint
	path     []string
	name     string         // of the object, for people
	current  func(T) values // what the fields of U are in an object
	read     func(context.Context) (T, error)
	again    func(before T, to U) Change[T]              // the same kind of edit, on another state
	clear    map[string]func(T) Change[T]                // fields that have an endpoint of their own for emptying them
	lossy    map[string]string                           // fields whose old value does not bring all back, and why
	danger   func(before T, fields []FieldChange) Danger // nil for none
}

// update describes changing before to what to says, sending only what differs.
// R is the answer, and pick finds the object in it.
func update[R, T, U any](c *Client, ed edit[T, U], before T, to U, pick func(*R) T) Change[T] {
	base := ed.current(before)
	sent, fields := difference(ed.endpoint, base, to)
	ch := write(c, ed.endpoint, ed.path, sent, pick)
	ch.update, ch.Fields = true, fields
	ch.Summary = summaryOf(fields, ed.name)
	if ed.danger != nil {
		ch.Danger = ed.danger(before, fields)
		ch = ch.protected()
	}
	ch.guard = func(ctx context.Context) error {
		now, err := ed.read(ctx)
		if err != nil {
			return err
		}
		if found := conflicts(ed.endpoint, base, ed.current(now), fields); len(found) > 0 {
			return &Conflict{Summary: ch.Summary, Fields: found, Now: now}
		}
		return nil
	}
	return ed.reversible(ch)
}

func summaryOf(fields []FieldChange, name string) string {
	switch len(fields) {
	case 0:
		return "Change nothing of " + name
	case 1:
		if sentence := sentenceOf(fields[0], name); sentence != "" {
			return sentence
		}
		return "Change the " + fields[0].Label() + " of " + name
	}
	return fmt.Sprintf("Change %s of %s", plural(len(fields), "field"), name)
}

// sentenceOf says what turning a switch does, in the words of people; "" for
// what is no switch. The same words are in the forms of the console.
func sentenceOf(f FieldChange, name string) string {
	says, ok := map[string]string{
		"mfa_enrolled true":                 "Ask %s for MFA at each sign-in",
		"mfa_enrolled false":                "Ask %s for MFA no longer",
		"is_breakglass true":                "Make %s a break-glass account",
		"is_breakglass false":               "Make %s an ordinary account again",
		"idp_initiated_auth_disabled true":  "Refuse sign-in begun at the provider of %s",
		"idp_initiated_auth_disabled false": "Allow sign-in begun at the provider of %s",
		"allow_gateway_callback true":       "Allow callbacks by a gateway for %s",
		"allow_gateway_callback false":      "Refuse callbacks by a gateway for %s",
	}[f.field+" "+string(f.value)]
	if !ok {
		return ""
	}
	return fmt.Sprintf(says, name)
}

// reversible adds the way back to ch, or the reason why there is none.
func (ed edit[T, U]) reversible(ch Change[T]) Change[T] {
	if len(ch.Fields) == 1 && isEmpty(ch.Fields[0].base) {
		if clear := ed.clear[ch.Fields[0].field]; clear != nil {
			return ch.undoneBy(func(after T) Undoer { return clear(after) })
		}
	}
	for _, f := range ch.Fields {
		if why := ed.lossy[f.field]; why != "" {
			return ch.final(why)
		}
		if !f.canBeEmptied(ed.endpoint) {
			return ch.final("the " + f.Label() + " was not set before, and an update cannot empty it")
		}
	}
	to, err := reverse[U](ch.Fields)
	if err != nil {
		return ch.final("the old values cannot be sent back: " + err.Error())
	}
	return ch.undoneBy(func(after T) Undoer { return ed.again(after, to) })
}

// canBeEmptied reports whether the value before f can be sent: it was something,
// or nothing is a value that the endpoint takes.
func (f FieldChange) canBeEmptied(e b2b.Endpoint) bool {
	if f.option || f.key != "" || !isEmpty(f.base) {
		return true
	}
	field, ok := e.Field(f.field)
	if !ok || field.Type != "string" {
		return ok && field.Type != "string"
	}
	l := field.Limits
	return !isNull(f.base) && l.Pattern == "" && l.MinLength == 0 && field.Enum == nil && field.Format == ""
}

// reverse is the request that sets every field back to what it was before.
func reverse[U any](fields []FieldChange) (U, error) {
	old := map[string]any{}
	for _, f := range fields {
		switch {
		case f.option:
		case f.key != "":
			keys, ok := old[f.field].(b2b.Object)
			if !ok {
				keys = b2b.Object{}
				old[f.field] = keys
			}
			keys[f.key] = f.base // nil is sent as null, which deletes the key
		case isNull(f.base):
			old[f.field] = emptyLike(f.value)
		default:
			old[f.field] = f.base
		}
	}
	var to U
	data, err := json.Marshal(old)
	if err != nil {
		return to, err
	}
	return to, json.Unmarshal(data, &to)
}

// emptyLike is the empty value of the same kind as value.
func emptyLike(value json.RawMessage) json.RawMessage {
	switch value[0] {
	case '[':
		return json.RawMessage("[]")
	case '{':
		return json.RawMessage("{}")
	}
	return json.RawMessage(`""`)
}
