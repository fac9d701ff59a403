package views

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
)

// settingProblem says what is wrong with lines as the value of s, whatever the
// other settings are; "" when nothing is.
func settingProblem(s setting, lines []string) string {
	switch {
	case s.kind == lineSetting:
		return textProblem(s, strings.Join(lines, " "))
	case s.kind == jsonSetting:
		return metadataProblem(s, strings.Join(lines, "\n"))
	}
	for i, line := range lines {
		if problem := lineProblem(s, line); problem != "" {
			return problem
		}
		if slices.ContainsFunc(lines[:i], func(other string) bool { return strings.EqualFold(other, line) }) {
			return line + " is there twice."
		}
	}
	return ""
}

// textProblem checks a text against the limits that the server has for it.
func textProblem(s setting, value string) string {
	field, _ := b2b.OrganizationsUpdate.Field(s.name)
	l, n := field.Limits, utf8.RuneCountInString(value)
	switch {
	case n == 0 && l.MinLength > 0:
		return fmt.Sprintf("%s is needed: %d to %d characters.", s.label, l.MinLength, l.MaxLength)
	case n == 0:
		return ""
	case n < l.MinLength:
		return fmt.Sprintf("At least %d characters; this is %d.", l.MinLength, n)
	case l.MaxLength > 0 && n > l.MaxLength:
		return fmt.Sprintf("At most %d characters; this is %d.", l.MaxLength, n)
	}
	if l.Pattern != "" {
		if allowed, err := regexp.Compile(l.Pattern); err == nil && !allowed.MatchString(value) {
			return "Only letters, digits and " + signsOf(l.Pattern) + "."
		}
	}
	if l.NeedsOneAlphanumeric && !strings.ContainsFunc(value, isAlphanumeric) {
		return "At least one letter or digit."
	}
	return ""
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// signsOf names the signs that a character class allows besides letters and
// digits.
func signsOf(pattern string) string {
	class := strings.NewReplacer("A-Z", "", "a-z", "", "0-9", "").Replace(pattern)
	class = strings.Trim(class, "^$+*[]")
	return strings.Join(strings.Split(class, ""), " ")
}

// lineProblem checks one line of a list.
func lineProblem(s setting, line string) string {
	switch s.name {
	case "email_allowed_domains":
		return domainProblem(line, b2b.CheckEmailDomain(line))
	case "claimed_email_domains":
		return domainProblem(line, b2b.CheckClaimedDomain(line))
	case "rbac_email_implicit_role_assignments":
		domain, _, ok := parseRole(line)
		if !ok {
			return "Write a domain and a role: example.com" + roleArrow + b2b.RoleAdmin + "."
		}
		return domainProblem(domain, b2b.CheckRoleDomain(domain))
	case "allowed_oauth_tenants":
		provider, _, ok := parseTenant(line)
		if !ok || !slices.Contains(b2b.TenantProviders(), provider) {
			return "Write " + strings.Join(b2b.TenantProviders(), ", ") + " and the tenant's id: slack T024BE7LD."
		}
	}
	return ""
}

func domainProblem(domain, errorType string) string {
	if errorType == "" {
		return ""
	}
	return domain + ": " + ruleWords(errorType)
}

// metadataProblem checks text that shall become metadata.
func metadataProblem(s setting, value string) string {
	field, _ := b2b.OrganizationsUpdate.Field(s.name)
	object, err := parseMetadata(value)
	if err != nil {
		return jsonProblem(value, err)
	}
	size, keys := len(compactJSON(object)), len(object)
	switch {
	case keys > field.Limits.MaxTopLevelKeys:
		return fmt.Sprintf("At most %d keys; these are %d.", field.Limits.MaxTopLevelKeys, keys)
	case size > field.Limits.MaxBytes:
		return fmt.Sprintf("At most %d bytes; this is %d.", field.Limits.MaxBytes, size)
	}
	return ""
}

// jsonProblem says where text stops being a JSON object.
func jsonProblem(value string, err error) string {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		line := 1 + strings.Count(value[:min(int(syntax.Offset), len(value))], "\n")
		return fmt.Sprintf("Not JSON, line %d: %v.", line, syntax)
	}
	return "Not an object: it begins with { and ends with }."
}

// ruleProblem says which rule between settings org breaks, and at which field;
// "" and "" when it breaks none.
func ruleProblem(org b2b.Organization) (field, problem string) {
	errorType, field := b2b.CheckOrganizationSettings(org)
	if errorType == "" {
		return "", ""
	}
	return field, ruleWords(errorType)
}

// ruleWords says in a sentence what the server means by an error type about
// settings.
func ruleWords(errorType string) string {
	switch errorType {
	case b2b.ErrInvalidOrganizationAuthFactorSetting:
		return "One way in has to stay open for new members: invitations, joining by e-mail or joining by SSO."
	case b2b.ErrInvalidRestrictedEmailSetting:
		return "Invitations or joining by e-mail are restricted to these domains: name at least one."
	case b2b.ErrInvalidRestrictedSSOSetting:
		return "Joining by SSO is restricted to these connections: choose at least one."
	case b2b.ErrAllowedAuthMethodsRequiredForRestricted:
		return "Sign-in is restricted to these methods: choose at least one."
	case b2b.ErrAllowedMFAMethodsRequiredForRestricted:
		return "Second factors are restricted to these: choose at least one."
	case b2b.ErrInvalidRestrictedOAuthTenantsSetting:
		return "Joining by tenant is restricted to these tenants: name at least one."
	case b2b.ErrInvalidSSODefaultConnectionID, b2b.ErrInvalidConnectionForJITProvisioning:
		return "The connection is not active."
	case b2b.ErrOrganizationSettingsInvalidDomain, b2b.ErrOrganizationSettingsInvalidClaimedDomain, b2b.ErrRBACInvalidDomain:
		return "not a domain like example.com."
	case b2b.ErrOrganizationSettingsDomainTooCommon, b2b.ErrOrganizationSettingsClaimedDomainTooCommon, b2b.ErrRBACDomainTooCommon:
		return "everybody can have an address there, so it is refused."
	case b2b.ErrOrganizationSettingsDisposableDomain:
		return "addresses there last for minutes, so it is refused."
	case b2b.ErrOrganizationSettingsDuplicateDomain, b2b.ErrOrganizationSettingsDuplicateClaimedDomain:
		return "A domain is there twice."
	}
	known, _ := b2b.LookupError(errorType)
	if known.When == "" {
		return strings.ReplaceAll(errorType, "_", " ") + "."
	}
	return known.When + "."
}
