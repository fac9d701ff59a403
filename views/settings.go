package views

import (
	"context"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// settings shows every setting of an organization. What is edited is kept as a
// change until all changes are sent at once.
type settings struct {
	env    *Env
	ctx    context.Context
	groups []settingsGroup
	edits  settingsEdits
	org    async.Remote[b2b.Organization] // the newest read

	problems map[string]string // of fields, while editing
	refused  map[string]string // by the server, until the field is edited again
	cursor   int               // index into edits.all

	width, height int
}

var (
	_ ui.View    = (*settings)(nil)
	_ ui.Unsaved = (*settings)(nil)
)

// newSettings returns the settings of org, which is read anew when the page
// opens.
func newSettings(env *Env, org b2b.Organization) ui.View {
	v := &settings{env: env, groups: settingsCatalog(), refused: map[string]string{}}
	var all []setting
	for _, g := range v.groups {
		all = append(all, g.settings...)
	}
	v.edits = newSettingsEdits(org, all)
	v.check()
	return v
}

// Title implements ui.View.
func (v *settings) Title() string { return "Settings" }

// SetSize implements ui.View.
func (v *settings) SetSize(width, height int) { v.width, v.height = width, height }

// Capturing implements ui.View.
func (v *settings) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *settings) Unsaved() string {
	if len(v.edits.lines) == 0 {
		return ""
	}
	return plural(len(v.edits.lines), "change") + " of the settings would be lost."
}

// Init implements ui.View.
func (v *settings) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.reload()
}

// reload reads the organization. Changes that are not sent stay, on top of what
// the server has now.
func (v *settings) reload() tea.Cmd {
	organizations, id := v.env.API.Organizations, v.edits.base.OrganizationID
	return v.org.Load(v.ctx, func(ctx context.Context) (b2b.Organization, error) { return organizations.Get(ctx, id) })
}

// Actions implements ui.View.
func (v *settings) Actions() []ui.Action {
	act := v.env.act
	actions := []ui.Action{v.env.also(act(keymap.SettingsEdit, v.edit), keymap.Open).Writing()}
	if v.Unsaved() != "" {
		actions = append(actions, act(keymap.SettingsSave, v.save).Writing(),
			act(keymap.SettingsPreview, v.preview), act(keymap.SettingsDiscard, v.discard))
	}
	if v.edits.edited(v.focused()) {
		actions = append(actions, act(keymap.SettingsDefault, v.undoOne))
	}
	return append(actions, act(keymap.Refresh, v.reload), act(keymap.Copy, v.copy).Because(v.nothingToCopy()),
		act(keymap.Up, v.step(-1)), act(keymap.Down, v.step(1)),
		act(keymap.PageUp, v.leap(-1)), act(keymap.PageDown, v.leap(1)),
		act(keymap.Top, v.step(-len(v.edits.all))), act(keymap.Bottom, v.step(len(v.edits.all))))
}

// also lets the keys of another action, which mean the same everywhere, run a.
func (e *Env) also(a ui.Action, other keymap.ID) ui.Action {
	more := e.Keys.Binding(other)
	a.Key = key.NewBinding(
		key.WithKeys(append(slices.Clone(more.Keys()), a.Key.Keys()...)...),
		key.WithHelp(more.Help().Key, a.Key.Help().Desc))
	return a
}

func (v *settings) step(by int) func() tea.Cmd {
	return func() tea.Cmd {
		v.cursor = max(0, min(v.cursor+by, len(v.edits.all)-1))
		return nil
	}
}

// leap goes to the first setting of the next section, or of this or the one
// before.
func (v *settings) leap(by int) func() tea.Cmd {
	return func() tea.Cmd {
		to, first := v.cursor, 0
		for _, g := range v.groups {
			if by > 0 && first > v.cursor {
				to = first
				break
			}
			if by < 0 && first < v.cursor {
				to = first
			}
			first += len(g.settings)
		}
		v.cursor = to
		return nil
	}
}

func (v *settings) focused() setting { return v.edits.all[v.cursor] }

func (v *settings) setting(name string) (int, setting) {
	for i, s := range v.edits.all {
		if s.name == name {
			return i, s
		}
	}
	return v.cursor, v.focused()
}

// check finds what is wrong with the edits. A rule that the saved settings
// break already is not the user's to mend first.
func (v *settings) check() {
	v.problems = map[string]string{}
	for _, s := range v.edits.changes() {
		if problem := settingProblem(s, v.edits.value(s)); problem != "" {
			v.problems[s.name] = problem
		}
	}
	field, problem := ruleProblem(v.edits.draft())
	if was, _ := ruleProblem(v.edits.base); problem == "" || was == field || v.problems[field] != "" {
		return
	}
	v.problems[field] = problem
}

// problem is what is wrong with s: here, or according to the server.
func (v *settings) problem(s setting) string {
	if problem := v.problems[s.name]; problem != "" {
		return problem
	}
	return v.refused[s.name]
}

// firstProblem is the first setting that keeps the changes from being sent.
func (v *settings) firstProblem() (index int, problem string) {
	for i, s := range v.edits.all {
		if problem := v.problems[s.name]; problem != "" {
			return i, problem
		}
	}
	return 0, ""
}

// changed takes over what was edited.
func (v *settings) changed(edited map[string][]string) tea.Cmd {
	for name, lines := range edited {
		_, s := v.setting(name)
		v.edits.set(s, lines)
		delete(v.refused, name)
	}
	v.check()
	return nil
}

func (v *settings) undoOne() tea.Cmd {
	name := v.focused().name
	v.edits.drop(name)
	delete(v.refused, name)
	v.check()
	return nil
}

func (v *settings) discard() tea.Cmd {
	return ui.Open(&ui.Confirm{
		Name: "Discard " + plural(len(v.edits.lines), "change") + "?",
		Body: "The settings go back to what is saved.",
		Verb: "Discard",
		Run: func() tea.Cmd {
			v.edits.dropAll()
			clear(v.refused)
			v.check()
			return nil
		},
	})
}

func (v *settings) nothingToCopy() string {
	if len(v.edits.value(v.focused())) == 0 {
		return v.focused().label + " is not set: there is nothing to copy."
	}
	return ""
}

func (v *settings) copy() tea.Cmd {
	return v.env.copy(strings.Join(v.edits.value(v.focused()), "\n"), v.focused().label)
}

// Update implements ui.View.
func (v *settings) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.reload()
	}
	if v.org.Take(msg) {
		if v.org.Err() != nil {
			return nil
		}
		org, _ := v.org.Value()
		return v.rebase(org)
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Organization]:
		if msg.Value.OrganizationID == v.edits.base.OrganizationID {
			return tea.Batch(v.rebase(msg.Value), v.readAnew())
		}
	case tea.MouseMsg:
		return v.click(msg)
	}
	return nil
}

// readAnew replaces a read under way, which may tell of a time before the last
// write.
func (v *settings) readAnew() tea.Cmd {
	if !v.org.Busy() {
		return nil
	}
	return v.reload()
}

// rebase shows what the server has now, under the changes that were made here.
func (v *settings) rebase(org b2b.Organization) tea.Cmd {
	both := v.edits.rebase(org)
	v.check()
	if len(both) == 0 {
		return nil
	}
	var labels []string
	for _, s := range both {
		labels = append(labels, s.label)
	}
	return ui.Toast(ui.Info, "Somebody else changed "+strings.Join(labels, ", ")+" too. Your change is still here.")
}

// click puts the cursor on a setting; a second click edits it.
func (v *settings) click(msg tea.MouseMsg) tea.Cmd {
	if msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress {
		return nil
	}
	p := v.page()
	y := msg.Y - len(p.head)
	if y < 0 || y >= len(p.body) || p.body[y].setting < 0 {
		return nil
	}
	if at := p.body[y].setting; at != v.cursor {
		v.cursor = at
		return nil
	}
	return v.edit()
}
