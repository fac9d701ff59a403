package views

import (
	"encoding/json"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// searchLine is the orgdeck command that lists what a search box and filters find.
func searchLine(text string, filters []b2b.SearchOperand, command ...string) string {
	for _, f := range filters {
		command = append(command, "--filter", f.FilterName+"="+filterWord(f.FilterValue))
	}
	if strings.HasPrefix(text, "-") {
		command = append(command, "--") // or it would be taken for a flag
	}
	if text != "" {
		command = append(command, text)
	}
	return api.ShellLine(command...)
}

// filterWord is the value of a filter as --filter takes it.
func filterWord(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	var several []string
	if json.Unmarshal(value, &several) == nil {
		return strings.Join(several, ",")
	}
	return string(value) // true or false
}

// listCopies are what can be copied of the list as a whole: the command that lists
// the same; nothing while what is typed cannot be searched for.
func (l *list[T]) listCopies(filters []b2b.SearchOperand, command ...string) []copyable {
	if l.reason != "" {
		return nil
	}
	return []copyable{{"this list as command", searchLine(l.asked, filters, command...)}}
}

// nothingToCopy says why nothing can be copied; "" when something can.
func (l *list[T]) nothingToCopy() string {
	if _, ok := l.table.Selected(); ok || l.reason == "" {
		return ""
	}
	return "Nothing is selected, and what is typed cannot be searched for: " + l.reason + "."
}
