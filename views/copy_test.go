package views_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"example.com/orgdeck/views"
)

func TestTerminalClipboard_tellsTheTerminal(t *testing.T) {
	t.Setenv("STY", "")
	t.Setenv("SSH_TTY", "/dev/pts/1") // then the clipboard of this machine is the wrong one
	for name, make := range map[string]func(*strings.Builder) views.Clipboard{
		"asked for": func(out *strings.Builder) views.Clipboard { return views.TerminalClipboard(out) },
		"over SSH":  func(out *strings.Builder) views.Clipboard { return views.NewClipboard(out) },
	} {
		var out strings.Builder
		if err := make(&out)("a secret\x1b[2J"); err != nil {
			t.Fatal(err)
		}
		want := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte("a secret\x1b[2J")) + "\x07"
		if out.String() != want {
			t.Errorf("%s: got %q, want %q", name, out.String(), want)
		}
	}
}

type brokenTerminal struct{}

func (brokenTerminal) Write([]byte) (int, error) { return 0, errors.New("gone") }

func TestTerminalClipboard_failsWithoutSayingWhatWasCopied(t *testing.T) {
	err := views.TerminalClipboard(brokenTerminal{})("a secret")
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}
