package keymap

// What roles may do.
const (
	RolesSection ID = "nav.roles"
	RolesLeft    ID = "roles.left"
	RolesRight   ID = "roles.right"
	RoleNew      ID = "role.new"
	RoleEdit     ID = "role.edit"
	RoleDelete   ID = "role.delete"
	RolesImplied ID = "roles.implicit"
)

const (
	roles    scope = "roles"
	orgRoles scope = "roles of an organization"
)

func rolesKeys() group {
	return group{
		screens: [][]scope{
			{global, roles},
			{global, tabs, roles, orgRoles},
		},
		entries: []entry{
			on(RolesSection, global, "roles", "4"),
			on(RolesLeft, roles, "role before", "left", "h"),
			on(RolesRight, roles, "next role", "right", "l"),
			on(RoleNew, roles, "new role", "n"),
			on(RoleEdit, roles, "edit role", "e"),
			on(RoleDelete, roles, "delete role", "d"),
			on(RolesImplied, orgRoles, "roles given by rules", "v"),
		},
		shared: []also{
			{Search, roles},
		},
	}
}
