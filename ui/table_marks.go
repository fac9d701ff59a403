package ui

// Marked returns the marked rows in the order of the list.
func (t *Table[T]) Marked() []T {
	var rows []T
	if len(t.marks) == 0 {
		return rows
	}
	for _, row := range t.rows {
		if _, marked := t.marks[t.id(row)]; marked {
			rows = append(rows, row)
		}
	}
	return rows
}

// MarkCount is how many rows are marked.
func (t *Table[T]) MarkCount() int { return len(t.marks) }

// ClearMarks takes all marks away, and reports whether there were any.
func (t *Table[T]) ClearMarks() bool {
	had := len(t.marks) > 0
	clear(t.marks)
	return had
}

// SetMarks marks the rows with these ids, as far as they are here, and no others.
func (t *Table[T]) SetMarks(ids []string) {
	clear(t.marks)
	for _, id := range ids {
		t.marks[id] = struct{}{}
	}
	t.keepMarks()
}

// ToggleMark marks the row under the cursor and goes on to the next, so that
// holding the key marks a run of rows.
func (t *Table[T]) ToggleMark() {
	row, ok := t.Selected()
	if !ok {
		return
	}
	id := t.id(row)
	if _, marked := t.marks[id]; marked {
		delete(t.marks, id)
	} else {
		t.marks[id] = struct{}{}
	}
	t.Move(1)
}

// ToggleAllMarks marks every row that is here, or none when all are marked.
func (t *Table[T]) ToggleAllMarks() {
	if len(t.marks) == len(t.rows) {
		clear(t.marks)
		return
	}
	for _, row := range t.rows {
		t.marks[t.id(row)] = struct{}{}
	}
}

// keepMarks drops the marks of rows that are gone: nobody should act on what
// is no longer listed.
func (t *Table[T]) keepMarks() {
	if len(t.marks) == 0 {
		return
	}
	kept := map[string]struct{}{}
	for _, row := range t.rows {
		id := t.id(row)
		if _, marked := t.marks[id]; marked {
			kept[id] = struct{}{}
		}
	}
	t.marks = kept
}
