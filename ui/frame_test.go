package ui_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

// wantFrameThatFits checks that a frame has exactly as many lines as the terminal
// and that none is wider, nor narrower while there is room for the program.
func wantFrameThatFits(t *testing.T, d *uitest.Driver, width, height int) {
	t.Helper()
	frame := d.Frame()
	if width == 0 || height == 0 {
		if frame != "" {
			t.Fatalf("%dx%d draws %q", width, height, frame)
		}
		return
	}
	lines := strings.Split(frame, "\n")
	if len(lines) != height {
		t.Fatalf("%dx%d has %d lines:\n%s", width, height, len(lines), frame)
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			t.Fatalf("%dx%d: line %d is %d wide: %q", width, height, i, w, line)
		}
	}
}

const wideText = "株式会社ロボット 👩‍👩‍👧 Zoë \x1b[31mred\x1b[0m … ─── tail that goes on and on and on and on"

func TestFrame_fitsAtEverySize(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(1, 2))
		body := strings.Repeat(wideText+"\n", 70)
		d := show(t, ui.Options{Profile: ui.Profile{Name: "株式会社" + wideText, Kind: ui.Live}},
			&page{title: "one", body: body, actions: []ui.Action{{Key: bind("d")}, {Key: bind("e")}}}, &page{title: "two"})
		d.Run(ui.ShowClock("2030-01-01 12:00"))
		d.Run(ui.Push(&page{title: wideText, body: body}))
		for _, dialog := range []bool{false, true} {
			if dialog {
				d.Run(ui.Open(&page{title: wideText, body: body}))
				d.Run(ui.Toast(ui.Failure, wideText))
			}
			for _, size := range [][2]int{{0, 0}, {1, 1}, {0, 5}, {5, 0}, {1, 40}, {200, 1}, {59, 16}, {60, 15}, {60, 16}, {80, 24}, {300, 100}} {
				d.Resize(size[0], size[1])
				wantFrameThatFits(t, d, size[0], size[1])
			}
			for range 300 {
				w, h := r.IntN(220), r.IntN(70)
				d.Resize(w, h)
				wantFrameThatFits(t, d, w, h)
			}
		}
	})
}

func TestFrame_saysHowMuchRoomItNeeds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{body: "the body"})
		d.Resize(50, 10)
		wantOnScreen(t, d, "orgdeck needs 60x16; this is 50x10.")
		wantOffScreen(t, d, "the body")
		d.Resize(14, 3)
		wantOnScreen(t, d, "60x16, please")
		d.Resize(60, 16)
		wantOnScreen(t, d, "the body")
	})
}

func TestFrame_manyResizesEndWithTheSameScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(3, 4))
		d := show(t, ui.Options{}, &page{title: "list", body: strings.Repeat(wideText+"\n", 40)})
		d.Run(ui.Open(&page{title: "dialog", body: "asking"}))
		before := d.Frame()
		for range 200 {
			d.Resize(r.IntN(200), r.IntN(60))
			d.Screen()
		}
		d.Resize(80, 24)
		if after := d.Frame(); after != before {
			t.Fatalf("after:\n%s\nbefore:\n%s", after, before)
		}
	})
}

func TestFrame_viewsGetTheRoomThereIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, dialog, full := &page{}, &page{}, &page{full: true, body: "QR"}
		d := show(t, ui.Options{}, p)
		if p.width != 80 || p.height != 22 {
			t.Errorf("a view has %dx%d of 80x24", p.width, p.height)
		}
		d.Run(ui.Open(dialog))
		if dialog.width != 72 || dialog.height != 20 {
			t.Errorf("a dialog has %dx%d of 80x24", dialog.width, dialog.height)
		}
		d.Run(ui.Open(full))
		if full.width != 80 || full.height != 24 || !strings.HasPrefix(d.Screen(), "QR") {
			t.Errorf("full screen has %dx%d of 80x24:\n%s", full.width, full.height, d.Screen())
		}
		sizes := p.sizes
		full.full = false // by a key, say
		d.Press("f")
		if full.width != 72 || full.height != 20 {
			t.Errorf("no longer full screen, it has %dx%d", full.width, full.height)
		}
		if p.sizes != sizes {
			t.Error("a view whose size stayed was told of it")
		}
		wantOnScreen(t, d, "orgdeck", "╭")
	})
}

func TestFrame_bodyIsShownHarmlessly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{title: "x\x1b[2Jy", body: "a\x1b]0;title\ab\x1b[2Jc\rd\te\x9bf\x1b[1mbold"})
		for _, c := range d.Screen() {
			if c != '\n' && (c < 0x20 || c >= 0x7f && c < 0xa0) {
				t.Fatalf("the screen holds %q:\n%q", c, d.Screen())
			}
		}
	})
}

func TestFrame_tellsTheProfileByWordAndColour(t *testing.T) {
	old := lipgloss.ColorProfile()
	lipgloss.SetColorProfile(termenv.TrueColor)
	defer lipgloss.SetColorProfile(old)
	seen := map[string]string{}
	for kind, word := range map[ui.Kind]string{ui.Sandbox: "SANDBOX", ui.Test: "TEST", ui.Live: "LIVE"} {
		synctest.Test(t, func(t *testing.T) {
			d := show(t, ui.Options{Profile: ui.Profile{Name: "prod", Kind: kind}}, &page{})
			wantOnScreen(t, d, word+" prod")
			before, _, _ := strings.Cut(d.Frame(), " "+word)
			style := before[strings.LastIndex(before, "\x1b["):]
			if other, clash := seen[style]; clash {
				t.Errorf("%s looks like %s: %q", word, other, style)
			}
			seen[style] = word
		})
	}
}

func TestHeader_keepsTheEndOfALongPath(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{}, &page{}, &page{})
		for _, title := range []string{"Acme Robotics and Automation", "Ada Lovelace of London", "MFA"} {
			d.Run(ui.Push(&page{title: title}))
		}
		d.Resize(70, 24)
		wantOnScreen(t, d, "… › Ada Lovelace of London › MFA", "  2  3")
		d.Resize(160, 24)
		wantOnScreen(t, d, "▸1 SectionA › Acme Robotics and Automation › Ada Lovelace of London › MFA", "2 SectionB  3 SectionC")
	})
}

func TestHeader_showsTheClockOfTheSandbox(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.ShowClock("2030-01-01 12:00"))
		wantOnScreen(t, d, "2030-01-01 12:00")
		d.Run(ui.ShowClock(""))
		wantOffScreen(t, d, "2030")
	})
}

func TestFooter_showsTheKeysThatWorkNow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &page{}
		for _, k := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"} {
			p.actions = append(p.actions, ui.Action{Key: bind(k)})
		}
		d := show(t, ui.Options{}, p)
		wantOnScreen(t, d, " a do a  b do b  c do c", "? help")
		d.Resize(60, 16)
		wantFrameThatFits(t, d, 60, 16)
		wantOnScreen(t, d, " a do a  b do b", "? help")
		p.actions = p.actions[1:]
		d.Press("z")
		wantOffScreen(t, d, "do a")
	})
}

func TestFooter_whileTypingShowsKeysThatAreNotText(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &page{capturing: true, actions: []ui.Action{{Key: bind("n", "esc")}, {Key: bind("y")}, {Key: bind("ctrl+s")}}}
		d := show(t, ui.Options{}, p)
		wantOnScreen(t, d, " esc do n  ctrl+s do ctrl+s")
		wantOffScreen(t, d, "do y", "? help")
		p.capturing = false
		d.Press("z")
		wantOnScreen(t, d, " n do n  y do y", "? help")
	})
}

func TestFrame_golden(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		synctest.Test(t, func(t *testing.T) {
			d := show(t, ui.Options{Profile: ui.Profile{Name: "demo"}},
				&page{title: "list", body: "Name        Slug\nAcme        acme", actions: []ui.Action{{Key: bind("e")}}}, &page{})
			d.Resize(size[0], size[1])
			d.Run(ui.Open(&page{title: "New organization", body: "Name\n› Acme"}))
			d.Golden(t, fmt.Sprintf("frame-%dx%d", size[0], size[1]))
		})
	}
}
