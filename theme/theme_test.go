package theme_test

import (
	"reflect"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
	"github.com/muesli/termenv"

	"example.com/orgdeck/theme"
)

// backgrounds are those of widely used dark and light terminals.
func backgrounds(dark bool) []string {
	if dark {
		return []string{"#000000", "#1e1e1e", "#1a1b26", "#0d1117", "#002b36"}
	}
	return []string{"#ffffff", "#fafafa", "#f6f8fa", "#fdf6e3"}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	light, dark := luminance(t, a), luminance(t, b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	c, err := colorful.Hex(hex)
	if err != nil {
		t.Fatal(err)
	}
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

func TestPalette_textIsReadable(t *testing.T) {
	const enough = 4.5 // WCAG 2, level AA
	for _, dark := range []bool{true, false} {
		p := theme.New(dark).Palette
		for name, c := range map[string]lipgloss.CompleteColor{
			"muted": p.Muted, "faint": p.Faint, "accent": p.Accent, "match": p.Match,
			"success": p.Success, "warning": p.Warning, "danger": p.Danger,
		} {
			for _, rgb := range []string{c.TrueColor, indexed(c.ANSI256)} {
				for _, background := range backgrounds(dark) {
					if got := contrast(t, rgb, background); got < enough {
						t.Errorf("dark %v: %s (%s) on %s has %.2f", dark, name, rgb, background, got)
					}
				}
			}
		}
		for name, pair := range map[string][2]lipgloss.CompleteColor{
			"selected": {p.SelectedText, p.SelectedBase}, "sandbox": {p.SandboxText, p.SandboxBase},
			"test": {p.TestText, p.TestBase}, "live": {p.LiveText, p.LiveBase},
		} {
			if got := contrast(t, pair[0].TrueColor, pair[1].TrueColor); got < enough {
				t.Errorf("dark %v: %s has %.2f", dark, name, got)
			}
			if got := contrast(t, indexed(pair[0].ANSI256), indexed(pair[1].ANSI256)); got < enough {
				t.Errorf("dark %v: %s in 256 colours has %.2f", dark, name, got)
			}
		}
	}
}

func indexed(n string) string { return termenv.ConvertToRGB(termenv.ANSI256.Color(n)).Hex() }

func TestTheme_setDarkChangesInPlace(t *testing.T) {
	th := theme.New(true)
	held, version, muted := th, th.Version, th.Muted
	th.SetDark(true)
	if th.Version != version {
		t.Error("the same again counts as a change")
	}
	th.SetDark(false)
	if held.Dark || held.Version == version || reflect.DeepEqual(held.Muted, muted) {
		t.Error("nothing changed")
	}
}

func TestTheme_everyRoleHasAStyle(t *testing.T) {
	th := theme.New(true)
	plain := map[string]bool{"Text": true, "Input": true} // the terminal's own
	v := reflect.ValueOf(*th)
	for i := range v.NumField() {
		style, ok := v.Field(i).Interface().(lipgloss.Style)
		name := v.Type().Field(i).Name
		if ok && !plain[name] && reflect.DeepEqual(style, lipgloss.NewStyle()) {
			t.Errorf("%s has no style", name)
		}
	}
}

func TestTheme_withoutColourOnlyTextIsLeft(t *testing.T) {
	old := lipgloss.ColorProfile()
	lipgloss.SetColorProfile(termenv.Ascii)
	defer lipgloss.SetColorProfile(old)
	if got := theme.New(true).BadgeLive.Render(" LIVE "); got != " LIVE " {
		t.Errorf("%q", got)
	}
}

func TestHuh_marksTheChoiceWithASign(t *testing.T) {
	h := theme.New(false).Huh()
	for name, s := range map[string]lipgloss.Style{
		"cursor": h.Focused.SelectSelector, "chosen": h.Focused.SelectedPrefix, "not chosen": h.Focused.UnselectedPrefix,
	} {
		if ansi.StringWidth(s.Render()) == 0 {
			t.Errorf("%s has no sign", name)
		}
	}
}

func TestParseMode(t *testing.T) {
	for in, want := range map[string]theme.Mode{"": theme.ModeAuto, "auto": theme.ModeAuto, "dark": theme.ModeDark, "light": theme.ModeLight} {
		if got, err := theme.ParseMode(in); got != want || err != nil {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
	if _, err := theme.ParseMode("blue"); err == nil || err.Error() != `theme is "blue"; it can be auto, dark or light` {
		t.Error(err)
	}
}

func TestMode_dark(t *testing.T) {
	for _, tc := range []struct {
		mode theme.Mode
		hint string
		want bool
	}{
		{theme.ModeDark, "0;15", true},
		{theme.ModeLight, "15;0", false},
		{theme.ModeAuto, "", true},
		{theme.ModeAuto, "15;0", true},
		{theme.ModeAuto, "0;15", false},
		{theme.ModeAuto, "0;default;7", false},
	} {
		if got := tc.mode.Dark(func(string) string { return tc.hint }); got != tc.want {
			t.Errorf("%s with COLORFGBG=%q: %v", tc.mode, tc.hint, got)
		}
	}
}
