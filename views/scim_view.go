package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// scimView shows the connection by which a directory keeps the members of an
// organization up to date, if it has one.
type scimView struct {
	env    *Env
	ctx    context.Context
	org    b2b.Organization
	read   async.Remote[b2b.SCIMConnection]
	groups async.Remote[*api.Page[b2b.SCIMGroup]] // the first page
	fresh  async.Remote[b2b.Organization]         // which tells of the connection, too
	detail *ui.Detail

	width, height int
}

var _ ui.View = (*scimView)(nil)

func newSCIM(env *Env, org b2b.Organization) *scimView {
	v := &scimView{env: env, org: org, detail: newDetail(env)}
	return v
}

// Title implements ui.View.
func (v *scimView) Title() string { return "SCIM" }

// SetSize implements ui.View.
func (v *scimView) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.head())))
}

// Capturing implements ui.View.
func (v *scimView) Capturing() bool { return false }

// Init implements ui.View.
func (v *scimView) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *scimView) load() tea.Cmd {
	service, id := v.env.API.SCIM, v.org.OrganizationID
	return v.read.Load(v.ctx, func(ctx context.Context) (b2b.SCIMConnection, error) { return service.Get(ctx, id) })
}

// loadGroups asks for the groups of the connection that has been read.
func (v *scimView) loadGroups() tea.Cmd {
	service, c := v.env.API.SCIM, v.connection()
	return v.groups.Load(v.ctx, func(ctx context.Context) (*api.Page[b2b.SCIMGroup], error) {
		return service.Groups(ctx, c, b2b.GetSCIMConnectionGroups{Limit: api.Ptr(pageSize)})
	})
}

// reread brings the organization up to date, which tells of its connection.
func (v *scimView) reread() tea.Cmd {
	return v.fresh.Load(v.ctx, organizationByID(v.env.API, v.org.OrganizationID))
}

// connection is the connection as it was read last.
func (v *scimView) connection() b2b.SCIMConnection {
	c, _ := v.read.Value()
	return c
}

// none reports that the organization has no connection.
func (v *scimView) none() bool { return api.HasType(v.read.Err(), b2b.ErrNoActiveSCIMConnection) }

// there reports that a connection has been read, and not been found gone since.
func (v *scimView) there() bool {
	_, ok := v.read.Value()
	return ok && !v.none()
}

// rotating reports that a second token waits to take the place of the first.
func (v *scimView) rotating() bool { return v.connection().NextBearerTokenExpiresAt != nil }

// Actions implements ui.View.
func (v *scimView) Actions() []ui.Action {
	act, c, none := v.env.act, v.connection(), v.notThere()
	return []ui.Action{
		act(keymap.SCIMNew, func() tea.Cmd { return ui.Open(newSCIMForm(v.env, v.org)) }).Because(v.cannotCreate()).Writing(),
		called(act(keymap.Open, func() tea.Cmd { return ui.Push(newSCIMGroups(v.env, v.org, c)) }), "groups").Because(none),
		act(keymap.SCIMEdit, func() tea.Cmd { return ui.Open(editSCIMForm(v.env, c)) }).Because(none).Writing(),
		act(keymap.Copy, v.copy).Because(none),
		act(keymap.SCIMRotate, func() tea.Cmd { return ui.Open(startRotation(v.env, c)) }).Because(none).Because(v.cannotStart()).Writing(),
		act(keymap.SCIMComplete, func() tea.Cmd { return ui.Open(completeRotation(v.env, c)) }).Because(none).Because(v.notRotating()).Writing(),
		act(keymap.SCIMCancel, func() tea.Cmd { return ui.Open(cancelRotation(v.env, c)) }).Because(none).Because(v.notRotating()).Writing(),
		act(keymap.SCIMDelete, func() tea.Cmd { return ui.Open(deleteSCIM(v.env, v.org, c)) }).Because(none).Writing(),
		act(keymap.Refresh, v.load),
	}
}

func (v *scimView) notThere() string {
	switch {
	case v.there():
		return ""
	case v.none():
		return "There is no SCIM connection; " + v.key(keymap.SCIMNew) + " makes one."
	case v.read.Busy():
		return "The connection is being read."
	}
	return "The connection could not be read; " + v.key(keymap.Refresh) + " tries again."
}

func (v *scimView) cannotCreate() string {
	switch {
	case v.there():
		return "An organization has one SCIM connection at most; " + v.key(keymap.SCIMDelete) + " deletes this one."
	case v.none():
		return ""
	}
	return v.notThere()
}

func (v *scimView) cannotStart() string {
	if v.rotating() {
		return "A rotation is under way: " + v.key(keymap.SCIMComplete) + " completes it, " + v.key(keymap.SCIMCancel) + " cancels it."
	}
	return ""
}

func (v *scimView) notRotating() string {
	if !v.rotating() {
		return "No rotation is under way; " + v.key(keymap.SCIMRotate) + " starts one."
	}
	return ""
}

func (v *scimView) copy() tea.Cmd {
	c := v.connection()
	return copyMenu(v.env, underCursor(v.detail, []copyable{
		{"base URL", c.BaseURL}, {"connection id", c.ConnectionID}, {"name", c.DisplayName},
		{"as command", "orgdeck api GET " + b2b.SCIMConnectionGet.URL(c.OrganizationID)},
	})...)
}

// Update implements ui.View.
func (v *scimView) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	switch {
	case v.read.Take(msg):
		v.show()
		if v.read.Err() == nil && v.there() {
			return v.loadGroups()
		}
		return nil
	case v.groups.Take(msg):
		v.show()
		return nil
	case v.fresh.Take(msg):
		if org, ok := v.fresh.Value(); ok && v.fresh.Err() == nil {
			return ui.Announce(ui.Changed[b2b.Organization]{Value: org})
		}
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[api.SandboxClock]:
		v.show()
	case ui.Changed[b2b.SCIMConnection]:
		if msg.Value.OrganizationID == v.org.OrganizationID {
			v.read.Set(msg.Value)
			v.show()
			return tea.Batch(v.loadGroups(), v.reread())
		}
	case ui.Removed[b2b.SCIMConnection]:
		if msg.ID == v.connection().ConnectionID {
			return tea.Batch(v.load(), v.reread())
		}
	case ui.Changed[b2b.Organization]:
		if msg.Value.OrganizationID == v.org.OrganizationID {
			v.org = msg.Value
		}
	case tea.KeyMsg:
		if v.there() {
			v.detail.Update(msg)
		}
	}
	return nil
}

// show puts what has been read on the screen.
func (v *scimView) show() {
	if v.there() {
		groups, _ := v.groups.Value()
		v.detail.SetSections(scimSections(v.env, v.connection(), groupsWords(v.env, groups, v.groups.Err()), v.env.now())...)
	}
	v.SetSize(v.width, v.height)
}

// View implements ui.View.
func (v *scimView) View() string {
	switch {
	case v.there():
		return strings.Join(append(v.head(), v.detail.View()), "\n")
	case v.read.Busy():
		return " " + v.env.Theme.Muted.Render("Loading…")
	case v.none():
		return strings.Join(v.nothing(), "\n")
	}
	return strings.Join(v.failure(), "\n")
}

func (v *scimView) failure() []string {
	if v.none() {
		return nil
	}
	return failureLines(v.env, "read the SCIM connection of "+v.org.OrganizationName, v.read.Err(), v.width, v.height)
}

// head says what went wrong, or how the connection stands.
func (v *scimView) head() []string {
	if lines := v.failure(); lines != nil {
		return lines
	}
	th, width := v.env.Theme, max(1, v.width)
	expires := v.connection().BearerTokenExpiresAt
	var lines []string
	switch {
	case v.rotating():
		lines = inset(th.Warning, "! A rotation is under way: both tokens work. Put the new one into the directory, then "+
			v.key(keymap.SCIMComplete)+" completes it; "+v.key(keymap.SCIMCancel)+" cancels it.", width)
	case expires != nil && expires.Before(v.env.now()):
		lines = inset(th.Danger, "✗ The token has expired: the directory cannot reach its members. "+v.key(keymap.SCIMRotate)+" makes a new one.", width)
	case expires != nil && expires.Sub(v.env.now()) < expiresSoon:
		lines = inset(th.Warning, "! The token ends soon; "+v.key(keymap.SCIMRotate)+" makes a new one.", width)
	default:
		lines = inset(th.Success, "✓ Active: the directory keeps the members up to date.", width)
	}
	return append(lines, "")
}

// nothing says what SCIM is and what to do, where there is no connection.
func (v *scimView) nothing() []string {
	th, width := v.env.Theme, v.env.sentenceWidth(v.width-2)
	lines := styled(th.Bold, ui.Wrap("No SCIM connection.", width))
	lines = append(append(lines, ""), ui.Wrap("By SCIM the directory of a company, such as Okta or Microsoft Entra, makes, changes and deletes the members of "+
		v.org.OrganizationName+" by itself, and its groups can give roles.", width)...)
	lines = append(append(lines, ""), ui.Wrap(v.key(keymap.SCIMNew)+" makes a connection: it has the base URL and the token that the directory asks for. The token is shown once.", width)...)
	return indented(lines)
}

func (v *scimView) key(id keymap.ID) string { return v.env.Keys.Binding(id).Help().Key }
