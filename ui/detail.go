package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

const (
	secretMask   = "••••••••" // of one length, whatever it hides
	widestLabel  = 28
	noValue      = "–"
	detailGutter = 3 // the sign of the cursor, and what sets the fields off from their title
	detailMargin = 1 // beside titles; values may need the last cell: ids just fit
)

// Detail shows one object as names and values in sections. Values wrap, and
// are chosen one by one to be copied. Secrets are masked until they are asked
// for.
type Detail struct {
	// Empty is said when there is nothing to show.
	Empty string

	theme         *theme.Theme
	moves         map[string]keymap.ID
	sections      []DetailSection
	flat          []DetailField // the fields of all sections
	selected, top int
	focused       bool
	revealed      bool
	width, height int

	lines   []string
	spans   [][2]int // the lines of each field
	version int      // of the theme they were drawn with; -1 to draw anew
}

// DetailSection is a part of a Detail under a title; "" for none.
type DetailSection struct {
	Title  string
	Fields []DetailField
}

// DetailField is one value with its name.
type DetailField struct {
	Name   string
	Value  string         // plain text; line breaks stay
	Style  lipgloss.Style // of the value
	Secret bool           // masked until it is asked for
	Copy   string         // what is copied; "" for Value
}

// CopyText is what copying the field yields.
func (f DetailField) CopyText() string {
	if f.Copy != "" {
		return f.Copy
	}
	return f.Value
}

// NewDetail returns an empty pane with the default keys.
func NewDetail(th *theme.Theme) *Detail {
	d := &Detail{theme: th, focused: true, version: -1}
	d.SetKeys(keymap.Default())
	return d
}

// SetKeys makes the pane move by the user's keys.
func (d *Detail) SetKeys(keys keymap.Map) {
	d.moves = map[string]keymap.ID{}
	for _, id := range []keymap.ID{keymap.Up, keymap.Down, keymap.PageUp, keymap.PageDown, keymap.Top, keymap.Bottom} {
		for _, k := range keys.Binding(id).Keys() {
			d.moves[k] = id
		}
	}
}

// SetSize gives the area to fill.
func (d *Detail) SetSize(width, height int) {
	if width != d.width {
		d.version = -1
	}
	d.width, d.height = width, height
	d.draw()
	d.follow()
}

// SetFocus shows or hides the cursor.
func (d *Detail) SetFocus(focused bool) {
	d.focused = focused
	d.version = -1
}

// SetSections replaces what is shown. The cursor stays on the field with the
// same name.
func (d *Detail) SetSections(sections ...DetailSection) {
	before, had := d.Selected()
	d.sections, d.flat = sections, nil
	for _, s := range sections {
		d.flat = append(d.flat, s.Fields...)
	}
	at := max(0, min(d.selected, len(d.flat)-1))
	d.selected = at
	for i, f := range d.flat {
		if had && f.Name == before.Name {
			d.selected = i
			break
		}
	}
	d.version = -1
	d.draw()
	d.follow()
}

// Selected returns the field under the cursor.
func (d *Detail) Selected() (DetailField, bool) {
	if d.selected >= len(d.flat) {
		return DetailField{}, false
	}
	return d.flat[d.selected], true
}

// Fields returns all fields, for a menu of what can be copied.
func (d *Detail) Fields() []DetailField { return d.flat }

// Reveal shows or masks the secrets.
func (d *Detail) Reveal(shown bool) {
	d.revealed = shown
	d.version = -1
}

// Revealed reports whether secrets are shown.
func (d *Detail) Revealed() bool { return d.revealed }

// Update moves the cursor, and reports whether the key was one of the pane's.
func (d *Detail) Update(msg tea.KeyMsg) bool {
	id, mine := d.moves[msg.String()]
	if !mine {
		return false
	}
	d.draw()
	switch id {
	case keymap.Up:
		d.step(-1)
	case keymap.Down:
		d.step(1)
	case keymap.PageUp:
		d.page(-1)
	case keymap.PageDown:
		d.page(1)
	case keymap.Top:
		d.selectField(0)
	case keymap.Bottom:
		d.selectField(len(d.flat) - 1)
	}
	return true
}

// step goes to the next field, or scrolls one line through a value that is
// higher than the pane.
func (d *Detail) step(n int) {
	if len(d.spans) == 0 {
		return
	}
	span := d.spans[d.selected]
	switch {
	case n > 0 && span[1] > d.top+d.height:
		d.top++
	case n < 0 && span[0] < d.top:
		d.top--
	default:
		d.selectField(d.selected + n)
	}
}

// page scrolls by the height of the pane and takes the cursor along.
func (d *Detail) page(n int) {
	if len(d.spans) == 0 {
		return
	}
	d.top = max(0, min(d.top+n*d.height, len(d.lines)-d.height))
	for i, span := range d.spans {
		if span[1] > d.top && (n < 0 || span[0] >= d.top || i == len(d.spans)-1) {
			d.selected = i
			break
		}
	}
	d.version = -1
}

func (d *Detail) selectField(i int) {
	if i = max(0, min(i, len(d.flat)-1)); i != d.selected {
		d.selected = i
		d.version = -1
	}
	d.draw()
	d.follow()
}

// follow scrolls as little as shows the field under the cursor from its
// beginning.
func (d *Detail) follow() {
	d.top = max(0, min(d.top, len(d.lines)-d.height))
	if d.selected >= len(d.spans) {
		return
	}
	from, to := d.spans[d.selected][0], d.spans[d.selected][1]
	if d.selected == 0 {
		from = 0 // with the title above it
	}
	d.top = min(max(d.top, to-d.height), from)
}

// View draws the pane.
func (d *Detail) View() string {
	if d.theme.Linear {
		return d.linear()
	}
	if d.width <= 0 || d.height <= 0 {
		return ""
	}
	if len(d.flat) == 0 {
		return margined(d.theme.Muted, Wrap(d.Empty, max(1, d.width-2*detailMargin)))
	}
	d.draw()
	return strings.Join(d.lines[d.top:min(len(d.lines), d.top+d.height)], "\n")
}

func margined(style lipgloss.Style, lines []string) string {
	for i, line := range lines {
		lines[i] = spaces(detailMargin) + style.Render(line)
	}
	return strings.Join(lines, "\n")
}

// draw brings the lines up to date.
func (d *Detail) draw() {
	if d.version == d.theme.Version || d.width <= 0 {
		return
	}
	d.version = d.theme.Version
	d.lines, d.spans = nil, nil
	label := 0
	for _, f := range d.flat {
		label = max(label, min(Width(Clean(f.Name)), widestLabel, max(1, d.width/2-detailGutter)))
	}
	for _, s := range d.sections {
		if s.Title != "" {
			if len(d.lines) > 0 {
				d.lines = append(d.lines, "")
			}
			d.lines = append(d.lines, spaces(detailMargin)+d.theme.Title.Render(Cut(s.Title, d.width-2*detailMargin)))
		}
		for _, f := range s.Fields {
			from := len(d.lines)
			d.lines = append(d.lines, d.fieldLines(f, label, d.focused && len(d.spans) == d.selected)...)
			d.spans = append(d.spans, [2]int{from, len(d.lines)})
		}
	}
}

func (d *Detail) fieldLines(f DetailField, label int, selected bool) []string {
	value, style := f.Value, f.Style
	switch {
	case value == "":
		value, style = noValue, d.theme.Faint
	case f.Secret && !d.revealed:
		value, style = secretMask, d.theme.Muted
	}
	name, sign := d.theme.Muted, spaces(detailGutter)
	if selected {
		name, sign = d.theme.Accent, d.theme.Accent.Render(cursorSign)+spaces(detailGutter-1)
	}
	lines := Wrap(value, max(1, d.width-detailGutter-label-2))
	for i, line := range lines {
		if i == 0 {
			lines[i] = sign + name.Render(Fit(f.Name, label)) + "  " + style.Render(line)
		} else {
			lines[i] = spaces(detailGutter+label+2) + style.Render(line)
		}
	}
	return lines
}
