// Code generated from contract.json by gen; DO NOT EDIT.

package b2b

// The resources of the default RBAC policy.
const (
	ResourceOrganization   = "stytch.organization"
	ResourceMember         = "stytch.member"
	ResourceSelf           = "stytch.self"
	ResourceSSO            = "stytch.sso"
	ResourceSCIM           = "stytch.scim"
	ResourceCustomOrgRoles = "stytch.custom-org-roles"
)

// The default roles.
const (
	RoleMember = "stytch_member" // held by every member, cannot be removed
	RoleAdmin  = "stytch_admin"  // given to the creator of an organization in discovery; cannot be deleted from the policy
)

// DefaultPolicy returns the RBAC policy that every project starts with.
func DefaultPolicy() Policy {
	return Policy{
		Roles: []PolicyRole{
			{RoleID: "stytch_member", Description: "held by every member, cannot be removed", Permissions: []PolicyRolePermission{
				{ResourceID: "stytch.self", Actions: []string{"*"}},
			}},
			{RoleID: "stytch_admin", Description: "given to the creator of an organization in discovery; cannot be deleted from the policy", Permissions: []PolicyRolePermission{
				{ResourceID: "stytch.organization", Actions: []string{"*"}},
				{ResourceID: "stytch.member", Actions: []string{"*"}},
				{ResourceID: "stytch.sso", Actions: []string{"*"}},
				{ResourceID: "stytch.scim", Actions: []string{"*"}},
			}},
		},
		Resources: []PolicyResource{
			{ResourceID: "stytch.organization", Actions: []string{"update.info.name", "update.info.slug", "update.info.logo-url", "update.settings.allowed-auth-methods", "update.settings.allowed-mfa-methods", "update.settings.email-jit-provisioning", "update.settings.email-invites", "update.settings.allowed-domains", "update.settings.default-sso-connection", "update.settings.sso-jit-provisioning", "update.settings.mfa-policy", "update.settings.implicit-roles", "update.settings.oauth-tenant-jit-provisioning", "update.settings.allowed-oauth-tenants", "delete"}},
			{ResourceID: "stytch.member", Actions: []string{"create", "update.info.name", "update.info.email", "update.info.untrusted-metadata", "update.info.mfa-phone", "update.info.delete.mfa-phone", "update.info.delete.mfa-totp", "update.info.delete.password", "update.info.unlink.retired-email", "update.settings.is-breakglass", "update.settings.mfa-enrolled", "update.settings.default-mfa-method", "update.settings.roles", "search", "delete", "revoke-sessions"}},
			{ResourceID: "stytch.self", Actions: []string{"update.info.name", "update.info.untrusted-metadata", "update.info.mfa-phone", "update.info.delete.mfa-phone", "update.info.delete.mfa-totp", "update.info.delete.password", "update.info.unlink.retired-email", "update.settings.mfa-enrolled", "update.settings.default-mfa-method", "delete", "revoke-sessions"}},
			{ResourceID: "stytch.sso", Actions: []string{"create", "get", "update", "delete"}},
			{ResourceID: "stytch.scim", Actions: []string{"create", "get", "update", "delete"}},
			{ResourceID: "stytch.custom-org-roles", Actions: []string{"create", "get", "update", "delete"}},
		},
		Scopes: []PolicyScope{
			{Scope: "openid"},
			{Scope: "email"},
			{Scope: "profile"},
		},
	}
}
