package ui

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// linear tells which row is under the cursor, and what is in it; or the rows from
// there on, when the theme asks for more than one.
func (t *Table[T]) linear() string {
	row, ok := t.Selected()
	if !ok {
		return strings.Join(CleanLines(t.Empty), "\n")
	}
	lines := []string{t.whereabouts() + ". " + strings.Join(append(t.namedCells(row), t.markWords(row)...), ", ")}
	if t.sorted != "" {
		order := "ascending"
		if t.descending {
			order = "descending"
		}
		lines = append(lines, sortedWord+Clean(t.sorted)+", "+order)
	}
	if t.theme.LinearRows > 0 {
		lines = append(lines, t.pageLines(t.theme.LinearRows)...)
	}
	return strings.Join(lines, "\n")
}

// namedCells are the values of a row behind the titles of their columns.
func (t *Table[T]) namedCells(row T) []string {
	var cells []string
	for _, c := range t.columns {
		if value := strings.TrimSpace(Clean(c.Cell(row))); value != "" && !t.hidden[c.Title] {
			cells = append(cells, named(c.Title, cellWords(value)))
		}
	}
	return cells
}

// cellWords says in words what a cell shows; its sign comes after it.
func cellWords(value string) string {
	if rest, warns := strings.CutPrefix(value, "! "); warns {
		return rest + " (warning)"
	}
	return signWords(strings.TrimPrefix(value, "✗ "))
}

func (t *Table[T]) markWords(row T) []string {
	if _, marked := t.marks[t.id(row)]; marked {
		return []string{"marked"}
	}
	return nil
}

// pageLines tell n rows from the cursor on. The columns are named once before them,
// so a cell that is empty says so.
func (t *Table[T]) pageLines(n int) []string {
	var titles []string
	for _, c := range t.columns {
		if !t.hidden[c.Title] {
			titles = append(titles, Clean(c.Title))
		}
	}
	end := min(t.cursor+n, len(t.rows))
	head := fmt.Sprintf("Rows %d to %d of %s", t.cursor+1, end, t.size())
	if end == max(t.total, len(t.rows)) && t.total >= 0 {
		head += ", the last"
	}
	lines := []string{head + ". Columns: " + strings.Join(titles, ", ")}
	for i, row := range t.rows[t.cursor:end] {
		var cells []string
		for _, c := range t.columns {
			if !t.hidden[c.Title] {
				cells = append(cells, cmp.Or(cellWords(strings.TrimSpace(Clean(c.Cell(row)))), "none"))
			}
		}
		lines = append(lines, fmt.Sprintf("%d. %s", t.cursor+i+1, strings.Join(append(cells, t.markWords(row)...), ", ")))
	}
	return lines
}

func (t *Table[T]) whereabouts() string { return fmt.Sprintf("Row %d of %s", t.cursor+1, t.size()) }

func (t *Table[T]) size() string {
	if t.total < 0 {
		return fmt.Sprintf("more than %d", len(t.rows))
	}
	return strconv.Itoa(max(t.total, len(t.rows)))
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
		lines = append(lines, chosenWord+d.spoken(f))
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
	lines := CleanLines(f.Value)
	if strings.HasPrefix(f.Value, "{") || strings.HasPrefix(f.Value, "[") {
		return named(f.Name, strings.Join(lines, "\n")) // JSON has a line for each of its values
	}
	return named(f.Name, strings.Join(lines, "; "))
}

// linear names the page in front and the others.
func (t *Tabs) linear() string {
	names := CleanLines(strings.Join(t.names(), "\n"))
	return fmt.Sprintf(tabWord+"%s, %d of %d: %s", names[t.current], t.current+1, len(t.tabs), strings.Join(names, ", "))
}

func (t *Tabs) names() []string {
	names := make([]string, len(t.tabs))
	for i, tab := range t.tabs {
		names[i] = tab.Name
	}
	return names
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

// asks says how the write is sent, or given up.
func (c *ConfirmWrite[T]) asks() string {
	return "A line that says " + Clean(c.Write.Word) + " will " + strings.ToLower(c.verb()) + "; .no goes back."
}

func (c *ConfirmWrite[T]) question() question {
	return question{name: "Type " + Clean(c.Write.Word) + " to " + strings.ToLower(c.verb())}
}

// answer takes the word, and sends the write if it is the right one.
func (c *ConfirmWrite[T]) answer(line string) tea.Cmd {
	c.word.value = oneLine(line)
	return c.press(tea.KeyMsg{Type: tea.KeyEnter})
}
