package b2b

import (
	"net/netip"
	"slices"
	"strings"
)

// CheckOrganizationSettings reports the first rule between settings that org
// breaks: the error type that the API answers with, and the JSON name of the
// field to mend. Both are "" when the settings go together. It looks at the
// whole organization, as it would be after the change; the shape of single
// fields is the business of the contract's limits and enumerations.
func CheckOrganizationSettings(org Organization) (errorType, field string) {
	for _, check := range []func(Organization) (string, string){
		checkProvisioning, checkRestrictedLists, checkConnections, checkDomainLists, checkImplicitRoles, checkTenants,
	} {
		if errorType, field = check(org); errorType != "" {
			return errorType, field
		}
	}
	return "", ""
}

// CheckEmailDomain reports why domain cannot stand in email_allowed_domains, as
// an error type; "" means that it can.
func CheckEmailDomain(domain string) (errorType string) {
	domain = strings.ToLower(domain)
	switch {
	case !isDomain(domain):
		return ErrOrganizationSettingsInvalidDomain
	case slices.Contains(commonMailProviders(), registeredLabel(domain)):
		return ErrOrganizationSettingsDomainTooCommon
	case slices.Contains(disposableMailProviders(), registeredLabel(domain)):
		return ErrOrganizationSettingsDisposableDomain
	}
	return ""
}

// DomainLabel is the part of domain that somebody has registered, without the
// suffix: "acme" of mail.acme.co.uk.
func DomainLabel(domain string) string { return registeredLabel(strings.ToLower(domain)) }

// CheckClaimedDomain is CheckEmailDomain for claimed_email_domains, which have
// error types of their own.
func CheckClaimedDomain(domain string) (errorType string) {
	switch errorType = CheckEmailDomain(domain); errorType {
	case ErrOrganizationSettingsInvalidDomain:
		return ErrOrganizationSettingsInvalidClaimedDomain
	case ErrOrganizationSettingsDomainTooCommon:
		return ErrOrganizationSettingsClaimedDomainTooCommon
	}
	return errorType
}

// CheckRoleDomain is CheckEmailDomain for the domain of an implicit role
// assignment.
func CheckRoleDomain(domain string) (errorType string) {
	switch errorType = CheckEmailDomain(domain); errorType {
	case ErrOrganizationSettingsInvalidDomain:
		return ErrRBACInvalidDomain
	case ErrOrganizationSettingsDomainTooCommon:
		return ErrRBACDomainTooCommon
	}
	return errorType
}

// checkProvisioning keeps one way in open for new members.
func checkProvisioning(org Organization) (errorType, field string) {
	const closed = EmailInvitesNotAllowed
	if org.SSOJITProvisioning == closed && org.EmailJITProvisioning == closed && org.EmailInvites == closed {
		return ErrInvalidOrganizationAuthFactorSetting, "email_invites"
	}
	return "", ""
}

// checkRestrictedLists wants a list for each setting that is RESTRICTED to it.
func checkRestrictedLists(org Organization) (errorType, field string) {
	const restricted = AuthMethodsRestricted
	domains := len(org.EmailAllowedDomains)
	tenants := 0
	for _, ids := range org.AllowedOAuthTenants {
		tenants += len(ids)
	}
	for _, rule := range []struct {
		setting          string
		items            int
		errorType, field string
	}{
		{org.EmailInvites, domains, ErrInvalidRestrictedEmailSetting, "email_allowed_domains"},
		{org.EmailJITProvisioning, domains, ErrInvalidRestrictedEmailSetting, "email_allowed_domains"},
		{org.SSOJITProvisioning, len(org.SSOJITProvisioningAllowedConnections), ErrInvalidRestrictedSSOSetting, "sso_jit_provisioning_allowed_connections"},
		{org.AuthMethods, len(org.AllowedAuthMethods), ErrAllowedAuthMethodsRequiredForRestricted, "allowed_auth_methods"},
		{org.MFAMethods, len(org.AllowedMFAMethods), ErrAllowedMFAMethodsRequiredForRestricted, "allowed_mfa_methods"},
		{org.OAuthTenantJITProvisioning, tenants, ErrInvalidRestrictedOAuthTenantsSetting, "allowed_oauth_tenants"},
	} {
		if rule.setting == restricted && rule.items == 0 {
			return rule.errorType, rule.field
		}
	}
	return "", ""
}

// checkConnections wants the connections that settings name to be active.
func checkConnections(org Organization) (errorType, field string) {
	active := func(id string) bool {
		return slices.ContainsFunc(org.SSOActiveConnections, func(c ActiveSSOConnection) bool { return c.ConnectionID == id })
	}
	if id := org.SSODefaultConnectionID; id != nil && *id != "" && !active(*id) {
		return ErrInvalidSSODefaultConnectionID, "sso_default_connection_id"
	}
	for _, id := range org.SSOJITProvisioningAllowedConnections {
		if !active(id) {
			return ErrInvalidConnectionForJITProvisioning, "sso_jit_provisioning_allowed_connections"
		}
	}
	return "", ""
}

func checkDomainLists(org Organization) (errorType, field string) {
	for _, list := range []struct {
		domains   []string
		check     func(string) string
		duplicate string
		field     string
	}{
		{org.EmailAllowedDomains, CheckEmailDomain, ErrOrganizationSettingsDuplicateDomain, "email_allowed_domains"},
		{org.ClaimedEmailDomains, CheckClaimedDomain, ErrOrganizationSettingsDuplicateClaimedDomain, "claimed_email_domains"},
	} {
		seen := map[string]bool{}
		for _, domain := range list.domains {
			if errorType = list.check(domain); errorType != "" {
				return errorType, list.field
			}
			if domain = strings.ToLower(domain); seen[domain] {
				return list.duplicate, list.field
			}
			seen[domain] = true
		}
	}
	return "", ""
}

func checkImplicitRoles(org Organization) (errorType, field string) {
	for _, a := range org.RBACEmailImplicitRoleAssignments {
		if errorType = CheckRoleDomain(a.Domain); errorType != "" {
			return errorType, "rbac_email_implicit_role_assignments"
		}
	}
	return "", ""
}

func checkTenants(org Organization) (errorType, field string) {
	for provider := range org.AllowedOAuthTenants {
		if !slices.Contains(TenantProviders(), provider) {
			return ErrInvalidOAuthAllowedTenantsFormat, "allowed_oauth_tenants"
		}
	}
	return "", ""
}

// TenantProviders returns the keys that allowed_oauth_tenants may have.
func TenantProviders() []string { return []string{"slack", "hubspot", "github"} }

// isDomain reports whether s is a bare domain name of at least two labels.
func isDomain(s string) bool {
	labels := strings.Split(s, ".")
	if len(s) > 253 || len(labels) < 2 {
		return false
	}
	if _, err := netip.ParseAddr(s); err == nil {
		return false
	}
	return !slices.ContainsFunc(labels, func(label string) bool { return !isLabel(label) })
}

func isLabel(s string) bool {
	if s == "" || len(s) > 63 || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-'
	})
}

// registeredLabel is the label before the public suffix: "yahoo" of
// mail.yahoo.co.uk. Countries with a second level of their own are known by the
// shape of that level.
func registeredLabel(domain string) string {
	labels := strings.Split(domain, ".")
	n := len(labels) - 1
	if n >= 2 && len(labels[n]) == 2 && slices.Contains(secondLevels(), labels[n-1]) {
		n--
	}
	return labels[n-1]
}

func secondLevels() []string {
	return []string{"co", "com", "net", "org", "ac", "gov", "edu", "ne", "or", "gob", "nom"}
}

// commonMailProviders are open to everybody, so that a domain of theirs would
// let anybody in.
func commonMailProviders() []string {
	return []string{
		"gmail", "aol", "yahoo", "icloud", "hotmail", "msn", "comcast", "live", "outlook", "att", "earthlink", "me",
		"mac", "sbcglobal", "verizon", "igmail", "hey", "laposte", "wanadoo", "googlemail", "orange", "rediffmail",
		"uol", "bol", "free", "gmx", "yandex", "ymail", "libero",
	}
}

// disposableMailProviders give out addresses that last for minutes.
func disposableMailProviders() []string {
	return []string{
		"mailinator", "guerrillamail", "10minutemail", "tempmail", "temp-mail", "yopmail", "trashmail", "sharklasers",
		"maildrop", "dispostable", "getnada", "throwawaymail",
	}
}

// IsEmail reports whether s is an e-mail address that the API takes: one mailbox
// of ASCII without quotes or comments, at a domain.
func IsEmail(s string) bool {
	local, domain, found := strings.Cut(s, "@")
	if !found || local == "" || len(local) > 64 || len(s) > 254 {
		return false
	}
	if strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(local, "..") {
		return false
	}
	odd := func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`()<>[]:;@\,"`, r) }
	return !strings.ContainsFunc(local, odd) && isDomain(strings.ToLower(domain))
}
