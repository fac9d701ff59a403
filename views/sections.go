package views

import (
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// Sections are the entries of the navigation bar. Their keys have gaps where
// screens are to come, so that a key never changes its meaning.
func Sections(env *Env) []ui.Section {
	section := func(id keymap.ID, name string, open func() ui.View) ui.Section {
		return ui.Section{ID: id, Key: env.Keys.Binding(id), Name: name, Open: open}
	}
	return []ui.Section{
		section(keymap.Organizations, "Organizations", func() ui.View { return newOrgs(env) }),
		section(keymap.MembersSection, "Members", func() ui.View { return newAllMembers(env) }),
		section(keymap.RolesSection, "Roles", func() ui.View { return newRoles(env) }),
		section(keymap.Requests, "Requests", func() ui.View { return newRequests(env) }),
	}
}
