package uitest

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"regexp"
	"strings"
	"testing"
)

// The colours that QR codes are drawn in.
const (
	black byte = 0
	white byte = 255
)

// Shades reads a frame as a terminal shows it: each cell becomes an upper and a
// lower half, black or white where it is drawn in the colours of a QR code, and of
// the shade ground elsewhere.
func Shades(frame string, ground byte) [][2][]byte {
	token := regexp.MustCompile(`\x1b\[([0-9;]*)m|.`)
	var rows [][2][]byte
	for line := range strings.SplitSeq(frame, "\n") {
		var row [2][]byte
		ink, paper := ground, ground
		for _, m := range token.FindAllStringSubmatch(line, -1) {
			if strings.HasPrefix(m[0], "\x1b") {
				ink, paper = coloursOf(m[1], ground)
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

// coloursOf are the colours that an escape sequence sets.
func coloursOf(sgr string, ground byte) (ink, paper byte) {
	switch sgr {
	case "38;5;231;48;5;16":
		return white, black
	case "38;5;231;48;5;231":
		return white, white
	}
	return ground, ground
}

// The sizes of a picture, in pixels.
const (
	modulePixels = 4
	marginPixels = 8
)

// Photograph makes a picture of a frame, as a camera before the terminal would: a
// cell is 4 by 8 pixels. It returns the picture as a data URI.
func Photograph(tb testing.TB, frame string, ground byte) string {
	tb.Helper()
	return picture(tb, halfRows(Shades(frame, ground)), ground)
}

// CloseUp makes a picture of the QR code in a frame alone. No scanner of pictures
// finds every code from afar: this is for tests that are about what the code says.
func CloseUp(tb testing.TB, frame string) string {
	tb.Helper()
	const elsewhere = 1
	var code [][]byte
	for _, row := range halfRows(Shades(frame, elsewhere)) {
		if drawn := bytes.Trim(row, string([]byte{elsewhere})); len(drawn) > 0 {
			code = append(code, drawn)
		}
	}
	return picture(tb, code, white)
}

func halfRows(cells [][2][]byte) [][]byte {
	var rows [][]byte
	for _, row := range cells {
		rows = append(rows, row[0], row[1])
	}
	return rows
}

// picture draws rows of shades, with a margin of the shade ground.
func picture(tb testing.TB, rows [][]byte, ground byte) string {
	tb.Helper()
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	img := image.NewGray(image.Rect(0, 0, modulePixels*width+2*marginPixels, modulePixels*len(rows)+2*marginPixels))
	for i := range img.Pix {
		img.Pix[i] = ground
	}
	for y, row := range rows {
		for x, shade := range row {
			for py := range modulePixels {
				at := img.PixOffset(marginPixels+x*modulePixels, marginPixels+y*modulePixels+py)
				copy(img.Pix[at:at+modulePixels], bytes.Repeat([]byte{shade}, modulePixels))
			}
		}
	}
	return DataURI(tb, img)
}

// DataURI is a picture as web pages hold one in themselves.
func DataURI(tb testing.TB, img image.Image) string {
	tb.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		tb.Fatal(err)
	}
	return "data:image/png;base64, " + base64.StdEncoding.EncodeToString(out.Bytes())
}
