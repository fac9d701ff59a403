package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"example.com/orgdeck/ui"
)

func TestClean_showsWhatWouldAct(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":                {"Acme Robotics", "Acme Robotics"},
		"accents":              {"José Ångström", "José Ångström"},
		"combining accent":     {"e\u0301", "e\u0301"},
		"wide":                 {"株式会社", "株式会社"},
		"escape sequence":      {"\x1b[2J\x1b]0;x\x07", "␛[2J␛]0;x␇"},
		"eight-bit escape":     {"\u009b2J", "␛[2J"},
		"delete, nul":          {"a\x7f\x00", "a␡␀"},
		"newline and tab":      {"a\r\nb\tc", "a␍⏎b␉c"},
		"line separators":      {"a\u2028b\u2029c\u0085d", "a⏎b⏎c⏎d"},
		"right to left":        {"exe\u202egpj", "exe⇄gpj"},
		"isolates, arabic":     {"\u2067x\u2069\u061c", "⇄x⇄⇄"},
		"zero width":           {"a\u200bb\ufeffc\u00ad", "a◌b◌c◌"},
		"joiner in a word":     {"a\u200db", "a◌b"},
		"invalid UTF-8":        {"a\xffb\xc3", "a\uFFFDb\uFFFD"},
		"family":               {"👨\u200d👩\u200d👧", "👨👩👧"},
		"skin tone":            {"👍🏽", "👍"},
		"emoji presentation":   {"❤\ufe0f", "❤"},
		"selector on a letter": {"a\ufe0f", "a◌"},
		"mark without letter":  {"\u0301a", "◌\u0301a"},
		"tags":                 {"\U000e0041", "◌"},
		"hangul filler":        {"\u3164", "◌"},
		"empty":                {"", ""},
	} {
		if got := ui.Clean(c.in); got != c.want {
			t.Errorf("%s: %q became %q, want %q", name, c.in, got, c.want)
		}
	}
}

func TestClean_limitsMarksOnALetter(t *testing.T) {
	got := ui.Clean("a" + strings.Repeat("\u0301", 100))
	if n := strings.Count(got, "◌"); n < 10 {
		t.Fatalf("a pile of 100 marks was split %d times", n)
	}
}

func checkClean(t interface{ Fatalf(string, ...any) }, s string) {
	got := ui.Clean(s)
	if !utf8.ValidString(got) {
		t.Fatalf("%q: invalid UTF-8: %q", s, got)
	}
	for _, r := range got {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			t.Fatalf("%q: %U survived: %q", s, r, got)
		}
	}
	if again := ui.Clean(got); again != got {
		t.Fatalf("%q: cleaned twice: %q, then %q", s, got, again)
	}
}

func checkSizes(t interface{ Fatalf(string, ...any) }, s string, width int) {
	if w := ui.Width(ui.Cut(s, width)); w > max(0, width) {
		t.Fatalf("Cut(%q, %d) is %d wide", s, width, w)
	}
	if w := ui.Width(ui.Fit(s, width)); w != max(0, width) {
		t.Fatalf("Fit(%q, %d) is %d wide", s, width, w)
	}
	if w := ui.Width(ui.PadLeft(s, width)); w != max(0, width) {
		t.Fatalf("PadLeft(%q, %d) is %d wide", s, width, w)
	}
	if w := ui.Width(ui.Pad(s, width)); w < width {
		t.Fatalf("Pad(%q, %d) is %d wide", s, width, w)
	}
	for _, line := range ui.Wrap(s, width) {
		if w := ui.Width(line); w > max(1, width) {
			t.Fatalf("Wrap(%q, %d) has a line %d wide: %q", s, width, w, line)
		}
		checkClean(t, line)
	}
}

// hostile makes text of the pieces that break naive code.
func hostile() *rapid.Generator[string] {
	pieces := []string{"a", " ", "é", "e\u0301", "株", "👨\u200d👩\u200d👧", "👍🏽", "❤\ufe0f", "🇩🇪", "\u200b", "\u202e", "\x1b[31m",
		"\x1b]8;;http://x\x07", "\n", "\t", "\x00", "\x7f", "\u009b", "\xff", "\u0301", "क्ष", "שלום", "가", "ﷺ", "\u2028", "1\ufe0f\u20e3", "\u1160"}
	return rapid.Custom(func(t *rapid.T) string {
		if rapid.Bool().Draw(t, "any") {
			return rapid.String().Draw(t, "text")
		}
		return strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
	})
}

func TestText_isHarmlessAndFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := hostile().Draw(t, "s")
		checkClean(t, s)
		checkSizes(t, s, rapid.IntRange(-1, 40).Draw(t, "width"))
	})
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Acme", "\x1b[2J", "株式会社", "👨\u200d👩\u200d👧", "a\u202eb", "\xff\xfe", "e\u0301\u0301"} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		checkClean(t, s)
		checkSizes(t, s, min(width, 500))
	})
}

func TestCut_atEveryOffset(t *testing.T) {
	s := "ab株式会社👩🏽cd"
	for width := range ui.Width(ui.Clean(s)) + 2 {
		got := ui.Cut(s, width)
		body := strings.TrimSuffix(got, "…")
		if !strings.HasPrefix(ui.Clean(s), body) {
			t.Errorf("width %d: %q is not the beginning", width, got)
		}
		if missing := width - ui.Width(got); missing > 1 && width < ui.Width(ui.Clean(s)) {
			t.Errorf("width %d: %q leaves %d cells", width, got, missing)
		}
	}
}

func TestWrap_betweenWords(t *testing.T) {
	got := ui.Wrap("the quick brown fox\njumps", 10)
	if want := []string{"the quick", "brown fox", "jumps"}; !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
	if got := ui.Wrap("abcdefghij", 4); !slices.Equal(got, []string{"abcd", "efgh", "ij"}) {
		t.Fatalf("%q", got)
	}
	if got := ui.Wrap("", 4); !slices.Equal(got, []string{""}) {
		t.Fatalf("%q", got)
	}
}

func TestCleanLines_keepsTheShapeOfJSON(t *testing.T) {
	got := ui.CleanLines("{\r\n\t\"a\": \"\x1b[31m\"\n}")
	if want := []string{"{", "  \"a\": \"␛[31m\"", "}"}; !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
}

func TestText_plainNeedsNoAllocation(t *testing.T) {
	n := testing.AllocsPerRun(100, func() {
		ui.Clean("ada.lovelace@acme-robotics.example")
		ui.Cut("Ada Lovelace", 20)
		ui.Width("Ada Lovelace")
		ui.Clean("José Ångström")
	})
	if n > 1 { // the last may begin a cleaner
		t.Fatalf("%v allocations", n)
	}
}

func TestText_longTextTakesTimeInProportion(t *testing.T) {
	for _, piece := range []string{"a", "株", "\x1b", "a\u0301", " ", "a ", "🇩🇪"} {
		cost := func(n int) time.Duration {
			text := strings.Repeat(piece, n)
			least := time.Hour
			for range 3 {
				start := time.Now()
				ui.Wrap(text, 80)
				ui.Cut(text, 80)
				least = min(least, time.Since(start))
			}
			return least
		}
		if small, large := cost(500), cost(16_000); large > 32*8*small+50*time.Millisecond {
			t.Errorf("%q: 32 times the text takes %v instead of %v", piece, large, small)
		}
	}
}

func TestCutMiddle_keepsTheEnd(t *testing.T) {
	for _, tc := range []struct {
		text  string
		width int
		want  string
	}{
		{"/v1/b2b/organizations/organization-test-1/members/member-test-2/totp", 30, "/v1/b2b/o…s/member-test-2/totp"},
		{"/v1/b2b", 7, "/v1/b2b"},
		{"ロボット株式会社/members", 12, "ロ…/members"},
		{"abcdef", 4, "abc…"},
		{"abc", 0, ""},
	} {
		if got := ui.CutMiddle(tc.text, tc.width); got != tc.want || ui.Width(got) > tc.width {
			t.Errorf("%q in %d: %q", tc.text, tc.width, got)
		}
	}
}
