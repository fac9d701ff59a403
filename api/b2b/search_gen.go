// Code generated from contract.json by gen; DO NOT EDIT.

package b2b

// Names of search filters.
const (
	FilterOrganizationIDs           = "organization_ids"
	FilterOrganizationSlugs         = "organization_slugs"
	FilterOrganizationNameFuzzy     = "organization_name_fuzzy"
	FilterOrganizationSlugFuzzy     = "organization_slug_fuzzy"
	FilterMemberEmails              = "member_emails"
	FilterMemberEmailFuzzy          = "member_email_fuzzy"
	FilterAllowedDomains            = "allowed_domains"
	FilterAllowedDomainFuzzy        = "allowed_domain_fuzzy"
	FilterClaimedEmailDomains       = "claimed_email_domains"
	FilterHasActiveSSOConnection    = "has_active_sso_connection"
	FilterSSOConnectionID           = "sso_connection_id"
	FilterMemberIDs                 = "member_ids"
	FilterMemberIsBreakglass        = "member_is_breakglass"
	FilterStatuses                  = "statuses"
	FilterMemberMFAPhoneNumbers     = "member_mfa_phone_numbers"
	FilterMemberMFAPhoneNumberFuzzy = "member_mfa_phone_number_fuzzy"
	FilterMemberPasswordExists      = "member_password_exists"
	FilterMemberRoles               = "member_roles"
	FilterClientID                  = "client_id"
	FilterClientName                = "client_name"
	FilterScopes                    = "scopes"
)

// OrganizationFilters are the filters of the organization search.
var OrganizationFilters = []Filter{
	{Name: "organization_ids", Value: "array<string>", FuzzyMin: 0, Match: "id in list"},
	{Name: "organization_slugs", Value: "array<string>", FuzzyMin: 0, Match: "slug in list"},
	{Name: "organization_name_fuzzy", Value: "string", FuzzyMin: 3, Match: "name contains"},
	{Name: "organization_slug_fuzzy", Value: "string", FuzzyMin: 3, Match: "slug contains"},
	{Name: "member_emails", Value: "array<string>", FuzzyMin: 0, Match: "has a member with that email"},
	{Name: "member_email_fuzzy", Value: "string", FuzzyMin: 3, Match: "has a member whose email contains"},
	{Name: "allowed_domains", Value: "array<string>", FuzzyMin: 0, Match: "email_allowed_domains holds one"},
	{Name: "allowed_domain_fuzzy", Value: "string", FuzzyMin: 3, Match: "an allowed domain contains"},
	{Name: "claimed_email_domains", Value: "array<string>", FuzzyMin: 0, Match: "claimed_email_domains holds one"},
	{Name: "has_active_sso_connection", Value: "boolean", FuzzyMin: 0, Match: "has one or not"},
	{Name: "sso_connection_id", Value: "string", FuzzyMin: 0, Match: "owns that connection"},
}

// MemberFilters are the filters of the member search.
var MemberFilters = []Filter{
	{Name: "member_ids", Value: "array<string>", FuzzyMin: 0, Match: "member id in list; a list of external ids is allowed, not a mix"},
	{Name: "member_emails", Value: "array<string>", FuzzyMin: 0, Match: "email in list"},
	{Name: "member_email_fuzzy", Value: "string", FuzzyMin: 3, Match: "email contains"},
	{Name: "member_is_breakglass", Value: "boolean", FuzzyMin: 0, Match: "flag equals"},
	{Name: "statuses", Value: "array<string>", FuzzyMin: 0, Match: "status in list; the only way to see deleted"},
	{Name: "member_mfa_phone_numbers", Value: "array<string>", FuzzyMin: 0, Match: "phone in list"},
	{Name: "member_mfa_phone_number_fuzzy", Value: "string", FuzzyMin: 3, Match: "phone contains"},
	{Name: "member_password_exists", Value: "boolean", FuzzyMin: 0, Match: "has a password or not"},
	{Name: "member_roles", Value: "array<string>", FuzzyMin: 0, Match: "holds one of the role ids"},
}

// M2MClientFilters are the filters of the M2M client search.
var M2MClientFilters = []Filter{
	{Name: "client_id", Value: "array<string>", FuzzyMin: 0, Match: "in list"},
	{Name: "client_name", Value: "array<string>", FuzzyMin: 0, Match: "in list"},
	{Name: "scopes", Value: "array<string>", FuzzyMin: 0, Match: "in list"},
}

// memberFilterAliases are other spellings that the member search takes.
var memberFilterAliases = map[string]string{
	"member_phone_numbers":      "member_mfa_phone_numbers",
	"member_phone_number_fuzzy": "member_mfa_phone_number_fuzzy",
}
