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
