package views

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// Columns are the columns that the user has added to lists, by "organizations"
// or "members".
type Columns map[string][]CustomColumn

// CustomColumn shows one value of the objects of a list.
type CustomColumn struct {
	Title string
	Path  string // of the value in the API's JSON, such as trusted_metadata.plan
	Width int    // in cells; 0 shares what is left
}

// customColumns draws the columns that the user has added. object is what the
// API says of a row.
func customColumns[T any](th *theme.Theme, columns []CustomColumn, object func(T) any) []ui.Column[T] {
	out := make([]ui.Column[T], len(columns))
	for i, c := range columns {
		out[i] = ui.Column[T]{
			Title: c.Title, Width: c.Width, Priority: 2,
			Cell:  func(row T) string { return valueAt(object(row), c.Path) },
			Style: func(T) lipgloss.Style { return th.Muted },
		}
	}
	return out
}

// valueAt is the value at a path of an object as text; "" where there is none.
func valueAt(object any, path string) string {
	text, err := json.Marshal(object)
	if err != nil {
		return ""
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber() // an id with many digits stays as it is
	var value any
	if err := decoder.Decode(&value); err != nil {
		return ""
	}
	for name := range strings.SplitSeq(path, ".") {
		value = within(value, name)
	}
	return asText(value)
}

// within is the value by a name in an object, or by a number, from 0, in a list.
func within(value any, name string) any {
	switch value := value.(type) {
	case map[string]any:
		return value[name]
	case []any:
		if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(value) {
			return value[i]
		}
	}
	return nil
}

func asText(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return value
	}
	text, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return string(text)
}
