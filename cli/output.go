package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// outputBatch is how many rows are written at once, and how many of them decide
// how wide the columns of a table are.
const outputBatch = 100

// listing is how the rows of one kind are written.
type listing[T any] struct {
	format  string   // -o
	columns []string // --columns
	all     []transfer.Column[T]
	usual   []string // columns of a table, where none are asked for
	object  func(T) any
}

// register adds -o and --columns to cmd.
func (l *listing[T]) register(cmd *cobra.Command) {
	registerFormat(cmd, &l.format)
	cmd.Flags().StringSliceVar(&l.columns, "columns", nil, "columns of the table or CSV: "+strings.Join(l.names(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("columns", cobra.FixedCompletions(l.names(), cobra.ShellCompDirectiveNoFileComp))
}

func registerFormat(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVarP(format, "output", "o", "table", "write `table|json|csv`")
	_ = cmd.RegisterFlagCompletionFunc("output", cobra.FixedCompletions([]string{"table", "json", "csv"}, cobra.ShellCompDirectiveNoFileComp))
}

func (l *listing[T]) names() []string {
	names := make([]string, len(l.all))
	for i, c := range l.all {
		names[i] = c.Name
	}
	return names
}

// writer returns what writes rows in the format that is asked for.
func (l *listing[T]) writer() (transfer.Writer[T], error) {
	chosen := l.columns
	if chosen == nil && l.format == "table" {
		chosen = l.usual
	}
	columns := l.all
	if chosen != nil {
		columns = nil
		for _, name := range chosen {
			i := slices.IndexFunc(l.all, func(c transfer.Column[T]) bool { return c.Name == strings.TrimSpace(name) })
			if i < 0 {
				return nil, &usageError{fmt.Sprintf("--columns: there is no %q; there are %s", name, strings.Join(l.names(), ", "))}
			}
			columns = append(columns, l.all[i])
		}
	}
	switch l.format {
	case "table":
		return &textTable[T]{columns: columns}, nil
	case "csv":
		return &transfer.CSV[T]{Columns: columns}, nil
	case "json":
		return &transfer.JSON[T]{Object: l.object}, nil
	}
	return nil, &usageError{fmt.Sprintf("-o is %q; it can be table, json or csv", l.format)}
}

// write writes rows as they come, limit of them at most, and returns how many,
// and whether there are more; limit 0 is all.
func (l *listing[T]) write(out io.Writer, rows iter.Seq2[T, error], limit int) (n int, more bool, err error) {
	to, err := l.writer()
	if err != nil {
		return 0, false, err
	}
	if isTerminal(out) {
		out = harmlessWriter{out}
	}
	if err := to.Begin(out); err != nil {
		return 0, false, fmt.Errorf("write the answer: %w", err)
	}
	var batch []T
	for row, err := range rows {
		if err != nil {
			return n, false, err
		}
		if more = limit > 0 && n == limit; more {
			break
		}
		n++
		if batch = append(batch, row); len(batch) == outputBatch {
			if err := to.Write(batch); err != nil {
				return n, false, fmt.Errorf("write the answer: %w", err)
			}
			batch = batch[:0]
		}
	}
	if len(batch) > 0 {
		err = to.Write(batch)
	}
	if err == nil {
		err = to.End()
	}
	if err != nil {
		err = fmt.Errorf("write the answer: %w", err)
	}
	return n, more, err
}

// one writes a single row: as JSON, the object alone.
func (l *listing[T]) one(out io.Writer, row T) error {
	if l.format == "json" {
		return writeJSON(out, l.object(row))
	}
	_, _, err := l.write(out, func(yield func(T, error) bool) { yield(row, nil) }, 0)
	return err
}

// writeJSON writes one value, indented.
func writeJSON(out io.Writer, value any) error {
	data, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return writeAnswer(out, data)
}

// harmlessWriter keeps what it is given from acting on a terminal. It is given
// whole characters.
type harmlessWriter struct{ out io.Writer }

func (h harmlessWriter) Write(text []byte) (int, error) {
	if _, err := h.out.Write(harmless(text)); err != nil {
		return 0, err
	}
	return len(text), nil
}

// textTable writes rows in columns with a header. What is longer than its column
// is not cut: programs read this too.
type textTable[T any] struct {
	columns []transfer.Column[T]

	out    io.Writer
	widths []int // nil before the first rows
}

// Begin implements transfer.Writer.
func (t *textTable[T]) Begin(out io.Writer) error {
	t.out = out
	return nil
}

// Write implements transfer.Writer.
func (t *textTable[T]) Write(rows []T) error {
	var lines [][]string
	if t.widths == nil {
		lines = append(lines, t.head())
	}
	for _, row := range rows {
		cells := make([]string, len(t.columns))
		for i, c := range t.columns {
			cells[i] = ui.Clean(c.Cell(row))
		}
		lines = append(lines, cells)
	}
	if t.widths == nil {
		t.measure(lines)
	}
	for _, cells := range lines {
		var b strings.Builder
		for i, cell := range cells {
			b.WriteString(ui.Pad(cell, t.widths[i]) + "  ")
		}
		if _, err := fmt.Fprintln(t.out, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

func (t *textTable[T]) head() []string {
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = strings.ToUpper(strings.ReplaceAll(c.Name, "_", " "))
	}
	return cells
}

func (t *textTable[T]) measure(lines [][]string) {
	t.widths = make([]int, len(t.columns))
	for _, cells := range lines {
		for i, cell := range cells {
			t.widths[i] = max(t.widths[i], ui.Width(cell))
		}
	}
}

// End implements transfer.Writer. Nothing is written for nothing.
func (t *textTable[T]) End() error { return nil }
