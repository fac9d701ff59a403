package views

import (
	"strings"

	"example.com/orgdeck/ui"
)

// View implements ui.View: the list and, where there is room, what is known of
// the member under the cursor beside it.
func (v *members) View() string {
	if v.ids.Err() != nil {
		return strings.Join(failureLines(v.env, "list the organizations", v.ids.Err(), v.width, v.height), "\n")
	}
	width := v.paneWidth()
	if width == 0 {
		return v.list.view()
	}
	rule := v.env.Theme.Border.Render("│")
	left, right := strings.Split(v.list.view(), "\n"), strings.Split(v.detail.View(), "\n")
	for i := range left {
		side := ""
		if i < len(right) {
			side = right[i]
		}
		left[i] = ui.FitStyled(left[i], v.width-width) + rule + " " + side
	}
	return strings.Join(left, "\n")
}

// followCursor shows the member under the cursor in the pane.
func (v *members) followCursor() {
	row, ok := v.list.table.Selected()
	if !ok || v.paneWidth() == 0 || v.shown.MemberID == row.MemberID && v.shown.UpdatedAt == row.UpdatedAt {
		return
	}
	v.shown = row.Member
	v.detail.SetSections(memberSections(v.env.Theme, row.Member)...)
}
