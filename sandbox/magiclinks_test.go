package sandbox_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

func TestALinkSignsAMemberInAndVerifiesTheAddress(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	answer := do(t, b.client.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{
		OrganizationID: b.org.OrganizationSlug, EmailAddress: "ADA@acme-robotics.example", LoginRedirectURL: ptr("http://localhost:9/in?x=1"),
	}))
	if answer.MemberCreated || answer.MemberID != b.member.MemberID {
		t.Errorf("got %+v", answer)
	}
	mail := b.newest(b.member.EmailAddress)
	link, err := url.Parse(mail.URL)
	if err != nil || mail.Kind != "login" || mail.Channel != "email" || mail.MemberID != b.member.MemberID || mail.OrganizationID != b.org.OrganizationID {
		t.Errorf("got %+v, %v", mail, err)
	}
	if q := link.Query(); link.Host != "localhost:9" || q.Get("x") != "1" || q.Get("token") != mail.Token || q.Get("stytch_token_type") != "multi_tenant_magic_links" {
		t.Errorf("the link is %s", link)
	}
	in := do(t, b.follow(mail.Token))
	if !in.MemberAuthenticated || in.SessionToken == "" || in.SessionJWT == "" || in.IntermediateSessionToken != "" ||
		in.IntermediateSessionTokenExpiresAt != nil || in.MFARequired != nil || in.PrimaryRequired != nil || !in.Member.EmailAddressVerified {
		t.Errorf("got %+v", in)
	}
	f := in.MemberSession.AuthenticationFactors[0]
	if f.Type != "magic_link" || f.DeliveryMethod != "email" || f.EmailFactor.EmailAddress != b.member.EmailAddress || f.EmailFactor.EmailID != in.MethodID {
		t.Errorf("the factor is %+v", f)
	}
	if !in.MemberSession.ExpiresAt.Equal(began.Add(time.Hour)) {
		t.Errorf("the session ends %s", in.MemberSession.ExpiresAt)
	}
	refused(t, b.follow(mail.Token), 401, b2b.ErrUnableToAuthMagicLink)
	refused(t, b.follow(unknownToken.Reveal()), 404, b2b.ErrMagicLinkNotFound)
}

func TestLinksLiveAnHourUnlessToldOtherwise(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	const fresh = "new@acme-robotics.example"
	for _, c := range []struct {
		email, kind   string
		login, signup *int
		want          time.Duration
	}{
		{b.member.EmailAddress, "login", nil, nil, time.Hour},
		{b.member.EmailAddress, "login", ptr(5), ptr(6), 5 * time.Minute},
		{b.member.EmailAddress, "login", ptr(10080), nil, 10080 * time.Minute},
		{fresh, "signup", nil, nil, time.Hour},
		{fresh, "signup", ptr(6), ptr(5), 5 * time.Minute},
	} {
		do(t, b.client.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{
			OrganizationID: b.org.OrganizationID, EmailAddress: c.email, LoginExpirationMinutes: c.login, SignupExpirationMinutes: c.signup,
		}))
		mail := b.newest(c.email)
		if mail.Kind != c.kind || mail.lives() != c.want {
			t.Errorf("%s: got %s for %s", c.email, mail.Kind, mail.lives())
		}
	}
	b.sendLink(b.member.EmailAddress)
	hour := b.newest(b.member.EmailAddress).Token
	b.sendLink(b.member.EmailAddress) // which leaves the other as it is
	b.advance(time.Hour - time.Second)
	do(t, b.follow(hour))
	b.advance(time.Second)
	refused(t, b.follow(b.newest(b.member.EmailAddress).Token), 401, b2b.ErrUnableToAuthMagicLink)
}

func TestRequestsForLinksThatAreRefused(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	const path = "/v1/b2b/magic_links/email/"
	member := `"organization_id":"` + b.org.OrganizationID + `","email_address":"` + b.member.EmailAddress + `"`
	address := `"email_address":"x@y.example"`
	for _, c := range []struct{ path, body, kind string }{
		{"login_or_signup", member + `,"login_expiration_minutes":4`, b2b.ErrInvalidExpiration},
		{"login_or_signup", member + `,"login_expiration_minutes":10081`, b2b.ErrInvalidExpiration},
		{"login_or_signup", member + `,"signup_expiration_minutes":4`, b2b.ErrInvalidExpiration},
		{"login_or_signup", member + `,"login_redirect_url":"/relative"`, b2b.ErrInvalidLoginRedirectURL},
		{"login_or_signup", member + `,"signup_redirect_url":"javascript:x"`, b2b.ErrInvalidSignupRedirectURL},
		{"login_or_signup", member + `,"locale":"de-DE"`, b2b.ErrInvalidLocale},
		{"login_or_signup", member + `,"pkce_code_challenge":"short"`, b2b.ErrInvalidPKCECodeChallenge},
		{"login_or_signup", `"organization_id":"acme-robotics","email_address":"no address"`, b2b.ErrInvalidEmail},
		{"login_or_signup", `"organization_id":"acme-robotics","email_address":"stranger@acme-robotics.example"`, b2b.ErrEmailJITProvisioningNotAllowed},
		{"invite", `"organization_id":"acme-robotics",` + address + `,"invite_expiration_minutes":4`, b2b.ErrInvalidExpiration},
		{"invite", `"organization_id":"acme-robotics",` + address + `,"invite_expiration_minutes":10081`, b2b.ErrInvalidExpiration},
		{"invite", `"organization_id":"acme-robotics",` + address + `,"invite_redirect_url":"nowhere"`, b2b.ErrInvalidInviteRedirectURL},
		{"invite", `"organization_id":"acme-robotics",` + address + `,"locale":"it"`, b2b.ErrInvalidLocale},
		{"discovery/send", address + `,"discovery_expiration_minutes":4`, b2b.ErrInvalidExpiration},
		{"discovery/send", address + `,"discovery_expiration_minutes":10081`, b2b.ErrInvalidExpiration},
		{"discovery/send", address + `,"discovery_redirect_url":"nowhere"`, b2b.ErrInvalidDiscoveryRedirectURL},
		{"discovery/send", address + `,"pkce_code_challenge":"x"`, b2b.ErrInvalidPKCECodeChallenge},
		{"discovery/send", `"email_address":"x"`, b2b.ErrInvalidEmail},
	} {
		ask(t, b.server, http.MethodPost, path+c.path, "{"+c.body+"}").want(t, c.path+" "+c.body, 400, c.kind)
	}
	ask(t, b.server, http.MethodPost, path+"login_or_signup", `{"organization_id":"no-such","email_address":"x@y.example"}`).want(t, "organization", 404, b2b.ErrOrganizationNotFound)
	if mails := fetch[mailbox](t, b.client, "/sandbox/v1/outbox").Messages; len(mails) != 0 {
		t.Errorf("refused requests sent %+v", mails)
	}
}

func TestOnlyListedDomainsSignUp(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	send := func(email string) b2b.LoginOrSignupByEmailMagicLink {
		return b2b.LoginOrSignupByEmailMagicLink{OrganizationID: b.org.OrganizationID, EmailAddress: email}
	}
	refused(t, b.client.MagicLinks.Send(send("x@other.example")), 400, b2b.ErrInvalidEmailForJITProvisioning)
	const email = "new@acme-robotics.example"
	first := b.sendLink(email)
	if !first.MemberCreated || first.Member.Status != "pending" || first.Member.EmailAddressVerified {
		t.Errorf("got %+v", first)
	}
	if again := b.sendLink(email); again.MemberCreated || again.MemberID != first.MemberID {
		t.Errorf("again: got %+v", again)
	}
	if mail := b.newest(email); mail.Kind != "signup" {
		t.Errorf("a pending member got a mail of kind %s", mail.Kind)
	}
	if in := do(t, b.follow(b.newest(email).Token)); in.Member.Status != "active" || !in.Member.EmailAddressVerified || !in.MemberAuthenticated {
		t.Errorf("got %+v", in)
	}
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Claimer", ClaimedEmailDomains: []string{"acme-robotics.example"}})
	refused(t, b.client.MagicLinks.Send(send("late@acme-robotics.example")), 400, b2b.ErrActionNotAllowedEmailDomainIsClaimed)
	b.member = do(t, b.client.Members.Update(b.member, b2b.UpdateMember{Name: ptr("A")}))
}

func TestARetiredAddressDoesNotSignUp(t *testing.T) {
	b := newCompany(t, openToDomain("acme-robotics.example"))
	old := b.member.EmailAddress
	b.update(b2b.UpdateMember{EmailAddress: ptr("countess@acme-robotics.example")})
	refused(t, b.client.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{OrganizationID: b.org.OrganizationID, EmailAddress: old}), 400, b2b.ErrRetiredMemberEmail)
}

func TestLinksDieWithWhatTheyWereSentFor(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.sendLink(b.member.EmailAddress)
	token := b.newest(b.member.EmailAddress).Token
	b.update(b2b.UpdateMember{EmailAddress: ptr("countess@acme-robotics.example")})
	refused(t, b.follow(token), 401, b2b.ErrUnableToAuthMagicLink)
	b.sendLink(b.member.EmailAddress)
	token = b.newest(b.member.EmailAddress).Token
	do(t, b.client.Members.Delete(b.member))
	refused(t, b.follow(token), 404, b2b.ErrMagicLinkNotFound)
}

func TestPKCEBindsALinkToWhoAskedForIt(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	const verifier = "a-verifier-that-nobody-else-knows-0123456789"
	sum := sha256.Sum256([]byte(verifier))
	challenge := base64.RawURLEncoding.EncodeToString(sum[:])
	do(t, b.client.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress, PKCECodeChallenge: &challenge}))
	request := b2b.AuthenticateMagicLink{MagicLinksToken: b2b.Secret(b.newest(b.member.EmailAddress).Token)}
	refused(t, b.client.MagicLinks.Authenticate(request), 400, b2b.ErrPKCEExpectedCodeVerifier)
	request.PKCECodeVerifier = secret("another")
	refused(t, b.client.MagicLinks.Authenticate(request), 400, b2b.ErrPKCEMismatch)
	request.PKCECodeVerifier = secret(verifier)
	do(t, b.client.MagicLinks.Authenticate(request)) // the refusals have not used it up

	b.sendLink(b.member.EmailAddress)
	request.MagicLinksToken = b2b.Secret(b.newest(b.member.EmailAddress).Token)
	refused(t, b.client.MagicLinks.Authenticate(request), 400, b2b.ErrPKCEDidNotExpectCodeVerifier)
}

func TestTheLinkTokensOfTheDocumentationBehaveAsItSays(t *testing.T) {
	b := newWorld(t)
	const works, dead, unknown = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=", "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU=", "CprTtwhnRNiMBiUS2jSLcWYrfuO2POeBNdo5HhW6qTM="
	first := do(t, b.follow(works))
	if again := do(t, b.follow(works)); !again.MemberAuthenticated || again.MemberID != first.MemberID || again.OrganizationID != first.OrganizationID {
		t.Errorf("got %+v, then %+v", first, again)
	}
	refused(t, b.follow(dead), 401, b2b.ErrUnableToAuthMagicLink)
	refused(t, b.follow(unknown), 404, b2b.ErrMagicLinkNotFound)
	discover := func(token string) b2b.AuthenticateDiscoveryMagicLink {
		return b2b.AuthenticateDiscoveryMagicLink{DiscoveryMagicLinksToken: b2b.Secret(token)}
	}
	if found := do(t, b.client.MagicLinks.AuthenticateDiscovery(discover(works))); len(found.DiscoveredOrganizations) != 1 {
		t.Errorf("got %+v", found)
	}
	refused(t, b.client.MagicLinks.AuthenticateDiscovery(discover(dead)), 401, b2b.ErrUnableToAuthMagicLink)
	refused(t, b.client.MagicLinks.AuthenticateDiscovery(discover(unknown)), 404, b2b.ErrMagicLinkNotFound)
}

func TestALinkIsUsedOnceHoweverManyFollowIt(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.sendLink(b.member.EmailAddress)
	token := b.newest(b.member.EmailAddress).Token
	var wg sync.WaitGroup
	errs := make([]error, 50)
	for i := range errs {
		wg.Go(func() { _, errs[i] = b.follow(token).Do(t.Context()) })
	}
	wg.Wait()
	if n := len(slices.DeleteFunc(errs, func(err error) bool { return err != nil })); n != 1 {
		t.Errorf("%d of 50 signed in", n)
	}
}

func TestAMethodThatTheOrganizationDoesNotAllowIsRefused(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{AuthMethods: ptr("RESTRICTED"), AllowedAuthMethods: []string{"email_otp"}, EmailInvites: ptr("ALL_ALLOWED")})
	link := b2b.LoginOrSignupByEmailMagicLink{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress}
	const forbidden = b2b.ErrOperationRestrictedByOrganizationAuthMethods
	refused(t, b.client.MagicLinks.Send(link), 400, forbidden)
	refused(t, b.client.MagicLinks.Invite(b2b.InviteEmailMagicLink{OrganizationID: b.org.OrganizationID, EmailAddress: "x@y.example"}), 400, forbidden)
	b.sendCode(b.member.EmailAddress)
	code := b.newest(b.member.EmailAddress).Code
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{AllowedAuthMethods: []string{"sso"}}))
	refused(t, b.typeCode(b.member.EmailAddress, code), 400, forbidden)
	b.update(b2b.UpdateMember{IsBreakglass: ptr(true)})
	do(t, b.client.MagicLinks.Send(link))
	do(t, b.typeCode(b.member.EmailAddress, code)) // the refusal has not used it up
}

func (b *bench) invite(email string) b2b.InviteEmailMagicLink {
	return b2b.InviteEmailMagicLink{OrganizationID: b.org.OrganizationID, EmailAddress: email}
}

func TestAnInvitationMakesAMemberAndTheLinkAcceptsIt(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	request := b.invite("Grace@acme-robotics.example")
	request.Name, request.Roles, request.InvitedByMemberID = ptr("Grace Hopper"), []string{"stytch_admin"}, &b.member.MemberID
	request.TrustedMetadata = b2b.Object{"tier": []byte(`"gold"`)}
	m := do(t, b.client.MagicLinks.Invite(request))
	if m.Status != "invited" || m.Name != "Grace Hopper" || !m.IsAdmin || string(m.TrustedMetadata["tier"]) != `"gold"` || m.EmailAddressVerified {
		t.Errorf("got %+v", m)
	}
	mail := b.newest("grace@acme-robotics.example")
	if mail.Kind != "invite" || mail.lives() != 10080*time.Minute || !strings.Contains(mail.URL, "stytch_token_type=multi_tenant_magic_links") {
		t.Errorf("got %+v", mail)
	}
	if again := do(t, b.client.MagicLinks.Invite(b.invite("grace@acme-robotics.example"))); again.MemberID != m.MemberID || again.Name != "Grace Hopper" || !again.IsAdmin {
		t.Errorf("invited again: %+v", again)
	}
	if n := len(b.outbox("grace@acme-robotics.example")); n != 2 {
		t.Errorf("%d mails", n)
	}
	if in := do(t, b.follow(mail.Token)); in.Member.Status != "active" || !in.Member.EmailAddressVerified || in.MemberID != m.MemberID {
		t.Errorf("got %+v", in)
	}
	refused(t, b.client.MagicLinks.Invite(b.invite("grace@acme-robotics.example")), 400, b2b.ErrDuplicateMemberEmail)
}

func TestPendingMembersBecomeInvitedAndDeletedOnesAreMadeAnew(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@acme-robotics.example", CreateMemberAsPending: ptr(true)}))
	if m := do(t, b.client.MagicLinks.Invite(b.invite(pending.EmailAddress))); m.MemberID != pending.MemberID || m.Status != "invited" {
		t.Errorf("got %+v", m)
	}
	token := b.newest(pending.EmailAddress).Token
	do(t, b.client.Members.Delete(pending))
	refused(t, b.follow(token), 404, b2b.ErrMagicLinkNotFound)
	if m := do(t, b.client.MagicLinks.Invite(b.invite(pending.EmailAddress))); m.MemberID == pending.MemberID || m.Status != "invited" {
		t.Errorf("got %+v", m)
	}
}

func TestInvitationsThatAreRefused(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{EmailInvites: ptr("RESTRICTED"), EmailAllowedDomains: []string{"acme-robotics.example"}})
	const email = "new@acme-robotics.example"
	refused(t, b.client.MagicLinks.Invite(b.invite("x@other.example")), 400, b2b.ErrInvalidEmailForInvites)
	request := b.invite(email)
	request.Roles = []string{"no-such-role"}
	refused(t, b.client.MagicLinks.Invite(request), 400, b2b.ErrInvalidRole)
	request.Roles = []string{"stytch_member"}
	refused(t, b.client.MagicLinks.Invite(request), 400, b2b.ErrCannotAssignDefaultRBACRoleID)
	request.Roles, request.InvitedByMemberID = nil, ptr("member-test-00000000-0000-4000-8000-000000000000")
	refused(t, b.client.MagicLinks.Invite(request), 404, b2b.ErrMemberNotFound)
	request.InvitedByMemberID, request.TrustedMetadata = nil, b2b.Object{"a": []byte(`"` + strings.Repeat("x", 4096) + `"`)}
	refused(t, b.client.MagicLinks.Invite(request), 400, b2b.ErrMetadataTooLarge)
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Claimer", ClaimedEmailDomains: []string{"acme-robotics.example"}})
	refused(t, b.client.MagicLinks.Invite(b.invite(email)), 400, b2b.ErrActionNotAllowedEmailDomainIsClaimed)
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{EmailInvites: ptr("NOT_ALLOWED")}))
	refused(t, b.client.MagicLinks.Invite(b.invite(email)), 400, b2b.ErrInvalidEmailForInvites)
	if mails := b.outbox(email); len(mails) != 0 {
		t.Errorf("refused requests sent %+v", mails)
	}
}

func TestOnlyWhoMayCreateMembersMayInvite(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	admin, plain := b.signIn("admin@acme.example", "stytch_admin"), b.signIn("plain@acme.example")
	body := `{"organization_id":"acme","email_address":"new@acme.example"}`
	ask(t, b.server, http.MethodPost, "/v1/b2b/magic_links/email/invite", body, acting(plain.token, "")).want(t, "member", 403, b2b.ErrSessionAuthorizationError)
	ask(t, b.server, http.MethodPost, "/v1/b2b/magic_links/email/invite", body, acting(admin.token, "")).want(t, "admin", 200, "")
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	other := strings.Replace(body, "acme", "other", 1)
	ask(t, b.server, http.MethodPost, "/v1/b2b/magic_links/email/invite", other, acting(admin.token, "")).want(t, "elsewhere", 403, b2b.ErrSessionAuthorizationTenancyError)
}

func TestLinksLeadOnlyToAllowedHostsWhenSomeAreNamed(t *testing.T) {
	server, err := sandbox.Open(t.Context(), sandbox.Options{RedirectHosts: []string{"App.Acme.example"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	for redirect, status := range map[string]int{
		"https://app.acme.example/in": 200, "https://APP.acme.example:8443/in": 200, "http://localhost:3000/in": 200, "http://127.0.0.1/in": 200, "http://[::1]:9/in": 200,
		"https://evil.example/in": 400, "https://app.acme.example.evil.example/": 400, "https://localhost.evil.example/": 400, "https://app.acme.example@evil.example/": 400,
	} {
		kind := ""
		if status == 400 {
			kind = b2b.ErrInvalidDiscoveryRedirectURL
		}
		body := `{"email_address":"ada@acme.example","discovery_redirect_url":"` + redirect + `"}`
		ask(t, server, http.MethodPost, "/v1/b2b/magic_links/email/discovery/send", body).want(t, redirect, status, kind)
	}
}
