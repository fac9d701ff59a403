package filelock_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"example.com/orgdeck/filelock"
)

func open(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestOneAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	first, second := open(t, path), open(t, path)
	if err := filelock.Lock(first); err != nil {
		t.Fatal(err)
	}
	if err := filelock.TryLock(second); !errors.Is(err, filelock.ErrLocked) {
		t.Errorf("the second got it: %v", err)
	}
	if err := filelock.Unlock(first); err != nil {
		t.Fatal(err)
	}
	if err := filelock.Lock(second); err != nil {
		t.Error(err)
	}
	if _, err := second.WriteString("it can still be written"); err != nil {
		t.Error(err)
	}
}
