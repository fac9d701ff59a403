package views

import (
	"slices"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// rightsMatrix shows what roles may do: rights down, roles across, and a cursor on
// one role and one right. It asks nobody, and is touched only from Update.
type rightsMatrix struct {
	resources []b2b.PolicyResource
	roles     []matrixRole

	rows []matrixRow  // that the filter leaves
	cols []matrixRole // likewise

	row, col  int // the cursor; row is never a heading
	top, left int // of the window
}

// matrixRole is a column.
type matrixRole struct {
	b2b.PolicyRole
	own bool // of the organization, not of the project
}

// matrixRow is a right, or the heading of a resource, which has no action.
type matrixRow struct {
	resource b2b.PolicyResource
	action   string
}

func (r matrixRow) heading() bool { return r.action == "" }

func (r matrixRow) permission() api.Permission {
	return api.Permission{Resource: r.resource.ResourceID, Action: r.action}
}

// grant is how a role has a right.
type grant int

const (
	notGranted grant = iota
	granted          // by name
	grantedAll       // with all others of the resource, and those to come
)

// grantOf says how a role has a right.
func grantOf(role b2b.PolicyRole, p api.Permission) grant {
	switch {
	case api.Grants(role, api.Permission{Resource: p.Resource, Action: api.Everything}):
		return grantedAll
	case api.Grants(role, p):
		return granted
	}
	return notGranted
}

// set replaces what is shown. The cursor stays on its role and right.
func (m *rightsMatrix) set(resources []b2b.PolicyResource, roles []matrixRole, filter string) {
	m.resources, m.roles = resources, roles
	m.narrow(filter)
}

// narrow lists the rights and roles that a filter leaves. A word of it that names
// a resource or an action is about the rows, one that names only roles is about
// the columns; a word that names nothing leaves nothing.
func (m *rightsMatrix) narrow(filter string) {
	role, right := m.selectedRole().RoleID, m.selectedRight().permission()
	var ofRows, ofCols []string
	for word := range strings.FieldsSeq(strings.ToLower(filter)) {
		if !m.namesRight(word) && m.namesRole(word) {
			ofCols = append(ofCols, word)
		} else {
			ofRows = append(ofRows, word)
		}
	}
	m.rows, m.cols = m.rowsWith(ofRows), nil
	for _, r := range m.roles {
		if containsAll(r.RoleID, ofCols) {
			m.cols = append(m.cols, r)
		}
	}
	m.row, m.col = 0, 0
	if m.empty() {
		return
	}
	m.row = max(0, slices.IndexFunc(m.rows, func(r matrixRow) bool { return !r.heading() && r.permission() == right }))
	m.col = max(0, slices.IndexFunc(m.cols, func(r matrixRole) bool { return r.RoleID == role }))
	m.offHeading(1)
}

// rowsWith are the rights that hold all words, under the headings of their
// resources.
func (m *rightsMatrix) rowsWith(words []string) []matrixRow {
	var rows []matrixRow
	for _, resource := range m.resources {
		head := len(rows)
		for _, action := range resource.Actions {
			if containsAll(resource.ResourceID+" "+action, words) {
				rows = append(rows, matrixRow{resource, action})
			}
		}
		if len(rows) > head {
			rows = slices.Insert(rows, head, matrixRow{resource: resource})
		}
	}
	return rows
}

func (m *rightsMatrix) namesRight(word string) bool { return len(m.rowsWith([]string{word})) > 0 }

func (m *rightsMatrix) namesRole(word string) bool {
	return slices.ContainsFunc(m.roles, func(r matrixRole) bool { return containsAll(r.RoleID, []string{word}) })
}

// containsAll reports whether every word, in small letters, is in text.
func containsAll(text string, words []string) bool {
	text = strings.ToLower(text)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// selectedRole is the role under the cursor; the zero one when there is none.
func (m *rightsMatrix) selectedRole() matrixRole {
	if m.empty() {
		return matrixRole{}
	}
	return m.cols[m.col]
}

// selectedRight is the right under the cursor; the zero one when there is none.
func (m *rightsMatrix) selectedRight() matrixRow {
	if m.empty() {
		return matrixRow{}
	}
	return m.rows[m.row]
}

// empty reports whether the filter leaves nothing.
func (m *rightsMatrix) empty() bool { return len(m.rows) == 0 || len(m.cols) == 0 }

// moveRow goes n rights on, over headings.
func (m *rightsMatrix) moveRow(n int) {
	m.row = max(0, min(m.row+n, len(m.rows)-1))
	m.offHeading(n)
}

// moveCol goes n roles on.
func (m *rightsMatrix) moveCol(n int) { m.col = max(0, min(m.col+n, len(m.cols)-1)) }

// offHeading leaves a heading in a direction; the first is left downwards.
func (m *rightsMatrix) offHeading(n int) {
	if m.row >= len(m.rows) || !m.rows[m.row].heading() {
		return
	}
	if n < 0 && m.row > 0 {
		m.row--
		return
	}
	m.row = min(m.row+1, len(m.rows)-1)
}

// position says which right of how many the cursor is on.
func (m *rightsMatrix) position() (at, of int) {
	for i, r := range m.rows {
		if r.heading() {
			continue
		}
		of++
		if i <= m.row {
			at++
		}
	}
	return at, of
}
