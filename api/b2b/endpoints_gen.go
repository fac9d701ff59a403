// Code generated from contract.json by gen; DO NOT EDIT.

package b2b

// The endpoints, named by resource and operation.
var (
	// OrganizationsCreate is POST /v1/b2b/organizations.
	OrganizationsCreate = Endpoint{
		Resource: "organizations", Operation: "create", Method: "POST", Path: "/v1/b2b/organizations", Scope: "b2b",
		Request: []Field{
			{Name: "organization_name", Type: "string", Required: true, Limits: Limits{MinLength: 1, MaxLength: 128}},
			{Name: "organization_slug", Type: "string", Limits: Limits{MinLength: 2, MaxLength: 128, Pattern: "^[A-Za-z0-9._~-]+$", UniqueIn: "project", NeedsOneAlphanumeric: true}},
			{Name: "organization_logo_url", Type: "string"},
			{Name: "trusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "organization_external_id", Type: "string", Limits: Limits{MaxLength: 128, Pattern: "^[A-Za-z0-9._|-]+$", UniqueIn: "project"}},
			{Name: "sso_jit_provisioning", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "email_allowed_domains", Type: "array<string>", Note: "bare domains; common and disposable domains refused"},
			{Name: "email_jit_provisioning", Type: "string", Default: "NOT_ALLOWED", Enum: []string{"RESTRICTED", "NOT_ALLOWED"}},
			{Name: "email_invites", Type: "string", Note: "default ALL_ALLOWED when no auth setting is sent on create, else NOT_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "auth_methods", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED"}},
			{Name: "allowed_auth_methods", Type: "array<string>", Note: "enum applies to items; used when auth_methods is RESTRICTED", Enum: []string{"sso", "magic_link", "email_otp", "password", "google_oauth", "microsoft_oauth", "slack_oauth", "github_oauth", "hubspot_oauth"}},
			{Name: "mfa_policy", Type: "string", Default: "OPTIONAL", Enum: []string{"REQUIRED_FOR_ALL", "OPTIONAL"}},
			{Name: "rbac_email_implicit_role_assignments", Type: "array<EmailImplicitRoleAssignment>"},
			{Name: "mfa_methods", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED"}},
			{Name: "allowed_mfa_methods", Type: "array<string>", Note: "enum applies to items; used when mfa_methods is RESTRICTED", Enum: []string{"sms_otp", "totp"}},
			{Name: "oauth_tenant_jit_provisioning", Type: "string", Default: "NOT_ALLOWED", Enum: []string{"RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_oauth_tenants", Type: "map<string,array<string>>", Note: "keys slack, hubspot, github; values are tenant ids"},
			{Name: "claimed_email_domains", Type: "array<string>", Note: "members of a claimed domain may only exist in claiming organizations"},
			{Name: "first_party_connected_apps_allowed_type", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_first_party_connected_apps", Type: "array<string>", Note: "connected app ids; used when the matching type field is RESTRICTED"},
			{Name: "third_party_connected_apps_allowed_type", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_third_party_connected_apps", Type: "array<string>", Note: "connected app ids; used when the matching type field is RESTRICTED"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_name_missing", "invalid_organization_name", "invalid_organization_slug", "organization_slug_already_used", "invalid_organization_external_id", "organization_external_id_already_used", "organization_logo_url_too_long", "invalid_organization_auth_factor_setting", "invalid_organization_auth_method_settings", "invalid_organization_allowed_auth_methods", "allowed_auth_methods_required_for_restricted", "invalid_organization_mfa_policy", "invalid_organization_mfa_factor_setting", "invalid_organization_allowed_mfa_methods", "allowed_mfa_methods_required_for_restricted", "invalid_restricted_email_setting", "invalid_restricted_sso_setting", "invalid_restricted_oauth_tenants_setting", "invalid_oauth_allowed_tenants_format", "organization_settings_invalid_domain", "organization_settings_domain_too_common", "organization_settings_disposable_domain", "organization_settings_duplicate_domain", "organization_settings_claimed_domain_too_common", "rbac_invalid_domain", "rbac_domain_too_common", "invalid_rbac_role_assignment", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large"},
	}
	// OrganizationsGet is GET /v1/b2b/organizations/{organization_id}.
	OrganizationsGet = Endpoint{
		Resource: "organizations", Operation: "get", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "invalid_organization_id"},
	}
	// OrganizationsSearch is POST /v1/b2b/organizations/search.
	OrganizationsSearch = Endpoint{
		Resource: "organizations", Operation: "search", Method: "POST", Path: "/v1/b2b/organizations/search", Scope: "b2b",
		Request: []Field{
			{Name: "cursor", Type: "string", Note: "opaque; empty means first page"},
			{Name: "limit", Type: "integer", Note: "0 means default", Default: "100", Limits: Limits{HasRange: true, Min: 0, Max: 1000}},
			{Name: "query", Type: "SearchQuery"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "organizations", Type: "array<Organization>"},
			{Name: "results_metadata", Type: "ResultsMetadata"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_search_filter_name_not_recognized", "organization_search_filter_name_must_be_string", "organization_search_missing_filter_name", "organization_search_missing_filter_value", "organization_search_expected_array_of_strings", "organization_search_expected_string", "organization_search_expected_boolean", "organization_search_organization_name_fuzzy_too_short", "organization_search_organization_slug_fuzzy_too_short", "organization_search_member_email_fuzzy_too_short", "organization_search_allowed_domain_fuzzy_too_short", "bad_request", "search_timeout"},
	}
	// OrganizationsUpdate is PUT /v1/b2b/organizations/{organization_id}.
	OrganizationsUpdate = Endpoint{
		Resource: "organizations", Operation: "update", Method: "PUT", Path: "/v1/b2b/organizations/{organization_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.organization", Action: "per-field", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Request: []Field{
			{Name: "organization_name", Type: "string", RBACAction: "stytch.organization:update.info.name", Limits: Limits{MinLength: 1, MaxLength: 128}},
			{Name: "organization_slug", Type: "string", RBACAction: "stytch.organization:update.info.slug", Limits: Limits{MinLength: 2, MaxLength: 128, Pattern: "^[A-Za-z0-9._~-]+$", UniqueIn: "project", NeedsOneAlphanumeric: true}},
			{Name: "organization_logo_url", Type: "string", RBACAction: "stytch.organization:update.info.logo-url"},
			{Name: "trusted_metadata", Type: "object", ForbiddenWithSession: true, Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "organization_external_id", Type: "string", Limits: Limits{MaxLength: 128, Pattern: "^[A-Za-z0-9._|-]+$", UniqueIn: "project"}},
			{Name: "sso_default_connection_id", Type: "string", RBACAction: "stytch.organization:update.settings.default-sso-connection"},
			{Name: "sso_jit_provisioning", Type: "string", RBACAction: "stytch.organization:update.settings.sso-jit-provisioning", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "sso_jit_provisioning_allowed_connections", Type: "array<string>", Note: "connection ids; used when sso_jit_provisioning is RESTRICTED", RBACAction: "stytch.organization:update.settings.sso-jit-provisioning"},
			{Name: "email_allowed_domains", Type: "array<string>", Note: "bare domains; common and disposable domains refused", RBACAction: "stytch.organization:update.settings.allowed-domains"},
			{Name: "email_jit_provisioning", Type: "string", RBACAction: "stytch.organization:update.settings.email-jit-provisioning", Enum: []string{"RESTRICTED", "NOT_ALLOWED"}},
			{Name: "email_invites", Type: "string", Note: "default ALL_ALLOWED when no auth setting is sent on create, else NOT_ALLOWED", RBACAction: "stytch.organization:update.settings.email-invites", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "auth_methods", Type: "string", RBACAction: "stytch.organization:update.settings.allowed-auth-methods", Enum: []string{"ALL_ALLOWED", "RESTRICTED"}},
			{Name: "allowed_auth_methods", Type: "array<string>", Note: "enum applies to items; used when auth_methods is RESTRICTED", RBACAction: "stytch.organization:update.settings.allowed-auth-methods", Enum: []string{"sso", "magic_link", "email_otp", "password", "google_oauth", "microsoft_oauth", "slack_oauth", "github_oauth", "hubspot_oauth"}},
			{Name: "mfa_policy", Type: "string", RBACAction: "stytch.organization:update.settings.mfa-policy", Enum: []string{"REQUIRED_FOR_ALL", "OPTIONAL"}},
			{Name: "rbac_email_implicit_role_assignments", Type: "array<EmailImplicitRoleAssignment>", RBACAction: "stytch.organization:update.settings.implicit-roles"},
			{Name: "mfa_methods", Type: "string", RBACAction: "stytch.organization:update.settings.allowed-mfa-methods", Enum: []string{"ALL_ALLOWED", "RESTRICTED"}},
			{Name: "allowed_mfa_methods", Type: "array<string>", Note: "enum applies to items; used when mfa_methods is RESTRICTED", RBACAction: "stytch.organization:update.settings.allowed-mfa-methods", Enum: []string{"sms_otp", "totp"}},
			{Name: "oauth_tenant_jit_provisioning", Type: "string", RBACAction: "stytch.organization:update.settings.oauth-tenant-jit-provisioning", Enum: []string{"RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_oauth_tenants", Type: "map<string,array<string>>", Note: "keys slack, hubspot, github; values are tenant ids", RBACAction: "stytch.organization:update.settings.allowed-oauth-tenants"},
			{Name: "claimed_email_domains", Type: "array<string>", Note: "members of a claimed domain may only exist in claiming organizations"},
			{Name: "first_party_connected_apps_allowed_type", Type: "string", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_first_party_connected_apps", Type: "array<string>", Note: "connected app ids; used when the matching type field is RESTRICTED"},
			{Name: "third_party_connected_apps_allowed_type", Type: "string", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_third_party_connected_apps", Type: "array<string>", Note: "connected app ids; used when the matching type field is RESTRICTED"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "cannot_update_trusted_metadata", "invalid_sso_default_connection_id", "invalid_connection_for_jit_provisioning", "invalid_organization_name", "invalid_organization_slug", "organization_slug_already_used", "invalid_organization_external_id", "organization_external_id_already_used", "organization_logo_url_too_long", "invalid_organization_auth_factor_setting", "invalid_organization_auth_method_settings", "invalid_organization_allowed_auth_methods", "allowed_auth_methods_required_for_restricted", "invalid_organization_mfa_policy", "invalid_organization_mfa_factor_setting", "invalid_organization_allowed_mfa_methods", "allowed_mfa_methods_required_for_restricted", "invalid_restricted_email_setting", "invalid_restricted_sso_setting", "invalid_restricted_oauth_tenants_setting", "invalid_oauth_allowed_tenants_format", "organization_settings_invalid_domain", "organization_settings_domain_too_common", "organization_settings_disposable_domain", "organization_settings_duplicate_domain", "organization_settings_claimed_domain_too_common", "rbac_invalid_domain", "rbac_domain_too_common", "invalid_rbac_role_assignment", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large"},
	}
	// OrganizationsDelete is DELETE /v1/b2b/organizations/{organization_id}.
	OrganizationsDelete = Endpoint{
		Resource: "organizations", Operation: "delete", Method: "DELETE", Path: "/v1/b2b/organizations/{organization_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.organization", Action: "delete", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "organization_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OrganizationsConnectedApps is GET /v1/b2b/organizations/{organization_id}/connected_apps.
	OrganizationsConnectedApps = Endpoint{
		Resource: "organizations", Operation: "connected_apps", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/connected_apps", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "", Action: "", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_apps", Type: "array<OrganizationConnectedApp>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OrganizationsGetConnectedApp is GET /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}.
	OrganizationsGetConnectedApp = Endpoint{
		Resource: "organizations", Operation: "get_connected_app", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "", Action: "", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connected_app_id", Type: "string"},
		},
		Response: []Field{
			{Name: "connected_app_id", Type: "string"},
			{Name: "name", Type: "string"},
			{Name: "description", Type: "string"},
			{Name: "client_type", Type: "string", Enum: []string{"first_party", "first_party_public", "third_party", "third_party_public"}},
			{Name: "active_members", Type: "array<OrganizationConnectedAppActiveMember>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "logo_url", Type: "string", Nullable: true},
		},
		Errors: []string{"organization_not_found", "connected_app_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OrganizationsDeleteExternalID is DELETE /v1/b2b/organizations/{organization_id}/external_id.
	OrganizationsDeleteExternalID = Endpoint{
		Resource: "organizations", Operation: "delete_external_id", Method: "DELETE", Path: "/v1/b2b/organizations/{organization_id}/external_id", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "", Action: "", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OrganizationsMetrics is GET /v1/b2b/organizations/{organization_id}/metrics.
	OrganizationsMetrics = Endpoint{
		Resource: "organizations", Operation: "metrics", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/metrics", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_count", Type: "integer"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found"},
	}
	// OrganizationsMembersCreate is POST /v1/b2b/organizations/{organization_id}/members.
	OrganizationsMembersCreate = Endpoint{
		Resource: "organizations.members", Operation: "create", Method: "POST", Path: "/v1/b2b/organizations/{organization_id}/members", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "create", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "name", Type: "string"},
			{Name: "trusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "untrusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "create_member_as_pending", Type: "boolean", Note: "true stores status pending, else active", Default: "false"},
			{Name: "is_breakglass", Type: "boolean", Note: "exempt from the auth_methods and mfa_methods restrictions"},
			{Name: "mfa_phone_number", Type: "string", Format: "E.164", Limits: Limits{Pattern: "^\\+[1-9][0-9]{1,14}$"}},
			{Name: "mfa_enrolled", Type: "boolean", Note: "true forces MFA at each login"},
			{Name: "roles", Type: "array<string>", Note: "role ids"},
			{Name: "external_id", Type: "string", Limits: Limits{MaxLength: 128, Pattern: "^[A-Za-z0-9._|-]+$", UniqueIn: "organization"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "duplicate_member_email", "duplicate_member_external_id", "invalid_email", "inactive_email", "action_not_allowed_email_domain_is_claimed", "retired_member_email", "invalid_phone_number", "invalid_phone_number_country_code", "duplicate_member_phone_number", "invalid_role", "too_many_roles", "cannot_assign_default_rbac_role_id", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large"},
	}
	// OrganizationsMembersGet is GET /v1/b2b/organizations/{organization_id}/member.
	OrganizationsMembersGet = Endpoint{
		Resource: "organizations.members", Operation: "get", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/member", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"member_id", "email_address"}},
		},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Query: []Field{
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
			{Name: "email_address", Type: "string", Format: "email"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "invalid_member_get_fields", "invalid_email"},
	}
	// OrganizationsMembersSearch is POST /v1/b2b/organizations/members/search.
	OrganizationsMembersSearch = Endpoint{
		Resource: "organizations.members", Operation: "search", Method: "POST", Path: "/v1/b2b/organizations/members/search", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "search", SelfResource: ""},
		Request: []Field{
			{Name: "organization_ids", Type: "array<string>", Required: true},
			{Name: "cursor", Type: "string", Note: "opaque; empty means first page"},
			{Name: "limit", Type: "integer", Note: "0 means default", Default: "100", Limits: Limits{HasRange: true, Min: 0, Max: 1000}},
			{Name: "query", Type: "SearchQuery"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "members", Type: "array<Member>"},
			{Name: "results_metadata", Type: "ResultsMetadata"},
			{Name: "organizations", Type: "map<string,Organization>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "member_search_organization_ids_empty", "member_search_filter_name_not_recognized", "member_search_filter_name_must_be_string", "member_search_missing_filter_name", "member_search_missing_filter_value", "member_search_expected_array_of_strings", "member_search_expected_string", "member_search_expected_boolean", "member_search_member_email_fuzzy_too_short", "member_search_member_mfa_phone_number_fuzzy_too_short", "member_search_cannot_mix_internal_and_external_member_ids", "search_invalid_status_filter", "bad_request", "search_timeout"},
	}
	// OrganizationsMembersUpdate is PUT /v1/b2b/organizations/{organization_id}/members/{member_id}.
	OrganizationsMembersUpdate = Endpoint{
		Resource: "organizations.members", Operation: "update", Method: "PUT", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "per-field", SelfResource: "stytch.self"},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Request: []Field{
			{Name: "name", Type: "string", RBACSelfAction: "stytch.self:update.info.name", RBACAction: "stytch.member:update.info.name"},
			{Name: "trusted_metadata", Type: "object", ForbiddenWithSession: true, Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "untrusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", RBACSelfAction: "stytch.self:update.info.untrusted-metadata", RBACAction: "stytch.member:update.info.untrusted-metadata", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "is_breakglass", Type: "boolean", Note: "exempt from the auth_methods and mfa_methods restrictions", RBACAction: "stytch.member:update.settings.is-breakglass"},
			{Name: "mfa_phone_number", Type: "string", Format: "E.164", Note: "error if the member already has a number; delete it first", RBACSelfAction: "stytch.self:update.info.mfa-phone", RBACAction: "stytch.member:update.info.mfa-phone", Limits: Limits{Pattern: "^\\+[1-9][0-9]{1,14}$"}},
			{Name: "mfa_enrolled", Type: "boolean", Note: "true forces MFA at each login", RBACSelfAction: "stytch.self:update.settings.mfa-enrolled", RBACAction: "stytch.member:update.settings.mfa-enrolled"},
			{Name: "roles", Type: "array<string>", Note: "replaces all directly assigned roles; [] clears them", RBACAction: "stytch.member:update.settings.roles"},
			{Name: "preserve_existing_sessions", Type: "boolean", Note: "keep SSO sessions that an explicit role removal would revoke", Default: "false"},
			{Name: "default_mfa_method", Type: "string", RBACSelfAction: "stytch.self:update.settings.default-mfa-method", RBACAction: "stytch.member:update.settings.default-mfa-method", Enum: []string{"sms_otp", "totp"}},
			{Name: "email_address", Type: "string", Format: "email", Note: "clears the password, resets email verification, retires the old address", RBACAction: "stytch.member:update.info.email"},
			{Name: "external_id", Type: "string", Limits: Limits{MaxLength: 128, Pattern: "^[A-Za-z0-9._|-]+$", UniqueIn: "organization"}},
			{Name: "unlink_email", Type: "boolean", Note: "with email_address: old address is dropped instead of retired", Default: "false"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "cannot_update_trusted_metadata", "member_cannot_update_their_email_address", "duplicate_member_email", "duplicate_member_external_id", "duplicate_member_phone_number_for_member", "invalid_mfa_default_method", "default_mfa_member_missing_factor", "cannot_preserve_existing_sessions", "desired_email_deactivated_by_different_member", "desired_email_updating_for_different_member", "invalid_email", "inactive_email", "action_not_allowed_email_domain_is_claimed", "retired_member_email", "invalid_phone_number", "invalid_phone_number_country_code", "duplicate_member_phone_number", "invalid_role", "too_many_roles", "cannot_assign_default_rbac_role_id", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large"},
	}
	// OrganizationsMembersDelete is DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}.
	OrganizationsMembersDelete = Endpoint{
		Resource: "organizations.members", Operation: "delete", Method: "DELETE", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "delete", SelfResource: "stytch.self"},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OrganizationsMembersDangerouslyGet is GET /v1/b2b/organizations/members/dangerously_get/{member_id}.
	OrganizationsMembersDangerouslyGet = Endpoint{
		Resource: "organizations.members", Operation: "dangerously_get", Method: "GET", Path: "/v1/b2b/organizations/members/dangerously_get/{member_id}", Scope: "b2b",
		PathParams: []Field{
			{Name: "member_id", Type: "string", Accepts: []string{"member_id"}},
		},
		Query: []Field{
			{Name: "include_deleted", Type: "boolean", Default: "false"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"member_not_found", "invalid_id"},
	}
	// OrganizationsMembersDeleteMFAPhoneNumber is DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}.
	OrganizationsMembersDeleteMFAPhoneNumber = Endpoint{
		Resource: "organizations.members", Operation: "delete_mfa_phone_number", Method: "DELETE", Path: "/v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "update.info.delete.mfa-phone", SelfResource: "stytch.self"},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "member_phone_number_not_found"},
	}
	// OrganizationsMembersDeletePassword is DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}.
	OrganizationsMembersDeletePassword = Endpoint{
		Resource: "organizations.members", Operation: "delete_password", Method: "DELETE", Path: "/v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "update.info.delete.password", SelfResource: "stytch.self"},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_password_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "member_password_not_found", "invalid_password_id", "cross_org_passwords_enabled"},
	}
	// OrganizationsMembersGetConnectedApps is GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps.
	OrganizationsMembersGetConnectedApps = Endpoint{
		Resource: "organizations.members", Operation: "get_connected_apps", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "", Action: "", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_apps", Type: "array<MemberConnectedApp>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OrganizationsMembersDeleteExternalID is DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id.
	OrganizationsMembersDeleteExternalID = Endpoint{
		Resource: "organizations.members", Operation: "delete_external_id", Method: "DELETE", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/external_id", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "", Action: "", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OrganizationsMembersOIDCProviders is GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers.
	OrganizationsMembersOIDCProviders = Endpoint{
		Resource: "organizations.members", Operation: "oidc_providers", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Query: []Field{
			{Name: "include_refresh_token", Type: "boolean"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "registrations", Type: "array<OIDCProviderInfo>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "member_oidc_token_not_found"},
	}
	// OrganizationsMembersReactivate is PUT /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate.
	OrganizationsMembersReactivate = Endpoint{
		Resource: "organizations.members", Operation: "reactivate", Method: "PUT", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "create", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_deleted_member_found_for_reactivation", "email_unverified_for_reactivation", "reactivation_email_belongs_to_another_member"},
	}
	// OrganizationsMembersStartEmailUpdate is POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update.
	OrganizationsMembersStartEmailUpdate = Endpoint{
		Resource: "organizations.members", Operation: "start_email_update", Method: "POST", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "update.info.email", SelfResource: "stytch.self"},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "login_redirect_url", Type: "string"},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "login_template_id", Type: "string"},
			{Name: "delivery_method", Type: "string", Default: "EMAIL_MAGIC_LINK", Enum: []string{"EMAIL_MAGIC_LINK", "EMAIL_OTP"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "invalid_email", "inactive_email", "action_not_allowed_email_domain_is_claimed", "retired_member_email", "invalid_template_id", "email_template_not_found", "invalid_locale", "duplicate_member_email", "desired_email_deactivated_by_different_member", "desired_email_updating_for_different_member", "email_updates_available_only_for_active_members", "member_has_no_active_verified_email", "no_login_redirect_urls_set", "invalid_login_redirect_url"},
	}
	// OrganizationsMembersDeleteTOTP is DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp.
	OrganizationsMembersDeleteTOTP = Endpoint{
		Resource: "organizations.members", Operation: "delete_totp", Method: "DELETE", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/totp", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "update.info.delete.mfa-totp", SelfResource: "stytch.self"},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "totp_not_found"},
	}
	// OrganizationsMembersUnlinkRetiredEmail is POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email.
	OrganizationsMembersUnlinkRetiredEmail = Endpoint{
		Resource: "organizations.members", Operation: "unlink_retired_email", Method: "POST", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "update.info.unlink.retired-email", SelfResource: "stytch.self"},
		Exclusive: []Exclusive{
			{Rule: "at_least_one", Fields: []string{"email_id", "email_address"}},
		},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Request: []Field{
			{Name: "email_id", Type: "string"},
			{Name: "email_address", Type: "string", Format: "email"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "organization_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "retired_email_missing_email_identifiers", "email_not_found", "invalid_email_id", "invalid_email"},
	}
	// OrganizationsMembersOAuthProvidersGitHub is GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github.
	OrganizationsMembersOAuthProvidersGitHub = Endpoint{
		Resource: "organizations.members.oauth_providers", Operation: "github", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Query: []Field{
			{Name: "include_refresh_token", Type: "boolean"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "provider_type", Type: "string"},
			{Name: "registrations", Type: "array<GithubProviderInfo>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "member_oauth_token_not_found"},
	}
	// OrganizationsMembersOAuthProvidersGoogle is GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google.
	OrganizationsMembersOAuthProvidersGoogle = Endpoint{
		Resource: "organizations.members.oauth_providers", Operation: "google", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Query: []Field{
			{Name: "include_refresh_token", Type: "boolean"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "provider_type", Type: "string"},
			{Name: "provider_subject", Type: "string"},
			{Name: "id_token", Type: "string", Secret: true},
			{Name: "scopes", Type: "array<string>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "access_token", Type: "string", Nullable: true, Secret: true},
			{Name: "access_token_expires_in", Type: "integer", Nullable: true},
			{Name: "refresh_token", Type: "string", Nullable: true, Secret: true},
		},
		Errors: []string{"organization_not_found", "member_not_found", "member_oauth_token_not_found"},
	}
	// OrganizationsMembersOAuthProvidersHubSpot is GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot.
	OrganizationsMembersOAuthProvidersHubSpot = Endpoint{
		Resource: "organizations.members.oauth_providers", Operation: "hubspot", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Query: []Field{
			{Name: "include_refresh_token", Type: "boolean"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "provider_type", Type: "string"},
			{Name: "registrations", Type: "array<HubspotProviderInfo>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "member_oauth_token_not_found"},
	}
	// OrganizationsMembersOAuthProvidersMicrosoft is GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft.
	OrganizationsMembersOAuthProvidersMicrosoft = Endpoint{
		Resource: "organizations.members.oauth_providers", Operation: "microsoft", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Query: []Field{
			{Name: "include_refresh_token", Type: "boolean"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "provider_type", Type: "string"},
			{Name: "provider_subject", Type: "string"},
			{Name: "access_token", Type: "string", Secret: true},
			{Name: "access_token_expires_in", Type: "integer"},
			{Name: "id_token", Type: "string", Secret: true},
			{Name: "scopes", Type: "array<string>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "refresh_token", Type: "string", Nullable: true, Secret: true},
		},
		Errors: []string{"organization_not_found", "member_not_found", "member_oauth_token_not_found"},
	}
	// OrganizationsMembersOAuthProvidersSlack is GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack.
	OrganizationsMembersOAuthProvidersSlack = Endpoint{
		Resource: "organizations.members.oauth_providers", Operation: "slack", Method: "GET", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "provider_type", Type: "string"},
			{Name: "registrations", Type: "array<SlackProviderInfo>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "member_oauth_token_not_found"},
	}
	// OrganizationsMembersConnectedAppsRevoke is POST /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke.
	OrganizationsMembersConnectedAppsRevoke = Endpoint{
		Resource: "organizations.members.connected_apps", Operation: "revoke", Method: "POST", Path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "", Action: "", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
			{Name: "connected_app_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "connected_app_not_found"},
	}
	// DiscoveryOrganizationsCreate is POST /v1/b2b/discovery/organizations/create.
	DiscoveryOrganizationsCreate = Endpoint{
		Resource: "discovery.organizations", Operation: "create", Method: "POST", Path: "/v1/b2b/discovery/organizations/create", Scope: "b2b",
		Request: []Field{
			{Name: "intermediate_session_token", Type: "string", Required: true, Secret: true, Note: "lives 10 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "organization_name", Type: "string", Limits: Limits{MinLength: 1, MaxLength: 128}},
			{Name: "organization_slug", Type: "string", Limits: Limits{MinLength: 2, MaxLength: 128, Pattern: "^[A-Za-z0-9._~-]+$", UniqueIn: "project", NeedsOneAlphanumeric: true}},
			{Name: "organization_external_id", Type: "string", Limits: Limits{MaxLength: 128, Pattern: "^[A-Za-z0-9._|-]+$", UniqueIn: "project"}},
			{Name: "organization_logo_url", Type: "string"},
			{Name: "trusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "sso_jit_provisioning", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "email_allowed_domains", Type: "array<string>", Note: "bare domains; common and disposable domains refused"},
			{Name: "email_jit_provisioning", Type: "string", Default: "NOT_ALLOWED", Enum: []string{"RESTRICTED", "NOT_ALLOWED"}},
			{Name: "email_invites", Type: "string", Note: "default ALL_ALLOWED when no auth setting is sent on create, else NOT_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "auth_methods", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED"}},
			{Name: "allowed_auth_methods", Type: "array<string>", Note: "enum applies to items; used when auth_methods is RESTRICTED", Enum: []string{"sso", "magic_link", "email_otp", "password", "google_oauth", "microsoft_oauth", "slack_oauth", "github_oauth", "hubspot_oauth"}},
			{Name: "mfa_policy", Type: "string", Default: "OPTIONAL", Enum: []string{"REQUIRED_FOR_ALL", "OPTIONAL"}},
			{Name: "rbac_email_implicit_role_assignments", Type: "array<EmailImplicitRoleAssignment>"},
			{Name: "mfa_methods", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED"}},
			{Name: "allowed_mfa_methods", Type: "array<string>", Note: "enum applies to items; used when mfa_methods is RESTRICTED", Enum: []string{"sms_otp", "totp"}},
			{Name: "oauth_tenant_jit_provisioning", Type: "string", Default: "NOT_ALLOWED", Enum: []string{"RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_oauth_tenants", Type: "map<string,array<string>>", Note: "keys slack, hubspot, github; values are tenant ids"},
			{Name: "first_party_connected_apps_allowed_type", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_first_party_connected_apps", Type: "array<string>", Note: "connected app ids; used when the matching type field is RESTRICTED"},
			{Name: "third_party_connected_apps_allowed_type", Type: "string", Default: "ALL_ALLOWED", Enum: []string{"ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"}},
			{Name: "allowed_third_party_connected_apps", Type: "array<string>", Note: "connected app ids; used when the matching type field is RESTRICTED"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"intermediate_session_not_found", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "email_verification_required", "invalid_restricted_sso_setting", "invalid_organization_name", "invalid_organization_slug", "organization_slug_already_used", "invalid_organization_external_id", "organization_external_id_already_used", "organization_logo_url_too_long", "invalid_organization_auth_factor_setting", "invalid_organization_auth_method_settings", "invalid_organization_allowed_auth_methods", "allowed_auth_methods_required_for_restricted", "invalid_organization_mfa_policy", "invalid_organization_mfa_factor_setting", "invalid_organization_allowed_mfa_methods", "allowed_mfa_methods_required_for_restricted", "invalid_restricted_email_setting", "invalid_restricted_oauth_tenants_setting", "invalid_oauth_allowed_tenants_format", "organization_settings_invalid_domain", "organization_settings_domain_too_common", "organization_settings_disposable_domain", "organization_settings_duplicate_domain", "organization_settings_claimed_domain_too_common", "rbac_invalid_domain", "rbac_domain_too_common", "invalid_rbac_role_assignment", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large"},
	}
	// DiscoveryOrganizationsList is POST /v1/b2b/discovery/organizations.
	DiscoveryOrganizationsList = Endpoint{
		Resource: "discovery.organizations", Operation: "list", Method: "POST", Path: "/v1/b2b/discovery/organizations", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"intermediate_session_token", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "email_address", Type: "string", Format: "email"},
			{Name: "discovered_organizations", Type: "array<DiscoveredOrganization>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "organization_id_hint", Type: "string", Nullable: true, Note: "set when the intermediate session came from an organization login"},
		},
		Errors: []string{"intermediate_session_not_found", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "no_session_arguments", "too_many_session_arguments"},
	}
	// DiscoveryIntermediateSessionsExchange is POST /v1/b2b/discovery/intermediate_sessions/exchange.
	DiscoveryIntermediateSessionsExchange = Endpoint{
		Resource: "discovery.intermediate_sessions", Operation: "exchange", Method: "POST", Path: "/v1/b2b/discovery/intermediate_sessions/exchange", Scope: "b2b",
		Request: []Field{
			{Name: "intermediate_session_token", Type: "string", Required: true, Secret: true, Note: "lives 10 minutes"},
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"ca-ES", "cs", "de-DE", "en", "es", "fa", "fr", "it", "ja", "nl", "pl", "pt-br", "ru", "tr", "vi", "zh-Hans"}},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"organization_not_found", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization", "email_jit_provisioning_not_allowed", "invalid_email_for_jit_provisioning", "operation_restricted_by_organization_auth_methods", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "invalid_oauth_tenant_for_jit_provisioning", "oauth_tenant_jit_provisioning_not_allowed", "invalid_locale"},
	}
	// PasswordsAuthenticate is POST /v1/b2b/passwords/authenticate.
	PasswordsAuthenticate = Endpoint{
		Resource: "passwords", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/passwords/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"intermediate_session_token", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "password", Type: "string", Required: true, Secret: true},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "organization_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "organization", Type: "Organization"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"organization_not_found", "member_not_found", "unauthorized_credentials", "member_password_not_found", "member_reset_password", "invalid_email", "invalid_locale", "operation_restricted_by_organization_auth_methods", "user_lock_limit_reached", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization"},
	}
	// PasswordsMigrate is POST /v1/b2b/passwords/migrate.
	PasswordsMigrate = Endpoint{
		Resource: "passwords", Operation: "migrate", Method: "POST", Path: "/v1/b2b/passwords/migrate", Scope: "b2b",
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "hash", Type: "string", Required: true, Secret: true, Note: "base64 for scrypt and pbkdf_2"},
			{Name: "hash_type", Type: "string", Required: true, Note: "older docs spell argon2i and argon2id; phpass only appears in enumerations", Enum: []string{"bcrypt", "md_5", "argon_2i", "argon_2id", "sha_1", "sha_512", "scrypt", "phpass", "pbkdf_2"}},
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "md_5_config", Type: "MD5Config"},
			{Name: "argon_2_config", Type: "Argon2Config", Note: "needed for the hex form of argon2"},
			{Name: "sha_1_config", Type: "SHA1Config"},
			{Name: "sha_512_config", Type: "SHA512Config"},
			{Name: "scrypt_config", Type: "ScryptConfig", Note: "needed unless the hash is PHC encoded"},
			{Name: "pbkdf_2_config", Type: "PBKDF2Config", Note: "needed for pbkdf_2"},
			{Name: "name", Type: "string"},
			{Name: "trusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "untrusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "roles", Type: "array<string>", Note: "role ids"},
			{Name: "preserve_existing_sessions", Type: "boolean", Note: "keep SSO sessions that an explicit role removal would revoke", Default: "false"},
			{Name: "mfa_phone_number", Type: "string", Format: "E.164", Limits: Limits{Pattern: "^\\+[1-9][0-9]{1,14}$"}},
			{Name: "set_phone_number_verified", Type: "boolean", Default: "false"},
			{Name: "external_id", Type: "string", Note: "used only if the member is created", Limits: Limits{MaxLength: 128, Pattern: "^[A-Za-z0-9._|-]+$", UniqueIn: "organization"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member_created", Type: "boolean"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "password_already_exists", "duplicate_member_external_id", "cannot_preserve_existing_sessions", "invalid_email", "inactive_email", "action_not_allowed_email_domain_is_claimed", "retired_member_email", "invalid_phone_number", "invalid_phone_number_country_code", "duplicate_member_phone_number", "invalid_role", "too_many_roles", "cannot_assign_default_rbac_role_id", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large", "invalid_hash", "invalid_hash_type", "invalid_bcrypt_hash", "invalid_bcrypt_cost", "invalid_md_5_hash", "invalid_sha_1_hash", "invalid_sha_512_hash", "invalid_phpass_hash_format", "invalid_argon_2_salt", "invalid_argon_2_memory", "invalid_argon_2_threads", "invalid_argon_2_iteration_amount", "invalid_argon_2_key_length", "argon_2_key_length_mismatch", "invalid_base64_scrypt_hash", "invalid_base64_scrypt_salt", "invalid_scrypt_n_parameter", "invalid_scrypt_parameters", "scrypt_key_length_mismatch", "invalid_pbkdf_2_hash", "invalid_pbkdf_2_salt", "invalid_pbkdf_2_iteration_amount", "invalid_pbkdf_2_algorithm", "pbkdf_2_key_length_mismatch"},
	}
	// PasswordsStrengthCheck is POST /v1/b2b/passwords/strength_check.
	PasswordsStrengthCheck = Endpoint{
		Resource: "passwords", Operation: "strength_check", Method: "POST", Path: "/v1/b2b/passwords/strength_check", Scope: "b2b",
		Request: []Field{
			{Name: "password", Type: "string", Required: true, Secret: true},
			{Name: "email_address", Type: "string", Format: "email"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "valid_password", Type: "boolean"},
			{Name: "score", Type: "integer", Note: "zxcvbn score; 3 or more is valid; docs say 1 to 4, the algorithm yields 0 to 4", Limits: Limits{HasRange: true, Min: 0, Max: 4}},
			{Name: "breached_password", Type: "boolean", Note: "always false when breach_detection_on_create is false"},
			{Name: "strength_policy", Type: "string", Enum: []string{"zxcvbn", "luds"}},
			{Name: "breach_detection_on_create", Type: "boolean"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "luds_feedback", Type: "LudsFeedback", Nullable: true, Note: "null under zxcvbn"},
			{Name: "zxcvbn_feedback", Type: "ZxcvbnFeedback", Nullable: true, Note: "null under luds"},
		},
		Errors: []string{"invalid_email", "password_validation_timeout"},
	}
	// PasswordsEmailRequireReset is POST /v1/b2b/passwords/email/require_reset.
	PasswordsEmailRequireReset = Endpoint{
		Resource: "passwords.email", Operation: "require_reset", Method: "POST", Path: "/v1/b2b/passwords/email/require_reset", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "update.info.delete.password", SelfResource: "stytch.self"},
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_id", Type: "string", Nullable: true},
			{Name: "member", Type: "Member", Nullable: true},
			{Name: "organization", Type: "Organization", Nullable: true},
		},
		Errors: []string{"email_not_found", "cross_org_passwords_not_enabled", "invalid_email", "organization_not_found", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// PasswordsEmailReset is POST /v1/b2b/passwords/email/reset.
	PasswordsEmailReset = Endpoint{
		Resource: "passwords.email", Operation: "reset", Method: "POST", Path: "/v1/b2b/passwords/email/reset", Scope: "b2b",
		Request: []Field{
			{Name: "password_reset_token", Type: "string", Required: true, Secret: true},
			{Name: "password", Type: "string", Required: true, Secret: true},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "code_verifier", Type: "string", Secret: true},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member_email_id", Type: "string"},
			{Name: "organization_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "organization", Type: "Organization"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"unable_to_auth_password_reset_token", "member_not_found", "weak_password", "breached_password", "pkce_expected_code_verifier", "pkce_did_not_expect_code_verifier", "pkce_mismatch", "operation_restricted_by_organization_auth_methods", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization"},
	}
	// PasswordsEmailResetStart is POST /v1/b2b/passwords/email/reset/start.
	PasswordsEmailResetStart = Endpoint{
		Resource: "passwords.email", Operation: "reset_start", Method: "POST", Path: "/v1/b2b/passwords/email/reset/start", Scope: "b2b",
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "reset_password_redirect_url", Type: "string"},
			{Name: "reset_password_expiration_minutes", Type: "integer", Default: "30", Limits: Limits{HasRange: true, Min: 5, Max: 10080}},
			{Name: "code_challenge", Type: "string"},
			{Name: "login_redirect_url", Type: "string"},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "reset_password_template_id", Type: "string"},
			{Name: "verify_email_template_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member_email_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "invalid_email", "inactive_email", "invalid_password_reset_redirect_url", "no_password_reset_redirect_url", "no_login_redirect_urls_set", "invalid_expiration", "invalid_pkce_code_challenge", "operation_restricted_by_organization_auth_methods", "invalid_template_id", "email_template_not_found", "invalid_locale"},
	}
	// PasswordsExistingPasswordReset is POST /v1/b2b/passwords/existing_password/reset.
	PasswordsExistingPasswordReset = Endpoint{
		Resource: "passwords.existing_password", Operation: "reset", Method: "POST", Path: "/v1/b2b/passwords/existing_password/reset", Scope: "b2b",
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "existing_password", Type: "string", Required: true, Secret: true},
			{Name: "new_password", Type: "string", Required: true, Secret: true},
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "organization", Type: "Organization"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"organization_not_found", "member_not_found", "unauthorized_credentials", "member_password_not_found", "cannot_reset_password_with_existing_password", "weak_password", "breached_password", "operation_restricted_by_organization_auth_methods", "user_lock_limit_reached", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims"},
	}
	// PasswordsSessionsReset is POST /v1/b2b/passwords/session/reset.
	PasswordsSessionsReset = Endpoint{
		Resource: "passwords.sessions", Operation: "reset", Method: "POST", Path: "/v1/b2b/passwords/session/reset", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "password", Type: "string", Required: true, Secret: true},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"organization_not_found", "no_session_arguments", "session_too_old_to_reset_password", "weak_password", "breached_password", "operation_restricted_by_organization_auth_methods", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims"},
	}
	// PasswordsDiscoveryAuthenticate is POST /v1/b2b/passwords/discovery/authenticate.
	PasswordsDiscoveryAuthenticate = Endpoint{
		Resource: "passwords.discovery", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/passwords/discovery/authenticate", Scope: "b2b",
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "password", Type: "string", Required: true, Secret: true},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "email_address", Type: "string", Format: "email"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "discovered_organizations", Type: "array<DiscoveredOrganization>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"unauthorized_credentials", "cross_org_passwords_not_enabled", "member_reset_password", "email_not_found", "user_lock_limit_reached"},
	}
	// PasswordsDiscoveryEmailReset is POST /v1/b2b/passwords/discovery/email/reset.
	PasswordsDiscoveryEmailReset = Endpoint{
		Resource: "passwords.discovery.email", Operation: "reset", Method: "POST", Path: "/v1/b2b/passwords/discovery/email/reset", Scope: "b2b",
		Request: []Field{
			{Name: "password_reset_token", Type: "string", Required: true, Secret: true},
			{Name: "password", Type: "string", Required: true, Secret: true},
			{Name: "pkce_code_verifier", Type: "string", Secret: true},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "email_address", Type: "string", Format: "email"},
			{Name: "discovered_organizations", Type: "array<DiscoveredOrganization>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"unable_to_auth_password_reset_token", "cross_org_passwords_not_enabled", "weak_password", "breached_password", "pkce_expected_code_verifier", "pkce_did_not_expect_code_verifier", "pkce_mismatch"},
	}
	// PasswordsDiscoveryEmailResetStart is POST /v1/b2b/passwords/discovery/email/reset/start.
	PasswordsDiscoveryEmailResetStart = Endpoint{
		Resource: "passwords.discovery.email", Operation: "reset_start", Method: "POST", Path: "/v1/b2b/passwords/discovery/email/reset/start", Scope: "b2b",
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "reset_password_redirect_url", Type: "string"},
			{Name: "discovery_redirect_url", Type: "string"},
			{Name: "reset_password_template_id", Type: "string"},
			{Name: "reset_password_expiration_minutes", Type: "integer", Default: "30", Limits: Limits{HasRange: true, Min: 5, Max: 10080}},
			{Name: "pkce_code_challenge", Type: "string"},
			{Name: "locale", Type: "string", Note: "enumeration inferred from the sibling endpoint", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "verify_email_template_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"cross_org_passwords_not_enabled", "invalid_email", "no_discovery_redirect_urls_set", "invalid_discovery_redirect_url", "no_password_reset_redirect_url", "invalid_expiration", "invalid_template_id", "email_template_not_found", "invalid_locale"},
	}
	// RecoveryCodesGet is GET /v1/b2b/recovery_codes/{organization_id}/{member_id}.
	RecoveryCodesGet = Endpoint{
		Resource: "recovery_codes", Operation: "get", Method: "GET", Path: "/v1/b2b/recovery_codes/{organization_id}/{member_id}", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "recovery_codes", Type: "array<string>", Secret: true},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "recovery_codes_not_found"},
	}
	// RecoveryCodesRecover is POST /v1/b2b/recovery_codes/recover.
	RecoveryCodesRecover = Endpoint{
		Resource: "recovery_codes", Operation: "recover", Method: "POST", Path: "/v1/b2b/recovery_codes/recover", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"intermediate_session_token", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
			{Name: "recovery_code", Type: "string", Required: true, Secret: true},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "recovery_codes_remaining", Type: "integer"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "invalid_recovery_code", "unable_to_authenticate_recovery_code", "totp_code_used_as_recovery_code", "recovery_codes_not_found", "no_active_recovery_code_backed_factor", "no_associated_session_passed_in", "member_session_member_id_mismatch", "action_available_only_once_primary_authentication_is_met", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "user_lock_limit_reached"},
	}
	// RecoveryCodesRotate is POST /v1/b2b/recovery_codes/rotate.
	RecoveryCodesRotate = Endpoint{
		Resource: "recovery_codes", Operation: "rotate", Method: "POST", Path: "/v1/b2b/recovery_codes/rotate", Scope: "b2b",
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "recovery_codes", Type: "array<string>", Secret: true},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "no_active_recovery_code_backed_factor", "recovery_codes_not_found"},
	}
	// TOTPsCreate is POST /v1/b2b/totp.
	TOTPsCreate = Endpoint{
		Resource: "totps", Operation: "create", Method: "POST", Path: "/v1/b2b/totp", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"intermediate_session_token", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
			{Name: "expiration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 1440}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "totp_registration_id", Type: "string"},
			{Name: "secret", Type: "string", Secret: true, Note: "base32, 32 characters in examples"},
			{Name: "qr_code", Type: "string", Secret: true, Note: "PNG as data URI data:image/png;base64,..."},
			{Name: "recovery_codes", Type: "array<string>", Secret: true, Note: "10 codes, xxxx-xxxx-xxxx, lower-case letters and digits"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "active_totp_exists", "pending_totp_exists", "action_available_only_for_active_members", "invalid_expiration", "member_session_member_id_mismatch", "insufficient_factors", "operation_restricted_by_organization_mfa_methods", "intermediate_session_not_found", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt"},
	}
	// TOTPsAuthenticate is POST /v1/b2b/totp/authenticate.
	TOTPsAuthenticate = Endpoint{
		Resource: "totps", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/totp/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"intermediate_session_token", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
			{Name: "code", Type: "string", Required: true, Secret: true, Limits: Limits{Pattern: "^[0-9]{6}$"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "set_mfa_enrollment", Type: "string", Note: "ignored when mfa_policy is REQUIRED_FOR_ALL", Enum: []string{"enroll", "unenroll"}},
			{Name: "set_default_mfa", Type: "boolean", Note: "true makes this method the default; a first success sets the default anyway"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "totp_not_found", "expired_totp", "invalid_totp_code", "unable_to_authenticate_totp", "totp_code_already_authenticated", "recovery_code_used_as_totp_code", "no_associated_session_passed_in", "member_session_member_id_mismatch", "action_available_only_once_primary_authentication_is_met", "operation_restricted_by_organization_mfa_methods", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "user_lock_limit_reached"},
	}
	// TOTPsMigrate is POST /v1/b2b/totp/migrate.
	TOTPsMigrate = Endpoint{
		Resource: "totps", Operation: "migrate", Method: "POST", Path: "/v1/b2b/totp/migrate", Scope: "b2b",
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
			{Name: "secret", Type: "string", Required: true, Secret: true},
			{Name: "recovery_codes", Type: "array<string>", Secret: true, Note: "SDK types require the field; the operation text makes it optional and mints codes"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "totp_registration_id", Type: "string"},
			{Name: "recovery_codes", Type: "array<string>", Secret: true, Note: "SDK types require the field; the operation text makes it optional and mints codes"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "active_totp_exists", "recovery_codes_already_exist", "invalid_argument", "action_available_only_for_active_members"},
	}
	// SessionsGet is GET /v1/b2b/sessions.
	SessionsGet = Endpoint{
		Resource: "sessions", Operation: "get", Method: "GET", Path: "/v1/b2b/sessions", Scope: "b2b",
		Query: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_sessions", Type: "array<MemberSession>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found"},
	}
	// SessionsAttest is POST /v1/b2b/sessions/attest.
	SessionsAttest = Endpoint{
		Resource: "sessions", Operation: "attest", Method: "POST", Path: "/v1/b2b/sessions/attest", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "profile_id", Type: "string", Required: true},
			{Name: "token", Type: "string", Required: true, Secret: true},
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id"}},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member_session", Type: "MemberSession"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
		},
		Errors: []string{"trusted_token_profile_not_found", "invalid_trusted_auth_token", "token_missing_organization_id_claim", "organization_not_found", "email_jit_provisioning_not_allowed", "invalid_email_for_jit_provisioning", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims"},
	}
	// SessionsAuthenticate is POST /v1/b2b/sessions/authenticate.
	SessionsAuthenticate = Endpoint{
		Resource: "sessions", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/sessions/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_duration_minutes", Type: "integer", Note: "absent means the session is not extended", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "authorization_check", Type: "AuthorizationCheck"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_session", Type: "MemberSession"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "verdict", Type: "AuthorizationVerdict", Nullable: true},
		},
		Errors: []string{"session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "session_authorization_error", "session_authorization_tenancy_error", "no_session_arguments", "session_not_mutable", "jwt_invalid_audience", "jwt_invalid_issuer", "invalid_session_duration"},
	}
	// SessionsExchange is POST /v1/b2b/sessions/exchange.
	SessionsExchange = Endpoint{
		Resource: "sessions", Operation: "exchange", Method: "POST", Path: "/v1/b2b/sessions/exchange", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"ca-ES", "cs", "de-DE", "en", "es", "fa", "fr", "it", "ja", "nl", "pl", "pt-br", "ru", "tr", "vi", "zh-Hans"}},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"organization_not_found", "member_not_found", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "no_session_arguments", "insufficient_factors_for_session_exchange", "invalid_locale", "operation_restricted_by_organization_auth_methods"},
	}
	// SessionsExchangeAccessToken is POST /v1/b2b/sessions/exchange_access_token.
	SessionsExchangeAccessToken = Endpoint{
		Resource: "sessions", Operation: "exchange_access_token", Method: "POST", Path: "/v1/b2b/sessions/exchange_access_token", Scope: "b2b",
		Request: []Field{
			{Name: "access_token", Type: "string", Required: true, Secret: true},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
		},
		Errors: []string{"oauth_access_token_exchange_missing_full_access", "oauth_access_token_exchange_token_too_old", "oauth_access_token_exchange_token_invalid_grant", "idp_access_token_not_found", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims"},
	}
	// SessionsGetJWKS is GET /v1/b2b/sessions/jwks/{project_id}.
	SessionsGetJWKS = Endpoint{
		Resource: "sessions", Operation: "get_jwks", Method: "GET", Path: "/v1/b2b/sessions/jwks/{project_id}", Scope: "b2b",
		PathParams: []Field{
			{Name: "project_id", Type: "string"},
		},
		Response: []Field{
			{Name: "keys", Type: "array<JWK>"},
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"project_not_found", "invalid_project_id"},
	}
	// SessionsMigrate is POST /v1/b2b/sessions/migrate.
	SessionsMigrate = Endpoint{
		Resource: "sessions", Operation: "migrate", Method: "POST", Path: "/v1/b2b/sessions/migrate", Scope: "b2b",
		Request: []Field{
			{Name: "session_token", Type: "string", Required: true, Secret: true},
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
		},
		Errors: []string{"organization_not_found", "migrate_from_external_missing_userinfo", "migrate_from_external_unexpected_response", "migrate_from_external_email_does_not_exist", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims"},
	}
	// SessionsRevoke is POST /v1/b2b/sessions/revoke.
	SessionsRevoke = Endpoint{
		Resource: "sessions", Operation: "revoke", Method: "POST", Path: "/v1/b2b/sessions/revoke", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "revoke-sessions", SelfResource: "stytch.self"},
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"member_session_id", "session_token", "session_jwt", "member_id"}},
		},
		Request: []Field{
			{Name: "member_session_id", Type: "string"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"no_session_revoke_arguments", "too_many_session_revoke_arguments", "invalid_session_id", "member_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// OTPsSMSAuthenticate is POST /v1/b2b/otps/sms/authenticate.
	OTPsSMSAuthenticate = Endpoint{
		Resource: "otps.sms", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/otps/sms/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"intermediate_session_token", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
			{Name: "code", Type: "string", Required: true, Secret: true, Limits: Limits{Pattern: "^[0-9]{6}$"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "set_mfa_enrollment", Type: "string", Note: "ignored when mfa_policy is REQUIRED_FOR_ALL", Enum: []string{"enroll", "unenroll"}},
			{Name: "set_default_mfa", Type: "boolean", Note: "true makes this method the default; a first success sets the default anyway"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "otp_code_not_found", "unable_to_auth_otp_code", "invalid_code", "phone_number_not_found", "no_associated_session_passed_in", "member_session_member_id_mismatch", "action_available_only_once_primary_authentication_is_met", "operation_restricted_by_organization_mfa_methods", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "user_lock_limit_reached"},
	}
	// OTPsSMSSend is POST /v1/b2b/otps/sms/send.
	OTPsSMSSend = Endpoint{
		Resource: "otps.sms", Operation: "send", Method: "POST", Path: "/v1/b2b/otps/sms/send", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"intermediate_session_token", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Required: true, Accepts: []string{"member_id", "external_id"}},
			{Name: "mfa_phone_number", Type: "string", Format: "E.164", Limits: Limits{Pattern: "^\\+[1-9][0-9]{1,14}$"}},
			{Name: "locale", Type: "string", Enum: []string{"ca-ES", "cs", "de-DE", "en", "es", "fa", "fr", "it", "ja", "nl", "pl", "pt-br", "ru", "tr", "vi", "zh-Hans"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "member_not_found", "invalid_phone_number", "invalid_phone_number_country_code", "duplicate_member_phone_number", "duplicate_member_phone_number_for_member", "phone_number_not_found", "unsubscribed_phone_number", "invalid_locale", "action_available_only_for_active_members", "member_session_member_id_mismatch", "too_many_requests", "insufficient_factors", "operation_restricted_by_organization_mfa_methods", "intermediate_session_not_found", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt"},
	}
	// OTPsEmailAuthenticate is POST /v1/b2b/otps/email/authenticate.
	OTPsEmailAuthenticate = Endpoint{
		Resource: "otps.email", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/otps/email/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "code", Type: "string", Required: true, Secret: true, Limits: Limits{Pattern: "^[0-9]{6}$"}},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "method_id", Type: "string"},
			{Name: "organization_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "organization", Type: "Organization"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"organization_not_found", "member_not_found", "otp_code_not_found", "unable_to_auth_otp_code", "invalid_code", "unable_to_verify_member_email_update", "operation_restricted_by_organization_auth_methods", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization", "user_lock_limit_reached"},
	}
	// OTPsEmailLoginORSignup is POST /v1/b2b/otps/email/login_or_signup.
	OTPsEmailLoginORSignup = Endpoint{
		Resource: "otps.email", Operation: "login_or_signup", Method: "POST", Path: "/v1/b2b/otps/email/login_or_signup", Scope: "b2b",
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "login_template_id", Type: "string"},
			{Name: "signup_template_id", Type: "string"},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "login_expiration_minutes", Type: "integer", Default: "10", Limits: Limits{HasRange: true, Min: 2, Max: 15}},
			{Name: "signup_expiration_minutes", Type: "integer", Default: "10", Limits: Limits{HasRange: true, Min: 2, Max: 15}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member_created", Type: "boolean"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "invalid_email", "inactive_email", "action_not_allowed_email_domain_is_claimed", "retired_member_email", "email_jit_provisioning_not_allowed", "invalid_email_for_jit_provisioning", "operation_restricted_by_organization_auth_methods", "invalid_template_id", "email_template_not_found", "invalid_locale", "invalid_expiration_otp", "too_many_requests"},
	}
	// OTPsEmailDiscoveryAuthenticate is POST /v1/b2b/otps/email/discovery/authenticate.
	OTPsEmailDiscoveryAuthenticate = Endpoint{
		Resource: "otps.email.discovery", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/otps/email/discovery/authenticate", Scope: "b2b",
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "code", Type: "string", Required: true, Secret: true, Limits: Limits{Pattern: "^[0-9]{6}$"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "email_address", Type: "string", Format: "email"},
			{Name: "discovered_organizations", Type: "array<DiscoveredOrganization>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"otp_code_not_found", "unable_to_auth_otp_code", "invalid_code", "invalid_email", "user_lock_limit_reached"},
	}
	// OTPsEmailDiscoverySend is POST /v1/b2b/otps/email/discovery/send.
	OTPsEmailDiscoverySend = Endpoint{
		Resource: "otps.email.discovery", Operation: "send", Method: "POST", Path: "/v1/b2b/otps/email/discovery/send", Scope: "b2b",
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "login_template_id", Type: "string"},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "discovery_expiration_minutes", Type: "integer", Default: "10", Limits: Limits{HasRange: true, Min: 2, Max: 15}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"invalid_email", "inactive_email", "invalid_expiration_otp", "too_many_requests", "invalid_template_id", "email_template_not_found", "invalid_locale"},
	}
	// MagicLinksAuthenticate is POST /v1/b2b/magic_links/authenticate.
	MagicLinksAuthenticate = Endpoint{
		Resource: "magic_links", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/magic_links/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "magic_links_token", Type: "string", Required: true, Secret: true},
			{Name: "pkce_code_verifier", Type: "string", Secret: true},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "method_id", Type: "string"},
			{Name: "reset_sessions", Type: "boolean", Note: "deprecated; always false"},
			{Name: "organization_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "organization", Type: "Organization"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"magic_link_not_found", "unable_to_auth_magic_link", "unable_to_verify_member_email_update", "invalid_locale", "pkce_expected_code_verifier", "pkce_did_not_expect_code_verifier", "pkce_mismatch", "operation_restricted_by_organization_auth_methods", "email_jit_provisioning_not_allowed", "invalid_email_for_jit_provisioning", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization", "user_lock_limit_reached"},
	}
	// MagicLinksEmailInvite is POST /v1/b2b/magic_links/email/invite.
	MagicLinksEmailInvite = Endpoint{
		Resource: "magic_links.email", Operation: "invite", Method: "POST", Path: "/v1/b2b/magic_links/email/invite", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.member", Action: "create", SelfResource: ""},
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "invite_redirect_url", Type: "string"},
			{Name: "invited_by_member_id", Type: "string"},
			{Name: "name", Type: "string"},
			{Name: "trusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "untrusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
			{Name: "invite_template_id", Type: "string"},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "roles", Type: "array<string>", Note: "role ids"},
			{Name: "invite_expiration_minutes", Type: "integer", Default: "10080", Limits: Limits{HasRange: true, Min: 5, Max: 10080}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "invalid_email", "inactive_email", "action_not_allowed_email_domain_is_claimed", "retired_member_email", "duplicate_member_email", "invalid_email_for_invites", "member_not_found", "no_invite_redirect_urls_set", "invalid_invite_redirect_url", "invalid_expiration", "operation_restricted_by_organization_auth_methods", "invalid_role", "too_many_roles", "cannot_assign_default_rbac_role_id", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large", "invalid_template_id", "email_template_not_found", "invalid_locale"},
	}
	// MagicLinksEmailLoginORSignup is POST /v1/b2b/magic_links/email/login_or_signup.
	MagicLinksEmailLoginORSignup = Endpoint{
		Resource: "magic_links.email", Operation: "login_or_signup", Method: "POST", Path: "/v1/b2b/magic_links/email/login_or_signup", Scope: "b2b",
		Request: []Field{
			{Name: "organization_id", Type: "string", Required: true, Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "login_redirect_url", Type: "string"},
			{Name: "signup_redirect_url", Type: "string"},
			{Name: "pkce_code_challenge", Type: "string"},
			{Name: "login_template_id", Type: "string"},
			{Name: "signup_template_id", Type: "string"},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "login_expiration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 10080}},
			{Name: "signup_expiration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 10080}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member_created", Type: "boolean"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "invalid_email", "inactive_email", "action_not_allowed_email_domain_is_claimed", "retired_member_email", "email_jit_provisioning_not_allowed", "invalid_email_for_jit_provisioning", "operation_restricted_by_organization_auth_methods", "invalid_template_id", "email_template_not_found", "invalid_locale", "no_login_redirect_urls_set", "no_signup_redirect_urls_set", "invalid_login_redirect_url", "invalid_signup_redirect_url", "invalid_expiration", "invalid_pkce_code_challenge", "too_many_requests"},
	}
	// MagicLinksEmailDiscoverySend is POST /v1/b2b/magic_links/email/discovery/send.
	MagicLinksEmailDiscoverySend = Endpoint{
		Resource: "magic_links.email.discovery", Operation: "send", Method: "POST", Path: "/v1/b2b/magic_links/email/discovery/send", Scope: "b2b",
		Request: []Field{
			{Name: "email_address", Type: "string", Required: true, Format: "email"},
			{Name: "discovery_redirect_url", Type: "string"},
			{Name: "pkce_code_challenge", Type: "string"},
			{Name: "login_template_id", Type: "string"},
			{Name: "locale", Type: "string", Enum: []string{"en", "es", "pt-br", "fr"}},
			{Name: "discovery_expiration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 10080}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"invalid_email", "inactive_email", "no_discovery_redirect_urls_set", "invalid_discovery_redirect_url", "invalid_expiration", "invalid_pkce_code_challenge", "too_many_requests", "invalid_template_id", "email_template_not_found", "invalid_locale"},
	}
	// MagicLinksDiscoveryAuthenticate is POST /v1/b2b/magic_links/discovery/authenticate.
	MagicLinksDiscoveryAuthenticate = Endpoint{
		Resource: "magic_links.discovery", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/magic_links/discovery/authenticate", Scope: "b2b",
		Request: []Field{
			{Name: "discovery_magic_links_token", Type: "string", Required: true, Secret: true},
			{Name: "pkce_code_verifier", Type: "string", Secret: true},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "email_address", Type: "string", Format: "email"},
			{Name: "discovered_organizations", Type: "array<DiscoveredOrganization>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"magic_link_not_found", "unable_to_auth_magic_link", "pkce_expected_code_verifier", "pkce_did_not_expect_code_verifier", "pkce_mismatch"},
	}
	// OAuthAuthenticate is POST /v1/b2b/oauth/authenticate.
	OAuthAuthenticate = Endpoint{
		Resource: "oauth", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/oauth/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "oauth_token", Type: "string", Required: true, Secret: true},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "pkce_code_verifier", Type: "string", Secret: true},
			{Name: "locale", Type: "string", Enum: []string{"ca-ES", "cs", "de-DE", "en", "es", "fa", "fr", "it", "ja", "nl", "pl", "pt-br", "ru", "tr", "vi", "zh-Hans"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "provider_subject", Type: "string"},
			{Name: "provider_type", Type: "string"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "member", Type: "Member"},
			{Name: "organization_id", Type: "string"},
			{Name: "organization", Type: "Organization"},
			{Name: "reset_sessions", Type: "boolean", Note: "deprecated; always false"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "provider_values", Type: "OAuthProviderValues", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"oauth_token_not_found", "pkce_expected_code_verifier", "pkce_did_not_expect_code_verifier", "pkce_mismatch", "operation_restricted_by_organization_auth_methods", "email_jit_provisioning_not_allowed", "invalid_email_for_jit_provisioning", "invalid_oauth_tenant_for_jit_provisioning", "oauth_tenant_jit_provisioning_not_allowed", "invalid_locale", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization"},
	}
	// OAuthDiscoveryAuthenticate is POST /v1/b2b/oauth/discovery/authenticate.
	OAuthDiscoveryAuthenticate = Endpoint{
		Resource: "oauth.discovery", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/oauth/discovery/authenticate", Scope: "b2b",
		Request: []Field{
			{Name: "discovery_oauth_token", Type: "string", Required: true, Secret: true},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "pkce_code_verifier", Type: "string", Secret: true},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "email_address", Type: "string", Format: "email"},
			{Name: "discovered_organizations", Type: "array<DiscoveredOrganization>"},
			{Name: "provider_type", Type: "string"},
			{Name: "provider_tenant_id", Type: "string"},
			{Name: "provider_tenant_ids", Type: "array<string>"},
			{Name: "full_name", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"oauth_token_not_found", "pkce_expected_code_verifier", "pkce_did_not_expect_code_verifier", "pkce_mismatch", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt"},
	}
	// SSOAuthenticate is POST /v1/b2b/sso/authenticate.
	SSOAuthenticate = Endpoint{
		Resource: "sso", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/sso/authenticate", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "at_most_one", Fields: []string{"session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "sso_token", Type: "string", Required: true, Secret: true},
			{Name: "pkce_code_verifier", Type: "string", Secret: true},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "session_duration_minutes", Type: "integer", Default: "60", Limits: Limits{HasRange: true, Min: 5, Max: 527040}},
			{Name: "session_custom_claims", Type: "object", Note: "null deletes a key; reserved names iss sub aud exp nbf iat jti are ignored", Limits: Limits{MaxBytes: 4096}},
			{Name: "locale", Type: "string", Enum: []string{"ca-ES", "cs", "de-DE", "en", "es", "fa", "fr", "it", "ja", "nl", "pl", "pt-br", "ru", "tr", "vi", "zh-Hans"}},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "telemetry_id", Type: "string", Note: "device fingerprint feature; accept and ignore"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "organization_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "reset_session", Type: "boolean", Note: "deprecated; always false"},
			{Name: "organization", Type: "Organization"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "primary_required", Type: "PrimaryRequired", Nullable: true},
			{Name: "member_device", Type: "DeviceInfo", Nullable: true, Note: "only with the fingerprint feature; null otherwise"},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"sso_token_not_found", "sso_connection_not_found", "invalid_connection_for_jit_provisioning", "invalid_locale", "pkce_expected_code_verifier", "pkce_did_not_expect_code_verifier", "pkce_mismatch", "operation_restricted_by_organization_auth_methods", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt", "too_many_session_arguments", "invalid_session_duration_minutes", "custom_claims_too_large", "stytch_claims_in_custom_claims", "intermediate_session_not_found", "invalid_intermediate_session_token_for_organization"},
	}
	// SSOGetConnections is GET /v1/b2b/sso/{organization_id}.
	SSOGetConnections = Endpoint{
		Resource: "sso", Operation: "get_connections", Method: "GET", Path: "/v1/b2b/sso/{organization_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "get", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "saml_connections", Type: "array<SAMLConnection>"},
			{Name: "oidc_connections", Type: "array<OIDCConnection>"},
			{Name: "external_connections", Type: "array<ExternalSSOConnection>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error"},
	}
	// SSODeleteConnection is DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id}.
	SSODeleteConnection = Endpoint{
		Resource: "sso", Operation: "delete_connection", Method: "DELETE", Path: "/v1/b2b/sso/{organization_id}/connections/{connection_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "delete", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connection_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "sso_connection_not_found", "cannot_delete_default_sso_connection"},
	}
	// SSOSAMLCreateConnection is POST /v1/b2b/sso/saml/{organization_id}.
	SSOSAMLCreateConnection = Endpoint{
		Resource: "sso.saml", Operation: "create_connection", Method: "POST", Path: "/v1/b2b/sso/saml/{organization_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "create", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Request: []Field{
			{Name: "display_name", Type: "string"},
			{Name: "identity_provider", Type: "string", Enum: []string{"classlink", "cyberark", "duo", "generic", "google-workspace", "jumpcloud", "keycloak", "microsoft-entra", "miniorange", "okta", "onelogin", "pingfederate", "rippling", "salesforce", "shibboleth"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SAMLConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "invalid_display_name", "invalid_sso_idp", "too_many_sso_connections"},
	}
	// SSOSAMLUpdateConnection is PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}.
	SSOSAMLUpdateConnection = Endpoint{
		Resource: "sso.saml", Operation: "update_connection", Method: "PUT", Path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Request: []Field{
			{Name: "idp_entity_id", Type: "string"},
			{Name: "display_name", Type: "string"},
			{Name: "attribute_mapping", Type: "object", Note: "needs email and (full_name or first_name+last_name); groups key needed for group roles"},
			{Name: "x509_certificate", Type: "string", Note: "PEM; appended, at most 5 per connection"},
			{Name: "idp_sso_url", Type: "string"},
			{Name: "saml_connection_implicit_role_assignments", Type: "array<SAMLConnectionImplicitRoleAssignment>"},
			{Name: "saml_group_implicit_role_assignments", Type: "array<SAMLGroupImplicitRoleAssignment>"},
			{Name: "alternative_audience_uri", Type: "string"},
			{Name: "identity_provider", Type: "string", Enum: []string{"classlink", "cyberark", "duo", "generic", "google-workspace", "jumpcloud", "keycloak", "microsoft-entra", "miniorange", "okta", "onelogin", "pingfederate", "rippling", "salesforce", "shibboleth"}},
			{Name: "signing_private_key", Type: "string", Secret: true, Note: "PKCS1 RSA PEM only; yields a new signing certificate"},
			{Name: "nameid_format", Type: "string"},
			{Name: "alternative_acs_url", Type: "string"},
			{Name: "idp_initiated_auth_disabled", Type: "boolean", Default: "false"},
			{Name: "saml_encryption_private_key", Type: "string", Secret: true, Note: "PKCS1 RSA PEM only"},
			{Name: "allow_gateway_callback", Type: "boolean"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SAMLConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "saml_connection_not_found", "invalid_x509_certificate", "too_many_sso_verification_certificates", "duplicate_saml_connection", "saml_connection_attribute_mapping_required", "saml_connection_email_mapping_required", "saml_connection_name_mapping_required", "saml_connection_attribute_mapping_missing_groups_key", "saml_connection_idp_sso_url_invalid_format", "saml_connection_idp_sso_url_not_https", "invalid_idp_entity_id", "invalid_sso_idp", "invalid_display_name", "saml_signing_private_key_invalid", "saml_signing_private_key_format_not_supported", "invalid_rbac_role_assignment"},
	}
	// SSOSAMLDeleteEncryptionPrivateKey is DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}.
	SSOSAMLDeleteEncryptionPrivateKey = Endpoint{
		Resource: "sso.saml", Operation: "delete_encryption_private_key", Method: "DELETE", Path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
			{Name: "private_key_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "private_key_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "saml_connection_not_found", "sso_encryption_private_key_not_found"},
	}
	// SSOSAMLUpdateByURL is PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url.
	SSOSAMLUpdateByURL = Endpoint{
		Resource: "sso.saml", Operation: "update_by_url", Method: "PUT", Path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Request: []Field{
			{Name: "metadata_url", Type: "string", Required: true},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SAMLConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "saml_connection_not_found", "invalid_saml_metadata_url", "invalid_xml_from_saml_metadata_url", "too_many_sso_verification_certificates"},
	}
	// SSOSAMLDeleteVerificationCertificate is DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}.
	SSOSAMLDeleteVerificationCertificate = Endpoint{
		Resource: "sso.saml", Operation: "delete_verification_certificate", Method: "DELETE", Path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
			{Name: "certificate_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "certificate_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "saml_connection_not_found", "sso_verification_key_not_found", "cannot_delete_last_sso_verification_key"},
	}
	// SSOOIDCCreateConnection is POST /v1/b2b/sso/oidc/{organization_id}.
	SSOOIDCCreateConnection = Endpoint{
		Resource: "sso.oidc", Operation: "create_connection", Method: "POST", Path: "/v1/b2b/sso/oidc/{organization_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "create", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Request: []Field{
			{Name: "display_name", Type: "string"},
			{Name: "identity_provider", Type: "string", Enum: []string{"classlink", "cyberark", "duo", "generic", "google-workspace", "jumpcloud", "keycloak", "microsoft-entra", "miniorange", "okta", "onelogin", "pingfederate", "rippling", "salesforce", "shibboleth"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "OIDCConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "invalid_display_name", "invalid_sso_idp", "too_many_sso_connections"},
	}
	// SSOOIDCUpdateConnection is PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}.
	SSOOIDCUpdateConnection = Endpoint{
		Resource: "sso.oidc", Operation: "update_connection", Method: "PUT", Path: "/v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Request: []Field{
			{Name: "display_name", Type: "string"},
			{Name: "client_id", Type: "string"},
			{Name: "client_secret", Type: "string", Secret: true},
			{Name: "issuer", Type: "string"},
			{Name: "authorization_url", Type: "string"},
			{Name: "token_url", Type: "string"},
			{Name: "userinfo_url", Type: "string"},
			{Name: "jwks_url", Type: "string"},
			{Name: "identity_provider", Type: "string", Enum: []string{"classlink", "cyberark", "duo", "generic", "google-workspace", "jumpcloud", "keycloak", "microsoft-entra", "miniorange", "okta", "onelogin", "pingfederate", "rippling", "salesforce", "shibboleth"}},
			{Name: "custom_scopes", Type: "string", Note: "space separated; replaces openid email profile"},
			{Name: "attribute_mapping", Type: "object"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "OIDCConnection", Nullable: true},
			{Name: "warning", Type: "string", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "oidc_connection_not_found", "invalid_display_name", "invalid_sso_idp", "oidc_connection_issuer_url_invalid_format", "oidc_connection_authorization_url_invalid_format", "oidc_connection_token_url_invalid_format", "oidc_connection_userinfo_url_invalid_format", "oidc_connection_jwks_url_invalid_format"},
	}
	// SSOExternalCreateConnection is POST /v1/b2b/sso/external/{organization_id}.
	SSOExternalCreateConnection = Endpoint{
		Resource: "sso.external", Operation: "create_connection", Method: "POST", Path: "/v1/b2b/sso/external/{organization_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "create", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Request: []Field{
			{Name: "external_organization_id", Type: "string", Required: true},
			{Name: "external_connection_id", Type: "string", Required: true},
			{Name: "display_name", Type: "string"},
			{Name: "connection_implicit_role_assignments", Type: "array<SAMLConnectionImplicitRoleAssignment>"},
			{Name: "group_implicit_role_assignments", Type: "array<SAMLGroupImplicitRoleAssignment>"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "ExternalSSOConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "external_connection_id_not_found", "external_connection_not_active", "external_organization_id_same_as_organization_id", "duplicate_external_sso_connection", "invalid_rbac_role_assignment"},
	}
	// SSOExternalUpdateConnection is PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id}.
	SSOExternalUpdateConnection = Endpoint{
		Resource: "sso.external", Operation: "update_connection", Method: "PUT", Path: "/v1/b2b/sso/external/{organization_id}/connections/{connection_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.sso", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Request: []Field{
			{Name: "display_name", Type: "string"},
			{Name: "external_connection_implicit_role_assignments", Type: "array<ExternalConnectionImplicitRoleAssignment>"},
			{Name: "external_group_implicit_role_assignments", Type: "array<ExternalGroupImplicitRoleAssignment>"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "ExternalSSOConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "sso_connection_not_found", "saml_connection_attribute_mapping_missing_groups_key", "invalid_rbac_role_assignment"},
	}
	// SCIMConnectionCreate is POST /v1/b2b/scim/{organization_id}/connection.
	SCIMConnectionCreate = Endpoint{
		Resource: "scim.connection", Operation: "create", Method: "POST", Path: "/v1/b2b/scim/{organization_id}/connection", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "create", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Request: []Field{
			{Name: "display_name", Type: "string"},
			{Name: "identity_provider", Type: "string", Enum: []string{"cyberark", "generic", "jumpcloud", "microsoft-entra", "okta", "onelogin", "pingfederate", "rippling"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SCIMConnectionWithToken", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "active_scim_connection_exists", "invalid_scim_idp", "invalid_display_name"},
	}
	// SCIMConnectionGet is GET /v1/b2b/scim/{organization_id}/connection.
	SCIMConnectionGet = Endpoint{
		Resource: "scim.connection", Operation: "get", Method: "GET", Path: "/v1/b2b/scim/{organization_id}/connection", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "get", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SCIMConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_active_scim_connection"},
	}
	// SCIMConnectionUpdate is PUT /v1/b2b/scim/{organization_id}/connection/{connection_id}.
	SCIMConnectionUpdate = Endpoint{
		Resource: "scim.connection", Operation: "update", Method: "PUT", Path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Request: []Field{
			{Name: "display_name", Type: "string"},
			{Name: "identity_provider", Type: "string", Enum: []string{"cyberark", "generic", "jumpcloud", "microsoft-entra", "okta", "onelogin", "pingfederate", "rippling"}},
			{Name: "scim_group_implicit_role_assignments", Type: "array<SCIMGroupImplicitRoleAssignment>"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SCIMConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_active_scim_connection", "invalid_scim_idp", "scim_group_role_assignment_group_does_not_exist", "scim_group_role_assignment_does_not_contain_group_id", "invalid_rbac_role_assignment"},
	}
	// SCIMConnectionDelete is DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id}.
	SCIMConnectionDelete = Endpoint{
		Resource: "scim.connection", Operation: "delete", Method: "DELETE", Path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "delete", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connection_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_active_scim_connection"},
	}
	// SCIMConnectionGetGroups is GET /v1/b2b/scim/{organization_id}/connection/{connection_id}.
	SCIMConnectionGetGroups = Endpoint{
		Resource: "scim.connection", Operation: "get_groups", Method: "GET", Path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "get", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Query: []Field{
			{Name: "cursor", Type: "string", Note: "opaque; empty means first page"},
			{Name: "limit", Type: "integer", Note: "0 means default", Default: "100", Limits: Limits{HasRange: true, Min: 0, Max: 1000}},
		},
		Response: []Field{
			{Name: "scim_groups", Type: "array<SCIMGroup>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "next_cursor", Type: "string", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_active_scim_connection"},
	}
	// SCIMConnectionRotateCancel is POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel.
	SCIMConnectionRotateCancel = Endpoint{
		Resource: "scim.connection", Operation: "rotate_cancel", Method: "POST", Path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SCIMConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_active_scim_connection", "scim_connection_not_rotating_token"},
	}
	// SCIMConnectionRotateComplete is POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete.
	SCIMConnectionRotateComplete = Endpoint{
		Resource: "scim.connection", Operation: "rotate_complete", Method: "POST", Path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SCIMConnection", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_active_scim_connection", "scim_connection_not_rotating_token"},
	}
	// SCIMConnectionRotateStart is POST /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start.
	SCIMConnectionRotateStart = Endpoint{
		Resource: "scim.connection", Operation: "rotate_start", Method: "POST", Path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start", Scope: "b2b",
		SessionHeaders: true,
		RBAC:           Permission{Resource: "stytch.scim", Action: "update", SelfResource: ""},
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "connection_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "connection", Type: "SCIMConnectionWithNextToken", Nullable: true},
		},
		Errors: []string{"organization_not_found", "session_not_found", "session_authorization_error", "session_authorization_tenancy_error", "no_active_scim_connection"},
	}
	// RBACPolicy is GET /v1/b2b/rbac/policy.
	RBACPolicy = Endpoint{
		Resource: "rbac", Operation: "policy", Method: "GET", Path: "/v1/b2b/rbac/policy", Scope: "b2b",
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "policy", Type: "Policy", Nullable: true},
		},
		Errors: []string{"unauthorized_credentials"},
	}
	// RBACOrganizationsGetOrgPolicy is GET /v1/b2b/rbac/organizations/{organization_id}.
	RBACOrganizationsGetOrgPolicy = Endpoint{
		Resource: "rbac.organizations", Operation: "get_org_policy", Method: "GET", Path: "/v1/b2b/rbac/organizations/{organization_id}", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "org_policy", Type: "OrgPolicy"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "enterprise_endpoint"},
	}
	// RBACOrganizationsSetOrgPolicy is PUT /v1/b2b/rbac/organizations/{organization_id}.
	RBACOrganizationsSetOrgPolicy = Endpoint{
		Resource: "rbac.organizations", Operation: "set_org_policy", Method: "PUT", Path: "/v1/b2b/rbac/organizations/{organization_id}", Scope: "b2b",
		PathParams: []Field{
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
		},
		Request: []Field{
			{Name: "org_policy", Type: "OrgPolicy", Required: true},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "org_policy", Type: "OrgPolicy"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"organization_not_found", "enterprise_endpoint", "rbac_role_duplicate", "rbac_role_missing_permissions", "rbac_permission_missing_actions", "rbac_description_too_long", "rbac_role_id_too_long", "rbac_org_custom_roles_only", "invalid_rbac_custom_role", "invalid_rbac_role_id", "invalid_permission_resource", "invalid_permission_action", "cannot_specify_wildcard_with_other_actions"},
	}
	// ImpersonationAuthenticate is POST /v1/b2b/impersonation/authenticate.
	ImpersonationAuthenticate = Endpoint{
		Resource: "impersonation", Operation: "authenticate", Method: "POST", Path: "/v1/b2b/impersonation/authenticate", Scope: "b2b",
		Request: []Field{
			{Name: "impersonation_token", Type: "string", Required: true, Secret: true},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "organization_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "organization", Type: "Organization"},
			{Name: "intermediate_session_token", Type: "string", Secret: true, Note: "lives 10 minutes"},
			{Name: "member_authenticated", Type: "boolean", Note: "false when MFA or a further primary factor is owed"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "member_session", Type: "MemberSession", Nullable: true},
			{Name: "mfa_required", Type: "MFARequired", Nullable: true},
			{Name: "intermediate_session_token_expires_at", Type: "timestamp", Nullable: true},
		},
		Errors: []string{"unable_to_auth_impersonation_token", "member_not_found"},
	}
	// IDPIntrospectTokenNetwork is POST /v1/public/{project_id}/oauth2/introspect.
	IDPIntrospectTokenNetwork = Endpoint{
		Resource: "idp", Operation: "introspect_token_network", Method: "POST", Path: "/v1/public/{project_id}/oauth2/introspect", Scope: "b2b",
		ContentType: "application/x-www-form-urlencoded",
		PathParams: []Field{
			{Name: "project_id", Type: "string"},
		},
		Request: []Field{
			{Name: "token", Type: "string", Required: true, Secret: true},
			{Name: "client_id", Type: "string", Required: true},
			{Name: "client_secret", Type: "string", Secret: true},
			{Name: "token_type_hint", Type: "string", Enum: []string{"access_token", "refresh_token"}},
		},
		Response: []Field{
			{Name: "active", Type: "boolean"},
			{Name: "token_type", Type: "string"},
			{Name: "iss", Type: "string"},
			{Name: "sub", Type: "string", Note: "member id"},
			{Name: "aud", Type: "array<string>"},
			{Name: "scope", Type: "string", Note: "space separated"},
			{Name: "client_id", Type: "string"},
			{Name: "exp", Type: "integer"},
			{Name: "iat", Type: "integer"},
			{Name: "https://stytch.com/organization", Type: "OrganizationClaim"},
		},
		Errors: []string{"invalid_client_id", "invalid_client_secret"},
	}
	// IDPOAuthAuthorize is POST /v1/b2b/idp/oauth/authorize.
	IDPOAuthAuthorize = Endpoint{
		Resource: "idp.oauth", Operation: "authorize", Method: "POST", Path: "/v1/b2b/idp/oauth/authorize", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"organization_id+member_id", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "consent_granted", Type: "boolean", Required: true},
			{Name: "scopes", Type: "array<string>", Required: true},
			{Name: "client_id", Type: "string", Required: true},
			{Name: "redirect_uri", Type: "string", Required: true},
			{Name: "response_type", Type: "string", Required: true, Enum: []string{"code"}},
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "prompt", Type: "string", Enum: []string{"consent"}},
			{Name: "state", Type: "string"},
			{Name: "nonce", Type: "string"},
			{Name: "code_challenge", Type: "string"},
			{Name: "resources", Type: "array<string>"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "redirect_uri", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
			{Name: "authorization_code", Type: "string", Nullable: true, Secret: true},
		},
		Errors: []string{"connected_app_not_found", "connected_app_supplied_redirect_url_not_found_in_client", "connected_app_not_allowed_for_org", "no_oauth_authorize_member_selector", "invalid_rbac_scope", "invalid_pkce_code_challenge", "organization_not_found", "member_not_found", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt"},
	}
	// IDPOAuthAuthorizeStart is POST /v1/b2b/idp/oauth/authorize/start.
	IDPOAuthAuthorizeStart = Endpoint{
		Resource: "idp.oauth", Operation: "authorize_start", Method: "POST", Path: "/v1/b2b/idp/oauth/authorize/start", Scope: "b2b",
		Exclusive: []Exclusive{
			{Rule: "exactly_one", Fields: []string{"organization_id+member_id", "session_token", "session_jwt"}},
		},
		Request: []Field{
			{Name: "client_id", Type: "string", Required: true},
			{Name: "redirect_uri", Type: "string", Required: true},
			{Name: "response_type", Type: "string", Required: true, Enum: []string{"code"}},
			{Name: "scopes", Type: "array<string>", Required: true},
			{Name: "organization_id", Type: "string", Accepts: []string{"organization_id", "organization_slug", "organization_external_id"}},
			{Name: "member_id", Type: "string", Accepts: []string{"member_id", "external_id"}},
			{Name: "session_token", Type: "string", Secret: true},
			{Name: "session_jwt", Type: "string", Secret: true, Note: "RS256, lives 5 minutes"},
			{Name: "prompt", Type: "string", Enum: []string{"consent"}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "member_id", Type: "string"},
			{Name: "member", Type: "Member"},
			{Name: "organization", Type: "Organization"},
			{Name: "client", Type: "ConnectedAppPublic"},
			{Name: "consent_required", Type: "boolean"},
			{Name: "scope_results", Type: "array<IDPScopeResult>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"connected_app_not_found", "connected_app_supplied_redirect_url_not_found_in_client", "connected_app_not_allowed_for_org", "no_oauth_authorize_member_selector", "invalid_rbac_scope", "organization_not_found", "member_not_found", "session_not_found", "invalid_session_token", "unable_to_parse_session_jwt"},
	}
	// M2MToken is POST /v1/public/{project_id}/oauth2/token.
	M2MToken = Endpoint{
		Resource: "m2m", Operation: "token", Method: "POST", Path: "/v1/public/{project_id}/oauth2/token", Scope: "shared",
		ContentType: "application/x-www-form-urlencoded",
		PathParams: []Field{
			{Name: "project_id", Type: "string"},
		},
		Request: []Field{
			{Name: "grant_type", Type: "string", Required: true, Enum: []string{"client_credentials"}},
			{Name: "client_id", Type: "string", Required: true},
			{Name: "client_secret", Type: "string", Required: true, Secret: true},
			{Name: "scope", Type: "string", Note: "space separated; absent means all scopes of the client"},
		},
		Response: []Field{
			{Name: "access_token", Type: "string", Secret: true, Note: "JWT"},
			{Name: "expires_in", Type: "integer", Note: "seconds, 3600 in examples"},
			{Name: "token_type", Type: "string", Enum: []string{"bearer"}},
		},
		Errors: []string{"m2m_client_not_found", "invalid_client_secret", "invalid_m2m_client_scope"},
	}
	// M2MClientsCreate is POST /v1/m2m/clients.
	M2MClientsCreate = Endpoint{
		Resource: "m2m.clients", Operation: "create", Method: "POST", Path: "/v1/m2m/clients", Scope: "shared",
		Request: []Field{
			{Name: "scopes", Type: "array<string>", Required: true},
			{Name: "client_id", Type: "string"},
			{Name: "client_secret", Type: "string", Secret: true, Limits: Limits{MinLength: 8}},
			{Name: "client_name", Type: "string"},
			{Name: "client_description", Type: "string"},
			{Name: "trusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "m2m_client", Type: "M2MClientWithClientSecret"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"duplicate_m2m_client_id", "insecure_m2m_client_secret", "m2m_client_invalid_client_id", "m2m_client_invalid_client_secret", "m2m_client_invalid_client_name", "too_many_m2m_client_scopes", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large"},
	}
	// M2MClientsGet is GET /v1/m2m/clients/{client_id}.
	M2MClientsGet = Endpoint{
		Resource: "m2m.clients", Operation: "get", Method: "GET", Path: "/v1/m2m/clients/{client_id}", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "m2m_client", Type: "M2MClient"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"m2m_client_not_found"},
	}
	// M2MClientsSearch is POST /v1/m2m/clients/search.
	M2MClientsSearch = Endpoint{
		Resource: "m2m.clients", Operation: "search", Method: "POST", Path: "/v1/m2m/clients/search", Scope: "shared",
		Request: []Field{
			{Name: "cursor", Type: "string", Note: "opaque; empty means first page"},
			{Name: "limit", Type: "integer", Note: "0 means default", Default: "100", Limits: Limits{HasRange: true, Min: 0, Max: 1000}},
			{Name: "query", Type: "M2MSearchQuery"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "m2m_clients", Type: "array<M2MClient>"},
			{Name: "results_metadata", Type: "ResultsMetadata"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"m2m_search_filter_name_not_recognized", "m2m_search_expected_array_of_strings", "bad_request"},
	}
	// M2MClientsUpdate is PUT /v1/m2m/clients/{client_id}.
	M2MClientsUpdate = Endpoint{
		Resource: "m2m.clients", Operation: "update", Method: "PUT", Path: "/v1/m2m/clients/{client_id}", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Request: []Field{
			{Name: "client_name", Type: "string"},
			{Name: "client_description", Type: "string"},
			{Name: "status", Type: "string", Enum: []string{"active", "inactive"}},
			{Name: "scopes", Type: "array<string>"},
			{Name: "trusted_metadata", Type: "object", Note: "free JSON object; updates merge top-level keys, null deletes a key", Limits: Limits{MaxBytes: 4096, MaxTopLevelKeys: 20}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "m2m_client", Type: "M2MClient"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"m2m_client_not_found", "m2m_client_invalid_status", "m2m_client_invalid_client_name", "too_many_m2m_client_scopes", "metadata_invalid_format", "metadata_too_many_keys", "metadata_too_large"},
	}
	// M2MClientsDelete is DELETE /v1/m2m/clients/{client_id}.
	M2MClientsDelete = Endpoint{
		Resource: "m2m.clients", Operation: "delete", Method: "DELETE", Path: "/v1/m2m/clients/{client_id}", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "client_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"m2m_client_not_found"},
	}
	// M2MClientsSecretsRotate is POST /v1/m2m/clients/{client_id}/secrets/rotate.
	M2MClientsSecretsRotate = Endpoint{
		Resource: "m2m.clients.secrets", Operation: "rotate", Method: "POST", Path: "/v1/m2m/clients/{client_id}/secrets/rotate", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "m2m_client", Type: "M2MClient"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"m2m_client_not_found", "m2m_client_not_rotating_secret"},
	}
	// M2MClientsSecretsRotateCancel is POST /v1/m2m/clients/{client_id}/secrets/rotate/cancel.
	M2MClientsSecretsRotateCancel = Endpoint{
		Resource: "m2m.clients.secrets", Operation: "rotate_cancel", Method: "POST", Path: "/v1/m2m/clients/{client_id}/secrets/rotate/cancel", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "m2m_client", Type: "M2MClient"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"m2m_client_not_found", "m2m_client_not_rotating_secret"},
	}
	// M2MClientsSecretsRotateStart is POST /v1/m2m/clients/{client_id}/secrets/rotate/start.
	M2MClientsSecretsRotateStart = Endpoint{
		Resource: "m2m.clients.secrets", Operation: "rotate_start", Method: "POST", Path: "/v1/m2m/clients/{client_id}/secrets/rotate/start", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "m2m_client", Type: "M2MClientWithNextClientSecret"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"m2m_client_not_found", "m2m_client_already_rotating_secret"},
	}
	// ConnectedAppsClientsCreate is POST /v1/connected_apps/clients.
	ConnectedAppsClientsCreate = Endpoint{
		Resource: "connected_apps.clients", Operation: "create", Method: "POST", Path: "/v1/connected_apps/clients", Scope: "shared",
		Request: []Field{
			{Name: "client_type", Type: "string", Required: true, Enum: []string{"first_party", "first_party_public", "third_party", "third_party_public"}},
			{Name: "client_name", Type: "string"},
			{Name: "client_description", Type: "string"},
			{Name: "redirect_urls", Type: "array<string>"},
			{Name: "full_access_allowed", Type: "boolean"},
			{Name: "access_token_expiry_minutes", Type: "integer", Default: "60"},
			{Name: "access_token_custom_audience", Type: "string"},
			{Name: "access_token_template_content", Type: "string"},
			{Name: "post_logout_redirect_urls", Type: "array<string>"},
			{Name: "logo_url", Type: "string"},
			{Name: "bypass_consent_for_offline_access", Type: "boolean"},
			{Name: "id_token_template_content", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_app", Type: "ConnectedAppWithClientSecret"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"invalid_connected_app_type", "connected_app_invalid_redirect_url", "third_party_clients_cannot_use_full_access", "third_party_clients_require_consent_for_offline_access", "too_many_connected_apps"},
	}
	// ConnectedAppsClientsGet is GET /v1/connected_apps/clients/{client_id}.
	ConnectedAppsClientsGet = Endpoint{
		Resource: "connected_apps.clients", Operation: "get", Method: "GET", Path: "/v1/connected_apps/clients/{client_id}", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_app", Type: "ConnectedApp"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"connected_app_not_found"},
	}
	// ConnectedAppsClientsSearch is POST /v1/connected_apps/clients/search.
	ConnectedAppsClientsSearch = Endpoint{
		Resource: "connected_apps.clients", Operation: "search", Method: "POST", Path: "/v1/connected_apps/clients/search", Scope: "shared",
		Request: []Field{
			{Name: "cursor", Type: "string", Note: "opaque; empty means first page"},
			{Name: "limit", Type: "integer", Note: "0 means default", Default: "100", Limits: Limits{HasRange: true, Min: 0, Max: 1000}},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_apps", Type: "array<ConnectedApp>"},
			{Name: "results_metadata", Type: "ResultsMetadata"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"bad_request"},
	}
	// ConnectedAppsClientsUpdate is PUT /v1/connected_apps/clients/{client_id}.
	ConnectedAppsClientsUpdate = Endpoint{
		Resource: "connected_apps.clients", Operation: "update", Method: "PUT", Path: "/v1/connected_apps/clients/{client_id}", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Request: []Field{
			{Name: "client_name", Type: "string"},
			{Name: "client_description", Type: "string"},
			{Name: "redirect_urls", Type: "array<string>"},
			{Name: "full_access_allowed", Type: "boolean"},
			{Name: "access_token_expiry_minutes", Type: "integer"},
			{Name: "access_token_custom_audience", Type: "string"},
			{Name: "access_token_template_content", Type: "string"},
			{Name: "post_logout_redirect_urls", Type: "array<string>"},
			{Name: "logo_url", Type: "string"},
			{Name: "bypass_consent_for_offline_access", Type: "boolean"},
			{Name: "id_token_template_content", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_app", Type: "ConnectedApp"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"connected_app_not_found", "connected_app_invalid_redirect_url", "third_party_clients_cannot_use_full_access", "third_party_clients_require_consent_for_offline_access"},
	}
	// ConnectedAppsClientsDelete is DELETE /v1/connected_apps/clients/{client_id}.
	ConnectedAppsClientsDelete = Endpoint{
		Resource: "connected_apps.clients", Operation: "delete", Method: "DELETE", Path: "/v1/connected_apps/clients/{client_id}", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "client_id", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"connected_app_not_found"},
	}
	// ConnectedAppsClientsSecretsRotate is POST /v1/connected_apps/clients/{client_id}/secrets/rotate.
	ConnectedAppsClientsSecretsRotate = Endpoint{
		Resource: "connected_apps.clients.secrets", Operation: "rotate", Method: "POST", Path: "/v1/connected_apps/clients/{client_id}/secrets/rotate", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_app", Type: "ConnectedApp"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"connected_app_not_found", "connected_app_not_rotating_secret"},
	}
	// ConnectedAppsClientsSecretsRotateCancel is POST /v1/connected_apps/clients/{client_id}/secrets/rotate/cancel.
	ConnectedAppsClientsSecretsRotateCancel = Endpoint{
		Resource: "connected_apps.clients.secrets", Operation: "rotate_cancel", Method: "POST", Path: "/v1/connected_apps/clients/{client_id}/secrets/rotate/cancel", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_app", Type: "ConnectedApp"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"connected_app_not_found", "connected_app_not_rotating_secret"},
	}
	// ConnectedAppsClientsSecretsRotateStart is POST /v1/connected_apps/clients/{client_id}/secrets/rotate/start.
	ConnectedAppsClientsSecretsRotateStart = Endpoint{
		Resource: "connected_apps.clients.secrets", Operation: "rotate_start", Method: "POST", Path: "/v1/connected_apps/clients/{client_id}/secrets/rotate/start", Scope: "shared",
		PathParams: []Field{
			{Name: "client_id", Type: "string"},
		},
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "connected_app", Type: "ConnectedAppWithNextClientSecret"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"connected_app_not_found", "connected_app_already_rotating_secret", "public_connected_apps_do_not_have_secrets"},
	}
	// DebugWhoami is GET /v1/debug/whoami.
	DebugWhoami = Endpoint{
		Resource: "debug", Operation: "whoami", Method: "GET", Path: "/v1/debug/whoami", Scope: "shared",
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "project_id", Type: "string"},
			{Name: "name", Type: "string"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"unauthorized_credentials"},
	}
	// ProjectMetrics is GET /v1/projects/metrics.
	ProjectMetrics = Endpoint{
		Resource: "project", Operation: "metrics", Method: "GET", Path: "/v1/projects/metrics", Scope: "shared",
		Response: []Field{
			{Name: "request_id", Type: "string", Note: "unique per call; see id_formats"},
			{Name: "project_id", Type: "string"},
			{Name: "metrics", Type: "array<ProjectMetric>"},
			{Name: "status_code", Type: "integer", Note: "repeats the HTTP status"},
		},
		Errors: []string{"unauthorized_credentials"},
	}
)

// Endpoints holds every endpoint, in the order of the contract.
var Endpoints = []*Endpoint{
	&OrganizationsCreate,
	&OrganizationsGet,
	&OrganizationsSearch,
	&OrganizationsUpdate,
	&OrganizationsDelete,
	&OrganizationsConnectedApps,
	&OrganizationsGetConnectedApp,
	&OrganizationsDeleteExternalID,
	&OrganizationsMetrics,
	&OrganizationsMembersCreate,
	&OrganizationsMembersGet,
	&OrganizationsMembersSearch,
	&OrganizationsMembersUpdate,
	&OrganizationsMembersDelete,
	&OrganizationsMembersDangerouslyGet,
	&OrganizationsMembersDeleteMFAPhoneNumber,
	&OrganizationsMembersDeletePassword,
	&OrganizationsMembersGetConnectedApps,
	&OrganizationsMembersDeleteExternalID,
	&OrganizationsMembersOIDCProviders,
	&OrganizationsMembersReactivate,
	&OrganizationsMembersStartEmailUpdate,
	&OrganizationsMembersDeleteTOTP,
	&OrganizationsMembersUnlinkRetiredEmail,
	&OrganizationsMembersOAuthProvidersGitHub,
	&OrganizationsMembersOAuthProvidersGoogle,
	&OrganizationsMembersOAuthProvidersHubSpot,
	&OrganizationsMembersOAuthProvidersMicrosoft,
	&OrganizationsMembersOAuthProvidersSlack,
	&OrganizationsMembersConnectedAppsRevoke,
	&DiscoveryOrganizationsCreate,
	&DiscoveryOrganizationsList,
	&DiscoveryIntermediateSessionsExchange,
	&PasswordsAuthenticate,
	&PasswordsMigrate,
	&PasswordsStrengthCheck,
	&PasswordsEmailRequireReset,
	&PasswordsEmailReset,
	&PasswordsEmailResetStart,
	&PasswordsExistingPasswordReset,
	&PasswordsSessionsReset,
	&PasswordsDiscoveryAuthenticate,
	&PasswordsDiscoveryEmailReset,
	&PasswordsDiscoveryEmailResetStart,
	&RecoveryCodesGet,
	&RecoveryCodesRecover,
	&RecoveryCodesRotate,
	&TOTPsCreate,
	&TOTPsAuthenticate,
	&TOTPsMigrate,
	&SessionsGet,
	&SessionsAttest,
	&SessionsAuthenticate,
	&SessionsExchange,
	&SessionsExchangeAccessToken,
	&SessionsGetJWKS,
	&SessionsMigrate,
	&SessionsRevoke,
	&OTPsSMSAuthenticate,
	&OTPsSMSSend,
	&OTPsEmailAuthenticate,
	&OTPsEmailLoginORSignup,
	&OTPsEmailDiscoveryAuthenticate,
	&OTPsEmailDiscoverySend,
	&MagicLinksAuthenticate,
	&MagicLinksEmailInvite,
	&MagicLinksEmailLoginORSignup,
	&MagicLinksEmailDiscoverySend,
	&MagicLinksDiscoveryAuthenticate,
	&OAuthAuthenticate,
	&OAuthDiscoveryAuthenticate,
	&SSOAuthenticate,
	&SSOGetConnections,
	&SSODeleteConnection,
	&SSOSAMLCreateConnection,
	&SSOSAMLUpdateConnection,
	&SSOSAMLDeleteEncryptionPrivateKey,
	&SSOSAMLUpdateByURL,
	&SSOSAMLDeleteVerificationCertificate,
	&SSOOIDCCreateConnection,
	&SSOOIDCUpdateConnection,
	&SSOExternalCreateConnection,
	&SSOExternalUpdateConnection,
	&SCIMConnectionCreate,
	&SCIMConnectionGet,
	&SCIMConnectionUpdate,
	&SCIMConnectionDelete,
	&SCIMConnectionGetGroups,
	&SCIMConnectionRotateCancel,
	&SCIMConnectionRotateComplete,
	&SCIMConnectionRotateStart,
	&RBACPolicy,
	&RBACOrganizationsGetOrgPolicy,
	&RBACOrganizationsSetOrgPolicy,
	&ImpersonationAuthenticate,
	&IDPIntrospectTokenNetwork,
	&IDPOAuthAuthorize,
	&IDPOAuthAuthorizeStart,
	&M2MToken,
	&M2MClientsCreate,
	&M2MClientsGet,
	&M2MClientsSearch,
	&M2MClientsUpdate,
	&M2MClientsDelete,
	&M2MClientsSecretsRotate,
	&M2MClientsSecretsRotateCancel,
	&M2MClientsSecretsRotateStart,
	&ConnectedAppsClientsCreate,
	&ConnectedAppsClientsGet,
	&ConnectedAppsClientsSearch,
	&ConnectedAppsClientsUpdate,
	&ConnectedAppsClientsDelete,
	&ConnectedAppsClientsSecretsRotate,
	&ConnectedAppsClientsSecretsRotateCancel,
	&ConnectedAppsClientsSecretsRotateStart,
	&DebugWhoami,
	&ProjectMetrics,
}
