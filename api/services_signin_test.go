package api_test

import (
	"context"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func callsOfSignIn(c *api.Client) map[string]func(context.Context) error {
	const org, email, token = "organization-test-1", "ada@acme.test", b2b.Secret("token")
	return map[string]func(context.Context) error{
		"magic_links.authenticate": func(ctx context.Context) error {
			return do(ctx, c.MagicLinks.Authenticate(b2b.AuthenticateMagicLink{MagicLinksToken: token}))
		},
		"magic_links.email.invite": func(ctx context.Context) error {
			return do(ctx, c.MagicLinks.Invite(b2b.InviteEmailMagicLink{OrganizationID: org, EmailAddress: email}))
		},
		"magic_links.email.login_or_signup": func(ctx context.Context) error {
			return do(ctx, c.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{OrganizationID: org, EmailAddress: email}))
		},
		"magic_links.email.discovery.send": func(ctx context.Context) error {
			return do(ctx, c.MagicLinks.SendDiscovery(b2b.SendDiscoveryEmailMagicLink{EmailAddress: email}))
		},
		"magic_links.discovery.authenticate": func(ctx context.Context) error {
			return do(ctx, c.MagicLinks.AuthenticateDiscovery(b2b.AuthenticateDiscoveryMagicLink{DiscoveryMagicLinksToken: token}))
		},
		"otps.email.login_or_signup": func(ctx context.Context) error {
			return do(ctx, c.OTPs.SendEmail(b2b.LoginOrSignupByEmailOTP{OrganizationID: org, EmailAddress: email}))
		},
		"otps.email.authenticate": func(ctx context.Context) error {
			return do(ctx, c.OTPs.AuthenticateEmail(b2b.AuthenticateEmailOTP{OrganizationID: org, EmailAddress: email, Code: "123456"}))
		},
		"otps.email.discovery.send": func(ctx context.Context) error {
			return do(ctx, c.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: email}))
		},
		"otps.email.discovery.authenticate": func(ctx context.Context) error {
			return do(ctx, c.OTPs.AuthenticateDiscovery(b2b.AuthenticateDiscoveryEmailOTP{EmailAddress: email, Code: "123456"}))
		},
		"otps.sms.send": func(ctx context.Context) error { return do(ctx, c.OTPs.SendSMS(ada, b2b.SendSMSOTP{})) },
		"otps.sms.authenticate": func(ctx context.Context) error {
			return do(ctx, c.OTPs.AuthenticateSMS(ada, b2b.AuthenticateSMSOTP{Code: "123456"}))
		},
		"discovery.organizations.list": func(ctx context.Context) error {
			return also(c.Discovery.Organizations(ctx, b2b.ListDiscoveredOrganizations{SessionToken: api.Ptr(token)}))
		},
		"discovery.organizations.create": func(ctx context.Context) error {
			return do(ctx, c.Discovery.CreateOrganization(b2b.CreateDiscoveredOrganization{IntermediateSessionToken: token}))
		},
		"discovery.intermediate_sessions.exchange": func(ctx context.Context) error {
			return do(ctx, c.Discovery.Exchange(b2b.ExchangeIntermediateSession{IntermediateSessionToken: token, OrganizationID: org}))
		},
	}
}
