package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
)

// maxLogoURL is the longest organization_logo_url, in characters: the contract
// has an error type for it and no number.
const maxLogoURL = 2048

// validate checks the request's fields against the contract's table.
func (c *call) validate() error {
	for _, f := range c.endpoint.Request {
		raw, ok := c.sent[f.Name]
		if !ok {
			if f.Required && c.path[f.Name] == "" {
				return refuse(missingType(f.Name), "%s is required", f.Name)
			}
			continue
		}
		if err := validateField(f, raw); err != nil {
			return ownType(c.endpoint, err)
		}
	}
	for _, f := range c.endpoint.Query {
		if f.Required && !c.sent.has(f.Name) {
			return refuse(missingType(f.Name), "%s is required", f.Name)
		}
	}
	return c.validateExclusive()
}

// validateExclusive checks the rules that bind fields together.
func (c *call) validateExclusive() error {
	for _, rule := range c.endpoint.Exclusive {
		n := 0
		for _, name := range rule.Fields {
			if c.sent.hasAll(strings.Split(name, "+")) {
				n++
			}
		}
		none := n == 0 && (rule.Rule == "exactly_one" || rule.Rule == "at_least_one")
		many := n > 1 && (rule.Rule == "exactly_one" || rule.Rule == "at_most_one")
		if none || many {
			return ownType(c.endpoint, refuse(exclusiveType(rule.Fields, many), "%s of %s", strings.ReplaceAll(rule.Rule, "_", " "), strings.Join(rule.Fields, ", ")))
		}
	}
	return nil
}

func validateField(f b2b.Field, raw json.RawMessage) error {
	switch f.Type {
	case "object":
		if f.Name == "session_custom_claims" {
			return validateClaims(raw)
		}
		return validateMetadata(f, raw)
	case "string":
		var text string
		if json.Unmarshal(raw, &text) != nil {
			return refuse(b2b.ErrBadRequest, "%s: must be a string", f.Name)
		}
		return validateText(f, text)
	case "integer":
		var n int
		if json.Unmarshal(raw, &n) == nil && f.Limits.HasRange && (n < f.Limits.Min || n > f.Limits.Max) {
			return refuse(invalidType(f.Name), "%s: must be %d to %d", f.Name, f.Limits.Min, f.Limits.Max)
		}
	case "array<string>":
		return validateItems(f, raw)
	}
	return nil
}

// validateItems looks at the items of a list only where that says more than that
// they are strings, which the request could not be decoded without.
func validateItems(f b2b.Field, raw json.RawMessage) error {
	if f.Required && isEmptyList(raw) {
		return refuse(missingType(f.Name), "%s: must have an item", f.Name)
	}
	if len(f.Enum) == 0 {
		return nil
	}
	var items []string
	if json.Unmarshal(raw, &items) != nil {
		return refuse(b2b.ErrBadRequest, "%s: must be a list of strings", f.Name)
	}
	for _, item := range items {
		if !slices.Contains(f.Enum, item) {
			return refuse(invalidType(f.Name), "%s: %q is none of %s", f.Name, item, strings.Join(f.Enum, ", "))
		}
	}
	return nil
}

func isEmptyList(raw json.RawMessage) bool {
	inside, isList := bytes.CutPrefix(raw, []byte("["))
	return isList && bytes.HasPrefix(bytes.TrimSpace(inside), []byte("]"))
}

func validateText(f b2b.Field, text string) error {
	if text == "" && f.Required {
		return refuse(missingType(f.Name), "%s is required", f.Name)
	}
	n, limits := utf8.RuneCountInString(text), f.Limits
	switch {
	case f.Name == "organization_logo_url" && n > maxLogoURL:
		return refuse(b2b.ErrOrganizationLogoURLTooLong, "%s: at most %d characters", f.Name, maxLogoURL)
	case n < limits.MinLength:
		return refuse(invalidType(f.Name), "%s: at least %d characters", f.Name, limits.MinLength)
	case limits.MaxLength > 0 && n > limits.MaxLength:
		return refuse(invalidType(f.Name), "%s: at most %d characters", f.Name, limits.MaxLength)
	case len(f.Enum) > 0 && !slices.Contains(f.Enum, text):
		return refuse(invalidType(f.Name), "%s: must be one of %s", f.Name, strings.Join(f.Enum, ", "))
	case f.Name == "code" && recoveryCodeLook.MatchString(text):
		return refuse(b2b.ErrRecoveryCodeUsedAsTOTPCode)
	case limits.Pattern != "" && !matches(limits.Pattern, text):
		return refuse(invalidType(f.Name), "%s: must match %s", f.Name, limits.Pattern)
	case limits.NeedsOneAlphanumeric && !strings.ContainsFunc(text, isAlphanumeric):
		return refuse(invalidType(f.Name), "%s: needs a letter or digit", f.Name)
	case f.Format == "email" && !isEmail(text):
		return refuse(b2b.ErrInvalidEmail, "%s: not an e-mail address", f.Name)
	}
	return nil
}

// patterns are those of the contract's fields, compiled.
var patterns = sync.OnceValue(func() map[string]*regexp.Regexp {
	compiled := map[string]*regexp.Regexp{}
	for _, e := range b2b.Endpoints {
		for _, f := range e.Request {
			if pattern := f.Limits.Pattern; pattern != "" && compiled[pattern] == nil {
				compiled[pattern] = regexp.MustCompile(pattern)
			}
		}
	}
	return compiled
})

func matches(pattern, text string) bool {
	re := patterns()[pattern]
	return re != nil && re.MatchString(text)
}

func isAlphanumeric(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// isEmail reports whether text is a bare address with a plain local part.
func isEmail(text string) bool {
	local, domain, found := strings.Cut(text, "@")
	if !found || len(text) > 254 || len(local) == 0 || len(local) > 64 || strings.Contains(domain, "@") || !strings.Contains(domain, ".") {
		return false
	}
	if strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`"<>(),;:\[]`, r)
	}) {
		return false
	}
	address, err := mail.ParseAddress(text)
	return err == nil && address.Address == text && !strings.HasPrefix(domain, ".") && !strings.HasSuffix(domain, ".") &&
		!strings.HasPrefix(domain, "-") && !strings.Contains(domain, "..")
}

// emailDomain is what follows the @.
func emailDomain(email string) string {
	_, domain, _ := strings.Cut(email, "@")
	return domain
}

// missingType is the error type of a required field that is absent or empty.
func missingType(field string) string {
	switch field {
	case "organization_name":
		return b2b.ErrOrganizationNameMissing
	case "organization_ids":
		return b2b.ErrMemberSearchOrganizationIDsEmpty
	}
	return invalidType(field)
}

// invalidType is the error type of a field whose value cannot be.
func invalidType(field string) string {
	switch field {
	case "organization_name":
		return b2b.ErrInvalidOrganizationName
	case "organization_slug":
		return b2b.ErrInvalidOrganizationSlug
	case "organization_external_id":
		return b2b.ErrInvalidOrganizationExternalID
	case "sso_jit_provisioning", "email_invites":
		return b2b.ErrInvalidOrganizationAuthFactorSetting
	case "email_jit_provisioning":
		return b2b.ErrInvalidOrganizationAuthFactorSettingForEmailJITProvisioning
	case "oauth_tenant_jit_provisioning":
		return b2b.ErrInvalidOrganizationAuthFactorSettingForOAuthTenantJITProvisioning
	case "auth_methods":
		return b2b.ErrInvalidOrganizationAuthMethodSettings
	case "allowed_auth_methods":
		return b2b.ErrInvalidOrganizationAllowedAuthMethods
	case "mfa_policy":
		return b2b.ErrInvalidOrganizationMFAPolicy
	case "mfa_methods":
		return b2b.ErrInvalidOrganizationMFAFactorSetting
	case "allowed_mfa_methods":
		return b2b.ErrInvalidOrganizationAllowedMFAMethods
	}
	return invalidMemberType(field)
}

func invalidMemberType(field string) string {
	switch field {
	case "email_address":
		return b2b.ErrInvalidEmail
	case "mfa_phone_number":
		return b2b.ErrInvalidPhoneNumber
	case "default_mfa_method":
		return b2b.ErrInvalidMFADefaultMethod
	case "locale":
		return b2b.ErrInvalidLocale
	case "hash_type":
		return b2b.ErrInvalidHashType
	case "hash":
		return b2b.ErrInvalidHash
	case "session_duration_minutes":
		return b2b.ErrInvalidSessionDurationMinutes
	case "expiration_minutes", "login_expiration_minutes", "signup_expiration_minutes", "invite_expiration_minutes",
		"discovery_expiration_minutes", "reset_password_expiration_minutes":
		return b2b.ErrInvalidExpiration
	case "code":
		return b2b.ErrInvalidTOTPCode
	case "recovery_code":
		return b2b.ErrInvalidRecoveryCode
	case "identity_provider":
		return b2b.ErrInvalidSSOIDP
	case "client_secret":
		return b2b.ErrInsecureM2MClientSecret
	case "status":
		return b2b.ErrM2MClientInvalidStatus
	case "client_type":
		return b2b.ErrInvalidConnectedAppType
	}
	return b2b.ErrBadRequest
}

// exclusiveType is the error type of fields of which too few or too many came.
func exclusiveType(names []string, many bool) string {
	switch {
	case slices.Contains(names, "member_session_id") && many:
		return b2b.ErrTooManySessionRevokeArguments
	case slices.Contains(names, "member_session_id"):
		return b2b.ErrNoSessionRevokeArguments
	case slices.Contains(names, "session_token") && many:
		return b2b.ErrTooManySessionArguments
	case slices.Contains(names, "organization_id+member_id"):
		return b2b.ErrNoOAuthAuthorizeMemberSelector
	case slices.Contains(names, "session_token"):
		return b2b.ErrNoSessionArguments
	case slices.Contains(names, "email_id"):
		return b2b.ErrRetiredEmailMissingEmailIdentifiers
	case slices.Contains(names, "member_id"):
		return b2b.ErrInvalidMemberGetFields
	}
	return b2b.ErrBadRequest
}

// ownType gives a refusal the error type that the endpoint has for it, where the
// contract has one for codes of each kind.
func ownType(e *b2b.Endpoint, err error) error {
	p, ok := errors.AsType[*problem](err)
	if !ok || slices.Contains(e.Errors, p.kind) {
		return err
	}
	own := map[string]string{
		b2b.ErrInvalidTOTPCode:            b2b.ErrInvalidCode,
		b2b.ErrRecoveryCodeUsedAsTOTPCode: b2b.ErrInvalidCode,
		b2b.ErrInvalidExpiration:          b2b.ErrInvalidExpirationOTP,
		b2b.ErrNoSessionArguments:         b2b.ErrNoAssociatedSessionPassedIn,
		b2b.ErrInvalidSSOIDP:              b2b.ErrInvalidSCIMIDP,
	}[p.kind]
	if own != "" && slices.Contains(e.Errors, own) {
		return refuse(own, "%s", p.message)
	}
	return err
}
