package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// StateFile is where the console keeps what it remembers of a profile; "" is the
// profile without a name.
func StateFile(profile string) string {
	name := "console.json"
	if profile != "" {
		name = "console-" + profile + ".json"
	}
	return filepath.Join(State(), name)
}

// ReadState reads what WriteState has kept into value. A file that is not there
// leaves value as it is.
func ReadState(file string, value any) error {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = json.Unmarshal(text, value)
	}
	if err != nil {
		return fmt.Errorf("read what was remembered in %s: %w", file, err)
	}
	return nil
}

// WriteState keeps value in a file that only the user can read. A crash in the
// midst of it leaves the file of before.
func WriteState(file string, value any) error {
	text, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("remember in %s: %w", file, err)
	}
	if err := replaceFile(file, append(text, '\n')); err != nil {
		return fmt.Errorf("remember in %s: %w", file, err)
	}
	return nil
}

// replaceFile writes a file of mode 0600 as a whole or not at all.
func replaceFile(file string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	next, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*") // of mode 0600
	if err != nil {
		return err
	}
	_, err = next.Write(text)
	if err = errors.Join(err, next.Close()); err == nil {
		err = os.Rename(next.Name(), file)
	}
	if err != nil {
		_ = os.Remove(next.Name()) // what is left of it is of no use
	}
	return err
}
