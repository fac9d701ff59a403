// Code generated from contract.json by gen; DO NOT EDIT.

package b2b

// The error types of the API.
const (
	// ErrActionAvailableOnlyForActiveMembers: MFA factor attached to a member that is not active.
	ErrActionAvailableOnlyForActiveMembers = "action_available_only_for_active_members"
	// ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet: MFA tried before primary factors suffice.
	ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet = "action_available_only_once_primary_authentication_is_met"
	// ErrActionNotAllowedEmailDomainIsClaimed: domain is claimed by other organizations.
	ErrActionNotAllowedEmailDomainIsClaimed = "action_not_allowed_email_domain_is_claimed"
	// ErrActiveSCIMConnectionExists: organization already has an active SCIM connection.
	ErrActiveSCIMConnectionExists = "active_scim_connection_exists"
	// ErrActiveTOTPExists: member already has an active TOTP.
	ErrActiveTOTPExists = "active_totp_exists"
	// ErrAllowedAuthMethodsRequiredForRestricted: auth_methods RESTRICTED with an empty list.
	ErrAllowedAuthMethodsRequiredForRestricted = "allowed_auth_methods_required_for_restricted"
	// ErrAllowedMFAMethodsRequiredForRestricted: mfa_methods RESTRICTED with an empty list.
	ErrAllowedMFAMethodsRequiredForRestricted = "allowed_mfa_methods_required_for_restricted"
	// ErrArgon2KeyLengthMismatch: key_length differs from the hash length.
	ErrArgon2KeyLengthMismatch = "argon_2_key_length_mismatch"
	// ErrAttributeMismatch: request attributes differ from stored ones.
	ErrAttributeMismatch = "attribute_mismatch"
	// ErrBadRequest: body is not valid JSON or has a wrong type.
	ErrBadRequest = "bad_request"
	// ErrBreachedPassword: password is in a breach list.
	ErrBreachedPassword = "breached_password"
	// ErrCannotAssignDefaultRBACRoleID: stytch_member assigned explicitly.
	ErrCannotAssignDefaultRBACRoleID = "cannot_assign_default_rbac_role_id"
	// ErrCannotDeleteDefaultSSOConnection: default connection while others exist.
	ErrCannotDeleteDefaultSSOConnection = "cannot_delete_default_sso_connection"
	// ErrCannotDeleteLastSSOVerificationKey: last certificate of an active connection.
	ErrCannotDeleteLastSSOVerificationKey = "cannot_delete_last_sso_verification_key"
	// ErrCannotPreserveExistingSessions: preserve flag used where it has no sense.
	ErrCannotPreserveExistingSessions = "cannot_preserve_existing_sessions"
	// ErrCannotResetPasswordWithExistingPassword: existing-password reset not possible.
	ErrCannotResetPasswordWithExistingPassword = "cannot_reset_password_with_existing_password"
	// ErrCannotSpecifyWildcardWithOtherActions: * mixed with actions.
	ErrCannotSpecifyWildcardWithOtherActions = "cannot_specify_wildcard_with_other_actions"
	// ErrCannotUpdateTrustedMetadata: trusted_metadata sent together with a session header.
	ErrCannotUpdateTrustedMetadata = "cannot_update_trusted_metadata"
	// ErrCaptchaFailed: captcha score too low.
	ErrCaptchaFailed = "captcha_failed"
	// ErrClaimedEmailDomainsNotSupported: claimed domains not enabled.
	ErrClaimedEmailDomainsNotSupported = "claimed_email_domains_not_supported"
	// ErrClientLibraryError: raised inside the Go SDK.
	ErrClientLibraryError = "client_library_error"
	// ErrConnectedAppAlreadyRotatingSecret: rotation already begun.
	ErrConnectedAppAlreadyRotatingSecret = "connected_app_already_rotating_secret"
	// ErrConnectedAppConsentRevoked: member revoked the app.
	ErrConnectedAppConsentRevoked = "connected_app_consent_revoked"
	// ErrConnectedAppInvalidRedirectURL: redirect url not accepted.
	ErrConnectedAppInvalidRedirectURL = "connected_app_invalid_redirect_url"
	// ErrConnectedAppNotAllowedForOrg: organization policy refuses the app.
	ErrConnectedAppNotAllowedForOrg = "connected_app_not_allowed_for_org"
	// ErrConnectedAppNotFound: client id unknown.
	ErrConnectedAppNotFound = "connected_app_not_found"
	// ErrConnectedAppNotRotatingSecret: no rotation begun.
	ErrConnectedAppNotRotatingSecret = "connected_app_not_rotating_secret"
	// ErrConnectedAppSuppliedRedirectURLNotFoundInClient: redirect url not registered on the client.
	ErrConnectedAppSuppliedRedirectURLNotFoundInClient = "connected_app_supplied_redirect_url_not_found_in_client"
	// ErrCrossOrgPasswordsEnabled: call only for organization-scoped passwords.
	ErrCrossOrgPasswordsEnabled = "cross_org_passwords_enabled"
	// ErrCrossOrgPasswordsNotEnabled: call only for cross-organization passwords.
	ErrCrossOrgPasswordsNotEnabled = "cross_org_passwords_not_enabled"
	// ErrCustomClaimsTooLarge: claims above 4 KB.
	ErrCustomClaimsTooLarge = "custom_claims_too_large"
	// ErrDefaultMFAMemberMissingFactor: member lacks the factor named as default.
	ErrDefaultMFAMemberMissingFactor = "default_mfa_member_missing_factor"
	// ErrDeprecatedEndpoint: endpoint withdrawn.
	ErrDeprecatedEndpoint = "deprecated_endpoint"
	// ErrDesiredEmailDeactivatedByDifferentMember: email is retired on another member.
	ErrDesiredEmailDeactivatedByDifferentMember = "desired_email_deactivated_by_different_member"
	// ErrDesiredEmailUpdatingForDifferentMember: email is being taken by another member.
	ErrDesiredEmailUpdatingForDifferentMember = "desired_email_updating_for_different_member"
	// ErrDuplicateExternalSSOConnection: same external connection twice.
	ErrDuplicateExternalSSOConnection = "duplicate_external_sso_connection"
	// ErrDuplicateM2MClientID: client id taken.
	ErrDuplicateM2MClientID = "duplicate_m2m_client_id"
	// ErrDuplicateMemberEmail: email already used in the organization (also: inviting an active member).
	ErrDuplicateMemberEmail = "duplicate_member_email"
	// ErrDuplicateMemberExternalID: external id already used in the organization.
	ErrDuplicateMemberExternalID = "duplicate_member_external_id"
	// ErrDuplicateMemberPhoneNumber: phone number already used.
	ErrDuplicateMemberPhoneNumber = "duplicate_member_phone_number"
	// ErrDuplicateMemberPhoneNumberForMember: member already has a phone number.
	ErrDuplicateMemberPhoneNumberForMember = "duplicate_member_phone_number_for_member"
	// ErrDuplicateSAMLConnection: same entity and url twice.
	ErrDuplicateSAMLConnection = "duplicate_saml_connection"
	// ErrEmailJITProvisioningNotAllowed: unknown email and email JIT is NOT_ALLOWED.
	ErrEmailJITProvisioningNotAllowed = "email_jit_provisioning_not_allowed"
	// ErrEmailNotFound: no such email.
	ErrEmailNotFound = "email_not_found"
	// ErrEmailTemplateNotFound: template unknown.
	ErrEmailTemplateNotFound = "email_template_not_found"
	// ErrEmailUnverifiedForReactivation: no verified email on the deleted member.
	ErrEmailUnverifiedForReactivation = "email_unverified_for_reactivation"
	// ErrEmailUpdatesAvailableOnlyForActiveMembers: start_email_update on a member that is not active.
	ErrEmailUpdatesAvailableOnlyForActiveMembers = "email_updates_available_only_for_active_members"
	// ErrEmailVerificationRequired: a verified email is needed first.
	ErrEmailVerificationRequired = "email_verification_required"
	// ErrEndpointNotAuthorizedForSdk: front-end SDK access not enabled.
	ErrEndpointNotAuthorizedForSdk = "endpoint_not_authorized_for_sdk"
	// ErrEnterpriseEndpoint: feature not enabled for the workspace.
	ErrEnterpriseEndpoint = "enterprise_endpoint"
	// ErrExpiredTOTP: registration window is over.
	ErrExpiredTOTP = "expired_totp"
	// ErrExternalConnectionIDNotFound: underlying connection unknown.
	ErrExternalConnectionIDNotFound = "external_connection_id_not_found"
	// ErrExternalConnectionNotActive: underlying connection not active.
	ErrExternalConnectionNotActive = "external_connection_not_active"
	// ErrExternalOrganizationIDSameAsOrganizationID: external connection to oneself.
	ErrExternalOrganizationIDSameAsOrganizationID = "external_organization_id_same_as_organization_id"
	// ErrIDPAccessTokenNotFound: access token unknown.
	ErrIDPAccessTokenNotFound = "idp_access_token_not_found"
	// ErrInactiveEmail: email marked inactive.
	ErrInactiveEmail = "inactive_email"
	// ErrInsecureM2MClientSecret: secret under 8 characters or too guessable.
	ErrInsecureM2MClientSecret = "insecure_m2m_client_secret"
	// ErrInsufficientFactors: session lacks the factor that the action needs.
	ErrInsufficientFactors = "insufficient_factors"
	// ErrInsufficientFactorsForSessionExchange: no factor is portable to the target organization.
	ErrInsufficientFactorsForSessionExchange = "insufficient_factors_for_session_exchange"
	// ErrIntermediateSessionNotFound: intermediate session unknown, expired or consumed.
	ErrIntermediateSessionNotFound = "intermediate_session_not_found"
	// ErrInternalServerError: unexpected failure.
	ErrInternalServerError = "internal_server_error"
	// ErrInvalidArgon2IterationAmount: iterations out of range.
	ErrInvalidArgon2IterationAmount = "invalid_argon_2_iteration_amount"
	// ErrInvalidArgon2KeyLength: key length out of range.
	ErrInvalidArgon2KeyLength = "invalid_argon_2_key_length"
	// ErrInvalidArgon2Memory: memory out of range.
	ErrInvalidArgon2Memory = "invalid_argon_2_memory"
	// ErrInvalidArgon2Salt: salt missing.
	ErrInvalidArgon2Salt = "invalid_argon_2_salt"
	// ErrInvalidArgon2Threads: threads out of range.
	ErrInvalidArgon2Threads = "invalid_argon_2_threads"
	// ErrInvalidArgument: argument fails validation with no closer type.
	ErrInvalidArgument = "invalid_argument"
	// ErrInvalidAuthorizationHeader: Authorization header not Basic or not decodable.
	ErrInvalidAuthorizationHeader = "invalid_authorization_header"
	// ErrInvalidB2bEndpoint: B2B endpoint on a consumer project.
	ErrInvalidB2bEndpoint = "invalid_b2b_endpoint"
	// ErrInvalidBase64ScryptHash: scrypt hash not base64.
	ErrInvalidBase64ScryptHash = "invalid_base64_scrypt_hash"
	// ErrInvalidBase64ScryptSalt: scrypt salt not base64.
	ErrInvalidBase64ScryptSalt = "invalid_base64_scrypt_salt"
	// ErrInvalidBcryptCost: bcrypt cost out of range.
	ErrInvalidBcryptCost = "invalid_bcrypt_cost"
	// ErrInvalidBcryptHash: not a bcrypt string.
	ErrInvalidBcryptHash = "invalid_bcrypt_hash"
	// ErrInvalidClientID: client id malformed.
	ErrInvalidClientID = "invalid_client_id"
	// ErrInvalidClientSecret: client secret wrong.
	ErrInvalidClientSecret = "invalid_client_secret"
	// ErrInvalidCode: code malformed.
	ErrInvalidCode = "invalid_code"
	// ErrInvalidConnectedAppType: client_type unknown.
	ErrInvalidConnectedAppType = "invalid_connected_app_type"
	// ErrInvalidConnectionForJITProvisioning: listed connection unknown or not active.
	ErrInvalidConnectionForJITProvisioning = "invalid_connection_for_jit_provisioning"
	// ErrInvalidConsumerEndpoint: consumer endpoint on a B2B project.
	ErrInvalidConsumerEndpoint = "invalid_consumer_endpoint"
	// ErrInvalidDiscoveryRedirectURL: discovery redirect url not registered.
	ErrInvalidDiscoveryRedirectURL = "invalid_discovery_redirect_url"
	// ErrInvalidDisplayName: display name not accepted.
	ErrInvalidDisplayName = "invalid_display_name"
	// ErrInvalidEmail: email malformed.
	ErrInvalidEmail = "invalid_email"
	// ErrInvalidEmailForInvites: domain not in email_allowed_domains, or invites NOT_ALLOWED.
	ErrInvalidEmailForInvites = "invalid_email_for_invites"
	// ErrInvalidEmailForJITProvisioning: unknown email whose domain is not allowed.
	ErrInvalidEmailForJITProvisioning = "invalid_email_for_jit_provisioning"
	// ErrInvalidEmailID: email id malformed.
	ErrInvalidEmailID = "invalid_email_id"
	// ErrInvalidExpiration: expiry out of range.
	ErrInvalidExpiration = "invalid_expiration"
	// ErrInvalidExpirationOTP: OTP expiry out of range.
	ErrInvalidExpirationOTP = "invalid_expiration_otp"
	// ErrInvalidHash: hash malformed.
	ErrInvalidHash = "invalid_hash"
	// ErrInvalidHashType: hash_type unknown.
	ErrInvalidHashType = "invalid_hash_type"
	// ErrInvalidID: id format unknown.
	ErrInvalidID = "invalid_id"
	// ErrInvalidIDPEntityID: idp_entity_id malformed.
	ErrInvalidIDPEntityID = "invalid_idp_entity_id"
	// ErrInvalidIntermediateSessionTokenForOrganization: intermediate session tied to another organization.
	ErrInvalidIntermediateSessionTokenForOrganization = "invalid_intermediate_session_token_for_organization"
	// ErrInvalidInviteRedirectURL: invite redirect url not registered.
	ErrInvalidInviteRedirectURL = "invalid_invite_redirect_url"
	// ErrInvalidLocale: locale outside the enumeration.
	ErrInvalidLocale = "invalid_locale"
	// ErrInvalidLoginRedirectURL: login redirect url not registered.
	ErrInvalidLoginRedirectURL = "invalid_login_redirect_url"
	// ErrInvalidM2MClientScope: scope not granted.
	ErrInvalidM2MClientScope = "invalid_m2m_client_scope"
	// ErrInvalidMd5Hash: not a hex MD5.
	ErrInvalidMd5Hash = "invalid_md_5_hash"
	// ErrInvalidMemberGetFields: neither or both of member_id and email_address.
	ErrInvalidMemberGetFields = "invalid_member_get_fields"
	// ErrInvalidMFADefaultMethod: value outside sms_otp, totp.
	ErrInvalidMFADefaultMethod = "invalid_mfa_default_method"
	// ErrInvalidOAuthAllowedTenantsFormat: allowed_oauth_tenants not provider -> list.
	ErrInvalidOAuthAllowedTenantsFormat = "invalid_oauth_allowed_tenants_format"
	// ErrInvalidOAuthTenantForJITProvisioning: tenant not listed.
	ErrInvalidOAuthTenantForJITProvisioning = "invalid_oauth_tenant_for_jit_provisioning"
	// ErrInvalidOrganizationAllowedAuthMethods: unknown item in allowed_auth_methods.
	ErrInvalidOrganizationAllowedAuthMethods = "invalid_organization_allowed_auth_methods"
	// ErrInvalidOrganizationAllowedMFAMethods: unknown item in allowed_mfa_methods.
	ErrInvalidOrganizationAllowedMFAMethods = "invalid_organization_allowed_mfa_methods"
	// ErrInvalidOrganizationAuthFactorSetting: value outside the enumeration, or every provisioning path NOT_ALLOWED.
	ErrInvalidOrganizationAuthFactorSetting = "invalid_organization_auth_factor_setting"
	// ErrInvalidOrganizationAuthFactorSettingForEmailJITProvisioning: email_jit_provisioning value not accepted.
	ErrInvalidOrganizationAuthFactorSettingForEmailJITProvisioning = "invalid_organization_auth_factor_setting_for_email_jit_provisioning"
	// ErrInvalidOrganizationAuthFactorSettingForOAuthTenantJITProvisioning: oauth_tenant_jit_provisioning value not accepted.
	ErrInvalidOrganizationAuthFactorSettingForOAuthTenantJITProvisioning = "invalid_organization_auth_factor_setting_for_oauth_tenant_jit_provisioning"
	// ErrInvalidOrganizationAuthMethodSettings: auth_methods value not accepted.
	ErrInvalidOrganizationAuthMethodSettings = "invalid_organization_auth_method_settings"
	// ErrInvalidOrganizationExternalID: external id shape wrong.
	ErrInvalidOrganizationExternalID = "invalid_organization_external_id"
	// ErrInvalidOrganizationID: organization id malformed.
	ErrInvalidOrganizationID = "invalid_organization_id"
	// ErrInvalidOrganizationMFAFactorSetting: mfa_methods value not accepted.
	ErrInvalidOrganizationMFAFactorSetting = "invalid_organization_mfa_factor_setting"
	// ErrInvalidOrganizationMFAPolicy: mfa_policy value not accepted.
	ErrInvalidOrganizationMFAPolicy = "invalid_organization_mfa_policy"
	// ErrInvalidOrganizationName: name length outside 1 to 128.
	ErrInvalidOrganizationName = "invalid_organization_name"
	// ErrInvalidOrganizationSlug: slug shape wrong or without an alphanumeric.
	ErrInvalidOrganizationSlug = "invalid_organization_slug"
	// ErrInvalidPasswordID: password id malformed.
	ErrInvalidPasswordID = "invalid_password_id"
	// ErrInvalidPasswordResetRedirectURL: redirect url not registered.
	ErrInvalidPasswordResetRedirectURL = "invalid_password_reset_redirect_url"
	// ErrInvalidPbkdf2Algorithm: algorithm not sha256 or sha512.
	ErrInvalidPbkdf2Algorithm = "invalid_pbkdf_2_algorithm"
	// ErrInvalidPbkdf2Hash: pbkdf2 hash not base64.
	ErrInvalidPbkdf2Hash = "invalid_pbkdf_2_hash"
	// ErrInvalidPbkdf2IterationAmount: iterations out of range.
	ErrInvalidPbkdf2IterationAmount = "invalid_pbkdf_2_iteration_amount"
	// ErrInvalidPbkdf2Salt: pbkdf2 salt not base64.
	ErrInvalidPbkdf2Salt = "invalid_pbkdf_2_salt"
	// ErrInvalidPermissionAction: action unknown for the resource.
	ErrInvalidPermissionAction = "invalid_permission_action"
	// ErrInvalidPermissionResource: resource unknown.
	ErrInvalidPermissionResource = "invalid_permission_resource"
	// ErrInvalidPhoneNumber: not E.164.
	ErrInvalidPhoneNumber = "invalid_phone_number"
	// ErrInvalidPhoneNumberCountryCode: country code unsupported or not allowed.
	ErrInvalidPhoneNumberCountryCode = "invalid_phone_number_country_code"
	// ErrInvalidPhpassHashFormat: not a phpass string.
	ErrInvalidPhpassHashFormat = "invalid_phpass_hash_format"
	// ErrInvalidPKCECodeChallenge: challenge malformed.
	ErrInvalidPKCECodeChallenge = "invalid_pkce_code_challenge"
	// ErrInvalidPKCECodeVerifier: verifier malformed.
	ErrInvalidPKCECodeVerifier = "invalid_pkce_code_verifier"
	// ErrInvalidProjectID: project id malformed.
	ErrInvalidProjectID = "invalid_project_id"
	// ErrInvalidProjectIDAuthentication: project id malformed in the Basic pair.
	ErrInvalidProjectIDAuthentication = "invalid_project_id_authentication"
	// ErrInvalidRBACCustomRole: custom role not valid.
	ErrInvalidRBACCustomRole = "invalid_rbac_custom_role"
	// ErrInvalidRBACRoleAssignment: assignment names an unknown role.
	ErrInvalidRBACRoleAssignment = "invalid_rbac_role_assignment"
	// ErrInvalidRBACRoleID: role id malformed.
	ErrInvalidRBACRoleID = "invalid_rbac_role_id"
	// ErrInvalidRBACScope: scope unknown.
	ErrInvalidRBACScope = "invalid_rbac_scope"
	// ErrInvalidRecoveryCode: recovery code malformed.
	ErrInvalidRecoveryCode = "invalid_recovery_code"
	// ErrInvalidRestrictedEmailSetting: email RESTRICTED with no email_allowed_domains.
	ErrInvalidRestrictedEmailSetting = "invalid_restricted_email_setting"
	// ErrInvalidRestrictedOAuthTenantsSetting: oauth tenant RESTRICTED with no tenant.
	ErrInvalidRestrictedOAuthTenantsSetting = "invalid_restricted_oauth_tenants_setting"
	// ErrInvalidRestrictedSSOSetting: sso RESTRICTED with no allowed connection.
	ErrInvalidRestrictedSSOSetting = "invalid_restricted_sso_setting"
	// ErrInvalidRole: role id unknown in the policy.
	ErrInvalidRole = "invalid_role"
	// ErrInvalidSAMLMetadataURL: metadata url not usable.
	ErrInvalidSAMLMetadataURL = "invalid_saml_metadata_url"
	// ErrInvalidSCIMIDP: identity_provider unknown.
	ErrInvalidSCIMIDP = "invalid_scim_idp"
	// ErrInvalidScryptNParameter: N not a power of two in range.
	ErrInvalidScryptNParameter = "invalid_scrypt_n_parameter"
	// ErrInvalidScryptParameters: r or p out of range.
	ErrInvalidScryptParameters = "invalid_scrypt_parameters"
	// ErrInvalidSecretAuthentication: secret malformed in the Basic pair.
	ErrInvalidSecretAuthentication = "invalid_secret_authentication"
	// ErrInvalidSessionDuration: above the project maximum.
	ErrInvalidSessionDuration = "invalid_session_duration"
	// ErrInvalidSessionDurationMinutes: outside 5 to 527040.
	ErrInvalidSessionDurationMinutes = "invalid_session_duration_minutes"
	// ErrInvalidSessionID: session id malformed.
	ErrInvalidSessionID = "invalid_session_id"
	// ErrInvalidSessionToken: session token malformed.
	ErrInvalidSessionToken = "invalid_session_token"
	// ErrInvalidSha1Hash: not a hex SHA-1.
	ErrInvalidSha1Hash = "invalid_sha_1_hash"
	// ErrInvalidSha512Hash: not a hex SHA-512.
	ErrInvalidSha512Hash = "invalid_sha_512_hash"
	// ErrInvalidSignupRedirectURL: signup redirect url not registered.
	ErrInvalidSignupRedirectURL = "invalid_signup_redirect_url"
	// ErrInvalidSSODefaultConnectionID: default connection unknown or not active.
	ErrInvalidSSODefaultConnectionID = "invalid_sso_default_connection_id"
	// ErrInvalidSSOIDP: identity_provider unknown.
	ErrInvalidSSOIDP = "invalid_sso_idp"
	// ErrInvalidTemplateID: template id malformed.
	ErrInvalidTemplateID = "invalid_template_id"
	// ErrInvalidTOTPCode: code is not 6 digits.
	ErrInvalidTOTPCode = "invalid_totp_code"
	// ErrInvalidTrustedAuthToken: attestation token not valid.
	ErrInvalidTrustedAuthToken = "invalid_trusted_auth_token"
	// ErrInvalidX509Certificate: certificate not PEM.
	ErrInvalidX509Certificate = "invalid_x509_certificate"
	// ErrInvalidXmlFromSAMLMetadataURL: metadata is not SAML XML.
	ErrInvalidXmlFromSAMLMetadataURL = "invalid_xml_from_saml_metadata_url"
	// ErrJWTInvalidAudience: JWT aud is not the project.
	ErrJWTInvalidAudience = "jwt_invalid_audience"
	// ErrJWTInvalidClaims: JWT claims not usable.
	ErrJWTInvalidClaims = "jwt_invalid_claims"
	// ErrJWTInvalidIssuer: JWT iss not accepted.
	ErrJWTInvalidIssuer = "jwt_invalid_issuer"
	// ErrLiveIDUsedInTestEnvironment: a -live- id on a test project.
	ErrLiveIDUsedInTestEnvironment = "live_id_used_in_test_environment"
	// ErrM2MAuthorizationError: raised inside the Go SDK on missing scopes.
	ErrM2MAuthorizationError = "m2m_authorization_error"
	// ErrM2MClientAlreadyRotatingSecret: rotation already begun.
	ErrM2MClientAlreadyRotatingSecret = "m2m_client_already_rotating_secret"
	// ErrM2MClientInvalidClientID: client id not accepted.
	ErrM2MClientInvalidClientID = "m2m_client_invalid_client_id"
	// ErrM2MClientInvalidClientName: name not accepted.
	ErrM2MClientInvalidClientName = "m2m_client_invalid_client_name"
	// ErrM2MClientInvalidClientSecret: client secret not accepted.
	ErrM2MClientInvalidClientSecret = "m2m_client_invalid_client_secret"
	// ErrM2MClientInvalidStatus: status not active or inactive.
	ErrM2MClientInvalidStatus = "m2m_client_invalid_status"
	// ErrM2MClientNotFound: client unknown.
	ErrM2MClientNotFound = "m2m_client_not_found"
	// ErrM2MClientNotRotatingSecret: no rotation begun.
	ErrM2MClientNotRotatingSecret = "m2m_client_not_rotating_secret"
	// ErrM2MSearchExpectedArrayOfStrings: value must be a list of strings.
	ErrM2MSearchExpectedArrayOfStrings = "m2m_search_expected_array_of_strings"
	// ErrM2MSearchFilterNameNotRecognized: unknown filter_name.
	ErrM2MSearchFilterNameNotRecognized = "m2m_search_filter_name_not_recognized"
	// ErrMagicLinkNotFound: magic link token unknown.
	ErrMagicLinkNotFound = "magic_link_not_found"
	// ErrMemberCannotUpdateTheirEmailAddress: own email sent with own session header.
	ErrMemberCannotUpdateTheirEmailAddress = "member_cannot_update_their_email_address"
	// ErrMemberDoesNotExistInOrganization: member exists in another organization.
	ErrMemberDoesNotExistInOrganization = "member_does_not_exist_in_organization"
	// ErrMemberHasNoActiveVerifiedEmail: start_email_update without a verified email.
	ErrMemberHasNoActiveVerifiedEmail = "member_has_no_active_verified_email"
	// ErrMemberNotFound: no member for the id, external id or email in that organization.
	ErrMemberNotFound = "member_not_found"
	// ErrMemberOAuthTokenNotFound: no stored token for the provider.
	ErrMemberOAuthTokenNotFound = "member_oauth_token_not_found"
	// ErrMemberOIDCTokenNotFound: no stored OIDC token.
	ErrMemberOIDCTokenNotFound = "member_oidc_token_not_found"
	// ErrMemberPasswordNotFound: no password for the id, or member has none.
	ErrMemberPasswordNotFound = "member_password_not_found"
	// ErrMemberPhoneNumberNotFound: member has no phone number to delete.
	ErrMemberPhoneNumberNotFound = "member_phone_number_not_found"
	// ErrMemberResetPassword: breached at login; a reset is forced (status from the consumer twin reset_password).
	ErrMemberResetPassword = "member_reset_password"
	// ErrMemberSearchCannotMixInternalANDExternalMemberIDs: member_ids mixes member ids and external ids.
	ErrMemberSearchCannotMixInternalANDExternalMemberIDs = "member_search_cannot_mix_internal_and_external_member_ids"
	// ErrMemberSearchExpectedArrayOfStrings: value must be a list of strings.
	ErrMemberSearchExpectedArrayOfStrings = "member_search_expected_array_of_strings"
	// ErrMemberSearchExpectedBoolean: value must be a boolean.
	ErrMemberSearchExpectedBoolean = "member_search_expected_boolean"
	// ErrMemberSearchExpectedString: value must be a string.
	ErrMemberSearchExpectedString = "member_search_expected_string"
	// ErrMemberSearchFilterNameMustBeString: filter_name not a string.
	ErrMemberSearchFilterNameMustBeString = "member_search_filter_name_must_be_string"
	// ErrMemberSearchFilterNameNotRecognized: unknown filter_name.
	ErrMemberSearchFilterNameNotRecognized = "member_search_filter_name_not_recognized"
	// ErrMemberSearchMemberEmailFuzzyTooShort: under 3 characters.
	ErrMemberSearchMemberEmailFuzzyTooShort = "member_search_member_email_fuzzy_too_short"
	// ErrMemberSearchMemberMFAPhoneNumberFuzzyTooShort: under 3 characters.
	ErrMemberSearchMemberMFAPhoneNumberFuzzyTooShort = "member_search_member_mfa_phone_number_fuzzy_too_short"
	// ErrMemberSearchMissingFilterName: operand without filter_name.
	ErrMemberSearchMissingFilterName = "member_search_missing_filter_name"
	// ErrMemberSearchMissingFilterValue: operand without filter_value.
	ErrMemberSearchMissingFilterValue = "member_search_missing_filter_value"
	// ErrMemberSearchOrganizationIDsEmpty: organization_ids empty.
	ErrMemberSearchOrganizationIDsEmpty = "member_search_organization_ids_empty"
	// ErrMemberSessionMemberIDMismatch: session belongs to another member.
	ErrMemberSessionMemberIDMismatch = "member_session_member_id_mismatch"
	// ErrMetadataInvalidFormat: metadata is not an object.
	ErrMetadataInvalidFormat = "metadata_invalid_format"
	// ErrMetadataTooLarge: more than 4 KB.
	ErrMetadataTooLarge = "metadata_too_large"
	// ErrMetadataTooManyKeys: more than 20 top-level keys.
	ErrMetadataTooManyKeys = "metadata_too_many_keys"
	// ErrMethodNotAllowed: path exists, verb does not.
	ErrMethodNotAllowed = "method_not_allowed"
	// ErrMigrateFromExternalEmailDoesNotExist: no member for the returned email.
	ErrMigrateFromExternalEmailDoesNotExist = "migrate_from_external_email_does_not_exist"
	// ErrMigrateFromExternalMissingUserinfo: no user-info endpoint set in the project.
	ErrMigrateFromExternalMissingUserinfo = "migrate_from_external_missing_userinfo"
	// ErrMigrateFromExternalUnexpectedResponse: user-info endpoint answered badly.
	ErrMigrateFromExternalUnexpectedResponse = "migrate_from_external_unexpected_response"
	// ErrNoActiveRecoveryCodeBackedFactor: member has no factor that recovery codes back.
	ErrNoActiveRecoveryCodeBackedFactor = "no_active_recovery_code_backed_factor"
	// ErrNoActiveSCIMConnection: no active SCIM connection.
	ErrNoActiveSCIMConnection = "no_active_scim_connection"
	// ErrNoAssociatedSessionPassedIn: session or intermediate session needed.
	ErrNoAssociatedSessionPassedIn = "no_associated_session_passed_in"
	// ErrNoDeletedMemberFoundForReactivation: member is not deleted.
	ErrNoDeletedMemberFoundForReactivation = "no_deleted_member_found_for_reactivation"
	// ErrNoDiscoveryRedirectURLsSet: no discovery redirect url in the project.
	ErrNoDiscoveryRedirectURLsSet = "no_discovery_redirect_urls_set"
	// ErrNoInviteRedirectURLsSet: no invite redirect url in the project.
	ErrNoInviteRedirectURLsSet = "no_invite_redirect_urls_set"
	// ErrNoLoginRedirectURLsSet: no login redirect url in the project.
	ErrNoLoginRedirectURLsSet = "no_login_redirect_urls_set"
	// ErrNoMatchForProvidedMagicLinkURL: url matches no registered redirect.
	ErrNoMatchForProvidedMagicLinkURL = "no_match_for_provided_magic_link_url"
	// ErrNoOAuthAuthorizeMemberSelector: no member identified.
	ErrNoOAuthAuthorizeMemberSelector = "no_oauth_authorize_member_selector"
	// ErrNoPasswordResetRedirectURL: no reset redirect url given or set.
	ErrNoPasswordResetRedirectURL = "no_password_reset_redirect_url"
	// ErrNoSessionArguments: neither session_token nor session_jwt.
	ErrNoSessionArguments = "no_session_arguments"
	// ErrNoSessionRevokeArguments: revoke without an identifier.
	ErrNoSessionRevokeArguments = "no_session_revoke_arguments"
	// ErrNoSignupRedirectURLsSet: no signup redirect url in the project.
	ErrNoSignupRedirectURLsSet = "no_signup_redirect_urls_set"
	// ErrOAuth2InvalidTokenError: raised inside the Go SDK on an inactive token.
	ErrOAuth2InvalidTokenError = "oauth2_invalid_token_error"
	// ErrOAuthAccessTokenExchangeMissingFullAccess: token lacks full_access.
	ErrOAuthAccessTokenExchangeMissingFullAccess = "oauth_access_token_exchange_missing_full_access"
	// ErrOAuthAccessTokenExchangeTokenInvalidGrant: token already exchanged or revoked.
	ErrOAuthAccessTokenExchangeTokenInvalidGrant = "oauth_access_token_exchange_token_invalid_grant"
	// ErrOAuthAccessTokenExchangeTokenTooOld: token older than 5 minutes.
	ErrOAuthAccessTokenExchangeTokenTooOld = "oauth_access_token_exchange_token_too_old"
	// ErrOAuthTenantJITProvisioningNotAllowed: tenant JIT is NOT_ALLOWED.
	ErrOAuthTenantJITProvisioningNotAllowed = "oauth_tenant_jit_provisioning_not_allowed"
	// ErrOAuthTokenNotFound: OAuth token unknown or used.
	ErrOAuthTokenNotFound = "oauth_token_not_found"
	// ErrOIDCConnectionAuthorizationURLInvalidFormat: url malformed.
	ErrOIDCConnectionAuthorizationURLInvalidFormat = "oidc_connection_authorization_url_invalid_format"
	// ErrOIDCConnectionIssuerURLInvalidFormat: issuer not an https url.
	ErrOIDCConnectionIssuerURLInvalidFormat = "oidc_connection_issuer_url_invalid_format"
	// ErrOIDCConnectionJWKSURLInvalidFormat: url malformed.
	ErrOIDCConnectionJWKSURLInvalidFormat = "oidc_connection_jwks_url_invalid_format"
	// ErrOIDCConnectionNotFound: OIDC connection unknown.
	ErrOIDCConnectionNotFound = "oidc_connection_not_found"
	// ErrOIDCConnectionTokenURLInvalidFormat: url malformed.
	ErrOIDCConnectionTokenURLInvalidFormat = "oidc_connection_token_url_invalid_format"
	// ErrOIDCConnectionUserinfoURLInvalidFormat: url malformed.
	ErrOIDCConnectionUserinfoURLInvalidFormat = "oidc_connection_userinfo_url_invalid_format"
	// ErrOperationRestrictedByOrganizationAuthMethods: method not in allowed_auth_methods.
	ErrOperationRestrictedByOrganizationAuthMethods = "operation_restricted_by_organization_auth_methods"
	// ErrOperationRestrictedByOrganizationMFAMethods: method not in allowed_mfa_methods.
	ErrOperationRestrictedByOrganizationMFAMethods = "operation_restricted_by_organization_mfa_methods"
	// ErrOrganizationExternalIDAlreadyUsed: external id taken in the project.
	ErrOrganizationExternalIDAlreadyUsed = "organization_external_id_already_used"
	// ErrOrganizationLogoURLTooLong: logo url too long.
	ErrOrganizationLogoURLTooLong = "organization_logo_url_too_long"
	// ErrOrganizationNameIncludesBannedWords: name refused by the abuse filter.
	ErrOrganizationNameIncludesBannedWords = "organization_name_includes_banned_words"
	// ErrOrganizationNameMissing: organization_name absent.
	ErrOrganizationNameMissing = "organization_name_missing"
	// ErrOrganizationNotFound: no organization for the id, slug or external id.
	ErrOrganizationNotFound = "organization_not_found"
	// ErrOrganizationSearchAllowedDomainFuzzyTooShort: under 3 characters.
	ErrOrganizationSearchAllowedDomainFuzzyTooShort = "organization_search_allowed_domain_fuzzy_too_short"
	// ErrOrganizationSearchExpectedArrayOfStrings: value must be a list of strings.
	ErrOrganizationSearchExpectedArrayOfStrings = "organization_search_expected_array_of_strings"
	// ErrOrganizationSearchExpectedBoolean: value must be a boolean.
	ErrOrganizationSearchExpectedBoolean = "organization_search_expected_boolean"
	// ErrOrganizationSearchExpectedString: value must be a string.
	ErrOrganizationSearchExpectedString = "organization_search_expected_string"
	// ErrOrganizationSearchFilterNameMustBeString: filter_name not a string.
	ErrOrganizationSearchFilterNameMustBeString = "organization_search_filter_name_must_be_string"
	// ErrOrganizationSearchFilterNameNotRecognized: unknown filter_name.
	ErrOrganizationSearchFilterNameNotRecognized = "organization_search_filter_name_not_recognized"
	// ErrOrganizationSearchMemberEmailFuzzyTooShort: under 3 characters.
	ErrOrganizationSearchMemberEmailFuzzyTooShort = "organization_search_member_email_fuzzy_too_short"
	// ErrOrganizationSearchMissingFilterName: operand without filter_name.
	ErrOrganizationSearchMissingFilterName = "organization_search_missing_filter_name"
	// ErrOrganizationSearchMissingFilterValue: operand without filter_value.
	ErrOrganizationSearchMissingFilterValue = "organization_search_missing_filter_value"
	// ErrOrganizationSearchOrganizationNameFuzzyTooShort: under 3 characters.
	ErrOrganizationSearchOrganizationNameFuzzyTooShort = "organization_search_organization_name_fuzzy_too_short"
	// ErrOrganizationSearchOrganizationSlugFuzzyTooShort: under 3 characters.
	ErrOrganizationSearchOrganizationSlugFuzzyTooShort = "organization_search_organization_slug_fuzzy_too_short"
	// ErrOrganizationSettingsClaimedDomainTooCommon: claimed domain is a common provider.
	ErrOrganizationSettingsClaimedDomainTooCommon = "organization_settings_claimed_domain_too_common"
	// ErrOrganizationSettingsDisposableDomain: disposable mail provider.
	ErrOrganizationSettingsDisposableDomain = "organization_settings_disposable_domain"
	// ErrOrganizationSettingsDomainTooCommon: common mail provider in email_allowed_domains.
	ErrOrganizationSettingsDomainTooCommon = "organization_settings_domain_too_common"
	// ErrOrganizationSettingsDuplicateClaimedDomain: claimed domain listed twice.
	ErrOrganizationSettingsDuplicateClaimedDomain = "organization_settings_duplicate_claimed_domain"
	// ErrOrganizationSettingsDuplicateDomain: domain listed twice.
	ErrOrganizationSettingsDuplicateDomain = "organization_settings_duplicate_domain"
	// ErrOrganizationSettingsInvalidClaimedDomain: claimed domain malformed.
	ErrOrganizationSettingsInvalidClaimedDomain = "organization_settings_invalid_claimed_domain"
	// ErrOrganizationSettingsInvalidDomain: domain malformed.
	ErrOrganizationSettingsInvalidDomain = "organization_settings_invalid_domain"
	// ErrOrganizationSlugAlreadyUsed: slug taken in the project.
	ErrOrganizationSlugAlreadyUsed = "organization_slug_already_used"
	// ErrOrganizationSuspended: workspace suspended by the provider.
	ErrOrganizationSuspended = "organization_suspended"
	// ErrOTPCodeNotFound: code is wrong.
	ErrOTPCodeNotFound = "otp_code_not_found"
	// ErrPasswordAlreadyExists: migrate on a member that has a password.
	ErrPasswordAlreadyExists = "password_already_exists"
	// ErrPasswordValidationTimeout: strength check took too long.
	ErrPasswordValidationTimeout = "password_validation_timeout"
	// ErrPbkdf2KeyLengthMismatch: key_length differs from the hash length.
	ErrPbkdf2KeyLengthMismatch = "pbkdf_2_key_length_mismatch"
	// ErrPendingTOTPExists: a TOTP registration awaits its first code.
	ErrPendingTOTPExists = "pending_totp_exists"
	// ErrPhoneNumberNotFound: member has no phone number to use.
	ErrPhoneNumberNotFound = "phone_number_not_found"
	// ErrPKCEDidNotExpectCodeVerifier: verifier sent, no challenge at start.
	ErrPKCEDidNotExpectCodeVerifier = "pkce_did_not_expect_code_verifier"
	// ErrPKCEExpectedCodeVerifier: flow began with a challenge, verifier missing.
	ErrPKCEExpectedCodeVerifier = "pkce_expected_code_verifier"
	// ErrPKCEMismatch: verifier does not match the challenge.
	ErrPKCEMismatch = "pkce_mismatch"
	// ErrProjectNotFound: project id unknown.
	ErrProjectNotFound = "project_not_found"
	// ErrPublicConnectedAppsDoNotHaveSecrets: public client has no secret.
	ErrPublicConnectedAppsDoNotHaveSecrets = "public_connected_apps_do_not_have_secrets"
	// ErrRBACDescriptionTooLong: description too long.
	ErrRBACDescriptionTooLong = "rbac_description_too_long"
	// ErrRBACDomainTooCommon: assignment domain is a common provider.
	ErrRBACDomainTooCommon = "rbac_domain_too_common"
	// ErrRBACInvalidDomain: assignment domain malformed.
	ErrRBACInvalidDomain = "rbac_invalid_domain"
	// ErrRBACOrgCustomRolesOnly: organization policy may not redefine project roles.
	ErrRBACOrgCustomRolesOnly = "rbac_org_custom_roles_only"
	// ErrRBACPermissionMissingActions: permission without actions.
	ErrRBACPermissionMissingActions = "rbac_permission_missing_actions"
	// ErrRBACRoleDuplicate: role id twice.
	ErrRBACRoleDuplicate = "rbac_role_duplicate"
	// ErrRBACRoleIDTooLong: role id too long.
	ErrRBACRoleIDTooLong = "rbac_role_id_too_long"
	// ErrRBACRoleMissingPermissions: role without permissions.
	ErrRBACRoleMissingPermissions = "rbac_role_missing_permissions"
	// ErrReactivationEmailBelongsToAnotherMember: email since taken by another member.
	ErrReactivationEmailBelongsToAnotherMember = "reactivation_email_belongs_to_another_member"
	// ErrRecoveryCodeUsedAsTOTPCode: recovery code sent as TOTP code.
	ErrRecoveryCodeUsedAsTOTPCode = "recovery_code_used_as_totp_code"
	// ErrRecoveryCodesAlreadyExist: migration onto existing codes.
	ErrRecoveryCodesAlreadyExist = "recovery_codes_already_exist"
	// ErrRecoveryCodesNotFound: member has no recovery codes.
	ErrRecoveryCodesNotFound = "recovery_codes_not_found"
	// ErrRequiresActiveSSOConnection: setting needs an active connection.
	ErrRequiresActiveSSOConnection = "requires_active_sso_connection"
	// ErrReservedClaimsInCustomClaims: reserved claim sent; texts say it is ignored instead.
	ErrReservedClaimsInCustomClaims = "reserved_claims_in_custom_claims"
	// ErrRetiredEmailMissingEmailIdentifiers: neither email_id nor email_address.
	ErrRetiredEmailMissingEmailIdentifiers = "retired_email_missing_email_identifiers"
	// ErrRetiredMemberEmail: address is retired on a member of the organization.
	ErrRetiredMemberEmail = "retired_member_email"
	// ErrRouteNotFound: no such path.
	ErrRouteNotFound = "route_not_found"
	// ErrSAMLConnectionAttributeMappingMissingGroupsKey: group roles without groups mapping.
	ErrSAMLConnectionAttributeMappingMissingGroupsKey = "saml_connection_attribute_mapping_missing_groups_key"
	// ErrSAMLConnectionAttributeMappingRequired: attribute_mapping missing.
	ErrSAMLConnectionAttributeMappingRequired = "saml_connection_attribute_mapping_required"
	// ErrSAMLConnectionEmailMappingRequired: mapping lacks email.
	ErrSAMLConnectionEmailMappingRequired = "saml_connection_email_mapping_required"
	// ErrSAMLConnectionIDPSSOURLInvalidFormat: idp_sso_url malformed.
	ErrSAMLConnectionIDPSSOURLInvalidFormat = "saml_connection_idp_sso_url_invalid_format"
	// ErrSAMLConnectionIDPSSOURLNotHttps: idp_sso_url not https.
	ErrSAMLConnectionIDPSSOURLNotHttps = "saml_connection_idp_sso_url_not_https"
	// ErrSAMLConnectionNameMappingRequired: mapping lacks a name.
	ErrSAMLConnectionNameMappingRequired = "saml_connection_name_mapping_required"
	// ErrSAMLConnectionNotFound: SAML connection unknown.
	ErrSAMLConnectionNotFound = "saml_connection_not_found"
	// ErrSAMLSigningPrivateKeyFormatNotSupported: private key not PKCS1.
	ErrSAMLSigningPrivateKeyFormatNotSupported = "saml_signing_private_key_format_not_supported"
	// ErrSAMLSigningPrivateKeyInvalid: private key not parsable.
	ErrSAMLSigningPrivateKeyInvalid = "saml_signing_private_key_invalid"
	// ErrSCIMConnectionNotRotatingToken: complete or cancel without start.
	ErrSCIMConnectionNotRotatingToken = "scim_connection_not_rotating_token"
	// ErrSCIMGroupRoleAssignmentDoesNotContainGroupID: group id missing.
	ErrSCIMGroupRoleAssignmentDoesNotContainGroupID = "scim_group_role_assignment_does_not_contain_group_id"
	// ErrSCIMGroupRoleAssignmentGroupDoesNotExist: group id unknown.
	ErrSCIMGroupRoleAssignmentGroupDoesNotExist = "scim_group_role_assignment_group_does_not_exist"
	// ErrScryptKeyLengthMismatch: key_length differs from the hash length.
	ErrScryptKeyLengthMismatch = "scrypt_key_length_mismatch"
	// ErrSearchInvalidStatusFilter: unknown status in statuses.
	ErrSearchInvalidStatusFilter = "search_invalid_status_filter"
	// ErrSearchTimeout: search took too long.
	ErrSearchTimeout = "search_timeout"
	// ErrSecondaryFactorNotFound: member has no such second factor.
	ErrSecondaryFactorNotFound = "secondary_factor_not_found"
	// ErrServerUnavailable: temporary failure; retry.
	ErrServerUnavailable = "server_unavailable"
	// ErrSessionAuthorizationError: session roles do not grant the action.
	ErrSessionAuthorizationError = "session_authorization_error"
	// ErrSessionAuthorizationTenancyError: session belongs to another organization.
	ErrSessionAuthorizationTenancyError = "session_authorization_tenancy_error"
	// ErrSessionNotFound: session unknown, expired or revoked.
	ErrSessionNotFound = "session_not_found"
	// ErrSessionNotMutable: impersonated session cannot be extended.
	ErrSessionNotMutable = "session_not_mutable"
	// ErrSessionTooOldToResetPassword: no factor younger than 5 minutes in the session.
	ErrSessionTooOldToResetPassword = "session_too_old_to_reset_password"
	// ErrSSOConnectionNotFound: connection unknown.
	ErrSSOConnectionNotFound = "sso_connection_not_found"
	// ErrSSOEncryptionPrivateKeyNotFound: private key id unknown.
	ErrSSOEncryptionPrivateKeyNotFound = "sso_encryption_private_key_not_found"
	// ErrSSOTokenNotFound: SSO token unknown or used.
	ErrSSOTokenNotFound = "sso_token_not_found"
	// ErrSSOVerificationKeyNotFound: certificate id unknown.
	ErrSSOVerificationKeyNotFound = "sso_verification_key_not_found"
	// ErrStaleFactors: factors too old.
	ErrStaleFactors = "stale_factors"
	// ErrStytchClaimsInCustomClaims: claim under https://stytch.com/.
	ErrStytchClaimsInCustomClaims = "stytch_claims_in_custom_claims"
	// ErrTestIDUsedInLiveEnvironment: a -test- id on a live project.
	ErrTestIDUsedInLiveEnvironment = "test_id_used_in_live_environment"
	// ErrThirdPartyClientsCannotUseFullAccess: full access is for first-party clients.
	ErrThirdPartyClientsCannotUseFullAccess = "third_party_clients_cannot_use_full_access"
	// ErrThirdPartyClientsRequireConsentForOfflineAccess: bypass not open to third-party clients.
	ErrThirdPartyClientsRequireConsentForOfflineAccess = "third_party_clients_require_consent_for_offline_access"
	// ErrTokenMissingOrganizationIDClaim: attestation token without organization claim.
	ErrTokenMissingOrganizationIDClaim = "token_missing_organization_id_claim"
	// ErrTooFewTokensAuthenticated: many links sent, few authenticated.
	ErrTooFewTokensAuthenticated = "too_few_tokens_authenticated"
	// ErrTooManyConnectedApps: quota reached.
	ErrTooManyConnectedApps = "too_many_connected_apps"
	// ErrTooManyDomains: too many domains.
	ErrTooManyDomains = "too_many_domains"
	// ErrTooManyM2MClientScopes: too many scopes.
	ErrTooManyM2MClientScopes = "too_many_m2m_client_scopes"
	// ErrTooManyRequests: rate limit hit.
	ErrTooManyRequests = "too_many_requests"
	// ErrTooManyRoles: too many roles on the member.
	ErrTooManyRoles = "too_many_roles"
	// ErrTooManySessionArguments: both session_token and session_jwt.
	ErrTooManySessionArguments = "too_many_session_arguments"
	// ErrTooManySessionRevokeArguments: revoke with several identifiers.
	ErrTooManySessionRevokeArguments = "too_many_session_revoke_arguments"
	// ErrTooManySSOConnections: connection quota reached.
	ErrTooManySSOConnections = "too_many_sso_connections"
	// ErrTooManySSOVerificationCertificates: more than 5 certificates.
	ErrTooManySSOVerificationCertificates = "too_many_sso_verification_certificates"
	// ErrTOTPCodeAlreadyAuthenticated: code reused in its window.
	ErrTOTPCodeAlreadyAuthenticated = "totp_code_already_authenticated"
	// ErrTOTPCodeUsedAsRecoveryCode: TOTP code sent as recovery code.
	ErrTOTPCodeUsedAsRecoveryCode = "totp_code_used_as_recovery_code"
	// ErrTOTPNotFound: member has no TOTP.
	ErrTOTPNotFound = "totp_not_found"
	// ErrTrustedTokenProfileNotFound: attestation profile unknown.
	ErrTrustedTokenProfileNotFound = "trusted_token_profile_not_found"
	// ErrUnableToAuthImpersonationToken: impersonation token used, expired or unknown.
	ErrUnableToAuthImpersonationToken = "unable_to_auth_impersonation_token"
	// ErrUnableToAuthMagicLink: magic link used or expired.
	ErrUnableToAuthMagicLink = "unable_to_auth_magic_link"
	// ErrUnableToAuthOTPCode: code expired or used.
	ErrUnableToAuthOTPCode = "unable_to_auth_otp_code"
	// ErrUnableToAuthPasswordResetToken: reset token used or expired.
	ErrUnableToAuthPasswordResetToken = "unable_to_auth_password_reset_token"
	// ErrUnableToAuthenticateRecoveryCode: recovery code unknown or used.
	ErrUnableToAuthenticateRecoveryCode = "unable_to_authenticate_recovery_code"
	// ErrUnableToAuthenticateTOTP: code does not match.
	ErrUnableToAuthenticateTOTP = "unable_to_authenticate_totp"
	// ErrUnableToParseSessionJWT: JWT malformed or bad signature.
	ErrUnableToParseSessionJWT = "unable_to_parse_session_jwt"
	// ErrUnableToVerifyMemberEmailUpdate: update window of 5 minutes is over.
	ErrUnableToVerifyMemberEmailUpdate = "unable_to_verify_member_email_update"
	// ErrUnauthorizedAction: action not open to this caller.
	ErrUnauthorizedAction = "unauthorized_action"
	// ErrUnauthorizedCredentials: wrong or missing project credentials; also a wrong password.
	ErrUnauthorizedCredentials = "unauthorized_credentials"
	// ErrUnsubscribedPhoneNumber: number opted out of SMS.
	ErrUnsubscribedPhoneNumber = "unsubscribed_phone_number"
	// ErrUseHttps: plain http used.
	ErrUseHttps = "use_https"
	// ErrUserLockLimitReached: member locked after repeated failures.
	ErrUserLockLimitReached = "user_lock_limit_reached"
	// ErrWeakPassword: password fails the strength policy.
	ErrWeakPassword = "weak_password"
)

// errorTypes says of every error type which HTTP status it has and when it comes.
var errorTypes = map[string]ErrorType{
	ErrActionAvailableOnlyForActiveMembers:                         {Name: "action_available_only_for_active_members", Status: 400, When: "MFA factor attached to a member that is not active"},
	ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet:           {Name: "action_available_only_once_primary_authentication_is_met", Status: 400, When: "MFA tried before primary factors suffice"},
	ErrActionNotAllowedEmailDomainIsClaimed:                        {Name: "action_not_allowed_email_domain_is_claimed", Status: 400, When: "domain is claimed by other organizations"},
	ErrActiveSCIMConnectionExists:                                  {Name: "active_scim_connection_exists", Status: 400, When: "organization already has an active SCIM connection"},
	ErrActiveTOTPExists:                                            {Name: "active_totp_exists", Status: 400, When: "member already has an active TOTP"},
	ErrAllowedAuthMethodsRequiredForRestricted:                     {Name: "allowed_auth_methods_required_for_restricted", Status: 400, When: "auth_methods RESTRICTED with an empty list"},
	ErrAllowedMFAMethodsRequiredForRestricted:                      {Name: "allowed_mfa_methods_required_for_restricted", Status: 400, When: "mfa_methods RESTRICTED with an empty list"},
	ErrArgon2KeyLengthMismatch:                                     {Name: "argon_2_key_length_mismatch", Status: 400, When: "key_length differs from the hash length"},
	ErrAttributeMismatch:                                           {Name: "attribute_mismatch", Status: 401, When: "request attributes differ from stored ones"},
	ErrBadRequest:                                                  {Name: "bad_request", Status: 400, When: "body is not valid JSON or has a wrong type"},
	ErrBreachedPassword:                                            {Name: "breached_password", Status: 400, When: "password is in a breach list"},
	ErrCannotAssignDefaultRBACRoleID:                               {Name: "cannot_assign_default_rbac_role_id", Status: 400, When: "stytch_member assigned explicitly"},
	ErrCannotDeleteDefaultSSOConnection:                            {Name: "cannot_delete_default_sso_connection", Status: 400, When: "default connection while others exist"},
	ErrCannotDeleteLastSSOVerificationKey:                          {Name: "cannot_delete_last_sso_verification_key", Status: 400, When: "last certificate of an active connection"},
	ErrCannotPreserveExistingSessions:                              {Name: "cannot_preserve_existing_sessions", Status: 400, When: "preserve flag used where it has no sense"},
	ErrCannotResetPasswordWithExistingPassword:                     {Name: "cannot_reset_password_with_existing_password", Status: 400, When: "existing-password reset not possible"},
	ErrCannotSpecifyWildcardWithOtherActions:                       {Name: "cannot_specify_wildcard_with_other_actions", Status: 400, When: "* mixed with actions"},
	ErrCannotUpdateTrustedMetadata:                                 {Name: "cannot_update_trusted_metadata", Status: 400, When: "trusted_metadata sent together with a session header"},
	ErrCaptchaFailed:                                               {Name: "captcha_failed", Status: 429, When: "captcha score too low"},
	ErrClaimedEmailDomainsNotSupported:                             {Name: "claimed_email_domains_not_supported", Status: 400, When: "claimed domains not enabled"},
	ErrClientLibraryError:                                          {Name: "client_library_error", Status: 500, When: "raised inside the Go SDK"},
	ErrConnectedAppAlreadyRotatingSecret:                           {Name: "connected_app_already_rotating_secret", Status: 400, When: "rotation already begun"},
	ErrConnectedAppConsentRevoked:                                  {Name: "connected_app_consent_revoked", Status: 400, When: "member revoked the app"},
	ErrConnectedAppInvalidRedirectURL:                              {Name: "connected_app_invalid_redirect_url", Status: 400, When: "redirect url not accepted"},
	ErrConnectedAppNotAllowedForOrg:                                {Name: "connected_app_not_allowed_for_org", Status: 400, When: "organization policy refuses the app"},
	ErrConnectedAppNotFound:                                        {Name: "connected_app_not_found", Status: 404, When: "client id unknown"},
	ErrConnectedAppNotRotatingSecret:                               {Name: "connected_app_not_rotating_secret", Status: 400, When: "no rotation begun"},
	ErrConnectedAppSuppliedRedirectURLNotFoundInClient:             {Name: "connected_app_supplied_redirect_url_not_found_in_client", Status: 400, When: "redirect url not registered on the client"},
	ErrCrossOrgPasswordsEnabled:                                    {Name: "cross_org_passwords_enabled", Status: 400, When: "call only for organization-scoped passwords"},
	ErrCrossOrgPasswordsNotEnabled:                                 {Name: "cross_org_passwords_not_enabled", Status: 400, When: "call only for cross-organization passwords"},
	ErrCustomClaimsTooLarge:                                        {Name: "custom_claims_too_large", Status: 400, When: "claims above 4 KB"},
	ErrDefaultMFAMemberMissingFactor:                               {Name: "default_mfa_member_missing_factor", Status: 400, When: "member lacks the factor named as default"},
	ErrDeprecatedEndpoint:                                          {Name: "deprecated_endpoint", Status: 400, When: "endpoint withdrawn"},
	ErrDesiredEmailDeactivatedByDifferentMember:                    {Name: "desired_email_deactivated_by_different_member", Status: 400, When: "email is retired on another member"},
	ErrDesiredEmailUpdatingForDifferentMember:                      {Name: "desired_email_updating_for_different_member", Status: 400, When: "email is being taken by another member"},
	ErrDuplicateExternalSSOConnection:                              {Name: "duplicate_external_sso_connection", Status: 400, When: "same external connection twice"},
	ErrDuplicateM2MClientID:                                        {Name: "duplicate_m2m_client_id", Status: 400, When: "client id taken"},
	ErrDuplicateMemberEmail:                                        {Name: "duplicate_member_email", Status: 400, When: "email already used in the organization (also: inviting an active member)"},
	ErrDuplicateMemberExternalID:                                   {Name: "duplicate_member_external_id", Status: 400, When: "external id already used in the organization"},
	ErrDuplicateMemberPhoneNumber:                                  {Name: "duplicate_member_phone_number", Status: 400, When: "phone number already used"},
	ErrDuplicateMemberPhoneNumberForMember:                         {Name: "duplicate_member_phone_number_for_member", Status: 400, When: "member already has a phone number"},
	ErrDuplicateSAMLConnection:                                     {Name: "duplicate_saml_connection", Status: 400, When: "same entity and url twice"},
	ErrEmailJITProvisioningNotAllowed:                              {Name: "email_jit_provisioning_not_allowed", Status: 400, When: "unknown email and email JIT is NOT_ALLOWED"},
	ErrEmailNotFound:                                               {Name: "email_not_found", Status: 404, When: "no such email"},
	ErrEmailTemplateNotFound:                                       {Name: "email_template_not_found", Status: 404, When: "template unknown"},
	ErrEmailUnverifiedForReactivation:                              {Name: "email_unverified_for_reactivation", Status: 400, When: "no verified email on the deleted member"},
	ErrEmailUpdatesAvailableOnlyForActiveMembers:                   {Name: "email_updates_available_only_for_active_members", Status: 400, When: "start_email_update on a member that is not active"},
	ErrEmailVerificationRequired:                                   {Name: "email_verification_required", Status: 400, When: "a verified email is needed first"},
	ErrEndpointNotAuthorizedForSdk:                                 {Name: "endpoint_not_authorized_for_sdk", Status: 401, When: "front-end SDK access not enabled"},
	ErrEnterpriseEndpoint:                                          {Name: "enterprise_endpoint", Status: 401, When: "feature not enabled for the workspace"},
	ErrExpiredTOTP:                                                 {Name: "expired_totp", Status: 400, When: "registration window is over"},
	ErrExternalConnectionIDNotFound:                                {Name: "external_connection_id_not_found", Status: 404, When: "underlying connection unknown"},
	ErrExternalConnectionNotActive:                                 {Name: "external_connection_not_active", Status: 400, When: "underlying connection not active"},
	ErrExternalOrganizationIDSameAsOrganizationID:                  {Name: "external_organization_id_same_as_organization_id", Status: 400, When: "external connection to oneself"},
	ErrIDPAccessTokenNotFound:                                      {Name: "idp_access_token_not_found", Status: 404, When: "access token unknown"},
	ErrInactiveEmail:                                               {Name: "inactive_email", Status: 400, When: "email marked inactive"},
	ErrInsecureM2MClientSecret:                                     {Name: "insecure_m2m_client_secret", Status: 400, When: "secret under 8 characters or too guessable"},
	ErrInsufficientFactors:                                         {Name: "insufficient_factors", Status: 400, When: "session lacks the factor that the action needs"},
	ErrInsufficientFactorsForSessionExchange:                       {Name: "insufficient_factors_for_session_exchange", Status: 400, When: "no factor is portable to the target organization"},
	ErrIntermediateSessionNotFound:                                 {Name: "intermediate_session_not_found", Status: 404, When: "intermediate session unknown, expired or consumed"},
	ErrInternalServerError:                                         {Name: "internal_server_error", Status: 500, When: "unexpected failure"},
	ErrInvalidArgon2IterationAmount:                                {Name: "invalid_argon_2_iteration_amount", Status: 400, When: "iterations out of range"},
	ErrInvalidArgon2KeyLength:                                      {Name: "invalid_argon_2_key_length", Status: 400, When: "key length out of range"},
	ErrInvalidArgon2Memory:                                         {Name: "invalid_argon_2_memory", Status: 400, When: "memory out of range"},
	ErrInvalidArgon2Salt:                                           {Name: "invalid_argon_2_salt", Status: 400, When: "salt missing"},
	ErrInvalidArgon2Threads:                                        {Name: "invalid_argon_2_threads", Status: 400, When: "threads out of range"},
	ErrInvalidArgument:                                             {Name: "invalid_argument", Status: 400, When: "argument fails validation with no closer type"},
	ErrInvalidAuthorizationHeader:                                  {Name: "invalid_authorization_header", Status: 401, When: "Authorization header not Basic or not decodable"},
	ErrInvalidB2bEndpoint:                                          {Name: "invalid_b2b_endpoint", Status: 400, When: "B2B endpoint on a consumer project"},
	ErrInvalidBase64ScryptHash:                                     {Name: "invalid_base64_scrypt_hash", Status: 400, When: "scrypt hash not base64"},
	ErrInvalidBase64ScryptSalt:                                     {Name: "invalid_base64_scrypt_salt", Status: 400, When: "scrypt salt not base64"},
	ErrInvalidBcryptCost:                                           {Name: "invalid_bcrypt_cost", Status: 400, When: "bcrypt cost out of range"},
	ErrInvalidBcryptHash:                                           {Name: "invalid_bcrypt_hash", Status: 400, When: "not a bcrypt string"},
	ErrInvalidClientID:                                             {Name: "invalid_client_id", Status: 400, When: "client id malformed"},
	ErrInvalidClientSecret:                                         {Name: "invalid_client_secret", Status: 401, When: "client secret wrong"},
	ErrInvalidCode:                                                 {Name: "invalid_code", Status: 400, When: "code malformed"},
	ErrInvalidConnectedAppType:                                     {Name: "invalid_connected_app_type", Status: 400, When: "client_type unknown"},
	ErrInvalidConnectionForJITProvisioning:                         {Name: "invalid_connection_for_jit_provisioning", Status: 400, When: "listed connection unknown or not active"},
	ErrInvalidConsumerEndpoint:                                     {Name: "invalid_consumer_endpoint", Status: 400, When: "consumer endpoint on a B2B project"},
	ErrInvalidDiscoveryRedirectURL:                                 {Name: "invalid_discovery_redirect_url", Status: 400, When: "discovery redirect url not registered"},
	ErrInvalidDisplayName:                                          {Name: "invalid_display_name", Status: 400, When: "display name not accepted"},
	ErrInvalidEmail:                                                {Name: "invalid_email", Status: 400, When: "email malformed"},
	ErrInvalidEmailForInvites:                                      {Name: "invalid_email_for_invites", Status: 400, When: "domain not in email_allowed_domains, or invites NOT_ALLOWED"},
	ErrInvalidEmailForJITProvisioning:                              {Name: "invalid_email_for_jit_provisioning", Status: 400, When: "unknown email whose domain is not allowed"},
	ErrInvalidEmailID:                                              {Name: "invalid_email_id", Status: 400, When: "email id malformed"},
	ErrInvalidExpiration:                                           {Name: "invalid_expiration", Status: 400, When: "expiry out of range"},
	ErrInvalidExpirationOTP:                                        {Name: "invalid_expiration_otp", Status: 400, When: "OTP expiry out of range"},
	ErrInvalidHash:                                                 {Name: "invalid_hash", Status: 400, When: "hash malformed"},
	ErrInvalidHashType:                                             {Name: "invalid_hash_type", Status: 400, When: "hash_type unknown"},
	ErrInvalidID:                                                   {Name: "invalid_id", Status: 400, When: "id format unknown"},
	ErrInvalidIDPEntityID:                                          {Name: "invalid_idp_entity_id", Status: 400, When: "idp_entity_id malformed"},
	ErrInvalidIntermediateSessionTokenForOrganization:              {Name: "invalid_intermediate_session_token_for_organization", Status: 400, When: "intermediate session tied to another organization"},
	ErrInvalidInviteRedirectURL:                                    {Name: "invalid_invite_redirect_url", Status: 400, When: "invite redirect url not registered"},
	ErrInvalidLocale:                                               {Name: "invalid_locale", Status: 400, When: "locale outside the enumeration"},
	ErrInvalidLoginRedirectURL:                                     {Name: "invalid_login_redirect_url", Status: 400, When: "login redirect url not registered"},
	ErrInvalidM2MClientScope:                                       {Name: "invalid_m2m_client_scope", Status: 400, When: "scope not granted"},
	ErrInvalidMd5Hash:                                              {Name: "invalid_md_5_hash", Status: 400, When: "not a hex MD5"},
	ErrInvalidMemberGetFields:                                      {Name: "invalid_member_get_fields", Status: 400, When: "neither or both of member_id and email_address"},
	ErrInvalidMFADefaultMethod:                                     {Name: "invalid_mfa_default_method", Status: 400, When: "value outside sms_otp, totp"},
	ErrInvalidOAuthAllowedTenantsFormat:                            {Name: "invalid_oauth_allowed_tenants_format", Status: 400, When: "allowed_oauth_tenants not provider -> list"},
	ErrInvalidOAuthTenantForJITProvisioning:                        {Name: "invalid_oauth_tenant_for_jit_provisioning", Status: 400, When: "tenant not listed"},
	ErrInvalidOrganizationAllowedAuthMethods:                       {Name: "invalid_organization_allowed_auth_methods", Status: 400, When: "unknown item in allowed_auth_methods"},
	ErrInvalidOrganizationAllowedMFAMethods:                        {Name: "invalid_organization_allowed_mfa_methods", Status: 400, When: "unknown item in allowed_mfa_methods"},
	ErrInvalidOrganizationAuthFactorSetting:                        {Name: "invalid_organization_auth_factor_setting", Status: 400, When: "value outside the enumeration, or every provisioning path NOT_ALLOWED"},
	ErrInvalidOrganizationAuthFactorSettingForEmailJITProvisioning: {Name: "invalid_organization_auth_factor_setting_for_email_jit_provisioning", Status: 400, When: "email_jit_provisioning value not accepted"},
	ErrInvalidOrganizationAuthFactorSettingForOAuthTenantJITProvisioning: {Name: "invalid_organization_auth_factor_setting_for_oauth_tenant_jit_provisioning", Status: 400, When: "oauth_tenant_jit_provisioning value not accepted"},
	ErrInvalidOrganizationAuthMethodSettings:                             {Name: "invalid_organization_auth_method_settings", Status: 400, When: "auth_methods value not accepted"},
	ErrInvalidOrganizationExternalID:                                     {Name: "invalid_organization_external_id", Status: 400, When: "external id shape wrong"},
	ErrInvalidOrganizationID:                                             {Name: "invalid_organization_id", Status: 400, When: "organization id malformed"},
	ErrInvalidOrganizationMFAFactorSetting:                               {Name: "invalid_organization_mfa_factor_setting", Status: 400, When: "mfa_methods value not accepted"},
	ErrInvalidOrganizationMFAPolicy:                                      {Name: "invalid_organization_mfa_policy", Status: 400, When: "mfa_policy value not accepted"},
	ErrInvalidOrganizationName:                                           {Name: "invalid_organization_name", Status: 400, When: "name length outside 1 to 128"},
	ErrInvalidOrganizationSlug:                                           {Name: "invalid_organization_slug", Status: 400, When: "slug shape wrong or without an alphanumeric"},
	ErrInvalidPasswordID:                                                 {Name: "invalid_password_id", Status: 400, When: "password id malformed"},
	ErrInvalidPasswordResetRedirectURL:                                   {Name: "invalid_password_reset_redirect_url", Status: 400, When: "redirect url not registered"},
	ErrInvalidPbkdf2Algorithm:                                            {Name: "invalid_pbkdf_2_algorithm", Status: 400, When: "algorithm not sha256 or sha512"},
	ErrInvalidPbkdf2Hash:                                                 {Name: "invalid_pbkdf_2_hash", Status: 400, When: "pbkdf2 hash not base64"},
	ErrInvalidPbkdf2IterationAmount:                                      {Name: "invalid_pbkdf_2_iteration_amount", Status: 400, When: "iterations out of range"},
	ErrInvalidPbkdf2Salt:                                                 {Name: "invalid_pbkdf_2_salt", Status: 400, When: "pbkdf2 salt not base64"},
	ErrInvalidPermissionAction:                                           {Name: "invalid_permission_action", Status: 400, When: "action unknown for the resource"},
	ErrInvalidPermissionResource:                                         {Name: "invalid_permission_resource", Status: 400, When: "resource unknown"},
	ErrInvalidPhoneNumber:                                                {Name: "invalid_phone_number", Status: 400, When: "not E.164"},
	ErrInvalidPhoneNumberCountryCode:                                     {Name: "invalid_phone_number_country_code", Status: 400, When: "country code unsupported or not allowed"},
	ErrInvalidPhpassHashFormat:                                           {Name: "invalid_phpass_hash_format", Status: 400, When: "not a phpass string"},
	ErrInvalidPKCECodeChallenge:                                          {Name: "invalid_pkce_code_challenge", Status: 400, When: "challenge malformed"},
	ErrInvalidPKCECodeVerifier:                                           {Name: "invalid_pkce_code_verifier", Status: 400, When: "verifier malformed"},
	ErrInvalidProjectID:                                                  {Name: "invalid_project_id", Status: 400, When: "project id malformed"},
	ErrInvalidProjectIDAuthentication:                                    {Name: "invalid_project_id_authentication", Status: 401, When: "project id malformed in the Basic pair"},
	ErrInvalidRBACCustomRole:                                             {Name: "invalid_rbac_custom_role", Status: 400, When: "custom role not valid"},
	ErrInvalidRBACRoleAssignment:                                         {Name: "invalid_rbac_role_assignment", Status: 400, When: "assignment names an unknown role"},
	ErrInvalidRBACRoleID:                                                 {Name: "invalid_rbac_role_id", Status: 400, When: "role id malformed"},
	ErrInvalidRBACScope:                                                  {Name: "invalid_rbac_scope", Status: 400, When: "scope unknown"},
	ErrInvalidRecoveryCode:                                               {Name: "invalid_recovery_code", Status: 400, When: "recovery code malformed"},
	ErrInvalidRestrictedEmailSetting:                                     {Name: "invalid_restricted_email_setting", Status: 400, When: "email RESTRICTED with no email_allowed_domains"},
	ErrInvalidRestrictedOAuthTenantsSetting:                              {Name: "invalid_restricted_oauth_tenants_setting", Status: 400, When: "oauth tenant RESTRICTED with no tenant"},
	ErrInvalidRestrictedSSOSetting:                                       {Name: "invalid_restricted_sso_setting", Status: 400, When: "sso RESTRICTED with no allowed connection"},
	ErrInvalidRole:                                                       {Name: "invalid_role", Status: 400, When: "role id unknown in the policy"},
	ErrInvalidSAMLMetadataURL:                                            {Name: "invalid_saml_metadata_url", Status: 400, When: "metadata url not usable"},
	ErrInvalidSCIMIDP:                                                    {Name: "invalid_scim_idp", Status: 400, When: "identity_provider unknown"},
	ErrInvalidScryptNParameter:                                           {Name: "invalid_scrypt_n_parameter", Status: 400, When: "N not a power of two in range"},
	ErrInvalidScryptParameters:                                           {Name: "invalid_scrypt_parameters", Status: 400, When: "r or p out of range"},
	ErrInvalidSecretAuthentication:                                       {Name: "invalid_secret_authentication", Status: 401, When: "secret malformed in the Basic pair"},
	ErrInvalidSessionDuration:                                            {Name: "invalid_session_duration", Status: 400, When: "above the project maximum"},
	ErrInvalidSessionDurationMinutes:                                     {Name: "invalid_session_duration_minutes", Status: 400, When: "outside 5 to 527040"},
	ErrInvalidSessionID:                                                  {Name: "invalid_session_id", Status: 400, When: "session id malformed"},
	ErrInvalidSessionToken:                                               {Name: "invalid_session_token", Status: 400, When: "session token malformed"},
	ErrInvalidSha1Hash:                                                   {Name: "invalid_sha_1_hash", Status: 400, When: "not a hex SHA-1"},
	ErrInvalidSha512Hash:                                                 {Name: "invalid_sha_512_hash", Status: 400, When: "not a hex SHA-512"},
	ErrInvalidSignupRedirectURL:                                          {Name: "invalid_signup_redirect_url", Status: 400, When: "signup redirect url not registered"},
	ErrInvalidSSODefaultConnectionID:                                     {Name: "invalid_sso_default_connection_id", Status: 400, When: "default connection unknown or not active"},
	ErrInvalidSSOIDP:                                                     {Name: "invalid_sso_idp", Status: 400, When: "identity_provider unknown"},
	ErrInvalidTemplateID:                                                 {Name: "invalid_template_id", Status: 400, When: "template id malformed"},
	ErrInvalidTOTPCode:                                                   {Name: "invalid_totp_code", Status: 400, When: "code is not 6 digits"},
	ErrInvalidTrustedAuthToken:                                           {Name: "invalid_trusted_auth_token", Status: 400, When: "attestation token not valid"},
	ErrInvalidX509Certificate:                                            {Name: "invalid_x509_certificate", Status: 400, When: "certificate not PEM"},
	ErrInvalidXmlFromSAMLMetadataURL:                                     {Name: "invalid_xml_from_saml_metadata_url", Status: 400, When: "metadata is not SAML XML"},
	ErrJWTInvalidAudience:                                                {Name: "jwt_invalid_audience", Status: 400, When: "JWT aud is not the project"},
	ErrJWTInvalidClaims:                                                  {Name: "jwt_invalid_claims", Status: 400, When: "JWT claims not usable"},
	ErrJWTInvalidIssuer:                                                  {Name: "jwt_invalid_issuer", Status: 400, When: "JWT iss not accepted"},
	ErrLiveIDUsedInTestEnvironment:                                       {Name: "live_id_used_in_test_environment", Status: 400, When: "a -live- id on a test project"},
	ErrM2MAuthorizationError:                                             {Name: "m2m_authorization_error", Status: 403, When: "raised inside the Go SDK on missing scopes"},
	ErrM2MClientAlreadyRotatingSecret:                                    {Name: "m2m_client_already_rotating_secret", Status: 400, When: "rotation already begun"},
	ErrM2MClientInvalidClientID:                                          {Name: "m2m_client_invalid_client_id", Status: 400, When: "client id not accepted"},
	ErrM2MClientInvalidClientName:                                        {Name: "m2m_client_invalid_client_name", Status: 400, When: "name not accepted"},
	ErrM2MClientInvalidClientSecret:                                      {Name: "m2m_client_invalid_client_secret", Status: 400, When: "client secret not accepted"},
	ErrM2MClientInvalidStatus:                                            {Name: "m2m_client_invalid_status", Status: 400, When: "status not active or inactive"},
	ErrM2MClientNotFound:                                                 {Name: "m2m_client_not_found", Status: 404, When: "client unknown"},
	ErrM2MClientNotRotatingSecret:                                        {Name: "m2m_client_not_rotating_secret", Status: 400, When: "no rotation begun"},
	ErrM2MSearchExpectedArrayOfStrings:                                   {Name: "m2m_search_expected_array_of_strings", Status: 400, When: "value must be a list of strings"},
	ErrM2MSearchFilterNameNotRecognized:                                  {Name: "m2m_search_filter_name_not_recognized", Status: 400, When: "unknown filter_name"},
	ErrMagicLinkNotFound:                                                 {Name: "magic_link_not_found", Status: 404, When: "magic link token unknown"},
	ErrMemberCannotUpdateTheirEmailAddress:                               {Name: "member_cannot_update_their_email_address", Status: 400, When: "own email sent with own session header"},
	ErrMemberDoesNotExistInOrganization:                                  {Name: "member_does_not_exist_in_organization", Status: 404, When: "member exists in another organization"},
	ErrMemberHasNoActiveVerifiedEmail:                                    {Name: "member_has_no_active_verified_email", Status: 400, When: "start_email_update without a verified email"},
	ErrMemberNotFound:                                                    {Name: "member_not_found", Status: 404, When: "no member for the id, external id or email in that organization"},
	ErrMemberOAuthTokenNotFound:                                          {Name: "member_oauth_token_not_found", Status: 404, When: "no stored token for the provider"},
	ErrMemberOIDCTokenNotFound:                                           {Name: "member_oidc_token_not_found", Status: 404, When: "no stored OIDC token"},
	ErrMemberPasswordNotFound:                                            {Name: "member_password_not_found", Status: 404, When: "no password for the id, or member has none"},
	ErrMemberPhoneNumberNotFound:                                         {Name: "member_phone_number_not_found", Status: 404, When: "member has no phone number to delete"},
	ErrMemberResetPassword:                                               {Name: "member_reset_password", Status: 400, When: "breached at login; a reset is forced (status from the consumer twin reset_password)"},
	ErrMemberSearchCannotMixInternalANDExternalMemberIDs:                 {Name: "member_search_cannot_mix_internal_and_external_member_ids", Status: 400, When: "member_ids mixes member ids and external ids"},
	ErrMemberSearchExpectedArrayOfStrings:                                {Name: "member_search_expected_array_of_strings", Status: 400, When: "value must be a list of strings"},
	ErrMemberSearchExpectedBoolean:                                       {Name: "member_search_expected_boolean", Status: 400, When: "value must be a boolean"},
	ErrMemberSearchExpectedString:                                        {Name: "member_search_expected_string", Status: 400, When: "value must be a string"},
	ErrMemberSearchFilterNameMustBeString:                                {Name: "member_search_filter_name_must_be_string", Status: 400, When: "filter_name not a string"},
	ErrMemberSearchFilterNameNotRecognized:                               {Name: "member_search_filter_name_not_recognized", Status: 400, When: "unknown filter_name"},
	ErrMemberSearchMemberEmailFuzzyTooShort:                              {Name: "member_search_member_email_fuzzy_too_short", Status: 400, When: "under 3 characters"},
	ErrMemberSearchMemberMFAPhoneNumberFuzzyTooShort:                     {Name: "member_search_member_mfa_phone_number_fuzzy_too_short", Status: 400, When: "under 3 characters"},
	ErrMemberSearchMissingFilterName:                                     {Name: "member_search_missing_filter_name", Status: 400, When: "operand without filter_name"},
	ErrMemberSearchMissingFilterValue:                                    {Name: "member_search_missing_filter_value", Status: 400, When: "operand without filter_value"},
	ErrMemberSearchOrganizationIDsEmpty:                                  {Name: "member_search_organization_ids_empty", Status: 400, When: "organization_ids empty"},
	ErrMemberSessionMemberIDMismatch:                                     {Name: "member_session_member_id_mismatch", Status: 400, When: "session belongs to another member"},
	ErrMetadataInvalidFormat:                                             {Name: "metadata_invalid_format", Status: 400, When: "metadata is not an object"},
	ErrMetadataTooLarge:                                                  {Name: "metadata_too_large", Status: 400, When: "more than 4 KB"},
	ErrMetadataTooManyKeys:                                               {Name: "metadata_too_many_keys", Status: 400, When: "more than 20 top-level keys"},
	ErrMethodNotAllowed:                                                  {Name: "method_not_allowed", Status: 405, When: "path exists, verb does not"},
	ErrMigrateFromExternalEmailDoesNotExist:                              {Name: "migrate_from_external_email_does_not_exist", Status: 400, When: "no member for the returned email"},
	ErrMigrateFromExternalMissingUserinfo:                                {Name: "migrate_from_external_missing_userinfo", Status: 400, When: "no user-info endpoint set in the project"},
	ErrMigrateFromExternalUnexpectedResponse:                             {Name: "migrate_from_external_unexpected_response", Status: 400, When: "user-info endpoint answered badly"},
	ErrNoActiveRecoveryCodeBackedFactor:                                  {Name: "no_active_recovery_code_backed_factor", Status: 400, When: "member has no factor that recovery codes back"},
	ErrNoActiveSCIMConnection:                                            {Name: "no_active_scim_connection", Status: 404, When: "no active SCIM connection"},
	ErrNoAssociatedSessionPassedIn:                                       {Name: "no_associated_session_passed_in", Status: 400, When: "session or intermediate session needed"},
	ErrNoDeletedMemberFoundForReactivation:                               {Name: "no_deleted_member_found_for_reactivation", Status: 400, When: "member is not deleted"},
	ErrNoDiscoveryRedirectURLsSet:                                        {Name: "no_discovery_redirect_urls_set", Status: 400, When: "no discovery redirect url in the project"},
	ErrNoInviteRedirectURLsSet:                                           {Name: "no_invite_redirect_urls_set", Status: 400, When: "no invite redirect url in the project"},
	ErrNoLoginRedirectURLsSet:                                            {Name: "no_login_redirect_urls_set", Status: 400, When: "no login redirect url in the project"},
	ErrNoMatchForProvidedMagicLinkURL:                                    {Name: "no_match_for_provided_magic_link_url", Status: 400, When: "url matches no registered redirect"},
	ErrNoOAuthAuthorizeMemberSelector:                                    {Name: "no_oauth_authorize_member_selector", Status: 400, When: "no member identified"},
	ErrNoPasswordResetRedirectURL:                                        {Name: "no_password_reset_redirect_url", Status: 400, When: "no reset redirect url given or set"},
	ErrNoSessionArguments:                                                {Name: "no_session_arguments", Status: 400, When: "neither session_token nor session_jwt"},
	ErrNoSessionRevokeArguments:                                          {Name: "no_session_revoke_arguments", Status: 400, When: "revoke without an identifier"},
	ErrNoSignupRedirectURLsSet:                                           {Name: "no_signup_redirect_urls_set", Status: 400, When: "no signup redirect url in the project"},
	ErrOAuth2InvalidTokenError:                                           {Name: "oauth2_invalid_token_error", Status: 400, When: "raised inside the Go SDK on an inactive token"},
	ErrOAuthAccessTokenExchangeMissingFullAccess:                         {Name: "oauth_access_token_exchange_missing_full_access", Status: 400, When: "token lacks full_access"},
	ErrOAuthAccessTokenExchangeTokenInvalidGrant:                         {Name: "oauth_access_token_exchange_token_invalid_grant", Status: 400, When: "token already exchanged or revoked"},
	ErrOAuthAccessTokenExchangeTokenTooOld:                               {Name: "oauth_access_token_exchange_token_too_old", Status: 400, When: "token older than 5 minutes"},
	ErrOAuthTenantJITProvisioningNotAllowed:                              {Name: "oauth_tenant_jit_provisioning_not_allowed", Status: 400, When: "tenant JIT is NOT_ALLOWED"},
	ErrOAuthTokenNotFound:                                                {Name: "oauth_token_not_found", Status: 400, When: "OAuth token unknown or used"},
	ErrOIDCConnectionAuthorizationURLInvalidFormat:                       {Name: "oidc_connection_authorization_url_invalid_format", Status: 400, When: "url malformed"},
	ErrOIDCConnectionIssuerURLInvalidFormat:                              {Name: "oidc_connection_issuer_url_invalid_format", Status: 400, When: "issuer not an https url"},
	ErrOIDCConnectionJWKSURLInvalidFormat:                                {Name: "oidc_connection_jwks_url_invalid_format", Status: 400, When: "url malformed"},
	ErrOIDCConnectionNotFound:                                            {Name: "oidc_connection_not_found", Status: 404, When: "OIDC connection unknown"},
	ErrOIDCConnectionTokenURLInvalidFormat:                               {Name: "oidc_connection_token_url_invalid_format", Status: 400, When: "url malformed"},
	ErrOIDCConnectionUserinfoURLInvalidFormat:                            {Name: "oidc_connection_userinfo_url_invalid_format", Status: 400, When: "url malformed"},
	ErrOperationRestrictedByOrganizationAuthMethods:                      {Name: "operation_restricted_by_organization_auth_methods", Status: 400, When: "method not in allowed_auth_methods"},
	ErrOperationRestrictedByOrganizationMFAMethods:                       {Name: "operation_restricted_by_organization_mfa_methods", Status: 400, When: "method not in allowed_mfa_methods"},
	ErrOrganizationExternalIDAlreadyUsed:                                 {Name: "organization_external_id_already_used", Status: 400, When: "external id taken in the project"},
	ErrOrganizationLogoURLTooLong:                                        {Name: "organization_logo_url_too_long", Status: 400, When: "logo url too long"},
	ErrOrganizationNameIncludesBannedWords:                               {Name: "organization_name_includes_banned_words", Status: 400, When: "name refused by the abuse filter"},
	ErrOrganizationNameMissing:                                           {Name: "organization_name_missing", Status: 400, When: "organization_name absent"},
	ErrOrganizationNotFound:                                              {Name: "organization_not_found", Status: 404, When: "no organization for the id, slug or external id"},
	ErrOrganizationSearchAllowedDomainFuzzyTooShort:                      {Name: "organization_search_allowed_domain_fuzzy_too_short", Status: 400, When: "under 3 characters"},
	ErrOrganizationSearchExpectedArrayOfStrings:                          {Name: "organization_search_expected_array_of_strings", Status: 400, When: "value must be a list of strings"},
	ErrOrganizationSearchExpectedBoolean:                                 {Name: "organization_search_expected_boolean", Status: 400, When: "value must be a boolean"},
	ErrOrganizationSearchExpectedString:                                  {Name: "organization_search_expected_string", Status: 400, When: "value must be a string"},
	ErrOrganizationSearchFilterNameMustBeString:                          {Name: "organization_search_filter_name_must_be_string", Status: 400, When: "filter_name not a string"},
	ErrOrganizationSearchFilterNameNotRecognized:                         {Name: "organization_search_filter_name_not_recognized", Status: 400, When: "unknown filter_name"},
	ErrOrganizationSearchMemberEmailFuzzyTooShort:                        {Name: "organization_search_member_email_fuzzy_too_short", Status: 400, When: "under 3 characters"},
	ErrOrganizationSearchMissingFilterName:                               {Name: "organization_search_missing_filter_name", Status: 400, When: "operand without filter_name"},
	ErrOrganizationSearchMissingFilterValue:                              {Name: "organization_search_missing_filter_value", Status: 400, When: "operand without filter_value"},
	ErrOrganizationSearchOrganizationNameFuzzyTooShort:                   {Name: "organization_search_organization_name_fuzzy_too_short", Status: 400, When: "under 3 characters"},
	ErrOrganizationSearchOrganizationSlugFuzzyTooShort:                   {Name: "organization_search_organization_slug_fuzzy_too_short", Status: 400, When: "under 3 characters"},
	ErrOrganizationSettingsClaimedDomainTooCommon:                        {Name: "organization_settings_claimed_domain_too_common", Status: 400, When: "claimed domain is a common provider"},
	ErrOrganizationSettingsDisposableDomain:                              {Name: "organization_settings_disposable_domain", Status: 400, When: "disposable mail provider"},
	ErrOrganizationSettingsDomainTooCommon:                               {Name: "organization_settings_domain_too_common", Status: 400, When: "common mail provider in email_allowed_domains"},
	ErrOrganizationSettingsDuplicateClaimedDomain:                        {Name: "organization_settings_duplicate_claimed_domain", Status: 400, When: "claimed domain listed twice"},
	ErrOrganizationSettingsDuplicateDomain:                               {Name: "organization_settings_duplicate_domain", Status: 400, When: "domain listed twice"},
	ErrOrganizationSettingsInvalidClaimedDomain:                          {Name: "organization_settings_invalid_claimed_domain", Status: 400, When: "claimed domain malformed"},
	ErrOrganizationSettingsInvalidDomain:                                 {Name: "organization_settings_invalid_domain", Status: 400, When: "domain malformed"},
	ErrOrganizationSlugAlreadyUsed:                                       {Name: "organization_slug_already_used", Status: 400, When: "slug taken in the project"},
	ErrOrganizationSuspended:                                             {Name: "organization_suspended", Status: 403, When: "workspace suspended by the provider"},
	ErrOTPCodeNotFound:                                                   {Name: "otp_code_not_found", Status: 404, When: "code is wrong"},
	ErrPasswordAlreadyExists:                                             {Name: "password_already_exists", Status: 400, When: "migrate on a member that has a password"},
	ErrPasswordValidationTimeout:                                         {Name: "password_validation_timeout", Status: 400, When: "strength check took too long"},
	ErrPbkdf2KeyLengthMismatch:                                           {Name: "pbkdf_2_key_length_mismatch", Status: 400, When: "key_length differs from the hash length"},
	ErrPendingTOTPExists:                                                 {Name: "pending_totp_exists", Status: 400, When: "a TOTP registration awaits its first code"},
	ErrPhoneNumberNotFound:                                               {Name: "phone_number_not_found", Status: 404, When: "member has no phone number to use"},
	ErrPKCEDidNotExpectCodeVerifier:                                      {Name: "pkce_did_not_expect_code_verifier", Status: 400, When: "verifier sent, no challenge at start"},
	ErrPKCEExpectedCodeVerifier:                                          {Name: "pkce_expected_code_verifier", Status: 400, When: "flow began with a challenge, verifier missing"},
	ErrPKCEMismatch:                                                      {Name: "pkce_mismatch", Status: 400, When: "verifier does not match the challenge"},
	ErrProjectNotFound:                                                   {Name: "project_not_found", Status: 404, When: "project id unknown"},
	ErrPublicConnectedAppsDoNotHaveSecrets:                               {Name: "public_connected_apps_do_not_have_secrets", Status: 400, When: "public client has no secret"},
	ErrRBACDescriptionTooLong:                                            {Name: "rbac_description_too_long", Status: 400, When: "description too long"},
	ErrRBACDomainTooCommon:                                               {Name: "rbac_domain_too_common", Status: 400, When: "assignment domain is a common provider"},
	ErrRBACInvalidDomain:                                                 {Name: "rbac_invalid_domain", Status: 400, When: "assignment domain malformed"},
	ErrRBACOrgCustomRolesOnly:                                            {Name: "rbac_org_custom_roles_only", Status: 400, When: "organization policy may not redefine project roles"},
	ErrRBACPermissionMissingActions:                                      {Name: "rbac_permission_missing_actions", Status: 400, When: "permission without actions"},
	ErrRBACRoleDuplicate:                                                 {Name: "rbac_role_duplicate", Status: 400, When: "role id twice"},
	ErrRBACRoleIDTooLong:                                                 {Name: "rbac_role_id_too_long", Status: 400, When: "role id too long"},
	ErrRBACRoleMissingPermissions:                                        {Name: "rbac_role_missing_permissions", Status: 400, When: "role without permissions"},
	ErrReactivationEmailBelongsToAnotherMember:                           {Name: "reactivation_email_belongs_to_another_member", Status: 400, When: "email since taken by another member"},
	ErrRecoveryCodeUsedAsTOTPCode:                                        {Name: "recovery_code_used_as_totp_code", Status: 400, When: "recovery code sent as TOTP code"},
	ErrRecoveryCodesAlreadyExist:                                         {Name: "recovery_codes_already_exist", Status: 400, When: "migration onto existing codes"},
	ErrRecoveryCodesNotFound:                                             {Name: "recovery_codes_not_found", Status: 404, When: "member has no recovery codes"},
	ErrRequiresActiveSSOConnection:                                       {Name: "requires_active_sso_connection", Status: 400, When: "setting needs an active connection"},
	ErrReservedClaimsInCustomClaims:                                      {Name: "reserved_claims_in_custom_claims", Status: 400, When: "reserved claim sent; texts say it is ignored instead"},
	ErrRetiredEmailMissingEmailIdentifiers:                               {Name: "retired_email_missing_email_identifiers", Status: 400, When: "neither email_id nor email_address"},
	ErrRetiredMemberEmail:                                                {Name: "retired_member_email", Status: 400, When: "address is retired on a member of the organization"},
	ErrRouteNotFound:                                                     {Name: "route_not_found", Status: 404, When: "no such path"},
	ErrSAMLConnectionAttributeMappingMissingGroupsKey:                    {Name: "saml_connection_attribute_mapping_missing_groups_key", Status: 400, When: "group roles without groups mapping"},
	ErrSAMLConnectionAttributeMappingRequired:                            {Name: "saml_connection_attribute_mapping_required", Status: 400, When: "attribute_mapping missing"},
	ErrSAMLConnectionEmailMappingRequired:                                {Name: "saml_connection_email_mapping_required", Status: 400, When: "mapping lacks email"},
	ErrSAMLConnectionIDPSSOURLInvalidFormat:                              {Name: "saml_connection_idp_sso_url_invalid_format", Status: 400, When: "idp_sso_url malformed"},
	ErrSAMLConnectionIDPSSOURLNotHttps:                                   {Name: "saml_connection_idp_sso_url_not_https", Status: 400, When: "idp_sso_url not https"},
	ErrSAMLConnectionNameMappingRequired:                                 {Name: "saml_connection_name_mapping_required", Status: 400, When: "mapping lacks a name"},
	ErrSAMLConnectionNotFound:                                            {Name: "saml_connection_not_found", Status: 404, When: "SAML connection unknown"},
	ErrSAMLSigningPrivateKeyFormatNotSupported:                           {Name: "saml_signing_private_key_format_not_supported", Status: 400, When: "private key not PKCS1"},
	ErrSAMLSigningPrivateKeyInvalid:                                      {Name: "saml_signing_private_key_invalid", Status: 400, When: "private key not parsable"},
	ErrSCIMConnectionNotRotatingToken:                                    {Name: "scim_connection_not_rotating_token", Status: 400, When: "complete or cancel without start"},
	ErrSCIMGroupRoleAssignmentDoesNotContainGroupID:                      {Name: "scim_group_role_assignment_does_not_contain_group_id", Status: 400, When: "group id missing"},
	ErrSCIMGroupRoleAssignmentGroupDoesNotExist:                          {Name: "scim_group_role_assignment_group_does_not_exist", Status: 400, When: "group id unknown"},
	ErrScryptKeyLengthMismatch:                                           {Name: "scrypt_key_length_mismatch", Status: 400, When: "key_length differs from the hash length"},
	ErrSearchInvalidStatusFilter:                                         {Name: "search_invalid_status_filter", Status: 400, When: "unknown status in statuses"},
	ErrSearchTimeout:                                                     {Name: "search_timeout", Status: 408, When: "search took too long"},
	ErrSecondaryFactorNotFound:                                           {Name: "secondary_factor_not_found", Status: 404, When: "member has no such second factor"},
	ErrServerUnavailable:                                                 {Name: "server_unavailable", Status: 503, When: "temporary failure; retry"},
	ErrSessionAuthorizationError:                                         {Name: "session_authorization_error", Status: 403, When: "session roles do not grant the action"},
	ErrSessionAuthorizationTenancyError:                                  {Name: "session_authorization_tenancy_error", Status: 403, When: "session belongs to another organization"},
	ErrSessionNotFound:                                                   {Name: "session_not_found", Status: 404, When: "session unknown, expired or revoked"},
	ErrSessionNotMutable:                                                 {Name: "session_not_mutable", Status: 400, When: "impersonated session cannot be extended"},
	ErrSessionTooOldToResetPassword:                                      {Name: "session_too_old_to_reset_password", Status: 400, When: "no factor younger than 5 minutes in the session"},
	ErrSSOConnectionNotFound:                                             {Name: "sso_connection_not_found", Status: 404, When: "connection unknown"},
	ErrSSOEncryptionPrivateKeyNotFound:                                   {Name: "sso_encryption_private_key_not_found", Status: 404, When: "private key id unknown"},
	ErrSSOTokenNotFound:                                                  {Name: "sso_token_not_found", Status: 404, When: "SSO token unknown or used"},
	ErrSSOVerificationKeyNotFound:                                        {Name: "sso_verification_key_not_found", Status: 404, When: "certificate id unknown"},
	ErrStaleFactors:                                                      {Name: "stale_factors", Status: 400, When: "factors too old"},
	ErrStytchClaimsInCustomClaims:                                        {Name: "stytch_claims_in_custom_claims", Status: 400, When: "claim under https://stytch.com/"},
	ErrTestIDUsedInLiveEnvironment:                                       {Name: "test_id_used_in_live_environment", Status: 400, When: "a -test- id on a live project"},
	ErrThirdPartyClientsCannotUseFullAccess:                              {Name: "third_party_clients_cannot_use_full_access", Status: 400, When: "full access is for first-party clients"},
	ErrThirdPartyClientsRequireConsentForOfflineAccess:                   {Name: "third_party_clients_require_consent_for_offline_access", Status: 400, When: "bypass not open to third-party clients"},
	ErrTokenMissingOrganizationIDClaim:                                   {Name: "token_missing_organization_id_claim", Status: 400, When: "attestation token without organization claim"},
	ErrTooFewTokensAuthenticated:                                         {Name: "too_few_tokens_authenticated", Status: 429, When: "many links sent, few authenticated"},
	ErrTooManyConnectedApps:                                              {Name: "too_many_connected_apps", Status: 400, When: "quota reached"},
	ErrTooManyDomains:                                                    {Name: "too_many_domains", Status: 400, When: "too many domains"},
	ErrTooManyM2MClientScopes:                                            {Name: "too_many_m2m_client_scopes", Status: 400, When: "too many scopes"},
	ErrTooManyRequests:                                                   {Name: "too_many_requests", Status: 429, When: "rate limit hit"},
	ErrTooManyRoles:                                                      {Name: "too_many_roles", Status: 400, When: "too many roles on the member"},
	ErrTooManySessionArguments:                                           {Name: "too_many_session_arguments", Status: 400, When: "both session_token and session_jwt"},
	ErrTooManySessionRevokeArguments:                                     {Name: "too_many_session_revoke_arguments", Status: 400, When: "revoke with several identifiers"},
	ErrTooManySSOConnections:                                             {Name: "too_many_sso_connections", Status: 400, When: "connection quota reached"},
	ErrTooManySSOVerificationCertificates:                                {Name: "too_many_sso_verification_certificates", Status: 400, When: "more than 5 certificates"},
	ErrTOTPCodeAlreadyAuthenticated:                                      {Name: "totp_code_already_authenticated", Status: 401, When: "code reused in its window"},
	ErrTOTPCodeUsedAsRecoveryCode:                                        {Name: "totp_code_used_as_recovery_code", Status: 400, When: "TOTP code sent as recovery code"},
	ErrTOTPNotFound:                                                      {Name: "totp_not_found", Status: 404, When: "member has no TOTP"},
	ErrTrustedTokenProfileNotFound:                                       {Name: "trusted_token_profile_not_found", Status: 404, When: "attestation profile unknown"},
	ErrUnableToAuthImpersonationToken:                                    {Name: "unable_to_auth_impersonation_token", Status: 401, When: "impersonation token used, expired or unknown"},
	ErrUnableToAuthMagicLink:                                             {Name: "unable_to_auth_magic_link", Status: 401, When: "magic link used or expired"},
	ErrUnableToAuthOTPCode:                                               {Name: "unable_to_auth_otp_code", Status: 401, When: "code expired or used"},
	ErrUnableToAuthPasswordResetToken:                                    {Name: "unable_to_auth_password_reset_token", Status: 401, When: "reset token used or expired"},
	ErrUnableToAuthenticateRecoveryCode:                                  {Name: "unable_to_authenticate_recovery_code", Status: 401, When: "recovery code unknown or used"},
	ErrUnableToAuthenticateTOTP:                                          {Name: "unable_to_authenticate_totp", Status: 401, When: "code does not match"},
	ErrUnableToParseSessionJWT:                                           {Name: "unable_to_parse_session_jwt", Status: 400, When: "JWT malformed or bad signature"},
	ErrUnableToVerifyMemberEmailUpdate:                                   {Name: "unable_to_verify_member_email_update", Status: 400, When: "update window of 5 minutes is over"},
	ErrUnauthorizedAction:                                                {Name: "unauthorized_action", Status: 401, When: "action not open to this caller"},
	ErrUnauthorizedCredentials:                                           {Name: "unauthorized_credentials", Status: 401, When: "wrong or missing project credentials; also a wrong password"},
	ErrUnsubscribedPhoneNumber:                                           {Name: "unsubscribed_phone_number", Status: 400, When: "number opted out of SMS"},
	ErrUseHttps:                                                          {Name: "use_https", Status: 403, When: "plain http used"},
	ErrUserLockLimitReached:                                              {Name: "user_lock_limit_reached", Status: 429, When: "member locked after repeated failures"},
	ErrWeakPassword:                                                      {Name: "weak_password", Status: 400, When: "password fails the strength policy"},
}
