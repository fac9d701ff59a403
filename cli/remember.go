package cli

import (
	"path/filepath"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/config"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// remembered is how the console was left the last time, and the file that says
// so.
type remembered struct {
	file   string
	memory views.Memory
	broken error // why the file tells nothing
}

// recall reads how a profile was left.
func recall(profile string) *remembered {
	r := &remembered{file: config.StateFile(profile)}
	if err := config.ReadState(r.file, &r.memory); err != nil {
		r.broken, r.memory = err, views.Memory{}
	}
	return r
}

// tell says that the console starts as if for the first time, and why.
func (r *remembered) tell() tea.Cmd {
	if r.broken == nil {
		return nil
	}
	return ui.Toast(ui.Failure, r.broken.Error())
}

// keep writes down how the console is left.
func (r *remembered) keep(section keymap.ID) error {
	r.memory.Section = section
	return config.WriteState(r.file, r.memory)
}

// columnsOf are the columns that the configuration adds to lists.
func columnsOf(cfg config.Config) views.Columns {
	columns := views.Columns{}
	for list, added := range cfg.Columns {
		for _, c := range added {
			columns[list] = append(columns[list], views.CustomColumn{Title: c.Title, Path: c.Path, Width: c.Width})
		}
	}
	return columns
}

// stateName names the target in what is kept of it.
func (t *target) stateName() string {
	if t.sandbox != nil {
		return "sandbox"
	}
	return filepath.Base(t.client.ProjectID())
}
