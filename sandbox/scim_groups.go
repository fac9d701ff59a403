package sandbox

import (
	"math"
	"net/http"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// maxGroupName is the longest displayName of a group, in bytes.
const maxGroupName = 512

func (s *Server) serveGroups(method, id string, d *directory) (*scimAnswer, error) {
	if id == "" {
		switch method {
		case http.MethodGet:
			return d.listGroups()
		case http.MethodPost:
			return d.createGroup(s)
		}
		return nil, wrongMethod(method)
	}
	group, err := d.tx.SCIMGroup(d.connection.ID, id)
	if err != nil {
		return nil, err
	}
	if group == nil {
		return nil, refuseSCIM(http.StatusNotFound, "", "there is no group %s", id)
	}
	switch method {
	case http.MethodGet:
		return d.showGroup(group, http.StatusOK)
	case http.MethodPut:
		return d.replaceGroup(s, group)
	case http.MethodPatch:
		return d.patchGroup(s, group)
	case http.MethodDelete:
		return d.deleteGroup(s, group)
	}
	return nil, wrongMethod(method)
}

func (d *directory) listGroups() (*scimAnswer, error) {
	filter, err := d.filter()
	if err != nil {
		return nil, err
	}
	start, count, err := d.window()
	if err != nil {
		return nil, err
	}
	groups, err := d.tx.SCIMGroups(d.connection.ID, 0, "", math.MaxInt32)
	if err != nil {
		return nil, err
	}
	hidden := slices.Contains(attributeNames(d.query.Get("excludedAttributes")), "members")
	members := !hidden || strings.Contains(strings.ToLower(d.query.Get("filter")), "members")
	total, page := 0, []map[string]any{}
	for i := range groups {
		if filter == nil && (total+1 < start || len(page) >= count) {
			total++
			continue
		}
		resource, err := d.group(&groups[i], members)
		if err != nil {
			return nil, err
		}
		if filter != nil && !filter(resource) {
			continue
		}
		if total++; total >= start && len(page) < count {
			page = append(page, d.shaped(resource))
		}
	}
	return &scimAnswer{status: http.StatusOK, body: listOf(page, total, start)}, nil
}

// group is a group as the protocol shows it, before it is shaped.
func (d *directory) group(g *store.SCIMGroup, members bool) (map[string]any, error) {
	doc := map[string]any{
		"schemas": []string{scimGroupSchema}, "id": g.ID, "displayName": g.DisplayName,
		"meta": meta("Group", d.base+"/Groups/"+g.ID, g.CreatedAt, g.UpdatedAt),
	}
	if g.ExternalID != "" {
		doc["externalId"] = g.ExternalID
	}
	if !members {
		return doc, nil
	}
	found, err := d.tx.SCIMGroupMembers(g.ID)
	if err != nil {
		return nil, err
	}
	list := []any{}
	for _, m := range found {
		list = append(list, map[string]any{"value": m.ID, "display": m.UserName, "type": "User", "$ref": d.base + "/Users/" + m.ID})
	}
	doc["members"] = list
	return doc, nil
}

// showGroup answers with a group as the database now has it.
func (d *directory) showGroup(g *store.SCIMGroup, status int) (*scimAnswer, error) {
	doc, err := d.group(g, true)
	if err != nil {
		return nil, err
	}
	answer := &scimAnswer{status: status, body: d.shaped(doc)}
	if status == http.StatusCreated {
		answer.location = d.base + "/Groups/" + g.ID
	}
	return answer, nil
}

func (d *directory) createGroup(s *Server) (*scimAnswer, error) {
	doc, err := d.object()
	if err != nil {
		return nil, err
	}
	g := &store.SCIMGroup{ID: newID("scim-group"), Connection: d.connection.ID, CreatedAt: d.now.Unix()}
	if err := d.keepGroup(s, g, doc); err != nil {
		return nil, err
	}
	return d.showGroup(g, http.StatusCreated)
}

func (d *directory) replaceGroup(s *Server, g *store.SCIMGroup) (*scimAnswer, error) {
	doc, err := d.object()
	if err != nil {
		return nil, err
	}
	if err := d.keepGroup(s, g, doc); err != nil {
		return nil, err
	}
	return d.showGroup(g, http.StatusOK)
}

func (d *directory) patchGroup(s *Server, g *store.SCIMGroup) (*scimAnswer, error) {
	operations, err := readPatch(d.body)
	if err != nil {
		return nil, err
	}
	doc, err := d.group(g, true)
	if err != nil {
		return nil, err
	}
	for _, member := range memberList(doc) {
		for _, own := range []string{"display", "type", "$ref"} { // not of the directory, and not to be compared
			delete(member, own)
		}
	}
	if err := patched(doc, operations); err != nil {
		return nil, err
	}
	if err := d.keepGroup(s, g, doc); err != nil {
		return nil, err
	}
	return d.showGroup(g, http.StatusOK)
}

func (d *directory) deleteGroup(s *Server, g *store.SCIMGroup) (*scimAnswer, error) {
	members, err := d.tx.SCIMGroupMembers(g.ID)
	if err != nil {
		return nil, err
	}
	if err := d.tx.DeleteSCIMGroup(g.ID); err != nil {
		return nil, err
	}
	kept := slices.DeleteFunc(d.doc.SCIMGroupImplicitRoleAssignments, func(a b2b.SCIMGroupImplicitRoleAssignment) bool { return a.GroupID == g.ID })
	d.doc.SCIMGroupImplicitRoleAssignments = kept
	if err := s.keepSCIM(d.call, d.connection, d.doc); err != nil {
		return nil, err
	}
	return &scimAnswer{status: http.StatusNoContent}, d.refresh(seqsOf(members))
}

func seqsOf(members []store.SCIMGroupMember) []int64 {
	seqs := make([]int64, len(members))
	for i, m := range members {
		seqs[i] = m.Seq
	}
	return seqs
}

// memberList are the members that a Group names.
func memberList(doc map[string]any) []map[string]any {
	list, _ := attribute(doc, "members").([]any)
	var members []map[string]any
	for _, item := range list {
		if member, ok := item.(map[string]any); ok {
			members = append(members, member)
		}
	}
	return members
}

// keepGroup makes g what doc says.
func (d *directory) keepGroup(s *Server, g *store.SCIMGroup, doc map[string]any) error {
	name := strings.TrimSpace(textOf(doc, "displayName"))
	if name == "" || len(name) > maxGroupName {
		return refuseSCIM(http.StatusBadRequest, "invalidValue", "displayName is needed, of at most %d bytes", maxGroupName)
	}
	renamed := g.DisplayName != "" && g.DisplayName != name
	g.DisplayName, g.ExternalID, g.UpdatedAt = name, textOf(doc, "externalId"), d.now.Unix()
	if err := d.tx.PutSCIMGroup(*g); err != nil {
		return err
	}
	changed, err := d.setMembers(g, doc)
	if err != nil {
		return err
	}
	if !renamed {
		return d.refresh(changed)
	}
	for i := range d.doc.SCIMGroupImplicitRoleAssignments {
		if a := &d.doc.SCIMGroupImplicitRoleAssignments[i]; a.GroupID == g.ID {
			a.GroupName = name
		}
	}
	if err := s.keepSCIM(d.call, d.connection, d.doc); err != nil {
		return err
	}
	members, err := d.tx.SCIMGroupMembers(g.ID)
	if err != nil {
		return err
	}
	return d.refresh(append(changed, seqsOf(members)...))
}

// setMembers makes the members of g those of doc, and returns who came and went.
func (d *directory) setMembers(g *store.SCIMGroup, doc map[string]any) (changed []int64, err error) {
	before, err := d.tx.SCIMGroupMembers(g.ID)
	if err != nil {
		return nil, err
	}
	had := make(map[string]int64, len(before))
	for _, m := range before {
		had[m.ID] = m.Seq
	}
	stays := make(map[string]bool, len(before))
	for _, member := range memberList(doc) {
		id := textOf(member, "value")
		if stays[id] = true; had[id] != 0 {
			continue
		}
		user, err := d.tx.SCIMUser(d.connection.ID, id)
		if err != nil {
			return nil, err
		}
		if user == nil {
			return nil, refuseSCIM(http.StatusBadRequest, "invalidValue", "members: there is no user %q", id)
		}
		if err := d.tx.AddToSCIMGroup(g.ID, user.Member); err != nil {
			return nil, err
		}
		changed = append(changed, user.Member)
	}
	for _, m := range before {
		if stays[m.ID] {
			continue
		}
		if err := d.tx.RemoveFromSCIMGroup(g.ID, m.Seq); err != nil {
			return nil, err
		}
		changed = append(changed, m.Seq)
	}
	return changed, nil
}
