package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// overview sums up one organization: who is in it, how they sign in, and what
// is open that should not be.
type overview struct {
	env   *Env
	ctx   context.Context
	org   b2b.Organization
	read  async.Remote[b2b.Organization]
	tally memberTally
	radar radar
	later async.Remote[struct{}] // counts again, after members have changed
	seen  bool
	stale bool // what is counted has changed while nobody saw it
	top   int  // the first line shown

	width, height int
}

var _ ui.View = (*overview)(nil)

// newOverview returns the overview of org. It shows org as it is given, and
// counts its members when it opens.
func newOverview(env *Env, org b2b.Organization) ui.View {
	return &overview{env: env, org: org}
}

// Title implements ui.View.
func (v *overview) Title() string { return "Overview" }

// SetSize implements ui.View.
func (v *overview) SetSize(width, height int) { v.width, v.height = width, height }

// Capturing implements ui.View.
func (v *overview) Capturing() bool { return false }

// Init implements ui.View.
func (v *overview) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.count()
}

func (v *overview) count() tea.Cmd {
	return tea.Batch(v.tally.load(v.ctx, v.env.API.Members, v.org.OrganizationID), v.radar.load(v.ctx, v.env, v.org))
}

// refresh reads the organization again and counts anew.
func (v *overview) refresh() tea.Cmd {
	return tea.Batch(v.reread(), v.count())
}

func (v *overview) reread() tea.Cmd {
	organizations, id := v.env.API.Organizations, v.org.OrganizationID
	return v.read.Load(v.ctx, func(ctx context.Context) (b2b.Organization, error) { return organizations.Get(ctx, id) })
}

// Actions implements ui.View.
func (v *overview) Actions() []ui.Action {
	act := v.env.act
	page := max(1, v.height-2)
	return []ui.Action{
		act(keymap.OrgEdit, func() tea.Cmd { return ui.Open(editOrgForm(v.env, v.org)) }).Writing(),
		act(keymap.JSONEdit, func() tea.Cmd { return editOrgJSON(v.env, v.org) }).Because(v.env.noEditor()).Writing(),
		act(keymap.OrgDelete, func() tea.Cmd { return ui.Open(deleteOrg(v.env, v.org)) }).Writing(),
		act(keymap.Copy, func() tea.Cmd { return copyMenu(v.env, orgCopies(v.org)...) }),
		act(keymap.Refresh, v.refresh),
		act(keymap.Up, v.scroll(-1)), act(keymap.Down, v.scroll(1)),
		act(keymap.PageUp, v.scroll(-page)), act(keymap.PageDown, v.scroll(page)),
		act(keymap.Top, v.scroll(-1<<16)), act(keymap.Bottom, v.scroll(1<<16)),
	}
}

func (v *overview) scroll(by int) func() tea.Cmd {
	return func() tea.Cmd {
		v.top = max(0, min(v.top+by, len(v.lines())-v.height))
		return nil
	}
}

// Update implements ui.View.
func (v *overview) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.whenSeen(v.refresh)
	}
	if cmd, mine := v.tally.take(msg); mine {
		return cmd
	}
	if cmd, mine := v.radar.take(v.env, msg); mine {
		return cmd
	}
	if v.read.Take(msg) {
		if v.read.Err() != nil {
			return nil
		}
		v.org, _ = v.read.Value()
		return ui.Announce(ui.Changed[b2b.Organization]{Value: v.org})
	}
	if v.later.Take(msg) {
		return v.whenSeen(v.count)
	}
	if changed, ok := msg.(ui.Changed[b2b.Organization]); ok {
		return v.changed(changed.Value)
	}
	if peopleOf(msg) == v.org.OrganizationID {
		return v.later.LoadAfter(v.ctx, quiet, func(context.Context) (struct{}, error) { return struct{}{}, nil })
	}
	return nil
}

// whenSeen counts at once where somebody sees it, and else when somebody does.
func (v *overview) whenSeen(count func() tea.Cmd) tea.Cmd {
	if v.stale = !v.seen; v.stale {
		return nil
	}
	return count()
}

// Watch implements ui.Watched.
func (v *overview) Watch(seen bool) tea.Cmd {
	if v.seen = seen; seen && v.stale {
		return v.whenSeen(v.refresh)
	}
	return nil
}

// changed shows what the server now holds. A read under way may tell of a time
// before, so it begins anew.
func (v *overview) changed(org b2b.Organization) tea.Cmd {
	if org.OrganizationID != v.org.OrganizationID {
		return nil
	}
	v.org = org
	if !v.read.Busy() {
		return nil
	}
	return v.reread()
}
