package api_test

import (
	"encoding/json"
	"net/http"
	"strings"

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
