package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// goType is the Go type of a contract type that is always there.
func goType(t string) string {
	if inner, ok := wrapped(t, "array<"); ok {
		return "[]" + goType(inner)
	}
	if inner, ok := wrapped(t, "map<string,"); ok {
		return "map[string]" + goType(inner)
	}
	switch t {
	case "string":
		return "string"
	case "boolean":
		return "bool"
	case "integer":
		return "int"
	case "timestamp":
		return "time.Time"
	case "object":
		return "Object"
	case "any":
		return "json.RawMessage"
	}
	return t
}

func wrapped(t, prefix string) (string, bool) {
	if strings.HasPrefix(t, prefix) && strings.HasSuffix(t, ">") {
		return t[len(prefix) : len(t)-1], true
	}
	return "", false
}

// secretType is t, or its secret kind when the field called name is secret.
func secretType(name, t string) string {
	if isSecret(name, t) {
		return strings.Replace(t, "string", "Secret", 1)
	}
	return t
}

// canBeNil reports whether the Go type of t has a nil of its own.
func canBeNil(t string) bool {
	return t == "object" || t == "any" || strings.HasPrefix(t, "array<") || strings.HasPrefix(t, "map<")
}

// answerType is the Go type of a field of an object or an answer.
func answerType(name string, f field) string {
	f.Type = secretType(name, f.Type)
	if f.Nullable && !canBeNil(f.Type) {
		return "*" + goType(f.Type)
	}
	return goType(f.Type)
}

// requestType is the Go type of a field of a request: a pointer where it may be
// left out, so that false, 0 and "" can be sent.
func requestType(name string, f field) string {
	f.Type = secretType(name, f.Type)
	if !f.Required && !canBeNil(f.Type) {
		return "*" + goType(f.Type)
	}
	return goType(f.Type)
}

func writeObjects(out *goFile, c *contract) {
	for _, name := range c.Objects.Names {
		o := c.Objects.Values[name]
		out.line("// %s is an object of the contract.%s", name, sentence(o.Note))
		out.line("type %s struct {", name)
		for _, n := range o.Fields.Names {
			f := o.Fields.Values[n]
			writeComment(out, f)
			out.line("%s %s `json:%q%s`", goName(n), answerType(n, f), n, nullTag(f))
		}
		out.line("}\n")
	}
	writeNestedSecrets(out, c)
}

// writeNestedSecrets lists the secret fields of objects, which no endpoint's own
// table shows.
func writeNestedSecrets(out *goFile, c *contract) {
	names := map[string]bool{}
	for _, o := range c.Objects.Values {
		for n, f := range o.Fields.Values {
			names[n] = names[n] || isSecret(n, f.Type)
		}
	}
	out.line("// nestedSecretNames are the secret fields of objects.\nvar nestedSecretNames = []string{")
	for _, n := range slices.Sorted(maps.Keys(names)) {
		if names[n] {
			out.line("%q,", n)
		}
	}
	out.line("}")
}

// nullTag marks a list or object that may be null, so that Normalize leaves it.
func nullTag(f field) string {
	if f.Nullable && canBeNil(f.Type) && !strings.Contains(f.Note, "updates merge") {
		return ` null:"true"`
	}
	return ""
}

func writeRequests(out *goFile, c *contract) {
	for _, e := range c.Endpoints {
		name := requestName(e)
		if len(e.Request.Names)+len(e.QueryParams.Names) > 0 {
			out.line("// %s is what %s %s takes.%s", name, e.Method, e.Path, sentence(strings.Join(e.Notes, "; ")))
			out.line("type %s struct {", name)
			for _, n := range e.QueryParams.Names {
				f := e.QueryParams.Values[n]
				writeComment(out, f)
				out.line("%s %s `json:\"-\" query:%q`", goName(n), requestType(n, f), n)
			}
			for _, n := range e.Request.Names {
				f := e.Request.Values[n]
				writeComment(out, f)
				omit := ""
				if !f.Required {
					omit = ",omitzero"
				}
				out.line("%s %s `json:%q`", goName(n), requestType(n, f), n+omit)
			}
			out.line("}\n")
		}
		out.line("// %sResponse is the answer of %s %s.", name, e.Method, e.Path)
		out.line("type %sResponse struct {", name)
		for _, n := range e.Response.Names {
			f := e.Response.Values[n]
			writeComment(out, f)
			out.line("%s %s `json:%q%s`", goName(n), answerType(n, f), n, nullTag(f))
		}
		out.line("}\n")
	}
}

// writeComment says what the contract says of a field.
func writeComment(out *goFile, f field) {
	var parts []string
	if f.Note != "" {
		parts = append(parts, f.Note)
	}
	if len(f.Enum) > 0 {
		parts = append(parts, "one of "+strings.Join(f.Enum, ", "))
	}
	if d := f.Default; d != nil {
		parts = append(parts, fmt.Sprintf("default %v", d))
	}
	if len(parts) > 0 {
		out.line("// %s", strings.Join(parts, "; "))
	}
}

func sentence(note string) string {
	if note == "" {
		return ""
	}
	return " " + strings.ToUpper(note[:1]) + note[1:] + "."
}
