package api

import (
	"cmp"
	"errors"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// FieldOf returns the JSON name of the request field that the server's refusal
// speaks of, so that a form can show it there; "" when it speaks of none, or of
// one that the request does not have.
func FieldOf(err error) string {
	e, ok := errors.AsType[*Error](err)
	if !ok {
		return ""
	}
	field := refusedFields[e.Type]
	if field == "trusted_metadata" && strings.Contains(e.Message, "untrusted") {
		field = "untrusted_metadata"
	}
	c, ok := errors.AsType[*CallError](err)
	if !ok || takes(c.Endpoint, field) {
		return field
	}
	if field == "sso_jit_provisioning_allowed_connections" && takes(c.Endpoint, "sso_jit_provisioning") {
		return "sso_jit_provisioning" // a new organization has no connections to list
	}
	return namesake(c.Endpoint, field, e.Message)
}

// namesake is the field that e has for what others call field: login_template_id
// for template_id. Of several it is the one that the message names, else the
// first.
func namesake(e b2b.Endpoint, field, message string) (found string) {
	for _, f := range e.Request {
		if field == "" || !strings.HasSuffix(f.Name, "_"+field) {
			continue
		}
		if strings.Contains(message, f.Name) {
			return f.Name
		}
		found = cmp.Or(found, f.Name)
	}
	return found
}

func takes(e b2b.Endpoint, field string) bool {
	if _, ok := e.Field(field); ok {
		return true
	}
	for _, q := range e.Query {
		if q.Name == field {
			return true
		}
	}
	return false
}

// refusedFields are the fields that error types speak of.
var refusedFields = map[string]string{
	b2b.ErrOrganizationNameMissing:              "organization_name",
	b2b.ErrInvalidOrganizationName:              "organization_name",
	b2b.ErrOrganizationNameIncludesBannedWords:  "organization_name",
	b2b.ErrInvalidOrganizationSlug:              "organization_slug",
	b2b.ErrOrganizationSlugAlreadyUsed:          "organization_slug",
	b2b.ErrInvalidOrganizationExternalID:        "organization_external_id",
	b2b.ErrOrganizationExternalIDAlreadyUsed:    "organization_external_id",
	b2b.ErrOrganizationLogoURLTooLong:           "organization_logo_url",
	b2b.ErrInvalidSSODefaultConnectionID:        "sso_default_connection_id",
	b2b.ErrInvalidConnectionForJITProvisioning:  "sso_jit_provisioning_allowed_connections",
	b2b.ErrInvalidRestrictedSSOSetting:          "sso_jit_provisioning_allowed_connections",
	b2b.ErrInvalidRestrictedEmailSetting:        "email_allowed_domains",
	b2b.ErrOrganizationSettingsInvalidDomain:    "email_allowed_domains",
	b2b.ErrOrganizationSettingsDomainTooCommon:  "email_allowed_domains",
	b2b.ErrOrganizationSettingsDisposableDomain: "email_allowed_domains",
	b2b.ErrOrganizationSettingsDuplicateDomain:  "email_allowed_domains",
	b2b.ErrTooManyDomains:                       "email_allowed_domains",

	b2b.ErrOrganizationSettingsInvalidClaimedDomain:   "claimed_email_domains",
	b2b.ErrOrganizationSettingsClaimedDomainTooCommon: "claimed_email_domains",
	b2b.ErrOrganizationSettingsDuplicateClaimedDomain: "claimed_email_domains",
	b2b.ErrClaimedEmailDomainsNotSupported:            "claimed_email_domains",

	b2b.ErrInvalidOrganizationAuthFactorSetting:                              "email_invites",
	b2b.ErrInvalidOrganizationAuthFactorSettingForEmailJITProvisioning:       "email_jit_provisioning",
	b2b.ErrInvalidOrganizationAuthFactorSettingForOAuthTenantJITProvisioning: "oauth_tenant_jit_provisioning",

	b2b.ErrInvalidOrganizationAuthMethodSettings:          "auth_methods",
	b2b.ErrInvalidOrganizationAllowedAuthMethods:          "allowed_auth_methods",
	b2b.ErrAllowedAuthMethodsRequiredForRestricted:        "allowed_auth_methods",
	b2b.ErrInvalidOrganizationMFAPolicy:                   "mfa_policy",
	b2b.ErrInvalidOrganizationMFAFactorSetting:            "mfa_methods",
	b2b.ErrInvalidOrganizationAllowedMFAMethods:           "allowed_mfa_methods",
	b2b.ErrAllowedMFAMethodsRequiredForRestricted:         "allowed_mfa_methods",
	b2b.ErrInvalidRestrictedOAuthTenantsSetting:           "allowed_oauth_tenants",
	b2b.ErrInvalidOAuthAllowedTenantsFormat:               "allowed_oauth_tenants",
	b2b.ErrInvalidRBACRoleAssignment:                      "rbac_email_implicit_role_assignments",
	b2b.ErrRBACInvalidDomain:                              "rbac_email_implicit_role_assignments",
	b2b.ErrRBACDomainTooCommon:                            "rbac_email_implicit_role_assignments",
	b2b.ErrMetadataInvalidFormat:                          "trusted_metadata",
	b2b.ErrMetadataTooManyKeys:                            "trusted_metadata",
	b2b.ErrMetadataTooLarge:                               "trusted_metadata",
	b2b.ErrCannotUpdateTrustedMetadata:                    "trusted_metadata",
	b2b.ErrInvalidEmail:                                   "email_address",
	b2b.ErrInactiveEmail:                                  "email_address",
	b2b.ErrDuplicateMemberEmail:                           "email_address",
	b2b.ErrRetiredMemberEmail:                             "email_address",
	b2b.ErrDesiredEmailDeactivatedByDifferentMember:       "email_address",
	b2b.ErrDesiredEmailUpdatingForDifferentMember:         "email_address",
	b2b.ErrActionNotAllowedEmailDomainIsClaimed:           "email_address",
	b2b.ErrMemberCannotUpdateTheirEmailAddress:            "email_address",
	b2b.ErrEmailNotFound:                                  "email_address",
	b2b.ErrRetiredEmailMissingEmailIdentifiers:            "email_address",
	b2b.ErrInvalidEmailID:                                 "email_id",
	b2b.ErrInvalidPhoneNumber:                             "mfa_phone_number",
	b2b.ErrInvalidPhoneNumberCountryCode:                  "mfa_phone_number",
	b2b.ErrUnsubscribedPhoneNumber:                        "mfa_phone_number",
	b2b.ErrDuplicateMemberPhoneNumber:                     "mfa_phone_number",
	b2b.ErrDuplicateMemberPhoneNumberForMember:            "mfa_phone_number",
	b2b.ErrDuplicateMemberExternalID:                      "external_id",
	b2b.ErrTooManyRoles:                                   "roles",
	b2b.ErrCannotAssignDefaultRBACRoleID:                  "roles",
	b2b.ErrCannotPreserveExistingSessions:                 "preserve_existing_sessions",
	b2b.ErrEmailTemplateNotFound:                          "template_id",
	b2b.ErrNoLoginRedirectURLsSet:                         "login_redirect_url",
	b2b.ErrStytchClaimsInCustomClaims:                     "session_custom_claims",
	b2b.ErrInvalidDisplayName:                             "display_name",
	b2b.ErrInvalidSSOIDP:                                  "identity_provider",
	b2b.ErrInvalidSCIMIDP:                                 "identity_provider",
	b2b.ErrInvalidIDPEntityID:                             "idp_entity_id",
	b2b.ErrDuplicateSAMLConnection:                        "idp_entity_id",
	b2b.ErrSAMLConnectionIDPSSOURLInvalidFormat:           "idp_sso_url",
	b2b.ErrSAMLConnectionIDPSSOURLNotHttps:                "idp_sso_url",
	b2b.ErrInvalidX509Certificate:                         "x509_certificate",
	b2b.ErrTooManySSOVerificationCertificates:             "x509_certificate",
	b2b.ErrSAMLConnectionAttributeMappingRequired:         "attribute_mapping",
	b2b.ErrSAMLConnectionEmailMappingRequired:             "attribute_mapping",
	b2b.ErrSAMLConnectionNameMappingRequired:              "attribute_mapping",
	b2b.ErrSAMLConnectionAttributeMappingMissingGroupsKey: "attribute_mapping",
	b2b.ErrSAMLSigningPrivateKeyInvalid:                   "signing_private_key",
	b2b.ErrSAMLSigningPrivateKeyFormatNotSupported:        "signing_private_key",
	b2b.ErrInvalidSAMLMetadataURL:                         "metadata_url",
	b2b.ErrInvalidXmlFromSAMLMetadataURL:                  "metadata_url",
	b2b.ErrOIDCConnectionIssuerURLInvalidFormat:           "issuer",
	b2b.ErrOIDCConnectionAuthorizationURLInvalidFormat:    "authorization_url",
	b2b.ErrOIDCConnectionTokenURLInvalidFormat:            "token_url",
	b2b.ErrOIDCConnectionUserinfoURLInvalidFormat:         "userinfo_url",
	b2b.ErrOIDCConnectionJWKSURLInvalidFormat:             "jwks_url",
	b2b.ErrExternalConnectionIDNotFound:                   "external_connection_id",
	b2b.ErrExternalConnectionNotActive:                    "external_connection_id",
	b2b.ErrDuplicateExternalSSOConnection:                 "external_connection_id",
	b2b.ErrExternalOrganizationIDSameAsOrganizationID:     "external_organization_id",
	b2b.ErrSCIMGroupRoleAssignmentGroupDoesNotExist:       "scim_group_implicit_role_assignments",
	b2b.ErrSCIMGroupRoleAssignmentDoesNotContainGroupID:   "scim_group_implicit_role_assignments",
	b2b.ErrInvalidRole:                                    "roles",
	b2b.ErrDefaultMFAMemberMissingFactor:                  "default_mfa_method",
	b2b.ErrInvalidMFADefaultMethod:                        "default_mfa_method",
	b2b.ErrInvalidLocale:                                  "locale",
	b2b.ErrInvalidLoginRedirectURL:                        "login_redirect_url",
	b2b.ErrInvalidTemplateID:                              "template_id",
	b2b.ErrInvalidExpiration:                              "expiration_minutes",
	b2b.ErrInvalidSessionDurationMinutes:                  "session_duration_minutes",
	b2b.ErrCustomClaimsTooLarge:                           "session_custom_claims",
	b2b.ErrInvalidTOTPCode:                                "code",
	b2b.ErrUnableToAuthenticateTOTP:                       "code",
	b2b.ErrTOTPCodeAlreadyAuthenticated:                   "code",
	b2b.ErrRecoveryCodeUsedAsTOTPCode:                     "code",
	b2b.ErrInvalidRecoveryCode:                            "recovery_code",
	b2b.ErrUnableToAuthenticateRecoveryCode:               "recovery_code",
	b2b.ErrTOTPCodeUsedAsRecoveryCode:                     "recovery_code",
	b2b.ErrRecoveryCodesAlreadyExist:                      "recovery_codes",
	b2b.ErrInvalidArgument:                                "secret",

	b2b.ErrInvalidCode:                     "code",
	b2b.ErrOTPCodeNotFound:                 "code",
	b2b.ErrUnableToAuthOTPCode:             "code",
	b2b.ErrInvalidExpirationOTP:            "expiration_minutes",
	b2b.ErrPhoneNumberNotFound:             "mfa_phone_number",
	b2b.ErrEmailJITProvisioningNotAllowed:  "email_address",
	b2b.ErrInvalidEmailForJITProvisioning:  "email_address",
	b2b.ErrInvalidEmailForInvites:          "email_address",
	b2b.ErrInvalidInviteRedirectURL:        "invite_redirect_url",
	b2b.ErrNoInviteRedirectURLsSet:         "invite_redirect_url",
	b2b.ErrInvalidSignupRedirectURL:        "signup_redirect_url",
	b2b.ErrNoSignupRedirectURLsSet:         "signup_redirect_url",
	b2b.ErrInvalidDiscoveryRedirectURL:     "discovery_redirect_url",
	b2b.ErrNoDiscoveryRedirectURLsSet:      "discovery_redirect_url",
	b2b.ErrInvalidPKCECodeChallenge:        "pkce_code_challenge",
	b2b.ErrPKCEExpectedCodeVerifier:        "pkce_code_verifier",
	b2b.ErrPKCEDidNotExpectCodeVerifier:    "pkce_code_verifier",
	b2b.ErrPKCEMismatch:                    "pkce_code_verifier",
	b2b.ErrMagicLinkNotFound:               "magic_links_token",
	b2b.ErrUnableToAuthMagicLink:           "magic_links_token",
	b2b.ErrUnableToVerifyMemberEmailUpdate: "magic_links_token",

	b2b.ErrWeakPassword:                    "password",
	b2b.ErrBreachedPassword:                "password",
	b2b.ErrInvalidHashType:                 "hash_type",
	b2b.ErrInvalidHash:                     "hash",
	b2b.ErrInvalidBcryptHash:               "hash",
	b2b.ErrInvalidBcryptCost:               "hash",
	b2b.ErrInvalidMd5Hash:                  "hash",
	b2b.ErrInvalidSha1Hash:                 "hash",
	b2b.ErrInvalidSha512Hash:               "hash",
	b2b.ErrInvalidPhpassHashFormat:         "hash",
	b2b.ErrInvalidBase64ScryptHash:         "hash",
	b2b.ErrInvalidPbkdf2Hash:               "hash",
	b2b.ErrInvalidPasswordResetRedirectURL: "reset_password_redirect_url",
	b2b.ErrUnableToAuthPasswordResetToken:  "password_reset_token",
	b2b.ErrUnableToAuthImpersonationToken:  "impersonation_token",
	b2b.ErrInvalidSessionID:                "member_session_id",
	b2b.ErrInvalidSessionToken:             "session_token",
	b2b.ErrUnableToParseSessionJWT:         "session_jwt",
}
