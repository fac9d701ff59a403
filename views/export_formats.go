package views

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"

	"example.com/orgdeck/ui"
)

// exportColumn is a column of a CSV file.
type exportColumn[T any] struct {
	name string // as in the API
	cell func(T) string
}

// csvRows writes rows as CSV with a header. Names and addresses are written by
// outsiders and opened in spreadsheets: nothing in a cell is a formula, and no
// control character comes through.
type csvRows[T any] struct {
	columns []exportColumn[T]
	out     *csv.Writer
}

func (c *csvRows[T]) begin(w io.Writer) error {
	c.out = csv.NewWriter(w)
	names := make([]string, len(c.columns))
	for i, column := range c.columns {
		names[i] = column.name
	}
	return c.out.Write(names)
}

func (c *csvRows[T]) write(rows []T) error {
	record := make([]string, len(c.columns))
	for _, row := range rows {
		for i, column := range c.columns {
			record[i] = harmlessCell(column.cell(row))
		}
		if err := c.out.Write(record); err != nil {
			return err
		}
	}
	c.out.Flush()
	return c.out.Error()
}

func (c *csvRows[T]) end() error {
	c.out.Flush()
	return c.out.Error()
}

// harmlessCell is text as a spreadsheet may show it: one that would be taken for
// a formula gets a ' before it.
func harmlessCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		text = "'" + text
	}
	return ui.Clean(text)
}

// jsonRows writes the objects of rows as one JSON array, an object a line.
type jsonRows[T any] struct {
	object func(T) any
	out    io.Writer
	some   bool
}

func (j *jsonRows[T]) begin(w io.Writer) error {
	j.out, j.some = w, false
	_, err := io.WriteString(w, "[")
	return err
}

func (j *jsonRows[T]) write(rows []T) error {
	for _, row := range rows {
		data, err := json.Marshal(j.object(row))
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

func (j *jsonRows[T]) end() error {
	_, err := io.WriteString(j.out, "\n]\n")
	return err
}
