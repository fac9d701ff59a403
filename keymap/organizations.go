package keymap

// Organizations.
const (
	OrgNew      ID = "org.new"
	OrgEdit     ID = "org.edit"
	OrgDelete   ID = "org.delete"
	OrgSettings ID = "org.settings"
	OrgMembers  ID = "org.members"
)

const (
	orgs     scope = "organizations"
	overview scope = "overview"
)

func organizationsKeys() group {
	return group{
		screens: [][]scope{
			{global, list, orgs},
			{global, tabs, overview},
		},
		entries: []entry{
			on(OrgNew, orgs, "new organization", "n"),
			on(OrgEdit, orgs, "edit", "e"),
			on(OrgDelete, orgs, "delete", "d"),
			on(OrgSettings, orgs, "settings", ","),
			on(OrgMembers, orgs, "members", "m"),
		},
		shared: []also{
			{OrgEdit, overview},
			{OrgDelete, overview},
		},
	}
}
