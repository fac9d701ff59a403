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
	line = columnGap.ReplaceAllString(line, ", ")
	return signWords(strings.ReplaceAll(line, ", (", " ("))
}

// Words that stand for the signs at the beginning of a line.
const (
	errorWord   = "Error: "
	warningWord = "Warning: "
)

// signWords says in words what a sign before a text means, or leaves it out where
// the text says it as well.
func signWords(line string) string {
	switch line {
	case noValue:
		return "none"
	case emptyCell:
		return "not known yet"
	}
	for _, sign := range leadingSigns {
		if rest, ok := strings.CutPrefix(line, sign[0]); ok {
			line = sign[1] + rest
			break
		}
	}
	return quietSigns.Replace(line)
}

var leadingSigns = [][2]string{{"✗ ", errorWord}, {"! ", warningWord}, {"✓ ", ""}, {"★ ", ""}, {"• ", ""}, {"– ", ""}, {"● ", ""},
	{"◐ ", ""}, {"■ ", ""}, {"+ ", ""}, {"= ", ""},
}

// quietSigns does so before the values in a line.
var quietSigns = strings.NewReplacer(
	": ✗ no", ": no", ", ✗ no", ", no", ": ◐ ", ": ", ", ◐ ", ", ", " (◆)", "",
	": ✓ ", ": ", ", ✓ ", ", ", ": ★ ", ": ", ", ★ ", ", ", ": • ", ": ", ", • ", ", ", ": – ", ": ", ", – ", ", ",
	" → ", " to ", " · ", ", ", ": ! ", ": warning: ", ", ! ", ", warning: ", ": ✗ ", ": wrong: ", ", ✗ ", ", wrong: ")

// Teller is a View with words of its own for people who listen, in place of its
// drawing: names before values, sentences, nothing in columns. Each line is told
// anew when it has changed, so a line holds what belongs together.
type Teller interface{ Tell() []string }

// Places is a View in which one goes from one thing to another that has a name. The
// numbers told before the names count from 1, places from 0.
type Places interface {
	Places() []string // none when there is nothing to go to now
	GoTo(place int)
}

// words is what a view tells.
func words(v View) string {
	if teller, ok := v.(Teller); ok {
		return strings.Join(teller.Tell(), "\n")
	}
	return v.View()
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
