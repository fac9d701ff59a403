package sandbox

import "slices"

// implemented are the endpoints of the contract that the sandbox has; the others
// answer 501.
func implemented() []route {
	return slices.Concat(
		organizationRoutes(),
		memberRoutes(),
		totpRoutes(),
		recoveryRoutes(),
		sessionRoutes(),
		magicLinkRoutes(),
		emailCodeRoutes(),
		smsRoutes(),
		discoveryRoutes(),
		ssoRoutes(),
		scimConnectionRoutes(),
		oauthRoutes(),
		grantRoutes(),
		impersonationRoutes(),
		passwordRoutes(),
		rbacRoutes(),
		projectRoutes(),
		m2mRoutes(),
		appRoutes(),
		idpRoutes(),
	)
}
