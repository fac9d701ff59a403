package ui

// Visible returns the rows in sight, which must not be changed.
func (t *Table[T]) Visible() []T {
	return t.rows[min(t.top, len(t.rows)):min(t.top+t.page(), len(t.rows))]
}

// Redraw draws every row anew: what their cells show has changed though the
// rows have not.
func (t *Table[T]) Redraw() { t.canvas.forget() }

// AtTop reports that the cursor is on the first row, or that there is none.
func (t *Table[T]) AtTop() bool { return t.cursor == 0 }
