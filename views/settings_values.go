package views

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// accessor reads and writes one field of an organization as lines of text: the
// form in which values are shown, compared and edited. A value that is not set
// has no lines.
type accessor struct {
	get func(b2b.Organization) []string
	set func(*b2b.Organization, []string)
	// send puts what a field becomes into a request. It is given the
	// organization before, since metadata is sent key by key.
	send func(*b2b.UpdateOrganization, b2b.Organization, []string)
}

func textOf(of func(*b2b.Organization) *string, to func(*b2b.UpdateOrganization) **string) accessor {
	return accessor{
		get: func(o b2b.Organization) []string { return oneOrNone(*of(&o)) },
		set: func(o *b2b.Organization, lines []string) { *of(o) = strings.Join(lines, " ") },
		send: func(u *b2b.UpdateOrganization, _ b2b.Organization, lines []string) {
			*to(u) = api.Ptr(strings.Join(lines, " "))
		},
	}
}

func nullableOf(of func(*b2b.Organization) **string, to func(*b2b.UpdateOrganization) **string) accessor {
	return accessor{
		get: func(o b2b.Organization) []string {
			if v := *of(&o); v != nil {
				return oneOrNone(*v)
			}
			return nil
		},
		set: func(o *b2b.Organization, lines []string) {
			*of(o) = nil
			if len(lines) > 0 {
				*of(o) = api.Ptr(lines[0])
			}
		},
		send: func(u *b2b.UpdateOrganization, _ b2b.Organization, lines []string) {
			*to(u) = api.Ptr(strings.Join(lines, " "))
		},
	}
}

func oneOrNone(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func listOf(of func(*b2b.Organization) *[]string, to func(*b2b.UpdateOrganization) *[]string) accessor {
	return accessor{
		get: func(o b2b.Organization) []string { return slices.Clone(*of(&o)) },
		set: func(o *b2b.Organization, lines []string) { *of(o) = slices.Clone(lines) },
		send: func(u *b2b.UpdateOrganization, _ b2b.Organization, lines []string) {
			*to(u) = append([]string{}, lines...) // not nil: an empty list is sent
		},
	}
}

const roleArrow = " → "

func rolesOf() accessor {
	parse := func(lines []string) []b2b.EmailImplicitRoleAssignment {
		roles := []b2b.EmailImplicitRoleAssignment{}
		for _, line := range lines {
			domain, role, _ := parseRole(line)
			roles = append(roles, b2b.EmailImplicitRoleAssignment{Domain: domain, RoleID: role})
		}
		return roles
	}
	return accessor{
		get: func(o b2b.Organization) []string {
			var lines []string
			for _, a := range o.RBACEmailImplicitRoleAssignments {
				lines = append(lines, a.Domain+roleArrow+a.RoleID)
			}
			return lines
		},
		set: func(o *b2b.Organization, lines []string) { o.RBACEmailImplicitRoleAssignments = parse(lines) },
		send: func(u *b2b.UpdateOrganization, _ b2b.Organization, lines []string) {
			u.RBACEmailImplicitRoleAssignments = parse(lines)
		},
	}
}

// parseRole reads "domain → role"; the arrow may be written -> or left out.
func parseRole(line string) (domain, role string, ok bool) {
	words := strings.Fields(strings.NewReplacer("→", " ", "->", " ").Replace(line))
	if len(words) != 2 {
		return "", "", false
	}
	return words[0], words[1], true
}

func tenantsOf() accessor {
	parse := func(lines []string) map[string][]string {
		tenants := map[string][]string{}
		for _, line := range lines {
			if provider, id, ok := parseTenant(line); ok {
				tenants[provider] = append(tenants[provider], id)
			}
		}
		return tenants
	}
	return accessor{
		get: func(o b2b.Organization) []string {
			var lines []string
			for _, provider := range sortedTexts(maps.Keys(o.AllowedOAuthTenants)) {
				for _, id := range o.AllowedOAuthTenants[provider] {
					lines = append(lines, provider+" "+id)
				}
			}
			return lines
		},
		set: func(o *b2b.Organization, lines []string) { o.AllowedOAuthTenants = parse(lines) },
		send: func(u *b2b.UpdateOrganization, _ b2b.Organization, lines []string) {
			u.AllowedOAuthTenants = parse(lines)
		},
	}
}

// parseTenant reads "slack T024BE7LD"; a colon may stand between the two.
func parseTenant(line string) (provider, id string, ok bool) {
	words := strings.Fields(strings.Replace(line, ":", " ", 1))
	if len(words) != 2 {
		return "", "", false
	}
	return strings.ToLower(words[0]), words[1], true
}

// metadataOf is one line of JSON, with its keys in order.
func metadataOf() accessor {
	return accessor{
		get: func(o b2b.Organization) []string { return linesOf(o.TrustedMetadata) },
		set: func(o *b2b.Organization, lines []string) { o.TrustedMetadata = objectOf(lines) },
		send: func(u *b2b.UpdateOrganization, before b2b.Organization, lines []string) {
			u.TrustedMetadata = metadataMerge(before.TrustedMetadata, objectOf(lines))
		},
	}
}

// objectOf is metadata as it is kept here, as an object; empty when it is none.
func objectOf(lines []string) b2b.Object {
	object, err := parseMetadata(strings.Join(lines, "\n"))
	if err != nil {
		return b2b.Object{}
	}
	return object
}

// linesOf is metadata the way it is kept here, without the keys that are null.
func linesOf(object b2b.Object) []string {
	kept := maps.Clone(object)
	maps.DeleteFunc(kept, func(_ string, v json.RawMessage) bool { return string(v) == "null" })
	if len(kept) == 0 {
		return nil
	}
	return []string{compactJSON(kept)}
}

// parseMetadata reads JSON text as an object without the keys that are null,
// since null stands for a key that is not there. No text is no keys.
func parseMetadata(s string) (b2b.Object, error) {
	object, err := api.ParseMetadata(s)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(object, func(_ string, v json.RawMessage) bool { return string(v) == "null" })
	return object, nil
}

// compactJSON is an object as one line, always the same for the same content.
func compactJSON(object b2b.Object) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(object); err != nil {
		return "{}"
	}
	return strings.TrimSpace(b.String())
}

// indentedJSON is one line of JSON laid out for reading.
func indentedJSON(line string) string {
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(line), "", "  "); err != nil {
		return line
	}
	return b.String()
}

// metadataMerge returns what turns before into after when the server merges it: the
// keys that differ, and null for those that go.
func metadataMerge(before, after b2b.Object) b2b.Object { return api.MetadataPatch(before, after) }
