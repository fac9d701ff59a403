package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"example.com/orgdeck/theme"
)

func TestOver_everyLineKeepsItsWidthAtEveryOffset(t *testing.T) {
	const width = 30
	bases := []string{
		"plain text of thirty cells....",
		"株式会社ロボット株式会社ロボット",
		"a株b式c会d社eロfボgッhトi株j",
		"é́́ combining ẅörds and ñ",
		"",
		"\x1b[31mstyled 株式\x1b[0m text 会社",
		"👩‍👩‍👧👍🏽🇩🇪 joined",
	}
	tops := []string{"X", "XY", "漢", "漢X", strings.Repeat("z", width)}
	for _, base := range bases {
		for _, top := range tops {
			for x := 0; x+ansi.StringWidth(top) <= width; x++ {
				got := over([]string{base}, []string{top}, x, 0, width, lipgloss.NewStyle())[0]
				if w := ansi.StringWidth(got); w != width {
					t.Fatalf("%q over %q at %d is %d wide: %q", top, base, x, w, got)
				}
				wantCells(t, cells(base, width), cells(got, width), cells(top, ansi.StringWidth(top)), x)
			}
		}
	}
}

// wantCells checks every cell of a line: those under top show top, all others
// what base has there, or a space where half of a wide rune is covered.
func wantCells(t *testing.T, base, got, top []string, x int) {
	t.Helper()
	for i := range got {
		want := base[i]
		switch {
		case i >= x && i < x+len(top):
			want = top[i-x]
		case i == x-1 && x < len(base) && base[x] == "", i == x+len(top) && want == "":
			want = " "
		}
		if got[i] != want {
			t.Fatalf("top at %d: cell %d is %q, want %q\nbase %q\n got %q", x, i, got[i], want, base, got)
		}
	}
}

// cells spreads the graphemes of a line over its cells; the second cell of a
// wide one is empty.
func cells(s string, width int) []string {
	var out []string
	for s = ansi.Strip(s); s != "" && len(out) < width; {
		cluster, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		s = s[len(cluster):]
		if len(out)+w > width {
			cluster, w = " ", 1
		}
		out = append(out, cluster)
		for range w - 1 {
			out = append(out, "")
		}
	}
	for len(out) < width {
		out = append(out, " ")
	}
	return out
}

func TestOver_leavesTheOtherLines(t *testing.T) {
	base := []string{"one", "two", "three"}
	got := over(base, []string{"XX"}, 1, 1, 5, lipgloss.NewStyle())
	if strings.Join(got, "|") != "one  |tXX  |three" {
		t.Fatalf("%q", got)
	}
}

func TestBoxed_fitsItsContent(t *testing.T) {
	th := theme.New(true)
	for name, tc := range map[string]struct {
		title         string
		content       []string
		width, height int
		wantW, wantH  int
	}{
		"as wide as the content": {"T", []string{"12345678", "1"}, 80, 24, 12, 4},
		"as wide as the title":   {"a long title", []string{"1"}, 80, 24, 18, 3},
		"no wider than allowed":  {"T", []string{strings.Repeat("漢", 40)}, 21, 24, 21, 3},
		"no higher than allowed": {"T", []string{"1", "2", "3", "4", "5"}, 80, 5, 7, 5},
		"hardly any room":        {"title", []string{"text"}, 4, 2, 4, 2},
	} {
		t.Run(name, func(t *testing.T) {
			lines := boxed(th, tc.title, tc.content, tc.width, tc.height)
			if len(lines) != tc.wantH {
				t.Errorf("%d lines, want %d: %q", len(lines), tc.wantH, lines)
			}
			for _, line := range lines {
				if w := ansi.StringWidth(line); w != tc.wantW {
					t.Errorf("%q is %d wide, want %d", line, w, tc.wantW)
				}
			}
		})
	}
}

func TestSimpleWidth_agreesWithTheTerminalsWidth(t *testing.T) {
	for r := rune(0x20); r < 0x3100; r++ {
		line := "a" + string(r) + "b"
		if w, ok := simpleWidth(line); ok && w != ansi.StringWidth(line) {
			t.Errorf("%U: %d, not %d", r, w, ansi.StringWidth(line))
		}
	}
	if w, ok := simpleWidth("\x1b[1;38;2;1;2;3mab\x1b[0m│…"); !ok || w != 4 {
		t.Errorf("a styled line: %d, %v", w, ok)
	}
	for _, line := range []string{"漢", "a\tb", "\x1b[2J", "\x1b]0;x\a", "\x1b[1", "\x9b1m", "a\u0301"} {
		if _, ok := simpleWidth(line); ok {
			t.Errorf("%q is not simple", line)
		}
	}
}

func TestFitter_drawsWhatChanged(t *testing.T) {
	var f fitter
	f.reset(5, 2)
	if got := f.fit(0, "abcdefgh"); got != "abcd…" {
		t.Errorf("%q", got)
	}
	if got := f.fit(1, ""); got != "     " {
		t.Errorf("%q", got)
	}
	if got := f.fit(0, "new"); got != "new  " {
		t.Errorf("%q", got)
	}
	f.reset(4, 2)
	if got := f.fit(0, "new"); got != "new " {
		t.Errorf("after a resize %q", got)
	}
}
