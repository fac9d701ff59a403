package views

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// endingTime is how long the end of a session is tried to be told to the server.
const endingTime = 10 * time.Second

// Scope is as whom everything is done, other than the project itself.
type Scope struct {
	project *api.Client // who called before, and will again
	ours    bool        // the session was opened for this, and ends with it
	since   time.Time   // when acting began
	banner  ui.Banner   // that says so on every screen
}

// actedAs is a member to act as from now on.
type actedAs struct {
	actor api.Actor
	ours  bool
}

// actor is the member as whom everything is done; nil for the project itself.
func (e *Env) actor() *api.Actor {
	if e.Scope == nil {
		return nil
	}
	return e.API.Actor()
}

// act makes every call from now on in the name of a member.
func (e *Env) beginActing(as actedAs) tea.Cmd {
	name := as.actor.Name()
	banner := ui.Banner{
		Text:  "acting as " + name + " (" + as.actor.Organization.OrganizationName + ")",
		Hint:  keymap.Names(e.Keys.Binding(keymap.ActAs).Keys()) + " to stop",
		Until: time.Now().Add(lifetime(as.actor.Session)),
		Over:  func() tea.Cmd { return e.sessionOver("The session of " + name + " has run out.") },
	}
	e.Scope = &Scope{project: e.API, ours: as.ours, since: time.Now(), banner: banner}
	e.API = e.API.As(as.actor)
	return tea.Batch(ui.ShowBanner(banner), ui.Announce(ui.Outdated{}),
		ui.Toast(ui.Success, "Everything is done as "+name+" now, with the rights of "+roleList(as.actor.Session.Roles)+"."))
}

// actingUntil has the session of the member as whom everything is done end sooner,
// now that the clock of the server was moved ahead.
func (e *Env) actingUntil(ahead time.Duration) tea.Cmd {
	if e.Scope == nil {
		return nil
	}
	e.Scope.banner.Until = e.Scope.banner.Until.Add(-ahead)
	return ui.ShowBanner(e.Scope.banner)
}

// lifetime is how long a session goes on by the clock of the server, which has
// just looked at it.
func lifetime(s b2b.MemberSession) time.Duration {
	if s.ExpiresAt == nil || s.LastAccessedAt == nil {
		return time.Hour
	}
	return s.ExpiresAt.Sub(*s.LastAccessedAt)
}

// stopActing makes the calls the project's again, and ends the session where it
// was opened for acting.
func (e *Env) stopActing() tea.Cmd {
	scope, actor := e.Scope, e.actor()
	if scope == nil {
		return nil
	}
	said := "You are the project again: no longer acting as " + actor.Name() + "."
	if !scope.ours {
		return tea.Batch(e.leave(), ui.Toast(ui.Success, said+" Their session goes on."))
	}
	return tea.Batch(e.leave(), ui.Toast(ui.Success, said+" Their session is ended."), func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), endingTime)
		defer cancel()
		if err := scope.end(ctx, actor.Session); err != nil {
			return ui.Toast(ui.Failure, "The session goes on: "+api.Explain(err))()
		}
		return nil
	})
}

// end revokes the session that was opened for acting. One that is over already
// needs no end.
func (s *Scope) end(ctx context.Context, session b2b.MemberSession) error {
	_, err := s.project.Sessions.Revoke(b2b.RevokeSession{MemberSessionID: &session.MemberSessionID}).Do(api.Aside(ctx))
	if api.IsNotFound(err) {
		return nil
	}
	return err
}

// sessionOver stops acting because the session is over, and says why.
func (e *Env) sessionOver(why string) tea.Cmd {
	if e.Scope == nil {
		return nil
	}
	return tea.Batch(e.leave(), ui.Toast(ui.Failure, why+" You are the project again."))
}

// leave has everything read anew: what the member was refused, the project is not.
func (e *Env) leave() tea.Cmd {
	e.API, e.Scope = e.Scope.project, nil
	return tea.Batch(ui.ShowBanner(ui.Banner{}), ui.Announce(ui.Outdated{}))
}

// Answered looks, after every answer of the server, whether the session of the
// member as whom everything is done is over. The shell calls it.
func (e *Env) Answered() tea.Cmd {
	if !e.API.Lapsed() {
		return nil
	}
	return e.sessionOver("The session of " + e.actor().Name() + " has expired, or was ended.")
}

// Everywhere is what works in every view: the way out of acting as a member. The
// shell asks for it.
func (e *Env) Everywhere() []ui.Action {
	if e.Scope == nil {
		return []ui.Action{e.undo()}
	}
	stop := e.act(keymap.ActAs, e.stopActing)
	stop.Key.SetHelp(stop.Key.Help().Key, "stop acting as "+e.actor().Name())
	return []ui.Action{stop, e.undo()}
}

// Close ends the session that was opened to act as a member, when the program
// ends before acting did.
func (e *Env) Close(ctx context.Context) error {
	if e.Scope == nil || !e.Scope.ours {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, endingTime)
	defer cancel()
	return e.Scope.end(ctx, e.actor().Session)
}
