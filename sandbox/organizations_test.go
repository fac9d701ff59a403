package sandbox_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// newWorld is an empty sandbox whose every answer is held to the contract.
func newWorld(t *testing.T) *bench {
	t.Helper()
	b := &bench{T: t, server: openServer(t, sandbox.Memory)}
	b.client = clientOf(t, checked(t, b.server))
	return b
}

func (b *bench) makeOrg(org b2b.CreateOrganization) b2b.Organization {
	b.Helper()
	return do(b.T, b.client.Organizations.Create(org))
}

func (b *bench) getOrg(id string) b2b.Organization {
	b.Helper()
	org, err := b.client.Organizations.Get(b.Context(), id)
	if err != nil {
		b.Fatal(err)
	}
	return org
}

// post sends a create call as JSON text: a client would refuse some of it unsent.
func (b *bench) post(body string) answer {
	b.Helper()
	return ask(b.T, b.server, "POST", "/v1/b2b/organizations", body)
}

func TestANewOrganizationHasTheDocumentedDefaults(t *testing.T) {
	b := newWorld(t)
	org := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	got := []string{org.SSOJITProvisioning, org.EmailJITProvisioning, org.EmailInvites, org.AuthMethods, org.MFAPolicy, org.MFAMethods,
		org.OAuthTenantJITProvisioning, org.FirstPartyConnectedAppsAllowedType, org.ThirdPartyConnectedAppsAllowedType}
	want := []string{"ALL_ALLOWED", "NOT_ALLOWED", "ALL_ALLOWED", "ALL_ALLOWED", "OPTIONAL", "ALL_ALLOWED", "NOT_ALLOWED", "ALL_ALLOWED", "ALL_ALLOWED"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !strings.HasPrefix(org.OrganizationID, "organization-test-") || org.OrganizationSlug != "acme" || !org.CreatedAt.Equal(began) {
		t.Errorf("got %s %s %s", org.OrganizationID, org.OrganizationSlug, org.CreatedAt)
	}
}

func TestInvitesAreClosedByDefaultOnceAnotherWayInIsSet(t *testing.T) {
	b := newWorld(t)
	for want, bodies := range map[string][]string{
		"ALL_ALLOWED": {`{"organization_name":"A"}`, `{"organization_name":"A","trusted_metadata":{"a":1}}`, `{"organization_name":"A","mfa_policy":"REQUIRED_FOR_ALL"}`,
			`{"organization_name":"A","email_allowed_domains":["a.example"],"email_invites":"ALL_ALLOWED"}`},
		"NOT_ALLOWED": {`{"organization_name":"A","email_allowed_domains":["a.example"]}`, `{"organization_name":"A","sso_jit_provisioning":"ALL_ALLOWED"}`,
			`{"organization_name":"A","auth_methods":"RESTRICTED","allowed_auth_methods":["sso"]}`},
	} {
		for _, body := range bodies {
			if got := b.post(body).text("organization", "email_invites"); got != want {
				t.Errorf("%s: got %s, want %s", body, got, want)
			}
		}
	}
}

func TestASlugIsDerivedFromTheNameAndMadeUnique(t *testing.T) {
	b := newWorld(t)
	for _, c := range [][2]string{
		{"Acme Robotics", "acme-robotics"}, {"Acme  Robotics!", "acme-robotics-2"}, {"ACME robotics", "acme-robotics-3"},
		{"Café Rücker & Söhne", "cafe-rucker-sohne"}, {"東京電力", "organization"}, {"X", "organization-x"},
	} {
		if got := b.makeOrg(b2b.CreateOrganization{OrganizationName: c[0]}).OrganizationSlug; got != c[1] {
			t.Errorf("%q: got %q, want %q", c[0], got, c[1])
		}
	}
	long := b.makeOrg(b2b.CreateOrganization{OrganizationName: strings.Repeat("a", 128)})
	again := b.makeOrg(b2b.CreateOrganization{OrganizationName: strings.Repeat("a", 128)})
	if len(long.OrganizationSlug) != 128 || len(again.OrganizationSlug) != 128 || long.OrganizationSlug == again.OrganizationSlug {
		t.Errorf("long names: %q, %q", long.OrganizationSlug, again.OrganizationSlug)
	}
}

func metadata(keys, size int) string {
	object := map[string]string{}
	for i := range keys {
		object[fmt.Sprintf("k%02d", i)] = strings.Repeat("x", size)
	}
	text, _ := json.Marshal(object)
	return string(text)
}

func TestOrganizationFieldsOutsideTheirLimitsAreRefused(t *testing.T) {
	b := newWorld(t)
	b.post(`{"organization_name":"Taken","organization_slug":"taken","organization_external_id":"ext"}`)
	for field, cases := range map[string]map[string]string{
		`"organization_name":%s`: {
			`""`: b2b.ErrOrganizationNameMissing, `"` + strings.Repeat("é", 129) + `"`: b2b.ErrInvalidOrganizationName,
		},
		`"organization_name":"A","organization_slug":%s`: {
			`"a"`: b2b.ErrInvalidOrganizationSlug, `"a b"`: b2b.ErrInvalidOrganizationSlug, `"--"`: b2b.ErrInvalidOrganizationSlug,
			`"` + strings.Repeat("a", 129) + `"`: b2b.ErrInvalidOrganizationSlug, `"taken"`: b2b.ErrOrganizationSlugAlreadyUsed,
		},
		`"organization_name":"A","organization_external_id":%s`: {
			`"a b"`: b2b.ErrInvalidOrganizationExternalID, `"` + strings.Repeat("a", 129) + `"`: b2b.ErrInvalidOrganizationExternalID,
			`"ext"`: b2b.ErrOrganizationExternalIDAlreadyUsed,
		},
		`"organization_name":"A","organization_logo_url":%s`: {`"` + strings.Repeat("a", 2049) + `"`: b2b.ErrOrganizationLogoURLTooLong},
		`"organization_name":"A","trusted_metadata":%s`: {
			`[]`: b2b.ErrMetadataInvalidFormat, `"x"`: b2b.ErrMetadataInvalidFormat, metadata(21, 1): b2b.ErrMetadataTooManyKeys, metadata(1, 4097): b2b.ErrMetadataTooLarge,
		},
		`"organization_name":"A","sso_jit_provisioning":%s`:          {`"SOME"`: b2b.ErrInvalidOrganizationAuthFactorSetting},
		`"organization_name":"A","email_invites":%s`:                 {`"SOME"`: b2b.ErrInvalidOrganizationAuthFactorSetting, `"RESTRICTED"`: b2b.ErrInvalidRestrictedEmailSetting},
		`"organization_name":"A","email_jit_provisioning":%s`:        {`"ALL_ALLOWED"`: b2b.ErrInvalidOrganizationAuthFactorSettingForEmailJITProvisioning, `"RESTRICTED"`: b2b.ErrInvalidRestrictedEmailSetting},
		`"organization_name":"A","oauth_tenant_jit_provisioning":%s`: {`"ALL_ALLOWED"`: b2b.ErrInvalidOrganizationAuthFactorSettingForOAuthTenantJITProvisioning, `"RESTRICTED"`: b2b.ErrInvalidRestrictedOAuthTenantsSetting},
		`"organization_name":"A","auth_methods":%s`:                  {`"NONE"`: b2b.ErrInvalidOrganizationAuthMethodSettings, `"RESTRICTED"`: b2b.ErrAllowedAuthMethodsRequiredForRestricted},
		`"organization_name":"A","allowed_auth_methods":%s`:          {`["telepathy"]`: b2b.ErrInvalidOrganizationAllowedAuthMethods},
		`"organization_name":"A","mfa_policy":%s`:                    {`"MAYBE"`: b2b.ErrInvalidOrganizationMFAPolicy},
		`"organization_name":"A","mfa_methods":%s`:                   {`"NONE"`: b2b.ErrInvalidOrganizationMFAFactorSetting, `"RESTRICTED"`: b2b.ErrAllowedMFAMethodsRequiredForRestricted},
		`"organization_name":"A","allowed_mfa_methods":%s`:           {`["fax"]`: b2b.ErrInvalidOrganizationAllowedMFAMethods},
		`"organization_name":"A","allowed_oauth_tenants":%s`:         {`{"google":["x"]}`: b2b.ErrInvalidOAuthAllowedTenantsFormat},
		`"organization_name":"A","email_allowed_domains":%s`: {
			`["gmail.com"]`: b2b.ErrOrganizationSettingsDomainTooCommon, `["yahoo.co.uk"]`: b2b.ErrOrganizationSettingsDomainTooCommon,
			`["mailinator.com"]`: b2b.ErrOrganizationSettingsDisposableDomain, `["not a domain"]`: b2b.ErrOrganizationSettingsInvalidDomain,
			`["a.example","A.example"]`: b2b.ErrOrganizationSettingsDuplicateDomain,
		},
		`"organization_name":"A","claimed_email_domains":%s`: {
			`["gmail.com"]`: b2b.ErrOrganizationSettingsClaimedDomainTooCommon, `["x"]`: b2b.ErrOrganizationSettingsInvalidClaimedDomain,
			`["a.example","a.example"]`: b2b.ErrOrganizationSettingsDuplicateClaimedDomain,
		},
		`"organization_name":"A","rbac_email_implicit_role_assignments":[%s]`: {
			`{"domain":"gmail.com","role_id":"stytch_admin"}`:  b2b.ErrRBACDomainTooCommon,
			`{"domain":"x","role_id":"stytch_admin"}`:          b2b.ErrRBACInvalidDomain,
			`{"domain":"a.example","role_id":"nobody"}`:        b2b.ErrInvalidRBACRoleAssignment,
			`{"domain":"a.example","role_id":"stytch_member"}`: b2b.ErrInvalidRBACRoleAssignment,
		},
	} {
		for value, kind := range cases {
			body := "{" + fmt.Sprintf(field, value) + "}"
			b.post(body).want(t, body[:min(len(body), 90)], 400, kind)
		}
	}
	b.post(`{"organization_name":"A","sso_jit_provisioning":"NOT_ALLOWED"}`).want(t, "all ways in closed", 400, b2b.ErrInvalidOrganizationAuthFactorSetting)
}

func TestOrganizationLimitsThemselvesAreAccepted(t *testing.T) {
	b := newWorld(t)
	b.post(`{"organization_name":"`+strings.Repeat("é", 128)+`","organization_slug":"`+strings.Repeat("a", 128)+`","organization_external_id":"`+
		strings.Repeat("a", 128)+`","trusted_metadata":`+metadata(20, 100)+`}`).want(t, "all at their limits", 200, "")
	b.post(`{"organization_name":"B","organization_slug":"a~","trusted_metadata":{"k":"`+strings.Repeat("x", 4096-8)+`"}}`).want(t, "4096 bytes", 200, "")
}

func TestAnOrganizationIsFoundByIDSlugAndExternalID(t *testing.T) {
	b := newWorld(t)
	org := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme", OrganizationExternalID: ptr("crm|7")})
	for _, id := range []string{org.OrganizationID, "acme", "crm|7"} {
		if got := b.getOrg(id); got.OrganizationID != org.OrganizationID {
			t.Errorf("%s: got %s", id, got.OrganizationID)
		}
	}
	_, err := b.client.Organizations.Get(t.Context(), "organization-test-00000000-0000-4000-8000-000000000000")
	wantRefusal(t, err, 404, b2b.ErrOrganizationNotFound)
}

func TestAnUpdateChangesOnlyWhatWasSent(t *testing.T) {
	b := newWorld(t)
	org := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme", EmailAllowedDomains: []string{"A.example"}, EmailInvites: ptr("RESTRICTED")})
	b.advance(90e9)
	got := do(t, b.client.Organizations.Update(org, b2b.UpdateOrganization{MFAPolicy: ptr("REQUIRED_FOR_ALL")}))
	if got.MFAPolicy != "REQUIRED_FOR_ALL" || got.OrganizationName != "Acme" || !slices.Equal(got.EmailAllowedDomains, []string{"a.example"}) || got.EmailInvites != "RESTRICTED" {
		t.Errorf("got %+v", got)
	}
	if got.UpdatedAt.Sub(*got.CreatedAt).Seconds() != 90 {
		t.Errorf("created %s, updated %s", got.CreatedAt, got.UpdatedAt)
	}
	got = do(t, b.client.Organizations.Update(got, b2b.UpdateOrganization{EmailAllowedDomains: []string{"b.example", "c.example"}}))
	if !slices.Equal(got.EmailAllowedDomains, []string{"b.example", "c.example"}) {
		t.Errorf("a list is replaced: %v", got.EmailAllowedDomains)
	}
	update := b2b.OrganizationsUpdate.URL(org.OrganizationID)
	ask(t, b.server, "PUT", update, `{"email_allowed_domains":[]}`).want(t, "emptied while RESTRICTED", 400, b2b.ErrInvalidRestrictedEmailSetting)
	ask(t, b.server, "PUT", update, `{"sso_default_connection_id":"saml-connection-test-x"}`).want(t, "unknown default", 400, b2b.ErrInvalidSSODefaultConnectionID)
	ask(t, b.server, "PUT", update, `{"sso_jit_provisioning":"RESTRICTED"}`).want(t, "no connection", 400, b2b.ErrInvalidRestrictedSSOSetting)
	ask(t, b.server, "PUT", update, `{"sso_jit_provisioning_allowed_connections":["x"]}`).want(t, "unknown connection", 400, b2b.ErrInvalidConnectionForJITProvisioning)
	if after := b.getOrg("acme"); !slices.Equal(after.EmailAllowedDomains, []string{"b.example", "c.example"}) {
		t.Errorf("a refused update changed %v", after.EmailAllowedDomains)
	}
}

func TestARefusedUpdateChangesNothing(t *testing.T) {
	b := newWorld(t)
	org := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	ask(t, b.server, "PUT", b2b.OrganizationsUpdate.URL("acme"), `{"organization_name":"New","trusted_metadata":{"a":1},"organization_slug":"other"}`).
		want(t, "slug taken", 400, b2b.ErrOrganizationSlugAlreadyUsed)
	if got := b.getOrg("acme"); got.OrganizationName != org.OrganizationName || len(got.TrustedMetadata) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestMetadataMergesAtTheTopAndNullDeletes(t *testing.T) {
	b := newWorld(t)
	update := b2b.OrganizationsUpdate.URL("acme")
	b.post(`{"organization_name":"Acme","trusted_metadata":{"a":{"x":1,"y":2},"b":[1],"c":1.50}}`)
	a := ask(t, b.server, "PUT", update, `{"trusted_metadata":{"a":{"x":9},"b":null,"d":12345678901234567890}}`)
	if got := a.text("organization", "trusted_metadata"); got != `{"a":{"x":9},"c":1.50,"d":12345678901234567890}` {
		t.Errorf("got %s", got)
	}
	ask(t, b.server, "PUT", update, `{"trusted_metadata":`+metadata(18, 1)+`}`).want(t, "21 in all", 400, b2b.ErrMetadataTooManyKeys)
	ask(t, b.server, "PUT", update, `{"trusted_metadata":`+metadata(17, 1)+`}`).want(t, "20 in all", 200, "")
}

func TestExternalIDsAreFreedAtOnce(t *testing.T) {
	b := newWorld(t)
	org := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme", OrganizationExternalID: ptr("one")})
	if got := do(t, b.client.Organizations.DeleteExternalID(org)); got.OrganizationExternalID != nil {
		t.Errorf("still %s", *got.OrganizationExternalID)
	}
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Second", OrganizationExternalID: ptr("one")})
}

func TestADeletedOrganizationIsGoneWithItsMembers(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	do(t, b.client.Organizations.Delete(b.org))
	_, err := b.client.Organizations.Get(t.Context(), b.org.OrganizationID)
	wantRefusal(t, err, 404, b2b.ErrOrganizationNotFound)
	_, err = b.client.Members.DangerouslyGet(t.Context(), b.member.MemberID, b2b.DangerouslyGetMember{IncludeDeleted: ptr(true)})
	wantRefusal(t, err, 404, b2b.ErrMemberNotFound)
	again := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme Robotics"})
	if again.OrganizationSlug != b.org.OrganizationSlug {
		t.Errorf("the slug is not free: %s", again.OrganizationSlug)
	}
}

func TestMetricsCountLiveMembers(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	b.addMember("grace@acme-robotics.example")
	count := func() int {
		n, err := b.client.Organizations.MemberCount(t.Context(), b.org.OrganizationID)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(); n != 2 {
		t.Errorf("got %d, want 2", n)
	}
	do(t, b.client.Members.Delete(b.member))
	if n := count(); n != 1 {
		t.Errorf("after a deletion: got %d, want 1", n)
	}
}

func TestConnectedAppsAreNone(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	apps, err := b.client.Organizations.ConnectedApps(t.Context(), b.org.OrganizationID)
	if err != nil || len(apps) != 0 {
		t.Errorf("got %v, %v", apps, err)
	}
	_, err = b.client.Organizations.ConnectedApp(t.Context(), b.org.OrganizationID, "connected-app-test-x")
	wantRefusal(t, err, 404, b2b.ErrConnectedAppNotFound)
	mine, err := b.client.Members.ConnectedApps(t.Context(), b.org.OrganizationID, b.member.MemberID)
	if err != nil || len(mine) != 0 {
		t.Errorf("got %v, %v", mine, err)
	}
	_, err = b.client.Members.RevokeConnectedApp(b.member, "connected-app-test-x").Do(t.Context())
	wantRefusal(t, err, 404, b2b.ErrConnectedAppNotFound)
}

func TestProvidersWithoutTokensAreNotFound(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	for _, provider := range []string{"google", "microsoft", "github", "hubspot", "slack"} {
		path := "/v1/b2b/organizations/" + b.org.OrganizationID + "/members/" + b.member.MemberID + "/oauth_providers/" + provider
		ask(t, b.server, "GET", path+"?include_refresh_token=true", "").want(t, provider, 404, b2b.ErrMemberOAuthTokenNotFound)
	}
	_, err := b.client.Members.OIDCProviders(t.Context(), b.org.OrganizationID, b.member.MemberID, b2b.GetMemberOIDCProviders{})
	wantRefusal(t, err, 404, b2b.ErrMemberOIDCTokenNotFound)
}
