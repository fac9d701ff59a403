package views

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/ui"
)

// pathHelp tells how a pathField is filled in by keys.
func (e *Env) pathHelp() string {
	if e.Theme.Linear {
		return "" // a line is the whole path
	}
	return " → completes what is greyed, ↓ shows another."
}

// mostPaths is how many files a pathField offers.
const mostPaths = 200

// pathField is a field for the path of a file, which offers those that begin like
// what is typed.
type pathField struct {
	*huh.Input
	ctx    context.Context
	offers async.Remote[[]string]
}

// newPathField returns a field whose look-ups end with ctx.
func newPathField(ctx context.Context, name, title string) *pathField {
	return &pathField{Input: huh.NewInput().Key(name).Title(title), ctx: ctx}
}

// Update implements huh.Field.
func (f *pathField) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if f.offers.Take(msg) {
		paths, _ := f.offers.Value()
		f.Suggestions(paths)
		return f, nil
	}
	press, isKey := msg.(tea.KeyMsg)
	if isKey && key.Matches(press, textinput.DefaultKeyMap.DeleteWordForward) {
		return f, nil // in bubbles v1.0.0 that is an index out of range at the last character
	}
	if isKey && press.Type == tea.KeyRight && f.completes() {
		msg = tea.KeyMsg{Type: tea.KeyCtrlE}
	}
	before := f.text()
	_, cmd := f.Input.Update(msg)
	if f.text() == before {
		return f, cmd
	}
	return f, tea.Batch(cmd, f.lookUp())
}

func (f *pathField) text() string {
	text, _ := f.GetValue().(string)
	return text
}

// completes reports whether there is more to what is typed.
func (f *pathField) completes() bool {
	paths, _ := f.offers.Value()
	return slices.ContainsFunc(paths, func(path string) bool {
		return len(path) > len(f.text()) && strings.HasPrefix(path, f.text())
	})
}

// lookUp looks, once the typing pauses, for what is typed.
func (f *pathField) lookUp() tea.Cmd {
	typed := f.text()
	return f.offers.LoadAfter(f.ctx, async.TypingPause, func(context.Context) ([]string, error) { return completions(typed), nil })
}

// completions are the files and directories that begin with what is typed: first
// CSV files, then directories, then other files. Names that a terminal could not
// show as they are, are left out.
func completions(typed string) []string {
	dir, begin := filepath.Split(typed)
	entries, err := os.ReadDir(cmp.Or(homePath(dir), "."))
	if err != nil {
		return nil // saving the form tells what is wrong
	}
	var sheets, dirs, others []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case !strings.HasPrefix(name, begin) || ui.Clean(name) != name || begin == "" && strings.HasPrefix(name, "."):
		case e.IsDir():
			dirs = append(dirs, dir+name+string(filepath.Separator))
		case strings.EqualFold(filepath.Ext(name), ".csv"):
			sheets = append(sheets, dir+name)
		default:
			others = append(others, dir+name)
		}
	}
	paths := slices.Concat(sheets, dirs, others)
	return paths[:min(len(paths), mostPaths)]
}
