package views

import (
	"context"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// ssoList shows the connections of an organization to its identity providers.
type ssoList struct {
	env   *Env
	ctx   context.Context
	org   b2b.Organization
	read  async.Remote[*b2b.GetSSOConnectionsResponse]
	fresh async.Remote[b2b.Organization] // whose settings follow its connections
	table *ui.Table[ssoConnection]
	order sorting[ssoConnection]

	width, height int
}

var _ ui.View = (*ssoList)(nil)

func newSSOList(env *Env, org b2b.Organization) *ssoList {
	v := &ssoList{env: env, org: org}
	v.table = newTable(env, ssoConnection.id, ssoColumns(env, v.isDefault)...)
	v.order = sorting[ssoConnection]{orders: ssoOrders()}
	return v
}

// Title implements ui.View.
func (v *ssoList) Title() string { return "SSO" }

// SetSize implements ui.View.
func (v *ssoList) SetSize(width, height int) {
	v.width, v.height = width, height
	v.table.SetSize(width, max(0, height-len(v.top())))
}

// Capturing implements ui.View.
func (v *ssoList) Capturing() bool { return false }

// Init implements ui.View.
func (v *ssoList) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.refresh()
}

func (v *ssoList) load() tea.Cmd {
	return v.read.Load(v.ctx, ssoConnectionsOf(v.env.API, v.org.OrganizationID))
}

// refresh reads the connections, and what the organization makes of them.
func (v *ssoList) refresh() tea.Cmd { return tea.Batch(v.load(), v.reread()) }

// reread brings the organization up to date: which connections are active, and
// which is the default, follows from the connections.
func (v *ssoList) reread() tea.Cmd {
	return v.fresh.Load(v.ctx, organizationByID(v.env.API, v.org.OrganizationID))
}

func (v *ssoList) isDefault(c ssoConnection) bool {
	return deref(v.org.SSODefaultConnectionID) == c.id()
}

// Actions implements ui.View.
func (v *ssoList) Actions() []ui.Action {
	act, c := v.env.act, v.selected()
	none := v.noneSelected()
	return []ui.Action{
		act(keymap.Open, func() tea.Cmd { return ui.Push(newSSODetail(v.env, v.org, c)) }).Because(none),
		act(keymap.SSONew, func() tea.Cmd { return newConnectionMenu(v.env, v.org) }).Because(v.unread()).Writing(),
		act(keymap.SSOEdit, func() tea.Cmd { return editConnection(v.env, v.org, c) }).Because(none).Writing(),
		act(keymap.SSODelete, func() tea.Cmd { return ui.Open(deleteConnection(v.env, v.org, c)) }).Because(none).Because(cannotDeleteConnection(v.env, v.org, c)).Writing(),
		act(keymap.SSODefault, func() tea.Cmd { return ui.Open(makeDefault(v.env, v.org, c)) }).Because(none).Because(cannotMakeDefault(v.org, c)).Writing(),
		act(keymap.Copy, func() tea.Cmd { return copyMenu(v.env, connectionCopies(c)...) }).Because(none),
		act(keymap.Refresh, v.refresh),
		act(keymap.Sort, v.sortNext).Because(none),
		act(keymap.Reverse, v.sortReverse).Because(none),
	}
}

func (v *ssoList) selected() ssoConnection {
	c, _ := v.table.Selected()
	return c
}

func (v *ssoList) noneSelected() string {
	if _, ok := v.table.Selected(); !ok {
		return "There is no connection; " + v.env.Keys.Binding(keymap.SSONew).Help().Key + " makes one."
	}
	return ""
}

// unread says that nobody knows yet which connections there are.
func (v *ssoList) unread() string {
	if _, ok := v.read.Value(); !ok && v.read.Busy() {
		return "The connections are being read."
	}
	return ""
}

func (v *ssoList) sortNext() tea.Cmd {
	v.order.next()
	return v.sorted()
}

func (v *ssoList) sortReverse() tea.Cmd {
	v.order.descending = !v.order.descending
	return v.sorted()
}

func (v *ssoList) sorted() tea.Cmd {
	if v.order.by == 0 {
		v.show()
	}
	v.order.apply(v.table)
	return nil
}

// show puts what has been read into the table.
func (v *ssoList) show() {
	if answer, ok := v.read.Value(); ok {
		v.table.SetRows(connectionsIn(answer))
		v.order.apply(v.table)
	}
}

// Update implements ui.View.
func (v *ssoList) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.refresh()
	}
	switch {
	case v.read.Take(msg):
		v.show()
		v.SetSize(v.width, v.height)
		return nil
	case v.fresh.Take(msg):
		if org, ok := v.fresh.Value(); ok && v.fresh.Err() == nil {
			return ui.Announce(ui.Changed[b2b.Organization]{Value: org})
		}
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[api.SandboxClock]:
		v.table.Redraw()
	case ui.Changed[b2b.Organization]:
		v.organizationChanged(msg.Value)
	case ui.Changed[ssoConnection]:
		return v.connectionChanged(msg.Value)
	case ui.Removed[ssoConnection]:
		return v.connectionRemoved(msg.ID)
	case tea.KeyMsg:
		v.table.Update(msg)
	case tea.MouseMsg:
		msg.Y -= len(v.top())
		v.table.Mouse(msg)
	}
	return nil
}

func (v *ssoList) organizationChanged(org b2b.Organization) {
	if org.OrganizationID == v.org.OrganizationID {
		v.org = org
		v.table.Redraw()
	}
}

// connectionChanged shows what the server now holds, and asks what follows from
// it for the organization.
func (v *ssoList) connectionChanged(c ssoConnection) tea.Cmd {
	if c.facts().organization != v.org.OrganizationID {
		return nil
	}
	if !v.table.Replace(c) {
		v.table.AppendRows(c)
	}
	v.order.apply(v.table)
	v.table.Select(c.id())
	return v.refresh()
}

func (v *ssoList) connectionRemoved(id string) tea.Cmd {
	if !v.table.Remove(id) {
		return nil
	}
	return v.refresh()
}

// top is what stands above the table.
func (v *ssoList) top() []string {
	what := "read the SSO connections of " + v.org.OrganizationName
	return underHead(v.head(), failureLines(v.env, what, v.read.Err(), v.width, v.height))
}

// View implements ui.View.
func (v *ssoList) View() string {
	lines := v.top()
	if _, read := v.read.Value(); read && v.table.Len() == 0 {
		return strings.Join(append(lines, v.nothing()...), "\n")
	}
	v.table.Empty = ""
	if v.read.Busy() {
		v.table.Empty = "Loading…"
	}
	return strings.Join(append(lines, v.table.View()), "\n")
}

// head says how the connections stand, in one line.
func (v *ssoList) head() string {
	th, rows := v.env.Theme, v.table.Rows()
	if len(rows) == 0 {
		return ""
	}
	active, warned := 0, 0
	for _, c := range rows {
		if c.active() {
			active++
		}
		if at := c.expires(); at != nil && at.Sub(v.env.now()) < expiresSoon {
			warned++
		}
	}
	text := " " + plural(len(rows), "connection") + ", " + activeWords(active)
	if warned > 0 {
		text = ui.CutStyled(th.Muted.Render(text+" · ")+th.Warning.Render("! "+certificatesEnd(warned)), v.width-8)
	} else {
		text = th.Muted.Render(ui.Cut(text, v.width-8))
	}
	return ui.Spread(text, th.Muted.Render(v.table.Position()), v.width)
}

func activeWords(n int) string {
	if n == 0 {
		return "none active"
	}
	return strconv.Itoa(n) + " active"
}

func certificatesEnd(n int) string {
	if n == 1 {
		return "a certificate ends soon, or has ended"
	}
	return strconv.Itoa(n) + " certificates end soon, or have ended"
}

// nothing says what to do where there is no connection.
func (v *ssoList) nothing() []string {
	th, width := v.env.Theme, v.env.sentenceWidth(v.width-2)
	key := v.env.Keys.Binding(keymap.SSONew).Help().Key
	lines := styled(th.Bold, ui.Wrap("No SSO connection yet.", width))
	lines = append(lines, "")
	lines = append(lines, ui.Wrap("A connection lets the members of "+v.org.OrganizationName+" sign in by the identity provider of their company, such as Okta or Microsoft Entra.", width)...)
	lines = append(lines, "")
	lines = append(lines, ui.Wrap(key+" makes one. It then has the addresses that the administrator of the provider asks for, ready to be copied; what the provider gives in return goes in by editing it.", width)...)
	return indented(lines)
}
