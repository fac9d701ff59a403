package b2b_test

import (
	"testing"

	"example.com/orgdeck/api/b2b"
)

// fresh is an organization as the API makes it.
func fresh() b2b.Organization {
	return b2b.Organization{
		SSOJITProvisioning: "ALL_ALLOWED", EmailJITProvisioning: "NOT_ALLOWED", EmailInvites: "ALL_ALLOWED",
		AuthMethods: "ALL_ALLOWED", MFAMethods: "ALL_ALLOWED", MFAPolicy: "OPTIONAL", OAuthTenantJITProvisioning: "NOT_ALLOWED",
	}
}

// settingsChange is a change of an organization, and what is wrong with it.
type settingsChange struct {
	change    func(*b2b.Organization)
	errorType string // "" for nothing
	field     string
}

func settingsChanges() map[string]settingsChange {
	connection := "saml-connection-test-1"
	return map[string]settingsChange{
		"fresh": {change: func(*b2b.Organization) {}},
		"no way in": {func(o *b2b.Organization) {
			o.SSOJITProvisioning, o.EmailInvites = "NOT_ALLOWED", "NOT_ALLOWED"
		}, "invalid_organization_auth_factor_setting", "email_invites"},
		"invites only": {change: func(o *b2b.Organization) { o.SSOJITProvisioning = "NOT_ALLOWED" }},
		"invites to no domain": {func(o *b2b.Organization) { o.EmailInvites = "RESTRICTED" },
			"invalid_restricted_email_setting", "email_allowed_domains"},
		"e-mail JIT of no domain": {func(o *b2b.Organization) { o.EmailJITProvisioning = "RESTRICTED" },
			"invalid_restricted_email_setting", "email_allowed_domains"},
		"e-mail JIT of a domain": {change: func(o *b2b.Organization) {
			o.EmailJITProvisioning, o.EmailAllowedDomains = "RESTRICTED", []string{"acme.test"}
		}},
		"sign-in with nothing": {func(o *b2b.Organization) { o.AuthMethods = "RESTRICTED" },
			"allowed_auth_methods_required_for_restricted", "allowed_auth_methods"},
		"second factor with nothing": {func(o *b2b.Organization) { o.MFAMethods = "RESTRICTED" },
			"allowed_mfa_methods_required_for_restricted", "allowed_mfa_methods"},
		"no connection listed": {func(o *b2b.Organization) { o.SSOJITProvisioning = "RESTRICTED" },
			"invalid_restricted_sso_setting", "sso_jit_provisioning_allowed_connections"},
		"unknown connection listed": {func(o *b2b.Organization) {
			o.SSOJITProvisioning, o.SSOJITProvisioningAllowedConnections = "RESTRICTED", []string{connection}
		}, "invalid_connection_for_jit_provisioning", "sso_jit_provisioning_allowed_connections"},
		"active connection listed": {change: func(o *b2b.Organization) {
			o.SSOActiveConnections = []b2b.ActiveSSOConnection{{ConnectionID: connection}}
			o.SSODefaultConnectionID = &connection
			o.SSOJITProvisioning, o.SSOJITProvisioningAllowedConnections = "RESTRICTED", []string{connection}
		}},
		"unknown default connection": {func(o *b2b.Organization) { o.SSODefaultConnectionID = &connection },
			"invalid_sso_default_connection_id", "sso_default_connection_id"},
		"no tenant": {func(o *b2b.Organization) {
			o.OAuthTenantJITProvisioning, o.AllowedOAuthTenants = "RESTRICTED", map[string][]string{"slack": {}}
		}, "invalid_restricted_oauth_tenants_setting", "allowed_oauth_tenants"},
		"tenants of an unknown provider": {func(o *b2b.Organization) { o.AllowedOAuthTenants = map[string][]string{"myspace": {"T1"}} },
			"invalid_oauth_allowed_tenants_format", "allowed_oauth_tenants"},
		"common domain": {func(o *b2b.Organization) { o.EmailAllowedDomains = []string{"acme.test", "gmail.com"} },
			"organization_settings_domain_too_common", "email_allowed_domains"},
		"domain twice": {func(o *b2b.Organization) { o.EmailAllowedDomains = []string{"acme.test", "ACME.test"} },
			"organization_settings_duplicate_domain", "email_allowed_domains"},
		"claimed common domain": {func(o *b2b.Organization) { o.ClaimedEmailDomains = []string{"yahoo.co.uk"} },
			"organization_settings_claimed_domain_too_common", "claimed_email_domains"},
		"claimed twice": {func(o *b2b.Organization) { o.ClaimedEmailDomains = []string{"acme.test", "acme.test"} },
			"organization_settings_duplicate_claimed_domain", "claimed_email_domains"},
		"role for a common domain": {func(o *b2b.Organization) {
			o.RBACEmailImplicitRoleAssignments = []b2b.EmailImplicitRoleAssignment{{Domain: "hey.com", RoleID: "editor"}}
		}, "rbac_domain_too_common", "rbac_email_implicit_role_assignments"},
	}
}

func TestCheckOrganizationSettings(t *testing.T) {
	for name, tt := range settingsChanges() {
		t.Run(name, func(t *testing.T) {
			org := fresh()
			tt.change(&org)
			errorType, field := b2b.CheckOrganizationSettings(org)
			if errorType != tt.errorType || field != tt.field {
				t.Fatalf("got %q on %q, want %q on %q", errorType, field, tt.errorType, tt.field)
			}
			if _, known := b2b.LookupError(errorType); errorType != "" && !known {
				t.Errorf("the contract knows no %q", errorType)
			}
			if _, known := b2b.OrganizationsUpdate.Field(field); field != "" && !known {
				t.Errorf("the update takes no %q", field)
			}
		})
	}
}

func TestCheckEmailDomain(t *testing.T) {
	for domain, want := range map[string]string{
		"acme.test": "", "mail.acme.co.uk": "", "gmail.acme.test": "", "xn--bcher-kva.example": "", "co.me": "",
		"gmail.com": "organization_settings_domain_too_common", "GMAIL.com": "organization_settings_domain_too_common",
		"yahoo.co.uk": "organization_settings_domain_too_common", "mail.yahoo.com.br": "organization_settings_domain_too_common",
		"me.com":         "organization_settings_domain_too_common",
		"mailinator.com": "organization_settings_disposable_domain",
		"":               "organization_settings_invalid_domain", "acme": "organization_settings_invalid_domain",
		"@acme.test": "organization_settings_invalid_domain", "acme .test": "organization_settings_invalid_domain",
		"acme..test": "organization_settings_invalid_domain", "-acme.test": "organization_settings_invalid_domain",
		"https://acme.test": "organization_settings_invalid_domain", "127.0.0.1": "organization_settings_invalid_domain",
		"acme.test.": "organization_settings_invalid_domain", "bücher.example": "organization_settings_invalid_domain",
	} {
		if got := b2b.CheckEmailDomain(domain); got != want {
			t.Errorf("%q: got %q, want %q", domain, got, want)
		}
	}
}

func TestIsEmail(t *testing.T) {
	for address, want := range map[string]bool{
		"ada@acme.test": true, "ada.lovelace+x@mail.acme.co.uk": true, "o'brien@acme.test": true, "ADA@ACME.TEST": true,
		"": false, "ada": false, "@acme.test": false, "ada@": false, "ada@acme": false, "ada@@acme.test": false,
		"a da@acme.test": false, ".ada@acme.test": false, "a..b@acme.test": false, "ada@acme.test\n": false,
		"Ada <ada@acme.test>": false, `"a b"@acme.test`: false, "ädä@acme.test": false, "ada@[127.0.0.1]": false,
	} {
		if got := b2b.IsEmail(address); got != want {
			t.Errorf("%q: got %v, want %v", address, got, want)
		}
	}
}
