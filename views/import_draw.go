package views

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api"
	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// How much room the row under the cursor has below the table, and how much the
// table keeps.
const (
	importDetail = 4
	importTable  = 6
)

// View implements ui.View.
func (v *importView) View() string {
	if err := v.planned.Err(); err != nil && !v.planned.Busy() {
		return strings.Join(failureLines(v.env, "plan the import of "+v.fileName(), err, v.width, v.height), "\n")
	}
	if v.run == nil || v.planned.Busy() {
		return v.looking()
	}
	lines := append(v.head(), strings.Split(v.table.View(), "\n")...)
	return strings.Join(firstLines(append(lines, v.detail()...), v.height), "\n")
}

// looking says how far the look-up is.
func (v *importView) looking() string {
	th := v.env.Theme
	says := "Looking up who of " + v.fileName() + " is there already. Nothing is changed by it."
	return strings.Join([]string{" " + v.progress.View(th, v.width-1), "", " " + th.Muted.Render(ui.Cut(says, v.width-1))}, "\n")
}

// layout gives the table the room that the rest leaves.
func (v *importView) layout() {
	v.table.Empty = "No row is like that. f shows others."
	v.table.SetSize(v.width, max(2, v.height-len(v.head())-v.detailRoom()))
}

// head is what stands above the table.
func (v *importView) head() []string {
	th := v.env.Theme
	if v.plan == nil {
		return nil
	}
	how := "create at once"
	if v.to.Invite != nil {
		how = "invite by e-mail"
	}
	if v.only != "" {
		how += " · only " + v.word(v.only)
	}
	right := how + " · " + v.table.Position() + " "
	lines := []string{
		ui.Spread(" "+th.Title.Render(ui.Clean(v.fileName()))+th.Muted.Render(" → "+ui.Clean(v.to.Organization.OrganizationName)), th.Muted.Render(right), v.width),
		ui.CutStyled(" "+v.counted(), v.width),
	}
	if v.running() {
		return append(lines, v.moving()...)
	}
	for _, n := range v.notes() {
		for _, line := range ui.Wrap(n.text, max(1, v.width-2)) {
			lines = append(lines, " "+n.style.Render(line))
		}
	}
	return append(lines, "")
}

// counted are the numbers of rows by outcome.
func (v *importView) counted() string {
	th := v.env.Theme
	var parts []string
	for _, r := range importResults() {
		if n := v.counts[r]; n > 0 {
			parts = append(parts, importStyle(th, r).Render(fmt.Sprintf("%s %d %s", importSign(r), n, v.word(r))))
		}
	}
	return strings.Join(parts, th.Muted.Render(" · "))
}

// moving tells how far the run is.
func (v *importView) moving() []string {
	th := v.env.Theme
	says := v.pace()
	if v.stopping {
		says = "Stopping after the row under way…"
	}
	return []string{" " + v.progress.View(th, v.width-1), " " + th.Muted.Render(ui.Cut(says, v.width-1)), ""}
}

// note is a sentence above the table.
type note struct {
	style lipgloss.Style
	text  string
}

// notes are what has to be known before, or was found out.
func (v *importView) notes() []note {
	th := v.env.Theme
	var notes []note
	if v.failed != nil {
		notes = append(notes, note{th.Danger, "✗ It ended early: " + api.Explain(v.failed)})
	}
	if v.ended {
		return append(notes, v.ending()...)
	}
	if v.earlier {
		notes = append(notes, note{th.Warning, fmt.Sprintf(
			"! An earlier run of this file did not come to its end. It made %s; going on makes the rest, and nobody twice.",
			plural(v.counts[transfer.Created], "member"))})
	}
	if len(v.plan.Ignored) > 0 {
		notes = append(notes, note{th.Muted, "Not imported, since the server sets them: " + strings.Join(v.plan.Ignored, ", ") + "."})
	}
	return notes
}

// ending tells what came of the run and where it is written.
func (v *importView) ending() []note {
	th := v.env.Theme
	var notes []note
	if left := v.left(); left > 0 {
		sign := "! "
		if v.stopping {
			sign = "■ Stopped. "
		}
		notes = append(notes, note{th.Warning, sign + plural(left, "row") + " of the file can still be sent: enter goes on."})
	} else {
		notes = append(notes, note{th.Success, "✓ Every row that could be sent was sent."})
	}
	if err := v.closed.Err(); err != nil {
		return append(notes, note{th.Danger, "✗ " + api.Explain(err)})
	}
	path, _ := v.closed.Value()
	return append(notes, note{th.Muted, "The results are in " + filepath.Base(path) + " in " + filepath.Dir(path) + ", readable by you alone."})
}

// detailRoom is the room of the row under the cursor; none where the table needs
// it.
func (v *importView) detailRoom() int {
	if v.height < len(v.head())+importTable+importDetail {
		return 0
	}
	return importDetail
}

// detail tells all of the row under the cursor: why nothing is sent, or what.
func (v *importView) detail() []string {
	row, ok := v.table.Selected()
	if v.detailRoom() == 0 || !ok {
		return nil
	}
	th := v.env.Theme
	lines := []string{th.Border.Render(strings.Repeat("─", v.width))}
	for _, line := range ui.Wrap(v.told(row), max(1, v.width-2)) {
		lines = append(lines, " "+line)
	}
	return firstLines(lines, importDetail)
}

// told says of a row what its columns have no room for.
func (v *importView) told(row importRow) string {
	reference := ""
	if row.RequestID != "" {
		reference = " Request " + row.RequestID + "."
	}
	switch {
	case row.Result == transfer.Created:
		return strings.TrimSpace("Member "+row.MemberID+". "+row.Why) + reference
	case row.Result == transfer.Untried && v.env.Mask.On():
		return "What would be sent is not shown while names are hidden."
	case row.Result == transfer.Untried:
		return "Will be sent: " + oneLine(v.plan.Change(row.Planned).Plan().Body)
	}
	return row.Why + reference
}
