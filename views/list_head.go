package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// stateGap is what stands between the search box and what is said of the list.
const stateGap = 2

// head is the line of the search box, with what is shown at its right.
func (l *list[T]) head() string {
	th := l.env.Theme
	box := l.box.view(th, l.env.Keys.Binding(keymap.Search))
	return l.line.draw(th, box, l.state(box), l.width)
}

// state says in a few words what is shown: how it is narrowed, as far as there is
// room for beside the box, what is marked and sorted, and where the cursor is.
func (l *list[T]) state(box string) string {
	state, filters := l.arrangement(), l.narrowed()
	if len(filters) == 0 {
		return state
	}
	if state != "" {
		state = " · " + state
	}
	return filtersIn(filters, l.width-ui.Width(box)-stateGap-ui.Width(state)) + state
}

func (l *list[T]) arrangement() string {
	var parts []string
	if l.reason != "" {
		parts = append(parts, l.reason)
	}
	if n := l.table.MarkCount(); n > 0 {
		parts = append(parts, fmt.Sprintf("%d marked", n))
	}
	if l.sort.by > 0 && l.next != "" {
		parts = append(parts, fmt.Sprintf("sorted: the %d fetched", l.table.Len()))
	}
	if at := l.table.Position(); at != "" && !l.env.Theme.Linear { // there the table says it
		parts = append(parts, at)
	}
	return strings.Join(parts, " · ")
}

// nothing says why there are no rows.
func (l *list[T]) nothing() string {
	_, loaded := l.page.Value()
	switch {
	case l.page.Err() != nil:
		return ""
	case !loaded:
		return "Loading…"
	case l.asked != "":
		return "Nothing matches “" + l.asked + "”. esc shows all again."
	case len(l.narrowed()) > 0:
		return "Nothing matches the filters. f changes them, esc shows all again."
	}
	return l.empty
}
