package api

import (
	"context"

	"example.com/orgdeck/api/b2b"
)

// ConnectedApps lists the apps that a member has connected:
// GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps.
func (s *MembersService) ConnectedApps(ctx context.Context, organizationID, memberID string) ([]b2b.MemberConnectedApp, error) {
	r, err := call[b2b.GetMemberConnectedAppsResponse](ctx, s.client, b2b.OrganizationsMembersGetConnectedApps, nil, organizationID, memberID)
	if err != nil {
		return nil, err
	}
	return r.ConnectedApps, nil
}

// RevokeConnectedApp ends the access of an app to member, and returns the app's
// id: POST /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke.
func (s *MembersService) RevokeConnectedApp(member b2b.Member, appID string) Change[string] {
	return write(s.client, b2b.OrganizationsMembersConnectedAppsRevoke, append(pathOfMember(member), appID), nil, func(*b2b.RevokeMemberConnectedAppResponse) string { return appID }).
		saying("Revoke the access of the app "+appID+" to "+nameOfMember(member), Confirm).
		final("the member has to connect the app again")
}

// OIDCProviders lists what identity providers have issued for a member, by way
// of OIDC connections: GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers.
func (s *MembersService) OIDCProviders(ctx context.Context, organizationID, memberID string, with b2b.GetMemberOIDCProviders) ([]b2b.OIDCProviderInfo, error) {
	r, err := call[b2b.GetMemberOIDCProvidersResponse](ctx, s.client, b2b.OrganizationsMembersOIDCProviders, with, organizationID, memberID)
	if err != nil {
		return nil, err
	}
	return r.Registrations, nil
}

// OAuthGitHub returns what GitHub has issued for a member:
// GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github.
func (s *MembersService) OAuthGitHub(ctx context.Context, organizationID, memberID string, with b2b.GetMemberOAuthProviderGitHub) (*b2b.GetMemberOAuthProviderGitHubResponse, error) {
	return call[b2b.GetMemberOAuthProviderGitHubResponse](ctx, s.client, b2b.OrganizationsMembersOAuthProvidersGitHub, with, organizationID, memberID)
}

// OAuthGoogle returns what Google has issued for a member:
// GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google.
func (s *MembersService) OAuthGoogle(ctx context.Context, organizationID, memberID string, with b2b.GetMemberOAuthProviderGoogle) (*b2b.GetMemberOAuthProviderGoogleResponse, error) {
	return call[b2b.GetMemberOAuthProviderGoogleResponse](ctx, s.client, b2b.OrganizationsMembersOAuthProvidersGoogle, with, organizationID, memberID)
}

// OAuthHubSpot returns what HubSpot has issued for a member:
// GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot.
func (s *MembersService) OAuthHubSpot(ctx context.Context, organizationID, memberID string, with b2b.GetMemberOAuthProviderHubSpot) (*b2b.GetMemberOAuthProviderHubSpotResponse, error) {
	return call[b2b.GetMemberOAuthProviderHubSpotResponse](ctx, s.client, b2b.OrganizationsMembersOAuthProvidersHubSpot, with, organizationID, memberID)
}

// OAuthMicrosoft returns what Microsoft has issued for a member:
// GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft.
func (s *MembersService) OAuthMicrosoft(ctx context.Context, organizationID, memberID string, with b2b.GetMemberOAuthProviderMicrosoft) (*b2b.GetMemberOAuthProviderMicrosoftResponse, error) {
	return call[b2b.GetMemberOAuthProviderMicrosoftResponse](ctx, s.client, b2b.OrganizationsMembersOAuthProvidersMicrosoft, with, organizationID, memberID)
}

// OAuthSlack returns what Slack has issued for a member:
// GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack.
func (s *MembersService) OAuthSlack(ctx context.Context, organizationID, memberID string) (*b2b.GetMemberOAuthProviderSlackResponse, error) {
	return call[b2b.GetMemberOAuthProviderSlackResponse](ctx, s.client, b2b.OrganizationsMembersOAuthProvidersSlack, nil, organizationID, memberID)
}
