package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/ui"
)

// Tell implements ui.Teller: each role with what it may, resource by resource.
func (v *roles) Tell() []string {
	_, loaded := v.read.Value()
	if !loaded || v.ruled || v.matrix.empty() {
		return strings.Split(v.View(), "\n")
	}
	lines := append(v.failure(), v.find.tell())
	for i, role := range v.matrix.cols {
		lines = append(lines, fmt.Sprintf("%d. %s. %s", i+1, ui.Clean(role.RoleID), ui.Clean(roleInWords(role))))
		lines = append(lines, v.matrix.rightsTold(role)...)
	}
	return append(lines, "Chosen: "+ui.Clean(v.matrix.selectedRole().RoleID)+". "+v.matrix.rightTold())
}

// rightsTold are the rights of a role, as far as the filter leaves them, with a line
// for each resource.
func (m *rightsMatrix) rightsTold(role matrixRole) []string {
	var lines []string
	name, line := ui.Clean(role.RoleID), ""
	flush := func() {
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
	}
	for _, row := range m.rows {
		resource := ui.Clean(row.resource.ResourceID)
		g := grantOf(role.PolicyRole, row.permission())
		switch {
		case row.heading():
			flush()
		case g == grantedAll:
			line = name + ": " + resource + ": everything"
		case g == granted && line == "":
			line = name + ": " + resource + ": " + ui.Clean(row.action)
		case g == granted:
			line += ", " + ui.Clean(row.action)
		}
	}
	flush()
	if len(lines) == 0 {
		return []string{name + ": none of these rights"}
	}
	return lines
}

// rightTold says whether the chosen role has the chosen right.
func (m *rightsMatrix) rightTold() string {
	p := m.selectedRight().permission()
	switch grantOf(m.selectedRole().PolicyRole, p) {
	case grantedAll:
		return "It may " + ui.Clean(p.String()) + ", by all rights on " + ui.Clean(p.Resource) + "."
	case granted:
		return "It may " + ui.Clean(p.String()) + "."
	}
	return "It may not " + ui.Clean(p.String()) + "."
}

// Places implements ui.Places: the roles; none while the rules are in front.
func (v *roles) Places() []string {
	var names []string
	for _, role := range v.matrix.cols {
		if !v.ruled {
			names = append(names, role.RoleID)
		}
	}
	return names
}

// GoTo implements ui.Places.
func (v *roles) GoTo(place int) { v.matrix.col = place }
