package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
)

const (
	tallyPage  = 250    // members a request of the count
	tallyLimit = 10_000 // members looked at one by one before the count stops
	namesShown = 3      // members named where some are pointed out
	adminsPage = 100
)

// memberTally counts the members of an organization. What the API can count
// alone is asked for as totals; the rest is counted member by member, page
// after page, over the active ones.
type memberTally struct {
	ctx     context.Context
	members *api.MembersService
	id      string

	totals     [3]memberTotal // invited, pending, deleted
	breakglass async.Remote[*api.MemberPage]
	admins     async.Remote[*api.MemberPage]
	page       async.Remote[*api.MemberPage] // of active members
	now, last  factorCount                   // under way; the last that was finished
	finished   bool                          // there is a last one
}

// memberTotal is how many members have a status.
type memberTotal struct {
	status string
	page   async.Remote[*api.MemberPage]
}

// factorCount says which second factors active members have.
type factorCount struct {
	of                            int // active members; -1 when the server does not count
	counted                       int
	having, enrolled, totp, phone int
	next                          string // the cursor of the next page; "" after the last
}

func (f *factorCount) add(page *api.MemberPage) {
	f.of, f.next = page.Total, page.NextCursor
	for _, m := range page.Items {
		f.counted++
		f.having += btoi(hasFactor(m))
		f.enrolled += btoi(m.MFAEnrolled)
		f.totp += btoi(m.TOTPRegistrationID != "")
		f.phone += btoi(m.MFAPhoneNumber != "")
	}
}

// hasFactor reports whether a member has something to answer a second question
// with.
func hasFactor(m b2b.Member) bool { return m.TOTPRegistrationID != "" || m.MFAPhoneNumber != "" }

// load counts from the beginning. What was counted before stays until then.
func (t *memberTally) load(ctx context.Context, members *api.MembersService, id string) tea.Cmd {
	t.ctx, t.members, t.id = ctx, members, id
	for i, status := range []string{b2b.MemberStatusInvited, b2b.MemberStatusPending, b2b.MemberStatusDeleted} {
		t.totals[i].status = status
	}
	active := api.Filter(b2b.FilterStatuses, []string{b2b.MemberStatusActive})
	t.now = factorCount{}
	cmds := []tea.Cmd{
		t.search(&t.page, tallyPage, "", active),
		t.search(&t.admins, adminsPage, "", active, api.Filter(b2b.FilterMemberRoles, []string{b2b.RoleAdmin})),
		t.search(&t.breakglass, namesShown, "", active, api.Filter(b2b.FilterMemberIsBreakglass, true)),
	}
	for i := range t.totals {
		status := api.Filter(b2b.FilterStatuses, []string{t.totals[i].status})
		limit := 1 // it is counted alone
		if t.totals[i].status == b2b.MemberStatusInvited {
			limit = invitesLooked
		}
		cmds = append(cmds, t.search(&t.totals[i].page, limit, "", status))
	}
	return tea.Batch(cmds...)
}

func (t *memberTally) search(into *async.Remote[*api.MemberPage], limit int, cursor string, filters ...b2b.SearchOperand) tea.Cmd {
	members := t.members
	search := b2b.SearchMembers{OrganizationIDs: []string{t.id}, Limit: &limit, Query: api.And(filters...)}
	if cursor != "" {
		search.Cursor = &cursor
	}
	return into.Load(t.ctx, func(ctx context.Context) (*api.MemberPage, error) { return members.Search(ctx, search) })
}

// take keeps an answer, and reports whether msg was one.
func (t *memberTally) take(msg tea.Msg) (tea.Cmd, bool) {
	if t.page.Take(msg) {
		return t.counted(), true
	}
	if t.admins.Take(msg) || t.breakglass.Take(msg) {
		return nil, true
	}
	for i := range t.totals {
		if t.totals[i].page.Take(msg) {
			return nil, true
		}
	}
	return nil, false
}

// counted adds the page that has come, and asks for the next.
func (t *memberTally) counted() tea.Cmd {
	if t.page.Err() != nil {
		return nil
	}
	page, _ := t.page.Value()
	t.now.add(page)
	if t.now.next == "" || t.now.counted >= tallyLimit {
		t.last, t.finished = t.now, true
		return nil
	}
	return t.search(&t.page, tallyPage, t.now.next, api.Filter(b2b.FilterStatuses, []string{b2b.MemberStatusActive}))
}

// invites are the oldest of the invited members.
func (t *memberTally) invites() *async.Remote[*api.MemberPage] { return &t.totals[0].page }

// counting reports whether members are being looked at one by one.
func (t *memberTally) counting() bool { return t.page.Busy() }

// factors is the count to show: the last that was finished, else the one under
// way; false before there is any.
func (t *memberTally) factors() (factorCount, bool) {
	if t.finished {
		return t.last, true
	}
	return t.now, t.now.counted > 0 || t.now.of != 0
}

// err is the first of what went wrong.
func (t *memberTally) err() error {
	pages := []*async.Remote[*api.MemberPage]{&t.page, &t.admins, &t.breakglass}
	for i := range t.totals {
		pages = append(pages, &t.totals[i].page)
	}
	for _, page := range pages {
		if err := page.Err(); err != nil {
			return err
		}
	}
	return nil
}

// total is how many members an answer speaks of; false when it has not come or
// the server does not count.
func total(page *async.Remote[*api.MemberPage]) (int, bool) {
	p, ok := page.Value()
	if !ok || p.Total < 0 {
		return 0, false
	}
	return p.Total, true
}
