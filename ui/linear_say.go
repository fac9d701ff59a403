package ui

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/keymap"
)

// linearActions is how many of the things that can be done are told unasked.
const linearActions = 8

// told is what the user has been told last.
type told struct {
	path, dialog, state string
	body, actions       []string
}

// report says what has changed since the last step, and what can be done if
// that has.
func (l *Linear) report() []string {
	lines := l.changes()
	l.listed = l.offers()
	offered := l.offered()
	if l.listAll || !slices.Equal(offered, l.told.actions) {
		lines = append(lines, l.list(offered)...)
	}
	if len(lines) == 0 && !l.asking {
		lines = l.unchanged()
	}
	l.told.actions, l.listAll = offered, false
	return lines
}

// changes says what has changed on the screen.
func (l *Linear) changes() []string {
	var lines []string
	path, dialog, state := l.path(), l.dialog(), l.state()
	if path != l.told.path || dialog != l.told.dialog {
		if path != l.told.path || dialog == "" {
			lines = append(lines, path)
		}
		if dialog != "" {
			lines = append(lines, "Dialog: "+dialog)
		}
		l.told.body = nil
	}
	if state != l.told.state && state != "" {
		lines = append(lines, state)
	}
	body := l.body()
	for _, line := range body {
		if !slices.Contains(l.told.body, line) {
			lines = append(lines, line)
		}
	}
	l.told.path, l.told.dialog, l.told.state, l.told.body = path, dialog, state, body
	for _, note := range l.notes {
		lines = append(lines, l.masked(plain(note)))
	}
	l.notes = nil
	return lines
}

// unchanged says that a step has changed nothing, and what is still wrong.
func (l *Linear) unchanged() []string {
	lines := []string{"Nothing has changed."}
	for _, line := range l.told.body {
		if strings.HasPrefix(line, "✗") {
			lines = append(lines, line)
		}
	}
	return lines
}

// path says where the user is.
func (l *Linear) path() string {
	a := l.app
	var crumbs []string
	for i := range a.sections[a.current].views {
		crumbs = append(crumbs, plain(a.crumb(i)))
	}
	return l.masked(strings.Join(crumbs, crumbMark))
}

func (l *Linear) dialog() string {
	if len(l.app.dialogs) == 0 {
		return ""
	}
	return l.masked(plain(l.app.top().Title()))
}

// state says what is so on every screen.
func (l *Linear) state() string {
	o := l.app.options
	parts := []string{plain("orgdeck, " + o.Profile.Kind.String() + " " + o.Profile.Name)}
	if o.ReadOnly != "" {
		parts = append(parts, "read-only")
	}
	if o.Mask.On() {
		parts = append(parts, "masked")
	}
	if b := l.app.banner; b.Text != "" {
		parts = append(parts, plain(b.Text), plain(b.Hint))
	}
	if l.app.clock != "" {
		parts = append(parts, "clock "+plain(l.app.clock))
	}
	return l.masked(strings.Join(parts, ", "))
}

// body is what the view in front shows, line by line.
func (l *Linear) body() []string {
	var lines []string
	for line := range strings.SplitSeq(l.app.top().View.View(), "\n") {
		if line = plain(line); line != "" {
			lines = append(lines, l.masked(line))
		}
	}
	return lines
}

func (l *Linear) masked(line string) string {
	if l.app.options.Mask.On() {
		return l.app.options.Mask.line(line)
	}
	return line
}

// offers are the actions that can be chosen by number, those worth most first.
func (l *Linear) offers() []Action {
	var first, rest, blocked []Action
	taken := map[string]bool{}
	for _, action := range l.app.actions() {
		k := l.spoken(action)
		if k != "" && taken[k] {
			continue // the key runs the one before
		}
		taken[k] = true
		switch {
		case action.Key.Help().Desc == "" || action.ID == keymap.Mouse || action.ID == keymap.Help:
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

// offered says what can be done, by number.
func (l *Linear) offered() []string {
	lines := make([]string, len(l.listed))
	for i, action := range l.listed {
		line := fmt.Sprintf("%d. %s", i+1, action.Key.Help().Desc)
		if k := l.spoken(action); k != "" {
			line += " (" + k + ")"
		}
		if reason := l.app.refusal(action); reason != "" {
			line += ", not now: " + reason
		}
		lines[i] = l.masked(plain(line))
	}
	return lines
}

// spoken is the first key of an action in words.
func (l *Linear) spoken(action Action) string {
	keys := action.Key.Keys()
	switch {
	case len(keys) == 0 || !action.Key.Enabled():
		return ""
	case keys[0] == " ":
		return "space"
	}
	return keys[0]
}

// list tells the most important of what can be done, or all of it.
func (l *Linear) list(offered []string) []string {
	typing := l.app.top().Capturing()
	shown := len(offered)
	if !l.listAll {
		blocked := slices.IndexFunc(l.listed, func(action Action) bool { return l.app.refusal(action) != "" })
		if blocked >= 0 {
			shown = blocked
		}
		shown = min(shown, linearActions)
	}
	var lines []string
	if shown > 0 {
		lines = append(append(lines, "You can:"), offered[:shown]...)
	}
	switch {
	case l.listAll && typing:
		lines = append(lines, "Type the text, or a dot and then a number, a name or a key: .1, .esc, .ctrl+s")
	case l.listAll:
		lines = append(lines, "Type a number, a name or a key. Keys that move: down, up, pgdown, pgup, home, end. An empty line tells everything again.")
	case typing:
		lines = append(lines, "Type the text, or a dot and then a command; .? lists all.")
	case shown < len(offered):
		lines = append(lines, fmt.Sprintf("? lists all %d.", len(offered)))
	}
	return lines
}
