package cli

import (
	"context"
	"fmt"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/config"
)

// choice is what is worked on: a project, by way of a profile or of the
// environment, or the sandbox.
type choice struct {
	sandbox     bool
	profile     string // its name; "" for the environment and the sandbox
	theme       string // of the profile
	store       config.Store
	credentials api.Config
	protection  config.Protection
}

// choose finds out what is worked on: what --sandbox or --profile say, else the
// project of the environment, else the default profile, else the sandbox.
func (f *targetFlags) choose(ctx context.Context, w World, cfg config.Config) (choice, error) {
	sandbox := choice{sandbox: true, protection: config.Open}
	if f.sandbox {
		if f.profile != "" {
			return choice{}, &usageError{"--sandbox and --profile exclude each other"}
		}
		return sandbox, nil
	}
	if f.profile != "" {
		return f.chooseProfile(ctx, cfg, f.profile)
	}
	if credentials, ok := config.Credentials(w.Lookup, cfg.BaseURL); ok {
		of := config.Profile{ProjectID: credentials.ProjectID}
		return choice{credentials: credentials, protection: of.Protects()}, f.noSandbox("the environment names a Stytch project; add --sandbox")
	}
	if cfg.DefaultProfile != "" && !f.used() {
		return f.chooseProfile(ctx, cfg, cfg.DefaultProfile)
	}
	return sandbox, nil
}

// noSandbox refuses the flags of the sandbox where something else is worked on.
func (f *targetFlags) noSandbox(why string) error {
	if f.used() {
		return &usageError{"--db, --reset and --seed are for the sandbox, but " + why}
	}
	return nil
}

func (f *targetFlags) chooseProfile(ctx context.Context, cfg config.Config, name string) (choice, error) {
	p, ok := cfg.Profiles[name]
	if !ok {
		return choice{}, &usageError{noSuchProfile(cfg, name)}
	}
	if err := f.noSandbox("profile " + name + " is a Stytch project"); err != nil {
		return choice{}, err
	}
	secret, err := p.Secret(ctx, name)
	if err != nil {
		return choice{}, err
	}
	base := p.BaseURL
	if base == "" {
		base = cfg.BaseURL
	}
	return choice{
		profile: name, theme: p.Theme, store: p.Store(), protection: p.Protects(),
		credentials: api.Config{ProjectID: p.ProjectID, Secret: secret, BaseURL: base},
	}, nil
}

func noSuchProfile(cfg config.Config, name string) string {
	names := cfg.ProfileNames()
	if len(names) == 0 {
		return fmt.Sprintf("there is no profile %q, and no other; orgdeck profile add makes one", name)
	}
	return fmt.Sprintf("there is no profile %q; there is %s", name, strings.Join(names, ", "))
}

// label says for the header what is worked on, how it is protected, and where its
// secret is kept.
func (c choice) label() string {
	if c.profile == "" {
		return join(c.credentials.ProjectID, c.guard())
	}
	return join(c.profile, c.guard(), string(c.store))
}

// guard is the protection in a word, where it is worth one: read-only says so by
// itself.
func (c choice) guard() string {
	if c.protection == config.Protected {
		return string(c.protection)
	}
	return ""
}

// join puts what there is of parts beside each other.
func join(parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, " · ")
}
