// Package pictures draws what the console shows, for the documentation.
package pictures

//go:generate go test -count=1 -run ^TestPictures$ . -update

import (
	"errors"
	"fmt"
	"html"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Sizes of a picture, in its own pixels.
const (
	cellWidth  = 9
	cellHeight = 19
	baseline   = 14 // of text, below the top of its cell
	margin     = 10 // around the screen
)

// SVG draws a screen that is width cells wide: once as the program writes it to
// a dark terminal and once to a light one, in one picture that follows the
// reader's own background. The same frames make the same picture, byte for byte.
// It fails when the two frames do not say the same.
func SVG(dark, light string, width int) (string, error) {
	if ansi.Strip(dark) != ansi.Strip(light) {
		return "", errors.New("draw a screen: the dark and the light one do not say the same")
	}
	p := &picture{}
	lines, others := screen(dark, width), screen(light, width)
	for y, line := range lines {
		p.row(y, cells(line, others[y]))
	}
	w, h := width*cellWidth+2*margin, len(lines)*cellHeight+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="%d %d %d %d" role="img">`+"\n", w, h, -margin, -margin, w, h)
	b.WriteString(p.inks.style())
	fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" rx="6" class="%s"/>`+"\n", -margin, -margin, w, h, p.inks.class(paper()))
	b.WriteString(p.shapes.String() + "</svg>\n")
	return b.String(), nil
}

// screen is what a terminal of that width shows of a frame.
func screen(frame string, width int) []uv.Line {
	s := uv.NewScreenBuffer(width, strings.Count(frame, "\n")+1)
	s.Method = ansi.GraphemeWidth
	uv.NewStyledString(frame).Draw(s, s.Bounds())
	return s.Lines
}

// picture is what has been drawn so far.
type picture struct {
	inks   inks
	shapes strings.Builder
}

// row draws one line of the screen: what is behind the text first.
func (p *picture) row(y int, line []cell) {
	for from, to := range runs(line, func(a, b cell) bool { return a.back == b.back }) {
		if line[from].back != paper() {
			p.rect(line[from].x*cellWidth, y*cellHeight, width(line[from:to])*cellWidth, cellHeight, line[from].back)
		}
	}
	for from, to := range runs(line, cell.joins) {
		p.text(y, line[from:to])
	}
}

func (p *picture) rect(x, y, w, h int, of ink) {
	fmt.Fprintf(&p.shapes, `<rect x="%d" y="%d" width="%d" height="%d" class="%s"/>`+"\n", x, y, w, h, p.inks.class(of))
}

// text draws cells that look the same. Lines and blocks are drawn as such, so
// that they meet whatever the font.
func (p *picture) text(y int, run []cell) {
	for len(run) > 0 && run[0].text == " " {
		run = run[1:]
	}
	for len(run) > 0 && run[len(run)-1].text == " " {
		run = run[:len(run)-1]
	}
	if len(run) == 0 {
		return
	}
	first, n := run[0], width(run)
	x, top := first.x*cellWidth, y*cellHeight
	if b, ok := blocks()[first.text]; ok {
		p.rect(x+b.Min.X, top+b.Min.Y, n*cellWidth-cellWidth+b.Dx(), b.Dy(), first.ink)
		return
	}
	if path, ok := strokes()[first.text]; ok {
		if first.text == "─" {
			path = fmt.Sprintf("m0 9.5h%d", n*cellWidth)
		}
		fmt.Fprintf(&p.shapes, `<path d="M%d %d%s" class="l %s"/>`+"\n", x, top, path, p.inks.line(first.ink))
		return
	}
	var said strings.Builder
	for _, c := range run {
		said.WriteString(c.text)
	}
	fmt.Fprintf(&p.shapes, `<text x="%d" y="%d" textLength="%d" class="%s">%s</text>`+"\n",
		x, top+baseline, n*cellWidth, p.inks.class(first.ink)+first.weight, html.EscapeString(said.String()))
}
