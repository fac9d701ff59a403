package sandbox

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// maxUserName is the longest userName, in bytes.
const maxUserName = 512

func (s *Server) serveUsers(method, id string, d *directory) (*scimAnswer, error) {
	if id == "" {
		switch method {
		case http.MethodGet:
			return d.listUsers()
		case http.MethodPost:
			return d.createUser()
		}
		return nil, wrongMethod(method)
	}
	user, err := d.tx.SCIMUser(d.connection.ID, id)
	if err != nil {
		return nil, err
	}
	if user == nil {
		return nil, refuseSCIM(http.StatusNotFound, "", "there is no user %s", id)
	}
	switch method {
	case http.MethodGet:
		return d.showUser(user, http.StatusOK)
	case http.MethodPut:
		return d.replaceUser(user)
	case http.MethodPatch:
		return d.patchUser(user)
	case http.MethodDelete:
		return d.deleteUser(user)
	}
	return nil, wrongMethod(method)
}

// listUsers answers with a page of the users that match. The whole directory is
// read, but for the question that provisioning asks all the time: who has a name.
func (d *directory) listUsers() (*scimAnswer, error) {
	filter, err := d.filter()
	if err != nil {
		return nil, err
	}
	start, count, err := d.window()
	if err != nil {
		return nil, err
	}
	total, page := 0, []*store.SCIMUser{}
	take := func(u *store.SCIMUser) error {
		if filter != nil {
			doc, err := userDoc(u)
			if err != nil || !filter(doc) {
				return err
			}
		}
		if total++; total >= start && len(page) < count {
			page = append(page, u)
		}
		return nil
	}
	if name, ok := nameAsked(d.query.Get("filter")); ok {
		user, err := d.tx.SCIMUserByName(d.connection.ID, name)
		if err != nil {
			return nil, err
		}
		if user != nil {
			err = take(user)
		}
		if err != nil {
			return nil, err
		}
	} else if err := d.tx.SCIMUsers(d.connection.ID, take); err != nil {
		return nil, err
	}
	var resources []map[string]any
	for _, u := range page {
		resource, err := d.user(u)
		if err != nil {
			return nil, err
		}
		resources = append(resources, resource)
	}
	return &scimAnswer{status: http.StatusOK, body: listOf(resources, total, start)}, nil
}

// nameAsked is the name in a filter that asks for one and for nothing else.
func nameAsked(filter string) (string, bool) {
	p := &filterParser{rest: filter}
	if _, err := p.whole(); err != nil || p.rest != "" || !strings.EqualFold(p.equal[0], "userName") {
		return "", false
	}
	return p.equal[1], true
}

// userDoc is a user as filters see it.
func userDoc(u *store.SCIMUser) (map[string]any, error) {
	var doc map[string]any
	if err := json.Unmarshal([]byte(u.Doc), &doc); err != nil {
		return nil, err
	}
	doc["id"] = u.MemberID
	doc[keyOf(doc, "active")] = u.Status != b2b.MemberStatusDeleted
	doc["meta"] = meta("User", "", u.CreatedAt, u.UpdatedAt)
	return doc, nil
}

func meta(kind, location string, created, updated int64) map[string]any {
	return map[string]any{
		"resourceType": kind, "location": location,
		"created": moment(created).Format(time.RFC3339), "lastModified": moment(updated).Format(time.RFC3339),
	}
}

// user is a user as the protocol shows it.
func (d *directory) user(u *store.SCIMUser) (map[string]any, error) {
	doc, err := userDoc(u)
	if err != nil {
		return nil, err
	}
	doc["meta"] = meta("User", d.base+"/Users/"+u.MemberID, u.CreatedAt, u.UpdatedAt)
	groups, err := d.tx.SCIMGroupsOf(u.Member)
	if err != nil {
		return nil, err
	}
	if len(groups) > 0 {
		var list []map[string]any
		for _, g := range groups {
			list = append(list, map[string]any{"value": g.ID, "display": g.DisplayName, "$ref": d.base + "/Groups/" + g.ID})
		}
		doc["groups"] = list
	}
	return d.shaped(doc), nil
}

// showUser answers with a user as the database now has it.
func (d *directory) showUser(u *store.SCIMUser, status int) (*scimAnswer, error) {
	now, err := d.tx.SCIMUser(d.connection.ID, u.MemberID)
	if err != nil {
		return nil, err
	}
	resource, err := d.user(now)
	if err != nil {
		return nil, err
	}
	answer := &scimAnswer{status: status, body: resource}
	if status == http.StatusCreated {
		answer.location = d.base + "/Users/" + u.MemberID
	}
	return answer, nil
}

// createUser makes a member, or takes over the one who has the address already.
func (d *directory) createUser() (*scimAnswer, error) {
	doc, err := d.object()
	if err != nil {
		return nil, err
	}
	user, err := readUser(doc)
	if err != nil {
		return nil, err
	}
	m, err := d.tx.MemberByEmail(d.org.Seq, user.email)
	if err != nil {
		return nil, err
	}
	if m != nil && m.SCIMRegistration != nil {
		return nil, refuseSCIM(http.StatusConflict, "uniqueness", "%s is a user of the directory already", user.email)
	}
	if m == nil {
		m = &store.Member{OrganizationSeq: d.org.Seq, EmailID: newID("email"), Member: b2b.Member{
			MemberID: newID("member"), EmailAddress: user.email, Status: b2b.MemberStatusActive, CreatedAt: &d.now, UpdatedAt: &d.now,
		}}
		if err := d.checkEmail(m, user.email, b2b.ErrRetiredMemberEmail); err != nil {
			return nil, err
		}
		if err := d.tx.InsertMember(m); err != nil {
			return nil, err
		}
	} else if m.Status != b2b.MemberStatusActive {
		m.Status = b2b.MemberStatusActive // invited or pending: the directory vouches for the person
	}
	row := &store.SCIMUser{Member: m.Seq, MemberID: m.MemberID, Connection: d.connection.ID, CreatedAt: d.now.Unix()}
	m.SCIMRegistration = &b2b.SCIMRegistration{ConnectionID: d.connection.ID, RegistrationID: newID("scim-registration")}
	if err := d.keepUser(row, m, user); err != nil {
		return nil, err
	}
	return d.showUser(row, http.StatusCreated)
}

func (d *directory) replaceUser(row *store.SCIMUser) (*scimAnswer, error) {
	doc, err := d.object()
	if err != nil {
		return nil, err
	}
	return d.changeUser(row, doc)
}

func (d *directory) patchUser(row *store.SCIMUser) (*scimAnswer, error) {
	operations, err := readPatch(d.body)
	if err != nil {
		return nil, err
	}
	doc, err := userDoc(row)
	if err != nil {
		return nil, err
	}
	if err := patched(doc, operations); err != nil {
		return nil, err
	}
	return d.changeUser(row, doc)
}
