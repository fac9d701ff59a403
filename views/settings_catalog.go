package views

import (
	"example.com/orgdeck/api/b2b"
)

// settingKind is how a setting is edited.
type settingKind int

const (
	lineSetting  settingKind = iota // a text
	pickSetting                     // one of its choices
	checkSetting                    // any of its choices
	linesSetting                    // a list, one item a line
	jsonSetting                     // a JSON object
)

// setting is one field of organizations.update, as the page shows it.
type setting struct {
	name  string // JSON name, in requests and in refusals
	label string
	help  string
	kind  settingKind
	value accessor

	choices   func(b2b.Organization) []settingChoice // of pickSetting and checkSetting
	hint      string                                 // how a line is written
	restricts string                                 // the list that RESTRICTED needs
}

// settingChoice is one value that a setting can have.
type settingChoice struct {
	value string // as the API calls it
	words string
	says  string // what follows from it
}

// settingsGroup is a section of the page.
type settingsGroup struct {
	name     string
	settings []setting
}

// settingsCatalog holds every field of organizations.update, in the order of
// the page.
func settingsCatalog() []settingsGroup {
	return []settingsGroup{
		{"Profile", profileSettings()},
		{"Sign-in methods", signInSettings()},
		{"E-mail and just-in-time", emailSettings()},
		{"Single sign-on", ssoSettings()},
		{"Second factor (MFA)", mfaSettings()},
		{"Implicit roles", roleSettings()},
		{"OAuth tenants", tenantSettings()},
		{"Connected apps", appSettings()},
		{"Trusted metadata", metadataSettings()},
	}
}

func profileSettings() []setting {
	return []setting{
		{name: "organization_name", label: "Name", help: "What members see when they sign in.",
			value: textOf(func(o *b2b.Organization) *string { return &o.OrganizationName },
				func(u *b2b.UpdateOrganization) **string { return &u.OrganizationName })},
		{name: "organization_slug", label: "Slug", help: "Names the organization in addresses and API calls. What uses the old slug stops working.",
			value: textOf(func(o *b2b.Organization) *string { return &o.OrganizationSlug },
				func(u *b2b.UpdateOrganization) **string { return &u.OrganizationSlug })},
		{name: "organization_external_id", label: "External id", help: "Your own id of this organization. API calls take it in place of the organization id.",
			value: nullableOf(func(o *b2b.Organization) **string { return &o.OrganizationExternalID },
				func(u *b2b.UpdateOrganization) **string { return &u.OrganizationExternalID })},
		{name: "organization_logo_url", label: "Logo address", help: "Where the picture shown at sign-in is.",
			value: textOf(func(o *b2b.Organization) *string { return &o.OrganizationLogoURL },
				func(u *b2b.UpdateOrganization) **string { return &u.OrganizationLogoURL })},
	}
}

func signInSettings() []setting {
	return []setting{
		{name: "auth_methods", label: "Sign-in", kind: pickSetting, restricts: "allowed_auth_methods",
			help: "How members may prove who they are. Break-glass members may always use every method.",
			choices: fixedChoices(
				settingChoice{b2b.AuthMethodsAllAllowed, "Every method", "any that the project has on"},
				settingChoice{b2b.AuthMethodsRestricted, "Only those allowed", "the methods of the list below"}),
			value: textOf(func(o *b2b.Organization) *string { return &o.AuthMethods },
				func(u *b2b.UpdateOrganization) **string { return &u.AuthMethods })},
		{name: "allowed_auth_methods", label: "Allowed methods", kind: checkSetting,
			help:    "The methods left when sign-in is restricted. Sessions that exist stay; the next sign-in obeys.",
			choices: fixedChoices(authMethodChoices()...),
			value: listOf(func(o *b2b.Organization) *[]string { return &o.AllowedAuthMethods },
				func(u *b2b.UpdateOrganization) *[]string { return &u.AllowedAuthMethods })},
	}
}

func authMethodChoices() []settingChoice {
	return []settingChoice{
		{value: b2b.AllowedAuthMethodsSSO, words: "SSO", says: "through a connection"},
		{value: b2b.AllowedAuthMethodsMagicLink, words: "Magic link", says: "a link by e-mail"},
		{value: b2b.AllowedAuthMethodsEmailOTP, words: "E-mail code", says: "a one-time code by e-mail"},
		{value: b2b.AllowedAuthMethodsPassword, words: "Password"},
		{value: b2b.AllowedAuthMethodsGoogleOAuth, words: "Google", says: "OAuth"},
		{value: b2b.AllowedAuthMethodsMicrosoftOAuth, words: "Microsoft", says: "OAuth"},
		{value: b2b.AllowedAuthMethodsSlackOAuth, words: "Slack", says: "OAuth"},
		{value: b2b.AllowedAuthMethodsGitHubOAuth, words: "GitHub", says: "OAuth"},
		{value: b2b.AllowedAuthMethodsHubSpotOAuth, words: "HubSpot", says: "OAuth"},
	}
}

func emailSettings() []setting {
	return []setting{
		{name: "email_invites", label: "Invitations", kind: pickSetting, restricts: "email_allowed_domains",
			help: "Who may be invited by e-mail. One way in for new members has to stay open.",
			choices: fixedChoices(
				settingChoice{b2b.EmailInvitesAllAllowed, "Any address", "whatever its domain"},
				settingChoice{b2b.EmailInvitesRestricted, "Allowed domains", "addresses of the allowed domains"},
				settingChoice{b2b.EmailInvitesNotAllowed, "Closed", "nobody can be invited"}),
			value: textOf(func(o *b2b.Organization) *string { return &o.EmailInvites },
				func(u *b2b.UpdateOrganization) **string { return &u.EmailInvites })},
		{name: "email_jit_provisioning", label: "Joining by e-mail", kind: pickSetting, restricts: "email_allowed_domains",
			help: "Who becomes a member by proving an e-mail address, without an invitation (just-in-time provisioning).",
			choices: fixedChoices(
				settingChoice{b2b.EmailJITProvisioningRestricted, "Allowed domains", "addresses of the allowed domains"},
				settingChoice{b2b.EmailJITProvisioningNotAllowed, "Closed", "nobody"}),
			value: textOf(func(o *b2b.Organization) *string { return &o.EmailJITProvisioning },
				func(u *b2b.UpdateOrganization) **string { return &u.EmailJITProvisioning })},
		{name: "email_allowed_domains", label: "Allowed domains", kind: linesSetting, hint: "one domain a line, like example.com",
			help: "The domains that invitations and joining by e-mail are restricted to. Domains open to everybody, like gmail.com, are refused.",
			value: listOf(func(o *b2b.Organization) *[]string { return &o.EmailAllowedDomains },
				func(u *b2b.UpdateOrganization) *[]string { return &u.EmailAllowedDomains })},
		{name: "claimed_email_domains", label: "Claimed domains", kind: linesSetting, hint: "one domain a line, like example.com",
			help: "Members with an address of a claimed domain can exist only in organizations that claim it.",
			value: listOf(func(o *b2b.Organization) *[]string { return &o.ClaimedEmailDomains },
				func(u *b2b.UpdateOrganization) *[]string { return &u.ClaimedEmailDomains })},
	}
}

func ssoSettings() []setting {
	return []setting{
		{name: "sso_jit_provisioning", label: "Joining by SSO", kind: pickSetting, restricts: "sso_jit_provisioning_allowed_connections",
			help: "Who becomes a member by signing in through a connection, without an invitation (just-in-time provisioning).",
			choices: fixedChoices(
				settingChoice{b2b.SSOJITProvisioningAllAllowed, "Any connection", "all who sign in by one"},
				settingChoice{b2b.SSOJITProvisioningRestricted, "Allowed connections", "all who sign in by those"},
				settingChoice{b2b.SSOJITProvisioningNotAllowed, "Closed", "nobody"}),
			value: textOf(func(o *b2b.Organization) *string { return &o.SSOJITProvisioning },
				func(u *b2b.UpdateOrganization) **string { return &u.SSOJITProvisioning })},
		{name: "sso_jit_provisioning_allowed_connections", label: "Allowed connections", kind: checkSetting, choices: connectionChoices,
			help: "The connections left when joining by SSO is restricted.",
			value: listOf(func(o *b2b.Organization) *[]string { return &o.SSOJITProvisioningAllowedConnections },
				func(u *b2b.UpdateOrganization) *[]string { return &u.SSOJITProvisioningAllowedConnections })},
		{name: "sso_default_connection_id", label: "Default connection", kind: pickSetting, choices: connectionChoices,
			help: "The connection that sign-in by SSO uses when none is named. It has to be active.",
			value: nullableOf(func(o *b2b.Organization) **string { return &o.SSODefaultConnectionID },
				func(u *b2b.UpdateOrganization) **string { return &u.SSODefaultConnectionID })},
	}
}

// connectionChoices are the active connections by name.
func connectionChoices(org b2b.Organization) []settingChoice {
	var choices []settingChoice
	for _, c := range org.SSOActiveConnections {
		words := c.DisplayName
		if words == "" {
			words = c.ConnectionID
		}
		choices = append(choices, settingChoice{value: c.ConnectionID, words: words, says: c.IdentityProvider})
	}
	return choices
}

func mfaSettings() []setting {
	return []setting{
		{name: "mfa_policy", label: "MFA policy", kind: pickSetting,
			help: "Whether every member needs a second factor at each sign-in.",
			choices: fixedChoices(
				settingChoice{b2b.MFAPolicyRequiredForAll, "Required for all", "everybody needs one at sign-in"},
				settingChoice{b2b.MFAPolicyOptional, "Optional", "only members enrolled in MFA are asked"}),
			value: textOf(func(o *b2b.Organization) *string { return &o.MFAPolicy },
				func(u *b2b.UpdateOrganization) **string { return &u.MFAPolicy })},
		{name: "mfa_methods", label: "Second factors", kind: pickSetting, restricts: "allowed_mfa_methods",
			help: "Which second factors count. Break-glass members may always use every one.",
			choices: fixedChoices(
				settingChoice{b2b.MFAMethodsAllAllowed, "Every factor", "any that the project has on"},
				settingChoice{b2b.MFAMethodsRestricted, "Only those allowed", "the factors of the list below"}),
			value: textOf(func(o *b2b.Organization) *string { return &o.MFAMethods },
				func(u *b2b.UpdateOrganization) **string { return &u.MFAMethods })},
		{name: "allowed_mfa_methods", label: "Allowed factors", kind: checkSetting,
			help: "The factors left when second factors are restricted.",
			choices: fixedChoices(
				settingChoice{b2b.AllowedMFAMethodsTOTP, "Authenticator app", "codes from an app (TOTP)"},
				settingChoice{b2b.AllowedMFAMethodsSMSOTP, "SMS code", "codes by text message"}),
			value: listOf(func(o *b2b.Organization) *[]string { return &o.AllowedMFAMethods },
				func(u *b2b.UpdateOrganization) *[]string { return &u.AllowedMFAMethods })},
	}
}

func roleSettings() []setting {
	return []setting{{name: "rbac_email_implicit_role_assignments", label: "Roles by domain", kind: linesSetting,
		hint: "one a line: example.com → stytch_admin",
		help: "A role for every member with a verified address of a domain. Common mail domains are refused.", value: rolesOf()}}
}

func tenantSettings() []setting {
	return []setting{
		{name: "oauth_tenant_jit_provisioning", label: "Joining by tenant", kind: pickSetting, restricts: "allowed_oauth_tenants",
			help: "Who becomes a member by signing in from a workspace of Slack, HubSpot or GitHub, without an invitation.",
			choices: fixedChoices(
				settingChoice{b2b.OAuthTenantJITProvisioningRestricted, "Allowed tenants", "from the tenants of the list below"},
				settingChoice{b2b.OAuthTenantJITProvisioningNotAllowed, "Closed", "nobody"}),
			value: textOf(func(o *b2b.Organization) *string { return &o.OAuthTenantJITProvisioning },
				func(u *b2b.UpdateOrganization) **string { return &u.OAuthTenantJITProvisioning })},
		{name: "allowed_oauth_tenants", label: "Allowed tenants", kind: linesSetting, hint: "one a line: slack T024BE7LD",
			help: "The tenants that joining by tenant is restricted to: slack, hubspot or github, and the tenant's id.", value: tenantsOf()},
	}
}

func appSettings() []setting {
	apps := fixedChoices(
		settingChoice{b2b.FirstPartyConnectedAppsAllowedTypeAllAllowed, "Every app", "any registered with the project"},
		settingChoice{b2b.FirstPartyConnectedAppsAllowedTypeRestricted, "Only those allowed", "the apps of the list below"},
		settingChoice{b2b.FirstPartyConnectedAppsAllowedTypeNotAllowed, "None", "no app"})
	return []setting{
		{name: "first_party_connected_apps_allowed_type", label: "Own apps", kind: pickSetting, choices: apps,
			help:      "Which of your own connected apps may act for members of this organization.",
			restricts: "allowed_first_party_connected_apps",
			value: textOf(func(o *b2b.Organization) *string { return &o.FirstPartyConnectedAppsAllowedType },
				func(u *b2b.UpdateOrganization) **string { return &u.FirstPartyConnectedAppsAllowedType })},
		{name: "allowed_first_party_connected_apps", label: "Allowed own apps", kind: linesSetting, hint: "one app id a line",
			help: "The apps left when own apps are restricted.",
			value: listOf(func(o *b2b.Organization) *[]string { return &o.AllowedFirstPartyConnectedApps },
				func(u *b2b.UpdateOrganization) *[]string { return &u.AllowedFirstPartyConnectedApps })},
		{name: "third_party_connected_apps_allowed_type", label: "Others' apps", kind: pickSetting, choices: apps,
			help:      "Which connected apps of other makers may act for members of this organization.",
			restricts: "allowed_third_party_connected_apps",
			value: textOf(func(o *b2b.Organization) *string { return &o.ThirdPartyConnectedAppsAllowedType },
				func(u *b2b.UpdateOrganization) **string { return &u.ThirdPartyConnectedAppsAllowedType })},
		{name: "allowed_third_party_connected_apps", label: "Allowed others' apps", kind: linesSetting, hint: "one app id a line",
			help: "The apps left when others' apps are restricted.",
			value: listOf(func(o *b2b.Organization) *[]string { return &o.AllowedThirdPartyConnectedApps },
				func(u *b2b.UpdateOrganization) *[]string { return &u.AllowedThirdPartyConnectedApps })},
	}
}

func metadataSettings() []setting {
	return []setting{{name: "trusted_metadata", label: "Metadata", kind: jsonSetting,
		hint:  "a JSON object of at most 20 keys and 4 KB",
		help:  "Facts only your backend can change. Keys that differ are sent and merged; a key taken out here is sent as null, which deletes it.",
		value: metadataOf()}}
}

// fixed are choices that are the same for every organization.
func fixedChoices(choices ...settingChoice) func(b2b.Organization) []settingChoice {
	return func(b2b.Organization) []settingChoice { return choices }
}
