package ui_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"rsc.io/qr"

	"example.com/orgdeck/ui"
)

const uri = "otpauth://totp/Acme:ada@acme-robotics.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme"

// cells reads a drawing as a terminal would: each cell becomes an upper and a
// lower half, white or black; terminal is the colour of everything else.
func cells(t *testing.T, drawn string, terminal color.Gray) [][2][]color.Gray {
	t.Helper()
	token := regexp.MustCompile(`\x1b\[([0-9;]*)m|.`)
	var rows [][2][]color.Gray
	for line := range strings.SplitSeq(drawn, "\n") {
		var row [2][]color.Gray
		ink, paper := terminal, terminal
		for _, m := range token.FindAllStringSubmatch(line, -1) {
			switch m[1] {
			case "38;5;231;48;5;16":
				ink, paper = color.Gray{255}, color.Gray{0}
				continue
			case "38;5;231;48;5;231":
				ink, paper = color.Gray{255}, color.Gray{255}
				continue
			}
			if strings.HasPrefix(m[0], "\x1b") {
				ink, paper = terminal, terminal
				continue
			}
			upper, lower := paper, paper
			switch m[0] {
			case "▀":
				upper = ink
			case "▄":
				lower = ink
			}
			row[0], row[1] = append(row[0], upper), append(row[1], lower)
		}
		rows = append(rows, row)
	}
	return rows
}

// photograph makes a picture of a drawing; a cell is 4 by 8 pixels.
func photograph(t *testing.T, drawn string, terminal color.Gray) string {
	t.Helper()
	rows := cells(t, drawn, terminal)
	width := 0
	for _, row := range rows {
		width = max(width, len(row[0]))
	}
	const pixels, margin = 4, 8
	img := image.NewGray(image.Rect(0, 0, pixels*width+2*margin, 2*pixels*len(rows)+2*margin))
	for i := range img.Pix {
		img.Pix[i] = terminal.Y
	}
	for y, row := range rows {
		for half, line := range row {
			top := margin + (2*y+half)*pixels
			for x, c := range line {
				for py := range pixels {
					at := img.PixOffset(margin+x*pixels, top+py)
					copy(img.Pix[at:at+pixels], bytes.Repeat([]byte{c.Y}, pixels))
				}
			}
		}
	}
	return dataURI(t, img)
}

func dataURI(t *testing.T, img image.Image) string {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return "data:image/png;base64, " + base64.StdEncoding.EncodeToString(out.Bytes())
}

func mustQR(t *testing.T, text string) *ui.QR {
	t.Helper()
	q, err := ui.NewQR(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestQR_isReadOffTheTerminal(t *testing.T) {
	for _, terminal := range []color.Gray{{0}, {253}} {
		for _, length := range []int{60, 106, 134, 178, 300} {
			text := uri + strings.Repeat("x", max(0, length-len(uri)))
			text = text[:length]
			q := mustQR(t, text)
			width, height := q.Needs()
			for _, size := range [][2]int{{width, height}, {width + 2, height + 1}, {200, 100}} {
				drawn := q.Draw(size[0], size[1])
				if got, err := ui.DecodeQR(photograph(t, drawn, terminal)); err != nil || got != text {
					t.Errorf("%d bytes in %v on %v: %q, %v", length, size, terminal, got, err)
				}
			}
		}
	}
}

func TestQR_hasAWhiteMarginAllAround(t *testing.T) {
	q := mustQR(t, uri)
	for size, zone := range map[[2]int]int{{45, 22}: 4, {41, 20}: 2} {
		rows := cells(t, q.Draw(size[0], size[1]), color.Gray{0})
		if len(rows) != size[1] || len(rows[0][0]) != size[0] {
			t.Fatalf("zone %d is drawn %dx%d", zone, len(rows[0][0]), len(rows))
		}
		for _, row := range rows {
			for _, line := range row {
				if line[0].Y != 255 || line[len(line)-1].Y != 255 {
					t.Fatalf("zone %d: a side is black", zone)
				}
			}
		}
		for x := range rows[0][0] {
			if rows[0][0][x].Y != 255 || rows[len(rows)-1][1][x].Y != 255 {
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
	rows := cells(t, drawn, color.Gray{0})
	if lipgloss.Width(drawn) != 2*lipgloss.Height(drawn) || len(rows) != 37+8 {
		t.Fatalf("%dx%d", lipgloss.Width(drawn), lipgloss.Height(drawn))
	}
	if got, err := ui.DecodeQR(photograph(t, drawn, color.Gray{0})); err != nil || got != uri {
		t.Fatalf("%q, %v", got, err)
	}
}

func TestQR_survivesABoxWithoutColour(t *testing.T) {
	before := lipgloss.ColorProfile()
	lipgloss.SetColorProfile(termenv.Ascii) // as under NO_COLOR
	t.Cleanup(func() { lipgloss.SetColorProfile(before) })
	drawn := mustQR(t, uri).Draw(76, 22)
	box := lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).Padding(0, 1).Render(drawn)
	for _, terminal := range []color.Gray{{0}, {255}} {
		screen := lipgloss.Place(100, 30, lipgloss.Center, lipgloss.Center, box)
		if got, err := ui.DecodeQR(photograph(t, screen, terminal)); err != nil || got != uri {
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
	blank := dataURI(t, image.NewGray(image.Rect(0, 0, 64, 64)))
	huge := dataURI(t, image.NewGray(image.Rect(0, 0, 5000, 1)))
	for _, bad := range []string{"", "data:image/png;base64,", "data:image/png;base64,!", "data:image/gif;base64,AAAA", "https://x", blank, huge,
		"data:image/png;base64,iVBORw0KGgo=", strings.Repeat("x", 2<<20)} {
		if got, err := ui.DecodeQR(bad); err == nil || got != "" {
			t.Errorf("%.40q: %q, %v", bad, got, err)
		}
	}
}
