package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// showLines is show for people who listen: it needs no terminal.
func (s *settings) showLines(ctx context.Context, to *target, app *ui.App) error {
	if file := terminalOf(s.world.In); file != nil {
		if state, err := term.GetState(file.Fd()); err == nil {
			defer func() { _ = term.Restore(file.Fd(), state) }() // a signal may end it while a secret is typed
		}
	}
	told := ui.NewLinear(app, ui.Lines{Out: s.world.Out, Read: lineReader(s.world)})
	err := play(ctx, told, to.open,
		tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithInput(strings.NewReader("")), tea.WithOutput(s.world.Out))
	if told.Asking() { // it was interrupted, and the shell begins on a line of its own
		_, _ = fmt.Fprintln(s.world.Out)
	}
	return errors.Join(err, told.Err())
}

// editor is the user's editor. In lines it needs a terminal: in a pipe nobody would
// hear that it waits.
func (s *settings) editor() views.Editor {
	terminal := terminalOf(s.world.In)
	if s.accessible && terminal == nil {
		return nil
	}
	return views.NewEditor(terminal, s.variable, tea.Exec)
}

// lineReader reads what the user types, a line at a time; a secret is not shown
// where that is in our hands.
func lineReader(w World) func(secret bool) (string, error) {
	in, terminal := bufio.NewReader(w.In), terminalOf(w.In)
	return func(secret bool) (string, error) {
		if secret && terminal != nil && in.Buffered() == 0 {
			text, err := term.ReadPassword(terminal.Fd())
			_, _ = fmt.Fprintln(w.Out)
			return string(text), err
		}
		text, err := in.ReadString('\n')
		if errors.Is(err, io.EOF) && text != "" {
			err = nil // the last line has no end
		}
		return strings.TrimRight(text, "\r\n"), err
	}
}

// withoutEscapes is the terminal for what would write escape sequences to it.
type withoutEscapes struct{}

var errNoEscapes = errors.New("this machine has no clipboard, and with --accessible the terminal's is not used")

// Write implements io.Writer.
func (withoutEscapes) Write([]byte) (int, error) { return 0, errNoEscapes }

// clipboardOut is where the clipboard of the terminal is written to.
func (s *settings) clipboardOut() io.Writer {
	if s.accessible {
		return withoutEscapes{}
	}
	return s.world.Out
}
