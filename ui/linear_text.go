package ui

import (
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// plain is a drawn line as it is told: clean, without styles and whatever only
// draws. What stood in columns has commas between.
func plain(line string) string {
	line = strings.ReplaceAll(Clean(ansi.Strip(line)), secretMask, "hidden")
	line = strings.TrimSpace(strings.Map(undrawn, line))
	line = strings.ReplaceAll(line, " "+emptyCell+" ", ", ")
	return columnGap.ReplaceAllString(line, ", ")
}

// columnGap is room between columns, with the comma that may stand before it.
var columnGap = regexp.MustCompile(`[,·]*\s\s+[·]*|··+`)

// undrawn turns the characters of borders, bars and cursors into blanks.
func undrawn(r rune) rune {
	switch {
	case r >= 0x2500 && r <= 0x259f, r >= 0x2800 && r <= 0x28ff: // lines, blocks, spinners
		return ' '
	case r == '▸' || r == '▏' || r == '▲' || r == '▼':
		return ' '
	}
	return r
}
