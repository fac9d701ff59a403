package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/ui"
)

var (
	_ ui.Teller = (*importView)(nil)
	_ ui.Teller = (*bulkRun)(nil)
	_ ui.Teller = (*walk[int])(nil)
	_ ui.Teller = (*stateTransfer)(nil)
)

// Tell implements ui.Teller: what becomes of the file, how far that is, and what came
// of it. While rows are sent, none of them is told.
func (v *importView) Tell() []string {
	if err := v.planned.Err(); err != nil && !v.planned.Busy() {
		return failureLines(v.env, "plan the import of "+v.fileName(), err, listened, listened)
	}
	if v.run == nil || v.planned.Busy() {
		return []string{
			"Looking up who of " + ui.Clean(v.fileName()) + " is there already. Nothing is changed by it.",
			v.progress.Told("rows"),
		}
	}
	lines := []string{ui.Clean(v.fileName() + " into " + v.to.Organization.OrganizationName + ": " + v.howTold())}
	if v.running() {
		return append(lines, v.movingTold()...)
	}
	lines = append(lines, fmt.Sprintf("%s: %s", plural(len(v.rows), "row"), v.tally()))
	if v.only != "" {
		lines = append(lines, "Shown are only rows that are: "+v.word(v.only))
	}
	for _, n := range v.notes() {
		lines = append(lines, n.text)
	}
	lines = append(lines, strings.Split(v.table.View(), "\n")...)
	if row, ok := v.table.Selected(); ok {
		if told := v.told(row); told != row.Why { // the row says why itself
			lines = append(lines, ui.Clean(told))
		}
	}
	return lines
}

func (v *importView) howTold() string {
	if v.to.Invite != nil {
		return "invites them by e-mail"
	}
	return "creates them at once, without a mail"
}

func (v *importView) movingTold() []string {
	if v.stopping {
		return []string{"Stopping after the row under way."}
	}
	return []string{v.pace(), v.progress.Told("rows")}
}

// Tell implements ui.Teller: how far it is, and in the end what failed, a line for each.
func (v *bulkRun) Tell() []string {
	if !v.over() {
		if v.stopping {
			return []string{"Stopping after " + ui.Clean(v.current.name) + "."}
		}
		return []string{v.progress.Told(v.todo.unit + "s")}
	}
	said := strings.Join(v.counts(), ", ") + "."
	if v.stopping {
		said = "Stopped: " + said
	}
	lines := []string{said, v.todo.remains}
	for _, f := range v.failures {
		lines = append(lines, "Error: "+f.who()+": "+ui.Clean(api.Explain(f.err)))
	}
	return lines
}

// Tell implements ui.Teller.
func (v *walk[T]) Tell() []string {
	if err := v.page.Err(); err != nil && !v.running() {
		return append(failureLines(v.env, v.what, err, listened, listened), "Nothing was kept.")
	}
	return stoppableTold(v.stopping, v.progress.Told("rows"))
}

// Tell implements ui.Teller.
func (v *stateTransfer) Tell() []string {
	if err := v.sent.Err(); err != nil && !v.sent.Busy() {
		return append(failureLines(v.env, v.what, err, listened, listened), "Nothing was changed.")
	}
	return stoppableTold(v.stopping, v.progress.Told("KiB"))
}

func stoppableTold(stopping bool, progress string) []string {
	if stopping {
		return []string{"Stopping…"}
	}
	return []string{progress}
}
