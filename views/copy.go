package views

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/atotto/clipboard"
	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/ui"
)

// Clipboard puts text where the user pastes from. It is called outside Update.
type Clipboard func(text string) error

// TerminalClipboard asks the terminal to keep the text (OSC 52), which works
// over SSH as well. Whether it does, no terminal tells.
func TerminalClipboard(out io.Writer) Clipboard {
	return func(text string) error {
		sequence := osc52.New(text)
		if os.Getenv("STY") != "" {
			sequence = sequence.Screen()
		}
		if _, err := io.WriteString(out, sequence.String()); err != nil {
			return fmt.Errorf("copy: %w", err)
		}
		return nil
	}
}

// NewClipboard returns the clipboard of this machine, or the terminal's where
// there is none; over SSH always the terminal's, because this machine's
// clipboard is not the one that the user pastes from.
func NewClipboard(out io.Writer) Clipboard {
	terminal := TerminalClipboard(out)
	if os.Getenv("SSH_TTY") != "" || clipboard.Unsupported {
		return terminal
	}
	return func(text string) error {
		if clipboard.WriteAll(text) == nil {
			return nil
		}
		return terminal(text)
	}
}

var errNoClipboard = errors.New("there is no clipboard")

// clip is the call that copies text.
func (e *Env) clip(text string) async.Call[struct{}] {
	put := e.Clipboard
	return func(context.Context) (struct{}, error) {
		if put == nil {
			return struct{}{}, errNoClipboard
		}
		return struct{}{}, put(text)
	}
}

// copy copies text, and says so of what it is: the text itself may be secret.
func (e *Env) copy(text, what string) tea.Cmd {
	put := e.clip(text)
	return func() tea.Msg {
		if _, err := put(context.Background()); err != nil {
			return ui.Toast(ui.Failure, what+" was not copied: "+err.Error())()
		}
		return ui.Toast(ui.Success, what+" copied.")()
	}
}

// copySelected copies the value under the cursor of detail.
func (e *Env) copySelected(detail *ui.Detail) tea.Cmd {
	f, ok := detail.Selected()
	if !ok || f.CopyText() == "" {
		return ui.Toast(ui.Info, "There is nothing here to copy.")
	}
	return e.copy(f.CopyText(), f.Name)
}
