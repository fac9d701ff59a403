package views

import (
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// stillValid is what ending a session does not do at once.
const stillValid = "Backends that check JWTs by themselves may let them in for up to 5 minutes more."

// revokeSession asks before one session of member ends.
func revokeSession(env *Env, member b2b.Member, s b2b.MemberSession) ui.View {
	change := env.API.Sessions.Revoke(b2b.RevokeSession{MemberSessionID: &s.MemberSessionID})
	change.Summary = "End the session of " + memberName(member) + " by " + factorNames(s)
	return &ui.ConfirmWrite[b2b.RevokeSessionResponse]{
		Name: "End the session?", Verb: "End it", Body: stillValid,
		Write: inWords(write(change)),
		Done: func(b2b.RevokeSessionResponse) tea.Cmd {
			return tea.Sequence(announceEnded([]string{s.MemberSessionID}), ui.Toast(ui.Success, "The session is ended."))
		},
	}
}

// announceEnded tells every view which sessions are gone.
func announceEnded(ids []string) tea.Cmd {
	cmds := make([]tea.Cmd, len(ids))
	for i, id := range ids {
		cmds[i] = ui.Announce(ui.Removed[b2b.MemberSession]{ID: id})
	}
	return tea.Batch(cmds...)
}

// revoke asks before the marked sessions end, or the one under the cursor.
func (v *sessions) revoke() tea.Cmd {
	marked := v.table.Marked()
	if len(marked) == 0 {
		return ui.Open(revokeSession(v.env, v.member, v.selected()))
	}
	return ui.Open(&ui.ConfirmWrite[[]string]{
		Name: "End the marked sessions?", Verb: "End them", Body: stillValid,
		Write: revokeEach(v.env.API.Sessions, v.member, marked),
		Done: func(ended []string) tea.Cmd {
			return tea.Sequence(announceEnded(ended), ui.Toast(ui.Success, plural(len(ended), "session")+" ended."))
		},
	})
}

// revokeEach is one write that ends sessions one after the other; the API has no
// call for some of them. What has ended already counts as done, so that it can be
// tried again when it stops half-way.
func revokeEach(service *api.SessionsService, member b2b.Member, marked []b2b.MemberSession) ui.Write[[]string] {
	changes := make([]api.Change[b2b.RevokeSessionResponse], len(marked))
	bodies, curls := make([]string, len(marked)), make([]string, len(marked))
	for i, s := range marked {
		changes[i] = service.Revoke(b2b.RevokeSession{MemberSessionID: &s.MemberSessionID})
		bodies[i], curls[i] = changes[i].BodyJSON(), changes[i].Curl()
	}
	all := inWords(write(changes[0]))
	return ui.Write[[]string]{
		Summary: "End " + plural(len(marked), "session") + " of " + memberName(member) + ", a request each",
		Method:  all.Method, Path: all.Path, Danger: all.Danger, Undo: all.Undo,
		Body: strings.Join(bodies, "\n"), Curl: strings.Join(curls, "\n"),
		Do: explaining(func(ctx context.Context) ([]string, error) {
			var ended []string
			for i, change := range changes {
				if _, err := change.Do(ctx); err != nil && !api.HasType(err, b2b.ErrSessionNotFound) {
					return nil, fmt.Errorf("%d of %d ended: %w", i, len(changes), err)
				}
				ended = append(ended, marked[i].MemberSessionID)
			}
			return ended, nil
		}),
	}
}

// revokeAll asks before every session of the member ends, listed here or not.
func (v *sessions) revokeAll() tea.Cmd {
	change := v.env.API.Sessions.Revoke(b2b.RevokeSession{MemberID: &v.member.MemberID})
	change.Summary = "End all sessions of " + memberName(v.member)
	var known []string
	for _, s := range v.table.Rows() {
		known = append(known, s.MemberSessionID)
	}
	return ui.Open(&ui.ConfirmWrite[b2b.RevokeSessionResponse]{
		Name: "End all sessions?", Verb: "End all",
		Body:  "Listed here: " + plural(len(known), "session") + ". Whatever began meanwhile ends too. " + stillValid,
		Write: inWords(write(change)),
		Done: func(b2b.RevokeSessionResponse) tea.Cmd {
			return tea.Sequence(announceEnded(known), v.load(), ui.Toast(ui.Success, memberName(v.member)+" is signed out everywhere."))
		},
	})
}
