package ui

import (
	"fmt"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/theme"
)

const (
	toastTime   = 4 * time.Second
	failureTime = 8 * time.Second
)

type toast struct {
	id    int
	level Level
	text  string
}

// toasts are the notes on show, the newest last. Each expires by its own id,
// so that a second one is not taken away by the timer of the first.
type toasts struct {
	list   []toast
	lastID int
}

type expireMsg struct{ id int }

func (t *toasts) add(level Level, text string) tea.Cmd {
	t.lastID++
	id, stays := t.lastID, toastTime
	if level == Failure {
		stays = failureTime
	}
	t.list = append(t.list, toast{id, level, Clean(text)})
	return tea.Tick(stays, func(time.Time) tea.Msg { return expireMsg{id} })
}

func (t *toasts) expire(id int) {
	t.list = slices.DeleteFunc(t.list, func(n toast) bool { return n.id == id })
}

// forgetInfo takes away the notes that told of nothing done.
func (t *toasts) forgetInfo() {
	t.list = slices.DeleteFunc(t.list, func(n toast) bool { return n.level == Info })
}

// newest is the id of the note on show; 0 for none.
func (t *toasts) newest() int {
	if n := len(t.list); n > 0 {
		return t.list[n-1].id
	}
	return 0
}

// line draws the newest note and how many wait behind it.
func (t *toasts) line(th *theme.Theme, width int) string {
	n := len(t.list)
	newest := t.list[n-1]
	more := ""
	if n > 1 {
		more = fmt.Sprintf("  (+%d)", n-1)
	}
	sign, style := levelLook(th, newest.level)
	room := max(0, width-Width(sign)-2-Width(more))
	return " " + style.Render(sign+" "+Cut(newest.text, room)) + th.Faint.Render(more)
}

func levelLook(th *theme.Theme, level Level) (sign string, style lipgloss.Style) {
	switch level {
	case Success:
		return "✓", th.Success
	case Failure:
		return "✗", th.Danger
	}
	return "•", th.Info
}
