package api

import (
	"context"

	"example.com/orgdeck/api/b2b"
)

// DiscoveryService serves whoever has proven an address and has not chosen an
// organization.
type DiscoveryService service

// Organizations lists those that the holder of an intermediate session or of a
// session can go on to: POST /v1/b2b/discovery/organizations. It changes nothing.
func (s *DiscoveryService) Organizations(ctx context.Context, who b2b.ListDiscoveredOrganizations) (*b2b.ListDiscoveredOrganizationsResponse, error) {
	return call[b2b.ListDiscoveredOrganizationsResponse](ctx, s.client, b2b.DiscoveryOrganizationsList, who)
}

// CreateOrganization makes an organization whose administrator is the holder of
// the intermediate session: POST /v1/b2b/discovery/organizations/create.
func (s *DiscoveryService) CreateOrganization(request b2b.CreateDiscoveredOrganization) Change[b2b.CreateDiscoveredOrganizationResponse] {
	summary := "Create an organization and sign in to it"
	if request.OrganizationName != nil {
		summary = "Create the organization " + *request.OrganizationName + " and sign in to it"
	}
	return write(s.client, b2b.DiscoveryOrganizationsCreate, nil, request, whole[b2b.CreateDiscoveredOrganizationResponse]).
		saying(summary, None).
		undoneBy(func(after b2b.CreateDiscoveredOrganizationResponse) Undoer {
			return s.client.Organizations.Delete(after.Organization)
		})
}

// Exchange enters an organization with an intermediate session:
// POST /v1/b2b/discovery/intermediate_sessions/exchange.
func (s *DiscoveryService) Exchange(request b2b.ExchangeIntermediateSession) Change[b2b.ExchangeIntermediateSessionResponse] {
	return write(s.client, b2b.DiscoveryIntermediateSessionsExchange, nil, request, whole[b2b.ExchangeIntermediateSessionResponse]).
		saying("Enter the organization "+request.OrganizationID, None).
		final("an intermediate session that became a session is gone")
}
