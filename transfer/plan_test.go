package transfer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
)

func TestPlan_saysWhatIsToBeDoneAboutEachRow(t *testing.T) {
	w := newWorld(t)
	w.create(b2b.CreateMember{EmailAddress: "ada@acme.example", Name: api.Ptr("Ada"), ExternalID: api.Ptr("x1")})
	w.create(b2b.CreateMember{EmailAddress: "bob@acme.example", Roles: []string{"stytch_admin"}})
	w.create(b2b.CreateMember{EmailAddress: "zoe@acme.example", ExternalID: api.Ptr("x2")})
	w.on.sent = nil
	p := w.plan(`email_address,name,roles,external_id,mfa_enrolled,status
ada@acme.example,Ada,,x1,,active
ADA@acme.example,Ada,,x1,,active
Bob@ACME.example,Bob,,,,
cy@acme.example,Cy,,x2,,
dee@acme.example,Dee,"stytch_member,stytch_admin",,yes,
dee@acme.example,Dee,"stytch_member,stytch_admin",,yes,
dee@acme.example,Other,,,,
not an address,Eve,,,,
fay@acme.example,Fay,,,perhaps,
gus@acme.example
`)
	want := []struct {
		verdict transfer.Verdict
		why     string
	}{
		{transfer.Skip, "is a member already"},
		{transfer.Conflict, "line 2 has the same address"},
		{transfer.Conflict, "other values of name"},
		{transfer.Conflict, "zoe@acme.example has this external_id"},
		{transfer.Create, ""},
		{transfer.Skip, "the same as line 6"},
		{transfer.Conflict, "line 6 has the same address"},
		{transfer.Invalid, "email_address"},
		{transfer.Invalid, "mfa_enrolled is neither true nor false"},
		{transfer.Invalid, "it has 1 cells, and the first line 6"},
	}
	if len(p.Rows) != len(want) || !slices.Equal(p.Ignored, []string{"status"}) {
		t.Fatal(p.Rows, p.Ignored)
	}
	for i, row := range p.Rows {
		if row.Line != i+2 || row.Verdict != want[i].verdict || !strings.Contains(row.Why, want[i].why) {
			t.Errorf("line %d: %s %q, want %v", row.Line, row.Verdict, row.Why, want[i])
		}
	}
	for _, call := range w.on.sent {
		if !strings.HasSuffix(call, "/search") {
			t.Errorf("the plan called %s", call)
		}
	}
}

func TestPlan_namesAllThatTheMemberHasOtherwise(t *testing.T) {
	w := newWorld(t)
	w.create(b2b.CreateMember{EmailAddress: "ada@acme.example", Name: api.Ptr("Ada"), ExternalID: api.Ptr("x1"), MFAPhoneNumber: api.Ptr("+14155550123")})
	p := w.plan(`email_address,name,external_id,mfa_phone_number,mfa_enrolled,is_breakglass,roles
ada@acme.example,Lady,x2,+14155550199,true,true,stytch_admin
`)
	const want = "other values of name, external_id, mfa_phone_number, mfa_enrolled, is_breakglass, roles"
	if row := p.Rows[0]; row.Verdict != transfer.Conflict || !strings.HasSuffix(row.Why, want) {
		t.Errorf("%s %q", row.Verdict, row.Why)
	}
}

func TestPlan_rolesAreComparedWhereTheRowNamesThem(t *testing.T) {
	w := newWorld(t)
	editor := b2b.OrgPolicy{Roles: []b2b.PolicyRole{{RoleID: "editor", Permissions: []b2b.PolicyRolePermission{{ResourceID: "stytch.member", Actions: []string{"create"}}}}}}
	if _, err := w.to.Client.RBAC.SetOrganizationPolicy(w.to.Organization, b2b.OrgPolicy{}, editor).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, email := range []string{"ada@acme.example", "bob@acme.example", "cy@acme.example"} {
		w.create(b2b.CreateMember{EmailAddress: email, Roles: []string{"stytch_admin", "editor"}})
	}
	p := w.plan(`email_address,roles
ada@acme.example,
bob@acme.example,"stytch_admin, editor,,stytch_admin"
cy@acme.example,editor
`)
	want := []string{"is a member already", "is a member already", "is a member already, with other values of roles"}
	for i, row := range p.Rows {
		if row.Why != want[i] {
			t.Errorf("line %d: %q, want %q", row.Line, row.Why, want[i])
		}
	}
}

func TestPlan_twoRowsCannotHaveOneExternalID(t *testing.T) {
	p := newWorld(t).plan("email_address,external_id\nada@acme.example,x1\nbob@acme.example,x1\ncy@acme.example,\ndee@acme.example,\n")
	verdicts := []transfer.Verdict{transfer.Create, transfer.Conflict, transfer.Create, transfer.Create}
	for i, row := range p.Rows {
		if row.Verdict != verdicts[i] {
			t.Errorf("line %d: %s %q", row.Line, row.Verdict, row.Why)
		}
	}
}

func TestPlan_looksUpEveryRowOfALongSheet(t *testing.T) {
	w := newWorld(t)
	sheet, emails := manyRows(205)
	for _, email := range []string{emails[0], emails[100], emails[204]} {
		w.create(b2b.CreateMember{EmailAddress: email, Name: api.Ptr("Member")})
	}
	s, err := transfer.ReadSheet(strings.NewReader(sheet))
	if err != nil {
		t.Fatal(err)
	}
	var told []int
	p, err := w.to.Plan(t.Context(), s, func(done, total int) { told = append(told, done, total) })
	if err != nil || p.Count(transfer.Skip) != 3 || p.Count(transfer.Create) != 202 {
		t.Errorf("%d skipped, %d to create, %v", p.Count(transfer.Skip), p.Count(transfer.Create), err)
	}
	if !slices.Equal(told, []int{100, 205, 200, 205, 205, 205}) {
		t.Errorf("it told %v", told)
	}
}

func TestReadSheet_refusesWhatIsNoListOfMembers(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"nothing":        {"", "the file is empty; its first line names the columns"},
		"a picture":      {"email_address\n\x89PNG\x00", "the file is no text"},
		"200,001 rows":   {"email_address\n" + strings.Repeat("a\n", 200_001), "the file has more than 200000 rows; split it"},
		"no header":      {"ada@acme.example,Ada\n", `has the column "ada@acme.example"`},
		"no address":     {"name\nAda\n", "names no column email_address"},
		"twice":          {"name,name,email_address\n", `has the column "name" twice`},
		"unknown column": {"email_address,shoe\n", `line 1 has the column "shoe", which is none of email_address, name`},
		"broken quotes":  {"email_address\n\"ada\"x\n", "line 2 is no CSV"},
	} {
		_, err := transfer.ReadSheet(strings.NewReader(test.text))
		if _, ok := errors.AsType[*transfer.SheetError](err); !ok || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadSheet_saysWhatIsWrongWithARow(t *testing.T) {
	for cells, want := range map[string]string{
		"not an address,,":             "email_address is not an e-mail address",
		`ada@acme.example,[],`:         "trusted_metadata is no JSON object",
		`ada@acme.example,null,`:       "trusted_metadata is no JSON object",
		`ada@acme.example,"{""a"":1",`: "trusted_metadata is no JSON object",
		"ada@acme.example,,J\xf6rg":    "name is not in UTF-8; save the file so",
	} {
		s, err := transfer.ReadSheet(strings.NewReader("email_address,trusted_metadata,name\n" + cells + "\n"))
		if err != nil || len(s.Rows) != 1 || !strings.Contains(s.Rows[0].Problem, want) {
			t.Errorf("%q: %+v, %v; want %q", cells, s.Rows, err, want)
		}
	}
}

func TestAnExportCanBeImported(t *testing.T) {
	w, other := newWorld(t), newWorld(t)
	w.create(b2b.CreateMember{EmailAddress: "ada@acme.example", Name: api.Ptr("-Ada, \"the first\""), ExternalID: api.Ptr("x1"), Roles: []string{"stytch_admin"}, MFAPhoneNumber: api.Ptr("+14155550123")})
	w.create(b2b.CreateMember{EmailAddress: "bob@acme.example", Name: api.Ptr("'t Hooft")})
	var members []transfer.Member
	for m, err := range w.to.Client.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{w.to.Organization.OrganizationID}}) {
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, transfer.Member{Member: m})
	}
	var file strings.Builder
	rows := transfer.CSV[transfer.Member]{Columns: transfer.MemberColumns()}
	if err := errors.Join(rows.Begin(&file), rows.Write(members), rows.End()); err != nil {
		t.Fatal(err)
	}
	other.finish(other.start(other.plan(file.String())))
	if p := w.plan(file.String()); p.Count(transfer.Skip) != 2 {
		t.Errorf("it is not the same: %+v", p.Rows)
	}
	if p := other.plan(file.String()); p.Count(transfer.Skip) != 2 {
		t.Errorf("it did not come through: %+v", p.Rows)
	}
}
