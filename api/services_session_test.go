package api_test

import (
	"context"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func callsOfSessions(c *api.Client) map[string]func(context.Context) error {
	org, member, token := acme.OrganizationID, ada.MemberID, b2b.Secret("token")
	return map[string]func(context.Context) error{
		"sessions.get":      func(ctx context.Context) error { return also(c.Sessions.Get(ctx, org, member)) },
		"sessions.get_jwks": func(ctx context.Context) error { return also(c.Sessions.JWKS(ctx)) },
		"sessions.authenticate": func(ctx context.Context) error {
			return do(ctx, c.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &token}))
		},
		"sessions.revoke": func(ctx context.Context) error {
			return do(ctx, c.Sessions.Revoke(b2b.RevokeSession{MemberID: &member}))
		},
		"sessions.exchange": func(ctx context.Context) error {
			return do(ctx, c.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: org, SessionToken: &token}))
		},
		"sessions.exchange_access_token": func(ctx context.Context) error {
			return do(ctx, c.Sessions.ExchangeAccessToken(b2b.ExchangeSessionAccessToken{AccessToken: token}))
		},
		"sessions.attest": func(ctx context.Context) error {
			return do(ctx, c.Sessions.Attest(b2b.AttestSession{ProfileID: "profile", Token: token}))
		},
		"sessions.migrate": func(ctx context.Context) error {
			return do(ctx, c.Sessions.Migrate(b2b.MigrateSession{OrganizationID: org, SessionToken: token}))
		},
		"impersonation.authenticate": func(ctx context.Context) error {
			return do(ctx, c.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: token}))
		},
		"rbac.policy":                       func(ctx context.Context) error { return also(c.RBAC.Policy(ctx)) },
		"rbac.organizations.get_org_policy": func(ctx context.Context) error { return also(c.RBAC.OrganizationPolicy(ctx, org)) },
		"rbac.organizations.set_org_policy": func(ctx context.Context) error {
			return do(ctx, c.RBAC.SetOrganizationPolicy(acme, b2b.OrgPolicy{}, b2b.OrgPolicy{}))
		},
	}
}

func callsOfPasswords(c *api.Client) map[string]func(context.Context) error {
	org, email, password := acme.OrganizationID, ada.EmailAddress, b2b.Secret("password")
	return map[string]func(context.Context) error{
		"passwords.authenticate": func(ctx context.Context) error {
			return do(ctx, c.Passwords.Authenticate(b2b.AuthenticatePassword{OrganizationID: org, EmailAddress: email, Password: password}))
		},
		"passwords.migrate": func(ctx context.Context) error {
			return do(ctx, c.Passwords.Migrate(b2b.MigratePassword{OrganizationID: org, EmailAddress: email, Hash: "hash", HashType: "bcrypt"}))
		},
		"passwords.strength_check": func(ctx context.Context) error {
			return also(c.Passwords.StrengthCheck(ctx, b2b.CheckPasswordStrength{Password: password}))
		},
		"passwords.email.reset_start": func(ctx context.Context) error {
			return do(ctx, c.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{OrganizationID: org, EmailAddress: email}))
		},
		"passwords.email.reset": func(ctx context.Context) error {
			return do(ctx, c.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{PasswordResetToken: "token", Password: password}))
		},
		"passwords.email.require_reset": func(ctx context.Context) error {
			return do(ctx, c.Passwords.RequireReset(b2b.RequirePasswordByEmailReset{EmailAddress: email}))
		},
		"passwords.existing_password.reset": func(ctx context.Context) error {
			return do(ctx, c.Passwords.ResetByExisting(b2b.ResetPasswordByExistingPassword{OrganizationID: org, EmailAddress: email, ExistingPassword: password, NewPassword: password}))
		},
		"passwords.sessions.reset": func(ctx context.Context) error {
			return do(ctx, c.Passwords.ResetBySession(b2b.ResetPasswordBySession{OrganizationID: org, Password: password}))
		},
		"passwords.discovery.authenticate": func(ctx context.Context) error {
			return do(ctx, c.Passwords.AuthenticateDiscovery(b2b.AuthenticateDiscoveryPassword{EmailAddress: email, Password: password}))
		},
		"passwords.discovery.email.reset_start": func(ctx context.Context) error {
			return do(ctx, c.Passwords.StartDiscoveryReset(b2b.ResetDiscoveryPasswordByEmailStart{EmailAddress: email}))
		},
		"passwords.discovery.email.reset": func(ctx context.Context) error {
			return do(ctx, c.Passwords.ResetDiscovery(b2b.ResetDiscoveryPasswordByEmail{PasswordResetToken: "token", Password: password}))
		},
	}
}
