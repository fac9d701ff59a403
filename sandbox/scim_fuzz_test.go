package sandbox_test

import (
	"testing"

	"example.com/orgdeck/sandbox"
)

// FuzzSCIMFilter: no text makes the parser or a parsed filter fail otherwise than
// by an error.
func FuzzSCIMFilter(f *testing.F) {
	for _, text := range []string{
		"", `userName eq "bjensen"`, `name.familyName co "O'Malley"`, `urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"`,
		`title pr and userType eq "Employee"`, `userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")`,
		`userType ne "Employee" and not (emails co "x")`, `emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp"]`,
		`meta.lastModified gt "2011-05-13T04:42:34Z"`, `active eq true`, `a eq null`, `a gt 1e9`, `((((a pr))))`, `a[b[c pr]]`, `not`, `"`, `a eq "\ud800"`,
		`urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"`, `urn:ietf:params:scim:schemas:core:2.0:User pr`, "\xff", `a eq [[[[`, `x.$ref pr`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sandbox.TrySCIMFilter(text, map[string]any{
			"userName": "bjensen", "active": true, "n": 1.5, "emails": []any{map[string]any{"value": "b@example.com", "type": "work"}, "plain", nil},
			"name": map[string]any{"familyName": "Jensen"}, "meta": map[string]any{}, "groups": []any{[]any{}},
		})
	})
}

// FuzzSCIMPatch: no operation makes a patch fail otherwise than by an error.
func FuzzSCIMPatch(f *testing.F) {
	for _, body := range []string{
		`[{"op":"add","path":"emails[type eq \"home\"].value","value":"x"}]`, `[{"op":"replace","value":{"active":false,"name.givenName":"A"}}]`,
		`[{"op":"remove","path":"members[value eq \"1\"]"}]`, `[{"op":"remove","path":"members","value":[{"value":"1"}]}]`, `[{"op":"add","path":"members","value":{"value":{}}}]`,
		`[{"op":"replace","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"x"}]`, `[{"op":"replace","path":"name","value":null}]`,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, operations string) {
		sandbox.TrySCIMPatch([]byte(`{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":` + operations + `}`))
	})
}
