package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// From paneFrom columns on the detail pane stands beside the list. With fewer, either
// the list would lose one of what it is read for, or the pane would break each id over
// three lines; the list is worth more then, and enter shows the rest.
const (
	paneFrom   = listBeside + paneLeast
	listBeside = 80 // name, e-mail, status and second factors
	paneLeast  = 52 // an id of 54 letters, beside its name, in two lines
	paneWidest = 64
	needsRoom  = "The detail pane needs a terminal of 132 columns." // asked for after every key
)

// members lists the members of one organization, or of all.
type members struct {
	env     *Env
	org     *b2b.Organization // nil: across all of them
	list    *list[memberRow]
	filters memberFilters
	ids     async.Remote[[]string] // of all organizations, when across
	pane    bool                   // the detail pane is wanted
	detail  *ui.Detail             // what the pane shows
	shown   b2b.Member             // of whom
	width   int
	height  int

	toProfile, toMFA func() tea.Cmd // made once: all actions are made after every key
}

var _ ui.View = (*members)(nil)

// newMembers lists the members of org.
func newMembers(env *Env, org b2b.Organization) *members { return membersView(env, &org) }

// newAllMembers lists the members of all organizations.
func newAllMembers(env *Env) *members { return membersView(env, nil) }

func membersView(env *Env, org *b2b.Organization) *members {
	v := &members{env: env, org: org, pane: true, detail: ui.NewDetail(env.Theme)}
	across := org == nil
	table := newTable(env, memberRowID, memberColumns(env, across)...)
	list := &list[memberRow]{
		env: env, table: table, box: newSearchBox("e-mail, phone or id"),
		plan: v.plan, narrowed: func() []string { return v.filters.conditions().words }, unfilter: func() { v.filters = memberFilters{} },
		what: "search members", empty: noMembers(env, across),
		sort: sorting[memberRow]{
			orders:  memberOrders(across),
			arrived: func(a, b memberRow) int { return compareTime(a.CreatedAt, b.CreatedAt) },
		},
	}
	v.list = list.recall(memberListName(across))
	v.detail.SetFocus(false)
	v.toProfile, v.toMFA = v.open("Profile"), v.open("MFA")
	return v
}

// noMembers says what to do where there is no member at all.
func noMembers(env *Env, across bool) string {
	if across {
		return "No members yet: every member belongs to an organization. " + env.Keys.Binding(keymap.Organizations).Help().Key + " leads to them."
	}
	return "No members yet. n creates one, i invites one."
}

// plan says how to search for what is typed, under the filters that are set.
func (v *members) plan(text string, rows int) (fetch[memberRow], string) {
	in, ok := v.organizations()
	if !ok {
		return nil, ""
	}
	query, err := api.MemberQuery(text, v.filters.conditions().operands...)
	if err != nil {
		return nil, tooShort(err)
	}
	if len(in) == 0 { // the API refuses to search nowhere
		return func(context.Context, string) (*api.Page[memberRow], error) { return &api.Page[memberRow]{}, nil }, ""
	}
	service := v.env.API.Members
	search := b2b.SearchMembers{OrganizationIDs: in, Limit: &rows, Query: query}
	return func(ctx context.Context, cursor string) (*api.Page[memberRow], error) {
		search := search
		if cursor != "" {
			search.Cursor = &cursor
		}
		page, err := service.Search(ctx, search)
		if err != nil {
			return nil, err
		}
		return memberRows(page), nil
	}, ""
}

// organizations are the ids to search in; false while they are not known yet.
func (v *members) organizations() ([]string, bool) {
	if v.org != nil {
		return []string{v.org.OrganizationID}, true
	}
	return v.ids.Value()
}

// memberRows puts each member of a page beside its organization.
func memberRows(page *api.MemberPage) *api.Page[memberRow] {
	rows := make([]memberRow, len(page.Items))
	for i, m := range page.Items {
		rows[i] = memberRow{m, page.Organizations[m.OrganizationID]}
	}
	return &api.Page[memberRow]{Items: rows, Total: page.Total, NextCursor: page.NextCursor}
}

// Title implements ui.View.
func (v *members) Title() string { return "Members" }

// SetSize implements ui.View.
func (v *members) SetSize(width, height int) {
	v.width, v.height = width, height
	v.layout()
}

func (v *members) layout() {
	v.list.setSize(v.width-v.paneWidth(), v.height)
	v.detail.SetSize(max(0, v.paneWidth()-2), v.height)
}

// paneWidth is the room of the detail pane, with the line before it.
func (v *members) paneWidth() int {
	if !v.pane || v.noPane() != "" {
		return 0
	}
	return max(paneLeast, min(paneWidest, v.width*2/5))
}

// Capturing implements ui.View.
func (v *members) Capturing() bool { return v.list.box.typing() }

// Init implements ui.View.
func (v *members) Init(ctx context.Context) tea.Cmd {
	if v.org != nil {
		return v.list.init(ctx)
	}
	v.list.ctx = ctx
	return v.loadOrganizations()
}

// readAll reads anew what is listed, and where to look for it.
func (v *members) readAll() tea.Cmd {
	if v.org != nil {
		return v.list.reload()
	}
	return v.loadOrganizations()
}

// loadOrganizations asks for the ids of all organizations: the API searches for
// members only in organizations that are named.
func (v *members) loadOrganizations() tea.Cmd {
	service := v.env.API.Organizations
	return v.ids.Load(v.list.ctx, func(ctx context.Context) ([]string, error) {
		var ids []string
		for org, err := range service.All(ctx, b2b.SearchOrganizations{Limit: api.Ptr(1000)}) {
			if err != nil {
				return nil, err
			}
			ids = append(ids, org.OrganizationID)
		}
		return ids, nil
	})
}

func (v *members) selected() memberRow {
	row, _ := v.list.table.Selected()
	return row
}

// open shows the selected member at one of its tabs.
func (v *members) open(tab string) func() tea.Cmd {
	return func() tea.Cmd {
		row := v.selected()
		return ui.Push(newMember(v.env, row.Member, v.organizationOf(row), tab))
	}
}

func (v *members) organizationOf(row memberRow) b2b.Organization {
	if v.org != nil {
		return *v.org
	}
	return row.org
}

func (v *members) openOrganization() tea.Cmd {
	return ui.Push(newOrg(v.env, v.selected().org, "Overview"))
}

func (v *members) why() tea.Cmd {
	row := v.selected()
	return ui.Push(newWhy(v.env, row.Member, v.organizationOf(row)))
}

func (v *members) create() tea.Cmd { return ui.Open(newMemberForm(v.env, *v.org)) }

func (v *members) edit() tea.Cmd { return ui.Open(editMemberForm(v.env, v.selected().Member)) }

func (v *members) editJSON() tea.Cmd { return editMemberJSON(v.env, v.selected().Member) }

func (v *members) actAs() tea.Cmd { return v.env.waysToAct(v.selected().Member) }

func (v *members) delete() tea.Cmd { return ui.Open(deleteMember(v.env, v.selected().Member)) }

func (v *members) reactivate() tea.Cmd {
	return ui.Open(reactivateMember(v.env, v.selected().Member))
}

func (v *members) copy() tea.Cmd {
	search := []string{"orgdeck", "members", "search"}
	if v.org != nil {
		search = append(search, "--org", v.org.OrganizationID)
	}
	things := v.list.listCopies(v.filters.conditions().operands, search...)
	if row, ok := v.list.table.Selected(); ok {
		things = append(memberCopies(row.Member), things...)
	}
	return copyMenu(v.env, things...)
}

func (v *members) mark() tea.Cmd {
	v.list.table.ToggleMark()
	return v.list.more()
}

func (v *members) markAll() tea.Cmd {
	v.list.table.ToggleAllMarks()
	return nil
}

func (v *members) togglePane() tea.Cmd {
	v.pane = !v.pane
	v.layout()
	return nil
}

func (v *members) filter() tea.Cmd {
	return ui.Open(v.filters.form(v.env, func(set memberFilters) tea.Cmd {
		v.filters = set
		return v.list.reload()
	}))
}

// Update implements ui.View.
func (v *members) Update(msg tea.Msg) tea.Cmd {
	cmd := v.update(msg)
	v.followCursor()
	return cmd
}

func (v *members) update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.readAll()
	}
	if cmd, ok := v.list.take(msg); ok {
		return cmd
	}
	if v.ids.Take(msg) {
		return v.list.reload()
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Organization]:
		v.organizationChanged(msg.Value)
		return nil
	case ui.Changed[b2b.Member]:
		return v.changed(msg.Value)
	case ui.Removed[b2b.Member]:
		return tea.Batch(v.list.removed(msg.ID), v.refill())
	}
	return v.list.update(msg)
}

// refill asks for more once all that was fetched has been removed.
func (v *members) refill() tea.Cmd {
	if v.list.table.Len() > 0 || v.list.next == "" || v.list.page.Busy() {
		return nil
	}
	return v.list.reload()
}

func (v *members) organizationChanged(org b2b.Organization) {
	if v.org != nil && v.org.OrganizationID == org.OrganizationID {
		v.org = &org
	}
}

// changed shows what the server now holds of a member. One that is not listed
// is new here, if it belongs here.
func (v *members) changed(m b2b.Member) tea.Cmd {
	for _, row := range v.list.table.Rows() {
		if row.MemberID == m.MemberID {
			v.list.table.Replace(memberRow{m, row.org})
			return nil
		}
	}
	switch {
	case v.org == nil:
		return v.list.recount()
	case v.org.OrganizationID == m.OrganizationID:
		return v.list.added(memberRow{m, *v.org}, m.MemberID)
	}
	return nil
}
