package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

const (
	cursorSign = "▸"
	markSign   = "✓"
)

// canvas keeps what a table has drawn: lines by row and state, and the escape
// sequences of styles, which cost lipgloss more than all the rest.
type canvas struct {
	lines   map[lineKey]string
	styles  map[look]sgr
	scratch []byte
	version int // of the theme they were drawn with
	profile termenv.Profile
}

type lineKey struct {
	row              int
	selected, marked bool
}

// look is what of a style makes its escape sequence.
type look struct {
	foreground, background                                  lipgloss.TerminalColor
	bold, faint, italic, underline, reverse, strike, blinks bool
}

// sgr is what a style writes before and after text. Both are empty on a
// terminal without colour.
type sgr struct{ on, off string }

func (c *canvas) forget() { clear(c.lines) }

func (c *canvas) forgetRow(row int) {
	for _, selected := range []bool{false, true} {
		for _, marked := range []bool{false, true} {
			delete(c.lines, lineKey{row, selected, marked})
		}
	}
}

// begin readies the canvas for a frame; limit is how many lines are worth
// keeping.
func (c *canvas) begin(version, limit int) {
	profile := lipgloss.ColorProfile()
	if c.lines == nil || version != c.version || profile != c.profile {
		c.lines, c.styles = map[lineKey]string{}, map[look]sgr{}
		c.version, c.profile = version, profile
	}
	if len(c.lines) > limit {
		c.forget()
	}
}

func (c *canvas) style(s lipgloss.Style) sgr {
	key := look{
		s.GetForeground(), s.GetBackground(),
		s.GetBold(), s.GetFaint(), s.GetItalic(), s.GetUnderline(), s.GetReverse(), s.GetStrikethrough(), s.GetBlink(),
	}
	if found, ok := c.styles[key]; ok {
		return found
	}
	on, off, _ := strings.Cut(s.Inline(true).Render("x"), "x")
	c.styles[key] = sgr{on, off}
	return c.styles[key]
}

// View draws the header and the rows in the window, height lines in all.
func (t *Table[T]) View() string {
	if t.width <= 0 || t.height <= 0 {
		return ""
	}
	t.canvas.begin(t.theme.Version, 8*t.height+64)
	var b strings.Builder
	b.Grow((t.height + 1) * (t.width + 96))
	b.WriteString(t.header())
	if len(t.rows) == 0 {
		t.drawEmpty(&b)
		return b.String()
	}
	for i := range t.height - 1 {
		b.WriteByte('\n')
		if row := t.top + i; row < len(t.rows) {
			b.WriteString(t.line(row))
		}
	}
	return b.String()
}

func (t *Table[T]) drawEmpty(b *strings.Builder) {
	const indent = 2
	lines := Wrap(t.Empty, t.width-2*indent)
	for i := range t.height - 1 {
		b.WriteByte('\n')
		if i >= 1 && i <= len(lines) {
			b.WriteString(spaces(indent) + t.theme.Muted.Render(lines[i-1]))
		}
	}
}

// header draws the titles of the columns. It is kept until what it was drawn
// from changes: most keys leave it as it is.
func (t *Table[T]) header() string {
	drawn := headerKey{t.width, t.canvas.version, t.canvas.profile, t.sorted, t.descending}
	if t.head == "" || t.headFor != drawn {
		t.head, t.headFor = t.drawHeader(), drawn
	}
	return t.head
}

// headerKey is what the header was drawn from.
type headerKey struct {
	width, version int
	profile        termenv.Profile
	sorted         string
	descending     bool
}

func (t *Table[T]) drawHeader() string {
	dst := appendSpaces(nil, min(gutter, t.width))
	for i, p := range t.layout {
		if i > 0 {
			dst = appendSpaces(dst, t.gap())
		}
		dst = append(dst, t.heading(p)...)
	}
	return t.theme.Header.Render(Fit(string(dst), t.width))
}

func (t *Table[T]) heading(p placed) string {
	c := t.columns[p.column]
	title := c.Title
	if title == t.sorted && title != "" {
		sign := " ▲"
		if t.descending {
			sign = " ▼"
		}
		title = Cut(title, p.width-len(" ")-1) + sign
	}
	if c.Right {
		return PadLeft(title, p.width)
	}
	return Fit(title, p.width)
}

// line returns row i as it looks now.
func (t *Table[T]) line(i int) string {
	_, marked := t.marks[t.id(t.rows[i])]
	key := lineKey{i, i == t.cursor, marked}
	line, drawn := t.canvas.lines[key]
	if !drawn {
		line = t.drawLine(key)
		t.canvas.lines[key] = line
	}
	return line
}

// drawLine draws one row. The row under the cursor has one style from edge to
// edge; all others have those of their cells.
func (t *Table[T]) drawLine(key lineKey) string {
	row := t.rows[key.row]
	base := sgr{}
	if key.selected {
		base = t.canvas.style(t.theme.Selected)
	}
	dst := t.appendGutter(append(t.canvas.scratch[:0], base.on...), key, base)
	used := gutter
	for i, p := range t.layout {
		if i > 0 {
			dst = appendSpaces(dst, t.gap())
			used += t.gap()
		}
		dst = t.appendCell(dst, &t.columns[p.column], row, p.width, key.selected, base)
		used += p.width
	}
	dst = append(appendSpaces(dst, t.width-used), base.off...)
	t.canvas.scratch = dst
	return string(dst)
}

func (t *Table[T]) appendGutter(dst []byte, key lineKey, base sgr) []byte {
	if t.width < gutter {
		return appendSpaces(dst, t.width)
	}
	if key.selected {
		dst = append(dst, cursorSign...)
	} else {
		dst = append(dst, ' ')
	}
	if !key.marked {
		return append(dst, ' ')
	}
	mark := t.canvas.style(t.theme.Marked)
	if key.selected {
		mark = sgr{}
	}
	return appendStyled(dst, markSign, mark, base)
}

func (t *Table[T]) appendCell(dst []byte, c *Column[T], row T, width int, selected bool, base sgr) []byte {
	text := c.Cell(row)
	if !selected && c.Style != nil {
		base = t.canvas.style(c.Style(row))
		dst = append(dst, base.on...)
	}
	if c.Right {
		text = PadLeft(text, width)
	}
	if t.match == "" {
		dst = appendFit(dst, text, width)
	} else {
		dst = t.appendMatched(dst, Fit(text, width), base)
	}
	if !selected {
		dst = append(dst, base.off...)
	}
	return dst
}

// appendMatched appends text, which is clean, with the search text in it set
// off.
func (t *Table[T]) appendMatched(dst []byte, text string, base sgr) []byte {
	match := t.canvas.style(t.theme.Match)
	for {
		from, to := indexFold(text, t.match)
		if from < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:from]...)
		dst = appendStyled(dst, text[from:to], match, base)
		text = text[to:]
	}
}

// appendStyled appends text in a style within a line of style base, which goes
// on afterwards.
func appendStyled(dst []byte, text string, style, base sgr) []byte {
	dst = append(append(append(dst, style.on...), text...), style.off...)
	if style.off != "" {
		dst = append(dst, base.on...)
	}
	return dst
}

// indexFold finds the first place of match in clean text without regard to
// case, in whole graphemes; -1 when there is none.
func indexFold(s, match string) (from, to int) {
	if strings.TrimSpace(match) == "" {
		return -1, -1
	}
	for i := 0; i < len(s); i += clusterLen(s[i:]) {
		n := prefixFold(s[i:], match)
		if n < 0 {
			continue
		}
		end := i
		for end < i+n {
			end += clusterLen(s[end:])
		}
		return i, end
	}
	return -1, -1
}

// prefixFold is how many bytes of s match takes up when s begins with it; -1
// when s does not.
func prefixFold(s, match string) int {
	at := 0
	for _, want := range match {
		r, size := utf8.DecodeRuneInString(s[at:])
		if size == 0 || r != want && unicode.ToLower(r) != unicode.ToLower(want) {
			return -1
		}
		at += size
	}
	return at
}
