package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// orgView is one organization, as tabs.
type orgView struct {
	*ui.Tabs
	env   *Env
	org   b2b.Organization
	there presence[b2b.Organization]

	width, height int
}

// newOrg shows an organization at one of its tabs.
func newOrg(env *Env, org b2b.Organization, tab string) *orgView {
	v := &orgView{env: env, org: org}
	v.Tabs = ui.NewTabs(func() string { return v.org.OrganizationName },
		ui.Tab{Name: "Overview", Open: func() ui.View { return newOverview(env, v.org) }},
		ui.Tab{Name: "Members", Open: func() ui.View { return newMembers(env, v.org) }},
		ui.Tab{Name: "Settings", Open: func() ui.View { return newSettings(env, v.org) }},
		ui.Tab{Name: "SSO", Open: func() ui.View { return newSSOList(env, v.org) }},
		ui.Tab{Name: "SCIM", Open: func() ui.View { return newSCIM(env, v.org) }},
		ui.Tab{Name: "Roles", Open: func() ui.View { return newOrgRoles(env, v.org) }},
	).StartAt(tab)
	return v
}

// SetSize implements ui.View.
func (v *orgView) SetSize(width, height int) {
	v.width, v.height = width, height
	v.Tabs.SetSize(width, height)
}

// Init implements ui.View.
func (v *orgView) Init(ctx context.Context) tea.Cmd {
	v.there.ctx = ctx
	return v.Tabs.Init(ctx)
}

// Actions implements ui.View: the tabs' own, and the keys of the organization
// list that lead to a tab, here too.
func (v *orgView) Actions() []ui.Action {
	if v.there.gone {
		return []ui.Action{v.env.act(keymap.Refresh, v.readAnew)}
	}
	if v.Current() == "Members" {
		return v.actions() // each row says for itself what may not be done to it
	}
	return v.env.within(v.org.OrganizationID, "", v.actions())
}

func (v *orgView) actions() []ui.Action {
	actions := v.Tabs.Actions()
	if v.Current() != "Overview" {
		return actions // its keys mean something else in the other tabs
	}
	show := func(tab string) func() tea.Cmd { return func() tea.Cmd { return v.Show(tab) } }
	return append(actions,
		v.env.act(keymap.OrgMembers, show("Members")),
		v.env.act(keymap.OrgSettings, show("Settings")))
}

// look looks whether the organization is still there.
func (v *orgView) look() tea.Cmd {
	client, id := v.env.API, v.org.OrganizationID
	return v.there.look(func(ctx context.Context) (b2b.Organization, error) { return client.Organizations.Get(ctx, id) })
}

// readAnew looks for it, and has all pages read what they show.
func (v *orgView) readAnew() tea.Cmd { return tea.Batch(v.look(), v.Tabs.Update(ui.Outdated{})) }

// Capturing implements ui.View.
func (v *orgView) Capturing() bool { return !v.there.gone && v.Tabs.Capturing() }

// FullScreen implements ui.FullScreen.
func (v *orgView) FullScreen() bool { return !v.there.gone && v.Tabs.FullScreen() }

// View implements ui.View.
func (v *orgView) View() string {
	if v.there.gone {
		return absence(v.env, v.org.OrganizationName, "organization", v.width, v.height)
	}
	return v.Tabs.View()
}

// Update implements ui.View: the view closes when its organization is deleted, and
// says so when it turns out to be gone.
func (v *orgView) Update(msg tea.Msg) tea.Cmd {
	if org, there, taken := v.there.take(msg); taken {
		if !there {
			return nil
		}
		return ui.Announce(ui.Changed[b2b.Organization]{Value: org})
	}
	if outdated(msg) {
		return v.readAnew()
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Organization]:
		if msg.Value.OrganizationID == v.org.OrganizationID {
			v.org = msg.Value
		}
	case ui.Removed[b2b.Organization]:
		if msg.ID == v.org.OrganizationID {
			return ui.Dismiss(v)
		}
	}
	return v.Tabs.Update(msg)
}
