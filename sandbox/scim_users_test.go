package sandbox_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
)

func TestADirectoryMakesChangesAndRemovesMembers(t *testing.T) {
	p := newProvisioner(t)
	id := p.addUser("Grace.Hopper@acme.example", `,"externalId":"e1","name":{"givenName":"Grace","familyName":"Hopper"},"active":true,"title":"Admiral","`+enterpriseSchema+`":{"department":"Navy","manager":{"value":"m1"}}`)
	m := p.memberOf(id)
	if m.EmailAddress != "grace.hopper@acme.example" || m.Name != "Grace Hopper" || m.Status != "active" || m.SCIMRegistration == nil {
		t.Fatalf("got %+v", m)
	}
	a := m.SCIMRegistration.SCIMAttributes
	if *m.SCIMRegistration.ExternalID != "e1" || a.ID != id || a.UserName != "Grace.Hopper@acme.example" || a.Title != "Admiral" || !a.Active || a.Name.FamilyName != "Hopper" || !a.Emails[0].Primary || a.EnterpriseExtension.Department != "Navy" || a.EnterpriseExtension.Manager.Value != "m1" {
		t.Errorf("the attributes are %+v", a)
	}
	shown := p.scim(http.MethodGet, "Users/"+id, "", 200)
	if shown["active"] != true || shown["meta"].(map[string]any)["location"] != p.made.BaseURL+"/Users/"+id || shown["externalId"] != "e1" {
		t.Errorf("got %v", shown)
	}
	session := p.signInAs(m)
	p.scim(http.MethodPatch, "Users/"+id, patch(`{"op":"Replace","path":"active","value":"False"}`), 200)
	if m = p.memberOf(id); m.Status != "deleted" || m.SCIMRegistration.SCIMAttributes.Active {
		t.Errorf("a user that is not active: %s", m.Status)
	}
	ask(t, p.server, http.MethodPut, p.members(p.member.MemberID), `{"name":"x"}`, acting(session, "")).want(t, "its session", 404, b2b.ErrSessionNotFound)
	p.scim(http.MethodPut, "Users/"+id, `{"userName":"grace","emails":[{"value":"grace@acme.example"}],"displayName":"Grace","active":true}`, 200)
	if m = p.memberOf(id); m.Status != "active" || m.EmailAddress != "grace@acme.example" || m.Name != "Grace" || m.SCIMRegistration.ExternalID != nil || m.SCIMRegistration.SCIMAttributes.Title != "" {
		t.Errorf("got %+v", m)
	}
	p.scim(http.MethodDelete, "Users/"+id, "", 204)
	if m = p.memberOf(id); m.Status != "deleted" || m.SCIMRegistration != nil {
		t.Errorf("got %+v", m)
	}
	p.refusedSCIM(http.MethodGet, "Users/"+id, "", 404, nil)
}

// signInAs gives a member a session and returns its token.
func (b *bench) signInAs(m b2b.Member) b2b.Secret {
	b.Helper()
	before := b.member
	defer func() { b.member = before }()
	b.member = m
	_, session := b.activate()
	return session.SessionToken
}

func TestADirectoryTakesOverMembersThatAreThere(t *testing.T) {
	p := newProvisioner(t)
	if id := p.addUser(p.member.EmailAddress, `,"displayName":"Ada L."`); id != p.member.MemberID {
		t.Errorf("another member was made: %s", id)
	}
	if m := p.memberOf(p.member.MemberID); m.Name != "Ada L." || m.SCIMRegistration == nil {
		t.Errorf("got %+v", m)
	}
	body := `{"userName":"other","emails":[{"value":"` + p.member.EmailAddress + `"}]}`
	p.refusedSCIM(http.MethodPost, "Users", body, 409, "uniqueness")
	p.refusedSCIM(http.MethodPost, "Users", `{"userName":"`+strings.ToUpper(p.member.EmailAddress)+`","emails":[{"value":"x@acme.example"}]}`, 409, "uniqueness")
	other := p.addUser("other@acme.example", "")
	p.refusedSCIM(http.MethodPatch, "Users/"+other, patch(`{"op":"replace","path":"emails","value":[{"value":"`+p.member.EmailAddress+`"}]}`), 409, "uniqueness")
	if m := p.memberOf(other); m.EmailAddress != "other@acme.example" {
		t.Errorf("a refused change was made: %s", m.EmailAddress)
	}
}

func TestUsersThatCannotBeAreRefused(t *testing.T) {
	p := newProvisioner(t)
	for body, kind := range map[string]string{
		``: "invalidSyntax", `[]`: "invalidSyntax", `null`: "invalidSyntax", `{`: "invalidSyntax", `{}`: "invalidValue", `{"userName":"x"}`: "invalidValue",
		`{"userName":"x","emails":[{"value":"nonsense"}]}`: "invalidValue", `{"userName":"a@b.example","name":"text"}`: "invalidValue",
		`{"userName":"` + strings.Repeat("x", 513) + `"}`: "invalidValue",
	} {
		p.refusedSCIM(http.MethodPost, "Users", body, 400, kind)
	}
	id := p.addUser("a@acme.example", "")
	for operation, kind := range map[string]string{
		`{"op":"move","path":"title"}`: "invalidSyntax", `{"op":"remove"}`: "noTarget", `{"op":"replace","path":"a b","value":1}`: "invalidPath",
		`{"op":"replace","path":"id","value":"x"}`: "mutability", `{"op":"remove","path":"userName"}`: "invalidValue",
		`{"op":"replace","path":"emails[type eq \"none\"].value","value":"x"}`: "noTarget", `{"op":"replace","path":"emails[","value":"x"}`: "invalidFilter",
		`{"op":"add","value":"x"}`: "noTarget",
	} {
		p.refusedSCIM(http.MethodPatch, "Users/"+id, patch(operation), 400, kind)
	}
	p.refusedSCIM(http.MethodPatch, "Users/"+id, `{"Operations":[{"op":"remove","path":"title"}]}`, 400, "invalidSyntax")
	p.refusedSCIM(http.MethodPost, "Users", `{"userName":"`+strings.Repeat("x", 1<<20)+`"}`, 413, nil)
	p.refusedSCIM(http.MethodPut, "Users", `{}`, 405, nil)
	p.refusedSCIM(http.MethodPost, "Users/"+id, `{}`, 405, nil)
	p.refusedSCIM(http.MethodGet, "Nothing", "", 404, nil)
	p.refusedSCIM(http.MethodPost, "Schemas", "", 405, nil)
	p.refusedSCIM(http.MethodGet, "connection", "", 404, nil)
}

func TestThePatchesThatDirectoriesSend(t *testing.T) {
	p := newProvisioner(t)
	id := p.addUser("a@acme.example", `,"title":"Old","name":{"givenName":"A","familyName":"B"}`)
	shown := p.scim(http.MethodPatch, "Users/"+id, patch(`{"op":"Add","path":"title","value":"New"},
		{"op":"replace","path":"name.familyName","value":"C"},
		{"op":"add","path":"emails[type eq \"home\"].value","value":"home@acme.example"},
		{"op":"add","path":"phoneNumbers","value":[{"value":"1","type":"work"}]},
		{"op":"add","path":"phoneNumbers","value":[{"value":"1","type":"work"},{"value":"2","type":"home"}]},
		{"op":"add","path":"`+enterpriseSchema+`:department","value":"Navy"},
		{"op":"replace","value":{"nickName":"Ace","name.givenName":"Z","`+enterpriseSchema+`:division":"North","id":"ignored"}},
		{"op":"remove","path":"phoneNumbers[type eq \"work\"]"}`), 200)
	m := p.memberOf(id)
	a := m.SCIMRegistration.SCIMAttributes
	if m.Name != "Z C" || a.Title != "New" || a.NickName != "Ace" || len(a.Emails) != 2 || a.Emails[1].Value != "home@acme.example" || a.Emails[1].Type != "home" ||
		len(a.PhoneNumbers) != 1 || a.PhoneNumbers[0].Value != "2" || a.EnterpriseExtension.Department != "Navy" || a.EnterpriseExtension.Division != "North" || m.EmailAddress != "a@acme.example" {
		t.Errorf("got %s %+v %+v", m.Name, a, shown)
	}
	p.scim(http.MethodPatch, "Users/"+id, patch(`{"op":"replace","path":"emails[type eq \"home\"].primary","value":"True"},{"op":"remove","path":"title"}`), 200)
	if a = p.memberOf(id).SCIMRegistration.SCIMAttributes; !a.Emails[1].Primary || a.Title != "" {
		t.Errorf("got %+v", a)
	}
}

func TestUsersAreFilteredAndPaged(t *testing.T) {
	p := newProvisioner(t)
	for i := range 5 {
		p.addUser(fmt.Sprintf("user%d@acme.example", i), fmt.Sprintf(`,"externalId":"E%d","title":"Title %d","active":%t`, i, i, i != 3))
	}
	for filter, want := range map[string]int{
		"":                                 5,
		`userName eq "USER1@acme.example"`: 1, `userName eq "none"`: 0, `externalId eq "e1"`: 0, `externalId eq "E1"`: 1, `emails.value co "user2"`: 1,
		`emails[value ew "example" and primary eq true]`: 5, `title pr`: 5, `nickName pr`: 0, `not (title eq "title 1")`: 4, `title ne "Title 1"`: 4,
		`active eq false`: 1, `title gt "Title 2"`: 2, `title ge "Title 2" and title le "Title 3"`: 2, `title lt "Title 1" or title sw "Title 4"`: 2,
		`(title eq "Title 0" or title eq "Title 1") and active eq true`: 2, userSchema + `:userName sw "user"`: 5, enterpriseSchema + `:department pr`: 0,
		`meta.created le "2100-01-01T00:00:00Z"`: 5, `nickName eq null`: 5, `userName eq "user1@acme.example" and title eq "Title 2"`: 0, `title eq 1`: 0,
	} {
		if got := total(p.scim(http.MethodGet, "Users?filter="+escape(filter), "", 200)); got != want {
			t.Errorf("%s: got %d, want %d", filter, got, want)
		}
	}
	for _, filter := range []string{"nonsense", `a eq`, `a xx "b"`, `(a pr`, `a pr)`, `a eq "b" c`, `a[b pr`, `not a pr`, `a eq {}`, strings.Repeat("(", 100) + "a pr" + strings.Repeat(")", 100), strings.Repeat("x", 5000)} {
		p.refusedSCIM(http.MethodGet, "Users?filter="+escape(filter), "", 400, "invalidFilter")
	}
	page := p.scim(http.MethodGet, "Users?startIndex=4&count=3", "", 200)
	if list := page["Resources"].([]any); total(page) != 5 || len(list) != 2 || page["itemsPerPage"] != 2.0 || page["startIndex"] != 4.0 {
		t.Errorf("got %v", page)
	}
	if none := p.scim(http.MethodGet, "Users?count=0", "", 200); total(none) != 5 || len(none["Resources"].([]any)) != 0 {
		t.Errorf("got %v", none)
	}
	p.refusedSCIM(http.MethodGet, "Users?count=x", "", 400, "invalidValue")
	short := p.scim(http.MethodGet, "Users?count=1&attributes=userName,name.givenName", "", 200)["Resources"].([]any)[0].(map[string]any)
	if len(short) != 3 || short["userName"] != "user0@acme.example" {
		t.Errorf("got %v", short)
	}
	if long := p.scim(http.MethodGet, "Users?count=1&excludedAttributes=emails", "", 200)["Resources"].([]any)[0].(map[string]any); long["emails"] != nil || long["title"] == nil {
		t.Errorf("got %v", long)
	}
}

func escape(text string) string {
	return strings.NewReplacer(" ", "%20", `"`, "%22", "[", "%5B", "]", "%5D", "{", "%7B", "}", "%7D", "\xff", "%FF").Replace(text)
}
