package ui_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/ui"
)

func TestBanner_isOnEveryScreenAndCountsDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, over := &page{title: "one"}, 0
		d := show(t, ui.Options{}, p, &page{title: "two"})
		before := p.height
		d.Run(ui.ShowBanner(ui.Banner{
			Text: "acting as Eve\x1b[2J\r\nnext", Hint: "a to stop", Until: time.Now().Add(3 * time.Minute),
			Over: func() tea.Cmd { over++; return ui.Toast(ui.Info, "It is over.") },
		}))
		wantOnScreen(t, d, "acting as Eve", "3 min left · a to stop")
		if p.height != before-1 {
			t.Errorf("the view has %d lines, and had %d", p.height, before)
		}
		if n := strings.Count(d.Screen(), "\n"); n != 23 {
			t.Errorf("the frame has %d lines", n+1)
		}
		d.Press("2")
		wantOnScreen(t, d, "3 min left · a to stop")
		d.Wait(61 * time.Second)
		wantOnScreen(t, d, "2 min left")
		d.Wait(61 * time.Second)
		wantOnScreen(t, d, "less than a minute left")
		d.Wait(60 * time.Second)
		wantOnScreen(t, d, "It is over.")
		wantOffScreen(t, d, "acting as")
		if p.height != before || over != 1 {
			t.Errorf("the view has %d lines; over %d times", p.height, over)
		}
	})
}

func TestBanner_thatWasTakenAwayEndsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		over := 0
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.ShowBanner(ui.Banner{Text: "acting", Until: time.Now().Add(time.Minute), Over: func() tea.Cmd { over++; return nil }}))
		d.Run(ui.ShowBanner(ui.Banner{}))
		wantOffScreen(t, d, "acting")
		d.Wait(2 * time.Minute)
		if over != 0 {
			t.Error("it ended a banner that was gone")
		}
	})
}

// asker loads something when it opens.
type asker struct {
	page
	value async.Remote[int]
}

func (v *asker) Init(ctx context.Context) tea.Cmd {
	return v.value.Load(ctx, func(context.Context) (int, error) { return 1, nil })
}

func TestOptions_everyAnswerIsLookedAt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		answers := 0
		d := show(t, ui.Options{Answered: func() tea.Cmd { answers++; return ui.Toast(ui.Info, "An answer came.") }}, &asker{})
		wantOnScreen(t, d, "An answer came.")
		if answers != 1 {
			t.Errorf("looked %d times", answers)
		}
	})
}
