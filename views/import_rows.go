package views

import (
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// importRow is a row of the file with what becomes, or came, of it.
type importRow = transfer.Outcome

// importResults are in the order in which they are counted on the screen.
func importResults() []transfer.Result {
	return []transfer.Result{
		transfer.Created, transfer.Untried, transfer.Failed, transfer.Conflicting, transfer.Refused, transfer.Skipped,
	}
}

func importRowID(row importRow) string { return strconv.Itoa(row.Line) }

// columns are those of the table of rows.
func (v *importView) columns() []ui.Column[importRow] {
	return []ui.Column[importRow]{
		{Title: "Line", Width: 6, Right: true, Priority: 2, Cell: importRowID},
		{Title: "E-mail", MinWidth: 26, Cell: func(r importRow) string { return r.Member.EmailAddress }},
		{Title: "Roles", MinWidth: 16, Priority: 3, Cell: func(r importRow) string { return strings.Join(r.Member.Roles, ", ") }},
		{
			Title: "Outcome", Width: 11,
			Cell:  func(r importRow) string { return importSign(r.Result) + " " + v.word(r.Result) },
			Style: func(r importRow) lipgloss.Style { return importStyle(v.env.Theme, r.Result) },
		},
		{Title: "Why", MinWidth: 16, Priority: 1, Cell: func(r importRow) string { return r.Why }},
	}
}

func importSign(r transfer.Result) string {
	switch r {
	case transfer.Created:
		return "✓"
	case transfer.Untried:
		return "+"
	case transfer.Failed, transfer.Refused:
		return "✗"
	case transfer.Conflicting:
		return "!"
	}
	return "="
}

func importStyle(th *theme.Theme, r transfer.Result) lipgloss.Style {
	switch r {
	case transfer.Created:
		return th.Success
	case transfer.Untried:
		return th.Accent
	case transfer.Failed, transfer.Refused:
		return th.Danger
	case transfer.Conflicting:
		return th.Warning
	}
	return th.Muted
}

// word says what becomes of rows, or what came of them.
func (v *importView) word(r transfer.Result) string {
	switch {
	case r == transfer.Created && v.to.Invite != nil:
		return "invited"
	case r == transfer.Untried && v.ended:
		return "not tried"
	case r == transfer.Untried && v.to.Invite != nil:
		return "invite"
	case r == transfer.Untried:
		return "create"
	case r == transfer.Skipped && !v.began:
		return "skip"
	}
	return string(r)
}

// filterMenu asks which rows are to be shown.
func (v *importView) filterMenu() tea.Cmd {
	items := []ui.Item{{Name: "all rows", Detail: strconv.Itoa(len(v.rows)), Run: v.show("")}}
	for _, r := range importResults() {
		if n := v.counts[r]; n > 0 {
			items = append(items, ui.Item{Name: "only " + v.word(r), Detail: strconv.Itoa(n), Run: v.show(r)})
		}
	}
	return ui.Open(ui.NewMenu("Show", items...))
}

// show narrows the table to rows of one result; "" for all.
func (v *importView) show(only transfer.Result) func() tea.Cmd {
	return func() tea.Cmd {
		v.only = only
		v.narrow()
		return nil
	}
}

// narrow gives the table the rows that are to be shown.
func (v *importView) narrow() {
	var rows []importRow
	for _, row := range v.rows {
		if v.only == "" || row.Result == v.only {
			rows = append(rows, row)
		}
	}
	v.table.SetRows(rows)
	v.layout()
}

// take shows the rows of a run as they stand.
func (v *importView) take(run *transfer.Run) {
	v.run = run
	v.rows = append(v.rows[:0], run.Outcomes()...)
	v.counts = map[transfer.Result]int{}
	v.at = make(map[int]int, len(v.rows))
	for i, row := range v.rows {
		v.counts[row.Result]++
		v.at[row.Line] = i
	}
	v.narrow()
}

// replace shows what came of some rows.
func (v *importView) replace(outcomes []importRow) {
	for _, o := range outcomes {
		row := &v.rows[v.at[o.Line]]
		v.counts[row.Result]--
		v.counts[o.Result]++
		*row = o
		v.table.Replace(o)
	}
}

// left is how many rows a run would send.
func (v *importView) left() int { return v.counts[transfer.Untried] + v.counts[transfer.Failed] }

// tally says in numbers what becomes of the rows, or what came of them.
func (v *importView) tally() string {
	var parts []string
	for _, r := range importResults() {
		if n := v.counts[r]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, v.word(r)))
		}
	}
	return strings.Join(parts, ", ")
}
