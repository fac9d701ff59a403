package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// command runs what a word of this mode, a number, a name or a key stands for.
func (l *Linear) command(word string) tea.Cmd {
	if cmd, mine := l.own(word); mine {
		return cmd
	}
	if n, err := strconv.Atoi(word); err == nil {
		return l.choose(n)
	}
	if cmd, mine := l.turnTo(word, strings.EqualFold); mine {
		return cmd // before a section of that name: it is nearer
	}
	if called := l.exactly(word); len(word) > 1 && called != nil {
		return l.app.performAgain(*called) // "delete" is a key as well
	}
	if key := keyOfWords(word); isKey(key) {
		return l.press(key)
	}
	return l.byName(word)
}

func isKey(name string) bool {
	_, ok := keymap.Message(name)
	return ok
}

// own runs the words that are about telling, and reports whether it was one.
func (l *Linear) own(word string) (tea.Cmd, bool) {
	switch word {
	case "":
		l.tellAnew()
	case "?", "help":
		l.listAll = true
	case "more":
		return nil, l.tellRest()
	case "where":
		l.notes = append(l.notes, l.whereabouts()...)
	case "clear":
		return l.clear(), true
	case "quit", "exit":
		return l.app.quit(), true
	default:
		return l.rows(word)
	}
	return nil, true
}

// tellAnew lets everything be told again, but not the screen under a dialog.
func (l *Linear) tellAnew() {
	before := l.told
	l.told = told{}
	if before.dialog != "" {
		l.told.under = before.under
	}
}

func (l *Linear) choose(n int) tea.Cmd {
	if n < 1 || n > len(l.listed) {
		return l.remark("there is no number " + strconv.Itoa(n) + " here; " + l.all())
	}
	return l.app.performAgain(l.listed[n-1])
}

// all says how to hear what can be done.
func (l *Linear) all() string {
	if l.app.top().Capturing() {
		return commandMark + "? lists all."
	}
	return "? lists all."
}

// remark tells something with the next step.
func (l *Linear) remark(text string) tea.Cmd {
	l.notes = append(l.notes, "Note: "+text)
	return nil
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
		if cmd, mine := l.turnTo(word, beginsWith); mine {
			return cmd
		}
		return l.remark("nothing here is called “" + word + "”; " + l.all())
	case 1:
		return l.app.performAgain(found[0])
	}
	names := make([]string, len(found))
	for i, action := range found {
		names[i] = action.Key.Help().Desc
	}
	return l.remark("“" + word + "” fits " + strings.Join(names, ", ") + ". Say more.")
}

// turnTo puts the tab in front whose name fits a word, and reports whether there is
// just one.
func (l *Linear) turnTo(word string, fits func(name, word string) bool) (tea.Cmd, bool) {
	tabs, ok := l.app.top().View.(tabbed)
	if !ok || l.app.top().Capturing() {
		return nil, false
	}
	at := -1
	for i, name := range tabs.names() {
		switch {
		case !fits(name, word):
		case at >= 0:
			return nil, false
		default:
			at = i
		}
	}
	if at < 0 {
		return nil, false
	}
	return tabs.turn(at), true
}

func beginsWith(name, word string) bool {
	return strings.HasPrefix(strings.ToLower(name), strings.ToLower(word))
}

// named are the actions that words fit best: as the beginning of the name, else
// as beginnings of words in it, in their order. What only sounds alike fits
// nothing: it could be a deletion.
func (l *Linear) named(typed string) []Action {
	typed = strings.ToLower(typed)
	for _, fits := range []func(name string) bool{
		func(name string) bool { return strings.HasPrefix(name, typed) },
		func(name string) bool { return begins(wordsOf(name), wordsOf(typed)) },
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

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ._-:,", r) })
}

// begins reports whether each of beginnings begins one of words, in their order.
func begins(words, beginnings []string) bool {
	for _, beginning := range beginnings {
		at := slices.IndexFunc(words, func(word string) bool { return strings.HasPrefix(word, beginning) })
		if at < 0 {
			return false
		}
		words = words[at+1:]
	}
	return len(beginnings) > 0
}
