package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// fitter makes body lines exactly as wide as the terminal. It remembers the
// last frame's, since most lines of a frame are those of the one before.
type fitter struct {
	width   int
	in, out []string
}

func (f *fitter) reset(width, height int) {
	if f.width != width || len(f.in) != height {
		f.width = width
		f.in, f.out = make([]string, height), make([]string, height)
	}
}

func (f *fitter) fit(y int, line string) string {
	if f.out[y] != "" && f.in[y] == line {
		return f.out[y]
	}
	fitted := line
	if w, simple := simpleWidth(line); !simple || w != f.width {
		fitted = closed(FitStyled(harmless(line), f.width))
	}
	f.in[y], f.out[y] = line, fitted
	return fitted
}

// harmless is the last guard before the terminal: of a line that holds any
// control but a style, only the text is left.
func harmless(line string) string {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == 0x1b:
			n := styleLength(line[i:])
			if n == 0 {
				return Clean(ansi.Strip(line))
			}
			i += n - 1
		case c < 0x20, c == 0x7f, c == 0xc2 && i+1 < len(line) && line[i+1] < 0xa0:
			return Clean(ansi.Strip(line))
		}
	}
	return line
}

// closed ends a style that cutting a line may have left open.
func closed(line string) string {
	if last := strings.LastIndex(line, "\x1b["); last >= 0 {
		if rest := line[last:]; !strings.HasPrefix(rest, "\x1b[m") && !strings.HasPrefix(rest, "\x1b[0m") {
			return line + "\x1b[0m"
		}
	}
	return line
}

// simpleWidth measures a line of text that holds nothing but narrow characters
// and styles; ok is false for any other.
func simpleWidth(line string) (width int, ok bool) {
	for i := 0; i < len(line); {
		c := line[i]
		switch {
		case c >= 0x20 && c < 0x7f:
			width++
			i++
		case c == 0x1b:
			n := styleLength(line[i:])
			if n == 0 {
				return 0, false
			}
			i += n
		default:
			r, size := utf8.DecodeRuneInString(line[i:])
			if !narrow(r) {
				return 0, false
			}
			width++
			i += size
		}
	}
	return width, true
}

// narrow reports whether r is surely one cell wide, whatever is beside it:
// Latin letters, punctuation, lines and blocks.
func narrow(r rune) bool {
	switch {
	case r >= 0xa1 && r < 0x300:
		return r != 0xad && r != 0xa9 && r != 0xae
	case r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x203b, r >= 0x2500 && r <= 0x25a9:
		return true
	}
	return false
}

// styleLength is how many bytes the style sequence at the start of s takes; 0
// when there is none.
func styleLength(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}
