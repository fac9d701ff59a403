package sandbox

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// changeUser gives a user the document doc.
func (d *directory) changeUser(row *store.SCIMUser, doc map[string]any) (*scimAnswer, error) {
	user, err := readUser(doc)
	if err != nil {
		return nil, err
	}
	m, err := d.tx.MemberBySeq(row.Member)
	if err != nil {
		return nil, err
	}
	if err := d.keepUser(row, m, user); err != nil {
		return nil, err
	}
	return d.showUser(row, http.StatusOK)
}

// deleteUser deletes the member too.
func (d *directory) deleteUser(row *store.SCIMUser) (*scimAnswer, error) {
	m, err := d.tx.MemberBySeq(row.Member)
	if err != nil {
		return nil, err
	}
	m.SCIMRegistration = nil
	if err := d.tx.DeleteSCIMUser(m.Seq); err != nil {
		return nil, err
	}
	if err := d.retire(m); err != nil {
		return nil, err
	}
	if err := d.tx.SetSCIMRoles(d.connection, nil, m.Seq); err != nil {
		return nil, err
	}
	return &scimAnswer{status: http.StatusNoContent}, nil
}

// keepUser makes the member m what the directory says, and notes the user.
func (d *directory) keepUser(row *store.SCIMUser, m *store.Member, user *scimUser) error {
	if err := d.follow(m, user); err != nil {
		return err
	}
	row.UserName, row.UpdatedAt = user.name, d.now.Unix()
	text, err := json.Marshal(user.doc)
	if err != nil {
		return err
	}
	row.Doc = string(text)
	err = d.tx.PutSCIMUser(row)
	if errors.Is(err, store.ErrTaken) {
		return refuseSCIM(http.StatusConflict, "uniqueness", "the userName %s is taken", user.name)
	}
	if err != nil {
		return err
	}
	return d.register(m, user)
}

// follow makes address, name and status of m those of user.
func (d *directory) follow(m *store.Member, user *scimUser) error {
	isGone := m.Status == b2b.MemberStatusDeleted
	if user.email != m.EmailAddress || isGone && user.active {
		holder, err := d.tx.MemberByEmail(d.org.Seq, user.email)
		if err != nil {
			return err
		}
		if holder != nil && holder.Seq != m.Seq {
			return refuse(b2b.ErrDuplicateMemberEmail)
		}
	}
	if err := d.changeEmail(m, user.email, false); err != nil {
		return err
	}
	m.Name, m.UpdatedAt = user.displayName(), &d.now
	switch {
	case !user.active && !isGone:
		return d.retire(m)
	case user.active && isGone:
		m.Status = b2b.MemberStatusActive
		if err := d.checkEmail(m, user.email, b2b.ErrRetiredMemberEmail); err != nil {
			return err
		}
	}
	return d.tx.UpdateMember(m)
}

// register writes what the API shows of the user into the member.
func (d *directory) register(m *store.Member, user *scimUser) error {
	groups, err := d.tx.SCIMGroupsOf(m.Seq)
	if err != nil {
		return err
	}
	attributes, err := user.attributes()
	if err != nil {
		return err
	}
	attributes.ID, attributes.Active, attributes.Groups = m.MemberID, m.Status != b2b.MemberStatusDeleted, nil
	for _, g := range groups {
		attributes.Groups = append(attributes.Groups, b2b.SCIMAttributeGroup{Value: g.ID, Display: g.DisplayName})
	}
	m.SCIMRegistration.SCIMAttributes, m.SCIMRegistration.ExternalID = attributes, nil
	if attributes.ExternalID != "" {
		m.SCIMRegistration.ExternalID = &attributes.ExternalID
	}
	if err := d.tx.UpdateMember(m); err != nil {
		return err
	}
	return d.tx.SetSCIMRoles(d.connection, d.doc.groupRoles(), m.Seq)
}

// refresh writes the groups of members into what the API shows of them.
func (d *directory) refresh(members []int64) error {
	slices.Sort(members)
	for _, seq := range slices.Compact(members) {
		m, err := d.tx.MemberBySeq(seq)
		if err != nil {
			return err
		}
		row, err := d.tx.SCIMUser(d.connection.ID, m.MemberID)
		if err != nil {
			return err
		}
		if row == nil {
			continue
		}
		doc, err := userDoc(row)
		if err != nil {
			return err
		}
		user, err := readUser(doc)
		if err != nil {
			return err
		}
		if err := d.register(m, user); err != nil {
			return err
		}
	}
	return nil
}
