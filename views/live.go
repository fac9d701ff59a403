package views

import (
	"context"
	"reflect"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// liveMember is the member that a page is about: what the list knew at once, then
// what the server says, because nobody should judge access by an old row, and from
// then on whatever any view is told of it.
type liveMember struct {
	member b2b.Member
	loaded async.Remote[b2b.Member]
}

// readMember asks the server. A deleted member is not asked for: the API answers for
// live ones only.
func (l *liveMember) readMember(ctx context.Context, client *api.Client) tea.Cmd {
	m := l.member
	if isDeleted(m) != "" {
		return nil
	}
	return l.loaded.Load(ctx, func(ctx context.Context) (b2b.Member, error) {
		return client.Members.Get(ctx, m.OrganizationID, b2b.GetMember{MemberID: &m.MemberID})
	})
}

// takeMember keeps what msg says of the member, and reports whether it said
// anything, be it that the reading failed. tell lets the other views know what was
// read, where it is news.
func (l *liveMember) takeMember(msg tea.Msg) (tell tea.Cmd, said bool) {
	if l.loaded.Take(msg) {
		return l.takeRead(), true
	}
	return nil, l.takeNews(msg)
}

func (l *liveMember) takeRead() tea.Cmd {
	member, ok := l.loaded.Value()
	if !ok || l.loaded.Err() != nil || reflect.DeepEqual(member, l.member) {
		return nil
	}
	l.member = member
	return announceMember(member)
}

func (l *liveMember) takeNews(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case ui.Changed[b2b.Member]:
		if msg.Value.MemberID != l.member.MemberID {
			return false
		}
		l.loaded.Set(msg.Value)
		l.member = msg.Value
		return true
	case ui.Removed[b2b.Member]:
		if msg.ID != l.member.MemberID {
			return false
		}
		l.loaded.Cancel()
		l.member.Status = b2b.MemberStatusDeleted
		return true
	}
	return false
}

// liveRules are the settings of the organization that a page judges a member by,
// kept as a liveMember is.
type liveRules struct {
	org    b2b.Organization
	policy async.Remote[b2b.Organization]
}

// readRules asks the server for the organization with an id.
func (l *liveRules) readRules(ctx context.Context, client *api.Client, id string) tea.Cmd {
	return l.policy.Load(ctx, func(ctx context.Context) (b2b.Organization, error) { return client.Organizations.Get(ctx, id) })
}

// takeRules keeps what msg says of the organization with an id, and reports
// whether it said anything.
func (l *liveRules) takeRules(msg tea.Msg, id string) bool {
	if l.policy.Take(msg) {
		if org, ok := l.policy.Value(); ok && l.policy.Err() == nil {
			l.org = org
		}
		return true
	}
	changed, ok := msg.(ui.Changed[b2b.Organization])
	if !ok || changed.Value.OrganizationID != id {
		return false
	}
	l.policy.Set(changed.Value)
	l.org = changed.Value
	return true
}

// organizationByID is the call that reads an organization.
func organizationByID(client *api.Client, id string) async.Call[b2b.Organization] {
	return func(ctx context.Context) (b2b.Organization, error) { return client.Organizations.Get(ctx, id) }
}

// ssoConnectionsOf is the call that reads the SSO connections of an organization.
func ssoConnectionsOf(client *api.Client, id string) async.Call[*b2b.GetSSOConnectionsResponse] {
	return func(ctx context.Context) (*b2b.GetSSOConnectionsResponse, error) {
		return client.SSO.Connections(ctx, id)
	}
}
