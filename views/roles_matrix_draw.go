package views

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

const (
	narrowestRole = 7  // cells of a column
	widestRole    = 18 // what is longer is cut; the line below says it whole
	widestRight   = 44
	ownMark       = "◆ " // before a role of the organization
)

// window scrolls so that the cursor is in sight, with its heading where there is
// room, and says which columns are.
func (m *rightsMatrix) window(width, height int) (label int, cols []int) {
	rows := max(1, height-1)
	if m.row < m.top+1 {
		m.top = m.row
		if m.row > 0 && m.rows[m.row-1].heading() && rows > 1 {
			m.top--
		}
	}
	m.top = max(m.top, m.row-rows+1)
	m.top = max(0, min(m.top, len(m.rows)-rows))
	label = m.labelWidth(width)
	m.left = min(m.left, m.col)
	for {
		cols = m.columnsFrom(m.left, width-label)
		if m.left >= m.col || len(cols) > m.col-m.left {
			return m.widened(label, width, cols), cols
		}
		m.left++
	}
}

// widened gives the rights what the columns in sight leave of the width.
func (m *rightsMatrix) widened(label, width int, cols []int) int {
	for _, w := range cols {
		width -= w
	}
	return max(label, min(m.widestRight(), width))
}

// labelWidth is the room of the rights, with a blank behind them: as wide as they
// need, but less than half where the roles need the rest.
func (m *rightsMatrix) labelWidth(width int) int {
	room := width
	for i := range m.cols {
		room -= m.columnWidth(i)
	}
	return min(m.widestRight(), max(room, min(widestRight, width/2)))
}

func (m *rightsMatrix) widestRight() int {
	widest := 12
	for _, r := range m.rows {
		text := r.resource.ResourceID
		if !r.heading() {
			text = "    " + r.action
		}
		widest = max(widest, ui.Width(ui.Clean(text))+1)
	}
	return widest
}

func (m *rightsMatrix) columnWidth(i int) int {
	return min(widestRole, max(narrowestRole, ui.Width(ui.Clean(roleTitle(m.cols[i]))))) + 2
}

// columnsFrom are the widths of the columns from one on, as far as there is room.
func (m *rightsMatrix) columnsFrom(left, room int) []int {
	var widths []int
	for i := left; i < len(m.cols); i++ {
		w := m.columnWidth(i)
		if w > room && len(widths) > 0 {
			break
		}
		widths = append(widths, min(w, room))
		room -= w
	}
	return widths
}

func roleTitle(r matrixRole) string {
	if r.own {
		return ownMark + r.RoleID
	}
	return r.RoleID
}

// draw draws the matrix in exactly height lines.
func (m *rightsMatrix) draw(th *theme.Theme, width, height int) []string {
	label, cols := m.window(width, height)
	lines := []string{m.head(th, label, cols)}
	for i := m.top; i < len(m.rows) && len(lines) < height; i++ {
		lines = append(lines, m.line(th, i, label, cols, width))
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines
}

// head names the roles in sight, and how many are not.
func (m *rightsMatrix) head(th *theme.Theme, label int, cols []int) string {
	hidden := ""
	if n := m.left; n > 0 {
		hidden = fmt.Sprintf("‹ %d more", n)
	}
	if n := len(m.cols) - m.left - len(cols); n > 0 {
		if hidden != "" {
			hidden += "  "
		}
		hidden += fmt.Sprintf("%d more ›", n)
	}
	var line strings.Builder
	line.WriteString(th.Muted.Render(ui.Fit("  "+hidden, label)))
	for i, w := range cols {
		style := th.Header
		if m.left+i == m.col {
			style = th.Accent.Bold(true).Underline(true)
		}
		name := ui.Cut(roleTitle(m.cols[m.left+i]), max(1, w-2))
		line.WriteString(style.Render(name) + strings.Repeat(" ", max(0, w-ui.Width(name))))
	}
	return line.String()
}

func (m *rightsMatrix) line(th *theme.Theme, i, label int, cols []int, width int) string {
	r := m.rows[i]
	if r.heading() {
		return " " + th.Title.Render(ui.Cut(r.resource.ResourceID, width-2)) + m.about(th, r, width-2)
	}
	sign, style := "  ", th.Text
	if i == m.row {
		sign, style = "▸ ", th.Accent
	}
	var line strings.Builder
	line.WriteString(style.Render(ui.Fit(sign+"  "+r.action, label-1)) + " ")
	for j, w := range cols {
		line.WriteString(m.cell(th, i, m.left+j, w))
	}
	return line.String()
}

// about is what the policy says of a resource, beside its heading.
func (m *rightsMatrix) about(th *theme.Theme, r matrixRow, width int) string {
	room := width - ui.Width(ui.Clean(r.resource.ResourceID)) - 2
	if r.resource.Description == "" || room < 8 {
		return ""
	}
	return "  " + th.Muted.Render(ui.Cut(r.resource.Description, room))
}

// cell says with a sign, a word and a colour how a role has a right.
func (m *rightsMatrix) cell(th *theme.Theme, row, col, width int) string {
	text, style := grantWord(th, grantOf(m.cols[col].PolicyRole, m.rows[row].permission()))
	room := max(1, width-2)
	if row == m.row && col == m.col {
		return th.Selected.Render(ui.Fit(text, room)) + strings.Repeat(" ", max(0, width-room))
	}
	return style.Render(ui.Cut(text, room)) + strings.Repeat(" ", max(0, width-ui.Width(ui.Cut(text, room))))
}

func grantWord(th *theme.Theme, g grant) (string, lipgloss.Style) {
	switch g {
	case granted:
		return "✓ yes", th.Success
	case grantedAll:
		return "✓ all", th.Success
	}
	return "– no", th.Faint
}

// words say in sentences what the cursor is on.
func (m *rightsMatrix) words(th *theme.Theme, width int) []string {
	role, right := m.selectedRole(), m.selectedRight()
	p := right.permission()
	may, style := "– "+role.RoleID+" may not.", th.Text
	switch grantOf(role.PolicyRole, p) {
	case grantedAll:
		may, style = "✓ "+role.RoleID+" may: it has all rights on "+p.Resource+", also those to come.", th.Success
	case granted:
		may, style = "✓ "+role.RoleID+" may.", th.Success
	}
	lines := append(inset(th.Bold, p.String(), width), inset(style, may, width)...)
	return firstLines(append(lines, inset(th.Muted, roleInWords(role), width)...), wordLines-1)
}

// roleInWords says what a role is: whose, and what for.
func roleInWords(r matrixRole) string {
	whose := "A role of the project"
	switch {
	case r.own:
		whose = "A role of this organization"
	case r.RoleID == b2b.RoleMember, r.RoleID == b2b.RoleAdmin:
		whose = "A role of every project"
	}
	if r.Description == "" {
		return whose + "."
	}
	return whose + ": " + r.Description + "."
}
