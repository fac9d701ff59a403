package views

import (
	"bufio"
	"errors"
	"fmt"
	"os"

	"example.com/orgdeck/transfer"
)

// partSuffix names the file that is being written. Only when it is complete it
// takes the place of the one whose name was reserved for it: what is cut off by
// a crash cannot be mistaken for the whole.
const partSuffix = ".part"

// exportFile is a new file in the working directory, readable by its owner
// alone. It is used by one call at a time, outside Update.
type exportFile[T any] struct {
	name   string // wanted; a file that is there already is left alone
	format transfer.Writer[T]

	path string // reserved; "" before
	part *os.File
	out  *bufio.Writer
	rows int
}

// write appends rows, and makes the file for the first of them.
func (f *exportFile[T]) write(rows []T) error {
	if f.path == "" {
		if err := f.create(); err != nil {
			return err
		}
	}
	f.rows += len(rows)
	if err := f.format.Write(rows); err != nil {
		return fmt.Errorf("write %s: %w", f.path, err)
	}
	return nil
}

func (f *exportFile[T]) create() error {
	reserved, err := createPrivate(f.name)
	if err != nil {
		return err
	}
	f.path, f.rows = reserved.Name(), 0
	if err := reserved.Close(); err != nil {
		return fmt.Errorf("create file: %w", err)
	}
	if f.part, err = os.OpenFile(f.path+partSuffix, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); err != nil {
		return fmt.Errorf("create file: %w", err)
	}
	f.out = bufio.NewWriter(f.part)
	if err := f.format.Begin(f.out); err != nil {
		return fmt.Errorf("write %s: %w", f.path, err)
	}
	return nil
}

// finish completes the file.
func (f *exportFile[T]) finish() error {
	part := f.part
	err := errors.Join(f.format.End(), f.out.Flush(), part.Sync(), part.Close())
	f.part = nil
	if err == nil {
		err = os.Rename(part.Name(), f.path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", f.path, errors.Join(err, os.Remove(part.Name())))
	}
	return nil
}

// drop leaves nothing of the file behind.
func (f *exportFile[T]) drop() error {
	if f.path == "" {
		return nil
	}
	var errs []error
	if f.part != nil {
		errs = append(errs, f.part.Close(), os.Remove(f.part.Name()))
	}
	errs = append(errs, os.Remove(f.path))
	f.path, f.part, f.out = "", nil, nil
	return errors.Join(errs...)
}
