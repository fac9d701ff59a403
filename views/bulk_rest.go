package views

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
)

// whichMenu asks which members are meant: those that were fetched, which are
// all marked, or all that match.
func (v *members) whichMenu() ui.View {
	fetched, all := v.list.table.Len(), "all that match"
	if total := v.list.total(); total > 0 {
		all = fmt.Sprintf("all %d that match", total)
	}
	return ui.NewMenu("More match than were fetched",
		ui.Item{Name: fmt.Sprintf("Only the %d that are marked", fetched), Detail: "the others stay as they are", Run: v.act},
		ui.Item{Name: "Fetch and mark " + all, Detail: "then choose what to do", Run: v.fetchAll},
	)
}

// beyond says what matches the search but was not fetched, and so cannot be
// marked.
func (l *list[T]) beyond() string {
	if l.next == "" {
		return ""
	}
	if more := l.total() - l.table.Len(); more > 0 {
		return fmt.Sprintf("%d more match the search, were not fetched, and stay as they are.", more)
	}
	return "More match the search, were not fetched, and stay as they are."
}

// fetchAll fetches every member that matches, marks them, and goes on.
func (v *members) fetchAll() tea.Cmd {
	fetch, reason := v.list.plan(v.list.asked, walkRows)
	if fetch == nil {
		return ui.Toast(ui.Failure, reason)
	}
	var rows []memberRow
	return ui.Open(&walk[memberRow]{
		env: v.env, name: "Fetch all that match", what: "fetch the members", fetch: fetch, total: v.list.total(),
		take: func(page []memberRow) error {
			rows = append(rows, page...)
			return nil
		},
		drop: func() error {
			rows = nil
			return nil
		},
		done: func() tea.Cmd {
			v.list.complete(rows)
			v.keepMarked(nil)
			v.list.table.ToggleAllMarks()
			return v.act()
		},
	})
}

// complete shows rows, which are all that the search has.
func (l *list[T]) complete(rows []T) {
	l.page.Cancel()
	l.table.SetRows(rows)
	l.table.SetTotal(len(rows))
	l.fresh, l.next = false, ""
	l.sort.apply(l.table)
}
