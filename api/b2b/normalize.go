package b2b

import "reflect"

// Normalize makes v, a pointer to an answer, ready to be sent: lists that are nil
// become [] and metadata {}, at any depth, but for the fields that the contract
// lets be null.
func Normalize(v any) { normalize(reflect.ValueOf(v)) }

func normalize(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			normalize(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			normalizeField(v, i)
		}
	case reflect.Slice:
		if k := v.Type().Elem().Kind(); k == reflect.Struct || k == reflect.Pointer {
			for i := range v.Len() {
				normalize(v.Index(i))
			}
		}
	case reflect.Map:
		normalizeMap(v)
	}
}

// normalizeField looks at what the type says of the field only where that matters:
// it takes longer than all the rest.
func normalizeField(of reflect.Value, i int) {
	v := of.Field(i)
	if isPlain(v.Kind()) || !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() && isNeverNull(of.Type().Field(i)) {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
	case reflect.Map:
		if v.IsNil() && isNeverNull(of.Type().Field(i)) {
			v.Set(reflect.MakeMap(v.Type()))
		}
	}
	normalize(v)
}

// isPlain tells texts, numbers and truth values from all that may hold lists.
func isPlain(k reflect.Kind) bool { return k < reflect.Array || k == reflect.String }

// isNeverNull reports whether a list or map of the contract is there even when it
// is empty.
func isNeverNull(f reflect.StructField) bool {
	return f.Tag.Get("null") == "" && f.Type != reflect.TypeFor[[]byte]() && !isRaw(f.Type)
}

// isRaw reports whether t is raw JSON, which is not ours to change.
func isRaw(t reflect.Type) bool {
	return t.PkgPath() == "encoding/json" && t.Name() == "RawMessage" || t.PkgPath() == "encoding/json/jsontext"
}

// normalizeMap replaces the values of a map of structs, which cannot be changed
// in place.
func normalizeMap(v reflect.Value) {
	if v.Type().Elem().Kind() != reflect.Struct {
		return
	}
	for _, key := range v.MapKeys() {
		copied := reflect.New(v.Type().Elem())
		copied.Elem().Set(v.MapIndex(key))
		normalize(copied)
		v.SetMapIndex(key, copied.Elem())
	}
}
