package api_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// typedField is what somebody types into a field, and what is wrong with it.
type typedField struct {
	endpoint           b2b.Endpoint
	name, typed, wrong string // wrong is "" for nothing
}

// objectOf is an object of n keys.
func objectOf(n int) string {
	m := map[string]int{}
	for i := range n {
		m[fmt.Sprint("k", i)] = i
	}
	data, _ := json.Marshal(m)
	return string(data)
}

func typedFields() []typedField {
	create, update, member := b2b.OrganizationsCreate, b2b.OrganizationsUpdate, b2b.OrganizationsMembersUpdate
	return []typedField{
		{create, "organization_name", "Acme", ""},
		{create, "organization_name", "", "Organization name must not be empty."},
		{update, "organization_name", "  ", "Organization name must not be empty."},
		{create, "organization_name", strings.Repeat("é", 128), ""},
		{create, "organization_name", strings.Repeat("é", 129), "Organization name must be at most 128 characters long, and is 129."},
		{create, "organization_slug", "", ""},
		{update, "organization_slug", "", "Organization slug must not be empty."},
		{create, "organization_slug", "a", "Organization slug must be at least 2 characters long, and is 1."},
		{create, "organization_slug", "a b", "Organization slug may only have letters, digits and . _ ~ -."},
		{create, "organization_slug", "~-", "Organization slug needs at least one letter or digit."},
		{create, "organization_external_id", "a|b", ""},
		{create, "mfa_policy", "OPTIONAL", ""},
		{create, "mfa_policy", "optional", "MFA policy must be one of REQUIRED_FOR_ALL, OPTIONAL."},
		{create, "allowed_auth_methods", "sso, password", ""},
		{create, "allowed_mfa_methods", "totp, fax", "Allowed MFA methods has fax, and takes only sms_otp, totp."},
		{update, "email_allowed_domains", "acme.test\nacme.example", ""},
		{update, "email_allowed_domains", "acme.test, gmail.com", "E-mail allowed domains has gmail.com, where anybody can get an address."},
		{update, "email_allowed_domains", "acme", "E-mail allowed domains has acme, which is not a domain such as acme.example."},
		{update, "claimed_email_domains", "acme.test, acme.test", "Claimed e-mail domains has acme.test twice."},
		{update, "allowed_oauth_tenants", `{"slack":["T1"]}`, ""},
		{update, "allowed_oauth_tenants", `{"teams":["T1"]}`, "Allowed OAuth tenants has teams, and takes only slack, hubspot, github."},
		{update, "trusted_metadata", objectOf(20), ""},
		{update, "trusted_metadata", objectOf(21), "Trusted metadata must have at most 20 keys, and has 21."},
		{update, "trusted_metadata", `{"a":"` + strings.Repeat("x", 4088) + `"}`, ""},
		{update, "trusted_metadata", `{"a":"` + strings.Repeat("x", 4089) + `"}`, "Trusted metadata must be at most 4096 bytes of JSON, and is 4097."},
		{update, "trusted_metadata", `{"a":`, "Trusted metadata is not JSON: unexpected end of JSON input."},
		{update, "trusted_metadata", `[1]`, "Trusted metadata must be one JSON object."},
		{member, "email_address", "ada@acme.test", ""},
		{member, "email_address", "ada@", "E-mail address is not an e-mail address."},
		{member, "mfa_phone_number", "+14155550123", ""},
		{member, "mfa_phone_number", "", ""},
		{member, "mfa_phone_number", "415 555", "MFA phone number must be a phone number with its country code, such as +14155550123."},
		{b2b.TOTPsAuthenticate, "code", "123456", ""},
		{b2b.TOTPsAuthenticate, "code", "12345", "Code must be 6 digits."},
		{b2b.TOTPsCreate, "expiration_minutes", "5", ""},
		{b2b.TOTPsCreate, "expiration_minutes", "1441", "Expiration minutes must be from 5 to 1440, and is 1441."},
		{b2b.TOTPsCreate, "expiration_minutes", "1.5", "Expiration minutes must be a whole number."},
		{b2b.TOTPsCreate, "expiration_minutes", "soon", "Expiration minutes must be a whole number."},
		{member, "mfa_enrolled", "maybe", "MFA enrolled must be true or false."},
		{member, "no_such_field", "x", ""},
	}
}

func TestValidateField(t *testing.T) {
	for _, tt := range typedFields() {
		got := ""
		if err := api.ValidateField(tt.endpoint, tt.name, tt.typed); err != nil {
			got = err.Error()
		}
		if got != tt.wrong {
			t.Errorf("%s %.20q\n got %s\nwant %s", tt.name, tt.typed, got, tt.wrong)
		}
	}
}

func TestValidate(t *testing.T) {
	for name, tt := range map[string]struct {
		endpoint b2b.Endpoint
		request  any
		fields   []string
	}{
		"good":              {b2b.OrganizationsCreate, b2b.CreateOrganization{OrganizationName: "Acme"}, nil},
		"nothing":           {b2b.OrganizationsCreate, b2b.CreateOrganization{}, []string{"organization_name"}},
		"an empty update":   {b2b.OrganizationsUpdate, b2b.UpdateOrganization{}, nil},
		"an emptied name":   {b2b.OrganizationsUpdate, b2b.UpdateOrganization{OrganizationName: api.Ptr("")}, []string{"organization_name"}},
		"an emptied list":   {b2b.OrganizationsUpdate, b2b.UpdateOrganization{EmailAllowedDomains: []string{}}, nil},
		"an emptied logo":   {b2b.OrganizationsUpdate, b2b.UpdateOrganization{OrganizationLogoURL: api.Ptr("")}, nil},
		"two at once":       {b2b.OrganizationsUpdate, &b2b.UpdateOrganization{OrganizationSlug: api.Ptr("!"), MFAPolicy: api.Ptr("x")}, []string{"organization_slug", "mfa_policy"}},
		"a role's domain":   {b2b.OrganizationsUpdate, b2b.UpdateOrganization{RBACEmailImplicitRoleAssignments: []b2b.EmailImplicitRoleAssignment{{Domain: "gmail.com"}}}, []string{"rbac_email_implicit_role_assignments"}},
		"no selector":       {b2b.OrganizationsMembersGet, b2b.GetMember{}, []string{"member_id"}},
		"two selectors":     {b2b.OrganizationsMembersGet, b2b.GetMember{MemberID: api.Ptr("m"), EmailAddress: api.Ptr("a@acme.test")}, []string{"member_id"}},
		"one selector":      {b2b.OrganizationsMembersGet, b2b.GetMember{EmailAddress: api.Ptr("a@acme.test")}, nil},
		"no retired e-mail": {b2b.OrganizationsMembersUnlinkRetiredEmail, b2b.UnlinkMemberRetiredEmail{}, []string{"email_id"}},
		"both e-mails":      {b2b.OrganizationsMembersUnlinkRetiredEmail, b2b.UnlinkMemberRetiredEmail{EmailID: api.Ptr("e"), EmailAddress: api.Ptr("a@acme.test")}, nil},
		"two sessions": {b2b.TOTPsCreate, b2b.CreateTOTP{OrganizationID: "o", MemberID: "m", SessionToken: api.Ptr(b2b.Secret("a")), SessionJWT: api.Ptr(b2b.Secret("b"))},
			[]string{"intermediate_session_token"}},
		"no ids":           {b2b.TOTPsCreate, b2b.CreateTOTP{}, []string{"organization_id", "member_id"}},
		"a page too large": {b2b.OrganizationsSearch, b2b.SearchOrganizations{Limit: api.Ptr(1001)}, []string{"limit"}},
	} {
		t.Run(name, func(t *testing.T) {
			var fields []string
			for _, e := range api.Validate(tt.endpoint, tt.request) {
				fields = append(fields, e.Field)
				if e.Problem == "" || strings.Contains(e.Problem, "%!") {
					t.Errorf("%+v", e)
				}
			}
			if fmt.Sprint(fields) != fmt.Sprint(tt.fields) {
				t.Errorf("wrong %v, want %v", fields, tt.fields)
			}
		})
	}
}

func TestMetadataPatch(t *testing.T) {
	before, err := api.ParseMetadata(`{"a":1,"b":{"x":[1, 2]},"c":"gone","e":"","l":["x","y"]}`)
	if err != nil {
		t.Fatal(err)
	}
	after, err := api.ParseMetadata(` {"a": 2, "b": {"x": [1,2]}, "d": null, "e": [], "l": ["y", "x"]}`)
	if err != nil {
		t.Fatal(err)
	}
	patch, _ := json.Marshal(api.MetadataPatch(before, after))
	if string(patch) != `{"a":2,"c":null,"d":null,"e":[],"l":["y","x"]}` {
		t.Error(string(patch))
	}
	if _, err := api.ParseMetadata("[]"); err == nil {
		t.Error("a list is taken for metadata")
	}
	if empty, err := api.ParseMetadata(" "); err != nil || empty == nil {
		t.Error("nothing typed is not empty metadata:", err)
	}
}
