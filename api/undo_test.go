package api_test

import (
	"encoding/json"
	"slices"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestUndo_ofAnUpdateBringsAllBack(t *testing.T) {
	s := &shop{org: fullOrg()}
	c := client(t, s)
	change := c.Organizations.Update(s.org, b2b.UpdateOrganization{
		OrganizationName: api.Ptr("New"), EmailAllowedDomains: []string{}, AllowedAuthMethods: []string{"sso"}, OrganizationLogoURL: api.Ptr("https://logo"),
		AllowedOAuthTenants: map[string][]string{"slack": {"T1"}},
		TrustedMetadata:     b2b.Object{"plan": json.RawMessage(`"pro"`), "old": json.RawMessage(`null`), "new": json.RawMessage(`1`)},
	})
	after, err := change.Do(t.Context())
	if err != nil || after.OrganizationName != "New" {
		t.Fatal(err)
	}
	undo, ok := change.Undo(after)
	if !ok {
		t.Fatal(change.OneWay())
	}
	back, err := undo.Apply(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want, got := fullOrg(), back.(b2b.Organization)
	b2b.Normalize(&want)
	b2b.Normalize(&got)
	want.AllowedOAuthTenants = map[string][]string{}
	wantJSON, _ := json.Marshal(want)
	gotJSON, _ := json.Marshal(got)
	if string(gotJSON) != string(wantJSON) {
		t.Errorf("got\n%s\nwant\n%s", gotJSON, wantJSON)
	}
	if _, again := undo.(api.Change[b2b.Organization]); !again {
		t.Error("the undo of an update is not a change of the same kind")
	}
}

func TestUndo_wherePossible(t *testing.T) {
	verified, phoned, external := ada, ada, ada
	verified.EmailAddressVerified = true
	phoned.MFAPhoneNumber, phoned.MFAPhoneNumberVerified = "+14155550123", true
	external.ExternalID = api.Ptr("x")
	c := client(t, &shop{})
	undoOf := func(u api.Undoer, ok bool) string {
		if !ok {
			return ""
		}
		return u.Plan().EndpointID
	}
	for name, tt := range map[string]struct {
		got, want, oneWay string
	}{
		"delete member":          {undoOf(c.Members.Delete(verified).Undo("")), "organizations.members.reactivate", c.Members.Delete(verified).OneWay()},
		"delete unverified":      {undoOf(c.Members.Delete(ada).Undo("")), "", c.Members.Delete(ada).OneWay()},
		"reactivate":             {undoOf(c.Members.Reactivate(ada).Undo(ada)), "organizations.members.delete", c.Members.Reactivate(ada).OneWay()},
		"create member":          {undoOf(c.Members.Create("o", b2b.CreateMember{}).Undo(ada)), "organizations.members.delete", ""},
		"create organization":    {undoOf(c.Organizations.Create(b2b.CreateOrganization{}).Undo(acme)), "organizations.delete", ""},
		"delete organization":    {undoOf(c.Organizations.Delete(acme).Undo("")), "", c.Organizations.Delete(acme).OneWay()},
		"remove external id":     {undoOf(c.Organizations.DeleteExternalID(acme).Undo(b2b.Organization{})), "organizations.update", ""},
		"remove member's":        {undoOf(c.Members.DeleteExternalID(external).Undo(ada)), "organizations.members.update", ""},
		"first external id":      {undoOf(c.Members.Update(ada, b2b.UpdateMember{ExternalID: api.Ptr("x")}).Undo(external)), "organizations.members.delete_external_id", ""},
		"another external id":    {undoOf(c.Members.Update(external, b2b.UpdateMember{ExternalID: api.Ptr("y")}).Undo(external)), "organizations.members.update", ""},
		"first phone":            {undoOf(c.Members.Update(ada, b2b.UpdateMember{MFAPhoneNumber: api.Ptr("+14155550123")}).Undo(phoned)), "organizations.members.delete_mfa_phone_number", ""},
		"remove verified phone":  {undoOf(c.Members.DeleteMFAPhoneNumber(phoned).Undo(ada)), "", c.Members.DeleteMFAPhoneNumber(phoned).OneWay()},
		"new e-mail":             {undoOf(c.Members.Update(ada, b2b.UpdateMember{EmailAddress: api.Ptr("b@acme.test")}).Undo(ada)), "", c.Members.Update(ada, b2b.UpdateMember{EmailAddress: api.Ptr("b@acme.test")}).OneWay()},
		"first default method":   {undoOf(c.Members.Update(ada, b2b.UpdateMember{DefaultMFAMethod: api.Ptr("totp")}).Undo(ada)), "", c.Members.Update(ada, b2b.UpdateMember{DefaultMFAMethod: api.Ptr("totp")}).OneWay()},
		"first default sso":      {undoOf(c.Organizations.Update(acme, b2b.UpdateOrganization{SSODefaultConnectionID: api.Ptr("c")}).Undo(acme)), "", c.Organizations.Update(acme, b2b.UpdateOrganization{SSODefaultConnectionID: api.Ptr("c")}).OneWay()},
		"enrol authenticator":    {undoOf(c.TOTPs.Create(ada, b2b.CreateTOTP{}).Undo(b2b.CreateTOTPResponse{Member: ada})), "organizations.members.delete_totp", ""},
		"delete authenticator":   {undoOf(c.Members.DeleteTOTP(ada).Undo(ada)), "", c.Members.DeleteTOTP(ada).OneWay()},
		"replace recovery codes": {undoOf(c.RecoveryCodes.Rotate(ada).Undo(b2b.RotateRecoveryCodesResponse{})), "", c.RecoveryCodes.Rotate(ada).OneWay()},
		"break glass":            {undoOf(c.Members.Update(ada, b2b.UpdateMember{IsBreakglass: api.Ptr(true)}).Undo(ada)), "organizations.members.update", ""},
		"first name":             {undoOf(c.Members.Update(b2b.Member{OrganizationID: "o", MemberID: "m"}, b2b.UpdateMember{Name: api.Ptr("Ada")}).Undo(ada)), "organizations.members.update", ""},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: undone by %q, want %q", name, tt.got, tt.want)
		}
		if (tt.oneWay == "") != (tt.want != "") {
			t.Errorf("%s: says it is one way: %q", name, tt.oneWay)
		}
	}
}

func TestDanger(t *testing.T) {
	c := client(t, &shop{})
	del := c.Organizations.Delete(acme)
	if del.Danger != api.TypeName || del.Word != "Acme" {
		t.Error(del.Danger, del.Word)
	}
	for name, got := range map[string]api.Danger{
		"delete member": c.Members.Delete(ada).Danger, "delete TOTP": c.Members.DeleteTOTP(ada).Danger, "rotate": c.RecoveryCodes.Rotate(ada).Danger,
		"password": c.Members.DeletePassword(ada).Danger, "e-mail": c.Members.Update(ada, b2b.UpdateMember{EmailAddress: api.Ptr("b@acme.test")}).Danger,
	} {
		if got != api.Confirm {
			t.Errorf("%s: %v", name, got)
		}
	}
	for name, got := range map[string]api.Danger{
		"rename": c.Members.Update(ada, b2b.UpdateMember{Name: api.Ptr("B")}).Danger, "enrol": c.TOTPs.Create(ada, b2b.CreateTOTP{}).Danger,
	} {
		if got != api.None {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestConflict(t *testing.T) {
	s := &shop{org: fullOrg()}
	c := client(t, s)
	change := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{
		OrganizationName: api.Ptr("Mine"), MFAPolicy: api.Ptr("REQUIRED_FOR_ALL"), TrustedMetadata: b2b.Object{"plan": json.RawMessage(`"pro"`)},
	})
	s.org.OrganizationName = "Theirs"
	s.org.MFAPolicy = "REQUIRED_FOR_ALL" // the same as mine: no conflict
	s.org.EmailInvites = "NOT_ALLOWED"
	s.org.TrustedMetadata = b2b.Object{"plan": json.RawMessage(`"max"`), "seats": json.RawMessage(`5`), "old": json.RawMessage(`{"a":[1,2]}`), "blank": json.RawMessage(`""`)}
	_, err := change.Do(t.Context())
	conflict, ok := asError[*api.Conflict](err)
	if !ok || conflict.Now.(b2b.Organization).OrganizationName != "Theirs" {
		t.Fatal(err)
	}
	want := []api.ConflictField{
		{Name: "organization_name", Label: "organization name", Base: "Acme", Mine: "Mine", Theirs: "Theirs", Touched: true},
		{Name: "trusted_metadata.plan", Label: "trusted metadata · plan", Base: "free", Mine: "pro", Theirs: "max", Touched: true},
		{Name: "email_invites", Label: "e-mail invites", Base: "ALL_ALLOWED", Mine: "ALL_ALLOWED", Theirs: "NOT_ALLOWED"},
	}
	if !slices.Equal(conflict.Fields, want) {
		t.Errorf("%+v", conflict.Fields)
	}
	if !slices.Equal(s.log, []string{"GET /v1/b2b/organizations/organization-test-1"}) {
		t.Error("something was sent:", s.log)
	}
	after, err := change.Overwrite().Do(t.Context())
	if err != nil || after.OrganizationName != "Mine" || after.EmailInvites != "NOT_ALLOWED" || change.Overwrite().Guarded() || !change.Guarded() {
		t.Error(after, err)
	}
}

func TestUpdate_withoutConflictIsSentAfterOneLook(t *testing.T) {
	member := ada
	member.Roles = []b2b.MemberRole{role("editor", "direct_assignment")}
	s := &shop{member: member}
	s.member.IsLocked = true // nothing that an update could set
	c := client(t, s)
	if _, err := c.Members.Update(member, b2b.UpdateMember{Name: api.Ptr("B")}).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := []string{"GET /v1/b2b/organizations/organization-test-1/member", "PUT /v1/b2b/organizations/organization-test-1/members/member-test-1"}
	if !slices.Equal(s.log, want) || len(s.bodies[0]) != 1 {
		t.Error(s.log, s.bodies)
	}
}
