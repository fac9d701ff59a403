// Code generated from contract.json by gen; DO NOT EDIT.

package b2b

import "time"

// CreateOrganization is what POST /v1/b2b/organizations takes. Slug is required in one SDK text, optional in all SDK types; with no auth setting sent, email_invites becomes ALL_ALLOWED, else NOT_ALLOWED when omitted.
type CreateOrganization struct {
	OrganizationName    string  `json:"organization_name"`
	OrganizationSlug    *string `json:"organization_slug,omitzero"`
	OrganizationLogoURL *string `json:"organization_logo_url,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata        Object  `json:"trusted_metadata,omitzero"`
	OrganizationExternalID *string `json:"organization_external_id,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED; default ALL_ALLOWED
	SSOJITProvisioning *string `json:"sso_jit_provisioning,omitzero"`
	// bare domains; common and disposable domains refused
	EmailAllowedDomains []string `json:"email_allowed_domains,omitzero"`
	// one of RESTRICTED, NOT_ALLOWED; default NOT_ALLOWED
	EmailJITProvisioning *string `json:"email_jit_provisioning,omitzero"`
	// default ALL_ALLOWED when no auth setting is sent on create, else NOT_ALLOWED; one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	EmailInvites *string `json:"email_invites,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED; default ALL_ALLOWED
	AuthMethods *string `json:"auth_methods,omitzero"`
	// enum applies to items; used when auth_methods is RESTRICTED; one of sso, magic_link, email_otp, password, google_oauth, microsoft_oauth, slack_oauth, github_oauth, hubspot_oauth
	AllowedAuthMethods []string `json:"allowed_auth_methods,omitzero"`
	// one of REQUIRED_FOR_ALL, OPTIONAL; default OPTIONAL
	MFAPolicy                        *string                       `json:"mfa_policy,omitzero"`
	RBACEmailImplicitRoleAssignments []EmailImplicitRoleAssignment `json:"rbac_email_implicit_role_assignments,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED; default ALL_ALLOWED
	MFAMethods *string `json:"mfa_methods,omitzero"`
	// enum applies to items; used when mfa_methods is RESTRICTED; one of sms_otp, totp
	AllowedMFAMethods []string `json:"allowed_mfa_methods,omitzero"`
	// one of RESTRICTED, NOT_ALLOWED; default NOT_ALLOWED
	OAuthTenantJITProvisioning *string `json:"oauth_tenant_jit_provisioning,omitzero"`
	// keys slack, hubspot, github; values are tenant ids
	AllowedOAuthTenants map[string][]string `json:"allowed_oauth_tenants,omitzero"`
	// members of a claimed domain may only exist in claiming organizations
	ClaimedEmailDomains []string `json:"claimed_email_domains,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED; default ALL_ALLOWED
	FirstPartyConnectedAppsAllowedType *string `json:"first_party_connected_apps_allowed_type,omitzero"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedFirstPartyConnectedApps []string `json:"allowed_first_party_connected_apps,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED; default ALL_ALLOWED
	ThirdPartyConnectedAppsAllowedType *string `json:"third_party_connected_apps_allowed_type,omitzero"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedThirdPartyConnectedApps []string `json:"allowed_third_party_connected_apps,omitzero"`
}

// CreateOrganizationResponse is the answer of POST /v1/b2b/organizations.
type CreateOrganizationResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetOrganizationResponse is the answer of GET /v1/b2b/organizations/{organization_id}.
type GetOrganizationResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// SearchOrganizations is what POST /v1/b2b/organizations/search takes. No body returns all organizations; limit 100 requests per minute.
type SearchOrganizations struct {
	// opaque; empty means first page
	Cursor *string `json:"cursor,omitzero"`
	// 0 means default; default 100
	Limit *int         `json:"limit,omitzero"`
	Query *SearchQuery `json:"query,omitzero"`
}

// SearchOrganizationsResponse is the answer of POST /v1/b2b/organizations/search.
type SearchOrganizationsResponse struct {
	// unique per call; see id_formats
	RequestID       string          `json:"request_id"`
	Organizations   []Organization  `json:"organizations"`
	ResultsMetadata ResultsMetadata `json:"results_metadata"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// UpdateOrganization is what PUT /v1/b2b/organizations/{organization_id} takes. At least one provisioning path must stay open; lists are replaced, metadata is merged.
type UpdateOrganization struct {
	OrganizationName    *string `json:"organization_name,omitzero"`
	OrganizationSlug    *string `json:"organization_slug,omitzero"`
	OrganizationLogoURL *string `json:"organization_logo_url,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata        Object  `json:"trusted_metadata,omitzero"`
	OrganizationExternalID *string `json:"organization_external_id,omitzero"`
	SSODefaultConnectionID *string `json:"sso_default_connection_id,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	SSOJITProvisioning *string `json:"sso_jit_provisioning,omitzero"`
	// connection ids; used when sso_jit_provisioning is RESTRICTED
	SSOJITProvisioningAllowedConnections []string `json:"sso_jit_provisioning_allowed_connections,omitzero"`
	// bare domains; common and disposable domains refused
	EmailAllowedDomains []string `json:"email_allowed_domains,omitzero"`
	// one of RESTRICTED, NOT_ALLOWED
	EmailJITProvisioning *string `json:"email_jit_provisioning,omitzero"`
	// default ALL_ALLOWED when no auth setting is sent on create, else NOT_ALLOWED; one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	EmailInvites *string `json:"email_invites,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED
	AuthMethods *string `json:"auth_methods,omitzero"`
	// enum applies to items; used when auth_methods is RESTRICTED; one of sso, magic_link, email_otp, password, google_oauth, microsoft_oauth, slack_oauth, github_oauth, hubspot_oauth
	AllowedAuthMethods []string `json:"allowed_auth_methods,omitzero"`
	// one of REQUIRED_FOR_ALL, OPTIONAL
	MFAPolicy                        *string                       `json:"mfa_policy,omitzero"`
	RBACEmailImplicitRoleAssignments []EmailImplicitRoleAssignment `json:"rbac_email_implicit_role_assignments,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED
	MFAMethods *string `json:"mfa_methods,omitzero"`
	// enum applies to items; used when mfa_methods is RESTRICTED; one of sms_otp, totp
	AllowedMFAMethods []string `json:"allowed_mfa_methods,omitzero"`
	// one of RESTRICTED, NOT_ALLOWED
	OAuthTenantJITProvisioning *string `json:"oauth_tenant_jit_provisioning,omitzero"`
	// keys slack, hubspot, github; values are tenant ids
	AllowedOAuthTenants map[string][]string `json:"allowed_oauth_tenants,omitzero"`
	// members of a claimed domain may only exist in claiming organizations
	ClaimedEmailDomains []string `json:"claimed_email_domains,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	FirstPartyConnectedAppsAllowedType *string `json:"first_party_connected_apps_allowed_type,omitzero"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedFirstPartyConnectedApps []string `json:"allowed_first_party_connected_apps,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	ThirdPartyConnectedAppsAllowedType *string `json:"third_party_connected_apps_allowed_type,omitzero"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedThirdPartyConnectedApps []string `json:"allowed_third_party_connected_apps,omitzero"`
}

// UpdateOrganizationResponse is the answer of PUT /v1/b2b/organizations/{organization_id}.
type UpdateOrganizationResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteOrganizationResponse is the answer of DELETE /v1/b2b/organizations/{organization_id}.
type DeleteOrganizationResponse struct {
	// unique per call; see id_formats
	RequestID      string `json:"request_id"`
	OrganizationID string `json:"organization_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetOrganizationConnectedAppsResponse is the answer of GET /v1/b2b/organizations/{organization_id}/connected_apps.
type GetOrganizationConnectedAppsResponse struct {
	// unique per call; see id_formats
	RequestID     string                     `json:"request_id"`
	ConnectedApps []OrganizationConnectedApp `json:"connected_apps"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetOrganizationConnectedAppResponse is the answer of GET /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}.
type GetOrganizationConnectedAppResponse struct {
	ConnectedAppID string `json:"connected_app_id"`
	Name           string `json:"name"`
	Description    string `json:"description"`
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType    string                                 `json:"client_type"`
	ActiveMembers []OrganizationConnectedAppActiveMember `json:"active_members"`
	// repeats the HTTP status
	StatusCode int     `json:"status_code"`
	LogoURL    *string `json:"logo_url"`
}

// DeleteOrganizationExternalIDResponse is the answer of DELETE /v1/b2b/organizations/{organization_id}/external_id.
type DeleteOrganizationExternalIDResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetOrganizationMetricsResponse is the answer of GET /v1/b2b/organizations/{organization_id}/metrics.
type GetOrganizationMetricsResponse struct {
	// unique per call; see id_formats
	RequestID   string `json:"request_id"`
	MemberCount int    `json:"member_count"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// CreateMember is what POST /v1/b2b/organizations/{organization_id}/members takes. Email_address_verified starts false; status active unless create_member_as_pending.
type CreateMember struct {
	EmailAddress string  `json:"email_address"`
	Name         *string `json:"name,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	UntrustedMetadata Object `json:"untrusted_metadata,omitzero"`
	// true stores status pending, else active; default false
	CreateMemberAsPending *bool `json:"create_member_as_pending,omitzero"`
	// exempt from the auth_methods and mfa_methods restrictions
	IsBreakglass   *bool   `json:"is_breakglass,omitzero"`
	MFAPhoneNumber *string `json:"mfa_phone_number,omitzero"`
	// true forces MFA at each login
	MFAEnrolled *bool `json:"mfa_enrolled,omitzero"`
	// role ids
	Roles      []string `json:"roles,omitzero"`
	ExternalID *string  `json:"external_id,omitzero"`
}

// CreateMemberResponse is the answer of POST /v1/b2b/organizations/{organization_id}/members.
type CreateMemberResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetMember is what GET /v1/b2b/organizations/{organization_id}/member takes. Deleted members are not returned.
type GetMember struct {
	MemberID     *string `json:"-" query:"member_id"`
	EmailAddress *string `json:"-" query:"email_address"`
}

// GetMemberResponse is the answer of GET /v1/b2b/organizations/{organization_id}/member.
type GetMemberResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// SearchMembers is what POST /v1/b2b/organizations/members/search takes. Deleted members only when statuses contains deleted; organizations maps id to Organization for the members on the page; with a session header organization_ids may hold only the session organization.
type SearchMembers struct {
	OrganizationIDs []string `json:"organization_ids"`
	// opaque; empty means first page
	Cursor *string `json:"cursor,omitzero"`
	// 0 means default; default 100
	Limit *int         `json:"limit,omitzero"`
	Query *SearchQuery `json:"query,omitzero"`
}

// SearchMembersResponse is the answer of POST /v1/b2b/organizations/members/search.
type SearchMembersResponse struct {
	// unique per call; see id_formats
	RequestID       string                  `json:"request_id"`
	Members         []Member                `json:"members"`
	ResultsMetadata ResultsMetadata         `json:"results_metadata"`
	Organizations   map[string]Organization `json:"organizations"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// UpdateMember is what PUT /v1/b2b/organizations/{organization_id}/members/{member_id} takes.
type UpdateMember struct {
	Name *string `json:"name,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	UntrustedMetadata Object `json:"untrusted_metadata,omitzero"`
	// exempt from the auth_methods and mfa_methods restrictions
	IsBreakglass *bool `json:"is_breakglass,omitzero"`
	// error if the member already has a number; delete it first
	MFAPhoneNumber *string `json:"mfa_phone_number,omitzero"`
	// true forces MFA at each login
	MFAEnrolled *bool `json:"mfa_enrolled,omitzero"`
	// replaces all directly assigned roles; [] clears them
	Roles []string `json:"roles,omitzero"`
	// keep SSO sessions that an explicit role removal would revoke; default false
	PreserveExistingSessions *bool `json:"preserve_existing_sessions,omitzero"`
	// one of sms_otp, totp
	DefaultMFAMethod *string `json:"default_mfa_method,omitzero"`
	// clears the password, resets email verification, retires the old address
	EmailAddress *string `json:"email_address,omitzero"`
	ExternalID   *string `json:"external_id,omitzero"`
	// with email_address: old address is dropped instead of retired; default false
	UnlinkEmail *bool `json:"unlink_email,omitzero"`
}

// UpdateMemberResponse is the answer of PUT /v1/b2b/organizations/{organization_id}/members/{member_id}.
type UpdateMemberResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteMemberResponse is the answer of DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}.
type DeleteMemberResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	MemberID  string `json:"member_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DangerouslyGetMember is what GET /v1/b2b/organizations/members/dangerously_get/{member_id} takes. No organization in the path; the only get that can show deleted members.
type DangerouslyGetMember struct {
	// default false
	IncludeDeleted *bool `json:"-" query:"include_deleted"`
}

// DangerouslyGetMemberResponse is the answer of GET /v1/b2b/organizations/members/dangerously_get/{member_id}.
type DangerouslyGetMemberResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteMemberMFAPhoneNumberResponse is the answer of DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}.
type DeleteMemberMFAPhoneNumberResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteMemberPasswordResponse is the answer of DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}.
type DeleteMemberPasswordResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetMemberConnectedAppsResponse is the answer of GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps.
type GetMemberConnectedAppsResponse struct {
	// unique per call; see id_formats
	RequestID     string               `json:"request_id"`
	ConnectedApps []MemberConnectedApp `json:"connected_apps"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteMemberExternalIDResponse is the answer of DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id.
type DeleteMemberExternalIDResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetMemberOIDCProviders is what GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers takes.
type GetMemberOIDCProviders struct {
	IncludeRefreshToken *bool `json:"-" query:"include_refresh_token"`
}

// GetMemberOIDCProvidersResponse is the answer of GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers.
type GetMemberOIDCProvidersResponse struct {
	// unique per call; see id_formats
	RequestID     string             `json:"request_id"`
	Registrations []OIDCProviderInfo `json:"registrations"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// ReactivateMemberResponse is the answer of PUT /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate.
type ReactivateMemberResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// StartMemberEmailUpdate is what POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update takes. Link or code lives 5 minutes; finish with magic_links.authenticate or otps.email.authenticate.
type StartMemberEmailUpdate struct {
	EmailAddress     string  `json:"email_address"`
	LoginRedirectURL *string `json:"login_redirect_url,omitzero"`
	// one of en, es, pt-br, fr
	Locale          *string `json:"locale,omitzero"`
	LoginTemplateID *string `json:"login_template_id,omitzero"`
	// one of EMAIL_MAGIC_LINK, EMAIL_OTP; default EMAIL_MAGIC_LINK
	DeliveryMethod *string `json:"delivery_method,omitzero"`
}

// StartMemberEmailUpdateResponse is the answer of POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update.
type StartMemberEmailUpdateResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteMemberTOTPResponse is the answer of DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp.
type DeleteMemberTOTPResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// UnlinkMemberRetiredEmail is what POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email takes. Both identifiers allowed if they name the same address.
type UnlinkMemberRetiredEmail struct {
	EmailID      *string `json:"email_id,omitzero"`
	EmailAddress *string `json:"email_address,omitzero"`
}

// UnlinkMemberRetiredEmailResponse is the answer of POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email.
type UnlinkMemberRetiredEmailResponse struct {
	// unique per call; see id_formats
	RequestID      string       `json:"request_id"`
	MemberID       string       `json:"member_id"`
	OrganizationID string       `json:"organization_id"`
	Member         Member       `json:"member"`
	Organization   Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetMemberOAuthProviderGitHub is what GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github takes.
type GetMemberOAuthProviderGitHub struct {
	IncludeRefreshToken *bool `json:"-" query:"include_refresh_token"`
}

// GetMemberOAuthProviderGitHubResponse is the answer of GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github.
type GetMemberOAuthProviderGitHubResponse struct {
	// unique per call; see id_formats
	RequestID     string               `json:"request_id"`
	ProviderType  string               `json:"provider_type"`
	Registrations []GithubProviderInfo `json:"registrations"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetMemberOAuthProviderGoogle is what GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google takes. Include_refresh_token defaults to false.
type GetMemberOAuthProviderGoogle struct {
	IncludeRefreshToken *bool `json:"-" query:"include_refresh_token"`
}

// GetMemberOAuthProviderGoogleResponse is the answer of GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google.
type GetMemberOAuthProviderGoogleResponse struct {
	// unique per call; see id_formats
	RequestID       string   `json:"request_id"`
	ProviderType    string   `json:"provider_type"`
	ProviderSubject string   `json:"provider_subject"`
	IDToken         Secret   `json:"id_token"`
	Scopes          []string `json:"scopes"`
	// repeats the HTTP status
	StatusCode           int     `json:"status_code"`
	AccessToken          *Secret `json:"access_token"`
	AccessTokenExpiresIn *int    `json:"access_token_expires_in"`
	RefreshToken         *Secret `json:"refresh_token"`
}

// GetMemberOAuthProviderHubSpot is what GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot takes.
type GetMemberOAuthProviderHubSpot struct {
	IncludeRefreshToken *bool `json:"-" query:"include_refresh_token"`
}

// GetMemberOAuthProviderHubSpotResponse is the answer of GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot.
type GetMemberOAuthProviderHubSpotResponse struct {
	// unique per call; see id_formats
	RequestID     string                `json:"request_id"`
	ProviderType  string                `json:"provider_type"`
	Registrations []HubspotProviderInfo `json:"registrations"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetMemberOAuthProviderMicrosoft is what GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft takes.
type GetMemberOAuthProviderMicrosoft struct {
	IncludeRefreshToken *bool `json:"-" query:"include_refresh_token"`
}

// GetMemberOAuthProviderMicrosoftResponse is the answer of GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft.
type GetMemberOAuthProviderMicrosoftResponse struct {
	// unique per call; see id_formats
	RequestID            string   `json:"request_id"`
	ProviderType         string   `json:"provider_type"`
	ProviderSubject      string   `json:"provider_subject"`
	AccessToken          Secret   `json:"access_token"`
	AccessTokenExpiresIn int      `json:"access_token_expires_in"`
	IDToken              Secret   `json:"id_token"`
	Scopes               []string `json:"scopes"`
	// repeats the HTTP status
	StatusCode   int     `json:"status_code"`
	RefreshToken *Secret `json:"refresh_token"`
}

// GetMemberOAuthProviderSlackResponse is the answer of GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack.
type GetMemberOAuthProviderSlackResponse struct {
	// unique per call; see id_formats
	RequestID     string              `json:"request_id"`
	ProviderType  string              `json:"provider_type"`
	Registrations []SlackProviderInfo `json:"registrations"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RevokeMemberConnectedAppResponse is the answer of POST /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke.
type RevokeMemberConnectedAppResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// CreateDiscoveredOrganization is what POST /v1/b2b/discovery/organizations/create takes. New member gets stytch_admin and status active; name and slug default from the email.
type CreateDiscoveredOrganization struct {
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims    Object  `json:"session_custom_claims,omitzero"`
	OrganizationName       *string `json:"organization_name,omitzero"`
	OrganizationSlug       *string `json:"organization_slug,omitzero"`
	OrganizationExternalID *string `json:"organization_external_id,omitzero"`
	OrganizationLogoURL    *string `json:"organization_logo_url,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED; default ALL_ALLOWED
	SSOJITProvisioning *string `json:"sso_jit_provisioning,omitzero"`
	// bare domains; common and disposable domains refused
	EmailAllowedDomains []string `json:"email_allowed_domains,omitzero"`
	// one of RESTRICTED, NOT_ALLOWED; default NOT_ALLOWED
	EmailJITProvisioning *string `json:"email_jit_provisioning,omitzero"`
	// default ALL_ALLOWED when no auth setting is sent on create, else NOT_ALLOWED; one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	EmailInvites *string `json:"email_invites,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED; default ALL_ALLOWED
	AuthMethods *string `json:"auth_methods,omitzero"`
	// enum applies to items; used when auth_methods is RESTRICTED; one of sso, magic_link, email_otp, password, google_oauth, microsoft_oauth, slack_oauth, github_oauth, hubspot_oauth
	AllowedAuthMethods []string `json:"allowed_auth_methods,omitzero"`
	// one of REQUIRED_FOR_ALL, OPTIONAL; default OPTIONAL
	MFAPolicy                        *string                       `json:"mfa_policy,omitzero"`
	RBACEmailImplicitRoleAssignments []EmailImplicitRoleAssignment `json:"rbac_email_implicit_role_assignments,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED; default ALL_ALLOWED
	MFAMethods *string `json:"mfa_methods,omitzero"`
	// enum applies to items; used when mfa_methods is RESTRICTED; one of sms_otp, totp
	AllowedMFAMethods []string `json:"allowed_mfa_methods,omitzero"`
	// one of RESTRICTED, NOT_ALLOWED; default NOT_ALLOWED
	OAuthTenantJITProvisioning *string `json:"oauth_tenant_jit_provisioning,omitzero"`
	// keys slack, hubspot, github; values are tenant ids
	AllowedOAuthTenants map[string][]string `json:"allowed_oauth_tenants,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED; default ALL_ALLOWED
	FirstPartyConnectedAppsAllowedType *string `json:"first_party_connected_apps_allowed_type,omitzero"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedFirstPartyConnectedApps []string `json:"allowed_first_party_connected_apps,omitzero"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED; default ALL_ALLOWED
	ThirdPartyConnectedAppsAllowedType *string `json:"third_party_connected_apps_allowed_type,omitzero"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedThirdPartyConnectedApps []string `json:"allowed_third_party_connected_apps,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// CreateDiscoveredOrganizationResponse is the answer of POST /v1/b2b/discovery/organizations/create.
type CreateDiscoveredOrganizationResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	MemberID     string `json:"member_id"`
	SessionToken Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// ListDiscoveredOrganizations is what POST /v1/b2b/discovery/organizations takes. Does not consume the token; with a member session only active, pending and invited memberships are listed.
type ListDiscoveredOrganizations struct {
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	SessionToken             *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
}

// ListDiscoveredOrganizationsResponse is the answer of POST /v1/b2b/discovery/organizations.
type ListDiscoveredOrganizationsResponse struct {
	// unique per call; see id_formats
	RequestID               string                   `json:"request_id"`
	EmailAddress            string                   `json:"email_address"`
	DiscoveredOrganizations []DiscoveredOrganization `json:"discovered_organizations"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
	// set when the intermediate session came from an organization login
	OrganizationIDHint *string `json:"organization_id_hint"`
}

// ExchangeIntermediateSession is what POST /v1/b2b/discovery/intermediate_sessions/exchange takes. Creates the member when JIT allows.
type ExchangeIntermediateSession struct {
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	OrganizationID           string `json:"organization_id"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of ca-ES, cs, de-DE, en, es, fa, fr, it, ja, nl, pl, pt-br, ru, tr, vi, zh-Hans
	Locale *string `json:"locale,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// ExchangeIntermediateSessionResponse is the answer of POST /v1/b2b/discovery/intermediate_sessions/exchange.
type ExchangeIntermediateSessionResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	MemberID     string `json:"member_id"`
	SessionToken Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// AuthenticatePassword is what POST /v1/b2b/passwords/authenticate takes. A valid session of the member makes MFA unnecessary; wrong password counts towards the lock.
type AuthenticatePassword struct {
	OrganizationID string  `json:"organization_id"`
	EmailAddress   string  `json:"email_address"`
	Password       Secret  `json:"password"`
	SessionToken   *Secret `json:"session_token,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AuthenticatePasswordResponse is the answer of POST /v1/b2b/passwords/authenticate.
type AuthenticatePasswordResponse struct {
	// unique per call; see id_formats
	RequestID      string `json:"request_id"`
	MemberID       string `json:"member_id"`
	OrganizationID string `json:"organization_id"`
	Member         Member `json:"member"`
	SessionToken   Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Organization Organization `json:"organization"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// MigratePassword is what POST /v1/b2b/passwords/migrate takes. Creates the member if missing (member_created); marks the email verified; rate limit 100 per second.
type MigratePassword struct {
	EmailAddress string `json:"email_address"`
	// base64 for scrypt and pbkdf_2
	Hash Secret `json:"hash"`
	// older docs spell argon2i and argon2id; phpass only appears in enumerations; one of bcrypt, md_5, argon_2i, argon_2id, sha_1, sha_512, scrypt, phpass, pbkdf_2
	HashType       string     `json:"hash_type"`
	OrganizationID string     `json:"organization_id"`
	Md5Config      *MD5Config `json:"md_5_config,omitzero"`
	// needed for the hex form of argon2
	Argon2Config *Argon2Config `json:"argon_2_config,omitzero"`
	Sha1Config   *SHA1Config   `json:"sha_1_config,omitzero"`
	Sha512Config *SHA512Config `json:"sha_512_config,omitzero"`
	// needed unless the hash is PHC encoded
	ScryptConfig *ScryptConfig `json:"scrypt_config,omitzero"`
	// needed for pbkdf_2
	Pbkdf2Config *PBKDF2Config `json:"pbkdf_2_config,omitzero"`
	Name         *string       `json:"name,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	UntrustedMetadata Object `json:"untrusted_metadata,omitzero"`
	// role ids
	Roles []string `json:"roles,omitzero"`
	// keep SSO sessions that an explicit role removal would revoke; default false
	PreserveExistingSessions *bool   `json:"preserve_existing_sessions,omitzero"`
	MFAPhoneNumber           *string `json:"mfa_phone_number,omitzero"`
	// default false
	SetPhoneNumberVerified *bool `json:"set_phone_number_verified,omitzero"`
	// used only if the member is created
	ExternalID *string `json:"external_id,omitzero"`
}

// MigratePasswordResponse is the answer of POST /v1/b2b/passwords/migrate.
type MigratePasswordResponse struct {
	// unique per call; see id_formats
	RequestID     string       `json:"request_id"`
	MemberID      string       `json:"member_id"`
	MemberCreated bool         `json:"member_created"`
	Member        Member       `json:"member"`
	Organization  Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// CheckPasswordStrength is what POST /v1/b2b/passwords/strength_check takes. Breach check on create only with an email_address.
type CheckPasswordStrength struct {
	Password     Secret  `json:"password"`
	EmailAddress *string `json:"email_address,omitzero"`
}

// CheckPasswordStrengthResponse is the answer of POST /v1/b2b/passwords/strength_check.
type CheckPasswordStrengthResponse struct {
	// unique per call; see id_formats
	RequestID     string `json:"request_id"`
	ValidPassword bool   `json:"valid_password"`
	// zxcvbn score; 3 or more is valid; docs say 1 to 4, the algorithm yields 0 to 4
	Score int `json:"score"`
	// always false when breach_detection_on_create is false
	BreachedPassword bool `json:"breached_password"`
	// one of zxcvbn, luds
	StrengthPolicy          string `json:"strength_policy"`
	BreachDetectionOnCreate bool   `json:"breach_detection_on_create"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
	// null under zxcvbn
	LudsFeedback *LudsFeedback `json:"luds_feedback"`
	// null under luds
	ZxcvbnFeedback *ZxcvbnFeedback `json:"zxcvbn_feedback"`
}

// RequirePasswordByEmailReset is what POST /v1/b2b/passwords/email/require_reset takes. Cross-organization passwords only.
type RequirePasswordByEmailReset struct {
	EmailAddress   string  `json:"email_address"`
	OrganizationID *string `json:"organization_id,omitzero"`
	MemberID       *string `json:"member_id,omitzero"`
}

// RequirePasswordByEmailResetResponse is the answer of POST /v1/b2b/passwords/email/require_reset.
type RequirePasswordByEmailResetResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode   int           `json:"status_code"`
	MemberID     *string       `json:"member_id"`
	Member       *Member       `json:"member"`
	Organization *Organization `json:"organization"`
}

// ResetPasswordByEmail is what POST /v1/b2b/passwords/email/reset takes. PKCE field is named code_verifier here; revokes all sessions of the member.
type ResetPasswordByEmail struct {
	PasswordResetToken Secret  `json:"password_reset_token"`
	Password           Secret  `json:"password"`
	SessionToken       *Secret `json:"session_token,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT   *Secret `json:"session_jwt,omitzero"`
	CodeVerifier *Secret `json:"code_verifier,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// ResetPasswordByEmailResponse is the answer of POST /v1/b2b/passwords/email/reset.
type ResetPasswordByEmailResponse struct {
	// unique per call; see id_formats
	RequestID      string `json:"request_id"`
	MemberID       string `json:"member_id"`
	MemberEmailID  string `json:"member_email_id"`
	OrganizationID string `json:"organization_id"`
	Member         Member `json:"member"`
	SessionToken   Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Organization Organization `json:"organization"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// ResetPasswordByEmailStart is what POST /v1/b2b/passwords/email/reset/start takes. PKCE field is named code_challenge here.
type ResetPasswordByEmailStart struct {
	OrganizationID           string  `json:"organization_id"`
	EmailAddress             string  `json:"email_address"`
	ResetPasswordRedirectURL *string `json:"reset_password_redirect_url,omitzero"`
	// default 30
	ResetPasswordExpirationMinutes *int    `json:"reset_password_expiration_minutes,omitzero"`
	CodeChallenge                  *string `json:"code_challenge,omitzero"`
	LoginRedirectURL               *string `json:"login_redirect_url,omitzero"`
	// one of en, es, pt-br, fr
	Locale                  *string `json:"locale,omitzero"`
	ResetPasswordTemplateID *string `json:"reset_password_template_id,omitzero"`
	VerifyEmailTemplateID   *string `json:"verify_email_template_id,omitzero"`
}

// ResetPasswordByEmailStartResponse is the answer of POST /v1/b2b/passwords/email/reset/start.
type ResetPasswordByEmailStartResponse struct {
	// unique per call; see id_formats
	RequestID     string `json:"request_id"`
	MemberID      string `json:"member_id"`
	MemberEmailID string `json:"member_email_id"`
	Member        Member `json:"member"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// ResetPasswordByExistingPassword is what POST /v1/b2b/passwords/existing_password/reset takes. Revokes all sessions of the member.
type ResetPasswordByExistingPassword struct {
	EmailAddress     string  `json:"email_address"`
	ExistingPassword Secret  `json:"existing_password"`
	NewPassword      Secret  `json:"new_password"`
	OrganizationID   string  `json:"organization_id"`
	SessionToken     *Secret `json:"session_token,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// ResetPasswordByExistingPasswordResponse is the answer of POST /v1/b2b/passwords/existing_password/reset.
type ResetPasswordByExistingPasswordResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	MemberID     string `json:"member_id"`
	Member       Member `json:"member"`
	SessionToken Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Organization Organization `json:"organization"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// ResetPasswordBySession is what POST /v1/b2b/passwords/session/reset takes. Needs a factor younger than 5 minutes; revokes all other sessions of the member.
type ResetPasswordBySession struct {
	OrganizationID string  `json:"organization_id"`
	Password       Secret  `json:"password"`
	SessionToken   *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// ResetPasswordBySessionResponse is the answer of POST /v1/b2b/passwords/session/reset.
type ResetPasswordBySessionResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	SessionToken Secret       `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT Secret `json:"session_jwt"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode    int            `json:"status_code"`
	MemberSession *MemberSession `json:"member_session"`
	MFARequired   *MFARequired   `json:"mfa_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// AuthenticateDiscoveryPassword is what POST /v1/b2b/passwords/discovery/authenticate takes. Cross-organization passwords only.
type AuthenticateDiscoveryPassword struct {
	EmailAddress string `json:"email_address"`
	Password     Secret `json:"password"`
}

// AuthenticateDiscoveryPasswordResponse is the answer of POST /v1/b2b/passwords/discovery/authenticate.
type AuthenticateDiscoveryPasswordResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	EmailAddress string `json:"email_address"`
	// lives 10 minutes
	IntermediateSessionToken Secret                   `json:"intermediate_session_token"`
	DiscoveredOrganizations  []DiscoveredOrganization `json:"discovered_organizations"`
	// repeats the HTTP status
	StatusCode                        int        `json:"status_code"`
	IntermediateSessionTokenExpiresAt *time.Time `json:"intermediate_session_token_expires_at"`
}

// ResetDiscoveryPasswordByEmail is what POST /v1/b2b/passwords/discovery/email/reset takes.
type ResetDiscoveryPasswordByEmail struct {
	PasswordResetToken Secret  `json:"password_reset_token"`
	Password           Secret  `json:"password"`
	PKCECodeVerifier   *Secret `json:"pkce_code_verifier,omitzero"`
}

// ResetDiscoveryPasswordByEmailResponse is the answer of POST /v1/b2b/passwords/discovery/email/reset.
type ResetDiscoveryPasswordByEmailResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// lives 10 minutes
	IntermediateSessionToken Secret                   `json:"intermediate_session_token"`
	EmailAddress             string                   `json:"email_address"`
	DiscoveredOrganizations  []DiscoveredOrganization `json:"discovered_organizations"`
	// repeats the HTTP status
	StatusCode                        int        `json:"status_code"`
	IntermediateSessionTokenExpiresAt *time.Time `json:"intermediate_session_token_expires_at"`
}

// ResetDiscoveryPasswordByEmailStart is what POST /v1/b2b/passwords/discovery/email/reset/start takes.
type ResetDiscoveryPasswordByEmailStart struct {
	EmailAddress             string  `json:"email_address"`
	ResetPasswordRedirectURL *string `json:"reset_password_redirect_url,omitzero"`
	DiscoveryRedirectURL     *string `json:"discovery_redirect_url,omitzero"`
	ResetPasswordTemplateID  *string `json:"reset_password_template_id,omitzero"`
	// default 30
	ResetPasswordExpirationMinutes *int    `json:"reset_password_expiration_minutes,omitzero"`
	PKCECodeChallenge              *string `json:"pkce_code_challenge,omitzero"`
	// enumeration inferred from the sibling endpoint; one of en, es, pt-br, fr
	Locale                *string `json:"locale,omitzero"`
	VerifyEmailTemplateID *string `json:"verify_email_template_id,omitzero"`
}

// ResetDiscoveryPasswordByEmailStartResponse is the answer of POST /v1/b2b/passwords/discovery/email/reset/start.
type ResetDiscoveryPasswordByEmailStartResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetRecoveryCodesResponse is the answer of GET /v1/b2b/recovery_codes/{organization_id}/{member_id}.
type GetRecoveryCodesResponse struct {
	// unique per call; see id_formats
	RequestID     string       `json:"request_id"`
	MemberID      string       `json:"member_id"`
	Member        Member       `json:"member"`
	Organization  Organization `json:"organization"`
	RecoveryCodes []Secret     `json:"recovery_codes"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RecoverByRecoveryCode is what POST /v1/b2b/recovery_codes/recover takes. Consumes the code.
type RecoverByRecoveryCode struct {
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
	RecoveryCode   Secret `json:"recovery_code"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	SessionToken             *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// RecoverByRecoveryCodeResponse is the answer of POST /v1/b2b/recovery_codes/recover.
type RecoverByRecoveryCodeResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	SessionToken Secret       `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT             Secret `json:"session_jwt"`
	RecoveryCodesRemaining int    `json:"recovery_codes_remaining"`
	// repeats the HTTP status
	StatusCode    int            `json:"status_code"`
	MemberSession *MemberSession `json:"member_session"`
	// only with the fingerprint feature; null otherwise
	MemberDevice *DeviceInfo `json:"member_device"`
}

// RotateRecoveryCodes is what POST /v1/b2b/recovery_codes/rotate takes. Old codes stop working.
type RotateRecoveryCodes struct {
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
}

// RotateRecoveryCodesResponse is the answer of POST /v1/b2b/recovery_codes/rotate.
type RotateRecoveryCodesResponse struct {
	// unique per call; see id_formats
	RequestID     string       `json:"request_id"`
	MemberID      string       `json:"member_id"`
	Member        Member       `json:"member"`
	Organization  Organization `json:"organization"`
	RecoveryCodes []Secret     `json:"recovery_codes"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// CreateTOTP is what POST /v1/b2b/totp takes. A member that already has an MFA factor must pass a session that holds it.
type CreateTOTP struct {
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
	// default 60
	ExpirationMinutes *int `json:"expiration_minutes,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	SessionToken             *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
}

// CreateTOTPResponse is the answer of POST /v1/b2b/totp.
type CreateTOTPResponse struct {
	// unique per call; see id_formats
	RequestID          string `json:"request_id"`
	MemberID           string `json:"member_id"`
	TOTPRegistrationID string `json:"totp_registration_id"`
	// base32, 32 characters in examples
	Secret Secret `json:"secret"`
	// PNG as data URI data:image/png;base64,...
	QRCode Secret `json:"qr_code"`
	// 10 codes, xxxx-xxxx-xxxx, lower-case letters and digits
	RecoveryCodes []Secret     `json:"recovery_codes"`
	Member        Member       `json:"member"`
	Organization  Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AuthenticateTOTP is what POST /v1/b2b/totp/authenticate takes. REQUIRED_FOR_ALL turns mfa_enrolled on; first MFA success sets default_mfa_method.
type AuthenticateTOTP struct {
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
	Code           Secret `json:"code"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	SessionToken             *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// ignored when mfa_policy is REQUIRED_FOR_ALL; one of enroll, unenroll
	SetMFAEnrollment *string `json:"set_mfa_enrollment,omitzero"`
	// true makes this method the default; a first success sets the default anyway
	SetDefaultMFA *bool `json:"set_default_mfa,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AuthenticateTOTPResponse is the answer of POST /v1/b2b/totp/authenticate.
type AuthenticateTOTPResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	SessionToken Secret       `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT Secret `json:"session_jwt"`
	// repeats the HTTP status
	StatusCode    int            `json:"status_code"`
	MemberSession *MemberSession `json:"member_session"`
	// only with the fingerprint feature; null otherwise
	MemberDevice *DeviceInfo `json:"member_device"`
}

// MigrateTOTP is what POST /v1/b2b/totp/migrate takes. TOTP is active at once; mints recovery codes when none are given.
type MigrateTOTP struct {
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
	Secret         Secret `json:"secret"`
	// SDK types require the field; the operation text makes it optional and mints codes
	RecoveryCodes []Secret `json:"recovery_codes,omitzero"`
}

// MigrateTOTPResponse is the answer of POST /v1/b2b/totp/migrate.
type MigrateTOTPResponse struct {
	// unique per call; see id_formats
	RequestID          string       `json:"request_id"`
	MemberID           string       `json:"member_id"`
	Member             Member       `json:"member"`
	Organization       Organization `json:"organization"`
	TOTPRegistrationID string       `json:"totp_registration_id"`
	// SDK types require the field; the operation text makes it optional and mints codes
	RecoveryCodes []Secret `json:"recovery_codes"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetSession is what GET /v1/b2b/sessions takes.
type GetSession struct {
	OrganizationID string `json:"-" query:"organization_id"`
	MemberID       string `json:"-" query:"member_id"`
}

// GetSessionResponse is the answer of GET /v1/b2b/sessions.
type GetSessionResponse struct {
	// unique per call; see id_formats
	RequestID      string          `json:"request_id"`
	MemberSessions []MemberSession `json:"member_sessions"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AttestSession is what POST /v1/b2b/sessions/attest takes.
type AttestSession struct {
	ProfileID      string  `json:"profile_id"`
	Token          Secret  `json:"token"`
	OrganizationID *string `json:"organization_id,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object  `json:"session_custom_claims,omitzero"`
	SessionToken        *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AttestSessionResponse is the answer of POST /v1/b2b/sessions/attest.
type AttestSessionResponse struct {
	// unique per call; see id_formats
	RequestID     string        `json:"request_id"`
	MemberID      string        `json:"member_id"`
	MemberSession MemberSession `json:"member_session"`
	SessionToken  Secret        `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
	// only with the fingerprint feature; null otherwise
	MemberDevice *DeviceInfo `json:"member_device"`
}

// AuthenticateSession is what POST /v1/b2b/sessions/authenticate takes. An expired JWT with a good signature and a live session is refreshed; no duration means no extension; verdict is set only with authorization_check.
type AuthenticateSession struct {
	SessionToken *Secret `json:"session_token,omitzero"`
	// absent means the session is not extended
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object              `json:"session_custom_claims,omitzero"`
	AuthorizationCheck  *AuthorizationCheck `json:"authorization_check,omitzero"`
}

// AuthenticateSessionResponse is the answer of POST /v1/b2b/sessions/authenticate.
type AuthenticateSessionResponse struct {
	// unique per call; see id_formats
	RequestID     string        `json:"request_id"`
	MemberSession MemberSession `json:"member_session"`
	SessionToken  Secret        `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int                   `json:"status_code"`
	Verdict    *AuthorizationVerdict `json:"verdict"`
}

// ExchangeSession is what POST /v1/b2b/sessions/exchange takes. Cannot create a member; can accept an invite.
type ExchangeSession struct {
	OrganizationID string  `json:"organization_id"`
	SessionToken   *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of ca-ES, cs, de-DE, en, es, fa, fr, it, ja, nl, pl, pt-br, ru, tr, vi, zh-Hans
	Locale *string `json:"locale,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// ExchangeSessionResponse is the answer of POST /v1/b2b/sessions/exchange.
type ExchangeSessionResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	MemberID     string `json:"member_id"`
	SessionToken Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// ExchangeSessionAccessToken is what POST /v1/b2b/sessions/exchange_access_token takes. Token must be under 5 minutes old, single use, scope full_access.
type ExchangeSessionAccessToken struct {
	AccessToken Secret `json:"access_token"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// ExchangeSessionAccessTokenResponse is the answer of POST /v1/b2b/sessions/exchange_access_token.
type ExchangeSessionAccessTokenResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	MemberID     string `json:"member_id"`
	SessionToken Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode    int            `json:"status_code"`
	MemberSession *MemberSession `json:"member_session"`
	// only with the fingerprint feature; null otherwise
	MemberDevice *DeviceInfo `json:"member_device"`
}

// GetSessionJWKSResponse is the answer of GET /v1/b2b/sessions/jwks/{project_id}.
type GetSessionJWKSResponse struct {
	Keys []JWK `json:"keys"`
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// MigrateSession is what POST /v1/b2b/sessions/migrate takes.
type MigrateSession struct {
	SessionToken   Secret `json:"session_token"`
	OrganizationID string `json:"organization_id"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
}

// MigrateSessionResponse is the answer of POST /v1/b2b/sessions/migrate.
type MigrateSessionResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	MemberID     string `json:"member_id"`
	SessionToken Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode    int            `json:"status_code"`
	MemberSession *MemberSession `json:"member_session"`
}

// RevokeSession is what POST /v1/b2b/sessions/revoke takes. Member_id revokes every session of the member.
type RevokeSession struct {
	MemberSessionID *string `json:"member_session_id,omitzero"`
	SessionToken    *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	MemberID   *string `json:"member_id,omitzero"`
}

// RevokeSessionResponse is the answer of POST /v1/b2b/sessions/revoke.
type RevokeSessionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AuthenticateSMSOTP is what POST /v1/b2b/otps/sms/authenticate takes. Second factor only.
type AuthenticateSMSOTP struct {
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
	Code           Secret `json:"code"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	SessionToken             *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// ignored when mfa_policy is REQUIRED_FOR_ALL; one of enroll, unenroll
	SetMFAEnrollment *string `json:"set_mfa_enrollment,omitzero"`
	// true makes this method the default; a first success sets the default anyway
	SetDefaultMFA *bool `json:"set_default_mfa,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AuthenticateSMSOTPResponse is the answer of POST /v1/b2b/otps/sms/authenticate.
type AuthenticateSMSOTPResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	SessionToken Secret       `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT Secret `json:"session_jwt"`
	// repeats the HTTP status
	StatusCode    int            `json:"status_code"`
	MemberSession *MemberSession `json:"member_session"`
	// only with the fingerprint feature; null otherwise
	MemberDevice *DeviceInfo `json:"member_device"`
}

// SendSMSOTP is what POST /v1/b2b/otps/sms/send takes. Code lives 2 minutes; a new code voids the old one.
type SendSMSOTP struct {
	OrganizationID string  `json:"organization_id"`
	MemberID       string  `json:"member_id"`
	MFAPhoneNumber *string `json:"mfa_phone_number,omitzero"`
	// one of ca-ES, cs, de-DE, en, es, fa, fr, it, ja, nl, pl, pt-br, ru, tr, vi, zh-Hans
	Locale *string `json:"locale,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	SessionToken             *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
}

// SendSMSOTPResponse is the answer of POST /v1/b2b/otps/sms/send.
type SendSMSOTPResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AuthenticateEmailOTP is what POST /v1/b2b/otps/email/authenticate takes.
type AuthenticateEmailOTP struct {
	OrganizationID string  `json:"organization_id"`
	EmailAddress   string  `json:"email_address"`
	Code           Secret  `json:"code"`
	SessionToken   *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AuthenticateEmailOTPResponse is the answer of POST /v1/b2b/otps/email/authenticate.
type AuthenticateEmailOTPResponse struct {
	// unique per call; see id_formats
	RequestID      string `json:"request_id"`
	MemberID       string `json:"member_id"`
	MethodID       string `json:"method_id"`
	OrganizationID string `json:"organization_id"`
	Member         Member `json:"member"`
	SessionToken   Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Organization Organization `json:"organization"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// LoginOrSignupByEmailOTP is what POST /v1/b2b/otps/email/login_or_signup takes. Code lives 10 minutes; a new code voids the old ones.
type LoginOrSignupByEmailOTP struct {
	OrganizationID   string  `json:"organization_id"`
	EmailAddress     string  `json:"email_address"`
	LoginTemplateID  *string `json:"login_template_id,omitzero"`
	SignupTemplateID *string `json:"signup_template_id,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// default 10
	LoginExpirationMinutes *int `json:"login_expiration_minutes,omitzero"`
	// default 10
	SignupExpirationMinutes *int `json:"signup_expiration_minutes,omitzero"`
}

// LoginOrSignupByEmailOTPResponse is the answer of POST /v1/b2b/otps/email/login_or_signup.
type LoginOrSignupByEmailOTPResponse struct {
	// unique per call; see id_formats
	RequestID     string       `json:"request_id"`
	MemberID      string       `json:"member_id"`
	MemberCreated bool         `json:"member_created"`
	Member        Member       `json:"member"`
	Organization  Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AuthenticateDiscoveryEmailOTP is what POST /v1/b2b/otps/email/discovery/authenticate takes.
type AuthenticateDiscoveryEmailOTP struct {
	EmailAddress string `json:"email_address"`
	Code         Secret `json:"code"`
}

// AuthenticateDiscoveryEmailOTPResponse is the answer of POST /v1/b2b/otps/email/discovery/authenticate.
type AuthenticateDiscoveryEmailOTPResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// lives 10 minutes
	IntermediateSessionToken Secret                   `json:"intermediate_session_token"`
	EmailAddress             string                   `json:"email_address"`
	DiscoveredOrganizations  []DiscoveredOrganization `json:"discovered_organizations"`
	// repeats the HTTP status
	StatusCode                        int        `json:"status_code"`
	IntermediateSessionTokenExpiresAt *time.Time `json:"intermediate_session_token_expires_at"`
}

// SendDiscoveryEmailOTP is what POST /v1/b2b/otps/email/discovery/send takes.
type SendDiscoveryEmailOTP struct {
	EmailAddress    string  `json:"email_address"`
	LoginTemplateID *string `json:"login_template_id,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// default 10
	DiscoveryExpirationMinutes *int `json:"discovery_expiration_minutes,omitzero"`
}

// SendDiscoveryEmailOTPResponse is the answer of POST /v1/b2b/otps/email/discovery/send.
type SendDiscoveryEmailOTPResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AuthenticateMagicLink is what POST /v1/b2b/magic_links/authenticate takes. Pending or invited becomes active, email verified.
type AuthenticateMagicLink struct {
	MagicLinksToken  Secret  `json:"magic_links_token"`
	PKCECodeVerifier *Secret `json:"pkce_code_verifier,omitzero"`
	SessionToken     *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AuthenticateMagicLinkResponse is the answer of POST /v1/b2b/magic_links/authenticate.
type AuthenticateMagicLinkResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	MemberID  string `json:"member_id"`
	MethodID  string `json:"method_id"`
	// deprecated; always false
	ResetSessions  bool   `json:"reset_sessions"`
	OrganizationID string `json:"organization_id"`
	Member         Member `json:"member"`
	SessionToken   Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Organization Organization `json:"organization"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// InviteEmailMagicLink is what POST /v1/b2b/magic_links/email/invite takes. Pending members become invited; active members are refused; revoke by deleting the member.
type InviteEmailMagicLink struct {
	OrganizationID    string  `json:"organization_id"`
	EmailAddress      string  `json:"email_address"`
	InviteRedirectURL *string `json:"invite_redirect_url,omitzero"`
	InvitedByMemberID *string `json:"invited_by_member_id,omitzero"`
	Name              *string `json:"name,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	UntrustedMetadata Object  `json:"untrusted_metadata,omitzero"`
	InviteTemplateID  *string `json:"invite_template_id,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// role ids
	Roles []string `json:"roles,omitzero"`
	// default 10080
	InviteExpirationMinutes *int `json:"invite_expiration_minutes,omitzero"`
}

// InviteEmailMagicLinkResponse is the answer of POST /v1/b2b/magic_links/email/invite.
type InviteEmailMagicLinkResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	MemberID     string       `json:"member_id"`
	Member       Member       `json:"member"`
	Organization Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// LoginOrSignupByEmailMagicLink is what POST /v1/b2b/magic_links/email/login_or_signup takes.
type LoginOrSignupByEmailMagicLink struct {
	OrganizationID    string  `json:"organization_id"`
	EmailAddress      string  `json:"email_address"`
	LoginRedirectURL  *string `json:"login_redirect_url,omitzero"`
	SignupRedirectURL *string `json:"signup_redirect_url,omitzero"`
	PKCECodeChallenge *string `json:"pkce_code_challenge,omitzero"`
	LoginTemplateID   *string `json:"login_template_id,omitzero"`
	SignupTemplateID  *string `json:"signup_template_id,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// default 60
	LoginExpirationMinutes *int `json:"login_expiration_minutes,omitzero"`
	// default 60
	SignupExpirationMinutes *int `json:"signup_expiration_minutes,omitzero"`
}

// LoginOrSignupByEmailMagicLinkResponse is the answer of POST /v1/b2b/magic_links/email/login_or_signup.
type LoginOrSignupByEmailMagicLinkResponse struct {
	// unique per call; see id_formats
	RequestID     string       `json:"request_id"`
	MemberID      string       `json:"member_id"`
	MemberCreated bool         `json:"member_created"`
	Member        Member       `json:"member"`
	Organization  Organization `json:"organization"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// SendDiscoveryEmailMagicLink is what POST /v1/b2b/magic_links/email/discovery/send takes.
type SendDiscoveryEmailMagicLink struct {
	EmailAddress         string  `json:"email_address"`
	DiscoveryRedirectURL *string `json:"discovery_redirect_url,omitzero"`
	PKCECodeChallenge    *string `json:"pkce_code_challenge,omitzero"`
	LoginTemplateID      *string `json:"login_template_id,omitzero"`
	// one of en, es, pt-br, fr
	Locale *string `json:"locale,omitzero"`
	// default 60
	DiscoveryExpirationMinutes *int `json:"discovery_expiration_minutes,omitzero"`
}

// SendDiscoveryEmailMagicLinkResponse is the answer of POST /v1/b2b/magic_links/email/discovery/send.
type SendDiscoveryEmailMagicLinkResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AuthenticateDiscoveryMagicLink is what POST /v1/b2b/magic_links/discovery/authenticate takes.
type AuthenticateDiscoveryMagicLink struct {
	DiscoveryMagicLinksToken Secret  `json:"discovery_magic_links_token"`
	PKCECodeVerifier         *Secret `json:"pkce_code_verifier,omitzero"`
}

// AuthenticateDiscoveryMagicLinkResponse is the answer of POST /v1/b2b/magic_links/discovery/authenticate.
type AuthenticateDiscoveryMagicLinkResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// lives 10 minutes
	IntermediateSessionToken Secret                   `json:"intermediate_session_token"`
	EmailAddress             string                   `json:"email_address"`
	DiscoveredOrganizations  []DiscoveredOrganization `json:"discovered_organizations"`
	// repeats the HTTP status
	StatusCode                        int        `json:"status_code"`
	IntermediateSessionTokenExpiresAt *time.Time `json:"intermediate_session_token_expires_at"`
}

// AuthenticateOAuth is what POST /v1/b2b/oauth/authenticate takes.
type AuthenticateOAuth struct {
	OAuthToken   Secret  `json:"oauth_token"`
	SessionToken *Secret `json:"session_token,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object  `json:"session_custom_claims,omitzero"`
	PKCECodeVerifier    *Secret `json:"pkce_code_verifier,omitzero"`
	// one of ca-ES, cs, de-DE, en, es, fa, fr, it, ja, nl, pl, pt-br, ru, tr, vi, zh-Hans
	Locale *string `json:"locale,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AuthenticateOAuthResponse is the answer of POST /v1/b2b/oauth/authenticate.
type AuthenticateOAuthResponse struct {
	// unique per call; see id_formats
	RequestID       string `json:"request_id"`
	MemberID        string `json:"member_id"`
	ProviderSubject string `json:"provider_subject"`
	ProviderType    string `json:"provider_type"`
	SessionToken    Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT     Secret       `json:"session_jwt"`
	Member         Member       `json:"member"`
	OrganizationID string       `json:"organization_id"`
	Organization   Organization `json:"organization"`
	// deprecated; always false
	ResetSessions bool `json:"reset_sessions"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// repeats the HTTP status
	StatusCode      int                  `json:"status_code"`
	MemberSession   *MemberSession       `json:"member_session"`
	ProviderValues  *OAuthProviderValues `json:"provider_values"`
	MFARequired     *MFARequired         `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired     `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// AuthenticateDiscoveryOAuth is what POST /v1/b2b/oauth/discovery/authenticate takes.
type AuthenticateDiscoveryOAuth struct {
	DiscoveryOAuthToken Secret  `json:"discovery_oauth_token"`
	SessionToken        *Secret `json:"session_token,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object  `json:"session_custom_claims,omitzero"`
	PKCECodeVerifier    *Secret `json:"pkce_code_verifier,omitzero"`
}

// AuthenticateDiscoveryOAuthResponse is the answer of POST /v1/b2b/oauth/discovery/authenticate.
type AuthenticateDiscoveryOAuthResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// lives 10 minutes
	IntermediateSessionToken Secret                   `json:"intermediate_session_token"`
	EmailAddress             string                   `json:"email_address"`
	DiscoveredOrganizations  []DiscoveredOrganization `json:"discovered_organizations"`
	ProviderType             string                   `json:"provider_type"`
	ProviderTenantID         string                   `json:"provider_tenant_id"`
	ProviderTenantIDs        []string                 `json:"provider_tenant_ids"`
	FullName                 string                   `json:"full_name"`
	// repeats the HTTP status
	StatusCode                        int        `json:"status_code"`
	IntermediateSessionTokenExpiresAt *time.Time `json:"intermediate_session_token_expires_at"`
}

// AuthenticateSSO is what POST /v1/b2b/sso/authenticate takes.
type AuthenticateSSO struct {
	SSOToken         Secret  `json:"sso_token"`
	PKCECodeVerifier *Secret `json:"pkce_code_verifier,omitzero"`
	SessionToken     *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// default 60
	SessionDurationMinutes *int `json:"session_duration_minutes,omitzero"`
	// null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored
	SessionCustomClaims Object `json:"session_custom_claims,omitzero"`
	// one of ca-ES, cs, de-DE, en, es, fa, fr, it, ja, nl, pl, pt-br, ru, tr, vi, zh-Hans
	Locale *string `json:"locale,omitzero"`
	// lives 10 minutes
	IntermediateSessionToken *Secret `json:"intermediate_session_token,omitzero"`
	// device fingerprint feature; accept and ignore
	TelemetryID *string `json:"telemetry_id,omitzero"`
}

// AuthenticateSSOResponse is the answer of POST /v1/b2b/sso/authenticate.
type AuthenticateSSOResponse struct {
	// unique per call; see id_formats
	RequestID      string `json:"request_id"`
	MemberID       string `json:"member_id"`
	OrganizationID string `json:"organization_id"`
	Member         Member `json:"member"`
	SessionToken   Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT Secret `json:"session_jwt"`
	// deprecated; always false
	ResetSession bool         `json:"reset_session"`
	Organization Organization `json:"organization"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode      int              `json:"status_code"`
	MemberSession   *MemberSession   `json:"member_session"`
	MFARequired     *MFARequired     `json:"mfa_required"`
	PrimaryRequired *PrimaryRequired `json:"primary_required"`
	// only with the fingerprint feature; null otherwise
	MemberDevice                      *DeviceInfo `json:"member_device"`
	IntermediateSessionTokenExpiresAt *time.Time  `json:"intermediate_session_token_expires_at"`
}

// GetSSOConnectionsResponse is the answer of GET /v1/b2b/sso/{organization_id}.
type GetSSOConnectionsResponse struct {
	// unique per call; see id_formats
	RequestID           string                  `json:"request_id"`
	SAMLConnections     []SAMLConnection        `json:"saml_connections"`
	OIDCConnections     []OIDCConnection        `json:"oidc_connections"`
	ExternalConnections []ExternalSSOConnection `json:"external_connections"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteSSOConnectionResponse is the answer of DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id}.
type DeleteSSOConnectionResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	ConnectionID string `json:"connection_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// CreateSAMLConnection is what POST /v1/b2b/sso/saml/{organization_id} takes.
type CreateSAMLConnection struct {
	DisplayName *string `json:"display_name,omitzero"`
	// one of classlink, cyberark, duo, generic, google-workspace, jumpcloud, keycloak, microsoft-entra, miniorange, okta, onelogin, pingfederate, rippling, salesforce, shibboleth
	IdentityProvider *string `json:"identity_provider,omitzero"`
}

// CreateSAMLConnectionResponse is the answer of POST /v1/b2b/sso/saml/{organization_id}.
type CreateSAMLConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *SAMLConnection `json:"connection"`
}

// UpdateSAMLConnection is what PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id} takes. Active once idp_sso_url, idp_entity_id, attribute_mapping and x509_certificate are there.
type UpdateSAMLConnection struct {
	IDPEntityID *string `json:"idp_entity_id,omitzero"`
	DisplayName *string `json:"display_name,omitzero"`
	// needs email and (full_name or first_name+last_name); groups key needed for group roles
	AttributeMapping Object `json:"attribute_mapping,omitzero"`
	// PEM; appended, at most 5 per connection
	X509Certificate                       *string                                `json:"x509_certificate,omitzero"`
	IDPSSOURL                             *string                                `json:"idp_sso_url,omitzero"`
	SAMLConnectionImplicitRoleAssignments []SAMLConnectionImplicitRoleAssignment `json:"saml_connection_implicit_role_assignments,omitzero"`
	SAMLGroupImplicitRoleAssignments      []SAMLGroupImplicitRoleAssignment      `json:"saml_group_implicit_role_assignments,omitzero"`
	AlternativeAudienceURI                *string                                `json:"alternative_audience_uri,omitzero"`
	// one of classlink, cyberark, duo, generic, google-workspace, jumpcloud, keycloak, microsoft-entra, miniorange, okta, onelogin, pingfederate, rippling, salesforce, shibboleth
	IdentityProvider *string `json:"identity_provider,omitzero"`
	// PKCS1 RSA PEM only; yields a new signing certificate
	SigningPrivateKey *Secret `json:"signing_private_key,omitzero"`
	NameidFormat      *string `json:"nameid_format,omitzero"`
	AlternativeACSURL *string `json:"alternative_acs_url,omitzero"`
	// default false
	IDPInitiatedAuthDisabled *bool `json:"idp_initiated_auth_disabled,omitzero"`
	// PKCS1 RSA PEM only
	SAMLEncryptionPrivateKey *Secret `json:"saml_encryption_private_key,omitzero"`
	AllowGatewayCallback     *bool   `json:"allow_gateway_callback,omitzero"`
}

// UpdateSAMLConnectionResponse is the answer of PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}.
type UpdateSAMLConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *SAMLConnection `json:"connection"`
}

// DeleteSAMLEncryptionPrivateKeyResponse is the answer of DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}.
type DeleteSAMLEncryptionPrivateKeyResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	PrivateKeyID string `json:"private_key_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// UpdateSAMLByURL is what PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url takes.
type UpdateSAMLByURL struct {
	MetadataURL string `json:"metadata_url"`
}

// UpdateSAMLByURLResponse is the answer of PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url.
type UpdateSAMLByURLResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *SAMLConnection `json:"connection"`
}

// DeleteSAMLVerificationCertificateResponse is the answer of DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}.
type DeleteSAMLVerificationCertificateResponse struct {
	// unique per call; see id_formats
	RequestID     string `json:"request_id"`
	CertificateID string `json:"certificate_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// CreateOIDCConnection is what POST /v1/b2b/sso/oidc/{organization_id} takes.
type CreateOIDCConnection struct {
	DisplayName *string `json:"display_name,omitzero"`
	// one of classlink, cyberark, duo, generic, google-workspace, jumpcloud, keycloak, microsoft-entra, miniorange, okta, onelogin, pingfederate, rippling, salesforce, shibboleth
	IdentityProvider *string `json:"identity_provider,omitzero"`
}

// CreateOIDCConnectionResponse is the answer of POST /v1/b2b/sso/oidc/{organization_id}.
type CreateOIDCConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *OIDCConnection `json:"connection"`
}

// UpdateOIDCConnection is what PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id} takes. Active once issuer, client_id, client_secret and the four urls are there; changing issuer fetches the discovery document; a failure only fills warning.
type UpdateOIDCConnection struct {
	DisplayName      *string `json:"display_name,omitzero"`
	ClientID         *string `json:"client_id,omitzero"`
	ClientSecret     *Secret `json:"client_secret,omitzero"`
	Issuer           *string `json:"issuer,omitzero"`
	AuthorizationURL *string `json:"authorization_url,omitzero"`
	TokenURL         *string `json:"token_url,omitzero"`
	UserinfoURL      *string `json:"userinfo_url,omitzero"`
	JWKSURL          *string `json:"jwks_url,omitzero"`
	// one of classlink, cyberark, duo, generic, google-workspace, jumpcloud, keycloak, microsoft-entra, miniorange, okta, onelogin, pingfederate, rippling, salesforce, shibboleth
	IdentityProvider *string `json:"identity_provider,omitzero"`
	// space separated; replaces openid email profile
	CustomScopes     *string `json:"custom_scopes,omitzero"`
	AttributeMapping Object  `json:"attribute_mapping,omitzero"`
}

// UpdateOIDCConnectionResponse is the answer of PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}.
type UpdateOIDCConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *OIDCConnection `json:"connection"`
	Warning    *string         `json:"warning"`
}

// CreateExternalSSOConnection is what POST /v1/b2b/sso/external/{organization_id} takes. Always active.
type CreateExternalSSOConnection struct {
	ExternalOrganizationID            string                                 `json:"external_organization_id"`
	ExternalConnectionID              string                                 `json:"external_connection_id"`
	DisplayName                       *string                                `json:"display_name,omitzero"`
	ConnectionImplicitRoleAssignments []SAMLConnectionImplicitRoleAssignment `json:"connection_implicit_role_assignments,omitzero"`
	GroupImplicitRoleAssignments      []SAMLGroupImplicitRoleAssignment      `json:"group_implicit_role_assignments,omitzero"`
}

// CreateExternalSSOConnectionResponse is the answer of POST /v1/b2b/sso/external/{organization_id}.
type CreateExternalSSOConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int                    `json:"status_code"`
	Connection *ExternalSSOConnection `json:"connection"`
}

// UpdateExternalSSOConnection is what PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id} takes.
type UpdateExternalSSOConnection struct {
	DisplayName                               *string                                    `json:"display_name,omitzero"`
	ExternalConnectionImplicitRoleAssignments []ExternalConnectionImplicitRoleAssignment `json:"external_connection_implicit_role_assignments,omitzero"`
	ExternalGroupImplicitRoleAssignments      []ExternalGroupImplicitRoleAssignment      `json:"external_group_implicit_role_assignments,omitzero"`
}

// UpdateExternalSSOConnectionResponse is the answer of PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id}.
type UpdateExternalSSOConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int                    `json:"status_code"`
	Connection *ExternalSSOConnection `json:"connection"`
}

// CreateSCIMConnection is what POST /v1/b2b/scim/{organization_id}/connection takes.
type CreateSCIMConnection struct {
	DisplayName *string `json:"display_name,omitzero"`
	// one of cyberark, generic, jumpcloud, microsoft-entra, okta, onelogin, pingfederate, rippling
	IdentityProvider *string `json:"identity_provider,omitzero"`
}

// CreateSCIMConnectionResponse is the answer of POST /v1/b2b/scim/{organization_id}/connection.
type CreateSCIMConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int                      `json:"status_code"`
	Connection *SCIMConnectionWithToken `json:"connection"`
}

// GetSCIMConnectionResponse is the answer of GET /v1/b2b/scim/{organization_id}/connection.
type GetSCIMConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *SCIMConnection `json:"connection"`
}

// UpdateSCIMConnection is what PUT /v1/b2b/scim/{organization_id}/connection/{connection_id} takes.
type UpdateSCIMConnection struct {
	DisplayName *string `json:"display_name,omitzero"`
	// one of cyberark, generic, jumpcloud, microsoft-entra, okta, onelogin, pingfederate, rippling
	IdentityProvider                 *string                           `json:"identity_provider,omitzero"`
	SCIMGroupImplicitRoleAssignments []SCIMGroupImplicitRoleAssignment `json:"scim_group_implicit_role_assignments,omitzero"`
}

// UpdateSCIMConnectionResponse is the answer of PUT /v1/b2b/scim/{organization_id}/connection/{connection_id}.
type UpdateSCIMConnectionResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *SCIMConnection `json:"connection"`
}

// DeleteSCIMConnectionResponse is the answer of DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id}.
type DeleteSCIMConnectionResponse struct {
	// unique per call; see id_formats
	RequestID    string `json:"request_id"`
	ConnectionID string `json:"connection_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetSCIMConnectionGroups is what GET /v1/b2b/scim/{organization_id}/connection/{connection_id} takes. Limit=0 is sent by the Go client and means default.
type GetSCIMConnectionGroups struct {
	// opaque; empty means first page
	Cursor *string `json:"-" query:"cursor"`
	// 0 means default; default 100
	Limit *int `json:"-" query:"limit"`
}

// GetSCIMConnectionGroupsResponse is the answer of GET /v1/b2b/scim/{organization_id}/connection/{connection_id}.
type GetSCIMConnectionGroupsResponse struct {
	SCIMGroups []SCIMGroup `json:"scim_groups"`
	// repeats the HTTP status
	StatusCode int     `json:"status_code"`
	NextCursor *string `json:"next_cursor"`
}

// RotateSCIMConnectionCancelResponse is the answer of POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel.
type RotateSCIMConnectionCancelResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *SCIMConnection `json:"connection"`
}

// RotateSCIMConnectionCompleteResponse is the answer of POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete.
type RotateSCIMConnectionCompleteResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int             `json:"status_code"`
	Connection *SCIMConnection `json:"connection"`
}

// RotateSCIMConnectionStartResponse is the answer of POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start.
type RotateSCIMConnectionStartResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int                          `json:"status_code"`
	Connection *SCIMConnectionWithNextToken `json:"connection"`
}

// GetRBACPolicyResponse is the answer of GET /v1/b2b/rbac/policy.
type GetRBACPolicyResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	// repeats the HTTP status
	StatusCode int     `json:"status_code"`
	Policy     *Policy `json:"policy"`
}

// GetOrganizationRBACOrgPolicyResponse is the answer of GET /v1/b2b/rbac/organizations/{organization_id}.
type GetOrganizationRBACOrgPolicyResponse struct {
	// unique per call; see id_formats
	RequestID string    `json:"request_id"`
	OrgPolicy OrgPolicy `json:"org_policy"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// SetOrganizationRBACOrgPolicy is what PUT /v1/b2b/rbac/organizations/{organization_id} takes. Replaces all organization roles; private beta upstream.
type SetOrganizationRBACOrgPolicy struct {
	OrgPolicy OrgPolicy `json:"org_policy"`
}

// SetOrganizationRBACOrgPolicyResponse is the answer of PUT /v1/b2b/rbac/organizations/{organization_id}.
type SetOrganizationRBACOrgPolicyResponse struct {
	// unique per call; see id_formats
	RequestID string    `json:"request_id"`
	OrgPolicy OrgPolicy `json:"org_policy"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// AuthenticateImpersonation is what POST /v1/b2b/impersonation/authenticate takes. 60 minute session that cannot be extended; never asks MFA.
type AuthenticateImpersonation struct {
	ImpersonationToken Secret `json:"impersonation_token"`
}

// AuthenticateImpersonationResponse is the answer of POST /v1/b2b/impersonation/authenticate.
type AuthenticateImpersonationResponse struct {
	// unique per call; see id_formats
	RequestID      string `json:"request_id"`
	MemberID       string `json:"member_id"`
	OrganizationID string `json:"organization_id"`
	Member         Member `json:"member"`
	SessionToken   Secret `json:"session_token"`
	// RS256, lives 5 minutes
	SessionJWT   Secret       `json:"session_jwt"`
	Organization Organization `json:"organization"`
	// lives 10 minutes
	IntermediateSessionToken Secret `json:"intermediate_session_token"`
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool `json:"member_authenticated"`
	// repeats the HTTP status
	StatusCode                        int            `json:"status_code"`
	MemberSession                     *MemberSession `json:"member_session"`
	MFARequired                       *MFARequired   `json:"mfa_required"`
	IntermediateSessionTokenExpiresAt *time.Time     `json:"intermediate_session_token_expires_at"`
}

// IntrospectIDPTokenNetwork is what POST /v1/public/{project_id}/oauth2/introspect takes. No Basic credentials; OAuth2Error on failure; custom claims are top-level members.
type IntrospectIDPTokenNetwork struct {
	Token        Secret  `json:"token"`
	ClientID     string  `json:"client_id"`
	ClientSecret *Secret `json:"client_secret,omitzero"`
	// one of access_token, refresh_token
	TokenTypeHint *string `json:"token_type_hint,omitzero"`
}

// IntrospectIDPTokenNetworkResponse is the answer of POST /v1/public/{project_id}/oauth2/introspect.
type IntrospectIDPTokenNetworkResponse struct {
	Active    bool   `json:"active"`
	TokenType string `json:"token_type"`
	Iss       string `json:"iss"`
	// member id
	Sub string   `json:"sub"`
	Aud []string `json:"aud"`
	// space separated
	Scope                      string            `json:"scope"`
	ClientID                   string            `json:"client_id"`
	Exp                        int               `json:"exp"`
	IAT                        int               `json:"iat"`
	HttpsStytchComOrganization OrganizationClaim `json:"https://stytch.com/organization"`
}

// AuthorizeIDPOAuth is what POST /v1/b2b/idp/oauth/authorize takes.
type AuthorizeIDPOAuth struct {
	ConsentGranted bool     `json:"consent_granted"`
	Scopes         []string `json:"scopes"`
	ClientID       string   `json:"client_id"`
	RedirectURI    string   `json:"redirect_uri"`
	// one of code
	ResponseType   string  `json:"response_type"`
	OrganizationID *string `json:"organization_id,omitzero"`
	MemberID       *string `json:"member_id,omitzero"`
	SessionToken   *Secret `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// one of consent
	Prompt        *string  `json:"prompt,omitzero"`
	State         *string  `json:"state,omitzero"`
	Nonce         *string  `json:"nonce,omitzero"`
	CodeChallenge *string  `json:"code_challenge,omitzero"`
	Resources     []string `json:"resources,omitzero"`
}

// AuthorizeIDPOAuthResponse is the answer of POST /v1/b2b/idp/oauth/authorize.
type AuthorizeIDPOAuthResponse struct {
	// unique per call; see id_formats
	RequestID   string `json:"request_id"`
	RedirectURI string `json:"redirect_uri"`
	// repeats the HTTP status
	StatusCode        int     `json:"status_code"`
	AuthorizationCode *Secret `json:"authorization_code"`
}

// AuthorizeIDPOAuthStart is what POST /v1/b2b/idp/oauth/authorize/start takes.
type AuthorizeIDPOAuthStart struct {
	ClientID    string `json:"client_id"`
	RedirectURI string `json:"redirect_uri"`
	// one of code
	ResponseType   string   `json:"response_type"`
	Scopes         []string `json:"scopes"`
	OrganizationID *string  `json:"organization_id,omitzero"`
	MemberID       *string  `json:"member_id,omitzero"`
	SessionToken   *Secret  `json:"session_token,omitzero"`
	// RS256, lives 5 minutes
	SessionJWT *Secret `json:"session_jwt,omitzero"`
	// one of consent
	Prompt *string `json:"prompt,omitzero"`
}

// AuthorizeIDPOAuthStartResponse is the answer of POST /v1/b2b/idp/oauth/authorize/start.
type AuthorizeIDPOAuthStartResponse struct {
	// unique per call; see id_formats
	RequestID       string             `json:"request_id"`
	MemberID        string             `json:"member_id"`
	Member          Member             `json:"member"`
	Organization    Organization       `json:"organization"`
	Client          ConnectedAppPublic `json:"client"`
	ConsentRequired bool               `json:"consent_required"`
	ScopeResults    []IDPScopeResult   `json:"scope_results"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetM2MToken is what POST /v1/public/{project_id}/oauth2/token takes. No Basic credentials; OAuth2Error on failure.
type GetM2MToken struct {
	// one of client_credentials
	GrantType    string `json:"grant_type"`
	ClientID     string `json:"client_id"`
	ClientSecret Secret `json:"client_secret"`
	// space separated; absent means all scopes of the client
	Scope *string `json:"scope,omitzero"`
}

// GetM2MTokenResponse is the answer of POST /v1/public/{project_id}/oauth2/token.
type GetM2MTokenResponse struct {
	// JWT
	AccessToken Secret `json:"access_token"`
	// seconds, 3600 in examples
	ExpiresIn int `json:"expires_in"`
	// one of bearer
	TokenType string `json:"token_type"`
}

// CreateM2MClient is what POST /v1/m2m/clients takes.
type CreateM2MClient struct {
	Scopes            []string `json:"scopes"`
	ClientID          *string  `json:"client_id,omitzero"`
	ClientSecret      *Secret  `json:"client_secret,omitzero"`
	ClientName        *string  `json:"client_name,omitzero"`
	ClientDescription *string  `json:"client_description,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata,omitzero"`
}

// CreateM2MClientResponse is the answer of POST /v1/m2m/clients.
type CreateM2MClientResponse struct {
	// unique per call; see id_formats
	RequestID string                    `json:"request_id"`
	M2MClient M2MClientWithClientSecret `json:"m2m_client"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetM2MClientResponse is the answer of GET /v1/m2m/clients/{client_id}.
type GetM2MClientResponse struct {
	// unique per call; see id_formats
	RequestID string    `json:"request_id"`
	M2MClient M2MClient `json:"m2m_client"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// SearchM2MClients is what POST /v1/m2m/clients/search takes.
type SearchM2MClients struct {
	// opaque; empty means first page
	Cursor *string `json:"cursor,omitzero"`
	// 0 means default; default 100
	Limit *int            `json:"limit,omitzero"`
	Query *M2MSearchQuery `json:"query,omitzero"`
}

// SearchM2MClientsResponse is the answer of POST /v1/m2m/clients/search.
type SearchM2MClientsResponse struct {
	// unique per call; see id_formats
	RequestID       string          `json:"request_id"`
	M2MClients      []M2MClient     `json:"m2m_clients"`
	ResultsMetadata ResultsMetadata `json:"results_metadata"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// UpdateM2MClient is what PUT /v1/m2m/clients/{client_id} takes.
type UpdateM2MClient struct {
	ClientName        *string `json:"client_name,omitzero"`
	ClientDescription *string `json:"client_description,omitzero"`
	// one of active, inactive
	Status *string  `json:"status,omitzero"`
	Scopes []string `json:"scopes,omitzero"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata,omitzero"`
}

// UpdateM2MClientResponse is the answer of PUT /v1/m2m/clients/{client_id}.
type UpdateM2MClientResponse struct {
	// unique per call; see id_formats
	RequestID string    `json:"request_id"`
	M2MClient M2MClient `json:"m2m_client"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteM2MClientResponse is the answer of DELETE /v1/m2m/clients/{client_id}.
type DeleteM2MClientResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	ClientID  string `json:"client_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RotateM2MClientSecretResponse is the answer of POST /v1/m2m/clients/{client_id}/secrets/rotate.
type RotateM2MClientSecretResponse struct {
	// unique per call; see id_formats
	RequestID string    `json:"request_id"`
	M2MClient M2MClient `json:"m2m_client"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RotateM2MClientSecretCancelResponse is the answer of POST /v1/m2m/clients/{client_id}/secrets/rotate/cancel.
type RotateM2MClientSecretCancelResponse struct {
	// unique per call; see id_formats
	RequestID string    `json:"request_id"`
	M2MClient M2MClient `json:"m2m_client"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RotateM2MClientSecretStartResponse is the answer of POST /v1/m2m/clients/{client_id}/secrets/rotate/start.
type RotateM2MClientSecretStartResponse struct {
	// unique per call; see id_formats
	RequestID string                        `json:"request_id"`
	M2MClient M2MClientWithNextClientSecret `json:"m2m_client"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// CreateConnectedAppClient is what POST /v1/connected_apps/clients takes.
type CreateConnectedAppClient struct {
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType        string   `json:"client_type"`
	ClientName        *string  `json:"client_name,omitzero"`
	ClientDescription *string  `json:"client_description,omitzero"`
	RedirectURLs      []string `json:"redirect_urls,omitzero"`
	FullAccessAllowed *bool    `json:"full_access_allowed,omitzero"`
	// default 60
	AccessTokenExpiryMinutes      *int     `json:"access_token_expiry_minutes,omitzero"`
	AccessTokenCustomAudience     *string  `json:"access_token_custom_audience,omitzero"`
	AccessTokenTemplateContent    *string  `json:"access_token_template_content,omitzero"`
	PostLogoutRedirectURLs        []string `json:"post_logout_redirect_urls,omitzero"`
	LogoURL                       *string  `json:"logo_url,omitzero"`
	BypassConsentForOfflineAccess *bool    `json:"bypass_consent_for_offline_access,omitzero"`
	IDTokenTemplateContent        *string  `json:"id_token_template_content,omitzero"`
}

// CreateConnectedAppClientResponse is the answer of POST /v1/connected_apps/clients.
type CreateConnectedAppClientResponse struct {
	// unique per call; see id_formats
	RequestID    string                       `json:"request_id"`
	ConnectedApp ConnectedAppWithClientSecret `json:"connected_app"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetConnectedAppClientResponse is the answer of GET /v1/connected_apps/clients/{client_id}.
type GetConnectedAppClientResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	ConnectedApp ConnectedApp `json:"connected_app"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// SearchConnectedAppClients is what POST /v1/connected_apps/clients/search takes.
type SearchConnectedAppClients struct {
	// opaque; empty means first page
	Cursor *string `json:"cursor,omitzero"`
	// 0 means default; default 100
	Limit *int `json:"limit,omitzero"`
}

// SearchConnectedAppClientsResponse is the answer of POST /v1/connected_apps/clients/search.
type SearchConnectedAppClientsResponse struct {
	// unique per call; see id_formats
	RequestID       string          `json:"request_id"`
	ConnectedApps   []ConnectedApp  `json:"connected_apps"`
	ResultsMetadata ResultsMetadata `json:"results_metadata"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// UpdateConnectedAppClient is what PUT /v1/connected_apps/clients/{client_id} takes.
type UpdateConnectedAppClient struct {
	ClientName                    *string  `json:"client_name,omitzero"`
	ClientDescription             *string  `json:"client_description,omitzero"`
	RedirectURLs                  []string `json:"redirect_urls,omitzero"`
	FullAccessAllowed             *bool    `json:"full_access_allowed,omitzero"`
	AccessTokenExpiryMinutes      *int     `json:"access_token_expiry_minutes,omitzero"`
	AccessTokenCustomAudience     *string  `json:"access_token_custom_audience,omitzero"`
	AccessTokenTemplateContent    *string  `json:"access_token_template_content,omitzero"`
	PostLogoutRedirectURLs        []string `json:"post_logout_redirect_urls,omitzero"`
	LogoURL                       *string  `json:"logo_url,omitzero"`
	BypassConsentForOfflineAccess *bool    `json:"bypass_consent_for_offline_access,omitzero"`
	IDTokenTemplateContent        *string  `json:"id_token_template_content,omitzero"`
}

// UpdateConnectedAppClientResponse is the answer of PUT /v1/connected_apps/clients/{client_id}.
type UpdateConnectedAppClientResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	ConnectedApp ConnectedApp `json:"connected_app"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// DeleteConnectedAppClientResponse is the answer of DELETE /v1/connected_apps/clients/{client_id}.
type DeleteConnectedAppClientResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	ClientID  string `json:"client_id"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RotateConnectedAppClientSecretResponse is the answer of POST /v1/connected_apps/clients/{client_id}/secrets/rotate.
type RotateConnectedAppClientSecretResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	ConnectedApp ConnectedApp `json:"connected_app"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RotateConnectedAppClientSecretCancelResponse is the answer of POST /v1/connected_apps/clients/{client_id}/secrets/rotate/cancel.
type RotateConnectedAppClientSecretCancelResponse struct {
	// unique per call; see id_formats
	RequestID    string       `json:"request_id"`
	ConnectedApp ConnectedApp `json:"connected_app"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// RotateConnectedAppClientSecretStartResponse is the answer of POST /v1/connected_apps/clients/{client_id}/secrets/rotate/start.
type RotateConnectedAppClientSecretStartResponse struct {
	// unique per call; see id_formats
	RequestID    string                           `json:"request_id"`
	ConnectedApp ConnectedAppWithNextClientSecret `json:"connected_app"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetDebugWhoamiResponse is the answer of GET /v1/debug/whoami.
type GetDebugWhoamiResponse struct {
	// unique per call; see id_formats
	RequestID string `json:"request_id"`
	ProjectID string `json:"project_id"`
	Name      string `json:"name"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}

// GetProjectMetricsResponse is the answer of GET /v1/projects/metrics.
type GetProjectMetricsResponse struct {
	// unique per call; see id_formats
	RequestID string          `json:"request_id"`
	ProjectID string          `json:"project_id"`
	Metrics   []ProjectMetric `json:"metrics"`
	// repeats the HTTP status
	StatusCode int `json:"status_code"`
}
