package filelock

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// far is a byte that no file reaches: locks of Windows keep others from reading
// what they cover.
var far = windows.Overlapped{OffsetHigh: 1 << 30}

func lock(f *os.File, wait bool) error {
	how := uint32(windows.LOCKFILE_EXCLUSIVE_LOCK)
	if !wait {
		how |= windows.LOCKFILE_FAIL_IMMEDIATELY
	}
	at := far
	err := windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return ErrLocked
	}
	return err
}

func unlock(f *os.File) error {
	at := far
	return windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, &at)
}
