package ui_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

// slow is a view whose only action takes ten seconds.
type slow struct {
	ctx  context.Context
	work async.Remote[string]
}

func (v *slow) Title() string    { return "Slow\x1b[31m" }
func (v *slow) SetSize(int, int) {}
func (v *slow) Capturing() bool  { return false }

func (v *slow) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

func (v *slow) Update(msg tea.Msg) tea.Cmd {
	if v.work.Take(msg) {
		return ui.Toast(ui.Success, "It is over.")
	}
	return nil
}

func (v *slow) View() string {
	text, _ := v.work.Value()
	return "│ \x1b[1mResult\x1b[0m   " + ui.Clean(text) + " │"
}

func (v *slow) Actions() []ui.Action {
	return []ui.Action{
		ui.Act(keymap.Default(), keymap.Refresh, func() tea.Cmd {
			return v.work.Load(v.ctx, func(context.Context) (string, error) {
				time.Sleep(10 * time.Second)
				return "\x1b]0;owned\x07done", nil
			})
		}),
		ui.Act(keymap.Default(), keymap.OrgEdit, nil).Because("There is nothing to edit."),
	}
}

// toldOf runs a view in lines, with somebody who types or without, and returns what was
// told.
func toldOf(t *testing.T, attended bool, view ui.View, script ...string) string {
	t.Helper()
	var out bytes.Buffer
	synctest.Test(t, func(t *testing.T) {
		app := ui.New(t.Context(), ui.Options{}, ui.Section{ID: keymap.Organizations, Open: func() ui.View { return view }})
		d := uitest.New(t, ui.NewLinear(app, ui.Lines{Out: &out, Attended: attended, Read: func(prompt string, _ bool) (string, error) {
			out.WriteString(prompt)
			if len(script) == 0 {
				return "", io.EOF
			}
			line := script[0]
			script = script[1:]
			out.WriteString(line + "\n")
			return line, nil
		}}), 80, 24)
		for range 60 {
			d.Wait(time.Second)
		}
		if !d.Quit() {
			t.Error("the end of the input did not end the program")
		}
	})
	return out.String()
}

func TestLinear_tellsWhatIsOverAndThatItIsUnderWay(t *testing.T) {
	told := toldOf(t, false, &slow{}, "refr", "edit", "?", "99", "nonsense")
	for _, want := range []string{
		"Slow\n", "1. refresh (r)\n", "Still under way.\n", "Result, ␛]0;owned␇done\n", "Done: It is over.\n",
		"Note: There is nothing to edit.\n", "edit (e), not now: There is nothing to edit.\n",
		"Note: there is no number 99 here; ? lists all.\n", "Note: nothing here is called “nonsense”; ? lists all.\n",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("%q was not told:\n%s", want, told)
		}
	}
	if n := strings.Count(told, "Still under way."); n != 2 {
		t.Errorf("progress was told %d times", n)
	}
	if strings.ContainsAny(told, "\x1b│") {
		t.Errorf("something was drawn: %q", told)
	}
}

// run is a view that works for half a minute, and can be stopped.
type run struct {
	slow
	began    time.Time
	stopping bool
}

func (v *run) Title() string { return "Run" }

func (v *run) View() string { return "" }

func (v *run) Tell() []string {
	if v.stopping {
		return []string{"Stopping."}
	}
	if !v.work.Busy() {
		return []string{"At rest."}
	}
	p := ui.Progress{Total: 1000, Done: int(time.Since(v.began) / (30 * time.Millisecond)), Started: v.began, Now: time.Now()}
	return []string{p.Told("rows")}
}

func (v *run) Actions() []ui.Action {
	if v.work.Busy() && !v.stopping {
		return []ui.Action{ui.Act(keymap.Default(), keymap.ProgressStop, func() tea.Cmd {
			v.stopping = true
			return nil
		})}
	}
	return []ui.Action{ui.Act(keymap.Default(), keymap.Refresh, func() tea.Cmd {
		v.began = time.Now()
		return v.work.Load(v.ctx, func(context.Context) (string, error) {
			time.Sleep(29500 * time.Millisecond) // between two reports
			return "", nil
		})
	})}
}

func TestLinear_howFarItIsIsToldEverySomePercent(t *testing.T) {
	told := toldOf(t, false, &run{}, "refresh", "quit")
	if n := strings.Count(told, "Progress: "); n != 9 {
		t.Errorf("how far it is was told %d times, not every three seconds:\n%s", n, told)
	}
	if !strings.Contains(told, "Progress: 50 percent, 500 of 1,000 rows, about 15 s left\n") || strings.Contains(told, "Still under way") {
		t.Errorf("how far it is was not told well:\n%s", told)
	}
}

func TestLinear_whoTypesCanStopWhatTakesLong(t *testing.T) {
	told := toldOf(t, true, &run{}, "refresh", "stop", "where", "quit")
	for _, want := range []string{"Progress: 10 percent, 100 of 1,000 rows, about 27 s left\nYou can: 1 stop, ", "> stop\n", "Stopping.\n"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q was not told:\n%s", want, told)
		}
	}
}
