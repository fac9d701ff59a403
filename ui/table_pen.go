package ui

import "bytes"

// pen writes a line of styled text with as few escape sequences as will do:
// over a slow line they weigh more than the text.
type pen struct {
	dst   []byte
	style sgr
}

// take changes the style of what follows.
func (p *pen) take(style sgr) {
	if style.on == p.style.on {
		return
	}
	p.dst = append(append(p.dst, p.style.off...), style.on...)
	p.style = style
}

// blank writes n cells in which there is nothing, in whatever style does not
// show on them.
func (p *pen) blank(n int) { p.dst = appendSpaces(p.dst, n) }

// end closes the style. Blanks at the end of the line stay outside of one that
// does not show on them, so that they need not be sent.
func (p *pen) end() {
	if p.style.on == "" {
		return
	}
	if p.style.inks {
		p.dst = append(p.dst, p.style.off...)
		return
	}
	text := bytes.TrimRight(p.dst, " ")
	blanks := len(p.dst) - len(text)
	p.dst = appendSpaces(append(text, p.style.off...), blanks)
}
