package config

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"example.com/orgdeck/api"
)

// Profile is a table [profile.NAME]: one Stytch project, and where its secret is.
type Profile struct {
	ProjectID     string     `toml:"project_id"`
	BaseURL       string     `toml:"base_url"`       // "" is the project's own
	Protection    Protection `toml:"protection"`     // "" is the usual one of the project
	Theme         string     `toml:"theme"`          // "" is that of the file
	SecretStore   Store      `toml:"secret_store"`   // "" is the keyring, or the command where there is one
	SecretCommand string     `toml:"secret_command"` // prints the secret
}

// Protection is how much a profile lets through.
type Protection string

// The protections.
const (
	Open      Protection = "open"      // asks before something is destroyed
	Protected Protection = "protected" // asks for the organization's name before that
	ReadOnly  Protection = "read-only" // refuses every write
)

// Store is where a secret is kept.
type Store string

// The stores.
const (
	Keyring     Store = "keyring" // of the operating system
	SecretFile  Store = "file"    // of mode 0600
	FromCommand Store = "command" // printed by a program
)

var profileName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$`)

// CheckProfileName says what is wrong with a name, in words that follow it.
func CheckProfileName(name string) error {
	if !profileName.MatchString(name) {
		return fmt.Errorf("%q is no name of a profile: use letters, digits, - and _", name)
	}
	return nil
}

// Protects is the protection of p: what it says, else protected for a live
// project and open for any other.
func (p Profile) Protects() Protection {
	switch {
	case p.Protection != "":
		return p.Protection
	case strings.HasPrefix(p.ProjectID, "project-live-"):
		return Protected
	}
	return Open
}

// Store is where the secret of p is.
func (p Profile) Store() Store {
	switch {
	case p.SecretStore != "":
		return p.SecretStore
	case p.SecretCommand != "":
		return FromCommand
	}
	return Keyring
}

// ProfileNames are those of all profiles, in order.
func (c Config) ProfileNames() []string { return slices.Sorted(maps.Keys(c.Profiles)) }

// Check says what is wrong with p, in words.
func (p Profile) Check() error {
	switch p.Protection {
	case "", Open, Protected, ReadOnly:
	default:
		return fmt.Errorf("protection is %q; it can be open, protected or read-only", p.Protection)
	}
	switch p.Store() {
	case Keyring, SecretFile:
		if p.SecretCommand != "" {
			return fmt.Errorf("secret_command needs secret_store = %q, or none", FromCommand)
		}
	case FromCommand:
		if strings.TrimSpace(p.SecretCommand) == "" {
			return errors.New("secret_command is missing")
		}
	default:
		return fmt.Errorf("secret_store is %q; it can be keyring, file or command", p.SecretStore)
	}
	switch p.Theme {
	case "", "auto", "dark", "light":
	default:
		return fmt.Errorf("theme is %q; it can be dark, light or auto", p.Theme)
	}
	return CheckProject(p.ProjectID, p.BaseURL)
}

// CheckProject says what is wrong with the id or the address of a project, by the
// client's own rules.
func CheckProject(id, baseURL string) error {
	_, err := api.New(api.Config{ProjectID: id, Secret: "any", BaseURL: baseURL})
	if wrong, ok := errors.AsType[*api.ConfigError](err); ok {
		name := "project_id"
		if wrong.Variable == api.EnvBaseURL {
			name = "base_url"
		}
		return fmt.Errorf("%s %s", name, wrong.Problem)
	}
	return err
}

// checkProfiles finds the first mistake in the profiles of a file.
func (c Config) checkProfiles() error {
	for _, name := range c.ProfileNames() {
		if err := CheckProfileName(name); err != nil {
			return err
		}
		if err := c.Profiles[name].Check(); err != nil {
			return fmt.Errorf("profile %s: %w", name, err)
		}
	}
	if _, there := c.Profiles[c.DefaultProfile]; c.DefaultProfile != "" && !there {
		return fmt.Errorf("default_profile is %q, and there is no such profile", c.DefaultProfile)
	}
	return nil
}
