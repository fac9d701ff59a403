package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/config"
	"example.com/orgdeck/transfer"
)

// profileCommand is orgdeck profile.
func profileCommand(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profile",
		Short: "Keep projects under names, and their secrets in the keyring, a file or a program",
		Args:  arguments(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(profileAdd(w), profileList(w), profileUse(), profileRemove(w))
	return cmd
}

type addFlags struct {
	config.Profile
	store, protection string
	replace           bool
}

func profileAdd(w World) *cobra.Command {
	var f addFlags
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: "Keep a project under a name",
		Long: `Keep a project under a name. The secret is asked for without being shown, or read
from standard input; it never stands on the command line. It goes into the keyring
of the system, or with --store file into a file that only you can read. With
--secret-command nothing is kept: the command prints it each time.`,
		Example: `  orgdeck profile add live --project-id project-live-…
  op read op://team/stytch/secret | orgdeck profile add live --project-id project-live-… --store file
  orgdeck profile add live --project-id project-live-… --secret-command "op read op://team/stytch/secret"`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return f.add(w, args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.ProjectID, "project-id", "", "the project, project-test-… or project-live-…")
	flags.StringVar(&f.BaseURL, "base-url", "", "another `address` than Stytch's own")
	flags.StringVar(&f.protection, "protection", "", "`open|protected|read-only` (default protected for a live project, else open)")
	flags.StringVar(&f.store, "store", "", "keep the secret in `keyring|file` (default keyring)")
	flags.StringVar(&f.SecretCommand, "secret-command", "", "a `command` that prints the secret")
	flags.StringVar(&f.Theme, "theme", "", "draw for a `dark|light|auto` background")
	flags.BoolVar(&f.replace, "replace", false, "replace a profile of that name")
	for name, values := range map[string][]string{"protection": {"open", "protected", "read-only"}, "store": {"keyring", "file"}, "theme": {"dark", "light", "auto"}} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

func (f *addFlags) add(w World, name string) error {
	if err := config.CheckProfileName(name); err != nil {
		return &usageError{err.Error()}
	}
	cfg, err := config.Load(config.File())
	if err != nil {
		return err
	}
	old, there := cfg.Profiles[name]
	if there && !f.replace {
		return &usageError{fmt.Sprintf("there is a profile %s already; add --replace", name)}
	}
	f.inherit(old)
	if err := f.Check(); err != nil {
		return &usageError{err.Error()}
	}
	var secret b2b.Secret
	if f.Store() != config.FromCommand {
		if secret, err = askSecret(w, name); err != nil {
			return err
		}
	}
	if there && old.Store() != f.Store() {
		if err := old.ForgetSecret(name); err != nil {
			_, _ = fmt.Fprintf(w.Err, "The old secret stays where it was: %s\n", clean(err.Error()))
		}
	}
	if err := f.KeepSecret(name, secret); err != nil {
		return err
	}
	if err := config.AddProfile(config.File(), name, f.Profile); err != nil {
		return err
	}
	_, _ = fmt.Fprintf(w.Err, "Profile %s: %s, %s, secret in the %s. Open it with: orgdeck --profile %s\n", name, f.ProjectID, f.Protects(), storeWords(f.Store()), name)
	return nil
}

// inherit takes from the profile that is replaced what the flags do not say.
func (f *addFlags) inherit(old config.Profile) {
	f.Protection, f.SecretStore = config.Protection(f.protection), config.Store(f.store)
	if f.ProjectID == "" {
		f.ProjectID = old.ProjectID
		if f.BaseURL == "" {
			f.BaseURL = old.BaseURL
		}
		if f.Protection == "" {
			f.Protection = old.Protection
		}
		if f.SecretStore == "" && f.SecretCommand == "" {
			f.SecretStore, f.SecretCommand = old.SecretStore, old.SecretCommand
		}
	}
}

func storeWords(s config.Store) string {
	switch s {
	case config.SecretFile:
		return "file, mode 0600"
	case config.FromCommand:
		return "hands of a command"
	}
	return "keyring"
}

// maxSecret is how long a secret may be, in bytes.
const maxSecret = 4096

// askSecret reads the secret from the terminal, without showing it, or from
// standard input.
func askSecret(w World, name string) (b2b.Secret, error) {
	var text []byte
	var err error
	if file, ok := w.In.(*os.File); ok && isTerminal(file) {
		_, _ = fmt.Fprintf(w.Err, "Secret of %s (not shown): ", name)
		text, err = term.ReadPassword(file.Fd())
		_, _ = fmt.Fprintln(w.Err)
	} else {
		text, err = bufio.NewReader(io.LimitReader(w.In, maxSecret)).ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			err = nil
		}
	}
	if err != nil {
		return "", fmt.Errorf("read the secret: %w", err)
	}
	secret := b2b.Secret(strings.TrimSpace(string(text)))
	if secret == "" {
		return "", &usageError{"no secret was given: type it at the terminal, or hand it over on standard input"}
	}
	return secret, nil
}

// profileRow is a line of the list.
type profileRow struct {
	name string
	used bool
	config.Profile
}

func profileList(w World) *cobra.Command {
	l := listing[profileRow]{
		all: []transfer.Column[profileRow]{
			{Name: "name", Cell: func(r profileRow) string { return r.name }},
			{Name: "default", Cell: func(r profileRow) string {
				if r.used {
					return "yes"
				}
				return ""
			}},
			{Name: "project_id", Cell: func(r profileRow) string { return r.ProjectID }},
			{Name: "protection", Cell: func(r profileRow) string { return string(r.Protects()) }},
			{Name: "secret_store", Cell: func(r profileRow) string { return string(r.Store()) }},
			{Name: "base_url", Cell: func(r profileRow) string { return r.BaseURL }},
		},
		usual: []string{"name", "default", "project_id", "protection", "secret_store"},
	}
	l.object = func(r profileRow) any {
		object := map[string]string{}
		for _, c := range l.all {
			object[c.Name] = c.Cell(r)
		}
		return object
	}
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the profiles, and where their secrets are",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			cfg, err := config.Load(config.File())
			if err != nil {
				return err
			}
			rows := func(yield func(profileRow, error) bool) {
				for _, name := range cfg.ProfileNames() {
					if !yield(profileRow{name, name == cfg.DefaultProfile, cfg.Profiles[name]}, nil) {
						return
					}
				}
			}
			n, _, err := l.write(w.Out, rows, 0)
			if err == nil && n == 0 {
				_, _ = fmt.Fprintln(w.Err, "There is no profile yet; orgdeck profile add makes one.")
			}
			return err
		},
	}
	l.register(cmd)
	return cmd
}

func profileUse() *cobra.Command {
	return &cobra.Command{
		Use:               "use NAME",
		Short:             "Open this profile where nothing else is asked for; - opens the sandbox again",
		Args:              arguments(cobra.ExactArgs(1)),
		ValidArgsFunction: completeProfile,
		RunE: func(_ *cobra.Command, args []string) error {
			if args[0] == "-" {
				return config.UseProfile(config.File(), "")
			}
			if err := mustHaveProfile(args[0]); err != nil {
				return err
			}
			return config.UseProfile(config.File(), args[0])
		},
	}
}

func profileRemove(w World) *cobra.Command {
	return &cobra.Command{
		Use:               "remove NAME",
		Short:             "Forget a profile and its secret",
		Args:              arguments(cobra.ExactArgs(1)),
		ValidArgsFunction: completeProfile,
		RunE: func(_ *cobra.Command, args []string) error {
			name := args[0]
			if err := mustHaveProfile(name); err != nil {
				return err
			}
			cfg, err := config.Load(config.File())
			if err != nil {
				return err
			}
			if err := cfg.Profiles[name].ForgetSecret(name); err != nil {
				_, _ = fmt.Fprintf(w.Err, "Its secret may still be there: %s\n", clean(err.Error()))
			}
			return config.RemoveProfile(config.File(), name)
		},
	}
}

func mustHaveProfile(name string) error {
	cfg, err := config.Load(config.File())
	if err != nil {
		return err
	}
	if !slices.Contains(cfg.ProfileNames(), name) {
		return &usageError{noSuchProfile(cfg, name)}
	}
	return nil
}

func completeProfile(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	cfg, err := config.Load(config.File())
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return cfg.ProfileNames(), cobra.ShellCompDirectiveNoFileComp
}
