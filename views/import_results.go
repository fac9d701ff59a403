package views

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"example.com/orgdeck/transfer"
)

// resultsField is the field of the import form for where the results go.
const resultsField = "results"

// noResults is why the results of an import cannot be written.
type noResults struct{ why string }

// Error implements error.
func (e *noResults) Error() string { return e.why }

// importField is the field of the import form that err is about.
func importField(err error) string {
	if _, about := errors.AsType[*noResults](err); about {
		return resultsField
	}
	return "file"
}

// resultPath is where the results go.
func (v *importValues) resultPath() string {
	if strings.TrimSpace(v.results) == "" {
		return transfer.ResultPath(homePath(v.file))
	}
	return homePath(v.results)
}

// checkResults sees that the results can be written, before anything is sent that
// they are to tell of. What is there already stays as it is.
func checkResults(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return &noResults{path + " is not a file: name another"}
	}
	probe, err := os.CreateTemp(filepath.Dir(path), ".results-*")
	if err == nil {
		err = errors.Join(probe.Close(), os.Remove(probe.Name()))
	}
	if err != nil {
		return &noResults{"nothing can be written in " + filepath.Dir(path) + ": " + reasonOf(err) + "; name another place"}
	}
	return nil
}
