package api_test

import (
	"context"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

var (
	saml     = b2b.SAMLConnection{OrganizationID: "organization-test-1", ConnectionID: "saml-connection-test-1"}
	oidc     = b2b.OIDCConnection{OrganizationID: "organization-test-1", ConnectionID: "oidc-connection-test-1"}
	external = b2b.ExternalSSOConnection{OrganizationID: "organization-test-1", ConnectionID: "external-connection-test-1"}
	scim     = b2b.SCIMConnection{OrganizationID: "organization-test-1", ConnectionID: "scim-connection-test-1"}
)

func callsOfConnections(c *api.Client) map[string]func(context.Context) error {
	const org = "organization-test-1"
	name := api.Ptr("Okta")
	return map[string]func(context.Context) error{
		"oauth.authenticate": func(ctx context.Context) error {
			return do(ctx, c.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: "token"}))
		},
		"oauth.discovery.authenticate": func(ctx context.Context) error {
			return do(ctx, c.OAuth.AuthenticateDiscovery(b2b.AuthenticateDiscoveryOAuth{DiscoveryOAuthToken: "token"}))
		},
		"sso.authenticate": func(ctx context.Context) error {
			return do(ctx, c.SSO.Authenticate(b2b.AuthenticateSSO{SSOToken: "token"}))
		},
		"sso.get_connections":   func(ctx context.Context) error { return also(c.SSO.Connections(ctx, org)) },
		"sso.delete_connection": func(ctx context.Context) error { return do(ctx, c.SSO.DeleteConnection(org, saml.ConnectionID)) },
		"sso.saml.create_connection": func(ctx context.Context) error {
			return do(ctx, c.SSO.CreateSAML(org, b2b.CreateSAMLConnection{DisplayName: name}))
		},
		"sso.saml.update_connection": func(ctx context.Context) error {
			return do(ctx, c.SSO.UpdateSAML(saml, b2b.UpdateSAMLConnection{DisplayName: name}).Overwrite())
		},
		"sso.saml.update_by_url": func(ctx context.Context) error {
			return do(ctx, c.SSO.UpdateSAMLByURL(saml, "https://idp.example/metadata"))
		},
		"sso.saml.delete_verification_certificate": func(ctx context.Context) error {
			return do(ctx, c.SSO.DeleteVerificationCertificate(saml, "saml-verification-key-test-1"))
		},
		"sso.saml.delete_encryption_private_key": func(ctx context.Context) error {
			return do(ctx, c.SSO.DeleteEncryptionKey(saml, "saml-encryption-key-test-1"))
		},
		"sso.oidc.create_connection": func(ctx context.Context) error {
			return do(ctx, c.SSO.CreateOIDC(org, b2b.CreateOIDCConnection{DisplayName: name}))
		},
		"sso.oidc.update_connection": func(ctx context.Context) error {
			return do(ctx, c.SSO.UpdateOIDC(oidc, b2b.UpdateOIDCConnection{DisplayName: name}))
		},
		"sso.external.create_connection": func(ctx context.Context) error {
			return do(ctx, c.SSO.CreateExternal(org, b2b.CreateExternalSSOConnection{ExternalOrganizationID: "organization-test-2", ExternalConnectionID: saml.ConnectionID}))
		},
		"sso.external.update_connection": func(ctx context.Context) error {
			return do(ctx, c.SSO.UpdateExternal(external, b2b.UpdateExternalSSOConnection{DisplayName: name}).Overwrite())
		},
		"scim.connection.create": func(ctx context.Context) error {
			return do(ctx, c.SCIM.Create(org, b2b.CreateSCIMConnection{DisplayName: name}))
		},
		"scim.connection.get": func(ctx context.Context) error { return also(c.SCIM.Get(ctx, org)) },
		"scim.connection.update": func(ctx context.Context) error {
			return do(ctx, c.SCIM.Update(scim, b2b.UpdateSCIMConnection{DisplayName: name}).Overwrite())
		},
		"scim.connection.delete": func(ctx context.Context) error { return do(ctx, c.SCIM.Delete(scim)) },
		"scim.connection.get_groups": func(ctx context.Context) error {
			return also(c.SCIM.Groups(ctx, scim, b2b.GetSCIMConnectionGroups{}))
		},
		"scim.connection.rotate_start":    func(ctx context.Context) error { return do(ctx, c.SCIM.RotateStart(scim)) },
		"scim.connection.rotate_complete": func(ctx context.Context) error { return do(ctx, c.SCIM.RotateComplete(scim)) },
		"scim.connection.rotate_cancel":   func(ctx context.Context) error { return do(ctx, c.SCIM.RotateCancel(scim)) },
	}
}
