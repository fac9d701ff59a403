package sandbox_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// newAcme is newBench whose every answer is held to the contract.
func newAcme(t *testing.T) *bench {
	t.Helper()
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme Robotics"})
	b.member = b.addMember("ada@acme-robotics.example")
	return b
}

// newDemo is a sandbox with the demo data, in which addresses are verified and
// passwords set.
func newDemo(t *testing.T) *bench {
	t.Helper()
	b := newWorld(t)
	if err := sandbox.Seed(t.Context(), b.server, sandbox.SeedOptions{}); err != nil {
		t.Fatal(err)
	}
	b.org = b.getOrg("acme-robotics")
	b.member = b.getMember("ada.lovelace@acme-robotics.example")
	return b
}

func (b *bench) getMember(email string) b2b.Member {
	b.Helper()
	m, err := b.client.Members.Get(b.Context(), b.org.OrganizationID, b2b.GetMember{EmailAddress: &email})
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// members is the path of the organization's members, or of one of them.
func (b *bench) members(more ...string) string {
	return strings.Join(append([]string{"/v1/b2b/organizations/" + b.org.OrganizationID + "/members"}, more...), "/")
}

func (b *bench) update(to b2b.UpdateMember) b2b.Member {
	b.Helper()
	b.member = do(b.T, b.client.Members.Update(b.member, to))
	return b.member
}

func TestANewMemberIsActiveAndNotVerified(t *testing.T) {
	b := newAcme(t)
	m := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{
		EmailAddress: "Grace.Hopper@Acme-Robotics.example", Name: ptr("Grace Hopper"), Roles: []string{"stytch_admin"},
		UntrustedMetadata: b2b.Object{"a": []byte("1")}, MFAPhoneNumber: ptr("+15005550006"), MFAEnrolled: ptr(true), IsBreakglass: ptr(true), ExternalID: ptr("e|1"),
	}))
	if m.EmailAddress != "grace.hopper@acme-robotics.example" || m.Status != "active" || m.EmailAddressVerified || !m.IsAdmin || m.Name != "Grace Hopper" ||
		m.MFAPhoneNumber != "+15005550006" || m.MFAPhoneNumberVerified || !m.MFAEnrolled || !m.IsBreakglass || *m.ExternalID != "e|1" || !strings.HasPrefix(m.MemberID, "member-test-") {
		t.Errorf("got %+v", m)
	}
	pending := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: "p@acme-robotics.example", CreateMemberAsPending: ptr(true)}))
	if pending.Status != "pending" {
		t.Errorf("got %s, want pending", pending.Status)
	}
}

func TestMemberFieldsOutsideTheirLimitsAreRefused(t *testing.T) {
	b := newAcme(t)
	b.update(b2b.UpdateMember{ExternalID: ptr("taken"), MFAPhoneNumber: ptr("+15005550006")})
	for body, kind := range map[string]string{
		`{}`: b2b.ErrInvalidEmail, `{"email_address":""}`: b2b.ErrInvalidEmail, `{"email_address":"x"}`: b2b.ErrInvalidEmail,
		`{"email_address":"a b@c.example"}`: b2b.ErrInvalidEmail, `{"email_address":"Ada <a@c.example>"}`: b2b.ErrInvalidEmail, `{"email_address":"a@b"}`: b2b.ErrInvalidEmail,
		`{"email_address":"` + strings.Repeat("a", 65) + `@c.example"}`:                  b2b.ErrInvalidEmail,
		`{"email_address":"ADA@acme-robotics.example"}`:                                  b2b.ErrDuplicateMemberEmail,
		`{"email_address":"b@c.example","external_id":"taken"}`:                          b2b.ErrDuplicateMemberExternalID,
		`{"email_address":"b@c.example","external_id":"a b"}`:                            b2b.ErrBadRequest,
		`{"email_address":"b@c.example","mfa_phone_number":"+15005550006"}`:              b2b.ErrDuplicateMemberPhoneNumber,
		`{"email_address":"b@c.example","mfa_phone_number":"5005550006"}`:                b2b.ErrInvalidPhoneNumber,
		`{"email_address":"b@c.example","mfa_phone_number":"+1234567890123456"}`:         b2b.ErrInvalidPhoneNumber,
		`{"email_address":"b@c.example","roles":["nobody"]}`:                             b2b.ErrInvalidRole,
		`{"email_address":"b@c.example","roles":["stytch_member"]}`:                      b2b.ErrCannotAssignDefaultRBACRoleID,
		`{"email_address":"b@c.example","trusted_metadata":1}`:                           b2b.ErrMetadataInvalidFormat,
		`{"email_address":"b@c.example","trusted_metadata":` + metadata(21, 1) + `}`:     b2b.ErrMetadataTooManyKeys,
		`{"email_address":"b@c.example","untrusted_metadata":` + metadata(2, 2100) + `}`: b2b.ErrMetadataTooLarge,
	} {
		ask(t, b.server, http.MethodPost, b.members(), body).want(t, body[:min(len(body), 90)], 400, kind)
	}
	ask(t, b.server, http.MethodPost, "/v1/b2b/organizations/none/members", `{"email_address":"a@b.example"}`).want(t, "no organization", 404, b2b.ErrOrganizationNotFound)
	ask(t, b.server, http.MethodPut, b.members(b.member.MemberID), `{"default_mfa_method":"fax"}`).want(t, "unknown method", 400, b2b.ErrInvalidMFADefaultMethod)
	if n, _ := b.client.Organizations.MemberCount(t.Context(), b.org.OrganizationID); n != 1 {
		t.Errorf("refused requests left %d members", n)
	}
}

func TestTheSameAddressTwentyTimesAtOnceMakesOneMember(t *testing.T) {
	for name, path := range map[string]string{"memory": sandbox.Memory, "file": t.TempDir() + "/s.db"} {
		s := openServer(t, path)
		ask(t, s, http.MethodPost, "/v1/b2b/organizations", `{"organization_name":"Acme"}`).want(t, "create", 200, "")
		answers := make([]answer, 20)
		var all sync.WaitGroup
		for i := range answers {
			all.Go(func() {
				answers[i] = ask(t, s, http.MethodPost, "/v1/b2b/organizations/acme/members", `{"email_address":"ada@acme.example"}`)
			})
		}
		all.Wait()
		made := 0
		for _, a := range answers {
			if a.status == http.StatusOK {
				made++
				continue
			}
			a.want(t, name, 400, b2b.ErrDuplicateMemberEmail)
		}
		if n := ask(t, s, http.MethodGet, "/v1/b2b/organizations/acme/metrics", "").text("member_count"); made != 1 || n != "1" {
			t.Errorf("%s: %d answers say created, %s members are there", name, made, n)
		}
	}
}

func TestAMemberIsFoundByOneSelector(t *testing.T) {
	b := newAcme(t)
	m := b.update(b2b.UpdateMember{ExternalID: ptr("auth0|7")})
	for _, id := range []string{m.MemberID, "auth0|7"} {
		got, err := b.client.Members.Get(t.Context(), "acme-robotics", b2b.GetMember{MemberID: &id})
		if err != nil || got.MemberID != m.MemberID {
			t.Errorf("%s: got %s, %v", id, got.MemberID, err)
		}
	}
	if got := b.getMember("ADA@acme-robotics.example"); got.MemberID != m.MemberID {
		t.Errorf("by address: got %s", got.MemberID)
	}
	get := "/v1/b2b/organizations/acme-robotics/member"
	ask(t, b.server, http.MethodGet, get, "").want(t, "none", 400, b2b.ErrInvalidMemberGetFields)
	ask(t, b.server, http.MethodGet, get+"?member_id=x&email_address=a@b.example", "").want(t, "both", 400, b2b.ErrInvalidMemberGetFields)
	ask(t, b.server, http.MethodGet, get+"?email_address=x", "").want(t, "malformed", 400, b2b.ErrInvalidEmail)
	ask(t, b.server, http.MethodGet, get+"?member_id=x", "").want(t, "unknown", 404, b2b.ErrMemberNotFound)
	other := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	ask(t, b.server, http.MethodGet, "/v1/b2b/organizations/"+other.OrganizationID+"/member?member_id="+m.MemberID, "").want(t, "elsewhere", 404, b2b.ErrMemberNotFound)
}

func TestDangerouslyGetTakesTheRealIDAndCanShowDeletedMembers(t *testing.T) {
	b := newAcme(t)
	m := b.update(b2b.UpdateMember{ExternalID: ptr("ext")})
	r, err := b.client.Members.DangerouslyGet(t.Context(), m.MemberID, b2b.DangerouslyGetMember{})
	if err != nil || r.Member.MemberID != m.MemberID || r.Organization.OrganizationID != b.org.OrganizationID {
		t.Errorf("got %+v, %v", r, err)
	}
	_, err = b.client.Members.DangerouslyGet(t.Context(), "ext", b2b.DangerouslyGetMember{})
	wantRefusal(t, err, 404, b2b.ErrMemberNotFound)
	do(t, b.client.Members.Delete(m))
	_, err = b.client.Members.DangerouslyGet(t.Context(), m.MemberID, b2b.DangerouslyGetMember{IncludeDeleted: ptr(false)})
	wantRefusal(t, err, 404, b2b.ErrMemberNotFound)
	r, err = b.client.Members.DangerouslyGet(t.Context(), m.MemberID, b2b.DangerouslyGetMember{IncludeDeleted: ptr(true)})
	if err != nil || r.Member.Status != "deleted" {
		t.Errorf("got %+v, %v", r, err)
	}
	ask(t, b.server, http.MethodGet, "/v1/b2b/organizations/members/dangerously_get/x?include_deleted=maybe", "").want(t, "maybe", 400, b2b.ErrBadRequest)
}

func TestADeletedMemberFreesItsAddress(t *testing.T) {
	b := newAcme(t)
	b.update(b2b.UpdateMember{ExternalID: ptr("ext"), MFAPhoneNumber: ptr("+15005550006")})
	do(t, b.client.Members.Delete(b.member))
	ask(t, b.server, http.MethodDelete, b.members(b.member.MemberID), "").want(t, "twice", 404, b2b.ErrMemberNotFound)
	ask(t, b.server, http.MethodPut, b.members(b.member.MemberID), `{"name":"x"}`).want(t, "update", 404, b2b.ErrMemberNotFound)
	again := do(t, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{
		EmailAddress: b.member.EmailAddress, ExternalID: ptr("ext"), MFAPhoneNumber: ptr("+15005550006"),
	}))
	if again.MemberID == b.member.MemberID {
		t.Error("the same member came back")
	}
}

func TestReactivationNeedsADeletedVerifiedMemberWithAFreeAddress(t *testing.T) {
	b := newDemo(t)
	verified := b.member
	refused(t, b.client.Members.Reactivate(verified), 400, b2b.ErrNoDeletedMemberFoundForReactivation)
	do(t, b.client.Members.Delete(verified))
	substitute := b.addMember(verified.EmailAddress)
	refused(t, b.client.Members.Reactivate(verified), 400, b2b.ErrReactivationEmailBelongsToAnotherMember)
	do(t, b.client.Members.Delete(substitute))
	refused(t, b.client.Members.Reactivate(substitute), 400, b2b.ErrEmailUnverifiedForReactivation)
	if m := do(t, b.client.Members.Reactivate(verified)); m.Status != "active" || m.Name != verified.Name || !m.IsAdmin {
		t.Errorf("got %+v", m)
	}
	ask(t, b.server, http.MethodPut, b.members("ext", "reactivate"), "").want(t, "external id", 404, b2b.ErrMemberNotFound)
}

func TestAMemberHasOnePhoneNumber(t *testing.T) {
	b := newAcme(t)
	refused(t, b.client.Members.DeleteMFAPhoneNumber(b.member), 404, b2b.ErrMemberPhoneNumberNotFound)
	m := b.update(b2b.UpdateMember{MFAPhoneNumber: ptr("+15005550006"), DefaultMFAMethod: ptr("sms_otp")})
	if m.MFAPhoneNumber != "+15005550006" || m.DefaultMFAMethod != "sms_otp" {
		t.Errorf("got %+v", m)
	}
	path := b.members(m.MemberID)
	ask(t, b.server, http.MethodPut, path, `{"mfa_phone_number":"+15005550007"}`).want(t, "a second", 400, b2b.ErrDuplicateMemberPhoneNumberForMember)
	ask(t, b.server, http.MethodPut, path, `{"mfa_phone_number":"+15005550006"}`).want(t, "the same", 200, "")
	other := b.addMember("other@acme-robotics.example")
	refused(t, b.client.Members.Update(other, b2b.UpdateMember{MFAPhoneNumber: ptr("+15005550006")}), 400, b2b.ErrDuplicateMemberPhoneNumber)
	if m = do(t, b.client.Members.DeleteMFAPhoneNumber(m)); m.MFAPhoneNumber != "" || m.DefaultMFAMethod != "" {
		t.Errorf("got %q, %q", m.MFAPhoneNumber, m.DefaultMFAMethod)
	}
	do(t, b.client.Members.Update(other, b2b.UpdateMember{MFAPhoneNumber: ptr("+15005550006")}))
}

func TestTheDefaultMethodMustBeEnrolledAndFallsBack(t *testing.T) {
	b := newAcme(t)
	for _, method := range []string{"totp", "sms_otp"} {
		refused(t, b.client.Members.Update(b.member, b2b.UpdateMember{DefaultMFAMethod: &method}), 400, b2b.ErrDefaultMFAMemberMissingFactor)
	}
	b.update(b2b.UpdateMember{MFAPhoneNumber: ptr("+15005550006")})
	b.activate()
	if b.member = b.getMember(b.member.EmailAddress); b.member.DefaultMFAMethod != "totp" {
		t.Errorf("after the first code: %q", b.member.DefaultMFAMethod)
	}
	b.update(b2b.UpdateMember{DefaultMFAMethod: ptr("sms_otp")})
	b.update(b2b.UpdateMember{DefaultMFAMethod: ptr("totp")})
	if m := do(t, b.client.Members.DeleteTOTP(b.member)); m.DefaultMFAMethod != "sms_otp" || m.TOTPRegistrationID != "" {
		t.Errorf("got %q, %q", m.DefaultMFAMethod, m.TOTPRegistrationID)
	}
	refused(t, b.client.Members.DeleteTOTP(b.member), 404, b2b.ErrTOTPNotFound)
}

func TestAPasswordCanBeDeleted(t *testing.T) {
	b := newDemo(t)
	refused(t, b.client.Members.DeletePassword(b2b.Member{OrganizationID: b.org.OrganizationID, MemberPasswordID: "member-password-test-x"}), 404, b2b.ErrMemberPasswordNotFound)
	for m, err := range b.client.Members.All(t.Context(), b2b.SearchMembers{
		OrganizationIDs: []string{b.org.OrganizationID}, Query: api.And(api.Filter(b2b.FilterMemberPasswordExists, true)),
	}) {
		if err != nil {
			t.Fatal(err)
		}
		if got := do(t, b.client.Members.DeletePassword(m)); got.MemberPasswordID != "" {
			t.Errorf("got %q", got.MemberPasswordID)
		}
		refused(t, b.client.Members.DeletePassword(m), 404, b2b.ErrMemberPasswordNotFound)
		return
	}
	t.Fatal("no member of the demo data has a password")
}

func TestRolesAreReplacedAndComeWithTheirSources(t *testing.T) {
	b := newAcme(t)
	b.org = do(t, b.client.Organizations.Update(b.org, b2b.UpdateOrganization{
		RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "Acme-Robotics.example", RoleID: "stytch_admin"}},
	}))
	m := b.getMember(b.member.EmailAddress)
	if got := fmt.Sprint(m.Roles); !m.IsAdmin || !strings.Contains(got, "email_assignment") {
		t.Errorf("implicit: %v", got)
	}
	outsider := b.addMember("x@elsewhere.example")
	if outsider.IsAdmin || len(outsider.Roles) != 1 || outsider.Roles[0].RoleID != "stytch_member" {
		t.Errorf("outsider: %v", outsider.Roles)
	}
	b.member = m
	m = b.update(b2b.UpdateMember{Roles: []string{"stytch_admin"}})
	if n := len(m.Roles[0].Sources); m.Roles[0].RoleID != "stytch_admin" || n != 2 {
		t.Errorf("both sources: %v", m.Roles)
	}
	if m = b.update(b2b.UpdateMember{Roles: []string{}}); slices.Contains(api.DirectRoles(m), "stytch_admin") || !m.IsAdmin {
		t.Errorf("[] clears the direct ones only: %v", m.Roles)
	}
	ask(t, b.server, http.MethodPut, b.members(m.MemberID), `{"preserve_existing_sessions":true}`).want(t, "without roles", 400, b2b.ErrCannotPreserveExistingSessions)
}

func TestMemberMetadataMerges(t *testing.T) {
	b := newAcme(t)
	path := b.members(b.member.MemberID)
	ask(t, b.server, http.MethodPut, path, `{"trusted_metadata":{"a":1,"b":2},"untrusted_metadata":{"x":[1,2]}}`).want(t, "set", 200, "")
	a := ask(t, b.server, http.MethodPut, path, `{"trusted_metadata":{"a":null,"c":{"d":null}}}`)
	if got := a.text("member", "trusted_metadata") + a.text("member", "untrusted_metadata"); got != `{"b":2,"c":{"d":null}}{"x":[1,2]}` {
		t.Errorf("got %s", got)
	}
	if got := ask(t, b.server, http.MethodPut, path, `{"trusted_metadata":{"b":null,"c":null}}`).text("member", "trusted_metadata"); got != "{}" {
		t.Errorf("emptied: %s", got)
	}
}

func TestMemberExternalIDsAreUniqueInTheOrganization(t *testing.T) {
	b := newAcme(t)
	b.update(b2b.UpdateMember{ExternalID: ptr("one")})
	other := b.addMember("other@acme-robotics.example")
	refused(t, b.client.Members.Update(other, b2b.UpdateMember{ExternalID: ptr("one")}), 400, b2b.ErrDuplicateMemberExternalID)
	elsewhere := b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	do(t, b.client.Members.Create(elsewhere.OrganizationID, b2b.CreateMember{EmailAddress: "a@b.example", ExternalID: ptr("one")}))
	if m := do(t, b.client.Members.DeleteExternalID(b.member)); m.ExternalID != nil {
		t.Errorf("still %s", *m.ExternalID)
	}
	do(t, b.client.Members.Update(other, b2b.UpdateMember{ExternalID: ptr("one")}))
}
