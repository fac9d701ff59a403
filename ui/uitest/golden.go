package uitest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// Golden compares the screen with testdata/name.golden, or writes that file
// when the test runs with -update. Spaces at line ends do not count.
func (d *Driver) Golden(tb testing.TB, name string) {
	tb.Helper()
	file := filepath.Join("testdata", name+".golden")
	got := trimmed(d.Screen())
	if want := Kept(tb, file, got); got != want {
		tb.Errorf("%s differs. got:\n%s\nwant:\n%s", file, got, want)
	}
}

// Kept returns what file holds: got, when the test runs with -update, which
// writes it.
func Kept(tb testing.TB, file, got string) string {
	tb.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
		return got
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		tb.Fatalf("%v (run the test with -update to make it)", err)
	}
	return string(kept)
}

func trimmed(screen string) string {
	var b strings.Builder
	for line := range strings.Lines(screen) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return b.String()
}
