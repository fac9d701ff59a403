package sandbox_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestANewAddressRetiresTheOldOneAndBlocksItForOthers(t *testing.T) {
	b := newDemo(t)
	old := b.member.EmailAddress
	m := b.update(b2b.UpdateMember{EmailAddress: ptr("Countess@acme-robotics.example")})
	if m.EmailAddress != "countess@acme-robotics.example" || m.EmailAddressVerified || m.MemberPasswordID != "" ||
		len(m.RetiredEmailAddresses) != 1 || m.RetiredEmailAddresses[0].EmailAddress != old {
		t.Errorf("got %+v", m)
	}
	refused(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: old}), 400, b2b.ErrRetiredMemberEmail)
	other := b.addMember("other@acme-robotics.example")
	refused(t, b.client.Members.Update(other, b2b.UpdateMember{EmailAddress: &old}), 400, b2b.ErrDesiredEmailDeactivatedByDifferentMember)
	refused(t, b.client.Members.Update(other, b2b.UpdateMember{EmailAddress: &m.EmailAddress}), 400, b2b.ErrDuplicateMemberEmail)

	back := b.update(b2b.UpdateMember{EmailAddress: &old})
	if back.EmailAddress != old || len(back.RetiredEmailAddresses) != 1 || back.RetiredEmailAddresses[0].EmailAddress != m.EmailAddress {
		t.Errorf("taken back: %+v", back)
	}
	do(t, b.client.Members.Delete(back))
	do(t, b.client.Members.Update(other, b2b.UpdateMember{EmailAddress: &m.EmailAddress}))
}

func TestAnAddressCanBeForgottenAtOnceOrLater(t *testing.T) {
	b := newAcme(t)
	first := b.member.EmailAddress
	if m := b.update(b2b.UpdateMember{EmailAddress: ptr("two@acme-robotics.example"), UnlinkEmail: ptr(true)}); len(m.RetiredEmailAddresses) != 0 {
		t.Errorf("retired all the same: %v", m.RetiredEmailAddresses)
	}
	b.addMember(first)
	m := b.update(b2b.UpdateMember{EmailAddress: ptr("three@acme-robotics.example")})
	unlink := func(email b2b.UnlinkMemberRetiredEmail) api.Change[b2b.Member] {
		return b.client.Members.UnlinkRetiredEmail(m, email)
	}
	id := m.RetiredEmailAddresses[0].EmailID
	ask(t, b.server, http.MethodPost, b.members(m.MemberID, "unlink_retired_email"), `{}`).want(t, "none", 400, b2b.ErrRetiredEmailMissingEmailIdentifiers)
	refused(t, unlink(b2b.UnlinkMemberRetiredEmail{EmailAddress: ptr("no@acme-robotics.example")}), 404, b2b.ErrEmailNotFound)
	refused(t, unlink(b2b.UnlinkMemberRetiredEmail{EmailID: &id, EmailAddress: ptr("no@acme-robotics.example")}), 404, b2b.ErrEmailNotFound)
	if got := do(t, unlink(b2b.UnlinkMemberRetiredEmail{EmailID: &id, EmailAddress: ptr("TWO@acme-robotics.example")})); len(got.RetiredEmailAddresses) != 0 {
		t.Errorf("got %v", got.RetiredEmailAddresses)
	}
	b.addMember("two@acme-robotics.example")
}

func TestClaimedDomainsKeepMembersOut(t *testing.T) {
	b := newAcme(t)
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Claimer", ClaimedEmailDomains: []string{"Claimed.example"}})
	refused(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "a@claimed.example"}), 400, b2b.ErrActionNotAllowedEmailDomainIsClaimed)
	refused(t, b.client.Members.Update(b.member, b2b.UpdateMember{EmailAddress: ptr("a@claimed.example")}), 400, b2b.ErrActionNotAllowedEmailDomainIsClaimed)
	do(t, b.client.Members.Create("claimer", b2b.CreateMember{EmailAddress: "a@claimed.example"}))
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{ClaimedEmailDomains: []string{"claimed.example"}}))
	b.addMember("a@claimed.example")
}

// mailbox is what GET /sandbox/v1/outbox shows.
type mailbox struct {
	Messages []struct{ Kind, To, Token, Code, URL string }
}

func TestAnAddressUpdateIsMailedToTheNewAddress(t *testing.T) {
	b := newDemo(t)
	start := func(m b2b.Member, to b2b.StartMemberEmailUpdate) api.Change[b2b.Member] {
		return b.client.Members.StartEmailUpdate(m, to)
	}
	const wanted = "countess@acme-robotics.example"
	m := do(t, start(b.member, b2b.StartMemberEmailUpdate{EmailAddress: wanted, LoginRedirectURL: ptr("http://localhost:9/cb?x=1")}))
	if m.EmailAddress != b.member.EmailAddress {
		t.Errorf("the address changed before it was proved: %s", m.EmailAddress)
	}
	mails := fetch[mailbox](t, b.client, "/sandbox/v1/outbox?to="+wanted).Messages
	if len(mails) != 1 || mails[0].Kind != "email_update" || !strings.HasPrefix(mails[0].URL, "http://localhost:9/cb?") || !strings.Contains(mails[0].URL, "x=1") || mails[0].Token == "" {
		t.Errorf("got %+v", mails)
	}
	other := b.getMember("grace.hopper@acme-robotics.example")
	refused(t, start(other, b2b.StartMemberEmailUpdate{EmailAddress: wanted}), 400, b2b.ErrDesiredEmailUpdatingForDifferentMember)
	refused(t, b.client.Members.Update(other, b2b.UpdateMember{EmailAddress: ptr(wanted)}), 400, b2b.ErrDesiredEmailUpdatingForDifferentMember)
	b.advance(5*time.Minute + time.Second)
	do(t, start(other, b2b.StartMemberEmailUpdate{EmailAddress: wanted, DeliveryMethod: ptr("EMAIL_OTP")}))
	if mails = fetch[mailbox](t, b.client, "/sandbox/v1/outbox?kind=otp&to="+wanted).Messages; len(mails) != 1 || len(mails[0].Code) != 6 {
		t.Errorf("got %+v", mails)
	}
}

func TestAnAddressUpdateThatCannotBeIsNotStarted(t *testing.T) {
	b := newDemo(t)
	path := b.members(b.member.MemberID, "start_email_update")
	for body, kind := range map[string]string{
		`{}`:                    b2b.ErrInvalidEmail,
		`{"email_address":"x"}`: b2b.ErrInvalidEmail,
		`{"email_address":"a@b.example","locale":"tlh"}`:                      b2b.ErrInvalidLocale,
		`{"email_address":"a@b.example","delivery_method":"PIGEON"}`:          b2b.ErrBadRequest,
		`{"email_address":"a@b.example","login_redirect_url":"javascript:x"}`: b2b.ErrInvalidLoginRedirectURL,
		`{"email_address":"grace.hopper@acme-robotics.example"}`:              b2b.ErrDuplicateMemberEmail,
		`{"email_address":"` + b.member.EmailAddress + `"}`:                   b2b.ErrDuplicateMemberEmail,
	} {
		ask(t, b.server, http.MethodPost, path, body).want(t, body, 400, kind)
	}
	fresh := b.addMember("fresh@acme-robotics.example")
	refused(t, b.client.Members.StartEmailUpdate(fresh, b2b.StartMemberEmailUpdate{EmailAddress: "a@b.example"}), 400, b2b.ErrMemberHasNoActiveVerifiedEmail)
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@b.example", CreateMemberAsPending: ptr(true)}))
	refused(t, b.client.Members.StartEmailUpdate(pending, b2b.StartMemberEmailUpdate{EmailAddress: "a@b.example"}), 400, b2b.ErrEmailUpdatesAvailableOnlyForActiveMembers)
	if mails := fetch[mailbox](t, b.client, "/sandbox/v1/outbox").Messages; len(mails) != 0 {
		t.Errorf("refused requests sent %+v", mails)
	}
}
