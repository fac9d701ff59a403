package cli

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.com/orgdeck/api"
	"example.com/orgdeck/config"
	"example.com/orgdeck/sandbox"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// embeddedURL is the address that calls to the sandbox in this process carry:
// the one at which orgdeck serve answers, so that a call copied as curl works
// there.
const embeddedURL = "http://" + defaultListen

// recognition is how long a server on this machine has to show that it is a
// sandbox. The console waits for it.
const recognition = time.Second

// targetFlags say where calls go.
type targetFlags struct {
	profile  string
	sandbox  bool
	readOnly bool
	sandboxFlags
}

func (f *targetFlags) register(cmd *cobra.Command) { f.registerOn(cmd.Flags()) }

// registerOn adds the flags to those of a command, or to those that it hands
// down.
func (f *targetFlags) registerOn(flags *pflag.FlagSet) {
	flags.StringVar(&f.profile, "profile", "", "work on the project of this `profile`")
	flags.BoolVar(&f.sandbox, "sandbox", false, "use the sandbox, even when there are credentials")
	flags.BoolVar(&f.readOnly, "read-only", false, "refuse everything that would change something")
	f.registerSandboxOn(flags)
}

// target is where calls go: a Stytch project, or the sandbox in this process.
type target struct {
	client  *api.Client
	sandbox *embedded // nil for a project
	db      string    // the file of the sandbox, where it is not the usual one
	choice  choice
	clock   *api.SandboxClock // of a sandbox that is a server on this machine; else nil
	moved   views.Clock       // of a sandbox, once it is open

	recorder *recorder // of what is written; nil where nothing can be
}

// aim decides which project is worked on, or the sandbox, and starts to open the
// latter. An *api.ConfigError says what is wrong with the environment.
func (f *targetFlags) aim(ctx context.Context, w World, cfg config.Config, options ...api.Option) (*target, error) {
	spec, err := f.spec(cfg)
	if err != nil {
		return nil, err
	}
	chosen, err := f.choose(ctx, w, cfg)
	if err != nil {
		return nil, err
	}
	options = append(options, f.restraint(chosen)...)
	to := &target{choice: chosen}
	if chosen.sandbox {
		options = append(options, to.embed(ctx, w, &spec))
		chosen.credentials = spec.credentials
	}
	options = append(options, api.WithJournal(func(e api.Entry) { to.recorder.keep(e) }))
	if to.client, err = api.New(chosen.credentials, options...); err != nil {
		return nil, errors.Join(err, to.Close())
	}
	if to.client.ReadOnly() {
		return to, nil
	}
	if to.recorder, err = newRecorder(chosen); err != nil {
		return nil, errors.Join(err, to.Close())
	}
	return to, nil
}

// restraint is what keeps the client from writing as it likes.
func (f *targetFlags) restraint(chosen choice) []api.Option {
	switch {
	case f.readOnly || chosen.protection == config.ReadOnly:
		return []api.Option{api.WithReadOnly()}
	case chosen.protection == config.Protected:
		return []api.Option{api.WithProtection()}
	}
	return nil
}

// embed begins to open the sandbox, and returns the way to it.
func (t *target) embed(ctx context.Context, w World, spec *sandboxSpec) api.Option {
	spec.credentials = api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret, BaseURL: embeddedURL}
	if spec.members > 0 {
		spec.progress = progressOn(w.Err)
	}
	t.sandbox = embed(ctx, *spec)
	if spec.path != config.Database() {
		t.db = filepath.Base(spec.path)
	}
	return api.WithTransport(t.sandbox)
}

// wait returns when the target can be called, with the error that keeps it from
// being. No target needs no waiting.
func (t *target) wait() error {
	if t == nil || t.sandbox == nil {
		return nil
	}
	return t.sandbox.wait()
}

// recognize finds out whether a server on this machine is a sandbox: what orgdeck
// serve has beside the API answers then.
func (t *target) recognize(ctx context.Context) {
	if t.sandbox != nil || !t.client.Loopback() {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, recognition)
	defer cancel()
	if clock, err := t.client.Sandbox.Clock(ctx); err == nil {
		t.clock = &clock
	}
}

// isSandbox reports whether the target is a sandbox, as far as it was recognized.
func (t *target) isSandbox() bool { return t != nil && (t.sandbox != nil || t.clock != nil) }

// open waits until the target can be called, and yields what the console has to
// be told then: how far the clock of the sandbox has been moved.
func (t *target) open() (tea.Msg, error) {
	if err := t.wait(); err != nil || !t.isSandbox() {
		return nil, err
	}
	var moved time.Duration
	if t.clock != nil {
		moved = t.clock.Offset()
	} else {
		moved = t.sandbox.server.ClockMoved()
	}
	t.moved.Set(moved)
	return ui.ShowClock(views.MovedClock(moved))(), nil
}

// profile says for the header what is being administered.
func (t *target) profile() ui.Profile {
	switch {
	case t == nil:
		return ui.Profile{Kind: ui.Nowhere}
	case t.sandbox != nil:
		return ui.Profile{Name: t.db, Kind: ui.Sandbox}
	case t.client.Live():
		return ui.Profile{Name: t.choice.label(), Kind: ui.Live}
	}
	return ui.Profile{Name: t.choice.label(), Kind: ui.Test}
}

// Close ends the sandbox, if there is one, and says what could not be recorded.
func (t *target) Close() error {
	var errs []error
	if t.recorder != nil {
		errs = append(errs, t.recorder.Close())
	}
	if t.sandbox != nil {
		errs = append(errs, t.sandbox.Close())
	}
	return errors.Join(errs...)
}
