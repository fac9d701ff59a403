package main

import (
	"fmt"
	"slices"
	"strings"
)

func writeEndpoints(out *goFile, c *contract) {
	out.line("// The endpoints, named by resource and operation.\nvar (")
	for _, e := range c.Endpoints {
		out.line("// %s is %s %s.", endpointName(e), e.Method, e.Path)
		out.line("%s = Endpoint{", endpointName(e))
		out.line("Resource: %q, Operation: %q, Method: %q, Path: %q, Scope: %q,", e.Resource, e.Operation, e.Method, e.Path, e.Scope)
		if e.SessionHeaders {
			out.line("SessionHeaders: true,")
		}
		if e.ContentType != "" {
			out.line("ContentType: %q,", e.ContentType)
		}
		if r := e.RBAC; r != nil {
			out.line("RBAC: Permission{Resource: %q, Action: %q, SelfResource: %q},", r.Resource, r.Action, r.SelfResource)
		}
		if len(e.Exclusive) > 0 {
			out.line("Exclusive: []Exclusive{")
			for _, x := range e.Exclusive {
				out.line("{Rule: %q, Fields: %#v},", x.Rule, x.Fields)
			}
			out.line("},")
		}
		writeFields(out, "PathParams", e.PathParams)
		writeFields(out, "Query", e.QueryParams)
		writeFields(out, "Request", e.Request)
		writeFields(out, "Response", e.Response)
		if len(e.Errors) > 0 {
			out.line("Errors: %#v,", e.Errors)
		}
		out.line("}")
	}
	out.line(")\n\n// Endpoints holds every endpoint, in the order of the contract.\nvar Endpoints = []*Endpoint{")
	for _, e := range c.Endpoints {
		out.line("&%s,", endpointName(e))
	}
	out.line("}")
}

func writeFields(out *goFile, name string, fields ordered[field]) {
	if len(fields.Names) == 0 {
		return
	}
	out.line("%s: []Field{", name)
	for _, n := range fields.Names {
		f := fields.Values[n]
		var b strings.Builder
		fmt.Fprintf(&b, "{Name: %q, Type: %q", n, f.Type)
		flag(&b, "Required", f.Required)
		flag(&b, "Nullable", f.Nullable)
		flag(&b, "Secret", isSecret(n, f.Type))
		flag(&b, "ForbiddenWithSession", f.ForbiddenWithSession)
		text(&b, "Format", f.Format)
		text(&b, "Note", f.Note)
		text(&b, "RBACSelfAction", f.RBACSelfAction)
		if f.RBACAction != nil {
			text(&b, "RBACAction", *f.RBACAction)
		}
		if f.Default != nil {
			text(&b, "Default", fmt.Sprint(f.Default))
		}
		if len(f.Enum) > 0 {
			fmt.Fprintf(&b, ", Enum: %#v", f.Enum)
		}
		if len(f.Accepts) > 0 {
			fmt.Fprintf(&b, ", Accepts: %#v", f.Accepts)
		}
		b.WriteString(limitsLiteral(f.Limits))
		out.line("%s},", b.String())
	}
	out.line("},")
}

func flag(b *strings.Builder, name string, on bool) {
	if on {
		fmt.Fprintf(b, ", %s: true", name)
	}
}

func text(b *strings.Builder, name, s string) {
	if s != "" {
		fmt.Fprintf(b, ", %s: %q", name, s)
	}
}

func number(b *strings.Builder, name string, n int) {
	if n != 0 {
		fmt.Fprintf(b, ", %s: %d", name, n)
	}
}

func limitsLiteral(l limits) string {
	var b strings.Builder
	if l.Max != nil {
		lo := 0
		if l.Min != nil {
			lo = *l.Min
		}
		fmt.Fprintf(&b, ", HasRange: true, Min: %d, Max: %d", lo, *l.Max)
	}
	number(&b, "MinLength", l.MinLength)
	number(&b, "MaxLength", l.MaxLength)
	number(&b, "MaxBytes", l.MaxBytes)
	number(&b, "MaxTopLevelKeys", l.MaxTopLevelKeys)
	text(&b, "Pattern", l.Pattern)
	text(&b, "UniqueIn", l.UniqueIn)
	flag(&b, "PowerOfTwo", l.PowerOfTwo)
	flag(&b, "NeedsOneAlphanumeric", l.NeedsOneAlphanumeric)
	if b.Len() == 0 {
		return ""
	}
	return ", Limits: Limits{" + strings.TrimPrefix(b.String(), ", ") + "}"
}

// enum is one set of values and the fields that take it.
type enum struct {
	name   string
	values []string
}

// writeEnums names each value once: by its field where the field means the same
// everywhere, by object or resource and field where it does not.
func writeEnums(out *goFile, c *contract) {
	fields := map[string][]enum{} // by field name
	add := func(owner, name string, f field) {
		if len(f.Enum) == 0 {
			return
		}
		for _, e := range fields[name] {
			if slices.Equal(sorted(e.values), sorted(f.Enum)) {
				return
			}
		}
		fields[name] = append(fields[name], enum{owner, f.Enum})
	}
	for _, o := range c.Objects.Names {
		for _, n := range c.Objects.Values[o].Fields.Names {
			add(o, n, c.Objects.Values[o].Fields.Values[n])
		}
	}
	for _, e := range c.Endpoints {
		for _, set := range []ordered[field]{e.QueryParams, e.Request, e.Response} {
			for _, n := range set.Names {
				add(requestName(e), n, set.Values[n])
			}
		}
	}
	names := make([]string, 0, len(fields))
	for n := range fields {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		for _, e := range fields[n] {
			prefix := goName(n)
			if len(fields[n]) > 1 {
				prefix = e.name + prefix
			}
			writeEnum(out, n, prefix, e.values)
		}
	}
}

func writeEnum(out *goFile, field, prefix string, values []string) {
	out.line("// Values of %s.\nconst (", field)
	var names []string
	for _, v := range values {
		name := prefix + goName(v)
		names = append(names, name)
		out.line("%s = %q", name, v)
	}
	out.line(")\n")
	out.line("// %sValues returns every value of %s, in the order of the contract.", prefix, field)
	out.line("func %sValues() []string { return []string{%s} }\n", prefix, strings.Join(names, ", "))
}

func sorted(s []string) []string { return slices.Sorted(slices.Values(s)) }

func writeErrorTypes(out *goFile, c *contract) {
	out.line("// The error types of the API.\nconst (")
	for _, n := range c.ErrorTypes.Names {
		if t := c.ErrorTypes.Values[n]; t.When != "" {
			out.line("// Err%s: %s.", goName(n), t.When)
		}
		out.line("Err%s = %q", goName(n), n)
	}
	out.line(")\n\n// errorTypes says of every error type which HTTP status it has and when it comes.\nvar errorTypes = map[string]ErrorType{")
	for _, n := range c.ErrorTypes.Names {
		t := c.ErrorTypes.Values[n]
		out.line("Err%s: {Name: %q, Status: %d, When: %q},", goName(n), n, t.Status, t.When)
	}
	out.line("}")
}

func writeSearchFilters(out *goFile, c *contract) {
	sets := []struct {
		name, doc string
		filters   []filter
	}{
		{"OrganizationFilters", "are the filters of the organization search", c.SearchFilters.Organizations},
		{"MemberFilters", "are the filters of the member search", c.SearchFilters.Members},
		{"M2MClientFilters", "are the filters of the M2M client search", c.SearchFilters.M2MClients},
	}
	out.line("// Names of search filters.\nconst (")
	seen := map[string]bool{}
	for _, set := range sets {
		for _, f := range set.filters {
			if !seen[f.Name] {
				out.line("Filter%s = %q", goName(f.Name), f.Name)
			}
			seen[f.Name] = true
		}
	}
	out.line(")\n")
	for _, set := range sets {
		out.line("// %s %s.\nvar %s = []Filter{", set.name, set.doc, set.name)
		for _, f := range set.filters {
			out.line("{Name: %q, Value: %q, FuzzyMin: %d, Match: %q},", f.Name, f.Value, f.FuzzyMin, f.Match)
		}
		out.line("}\n")
	}
	out.line("// memberFilterAliases are other spellings that the member search takes.\nvar memberFilterAliases = map[string]string{")
	for _, n := range c.SearchFilters.MembersAliases.Names {
		out.line("%q: %q,", n, c.SearchFilters.MembersAliases.Values[n])
	}
	out.line("}")
}

func writeRBAC(out *goFile, c *contract) {
	out.line("// The resources of the default RBAC policy.\nconst (")
	for _, n := range c.RBACDefaults.Resources.Names {
		out.line("Resource%s = %q", goName(strings.TrimPrefix(n, "stytch.")), n)
	}
	out.line(")\n\n// The default roles.\nconst (")
	for _, r := range c.RBACDefaults.Roles {
		out.line("Role%s = %q // %s", goName(strings.TrimPrefix(r.RoleID, "stytch_")), r.RoleID, r.Note)
	}
	out.line(")\n\n// DefaultPolicy returns the RBAC policy that every project starts with.\nfunc DefaultPolicy() Policy {\nreturn Policy{")
	out.line("Roles: []PolicyRole{")
	for _, r := range c.RBACDefaults.Roles {
		out.line("{RoleID: %q, Description: %q, Permissions: []PolicyRolePermission{", r.RoleID, r.Note)
		for _, p := range r.Permissions {
			out.line("{ResourceID: %q, Actions: %#v},", p.ResourceID, p.Actions)
		}
		out.line("}},")
	}
	out.line("},\nResources: []PolicyResource{")
	for _, n := range c.RBACDefaults.Resources.Names {
		out.line("{ResourceID: %q, Actions: %#v},", n, c.RBACDefaults.Resources.Values[n])
	}
	out.line("},\nScopes: []PolicyScope{")
	for _, s := range c.RBACDefaults.Scopes {
		out.line("{Scope: %q},", s)
	}
	out.line("},\n}\n}")
}
