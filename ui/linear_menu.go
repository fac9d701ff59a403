package ui

import (
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// linear tells what can be chosen, by number.
func (m *Menu) linear() string {
	var lines []string
	if m.filter.value != "" {
		lines = append(lines, "What fits “"+Clean(m.filter.value)+"”:")
	}
	for i, item := range m.shown {
		lines = append(lines, fmt.Sprintf("Choice %d: %s", i+1, item.spoken()))
	}
	if len(m.shown) == 0 {
		lines = append(lines, "Nothing fits.")
	}
	return strings.Join(append(lines, Clean(m.note)), "\n")
}

func (i Item) spoken() string {
	line := Clean(i.Name)
	if i.Detail != "" {
		line += ", " + Clean(i.Detail)
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
