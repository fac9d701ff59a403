package views

import (
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// The names of the roles in the requests of external connections.
const (
	externalRolesNew    = "connection_implicit_role_assignments"
	externalGroupsNew   = "group_implicit_role_assignments"
	externalRolesEdit   = "external_connection_implicit_role_assignments"
	externalGroupsEdit  = "external_group_implicit_role_assignments"
	externalGroupsWords = "The groups are those that the other connection tells of."
)

// newExternalForm asks for the connection of another organization by which the
// members of org may sign in.
func newExternalForm(env *Env, org b2b.Organization) ui.View {
	var name, organization, connection string
	var roles roleValues
	e := b2b.SSOExternalCreateConnection
	return &ui.Form[b2b.ExternalSSOConnection]{
		Name:    "New external connection of " + org.OrganizationName,
		FieldOf: roles.fieldOf(externalRolesNew, externalGroupsNew),
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{
				{Help: "Members of " + org.OrganizationName + " then sign in by a connection that another organization has set up. It is active at once.",
					Fields: []ui.FormField{
						textField(e, "external_organization_id", "Other organization", &organization, "Its id, slug or external id."),
						textField(e, "external_connection_id", "Its connection", &connection, "The id of an active SAML or OIDC connection of it: y copies it there."),
						textField(e, "display_name", "Name", &name, "What it is called here and in the sign-in of members."),
					}},
				{Title: "Roles", Fields: roles.roleFields(externalRolesNew, externalGroupsNew, externalGroupsWords, org)},
			}
		},
		Send: func() ui.Write[b2b.ExternalSSOConnection] {
			request := b2b.CreateExternalSSOConnection{ExternalOrganizationID: organization, ExternalConnectionID: connection, DisplayName: filled(name)}
			everybody, groups := roles.assigned()
			for _, role := range everybody {
				request.ConnectionImplicitRoleAssignments = append(request.ConnectionImplicitRoleAssignments, b2b.SAMLConnectionImplicitRoleAssignment{RoleID: role})
			}
			for _, g := range groups {
				request.GroupImplicitRoleAssignments = append(request.GroupImplicitRoleAssignments, b2b.SAMLGroupImplicitRoleAssignment{RoleID: g.role, Group: g.group})
			}
			return write(env.API.SSO.CreateExternal(org.OrganizationID, request))
		},
		Done: func(c b2b.ExternalSSOConnection) tea.Cmd {
			return connectionMade(env, org, ofExternal(c), "Members can sign in by it now.")
		},
	}
}

// editExternalForm asks for what can be changed of an external connection.
func editExternalForm(env *Env, org b2b.Organization, c b2b.ExternalSSOConnection) ui.View {
	name := c.DisplayName
	roles := newRoleValues(externalRoles(c))
	return &ui.Form[b2b.ExternalSSOConnection]{
		Name:    "Edit " + ofExternal(c).name(),
		Review:  true,
		FieldOf: roles.fieldOf(externalRolesEdit, externalGroupsEdit),
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{
				{Fields: []ui.FormField{
					textField(b2b.SSOExternalUpdateConnection, "display_name", "Name", &name, ""),
					{Field: huh.NewNote().Title("Leads to " + ui.Clean(c.ExternalConnectionID)).
						Description("The API cannot change where it leads: delete it and make another one.")},
				}},
				{Title: "Roles", Fields: roles.roleFields(externalRolesEdit, externalGroupsEdit, externalGroupsWords, org)},
			}
		},
		Send: func() ui.Write[b2b.ExternalSSOConnection] {
			return write(env.API.SSO.UpdateExternal(c, externalUpdate(name, &roles)))
		},
		Done: func(after b2b.ExternalSSOConnection) tea.Cmd { return connectionSaved(ofExternal(after)) },
	}
}

func externalUpdate(name string, roles *roleValues) b2b.UpdateExternalSSOConnection {
	everybody, groups := roles.assigned()
	to := b2b.UpdateExternalSSOConnection{
		DisplayName: api.Ptr(name),
		ExternalConnectionImplicitRoleAssignments: []b2b.ExternalConnectionImplicitRoleAssignment{},
		ExternalGroupImplicitRoleAssignments:      []b2b.ExternalGroupImplicitRoleAssignment{},
	}
	for _, role := range everybody {
		to.ExternalConnectionImplicitRoleAssignments = append(to.ExternalConnectionImplicitRoleAssignments, b2b.ExternalConnectionImplicitRoleAssignment{RoleID: role})
	}
	for _, g := range groups {
		to.ExternalGroupImplicitRoleAssignments = append(to.ExternalGroupImplicitRoleAssignments, b2b.ExternalGroupImplicitRoleAssignment{RoleID: g.role, Group: g.group})
	}
	return to
}
