package sandbox_test

import (
	"slices"
	"testing"

	"example.com/orgdeck/api/b2b"
)

// provided begins discovery as a provider does that vouches for tenants.
func (b *bench) provided(delivery, email string, verified bool, tenants map[string][]string) b2b.Secret {
	b.Helper()
	at := began
	token, err := b.server.BeginDiscovery(b.Context(), email, verified, tenants, b2b.AuthenticationFactor{
		Type: "oauth", DeliveryMethod: delivery, CreatedAt: &at, UpdatedAt: &at, LastAuthenticatedAt: &at,
	})
	if err != nil {
		b.Fatal(err)
	}
	return token
}

func (b *bench) listFor(token b2b.Secret) []b2b.DiscoveredOrganization {
	b.Helper()
	answer, err := b.client.Discovery.Organizations(b.Context(), b2b.ListDiscoveredOrganizations{IntermediateSessionToken: &token})
	if err != nil {
		b.Fatal(err)
	}
	return answer.DiscoveredOrganizations
}

func TestAnOAuthTenantLetsPeopleJoin(t *testing.T) {
	b := newWorld(t)
	b.makeOrg(b2b.CreateOrganization{
		OrganizationName: "Acme", OAuthTenantJITProvisioning: ptr("RESTRICTED"), AllowedOAuthTenants: map[string][]string{"slack": {"T1", "T2"}},
		EmailInvites: ptr("ALL_ALLOWED"),
	})
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Closed", AllowedOAuthTenants: map[string][]string{"slack": {"T2"}}, EmailInvites: ptr("ALL_ALLOWED")})
	token := b.provided("oauth_slack", "ada@acme.example", true, map[string][]string{"slack": {"T2"}})
	found := b.listFor(token)
	wantListed(t, found, "acme eligible_to_join_by_oauth_tenant")
	if details := found[0].Membership.Details; string(details["provider"]) != `"slack"` || string(details["tenant"]) != `"T2"` || found[0].Membership.Member != nil {
		t.Errorf("got %v", details)
	}
	stranger := b.provided("oauth_slack", "eve@acme.example", true, map[string][]string{"slack": {"T3"}, "github": {"T1"}})
	wantListed(t, b.listFor(stranger))
	refused(t, b.client.Discovery.Exchange(b.exchange(stranger, "acme")), 400, b2b.ErrInvalidOAuthTenantForJITProvisioning)
	refused(t, b.client.Discovery.Exchange(b.exchange(token, "closed")), 400, b2b.ErrEmailJITProvisioningNotAllowed)
	if in := do(t, b.client.Discovery.Exchange(b.exchange(token, "acme"))); !in.MemberAuthenticated || in.Member.Status != "active" {
		t.Errorf("got %+v", in)
	}
}

func TestAnAddressThatNobodyHasProvenEntersNothing(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.byLink(b.member.EmailAddress) // the member has proven it, but not to this provider
	mailed := []string{"magic_link", "email_otp"}
	token := b.provided("oauth_github", b.member.EmailAddress, false, nil)
	wantListed(t, b.listFor(token), "acme-robotics active_member primary")
	in := do(t, b.client.Discovery.Exchange(b.exchange(token, b.org.OrganizationID)))
	if in.MemberAuthenticated || in.SessionToken != "" || in.IntermediateSessionToken != token || !slices.Equal(in.PrimaryRequired.AllowedAuthMethods, mailed) {
		t.Fatalf("got %+v", in)
	}
	created := b.enrol()
	totp := b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), IntermediateSessionToken: &token}
	refused(t, b.client.TOTPs.Authenticate(b.member, totp), 400, b2b.ErrActionAvailableOnlyOncePrimaryAuthenticationIsMet)

	founded := do(t, b.client.Discovery.CreateOrganization(b2b.CreateDiscoveredOrganization{IntermediateSessionToken: token, OrganizationName: ptr("New")}))
	if founded.MemberAuthenticated || founded.Member.Status != "pending" || !founded.Member.IsAdmin || !slices.Equal(founded.PrimaryRequired.AllowedAuthMethods, mailed) {
		t.Fatalf("got %+v", founded)
	}
	b.org = founded.Organization
	b.sendLink(b.member.EmailAddress)
	proven := do(t, b.client.MagicLinks.Authenticate(b2b.AuthenticateMagicLink{
		MagicLinksToken: b2b.Secret(b.newest(b.member.EmailAddress).Token), IntermediateSessionToken: &token,
	}))
	if got := factorTypes(proven.MemberSession); !slices.Equal(got, []string{"oauth", "magic_link"}) || proven.Member.Status != "active" || !proven.Member.EmailAddressVerified {
		t.Errorf("got %v, %+v", got, proven.Member)
	}
}

func TestAProviderThatProvesNoAddressIsBelievedOnlyAboutWhomItKnows(t *testing.T) {
	b := newBrowsable(t)
	b.byLink(b.member.EmailAddress) // proves the address, but not that the GitHub account is the same person's
	authenticate := func(session *b2b.Secret) b2b.AuthenticateOAuthResponse {
		t.Helper()
		back := b.browser().signIn(b.oauthStart("github", ""), person(b.member.EmailAddress))
		return do(t, b.client.OAuth.Authenticate(b2b.AuthenticateOAuth{OAuthToken: b2b.Secret(back.Query().Get("token")), SessionToken: session}))
	}
	for range 2 {
		in := authenticate(nil)
		if in.MemberAuthenticated || in.SessionToken != "" || in.PrimaryRequired == nil {
			t.Fatalf("an address that GitHub never checked signs in: %+v", in)
		}
	}
	own := b.byLink(b.member.EmailAddress)
	if in := authenticate(&own.SessionToken); !in.MemberAuthenticated {
		t.Errorf("got %+v", in)
	}
	if in := authenticate(nil); !in.MemberAuthenticated {
		t.Errorf("an account that the member has used is asked for more: %+v", in)
	}
}
