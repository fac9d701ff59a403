//go:build !windows && (!unix || solaris || aix)

package filelock

import (
	"errors"
	"os"
)

func lock(*os.File, bool) error { return errors.ErrUnsupported }

func unlock(*os.File) error { return errors.ErrUnsupported }
