package ui

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// maskSign stands for every cell of what is hidden.
const maskSign = "•"

// Mask hides what identifies people and organizations in all that is drawn, so
// that the screen can be shared. It works on the finished frame: no view can
// forget it. One value, shared with the views, touched only from Update.
type Mask struct {
	// Find returns what is to be hidden in a line of clean text, as ranges of
	// bytes in order, which do not overlap.
	Find func(line string) [][2]int

	on bool
}

// On reports whether the screen is masked. A nil Mask never is.
func (m *Mask) On() bool { return m != nil && m.on }

// Set masks the screen, or shows it.
func (m *Mask) Set(on bool) { m.on = on }

// frame hides in every line of a frame what is to be hidden.
func (m *Mask) frame(frame string) string {
	lines := strings.Split(frame, "\n")
	m.lines(lines)
	return strings.Join(lines, "\n")
}

// lines hides in each of some lines what is to be hidden.
func (m *Mask) lines(lines []string) {
	for i, line := range lines {
		lines[i] = m.line(line)
	}
}

// line hides in one styled line what is to be hidden. Styles, and the cell that
// everything stands in, stay as they are.
func (m *Mask) line(line string) string {
	plain := ansi.Strip(line)
	hidden := m.Find(plain)
	if len(hidden) == 0 {
		return line
	}
	var b strings.Builder
	at := 0 // in plain
	for len(line) > 0 {
		if n := escapeLen(line); n > 0 {
			b.WriteString(line[:n])
			line = line[n:]
			continue
		}
		n := clusterLen(line)
		for len(hidden) > 0 && at >= hidden[0][1] {
			hidden = hidden[1:]
		}
		if len(hidden) > 0 && at >= hidden[0][0] {
			b.WriteString(strings.Repeat(maskSign, ansi.StringWidth(line[:n])))
		} else {
			b.WriteString(line[:n])
		}
		line, at = line[n:], at+n
	}
	return b.String()
}

// escapeLen is how many bytes the style at the beginning of line has; 0 when it
// begins with text.
func escapeLen(line string) int {
	if len(line) < 2 || line[0] != 0x1b || line[1] != '[' {
		return 0
	}
	for i := 2; i < len(line); i++ {
		if line[i] >= 0x40 && line[i] < utf8.RuneSelf {
			return i + 1
		}
	}
	return len(line)
}

// toggleMask hides names, addresses and ids, or shows them.
func (a *App) toggleMask() tea.Cmd {
	mask := a.options.Mask
	mask.on = !mask.on
	if mask.on {
		return a.toasts.add(Info, "Names, addresses and ids are hidden.")
	}
	return a.toasts.add(Info, "Names, addresses and ids are shown.")
}
