package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"
)

// recount asks, once nothing changes any more, how many rows the search has: of
// what was changed, not all may be among the rows that were fetched.
func (l *list[T]) recount() tea.Cmd {
	fetch, _ := l.plan(l.asked, 1)
	if fetch == nil {
		return nil
	}
	return l.counted.LoadAfter(l.ctx, quiet, func(ctx context.Context) (int, error) {
		page, err := fetch(ctx, "")
		if err != nil {
			return 0, err
		}
		return page.Total, nil
	})
}

// setTotal shows how many rows the search has.
func (l *list[T]) setTotal(total int) {
	if page, ok := l.page.Value(); ok {
		page.Total = total
	}
	l.table.SetTotal(total)
}

// total is how many rows the search has, as far as the server said; 0 when it did
// not.
func (l *list[T]) total() int {
	if page, ok := l.page.Value(); ok {
		return max(0, page.Total)
	}
	return 0
}

// added shows a row that is new on the server: at the end, where the server has
// it, and with the cursor on it.
func (l *list[T]) added(row T, id string) tea.Cmd {
	l.table.AppendRows(row)
	l.ahead++
	if total := l.total(); total > 0 {
		l.setTotal(total + 1)
	}
	l.sort.apply(l.table)
	l.table.Select(id)
	if l.next == "" && !l.page.Busy() && l.asked == "" && len(l.narrowed()) == 0 {
		return nil // all that there is
	}
	return l.recount() // it may have been counted before, or not be found by this search
}

// removed takes out a row that is no more on the server.
func (l *list[T]) removed(id string) tea.Cmd {
	if total := l.total(); l.table.Remove(id) && total > 0 {
		l.setTotal(total - 1)
	}
	if l.next == "" && !l.page.Busy() {
		return nil // all that there is
	}
	return l.recount() // it may be among the others, or a page that came meanwhile was without it
}
