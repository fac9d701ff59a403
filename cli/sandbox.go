package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.com/orgdeck/api"
	"example.com/orgdeck/config"
	"example.com/orgdeck/sandbox"
)

// memory is the database that is forgotten at the end.
const memory = ":memory:"

// sandboxFlags say which sandbox, and what it holds at first.
type sandboxFlags struct {
	db    string
	seed  string
	reset bool
}

func (f *sandboxFlags) register(cmd *cobra.Command) { f.registerSandboxOn(cmd.Flags()) }

func (f *sandboxFlags) registerSandboxOn(flags *pflag.FlagSet) {
	flags.StringVar(&f.db, "db", "", "`file` that holds the sandbox, or :memory: (default "+config.Database()+")")
	flags.StringVar(&f.seed, "seed", "", "fill an empty sandbox with `demo|none|N`: the demo data, nothing, or N members (default demo)")
	flags.BoolVar(&f.reset, "reset", false, "empty the sandbox first")
}

// used reports whether any of the flags was given.
func (f *sandboxFlags) used() bool { return f.db != "" || f.seed != "" || f.reset }

// sandboxSpec is a sandbox to open.
type sandboxSpec struct {
	path        string
	members     int  // to fill it with; 0 is the demo data
	unfilled    bool // leave an empty sandbox empty
	reset       bool
	credentials api.Config
	rateLimit   int
	redirects   []string // hosts that links may lead to; none allows all
	passwords   sandbox.PasswordRules
	userInfo    string
	publicURL   string
	log         *slog.Logger
	progress    func(done, total int) // of seeding; nil for none
}

func (f *sandboxFlags) spec(cfg config.Config) (sandboxSpec, error) {
	s := sandboxSpec{path: f.db, reset: f.reset}
	if s.path == "" {
		s.path = cfg.Sandbox.DB
	}
	if s.path == "" {
		s.path = config.Database()
	}
	switch f.seed {
	case "", "demo":
		return s, nil
	case "none":
		s.unfilled = true
		return s, nil
	}
	var err error
	if s.members, err = strconv.Atoi(f.seed); err != nil || s.members < 1 {
		return s, &usageError{fmt.Sprintf("--seed is %q; it can be demo, none or a number of members", f.seed)}
	}
	return s, nil
}

// openSandbox opens the sandbox, makes it when there is none, and fills it when
// it is empty.
func openSandbox(ctx context.Context, s sandboxSpec) (*sandbox.Server, error) {
	if s.reset {
		if err := reset(s.path); err != nil {
			return nil, err
		}
	}
	if s.path != memory {
		if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
			return nil, fmt.Errorf("make the directory of the sandbox: %w", err)
		}
	}
	opened, err := sandbox.Open(ctx, sandbox.Options{
		Path: s.path, ProjectID: s.credentials.ProjectID, Secret: s.credentials.Secret, RateLimit: s.rateLimit, RedirectHosts: s.redirects, Passwords: s.passwords, UserInfo: s.userInfo, PublicURL: s.publicURL, Logger: s.log,
	})
	if err != nil {
		return nil, err
	}
	if err := fill(ctx, opened, s); err != nil {
		return nil, errors.Join(fmt.Errorf("fill the sandbox: %w", err), opened.Close())
	}
	return opened, nil
}

// fill seeds an empty sandbox. One that holds something is left as it is, so
// that the same command line works every day.
func fill(ctx context.Context, opened *sandbox.Server, s sandboxSpec) error {
	if s.unfilled {
		return nil
	}
	if empty, err := opened.IsEmpty(ctx); err != nil || !empty {
		return err
	}
	err := sandbox.Seed(ctx, opened, sandbox.SeedOptions{Members: s.members, Progress: s.progress})
	if err != nil && s.progress != nil {
		s.progress(1, 1) // takes the bar away
	}
	debug.FreeOSMemory()                     // seeding needs more than the console ever will
	if errors.Is(err, sandbox.ErrNotEmpty) { // another program was faster
		return nil
	}
	return err
}

// reset removes a sandbox. A file without the key of a sandbox beside it is
// something else, and is left alone.
func reset(path string) error {
	if path == memory {
		return nil
	}
	key := path + ".key"
	_, noDB := os.Stat(path)
	_, noKey := os.Stat(key)
	if noDB == nil && noKey != nil {
		return fmt.Errorf("%s is not a sandbox (there is no %s), so --reset leaves it alone", path, filepath.Base(key))
	}
	for _, file := range []string{path, path + "-wal", path + "-shm", key} {
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("reset the sandbox: %w", err)
		}
	}
	return nil
}

// barWidth is how many cells the progress bar has.
const barWidth = 24

// progressOn returns what draws the progress of seeding on out; nil when nobody
// watches it.
func progressOn(out io.Writer) func(done, total int) {
	if !isTerminal(out) {
		return nil
	}
	return barOn(out, "filling the sandbox", "members")
}

// progressLine says how far something is, and how long it will take at this pace.
func progressLine(doing, things string, done, total int, took time.Duration) string {
	full := barWidth * done / max(1, total)
	left := time.Duration(float64(took) / float64(max(1, done)) * float64(total-done))
	return fmt.Sprintf("%s %s%s %d of %d %s, %v left",
		doing, strings.Repeat("█", full), strings.Repeat("░", barWidth-full), done, total, things, left.Round(time.Second))
}
