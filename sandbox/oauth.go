package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// oauthRoutes are the endpoints of sign-ins by OAuth.
func oauthRoutes() []route {
	return []route{
		handle(&b2b.OAuthAuthenticate, (*Server).authenticateOAuth),
		handle(&b2b.OAuthDiscoveryAuthenticate, (*Server).authenticateDiscoveryOAuth),
	}
}

// oauthProvider is what is special about a provider.
type oauthProvider struct {
	name     string // as the API writes it
	delivery string // of the factor
	tenants  string // its key in allowed_oauth_tenants; "" when it has none
	// vouches says whether the provider proves that an address is its user's.
	vouches func(email string) bool
}

// oauthProviders are the providers by their name in paths.
func oauthProviders() map[string]oauthProvider {
	never := func(string) bool { return false }
	return map[string]oauthProvider{
		"google": {
			name: "Google", delivery: b2b.AuthenticationFactorDeliveryMethodOAuthGoogle,
			// Google counts with a hosted domain only: one that is nobody's mail service.
			vouches: func(email string) bool { return b2b.CheckEmailDomain(emailDomain(email)) == "" },
		},
		"microsoft": {
			name: "Microsoft", delivery: b2b.AuthenticationFactorDeliveryMethodOAuthMicrosoft,
			vouches: func(string) bool { return true },
		},
		"github":  {name: "GitHub", delivery: b2b.AuthenticationFactorDeliveryMethodOAuthGitHub, tenants: "github", vouches: never},
		"slack":   {name: "Slack", delivery: b2b.AuthenticationFactorDeliveryMethodOAuthSlack, tenants: "slack", vouches: never},
		"hubspot": {name: "HubSpot", delivery: b2b.AuthenticationFactorDeliveryMethodOAuthHubSpot, tenants: "hubspot", vouches: never},
	}
}

// factor is what signing in at the provider proves; id is that of the registration.
func (p oauthProvider) factor(who *identity, id string, emailID *string, at time.Time) b2b.AuthenticationFactor {
	f := b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeOAuth, DeliveryMethod: p.delivery,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
	}
	google := b2b.GoogleOAuthFactor{ID: id, ProviderSubject: who.Subject, EmailID: emailID}
	switch p.name {
	case "Google":
		f.GoogleOAuthFactor = &google
	case "Microsoft":
		microsoft := b2b.MicrosoftOAuthFactor(google)
		f.MicrosoftOAuthFactor = &microsoft
	case "GitHub":
		github := b2b.GithubOAuthFactor(google)
		f.GitHubOAuthFactor = &github
	case "Slack":
		slack := b2b.SlackOAuthFactor(google)
		f.SlackOAuthFactor = &slack
	case "HubSpot":
		hubspot := b2b.HubspotOAuthFactor(google)
		f.HubSpotOAuthFactor = &hubspot
	}
	return f
}

// scopes are those that somebody has agreed to.
func (p oauthProvider) scopes(who *identity) []string {
	if p.tenants != "" {
		return append([]string{}, who.Flow.Scopes...)
	}
	return append([]string{"openid", "email", "profile"}, who.Flow.Scopes...) // those of OpenID Connect
}

// tenantsOf are the tenants that the provider vouches for.
func (p oauthProvider) tenantsOf(who *identity) map[string][]string {
	if p.tenants == "" || who.Tenant == "" {
		return nil
	}
	return map[string][]string{p.tenants: {who.Tenant}}
}

// redeem uses up the token that a flow of a kind has ended with, and makes its
// organization the one that c is about; missing is the error type of a token that
// is unknown or was used.
func (c *call) redeem(kind, token, verifier, missing string) (*identity, error) {
	found, err := c.tx.Token(kind, hashToken(token))
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, refuse(missing)
	}
	if err := c.spendLink(found, missing, verifier); err != nil {
		return nil, err
	}
	who := &identity{}
	if err := json.Unmarshal([]byte(found.Doc), who); err != nil {
		return nil, fmt.Errorf("read identity: %w", err)
	}
	if found.Organization != 0 {
		c.org, err = c.tx.OrganizationBySeq(found.Organization)
	}
	return who, err
}

// authenticateOAuth signs in by the token that an OAuth flow has ended with.
func (s *Server) authenticateOAuth(r *request[b2b.AuthenticateOAuth]) (*b2b.AuthenticateOAuthResponse, error) {
	who, err := r.redeem(flowOAuth, r.Body.OAuthToken.Reveal(), reveal(r.Body.PKCECodeVerifier), b2b.ErrOAuthTokenNotFound)
	if err != nil {
		return nil, err
	}
	provider := oauthProviders()[who.Flow.Provider]
	newcomer := store.IntermediateSession{
		Email: who.Email, EmailVerified: provider.vouches(who.Email), OAuthTenants: provider.tenantsOf(who),
		Factors: []b2b.AuthenticationFactor{provider.factor(who, "", nil, r.now)},
	}
	if err := r.enterAs(&newcomer); err != nil {
		return nil, err
	}
	m := r.member
	proven := newcomer.EmailVerified || isRegistered(m, provider, who)
	id := registerOAuth(m, provider, who)
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	in, err := s.login(r.call, proof{factor: provider.factor(who, id, &m.EmailID, r.now), email: proven}, with)
	if err != nil {
		return nil, err
	}
	given := newGrant(who, provider.scopes(who), r.now)
	if err := s.keepGrant(r.call, who.Flow.Provider, given); err != nil {
		return nil, err
	}
	return &b2b.AuthenticateOAuthResponse{
		MemberID: m.MemberID, OrganizationID: r.org.OrganizationID, Member: shown(m, r.org, r.now), Organization: r.org.Organization,
		ProviderSubject: who.Subject, ProviderType: provider.name, ProviderValues: given.values(),
		MemberAuthenticated: in.complete(), SessionToken: in.token, MemberSession: in.session,
		IntermediateSessionToken: in.intermediate, IntermediateSessionTokenExpiresAt: in.expires,
		MFARequired: in.mfa, PrimaryRequired: in.primary,
	}, nil
}

// isRegistered reports whether m has signed in as that before, and so has proven
// the address then.
func isRegistered(m *store.Member, provider oauthProvider, who *identity) bool {
	return m.EmailAddressVerified && slices.ContainsFunc(m.OAuthRegistrations, func(o b2b.OAuthRegistration) bool {
		return o.ProviderType == provider.name && o.ProviderSubject == who.Subject
	})
}

// registerOAuth ties m to who it is for the provider, and returns the
// registration's id.
func registerOAuth(m *store.Member, provider oauthProvider, who *identity) string {
	if m.Name == "" {
		m.Name = who.Name
	}
	i := slices.IndexFunc(m.OAuthRegistrations, func(o b2b.OAuthRegistration) bool { return o.ProviderType == provider.name })
	if i < 0 {
		m.OAuthRegistrations = append(m.OAuthRegistrations, b2b.OAuthRegistration{
			ProviderType: provider.name, MemberOAuthRegistrationID: newID("oauth-user"),
		})
		i = len(m.OAuthRegistrations) - 1
	}
	m.OAuthRegistrations[i].ProviderSubject = who.Subject
	return m.OAuthRegistrations[i].MemberOAuthRegistrationID
}

// authenticateDiscoveryOAuth takes the token that an OAuth flow without an
// organization has ended with.
func (s *Server) authenticateDiscoveryOAuth(r *request[b2b.AuthenticateDiscoveryOAuth]) (*b2b.AuthenticateDiscoveryOAuthResponse, error) {
	who, err := r.redeem(flowDiscovery, r.Body.DiscoveryOAuthToken.Reveal(), reveal(r.Body.PKCECodeVerifier), b2b.ErrOAuthTokenNotFound)
	if err != nil {
		return nil, err
	}
	provider := oauthProviders()[who.Flow.Provider]
	found, err := s.beginDiscovery(r.call, store.IntermediateSession{
		Email: who.Email, EmailVerified: provider.vouches(who.Email), OAuthTenants: provider.tenantsOf(who),
		Factors: []b2b.AuthenticationFactor{provider.factor(who, newID("oauth-user"), nil, r.now)},
	})
	if err != nil {
		return nil, err
	}
	answer := &b2b.AuthenticateDiscoveryOAuthResponse{
		EmailAddress: who.Email, FullName: who.Name, ProviderType: provider.name, ProviderTenantID: who.Tenant,
		IntermediateSessionToken: found.token, IntermediateSessionTokenExpiresAt: found.expires, DiscoveredOrganizations: found.organizations,
	}
	if who.Tenant != "" {
		answer.ProviderTenantIDs = []string{who.Tenant}
	}
	return answer, nil
}
