// Package cli is the command line: it turns arguments, environment and
// configuration into a console, a server or a single call, and errors into one
// sentence and an exit code. What they do is written elsewhere.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/config"
	_ "example.com/orgdeck/theme/early" // before Bubble Tea asks the terminal and waits
	"example.com/orgdeck/ui"
)

// Exit codes.
const (
	exitOK      = 0
	exitFailure = 1 // the command was understood and could not be done
	exitUsage   = 2 // the command was not understood
)

// World is what a command gets from the operating system.
type World struct {
	Args   []string // without the program's name
	In     io.Reader
	Out    io.Writer // answers
	Err    io.Writer // everything else
	Lookup config.Lookup
}

// Main runs the program in the real world and returns its exit code.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	return Run(ctx, World{Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Lookup: os.LookupEnv})
}

// Run runs one command line and returns its exit code. The end of ctx ends the
// command.
func Run(ctx context.Context, w World) int {
	root := rootCommand(w)
	root.SetArgs(w.Args)
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	told := sentence(err)
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		told = "stopped"
	}
	_, _ = fmt.Fprintf(w.Err, "orgdeck: %s\n", told)
	if _, usage := errors.AsType[*usageError](err); usage {
		return exitUsage
	}
	return exitFailure
}

func rootCommand(w World) *cobra.Command {
	root := consoleCommand(w)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err.Error()} })
	root.AddCommand(serveCommand(w), apiCommand(w), orgsCommand(w), membersCommand(w), profileCommand(w), auditCommand(w), manCommand(), versionCommand())
	return root
}

// usageError is a command line that makes no sense.
type usageError struct{ problem string }

func (e *usageError) Error() string { return e.problem + "; see orgdeck --help" }

// arguments makes what cobra says of a wrong number of arguments a usageError.
func arguments(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return &usageError{err.Error()}
		}
		return nil
	}
}

// sentence is an error on one line, without anything that acts on a terminal:
// servers write into errors, too.
func sentence(err error) string {
	text := err.Error()
	if _, ok := errors.AsType[*api.CallError](err); ok {
		text = api.Explain(err)
	}
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	return ui.Clean(strings.Join(lines, "; "))
}

// isTerminal reports whether stream is a terminal that a person sits at.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(file.Fd())
}
