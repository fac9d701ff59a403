package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// Table is a table whose rows are state: not one of SQLite's own, nor one that
// follows from others.
type Table struct {
	Name    string
	Columns []Column
}

// Column is one of a Table that is not derived from others.
type Column struct {
	Name string
	Kind string // "INTEGER", "TEXT" or "BLOB"
	key  int    // its place in the primary key, from 1; 0 when it is none of it
}

// localSettings belong to the file that the database is, and are no state: the
// encryption keys in it open with a key beside it.
const localSettings = "'" + SettingKeyCheck + "', '" + SettingDataKey + "'"

// derivedTables follow from others, which keep them by triggers.
const derivedTables = "'member_counts', 'member_changes', 'organization_role_domains', 'organizations_version'"

// Schema is the version of the schema that this program works with.
func Schema() int { return len(migrations()) }

// Tables returns every table that holds state, as the database itself lists them,
// parents first.
func (t *Tx) Tables() ([]Table, error) {
	var tables []Table
	err := t.rows(`SELECT s.name FROM sqlite_schema s JOIN pragma_table_list l ON l.name = s.name AND l.schema = 'main'
		WHERE l.type = 'table' AND s.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND s.name NOT IN (`+derivedTables+`) ORDER BY s.rowid`, nil, func(rows *sql.Rows) error {
		var table Table
		err := rows.Scan(&table.Name)
		tables = append(tables, table)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list tables: %w", err)
	}
	for i := range tables {
		if tables[i].Columns, err = t.columns(tables[i].Name); err != nil {
			return nil, fmt.Errorf("list columns of %s: %w", tables[i].Name, err)
		}
	}
	return tables, nil
}

// columns are those of a table that hold state.
func (t *Tx) columns(table string) ([]Column, error) {
	var columns []Column
	err := t.rows("SELECT name, type, pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", []any{table}, func(rows *sql.Rows) error {
		var c Column
		if err := rows.Scan(&c.Name, &c.Kind, &c.key); err != nil {
			return err
		}
		if table != "organizations" || c.Name != "live_members" { // which is counted
			columns = append(columns, c)
		}
		return nil
	})
	return columns, err
}

// Rows calls each with every row of table, in the order of its primary key. The
// values stand in the order of the columns, and are nil, int64, string or []byte;
// each must not keep them.
func (t *Tx) Rows(table Table, each func(values []any) error) error {
	values := make([]any, len(table.Columns))
	into := make([]any, len(values))
	for i := range values {
		into[i] = &values[i]
	}
	err := t.rows(table.query(), nil, func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		return each(values)
	})
	if err != nil {
		return fmt.Errorf("read %s: %w", table.Name, err)
	}
	return nil
}

// query selects the rows of table.
func (table Table) query() string {
	where := ""
	if table.Name == "settings" {
		where = " WHERE name NOT IN (" + localSettings + ")"
	}
	keys := slices.DeleteFunc(slices.Clone(table.Columns), func(c Column) bool { return c.key == 0 })
	slices.SortFunc(keys, func(a, b Column) int { return a.key - b.key })
	return "SELECT " + columnList(table.Columns) + " FROM " + table.Name + where + " ORDER BY " + columnList(keys)
}

func columnList(columns []Column) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	return strings.Join(names, ", ")
}
