package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// showLines is show for people who listen: it needs no terminal.
func (s *settings) showLines(ctx context.Context, to *target, app *ui.App) error {
	in := newLineInput(s.world)
	defer in.end()
	told := ui.NewLinear(app, ui.Lines{Out: s.world.Out, Read: in.read, Attended: in.terminal != nil})
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
