package ui

import (
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/theme"
)

const (
	toastTime   = 4 * time.Second
	failureTime = 8 * time.Second
	toastLines  = 3 // what is longer is cut
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
	readID int // the newest when the user last pressed something
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

// read notes that the user goes on, with every note so far in sight.
func (t *toasts) read() { t.readID = t.lastID }

// forgetRefusals takes away what belongs to the screen that was left: notes that
// were read there and tell of nothing done. Those that came of leaving it stay.
func (t *toasts) forgetRefusals() {
	t.list = slices.DeleteFunc(t.list, func(n toast) bool { return n.id <= t.readID && n.level != Success })
}

// newest is the id of the note on show; 0 for none.
func (t *toasts) newest() int {
	if n := len(t.list); n > 0 {
		return t.list[n-1].id
	}
	return 0
}

// draw draws the newest note, in as many lines as it takes, and how many wait
// behind it; nothing when there is none. The names that mask hides are hidden
// before a line can break within one.
func (t *toasts) draw(th *theme.Theme, mask *Mask, width int) []string {
	n := len(t.list)
	if n == 0 {
		return nil
	}
	newest := t.list[n-1]
	sign, style := levelLook(th, newest.level)
	text := newest.text
	if mask.On() {
		text = mask.line(text)
	}
	lead, room := Width(sign)+2, max(1, width-Width(sign)-3)
	lines := Wrap(text, room)
	if len(lines) > toastLines {
		lines = append(lines[:toastLines-1], Cut(strings.Join(lines[toastLines-1:], " "), room))
	}
	left := room - Width(lines[len(lines)-1])
	for i, line := range lines {
		lines[i] = " " + style.Render(sign+" "+line)
		sign = spaces(Width(sign))
	}
	if n == 1 {
		return lines
	}
	more := count(n-1, "more note", "more notes")
	if left < Width(more)+4 {
		return append(lines, spaces(lead)+th.Faint.Render(more))
	}
	lines[len(lines)-1] += th.Faint.Render("  · " + more)
	return lines
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
