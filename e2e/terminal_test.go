//go:build unix

package e2e

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is a console running in a pseudo-terminal, with an emulator that
// shows what a person would see.
type terminal struct {
	t   *testing.T
	cmd *exec.Cmd
	tty *os.File

	mu      sync.Mutex
	screen  *vt.Emulator
	written bytes.Buffer  // every byte the program wrote
	changed chan struct{} // holds one when something was written
	done    chan struct{} // closed when the program has ended
	err     error         // how it ended
}

// mode says how a terminal behaves.
type mode int

const (
	answering mode = iota // replies to queries, as most terminals do
	mute                  // replies to nothing
)

// open starts the console of an account in a terminal of the given size.
func (a account) open(t *testing.T, width, height int, m mode, args ...string) *terminal {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), 4*patience)
	x := &terminal{
		t: t, cmd: a.command(ctx, args...), screen: vt.NewEmulator(width, height),
		changed: make(chan struct{}, 1), done: make(chan struct{}),
	}
	var err error
	x.tty, err = pty.StartWithSize(x.cmd, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	var pumps sync.WaitGroup
	pumps.Go(x.show)
	go x.reply(m)
	go func() {
		x.err = x.cmd.Wait()
		pumps.Wait()
		close(x.done)
	}()
	t.Cleanup(func() {
		_ = x.cmd.Process.Kill()
		<-x.done
		cancel()
		_ = x.tty.Close()
		_ = x.screen.Close()
	})
	return x
}

// show feeds the emulator until the program has closed its end.
func (x *terminal) show() {
	buffer := make([]byte, 32<<10)
	for {
		n, err := x.tty.Read(buffer)
		x.mu.Lock()
		x.written.Write(buffer[:n])
		_, _ = x.screen.Write(buffer[:n])
		x.mu.Unlock()
		select {
		case x.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// reply hands the emulator's answers to the program, or drops them.
func (x *terminal) reply(m mode) {
	if m == mute {
		_, _ = io.Copy(io.Discard, x.screen)
		return
	}
	_, _ = io.Copy(x.tty, x.screen)
}

// Screen returns what is shown, a line per row.
func (x *terminal) Screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.text()
}

func (x *terminal) text() string {
	lines := strings.Split(x.screen.String(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \r")
	}
	return strings.Join(lines, "\n")
}

// Cell returns what is drawn at a place of the screen, nil where nothing ever was.
func (x *terminal) Cell(column, row int) *uv.Cell {
	x.mu.Lock()
	defer x.mu.Unlock()
	if cell := x.screen.CellAt(column, row); cell != nil {
		return cell.Clone()
	}
	return nil
}

// Written returns every byte that the program has written.
func (x *terminal) Written() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.written.String()
}

// WaitFor waits until the screen matches pattern and returns the first match.
func (x *terminal) WaitFor(pattern string) string {
	x.t.Helper()
	re := regexp.MustCompile("(?m)" + pattern)
	var found string
	x.waitUntil("screen with "+pattern, func() bool {
		found = re.FindString(x.text())
		return found != ""
	})
	return found
}

// WaitGone waits until nothing on the screen matches pattern.
func (x *terminal) WaitGone(pattern string) {
	x.t.Helper()
	re := regexp.MustCompile("(?m)" + pattern)
	x.waitUntil("screen without "+pattern, func() bool { return !re.MatchString(x.text()) })
}

// quiet is how long a screen must stay the same to be one whole frame: a frame is
// written at once, but may arrive in pieces.
const quiet = 50 * time.Millisecond

// Settle waits until the screen is whole.
func (x *terminal) Settle() {
	x.t.Helper()
	tooLong := time.After(patience)
	for {
		select {
		case <-x.changed:
		case <-time.After(quiet):
			return
		case <-tooLong:
			x.t.Fatalf("the screen never rests:\n%s", x.Screen())
		}
	}
}

// Seek presses key, which must change the screen each time, until the screen
// matches pattern.
func (x *terminal) Seek(key, pattern string) {
	x.t.Helper()
	re := regexp.MustCompile("(?m)" + pattern)
	x.Settle()
	for before := x.Screen(); !re.MatchString(before); before = x.Screen() {
		x.Press(key)
		x.waitUntil("change by "+key+" on the way to "+pattern, func() bool { return x.text() != before })
		x.Settle()
	}
}

// waitUntil calls ready, which may look at the screen, after every change of it.
func (x *terminal) waitUntil(what string, ready func() bool) {
	x.t.Helper()
	tooLong := time.NewTimer(patience)
	defer tooLong.Stop()
	for {
		x.mu.Lock()
		ok := ready()
		x.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-x.changed:
		case <-x.done:
			x.t.Fatalf("the program ended (%v) before there was a %s:\n%s", x.err, what, x.Screen())
		case <-tooLong.C:
			x.t.Fatalf("no %s:\n%s", what, x.Screen())
		}
	}
}

// Press types keys by the names that the documentation uses: "enter", "ctrl+s",
// "n". The screen must be ready for them.
func (x *terminal) Press(keys ...string) {
	x.t.Helper()
	for _, key := range keys {
		x.Type(sequence(key))
	}
}

// Type sends text as if it were typed.
func (x *terminal) Type(text string) {
	x.t.Helper()
	if _, err := io.WriteString(x.tty, text); err != nil {
		x.t.Fatalf("type %q: %v", text, err)
	}
}

// sequence is what a terminal sends for a key.
func sequence(key string) string {
	switch key {
	case "enter":
		return "\r"
	case "tab":
		return "\t"
	case "shift+tab":
		return "\x1b[Z"
	case "esc":
		return "\x1b"
	case "space":
		return " "
	case "backspace":
		return "\x7f"
	case "up":
		return "\x1b[A"
	case "down":
		return "\x1b[B"
	case "right":
		return "\x1b[C"
	case "left":
		return "\x1b[D"
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return string(rune(letter[0] & 0x1f))
	}
	return key
}

// Resize changes the size of the terminal.
func (x *terminal) Resize(width, height int) {
	x.t.Helper()
	x.mu.Lock()
	x.screen.Resize(width, height)
	x.mu.Unlock()
	if err := pty.Setsize(x.tty, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		x.t.Fatal(err)
	}
}

// Signal sends a signal to the program.
func (x *terminal) Signal(s syscall.Signal) {
	x.t.Helper()
	if err := x.cmd.Process.Signal(s); err != nil {
		x.t.Fatal(err)
	}
}

// WaitExit waits for the end of the program and returns its exit code.
func (x *terminal) WaitExit() int {
	x.t.Helper()
	select {
	case <-x.done:
	case <-time.After(patience):
		x.t.Fatalf("the program does not end:\n%s", x.Screen())
	}
	if _, exited := errors.AsType[*exec.ExitError](x.err); x.err != nil && !exited {
		x.t.Fatal(x.err)
	}
	return x.cmd.ProcessState.ExitCode()
}

// modesLeftOn names what the program switched on and never off again.
func (x *terminal) modesLeftOn() []string {
	var left []string
	written := x.Written()
	for name, modes := range map[string]struct{ on, off string }{
		"alternate screen":  {"\x1b[?1049h", "\x1b[?1049l"},
		"hidden cursor":     {"\x1b[?25l", "\x1b[?25h"},
		"mouse clicks":      {"\x1b[?1000h", "\x1b[?1000l"},
		"mouse drags":       {"\x1b[?1002h", "\x1b[?1002l"},
		"mouse moves":       {"\x1b[?1003h", "\x1b[?1003l"},
		"mouse coordinates": {"\x1b[?1006h", "\x1b[?1006l"},
		"bracketed paste":   {"\x1b[?2004h", "\x1b[?2004l"},
		"focus reports":     {"\x1b[?1004h", "\x1b[?1004l"},
		"synchronized":      {"\x1b[?2026h", "\x1b[?2026l"},
	} {
		if strings.LastIndex(written, modes.on) > strings.LastIndex(written, modes.off) {
			left = append(left, name)
		}
	}
	return left
}
