package views

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// settingProblem says what is wrong with lines as the value of s, whatever the
// other settings are; "" when nothing is.
func settingProblem(s setting, lines []string) string {
	for i, line := range lines {
		if problem := formatProblem(s, line); problem != "" {
			return problem
		}
		if slices.ContainsFunc(lines[:i], func(other string) bool { return strings.EqualFold(other, line) }) {
			return line + " is there twice."
		}
	}
	return limitProblem(s, lines)
}

// limitProblem checks a value against the limits that the server has.
func limitProblem(s setting, lines []string) string {
	var u b2b.UpdateOrganization
	s.value.send(&u, b2b.Organization{}, lines)
	for _, wrong := range api.Validate(b2b.OrganizationsUpdate, u) {
		if wrong.Field == s.name {
			return s.label + " " + wrong.Problem + "."
		}
	}
	return ""
}

// formatProblem checks how one line is written.
func formatProblem(s setting, line string) string {
	switch s.name {
	case "rbac_email_implicit_role_assignments":
		if _, _, ok := parseRole(line); !ok {
			return "Write a domain and a role: example.com" + roleArrow + b2b.RoleAdmin + "."
		}
	case "allowed_oauth_tenants":
		provider, _, ok := parseTenant(line)
		if !ok || !slices.Contains(b2b.TenantProviders(), provider) {
			return "Write " + strings.Join(b2b.TenantProviders(), ", ") + " and the tenant's id: slack T024BE7LD."
		}
	case "trusted_metadata":
		if _, err := parseMetadata(line); err != nil {
			return jsonProblem(line, err)
		}
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
	case b2b.ErrOrganizationSettingsDuplicateDomain, b2b.ErrOrganizationSettingsDuplicateClaimedDomain:
		return "A domain is there twice."
	}
	known, _ := b2b.LookupError(errorType)
	if known.When == "" {
		return strings.ReplaceAll(errorType, "_", " ") + "."
	}
	return known.When + "."
}
