// Code generated from contract.json by gen; DO NOT EDIT.

package b2b

import "encoding/json"
import "time"

// ActiveSCIMConnection is an object of the contract.
type ActiveSCIMConnection struct {
	ConnectionID         string     `json:"connection_id"`
	DisplayName          string     `json:"display_name"`
	BearerTokenLastFour  string     `json:"bearer_token_last_four"`
	BearerTokenExpiresAt *time.Time `json:"bearer_token_expires_at"`
}

// ActiveSSOConnection is an object of the contract.
type ActiveSSOConnection struct {
	ConnectionID     string `json:"connection_id"`
	DisplayName      string `json:"display_name"`
	IdentityProvider string `json:"identity_provider"`
}

// Argon2Config is an object of the contract.
type Argon2Config struct {
	Salt            Secret `json:"salt"`
	IterationAmount int    `json:"iteration_amount"`
	// KiB
	Memory    int `json:"memory"`
	Threads   int `json:"threads"`
	KeyLength int `json:"key_length"`
}

// AuthenticationFactor is an object of the contract. One *_factor member is set, according to type; consumer-only members are left out.
type AuthenticationFactor struct {
	// B2B subset; one of email_otp, impersonated, imported, magic_link, oauth, otp, password, recovery_codes, sso, trusted_auth_token, totp
	Type string `json:"type"`
	// B2B subset; see README table type -> delivery_method; one of email, sms, knowledge, authenticator_app, recovery_code, sso_saml, sso_oidc, oauth_google, oauth_microsoft, oauth_hubspot, oauth_slack, oauth_github, oauth_exchange_google, oauth_exchange_hubspot, oauth_exchange_slack, oauth_exchange_github, oauth_access_token_exchange, impersonation, imported_auth0, trusted_token_exchange
	DeliveryMethod                 string                          `json:"delivery_method"`
	LastAuthenticatedAt            *time.Time                      `json:"last_authenticated_at"`
	CreatedAt                      *time.Time                      `json:"created_at"`
	UpdatedAt                      *time.Time                      `json:"updated_at"`
	EmailFactor                    *EmailFactor                    `json:"email_factor"`
	PhoneNumberFactor              *PhoneNumberFactor              `json:"phone_number_factor"`
	GoogleOAuthFactor              *GoogleOAuthFactor              `json:"google_oauth_factor"`
	MicrosoftOAuthFactor           *MicrosoftOAuthFactor           `json:"microsoft_oauth_factor"`
	AuthenticatorAppFactor         *AuthenticatorAppFactor         `json:"authenticator_app_factor"`
	GitHubOAuthFactor              *GithubOAuthFactor              `json:"github_oauth_factor"`
	RecoveryCodeFactor             *RecoveryCodeFactor             `json:"recovery_code_factor"`
	SlackOAuthFactor               *SlackOAuthFactor               `json:"slack_oauth_factor"`
	SAMLSSOFactor                  *SAMLSSOFactor                  `json:"saml_sso_factor"`
	OIDCSSOFactor                  *OIDCSSOFactor                  `json:"oidc_sso_factor"`
	HubSpotOAuthFactor             *HubspotOAuthFactor             `json:"hubspot_oauth_factor"`
	SlackOAuthExchangeFactor       *SlackOAuthExchangeFactor       `json:"slack_oauth_exchange_factor"`
	HubSpotOAuthExchangeFactor     *HubspotOAuthExchangeFactor     `json:"hubspot_oauth_exchange_factor"`
	GitHubOAuthExchangeFactor      *GithubOAuthExchangeFactor      `json:"github_oauth_exchange_factor"`
	GoogleOAuthExchangeFactor      *GoogleOAuthExchangeFactor      `json:"google_oauth_exchange_factor"`
	ImpersonatedFactor             *ImpersonatedFactor             `json:"impersonated_factor"`
	OAuthAccessTokenExchangeFactor *OAuthAccessTokenExchangeFactor `json:"oauth_access_token_exchange_factor"`
	TrustedAuthTokenFactor         *TrustedAuthTokenFactor         `json:"trusted_auth_token_factor"`
}

// AuthenticatorAppFactor is an object of the contract.
type AuthenticatorAppFactor struct {
	TOTPID string `json:"totp_id"`
}

// AuthorizationCheck is an object of the contract.
type AuthorizationCheck struct {
	OrganizationID string `json:"organization_id"`
	ResourceID     string `json:"resource_id"`
	Action         string `json:"action"`
}

// AuthorizationVerdict is an object of the contract.
type AuthorizationVerdict struct {
	Authorized    bool     `json:"authorized"`
	GrantingRoles []string `json:"granting_roles"`
}

// ConnectedApp is an object of the contract.
type ConnectedApp struct {
	ClientID          string `json:"client_id"`
	ClientName        string `json:"client_name"`
	ClientDescription string `json:"client_description"`
	Status            string `json:"status"`
	FullAccessAllowed bool   `json:"full_access_allowed"`
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType                    string   `json:"client_type"`
	RedirectURLs                  []string `json:"redirect_urls"`
	AccessTokenExpiryMinutes      int      `json:"access_token_expiry_minutes"`
	AccessTokenTemplateContent    string   `json:"access_token_template_content"`
	PostLogoutRedirectURLs        []string `json:"post_logout_redirect_urls"`
	BypassConsentForOfflineAccess bool     `json:"bypass_consent_for_offline_access"`
	CreationMethod                string   `json:"creation_method"`
	IDTokenTemplateContent        string   `json:"id_token_template_content"`
	ClientSecretLastFour          *string  `json:"client_secret_last_four"`
	NextClientSecretLastFour      *string  `json:"next_client_secret_last_four"`
	AccessTokenCustomAudience     *string  `json:"access_token_custom_audience"`
	LogoURL                       *string  `json:"logo_url"`
	ClientIDMetadataURL           *string  `json:"client_id_metadata_url"`
}

// ConnectedAppPublic is an object of the contract.
type ConnectedAppPublic struct {
	ClientID          string `json:"client_id"`
	ClientName        string `json:"client_name"`
	ClientDescription string `json:"client_description"`
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType string  `json:"client_type"`
	LogoURL    *string `json:"logo_url"`
}

// ConnectedAppWithClientSecret is an object of the contract.
type ConnectedAppWithClientSecret struct {
	ClientID          string `json:"client_id"`
	ClientName        string `json:"client_name"`
	ClientDescription string `json:"client_description"`
	Status            string `json:"status"`
	FullAccessAllowed bool   `json:"full_access_allowed"`
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType                    string   `json:"client_type"`
	RedirectURLs                  []string `json:"redirect_urls"`
	AccessTokenExpiryMinutes      int      `json:"access_token_expiry_minutes"`
	AccessTokenTemplateContent    string   `json:"access_token_template_content"`
	PostLogoutRedirectURLs        []string `json:"post_logout_redirect_urls"`
	BypassConsentForOfflineAccess bool     `json:"bypass_consent_for_offline_access"`
	IDTokenTemplateContent        string   `json:"id_token_template_content"`
	ClientSecretLastFour          *string  `json:"client_secret_last_four"`
	NextClientSecretLastFour      *string  `json:"next_client_secret_last_four"`
	ClientSecret                  *Secret  `json:"client_secret"`
	AccessTokenCustomAudience     *string  `json:"access_token_custom_audience"`
	LogoURL                       *string  `json:"logo_url"`
	ClientIDMetadataURL           *string  `json:"client_id_metadata_url"`
}

// ConnectedAppWithNextClientSecret is an object of the contract.
type ConnectedAppWithNextClientSecret struct {
	ClientID             string `json:"client_id"`
	ClientName           string `json:"client_name"`
	ClientDescription    string `json:"client_description"`
	Status               string `json:"status"`
	ClientSecretLastFour string `json:"client_secret_last_four"`
	FullAccessAllowed    bool   `json:"full_access_allowed"`
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType                    string   `json:"client_type"`
	RedirectURLs                  []string `json:"redirect_urls"`
	NextClientSecret              Secret   `json:"next_client_secret"`
	AccessTokenExpiryMinutes      int      `json:"access_token_expiry_minutes"`
	AccessTokenTemplateContent    string   `json:"access_token_template_content"`
	PostLogoutRedirectURLs        []string `json:"post_logout_redirect_urls"`
	BypassConsentForOfflineAccess bool     `json:"bypass_consent_for_offline_access"`
	IDTokenTemplateContent        string   `json:"id_token_template_content"`
	NextClientSecretLastFour      *string  `json:"next_client_secret_last_four"`
	AccessTokenCustomAudience     *string  `json:"access_token_custom_audience"`
	LogoURL                       *string  `json:"logo_url"`
	ClientIDMetadataURL           *string  `json:"client_id_metadata_url"`
}

// CustomRole is an object of the contract.
type CustomRole struct {
	RoleID      string                 `json:"role_id"`
	Description string                 `json:"description"`
	Permissions []CustomRolePermission `json:"permissions"`
}

// CustomRolePermission is an object of the contract.
type CustomRolePermission struct {
	ResourceID string   `json:"resource_id"`
	Actions    []string `json:"actions"`
}

// DeviceAttributeDetails is an object of the contract.
type DeviceAttributeDetails struct {
	IsNew       bool       `json:"is_new"`
	FirstSeenAt *time.Time `json:"first_seen_at"`
	LastSeenAt  *time.Time `json:"last_seen_at"`
}

// DeviceInfo is an object of the contract. Fingerprint feature; an embedded server may always answer null.
type DeviceInfo struct {
	VisitorID           string                  `json:"visitor_id"`
	VisitorIDDetails    *DeviceAttributeDetails `json:"visitor_id_details"`
	IPAddress           *string                 `json:"ip_address"`
	IPAddressDetails    *DeviceAttributeDetails `json:"ip_address_details"`
	IPGeoCity           *string                 `json:"ip_geo_city"`
	IPGeoRegion         *string                 `json:"ip_geo_region"`
	IPGeoCountry        *string                 `json:"ip_geo_country"`
	IPGeoCountryDetails *DeviceAttributeDetails `json:"ip_geo_country_details"`
}

// DiscoveredOrganization is an object of the contract. Never carries a started MFA: secondary_auth_initiated stays null in discovery.
type DiscoveredOrganization struct {
	// false when MFA or a further primary factor is owed
	MemberAuthenticated bool             `json:"member_authenticated"`
	Organization        *Organization    `json:"organization"`
	Membership          *Membership      `json:"membership"`
	PrimaryRequired     *PrimaryRequired `json:"primary_required"`
	MFARequired         *MFARequired     `json:"mfa_required"`
}

// EmailFactor is an object of the contract.
type EmailFactor struct {
	EmailID      string `json:"email_id"`
	EmailAddress string `json:"email_address"`
}

// EmailImplicitRoleAssignment is an object of the contract.
type EmailImplicitRoleAssignment struct {
	// bare email domain; common domains refused
	Domain string `json:"domain"`
	RoleID string `json:"role_id"`
}

// Error is an object of the contract. Body of every non-2xx answer of a JSON endpoint.
type Error struct {
	StatusCode int    `json:"status_code"`
	RequestID  string `json:"request_id"`
	// snake_case; see error_types
	ErrorType    string `json:"error_type"`
	ErrorMessage string `json:"error_message"`
	// https://stytch.com/docs/api/errors/<status>#<error_type>
	ErrorURL string `json:"error_url"`
	// read by Go and node clients; usually absent
	ErrorDetails Object `json:"error_details" null:"true"`
}

// ExternalConnectionImplicitRoleAssignment is an object of the contract.
type ExternalConnectionImplicitRoleAssignment struct {
	RoleID string `json:"role_id"`
}

// ExternalGroupImplicitRoleAssignment is an object of the contract.
type ExternalGroupImplicitRoleAssignment struct {
	RoleID string `json:"role_id"`
	Group  string `json:"group"`
}

// ExternalSSOConnection is an object of the contract.
type ExternalSSOConnection struct {
	OrganizationID         string `json:"organization_id"`
	ConnectionID           string `json:"connection_id"`
	ExternalOrganizationID string `json:"external_organization_id"`
	ExternalConnectionID   string `json:"external_connection_id"`
	DisplayName            string `json:"display_name"`
	// one of active
	Status                                    string                                     `json:"status"`
	ExternalConnectionImplicitRoleAssignments []ExternalConnectionImplicitRoleAssignment `json:"external_connection_implicit_role_assignments"`
	ExternalGroupImplicitRoleAssignments      []ExternalGroupImplicitRoleAssignment      `json:"external_group_implicit_role_assignments"`
}

// GithubOAuthExchangeFactor is an object of the contract.
type GithubOAuthExchangeFactor struct {
	EmailID string `json:"email_id"`
}

// GithubOAuthFactor is an object of the contract.
type GithubOAuthFactor struct {
	ID              string  `json:"id"`
	ProviderSubject string  `json:"provider_subject"`
	EmailID         *string `json:"email_id"`
}

// GithubProviderInfo is an object of the contract.
type GithubProviderInfo struct {
	ProviderSubject   string   `json:"provider_subject"`
	ProviderTenantIDs []string `json:"provider_tenant_ids"`
	AccessToken       Secret   `json:"access_token"`
	Scopes            []string `json:"scopes"`
}

// GoogleOAuthExchangeFactor is an object of the contract.
type GoogleOAuthExchangeFactor struct {
	EmailID string `json:"email_id"`
}

// GoogleOAuthFactor is an object of the contract.
type GoogleOAuthFactor struct {
	ID              string  `json:"id"`
	ProviderSubject string  `json:"provider_subject"`
	EmailID         *string `json:"email_id"`
}

// HubspotOAuthExchangeFactor is an object of the contract.
type HubspotOAuthExchangeFactor struct {
	EmailID string `json:"email_id"`
}

// HubspotOAuthFactor is an object of the contract.
type HubspotOAuthFactor struct {
	ID              string  `json:"id"`
	ProviderSubject string  `json:"provider_subject"`
	EmailID         *string `json:"email_id"`
}

// HubspotProviderInfo is an object of the contract.
type HubspotProviderInfo struct {
	ProviderSubject      string   `json:"provider_subject"`
	ProviderTenantID     string   `json:"provider_tenant_id"`
	AccessToken          Secret   `json:"access_token"`
	AccessTokenExpiresIn int      `json:"access_token_expires_in"`
	Scopes               []string `json:"scopes"`
	RefreshToken         *Secret  `json:"refresh_token"`
}

// IDPScopeResult is an object of the contract.
type IDPScopeResult struct {
	Scope       string `json:"scope"`
	Description string `json:"description"`
	IsGrantable bool   `json:"is_grantable"`
}

// ImpersonatedFactor is an object of the contract.
type ImpersonatedFactor struct {
	ImpersonatorID           string `json:"impersonator_id"`
	ImpersonatorEmailAddress string `json:"impersonator_email_address"`
}

// JWK is an object of the contract.
type JWK struct {
	Kty    string   `json:"kty"`
	Use    string   `json:"use"`
	KeyOps []string `json:"key_ops"`
	Alg    string   `json:"alg"`
	Kid    string   `json:"kid"`
	X5c    []string `json:"x5c"`
	// the Go struct tag reads x5t_s256; emit the RFC 7517 name
	X5tS256 string `json:"x5tS256"`
	N       string `json:"n"`
	E       string `json:"e"`
}

// LudsFeedback is an object of the contract.
type LudsFeedback struct {
	HasLowerCase      bool `json:"has_lower_case"`
	HasUpperCase      bool `json:"has_upper_case"`
	HasDigit          bool `json:"has_digit"`
	HasSymbol         bool `json:"has_symbol"`
	MissingComplexity int  `json:"missing_complexity"`
	// required length minus actual length
	MissingCharacters int `json:"missing_characters"`
}

// M2MClient is an object of the contract.
type M2MClient struct {
	ClientID          string `json:"client_id"`
	ClientName        string `json:"client_name"`
	ClientDescription string `json:"client_description"`
	// one of active, inactive
	Status               string   `json:"status"`
	Scopes               []string `json:"scopes"`
	ClientSecretLastFour string   `json:"client_secret_last_four"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata          Object  `json:"trusted_metadata"`
	NextClientSecretLastFour *string `json:"next_client_secret_last_four"`
}

// M2MClientWithClientSecret is an object of the contract.
type M2MClientWithClientSecret struct {
	ClientID          string `json:"client_id"`
	ClientSecret      Secret `json:"client_secret"`
	ClientName        string `json:"client_name"`
	ClientDescription string `json:"client_description"`
	// one of active, inactive
	Status               string   `json:"status"`
	Scopes               []string `json:"scopes"`
	ClientSecretLastFour string   `json:"client_secret_last_four"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata          Object  `json:"trusted_metadata"`
	NextClientSecretLastFour *string `json:"next_client_secret_last_four"`
}

// M2MClientWithNextClientSecret is an object of the contract.
type M2MClientWithNextClientSecret struct {
	ClientID          string `json:"client_id"`
	NextClientSecret  Secret `json:"next_client_secret"`
	ClientName        string `json:"client_name"`
	ClientDescription string `json:"client_description"`
	// one of active, inactive
	Status               string   `json:"status"`
	Scopes               []string `json:"scopes"`
	ClientSecretLastFour string   `json:"client_secret_last_four"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata          Object  `json:"trusted_metadata"`
	NextClientSecretLastFour *string `json:"next_client_secret_last_four"`
}

// M2MSearchQuery is an object of the contract.
type M2MSearchQuery struct {
	// one of AND, OR
	Operator string          `json:"operator"`
	Operands []SearchOperand `json:"operands"`
}

// MD5Config is an object of the contract.
type MD5Config struct {
	PrependSalt Secret `json:"prepend_salt"`
	AppendSalt  Secret `json:"append_salt"`
}

// MFARequired is an object of the contract.
type MFARequired struct {
	MemberOptions *MemberOptions `json:"member_options"`
	// null when no code was sent; one of sms_otp
	SecondaryAuthInitiated *string `json:"secondary_auth_initiated"`
}

// Member is an object of the contract. Absent strings are "" in documented examples, absent timestamps and objects are null.
type Member struct {
	OrganizationID string `json:"organization_id"`
	MemberID       string `json:"member_id"`
	EmailAddress   string `json:"email_address"`
	// one of pending, invited, active, deleted
	Status string `json:"status"`
	// empty string when unset
	Name             string            `json:"name"`
	SSORegistrations []SSORegistration `json:"sso_registrations"`
	// exempt from the auth_methods and mfa_methods restrictions
	IsBreakglass bool `json:"is_breakglass"`
	// empty string when no password
	MemberPasswordID       string              `json:"member_password_id"`
	OAuthRegistrations     []OAuthRegistration `json:"oauth_registrations"`
	EmailAddressVerified   bool                `json:"email_address_verified"`
	MFAPhoneNumberVerified bool                `json:"mfa_phone_number_verified"`
	// true when stytch_admin is among the roles
	IsAdmin bool `json:"is_admin"`
	// empty string when no TOTP
	TOTPRegistrationID    string         `json:"totp_registration_id"`
	RetiredEmailAddresses []RetiredEmail `json:"retired_email_addresses"`
	IsLocked              bool           `json:"is_locked"`
	// true forces MFA at each login
	MFAEnrolled bool `json:"mfa_enrolled"`
	// empty string when no phone
	MFAPhoneNumber string `json:"mfa_phone_number"`
	// empty string until a method is authenticated; one of sms_otp, totp
	DefaultMFAMethod string `json:"default_mfa_method"`
	// explicit and implicit roles with their sources; stytch_member always there
	Roles []MemberRole `json:"roles"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata Object `json:"trusted_metadata"`
	// free JSON object; updates merge top-level keys, null deletes a key
	UntrustedMetadata Object            `json:"untrusted_metadata"`
	CreatedAt         *time.Time        `json:"created_at"`
	UpdatedAt         *time.Time        `json:"updated_at"`
	SCIMRegistration  *SCIMRegistration `json:"scim_registration"`
	// caller-defined id, unique in the organization
	ExternalID    *string    `json:"external_id"`
	LockCreatedAt *time.Time `json:"lock_created_at"`
	LockExpiresAt *time.Time `json:"lock_expires_at"`
}

// MemberConnectedApp is an object of the contract.
type MemberConnectedApp struct {
	ConnectedAppID string `json:"connected_app_id"`
	Name           string `json:"name"`
	Description    string `json:"description"`
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType    string  `json:"client_type"`
	ScopesGranted string  `json:"scopes_granted"`
	LogoURL       *string `json:"logo_url"`
}

// MemberOptions is an object of the contract.
type MemberOptions struct {
	MFAPhoneNumber     string `json:"mfa_phone_number"`
	TOTPRegistrationID string `json:"totp_registration_id"`
}

// MemberRole is an object of the contract.
type MemberRole struct {
	RoleID  string             `json:"role_id"`
	Sources []MemberRoleSource `json:"sources"`
}

// MemberRoleSource is an object of the contract.
type MemberRoleSource struct {
	// one of direct_assignment, email_assignment, sso_connection, sso_connection_group, scim_connection_group
	Type string `json:"type"`
	// email_assignment {email_domain}; sso_connection {connection_id}; sso_connection_group {connection_id, group}; scim_connection_group {connection_id, group_id}; direct_assignment {}
	Details Object `json:"details" null:"true"`
}

// MemberSession is an object of the contract.
type MemberSession struct {
	MemberSessionID       string                 `json:"member_session_id"`
	MemberID              string                 `json:"member_id"`
	StartedAt             *time.Time             `json:"started_at"`
	LastAccessedAt        *time.Time             `json:"last_accessed_at"`
	ExpiresAt             *time.Time             `json:"expires_at"`
	AuthenticationFactors []AuthenticationFactor `json:"authentication_factors"`
	OrganizationID        string                 `json:"organization_id"`
	// role ids valid for this session; may differ from Member.roles for SSO roles
	Roles            []string `json:"roles"`
	OrganizationSlug string   `json:"organization_slug"`
	// null or absent when none
	CustomClaims Object `json:"custom_claims" null:"true"`
}

// Membership is an object of the contract.
type Membership struct {
	// one of active_member, pending_member, invited_member, eligible_to_join_by_email_domain, eligible_to_join_by_oauth_tenant
	Type    string `json:"type"`
	Details Object `json:"details" null:"true"`
	// null for eligible_* types
	Member *Member `json:"member"`
}

// MicrosoftOAuthFactor is an object of the contract.
type MicrosoftOAuthFactor struct {
	ID              string  `json:"id"`
	ProviderSubject string  `json:"provider_subject"`
	EmailID         *string `json:"email_id"`
}

// OAuth2Error is an object of the contract. Body of non-2xx answers under /v1/public/{project_id}/oauth2/.
type OAuth2Error struct {
	StatusCode       int     `json:"status_code"`
	RequestID        string  `json:"request_id"`
	Error            string  `json:"error"`
	ErrorDescription string  `json:"error_description"`
	ErrorURI         *string `json:"error_uri"`
}

// OAuthAccessTokenExchangeFactor is an object of the contract.
type OAuthAccessTokenExchangeFactor struct {
	ClientID string `json:"client_id"`
}

// OAuthProviderValues is an object of the contract.
type OAuthProviderValues struct {
	Scopes       []string   `json:"scopes"`
	AccessToken  *Secret    `json:"access_token"`
	RefreshToken *Secret    `json:"refresh_token"`
	ExpiresAt    *time.Time `json:"expires_at"`
	IDToken      *Secret    `json:"id_token"`
}

// OAuthRegistration is an object of the contract.
type OAuthRegistration struct {
	// e.g. Google, Microsoft, GitHub, Slack, HubSpot
	ProviderType              string  `json:"provider_type"`
	ProviderSubject           string  `json:"provider_subject"`
	MemberOAuthRegistrationID string  `json:"member_oauth_registration_id"`
	ProfilePictureURL         *string `json:"profile_picture_url"`
	Locale                    *string `json:"locale"`
}

// OIDCConnection is an object of the contract.
type OIDCConnection struct {
	OrganizationID string `json:"organization_id"`
	ConnectionID   string `json:"connection_id"`
	// one of pending, active
	Status           string `json:"status"`
	DisplayName      string `json:"display_name"`
	RedirectURL      string `json:"redirect_url"`
	ClientID         string `json:"client_id"`
	ClientSecret     Secret `json:"client_secret"`
	Issuer           string `json:"issuer"`
	AuthorizationURL string `json:"authorization_url"`
	TokenURL         string `json:"token_url"`
	UserinfoURL      string `json:"userinfo_url"`
	JWKSURL          string `json:"jwks_url"`
	// one of classlink, cyberark, duo, generic, google-workspace, jumpcloud, keycloak, miniorange, microsoft-entra, okta, onelogin, pingfederate, rippling, salesforce, shibboleth
	IdentityProvider string `json:"identity_provider"`
	// space separated; replaces openid email profile
	CustomScopes     string `json:"custom_scopes"`
	AttributeMapping Object `json:"attribute_mapping" null:"true"`
}

// OIDCProviderInfo is an object of the contract.
type OIDCProviderInfo struct {
	ProviderSubject      string   `json:"provider_subject"`
	IDToken              Secret   `json:"id_token"`
	AccessToken          Secret   `json:"access_token"`
	AccessTokenExpiresIn int      `json:"access_token_expires_in"`
	Scopes               []string `json:"scopes"`
	ConnectionID         string   `json:"connection_id"`
	RefreshToken         *Secret  `json:"refresh_token"`
}

// OIDCSSOFactor is an object of the contract.
type OIDCSSOFactor struct {
	ID         string `json:"id"`
	ProviderID string `json:"provider_id"`
	ExternalID string `json:"external_id"`
}

// OrgPolicy is an object of the contract.
type OrgPolicy struct {
	// role ids
	Roles []PolicyRole `json:"roles"`
}

// Organization is an object of the contract.
type Organization struct {
	OrganizationID      string `json:"organization_id"`
	OrganizationName    string `json:"organization_name"`
	OrganizationLogoURL string `json:"organization_logo_url"`
	OrganizationSlug    string `json:"organization_slug"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	SSOJITProvisioning string `json:"sso_jit_provisioning"`
	// connection ids; used when sso_jit_provisioning is RESTRICTED
	SSOJITProvisioningAllowedConnections []string              `json:"sso_jit_provisioning_allowed_connections"`
	SSOActiveConnections                 []ActiveSSOConnection `json:"sso_active_connections"`
	// bare domains; common and disposable domains refused
	EmailAllowedDomains []string `json:"email_allowed_domains"`
	// one of RESTRICTED, NOT_ALLOWED
	EmailJITProvisioning string `json:"email_jit_provisioning"`
	// default ALL_ALLOWED when no auth setting is sent on create, else NOT_ALLOWED; one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	EmailInvites string `json:"email_invites"`
	// one of ALL_ALLOWED, RESTRICTED
	AuthMethods string `json:"auth_methods"`
	// enum applies to items; used when auth_methods is RESTRICTED; one of sso, magic_link, email_otp, password, google_oauth, microsoft_oauth, slack_oauth, github_oauth, hubspot_oauth
	AllowedAuthMethods []string `json:"allowed_auth_methods"`
	// one of REQUIRED_FOR_ALL, OPTIONAL
	MFAPolicy                        string                        `json:"mfa_policy"`
	RBACEmailImplicitRoleAssignments []EmailImplicitRoleAssignment `json:"rbac_email_implicit_role_assignments"`
	// one of ALL_ALLOWED, RESTRICTED
	MFAMethods string `json:"mfa_methods"`
	// enum applies to items; used when mfa_methods is RESTRICTED; one of sms_otp, totp
	AllowedMFAMethods []string `json:"allowed_mfa_methods"`
	// one of RESTRICTED, NOT_ALLOWED
	OAuthTenantJITProvisioning string `json:"oauth_tenant_jit_provisioning"`
	// members of a claimed domain may only exist in claiming organizations
	ClaimedEmailDomains []string `json:"claimed_email_domains"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	FirstPartyConnectedAppsAllowedType string `json:"first_party_connected_apps_allowed_type"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedFirstPartyConnectedApps []string `json:"allowed_first_party_connected_apps"`
	// one of ALL_ALLOWED, RESTRICTED, NOT_ALLOWED
	ThirdPartyConnectedAppsAllowedType string `json:"third_party_connected_apps_allowed_type"`
	// connected app ids; used when the matching type field is RESTRICTED
	AllowedThirdPartyConnectedApps []string     `json:"allowed_third_party_connected_apps"`
	CustomRoles                    []CustomRole `json:"custom_roles"`
	// free JSON object; updates merge top-level keys, null deletes a key
	TrustedMetadata        Object                `json:"trusted_metadata"`
	CreatedAt              *time.Time            `json:"created_at"`
	UpdatedAt              *time.Time            `json:"updated_at"`
	OrganizationExternalID *string               `json:"organization_external_id"`
	SSODefaultConnectionID *string               `json:"sso_default_connection_id"`
	SCIMActiveConnection   *ActiveSCIMConnection `json:"scim_active_connection"`
	// keys slack, hubspot, github; values are tenant ids
	AllowedOAuthTenants map[string][]string `json:"allowed_oauth_tenants" null:"true"`
}

// OrganizationClaim is an object of the contract.
type OrganizationClaim struct {
	OrganizationID string `json:"organization_id"`
	Slug           string `json:"slug"`
}

// OrganizationConnectedApp is an object of the contract.
type OrganizationConnectedApp struct {
	ConnectedAppID string `json:"connected_app_id"`
	Name           string `json:"name"`
	Description    string `json:"description"`
	// one of first_party, first_party_public, third_party, third_party_public
	ClientType string  `json:"client_type"`
	LogoURL    *string `json:"logo_url"`
}

// OrganizationConnectedAppActiveMember is an object of the contract.
type OrganizationConnectedAppActiveMember struct {
	MemberID      string   `json:"member_id"`
	GrantedScopes []string `json:"granted_scopes"`
}

// PBKDF2Config is an object of the contract.
type PBKDF2Config struct {
	// base64
	Salt            Secret `json:"salt"`
	IterationAmount int    `json:"iteration_amount"`
	KeyLength       int    `json:"key_length"`
	// default sha256; one of sha256, sha512
	Algorithm string `json:"algorithm"`
}

// PhoneNumberFactor is an object of the contract.
type PhoneNumberFactor struct {
	PhoneID     string `json:"phone_id"`
	PhoneNumber string `json:"phone_number"`
}

// Policy is an object of the contract.
type Policy struct {
	// role ids
	Roles     []PolicyRole     `json:"roles"`
	Resources []PolicyResource `json:"resources"`
	Scopes    []PolicyScope    `json:"scopes"`
}

// PolicyResource is an object of the contract.
type PolicyResource struct {
	// custom ids must not start with stytch
	ResourceID  string   `json:"resource_id"`
	Description string   `json:"description"`
	Actions     []string `json:"actions"`
}

// PolicyRole is an object of the contract.
type PolicyRole struct {
	RoleID      string                 `json:"role_id"`
	Description string                 `json:"description"`
	Permissions []PolicyRolePermission `json:"permissions"`
}

// PolicyRolePermission is an object of the contract.
type PolicyRolePermission struct {
	ResourceID string `json:"resource_id"`
	// * alone grants every action
	Actions []string `json:"actions"`
}

// PolicyScope is an object of the contract.
type PolicyScope struct {
	Scope       string                  `json:"scope"`
	Description string                  `json:"description"`
	Permissions []PolicyScopePermission `json:"permissions"`
}

// PolicyScopePermission is an object of the contract.
type PolicyScopePermission struct {
	ResourceID string `json:"resource_id"`
	// * alone grants every action
	Actions []string `json:"actions"`
}

// PrimaryRequired is an object of the contract.
type PrimaryRequired struct {
	// methods that would satisfy the organization; one of sso, magic_link, email_otp, password, google_oauth, microsoft_oauth, slack_oauth, github_oauth, hubspot_oauth
	AllowedAuthMethods []string `json:"allowed_auth_methods"`
}

// ProjectMetric is an object of the contract.
type ProjectMetric struct {
	// one of UNKNOWN, USER_COUNT, ORGANIZATION_COUNT, MEMBER_COUNT, M2M_CLIENT_COUNT
	MetricType string `json:"metric_type"`
	Count      int    `json:"count"`
}

// RecoveryCodeFactor is an object of the contract.
type RecoveryCodeFactor struct {
	TOTPRecoveryCodeID string `json:"totp_recovery_code_id"`
}

// ResultsMetadata is an object of the contract.
type ResultsMetadata struct {
	// -1 when totals are switched off
	Total int `json:"total"`
	// null on the last page
	NextCursor *string `json:"next_cursor"`
}

// RetiredEmail is an object of the contract.
type RetiredEmail struct {
	EmailID      string `json:"email_id"`
	EmailAddress string `json:"email_address"`
}

// SAMLConnection is an object of the contract.
type SAMLConnection struct {
	OrganizationID string `json:"organization_id"`
	ConnectionID   string `json:"connection_id"`
	// one of pending, active
	Status                   string                `json:"status"`
	IDPEntityID              string                `json:"idp_entity_id"`
	DisplayName              string                `json:"display_name"`
	IDPSSOURL                string                `json:"idp_sso_url"`
	ACSURL                   string                `json:"acs_url"`
	AudienceURI              string                `json:"audience_uri"`
	SigningCertificates      []SAMLX509Certificate `json:"signing_certificates"`
	VerificationCertificates []SAMLX509Certificate `json:"verification_certificates"`
	// one official front-end fixture names this saml_encryption_private_keys
	EncryptionPrivateKeys                 []SAMLEncryptionPrivateKey             `json:"encryption_private_keys"`
	SAMLConnectionImplicitRoleAssignments []SAMLConnectionImplicitRoleAssignment `json:"saml_connection_implicit_role_assignments"`
	SAMLGroupImplicitRoleAssignments      []SAMLGroupImplicitRoleAssignment      `json:"saml_group_implicit_role_assignments"`
	AlternativeAudienceURI                string                                 `json:"alternative_audience_uri"`
	// one of classlink, cyberark, duo, generic, google-workspace, jumpcloud, keycloak, miniorange, microsoft-entra, okta, onelogin, pingfederate, rippling, salesforce, shibboleth
	IdentityProvider string `json:"identity_provider"`
	// default urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress
	NameidFormat             string `json:"nameid_format"`
	AlternativeACSURL        string `json:"alternative_acs_url"`
	IDPInitiatedAuthDisabled bool   `json:"idp_initiated_auth_disabled"`
	AllowGatewayCallback     bool   `json:"allow_gateway_callback"`
	AttributeMapping         Object `json:"attribute_mapping" null:"true"`
}

// SAMLConnectionImplicitRoleAssignment is an object of the contract.
type SAMLConnectionImplicitRoleAssignment struct {
	RoleID string `json:"role_id"`
}

// SAMLEncryptionPrivateKey is an object of the contract.
type SAMLEncryptionPrivateKey struct {
	PrivateKeyID string     `json:"private_key_id"`
	PrivateKey   Secret     `json:"private_key"`
	CreatedAt    *time.Time `json:"created_at"`
}

// SAMLGroupImplicitRoleAssignment is an object of the contract.
type SAMLGroupImplicitRoleAssignment struct {
	RoleID string `json:"role_id"`
	Group  string `json:"group"`
}

// SAMLSSOFactor is an object of the contract.
type SAMLSSOFactor struct {
	ID         string `json:"id"`
	ProviderID string `json:"provider_id"`
	ExternalID string `json:"external_id"`
}

// SAMLX509Certificate is an object of the contract.
type SAMLX509Certificate struct {
	CertificateID string `json:"certificate_id"`
	Certificate   string `json:"certificate"`
	// "Stytch" for signing certificates
	Issuer    string     `json:"issuer"`
	CreatedAt *time.Time `json:"created_at"`
	ExpiresAt *time.Time `json:"expires_at"`
	UpdatedAt *time.Time `json:"updated_at"`
}

// SCIMAddress is an object of the contract.
type SCIMAddress struct {
	Formatted     string `json:"formatted"`
	StreetAddress string `json:"street_address"`
	Locality      string `json:"locality"`
	Region        string `json:"region"`
	PostalCode    string `json:"postal_code"`
	Country       string `json:"country"`
	Type          string `json:"type"`
	Primary       bool   `json:"primary"`
}

// SCIMAttributeGroup is an object of the contract.
type SCIMAttributeGroup struct {
	Value   string `json:"value"`
	Display string `json:"display"`
}

// SCIMAttributeRole is an object of the contract.
type SCIMAttributeRole struct {
	Value   string `json:"value"`
	Type    string `json:"type"`
	Primary bool   `json:"primary"`
}

// SCIMAttributes is an object of the contract.
type SCIMAttributes struct {
	UserName          string               `json:"user_name"`
	ID                string               `json:"id"`
	ExternalID        string               `json:"external_id"`
	Active            bool                 `json:"active"`
	Groups            []SCIMAttributeGroup `json:"groups"`
	DisplayName       string               `json:"display_name"`
	NickName          string               `json:"nick_name"`
	ProfileURL        string               `json:"profile_url"`
	UserType          string               `json:"user_type"`
	Title             string               `json:"title"`
	PreferredLanguage string               `json:"preferred_language"`
	Locale            string               `json:"locale"`
	Timezone          string               `json:"timezone"`
	Emails            []SCIMEmail          `json:"emails"`
	PhoneNumbers      []SCIMPhoneNumber    `json:"phone_numbers"`
	Addresses         []SCIMAddress        `json:"addresses"`
	Ims               []SCIMIMs            `json:"ims"`
	Photos            []SCIMPhoto          `json:"photos"`
	Entitlements      []SCIMEntitlement    `json:"entitlements"`
	// role ids
	Roles               []SCIMAttributeRole      `json:"roles"`
	X509certificates    []SCIMX509Certificate    `json:"x509certificates"`
	Name                *SCIMName                `json:"name"`
	EnterpriseExtension *SCIMEnterpriseExtension `json:"enterprise_extension"`
}

// SCIMConnection is an object of the contract.
type SCIMConnection struct {
	OrganizationID string `json:"organization_id"`
	ConnectionID   string `json:"connection_id"`
	// one of active, deleted
	Status      string `json:"status"`
	DisplayName string `json:"display_name"`
	// one of generic, okta, microsoft-entra, cyberark, jumpcloud, onelogin, pingfederate, rippling
	IdentityProvider                 string                            `json:"identity_provider"`
	BaseURL                          string                            `json:"base_url"`
	BearerTokenLastFour              string                            `json:"bearer_token_last_four"`
	SCIMGroupImplicitRoleAssignments []SCIMGroupImplicitRoleAssignment `json:"scim_group_implicit_role_assignments"`
	NextBearerTokenLastFour          string                            `json:"next_bearer_token_last_four"`
	BearerTokenExpiresAt             *time.Time                        `json:"bearer_token_expires_at"`
	NextBearerTokenExpiresAt         *time.Time                        `json:"next_bearer_token_expires_at"`
}

// SCIMConnectionWithNextToken is an object of the contract.
type SCIMConnectionWithNextToken struct {
	OrganizationID string `json:"organization_id"`
	ConnectionID   string `json:"connection_id"`
	// one of active, deleted
	Status      string `json:"status"`
	DisplayName string `json:"display_name"`
	BaseURL     string `json:"base_url"`
	// one of generic, okta, microsoft-entra, cyberark, jumpcloud, onelogin, pingfederate, rippling
	IdentityProvider    string `json:"identity_provider"`
	BearerTokenLastFour string `json:"bearer_token_last_four"`
	// shown once, at rotation start
	NextBearerToken                  Secret                            `json:"next_bearer_token"`
	SCIMGroupImplicitRoleAssignments []SCIMGroupImplicitRoleAssignment `json:"scim_group_implicit_role_assignments"`
	BearerTokenExpiresAt             *time.Time                        `json:"bearer_token_expires_at"`
	NextBearerTokenExpiresAt         *time.Time                        `json:"next_bearer_token_expires_at"`
}

// SCIMConnectionWithToken is an object of the contract.
type SCIMConnectionWithToken struct {
	OrganizationID string `json:"organization_id"`
	ConnectionID   string `json:"connection_id"`
	// one of active, deleted
	Status      string `json:"status"`
	DisplayName string `json:"display_name"`
	// one of generic, okta, microsoft-entra, cyberark, jumpcloud, onelogin, pingfederate, rippling
	IdentityProvider string `json:"identity_provider"`
	BaseURL          string `json:"base_url"`
	// shown once, at creation
	BearerToken                      Secret                            `json:"bearer_token"`
	SCIMGroupImplicitRoleAssignments []SCIMGroupImplicitRoleAssignment `json:"scim_group_implicit_role_assignments"`
	BearerTokenExpiresAt             *time.Time                        `json:"bearer_token_expires_at"`
}

// SCIMEmail is an object of the contract.
type SCIMEmail struct {
	Value   string `json:"value"`
	Type    string `json:"type"`
	Primary bool   `json:"primary"`
}

// SCIMEnterpriseExtension is an object of the contract.
type SCIMEnterpriseExtension struct {
	EmployeeNumber string       `json:"employee_number"`
	CostCenter     string       `json:"cost_center"`
	Division       string       `json:"division"`
	Department     string       `json:"department"`
	Organization   string       `json:"organization"`
	Manager        *SCIMManager `json:"manager"`
}

// SCIMEntitlement is an object of the contract.
type SCIMEntitlement struct {
	Value   string `json:"value"`
	Type    string `json:"type"`
	Primary bool   `json:"primary"`
}

// SCIMGroup is an object of the contract.
type SCIMGroup struct {
	GroupID        string `json:"group_id"`
	GroupName      string `json:"group_name"`
	OrganizationID string `json:"organization_id"`
	ConnectionID   string `json:"connection_id"`
}

// SCIMGroupImplicitRoleAssignment is an object of the contract.
type SCIMGroupImplicitRoleAssignment struct {
	RoleID    string `json:"role_id"`
	GroupID   string `json:"group_id"`
	GroupName string `json:"group_name"`
}

// SCIMIMs is an object of the contract.
type SCIMIMs struct {
	Value   string `json:"value"`
	Type    string `json:"type"`
	Primary bool   `json:"primary"`
}

// SCIMManager is an object of the contract.
type SCIMManager struct {
	Value       string `json:"value"`
	Ref         string `json:"ref"`
	DisplayName string `json:"display_name"`
}

// SCIMName is an object of the contract.
type SCIMName struct {
	Formatted       string `json:"formatted"`
	FamilyName      string `json:"family_name"`
	GivenName       string `json:"given_name"`
	MiddleName      string `json:"middle_name"`
	HonorificPrefix string `json:"honorific_prefix"`
	HonorificSuffix string `json:"honorific_suffix"`
}

// SCIMPhoneNumber is an object of the contract.
type SCIMPhoneNumber struct {
	Value   string `json:"value"`
	Type    string `json:"type"`
	Primary bool   `json:"primary"`
}

// SCIMPhoto is an object of the contract.
type SCIMPhoto struct {
	Value   string `json:"value"`
	Type    string `json:"type"`
	Primary bool   `json:"primary"`
}

// SCIMRegistration is an object of the contract.
type SCIMRegistration struct {
	ConnectionID   string          `json:"connection_id"`
	RegistrationID string          `json:"registration_id"`
	ExternalID     *string         `json:"external_id"`
	SCIMAttributes *SCIMAttributes `json:"scim_attributes"`
}

// SCIMX509Certificate is an object of the contract.
type SCIMX509Certificate struct {
	Value   string `json:"value"`
	Type    string `json:"type"`
	Primary bool   `json:"primary"`
}

// SHA1Config is an object of the contract.
type SHA1Config struct {
	PrependSalt Secret `json:"prepend_salt"`
	AppendSalt  Secret `json:"append_salt"`
}

// SHA512Config is an object of the contract.
type SHA512Config struct {
	PrependSalt Secret `json:"prepend_salt"`
	AppendSalt  Secret `json:"append_salt"`
}

// SSORegistration is an object of the contract.
type SSORegistration struct {
	ConnectionID   string `json:"connection_id"`
	ExternalID     string `json:"external_id"`
	RegistrationID string `json:"registration_id"`
	SSOAttributes  Object `json:"sso_attributes" null:"true"`
}

// ScryptConfig is an object of the contract.
type ScryptConfig struct {
	Salt       Secret `json:"salt"`
	NParameter int    `json:"n_parameter"`
	RParameter int    `json:"r_parameter"`
	PParameter int    `json:"p_parameter"`
	KeyLength  int    `json:"key_length"`
}

// SearchOperand is an object of the contract.
type SearchOperand struct {
	FilterName string `json:"filter_name"`
	// string, boolean or array of strings; see search_filters
	FilterValue json.RawMessage `json:"filter_value"`
}

// SearchQuery is an object of the contract.
type SearchQuery struct {
	// OR is deprecated but accepted; one of AND, OR
	Operator string          `json:"operator"`
	Operands []SearchOperand `json:"operands"`
}

// SessionAttributes is an object of the contract.
type SessionAttributes struct {
	IPAddress string `json:"ip_address"`
	UserAgent string `json:"user_agent"`
}

// SessionClaim is an object of the contract.
type SessionClaim struct {
	// member_session_id
	ID                    string                 `json:"id"`
	StartedAt             time.Time              `json:"started_at"`
	LastAccessedAt        time.Time              `json:"last_accessed_at"`
	ExpiresAt             time.Time              `json:"expires_at"`
	Attributes            SessionAttributes      `json:"attributes"`
	AuthenticationFactors []AuthenticationFactor `json:"authentication_factors"`
	Roles                 []string               `json:"roles"`
}

// SessionJWTClaims is an object of the contract. Custom claims sit next to these at top level; header alg RS256 with kid.
type SessionJWTClaims struct {
	// stytch.com/<project_id>, or the base URL behind a custom domain
	Iss string `json:"iss"`
	// holds project_id
	Aud []string `json:"aud"`
	// member_id
	Sub string `json:"sub"`
	IAT int    `json:"iat"`
	Nbf int    `json:"nbf"`
	// iat + 300
	Exp                        int               `json:"exp"`
	HttpsStytchComSession      SessionClaim      `json:"https://stytch.com/session"`
	HttpsStytchComOrganization OrganizationClaim `json:"https://stytch.com/organization"`
}

// SlackOAuthExchangeFactor is an object of the contract.
type SlackOAuthExchangeFactor struct {
	EmailID string `json:"email_id"`
}

// SlackOAuthFactor is an object of the contract.
type SlackOAuthFactor struct {
	ID              string  `json:"id"`
	ProviderSubject string  `json:"provider_subject"`
	EmailID         *string `json:"email_id"`
}

// SlackProviderInfo is an object of the contract.
type SlackProviderInfo struct {
	ProviderSubject  string   `json:"provider_subject"`
	ProviderTenantID string   `json:"provider_tenant_id"`
	AccessToken      Secret   `json:"access_token"`
	Scopes           []string `json:"scopes"`
	BotAccessToken   Secret   `json:"bot_access_token"`
	BotScopes        []string `json:"bot_scopes"`
}

// TrustedAuthTokenFactor is an object of the contract.
type TrustedAuthTokenFactor struct {
	TokenID string `json:"token_id"`
}

// ZxcvbnFeedback is an object of the contract.
type ZxcvbnFeedback struct {
	Warning     string   `json:"warning"`
	Suggestions []string `json:"suggestions"`
}

// nestedSecretNames are the secret fields of objects.
var nestedSecretNames = []string{
	"access_token",
	"append_salt",
	"bearer_token",
	"bot_access_token",
	"client_secret",
	"id_token",
	"next_bearer_token",
	"next_client_secret",
	"prepend_salt",
	"private_key",
	"refresh_token",
	"salt",
}
