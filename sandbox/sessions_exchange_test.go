package sandbox_test

import (
	"slices"
	"testing"

	"example.com/orgdeck/api/b2b"
)

// signInByLink gives a member a session that holds a magic link.
func (b *bench) signInByLink(m b2b.Member) b2b.Secret {
	b.Helper()
	b.member = m
	created := b.enrol()
	token, err := b.server.BeginIntermediate(b.Context(), m, linkFactor(m.EmailAddress))
	if err != nil {
		b.Fatal(err)
	}
	return b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0), IntermediateSessionToken: &token}).SessionToken
}

func TestASessionIsExchangedForOneInAnotherOrganization(t *testing.T) {
	b := newAcme(t)
	first := b.org
	token := b.signInByLink(b.member)
	mine := b.reload()
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Globex"})
	there := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: mine.EmailAddress, CreateMemberAsPending: ptr(true)}))
	in := do(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: "globex", SessionToken: &token, SessionDurationMinutes: ptr(30)}))
	if !in.MemberAuthenticated || in.MemberID != there.MemberID || in.Member.Status != "active" || in.Organization.OrganizationSlug != "globex" {
		t.Errorf("got %+v", in)
	}
	if got := factorTypes(in.MemberSession); !slices.Equal(got, []string{"magic_link"}) {
		t.Errorf("the second factor has travelled: %v", got)
	}
	do(t, b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &token})) // still lives
	same := do(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: first.OrganizationID, SessionToken: &token}))
	if same.SessionToken != token || len(same.MemberSession.AuthenticationFactors) != 2 {
		t.Error("exchanged for its own organization it is another session")
	}
}

func TestWhatAnExchangeOwesOrIsRefused(t *testing.T) {
	b := newAcme(t)
	token := b.signInByLink(b.member)
	email := b.member.EmailAddress
	strict := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Strict", AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"sso"}})
	careful := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Careful", MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Stranger", EmailJITProvisioning: ptr("RESTRICTED"), EmailAllowedDomains: []string{"acme-robotics.example"}})
	for _, org := range []b2b.Organization{strict, careful} {
		do(t, b.client.Members.Create(org.OrganizationID, b2b.CreateMember{EmailAddress: email}))
	}
	owed := do(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: "strict", SessionToken: &token}))
	if owed.MemberAuthenticated || owed.PrimaryRequired == nil || !slices.Equal(owed.PrimaryRequired.AllowedAuthMethods, []string{"sso"}) || owed.IntermediateSessionToken == "" || owed.SessionToken != "" {
		t.Errorf("got %+v", owed)
	}
	owed = do(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: "careful", SessionToken: &token}))
	if owed.MemberAuthenticated || owed.MFARequired == nil || owed.MemberSession != nil {
		t.Errorf("got %+v", owed)
	}
	refused(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: "stranger", SessionToken: &token}), 404, b2b.ErrMemberNotFound)
	refused(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: "none", SessionToken: &token}), 404, b2b.ErrOrganizationNotFound)
	refused(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: "careful"}), 400, b2b.ErrNoSessionArguments)
	onlyCodes := do(t, b.client.RecoveryCodes.Rotate(b.member)).RecoveryCodes
	bare := do(t, b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{RecoveryCode: onlyCodes[0]})).SessionToken
	refused(t, b.client.Sessions.Exchange(b2b.ExchangeSession{OrganizationID: "careful", SessionToken: &bare}), 400, b2b.ErrInsufficientFactorsForSessionExchange)
}
