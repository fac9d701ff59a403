package ui

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

const (
	linearWidth  = 1 << 12 // no sentence is broken, and nothing is cut
	linearHeight = 400     // nothing has to scroll
	unbroken     = 1 << 16 // for what must not be cut or wrapped
	linearPage   = 20      // rows that one page of a table has
	linearMost   = 60      // lines of a view that are told at once

	settleTime   = 50 * time.Millisecond // without news until a step counts as over
	progressTime = 3 * time.Second       // between two looks at what takes long
	mostPatience = 10                    // looks without news until the next word that it goes on
)

// Lines is where a Linear is told what to do, and tells what there is.
type Lines struct {
	Out io.Writer
	// Read writes prompt and returns the next line. What is typed after the prompt
	// of a secret must not be seen. io.EOF ends the program.
	Read func(prompt string, secret bool) (string, error)
	// Attended says that somebody types, and can stop what takes long. Where the lines
	// are known before, the next one is of use only when that is over.
	Attended bool
}

// Linear is the shell for people who listen instead of looking: the same views
// and actions, told in lines. After each step, once nothing is under way, it
// says what has changed and what can be done, and asks for a line. It writes no
// escape sequences. It is a tea.Model that draws nothing.
type Linear struct {
	app   *App
	lines Lines

	asking   bool // a line is being waited for
	steps    int  // how many lines there have been
	news     int  // the newest message, after which it is quiet or not
	told     told
	listed   []Action // what the numbers stand for
	listAll  bool     // with all there is to it
	paged    bool     // the rows from the cursor on are to be told
	rest     []string // what was left out of what was told
	notes    []string // to be told with the next step
	toasted  int      // the newest toast among them
	waited   int      // looks at what takes long since something was told of it
	patience int      // how many of them there may be
	err      error
}

type (
	lineMsg struct {
		text string
		err  error
	}
	quietMsg    struct{ news int }
	progressMsg struct{ step int }
)

// NewLinear tells app in lines from then on. app must not be run by itself.
func NewLinear(app *App, lines Lines) *Linear {
	app.theme.Linear = true
	return &Linear{app: app, lines: lines, patience: 1}
}

// Err is why no more lines could be read; nil when they just ended.
func (l *Linear) Err() error { return l.err }

// Init implements tea.Model.
func (l *Linear) Init() tea.Cmd {
	first := l.app.Init()
	l.app.Update(tea.WindowSizeMsg{Width: linearWidth, Height: linearHeight})
	return tea.Batch(first, l.listen(), l.progressLater())
}

// View implements tea.Model: everything is written line by line.
func (l *Linear) View() string { return "" }

// Update implements tea.Model.
func (l *Linear) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg, tea.MouseMsg:
		return l, nil
	case lineMsg:
		return l, l.take(msg)
	case quietMsg:
		return l, l.quiet(msg)
	case progressMsg:
		return l, l.progress(msg)
	}
	_, cmd := l.app.Update(msg)
	l.note()
	switch msg.(type) {
	case busyMsg, expireMsg, bannerTickMsg:
		return l, cmd
	}
	return l, tea.Batch(cmd, l.listen())
}

// note keeps the toasts, which may be gone before it is time to tell them.
func (l *Linear) note() {
	for _, t := range l.app.toasts.list {
		if t.id > l.toasted {
			l.toasted = t.id
			l.notes = append(l.notes, toastWords(t))
		}
	}
}

func toastWords(t toast) string {
	switch t.level {
	case Success:
		return "Done: " + t.text
	case Failure:
		return "Failed: " + t.text
	}
	return "Note: " + t.text
}

// take does what a line says.
func (l *Linear) take(line lineMsg) tea.Cmd {
	l.asking, l.waited, l.patience = false, 0, 1
	l.steps++
	if line.err != nil {
		return l.end(line.err)
	}
	cmd := l.obey(strings.TrimRight(line.text, "\r\n"))
	l.app.refresh()
	l.note()
	return tea.Batch(cmd, l.listen(), l.progressLater())
}

// end is for when no line can be read any more. What was typed and not sent is
// lost then, which no script may take for a success.
func (l *Linear) end(why error) tea.Cmd {
	loss := firstLoss(l.app.live())
	switch {
	case !errors.Is(why, io.EOF):
		l.err = why
	case loss != "":
		l.err = fmt.Errorf("the input ended too early. %s", l.masked(plain(loss)))
	}
	out := l.lines.Out
	return func() tea.Msg {
		_, _ = io.WriteString(out, "\nThere is no more input: orgdeck ends.\n")
		return tea.Quit()
	}
}

// Asking reports whether a line was being waited for.
func (l *Linear) Asking() bool { return l.asking }

// listen waits until there is no more news.
func (l *Linear) listen() tea.Cmd {
	l.news++
	news := l.news
	return tea.Tick(settleTime, func(time.Time) tea.Msg { return quietMsg{news} })
}

// quiet ends a step: it tells and asks. What changes while a line is being
// waited for is told in between.
func (l *Linear) quiet(msg quietMsg) tea.Cmd {
	if msg.news != l.news || l.app.busy.count > 0 {
		return nil // the answer that is awaited is news
	}
	lines := l.report()
	switch {
	case !l.asking:
		l.asking = true
		return l.ask(text(lines))
	case len(lines) > 0:
		return l.say("\n" + text(lines) + l.prompt())
	}
	return nil
}

func (l *Linear) say(text string) tea.Cmd {
	out := l.lines.Out
	return func() tea.Msg {
		if _, err := io.WriteString(out, text); err != nil {
			return lineMsg{err: err}
		}
		return nil
	}
}

func (l *Linear) ask(text string) tea.Cmd {
	lines, prompt, secret := l.lines, l.prompt(), l.question().secret
	return func() tea.Msg {
		if _, err := io.WriteString(lines.Out, text); err != nil {
			return lineMsg{err: err}
		}
		line, err := lines.Read(prompt, secret)
		return lineMsg{line, err}
	}
}

// prompt tells text that is asked for from a command.
func (l *Linear) prompt() string {
	if !l.app.top().Capturing() {
		return "> "
	}
	if name := l.question().name; name != "" {
		return l.masked(plain(name)) + "> "
	}
	return "text> "
}

func text(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}
