package config

import "fmt"

// Column is a column that the user adds to a list:
//
//	[[columns.members]]
//	title = "Plan"
//	path  = "trusted_metadata.plan"
type Column struct {
	Title string `toml:"title"`
	Path  string `toml:"path"`  // of the value in the API's JSON, with dots between
	Width int    `toml:"width"` // in cells; 0 shares what is left
}

const widestColumn = 80

// checkColumns says what is wrong with the columns of the lists; "" when nothing
// is.
func checkColumns(lists map[string][]Column) string {
	for list, columns := range lists {
		if list != "organizations" && list != "members" {
			return fmt.Sprintf("columns.%s: there are columns for organizations and members only", list)
		}
		seen := map[string]bool{}
		for _, c := range columns {
			switch {
			case c.Title == "" || c.Path == "":
				return fmt.Sprintf("columns.%s: every column has a title and a path", list)
			case seen[c.Title]:
				return fmt.Sprintf("columns.%s: %q is there twice", list, c.Title)
			case c.Width < 0 || c.Width > widestColumn:
				return fmt.Sprintf("columns.%s: the width of %q can be 0 to %d", list, c.Title, widestColumn)
			}
			seen[c.Title] = true
		}
	}
	return ""
}
