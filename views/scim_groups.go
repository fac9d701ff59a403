package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// scimGroups lists the groups that the directory has sent, with the roles that
// each gives.
type scimGroups struct {
	env        *Env
	ctx        context.Context
	org        b2b.Organization
	connection b2b.SCIMConnection
	page       async.Remote[*api.Page[b2b.SCIMGroup]]
	next       string // the cursor of the next page; "" on the last
	first      bool   // the page under way is the first
	table      *ui.Table[b2b.SCIMGroup]

	width, height int
}

var _ ui.View = (*scimGroups)(nil)

func newSCIMGroups(env *Env, org b2b.Organization, c b2b.SCIMConnection) *scimGroups {
	v := &scimGroups{env: env, org: org, connection: c}
	muted := func(b2b.SCIMGroup) lipgloss.Style { return env.Theme.Muted }
	v.table = newTable(env, func(g b2b.SCIMGroup) string { return g.GroupID },
		ui.Column[b2b.SCIMGroup]{Title: "Group", MinWidth: 20, Cell: func(g b2b.SCIMGroup) string { return g.GroupName }},
		ui.Column[b2b.SCIMGroup]{Title: "Roles it gives", MinWidth: 20, Cell: v.rolesCell},
		ui.Column[b2b.SCIMGroup]{Title: "Group id", MinWidth: 18, Priority: 1, Style: muted, Cell: func(g b2b.SCIMGroup) string { return g.GroupID }},
	)
	return v
}

func (v *scimGroups) rolesCell(g b2b.SCIMGroup) string {
	return strings.Join(rolesOfGroup(v.connection, g.GroupID), ", ")
}

// Title implements ui.View.
func (v *scimGroups) Title() string { return "Groups of " + scimName(v.connection) }

// SetSize implements ui.View.
func (v *scimGroups) SetSize(width, height int) {
	v.width, v.height = width, height
	v.table.SetSize(width, max(0, height-1-len(v.failure())))
}

// Capturing implements ui.View.
func (v *scimGroups) Capturing() bool { return false }

// Init implements ui.View.
func (v *scimGroups) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.reload()
}

func (v *scimGroups) reload() tea.Cmd {
	v.first = true
	return v.load(nil)
}

func (v *scimGroups) load(cursor *string) tea.Cmd {
	service, c := v.env.API.SCIM, v.connection
	return v.page.Load(v.ctx, func(ctx context.Context) (*api.Page[b2b.SCIMGroup], error) {
		return service.Groups(ctx, c, b2b.GetSCIMConnectionGroups{Cursor: cursor, Limit: api.Ptr(pageSize)})
	})
}

// more asks for the next page when the cursor comes near the end of this one.
func (v *scimGroups) more() tea.Cmd {
	if v.next == "" || v.page.Busy() || v.page.Err() != nil || !v.table.AtEnd() {
		return nil
	}
	cursor := v.next
	return v.load(&cursor)
}

// Actions implements ui.View.
func (v *scimGroups) Actions() []ui.Action {
	act, none := v.env.act, ""
	g, ok := v.table.Selected()
	if !ok {
		none = "No group is selected."
	}
	return v.env.within(v.org.OrganizationID, "", []ui.Action{
		v.env.also(act(keymap.SCIMGroupRoles, func() tea.Cmd { return ui.Open(groupRolesForm(v.env, v.org, v.connection, g)) }), keymap.Open).Because(none).Writing(),
		act(keymap.Copy, func() tea.Cmd {
			return copyMenu(v.env, copyable{"group name", g.GroupName}, copyable{"group id", g.GroupID})
		}).Because(none),
		act(keymap.Refresh, v.reload),
	})
}

// Update implements ui.View.
func (v *scimGroups) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.reload()
	}
	if v.page.Take(msg) {
		v.take()
		return v.more()
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.SCIMConnection]:
		if msg.Value.ConnectionID == v.connection.ConnectionID {
			v.connection = msg.Value
			v.table.Redraw()
		}
	case ui.Removed[b2b.SCIMConnection]:
		if msg.ID == v.connection.ConnectionID {
			return ui.Dismiss(v)
		}
	case tea.KeyMsg:
		v.table.Update(msg)
		return v.more()
	case tea.MouseMsg:
		msg.Y -= 1 + len(v.failure())
		v.table.Mouse(msg)
		return v.more()
	}
	return nil
}

func (v *scimGroups) take() {
	if page, ok := v.page.Value(); ok && v.page.Err() == nil {
		v.next = page.NextCursor
		if v.first {
			v.table.SetRows(page.Items)
		} else {
			v.table.AppendRows(page.Items...)
		}
		v.first = false
		v.table.SetTotal(0)
		if v.next != "" {
			v.table.SetTotal(-1)
		}
	}
	v.SetSize(v.width, v.height)
}

func (v *scimGroups) failure() []string {
	return failureLines(v.env, "read the groups of "+scimName(v.connection), v.page.Err(), v.width, v.height)
}

// View implements ui.View.
func (v *scimGroups) View() string {
	th := v.env.Theme
	v.table.Empty = "The directory has sent no groups yet. They come once groups are assigned or pushed there."
	switch _, loaded := v.page.Value(); {
	case v.page.Err() != nil:
		v.table.Empty = ""
	case !loaded:
		v.table.Empty = "Loading…"
	}
	said := th.Muted.Render(ui.Cut(" What is in a group is decided in the directory; here, what it gives.", max(0, v.width-10)))
	lines := append([]string{ui.Spread(said, th.Muted.Render(v.table.Position()), v.width)}, v.failure()...)
	return strings.Join(append(lines, v.table.View()), "\n")
}

// groupRolesForm asks which roles the members of a group get.
func groupRolesForm(env *Env, org b2b.Organization, c b2b.SCIMConnection, g b2b.SCIMGroup) ui.View {
	typed := strings.Join(rolesOfGroup(c, g.GroupID), ", ")
	const key = "scim_group_implicit_role_assignments"
	return &ui.Form[b2b.SCIMConnection]{
		Name:    "Roles of the group " + g.GroupName,
		Review:  true,
		FieldOf: fieldOfError(key, b2b.ErrInvalidRBACRoleAssignment, b2b.ErrSCIMGroupRoleAssignmentGroupDoesNotExist),
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{{
				Field: huh.NewInput().Key(key).Title("Roles").Value(&typed).Validate(func(s string) error { return checkRoles(splitList(s)) }),
				Help:  "Ids of roles, with commas between, for every member of the group: " + strings.Join(rolesToGive(org), ", ") + " … Leave it empty to take them all away.",
			}}}}
		},
		Send: func() ui.Write[b2b.SCIMConnection] {
			return write(env.API.SCIM.Update(c, b2b.UpdateSCIMConnection{SCIMGroupImplicitRoleAssignments: withGroupRoles(c, g, splitList(typed))}))
		},
		Done: scimSaved("Saved the roles of " + g.GroupName + "."),
	}
}
