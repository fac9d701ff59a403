package views

import (
	"context"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// session shows all that is known of one session of a member.
type session struct {
	env     *Env
	ctx     context.Context
	member  b2b.Member
	session b2b.MemberSession
	gone    bool // the last read did not list it any more
	read    async.Remote[[]b2b.MemberSession]
	detail  *ui.Detail
	width   int
	height  int
}

var _ ui.View = (*session)(nil)

func newSession(env *Env, member b2b.Member, s b2b.MemberSession) *session {
	v := &session{env: env, member: member, session: s, detail: newDetail(env)}
	v.show()
	return v
}

// Title implements ui.View.
func (v *session) Title() string { return "Session by " + factorNames(v.session) }

// SetSize implements ui.View.
func (v *session) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.notice())))
}

// Init implements ui.View.
func (v *session) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

// Capturing implements ui.View.
func (v *session) Capturing() bool { return false }

// Actions implements ui.View.
func (v *session) Actions() []ui.Action {
	act := v.env.act
	ended := ""
	if v.gone {
		ended = "This session has ended."
	}
	return []ui.Action{
		act(keymap.SessionRevoke, func() tea.Cmd { return ui.Open(revokeSession(v.env, v.member, v.session)) }).Because(ended).Writing(),
		act(keymap.SessionJWT, func() tea.Cmd {
			return ui.Open(newJWTDialog(v.env, v.member, []b2b.MemberSession{v.session}))
		}),
		act(keymap.Copy, v.copy),
		act(keymap.Refresh, v.load),
	}
}

// copy copies the value under the cursor.
func (v *session) copy() tea.Cmd {
	if f, ok := v.detail.Selected(); ok && f.CopyText() != "" {
		return v.env.copy(f.CopyText(), f.Name)
	}
	return v.env.copy(v.session.MemberSessionID, "Session id")
}

// load reads the session again, with the others: the API lists them only together.
func (v *session) load() tea.Cmd {
	service, s := v.env.API.Sessions, v.session
	return v.read.Load(v.ctx, func(ctx context.Context) ([]b2b.MemberSession, error) {
		return service.Get(ctx, s.OrganizationID, s.MemberID)
	})
}

// Update implements ui.View: the page closes when its session is ended here.
func (v *session) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if v.read.Take(msg) {
		v.took()
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[api.SandboxClock]:
		v.show()
	case ui.Removed[b2b.MemberSession]:
		if msg.ID == v.session.MemberSessionID {
			return ui.Dismiss(v)
		}
	case tea.KeyMsg:
		v.detail.Update(msg)
	}
	return nil
}

// took shows the session as it was just read.
func (v *session) took() {
	if found, ok := v.read.Value(); ok && v.read.Err() == nil {
		v.gone = true
		for _, s := range found {
			if s.MemberSessionID == v.session.MemberSessionID {
				v.session, v.gone = s, false
			}
		}
	}
	v.show()
	v.SetSize(v.width, v.height)
}

func (v *session) show() { v.detail.SetSections(v.sections(v.env.now())...) }

// notice says above the session what went wrong, or that it has ended.
func (v *session) notice() []string {
	if v.gone {
		return append(inset(v.env.Theme.Warning, "! This session has ended meanwhile. What follows is from before.", v.width), "")
	}
	return failureLines(v.env, "read the session again", v.read.Err(), v.width, v.height)
}

// View implements ui.View.
func (v *session) View() string {
	return strings.Join(append(v.notice(), v.detail.View()), "\n")
}

// sections list all that is known of the session.
func (v *session) sections(now time.Time) []ui.DetailSection {
	s := v.session
	sections := []ui.DetailSection{{Title: "Session", Fields: []ui.DetailField{
		{Name: "Ends", Value: momentFromNow(s.ExpiresAt, now), Style: endingStyle(v.env)(s)},
		{Name: "Last used", Value: momentFromNow(s.LastAccessedAt, now)},
		{Name: "Began", Value: momentFromNow(s.StartedAt, now)},
		{Name: "Session id", Value: s.MemberSessionID},
		{Name: "Member", Value: memberName(v.member) + "  " + s.MemberID, Copy: s.MemberID},
		{Name: "Organization", Value: strings.TrimSpace(s.OrganizationSlug + "  " + s.OrganizationID), Copy: s.OrganizationID},
	}}}
	for _, f := range s.AuthenticationFactors {
		name := factorName(f)
		sections = append(sections, ui.DetailSection{Title: "Factor: " + name, Fields: factorFields(f, now)})
	}
	claims := "none"
	if len(s.CustomClaims) > 0 {
		claims = metadataText(s.CustomClaims)
	}
	return append(sections, ui.DetailSection{Title: "What it may do, and says", Fields: []ui.DetailField{
		{Name: "Roles", Value: orNone(strings.Join(s.Roles, "\n"))},
		{Name: "Custom claims", Value: claims},
	}})
}
