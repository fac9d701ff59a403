package transfer

import (
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// Member is a member beside the organization that it belongs to.
type Member struct {
	b2b.Member
	Organization b2b.Organization
}

// MemberColumns are the columns of members in a CSV file, by their names in the
// API where there is one.
func MemberColumns() []Column[Member] {
	return []Column[Member]{
		{"member_id", func(m Member) string { return m.MemberID }},
		{"organization_id", func(m Member) string { return m.OrganizationID }},
		{"organization_name", func(m Member) string { return m.Organization.OrganizationName }},
		{"email_address", func(m Member) string { return m.EmailAddress }},
		{"email_address_verified", func(m Member) string { return strconv.FormatBool(m.EmailAddressVerified) }},
		{"name", func(m Member) string { return m.Name }},
		{"status", func(m Member) string { return m.Status }},
		{"roles", func(m Member) string { return strings.Join(roleIDs(m.Member), ",") }},
		{"is_admin", func(m Member) string { return strconv.FormatBool(m.IsAdmin) }},
		{"is_breakglass", func(m Member) string { return strconv.FormatBool(m.IsBreakglass) }},
		{"is_locked", func(m Member) string { return strconv.FormatBool(m.IsLocked) }},
		{"mfa_enrolled", func(m Member) string { return strconv.FormatBool(m.MFAEnrolled) }},
		{"default_mfa_method", func(m Member) string { return m.DefaultMFAMethod }},
		{"totp_registration_id", func(m Member) string { return m.TOTPRegistrationID }},
		{"mfa_phone_number", func(m Member) string { return m.MFAPhoneNumber }},
		{"mfa_phone_number_verified", func(m Member) string { return strconv.FormatBool(m.MFAPhoneNumberVerified) }},
		{"external_id", func(m Member) string { return orEmpty(m.ExternalID) }},
		{"created_at", func(m Member) string { return moment(m.CreatedAt) }},
		{"updated_at", func(m Member) string { return moment(m.UpdatedAt) }},
	}
}

// OrganizationColumns are the columns of organizations in a CSV file, by their
// names in the API.
func OrganizationColumns() []Column[b2b.Organization] {
	return []Column[b2b.Organization]{
		{"organization_id", func(o b2b.Organization) string { return o.OrganizationID }},
		{"organization_name", func(o b2b.Organization) string { return o.OrganizationName }},
		{"organization_slug", func(o b2b.Organization) string { return o.OrganizationSlug }},
		{"organization_external_id", func(o b2b.Organization) string { return orEmpty(o.OrganizationExternalID) }},
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
		{"created_at", func(o b2b.Organization) string { return moment(o.CreatedAt) }},
		{"updated_at", func(o b2b.Organization) string { return moment(o.UpdatedAt) }},
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

// moment is a time as the API writes it; "" when there is none.
func moment(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
