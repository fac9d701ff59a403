package api_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// shop keeps one organization and one member, and updates them as the API does,
// as far as the tests here need it.
type shop struct {
	org    b2b.Organization
	member b2b.Member
	log    []string // "PUT /path"
	bodies []map[string]json.RawMessage
}

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.log = append(s.log, r.Method+" "+r.URL.EscapedPath())
	if r.Method == http.MethodPut || r.Method == http.MethodPost {
		body := map[string]json.RawMessage{}
		_ = json.NewDecoder(r.Body).Decode(&body) // an empty body is no body
		s.bodies = append(s.bodies, body)
		switch {
		case strings.HasSuffix(r.URL.Path, "/reactivate"):
		case strings.Contains(r.URL.Path, "/members/"):
			merge(&s.member, body)
		default:
			merge(&s.org, body)
		}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{
		"request_id": "r", "status_code": 200, "organization": s.org, "member": s.member, "member_id": s.member.MemberID, "organization_id": s.org.OrganizationID,
	})
}

// merge sets the members of object that body has; metadata merges, roles are
// assigned directly.
func merge[T any](object *T, body map[string]json.RawMessage) {
	current := map[string]json.RawMessage{}
	data, _ := json.Marshal(object)
	_ = json.Unmarshal(data, &current)
	for name, value := range body {
		if strings.HasSuffix(name, "_metadata") {
			value = mergedKeys(current[name], value)
		}
		if name == "roles" {
			value = assigned(value)
		}
		current[name] = value
	}
	var merged T
	data, _ = json.Marshal(current)
	_ = json.Unmarshal(data, &merged)
	*object = merged
}

func mergedKeys(old, patch json.RawMessage) json.RawMessage {
	keys, changes := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	_, _ = json.Unmarshal(old, &keys), json.Unmarshal(patch, &changes)
	for key, value := range changes {
		if keys[key] = value; string(value) == "null" {
			delete(keys, key)
		}
	}
	data, _ := json.Marshal(keys)
	return data
}

func assigned(value json.RawMessage) json.RawMessage {
	var ids []string
	_ = json.Unmarshal(value, &ids)
	roles := []b2b.MemberRole{}
	for _, id := range ids {
		roles = append(roles, role(id, "direct_assignment"))
	}
	data, _ := json.Marshal(roles)
	return data
}

func role(id, source string) b2b.MemberRole {
	return b2b.MemberRole{RoleID: id, Sources: []b2b.MemberRoleSource{{Type: source}}}
}

func fullOrg() b2b.Organization {
	return b2b.Organization{
		OrganizationID: "organization-test-1", OrganizationName: "Acme", OrganizationSlug: "acme", MFAPolicy: "OPTIONAL",
		EmailAllowedDomains: []string{"acme.test", "acme.example"}, EmailInvites: "ALL_ALLOWED",
		TrustedMetadata:                  b2b.Object{"plan": json.RawMessage(`"free"`), "seats": json.RawMessage(`5`), "old": json.RawMessage(`{"a":[1,2]}`), "blank": json.RawMessage(`""`)},
		RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "acme.test", RoleID: "editor"}},
	}
}

func show(fields []api.FieldChange) []string {
	var lines []string
	for _, f := range fields {
		lines = append(lines, f.Name+": "+f.Before+" → "+f.After)
	}
	return lines
}

func TestUpdate_saysWhatChanges(t *testing.T) {
	c := client(t, &shop{})
	change := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{
		OrganizationName:    api.Ptr("Acme Robotics"),
		OrganizationSlug:    api.Ptr("acme"),                       // as it is
		EmailAllowedDomains: []string{"acme.example", "acme.test"}, // as it is, in another order
		AllowedAuthMethods:  []string{},                            // as it is: nil
		MFAPolicy:           api.Ptr("REQUIRED_FOR_ALL"),
		AllowedOAuthTenants: map[string][]string{"slack": {"T1", "T2"}},
		RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{
			{Domain: "acme.test", RoleID: "editor"}, {Domain: "acme.example", RoleID: "viewer"},
		},
		TrustedMetadata: b2b.Object{"plan": json.RawMessage(`"pro"`), "seats": json.RawMessage(` 5 `), "old": json.RawMessage(`null`), "never": json.RawMessage(`null`), "blank": json.RawMessage(`null`)},
	})
	want := []string{
		"organization_name: Acme → Acme Robotics",
		"trusted_metadata.blank:  → ",
		"trusted_metadata.old: a: 1, 2 → ",
		"trusted_metadata.plan: free → pro",
		"mfa_policy: OPTIONAL → REQUIRED_FOR_ALL",
		"rbac_email_implicit_role_assignments: domain: acme.test, role_id: editor → domain: acme.test, role_id: editor; domain: acme.example, role_id: viewer",
		"allowed_oauth_tenants:  → slack: T1, T2",
	}
	if got := show(change.Fields); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if change.Summary != "Change 7 fields of Acme" || change.Danger != api.None || change.Empty() {
		t.Error(change.Summary, change.Danger)
	}
	wantBody := `{
  "allowed_oauth_tenants": {
    "slack": [
      "T1",
      "T2"
    ]
  },
  "mfa_policy": "REQUIRED_FOR_ALL",
  "organization_name": "Acme Robotics",
  "rbac_email_implicit_role_assignments": [
    {
      "domain": "acme.test",
      "role_id": "editor"
    },
    {
      "domain": "acme.example",
      "role_id": "viewer"
    }
  ],
  "trusted_metadata": {
    "blank": null,
    "old": null,
    "plan": "pro"
  }
}`
	if got := change.BodyJSON(); got != wantBody {
		t.Error(got)
	}
}

func TestUpdate_ofNothingIsNotSent(t *testing.T) {
	s := &shop{org: fullOrg()}
	c := client(t, s)
	same := c.Organizations.Update(fullOrg(), b2b.UpdateOrganization{OrganizationName: api.Ptr("Acme"), TrustedMetadata: b2b.Object{"plan": json.RawMessage(`"free"`)}})
	onlyAnOption := c.Members.Update(ada, b2b.UpdateMember{PreserveExistingSessions: api.Ptr(true)})
	_, err1 := same.Do(t.Context())
	_, err2 := onlyAnOption.Do(t.Context())
	if !same.Empty() || !onlyAnOption.Empty() || !errors.Is(err1, api.ErrNothingToChange) || !errors.Is(err2, api.ErrNothingToChange) || len(s.log) > 0 {
		t.Error(err1, err2, s.log)
	}
}

func TestUpdate_ofRolesLooksAtDirectOnes(t *testing.T) {
	member := ada
	member.Roles = []b2b.MemberRole{role("stytch_member", "direct_assignment"), role("viewer", "email_assignment"), role("editor", "direct_assignment")}
	c := client(t, &shop{})
	if !c.Members.Update(member, b2b.UpdateMember{Roles: []string{"editor"}}).Empty() {
		t.Error("the same direct roles count as a change")
	}
	change := c.Members.Update(member, b2b.UpdateMember{Roles: []string{}, PreserveExistingSessions: api.Ptr(true), UnlinkEmail: api.Ptr(false)})
	want := []string{"roles: editor → ", "preserve_existing_sessions:  → true"}
	if got := show(change.Fields); !slices.Equal(got, want) {
		t.Error(got)
	}
	if !strings.Contains(change.BodyJSON(), `"roles": []`) {
		t.Error("the empty list is not sent:", change.BodyJSON())
	}
}

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

func TestCurl_isOneHarmlessCommand(t *testing.T) {
	c := client(t, &shop{})
	name := "it's $(touch /tmp/x) `id` \"q\" \\ \n é"
	change := c.Organizations.Update(b2b.Organization{OrganizationID: "o'1"}, b2b.UpdateOrganization{OrganizationName: &name})
	words := shellWords(t, strings.Replace(change.Curl(), "curl", "printf '%s\\0'", 1), "STYTCH_PROJECT_ID=pid", "STYTCH_SECRET=sec")
	want := []string{"-X", "PUT", "https://test.stytch.com/v1/b2b/organizations/o%271", "-u", "pid:sec", "-H", "Content-Type: application/json", "-d"}
	if len(words) != len(want)+1 || !slices.Equal(words[:len(want)], want) {
		t.Fatalf("%q", words)
	}
	var body map[string]string
	if err := json.Unmarshal([]byte(words[len(want)]), &body); err != nil || body["organization_name"] != name {
		t.Error(err, body)
	}
	del := c.Members.Delete(ada)
	if got, want := del.Curl(), `curl -X DELETE https://test.stytch.com/v1/b2b/organizations/organization-test-1/members/member-test-1 -u "$STYTCH_PROJECT_ID:$STYTCH_SECRET"`; got != want {
		t.Error(got)
	}
	if got, want := del.Command(), "orgdeck api DELETE /v1/b2b/organizations/organization-test-1/members/member-test-1"; got != want {
		t.Error(got)
	}
	command := change.Command()
	if !strings.HasSuffix(command, "| orgdeck api PUT /v1/b2b/organizations/o%271 --input -") {
		t.Error(command)
	}
	left, _, _ := strings.Cut(command, " | orgdeck")
	if words := shellWords(t, left); len(words) != 1 || !json.Valid([]byte(words[0])) {
		t.Errorf("%q", words)
	}
	acting := client(t, &shop{}, api.WithSession("token"))
	if got := acting.Members.Delete(ada).Curl(); !strings.Contains(got, `-H "X-Stytch-Member-Session: $STYTCH_SESSION_TOKEN"`) {
		t.Error(got)
	}
}

// shellWords runs line in a shell and splits what it prints at NUL.
func shellWords(t *testing.T, line string, env ...string) []string {
	t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Env = env
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
}

func TestChange_isNotSentByLookingAtIt(t *testing.T) {
	s := &shop{}
	c := client(t, s)
	change := c.Members.Create("o", b2b.CreateMember{EmailAddress: "a@acme.test", Roles: []string{"editor", "viewer"}})
	plan := change.Plan()
	if plan.Method != http.MethodPost || plan.Path != "/v1/b2b/organizations/o/members" || plan.EndpointID != "organizations.members.create" || len(s.log) > 0 {
		t.Errorf("%+v %v", plan, s.log)
	}
	if got := show(plan.Fields); !slices.Equal(got, []string{"email_address:  → a@acme.test", "roles:  → editor, viewer"}) {
		t.Error(got)
	}
	_, _ = io.WriteString(io.Discard, change.Curl()+change.Command()+change.BodyJSON())
	if len(s.log) > 0 {
		t.Error("sent", s.log)
	}
}
