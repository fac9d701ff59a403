package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/sahilm/fuzzy"

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

// asked is the view in front, below all that only holds it.
func (l *Linear) asked() View {
	v := l.app.top().View
	for {
		h, ok := v.(interface{ front() View })
		if !ok {
			return v
		}
		v = h.front()
	}
}

func (l *Linear) question() question {
	if !l.app.top().Capturing() {
		return question{}
	}
	switch v := l.asked().(type) {
	case asker:
		return v.question()
	case Secretive:
		return question{secret: v.TypingSecret()}
	}
	return question{}
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

// command runs what a number, a key or a name stands for.
func (l *Linear) command(word string) tea.Cmd {
	switch word {
	case "":
		l.told = told{}
		return nil
	case "?":
		l.listAll = true
		return nil
	case "clear":
		return l.clear()
	}
	if n, err := strconv.Atoi(word); err == nil {
		return l.choose(n)
	}
	if called := l.exactly(word); len(word) > 1 && called != nil {
		return l.app.performAgain(*called) // "delete" is a key as well
	}
	if _, ok := keymap.Message(word); ok {
		return l.press(word)
	}
	return l.byName(word)
}

func (l *Linear) choose(n int) tea.Cmd {
	if n < 1 || n > len(l.listed) {
		l.notes = append(l.notes, "Note: there is no number "+strconv.Itoa(n)+" here; ? lists all.")
		return nil
	}
	return l.app.performAgain(l.listed[n-1])
}

// exactly is the action with this very name; nil when there is none.
func (l *Linear) exactly(word string) *Action {
	for i, action := range l.listed {
		if strings.EqualFold(action.Key.Help().Desc, word) {
			return &l.listed[i]
		}
	}
	return nil
}

// byName runs the action whose name fits; it never guesses between two.
func (l *Linear) byName(word string) tea.Cmd {
	found := l.named(word)
	switch len(found) {
	case 0:
		l.notes = append(l.notes, "Note: nothing here is called “"+word+"”; ? lists all.")
		return nil
	case 1:
		return l.app.performAgain(found[0])
	}
	names := make([]string, len(found))
	for i, action := range found {
		names[i] = action.Key.Help().Desc
	}
	l.notes = append(l.notes, "Note: “"+word+"” fits "+strings.Join(names, ", ")+". Say more.")
	return nil
}

// named are the actions that a word fits best: as a beginning, else anywhere,
// else its letters in their order.
func (l *Linear) named(word string) []Action {
	word = strings.ToLower(word)
	for _, fits := range []func(name string) bool{
		func(name string) bool { return strings.HasPrefix(name, word) },
		func(name string) bool { return strings.Contains(name, word) },
		func(name string) bool { return len(fuzzy.Find(word, []string{name})) > 0 },
	} {
		found := slices.DeleteFunc(slices.Clone(l.listed), func(action Action) bool {
			return !fits(strings.ToLower(action.Key.Help().Desc)) && !fits(string(action.ID))
		})
		if len(found) > 0 {
			return found
		}
	}
	return nil
}
