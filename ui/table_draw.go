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
	none    *sgr // of cells without a value, of which there are many
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
type sgr struct {
	on, off string
	inks    bool // shows on blanks too: a background, or a line
}

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
		c.lines, c.styles, c.none = map[lineKey]string{}, map[look]sgr{}, nil
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
	inks := key.underline || key.reverse || key.strike || key.background != lipgloss.NoColor{}
	c.styles[key] = sgr{on, off, inks}
	return c.styles[key]
}

// View draws the header and the rows in the window, height lines in all.
func (t *Table[T]) View() string {
	if t.theme.Linear {
		return t.linear()
	}
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
	lines := Wrap(t.Empty, t.width-2*gutter)
	for i := range t.height - 1 {
		b.WriteByte('\n')
		if i >= 1 && i <= len(lines) {
			b.WriteString(spaces(gutter) + t.theme.Muted.Render(lines[i-1]))
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
		if Width(title)+Width(sign) > p.width {
			sign = strings.TrimSpace(sign) // the title is worth more than the space
		}
		title = Cut(title, p.width-Width(sign)) + sign
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
	p := pen{dst: t.canvas.scratch[:0]}
	if key.selected {
		p.take(t.canvas.style(t.theme.Selected))
	}
	t.drawGutter(&p, key)
	used := gutter
	for i, at := range t.layout {
		if i > 0 {
			p.blank(t.gap())
			used += t.gap()
		}
		t.drawCell(&p, &t.columns[at.column], row, at.width, key.selected)
		used += at.width
	}
	p.blank(t.width - used)
	p.end()
	t.canvas.scratch = p.dst
	return string(p.dst)
}

func (t *Table[T]) drawGutter(p *pen, key lineKey) {
	switch {
	case t.width < gutter:
		p.blank(t.width)
		return
	case key.selected:
		p.dst = append(p.dst, cursorSign...)
	default:
		p.blank(1)
	}
	if !key.marked {
		p.blank(gutter - 1)
		return
	}
	if !key.selected {
		p.take(t.canvas.style(t.theme.Marked))
	}
	p.dst = append(p.dst, markSign...)
	p.blank(gutter - 2)
}

func (t *Table[T]) drawCell(p *pen, c *Column[T], row T, width int, selected bool) {
	text := c.Cell(row)
	if text == "" || text == noValue {
		t.drawNone(p, c, width, selected)
		return
	}
	if !selected {
		style := sgr{}
		if c.Style != nil {
			style = t.canvas.style(c.Style(row))
		}
		p.take(style)
	}
	switch {
	case c.Right:
		text = PadLeft(text, width)
	case c.Middle:
		text = CutMiddle(text, width)
	}
	if t.match == "" {
		p.dst = appendFit(p.dst, text, width)
		return
	}
	t.drawMatched(p, Fit(text, width))
}

// drawNone draws a cell without a value, which looks the same in every column.
func (t *Table[T]) drawNone(p *pen, c *Column[T], width int, selected bool) {
	if !selected {
		if t.canvas.none == nil {
			style := t.canvas.style(t.theme.Faint)
			t.canvas.none = &style
		}
		p.take(*t.canvas.none)
	}
	left := max(0, width-1)
	if c.Right {
		p.blank(left)
		left = 0
	}
	if width > 0 {
		p.dst = append(p.dst, noValue...)
	}
	p.blank(left)
}

// drawMatched draws text, which is clean, with the search text in it set off.
func (t *Table[T]) drawMatched(p *pen, text string) {
	around, match := p.style, t.canvas.style(t.theme.Match)
	for {
		from, to := indexFold(text, t.match)
		if from < 0 {
			p.dst = append(p.dst, text...)
			return
		}
		p.dst = append(p.dst, text[:from]...)
		p.take(match)
		p.dst = append(p.dst, text[from:to]...)
		p.take(around)
		text = text[to:]
	}
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
