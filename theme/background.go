package theme

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"

	tea "github.com/charmbracelet/bubbletea"
)

// BackgroundMsg is the terminal's answer about its background.
type BackgroundMsg struct{ Dark bool }

// File is a terminal's input as Bubble Tea wants it, so that it still puts the
// terminal into raw mode and can stop reading; *os.File is one.
type File interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

const (
	query        = "\x1b]11;?\x1b\\"
	answerPrefix = "\x1b]11;"
	answerMost   = 64 // bytes; whatever is longer is no answer
)

// Input is a terminal's input without the answer to AskBackground, which
// Bubble Tea v1 would take for keys. Everything else passes as it comes; no
// key is ever held back.
type Input struct {
	File
	asked  atomic.Bool
	answer chan bool

	// Touched only by Read.
	prefix int    // bytes of answerPrefix seen at the end of the last read
	held   []byte // an answer that has begun, from its prefix on
}

// NewInput wraps the terminal that the program reads from. Pass it to
// tea.WithInput.
func NewInput(terminal File) *Input {
	return &Input{File: terminal, answer: make(chan bool, 1)}
}

// AskBackground returns a command that asks the terminal for the colour of its
// background and ends with a BackgroundMsg, or never, should no answer come:
// nothing waits for it but its own goroutine. Run it once the program has the
// terminal, such as from Init. It asks nobody when TERM is dumb, nor on
// Windows, where Bubble Tea reads the console's events.
func (in *Input) AskBackground(ctx context.Context, terminal io.Writer, term string) tea.Cmd {
	if term == "dumb" || term == "" || runtime.GOOS == "windows" {
		return nil
	}
	return func() tea.Msg {
		if in.asked.Swap(true) {
			return nil
		}
		if _, err := io.WriteString(terminal, query); err != nil {
			return nil // the renderer will meet the same error and say so
		}
		select {
		case dark := <-in.answer:
			return BackgroundMsg{Dark: dark}
		case <-ctx.Done():
			return nil
		}
	}
}

// Read implements io.Reader. It may return no bytes and no error when all that
// came was the answer.
func (in *Input) Read(p []byte) (int, error) {
	n, err := in.File.Read(p)
	if n <= 0 || !in.asked.Load() {
		return n, err
	}
	kept := in.filter(p[:n])
	if len(kept) <= len(p) {
		return copy(p, kept), err
	}
	// What was held turned out to be no answer and there is no room for it
	// beside what came after: an answer's beginning is not worth a key.
	return copy(p, kept[len(kept)-len(p):]), err
}

// filter returns b without the answer.
func (in *Input) filter(b []byte) []byte {
	var kept []byte
	for i := 0; i < len(b); i++ {
		if len(in.held) > 0 {
			kept = append(kept, in.hold(b[i])...)
			continue
		}
		kept = append(kept, b[i])
		in.prefix = nextPrefix(in.prefix, b[i])
		if in.prefix == len(answerPrefix) {
			in.held, in.prefix = []byte(answerPrefix), 0
			kept = kept[:max(0, len(kept)-len(answerPrefix))]
		}
	}
	return kept
}

// hold takes the next byte of what looks like an answer. It returns what was
// held once that is none.
func (in *Input) hold(c byte) []byte {
	in.held = append(in.held, c)
	ended := c == '\a' || bytes.HasSuffix(in.held, []byte("\x1b\\"))
	switch {
	case ended:
		body := strings.TrimRight(string(in.held[len(answerPrefix):]), "\a\x1b\\")
		dark, err := isDark(body)
		if err != nil {
			break
		}
		select {
		case in.answer <- dark:
		default: // asked once, answered twice
		}
		in.held = nil
		return nil
	case len(in.held) < answerMost && partOfAnswer(in.held):
		return nil
	}
	none := in.held
	in.held = nil
	return none
}

// partOfAnswer reports whether an answer may hold the last byte.
func partOfAnswer(held []byte) bool {
	c := held[len(held)-1]
	before := held[len(held)-2]
	return before != 0x1b && (c == 0x1b || strings.IndexByte("rgba:/#0123456789abcdefABCDEF", c) >= 0)
}

// nextPrefix is how much of answerPrefix has been seen after one more byte.
func nextPrefix(seen int, c byte) int {
	if c == answerPrefix[seen] {
		return seen + 1
	}
	if c == answerPrefix[0] {
		return 1
	}
	return 0
}

// isDark judges a colour as terminals write it: rgb:ffff/ffff/ffff with one to
// four digits a part, rgba:…, or #ffffff.
func isDark(colour string) (bool, error) {
	parts, err := channels(colour)
	if err != nil {
		return false, fmt.Errorf("background %q: %w", colour, err)
	}
	return 0.299*parts[0]+0.587*parts[1]+0.114*parts[2] < 0.5, nil
}

// channels reads red, green and blue as parts of one.
func channels(colour string) ([3]float64, error) {
	var fields []string
	switch {
	case len(colour) == 7 && colour[0] == '#':
		fields = []string{colour[1:3], colour[3:5], colour[5:7]}
	default:
		_, list, _ := strings.Cut(colour, ":")
		fields = strings.Split(list, "/")
	}
	var c [3]float64
	if len(fields) < len(c) {
		return c, errors.New("no three parts")
	}
	for i := range c {
		n, err := strconv.ParseUint(fields[i], 16, 16)
		if err != nil {
			return c, fmt.Errorf("read part %d: %w", i+1, err)
		}
		c[i] = float64(n) / float64(uint64(1)<<(4*len(fields[i]))-1)
	}
	return c, nil
}
