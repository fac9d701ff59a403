package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// found lists the organizations that a proven address leads to.
type found struct {
	in    *discovery
	ctx   context.Context
	table *ui.Table[b2b.DiscoveredOrganization]
	read  async.Remote[*b2b.ListDiscoveredOrganizationsResponse]

	width, height int
}

var _ ui.View = (*found)(nil)

func newFound(in *discovery) *found {
	table := newTable(in.env, foundID, foundColumns(in.env.Theme)...)
	v := &found{in: in, table: table}
	table.SetRows(in.holder.found)
	return v
}

func foundID(d b2b.DiscoveredOrganization) string {
	if d.Organization == nil {
		return ""
	}
	return d.Organization.OrganizationID
}

func foundColumns(th *theme.Theme) []ui.Column[b2b.DiscoveredOrganization] {
	return []ui.Column[b2b.DiscoveredOrganization]{
		{Title: "Organization", MinWidth: 20, Cell: func(d b2b.DiscoveredOrganization) string { return foundOrg(d).OrganizationName }},
		{Title: "Slug", MinWidth: 16, Priority: 2, Cell: func(d b2b.DiscoveredOrganization) string { return foundOrg(d).OrganizationSlug }},
		{Title: "You are", MinWidth: 24, Cell: membershipWords},
		{Title: "To enter", MinWidth: 22, Priority: 1, Cell: owedWords, Style: func(d b2b.DiscoveredOrganization) lipgloss.Style {
			if d.PrimaryRequired != nil || d.MFARequired != nil {
				return th.Warning
			}
			return th.Success
		}},
	}
}

func foundOrg(d b2b.DiscoveredOrganization) b2b.Organization {
	if d.Organization == nil {
		return b2b.Organization{}
	}
	return *d.Organization
}

// membershipWords says what the holder of an address is to an organization.
func membershipWords(d b2b.DiscoveredOrganization) string {
	if d.Membership == nil {
		return ""
	}
	switch d.Membership.Type {
	case b2b.MembershipTypeActiveMember:
		return "an active member"
	case b2b.MembershipTypePendingMember:
		return "pending: created, never in"
	case b2b.MembershipTypeInvitedMember:
		return "invited, not in yet"
	case b2b.MembershipTypeEligibleToJoinByEmailDomain:
		return "free to join by e-mail domain"
	case b2b.MembershipTypeEligibleToJoinByOAuthTenant:
		return "free to join by OAuth tenant"
	}
	return d.Membership.Type
}

// owedWords says what an organization wants besides the proof of the address.
func owedWords(d b2b.DiscoveredOrganization) string {
	switch {
	case d.PrimaryRequired != nil:
		return "! sign in by " + methodNames(d.PrimaryRequired.AllowedAuthMethods)
	case d.MFARequired != nil && d.MFARequired.MemberOptions == nil:
		return "! MFA, to be enrolled"
	case d.MFARequired != nil:
		return "! MFA"
	}
	return "✓ nothing more"
}

// methodNames lists sign-in methods in words.
func methodNames(methods []string) string {
	names := make([]string, len(methods))
	for i, m := range methods {
		names[i] = methodName(m)
	}
	if len(names) == 0 {
		return "another way"
	}
	return strings.Join(names, " or ")
}

// cannotEnter says why an organization cannot be entered by the proof of an address
// alone.
func cannotEnter(d b2b.DiscoveredOrganization) string {
	if d.PrimaryRequired == nil {
		return ""
	}
	return ui.Clean(foundOrg(d).OrganizationName) + " lets members in by " + methodNames(d.PrimaryRequired.AllowedAuthMethods) +
		" only: sign in there that way."
}

// Title implements ui.View.
func (v *found) Title() string { return "Organizations" }

// SetSize implements ui.View.
func (v *found) SetSize(width, height int) {
	v.width, v.height = width, height
	v.layout()
}

func (v *found) layout() { v.table.SetSize(v.width, max(0, v.height-len(v.failure()))) }

// Capturing implements ui.View.
func (v *found) Capturing() bool { return false }

// Init implements ui.View.
func (v *found) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

// reload asks again where the address leads; the proof stays good.
func (v *found) reload() tea.Cmd {
	service, token := v.in.env.API.Discovery, v.in.holder.token
	return v.read.Load(v.ctx, func(ctx context.Context) (*b2b.ListDiscoveredOrganizationsResponse, error) {
		list, err := service.Organizations(ctx, b2b.ListDiscoveredOrganizations{IntermediateSessionToken: &token})
		if err != nil {
			return nil, advised{explained{err}}
		}
		return list, nil
	})
}

// Actions implements ui.View.
func (v *found) Actions() []ui.Action {
	act := v.in.env.act
	none, busy := "", ""
	d, ok := v.table.Selected()
	if !ok {
		none = "There is no organization to enter; " + v.in.env.Keys.Binding(keymap.DiscoveryCreate).Help().Key + " founds one."
	}
	if v.in.entering.Busy() {
		busy = "The request is under way."
	}
	return []ui.Action{
		called(act(keymap.Open, func() tea.Cmd { return v.in.enter(foundOrg(d)) }), "enter it").
			Because(busy).Because(none).Because(cannotEnter(d)).Writing(),
		act(keymap.DiscoveryCreate, v.in.found).Because(busy).Writing(),
		act(keymap.Refresh, v.reload).Because(busy),
		act(keymap.Copy, func() tea.Cmd { return copyMenu(v.in.env, orgCopies(foundOrg(d))...) }).Because(none),
		act(keymap.Back, v.in.back).Because(busy),
	}
}

// Update implements ui.View.
func (v *found) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.reload()
	}
	if v.read.Take(msg) {
		if list, ok := v.read.Value(); ok && v.read.Err() == nil {
			v.in.holder.found = list.DiscoveredOrganizations
			v.table.SetRows(list.DiscoveredOrganizations)
		}
		v.layout()
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		v.table.Update(msg)
	case tea.MouseMsg:
		msg.Y -= len(v.failure())
		v.table.Mouse(msg)
	}
	return nil
}

// failure is what went wrong with entering, or with asking again.
func (v *found) failure() []string {
	th := v.in.env.Theme
	err := v.in.entering.Err()
	if err == nil || v.in.entering.Busy() {
		return failureLines(v.in.env, "find the organizations", v.read.Err(), v.width, v.height)
	}
	lines := inset(th.Danger, "✗ The organization was not entered.", v.width)
	for _, line := range ui.Wrap(sentenceOf(err), max(1, v.width-4)) {
		lines = append(lines, "   "+line)
	}
	return append(lines, "")
}

// View implements ui.View.
func (v *found) View() string {
	create := v.in.env.Keys.Binding(keymap.DiscoveryCreate).Help().Key
	v.table.Empty = "The address leads to no organization: nobody has made or invited it, and no domain lets it in. " + create + " founds an organization."
	v.layout()
	return strings.Join(append(v.failure(), v.table.View()), "\n")
}
