package views

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
)

// order is a column that rows can be sorted by: as text, or as it compares them.
type order[T any] struct {
	column  string // title of the column
	text    func(T) string
	compare func(a, b T) int // instead of text
}

// of says how rows compare, by their numbers.
func (o order[T]) of(rows []T) func(i, j int) int {
	if o.text != nil {
		return textOrder(len(rows), func(i int) string { return o.text(rows[i]) })
	}
	return func(i, j int) int { return o.compare(rows[i], rows[j]) }
}

// sorting is how a list is sorted. The API sorts by age only, so what is sorted
// is what has been fetched; 0 is the order of the server.
type sorting[T any] struct {
	orders     []order[T]
	by         int // 1 is orders[0]
	descending bool
	arrived    func(a, b T) int // the order of the server
}

// next goes on to the next column, and after the last back to the server's order.
func (s *sorting[T]) next() { s.by = (s.by + 1) % (len(s.orders) + 1) }

// apply sorts the rows of table and says so in its header.
func (s *sorting[T]) apply(table *ui.Table[T]) {
	by := order[T]{compare: s.arrived}
	if s.by > 0 {
		by = s.orders[s.by-1]
	}
	table.SetSort(by.column, s.descending)
	if by.text == nil && by.compare == nil || table.Len() == 0 {
		return
	}
	rows := table.Rows()
	table.SetRows(inOrder(rows, s.descending, by.of(rows)))
}

func (l *list[T]) sortNext() tea.Cmd {
	l.sort.next()
	l.remember()
	l.sort.apply(l.table)
	return nil
}

func (l *list[T]) sortReverse() tea.Cmd {
	l.sort.descending = !l.sort.descending
	l.remember()
	l.sort.apply(l.table)
	return nil
}
