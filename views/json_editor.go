package views

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
)

const (
	mostEdited  = 4 << 20         // bytes of a file that are read back
	editorGrace = 5 * time.Second // for an editor that is told to end
)

// Editor hands text to the user's editor, which has the terminal until it is
// closed, and ends with what done makes of the text as it was left. That is the
// text as far as it was kept when something went wrong. The file is the user's
// alone, and gone when the command ends, whatever happens.
type Editor func(ctx context.Context, name, text string, done func(left string, err error) tea.Msg) tea.Cmd

// NewEditor returns the editor that VISUAL or EDITOR name, with their arguments,
// or else the one that every machine has. It reads from terminal, because what the
// program itself reads from is no terminal to others; nil leaves it without input.
// take gives a command the terminal: tea.Exec.
func NewEditor(terminal *os.File, variable func(string) string, take func(tea.ExecCommand, tea.ExecCallback) tea.Cmd) Editor {
	return func(ctx context.Context, name, text string, done func(string, error) tea.Msg) tea.Cmd {
		e := &editing{ctx: ctx, terminal: terminal, name: name, text: text, left: text}
		e.words, e.err = editorWords(variable)
		return take(e, func(err error) tea.Msg { return done(e.left, err) })
	}
}

// editorWords is the command line of the user's editor.
func editorWords(variable func(string) string) ([]string, error) {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if line := strings.TrimSpace(variable(name)); line != "" {
			words, err := splitWords(line)
			if err != nil {
				return nil, fmt.Errorf("%s cannot be read: %w", name, err)
			}
			return words, nil
		}
	}
	if runtime.GOOS == "windows" {
		return []string{"notepad"}, nil
	}
	return []string{"vi"}, nil
}

// splitWords splits a command line at blanks that are not quoted.
func splitWords(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	quote, begun := rune(0), false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, begun = r, true
		case quote == 0 && unicode.IsSpace(r):
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 {
		return nil, errors.New("a quote is not closed")
	}
	if begun {
		words = append(words, word.String())
	}
	return words, nil
}

// editing is one run of the editor; it implements tea.ExecCommand.
type editing struct {
	ctx        context.Context
	terminal   *os.File
	words      []string
	err        error // why there is nothing to run
	name, text string
	left       string // the text as the editor left it
	out        io.Writer
	problems   io.Writer
}

// SetStdin implements tea.ExecCommand: what the program reads from is no use to an
// editor.
func (e *editing) SetStdin(io.Reader) {}

// SetStdout implements tea.ExecCommand.
func (e *editing) SetStdout(w io.Writer) { e.out = w }

// SetStderr implements tea.ExecCommand.
func (e *editing) SetStderr(w io.Writer) { e.problems = w }

// Run implements tea.ExecCommand.
func (e *editing) Run() (err error) {
	if e.err != nil {
		return e.err
	}
	dir, err := os.MkdirTemp("", "orgdeck-edit-") // readable by its owner alone
	if err != nil {
		return fmt.Errorf("make a directory for the file: %w", err)
	}
	defer func() {
		if gone := os.RemoveAll(dir); gone != nil {
			err = errors.Join(err, fmt.Errorf("remove what was edited: %w", gone))
		}
	}()
	file := filepath.Join(dir, e.name)
	if err := os.WriteFile(file, []byte(e.text), 0o600); err != nil {
		return fmt.Errorf("write the file: %w", err)
	}
	ran := e.command(file).Run()
	if err := e.readBack(file); err != nil {
		return errors.Join(e.failure(ran), err)
	}
	return e.failure(ran)
}

// command is the editor on the file. When the program is told to end, so is the
// editor, which may still keep what it has.
func (e *editing) command(file string) *exec.Cmd {
	cmd := exec.CommandContext(e.ctx, e.words[0], append(e.words[1:len(e.words):len(e.words)], file)...)
	if e.terminal != nil {
		cmd.Stdin = e.terminal
	}
	cmd.Stdout, cmd.Stderr = e.out, e.problems
	cmd.WaitDelay = editorGrace
	cmd.Cancel = func() error {
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			return cmd.Process.Kill()
		}
		return nil
	}
	return cmd
}

// failure says what was wrong with the editor itself.
func (e *editing) failure(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("the editor %q is not on this machine; VISUAL or EDITOR name another", e.words[0])
	}
	return fmt.Errorf("the editor %q: %w", e.words[0], err)
}

// readBack takes what the editor has left in the file.
func (e *editing) readBack(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("read the file back: %w", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, mostEdited+1))
	switch {
	case err != nil:
		return fmt.Errorf("read the file back: %w", err)
	case len(data) > mostEdited:
		return fmt.Errorf("the file is longer than %d MiB", mostEdited>>20)
	}
	e.left = string(data)
	return nil
}
