package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	newlineMark   = "⏎"
	directionMark = "⇄" // stands for a control that reorders text
	invisibleMark = "◌" // stands for a character that takes no room
	maxCombining  = 8   // marks on one letter; more of them draw over other lines
)

// Clean makes text from outside harmless and honest on one line: escape
// sequences, control characters, bidirectional controls and zero-width
// characters become visible marks, a newline becomes ⏎, invalid UTF-8 U+FFFD.
//
// A joined emoji becomes its parts, without variation selectors and skin
// tones: terminals disagree about the width of the joined form, and one cell of
// disagreement shifts every column after it. Clean allocates only when
// something has to change, and Clean(Clean(s)) == Clean(s).
func Clean(s string) string {
	if plainASCII(s) {
		return s
	}
	return (&cleaner{in: s}).run()
}

// cleaner is one run of Clean. The output is begun only at the first change.
type cleaner struct {
	in        string
	out       strings.Builder
	done      int  // how much of in is in out, once out is begun
	previous  rune // the last rune shown as it is; 0 for none
	combining int  // marks on the letter before
}

func (c *cleaner) run() string {
	for i := 0; i < len(c.in); {
		r, size := utf8.DecodeRuneInString(c.in[i:])
		if shown, same := c.show(r, size, i+size); !same {
			c.replace(i, size, shown)
		}
		i += size
	}
	if c.done == 0 {
		return c.in
	}
	c.out.WriteString(c.in[c.done:])
	return c.out.String()
}

func (c *cleaner) replace(at, size int, with string) {
	c.out.WriteString(c.in[c.done:at])
	c.out.WriteString(with)
	c.done = at + size
}

// show says what stands for r, whose successor begins at next. A rune shown as
// it is becomes the previous one.
func (c *cleaner) show(r rune, size, next int) (shown string, same bool) {
	switch {
	case r == utf8.RuneError && size == 1:
		shown = "\uFFFD"
	case c.joinsEmoji(r, next):
		return "", false
	case isHidden(r):
		shown = hiddenMark(r)
	case c.previous == 0 && attaches(r), c.combining == maxCombining && isMark(r):
		c.previous, c.combining = -1, 1
		return invisibleMark + string(r), false
	case isMark(r):
		c.combining++
		return "", true
	default:
		c.previous, c.combining = r, 0
		return "", true
	}
	c.previous, c.combining = -1, 0
	return shown, false
}

// joinsEmoji reports whether r only changes how the emoji before it looks.
func (c *cleaner) joinsEmoji(r rune, next int) bool {
	switch {
	case r == '\u200d':
		after, _ := utf8.DecodeRuneInString(c.in[next:])
		return isSymbol(c.previous) && isSymbol(after)
	case r == '\ufe0e' || r == '\ufe0f':
		return isSymbol(c.previous) || unicode.IsDigit(c.previous) || c.previous == '#' || c.previous == '*'
	case isSkinTone(r):
		return isSymbol(c.previous)
	}
	return false
}

func isMark(r rune) bool { return r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me) }

// attaches reports whether r belongs to whatever stands before it: at the
// beginning of a text that would be the cell of another.
func attaches(r rune) bool {
	if r < 0x300 {
		return false
	}
	cluster, _ := ansi.FirstGraphemeCluster(" "+string(r), ansi.GraphemeWidth)
	return len(cluster) > 1
}

func isSkinTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// isSymbol reports whether r may begin an emoji; the marks made here never do,
// so that what is clean stays as it is.
func isSymbol(r rune) bool {
	switch {
	case r <= 0xff, r >= 0x2400 && r <= 0x243f, r == utf8.RuneError:
		return false
	case r == '⏎', r == '⇄', r == '◌':
		return false
	}
	return unicode.In(r, unicode.So, unicode.Sm)
}

// isHidden reports whether r does something to a terminal, or to the text
// around it, instead of being seen.
func isHidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r < 0xa1:
		return false
	case r == 0x034f, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0, // fillers and joiners
		r == 0x17b4, r == 0x17b5,
		r >= 0x180b && r <= 0x180f,
		r >= 0xfe00 && r <= 0xfe0f, // variation selectors
		r >= 0xfff0 && r <= 0xfffb,
		r >= 0xe0000 && r <= 0xe0fff:
		return true
	case r&0xfffe == 0xfffe: // not a character
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

func hiddenMark(r rune) string {
	switch {
	case r == '\n' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return newlineMark
	case r < 0x20:
		return string(0x2400 + r)
	case r == 0x7f:
		return "␡"
	case r <= 0x9f: // the one-byte form of escape and a letter
		return "␛" + string(r-0x40)
	case unicode.Is(unicode.Bidi_Control, r):
		return directionMark
	}
	return invisibleMark
}
