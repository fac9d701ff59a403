package ui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

func sampleDetail() *ui.Detail {
	d := ui.NewDetail(theme.New(true))
	d.SetSections(
		ui.DetailSection{Title: "Identity", Fields: []ui.DetailField{{Name: "Name", Value: "Ada Lovelace"}, {Name: "Phone"}}},
		ui.DetailSection{Title: "Second factor", Fields: []ui.DetailField{
			{Name: "Secret", Value: "JBSWY3DPEHPK3PXP", Secret: true},
			{Name: "Metadata", Value: "{\n  \"a\": 1\n}", Copy: `{"a":1}`},
		}},
	)
	d.SetSize(50, 12)
	return d
}

func TestDetail_showsNamesAndValues(t *testing.T) {
	d := sampleDetail()
	view := ansi.Strip(d.View())
	for _, want := range []string{"Identity", "▸  Name      Ada Lovelace", "Phone     –", "Second factor", "••••", `"a": 1`} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	if strings.Contains(view, "JBSWY3DP") {
		t.Error("the secret is shown")
	}
	if d.Reveal(true); !strings.Contains(d.View(), "JBSWY3DPEHPK3PXP") {
		t.Error("the secret is not shown when asked for")
	}
}

func TestDetail_choosesWhatIsCopied(t *testing.T) {
	d := sampleDetail()
	d.Update(press("G"))
	if f, ok := d.Selected(); !ok || f.CopyText() != `{"a":1}` {
		t.Fatal(f)
	}
	d.Update(press("k"))
	if f, _ := d.Selected(); f.CopyText() != "JBSWY3DPEHPK3PXP" {
		t.Fatal(f)
	}
	d.SetSections(ui.DetailSection{Fields: []ui.DetailField{{Name: "Other"}, {Name: "Secret", Value: "x"}}})
	if f, _ := d.Selected(); f.Name != "Secret" {
		t.Fatalf("the cursor went to %s", f.Name)
	}
	d.SetSections()
	if _, ok := d.Selected(); ok {
		t.Fatal("something is selected in nothing")
	}
}

func TestDetail_readsThroughALongValue(t *testing.T) {
	d := ui.NewDetail(theme.New(true))
	var lines []string
	for i := range 30 {
		lines = append(lines, fmt.Sprintf("line-%02d", i))
	}
	d.SetSections(ui.DetailSection{Fields: []ui.DetailField{{Name: "First", Value: "1"}, {Name: "Long", Value: strings.Join(lines, "\n")}, {Name: "Last", Value: "end"}}})
	d.SetSize(40, 6)
	seen := d.View()
	for range 40 {
		d.Update(press("down"))
		seen += d.View()
	}
	for _, line := range append(lines, "end") {
		if !strings.Contains(seen, line) {
			t.Errorf("%s was never in view", line)
		}
	}
}

func TestDetail_fitsAndIsHarmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := ui.NewDetail(theme.New(true))
		var fields []ui.DetailField
		for i := range rapid.IntRange(0, 8).Draw(t, "fields") {
			fields = append(fields, ui.DetailField{Name: hostile().Draw(t, "name"), Value: hostile().Draw(t, "value"), Secret: i == 3})
		}
		d.SetSections(ui.DetailSection{Title: hostile().Draw(t, "title"), Fields: fields})
		width, height := rapid.IntRange(8, 90).Draw(t, "width"), rapid.IntRange(1, 12).Draw(t, "height")
		d.SetSize(width, height)
		for _, k := range rapid.SliceOf(rapid.SampledFrom([]string{"down", "up", "pgdown", "pgup", "G", "g"})).Draw(t, "keys") {
			d.Update(press(k))
		}
		view := d.View()
		if lipgloss.Width(view) > width || lipgloss.Height(view) > height {
			t.Fatalf("%dx%d in %dx%d:\n%q", lipgloss.Width(view), lipgloss.Height(view), width, height, view)
		}
		for line := range strings.SplitSeq(view, "\n") {
			checkClean(t, ansi.Strip(line))
		}
	})
}

func TestFailedRead_keepsTheLastGoodValue(t *testing.T) {
	th := theme.New(true)
	failed := ui.FailedRead{
		What: "load the members", Retry: keymap.Default().Binding(keymap.Refresh),
		Err: fmt.Errorf("search: %w", refusal{text: "The server is being repaired.", request: "request-id-3"}),
	}
	view := failed.Over(th, "Ada\nGrace", 60, 10)
	for _, want := range []string{"✗ Could not load the members.", "The server is being repaired.", "request-id-3", "r try again", "Ada\nGrace"} {
		if !strings.Contains(ansi.Strip(view), want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	if h := lipgloss.Height(failed.Over(th, strings.Repeat("row\n", 50), 60, 10)); h != 10 {
		t.Errorf("%d lines", h)
	}
	if got := (ui.FailedRead{}).Over(th, "Ada", 60, 10); got != "Ada" {
		t.Error(got)
	}
	hostile := ui.FailedRead{What: "load", Err: errors.New("\x1b[2Jboo")}
	if got := hostile.Over(th, "", 60, 10); strings.Contains(got, "\x1b[2J") {
		t.Errorf("%q", got)
	}
}
