package b2b

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"
)

// secretNames are the JSON names of all secret fields of the contract, wherever
// they stand.
var secretNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, e := range Endpoints {
		for _, fields := range [][]Field{e.Query, e.Request, e.Response} {
			for _, f := range fields {
				if f.Secret {
					names[f.Name] = true
				}
			}
		}
	}
	for _, name := range nestedSecretNames {
		names[name] = true
	}
	return names
})

// IsSecretName reports whether a JSON member called name holds a secret.
func IsSecretName(name string) bool { return secretNames()[name] }

// RedactJSON returns body with the value of every secret member, at any depth,
// replaced by "[redacted]". What is not JSON comes back as nil: nobody can say
// what is in it.
func RedactJSON(body []byte) []byte {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil
	}
	out, err := json.Marshal(redact(v))
	if err != nil {
		return nil
	}
	return out
}

func redact(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			if IsSecretName(name) {
				v[name] = blackout(member)
				continue
			}
			v[name] = redact(member)
		}
	case []any:
		for i := range v {
			v[i] = redact(v[i])
		}
	case string:
		return redactLink(v)
	}
	return v
}

// redactLink hides the secret parameters of text that is a link, such as the token
// of a mailed one.
func redactLink(text string) string {
	before, query, found := strings.Cut(text, "?")
	if !found || !strings.Contains(before, "://") {
		return text
	}
	query, fragment, _ := strings.Cut(query, "#")
	parts := strings.Split(query, "&")
	hidden := false
	for i, part := range parts {
		name, value, _ := strings.Cut(part, "=")
		if IsSecretName(name) && value != "" {
			parts[i], hidden = name+"="+Redacted, true
		}
	}
	if !hidden {
		return text
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	return before + "?" + strings.Join(parts, "&") + fragment
}

// blackout hides a value but keeps what is no secret: that it is empty, or how
// many items it has.
func blackout(v any) any {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return Secret(v).String()
	case []any:
		for i := range v {
			v[i] = Redacted
		}
		return v
	}
	return Redacted
}
