package sandbox_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

// discover proves an address by a link.
func (b *bench) discover(email string) b2b.AuthenticateDiscoveryMagicLinkResponse {
	b.Helper()
	do(b.T, b.client.MagicLinks.SendDiscovery(b2b.SendDiscoveryEmailMagicLink{EmailAddress: email}))
	token := b2b.Secret(b.newest(strings.ToLower(email)).Token)
	return do(b.T, b.client.MagicLinks.AuthenticateDiscovery(b2b.AuthenticateDiscoveryMagicLink{DiscoveryMagicLinksToken: token}))
}

func (b *bench) exchange(token b2b.Secret, org string) b2b.ExchangeIntermediateSession {
	return b2b.ExchangeIntermediateSession{IntermediateSessionToken: token, OrganizationID: org}
}

// listed names what was discovered: organization, membership, and what is owed.
func listed(found []b2b.DiscoveredOrganization) []string {
	var names []string
	for _, d := range found {
		name := d.Organization.OrganizationSlug + " " + d.Membership.Type
		if d.PrimaryRequired != nil {
			name += " primary"
		}
		if d.MFARequired != nil {
			name += " mfa"
		}
		if d.MemberAuthenticated == (d.PrimaryRequired != nil || d.MFARequired != nil) {
			name += " contradiction"
		}
		names = append(names, name)
	}
	return names
}

func wantListed(t *testing.T, got []b2b.DiscoveredOrganization, want ...string) {
	t.Helper()
	if names := listed(got); !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func TestDiscoveryListsWhatAnAddressCanEnter(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	const email = "grace@acme-robotics.example"
	active := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Active"})
	do(t, b.client.Members.Create(active.OrganizationID, b2b.CreateMember{EmailAddress: email}))
	b.advance(time.Second)
	pending := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Pending", MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	do(t, b.client.Members.Create(pending.OrganizationID, b2b.CreateMember{EmailAddress: email, CreateMemberAsPending: ptr(true)}))
	b.advance(time.Second)
	invited := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Invited", AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"magic_link", "sso"}, EmailInvites: ptr("ALL_ALLOWED")})
	do(t, b.client.MagicLinks.Invite(b2b.InviteEmailMagicLink{OrganizationID: invited.OrganizationID, EmailAddress: email}))
	gone := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Gone"})
	do(t, b.client.Members.Delete(do(t, b.client.Members.Create(gone.OrganizationID, b2b.CreateMember{EmailAddress: email}))))

	members := []string{"active active_member", "pending pending_member mfa", "invited invited_member"}
	wantListed(t, b.discover(email).DiscoveredOrganizations, members...) // nobody of the domain is verified at Acme

	b.byLink(b.member.EmailAddress)
	found := b.discover(strings.ToUpper(email))
	wantListed(t, found.DiscoveredOrganizations, append(members, "acme-robotics eligible_to_join_by_email_domain")...)
	if found.EmailAddress != email || found.IntermediateSessionToken == "" || !found.IntermediateSessionTokenExpiresAt.Equal(b.now().Add(10*time.Minute)) {
		t.Errorf("got %+v", found)
	}
	last := found.DiscoveredOrganizations[3].Membership
	if last.Member != nil || string(last.Details["domain"]) != `"acme-robotics.example"` || found.DiscoveredOrganizations[0].Membership.Member.EmailAddress != email {
		t.Errorf("got %+v", last)
	}
	if mfa := found.DiscoveredOrganizations[1].MFARequired; mfa.SecondaryAuthInitiated != nil {
		t.Errorf("a code went out: %+v", mfa)
	}
}

func TestTheListNeedsOneSessionAndUsesNothingUp(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	list := func(who b2b.ListDiscoveredOrganizations) *b2b.ListDiscoveredOrganizationsResponse {
		t.Helper()
		answer, err := b.client.Discovery.Organizations(t.Context(), who)
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	in := b.byLink(b.member.EmailAddress)
	b.advance(time.Second) // organizations are listed by their age, in seconds
	elsewhere := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Elsewhere", MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	do(t, b.client.Members.Create(elsewhere.OrganizationID, b2b.CreateMember{EmailAddress: b.member.EmailAddress}))
	b.advance(time.Second)
	second := b.makeOrg(openToNamed("Second", "acme-robotics.example"))
	do(t, b.client.Members.Create(second.OrganizationID, b2b.CreateMember{EmailAddress: "x@acme-robotics.example"}))

	bySession := list(b2b.ListDiscoveredOrganizations{SessionToken: &in.SessionToken})
	wantListed(t, bySession.DiscoveredOrganizations, "acme-robotics active_member", "elsewhere active_member mfa")
	if bySession.EmailAddress != b.member.EmailAddress || bySession.OrganizationIDHint != nil {
		t.Errorf("got %+v", bySession)
	}
	wantListed(t, list(b2b.ListDiscoveredOrganizations{SessionJWT: &in.SessionJWT}).DiscoveredOrganizations, listed(bySession.DiscoveredOrganizations)...)

	found := b.discover(b.member.EmailAddress)
	for range 2 {
		again := list(b2b.ListDiscoveredOrganizations{IntermediateSessionToken: &found.IntermediateSessionToken})
		wantListed(t, again.DiscoveredOrganizations, listed(found.DiscoveredOrganizations)...)
		if again.OrganizationIDHint != nil {
			t.Errorf("hint %s", *again.OrganizationIDHint)
		}
	}
	owing := do(t, b.client.Discovery.Exchange(b.exchange(found.IntermediateSessionToken, "elsewhere")))
	if hint := list(b2b.ListDiscoveredOrganizations{IntermediateSessionToken: &owing.IntermediateSessionToken}).OrganizationIDHint; hint != nil {
		t.Errorf("hint %s for a token of discovery", *hint)
	}
	b.org = elsewhere
	born := b.byLink(b.member.EmailAddress)
	if hint := list(b2b.ListDiscoveredOrganizations{IntermediateSessionToken: &born.IntermediateSessionToken}).OrganizationIDHint; hint == nil || *hint != elsewhere.OrganizationID {
		t.Errorf("hint %v", hint)
	}
	const path = "/v1/b2b/discovery/organizations"
	ask(t, b.server, http.MethodPost, path, `{}`).want(t, "none", 400, b2b.ErrNoSessionArguments)
	ask(t, b.server, http.MethodPost, path, `{"session_token":"a","session_jwt":"b"}`).want(t, "two", 400, b2b.ErrTooManySessionArguments)
	ask(t, b.server, http.MethodPost, path, `{"session_token":"`+unknownToken.Reveal()+`"}`).want(t, "session", 404, b2b.ErrSessionNotFound)
	ask(t, b.server, http.MethodPost, path, `{"intermediate_session_token":"`+unknownToken.Reveal()+`"}`).want(t, "intermediate", 404, b2b.ErrIntermediateSessionNotFound)
}

func openToNamed(name, domain string) b2b.CreateOrganization {
	settings := openToDomain(domain)
	settings.OrganizationName = name
	return settings
}

func TestDiscoveryLinksAndCodesLiveAndWorkOnce(t *testing.T) {
	b := newWorld(t)
	const email = "ada@acme-robotics.example"
	for _, minutes := range []*int{nil, ptr(5)} {
		do(t, b.client.MagicLinks.SendDiscovery(b2b.SendDiscoveryEmailMagicLink{EmailAddress: email, DiscoveryExpirationMinutes: minutes}))
		lives := time.Hour
		if minutes != nil {
			lives = 5 * time.Minute
		}
		mail := b.newest(email)
		if mail.Kind != "discovery" || mail.lives() != lives || !strings.Contains(mail.URL, "stytch_token_type=discovery") || mail.MemberID != "" || mail.OrganizationID != "" {
			t.Errorf("got %+v", mail)
		}
	}
	token := b2b.AuthenticateDiscoveryMagicLink{DiscoveryMagicLinksToken: b2b.Secret(b.newest(email).Token)}
	refused(t, b.follow(token.DiscoveryMagicLinksToken.Reveal()), 404, b2b.ErrMagicLinkNotFound) // it leads into no organization
	b.advance(5 * time.Minute)
	refused(t, b.client.MagicLinks.AuthenticateDiscovery(token), 401, b2b.ErrUnableToAuthMagicLink)

	code := func(n string) b2b.AuthenticateDiscoveryEmailOTP {
		return b2b.AuthenticateDiscoveryEmailOTP{EmailAddress: email, Code: b2b.Secret(n)}
	}
	do(t, b.client.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: email}))
	old := b.newest(email)
	if old.Kind != "otp" || old.lives() != 10*time.Minute {
		t.Errorf("got %+v", old)
	}
	do(t, b.client.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: email, DiscoveryExpirationMinutes: ptr(2)}))
	mail := b.newest(email)
	if old.Code != mail.Code {
		refused(t, b.client.OTPs.AuthenticateDiscovery(code(old.Code)), 401, b2b.ErrUnableToAuthOTPCode)
	}
	refused(t, b.client.OTPs.AuthenticateDiscovery(code(otherCode(mail.Code))), 404, b2b.ErrOTPCodeNotFound)
	if in := do(t, b.client.OTPs.AuthenticateDiscovery(code(mail.Code))); in.IntermediateSessionToken == "" || len(in.DiscoveredOrganizations) != 0 {
		t.Errorf("got %+v", in)
	}
	refused(t, b.client.OTPs.AuthenticateDiscovery(code(mail.Code)), 401, b2b.ErrUnableToAuthOTPCode)
	do(t, b.client.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: email}))
	b.advance(10 * time.Minute)
	refused(t, b.client.OTPs.AuthenticateDiscovery(code(b.newest(email).Code)), 401, b2b.ErrUnableToAuthOTPCode)
}

func TestTenWrongDiscoveryCodesLockTheAddress(t *testing.T) {
	b := newWorld(t)
	const email = "ada@acme-robotics.example"
	do(t, b.client.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: email}))
	code := b.newest(email).Code
	try := func(n string) b2b.AuthenticateDiscoveryEmailOTP {
		return b2b.AuthenticateDiscoveryEmailOTP{EmailAddress: email, Code: b2b.Secret(n)}
	}
	for range 10 {
		refused(t, b.client.OTPs.AuthenticateDiscovery(try(otherCode(code))), 404, b2b.ErrOTPCodeNotFound)
	}
	refused(t, b.client.OTPs.AuthenticateDiscovery(try(code)), 429, b2b.ErrUserLockLimitReached)
	b.advance(time.Hour)
	do(t, b.client.OTPs.SendDiscovery(b2b.SendDiscoveryEmailOTP{EmailAddress: email}))
	refused(t, b.client.OTPs.AuthenticateDiscovery(try(otherCode(b.newest(email).Code))), 404, b2b.ErrOTPCodeNotFound)
	do(t, b.client.OTPs.AuthenticateDiscovery(try(b.newest(email).Code)))
}

func TestAnIntermediateSessionIsExchangedForASession(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	found := b.discover("new@acme-robotics.example")
	request := b.exchange(found.IntermediateSessionToken, b.org.OrganizationSlug)
	request.SessionDurationMinutes, request.SessionCustomClaims, request.Locale = ptr(30), b2b.Object{"a": []byte(`1`)}, ptr("zh-Hans")
	in := do(t, b.client.Discovery.Exchange(request))
	if !in.MemberAuthenticated || in.Member.Status != "active" || !in.Member.EmailAddressVerified || in.IntermediateSessionToken != "" ||
		!in.MemberSession.ExpiresAt.Equal(began.Add(30*time.Minute)) || len(in.MemberSession.CustomClaims) != 1 {
		t.Errorf("got %+v", in)
	}
	if got := factorTypes(in.MemberSession); !slices.Equal(got, []string{"magic_link"}) {
		t.Errorf("the factors are %v", got)
	}
	refused(t, b.client.Discovery.Exchange(request), 404, b2b.ErrIntermediateSessionNotFound)
}

func TestExchangesThatAreRefusedUseNothingUp(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.makeOrg(openToNamed("Open", "other.example"))
	b.makeOrg(openToNamed("Claimer", "acme-robotics.example"))
	found := b.discover("new@acme-robotics.example")
	token := found.IntermediateSessionToken
	refused(t, b.client.Discovery.Exchange(b.exchange(token, "no-such")), 404, b2b.ErrOrganizationNotFound)
	refused(t, b.client.Discovery.Exchange(b.exchange(token, "acme-robotics")), 400, b2b.ErrEmailJITProvisioningNotAllowed)
	refused(t, b.client.Discovery.Exchange(b.exchange(token, "open")), 400, b2b.ErrInvalidEmailForJITProvisioning)
	refused(t, b.client.Discovery.Exchange(b.exchange(unknownToken, "open")), 404, b2b.ErrIntermediateSessionNotFound)
	do(t, b.client.Discovery.Exchange(b.exchange(token, "claimer")))

	late := b.discover("new@acme-robotics.example").IntermediateSessionToken
	b.advance(10 * time.Minute)
	refused(t, b.client.Discovery.Exchange(b.exchange(late, "claimer")), 404, b2b.ErrIntermediateSessionNotFound)
}

func TestAnExchangeSaysWhichFirstFactorIsMissing(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"email_otp", "sso"}, EmailInvites: ptr("ALL_ALLOWED")})
	found := b.discover(b.member.EmailAddress)
	wantListed(t, found.DiscoveredOrganizations, "acme-robotics active_member primary")
	in := do(t, b.client.Discovery.Exchange(b.exchange(found.IntermediateSessionToken, b.org.OrganizationID)))
	if in.MemberAuthenticated || in.PrimaryRequired == nil || !slices.Equal(in.PrimaryRequired.AllowedAuthMethods, []string{"email_otp", "sso"}) ||
		in.IntermediateSessionToken != found.IntermediateSessionToken || in.SessionToken != "" || in.MemberSession != nil {
		t.Fatalf("got %+v", in)
	}
	b.sendCode(b.member.EmailAddress)
	full := do(t, b.client.OTPs.AuthenticateEmail(b2b.AuthenticateEmailOTP{
		OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress,
		Code: b2b.Secret(b.newest(b.member.EmailAddress).Code), IntermediateSessionToken: &found.IntermediateSessionToken,
	}))
	if got := factorTypes(full.MemberSession); !slices.Equal(got, []string{"magic_link", "email_otp"}) {
		t.Errorf("the factors are %v", got)
	}
}

func TestAnExchangeThatOwesASecondFactorKeepsTheToken(t *testing.T) {
	b := newPhoned(t)
	found := b.discover(b.member.EmailAddress)
	in := do(t, b.client.Discovery.Exchange(b.exchange(found.IntermediateSessionToken, b.org.OrganizationID)))
	if in.MemberAuthenticated || in.IntermediateSessionToken != found.IntermediateSessionToken || *in.MFARequired.SecondaryAuthInitiated != "sms_otp" ||
		!in.IntermediateSessionTokenExpiresAt.Equal(*found.IntermediateSessionTokenExpiresAt) {
		t.Fatalf("got %+v", in)
	}
	full := do(t, b.typeSMS(in.IntermediateSessionToken, b.newest(phone).Code))
	if got := factorTypes(full.MemberSession); !slices.Equal(got, []string{"magic_link", "otp"}) {
		t.Errorf("the factors are %v", got)
	}
}

func TestOnlySomeFactorsTravelToAnotherOrganization(t *testing.T) {
	b := newPhoned(t)
	other := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	do(t, b.client.Members.Create(other.OrganizationID, b2b.CreateMember{EmailAddress: b.member.EmailAddress}))
	in := b.byLink(b.member.EmailAddress)
	full := do(t, b.client.Discovery.Exchange(b.exchange(in.IntermediateSessionToken, "other")))
	if !full.MemberAuthenticated || full.Organization.OrganizationID != other.OrganizationID {
		t.Errorf("a link does not travel: %+v", full)
	}
	at := began
	password := b2b.AuthenticationFactor{Type: "password", DeliveryMethod: "knowledge", CreatedAt: &at, UpdatedAt: &at, LastAuthenticatedAt: &at}
	token, err := b.server.BeginIntermediate(t.Context(), b.member, password)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, b.client.Discovery.Exchange(b.exchange(token, "other")), 400, b2b.ErrInvalidIntermediateSessionTokenForOrganization)
	if own := do(t, b.client.Discovery.Exchange(b.exchange(token, b.org.OrganizationID))); own.MFARequired == nil {
		t.Errorf("got %+v", own)
	}
	if token, err = b.server.BeginIntermediate(t.Context(), b.member, password, linkFactor(b.member.EmailAddress)); err != nil {
		t.Fatal(err)
	}
	both := do(t, b.client.Discovery.Exchange(b.exchange(token, "other")))
	if got := factorTypes(both.MemberSession); !slices.Equal(got, []string{"magic_link"}) {
		t.Errorf("the factors are %v", got)
	}
}

func TestWhoMakesAnOrganizationAdministersIt(t *testing.T) {
	b := newWorld(t)
	create := func(email string, request b2b.CreateDiscoveredOrganization) b2b.CreateDiscoveredOrganizationResponse {
		t.Helper()
		request.IntermediateSessionToken = b.discover(email).IntermediateSessionToken
		return do(t, b.client.Discovery.CreateOrganization(request))
	}
	in := create("ada@mail.acme-robotics.example", b2b.CreateDiscoveredOrganization{})
	if !in.MemberAuthenticated || !in.Member.IsAdmin || in.Member.Status != "active" || !in.Member.EmailAddressVerified || in.SessionToken == "" ||
		!slices.Contains(in.MemberSession.Roles, "stytch_admin") || in.Organization.EmailInvites != "ALL_ALLOWED" {
		t.Errorf("got %+v", in)
	}
	for _, c := range []struct{ email, name, slug string }{
		{"grace@acme-robotics.example", "acme-robotics", "acme-robotics-2"},
		{"ada.lovelace+x@gmail.com", "ada.lovelace", "ada-lovelace"},
		{"jane@state.edu", "jane", "jane"},
	} {
		if org := create(c.email, b2b.CreateDiscoveredOrganization{}).Organization; org.OrganizationName != c.name || org.OrganizationSlug != c.slug {
			t.Errorf("%s: got %s, %s", c.email, org.OrganizationName, org.OrganizationSlug)
		}
	}
	owing := create("linus@acme-robotics.example", b2b.CreateDiscoveredOrganization{OrganizationName: ptr("Two Factors"), MFAPolicy: ptr("REQUIRED_FOR_ALL")})
	if owing.MemberAuthenticated || owing.MFARequired == nil || owing.IntermediateSessionToken == "" || owing.Organization.OrganizationSlug != "two-factors" {
		t.Errorf("got %+v", owing)
	}
	other := create("linus@acme-robotics.example", b2b.CreateDiscoveredOrganization{AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"sso"}})
	if other.MemberAuthenticated || other.PrimaryRequired == nil || other.Organization.EmailInvites != "NOT_ALLOWED" {
		t.Errorf("got %+v", other)
	}
}

func TestAnOrganizationThatCannotBeIsNotMade(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{ClaimedEmailDomains: []string{"claimed.example"}})
	request := b2b.CreateDiscoveredOrganization{IntermediateSessionToken: b.discover("ada@new.example").IntermediateSessionToken, OrganizationSlug: ptr("acme-robotics")}
	refused(t, b.client.Discovery.CreateOrganization(request), 400, b2b.ErrOrganizationSlugAlreadyUsed)
	request.OrganizationSlug, request.SessionDurationMinutes = nil, ptr(4)
	refused(t, b.client.Discovery.CreateOrganization(request), 400, b2b.ErrInvalidSessionDurationMinutes)
	request.SessionDurationMinutes, request.EmailJITProvisioning = nil, ptr("RESTRICTED")
	refused(t, b.client.Discovery.CreateOrganization(request), 400, b2b.ErrInvalidRestrictedEmailSetting)
	request.EmailJITProvisioning = nil
	do(t, b.client.Discovery.CreateOrganization(request)) // the refusals have not used it up
	refused(t, b.client.Discovery.CreateOrganization(request), 404, b2b.ErrIntermediateSessionNotFound)
	request.IntermediateSessionToken = b.discover("ada@claimed.example").IntermediateSessionToken
	refused(t, b.client.Discovery.CreateOrganization(request), 400, b2b.ErrActionNotAllowedEmailDomainIsClaimed)
}
