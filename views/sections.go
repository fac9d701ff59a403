package views

import (
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// Sections are the entries of the navigation bar, in the order of their keys. Those
// keys have gaps where there is nothing to show, so that a key never changes its
// meaning.
func Sections(env *Env) []ui.Section {
	section := func(id keymap.ID, name string, open func() ui.View) ui.Section {
		return ui.Section{ID: id, Key: env.Keys.Binding(id), Name: name, Open: open}
	}
	sections := []ui.Section{
		section(keymap.Organizations, "Organizations", func() ui.View { return newOrgs(env) }),
		section(keymap.MembersSection, "Members", func() ui.View { return newAllMembers(env) }),
		section(keymap.DiscoverySection, "Discovery", func() ui.View { return newDiscovery(env) }),
		section(keymap.RolesSection, "Roles", func() ui.View { return newRoles(env) }),
		section(keymap.Requests, "Requests", func() ui.View { return newRequests(env) }),
	}
	if env.Sandbox {
		sections = append(sections, ui.Section{
			ID: keymap.SandboxSection, Key: env.Keys.Binding(keymap.SandboxSection), Name: "Sandbox", Tabs: sandboxTabs(env),
		})
	}
	return sections
}
