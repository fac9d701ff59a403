package early_test

import (
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"

	_ "example.com/orgdeck/theme/early"
)

const (
	pkg       = "example.com/orgdeck/theme/early"
	bubbletea = "github.com/charmbracelet/bubbletea"
)

func TestEarly_saysThatTheTerminalIsDark(t *testing.T) {
	if !lipgloss.HasDarkBackground() {
		t.Fatal("Lip Gloss would ask the terminal")
	}
}

// Go initialises packages whose imports are all done in the order of their
// paths, so this package must sort before Bubble Tea and must not need it.
func TestEarly_comesBeforeBubbleTea(t *testing.T) {
	if pkg > bubbletea {
		t.Errorf("%s sorts after %s", pkg, bubbletea)
	}
	deps := list(t, pkg)
	if slices.Contains(deps, bubbletea) {
		t.Error("it imports Bubble Tea, so it comes after it")
	}
}

func TestEarly_isPartOfTheProgram(t *testing.T) {
	program := path.Dir(path.Dir(pkg))
	if deps := list(t, program); !slices.Contains(deps, pkg) {
		t.Errorf("%s does not import it: on a terminal that does not answer, the first frame would take five seconds", program)
	}
}

func list(t *testing.T, of string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", of).Output()
	if err != nil {
		t.Fatalf("go list -deps %s: %v", of, err)
	}
	return strings.Fields(string(out))
}
