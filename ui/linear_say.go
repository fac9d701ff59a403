package ui

import (
	"regexp"
	"slices"
	"strings"
)

// told is what the user has been told last.
type told struct {
	path, dialog, state string
	body, actions       []string
	under               []string // the body of the screen under the dialogs
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
		l.turn(path, dialog)
	}
	if state != l.told.state && state != "" {
		lines = append(lines, state)
	}
	body, news := l.body(), []string(nil)
	for _, line := range body {
		known := toldAlready(line, l.told.body)
		if !known && (!l.paged || !strings.HasPrefix(line, rowWord)) {
			news = append(news, newsOfRow(line, l.told.body))
		}
	}
	lines = append(lines, l.firstOf(news)...)
	if l.paged {
		lines = append(lines, l.pageLines()...)
		l.paged = false
	}
	l.told.path, l.told.dialog, l.told.state, l.told.body = path, dialog, state, body
	if dialog == "" {
		l.told.under = body
	}
	for _, note := range l.notes {
		lines = append(lines, l.masked(plain(note)))
	}
	l.notes = nil
	return lines
}

// turn forgets what was told of another screen. What was told of a screen is still
// known when a dialog over it has closed.
func (l *Linear) turn(path, dialog string) {
	l.rest = nil
	switch {
	case path != l.told.path && l.told.path != "":
		l.told.body, l.told.under = nil, nil
	case dialog == "":
		l.told.body = l.told.under
	default:
		l.told.body = nil
	}
}

// forget lets lines that begin so be told anew.
func (l *Linear) forget(beginning string) {
	l.told.body = slices.DeleteFunc(l.told.body, func(line string) bool { return strings.HasPrefix(line, beginning) })
}

// unchanged says that a step has changed nothing, and what is still wrong.
func (l *Linear) unchanged() []string {
	lines := []string{"Nothing has changed."}
	for _, line := range l.told.body {
		if strings.HasPrefix(line, errorWord) {
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
	return l.masked(strings.Join(crumbs, ", "))
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
		parts = append(parts, plain(l.app.clock))
	}
	return l.masked(strings.Join(parts, ", "))
}

// body is what the view in front has to tell, line by line.
func (l *Linear) body() []string {
	var lines []string
	for line := range strings.SplitSeq(words(l.app.top().View), "\n") {
		if line = plain(line); line != "" {
			lines = append(lines, l.masked(line))
		}
	}
	return lines
}

// masked is a line without what identifies people and organizations, where that is
// to be hidden.
func (l *Linear) masked(line string) string {
	if !l.app.options.Mask.On() {
		return line
	}
	return maskSigns.ReplaceAllString(l.app.options.Mask.line(line), "hidden")
}

// maskSigns is what one hidden name, address or id becomes, and others that follow.
var maskSigns = regexp.MustCompile(maskSign + "+(?: " + maskSign + "+)*")

// linear is the failure on one line, so that all of it is told anew when it fails again.
func (f FailedRead) linear() string {
	sentence, reference := explain(f.Err)
	parts := []string{"✗ Could not " + Clean(f.What) + ".", sentence}
	if f.Hint != "" {
		parts = append(parts, f.Hint)
	}
	if reference != "" {
		parts = append(parts, "Request "+reference+".")
	}
	if again := f.Retry.Help().Desc; again != "" {
		parts = append(parts, again+" tries again.")
	}
	return strings.Join(parts, " ")
}
