package views

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// troubleLines is how many lines before one that is wrong are shown with it.
const troubleLines = 2

// jsonEdit is the dialog around the user's editor: it hands an object over as
// JSON, says what is wrong with what comes back, and asks before what has changed
// is sent. What was typed stays until it is saved or thrown away.
type jsonEdit[T, U any] struct {
	env    *Env
	ctx    context.Context
	name   string // "Edit Ada Lovelace as JSON"
	file   string // that the editor opens
	doc    document
	change func(U) api.Change[T]
	done   func(T) tea.Cmd

	text    string // as the editor left it
	open    bool   // the editor has the terminal
	failed  error  // why the editor did not do
	trouble error  // with the text

	width, height int
}

// editedText is what an editor has left of what it was given by one dialog.
type editedText struct {
	by   any
	text string
	err  error
}

// noEditor says why nothing can be edited outside of the program.
func (e *Env) noEditor() string {
	if e.Editor == nil {
		return "There is no editor here."
	}
	return ""
}

// editMemberJSON edits what can be set of a member; only some fields when they are
// named.
func editMemberJSON(env *Env, m b2b.Member, only ...string) tea.Cmd {
	doc, err := memberDocument(m, only...)
	if err != nil {
		return ui.Toast(ui.Failure, err.Error())
	}
	local, _, _ := strings.Cut(m.EmailAddress, "@")
	return ui.Open(&jsonEdit[b2b.Member, b2b.UpdateMember]{
		env: env, doc: doc, name: "Edit " + memberName(m) + " as JSON", file: plainName(local, "member") + ".json",
		change: func(to b2b.UpdateMember) api.Change[b2b.Member] { return env.API.Members.Update(m, to) },
		done:   memberDone("Saved"),
	})
}

// editOrgJSON edits what can be set of an organization.
func editOrgJSON(env *Env, org b2b.Organization) tea.Cmd {
	doc, err := documentOf(b2b.OrganizationsUpdate, org)
	if err != nil {
		return ui.Toast(ui.Failure, err.Error())
	}
	return ui.Open(&jsonEdit[b2b.Organization, b2b.UpdateOrganization]{
		env: env, doc: doc, name: "Edit " + org.OrganizationName + " as JSON", file: plainName(org.OrganizationSlug, "organization") + ".json",
		change: func(to b2b.UpdateOrganization) api.Change[b2b.Organization] {
			return env.API.Organizations.Update(org, to)
		},
		done: func(org b2b.Organization) tea.Cmd {
			return tea.Batch(ui.Announce(ui.Changed[b2b.Organization]{Value: org}), ui.Toast(ui.Success, "Saved "+org.OrganizationName+"."))
		},
	})
}

// Title implements ui.View.
func (v *jsonEdit[T, U]) Title() string { return v.name }

// SetSize implements ui.View.
func (v *jsonEdit[T, U]) SetSize(width, height int) { v.width, v.height = width, height }

// DialogSize implements ui.DialogSize.
func (v *jsonEdit[T, U]) DialogSize(width, height int) (int, int) {
	return min(width, 84), min(height, 14)
}

// Init implements ui.View.
func (v *jsonEdit[T, U]) Init(ctx context.Context) tea.Cmd {
	v.ctx, v.text = ctx, v.doc.text()
	return v.edit()
}

// Capturing implements ui.View.
func (v *jsonEdit[T, U]) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *jsonEdit[T, U]) Unsaved() string {
	if v.text == v.doc.text() {
		return ""
	}
	return "What you typed in the editor is not saved."
}

// Actions implements ui.View.
func (v *jsonEdit[T, U]) Actions() []ui.Action {
	act := v.env.act
	if v.open {
		return []ui.Action{act(keymap.Back, nil).Because("The editor is open: close it first.")}
	}
	again := called(act(keymap.JSONEdit, v.edit), "edit again")
	leave := called(act(keymap.Back, ui.Leave), "throw away")
	if v.failed != nil || v.trouble != nil {
		return []ui.Action{called(act(keymap.JSONReview, v.edit), "edit again"), again, leave}
	}
	return []ui.Action{called(act(keymap.JSONReview, v.review), "look at it and save"), again, leave}
}

// edit opens the editor on the text as it is.
func (v *jsonEdit[T, U]) edit() tea.Cmd {
	v.open, v.failed, v.trouble = true, nil, nil
	return v.env.Editor(v.ctx, v.file, v.text, func(left string, err error) tea.Msg {
		return ui.Changed[editedText]{Value: editedText{v, left, err}}
	})
}

// Update implements ui.View.
func (v *jsonEdit[T, U]) Update(msg tea.Msg) tea.Cmd {
	back, ok := msg.(ui.Changed[editedText])
	if !ok || back.Value.by != any(v) {
		return nil
	}
	v.open, v.text, v.failed = false, back.Value.text, back.Value.err
	if v.failed != nil {
		return nil
	}
	return v.review()
}

// review shows what has changed, and asks before it is sent.
func (v *jsonEdit[T, U]) review() tea.Cmd {
	change, err := v.changes()
	if v.trouble = err; err != nil {
		return nil
	}
	if change.Empty() {
		return tea.Sequence(ui.Dismiss(v), ui.Toast(ui.Info, "Nothing has changed."))
	}
	return ui.Open(&ui.ConfirmWrite[T]{
		Name: "Save the changes?", Verb: "Save", Write: write(change),
		Done: func(after T) tea.Cmd { return tea.Sequence(ui.Dismiss(v), v.done(after)) },
	})
}

// changes are what the text makes of the object.
func (v *jsonEdit[T, U]) changes() (change api.Change[T], err error) {
	after, err := read[U](v.doc, v.text)
	if err != nil {
		return change, err
	}
	var patch map[string]json.RawMessage
	if patch, err = v.doc.patch(after); err != nil {
		return change, err
	}
	to, err := updateOf[U](patch)
	if err != nil {
		return change, err
	}
	return v.change(to), nil
}

// View implements ui.View.
func (v *jsonEdit[T, U]) View() string {
	th := v.env.Theme
	var lines []string
	switch {
	case v.open:
		return th.Muted.Render("The editor is open…")
	case v.failed != nil:
		lines = styled(th.Danger, ui.Wrap("✗ "+v.failed.Error(), v.width))
	case v.trouble != nil:
		lines = append(styled(th.Danger, ui.Wrap("✗ "+v.trouble.Error(), v.width)), v.excerpt()...)
	default:
		lines = ui.Wrap("Nothing is saved yet.", v.width)
	}
	if v.Unsaved() != "" {
		lines = append(append(lines, ""), styled(th.Muted, ui.Wrap("What you typed is kept here until you save it or throw it away.", v.width))...)
	}
	return strings.Join(firstLines(append(lines, "", keyLine(v.env, v.Actions(), v.width)), v.height), "\n")
}

// excerpt shows the line that is wrong under those before it, and points at the
// place.
func (v *jsonEdit[T, U]) excerpt() []string {
	trouble, ok := errors.AsType[*jsonTrouble](v.trouble)
	if !ok {
		return nil
	}
	th, all := v.env.Theme, strings.Split(v.text, "\n")
	lines := []string{""}
	for n := max(1, trouble.line-troubleLines); n <= min(trouble.line, len(all)); n++ {
		style := th.Muted
		if n == trouble.line {
			style = th.Text
		}
		lines = append(lines, th.Faint.Render(ui.PadLeft(strconv.Itoa(n), 4)+" │ ")+style.Render(ui.Cut(untabbed(all[n-1]), v.width-7)))
	}
	begin := []rune(all[min(trouble.line, len(all))-1])
	ahead := ui.Width(ui.Clean(untabbed(string(begin[:min(trouble.column-1, len(begin))]))))
	if ahead < v.width-7 {
		lines = append(lines, th.Faint.Render("     │ ")+pad(ahead)+th.Danger.Render("↑"))
	}
	return lines
}

// untabbed is a line with tabs as blanks.
func untabbed(line string) string {
	return strings.TrimRight(strings.ReplaceAll(line, "\t", "  "), "\r")
}
