package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	ellipsis      = "…"
	newlineMark   = "⏎"
	directionMark = "⇄" // stands for a control that reorders text
	invisibleMark = "◌" // stands for a character that takes no room
	maxCombining  = 8   // marks on one letter; more of them draw over other lines
	tabWidth      = 2
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

// Width is how many cells s takes: plain text as Clean would show it, or a line
// that ui has styled.
func Width(s string) int {
	if plainASCII(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// Cut cleans s and shortens it to at most width cells, never through a
// grapheme; … stands for what is gone.
func Cut(s string, width int) string { return cut(Clean(s), width) }

// Pad cleans s and fills it with spaces on the right to at least width cells.
func Pad(s string, width int) string { return pad(Clean(s), width) }

// Fit cleans s and makes it exactly width cells wide.
func Fit(s string, width int) string { return pad(cut(Clean(s), width), width) }

// PadLeft cleans s and makes it exactly width cells wide, with the text at the
// right, as numbers stand in a column.
func PadLeft(s string, width int) string {
	s = cut(Clean(s), width)
	return spaces(width-Width(s)) + s
}

// CutStyled shortens a line that is clean and styled already to width cells.
func CutStyled(line string, width int) string { return ansi.Truncate(line, max(0, width), ellipsis) }

// FitStyled makes a line that is clean and styled already exactly width cells
// wide.
func FitStyled(line string, width int) string { return pad(CutStyled(line, width), width) }

// CleanLines cleans text of several lines, such as JSON: line breaks stay,
// tabs become spaces, everything else is as with Clean.
func CleanLines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = Clean(strings.ReplaceAll(line, "\t", spaces(tabWidth)))
	}
	return lines
}

// Wrap cleans text and breaks it into lines of at most width cells, between
// words where that is possible. Line breaks in the text stay.
func Wrap(s string, width int) []string {
	var out []string
	for _, line := range CleanLines(s) {
		out = append(out, wrapLine(line, max(1, width))...)
	}
	return out
}

func wrapLine(line string, width int) []string {
	if Width(line) <= width {
		return []string{line}
	}
	var out []string
	current, used := "", 0
	for _, word := range strings.SplitAfter(line, " ") {
		w := Width(strings.TrimRight(word, " "))
		if used > 0 && used+w > width {
			out = append(out, strings.TrimRight(current, " "))
			current, used = "", 0
		}
		for w > width {
			head, _ := splitAt(word, width)
			if head == "" { // a wide rune where there is one cell: it cannot be shown
				_, size := utf8.DecodeRuneInString(word)
				word = ellipsis + word[size:]
				w = Width(strings.TrimRight(word, " "))
				continue
			}
			out = append(out, head)
			word = word[len(head):]
			w = Width(strings.TrimRight(word, " "))
		}
		current += word
		used += Width(word)
	}
	if rest := strings.TrimRight(current, " "); rest != "" || len(out) == 0 {
		out = append(out, rest)
	}
	return out
}

// splitAt returns the longest prefix of clean text that takes at most width
// cells, and the cells it takes.
func splitAt(s string, width int) (head string, cells int) {
	i := 0
	for i < len(s) {
		n := clusterLen(s[i:])
		w := ansi.StringWidth(s[i : i+n])
		if cells+w > width {
			break
		}
		cells += w
		i += n
	}
	return s[:i], cells
}

// clusterLen is how many bytes the first grapheme of clean text has.
func clusterLen(s string) int {
	if len(s) > 1 && s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return 1
	}
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(1, len(cluster))
}

func cut(s string, width int) string {
	switch {
	case width <= 0:
		return ""
	case len(s) <= width && plainASCII(s):
		return s
	case plainASCII(s):
		return s[:width-1] + ellipsis
	case Width(s) <= width:
		return s
	}
	head, _ := splitAt(s, width-1)
	return head + ellipsis
}

func pad(s string, width int) string {
	if missing := width - Width(s); missing > 0 {
		return s + spaces(missing)
	}
	return s
}

// appendFit appends s, cleaned and exactly width cells wide, to dst. It is Fit
// for the table, which draws many cells into one buffer.
func appendFit(dst []byte, s string, width int) []byte {
	s = cut(Clean(s), width)
	return appendSpaces(append(dst, s...), width-Width(s))
}

const blanks = "                                                                "

func spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

func appendSpaces(dst []byte, n int) []byte {
	for ; n > len(blanks); n -= len(blanks) {
		dst = append(dst, blanks...)
	}
	return append(dst, spaces(n)...)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
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
