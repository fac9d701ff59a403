package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/keymap"
)

// linearActions is how many of the things that can be done are told unasked.
const linearActions = 8

// offers are the actions that can be chosen by number, those worth most first.
func (l *Linear) offers() []Action {
	var first, rest, blocked []Action
	taken := map[string]bool{}
	for _, action := range l.app.actions() {
		k := firstKeyOf(action)
		if k != "" && taken[k] {
			continue // the key runs the one before
		}
		taken[k] = true
		switch {
		case untold(action):
		case l.app.refusal(action) != "":
			blocked = append(blocked, action)
		case l.app.worthAHint(action):
			first = append(first, action)
		default:
			rest = append(rest, action)
		}
	}
	return slices.Concat(first, rest, blocked)
}

// untold reports whether an action is of no use to people who listen.
func untold(action Action) bool {
	switch action.ID {
	case keymap.Mouse, keymap.Help, keymap.ReviewUp, keymap.ReviewDown, keymap.EnrolFullScreen, keymap.Pane:
		return true
	case keymap.Up, keymap.Down, keymap.PageUp, keymap.PageDown, keymap.Top, keymap.Bottom:
		return true // they are told as the keys that move
	}
	return action.Key.Help().Desc == ""
}

func firstKeyOf(action Action) string {
	if keys := action.Key.Keys(); len(keys) > 0 && action.Key.Enabled() {
		return keys[0]
	}
	return ""
}

// offered says all that can be done, by number.
func (l *Linear) offered() []string {
	lines := make([]string, len(l.listed))
	for i, action := range l.listed {
		line := fmt.Sprintf("%d. %s", i+1, action.Key.Help().Desc)
		if k := spokenKey(firstKeyOf(action)); k != "" {
			line += " (" + k + ")"
		}
		if reason := l.app.refusal(action); reason != "" {
			line += ", not now: " + reason
		}
		lines[i] = l.masked(plain(line))
	}
	return lines
}

// keyWords are the keys that are not heard, or not told from others, by their
// signs.
var keyWords = map[string]string{
	" ": "space", ",": "comma", ".": "dot", ":": "colon", ";": "semicolon", "/": "slash", "\\": "backslash", "+": "plus",
	"-": "minus", "*": "star", "?": "question mark", "!": "exclamation mark", "<": "less", ">": "greater", "=": "equals",
	"[": "left bracket", "]": "right bracket", "(": "left parenthesis", ")": "right parenthesis",
}

const capital = "capital "

// spokenKey is a key in words; "" for digits, which are numbers of the list here.
func spokenKey(key string) string {
	if word, ok := keyWords[key]; ok {
		return word
	}
	switch r, size := utf8.DecodeRuneInString(key); {
	case size < len(key):
		return key
	case unicode.IsDigit(r):
		return ""
	case unicode.IsUpper(r):
		return capital + key
	}
	return key
}

// keyOfWords is the key that spokenKey calls so; words itself when it calls none so.
func keyOfWords(words string) string {
	for key, word := range keyWords {
		if word == words {
			return key
		}
	}
	if letter, ok := strings.CutPrefix(words, capital); ok && utf8.RuneCountInString(letter) == 1 {
		return strings.ToUpper(letter)
	}
	return words
}

// list tells the most important of what can be done, or all of it.
func (l *Linear) list(offered []string) []string {
	typing := l.app.top().Capturing()
	switch {
	case l.listAll && typing:
		return append(append([]string{"Commands:"}, offered...),
			"A line is the text that is asked for. With a dot before it, it is a command: a number, a name or a key, such as .1, .save, .esc.",
			"These work as well: .where, .clear, .quit. A dot alone tells everything again.")
	case l.listAll:
		return append(append([]string{"You can:"}, offered...),
			"Type a number, a name, the name of a tab, or a key. Keys that move: down, up, pgdown, pgup, home, end.",
			"In a list: rows reads the rows from here on, next and previous the page after and before, go 7 goes to row 7. Among settings: go mfa policy.",
			"where says where you are; an empty line tells everything again; quit ends.")
	case len(offered) == 0:
		return nil
	case typing:
		names := l.shortly(func(_ int, name string) string { return commandMark + name })
		return []string{"Commands: " + names + "; .? lists all."}
	}
	names := l.shortly(func(i int, name string) string { return fmt.Sprintf("%d %s", i+1, name) })
	return []string{fmt.Sprintf("You can: %s; ? lists all %d.", names, len(offered))}
}

// shortly names the most important of what can be done now, on one line.
func (l *Linear) shortly(name func(i int, name string) string) string {
	var names []string
	for i, action := range l.listed {
		if i == linearActions || l.app.refusal(action) != "" {
			break
		}
		if action.ID == keymap.Mask {
			continue // it is everywhere, and for screens that others see
		}
		names = append(names, l.masked(plain(name(i, action.Key.Help().Desc))))
	}
	return strings.Join(names, ", ")
}
