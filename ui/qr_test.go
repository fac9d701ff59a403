package ui_test

import (
	"encoding/base64"
	"image"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"rsc.io/qr"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
)

const uri = "otpauth://totp/Acme:ada@acme-robotics.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme"

func mustQR(t *testing.T, text string) *ui.QR {
	t.Helper()
	q, err := ui.NewQR(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestQR_isReadOffTheTerminal(t *testing.T) {
	for _, terminal := range []byte{0, 253} {
		for _, length := range []int{60, 106, 134, 178, 300} {
			text := uri + strings.Repeat("x", max(0, length-len(uri)))
			text = text[:length]
			q := mustQR(t, text)
			width, height := q.Needs()
			for _, size := range [][2]int{{width, height}, {width + 2, height + 1}, {200, 100}} {
				drawn := q.Draw(size[0], size[1])
				if got, err := ui.DecodeQR(uitest.Photograph(t, drawn, terminal)); err != nil || got != text {
					t.Errorf("%d bytes in %v on %v: %q, %v", length, size, terminal, got, err)
				}
			}
		}
	}
}

func TestQR_hasAWhiteMarginAllAround(t *testing.T) {
	q := mustQR(t, uri)
	for size, zone := range map[[2]int]int{{45, 22}: 4, {41, 20}: 2} {
		rows := uitest.Shades(q.Draw(size[0], size[1]), 0)
		if len(rows) != size[1] || len(rows[0][0]) != size[0] {
			t.Fatalf("zone %d is drawn %dx%d", zone, len(rows[0][0]), len(rows))
		}
		for _, row := range rows {
			for _, line := range row {
				if line[0] != 255 || line[len(line)-1] != 255 {
					t.Fatalf("zone %d: a side is black", zone)
				}
			}
		}
		for x := range rows[0][0] {
			if rows[0][0][x] != 255 || rows[len(rows)-1][1][x] != 255 {
				t.Fatalf("zone %d: top or bottom is black", zone)
			}
		}
	}
}

func TestQR_largeUsesBackgroundsOnly(t *testing.T) {
	drawn := mustQR(t, uri).DrawLarge(200, 100)
	if strings.ContainsAny(drawn, "▀▄█") {
		t.Fatal("glyphs where backgrounds would do")
	}
	rows := uitest.Shades(drawn, 0)
	if lipgloss.Width(drawn) != 2*lipgloss.Height(drawn) || len(rows) != 37+8 {
		t.Fatalf("%dx%d", lipgloss.Width(drawn), lipgloss.Height(drawn))
	}
	if got, err := ui.DecodeQR(uitest.Photograph(t, drawn, 0)); err != nil || got != uri {
		t.Fatalf("%q, %v", got, err)
	}
}

func TestQR_survivesABoxWithoutColour(t *testing.T) {
	before := lipgloss.ColorProfile()
	lipgloss.SetColorProfile(termenv.Ascii) // as under NO_COLOR
	t.Cleanup(func() { lipgloss.SetColorProfile(before) })
	drawn := mustQR(t, uri).Draw(76, 22)
	box := lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).Padding(0, 1).Render(drawn)
	for _, terminal := range []byte{0, 255} {
		screen := lipgloss.Place(100, 30, lipgloss.Center, lipgloss.Center, box)
		if got, err := ui.DecodeQR(uitest.Photograph(t, screen, terminal)); err != nil || got != uri {
			t.Errorf("on %v: %q, %v", terminal, got, err)
		}
	}
}

func TestQR_isDrawnWholeOrNotAtAll(t *testing.T) {
	q := mustQR(t, uri)
	width, height := q.Needs()
	if q.Fits(width-1, height) || q.Fits(width, height-1) || !q.Fits(width, height) {
		t.Fatalf("needs %dx%d", width, height)
	}
	for w := 0; w < 100; w += 9 {
		for h := 0; h < 60; h += 2 {
			for _, drawn := range []string{q.Draw(w, h), q.DrawLarge(w, h)} {
				if drawn != "" && (lipgloss.Width(drawn) > w || lipgloss.Height(drawn) > h) {
					t.Fatalf("%dx%d in %dx%d", lipgloss.Width(drawn), lipgloss.Height(drawn), w, h)
				}
			}
		}
	}
	if w, h := q.Needs(); w != 39 || h != 20 {
		t.Errorf("needs %dx%d, documented as 39x20", w, h)
	}
}

func TestQR_refusesWhatDoesNotFit(t *testing.T) {
	for _, text := range []string{"", strings.Repeat("x", 3000)} {
		if _, err := ui.NewQR(text); err == nil {
			t.Errorf("%d bytes were accepted", len(text))
		}
	}
}

func TestDecodeQR_ofTheServer(t *testing.T) {
	code, err := qr.Encode(uri, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	image := base64.StdEncoding.EncodeToString(code.PNG())
	for _, prefix := range []string{"data:image/png;base64,", "data:image/png;base64, "} {
		if got, err := ui.DecodeQR(prefix + image); err != nil || got != uri {
			t.Errorf("%q: %q, %v", prefix, got, err)
		}
	}
}

func TestDecodeQR_refusesWhatIsNone(t *testing.T) {
	blank := uitest.DataURI(t, image.NewGray(image.Rect(0, 0, 64, 64)))
	huge := uitest.DataURI(t, image.NewGray(image.Rect(0, 0, 5000, 1)))
	for _, bad := range []string{"", "data:image/png;base64,", "data:image/png;base64,!", "data:image/gif;base64,AAAA", "https://x", blank, huge,
		"data:image/png;base64,iVBORw0KGgo=", strings.Repeat("x", 2<<20)} {
		if got, err := ui.DecodeQR(bad); err == nil || got != "" {
			t.Errorf("%.40q: %q, %v", bad, got, err)
		}
	}
}
