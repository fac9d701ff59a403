package views

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// sessions lists where a member is signed in, the session used last first.
type sessions struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	org    b2b.Organization
	live   async.Remote[[]b2b.MemberSession]
	table  *ui.Table[b2b.MemberSession]
	line   headLine
	width  int
	height int
}

var _ ui.View = (*sessions)(nil)

// newSessions lists the sessions of a member of org.
func newSessions(env *Env, member b2b.Member, org b2b.Organization) ui.View {
	table := newTable(env, sessionID, sessionColumns(env)...)
	return &sessions{env: env, member: member, org: org, table: table}
}

func sessionID(s b2b.MemberSession) string { return s.MemberSessionID }

func sessionColumns(env *Env) []ui.Column[b2b.MemberSession] {
	th := env.Theme
	muted := func(b2b.MemberSession) lipgloss.Style { return th.Muted }
	type session = b2b.MemberSession
	return []ui.Column[session]{
		{Title: "Signed in by", MinWidth: 28, Cell: factorNames},
		{Title: "Ends", Width: 16, Cell: func(s session) string { return ending(s, env.now()) }, Style: endingStyle(env)},
		{Title: "Last used", Width: 13, Cell: func(s session) string { return fromNow(s.LastAccessedAt, env.now()) }},
		{Title: "Began", Width: 20, Priority: 1, Style: muted, Cell: func(s session) string { return moment(s.StartedAt) }},
		{Title: "Roles", Width: 24, Priority: 3, Style: muted, Cell: func(s session) string { return strings.Join(s.Roles, ", ") }},
		{Title: "Session id", Width: 49, Priority: 4, Style: muted, Cell: sessionID},
	}
}

// endingStyle warns of a session that is about to end.
func endingStyle(env *Env) func(b2b.MemberSession) lipgloss.Style {
	th := env.Theme
	return func(s b2b.MemberSession) lipgloss.Style {
		if s.ExpiresAt != nil && s.ExpiresAt.Sub(env.now()) < 10*time.Minute {
			return th.Warning
		}
		return th.Success
	}
}

// Title implements ui.View.
func (v *sessions) Title() string { return "Sessions" }

// SetSize implements ui.View.
func (v *sessions) SetSize(width, height int) {
	v.width, v.height = width, height
	v.table.SetSize(width, max(0, height-len(v.top())))
}

// Capturing implements ui.View.
func (v *sessions) Capturing() bool { return false }

// Init implements ui.View.
func (v *sessions) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if isDeleted(v.member) != "" {
		return nil // the API answers for live members only
	}
	return v.load()
}

func (v *sessions) load() tea.Cmd {
	service, m := v.env.API.Sessions, v.member
	return v.live.Load(v.ctx, func(ctx context.Context) ([]b2b.MemberSession, error) {
		return service.Get(ctx, m.OrganizationID, m.MemberID)
	})
}

// Actions implements ui.View.
func (v *sessions) Actions() []ui.Action {
	act, none := v.env.act, v.noneSelected()
	revoke := act(keymap.SessionRevoke, v.revoke).Because(none).Writing()
	if n := v.table.MarkCount(); n > 0 {
		revoke = called(revoke, "end the marked")
	}
	actions := []ui.Action{
		act(keymap.Open, v.open).Because(none),
		revoke,
		act(keymap.SessionRevokeAll, v.revokeAll).Because(none).Writing(),
		act(keymap.SessionJWT, v.lookIntoJWT),
		act(keymap.Copy, v.copy).Because(none),
		act(keymap.Refresh, v.load).Because(isDeleted(v.member)),
		act(keymap.MarkOne, v.mark).Because(none),
		act(keymap.MarkAll, v.markAll).Because(none),
	}
	if v.table.MarkCount() > 0 {
		actions = append(actions, called(act(keymap.Back, v.clearMarks), "unmark"))
	}
	return actions
}

func (v *sessions) noneSelected() string {
	if _, ok := v.table.Selected(); ok {
		return ""
	}
	return memberName(v.member) + " has no session."
}

func (v *sessions) selected() b2b.MemberSession {
	s, _ := v.table.Selected()
	return s
}

func (v *sessions) open() tea.Cmd { return ui.Push(newSession(v.env, v.member, v.selected())) }

func (v *sessions) copy() tea.Cmd {
	s := v.selected()
	return copyMenu(v.env, copyable{"session id", s.MemberSessionID}, copyable{"member id", s.MemberID})
}

func (v *sessions) lookIntoJWT() tea.Cmd {
	known, _ := v.live.Value()
	return ui.Open(newJWTDialog(v.env, v.member, known))
}

func (v *sessions) mark() tea.Cmd {
	v.table.ToggleMark()
	return nil
}

func (v *sessions) markAll() tea.Cmd {
	v.table.ToggleAllMarks()
	return nil
}

func (v *sessions) clearMarks() tea.Cmd {
	v.table.ClearMarks()
	return nil
}

// Update implements ui.View.
func (v *sessions) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if v.live.Take(msg) {
		v.show()
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[api.SandboxClock]:
		v.table.Redraw()
	case ui.Removed[b2b.MemberSession]:
		v.table.Remove(msg.ID)
	case ui.Changed[b2b.Member]:
		if msg.Value.MemberID == v.member.MemberID {
			v.member = msg.Value
		}
	case ui.Removed[b2b.Member]:
		if msg.ID == v.member.MemberID {
			v.live.Reset()
			v.member.Status = b2b.MemberStatusDeleted
			v.table.SetRows(nil)
		}
	case tea.KeyMsg:
		v.table.Update(msg)
	case tea.MouseMsg:
		msg.Y -= len(v.top())
		v.table.Mouse(msg)
	}
	return nil
}

// show lists what has been read, and how far away everything is by now.
func (v *sessions) show() {
	if found, ok := v.live.Value(); ok && v.live.Err() == nil {
		rows := slices.Clone(found)
		slices.SortStableFunc(rows, func(a, b b2b.MemberSession) int { return -compareTime(a.LastAccessedAt, b.LastAccessedAt) })
		v.table.SetRows(rows)
	}
	v.SetSize(v.width, v.height)
}

// top is what stands above the table.
func (v *sessions) top() []string {
	head := v.line.draw(v.env.Theme, " "+v.summary(), v.table.Position(), v.width)
	what := "list the sessions of " + memberName(v.member)
	return underHead(head, failureLines(v.env, what, v.live.Err(), v.width, v.height))
}

// View implements ui.View.
func (v *sessions) View() string {
	v.table.Empty = v.nothing()
	return strings.Join(append(v.top(), v.table.View()), "\n")
}

// summary says how many sessions there are, or that they are being read.
func (v *sessions) summary() string {
	th := v.env.Theme
	switch {
	case v.live.Busy():
		return th.Muted.Render("Reading…")
	case v.table.MarkCount() > 0:
		return th.Accent.Render(plural(v.table.MarkCount(), "session") + " marked")
	case v.table.Len() == 0:
		return ""
	}
	live, now := 0, v.env.now()
	for _, s := range v.table.Rows() {
		live += btoi(s.ExpiresAt == nil || s.ExpiresAt.After(now))
	}
	if ended := v.table.Len() - live; ended > 0 {
		return th.Text.Render(fmt.Sprintf("%s, %d ended", plural(live, "live session"), ended))
	}
	return th.Text.Render(plural(live, "live session"))
}

// nothing says why there are no sessions, and what makes one.
func (v *sessions) nothing() string {
	name := memberName(v.member)
	switch {
	case v.live.Err() != nil:
		return ""
	case isDeleted(v.member) != "":
		return name + " is deleted: the sessions ended with that. " + isDeleted(v.member)
	case v.live.Busy():
		return "Loading…"
	case v.member.Status != b2b.MemberStatusActive:
		return name + " is " + v.member.Status + " and has never signed in: the first sign-in makes the member active, and a session."
	}
	return name + " is not signed in anywhere: every session has run out or was ended. The next sign-in, by whatever method " +
		v.org.OrganizationName + " allows, makes one; " + v.env.Keys.Binding(keymap.Refresh).Help().Key + " looks again."
}
