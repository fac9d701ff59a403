package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// orgs lists the organizations of the project.
type orgs struct {
	env     *Env
	list    *list[b2b.Organization]
	filters orgFilters
	counts  memberCounts
	anew    bool // they are asked for anew once the list is read
}

var _ ui.View = (*orgs)(nil)

// newOrgs returns the organization list.
func newOrgs(env *Env) *orgs {
	v := &orgs{env: env, counts: newMemberCounts()}
	table := newTable(env, orgID, orgColumns(env, v.counts.of)...)
	list := &list[b2b.Organization]{
		env: env, table: table, box: newSearchBox("name, slug, id, member's e-mail"),
		plan: v.plan, narrowed: func() []string { return v.filters.conditions().words }, unfilter: func() { v.filters = orgFilters{} },
		what: "search organizations", empty: "No organizations yet. n makes the first.",
		sort: sorting[b2b.Organization]{
			orders:  orgOrders(v.counts.of),
			arrived: func(a, b b2b.Organization) int { return compareTime(a.CreatedAt, b.CreatedAt) },
		},
	}
	v.list = list.recall("organizations")
	return v
}

func orgID(o b2b.Organization) string { return o.OrganizationID }

// plan says how to search for what is typed, under the filters that are set.
func (v *orgs) plan(text string, rows int) (fetch[b2b.Organization], string) {
	operands := v.filters.conditions().operands
	if _, err := api.OrganizationQuery(text, operands...); err != nil {
		return nil, tooShort(err)
	}
	organizations, search := v.env.API.Organizations, b2b.SearchOrganizations{Limit: &rows}
	return func(ctx context.Context, cursor string) (*api.Page[b2b.Organization], error) {
		return organizations.Lookup(ctx, text, searchFrom(search, cursor), operands...)
	}, ""
}

func searchFrom(search b2b.SearchOrganizations, cursor string) b2b.SearchOrganizations {
	if cursor != "" {
		search.Cursor = &cursor
	}
	return search
}

// Title implements ui.View.
func (v *orgs) Title() string { return "Organizations" }

// SetSize implements ui.View.
func (v *orgs) SetSize(width, height int) { v.list.setSize(width, height) }

// Capturing implements ui.View.
func (v *orgs) Capturing() bool { return v.list.box.typing() }

// Init implements ui.View.
func (v *orgs) Init(ctx context.Context) tea.Cmd { return v.list.init(ctx) }

// Actions implements ui.View.
func (v *orgs) Actions() []ui.Action {
	if v.Capturing() {
		return v.list.actions()
	}
	act, none := v.env.act, v.noneSelected()
	return append(v.env.within(v.selected().OrganizationID, "", []ui.Action{
		act(keymap.Open, v.open("Overview")).Because(none),
		act(keymap.OrgMembers, v.open("Members")).Because(none),
		act(keymap.OrgSettings, v.open("Settings")).Because(none),
		act(keymap.OrgNew, v.create).Writing(),
		act(keymap.OrgEdit, v.edit).Because(none).Writing(),
		act(keymap.JSONEdit, func() tea.Cmd { return editOrgJSON(v.env, v.selected()) }).Because(none).Because(v.env.noEditor()).Writing(),
		act(keymap.OrgDelete, v.delete).Because(none).Writing(),
		act(keymap.Filter, v.filter),
		act(keymap.Copy, v.copy).Because(v.list.nothingToCopy()),
		act(keymap.Export, v.export).Because(v.list.cannotExport()),
	}), v.list.refreshedBy(v.refresh, v.list.actions())...)
}

func (v *orgs) noneSelected() string {
	if _, ok := v.list.table.Selected(); !ok {
		return "No organization is selected."
	}
	return ""
}

func (v *orgs) selected() b2b.Organization {
	org, _ := v.list.table.Selected()
	return org
}

// open shows the selected organization at one of its tabs.
func (v *orgs) open(tab string) func() tea.Cmd {
	return func() tea.Cmd { return ui.Push(newOrg(v.env, v.selected(), tab)) }
}

// refresh searches anew and, when that is answered, counts the members anew.
func (v *orgs) refresh() tea.Cmd {
	v.anew = true
	return v.list.reload()
}

// listed asks for what the rows that have come do not tell.
func (v *orgs) listed() tea.Cmd {
	if v.anew && v.list.page.Err() == nil {
		v.anew = false
		v.counts.allOld()
	}
	return v.count()
}

func (v *orgs) create() tea.Cmd { return ui.Open(newOrgForm(v.env)) }

func (v *orgs) edit() tea.Cmd { return ui.Open(editOrgForm(v.env, v.selected())) }

func (v *orgs) delete() tea.Cmd { return ui.Open(deleteOrg(v.env, v.selected())) }

func (v *orgs) copy() tea.Cmd {
	things := v.list.listCopies(v.filters.conditions().operands, "orgdeck", "orgs", "list")
	if org, ok := v.list.table.Selected(); ok {
		things = append(orgCopies(org), things...)
	}
	return copyMenu(v.env, things...)
}

func (v *orgs) filter() tea.Cmd {
	return ui.Open(v.filters.form(v.env, func(set orgFilters) tea.Cmd {
		v.filters = set
		return v.list.reload()
	}))
}

// Update implements ui.View.
func (v *orgs) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.refresh()
	}
	if cmd, ok := v.list.take(msg); ok {
		return tea.Batch(cmd, v.listed())
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Organization]:
		return v.changed(msg.Value)
	case ui.Removed[b2b.Organization]:
		return v.list.removed(msg.ID)
	case ui.Changed[membership]:
		return v.counts.again(v.list.ctx, v.env.API.Organizations, msg.Value.organizationID, v.list.table.Visible())
	}
	if v.counts.take(msg) {
		v.list.table.Redraw()
		return v.count()
	}
	return tea.Batch(v.list.update(msg), v.count())
}

// changed shows what the server now holds; an organization that is not listed
// is a new one, and comes last as it does on the server.
func (v *orgs) changed(org b2b.Organization) tea.Cmd {
	if v.list.table.Replace(org) {
		return nil
	}
	return v.list.added(org, org.OrganizationID)
}

// count asks for the member counts of the rows in sight that have none.
func (v *orgs) count() tea.Cmd {
	return v.counts.load(v.list.ctx, v.env.API.Organizations, v.list.table.Visible())
}

// View implements ui.View.
func (v *orgs) View() string { return v.list.view() }
