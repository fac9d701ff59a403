package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

func decoded(value json.RawMessage) any {
	dec := json.NewDecoder(bytes.NewReader(value))
	dec.UseNumber() // so that a large number stays what it is
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil
	}
	return v
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// textOf writes JSON out for people: words without quotes, lists with commas,
// objects as "name: value".
func textOf(value json.RawMessage) string { return textOfValue(decoded(value), "; ") }

func textOfValue(v any, between string) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []any:
		return joined(v, between)
	case map[string]any:
		var parts []string
		for _, key := range sortedKeys(v) {
			parts = append(parts, key+": "+textOfValue(v[key], ", "))
		}
		return strings.Join(parts, between)
	}
	return fmt.Sprint(v)
}

func joined(list []any, between string) string {
	parts := make([]string, 0, len(list))
	for _, item := range list {
		if _, plain := item.(string); plain {
			between = ", "
		}
		parts = append(parts, textOfValue(item, ", "))
	}
	return strings.Join(parts, between)
}

// Label is a JSON name as people write it: "mfa_policy" is "MFA policy".
func Label(name string) string {
	words := strings.Split(name, "_")
	for i, word := range words {
		switch word {
		case "id", "url", "sso", "mfa", "totp", "jit", "oauth", "rbac", "scim", "sms", "otp", "saml", "oidc", "jwt":
			words[i] = strings.ToUpper(word)
		case "ids":
			words[i] = "IDs"
		case "email":
			words[i] = "e-mail"
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), "OAUTH", "OAuth")
}

// plural is "1 setting", "2 settings".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
