package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	ellipsis = "…"
	tabWidth = 2
)

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

// CutMiddle is Cut for what tells the most at its end, such as a path: it leaves
// out the middle, and of what is left the end is the longer part.
func CutMiddle(s string, width int) string {
	s = Clean(s)
	if Width(s) <= width || width < 5 {
		return cut(s, width)
	}
	head, used := splitAt(s, (width-1)/3)
	tail := s[len(head):]
	for Width(tail) > width-1-used {
		tail = tail[clusterLen(tail):]
	}
	return head + ellipsis + tail
}

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
	var current strings.Builder
	used := 0
	for word := range strings.SplitAfterSeq(line, " ") {
		w := Width(strings.TrimRight(word, " "))
		if used > 0 && used+w > width {
			out = append(out, strings.TrimRight(current.String(), " "))
			current.Reset()
			used = 0
		}
		if w > width {
			out, word = chop(out, word, w, width)
		}
		current.WriteString(word)
		used += Width(word)
	}
	if rest := strings.TrimRight(current.String(), " "); rest != "" || len(out) == 0 {
		out = append(out, rest)
	}
	return out
}

// chop breaks a word of w cells, which is wider than a line, into lines, and
// returns what is left for the next line.
func chop(out []string, word string, w, width int) (lines []string, rest string) {
	for w > width {
		head, cells := splitAt(word, width)
		shown := head
		if head == "" { // a wide letter where there is one cell: it cannot be shown
			head = word[:clusterLen(word)]
			shown, cells = ellipsis, Width(head)
		}
		out = append(out, shown)
		word, w = word[len(head):], w-cells
	}
	return out, word
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
	}
	if head, _ := splitAt(s, width); len(head) == len(s) {
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
