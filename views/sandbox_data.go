package views

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// sandboxData tells what the sandbox holds, takes it out and puts it back, and
// empties it.
type sandboxData struct {
	env   *Env
	ctx   context.Context
	read  async.Remote[sandboxCounts]
	clock async.Remote[api.SandboxClock] // since everything was replaced

	width, height int
}

// sandboxCounts is how much the sandbox holds; -1 where the server does not say.
type sandboxCounts struct{ organizations, members, messages, faults int }

var _ ui.View = (*sandboxData)(nil)

func newSandboxData(env *Env) *sandboxData { return &sandboxData{env: env} }

// Title implements ui.View.
func (v *sandboxData) Title() string { return "Data" }

// SetSize implements ui.View.
func (v *sandboxData) SetSize(width, height int) { v.width, v.height = width, height }

// Capturing implements ui.View.
func (v *sandboxData) Capturing() bool { return false }

// Init implements ui.View.
func (v *sandboxData) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

// load counts what there is.
func (v *sandboxData) load() tea.Cmd {
	client := v.env.API
	return v.read.Load(v.ctx, func(ctx context.Context) (sandboxCounts, error) {
		var counts sandboxCounts
		metrics, err := client.Project.Metrics(ctx)
		if err != nil {
			return counts, err
		}
		counts.organizations, counts.members = metric(metrics, b2b.MetricTypeOrganizationCount), metric(metrics, b2b.MetricTypeMemberCount)
		messages, err := client.Sandbox.Outbox(ctx, api.OutboxQuery{Limit: outboxRows})
		if err != nil {
			return counts, err
		}
		faults, err := client.Sandbox.Faults(ctx)
		counts.messages, counts.faults = len(messages), len(faults)
		return counts, err
	})
}

// metric is how many things of a type the project says that it has; -1 when it does
// not.
func metric(metrics []b2b.ProjectMetric, of string) int {
	for _, m := range metrics {
		if m.MetricType == of {
			return m.Count
		}
	}
	return -1
}

// Actions implements ui.View.
func (v *sandboxData) Actions() []ui.Action {
	act := v.env.act
	return []ui.Action{
		called(act(keymap.Export, v.export), "export the state"),
		act(keymap.StateImport, v.importState).Writing(),
		act(keymap.DataReset, v.reset).Writing(),
		act(keymap.Refresh, v.load),
	}
}

// reset empties the sandbox, once its word is typed.
func (v *sandboxData) reset() tea.Cmd {
	return ui.Open(&ui.ConfirmWrite[struct{}]{
		Name: "Empty the sandbox?",
		Body: v.holds() + " will be gone, and the clock goes back to the real time.",
		Verb: "Empty it", Write: write(v.env.API.Sandbox.DeleteData()),
		Done: func(struct{}) tea.Cmd { return v.replaced("The sandbox is empty.") },
	})
}

// replaced has everything that is shown read anew, once the clock is read. What
// was done to the objects of before cannot be taken back.
func (v *sandboxData) replaced(said string) tea.Cmd {
	if v.env.Done != nil {
		v.env.Done.Forget()
	}
	return tea.Batch(v.clock.Load(v.ctx, v.env.API.Sandbox.Clock), ui.Toast(ui.Success, said))
}

// holds says what the sandbox has, for questions before it is lost.
func (v *sandboxData) holds() string {
	counts, known := v.read.Value()
	if !known {
		return "All organizations, members and messages"
	}
	return "All " + countWords(counts.organizations, "organization") + ", " + countWords(counts.members, "member") +
		" and " + countWords(counts.messages, "message")
}

// countWords counts things, as far as their number is known.
func countWords(n int, thing string) string {
	if n < 0 {
		return thing + "s"
	}
	return plural(n, thing)
}

// Update implements ui.View.
func (v *sandboxData) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.read.Take(msg):
	case v.clock.Take(msg):
		clock, ok := v.clock.Value()
		if v.clock.Err() != nil || !ok {
			return ui.Announce(ui.Outdated{}) // the page of the clock says so when it is opened
		}
		return tea.Sequence(v.env.clockIs(clock), ui.Announce(ui.Outdated{}))
	}
	if outdated(msg) {
		return v.load()
	}
	return nil
}

// View implements ui.View.
func (v *sandboxData) View() string {
	th := v.env.Theme
	lines := failureLines(v.env, "count what the sandbox holds", v.read.Err(), v.width, v.height)
	lines = append(lines, th.Title.Render(" What the sandbox holds"), "")
	for _, f := range v.held() {
		lines = append(lines, " "+th.Muted.Render(ui.Fit(f[0], 16))+ui.Cut(f[1], v.width-17))
	}
	lines = append(append(lines, "", th.Title.Render(" What can be done with it")), v.choices()...)
	return strings.Join(firstLines(lines, v.height), "\n")
}

// held is how much the sandbox holds: what, and how many.
func (v *sandboxData) held() [][2]string {
	counts, known := v.read.Value()
	var held [][2]string
	for _, f := range []struct {
		name string
		n    int
	}{{"Organizations", counts.organizations}, {"Members", counts.members}, {"Messages", counts.messages}, {"Faults", counts.faults}} {
		value := "…"
		switch {
		case known && f.n < 0:
			value = "the server does not count"
		case known && f.name == "Messages" && f.n == outboxRows:
			value = strconv.Itoa(f.n) + " or more"
		case known:
			value = strconv.Itoa(f.n)
		case v.read.Err() != nil:
			value = "not known"
		}
		held = append(held, [2]string{f.name, value})
	}
	return held
}

// dataChoice is something that can be done with the data, and what to mind.
type dataChoice struct {
	id   keymap.ID
	text string
}

func dataChoices() []dataChoice {
	return []dataChoice{
		{keymap.Export, "Export the state into a file that you alone can read. It holds every secret of the sandbox, and the key to them."},
		{keymap.StateImport, "Import such a file. It takes the place of everything here, or changes nothing."},
		{keymap.DataReset, "Empty the sandbox: everything goes but its keys. For the demo data start orgdeck with --reset."},
	}
}

// choices say what the keys are for, and what to mind.
func (v *sandboxData) choices() []string {
	th := v.env.Theme
	var lines []string
	for _, c := range dataChoices() {
		key := cmp.Or(v.env.Keys.Binding(c.id).Help().Key, "–")
		for i, line := range ui.Wrap(c.text, max(1, min(v.width-6, 76))) {
			if i > 0 {
				key = ""
			}
			lines = append(lines, "  "+th.Key.Render(ui.Fit(key, 3))+line)
		}
	}
	return lines
}
