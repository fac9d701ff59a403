package ui

import (
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

const (
	choiceWord = "Choice "
	mostDetail = 160 // cells of what is said beside a name: it can be as long as an answer of the server
)

// linear tells what can be chosen, by number, a page of it at a time.
func (m *Menu) linear() string {
	var lines []string
	typed := Clean(m.filter.value)
	switch {
	case len(m.shown) == 0 && m.note != "":
		return Clean(m.note)
	case len(m.shown) == 0 && typed == "":
		return "There is nothing to choose."
	case len(m.shown) == 0:
		return strings.TrimSpace("Nothing fits “" + typed + "”; .clear tells all again. " + Clean(m.finds))
	case typed != "":
		lines = append(lines, "What fits “"+typed+"”:")
	}
	first, last := m.page()
	for i := first; i < last; i++ {
		lines = append(lines, fmt.Sprintf(choiceWord+"%d: %s", i+1, m.shown[i].spoken()))
	}
	if len(m.shown) > linearPage {
		lines = append(lines, fmt.Sprintf("Choices %d to %d of %d; .next and .previous tell others, and text finds them.", first+1, last, len(m.shown)))
	}
	return strings.Join(append(lines, Clean(m.note)), "\n")
}

// page is what is told of what can be chosen: the page that the cursor is on.
func (m *Menu) page() (first, last int) {
	first = m.cursor - m.cursor%linearPage
	return first, min(first+linearPage, len(m.shown))
}

func (i Item) spoken() string {
	line := Clean(i.Name)
	if detail := strings.Join(strings.Fields(i.Detail), " "); detail != "" {
		line += ", " + Cut(detail, mostDetail)
	}
	if i.Blocked != "" {
		line += ", not now: " + Clean(i.Blocked)
	}
	return line
}

func (m *Menu) question() question { return question{name: "number of a choice, or text to find"} }

// answer chooses by number; whatever else is typed narrows the choice.
func (m *Menu) answer(line string) tea.Cmd {
	if n, err := strconv.Atoi(strings.TrimSpace(line)); err == nil && n >= 1 && n <= len(m.shown) {
		m.cursor = n - 1
		return m.accept()
	}
	m.filter.value, m.cursor = oneLine(line), 0
	m.match()
	if m.typed != nil {
		return m.typed()
	}
	return nil
}

func (m *Menu) clear() tea.Cmd { return m.answer("") }

// turnMenu tells the choices after those that were told, or before them.
func (l *Linear) turnMenu(m *Menu, word string) tea.Cmd {
	first, last := m.page()
	switch {
	case word == "next" && last == len(m.shown):
		return l.remark("these were the last choices.")
	case word == "next":
		m.cursor = last
	case first == 0:
		return l.remark("these were the first choices.")
	default:
		m.cursor = first - linearPage
	}
	return nil
}
