// Package b2b is the Stytch B2B contract as Go: objects, requests, answers,
// enumerations, limits, endpoints, error types, search filters and the default
// RBAC policy. All of it but this file is made from contract.json, so that the
// client, the sandbox and the forms cannot disagree. It is data: it does no I/O.
package b2b

//go:generate go run ./gen

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
)

// Object is free JSON, such as metadata: its members stay as they were written.
type Object map[string]json.RawMessage

// Endpoint describes one operation of the API.
type Endpoint struct {
	Resource, Operation string // "organizations.members", "update"
	Method, Path        string // "PUT", "/v1/b2b/organizations/{organization_id}/members/{member_id}"
	Scope               string // "b2b", or "shared" with the consumer product
	ContentType         string // of the request; "" is JSON
	SessionHeaders      bool   // may be called as a member
	RBAC                Permission
	Exclusive           []Exclusive
	PathParams          []Field
	Query               []Field
	Request             []Field
	Response            []Field
	Errors              []string // likely error types, besides those of the transport
}

// ID is the endpoint's name: "organizations.members.update".
func (e Endpoint) ID() string { return e.Resource + "." + e.Operation }

// URL is the endpoint's path with each {parameter} replaced, in order, by one of
// args, percent-encoded. There must be as many args as parameters.
func (e Endpoint) URL(args ...string) string {
	var b strings.Builder
	rest := e.Path
	for _, arg := range args {
		before, after, _ := strings.Cut(rest, "{")
		_, after, _ = strings.Cut(after, "}")
		b.WriteString(before)
		b.WriteString(url.PathEscape(arg))
		rest = after
	}
	return b.String() + rest
}

// Field returns the request field called name.
func (e Endpoint) Field(name string) (Field, bool) {
	i := slices.IndexFunc(e.Request, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return e.Request[i], true
}

// Permission is what a session needs for an endpoint. Action "per-field" means
// that each field sent needs its own. SelfResource, where there is one, is
// enough on the session's own member. All empty: no rule is known.
type Permission struct{ Resource, Action, SelfResource string }

// PerField is the Permission.Action of endpoints whose fields have actions.
const PerField = "per-field"

// Exclusive binds fields together.
type Exclusive struct {
	Rule   string // "exactly_one", "at_most_one" or "at_least_one"
	Fields []string
}

// Field describes one field of a request or an answer.
type Field struct {
	Name, Type           string
	Required, Nullable   bool
	Secret               bool     // never printed: see Secret
	ForbiddenWithSession bool     // refused when a session header is sent
	Enum                 []string // of each item, when the type is a list
	Limits               Limits
	Accepts              []string // kinds of identifier that it takes
	Format, Note         string
	Default              string // as text
	RBACAction           string // "stytch.member:update.info.name"
	RBACSelfAction       string // enough on the session's own member
}

// Limits bound a value. Zero means no limit, but for Min and Max, which hold
// when HasRange does.
type Limits struct {
	HasRange             bool
	Min, Max             int
	MinLength, MaxLength int // characters
	MaxBytes             int // of the JSON text
	MaxTopLevelKeys      int
	Pattern              string // Go regular expression
	UniqueIn             string // "project" or "organization"
	PowerOfTwo           bool
	NeedsOneAlphanumeric bool
}

// ErrorType describes one error_type.
type ErrorType struct {
	Name   string
	Status int    // HTTP status
	When   string // it comes when …
}

// LookupError returns what the contract says of an error type.
func LookupError(name string) (ErrorType, bool) {
	t, ok := errorTypes[name]
	return t, ok
}

// ErrorTypes returns the names of all error types, sorted.
func ErrorTypes() []string {
	names := make([]string, 0, len(errorTypes))
	for name := range errorTypes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Filter is one search filter.
type Filter struct {
	Name     string
	Value    string // "string", "boolean" or "array<string>"
	FuzzyMin int    // fewest characters of a fuzzy value
	Match    string // what it finds
}

// LookupFilter finds a filter by name in filters.
func LookupFilter(filters []Filter, name string) (Filter, bool) {
	i := slices.IndexFunc(filters, func(f Filter) bool { return f.Name == name })
	if i < 0 {
		return Filter{}, false
	}
	return filters[i], true
}

// MemberFilterName returns the name that the contract uses for a member filter
// which has other spellings too.
func MemberFilterName(name string) string {
	if n, ok := memberFilterAliases[name]; ok {
		return n
	}
	return name
}
