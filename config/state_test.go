package config_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"example.com/orgdeck/config"
)

type kept struct {
	Sort string `json:"sort"`
}

func TestState_isReadAsItWasWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new", "console.json")
	was := kept{Sort: "Name"}
	if err := config.ReadState(file, &was); err != nil || was.Sort != "Name" {
		t.Fatalf("without a file: %+v, %v", was, err)
	}
	for _, sort := range []string{"E-mail", "Status"} {
		if err := config.WriteState(file, kept{Sort: sort}); err != nil {
			t.Fatal(err)
		}
		var is kept
		if err := config.ReadState(file, &is); err != nil || is.Sort != sort {
			t.Fatalf("read %+v, %v", is, err)
		}
	}
	info, err := os.Stat(file)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if files, _ := os.ReadDir(filepath.Dir(file)); len(files) != 1 {
		t.Errorf("left behind: %v", files)
	}
}

func TestState_aBrokenFileIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "console.json")
	if err := os.WriteFile(file, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := config.ReadState(file, &kept{}); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("got %v", err)
	}
}

func TestState_thatCannotBeKeptLeavesNothingBehind(t *testing.T) {
	file := filepath.Join(t.TempDir(), "console.json")
	if err := os.MkdirAll(filepath.Join(file, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := config.WriteState(file, kept{Sort: "Name"}); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("got %v", err)
	}
	if files, _ := os.ReadDir(filepath.Dir(file)); len(files) != 1 {
		t.Errorf("left behind: %v", files)
	}
}

func TestState_isThatOfOneProfile(t *testing.T) {
	none, a, b := config.StateFile(""), config.StateFile("a"), config.StateFile("b")
	if none == a || a == b || none == b {
		t.Errorf("profiles share a file: %s, %s, %s", none, a, b)
	}
}

func TestColumns_areCheckedAtTheStart(t *testing.T) {
	for name, tc := range map[string]struct{ text, says string }{
		"fine":               {"[[columns.members]]\ntitle = \"Plan\"\npath = \"trusted_metadata.plan\"\nwidth = 12\n", ""},
		"of no list":         {"[[columns.sessions]]\ntitle = \"Plan\"\npath = \"a\"\n", "organizations and members only"},
		"without a path":     {"[[columns.members]]\ntitle = \"Plan\"\n", "a title and a path"},
		"wider than a house": {"[[columns.members]]\ntitle = \"Plan\"\npath = \"a\"\nwidth = 900\n", "0 to 80"},
		"there twice":        {"[[columns.members]]\ntitle = \"Plan\"\npath = \"a\"\n[[columns.members]]\ntitle = \"Plan\"\npath = \"b\"\n", "twice"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(file, []byte(tc.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := config.Load(file)
			if tc.says == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("got %v, want %q", err, tc.says)
			}
		})
	}
}
