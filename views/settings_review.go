package views

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// save shows what would change, and sends it when the user agrees.
func (v *settings) save() tea.Cmd { return v.review(false) }

// preview shows the request that would be sent.
func (v *settings) preview() tea.Cmd { return v.review(true) }

func (v *settings) review(request bool) tea.Cmd {
	if i, problem := v.firstProblem(); problem != "" {
		v.cursor = i
		return ui.Toast(ui.Failure, v.edits.all[i].label+": "+problem)
	}
	return ui.Open(&settingsReview{page: v, env: v.env, change: v.change(), request: request})
}

// saved takes over what the server answered with.
func (v *settings) saved(org b2b.Organization) tea.Cmd {
	n := len(v.edits.lines)
	v.edits.dropAll()
	clear(v.refused)
	return tea.Batch(
		v.rebase(org),
		ui.Toast(ui.Success, "Saved "+plural(n, "setting")+" of "+org.OrganizationName+"."),
		ui.Announce(ui.Changed[b2b.Organization]{Value: org}))
}

// refusedAt shows what the server said at the field it is about.
func (v *settings) refusedAt(field, sentence string) {
	v.refused[field] = sentence
	v.cursor, _ = v.setting(field)
}

// settingsReview is the dialog that shows all changes before they are sent, or
// the request itself, and what came between when somebody else was faster.
type settingsReview struct {
	page   *settings
	env    *Env
	ctx    context.Context
	change api.Change[b2b.Organization]
	sent   async.Remote[b2b.Organization]

	request  bool          // shows the request instead of the changes
	conflict *api.Conflict // what somebody else did; nil for nothing
	top      int           // the first line shown

	width, height int
}

var _ ui.View = (*settingsReview)(nil)

// Title implements ui.View.
func (v *settingsReview) Title() string {
	switch {
	case v.request:
		return "Dry run"
	case v.conflict != nil:
		return "Changed meanwhile"
	}
	return "Save " + plural(len(v.page.edits.lines), "change") + "?"
}

// SetSize implements ui.View.
func (v *settingsReview) SetSize(width, height int) {
	v.width, v.height = width, height
	if v.env.Theme.Linear {
		v.width = listened
	}
}

// DialogSize asks for the room that the lines need.
func (v *settingsReview) DialogSize(width, height int) (int, int) {
	return min(width, 84), height
}

// Init implements ui.View.
func (v *settingsReview) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

// Capturing implements ui.View.
func (v *settingsReview) Capturing() bool { return false }

// Actions implements ui.View.
func (v *settingsReview) Actions() []ui.Action {
	actions := v.commands()
	if v.sent.Busy() {
		return actions
	}
	return append(actions, v.env.act(keymap.ReviewUp, v.scroll(-1)), v.env.act(keymap.ReviewDown, v.scroll(1)))
}

// commands are what can be done with what is shown.
func (v *settingsReview) commands() []ui.Action {
	act := v.env.act
	back := act(keymap.ReviewCancel, func() tea.Cmd { return ui.Dismiss(v) })
	copied := act(keymap.ReviewCurl, func() tea.Cmd { return v.env.copy(v.change.Curl(), "curl command") })
	switch {
	case v.sent.Busy():
		return []ui.Action{back.Because("The request is under way.")}
	case v.request:
		return []ui.Action{back, copied, v.previewAction()}
	case v.conflict == nil:
		return []ui.Action{act(keymap.ReviewSend, v.send).Writing(), back, v.previewAction(), copied}
	}
	send := act(keymap.ReviewSend, v.overwrite).Writing()
	send.Key.SetHelp(send.Key.Help().Key, v.overwriting())
	return []ui.Action{send, act(keymap.ReviewTheirs, v.takeTheirs), back, v.previewAction()}
}

// overwriting names what sending does after a conflict.
func (v *settingsReview) overwriting() string {
	if slices.ContainsFunc(v.conflict.Fields, func(f api.ConflictField) bool { return f.Touched }) {
		return "overwrite theirs"
	}
	return "save yours too"
}

func (v *settingsReview) previewAction() ui.Action {
	action := v.env.act(keymap.ReviewPreview, func() tea.Cmd {
		v.request, v.top = !v.request, 0
		return nil
	})
	if v.request {
		action.Key.SetHelp(action.Key.Help().Key, "changes")
	}
	return action
}

func (v *settingsReview) scroll(by int) func() tea.Cmd {
	return func() tea.Cmd {
		v.top = max(0, min(v.top+by, len(v.lines())-v.room()))
		return nil
	}
}

func (v *settingsReview) send() tea.Cmd {
	change := v.change
	return v.sent.Send(v.ctx, change.Do)
}

// overwrite sends the changes again, on top of what somebody else did: only
// what still differs.
func (v *settingsReview) overwrite() tea.Cmd {
	v.meetTheirs()
	v.change, v.conflict = v.page.change(), nil
	if v.change.Empty() {
		return ui.Dismiss(v)
	}
	return v.send()
}

// takeTheirs gives up the changes that somebody else came before.
func (v *settingsReview) takeTheirs() tea.Cmd {
	fields := v.conflict.Fields
	v.meetTheirs()
	for _, f := range fields {
		if name, key, _ := strings.Cut(f.Name, "."); f.Touched {
			_, s := v.page.setting(name)
			v.page.edits.yield(s, key)
		}
	}
	v.page.check()
	return ui.Dismiss(v)
}

// meetTheirs puts the page on what the server has now.
func (v *settingsReview) meetTheirs() {
	if now, ok := v.conflict.Now.(b2b.Organization); ok {
		v.page.edits.rebase(now)
		v.page.check()
	}
	clear(v.page.edits.theirs) // the user has seen it here
}

// Update implements ui.View.
func (v *settingsReview) Update(msg tea.Msg) tea.Cmd {
	if !v.sent.Take(msg) {
		return nil
	}
	err := v.sent.Err()
	if err == nil {
		org, _ := v.sent.Value()
		return tea.Sequence(ui.Dismiss(v), v.page.saved(org))
	}
	if conflict, ok := errors.AsType[*api.Conflict](err); ok {
		v.conflict, v.request, v.top = conflict, false, 0
		return nil
	}
	if field := api.FieldOf(err); field != "" {
		v.page.refusedAt(field, api.Reason(err))
		return ui.Dismiss(v)
	}
	return nil
}

// View implements ui.View.
func (v *settingsReview) View() string {
	lines, foot := v.lines(), v.foot()
	top := max(0, min(v.top, len(lines)-v.room()))
	lines = lines[top:min(len(lines), top+v.room())]
	return strings.Join(append(lines, foot...), "\n")
}

func (v *settingsReview) room() int { return max(1, v.height-len(v.foot())) }

// foot says what can be done now, and what went wrong.
func (v *settingsReview) foot() []string {
	th := v.env.Theme
	if v.sent.Busy() {
		return []string{"", th.Muted.Render("Saving…")}
	}
	lines := []string{""}
	if err := v.sent.Err(); err != nil && v.conflict == nil {
		for _, line := range ui.Wrap("✗ "+api.Explain(err), max(1, v.width)) {
			lines = append(lines, th.Danger.Render(line))
		}
		lines = append(lines, "")
	}
	return append(lines, keyLine(v.env, v.commands(), v.width))
}

// lines draws what the dialog is about.
func (v *settingsReview) lines() []string {
	switch {
	case v.request:
		return v.requestLines()
	case v.conflict != nil:
		return v.conflictLines()
	}
	lines := v.wrapped(v.env.Theme.Text, v.change.Summary+":")
	for _, s := range v.page.edits.changes() {
		before, was := v.page.words(s, v.page.edits.before(s))
		after, is := v.page.words(s, v.page.edits.value(s))
		lines = append(lines, "", v.env.Theme.Bold.Render(ui.Cut(s.label, v.width-20))+v.env.Theme.Faint.Render("  "+ui.Cut(s.name, 48)))
		lines = append(lines, v.compared(before, after)...)
		if s.kind == pickSetting && was+is != "" {
			lines = append(lines, "  "+v.env.Theme.Faint.Render(ui.Cut(orNone(was)+changeArrow+is, v.width-2)))
		}
	}
	return lines
}

// compared is one value before and after, on one line where there is room.
func (v *settingsReview) compared(before, after string) []string {
	th := v.env.Theme
	before, after = ui.Clean(before), ui.Clean(after)
	if ui.Width(before)+ui.Width(changeArrow)+ui.Width(after)+2 <= v.width {
		return []string{"  " + th.Muted.Render(before) + changeArrow + th.Success.Render(after)}
	}
	return append(v.labelled(th.Muted, "− ", before), v.labelled(th.Success, "+ ", after)...)
}
