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

// Photograph makes a picture of a frame, as a camera before the terminal would: a
// cell is 4 by 8 pixels. It returns the picture as a data URI.
func Photograph(tb testing.TB, frame string, ground byte) string {
	tb.Helper()
	rows := Shades(frame, ground)
	width := 0
	for _, row := range rows {
		width = max(width, len(row[0]))
	}
	const pixels, margin = 4, 8
	img := image.NewGray(image.Rect(0, 0, pixels*width+2*margin, 2*pixels*len(rows)+2*margin))
	for i := range img.Pix {
		img.Pix[i] = ground
	}
	for y, row := range rows {
		for half, line := range row {
			top := margin + (2*y+half)*pixels
			for x, shade := range line {
				for py := range pixels {
					at := img.PixOffset(margin+x*pixels, top+py)
					copy(img.Pix[at:at+pixels], bytes.Repeat([]byte{shade}, pixels))
				}
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
