package views

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// memberView is one member, as tabs.
type memberView struct {
	*ui.Tabs
	env    *Env
	member b2b.Member
	org    b2b.Organization // it belongs to
}

// newMember shows a member of org at one of its tabs.
func newMember(env *Env, member b2b.Member, org b2b.Organization, tab string) *memberView {
	v := &memberView{env: env, member: member, org: org}
	v.Tabs = ui.NewTabs(func() string { return memberName(v.member) },
		ui.Tab{Name: "Profile", Open: func() ui.View { return newProfile(env, v.member) }},
		ui.Tab{Name: "MFA", Open: func() ui.View { return newMFA(env, v.member, org) }},
		ui.Tab{Name: "Sessions", Open: func() ui.View { return newSessions(env, v.member, org) }},
		ui.Tab{Name: "Password", Open: func() ui.View { return newPasswordPage(env, v.member, org) }},
		ui.Tab{Name: "Connections", Open: func() ui.View { return newMemberConnections(env, v.member, org) }},
		ui.Tab{Name: "Metadata", Open: func() ui.View { return newMetadataPage(env, v.member) }},
	).StartAt(tab)
	return v
}

// Actions implements ui.View: the tabs' own, and the keys of every list that
// make sense here too.
func (v *memberView) Actions() []ui.Action {
	actions := v.actions()
	if !v.Capturing() {
		why := func() tea.Cmd { return ui.Push(newWhy(v.env, v.member, v.org)) }
		actions = v.env.actAs(append(actions, v.env.act(keymap.MemberWhy, why)), v.member, v.actAs)
	}
	return v.env.within(v.member.OrganizationID, v.member.MemberID, actions)
}

func (v *memberView) actions() []ui.Action {
	actions := v.Tabs.Actions()
	if v.Capturing() || v.Current() == "MFA" {
		return actions
	}
	actions = append(actions, v.env.act(keymap.MemberMFA, func() tea.Cmd { return v.Show("MFA") }))
	if v.Current() == "Profile" {
		again := called(v.env.act(keymap.MemberInvite, v.inviteAgain), "invite again")
		actions = append(actions, again.Because(notInvited(v.member)).Because(noInvites(&v.org)).Writing())
	}
	return actions
}

// memberName is what a member is called: by name, or else by e-mail.
func memberName(m b2b.Member) string {
	if m.Name != "" {
		return m.Name
	}
	return m.EmailAddress
}

// Update implements ui.View.
func (v *memberView) Update(msg tea.Msg) tea.Cmd {
	if changed, ok := msg.(ui.Changed[b2b.Member]); ok && changed.Value.MemberID == v.member.MemberID {
		v.member = changed.Value
	}
	return v.Tabs.Update(msg)
}

func (v *memberView) actAs() tea.Cmd { return v.env.waysToAct(v.member) }
