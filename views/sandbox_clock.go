package views

import (
	"context"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// MovedClock says how far a clock is from the real time, for the header: "clock
// +1 day 12 h"; "" when it is not.
func MovedClock(by time.Duration) string {
	switch {
	case by == 0:
		return ""
	case by > 0:
		return "clock +" + long(by)
	}
	return "clock -" + long(-by)
}

// sandboxClock shows the time of the sandbox, and moves it.
type sandboxClock struct {
	env     *Env
	ctx     context.Context
	read    async.Remote[api.SandboxClock]
	moved   async.Remote[api.SandboxClock]
	readAt  time.Time // by the real clock
	failure error     // of the last move

	width, height int
}

var _ ui.View = (*sandboxClock)(nil)

// Title implements ui.View.
func (v *sandboxClock) Title() string { return "Clock" }

// SetSize implements ui.View.
func (v *sandboxClock) SetSize(width, height int) { v.width, v.height = width, height }

// Capturing implements ui.View.
func (v *sandboxClock) Capturing() bool { return false }

// Init implements ui.View.
func (v *sandboxClock) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *sandboxClock) load() tea.Cmd { return v.read.Load(v.ctx, v.env.API.Sandbox.Clock) }

// Actions implements ui.View.
func (v *sandboxClock) Actions() []ui.Action {
	act := v.env.act
	clock, known := v.read.Value()
	unknown, right := "", ""
	switch {
	case !known:
		unknown = "The clock is not read yet; " + v.env.Keys.Binding(keymap.Refresh).Help().Key + " reads it."
	case clock.OffsetSeconds == 0:
		right = "The clock is at the real time."
	}
	return []ui.Action{
		called(act(keymap.ClockAdvance, v.jump), "jump ahead").Because(unknown).Writing(),
		act(keymap.ClockReset, v.reset).Because(unknown).Because(right).Writing(),
		act(keymap.Refresh, v.load),
		act(keymap.Copy, v.copy).Because(unknown),
	}
}

func (v *sandboxClock) copy() tea.Cmd {
	clock, _ := v.read.Value()
	return copyMenu(v.env, copyable{"time of the sandbox", clock.Now.UTC().Format(time.RFC3339)})
}

func (v *sandboxClock) reset() tea.Cmd {
	clock, _ := v.read.Value()
	return v.send(v.env.API.Sandbox.SetClock(clock.Offset(), 0))
}

// send moves the clock. What fails is said on the page.
func (v *sandboxClock) send(change api.Change[api.SandboxClock]) tea.Cmd {
	v.failure = nil
	return v.moved.Send(v.ctx, explaining(change.Do))
}

// Update implements ui.View.
func (v *sandboxClock) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	switch {
	case v.read.Take(msg):
		if v.read.Err() != nil {
			return nil
		}
		clock, _ := v.read.Value()
		return v.show(clock)
	case v.moved.Take(msg):
		if v.failure = v.moved.Err(); v.failure != nil {
			return nil
		}
		clock, _ := v.moved.Value()
		v.read.Set(clock)
		return tea.Batch(v.show(clock), ui.Toast(ui.Success, "In the sandbox it is now "+moment(&clock.Now)+"."))
	}
	if changed, ok := msg.(ui.Changed[api.SandboxClock]); ok {
		v.read.Set(changed.Value)
		return v.show(changed.Value)
	}
	return nil
}

// show shows the time, which everything is drawn by from now on.
func (v *sandboxClock) show(clock api.SandboxClock) tea.Cmd {
	v.readAt = time.Now()
	return v.env.clockIs(clock)
}

// View implements ui.View.
func (v *sandboxClock) View() string {
	lines := failureLines(v.env, "read the clock", v.read.Err(), v.width, v.height)
	lines = append(lines, v.facts()...)
	if v.failure != nil {
		lines = append(append(lines, ""), styled(v.env.Theme.Danger, ui.Wrap("✗ The clock was not moved. "+api.Reason(v.failure), v.width-1))...)
	}
	lines = append(append(lines, ""), v.advice()...)
	return strings.Join(firstLines(lines, v.height), "\n")
}

func (v *sandboxClock) facts() []string {
	th := v.env.Theme
	clock, known := v.read.Value()
	if !known {
		if v.read.Err() != nil {
			return nil
		}
		return []string{" " + th.Muted.Render("Reading the clock…")}
	}
	lines := []string{th.Title.Render(" Clock of the sandbox"), ""}
	style := th.Bold
	if clock.OffsetSeconds != 0 {
		style = th.Warning
	}
	for _, fact := range [][2]string{
		{"Sandbox", second(clock.Now)},
		{"Real time", second(clock.Now.Add(-clock.Offset()))},
	} {
		lines = append(lines, " "+th.Muted.Render(ui.Fit(fact[0], 12))+ui.Cut(fact[1], v.width-13))
	}
	lines = append(lines, " "+th.Muted.Render(ui.Fit("Difference", 12))+style.Render(ui.Cut(difference(clock.Offset()), v.width-13)))
	return append(lines, " "+th.Faint.Render(ui.Cut("As read at "+v.readAt.Format(time.TimeOnly)+"; "+v.env.Keys.Binding(keymap.Refresh).Help().Key+" reads it again.", v.width-1)))
}

// clockAdvice is what moving the clock is for.
const clockAdvice = "Everything in the sandbox goes by this clock: jump ahead and codes, links, sessions, registrations and locks run out. " +
	"The members' own authenticator apps do not jump along: their codes are of the real time."

// advice says what moving the clock is for, and by which keys.
func (v *sandboxClock) advice() []string {
	th := v.env.Theme
	lines := styled(th.Muted, ui.Wrap(clockAdvice, v.env.sentenceWidth(v.width-2)))
	lines = append(lines, "", keyLine(v.env, v.Actions(), v.width-2))
	return indented(lines)
}

// second is a moment to the second, in UTC.
func second(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05 UTC") }

// difference says how far a clock is from the real time, in words.
func difference(by time.Duration) string {
	switch {
	case by == 0:
		return "✓ none"
	case by > 0:
		return "! " + long(by) + " ahead"
	}
	return "! " + long(-by) + " behind"
}
