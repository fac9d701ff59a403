package sandbox

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// The state is one JSON object: {"schema":2,"key":"…","tables":{"members":[{…}]}}.
// Rows have a member for each column; binary values are base64 text.

// writeState writes every table.
func writeState(w *bufio.Writer, tx *store.Tx, key string) error {
	tables, err := tx.Tables()
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintf(w, `{"schema":%d,"key":%q,"tables":{`, store.Schema(), key) // Flush tells what failed
	for i, table := range tables {
		if i > 0 {
			_ = w.WriteByte(',')
		}
		if err := writeTable(w, tx, table); err != nil {
			return err
		}
	}
	_, err = w.WriteString("\n}}\n")
	return err
}

func writeTable(w *bufio.Writer, tx *store.Tx, table store.Table) error {
	_, _ = fmt.Fprintf(w, "\n%q:[", table.Name)
	first := true
	var line []byte
	err := tx.Rows(table, func(values []any) (err error) {
		line = line[:0]
		if !first {
			line = append(line, ',')
		}
		first = false
		if line, err = appendRow(line, table, values); err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	})
	if err != nil {
		return err
	}
	return w.WriteByte(']')
}

func appendRow(line []byte, table store.Table, values []any) ([]byte, error) {
	line = append(line, '\n', '{')
	for i, column := range table.Columns {
		if i > 0 {
			line = append(line, ',')
		}
		line = strconv.AppendQuote(line, column.Name)
		line = append(line, ':')
		text, err := json.Marshal(values[i]) // []byte becomes base64
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", table.Name, column.Name, err)
		}
		line = append(line, text...)
	}
	return append(line, '}'), nil
}

// stateReader reads what writeState has written.
type stateReader struct {
	dec  *json.Decoder
	rows *store.Refill
	key  string
}

// readState adds the rows in file, and returns the key that they are encrypted
// with; "" when there is none.
func readState(file io.Reader, rows *store.Refill) (key string, err error) {
	r := &stateReader{dec: json.NewDecoder(bufio.NewReaderSize(file, 1<<16)), rows: rows}
	r.dec.UseNumber()
	tables := false
	err = r.object(func(name string) error {
		switch name {
		case "schema":
			return r.schema()
		case "key":
			return r.value(&r.key)
		case "tables":
			tables = true
			return r.object(r.table)
		}
		return r.value(new(any))
	})
	if err == nil && !tables {
		return "", refuse(b2b.ErrBadRequest, `the state has no "tables"`)
	}
	if err == nil && r.dec.More() {
		return "", notAState()
	}
	return r.key, err
}

func notAState() error {
	return refuse(b2b.ErrBadRequest, "the body is not a state as GET /sandbox/v1/state shows it")
}

// object calls member for every member of the object that comes next; member
// reads the value.
func (r *stateReader) object(member func(name string) error) error {
	if token, err := r.dec.Token(); err != nil || token != json.Delim('{') {
		return notAState()
	}
	for r.dec.More() {
		token, err := r.dec.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return notAState()
		}
		if err := member(name); err != nil {
			return err
		}
	}
	if _, err := r.dec.Token(); err != nil {
		return notAState()
	}
	return nil
}

func (r *stateReader) value(into any) error {
	if r.dec.Decode(into) != nil {
		return notAState()
	}
	return nil
}

func (r *stateReader) schema() error {
	var version int
	if err := r.value(&version); err != nil {
		return err
	}
	if version > store.Schema() {
		return refuse(b2b.ErrBadRequest, "the state is of a newer orgdeck (schema %d, this one knows %d)", version, store.Schema())
	}
	return nil
}

// table reads the rows of a table. Its first row says which columns come.
func (r *stateReader) table(name string) error {
	table, ok := r.rows.Table(name)
	if !ok {
		return refuse(b2b.ErrBadRequest, "the state has a table %q, which this orgdeck does not know", name)
	}
	if token, err := r.dec.Token(); err != nil || token != json.Delim('[') {
		return notAState()
	}
	var columns []store.Column
	var values []any
	for n := 1; r.dec.More(); n++ {
		row := map[string]json.RawMessage{}
		if err := r.value(&row); err != nil {
			return err
		}
		if columns == nil {
			if columns = present(table, row); len(columns) == 0 {
				return notAState()
			}
			if err := r.rows.Begin(name, columns); err != nil {
				return err
			}
		}
		var err error
		if values, err = rowValues(values[:0], columns, row); err != nil {
			return refuse(b2b.ErrBadRequest, "row %d of %s: %v", n, name, err)
		}
		if err := r.rows.Add(values); err != nil {
			return err
		}
	}
	if _, err := r.dec.Token(); err != nil {
		return notAState()
	}
	if columns == nil {
		return nil
	}
	return r.rows.End()
}

// present are the columns of table that row has.
func present(table store.Table, row map[string]json.RawMessage) []store.Column {
	var columns []store.Column
	for _, column := range table.Columns {
		if _, ok := row[column.Name]; ok {
			columns = append(columns, column)
		}
	}
	return columns
}

// rowValues appends the values of the columns to values.
func rowValues(values []any, columns []store.Column, row map[string]json.RawMessage) ([]any, error) {
	if len(row) != len(columns) {
		return nil, errors.New("it has other columns than the first row, or unknown ones")
	}
	for _, column := range columns {
		raw, ok := row[column.Name]
		if !ok {
			return nil, fmt.Errorf("%s is missing", column.Name)
		}
		value, err := columnValue(column, raw)
		if err != nil {
			return nil, fmt.Errorf("%s must be %w", column.Name, err)
		}
		values = append(values, value)
	}
	return values, nil
}

// columnValue reads a value of the column's kind; the error says what that is.
func columnValue(column store.Column, raw json.RawMessage) (any, error) {
	if bytes.Equal(raw, []byte("null")) {
		return nil, nil
	}
	if column.Kind == "INTEGER" {
		n, err := strconv.ParseInt(string(raw), 10, 64)
		if err != nil {
			return nil, errors.New("a whole number")
		}
		return n, nil
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return nil, errors.New("a text")
	}
	if column.Kind != "BLOB" {
		return text, nil
	}
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, errors.New("base64")
	}
	return blob, nil
}
