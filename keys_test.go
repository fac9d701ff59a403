package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestKeys_everyActionIsSomewhere refuses an action id that no screen uses: its
// key would be taken, listed in the documentation, and do nothing.
func TestKeys_everyActionIsSomewhere(t *testing.T) {
	files, err := filepath.Glob("keymap/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("the files of keymap: %v, %v", files, err)
	}
	used := usesOfKeymap(t)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^\t(\w+) +ID = `).FindAllStringSubmatch(string(text), -1) {
			if !used[m[1]] {
				t.Errorf("keymap.%s is bound to a key, but no screen acts on it", m[1])
			}
		}
	}
}

// usesOfKeymap collects the names of keymap that the program mentions.
func usesOfKeymap(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	name := regexp.MustCompile(`\bkeymap\.(\w+)`)
	for _, dir := range []string{"ui", "views", "cli"} {
		err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := os.ReadFile(path)
			for _, m := range name.FindAllSubmatch(text, -1) {
				used[string(m[1])] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return used
}
