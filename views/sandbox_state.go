package views

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// export asks for a file, and writes the state into it.
func (v *sandboxData) export() tea.Cmd {
	name := "orgdeck-state-" + time.Now().Format("20060102-150405") + ".json"
	return ui.Open(&ui.Form[struct{}]{
		Name: "Export the state",
		Verb: "export",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{{
				Field: huh.NewInput().Key("file").Title("File").Value(&name).CharLimit(1024).Validate(checkFileName),
				Help:  "A new one, which nobody but you will be able to read. It holds every secret of the sandbox.",
			}}}}
		},
		Apply: func() tea.Cmd { return ui.Open(v.exportTo(homePath(name))) },
	})
}

// checkFileName refuses no name at all.
func checkFileName(name string) error {
	if strings.TrimSpace(name) == "" {
		return errors.New("type the name of a file")
	}
	return nil
}

// homePath is the file that a person means who types ~.
func homePath(name string) string {
	name = strings.TrimSpace(name)
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return name
}

func (v *sandboxData) exportTo(path string) ui.View {
	gauge, service := &meter{}, v.env.API.Sandbox
	return &stateTransfer{
		env: v.env, name: "Export the state", what: "export the state", meter: gauge,
		do: func(ctx context.Context) (string, error) {
			size, err := writePrivate(path, func(file io.Writer) error { return service.ExportState(ctx, file, gauge.told) })
			path := absolute(path)
			return "Exported " + bytesWords(size) + ", readable by you alone, to " + filepath.Base(path) + " in " + filepath.Dir(path), err
		},
		done: func(said string) tea.Cmd { return ui.Toast(ui.Success, said) },
	}
}

// writePrivate makes a new file that only its owner can read, lets fill write it,
// and returns how long it is. After an error there is no file.
func writePrivate(path string, fill func(io.Writer) error) (size int64, err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		if e, ok := errors.AsType[*os.PathError](err); ok {
			err = e.Err // its name is long, and known
		}
		return 0, fmt.Errorf("make the file: %w", err)
	}
	err = fill(file)
	if info, statErr := file.Stat(); err == nil && statErr == nil {
		size = info.Size()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return 0, errors.Join(err, os.Remove(path))
	}
	return size, nil
}

// importState asks for a file, says what it would replace, and sends it.
func (v *sandboxData) importState() tea.Cmd {
	name := ""
	return ui.Open(&ui.Form[string]{
		Name: "Import a state",
		Verb: "read it",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{{
				Field: huh.NewInput().Key("file").Title("File").Value(&name).CharLimit(1024).Validate(checkFileName),
				Help:  "A state as " + v.env.Keys.Binding(keymap.Export).Help().Key + " exports it here, or orgdeck api GET /sandbox/v1/state.",
			}}}}
		},
		Send: func() ui.Write[string] {
			path := homePath(name)
			looking := inWords(write(v.env.API.Sandbox.ImportState(stateFile(path, 0, &meter{}))))
			return ui.Write[string]{
				Summary: looking.Summary, Method: looking.Method, Path: looking.Path, Curl: looking.Curl,
				Do: func(context.Context) (string, error) { return path, checkState(path) },
			}
		},
		FieldOf: func(error) string { return "file" },
		Done:    v.askToImport,
	})
}

// checkFile refuses what is not there, is no file with an end, or cannot be read.
func checkFile(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return errors.New("that is not a file")
	}
	file, err := os.Open(path)
	if err != nil {
		return errors.New("the file cannot be read: " + reasonOf(err))
	}
	return file.Close()
}

// checkState refuses a file that does not begin like a state.
func checkState(path string) error {
	if err := checkFile(path); err != nil {
		return err
	}
	file, err := os.Open(path)
	if err != nil {
		return errors.New("the file cannot be read: " + reasonOf(err))
	}
	defer func() { _ = file.Close() }()
	if token, err := json.NewDecoder(file).Token(); err != nil || token != json.Delim('{') {
		return errors.New("that is not a state: it is not JSON as the sandbox exports it")
	}
	return nil
}

// reasonOf is what the system says of a file, without its name.
func reasonOf(err error) string {
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return e.Err.Error()
	}
	return err.Error()
}

// askToImport asks; only then the transfer begins, which shows how far it is.
func (v *sandboxData) askToImport(path string) tea.Cmd {
	question := inWords(write(v.env.API.Sandbox.ImportState(stateFile(path, 0, &meter{}))))
	question.Do = func(context.Context) (struct{}, error) { return struct{}{}, nil }
	return ui.Open(&ui.ConfirmWrite[struct{}]{
		Name: "Import the state?",
		Body: v.holds() + " will be replaced, and the clock is put as the state has it. When the state cannot be taken, nothing changes.",
		Verb: "Replace everything", Write: question,
		Done: func(struct{}) tea.Cmd { return ui.Open(v.importFrom(path)) },
	})
}

func (v *sandboxData) importFrom(path string) ui.View {
	gauge, service := &meter{}, v.env.API.Sandbox
	return &stateTransfer{
		env: v.env, name: "Import the state", what: "import the state", meter: gauge,
		do: func(ctx context.Context) (string, error) {
			info, err := os.Stat(path)
			if err != nil {
				return "", fmt.Errorf("read the file: %w", err)
			}
			_, err = service.ImportState(stateFile(path, info.Size(), gauge)).Do(ctx)
			return "The state of " + filepath.Base(path) + " is in force.", err
		},
		done: v.replaced,
	}
}

// stateFile is a file as it is sent.
func stateFile(path string, size int64, gauge *meter) api.State {
	return api.State{
		Name: filepath.Base(path), Size: size, Told: gauge.told,
		Open: func() (io.ReadCloser, error) { return os.Open(path) },
	}
}

// bytesWords is a size as people read it.
func bytesWords(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d bytes", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
}
