package ui

import (
	"slices"

	"github.com/charmbracelet/lipgloss"
)

const (
	gutter       = 3 // the sign of the cursor, the sign of a mark, and a blank
	minShare     = 8 // of a column that shares, unless it says otherwise
	roomyColumns = 100
)

// Column is one column of a Table.
type Column[T any] struct {
	Title    string                 // names the column for sorting and choosing too
	Width    int                    // in cells; 0 shares what is left
	MinWidth int                    // of a column that shares; 0 for a default
	Priority int                    // the highest leaves first on a narrow terminal; 0 stays longest
	Right    bool                   // numbers stand at the right
	Middle   bool                   // cut in the middle: the end tells the most
	Cell     func(T) string         // plain text; the table cleans, cuts and pads it, and draws – for none
	Style    func(T) lipgloss.Style // applied after cutting; nil for none
}

// ColumnState is what the column chooser shows of a column.
type ColumnState struct {
	Title  string
	Chosen bool
	Fits   bool // there is room for it at this width, or would be if it were chosen
}

// placed is a column with the room it has.
type placed struct{ column, width int }

// Columns lists all columns for a chooser.
func (t *Table[T]) Columns() []ColumnState {
	states := make([]ColumnState, len(t.columns))
	for i, c := range t.columns {
		states[i] = ColumnState{c.Title, !t.hidden[c.Title], t.fits(i)}
	}
	return states
}

// fits reports whether a column is among those that there is room for, once it is
// chosen.
func (t *Table[T]) fits(column int) bool {
	layout := t.place(func(i int) bool { return i == column || !t.hidden[t.columns[i].Title] })
	return slices.ContainsFunc(layout, func(p placed) bool { return p.column == column })
}

// Hidden returns the titles of the columns that are not chosen, for the state
// that is kept.
func (t *Table[T]) Hidden() []string {
	var titles []string
	for _, c := range t.columns {
		if t.hidden[c.Title] {
			titles = append(titles, c.Title)
		}
	}
	return titles
}

// SetHidden shows every column but these. Titles that no column has are left
// out, and so is the last one: a table always shows something.
func (t *Table[T]) SetHidden(titles []string) {
	clear(t.hidden)
	shown := len(t.columns)
	for _, c := range t.columns {
		if shown > 1 && slices.Contains(titles, c.Title) {
			t.hidden[c.Title] = true
			shown--
		}
	}
	t.arrange()
}

// SetSort puts ▲ or ▼ at the column with this title. The view sorts.
func (t *Table[T]) SetSort(title string, descending bool) {
	t.sorted, t.descending = title, descending
}

// SetMatch highlights text wherever it occurs, without regard to case; "" for
// nothing.
func (t *Table[T]) SetMatch(text string) {
	if text = Clean(text); text != t.match {
		t.match = text
		t.canvas.forget()
	}
}

// arrange decides which columns fit and how wide they are.
func (t *Table[T]) arrange() {
	t.canvas.forget()
	t.head = ""
	t.layout = t.place(func(i int) bool { return !t.hidden[t.columns[i].Title] })
	t.share()
}

// place picks those of the chosen columns that there is room for, at their least
// width.
func (t *Table[T]) place(chosen func(column int) bool) []placed {
	var layout []placed
	for i := range t.columns {
		if chosen(i) {
			layout = append(layout, placed{i, t.least(i)})
		}
	}
	for len(layout) > 1 && t.left(layout) < 0 {
		worst := t.leastWanted(layout)
		layout = slices.Delete(layout, worst, worst+1)
	}
	return layout
}

func (t *Table[T]) least(column int) int {
	c := t.columns[column]
	switch {
	case c.Width > 0:
		return c.Width
	case c.MinWidth > 0:
		return c.MinWidth
	}
	return minShare
}

// left is how many cells the columns do not use; negative when they need more.
func (t *Table[T]) left(layout []placed) int {
	used := gutter + t.gap()*max(0, len(layout)-1)
	for _, p := range layout {
		used += p.width
	}
	return t.width - used
}

// leastWanted is where in the layout the column is that leaves first.
func (t *Table[T]) leastWanted(layout []placed) int {
	worst := 0
	for i, p := range layout {
		if t.columns[p.column].Priority >= t.columns[layout[worst].column].Priority {
			worst = i
		}
	}
	return worst
}

// share gives what is left to the columns that share, and takes what is
// missing from the only column there is.
func (t *Table[T]) share() {
	left := t.left(t.layout)
	if left < 0 {
		if len(t.layout) > 0 {
			t.layout[0].width = max(0, t.layout[0].width+left)
		}
		return
	}
	var sharing []int
	for i, p := range t.layout {
		if t.columns[p.column].Width == 0 {
			sharing = append(sharing, i)
		}
	}
	for n, i := range sharing {
		part := left / (len(sharing) - n)
		t.layout[i].width += part
		left -= part
	}
}

// gap is the space between columns.
func (t *Table[T]) gap() int {
	if t.width >= roomyColumns {
		return 2
	}
	return 1
}
