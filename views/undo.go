package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// undo is the key that takes the last change back. It works wherever a view is
// in front.
func (e *Env) undo() ui.Action {
	last, ok := api.Entry{}, false
	if e.Done != nil {
		last, ok = e.Done.Last()
	}
	act := e.act(keymap.Undo, func() tea.Cmd { return ui.Open(e.takeBack(last)) }).Writing()
	switch {
	case !ok:
		return act.Because("Nothing was changed yet that could be taken back.")
	case last.Acting && (e.Scope == nil || last.At.Before(e.Scope.since)):
		return act.Because("The last change was made while acting as a member, in a session that is over: change it back by hand.")
	case !last.Acting && e.Scope != nil:
		return act.Because("The last change was made before acting as a member: stop acting first.")
	case last.Undo == nil:
		return act.Because("The last change cannot be undone: " + last.Plan.OneWay + ".")
	}
	return act
}

// takeBack asks before what was done last is undone.
func (e *Env) takeBack(last api.Entry) ui.View {
	w := undoing(last.Undo)
	if several, is := last.Undo.(api.Several); is { // what takes it back says what was done
		w.Do = func(context.Context) (any, error) { return nil, nil }
		return &ui.ConfirmWrite[any]{
			Name: "Undo the last change?", Verb: "Undo", Write: w,
			Done: func(any) tea.Cmd { return ui.Open(newBulkRun(e, backwards(several, last))) },
		}
	}
	body := "To undo it: " + w.Summary + "."
	w.Summary = "What was done: " + last.Plan.Summary + "."
	return &ui.ConfirmWrite[any]{
		Name: "Undo the last change?", Verb: "Undo", Body: body, Write: w,
		Done: func(answer any) tea.Cmd {
			return tea.Batch(announce(last.Undo.Plan(), answer), ui.Toast(ui.Success, "Taken back: "+last.Plan.Summary+"."))
		},
	}
}

// backwards are the writes that take a run back.
func backwards(several api.Several, last api.Entry) writes {
	parts := several.Parts()
	return writes{
		name: "Undo the last change", title: "Take back: " + last.Plan.Summary, n: len(parts),
		at:   func(i int) bulkWrite { return bulkWrite{name: parts[i].Plan().Summary, Undoer: parts[i]} },
		unit: "change", does: "taken back", said: "Taken back: " + last.Plan.Summary + ".",
		remains:  "What is not taken back stays the last change: undo it again to go on.",
		finished: func([]int) {},
	}
}

// undoing describes what takes a change back. It is asked about even where the
// change itself was harmless: whoever presses the key may have forgotten what
// the last change was.
func undoing(undo api.Undoer) ui.Write[any] {
	plan := undo.Plan()
	w := ui.Write[any]{
		Summary: plan.Summary, Method: plan.Method, Path: plan.Path, Body: plan.Body, Curl: plan.Curl,
		Danger: danger(plan.Danger), Word: plan.Word,
		Do: explaining(func(ctx context.Context) (any, error) { return undo.Apply(ctx) }),
	}
	if plan.Method == "" { // of several requests
		w.Method, w.Path = "Requests,", "one after the other:"
	}
	for _, f := range plan.Fields {
		w.Fields = append(w.Fields, ui.Difference{Name: f.Name, Before: f.Before, After: f.After})
	}
	return w
}

// announce tells every view what a write was answered with: the object that the
// server now holds, or the id of one that it holds no more.
func announce(plan api.Plan, answer any) tea.Cmd {
	switch answer := answer.(type) {
	case b2b.Member:
		if plan.EndpointID == b2b.OrganizationsMembersReactivate.ID() {
			return announceComer(answer)
		}
		return announceMember(answer)
	case b2b.Organization:
		return ui.Announce(ui.Changed[b2b.Organization]{Value: answer})
	case b2b.SAMLConnection:
		return announceConnection(ofSAML(answer))
	case b2b.ExternalSSOConnection:
		return announceConnection(ofExternal(answer))
	case b2b.SCIMConnection:
		return announceSCIM(answer)
	case b2b.OrgPolicy:
		return ui.Announce(ui.Changed[ownPolicy]{Value: ownPolicy{organizationIn(plan.Path), answer}})
	case api.SandboxClock:
		return tea.Batch(ui.ShowClock(MovedClock(answer.Offset())), ui.Announce(ui.Changed[api.SandboxClock]{Value: answer}))
	case []api.Fault:
		return ui.Announce(ui.Changed[[]api.Fault]{Value: answer})
	case string:
		return announceGone(plan, answer)
	}
	return nil
}

// announceGone tells every view that the server holds something no more.
func announceGone(plan api.Plan, id string) tea.Cmd {
	switch {
	case strings.Contains(plan.EndpointID, "members"):
		return announceMemberGone(organizationIn(plan.Path), id)
	case strings.HasPrefix(plan.EndpointID, "sso."):
		return ui.Announce(ui.Removed[ssoConnection]{ID: id})
	case strings.HasPrefix(plan.EndpointID, "scim."):
		return ui.Announce(ui.Removed[b2b.SCIMConnection]{ID: id})
	}
	return ui.Announce(ui.Removed[b2b.Organization]{ID: id})
}

// organizationIn is the id of the organization in the path of a call; "" where
// there is none.
func organizationIn(path string) string {
	_, rest, _ := strings.Cut(path, "/organizations/")
	id, _, _ := strings.Cut(rest, "/")
	return id
}
