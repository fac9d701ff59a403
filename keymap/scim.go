package keymap

// The directory (SCIM) of an organization.
const (
	SCIMNew        ID = "scim.new"
	SCIMEdit       ID = "scim.edit"
	SCIMDelete     ID = "scim.delete"
	SCIMRotate     ID = "scim.rotate_start"
	SCIMComplete   ID = "scim.rotate_complete"
	SCIMCancel     ID = "scim.rotate_cancel"
	SCIMGroupRoles ID = "scim.group_roles"
	TokenReveal    ID = "token.reveal"
	TokenCopy      ID = "token.copy"
	TokenCopyURL   ID = "token.copy_url"
	TokenKept      ID = "token.acknowledge"
)

const (
	scim       scope = "SCIM"
	scimGroups scope = "SCIM groups"
	scimToken  scope = "SCIM token"
)

func scimKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, scim},
			{global, list, scimGroups},
			{scimToken},
		},
		entries: []entry{
			on(SCIMNew, scim, "new connection", "n"),
			on(SCIMEdit, scim, "edit", "e"),
			on(SCIMDelete, scim, "delete", "d"),
			on(SCIMRotate, scim, "start a rotation", "R"),
			on(SCIMComplete, scim, "complete the rotation", "C"),
			on(SCIMCancel, scim, "cancel the rotation", "X"),
			on(SCIMGroupRoles, scimGroups, "roles of the group", "e"),
			on(TokenReveal, scimToken, "show or hide", "v"),
			on(TokenCopy, scimToken, "copy the token", "y"),
			on(TokenCopyURL, scimToken, "copy the base URL", "b"),
			on(TokenKept, scimToken, "I have kept it", "enter"),
		},
	}
}
