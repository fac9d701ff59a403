package pictures

import (
	"image"
	"image/color"
	"iter"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// cell is one character of a screen, as both terminals show it.
type cell struct {
	x, width  int
	text      string
	ink, back ink
	weight    string // further classes, each after a blank
}

// cells are the characters of a line, told by what a dark and a light terminal
// show of it.
func cells(dark, light uv.Line) []cell {
	var line []cell
	for x := range dark {
		d, l := dark[x], light[x]
		if d.Width == 0 { // the right half of a wide one
			continue
		}
		c := cell{x: x, width: d.Width, text: d.Content}
		c.ink.dark, c.back.dark = look(d.Style, onDark())
		c.ink.light, c.back.light = look(l.Style, onLight())
		if d.Style.Attrs&uv.AttrBold != 0 {
			c.weight += " b"
		}
		if d.Style.Underline != 0 {
			c.weight += " u"
		}
		line = append(line, c)
	}
	return line
}

// look is how text and what is behind it are coloured, on a terminal with these
// colours of its own.
func look(s uv.Style, own terminal) (text, back string) {
	text, back = own.text, own.back
	if s.Fg != nil {
		text = hex(s.Fg)
	}
	if s.Bg != nil {
		back = hex(s.Bg)
	}
	if s.Attrs&uv.AttrReverse != 0 {
		text, back = back, text
	}
	if s.Attrs&uv.AttrFaint != 0 {
		text = own.faint
	}
	return text, back
}

// joins reports whether next can be drawn together with c.
func (c cell) joins(next cell) bool {
	if c.ink != next.ink || c.weight != next.weight || c.width != 1 || next.width != 1 {
		return false
	}
	if c.text == " " && next.text == " " { // readers of SVG make one of many blanks
		return false
	}
	if drawn(c.text) || drawn(next.text) {
		return c.text == next.text && c.text != "│"
	}
	return ordinary(c.text) && ordinary(next.text)
}

// ordinary reports whether every font has a character at its usual width.
func ordinary(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= 0x250 && (r < 0x2010 || r > 0x2026) }) < 0
}

// drawn reports whether a character is a line or a block.
func drawn(text string) bool {
	_, block := blocks()[text]
	_, stroke := strokes()[text]
	return block || stroke
}

// blocks are the parts of a cell that block characters fill.
func blocks() map[string]image.Rectangle {
	part := func(x, y, w, h int) image.Rectangle { return image.Rect(x, y, x+w, y+h) }
	const w, h, top = cellWidth, cellHeight, cellHeight / 2
	return map[string]image.Rectangle{
		"█": part(0, 0, w, h), "▀": part(0, 0, w, top), "▄": part(0, top, w, h-top),
		"▏": part(0, 0, 1, h), "▎": part(0, 0, 2, h), "▍": part(0, 0, 3, h), "▌": part(0, 0, 4, h),
		"▋": part(0, 0, 5, h), "▊": part(0, 0, 6, h), "▉": part(0, 0, 8, h),
	}
}

// strokes are the paths of line characters, from the upper left of their cell.
func strokes() map[string]string {
	return map[string]string{
		"─": "m0 9.5h9", "│": "m4.5 0v19", "┃": "m4.5 0v19",
		"╭": "m9 9.5q-4.5 0 -4.5 4.5v5", "╮": "m0 9.5q4.5 0 4.5 4.5v5",
		"╰": "m9 9.5q-4.5 0 -4.5 -4.5v-5", "╯": "m0 9.5q4.5 0 4.5 -4.5v-5",
	}
}

// runs are the longest pieces of line whose neighbours are alike, as from and
// to of a slice.
func runs(line []cell, alike func(a, b cell) bool) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		from := 0
		for to := 1; to <= len(line); to++ {
			if to < len(line) && alike(line[to-1], line[to]) {
				continue
			}
			if !yield(from, to) {
				return
			}
			from = to
		}
	}
}

// width is how many columns of the screen a run takes.
func width(run []cell) int {
	last := run[len(run)-1]
	return last.x + last.width - run[0].x
}

func hex(c color.Color) string {
	const digits = "0123456789abcdef"
	r, g, b, _ := c.RGBA()
	out := []byte{'#'}
	for _, part := range []uint32{r, g, b} {
		out = append(out, digits[part>>12], digits[part>>8&0xf])
	}
	return string(out)
}
