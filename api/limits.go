package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
)

// problemWith says what the limits of f refuse in value; "" is nothing.
func problemWith(e b2b.Endpoint, f b2b.Field, value json.RawMessage) string {
	if wantsObject(f) && !isNull(value) && value[0] != '{' {
		return "must be one JSON object"
	}
	switch v := decoded(value).(type) {
	case string:
		return problemWithText(e, f, v)
	case json.Number:
		return problemWithNumber(f, v)
	case []any:
		return problemWithList(f, v)
	case map[string]any:
		return problemWithObject(f, value, v)
	}
	return ""
}

func wantsObject(f b2b.Field) bool { return f.Type == "object" || strings.HasPrefix(f.Type, "map<") }

func problemWithText(e b2b.Endpoint, f b2b.Field, s string) string {
	n, l := utf8.RuneCountInString(s), f.Limits
	switch {
	case s == "" && !f.Required && !cannotBeEmpty(e, f):
		return ""
	case s == "":
		return "must not be empty"
	case n < l.MinLength:
		return fmt.Sprintf("must be at least %s long, and is %d", plural(l.MinLength, "character"), n)
	case l.MaxLength > 0 && n > l.MaxLength:
		return fmt.Sprintf("must be at most %s long, and is %d", plural(l.MaxLength, "character"), n)
	case l.MaxBytes > 0 && len(s) > l.MaxBytes:
		return fmt.Sprintf("must be at most %d bytes long, and is %d", l.MaxBytes, len(s))
	case f.Enum != nil && !slices.Contains(f.Enum, s):
		return "must be one of " + strings.Join(f.Enum, ", ")
	case f.Format == "email" && !b2b.IsEmail(s):
		return "is not an e-mail address"
	case l.Pattern != "" && !matches(l.Pattern, s):
		return patternInWords(f)
	case l.NeedsOneAlphanumeric && !strings.ContainsFunc(s, isAlphanumeric):
		return "needs at least one letter or digit"
	}
	return ""
}

func isAlphanumeric(r rune) bool {
	return r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func matches(pattern, s string) bool {
	re, err := regexp.Compile(pattern)
	return err != nil || re.MatchString(s)
}

// patternInWords says what a pattern of the contract asks for.
func patternInWords(f b2b.Field) string {
	switch {
	case f.Format == "E.164":
		return "must be a phone number with its country code, such as +14155550123"
	case f.Limits.Pattern == `^[0-9]{6}$`:
		return "must be 6 digits"
	}
	class, ok := strings.CutPrefix(f.Limits.Pattern, "^[A-Za-z0-9")
	signs, closed := strings.CutSuffix(class, "]+$")
	if !ok || !closed {
		return "must look like " + f.Limits.Pattern
	}
	return "may only have letters, digits and " + strings.Join(strings.Split(signs, ""), " ")
}

func problemWithNumber(f b2b.Field, number json.Number) string {
	n, err := number.Int64()
	if err != nil {
		return "must be a whole number"
	}
	l := f.Limits
	if l.HasRange && (n < int64(l.Min) || n > int64(l.Max)) {
		return fmt.Sprintf("must be from %d to %d, and is %d", l.Min, l.Max, n)
	}
	if l.PowerOfTwo && (n <= 0 || n&(n-1) != 0) {
		return "must be a power of two"
	}
	return ""
}

func problemWithList(f b2b.Field, list []any) string {
	seen := map[string]bool{}
	for _, item := range list {
		switch item := item.(type) {
		case string:
			if problem := problemWithItem(f, item); problem != "" {
				return problem
			}
			if key := strings.ToLower(item); seen[key] && isDomainList(f) {
				return "has " + item + " twice"
			}
			seen[strings.ToLower(item)] = true
		case map[string]any:
			if domain, ok := item["domain"].(string); ok {
				if problem := problemWithDomain(domain); problem != "" {
					return problem
				}
			}
		}
	}
	return ""
}

func problemWithItem(f b2b.Field, item string) string {
	if f.Enum != nil && !slices.Contains(f.Enum, item) {
		return "has " + item + ", and takes only " + strings.Join(f.Enum, ", ")
	}
	if isDomainList(f) {
		return problemWithDomain(item)
	}
	return ""
}

func isDomainList(f b2b.Field) bool { return strings.HasSuffix(f.Name, "_domains") }

func problemWithDomain(domain string) string {
	switch b2b.CheckEmailDomain(domain) {
	case b2b.ErrOrganizationSettingsInvalidDomain:
		return "has " + domain + ", which is not a domain such as acme.example"
	case b2b.ErrOrganizationSettingsDomainTooCommon:
		return "has " + domain + ", where anybody can get an address"
	case b2b.ErrOrganizationSettingsDisposableDomain:
		return "has " + domain + ", which gives out throwaway addresses"
	}
	return ""
}

func problemWithObject(f b2b.Field, value json.RawMessage, object map[string]any) string {
	if f.Name == "allowed_oauth_tenants" {
		for _, provider := range sortedKeys(object) {
			if !slices.Contains(b2b.TenantProviders(), provider) {
				return "has " + provider + ", and takes only " + strings.Join(b2b.TenantProviders(), ", ")
			}
		}
	}
	if n := f.Limits.MaxTopLevelKeys; n > 0 && len(object) > n {
		return fmt.Sprintf("must have at most %s, and has %d", plural(n, "key"), len(object))
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, value); err != nil {
		return "is not JSON"
	}
	if n := f.Limits.MaxBytes; n > 0 && compact.Len() > n {
		return fmt.Sprintf("must be at most %d bytes of JSON, and is %d", n, compact.Len())
	}
	return ""
}
