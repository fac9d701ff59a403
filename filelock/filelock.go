// Package filelock keeps two processes from writing one file at the same time.
// A lock ends with Unlock, with closing the file, and with the process, however
// that ends.
package filelock

import (
	"errors"
	"fmt"
	"os"
)

// ErrLocked says that another process holds the lock.
var ErrLocked = errors.New("another process is using it")

// Lock waits until no other process holds the lock of f, and takes it.
func Lock(f *os.File) error { return wrap(f, lock(f, true)) }

// TryLock takes the lock of f, or is ErrLocked.
func TryLock(f *os.File) error { return wrap(f, lock(f, false)) }

// Unlock gives the lock of f back.
func Unlock(f *os.File) error { return wrap(f, unlock(f)) }

func wrap(f *os.File, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("lock %s: %w", f.Name(), err)
}
