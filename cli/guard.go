package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// guard runs a model and keeps the first panic of it, or of any command it
// starts, from reaching the terminal: Bubble Tea would print the panic's value,
// which may hold anything the program has seen.
type guard struct {
	model tea.Model
	quit  func() // ends the program and restores the terminal
	mu    sync.Mutex
	crash *crash
}

// crash is what may be told of a panic.
type crash struct {
	what  string
	stack []byte
	at    time.Time
}

// Init implements tea.Model.
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.recover()
	return g.command(g.model.Init())
}

// Update implements tea.Model.
func (g *guard) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return g, g.command(g.update(msg)) }

func (g *guard) update(msg tea.Msg) (cmd tea.Cmd) {
	defer g.recover()
	_, cmd = g.model.Update(msg) // the shell is a pointer and stays itself
	return cmd
}

// View implements tea.Model.
func (g *guard) View() string {
	defer g.recover()
	return g.model.View()
}

// command guards cmd, and whatever commands its message holds, as those of
// tea.Batch and tea.Sequence do.
func (g *guard) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer g.recover()
		msg = cmd()
		list := reflect.ValueOf(msg)
		if list.Kind() == reflect.Slice && list.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range list.Len() {
				inner, _ := list.Index(i).Interface().(tea.Cmd)
				list.Index(i).Set(reflect.ValueOf(g.command(inner)))
			}
		}
		return msg
	}
}

// recover must be deferred.
func (g *guard) recover() {
	value := recover()
	if value == nil {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.crash == nil {
		g.crash = &crash{what: describe(value), stack: debug.Stack(), at: time.Now().UTC()}
		go g.quit() // the event loop, which takes the message, may be what panicked
	}
}

// describe tells what the Go runtime said. The text of any other panic may hold
// a secret or a name, so only its type is told.
func describe(value any) string {
	if err, ok := value.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("value of type %T", value)
}

// report writes what happened into a file in dir that only the user can read,
// and returns an error that names it; nil when nothing happened.
func (g *guard) report(dir string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.crash == nil {
		return nil
	}
	file := filepath.Join(dir, "crash-"+g.crash.at.Format("20060102-150405.000")+".txt")
	text := fmt.Sprintf("%s\n%s\npanic: %s\n\n%s", version(), g.crash.at.Format(time.RFC3339), g.crash.what, g.crash.stack)
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		err = os.WriteFile(file, []byte(text), 0o600)
	}
	if err != nil {
		return fmt.Errorf("crashed (%s), and the report could not be written: %w", g.crash.what, err)
	}
	return fmt.Errorf("crashed (%s); a report without any of your data is in %s", g.crash.what, file)
}
