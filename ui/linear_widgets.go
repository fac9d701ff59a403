package ui

import (
	"fmt"
	"strings"
)

// linear tells which row is under the cursor, and what is in it.
func (t *Table[T]) linear() string {
	row, ok := t.Selected()
	if !ok {
		return strings.Join(CleanLines(t.Empty), "\n")
	}
	var parts []string
	for _, c := range t.columns {
		if value := strings.TrimSpace(Clean(c.Cell(row))); value != "" && !t.hidden[c.Title] {
			parts = append(parts, named(c.Title, value))
		}
	}
	if _, marked := t.marks[t.id(row)]; marked {
		parts = append(parts, "marked")
	}
	lines := t.whereabouts() + ". " + strings.Join(parts, ", ")
	if t.sorted != "" {
		order := "ascending"
		if t.descending {
			order = "descending"
		}
		lines += "\nSorted by " + Clean(t.sorted) + ", " + order
	}
	return lines
}

func (t *Table[T]) whereabouts() string {
	if t.total < 0 {
		return fmt.Sprintf("Row %d of more than %d", t.cursor+1, len(t.rows))
	}
	return fmt.Sprintf("Row %d of %d", t.cursor+1, max(t.total, len(t.rows)))
}

// named is a value behind its name; neither needs to have one.
func named(name, value string) string {
	if name = strings.TrimSpace(Clean(name)); name == "" {
		return value
	}
	return name + ": " + value
}

// linear tells all values with their names, then the one under the cursor.
func (d *Detail) linear() string {
	if len(d.flat) == 0 {
		return strings.Join(CleanLines(d.Empty), "\n")
	}
	var lines []string
	for _, s := range d.sections {
		if s.Title != "" {
			lines = append(lines, Clean(s.Title))
		}
		for _, f := range s.Fields {
			lines = append(lines, d.spoken(f))
		}
	}
	if f, ok := d.Selected(); ok && d.focused {
		lines = append(lines, "Chosen: "+d.spoken(f))
	}
	return strings.Join(lines, "\n")
}

func (d *Detail) spoken(f DetailField) string {
	switch {
	case f.Value == "":
		return named(f.Name, "none")
	case f.Secret && !d.revealed:
		return named(f.Name, "hidden")
	}
	return named(f.Name, strings.Join(CleanLines(f.Value), "\n"))
}

// linear names the page in front and the others.
func (t *Tabs) linear() string {
	names := make([]string, len(t.tabs))
	for i, tab := range t.tabs {
		names[i] = Clean(tab.Name)
	}
	return fmt.Sprintf("Tab %s, %d of %d: %s", names[t.current], t.current+1, len(t.tabs), strings.Join(names, ", "))
}

// linearDifferences tells each value before and after; before and after say
// whose they are.
func linearDifferences(differences []Difference, before, after string) []string {
	lines := make([]string, len(differences))
	for i, d := range differences {
		lines[i] = named(d.Name, fmt.Sprintf("before %s%s, after %s%s", before, shown(Clean(d.Before)), after, shown(Clean(d.After))))
	}
	return lines
}
