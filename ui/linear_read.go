package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// commandMark tells a command from text where text is asked for.
const commandMark = "."

// question is what a view that takes text asks for.
type question struct {
	name   string // "" when that is plain from what is told
	secret bool   // what is typed must not be seen
}

// asker is a widget that takes a whole line at once.
type asker interface {
	question() question
	answer(line string) tea.Cmd
}

// Secretive is a View in which what is being typed must not be seen.
type Secretive interface{ TypingSecret() bool }

// Asking is a View that names the text it takes while it is Capturing.
type Asking interface{ Asks() string }

// Holding is a View that only holds another, which is in front.
type Holding interface{ Front() View }

// asked is the view in front, below all that only holds it.
func (l *Linear) asked() View { return front(l.app.top().View) }

// front is the view that v has in front, or v when it holds none.
func front(v View) View {
	for {
		h, ok := v.(Holding)
		if !ok || h.Front() == nil {
			return v
		}
		v = h.Front()
	}
}

func (l *Linear) question() question {
	if !l.app.top().Capturing() {
		return question{}
	}
	asked := l.asked()
	if v, ok := asked.(asker); ok {
		return v.question()
	}
	var q question
	if v, ok := asked.(Asking); ok {
		q.name = v.Asks()
	}
	if v, ok := asked.(Secretive); ok {
		q.secret = v.TypingSecret()
	}
	return q
}

// obey does what a line says: a command, or text where that is asked for.
func (l *Linear) obey(line string) tea.Cmd {
	command, marked := strings.CutPrefix(line, commandMark)
	switch {
	case !l.app.top().Capturing():
		return l.command(strings.TrimSpace(command))
	case !marked:
		return l.typeLine(line)
	case strings.HasPrefix(command, commandMark):
		return l.typeLine(command) // text that begins with a dot
	}
	return l.command(strings.TrimSpace(command))
}

// typeLine puts a line in the place of what was typed, and enters it.
func (l *Linear) typeLine(line string) tea.Cmd {
	if v, ok := l.asked().(asker); ok {
		l.forget(choiceWord) // other numbers, or other things: they are told together
		return v.answer(line)
	}
	cmds := []tea.Cmd{l.press("end")}
	if line != "" {
		cmds = append(cmds, l.press("ctrl+u"), l.app.top().Update(typing(line)))
		l.app.refresh()
	}
	return tea.Batch(append(cmds, l.press("enter"))...)
}

// typing is the message of text that arrives in one piece.
func typing(line string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(line), Paste: true}
}

// clear takes away what was typed.
func (l *Linear) clear() tea.Cmd {
	if v, ok := l.asked().(interface{ clear() tea.Cmd }); ok {
		return v.clear()
	}
	return tea.Batch(l.press("end"), l.press("ctrl+u"))
}

func (l *Linear) press(key string) tea.Cmd {
	msg, _ := keymap.Message(key)
	_, cmd := l.app.Update(msg)
	return cmd
}
