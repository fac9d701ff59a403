package views

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// signedIn shows the session that a sign-in has come to.
type signedIn struct {
	in     *discovery
	ctx    context.Context
	detail *ui.Detail
	ended  bool
	read   async.Remote[[]b2b.MemberSession] // of the member, to look whether it goes on
	gone   bool                              // it does not, and was not ended here

	width, height int
}

var _ ui.View = (*signedIn)(nil)

func newSignedIn(in *discovery) *signedIn {
	v := &signedIn{in: in, detail: newDetail(in.env)}
	v.show()
	return v
}

func (v *signedIn) show() {
	v.detail.SetSections(entrySections(v.in.entry, v.ended, v.in.env.now())...)
}

func entrySections(in entry, ended bool, now time.Time) []ui.DetailSection {
	s := in.session
	ends := momentFromNow(s.ExpiresAt, now)
	if ended {
		ends = "ended here"
	}
	fields := []ui.DetailField{
		{Name: "Member", Value: memberName(in.member)},
		{Name: "E-mail", Value: in.member.EmailAddress},
		{Name: "Organization", Value: in.org.OrganizationName},
		{Name: "Status", Value: in.member.Status},
		{Name: "Roles", Value: orNone(strings.Join(s.Roles, ", "))},
	}
	session := []ui.DetailField{
		{Name: "Proven by", Value: factorNames(*s)},
		{Name: "Started", Value: momentFromNow(s.StartedAt, now)},
		{Name: "Ends", Value: ends},
		{Name: "Session id", Value: s.MemberSessionID},
		{Name: "Session token", Value: in.token.Reveal(), Secret: true},
		{Name: "Session JWT", Value: in.jwt.Reveal(), Secret: true},
	}
	return []ui.DetailSection{{Title: "Signed in", Fields: fields}, {Title: "The session", Fields: session}}
}

// Title implements ui.View.
func (v *signedIn) Title() string { return "Signed in" }

// SetSize implements ui.View.
func (v *signedIn) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.notice())))
}

// Init implements ui.View.
func (v *signedIn) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

// Capturing implements ui.View.
func (v *signedIn) Capturing() bool { return false }

// Actions implements ui.View.
func (v *signedIn) Actions() []ui.Action {
	act := v.in.env.act
	over := ""
	switch {
	case v.ended:
		over = "The session is ended."
	case v.gone:
		over = "The session is not there any more."
	}
	return []ui.Action{
		act(keymap.DiscoveryRevoke, v.in.revoke).Because(over).Writing(),
		act(keymap.SessionJWT, v.lookIn),
		act(keymap.Copy, v.copy),
		act(keymap.Refresh, v.look),
		act(keymap.DiscoveryRestart, v.in.leave),
		act(keymap.Back, v.in.leave),
	}
}

func (v *signedIn) copy() tea.Cmd {
	in := v.in.entry
	id := in.session.MemberSessionID
	return copyMenu(v.in.env, append([]copyable{{"session id", id}}, append(memberCopies(in.member), orgCopies(in.org)[1:3]...)...)...)
}

// lookIn opens the look into the JWT of the session, which the server makes when
// the sign-in has brought none.
func (v *signedIn) lookIn() tea.Cmd {
	in := v.in.entry
	dialog := newJWTDialog(v.in.env, in.member, []b2b.MemberSession{*in.session})
	token := in.jwt
	if token == "" {
		token = in.token
	}
	dialog.input.SetValue(token.Reveal())
	return ui.Open(dialog)
}

// Update implements ui.View.
func (v *signedIn) Update(msg tea.Msg) tea.Cmd {
	switch {
	case clockMoved(msg):
		v.show()
	case outdated(msg) && !v.ended:
		return v.look()
	case v.read.Take(msg):
		v.looked()
	}
	if key, ok := msg.(tea.KeyMsg); ok {
		v.detail.Update(key)
	}
	return nil
}

// View implements ui.View.
func (v *signedIn) View() string {
	return strings.Join(append(v.notice(), v.detail.View()), "\n")
}

// look looks whether the session goes on.
func (v *signedIn) look() tea.Cmd {
	sessions, m := v.in.env.API.Sessions, v.in.entry.member
	return v.read.Load(v.ctx, func(ctx context.Context) ([]b2b.MemberSession, error) {
		return sessions.Get(ctx, m.OrganizationID, m.MemberID)
	})
}

func (v *signedIn) looked() {
	id := v.in.entry.session.MemberSessionID
	sessions, ok := v.read.Value()
	switch err := v.read.Err(); {
	case api.IsNotFound(err):
		v.gone = true
	case err == nil && ok:
		v.gone = !slices.ContainsFunc(sessions, func(s b2b.MemberSession) bool { return s.MemberSessionID == id })
	}
	v.SetSize(v.width, v.height)
}

// notice says above the session that it is gone, or could not be looked for.
func (v *signedIn) notice() []string {
	env := v.in.env
	if !v.gone || v.ended {
		return failureLines(env, "look for the session", v.read.Err(), v.width, v.height)
	}
	again := env.Keys.Binding(keymap.DiscoveryRestart).Help().Key
	return append(inset(env.Theme.Warning, "! The session is not there any more: it ran out or was ended elsewhere, or the server holds other data now. "+
		"What follows is from before; "+again+" signs in again.", v.width), "")
}

// revoke ends the session, after a question.
func (v *discovery) revoke() tea.Cmd { return ui.Open(v.revoking(nil)) }

// revoking asks before the session is ended; then goes on, where there is where to.
func (v *discovery) revoking(then func() tea.Cmd) ui.View {
	id := v.entry.session.MemberSessionID
	return &ui.ConfirmWrite[b2b.RevokeSessionResponse]{
		Name: "End the session?", Body: memberName(v.entry.member) + " has to sign in again.", Verb: "End it",
		Write: inWords(write(v.env.API.Sessions.Revoke(b2b.RevokeSession{MemberSessionID: &id}))),
		Done: func(b2b.RevokeSessionResponse) tea.Cmd {
			said := ui.Toast(ui.Success, "The session is ended.")
			if page, ok := v.page().(*signedIn); ok {
				page.ended = true
				page.show()
				page.SetSize(page.width, page.height)
			}
			if then == nil {
				return said
			}
			return tea.Batch(said, then())
		},
	}
}

// leave asks what becomes of the session, and begins anew.
func (v *discovery) leave() tea.Cmd {
	if page, ok := v.page().(*signedIn); !ok || page.ended || page.gone {
		return v.restart()
	}
	readOnly := ""
	if v.env.API.ReadOnly() {
		readOnly = "orgdeck only reads."
	}
	return ui.Open(ui.NewMenu("Leave the session",
		ui.Item{Name: "End the session", Detail: "and begin anew", Blocked: readOnly, Run: func() tea.Cmd { return ui.Open(v.revoking(v.restart)) }},
		ui.Item{Name: "Let it run", Detail: "until " + moment(v.entry.session.ExpiresAt), Run: v.restart},
		ui.Item{Name: "Stay here", Run: func() tea.Cmd { return nil }},
	))
}
