package views

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// errRolesChanged refuses to replace roles that are not those that were shown.
var errRolesChanged = errors.New("somebody else has changed the roles meanwhile: close this, refresh, and try again")

// rolePlan is what the forms of a role ask for.
type rolePlan struct {
	id, description string
	rights          []api.Permission
}

// newRoleForm asks for a new role of org.
func newRoleForm(env *Env, org b2b.Organization, known policies) ui.View {
	p := &rolePlan{}
	return &ui.Form[b2b.OrgPolicy]{
		Name: "New role of " + org.OrganizationName,
		Groups: func() []ui.FormGroup {
			id := ui.FormField{
				Field: huh.NewInput().Key("role_id").Title("Id").Value(&p.id).CharLimit(128).Validate(func(s string) error { return checkNewRole(s, known) }),
				Help:  "Letters, digits and _ . : - after the first. It stays for good: members and rules name the role by it.",
			}
			return []ui.FormGroup{{Fields: append([]ui.FormField{id}, p.fields(known.project)...)}}
		},
		FieldOf: fieldOfError("role_id", b2b.ErrInvalidRBACRoleID, b2b.ErrRBACRoleDuplicate, b2b.ErrInvalidRBACCustomRole, b2b.ErrRBACRoleIDTooLong, b2b.ErrRBACOrgCustomRolesOnly),
		Send: func() ui.Write[b2b.OrgPolicy] {
			to := append(slices.Clone(known.own.Roles), p.role())
			return setRoles(env, org, known.own, to, "Make the role "+p.id+" in "+org.OrganizationName, p.differences(b2b.PolicyRole{}))
		},
		Done: rolesDone(org, "Made the role"),
	}
}

// editRoleForm asks for what can be changed of a role of org.
func editRoleForm(env *Env, org b2b.Organization, known policies, role b2b.PolicyRole) ui.View {
	p := &rolePlan{role.RoleID, role.Description, rightsOf(role)}
	return &ui.Form[b2b.OrgPolicy]{
		Name:   "Edit the role " + role.RoleID,
		Review: true,
		Groups: func() []ui.FormGroup { return []ui.FormGroup{{Fields: p.fields(known.project)}} },
		Send: func() ui.Write[b2b.OrgPolicy] {
			to := slices.Clone(known.own.Roles)
			for i := range to {
				if to[i].RoleID == role.RoleID {
					to[i] = p.role()
				}
			}
			return setRoles(env, org, known.own, to, "Change the role "+role.RoleID+" of "+org.OrganizationName, p.differences(role))
		},
		Done: rolesDone(org, "Saved the role"),
	}
}

// deleteRole asks before a role of org goes.
func deleteRole(env *Env, org b2b.Organization, known policies, role b2b.PolicyRole) ui.View {
	left := slices.DeleteFunc(slices.Clone(known.own.Roles), func(r b2b.PolicyRole) bool { return r.RoleID == role.RoleID })
	return &ui.ConfirmWrite[b2b.OrgPolicy]{
		Name:  "Delete the role " + role.RoleID + "?",
		Body:  "Every member of " + org.OrganizationName + " who has it loses it, and so do the rules that give it. Undoing brings the role back, but gives it to nobody.",
		Verb:  "Delete",
		Write: setRoles(env, org, known.own, left, "Delete the role "+role.RoleID+" of "+org.OrganizationName, nil),
		Done:  rolesDone(org, "Deleted the role"),
	}
}

// setRoles replaces the roles of org, unless they are others than before by now.
func setRoles(env *Env, org b2b.Organization, before b2b.OrgPolicy, to []b2b.PolicyRole, summary string, fields []ui.Difference) ui.Write[b2b.OrgPolicy] {
	rbac := env.API.RBAC
	change := rbac.SetOrganizationPolicy(org, before, b2b.OrgPolicy{Roles: append([]b2b.PolicyRole{}, to...)})
	change.Summary = summary
	w := write(change)
	w.Fields = fields
	w.Do = explaining(func(ctx context.Context) (b2b.OrgPolicy, error) {
		now, err := rbac.OrganizationPolicy(ctx, org.OrganizationID)
		switch {
		case err != nil:
			return b2b.OrgPolicy{}, err
		case !reflect.DeepEqual(now.Roles, before.Roles) && len(now.Roles)+len(before.Roles) > 0:
			return b2b.OrgPolicy{}, errRolesChanged
		}
		return change.Do(ctx)
	})
	return w
}

func rolesDone(org b2b.Organization, did string) func(b2b.OrgPolicy) tea.Cmd {
	return func(policy b2b.OrgPolicy) tea.Cmd {
		return tea.Batch(
			ui.Announce(ui.Changed[ownPolicy]{Value: ownPolicy{org.OrganizationID, policy}}),
			ui.Toast(ui.Success, did+". "+org.OrganizationName+" has "+plural(len(policy.Roles), "role")+" of its own."))
	}
}

// fields ask for what can be changed of a role.
func (p *rolePlan) fields(policy b2b.Policy) []ui.FormField {
	var options []huh.Option[api.Permission]
	for _, resource := range policy.Resources {
		everything := api.Permission{Resource: resource.ResourceID, Action: api.Everything}
		options = append(options, huh.NewOption(ui.Clean(everything.String())+"  (everything)", everything))
		for _, action := range resource.Actions {
			right := api.Permission{Resource: resource.ResourceID, Action: action}
			options = append(options, huh.NewOption(ui.Clean(right.String()), right))
		}
	}
	return []ui.FormField{
		{
			Field: huh.NewInput().Key("description").Title("Description").Value(&p.description).CharLimit(512),
			Help:  "What the role is for.",
		},
		{
			Field: huh.NewMultiSelect[api.Permission]().Key("permissions").Title("Rights").Options(options...).Value(&p.rights).Validate(checkRights),
			Help:  "space switches a right on and off. Everything on a resource stands alone, and holds rights that are to come.",
		},
	}
}

// checkNewRole says what is wrong with the id of a new role.
func checkNewRole(id string, known policies) error {
	taken := func(r b2b.PolicyRole) bool { return r.RoleID == id }
	switch {
	case id == "":
		return errors.New("type an id")
	case strings.HasPrefix(id, "stytch"):
		return errors.New("ids that start with stytch are Stytch's")
	case slices.ContainsFunc(known.project.Roles, taken):
		return errors.New("the project has a role of that id")
	case slices.ContainsFunc(known.own.Roles, taken):
		return errors.New("there is a role of that id")
	}
	return nil
}

// checkRights says what is wrong with the rights of a role.
func checkRights(rights []api.Permission) error {
	if len(rights) == 0 {
		return errors.New("a role needs a right")
	}
	for _, p := range permissionsOf(rights) {
		if len(p.Actions) > 1 && slices.Contains(p.Actions, api.Everything) {
			return errors.New("everything on " + p.ResourceID + " holds its other rights: leave those out")
		}
	}
	return nil
}

// role is the role as it was filled in.
func (p *rolePlan) role() b2b.PolicyRole {
	return b2b.PolicyRole{RoleID: p.id, Description: p.description, Permissions: permissionsOf(p.rights)}
}

// differences are what the form alters of a role.
func (p *rolePlan) differences(before b2b.PolicyRole) []ui.Difference {
	var all []ui.Difference
	if before.Description != p.description {
		all = append(all, ui.Difference{Name: "Description", Before: before.Description, After: p.description})
	}
	if old, now := rightsInWords(rightsOf(before)), rightsInWords(p.rights); old != now {
		all = append(all, ui.Difference{Name: "Rights", Before: old, After: now})
	}
	return all
}

// rightsInWords lists rights in the same order, however they were chosen.
func rightsInWords(rights []api.Permission) string {
	words := make([]string, len(rights))
	for i, r := range rights {
		words[i] = r.String()
	}
	return strings.Join(sortedTexts(slices.Values(words)), ", ")
}

// rightsOf are the rights of a role, one by one.
func rightsOf(role b2b.PolicyRole) []api.Permission {
	var rights []api.Permission
	for _, p := range role.Permissions {
		for _, action := range p.Actions {
			rights = append(rights, api.Permission{Resource: p.ResourceID, Action: action})
		}
	}
	return rights
}

// permissionsOf is the inverse of rightsOf: the rights by resource.
func permissionsOf(rights []api.Permission) []b2b.PolicyRolePermission {
	var permissions []b2b.PolicyRolePermission
	for _, right := range rights {
		i := slices.IndexFunc(permissions, func(p b2b.PolicyRolePermission) bool { return p.ResourceID == right.Resource })
		if i < 0 {
			permissions = append(permissions, b2b.PolicyRolePermission{ResourceID: right.Resource, Actions: []string{right.Action}})
			continue
		}
		permissions[i].Actions = append(permissions[i].Actions, right.Action)
	}
	return permissions
}
