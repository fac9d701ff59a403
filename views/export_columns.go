package views

import (
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
)

// memberExport are the columns of members in a CSV file.
func memberExport() []transfer.Column[memberRow] {
	var columns []transfer.Column[memberRow]
	for _, c := range transfer.MemberColumns() {
		columns = append(columns, transfer.Column[memberRow]{Name: c.Name, Cell: func(r memberRow) string {
			return c.Cell(transfer.Member{Member: r.Member, Organization: r.org})
		}})
	}
	return columns
}

// roleIDs are all roles of m, however they were given.
func roleIDs(m b2b.Member) []string {
	ids := make([]string, len(m.Roles))
	for i, role := range m.Roles {
		ids[i] = role.RoleID
	}
	return ids
}
