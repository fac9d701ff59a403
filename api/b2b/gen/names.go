package main

import (
	"strings"
	"unicode"
)

// initialisms are written as Go writes them.
var initialisms = map[string]string{
	"acs": "ACS", "api": "API", "iat": "IAT", "id": "ID", "idp": "IDP", "ids": "IDs", "ip": "IP", "jit": "JIT", "jwk": "JWK",
	"jwks": "JWKS", "jwt": "JWT", "m2m": "M2M", "mfa": "MFA", "oauth": "OAuth", "oauth2": "OAuth2", "oidc": "OIDC", "otp": "OTP",
	"otps": "OTPs", "pkce": "PKCE", "qr": "QR", "rbac": "RBAC", "saml": "SAML", "scim": "SCIM", "sms": "SMS", "sso": "SSO",
	"totp": "TOTP", "totps": "TOTPs", "uri": "URI", "uris": "URIs", "url": "URL", "urls": "URLs", "x509": "X509", "ttl": "TTL",
	"and": "AND", "or": "OR", "github": "GitHub", "hubspot": "HubSpot",
}

// goName turns any_name, any.name or ANY-NAME into AnyName.
func goName(name string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(splitCamel(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		part = strings.ToLower(part)
		if s, ok := initialisms[part]; ok {
			b.WriteString(s)
			continue
		}
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	if s := b.String(); s != "" && unicode.IsDigit(rune(s[0])) {
		return "N" + s
	}
	return b.String()
}

// splitCamel puts an underscore where a lower-case letter meets a capital, as
// in the SCIM names (familyName).
func splitCamel(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte('_')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// nouns names what a resource is about: one of them, and many.
var nouns = map[string][2]string{
	"organizations":                         {"Organization", "Organizations"},
	"organizations.members":                 {"Member", "Members"},
	"organizations.members.oauth_providers": {"MemberOAuthProvider", ""},
	"organizations.members.connected_apps":  {"MemberConnectedApp", ""},
	"discovery.organizations":               {"DiscoveredOrganization", "DiscoveredOrganizations"},
	"discovery.intermediate_sessions":       {"IntermediateSession", ""},
	"passwords":                             {"Password", ""},
	"passwords.email":                       {"PasswordByEmail", ""},
	"passwords.existing_password":           {"PasswordByExistingPassword", ""},
	"passwords.sessions":                    {"PasswordBySession", ""},
	"passwords.discovery":                   {"DiscoveryPassword", ""},
	"passwords.discovery.email":             {"DiscoveryPasswordByEmail", ""},
	"recovery_codes":                        {"RecoveryCodes", ""},
	"totps":                                 {"TOTP", "TOTPs"},
	"sessions":                              {"Session", "Sessions"},
	"otps.sms":                              {"SMSOTP", ""},
	"otps.email":                            {"EmailOTP", ""},
	"otps.email.discovery":                  {"DiscoveryEmailOTP", ""},
	"magic_links":                           {"MagicLink", ""},
	"magic_links.email":                     {"EmailMagicLink", ""},
	"magic_links.email.discovery":           {"DiscoveryEmailMagicLink", ""},
	"magic_links.discovery":                 {"DiscoveryMagicLink", ""},
	"oauth":                                 {"OAuth", ""},
	"oauth.discovery":                       {"DiscoveryOAuth", ""},
	"sso":                                   {"SSO", ""},
	"sso.saml":                              {"SAML", ""},
	"sso.oidc":                              {"OIDC", ""},
	"sso.external":                          {"ExternalSSO", ""},
	"scim.connection":                       {"SCIMConnection", ""},
	"rbac":                                  {"RBAC", ""},
	"rbac.organizations":                    {"OrganizationRBAC", ""},
	"impersonation":                         {"Impersonation", ""},
	"idp":                                   {"IDP", ""},
	"idp.oauth":                             {"IDPOAuth", ""},
	"m2m":                                   {"M2M", ""},
	"m2m.clients":                           {"M2MClient", "M2MClients"},
	"m2m.clients.secrets":                   {"M2MClientSecret", ""},
	"connected_apps.clients":                {"ConnectedAppClient", "ConnectedAppClients"},
	"connected_apps.clients.secrets":        {"ConnectedAppClientSecret", ""},
	"debug":                                 {"Debug", ""},
	"project":                               {"Project", ""},
}

// verbs begin the name of an operation. An operation that begins with none of
// them is a plain reading of what it names.
var verbs = []string{
	"create", "get", "search", "update", "delete", "list", "authenticate", "migrate", "exchange", "revoke", "reactivate", "start",
	"unlink", "require", "reset", "rotate", "recover", "send", "invite", "attest", "introspect", "authorize", "set",
}

// requestName is the name of an endpoint's request type: SearchMembers,
// UpdateMember, DeleteMemberExternalID.
func requestName(e endpoint) string {
	noun, ok := nouns[e.Resource]
	if !ok {
		panic("no noun for the resource " + e.Resource)
	}
	switch e.Operation {
	case "dangerously_get":
		return "DangerouslyGet" + noun[0]
	case "recover":
		return "RecoverByRecoveryCode"
	case "login_or_signup":
		return "LoginOrSignupBy" + noun[0]
	case "strength_check":
		return "CheckPasswordStrength"
	case "search", "list":
		return goName(e.Operation) + noun[1]
	}
	verb, rest, _ := strings.Cut(e.Operation, "_")
	for _, v := range verbs {
		if verb == v {
			return goName(verb) + noun[0] + goName(rest)
		}
	}
	return "Get" + noun[0] + goName(e.Operation)
}

// endpointName is the name of an endpoint's description: OrganizationsMembersUpdate.
func endpointName(e endpoint) string { return goName(e.Resource + "_" + e.Operation) }
