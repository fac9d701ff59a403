package ui

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

// scrollPart is the part of a page by which the window moves with the cursor.
const scrollPart = 8

// Table shows rows of one kind with a cursor and marks. It draws only the rows
// in its window and keeps what it has drawn, so that a key costs the same over
// a thousand rows as over a million.
//
// The first line is the header. A Table belongs to one view and is touched only
// from its Update.
type Table[T any] struct {
	// Empty is said where the rows would be when there are none.
	Empty string

	theme   *theme.Theme
	id      func(T) string
	columns []Column[T]
	moves   map[string]keymap.ID

	rows          []T
	known         bool // rows were given, if only none
	total         int  // on the server; 0 for as many as there are rows, -1 for unknown
	cursor, top   int  // indexes of rows
	anchor        int  // the top that the user scrolled to; a small terminal may need another
	width, height int
	marks         map[string]struct{}
	sorted        string
	descending    bool
	match         string
	hidden        map[string]bool

	layout []placed // the columns shown and their widths
	canvas canvas

	head    string // the header as it was drawn last
	headFor headerKey
}

// NewTable returns an empty table with the default keys. id must be different
// for every row and must not change while the row is shown.
func NewTable[T any](th *theme.Theme, id func(T) string, columns ...Column[T]) *Table[T] {
	t := &Table[T]{theme: th, id: id, columns: columns, marks: map[string]struct{}{}, hidden: map[string]bool{}}
	t.SetKeys(keymap.Default())
	return t
}

// SetKeys makes the table move and mark by the user's keys.
func (t *Table[T]) SetKeys(keys keymap.Map) {
	t.moves = map[string]keymap.ID{}
	for _, id := range []keymap.ID{
		keymap.Up, keymap.Down, keymap.PageUp, keymap.PageDown, keymap.HalfPageUp, keymap.HalfPageDown,
		keymap.Top, keymap.Bottom, keymap.MarkOne, keymap.MarkAll,
	} {
		for _, k := range keys.Binding(id).Keys() {
			t.moves[k] = id
		}
	}
}

// SetSize gives the area to fill, the header included.
func (t *Table[T]) SetSize(width, height int) {
	if width != t.width {
		t.width = width
		t.arrange()
	}
	t.height = height
	t.top = t.window(t.anchor, 1)
}

// SetRows replaces all rows, which belong to the table from then on. The cursor stays on the row with the same id, or
// where it was when that row is gone; marks of rows that are gone go with them.
func (t *Table[T]) SetRows(rows []T) {
	before, had := t.Selected()
	offset := t.cursor - t.top
	t.rows, t.known = slices.Clip(rows), true
	t.canvas.forget()
	if had {
		if i := t.index(t.id(before)); i >= 0 {
			t.cursor = i
			t.anchor = i - offset
		}
	}
	t.keepMarks()
	t.scroll()
}

// AppendRows adds the next page.
func (t *Table[T]) AppendRows(rows ...T) {
	t.rows, t.known = append(t.rows, rows...), true
	t.scroll()
}

// Replace puts row in the place of the row with the same id, and reports
// whether there was one.
func (t *Table[T]) Replace(row T) bool {
	i := t.index(t.id(row))
	if i < 0 {
		return false
	}
	t.rows[i] = row
	t.canvas.forgetRow(i)
	return true
}

// Remove takes the row with this id out, and reports whether there was one.
func (t *Table[T]) Remove(id string) bool {
	i := t.index(id)
	if i < 0 {
		return false
	}
	t.rows = append(t.rows[:i], t.rows[i+1:]...)
	delete(t.marks, id)
	if i < t.cursor {
		t.cursor--
	}
	if t.total > 0 {
		t.total--
	}
	t.canvas.forget()
	t.scroll()
	return true
}

// SetTotal says how many rows the server has in all; -1 when it does not say
// and there are more than are here, 0 when these are all.
func (t *Table[T]) SetTotal(total int) { t.total = total }

// Rows returns the rows, which must not be changed.
func (t *Table[T]) Rows() []T { return t.rows }

// Len is how many rows are here.
func (t *Table[T]) Len() int { return len(t.rows) }

// Selected returns the row under the cursor; false when there are no rows.
func (t *Table[T]) Selected() (row T, ok bool) {
	if t.cursor >= len(t.rows) {
		return row, false
	}
	return t.rows[t.cursor], true
}

// Select moves the cursor to the row with this id, and reports whether there is
// one.
func (t *Table[T]) Select(id string) bool {
	i := t.index(id)
	if i >= 0 {
		t.cursor = i
		t.scroll()
	}
	return i >= 0
}

// AtEnd reports that the cursor is within a page of the last row: time to load
// the next page.
func (t *Table[T]) AtEnd() bool { return t.cursor >= len(t.rows)-max(t.page(), 10) }

// Position says where the cursor is: 12/250, or 12/50+ when the server does not
// say how many there are. It is "" while nobody has said which rows there are, and
// for people who listen: to them the row says where it is.
func (t *Table[T]) Position() string {
	switch {
	case !t.known, t.theme.Linear:
		return ""
	case len(t.rows) == 0:
		return "0/0"
	case t.total < 0:
		return fmt.Sprintf("%d/%d+", t.cursor+1, len(t.rows))
	}
	return fmt.Sprintf("%d/%d", t.cursor+1, max(t.total, len(t.rows)))
}

// Update moves the cursor or marks rows, and reports whether the key was one
// of the table's.
func (t *Table[T]) Update(msg tea.KeyMsg) bool {
	id, mine := t.moves[msg.String()]
	if !mine {
		return false
	}
	switch id {
	case keymap.Up:
		t.Move(-1)
	case keymap.Down:
		t.Move(1)
	case keymap.PageUp:
		t.Move(-t.page())
	case keymap.PageDown:
		t.Move(t.page())
	case keymap.HalfPageUp:
		t.Move(-t.page() / 2)
	case keymap.HalfPageDown:
		t.Move(t.page() / 2)
	case keymap.Top:
		t.Move(-len(t.rows))
	case keymap.Bottom:
		t.Move(len(t.rows))
	case keymap.MarkOne:
		t.ToggleMark()
	case keymap.MarkAll:
		t.ToggleAllMarks()
	}
	return true
}

// Mouse moves by the wheel, or puts the cursor on the row that was clicked, and
// reports whether one was. msg.Y counts from the table's header, which is 0.
func (t *Table[T]) Mouse(msg tea.MouseMsg) (clicked bool) {
	const wheelRows = 3
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		t.Move(-wheelRows)
	case msg.Button == tea.MouseButtonWheelDown:
		t.Move(wheelRows)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		row := t.top + msg.Y - 1
		if msg.Y < 1 || msg.Y > t.page() || row >= len(t.rows) {
			return false
		}
		t.cursor = row
		return true
	}
	return false
}

// Move moves the cursor by n rows, as far as there are rows.
func (t *Table[T]) Move(n int) {
	t.cursor += n
	t.scroll()
}

// page is how many rows fit.
func (t *Table[T]) page() int {
	if t.theme.Linear {
		return linearPage
	}
	return max(1, t.height-1)
}

// scroll keeps the cursor on a row, and the window around it and full. A cursor
// that leaves the window takes it along by some rows at once: every row of a
// window that moves is written anew, which a slow line feels.
func (t *Table[T]) scroll() {
	t.cursor = max(0, min(t.cursor, len(t.rows)-1))
	t.anchor = t.window(t.anchor, max(1, t.page()/scrollPart))
	t.top = t.anchor
}

// window is where the window begins that is nearest to top and holds the cursor;
// one that has to move does so by jump rows or more.
func (t *Table[T]) window(top, jump int) int {
	page := t.page()
	switch {
	case t.cursor < top:
		top = t.cursor - jump + 1
	case t.cursor >= top+page:
		top = t.cursor - page + jump
	}
	return max(0, min(top, len(t.rows)-page))
}

func (t *Table[T]) index(id string) int {
	for i := range t.rows {
		if t.id(t.rows[i]) == id {
			return i
		}
	}
	return -1
}
