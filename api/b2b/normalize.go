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
			normalizeField(v.Field(i), v.Type().Field(i))
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

func normalizeField(v reflect.Value, f reflect.StructField) {
	if !f.IsExported() || v.Type().PkgPath() == "time" {
		return
	}
	if f.Tag.Get("null") == "" && f.Type != reflect.TypeFor[[]byte]() && !isRaw(f.Type) {
		switch v.Kind() {
		case reflect.Slice:
			if v.IsNil() {
				v.Set(reflect.MakeSlice(v.Type(), 0, 0))
			}
		case reflect.Map:
			if v.IsNil() {
				v.Set(reflect.MakeMap(v.Type()))
			}
		}
	}
	normalize(v)
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
