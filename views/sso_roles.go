package views

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// groupRole is a role that comes with a group of the identity provider.
type groupRole struct{ group, role string }

// groupLines writes roles of groups as they are typed, one a line.
func groupLines(roles []groupRole) string {
	lines := make([]string, len(roles))
	for i, r := range roles {
		lines[i] = r.group + roleArrow + r.role
	}
	return strings.Join(lines, "\n")
}

// parseGroups reads roles of groups, one a line. The names of groups may have
// blanks in them; the arrow may be written ->.
func parseGroups(text string) ([]groupRole, error) {
	var roles []groupRole
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(strings.ReplaceAll(line, "->", "→"))
		if line == "" {
			continue
		}
		at := strings.LastIndex(line, "→")
		if at < 0 {
			return nil, fmt.Errorf("write a group and its role as group -> role, not %q", line)
		}
		r := groupRole{strings.TrimSpace(line[:at]), strings.TrimSpace(line[at+len("→"):])}
		if r.group == "" || r.role == "" || strings.ContainsAny(r.role, " \t,") {
			return nil, fmt.Errorf("%q has no group, or not one role", line)
		}
		if !slices.Contains(roles, r) {
			roles = append(roles, r)
		}
	}
	return roles, nil
}

// roleValues are the roles that a connection gives, as they are typed.
type roleValues struct {
	everybody string // with commas between
	byGroup   string // one a line
}

func newRoleValues(everybody []string, groups []groupRole) roleValues {
	return roleValues{strings.Join(everybody, ", "), groupLines(groups)}
}

// assigned are the roles that were typed; the fields have refused what cannot be
// read before.
func (v *roleValues) assigned() (everybody []string, groups []groupRole) {
	groups, _ = parseGroups(v.byGroup)
	return splitList(v.everybody), groups
}

// roleFields ask for the roles, under the names that the endpoint has for them.
func (v *roleValues) roleFields(everybody, byGroup, groupsHelp string, org b2b.Organization) []ui.FormField {
	return []ui.FormField{
		{
			Field: huh.NewInput().Key(everybody).Title("Roles for everybody").Value(&v.everybody).
				Validate(func(s string) error { return checkRoles(splitList(s)) }),
			Help: "Ids of roles, with commas between, for whoever signs in by this connection: " + strings.Join(rolesToGive(org), ", ") + " …",
		},
		{
			Field: linesField(byGroup, "Roles by group", &v.byGroup, 3).Validate(checkGroupRoles),
			Help:  "One a line, such as Engineering -> " + b2b.RoleAdmin + ". " + groupsHelp,
		},
	}
}

// rolesToGive are the roles that surely exist: the project may have more.
func rolesToGive(org b2b.Organization) []string {
	roles := []string{b2b.RoleAdmin}
	for _, role := range org.CustomRoles {
		roles = append(roles, role.RoleID)
	}
	return roles
}

// checkRoles says which of the roles cannot be given. Which there are, the server
// knows.
func checkRoles(roles []string) error {
	if slices.Contains(roles, b2b.RoleMember) {
		return errors.New("everybody has " + b2b.RoleMember + " already")
	}
	return nil
}

func checkGroupRoles(text string) error {
	groups, err := parseGroups(text)
	if err != nil {
		return err
	}
	roles := make([]string, len(groups))
	for i, g := range groups {
		roles[i] = g.role
	}
	return checkRoles(roles)
}

// fieldOf finds the field for an error of the server, also where the server names
// none: a role that cannot be given is one of everybody's if it is there, else
// that of a group.
func (v *roleValues) fieldOf(everybody, byGroup string) func(error) string {
	return func(err error) string {
		if !api.HasType(err, b2b.ErrInvalidRBACRoleAssignment) {
			return api.FieldOf(err)
		}
		roles, _ := v.assigned()
		named := slices.ContainsFunc(roles, func(role string) bool { return strings.Contains(err.Error(), strconv.Quote(role)) })
		if named || v.byGroup == "" {
			return everybody
		}
		return byGroup
	}
}
