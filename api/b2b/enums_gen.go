// Code generated from contract.json by gen; DO NOT EDIT.

package b2b

// Values of algorithm.
const (
	AlgorithmSha256 = "sha256"
	AlgorithmSha512 = "sha512"
)

// AlgorithmValues returns every value of algorithm, in the order of the contract.
func AlgorithmValues() []string { return []string{AlgorithmSha256, AlgorithmSha512} }

// Values of allowed_auth_methods.
const (
	AllowedAuthMethodsSSO            = "sso"
	AllowedAuthMethodsMagicLink      = "magic_link"
	AllowedAuthMethodsEmailOTP       = "email_otp"
	AllowedAuthMethodsPassword       = "password"
	AllowedAuthMethodsGoogleOAuth    = "google_oauth"
	AllowedAuthMethodsMicrosoftOAuth = "microsoft_oauth"
	AllowedAuthMethodsSlackOAuth     = "slack_oauth"
	AllowedAuthMethodsGitHubOAuth    = "github_oauth"
	AllowedAuthMethodsHubSpotOAuth   = "hubspot_oauth"
)

// AllowedAuthMethodsValues returns every value of allowed_auth_methods, in the order of the contract.
func AllowedAuthMethodsValues() []string {
	return []string{AllowedAuthMethodsSSO, AllowedAuthMethodsMagicLink, AllowedAuthMethodsEmailOTP, AllowedAuthMethodsPassword, AllowedAuthMethodsGoogleOAuth, AllowedAuthMethodsMicrosoftOAuth, AllowedAuthMethodsSlackOAuth, AllowedAuthMethodsGitHubOAuth, AllowedAuthMethodsHubSpotOAuth}
}

// Values of allowed_mfa_methods.
const (
	AllowedMFAMethodsSMSOTP = "sms_otp"
	AllowedMFAMethodsTOTP   = "totp"
)

// AllowedMFAMethodsValues returns every value of allowed_mfa_methods, in the order of the contract.
func AllowedMFAMethodsValues() []string {
	return []string{AllowedMFAMethodsSMSOTP, AllowedMFAMethodsTOTP}
}

// Values of auth_methods.
const (
	AuthMethodsAllAllowed = "ALL_ALLOWED"
	AuthMethodsRestricted = "RESTRICTED"
)

// AuthMethodsValues returns every value of auth_methods, in the order of the contract.
func AuthMethodsValues() []string { return []string{AuthMethodsAllAllowed, AuthMethodsRestricted} }

// Values of client_type.
const (
	ClientTypeFirstParty       = "first_party"
	ClientTypeFirstPartyPublic = "first_party_public"
	ClientTypeThirdParty       = "third_party"
	ClientTypeThirdPartyPublic = "third_party_public"
)

// ClientTypeValues returns every value of client_type, in the order of the contract.
func ClientTypeValues() []string {
	return []string{ClientTypeFirstParty, ClientTypeFirstPartyPublic, ClientTypeThirdParty, ClientTypeThirdPartyPublic}
}

// Values of default_mfa_method.
const (
	DefaultMFAMethodSMSOTP = "sms_otp"
	DefaultMFAMethodTOTP   = "totp"
)

// DefaultMFAMethodValues returns every value of default_mfa_method, in the order of the contract.
func DefaultMFAMethodValues() []string { return []string{DefaultMFAMethodSMSOTP, DefaultMFAMethodTOTP} }

// Values of delivery_method.
const (
	AuthenticationFactorDeliveryMethodEmail                    = "email"
	AuthenticationFactorDeliveryMethodSMS                      = "sms"
	AuthenticationFactorDeliveryMethodKnowledge                = "knowledge"
	AuthenticationFactorDeliveryMethodAuthenticatorApp         = "authenticator_app"
	AuthenticationFactorDeliveryMethodRecoveryCode             = "recovery_code"
	AuthenticationFactorDeliveryMethodSSOSAML                  = "sso_saml"
	AuthenticationFactorDeliveryMethodSSOOIDC                  = "sso_oidc"
	AuthenticationFactorDeliveryMethodOAuthGoogle              = "oauth_google"
	AuthenticationFactorDeliveryMethodOAuthMicrosoft           = "oauth_microsoft"
	AuthenticationFactorDeliveryMethodOAuthHubSpot             = "oauth_hubspot"
	AuthenticationFactorDeliveryMethodOAuthSlack               = "oauth_slack"
	AuthenticationFactorDeliveryMethodOAuthGitHub              = "oauth_github"
	AuthenticationFactorDeliveryMethodOAuthExchangeGoogle      = "oauth_exchange_google"
	AuthenticationFactorDeliveryMethodOAuthExchangeHubSpot     = "oauth_exchange_hubspot"
	AuthenticationFactorDeliveryMethodOAuthExchangeSlack       = "oauth_exchange_slack"
	AuthenticationFactorDeliveryMethodOAuthExchangeGitHub      = "oauth_exchange_github"
	AuthenticationFactorDeliveryMethodOAuthAccessTokenExchange = "oauth_access_token_exchange"
	AuthenticationFactorDeliveryMethodImpersonation            = "impersonation"
	AuthenticationFactorDeliveryMethodImportedAuth0            = "imported_auth0"
	AuthenticationFactorDeliveryMethodTrustedTokenExchange     = "trusted_token_exchange"
)

// AuthenticationFactorDeliveryMethodValues returns every value of delivery_method, in the order of the contract.
func AuthenticationFactorDeliveryMethodValues() []string {
	return []string{AuthenticationFactorDeliveryMethodEmail, AuthenticationFactorDeliveryMethodSMS, AuthenticationFactorDeliveryMethodKnowledge, AuthenticationFactorDeliveryMethodAuthenticatorApp, AuthenticationFactorDeliveryMethodRecoveryCode, AuthenticationFactorDeliveryMethodSSOSAML, AuthenticationFactorDeliveryMethodSSOOIDC, AuthenticationFactorDeliveryMethodOAuthGoogle, AuthenticationFactorDeliveryMethodOAuthMicrosoft, AuthenticationFactorDeliveryMethodOAuthHubSpot, AuthenticationFactorDeliveryMethodOAuthSlack, AuthenticationFactorDeliveryMethodOAuthGitHub, AuthenticationFactorDeliveryMethodOAuthExchangeGoogle, AuthenticationFactorDeliveryMethodOAuthExchangeHubSpot, AuthenticationFactorDeliveryMethodOAuthExchangeSlack, AuthenticationFactorDeliveryMethodOAuthExchangeGitHub, AuthenticationFactorDeliveryMethodOAuthAccessTokenExchange, AuthenticationFactorDeliveryMethodImpersonation, AuthenticationFactorDeliveryMethodImportedAuth0, AuthenticationFactorDeliveryMethodTrustedTokenExchange}
}

// Values of delivery_method.
const (
	StartMemberEmailUpdateDeliveryMethodEmailMagicLink = "EMAIL_MAGIC_LINK"
	StartMemberEmailUpdateDeliveryMethodEmailOTP       = "EMAIL_OTP"
)

// StartMemberEmailUpdateDeliveryMethodValues returns every value of delivery_method, in the order of the contract.
func StartMemberEmailUpdateDeliveryMethodValues() []string {
	return []string{StartMemberEmailUpdateDeliveryMethodEmailMagicLink, StartMemberEmailUpdateDeliveryMethodEmailOTP}
}

// Values of email_invites.
const (
	EmailInvitesAllAllowed = "ALL_ALLOWED"
	EmailInvitesRestricted = "RESTRICTED"
	EmailInvitesNotAllowed = "NOT_ALLOWED"
)

// EmailInvitesValues returns every value of email_invites, in the order of the contract.
func EmailInvitesValues() []string {
	return []string{EmailInvitesAllAllowed, EmailInvitesRestricted, EmailInvitesNotAllowed}
}

// Values of email_jit_provisioning.
const (
	EmailJITProvisioningRestricted = "RESTRICTED"
	EmailJITProvisioningNotAllowed = "NOT_ALLOWED"
)

// EmailJITProvisioningValues returns every value of email_jit_provisioning, in the order of the contract.
func EmailJITProvisioningValues() []string {
	return []string{EmailJITProvisioningRestricted, EmailJITProvisioningNotAllowed}
}

// Values of first_party_connected_apps_allowed_type.
const (
	FirstPartyConnectedAppsAllowedTypeAllAllowed = "ALL_ALLOWED"
	FirstPartyConnectedAppsAllowedTypeRestricted = "RESTRICTED"
	FirstPartyConnectedAppsAllowedTypeNotAllowed = "NOT_ALLOWED"
)

// FirstPartyConnectedAppsAllowedTypeValues returns every value of first_party_connected_apps_allowed_type, in the order of the contract.
func FirstPartyConnectedAppsAllowedTypeValues() []string {
	return []string{FirstPartyConnectedAppsAllowedTypeAllAllowed, FirstPartyConnectedAppsAllowedTypeRestricted, FirstPartyConnectedAppsAllowedTypeNotAllowed}
}

// Values of grant_type.
const (
	GrantTypeClientCredentials = "client_credentials"
)

// GrantTypeValues returns every value of grant_type, in the order of the contract.
func GrantTypeValues() []string { return []string{GrantTypeClientCredentials} }

// Values of hash_type.
const (
	HashTypeBcrypt   = "bcrypt"
	HashTypeMd5      = "md_5"
	HashTypeArgon2i  = "argon_2i"
	HashTypeArgon2id = "argon_2id"
	HashTypeSha1     = "sha_1"
	HashTypeSha512   = "sha_512"
	HashTypeScrypt   = "scrypt"
	HashTypePhpass   = "phpass"
	HashTypePbkdf2   = "pbkdf_2"
)

// HashTypeValues returns every value of hash_type, in the order of the contract.
func HashTypeValues() []string {
	return []string{HashTypeBcrypt, HashTypeMd5, HashTypeArgon2i, HashTypeArgon2id, HashTypeSha1, HashTypeSha512, HashTypeScrypt, HashTypePhpass, HashTypePbkdf2}
}

// Values of identity_provider.
const (
	OIDCConnectionIdentityProviderClasslink       = "classlink"
	OIDCConnectionIdentityProviderCyberark        = "cyberark"
	OIDCConnectionIdentityProviderDuo             = "duo"
	OIDCConnectionIdentityProviderGeneric         = "generic"
	OIDCConnectionIdentityProviderGoogleWorkspace = "google-workspace"
	OIDCConnectionIdentityProviderJumpcloud       = "jumpcloud"
	OIDCConnectionIdentityProviderKeycloak        = "keycloak"
	OIDCConnectionIdentityProviderMiniorange      = "miniorange"
	OIDCConnectionIdentityProviderMicrosoftEntra  = "microsoft-entra"
	OIDCConnectionIdentityProviderOkta            = "okta"
	OIDCConnectionIdentityProviderOnelogin        = "onelogin"
	OIDCConnectionIdentityProviderPingfederate    = "pingfederate"
	OIDCConnectionIdentityProviderRippling        = "rippling"
	OIDCConnectionIdentityProviderSalesforce      = "salesforce"
	OIDCConnectionIdentityProviderShibboleth      = "shibboleth"
)

// OIDCConnectionIdentityProviderValues returns every value of identity_provider, in the order of the contract.
func OIDCConnectionIdentityProviderValues() []string {
	return []string{OIDCConnectionIdentityProviderClasslink, OIDCConnectionIdentityProviderCyberark, OIDCConnectionIdentityProviderDuo, OIDCConnectionIdentityProviderGeneric, OIDCConnectionIdentityProviderGoogleWorkspace, OIDCConnectionIdentityProviderJumpcloud, OIDCConnectionIdentityProviderKeycloak, OIDCConnectionIdentityProviderMiniorange, OIDCConnectionIdentityProviderMicrosoftEntra, OIDCConnectionIdentityProviderOkta, OIDCConnectionIdentityProviderOnelogin, OIDCConnectionIdentityProviderPingfederate, OIDCConnectionIdentityProviderRippling, OIDCConnectionIdentityProviderSalesforce, OIDCConnectionIdentityProviderShibboleth}
}

// Values of identity_provider.
const (
	SCIMConnectionIdentityProviderGeneric        = "generic"
	SCIMConnectionIdentityProviderOkta           = "okta"
	SCIMConnectionIdentityProviderMicrosoftEntra = "microsoft-entra"
	SCIMConnectionIdentityProviderCyberark       = "cyberark"
	SCIMConnectionIdentityProviderJumpcloud      = "jumpcloud"
	SCIMConnectionIdentityProviderOnelogin       = "onelogin"
	SCIMConnectionIdentityProviderPingfederate   = "pingfederate"
	SCIMConnectionIdentityProviderRippling       = "rippling"
)

// SCIMConnectionIdentityProviderValues returns every value of identity_provider, in the order of the contract.
func SCIMConnectionIdentityProviderValues() []string {
	return []string{SCIMConnectionIdentityProviderGeneric, SCIMConnectionIdentityProviderOkta, SCIMConnectionIdentityProviderMicrosoftEntra, SCIMConnectionIdentityProviderCyberark, SCIMConnectionIdentityProviderJumpcloud, SCIMConnectionIdentityProviderOnelogin, SCIMConnectionIdentityProviderPingfederate, SCIMConnectionIdentityProviderRippling}
}

// Values of locale.
const (
	StartMemberEmailUpdateLocaleEn   = "en"
	StartMemberEmailUpdateLocaleEs   = "es"
	StartMemberEmailUpdateLocalePtBr = "pt-br"
	StartMemberEmailUpdateLocaleFr   = "fr"
)

// StartMemberEmailUpdateLocaleValues returns every value of locale, in the order of the contract.
func StartMemberEmailUpdateLocaleValues() []string {
	return []string{StartMemberEmailUpdateLocaleEn, StartMemberEmailUpdateLocaleEs, StartMemberEmailUpdateLocalePtBr, StartMemberEmailUpdateLocaleFr}
}

// Values of locale.
const (
	ExchangeIntermediateSessionLocaleCaEs   = "ca-ES"
	ExchangeIntermediateSessionLocaleCs     = "cs"
	ExchangeIntermediateSessionLocaleDeDe   = "de-DE"
	ExchangeIntermediateSessionLocaleEn     = "en"
	ExchangeIntermediateSessionLocaleEs     = "es"
	ExchangeIntermediateSessionLocaleFa     = "fa"
	ExchangeIntermediateSessionLocaleFr     = "fr"
	ExchangeIntermediateSessionLocaleIt     = "it"
	ExchangeIntermediateSessionLocaleJa     = "ja"
	ExchangeIntermediateSessionLocaleNl     = "nl"
	ExchangeIntermediateSessionLocalePl     = "pl"
	ExchangeIntermediateSessionLocalePtBr   = "pt-br"
	ExchangeIntermediateSessionLocaleRu     = "ru"
	ExchangeIntermediateSessionLocaleTr     = "tr"
	ExchangeIntermediateSessionLocaleVi     = "vi"
	ExchangeIntermediateSessionLocaleZhHans = "zh-Hans"
)

// ExchangeIntermediateSessionLocaleValues returns every value of locale, in the order of the contract.
func ExchangeIntermediateSessionLocaleValues() []string {
	return []string{ExchangeIntermediateSessionLocaleCaEs, ExchangeIntermediateSessionLocaleCs, ExchangeIntermediateSessionLocaleDeDe, ExchangeIntermediateSessionLocaleEn, ExchangeIntermediateSessionLocaleEs, ExchangeIntermediateSessionLocaleFa, ExchangeIntermediateSessionLocaleFr, ExchangeIntermediateSessionLocaleIt, ExchangeIntermediateSessionLocaleJa, ExchangeIntermediateSessionLocaleNl, ExchangeIntermediateSessionLocalePl, ExchangeIntermediateSessionLocalePtBr, ExchangeIntermediateSessionLocaleRu, ExchangeIntermediateSessionLocaleTr, ExchangeIntermediateSessionLocaleVi, ExchangeIntermediateSessionLocaleZhHans}
}

// Values of metric_type.
const (
	MetricTypeUnknown           = "UNKNOWN"
	MetricTypeUserCount         = "USER_COUNT"
	MetricTypeOrganizationCount = "ORGANIZATION_COUNT"
	MetricTypeMemberCount       = "MEMBER_COUNT"
	MetricTypeM2MClientCount    = "M2M_CLIENT_COUNT"
)

// MetricTypeValues returns every value of metric_type, in the order of the contract.
func MetricTypeValues() []string {
	return []string{MetricTypeUnknown, MetricTypeUserCount, MetricTypeOrganizationCount, MetricTypeMemberCount, MetricTypeM2MClientCount}
}

// Values of mfa_methods.
const (
	MFAMethodsAllAllowed = "ALL_ALLOWED"
	MFAMethodsRestricted = "RESTRICTED"
)

// MFAMethodsValues returns every value of mfa_methods, in the order of the contract.
func MFAMethodsValues() []string { return []string{MFAMethodsAllAllowed, MFAMethodsRestricted} }

// Values of mfa_policy.
const (
	MFAPolicyRequiredForAll = "REQUIRED_FOR_ALL"
	MFAPolicyOptional       = "OPTIONAL"
)

// MFAPolicyValues returns every value of mfa_policy, in the order of the contract.
func MFAPolicyValues() []string { return []string{MFAPolicyRequiredForAll, MFAPolicyOptional} }

// Values of oauth_tenant_jit_provisioning.
const (
	OAuthTenantJITProvisioningRestricted = "RESTRICTED"
	OAuthTenantJITProvisioningNotAllowed = "NOT_ALLOWED"
)

// OAuthTenantJITProvisioningValues returns every value of oauth_tenant_jit_provisioning, in the order of the contract.
func OAuthTenantJITProvisioningValues() []string {
	return []string{OAuthTenantJITProvisioningRestricted, OAuthTenantJITProvisioningNotAllowed}
}

// Values of operator.
const (
	OperatorAND = "AND"
	OperatorOR  = "OR"
)

// OperatorValues returns every value of operator, in the order of the contract.
func OperatorValues() []string { return []string{OperatorAND, OperatorOR} }

// Values of prompt.
const (
	PromptConsent = "consent"
)

// PromptValues returns every value of prompt, in the order of the contract.
func PromptValues() []string { return []string{PromptConsent} }

// Values of response_type.
const (
	ResponseTypeCode = "code"
)

// ResponseTypeValues returns every value of response_type, in the order of the contract.
func ResponseTypeValues() []string { return []string{ResponseTypeCode} }

// Values of secondary_auth_initiated.
const (
	SecondaryAuthInitiatedSMSOTP = "sms_otp"
)

// SecondaryAuthInitiatedValues returns every value of secondary_auth_initiated, in the order of the contract.
func SecondaryAuthInitiatedValues() []string { return []string{SecondaryAuthInitiatedSMSOTP} }

// Values of set_mfa_enrollment.
const (
	SetMFAEnrollmentEnroll   = "enroll"
	SetMFAEnrollmentUnenroll = "unenroll"
)

// SetMFAEnrollmentValues returns every value of set_mfa_enrollment, in the order of the contract.
func SetMFAEnrollmentValues() []string {
	return []string{SetMFAEnrollmentEnroll, SetMFAEnrollmentUnenroll}
}

// Values of sso_jit_provisioning.
const (
	SSOJITProvisioningAllAllowed = "ALL_ALLOWED"
	SSOJITProvisioningRestricted = "RESTRICTED"
	SSOJITProvisioningNotAllowed = "NOT_ALLOWED"
)

// SSOJITProvisioningValues returns every value of sso_jit_provisioning, in the order of the contract.
func SSOJITProvisioningValues() []string {
	return []string{SSOJITProvisioningAllAllowed, SSOJITProvisioningRestricted, SSOJITProvisioningNotAllowed}
}

// Values of status.
const (
	ExternalSSOConnectionStatusActive = "active"
)

// ExternalSSOConnectionStatusValues returns every value of status, in the order of the contract.
func ExternalSSOConnectionStatusValues() []string { return []string{ExternalSSOConnectionStatusActive} }

// Values of status.
const (
	M2MClientStatusActive   = "active"
	M2MClientStatusInactive = "inactive"
)

// M2MClientStatusValues returns every value of status, in the order of the contract.
func M2MClientStatusValues() []string {
	return []string{M2MClientStatusActive, M2MClientStatusInactive}
}

// Values of status.
const (
	MemberStatusPending = "pending"
	MemberStatusInvited = "invited"
	MemberStatusActive  = "active"
	MemberStatusDeleted = "deleted"
)

// MemberStatusValues returns every value of status, in the order of the contract.
func MemberStatusValues() []string {
	return []string{MemberStatusPending, MemberStatusInvited, MemberStatusActive, MemberStatusDeleted}
}

// Values of status.
const (
	OIDCConnectionStatusPending = "pending"
	OIDCConnectionStatusActive  = "active"
)

// OIDCConnectionStatusValues returns every value of status, in the order of the contract.
func OIDCConnectionStatusValues() []string {
	return []string{OIDCConnectionStatusPending, OIDCConnectionStatusActive}
}

// Values of status.
const (
	SCIMConnectionStatusActive  = "active"
	SCIMConnectionStatusDeleted = "deleted"
)

// SCIMConnectionStatusValues returns every value of status, in the order of the contract.
func SCIMConnectionStatusValues() []string {
	return []string{SCIMConnectionStatusActive, SCIMConnectionStatusDeleted}
}

// Values of strength_policy.
const (
	StrengthPolicyZxcvbn = "zxcvbn"
	StrengthPolicyLuds   = "luds"
)

// StrengthPolicyValues returns every value of strength_policy, in the order of the contract.
func StrengthPolicyValues() []string { return []string{StrengthPolicyZxcvbn, StrengthPolicyLuds} }

// Values of third_party_connected_apps_allowed_type.
const (
	ThirdPartyConnectedAppsAllowedTypeAllAllowed = "ALL_ALLOWED"
	ThirdPartyConnectedAppsAllowedTypeRestricted = "RESTRICTED"
	ThirdPartyConnectedAppsAllowedTypeNotAllowed = "NOT_ALLOWED"
)

// ThirdPartyConnectedAppsAllowedTypeValues returns every value of third_party_connected_apps_allowed_type, in the order of the contract.
func ThirdPartyConnectedAppsAllowedTypeValues() []string {
	return []string{ThirdPartyConnectedAppsAllowedTypeAllAllowed, ThirdPartyConnectedAppsAllowedTypeRestricted, ThirdPartyConnectedAppsAllowedTypeNotAllowed}
}

// Values of token_type.
const (
	TokenTypeBearer = "bearer"
)

// TokenTypeValues returns every value of token_type, in the order of the contract.
func TokenTypeValues() []string { return []string{TokenTypeBearer} }

// Values of token_type_hint.
const (
	TokenTypeHintAccessToken  = "access_token"
	TokenTypeHintRefreshToken = "refresh_token"
)

// TokenTypeHintValues returns every value of token_type_hint, in the order of the contract.
func TokenTypeHintValues() []string {
	return []string{TokenTypeHintAccessToken, TokenTypeHintRefreshToken}
}

// Values of type.
const (
	AuthenticationFactorTypeEmailOTP         = "email_otp"
	AuthenticationFactorTypeImpersonated     = "impersonated"
	AuthenticationFactorTypeImported         = "imported"
	AuthenticationFactorTypeMagicLink        = "magic_link"
	AuthenticationFactorTypeOAuth            = "oauth"
	AuthenticationFactorTypeOTP              = "otp"
	AuthenticationFactorTypePassword         = "password"
	AuthenticationFactorTypeRecoveryCodes    = "recovery_codes"
	AuthenticationFactorTypeSSO              = "sso"
	AuthenticationFactorTypeTrustedAuthToken = "trusted_auth_token"
	AuthenticationFactorTypeTOTP             = "totp"
)

// AuthenticationFactorTypeValues returns every value of type, in the order of the contract.
func AuthenticationFactorTypeValues() []string {
	return []string{AuthenticationFactorTypeEmailOTP, AuthenticationFactorTypeImpersonated, AuthenticationFactorTypeImported, AuthenticationFactorTypeMagicLink, AuthenticationFactorTypeOAuth, AuthenticationFactorTypeOTP, AuthenticationFactorTypePassword, AuthenticationFactorTypeRecoveryCodes, AuthenticationFactorTypeSSO, AuthenticationFactorTypeTrustedAuthToken, AuthenticationFactorTypeTOTP}
}

// Values of type.
const (
	MemberRoleSourceTypeDirectAssignment    = "direct_assignment"
	MemberRoleSourceTypeEmailAssignment     = "email_assignment"
	MemberRoleSourceTypeSSOConnection       = "sso_connection"
	MemberRoleSourceTypeSSOConnectionGroup  = "sso_connection_group"
	MemberRoleSourceTypeSCIMConnectionGroup = "scim_connection_group"
)

// MemberRoleSourceTypeValues returns every value of type, in the order of the contract.
func MemberRoleSourceTypeValues() []string {
	return []string{MemberRoleSourceTypeDirectAssignment, MemberRoleSourceTypeEmailAssignment, MemberRoleSourceTypeSSOConnection, MemberRoleSourceTypeSSOConnectionGroup, MemberRoleSourceTypeSCIMConnectionGroup}
}

// Values of type.
const (
	MembershipTypeActiveMember                = "active_member"
	MembershipTypePendingMember               = "pending_member"
	MembershipTypeInvitedMember               = "invited_member"
	MembershipTypeEligibleToJoinByEmailDomain = "eligible_to_join_by_email_domain"
	MembershipTypeEligibleToJoinByOAuthTenant = "eligible_to_join_by_oauth_tenant"
)

// MembershipTypeValues returns every value of type, in the order of the contract.
func MembershipTypeValues() []string {
	return []string{MembershipTypeActiveMember, MembershipTypePendingMember, MembershipTypeInvitedMember, MembershipTypeEligibleToJoinByEmailDomain, MembershipTypeEligibleToJoinByOAuthTenant}
}
