// Package transfer moves members and organizations between the API and files:
// rows out as CSV or JSON, and rows in, by a plan and a run that can be resumed.
// It knows no terminal and no screen.
package transfer

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"

	"example.com/orgdeck/ui"
)

// Column is a column of a CSV file.
type Column[T any] struct {
	Name string // as in the API
	Cell func(T) string
}

// Writer writes rows in one format: Begin once, Write as often as there are
// rows, End once.
type Writer[T any] interface {
	Begin(w io.Writer) error
	Write(rows []T) error
	End() error
}

// CSV writes rows as CSV with a header. Names and addresses are written by
// outsiders and opened in spreadsheets: nothing in a cell is a formula, and no
// control character comes through.
type CSV[T any] struct {
	Columns []Column[T]

	out *csv.Writer
}

// Begin implements Writer.
func (c *CSV[T]) Begin(w io.Writer) error {
	c.out = csv.NewWriter(w)
	names := make([]string, len(c.Columns))
	for i, column := range c.Columns {
		names[i] = column.Name
	}
	return c.out.Write(names)
}

// Write implements Writer.
func (c *CSV[T]) Write(rows []T) error {
	record := make([]string, len(c.Columns))
	for _, row := range rows {
		for i, column := range c.Columns {
			record[i] = harmlessCell(column.Cell(row))
		}
		if err := c.out.Write(record); err != nil {
			return err
		}
	}
	c.out.Flush()
	return c.out.Error()
}

// End implements Writer.
func (c *CSV[T]) End() error {
	c.out.Flush()
	return c.out.Error()
}

// formulas are what a spreadsheet takes for the begin of a formula.
const formulas = "=+-@\t\r"

// harmlessCell is text as a spreadsheet may show it: one that would be taken for
// a formula gets a ' before it.
func harmlessCell(text string) string {
	if text != "" && strings.ContainsRune(formulas, rune(text[0])) {
		text = "'" + text
	}
	return ui.Clean(text)
}

// plainCell is the text that harmlessCell was given.
func plainCell(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && strings.ContainsRune(formulas, rune(rest[0])) {
		return rest
	}
	return text
}

// JSON writes what Object makes of rows as one JSON array, a value a line.
type JSON[T any] struct {
	Object func(T) any

	out  io.Writer
	some bool
}

// Begin implements Writer.
func (j *JSON[T]) Begin(w io.Writer) error {
	j.out, j.some = w, false
	_, err := io.WriteString(w, "[")
	return err
}

// Write implements Writer.
func (j *JSON[T]) Write(rows []T) error {
	for _, row := range rows {
		data, err := json.Marshal(j.Object(row))
		if err != nil {
			return err
		}
		before := ",\n"
		if !j.some {
			before, j.some = "\n", true
		}
		if _, err := j.out.Write(append([]byte(before), data...)); err != nil {
			return err
		}
	}
	return nil
}

// End implements Writer.
func (j *JSON[T]) End() error {
	_, err := io.WriteString(j.out, "\n]\n")
	return err
}
