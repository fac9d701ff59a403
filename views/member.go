package views

import (
	"context"

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
	there  presence[b2b.Member]

	width, height int
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

// SetSize implements ui.View.
func (v *memberView) SetSize(width, height int) {
	v.width, v.height = width, height
	v.Tabs.SetSize(width, height)
}

// Init implements ui.View.
func (v *memberView) Init(ctx context.Context) tea.Cmd {
	v.there.ctx = ctx
	return v.Tabs.Init(ctx)
}

// look looks whether the member is still there. The API answers for live members
// only: of a deleted one, its organization has to be there.
func (v *memberView) look() tea.Cmd {
	client, m := v.env.API, v.member
	return v.there.look(func(ctx context.Context) (b2b.Member, error) {
		if isDeleted(m) != "" {
			_, err := client.Organizations.Get(ctx, m.OrganizationID)
			return m, err
		}
		return client.Members.Get(ctx, m.OrganizationID, b2b.GetMember{MemberID: &m.MemberID})
	})
}

// readAnew looks for it, and has all pages read what they show.
func (v *memberView) readAnew() tea.Cmd { return tea.Batch(v.look(), v.Tabs.Update(ui.Outdated{})) }

// Capturing implements ui.View.
func (v *memberView) Capturing() bool { return !v.there.gone && v.Tabs.Capturing() }

// FullScreen implements ui.FullScreen.
func (v *memberView) FullScreen() bool { return !v.there.gone && v.Tabs.FullScreen() }

// View implements ui.View.
func (v *memberView) View() string {
	if v.there.gone {
		return absence(v.env, memberName(v.member), "member", v.width, v.height)
	}
	return v.Tabs.View()
}

// Actions implements ui.View: the tabs' own, and the keys of every list that
// make sense here too.
func (v *memberView) Actions() []ui.Action {
	if v.there.gone {
		return []ui.Action{v.env.act(keymap.Refresh, v.readAnew)}
	}
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
	if m, there, taken := v.there.take(msg); taken {
		if !there {
			return nil
		}
		return ui.Announce(ui.Changed[b2b.Member]{Value: m})
	}
	if outdated(msg) {
		return v.readAnew()
	}
	if changed, ok := msg.(ui.Changed[b2b.Member]); ok && changed.Value.MemberID == v.member.MemberID {
		v.member = changed.Value
	}
	return v.Tabs.Update(msg)
}

func (v *memberView) actAs() tea.Cmd { return v.env.waysToAct(v.member) }
