package audit_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/orgdeck/audit"
)

func open(t *testing.T, path string) *audit.Log {
	t.Helper()
	l, err := audit.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func add(t *testing.T, l *audit.Log, summaries ...string) {
	t.Helper()
	for _, s := range summaries {
		r := audit.Record{At: time.Unix(1e9, 0).UTC(), Summary: s, Outcome: "done", Fields: []audit.FieldRecord{{Name: "name", Before: "<a>", After: "ü"}}}
		if err := l.Add(r); err != nil {
			t.Fatal(err)
		}
	}
}

func summaries(path string) (all []string, err error) {
	err = audit.Read(path, func(r audit.Record) error {
		all = append(all, r.Summary)
		return nil
	})
	return all, err
}

func TestRecordsComeBackInOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "audit.jsonl")
	add(t, open(t, path), "one", "two", strings.Repeat("long ", 60_000))
	add(t, open(t, path), "four")
	if got, err := summaries(path); err != nil || len(got) != 4 || got[3] != "four" {
		t.Error(len(got), err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
}

func TestManyWritersMakeOneChain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.jsonl")
	var all sync.WaitGroup
	for range 4 {
		l := open(t, path) // a lock of its own, as another process has
		all.Go(func() {
			for i := range 25 {
				if err := l.Add(audit.Record{Summary: fmt.Sprint(i)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got, err := summaries(path); err != nil || len(got) != 100 {
		t.Error(len(got), err)
	}
}

func TestWhatIsTamperedWithIsNamedByItsLine(t *testing.T) {
	for name, test := range map[string]struct {
		tamper func(lines []string) []string
		line   int
	}{
		"changed":    {func(l []string) []string { l[1] = strings.Replace(l[1], "two", "TWO", 1); return l }, 2},
		"respelled":  {func(l []string) []string { l[1] = strings.Replace(l[1], ",", ", ", 1); return l }, 2},
		"taken away": {func(l []string) []string { return append(l[:1], l[2:]...) }, 2},
		"first gone": {func(l []string) []string { return l[1:] }, 1},
		"swapped":    {func(l []string) []string { l[1], l[2] = l[2], l[1]; return l }, 2},
		"added":      {func(l []string) []string { return append(l, "{}") }, 4},
		"torn":       {func(l []string) []string { l[2] = l[2][:20]; return l }, 3},
		"begun anew": {func(l []string) []string { return append(l[:1], anotherChain(t)...) }, 2},
	} {
		path := filepath.Join(t.TempDir(), "audit.jsonl")
		add(t, open(t, path), "one", "two", "three")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := test.tamper(strings.Split(strings.TrimSuffix(string(data), "\n"), "\n"))
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err = summaries(path)
		if broken, ok := errors.AsType[*audit.BrokenError](err); !ok || broken.Line != test.line {
			t.Errorf("%s: %v, want line %d", name, err, test.line)
		}
	}
}

// anotherChain are the lines of another log, which is whole.
func anotherChain(t *testing.T) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.jsonl")
	add(t, open(t, path), "two", "three")
	return strings.Split(strings.TrimSuffix(string(must(os.ReadFile(path))), "\n"), "\n")
}

func TestAHalfLineHidesNothingThatFollows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.jsonl")
	l := open(t, path)
	add(t, l, "one")
	if err := os.WriteFile(path, append(must(os.ReadFile(path)), []byte(`{"at":"20`)...), 0o600); err != nil {
		t.Fatal(err)
	}
	add(t, l, "two")
	_, err := summaries(path)
	if broken, ok := errors.AsType[*audit.BrokenError](err); !ok || broken.Line != 2 {
		t.Error(err)
	}
	if got := string(must(os.ReadFile(path))); strings.Count(got, "\n") != 3 || !strings.Contains(got, `"two"`) {
		t.Error(got)
	}
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}
