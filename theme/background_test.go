package theme_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/theme"
)

// tty is a terminal that delivers its input in the pieces given.
type tty struct {
	theme.File
	pieces []string
	wrote  bytes.Buffer
}

func (f *tty) Read(p []byte) (int, error) {
	if len(f.pieces) == 0 {
		return 0, io.EOF
	}
	n := copy(p, f.pieces[0])
	f.pieces = f.pieces[1:]
	return n, nil
}

func (f *tty) Write(p []byte) (int, error) { return f.wrote.Write(p) }

// conversation asks the terminal and reads all of its input. It returns what
// reached the program, read by read, and the answer; nil when there was none.
func conversation(t *testing.T, pieces ...string) (keys []string, answer tea.Msg) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		terminal := &tty{pieces: pieces}
		in := theme.NewInput(terminal)
		ctx, cancel := context.WithCancel(t.Context())
		answers := make(chan tea.Msg, 1)
		go func() { answers <- in.AskBackground(ctx, terminal, "xterm-256color")() }()
		synctest.Wait()
		if terminal.wrote.String() != "\x1b]11;?\x1b\\" {
			t.Fatalf("asked %q", terminal.wrote.String())
		}
		buf := make([]byte, 256)
		for {
			n, err := in.Read(buf)
			if errors.Is(err, io.EOF) {
				break
			}
			keys = append(keys, string(buf[:n]))
		}
		synctest.Wait()
		cancel()
		answer = <-answers
	})
	return keys, answer
}

func TestInput_takesTheAnswerOut(t *testing.T) {
	dark, light := theme.BackgroundMsg{Dark: true}, theme.BackgroundMsg{Dark: false}
	for name, tc := range map[string]struct {
		pieces []string
		keys   string
		answer tea.Msg
	}{
		"ended by ST":            {[]string{"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"}, "", dark},
		"ended by BEL":           {[]string{"\x1b]11;rgb:ffff/ffff/ffff\a"}, "", light},
		"two digits":             {[]string{"\x1b]11;rgb:fd/f6/e3\a"}, "", light},
		"with alpha":             {[]string{"\x1b]11;rgba:0000/2b2b/3636/ffff\a"}, "", dark},
		"as #rrggbb":             {[]string{"\x1b]11;#fafafa\a"}, "", light},
		"keys before and after":  {[]string{"ab\x1b[A\x1b]11;rgb:0/0/0\ac\x1b[B"}, "ab\x1b[Ac\x1b[B", dark},
		"split within":           {[]string{"x\x1b]11;rgb:ff", "ff/ffff/ff", "ff\x1b", "\\y"}, "xy", light},
		"no answer":              {[]string{"j", "k", "\x1b", "\x1b[A", "q"}, "jk\x1b\x1b[Aq", nil},
		"alt and bracket":        {[]string{"\x1b]", "1", "2"}, "\x1b]12", nil},
		"another OSC":            {[]string{"\x1b]10;rgb:0/0/0\a"}, "\x1b]10;rgb:0/0/0\a", nil},
		"not an answer":          {[]string{"\x1b]11;what?\a"}, "\x1b]11;what?\a", nil},
		"no end":                 {[]string{"\x1b]11;" + strings.Repeat("f", 100)}, "\x1b]11;" + strings.Repeat("f", 100), nil},
		"a colour that is none":  {[]string{"\x1b]11;rgb:zz/0/0\a"}, "\x1b]11;rgb:zz/0/0\a", nil},
		"escape before it":       {[]string{"\x1b\x1b]11;rgb:0/0/0\a"}, "\x1b", dark},
		"answered twice":         {[]string{"\x1b]11;rgb:0/0/0\a", "\x1b]11;rgb:f/f/f\aj"}, "j", dark},
		"keys within the answer": {[]string{"\x1b]11;rgb:0/0", "\x1b[A"}, "\x1b]11;rgb:0/0\x1b[A", nil},
	} {
		t.Run(name, func(t *testing.T) {
			keys, answer := conversation(t, tc.pieces...)
			if got := strings.Join(keys, ""); got != tc.keys || answer != tc.answer {
				t.Errorf("keys %q, want %q; answer %v, want %v", got, tc.keys, answer, tc.answer)
			}
		})
	}
}

func TestInput_splitAnywhereItIsStillUnderstood(t *testing.T) {
	const answer = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
	for at := 1; at < len(answer); at++ {
		keys, got := conversation(t, answer[:at], answer[at:]+"j")
		if got != (theme.BackgroundMsg{Dark: false}) {
			t.Errorf("split at %d: %v", at, got)
		}
		// What could have been a key had to pass: at most the first bytes.
		if passed := strings.Join(keys, ""); !strings.HasSuffix(passed, "j") || len(passed) > len("\x1b]11j") {
			t.Errorf("split at %d: %q passed", at, passed)
		}
	}
}

func TestInput_noKeyIsHeldBack(t *testing.T) {
	for _, key := range []string{"\x1b", "\x1b]", "\x1b]1", "j", "漢"} {
		keys, _ := conversation(t, key)
		if len(keys) != 1 || keys[0] != key {
			t.Errorf("%q came as %q", key, keys)
		}
	}
}

func TestInput_beforeAskingNothingIsTouched(t *testing.T) {
	const bytes = "\x1b]11;rgb:0/0/0\a"
	in := theme.NewInput(&tty{pieces: []string{bytes}})
	buf := make([]byte, 64)
	n, err := in.Read(buf)
	if err != nil || string(buf[:n]) != bytes {
		t.Fatalf("%q, %v", buf[:n], err)
	}
}

func TestAskBackground_notOnADumbTerminal(t *testing.T) {
	in := theme.NewInput(&tty{})
	if in.AskBackground(t.Context(), io.Discard, "dumb") != nil {
		t.Fatal("it asks")
	}
}
