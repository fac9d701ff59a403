package sandbox

import (
	"cmp"
	"encoding/json"
	"net/http"
	"strings"
	"unicode"

	"example.com/orgdeck/api/b2b"
)

// scimUser is what a User says of a member.
type scimUser struct {
	doc    map[string]any // as it is kept: without what the server says itself
	name   string         // userName
	email  string         // in lower case
	active bool
}

// readUser checks a User that a directory has sent, or that a patch has made. It
// takes doc over.
func readUser(doc map[string]any) (*scimUser, error) {
	u := &scimUser{doc: doc, name: strings.TrimSpace(textOf(doc, "userName")), active: true}
	if u.name == "" || len(u.name) > maxUserName {
		return nil, refuseSCIM(http.StatusBadRequest, "invalidValue", "userName is needed, of at most %d bytes", maxUserName)
	}
	u.email = strings.ToLower(primaryEmail(doc))
	if u.email == "" && isEmail(u.name) {
		u.email = strings.ToLower(u.name)
	}
	if !isEmail(u.email) {
		return nil, refuseSCIM(http.StatusBadRequest, "invalidValue", "a user needs an e-mail address, in emails or as userName")
	}
	if text, isText := attribute(doc, "active").(string); isText { // as Entra ID sends it
		doc[keyOf(doc, "active")] = strings.EqualFold(text, "true")
	}
	if active, given := attribute(doc, "active").(bool); given {
		u.active = active
	}
	for _, own := range []string{"id", "meta", "groups", "active", "password"} {
		delete(doc, keyOf(doc, own))
	}
	doc["schemas"] = userSchemas(doc)
	_, err := u.attributes()
	return u, err
}

// userSchemas are those that the attributes of doc belong to.
func userSchemas(doc map[string]any) []string {
	list := []string{scimUserSchema}
	if attribute(doc, scimEnterpriseSchema) != nil {
		list = append(list, scimEnterpriseSchema)
	}
	return list
}

// primaryEmail is the address that is marked as the primary one, else the first.
func primaryEmail(doc map[string]any) string {
	list, _ := attribute(doc, "emails").([]any)
	first := ""
	for _, item := range list {
		element, ok := item.(map[string]any)
		if !ok {
			continue
		}
		value := strings.TrimSpace(textOf(element, "value"))
		if primary, _ := attribute(element, "primary").(bool); primary {
			return value
		}
		first = cmp.Or(first, value)
	}
	return first
}

// displayName is the name of the member.
func (u *scimUser) displayName() string {
	parts, _ := attribute(u.doc, "name").(map[string]any)
	full := strings.TrimSpace(textOf(parts, "givenName") + " " + textOf(parts, "familyName"))
	return cmp.Or(textOf(u.doc, "displayName"), textOf(parts, "formatted"), full)
}

// attributes are the user as the API shows it.
func (u *scimUser) attributes() (*b2b.SCIMAttributes, error) {
	renamed := snakeCased(u.doc)
	text, err := json.Marshal(renamed)
	if err != nil {
		return nil, err
	}
	var shown b2b.SCIMAttributes
	if err := json.Unmarshal(text, &shown); err != nil {
		return nil, refuseSCIM(http.StatusBadRequest, "invalidValue", "an attribute has a value of the wrong kind")
	}
	return &shown, nil
}

// snakeCased is v with the names of its members as the API writes them.
func snakeCased(v any) any {
	switch v := v.(type) {
	case map[string]any:
		renamed := make(map[string]any, len(v))
		for name, member := range v {
			renamed[apiName(name)] = snakeCased(truth(name, member))
		}
		return renamed
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = snakeCased(item)
		}
		return list
	}
	return v
}

// truth is a flag as a boolean, which some directories send as text.
func truth(name string, value any) any {
	if text, isText := value.(string); isText && strings.EqualFold(name, "primary") {
		return strings.EqualFold(text, "true")
	}
	return value
}

// apiName is a SCIM attribute's name in the API.
func apiName(name string) string {
	switch {
	case strings.EqualFold(name, scimEnterpriseSchema):
		return "enterprise_extension"
	case strings.EqualFold(name, "x509Certificates"):
		return "x509certificates"
	}
	var b strings.Builder
	for _, r := range strings.TrimPrefix(name, "$") {
		if unicode.IsUpper(r) && b.Len() > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
