// Package config is what the user has set: the configuration file, where things
// are kept, and the credentials in the environment. It decides nothing.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"

	"example.com/orgdeck/api"
)

// Config is what the configuration file says. The zero value is what holds
// without a file.
type Config struct {
	Theme      string              `toml:"theme"`      // "dark", "light", "auto" or "" for auto
	Mouse      *bool               `toml:"mouse"`      // nil is on
	BaseURL    string              `toml:"base_url"`   // of the Stytch API; "" is the project's own
	Accessible bool                `toml:"accessible"` // in lines, for screen readers
	Keys       map[string][]string `toml:"keys"`       // keys by action id, in place of the defaults
	Sandbox    Sandbox             `toml:"sandbox"`
	Columns    map[string][]Column `toml:"columns"` // added to the lists "organizations" and "members"

	DefaultProfile string             `toml:"default_profile"` // opened where nothing else is asked for; "" for none
	Profiles       map[string]Profile `toml:"profile"`         // by name
}

// Sandbox is the table [sandbox].
type Sandbox struct {
	DB string `toml:"db"` // the file that holds the sandbox; "" is Database()
}

// Error is a mistake in the configuration file, told in one sentence.
type Error struct {
	File    string
	Line    int // from 1; 0 when the file as a whole is meant
	Problem string
}

// Error implements error.
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("configuration %s: %s", e.File, e.Problem)
	}
	return fmt.Sprintf("configuration %s, line %d: %s", e.File, e.Line, e.Problem)
}

// File is the path of the configuration file: $XDG_CONFIG_HOME/orgdeck/config.toml.
func File() string { return filepath.Join(xdg.ConfigHome, "orgdeck", "config.toml") }

// Database is the path of the sandbox where none is named:
// $XDG_DATA_HOME/orgdeck/sandbox.db.
func Database() string { return filepath.Join(xdg.DataHome, "orgdeck", "sandbox.db") }

// State is the directory of what the program writes for later: reports of
// crashes.
func State() string { return filepath.Join(xdg.StateHome, "orgdeck") }

// Load reads the configuration file. A file that is not there is the zero
// Config; every other failure is an *Error.
func Load(file string) (Config, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return Config{}, nil
	}
	if err != nil {
		return Config{}, &Error{File: file, Problem: reason(err)}
	}
	return parse(file, text)
}

func parse(file string, text []byte) (Config, error) {
	var c Config
	dec := toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields()
	if err := dec.Decode(&c); err != nil {
		return Config{}, explain(file, err)
	}
	switch c.Theme {
	case "", "auto", "dark", "light":
	default:
		return Config{}, &Error{file, lineOf(text, "theme"), fmt.Sprintf("theme is %q; it can be dark, light or auto", c.Theme)}
	}
	if err := checkBaseURL(c.BaseURL); err != nil {
		return Config{}, &Error{file, lineOf(text, "base_url"), "base_url " + err.Error()}
	}
	if wrong := checkColumns(c.Columns); wrong != "" {
		return Config{}, &Error{File: file, Problem: wrong}
	}
	if err := c.checkProfiles(); err != nil {
		return Config{}, &Error{File: file, Problem: err.Error()}
	}
	return c, nil
}

// explain turns what the TOML decoder says into one sentence with its line.
func explain(file string, err error) error {
	if unknown, ok := errors.AsType[*toml.StrictMissingError](err); ok && len(unknown.Errors) > 0 {
		first := unknown.Errors[0]
		line, _ := first.Position()
		return &Error{file, line, fmt.Sprintf("%q is not a setting", strings.Join(first.Key(), "."))}
	}
	if broken, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, _ := broken.Position()
		return &Error{file, line, strings.TrimPrefix(broken.Error(), "toml: ")}
	}
	return &Error{File: file, Problem: strings.TrimPrefix(err.Error(), "toml: ")}
}

// lineOf finds the line that sets a top-level key; 0 when it is written in a
// way that a plain look does not find.
func lineOf(text []byte, key string) int {
	for i, line := range strings.Split(string(text), "\n") {
		name, _, found := strings.Cut(line, "=")
		if found && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
	}
	return 0
}

// reason is an error of the file system without the path, which the sentence
// names already.
func reason(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err.Error()
	}
	return err.Error()
}

// checkBaseURL says what is wrong with an address, by the client's own rules.
func checkBaseURL(base string) error {
	_, err := api.New(api.Config{ProjectID: "project-test-any", Secret: "any", BaseURL: base})
	if wrong, ok := errors.AsType[*api.ConfigError](err); ok {
		return errors.New(wrong.Problem)
	}
	return err
}
