package sandbox

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// maxSCIMOperations is how many operations a PATCH has.
const maxSCIMOperations = 1000

// scimOperation is one of a PATCH.
type scimOperation struct {
	Op    string          `json:"op"`
	Path  string          `json:"path"`
	Value json.RawMessage `json:"value"`
}

// readPatch reads the operations of a PATCH.
func readPatch(body []byte) ([]scimOperation, error) {
	var patch struct {
		Schemas    []string
		Operations []scimOperation
	}
	if err := json.Unmarshal(body, &patch); err != nil {
		return nil, refuseSCIM(400, "invalidSyntax", "the body is not a PatchOp message")
	}
	if !slices.ContainsFunc(patch.Schemas, func(s string) bool { return strings.EqualFold(s, scimPatchMessage) }) {
		return nil, refuseSCIM(400, "invalidSyntax", "schemas must name %s", scimPatchMessage)
	}
	if n := len(patch.Operations); n == 0 || n > maxSCIMOperations {
		return nil, refuseSCIM(400, "invalidSyntax", "a patch has 1 to %d operations", maxSCIMOperations)
	}
	return patch.Operations, nil
}

// patched applies operations to doc, in order.
func patched(doc map[string]any, operations []scimOperation) error {
	for _, o := range operations {
		if err := o.apply(doc); err != nil {
			return err
		}
	}
	return nil
}

func (o scimOperation) apply(doc map[string]any) error {
	op := strings.ToLower(o.Op)
	if op != "add" && op != "replace" && op != "remove" {
		return refuseSCIM(400, "invalidSyntax", "%q is no operation", o.Op)
	}
	var value any
	if len(o.Value) > 0 && json.Unmarshal(o.Value, &value) != nil {
		return refuseSCIM(400, "invalidSyntax", "the value is not JSON")
	}
	if o.Path != "" {
		path, err := parseSCIMPath(o.Path)
		if err != nil {
			return err
		}
		return path.apply(doc, op, value)
	}
	whole, isObject := value.(map[string]any)
	if op == "remove" || !isObject {
		return refuseSCIM(400, "noTarget", "without a path only an object can be added or replaced")
	}
	return applyWhole(doc, op, whole)
}

// applyWhole applies an operation to each attribute of an object; read-only ones
// are left alone. A name may be a path.
func applyWhole(doc map[string]any, op string, whole map[string]any) error {
	for name, value := range whole {
		if isReadOnly(name) {
			continue
		}
		path, err := parseSCIMPath(name)
		if err != nil {
			return err
		}
		if err := path.apply(doc, op, value); err != nil {
			return err
		}
	}
	return nil
}

// isReadOnly reports whether only the server sets the attribute.
func isReadOnly(name string) bool {
	return slices.ContainsFunc([]string{"id", "meta", "schemas", "groups"}, func(own string) bool { return strings.EqualFold(own, name) })
}

func (p scimPath) apply(doc map[string]any, op string, value any) error {
	if p.urn == "" && isReadOnly(p.attr) {
		return refuseSCIM(400, "mutability", "%s cannot be changed", p.attr)
	}
	if isExtension(p.urn) && p.home(doc) == nil {
		if op == "remove" {
			return nil
		}
		doc[p.urn] = map[string]any{}
	}
	home := p.home(doc)
	switch {
	case p.attr == "":
		return p.applyExtension(doc, op, value)
	case p.filter != nil:
		return p.applyFiltered(home, op, value)
	case p.sub != "":
		return p.applySub(home, op, value)
	}
	key := keyOf(home, p.attr)
	if op == "remove" {
		if value != nil {
			home[key] = without(home[key], value)
			return nil
		}
		delete(home, key)
		return nil
	}
	home[key] = merged(home[key], value, op)
	return nil
}

// applyExtension treats an extension as a whole.
func (p scimPath) applyExtension(doc map[string]any, op string, value any) error {
	object, isObject := value.(map[string]any)
	switch {
	case op == "remove":
		delete(doc, keyOf(doc, p.urn))
	case !isObject:
		return refuseSCIM(400, "invalidValue", "%s takes an object", p.urn)
	case isExtension(p.urn):
		doc[p.urn] = merged(doc[p.urn], object, op)
	default:
		return applyWhole(doc, op, object)
	}
	return nil
}

// merged is what becomes of an attribute: add appends to lists, and both add and
// replace keep the parts of an object that are not sent.
func merged(old, value any, op string) any {
	switch old := old.(type) {
	case []any:
		if op == "replace" {
			return value
		}
		return appended(old, value)
	case map[string]any:
		if parts, ok := value.(map[string]any); ok {
			for name, part := range parts {
				old[keyOf(old, name)] = part
			}
			return old
		}
	}
	return value
}

// appended adds the items that a list has not.
func appended(list []any, value any) []any {
	items, isList := value.([]any)
	if !isList {
		items = []any{value}
	}
	for _, item := range items {
		if !slices.ContainsFunc(list, func(have any) bool { return sameItem(have, item) }) {
			list = append(list, item)
		}
	}
	return list
}

// sameItem reports whether two items of a list are one: members of a group are
// when their value is.
func sameItem(a, b any) bool {
	x, isObject := a.(map[string]any)
	y, both := b.(map[string]any)
	if isObject && both && x["type"] == nil && y["type"] == nil && x["value"] != nil {
		return reflect.DeepEqual(x["value"], y["value"])
	}
	return reflect.DeepEqual(a, b)
}

// without is a list less the items of value, by their values.
func without(list, value any) any {
	items, isList := list.([]any)
	gone, many := value.([]any)
	if !isList {
		return list
	}
	if !many {
		gone = []any{value}
	}
	return slices.DeleteFunc(slices.Clone(items), func(have any) bool {
		return slices.ContainsFunc(gone, func(item any) bool { return valueOf(have) == valueOf(item) })
	})
}

// valueOf is the value of an item; texts and the like are their own.
func valueOf(item any) any {
	if element, ok := item.(map[string]any); ok {
		text, _ := attribute(element, "value").(string)
		return text
	}
	if text, ok := item.(string); ok {
		return text
	}
	return nil
}

// applySub changes a part of an object, or of each item of a list.
func (p scimPath) applySub(home map[string]any, op string, value any) error {
	key := keyOf(home, p.attr)
	switch target := home[key].(type) {
	case map[string]any:
		setPart(target, p.sub, op, value)
	case []any:
		for _, item := range target {
			if element, ok := item.(map[string]any); ok {
				setPart(element, p.sub, op, value)
			}
		}
	default:
		if op != "remove" {
			home[key] = map[string]any{p.sub: value}
		}
	}
	return nil
}

func setPart(target map[string]any, name, op string, value any) {
	key := keyOf(target, name)
	if op == "remove" {
		delete(target, key)
		return
	}
	target[key] = value
}

// applyFiltered changes the items of a list that the filter matches. Add makes the
// item that an eq filter describes when there is none, as directories expect.
func (p scimPath) applyFiltered(home map[string]any, op string, value any) error {
	key := keyOf(home, p.attr)
	list, _ := home[key].([]any)
	var kept []any
	matched := 0
	for _, item := range list {
		element, ok := item.(map[string]any)
		if !ok || !p.filter(element) {
			kept = append(kept, item)
			continue
		}
		matched++
		switch {
		case p.sub != "":
			setPart(element, p.sub, op, value)
		case op == "remove":
			continue
		default:
			item = merged(element, value, "replace")
		}
		kept = append(kept, item)
	}
	if matched == 0 && op == "replace" {
		return refuseSCIM(400, "noTarget", "no item of %s matches", p.attr)
	}
	if matched == 0 && op == "add" {
		item, err := p.newItem(value)
		if err != nil {
			return err
		}
		kept = append(kept, item)
	}
	home[key] = kept
	return nil
}

// newItem is the item that the path describes.
func (p scimPath) newItem(value any) (map[string]any, error) {
	item := map[string]any{}
	if p.equal[0] == "" {
		return nil, refuseSCIM(400, "noTarget", "no item of %s matches", p.attr)
	}
	item[p.equal[0]] = p.equal[1]
	if p.sub != "" {
		item[p.sub] = value
		return item, nil
	}
	parts, ok := value.(map[string]any)
	if !ok {
		return nil, refuseSCIM(400, "invalidValue", "%s takes objects", p.attr)
	}
	for name, part := range parts {
		item[name] = part
	}
	return item, nil
}
