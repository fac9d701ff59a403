package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// whereabouts answers "where am I": the screen, the row or field, and what is so
// everywhere.
func (l *Linear) whereabouts() []string {
	lines := []string{"You are at " + l.path() + "."}
	if dialog := l.dialog(); dialog != "" {
		lines = append(lines, "Dialog: "+dialog)
	}
	for _, line := range l.body() {
		if slices.ContainsFunc(placeWords, func(word string) bool { return strings.HasPrefix(line, word) }) {
			lines = append(lines, line)
		}
	}
	return append(lines, l.state())
}

// placeWords begin the lines that say where one is in a view.
var placeWords = []string{tabWord, stepWord, rowWord, chosenWord, fieldWord, searchWord, sortedWord, progressWord}

const (
	tabWord    = "Tab "
	rowWord    = "Row "
	chosenWord = "Chosen: "
	fieldWord  = "Field "
	searchWord = "Search: "
	sortedWord = "Sorted by "
	stepWord   = "Step "
)

// rows runs the words that are about the rows of a list, and reports whether it
// was one.
func (l *Linear) rows(word string) (tea.Cmd, bool) {
	if to, asked := strings.CutPrefix(word, "go "); asked && len(l.named(word)) == 0 { // "go on" is an action
		return l.goTo(strings.TrimSpace(to)), true
	}
	if menu, ok := l.asked().(*Menu); ok && (word == "next" || word == "previous") {
		return l.turnMenu(menu, word), true
	}
	at, of := l.row()
	switch {
	case word == "rows" && at == 0:
		return l.remark("there are no rows here."), true
	case at == 0:
		return nil, false // next and previous may be the names of something else
	case word == "rows":
		return l.page(nil), true
	case word == "next" && at+linearPage > of:
		return l.remark("the last rows are those from here on; rows reads them."), true
	case word == "next":
		return l.page(l.pressFirst(keymap.PageDown)), true
	case word == "previous" && at == 1:
		return l.remark("this is the first row."), true
	case word == "previous":
		return l.page(l.pressFirst(keymap.PageUp)), true
	}
	return nil, false
}

// row is the row that the view in front is at, and how many there are; zeros when
// it has none. Where that is not known, of is beyond what is known.
func (l *Linear) row() (at, of int) {
	for _, line := range l.body() {
		if n, _ := fmt.Sscanf(line, "Row %d of %d", &at, &of); n == 2 {
			return at, of
		}
		if n, _ := fmt.Sscanf(line, "Row %d of more than %d", &at, &of); n == 2 {
			return at, of + 1
		}
	}
	return 0, 0
}

// page tells the rows from the cursor on with the next step, in place of the one
// under it.
func (l *Linear) page(cmd tea.Cmd) tea.Cmd {
	l.paged = true
	return cmd
}

// pageLines are the rows from the cursor on, with the line that names the columns.
func (l *Linear) pageLines() []string {
	one := l.body()
	l.app.theme.LinearRows = linearPage
	all := l.body()
	l.app.theme.LinearRows = 0
	return slices.DeleteFunc(all, func(line string) bool { return slices.Contains(one, line) })
}

// goTo moves to a row or a place by its number, or to a place by its name.
func (l *Linear) goTo(to string) tea.Cmd {
	number, err := strconv.Atoi(to)
	if view, ok := l.asked().(Places); ok && len(view.Places()) > 0 {
		return l.goToPlace(view, to, number)
	}
	switch at, _ := l.row(); {
	case at == 0:
		return l.remark("there is nothing to go to here.")
	case err != nil || number < 1:
		return l.remark("go wants the number of a row, such as go 7; search finds by name.")
	}
	return l.goToRow(number)
}

// goToRow moves to a row from the first one on, as a user would.
func (l *Linear) goToRow(number int) tea.Cmd {
	l.forget(rowWord)
	cmds := []tea.Cmd{l.pressFirst(keymap.Top)}
	for range (number - 1) / linearPage {
		cmds = append(cmds, l.pressFirst(keymap.PageDown))
	}
	for range (number - 1) % linearPage {
		cmds = append(cmds, l.pressFirst(keymap.Down))
	}
	if at, of := l.row(); at < number && number <= of {
		l.remark(fmt.Sprintf("row %d was not fetched yet, and this one was the last that was. Say it again.", number))
	} else if at < number {
		l.remark(fmt.Sprintf("there is no row %d; this is the last.", number))
	}
	return tea.Batch(cmds...)
}

func (l *Linear) goToPlace(view Places, to string, number int) tea.Cmd {
	names := view.Places()
	if number == 0 {
		fitting := placesNamed(names, strings.ToLower(to))
		if len(fitting) != 1 {
			return l.remark(manyOrNone(to, names, fitting))
		}
		number = fitting[0] + 1
	}
	if number < 1 || number > len(names) {
		return l.remark(fmt.Sprintf("there are %d to go to.", len(names)))
	}
	view.GoTo(number - 1)
	l.forget(chosenWord)
	return nil
}

// placesNamed are the places that words fit best, as actions are.
func placesNamed(names []string, typed string) []int {
	for _, fits := range []func(name string) bool{
		func(name string) bool { return name == typed },
		func(name string) bool { return strings.HasPrefix(name, typed) },
		func(name string) bool { return begins(wordsOf(name), wordsOf(typed)) },
	} {
		var found []int
		for i, name := range names {
			if fits(strings.ToLower(name)) {
				found = append(found, i)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

func manyOrNone(typed string, names []string, fitting []int) string {
	if len(fitting) == 0 {
		return "nothing to go to is called “" + typed + "”."
	}
	said := make([]string, len(fitting))
	for i, at := range fitting {
		said[i] = fmt.Sprintf("%d %s", at+1, names[at])
	}
	return "“" + typed + "” fits " + strings.Join(said, ", ") + ". Say more."
}

// pressFirst presses a key of an action, if it has one that is not text: it must move
// even while text is typed.
func (l *Linear) pressFirst(id keymap.ID) tea.Cmd {
	keys := l.app.keys.Binding(id).Keys()
	if len(keys) == 0 {
		return nil
	}
	at := slices.IndexFunc(keys, func(key string) bool { return utf8.RuneCountInString(key) > 1 })
	return l.press(keys[max(0, at)])
}

// firstOf is as much of some lines as is told at once. Where text is asked for, all of
// them are: the question is among the last.
func (l *Linear) firstOf(lines []string) []string {
	if len(lines) <= linearMost || l.app.top().Capturing() {
		return lines
	}
	l.rest = lines[linearMost:]
	return append(lines[:linearMost:linearMost], fmt.Sprintf("%d more lines; more tells them.", len(l.rest)))
}

// tellRest tells more of what was left out, and reports whether anything was.
func (l *Linear) tellRest() bool {
	rest := l.rest
	l.rest = nil
	l.notes = append(l.notes, l.firstOf(rest)...)
	return len(rest) > 0
}

// newsOfRow is what a line about a row says that the line before about the same row
// did not; all of it when it is about another.
func newsOfRow(line string, before []string) string {
	at, cells, isRow := strings.Cut(line, ". ")
	if !isRow || !strings.HasPrefix(line, rowWord) {
		return line
	}
	for _, old := range before {
		was, found := strings.CutPrefix(old, at+". ")
		if !found {
			continue
		}
		if news := newCells(spokenCells(was), spokenCells(cells)); news != nil {
			return at + ", now " + strings.Join(news, ", ")
		}
	}
	return line
}

// spokenCells are the cells of a row as they are told, each with its name.
func spokenCells(told string) []string {
	var cells []string
	for part := range strings.SplitSeq(told, ", ") {
		if n := len(cells); n > 0 && !strings.Contains(part, ": ") {
			cells[n-1] += ", " + part // of a value with a comma in it
			continue
		}
		cells = append(cells, part)
	}
	return cells
}

// newCells are those that are not as they were; nil when the first, which says what the
// row is about, is another, or when the row has other cells.
func newCells(before, now []string) []string {
	if len(before) != len(now) || before[0] != now[0] {
		return nil
	}
	var news []string
	for i, cell := range now {
		name, _, _ := strings.Cut(cell, ": ")
		switch was, _, _ := strings.Cut(before[i], ": "); {
		case name != was:
			return nil
		case cell != before[i]:
			news = append(news, cell)
		}
	}
	return news
}
