package views

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// announceSCIM tells every view what the server now holds.
func announceSCIM(c b2b.SCIMConnection) tea.Cmd {
	return ui.Announce(ui.Changed[b2b.SCIMConnection]{Value: c})
}

// scimName is what a connection is called: by name, or else by id.
func scimName(c b2b.SCIMConnection) string {
	if c.DisplayName != "" {
		return c.DisplayName
	}
	return c.ConnectionID
}

func newSCIMForm(env *Env, org b2b.Organization) ui.View {
	v := &namedProvider{provider: b2b.SCIMConnectionIdentityProviderGeneric}
	return &ui.Form[b2b.SCIMConnectionWithToken]{
		Name:    "New SCIM connection of " + org.OrganizationName,
		FieldOf: api.FieldOf,
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{
				Help:   "The bearer token that the directory asks for is shown once, right after this.",
				Fields: v.nameFields(b2b.SCIMConnectionCreate, b2b.SCIMConnectionIdentityProviderValues()),
			}}
		},
		Send: func() ui.Write[b2b.SCIMConnectionWithToken] {
			return write(env.API.SCIM.Create(org.OrganizationID, b2b.CreateSCIMConnection{DisplayName: filled(v.name), IdentityProvider: filled(v.provider)}))
		},
		Done: func(made b2b.SCIMConnectionWithToken) tea.Cmd {
			c := withoutToken(made)
			return tea.Sequence(announceSCIM(c), ui.Open(newSCIMToken(env, c, made.BearerToken, false)))
		},
	}
}

// withoutToken is a connection that was just made as it is read from then on.
func withoutToken(c b2b.SCIMConnectionWithToken) b2b.SCIMConnection {
	return b2b.SCIMConnection{
		OrganizationID: c.OrganizationID, ConnectionID: c.ConnectionID, Status: c.Status, DisplayName: c.DisplayName,
		IdentityProvider: c.IdentityProvider, BaseURL: c.BaseURL, BearerTokenLastFour: lastFour(c.BearerToken),
		BearerTokenExpiresAt: c.BearerTokenExpiresAt, SCIMGroupImplicitRoleAssignments: c.SCIMGroupImplicitRoleAssignments,
	}
}

func lastFour(token b2b.Secret) string {
	runes := []rune(token.Reveal())
	return string(runes[max(0, len(runes)-4):])
}

func editSCIMForm(env *Env, c b2b.SCIMConnection) ui.View {
	v := &namedProvider{c.DisplayName, c.IdentityProvider}
	return &ui.Form[b2b.SCIMConnection]{
		Name:    "Edit " + scimName(c),
		Review:  true,
		FieldOf: api.FieldOf,
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: v.nameFields(b2b.SCIMConnectionUpdate, b2b.SCIMConnectionIdentityProviderValues())}}
		},
		Send: func() ui.Write[b2b.SCIMConnection] {
			return write(env.API.SCIM.Update(c, b2b.UpdateSCIMConnection{DisplayName: &v.name, IdentityProvider: &v.provider}))
		},
		Done: scimSaved("Saved " + scimName(c) + "."),
	}
}

func scimSaved(said string) func(b2b.SCIMConnection) tea.Cmd {
	return func(after b2b.SCIMConnection) tea.Cmd {
		return tea.Batch(announceSCIM(after), ui.Toast(ui.Success, said))
	}
}

// startRotation asks before a second token is made.
func startRotation(env *Env, c b2b.SCIMConnection) ui.View {
	return &ui.ConfirmWrite[b2b.SCIMConnectionWithNextToken]{
		Name: "Start a rotation of the token?",
		Body: "A second token is made and shown once. The first one goes on working until the rotation is completed, so that nothing is interrupted.",
		Verb: "Start", Write: inWords(write(env.API.SCIM.RotateStart(c))),
		Done: func(made b2b.SCIMConnectionWithNextToken) tea.Cmd {
			after := c
			after.NextBearerTokenLastFour, after.NextBearerTokenExpiresAt = lastFour(made.NextBearerToken), made.NextBearerTokenExpiresAt
			return tea.Sequence(announceSCIM(after), ui.Open(newSCIMToken(env, after, made.NextBearerToken, true)))
		},
	}
}

// completeRotation asks before the second token takes the place of the first.
func completeRotation(env *Env, c b2b.SCIMConnection) ui.View {
	return &ui.ConfirmWrite[b2b.SCIMConnection]{
		Name: "Complete the rotation?",
		Body: "From then on only the token that ends in " + c.NextBearerTokenLastFour + " works. A directory that still has the one that ends in " +
			c.BearerTokenLastFour + " is refused.",
		Verb: "Complete", Write: inWords(write(env.API.SCIM.RotateComplete(c))),
		Done: scimSaved("The rotation is complete: the token that ends in " + c.NextBearerTokenLastFour + " is the only one."),
	}
}

// cancelRotation asks before the second token is dropped.
func cancelRotation(env *Env, c b2b.SCIMConnection) ui.View {
	return &ui.ConfirmWrite[b2b.SCIMConnection]{
		Name: "Cancel the rotation?",
		Body: "The token that ends in " + c.NextBearerTokenLastFour + " is dropped; the one that ends in " + c.BearerTokenLastFour + " goes on working.",
		Verb: "Drop it", Write: inWords(write(env.API.SCIM.RotateCancel(c))),
		Done: scimSaved("The rotation is cancelled: the token that ends in " + c.BearerTokenLastFour + " is the only one."),
	}
}

// deleteSCIM asks before a connection is deleted.
func deleteSCIM(env *Env, org b2b.Organization, c b2b.SCIMConnection) ui.View {
	change := env.API.SCIM.Delete(c)
	change.Word = typeable(c.DisplayName, c.ConnectionID)
	return &ui.ConfirmWrite[string]{
		Name: "Delete the SCIM connection?",
		Body: "The directory cannot reach " + org.OrganizationName + " any more. The members that it has made stay as they are, and nobody keeps them up to date: " +
			"who leaves the company stays a member. The roles that its groups gave are gone.",
		Verb: "Delete", Write: write(change),
		Done: func(string) tea.Cmd {
			return tea.Batch(ui.Announce(ui.Removed[b2b.SCIMConnection]{ID: c.ConnectionID}), ui.Toast(ui.Success, "Deleted "+scimName(c)+"."))
		},
	}
}

// rolesOfGroup are the roles that a group gives.
func rolesOfGroup(c b2b.SCIMConnection, groupID string) []string {
	var roles []string
	for _, a := range c.SCIMGroupImplicitRoleAssignments {
		if a.GroupID == groupID {
			roles = append(roles, a.RoleID)
		}
	}
	return roles
}

// withGroupRoles are the assignments of a connection with those of one group
// replaced.
func withGroupRoles(c b2b.SCIMConnection, group b2b.SCIMGroup, roles []string) []b2b.SCIMGroupImplicitRoleAssignment {
	assignments := slices.DeleteFunc(slices.Clone(c.SCIMGroupImplicitRoleAssignments), func(a b2b.SCIMGroupImplicitRoleAssignment) bool {
		return a.GroupID == group.GroupID
	})
	for _, role := range roles {
		assignments = append(assignments, b2b.SCIMGroupImplicitRoleAssignment{RoleID: role, GroupID: group.GroupID, GroupName: group.GroupName})
	}
	return append([]b2b.SCIMGroupImplicitRoleAssignment{}, assignments...) // not nil: an empty list is sent
}
