package views

import (
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// memberExport are the columns of members in a CSV file, by their names in the
// API where there is one.
func memberExport() []exportColumn[memberRow] {
	return []exportColumn[memberRow]{
		{"member_id", func(r memberRow) string { return r.MemberID }},
		{"organization_id", func(r memberRow) string { return r.OrganizationID }},
		{"organization_name", func(r memberRow) string { return r.org.OrganizationName }},
		{"email_address", func(r memberRow) string { return r.EmailAddress }},
		{"email_address_verified", func(r memberRow) string { return strconv.FormatBool(r.EmailAddressVerified) }},
		{"name", func(r memberRow) string { return r.Name }},
		{"status", func(r memberRow) string { return r.Status }},
		{"roles", func(r memberRow) string { return strings.Join(roleIDs(r.Member), ",") }},
		{"is_admin", func(r memberRow) string { return strconv.FormatBool(r.IsAdmin) }},
		{"is_breakglass", func(r memberRow) string { return strconv.FormatBool(r.IsBreakglass) }},
		{"is_locked", func(r memberRow) string { return strconv.FormatBool(r.IsLocked) }},
		{"mfa_enrolled", func(r memberRow) string { return strconv.FormatBool(r.MFAEnrolled) }},
		{"default_mfa_method", func(r memberRow) string { return r.DefaultMFAMethod }},
		{"totp_registration_id", func(r memberRow) string { return r.TOTPRegistrationID }},
		{"mfa_phone_number", func(r memberRow) string { return r.MFAPhoneNumber }},
		{"mfa_phone_number_verified", func(r memberRow) string { return strconv.FormatBool(r.MFAPhoneNumberVerified) }},
		{"external_id", func(r memberRow) string { return deref(r.ExternalID) }},
		{"created_at", func(r memberRow) string { return exportTime(r.CreatedAt) }},
		{"updated_at", func(r memberRow) string { return exportTime(r.UpdatedAt) }},
	}
}

// orgExport are the columns of organizations in a CSV file, by their names in
// the API.
func orgExport() []exportColumn[b2b.Organization] {
	return []exportColumn[b2b.Organization]{
		{"organization_id", func(o b2b.Organization) string { return o.OrganizationID }},
		{"organization_name", func(o b2b.Organization) string { return o.OrganizationName }},
		{"organization_slug", func(o b2b.Organization) string { return o.OrganizationSlug }},
		{"organization_external_id", func(o b2b.Organization) string { return deref(o.OrganizationExternalID) }},
		{"auth_methods", func(o b2b.Organization) string { return o.AuthMethods }},
		{"allowed_auth_methods", func(o b2b.Organization) string { return strings.Join(o.AllowedAuthMethods, ",") }},
		{"mfa_policy", func(o b2b.Organization) string { return o.MFAPolicy }},
		{"mfa_methods", func(o b2b.Organization) string { return o.MFAMethods }},
		{"allowed_mfa_methods", func(o b2b.Organization) string { return strings.Join(o.AllowedMFAMethods, ",") }},
		{"email_invites", func(o b2b.Organization) string { return o.EmailInvites }},
		{"email_jit_provisioning", func(o b2b.Organization) string { return o.EmailJITProvisioning }},
		{"email_allowed_domains", func(o b2b.Organization) string { return strings.Join(o.EmailAllowedDomains, ",") }},
		{"claimed_email_domains", func(o b2b.Organization) string { return strings.Join(o.ClaimedEmailDomains, ",") }},
		{"sso_jit_provisioning", func(o b2b.Organization) string { return o.SSOJITProvisioning }},
		{"sso_active_connections", func(o b2b.Organization) string { return strconv.Itoa(len(o.SSOActiveConnections)) }},
		{"created_at", func(o b2b.Organization) string { return exportTime(o.CreatedAt) }},
		{"updated_at", func(o b2b.Organization) string { return exportTime(o.UpdatedAt) }},
	}
}

// roleIDs are all roles of m, however they were given.
func roleIDs(m b2b.Member) []string {
	ids := make([]string, len(m.Roles))
	for i, role := range m.Roles {
		ids[i] = role.RoleID
	}
	return ids
}

// exportTime is a moment as the API writes it; "" when there is none.
func exportTime(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
