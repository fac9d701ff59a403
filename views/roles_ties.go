package views

import (
	"context"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"

	"github.com/charmbracelet/lipgloss"
)

// tie is a rule by which members get a role without anybody giving it.
type tie struct{ role, by, what string }

func tieID(t tie) string { return t.role + "\x00" + t.by + "\x00" + t.what }

func tieColumns(th *theme.Theme) []ui.Column[tie] {
	muted := func(tie) lipgloss.Style { return th.Muted }
	return []ui.Column[tie]{
		{Title: "Role", MinWidth: 14, Cell: func(t tie) string { return t.role }},
		{Title: "Given by", Width: 15, Cell: func(t tie) string { return t.by }, Style: muted},
		{Title: "To whom", MinWidth: 24, Cell: func(t tie) string { return t.what }},
	}
}

// emailTies are the rules of an organization by e-mail domain.
func emailTies(org b2b.Organization) []tie {
	var ties []tie
	for _, a := range org.RBACEmailImplicitRoleAssignments {
		ties = append(ties, tie{a.RoleID, "e-mail domain", "addresses at " + a.Domain})
	}
	return ties
}

// connectionTies reads the rules of the connections of an organization.
func connectionTies(ctx context.Context, client *api.Client, org b2b.Organization) ([]tie, error) {
	connections, err := client.SSO.Connections(ctx, org.OrganizationID)
	if err != nil {
		return nil, err
	}
	ties := ssoTies(connections)
	scim, err := client.SCIM.Get(ctx, org.OrganizationID)
	if err != nil && !api.IsNotFound(err) {
		return nil, err
	}
	for _, a := range scim.SCIMGroupImplicitRoleAssignments {
		group := a.GroupName
		if group == "" {
			group = a.GroupID
		}
		ties = append(ties, tie{a.RoleID, "SCIM group", "the group " + group + " of " + named(scim.DisplayName, scim.ConnectionID)})
	}
	return ties, nil
}

func ssoTies(all *b2b.GetSSOConnectionsResponse) []tie {
	var ties []tie
	everybody := func(role, name string) {
		ties = append(ties, tie{role, "SSO connection", "everybody who signs in by " + name})
	}
	group := func(role, group, name string) {
		ties = append(ties, tie{role, "SSO group", "the group " + group + " of " + name})
	}
	for _, c := range all.SAMLConnections {
		name := named(c.DisplayName, c.ConnectionID)
		for _, a := range c.SAMLConnectionImplicitRoleAssignments {
			everybody(a.RoleID, name)
		}
		for _, a := range c.SAMLGroupImplicitRoleAssignments {
			group(a.RoleID, a.Group, name)
		}
	}
	for _, c := range all.ExternalConnections {
		name := named(c.DisplayName, c.ConnectionID)
		for _, a := range c.ExternalConnectionImplicitRoleAssignments {
			everybody(a.RoleID, name)
		}
		for _, a := range c.ExternalGroupImplicitRoleAssignments {
			group(a.RoleID, a.Group, name)
		}
	}
	return ties
}

// named is what something is called, or else its id.
func named(name, id string) string {
	if name == "" {
		return id
	}
	return name
}
