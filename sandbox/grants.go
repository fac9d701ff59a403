package sandbox

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// grantTime is how long the access token of a provider lives.
const grantTime = time.Hour

// grantRoutes are the endpoints that show what providers have given.
func grantRoutes() []route {
	return []route{
		handle(&b2b.OrganizationsMembersOIDCProviders, (*Server).oidcGrants),
		handle(&b2b.OrganizationsMembersOAuthProvidersGitHub, (*Server).githubGrant),
		handle(&b2b.OrganizationsMembersOAuthProvidersGoogle, (*Server).googleGrant),
		handle(&b2b.OrganizationsMembersOAuthProvidersHubSpot, (*Server).hubspotGrant),
		handle(&b2b.OrganizationsMembersOAuthProvidersMicrosoft, (*Server).microsoftGrant),
		handle(&b2b.OrganizationsMembersOAuthProvidersSlack, (*Server).slackGrant),
	}
}

// providersQuery is what those endpoints take.
type providersQuery struct {
	IncludeRefreshToken *bool `query:"include_refresh_token"`
}

// grant is what a provider gives along with a sign-in: tokens that nobody but the
// sandbox would take.
type grant struct {
	Subject   string
	Tenant    string
	Access    string
	Refresh   string
	ID        string // of OpenID Connect
	Scopes    []string
	ExpiresAt time.Time
}

func newGrant(who *identity, scopes []string, now time.Time) grant {
	return grant{
		Subject: who.Subject, Tenant: who.Tenant, Access: newToken(), Refresh: newToken(), ID: newToken(),
		Scopes: scopes, ExpiresAt: now.Add(grantTime),
	}
}

// values is the grant as a sign-in answers with it.
func (g grant) values() *b2b.OAuthProviderValues {
	access, refresh := b2b.Secret(g.Access), b2b.Secret(g.Refresh)
	values := &b2b.OAuthProviderValues{Scopes: g.Scopes, AccessToken: &access, RefreshToken: &refresh, ExpiresAt: &g.ExpiresAt}
	if slices.Contains(g.Scopes, "openid") {
		id := b2b.Secret(g.ID)
		values.IDToken = &id
	}
	return values
}

// left is how many seconds the access token lives.
func (g grant) left(now time.Time) int { return max(0, int(g.ExpiresAt.Sub(now).Seconds())) }

// refresh is the refresh token, for those who ask for it.
func (r providersQuery) refresh(g grant) *b2b.Secret {
	if r.IncludeRefreshToken == nil || !*r.IncludeRefreshToken {
		return nil
	}
	token := b2b.Secret(g.Refresh)
	return &token
}

// keepGrant keeps what c's member was given, encrypted.
func (s *Server) keepGrant(c *call, source string, g grant) error {
	text, err := json.Marshal(g)
	if err != nil {
		return fmt.Errorf("write provider grant: %w", err)
	}
	return c.tx.PutProviderGrant(c.member.Seq, source, s.vault.seal(string(text), c.member.MemberID))
}

// keepOIDCGrant keeps what an OIDC connection gives with a sign-in by it.
func (s *Server) keepOIDCGrant(c *call, row *store.Connection, by b2b.AuthenticationFactor, who *identity) error {
	if by.OIDCSSOFactor == nil {
		return nil
	}
	return s.keepGrant(c, row.ID, newGrant(who, []string{"openid", "email", "profile"}, c.now))
}

// grants are what c's member was given, by its source.
func (s *Server) grants(c *call) (map[string]grant, error) {
	sealed, err := c.tx.ProviderGrants(c.member.Seq)
	if err != nil {
		return nil, err
	}
	found := make(map[string]grant, len(sealed))
	for source, doc := range sealed {
		text, err := s.vault.open(doc, c.member.MemberID)
		if err != nil {
			return nil, err
		}
		var g grant
		if err := json.Unmarshal([]byte(text), &g); err != nil {
			return nil, fmt.Errorf("read provider grant: %w", err)
		}
		found[source] = g
	}
	return found, nil
}

// grantOf is what a provider has given c's member.
func (s *Server) grantOf(c *call, provider string) (grant, error) {
	all, err := s.grants(c)
	if err != nil {
		return grant{}, err
	}
	g, ok := all[provider]
	if !ok {
		return g, refuse(b2b.ErrMemberOAuthTokenNotFound)
	}
	return g, nil
}

func (s *Server) googleGrant(req *request[providersQuery]) (*b2b.GetMemberOAuthProviderGoogleResponse, error) {
	g, err := s.grantOf(req.call, "google")
	if err != nil {
		return nil, err
	}
	access, left := b2b.Secret(g.Access), g.left(req.now)
	return &b2b.GetMemberOAuthProviderGoogleResponse{
		ProviderType: "Google", ProviderSubject: g.Subject, IDToken: b2b.Secret(g.ID), Scopes: g.Scopes,
		AccessToken: &access, AccessTokenExpiresIn: &left, RefreshToken: req.Body.refresh(g),
	}, nil
}

func (s *Server) microsoftGrant(req *request[providersQuery]) (*b2b.GetMemberOAuthProviderMicrosoftResponse, error) {
	g, err := s.grantOf(req.call, "microsoft")
	if err != nil {
		return nil, err
	}
	return &b2b.GetMemberOAuthProviderMicrosoftResponse{
		ProviderType: "Microsoft", ProviderSubject: g.Subject, IDToken: b2b.Secret(g.ID), Scopes: g.Scopes,
		AccessToken: b2b.Secret(g.Access), AccessTokenExpiresIn: g.left(req.now), RefreshToken: req.Body.refresh(g),
	}, nil
}

func (s *Server) githubGrant(req *request[providersQuery]) (*b2b.GetMemberOAuthProviderGitHubResponse, error) {
	g, err := s.grantOf(req.call, "github")
	if err != nil {
		return nil, err
	}
	info := b2b.GithubProviderInfo{ProviderSubject: g.Subject, AccessToken: b2b.Secret(g.Access), Scopes: g.Scopes}
	if g.Tenant != "" {
		info.ProviderTenantIDs = []string{g.Tenant}
	}
	return &b2b.GetMemberOAuthProviderGitHubResponse{ProviderType: "GitHub", Registrations: []b2b.GithubProviderInfo{info}}, nil
}

func (s *Server) hubspotGrant(req *request[providersQuery]) (*b2b.GetMemberOAuthProviderHubSpotResponse, error) {
	g, err := s.grantOf(req.call, "hubspot")
	if err != nil {
		return nil, err
	}
	return &b2b.GetMemberOAuthProviderHubSpotResponse{ProviderType: "HubSpot", Registrations: []b2b.HubspotProviderInfo{{
		ProviderSubject: g.Subject, ProviderTenantID: g.Tenant, AccessToken: b2b.Secret(g.Access),
		AccessTokenExpiresIn: g.left(req.now), Scopes: g.Scopes, RefreshToken: req.Body.refresh(g),
	}}}, nil
}

func (s *Server) slackGrant(req *request[none]) (*b2b.GetMemberOAuthProviderSlackResponse, error) {
	g, err := s.grantOf(req.call, "slack")
	if err != nil {
		return nil, err
	}
	return &b2b.GetMemberOAuthProviderSlackResponse{ProviderType: "Slack", Registrations: []b2b.SlackProviderInfo{{
		ProviderSubject: g.Subject, ProviderTenantID: g.Tenant, AccessToken: b2b.Secret(g.Access), Scopes: g.Scopes,
	}}}, nil
}

// oidcGrants are what the OIDC connections have given.
func (s *Server) oidcGrants(req *request[providersQuery]) (*b2b.GetMemberOIDCProvidersResponse, error) {
	all, err := s.grants(req.call)
	if err != nil {
		return nil, err
	}
	answer := &b2b.GetMemberOIDCProvidersResponse{}
	for _, source := range slices.Sorted(maps.Keys(all)) {
		if !strings.Contains(source, "-connection-") {
			continue
		}
		g := all[source]
		answer.Registrations = append(answer.Registrations, b2b.OIDCProviderInfo{
			ProviderSubject: g.Subject, IDToken: b2b.Secret(g.ID), AccessToken: b2b.Secret(g.Access),
			AccessTokenExpiresIn: g.left(req.now), Scopes: g.Scopes, ConnectionID: source, RefreshToken: req.Body.refresh(g),
		})
	}
	if len(answer.Registrations) == 0 {
		return nil, refuse(b2b.ErrMemberOIDCTokenNotFound)
	}
	return answer, nil
}
