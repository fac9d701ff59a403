package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/charmbracelet/x/term"
)

// lineInput reads what the user types, a line at a time. Where that is a
// terminal, it shows no secret.
type lineInput struct {
	in       *bufio.Reader
	out      io.Writer
	terminal *os.File // nil when it is none

	mu     sync.Mutex
	before *term.State // of the terminal, while it shows nothing
	over   bool
}

func newLineInput(w World) *lineInput {
	return &lineInput{in: bufio.NewReader(w.In), out: w.Out, terminal: terminalOf(w.In)}
}

// read implements ui.Lines.
func (l *lineInput) read(prompt string, secret bool) (string, error) {
	if secret && l.terminal != nil {
		if err := l.hide(); err != nil {
			return "", fmt.Errorf("keep the terminal from showing a secret: %w", err)
		}
		defer func() {
			l.show()
			_, _ = fmt.Fprintln(l.out) // that of the user was not shown either
		}()
	}
	if _, err := io.WriteString(l.out, prompt); err != nil {
		return "", err
	}
	text, err := l.in.ReadString('\n')
	if l.terminal == nil && err == nil {
		_, err = fmt.Fprintln(l.out) // there is no line of the user's that ends the one of the prompt
	}
	if errors.Is(err, io.EOF) && text != "" {
		err = nil // the last line has no end
	}
	return strings.TrimRight(text, "\r\n"), err
}

// hide keeps the terminal from showing what is typed. Once all is over it does
// nothing: nobody would undo it.
func (l *lineInput) hide() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over {
		return nil
	}
	before, err := term.GetState(l.terminal.Fd())
	if err != nil {
		return err
	}
	silent := *before
	withoutEcho(&silent)
	if err := term.SetState(l.terminal.Fd(), &silent); err != nil {
		return err
	}
	l.before = before
	return nil
}

// show undoes hide.
func (l *lineInput) show() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.restore()
}

// end gives the terminal back as it was, though a secret may still be waited for.
func (l *lineInput) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.restore()
	l.over = true
}

// restore gives the terminal back as it was. The caller holds the lock.
func (l *lineInput) restore() {
	if l.before != nil {
		_ = term.Restore(l.terminal.Fd(), l.before)
		l.before = nil
	}
}
