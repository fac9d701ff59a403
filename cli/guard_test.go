package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// fragile panics where it is told to, with a value that must not be shown.
type fragile struct{ at string }

type leak struct{ secret string }

func (f *fragile) breakAt(place string) {
	if f.at == place {
		panic(leak{"hunter2"})
	}
}

func (f *fragile) Init() tea.Cmd {
	f.breakAt("Init")
	return tea.Batch(nil, tea.Sequence(nil, func() tea.Msg { f.breakAt("command"); return "ready" }))
}

func (f *fragile) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if msg == "ready" {
		f.breakAt("Update")
	}
	return f, nil
}

func (f *fragile) View() string {
	f.breakAt("View")
	return "fine"
}

func TestAPanicAnywhereRestoresTheTerminalAndIsReportedWithoutData(t *testing.T) {
	for _, place := range []string{"Init", "Update", "View", "command"} {
		t.Run(place, func(t *testing.T) {
			var screen bytes.Buffer
			g := &guard{model: &fragile{at: place}}
			program := tea.NewProgram(g, tea.WithAltScreen(), tea.WithInput(nil), tea.WithOutput(&screen), tea.WithoutSignalHandler())
			g.quit = program.Quit
			if _, err := program.Run(); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(screen.String(), "\x1b[?1049l") || !strings.HasSuffix(screen.String(), "\x1b[?25h") && !strings.Contains(screen.String(), "\x1b[?25h") {
				t.Errorf("the terminal is not restored: %q", screen.String())
			}
			checkReport(t, g, screen.String())
		})
	}
}

func checkReport(t *testing.T, g *guard, screen string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "state")
	err := g.report(dir)
	if err == nil {
		t.Fatal("nothing is reported")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "crash-*.txt"))
	if len(files) != 1 || !strings.Contains(err.Error(), files[0]) {
		t.Fatalf("got %v, %q", files, err)
	}
	report, readErr := os.ReadFile(files[0])
	if readErr != nil {
		t.Fatal(readErr)
	}
	if !strings.Contains(string(report), "breakAt") || !strings.Contains(string(report), "cli.leak") {
		t.Errorf("the report does not say what happened:\n%s", report)
	}
	if strings.Contains(string(report)+err.Error()+screen, "hunter2") {
		t.Error("the value of the panic is shown")
	}
	if info, err := os.Stat(files[0]); err == nil && runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the report has mode %o", info.Mode().Perm())
	}
}

func TestTheEndOfTheContextQuitsAndAFailedTargetIsTold(t *testing.T) {
	var screen bytes.Buffer
	options := []tea.ProgramOption{tea.WithInput(nil), tea.WithOutput(&screen), tea.WithoutSignalHandler()}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := play(ctx, &fragile{}, func() (tea.Msg, error) { return nil, nil }, options...); err != nil {
		t.Errorf("got %v", err)
	}
	broken := errors.New("no room left")
	if err := play(t.Context(), &fragile{}, func() (tea.Msg, error) { return nil, broken }, options...); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
