package ui_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

func TestBar(t *testing.T) {
	for _, c := range []struct {
		width, part, whole int
		want               string
	}{
		{4, 0, 10, "····"}, {4, 10, 10, "████"}, {4, 5, 10, "██··"}, {4, 1, 1000, "▏···"}, {4, 999, 1000, "███▉"},
		{4, 1, 0, "····"}, {4, 20, 10, "████"}, {4, -1, 10, "····"}, {0, 1, 2, ""}, {2, 9, 16, "█▏"},
	} {
		if got := ui.Bar(c.width, c.part, c.whole); got != c.want {
			t.Errorf("%d of %d in %d: %q, want %q", c.part, c.whole, c.width, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(0, 100).Draw(t, "width")
		bar := ui.Bar(width, rapid.Int().Draw(t, "part"), rapid.IntRange(-10, 1_000_000_000).Draw(t, "whole"))
		if ui.Width(bar) != width {
			t.Fatalf("%q is %d wide, not %d", bar, ui.Width(bar), width)
		}
	})
}

func TestProgress_countsAndEstimates(t *testing.T) {
	start := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	at := func(done int, spent time.Duration) string {
		p := ui.Progress{Total: 4800, Done: done, Started: start, Now: start.Add(spent)}
		return ansi.Strip(p.View(theme.New(true), 80))
	}
	for _, c := range []struct {
		done  int
		spent time.Duration
		want  string
	}{
		{0, 0, "0/4,800"}, {480, 10 * time.Second, "480/4,800  about 2 min left"}, {4000, 50 * time.Second, "4,000/4,800  about 10 s left"},
		{4799, time.Minute, "almost done"}, {480, 10 * time.Hour, "about 90 h left"},
	} {
		if got := at(c.done, c.spent); !strings.HasSuffix(got, c.want) {
			t.Errorf("%d after %v: %q, want %q", c.done, c.spent, got, c.want)
		}
	}
	unknown := ui.Progress{Done: 12345, Failed: 3}
	if got := unknown.View(theme.New(true), 80); got != "12,345, 3 failed" {
		t.Error(got)
	}
	for width := range 80 {
		p := ui.Progress{Total: 4800, Done: 100, Started: start, Now: start.Add(time.Hour)}
		if got := p.View(theme.New(true), width); ui.Width(got) > width {
			t.Errorf("%d wide in %d", ui.Width(got), width)
		}
	}
}
