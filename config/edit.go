package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// AddProfile writes a profile into the file, in place of one that has the name
// already. All else in the file, comments too, stays as it is.
func AddProfile(file, name string, p Profile) error {
	return edit(file, func(text string) string {
		return strings.TrimLeft(strings.TrimRight(withoutProfile(text, name), "\n")+"\n\n"+profileText(name, p), "\n")
	}, func(c *Config) {
		if c.Profiles == nil {
			c.Profiles = map[string]Profile{}
		}
		c.Profiles[name] = p
	})
}

// RemoveProfile takes a profile out of the file. The default goes with it.
func RemoveProfile(file, name string) error {
	return edit(file, func(text string) string {
		text = withoutProfile(text, name)
		if defaultOf(text) == name {
			text = withDefault(text, "")
		}
		return text
	}, func(c *Config) {
		delete(c.Profiles, name)
		if len(c.Profiles) == 0 {
			c.Profiles = nil
		}
		if c.DefaultProfile == name {
			c.DefaultProfile = ""
		}
	})
}

// UseProfile makes a profile the default one; "" makes none.
func UseProfile(file, name string) error {
	return edit(file, func(text string) string { return withDefault(text, name) }, func(c *Config) { c.DefaultProfile = name })
}

// edit changes the text of the file, and makes sure that it then means what it
// is to mean: a file that is written in a way that a plain look does not
// understand is left alone.
func edit(file string, change func(text string) string, meaning func(*Config)) error {
	data, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &Error{File: file, Problem: reason(err)}
	}
	want, err := parse(file, data)
	if err != nil {
		return err
	}
	meaning(&want)
	text := []byte(change(string(data)))
	got, err := parse(file, text)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(got, want) {
		return &Error{File: file, Problem: "is written in a way that cannot be changed safely; change it by hand"}
	}
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real // a file of settings is often a link into a repository
	}
	if err := writePrivate(file, text); err != nil {
		return &Error{File: file, Problem: reason(err)}
	}
	return nil
}

func profileText(name string, p Profile) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[profile.%s]\n", name)
	for _, line := range []struct{ key, value string }{
		{"project_id", p.ProjectID}, {"base_url", p.BaseURL}, {"protection", string(p.Protection)}, {"theme", p.Theme},
		{"secret_store", string(p.SecretStore)}, {"secret_command", p.SecretCommand},
	} {
		if line.value != "" {
			fmt.Fprintf(&b, "%s = %s\n", line.key, quoted(line.value))
		}
	}
	return b.String()
}

// quoted is text as TOML writes it.
func quoted(text string) string {
	if !strings.ContainsAny(text, "'\n") {
		return "'" + text + "'"
	}
	return strconv.Quote(text)
}

var tableHead = regexp.MustCompile(`^\s*\[`)

// withoutProfile leaves out the lines of one table.
func withoutProfile(text, name string) string {
	head := regexp.MustCompile(`^\s*\[\s*profile\s*\.\s*["']?` + regexp.QuoteMeta(name) + `["']?\s*\]`)
	var kept strings.Builder
	inside := false
	for line := range strings.Lines(text) {
		if tableHead.MatchString(line) {
			inside = head.MatchString(line)
		}
		if !inside {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

var defaultLine = regexp.MustCompile(`(?m)^\s*default_profile\s*=.*\n?`)

func withDefault(text, name string) string {
	text = defaultLine.ReplaceAllString(text, "")
	if name == "" {
		return text
	}
	return "default_profile = " + quoted(name) + "\n" + text
}

func defaultOf(text string) string {
	_, value, _ := strings.Cut(defaultLine.FindString(text), "=")
	return strings.Trim(strings.TrimSpace(value), `"'`)
}
