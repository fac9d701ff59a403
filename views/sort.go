package views

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
)

// order is a column that rows can be sorted by.
type order[T any] struct {
	column  string // title of the column
	compare func(a, b T) int
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
	compare, column := s.arrived, ""
	if s.by > 0 {
		o := s.orders[s.by-1]
		compare, column = o.compare, o.column
	}
	table.SetSort(column, s.descending)
	if compare == nil || table.Len() == 0 {
		return
	}
	rows := slices.Clone(table.Rows())
	slices.SortStableFunc(rows, func(a, b T) int {
		if s.descending {
			return compare(b, a)
		}
		return compare(a, b)
	})
	table.SetRows(rows)
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
