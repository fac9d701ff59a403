package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/config"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// framesPerSecond bounds how long a key waits to be seen; Bubble Tea's most.
const framesPerSecond = 120

type consoleFlags struct {
	theme      string
	accessible bool
	targetFlags
}

func consoleCommand(w World) *cobra.Command {
	var f consoleFlags
	cmd := &cobra.Command{
		Use:   "orgdeck",
		Short: "A console for organization management on the Stytch B2B API",
		Long: `A console for organization management on the Stytch B2B API.

With STYTCH_PROJECT_ID and STYTCH_SECRET in the environment it opens that
project. Without, it opens its own sandbox, filled with demo data.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return f.run(cmd.Context(), w) },
	}
	cmd.Flags().StringVar(&f.theme, "theme", "", "draw for a `dark|light|auto` background; auto asks the terminal (default auto)")
	cmd.Flags().BoolVar(&f.accessible, "accessible", false, "tell everything in lines and ask for lines, for screen readers")
	f.register(cmd)
	return cmd
}

func (f *consoleFlags) run(ctx context.Context, w World) error {
	s, err := f.settle(w)
	if err != nil {
		return err
	}
	if !s.accessible && !isTerminal(w.Out) {
		return errors.New("the console needs a terminal, and standard output is none; for scripts there are: orgdeck api, orgdeck serve")
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	log, done, known := &api.Log{}, &api.History{}, &views.Identities{}
	to, err := f.aim(ctx, w, s.config, api.WithObserver(log.Add), api.WithJournal(done.Add), api.WithAnswers(known.Learn))
	if wrong, ok := errors.AsType[*api.ConfigError](err); ok {
		return s.show(ctx, nil, s.withoutCredentials(wrong))
	}
	if err != nil {
		return err
	}
	s.obey(ctx, f.theme, to)
	to.recognize(ctx)
	if f.seed != "" { // may take minutes; its progress is drawn before there is a screen
		if err := to.wait(); err != nil {
			return err
		}
	}
	left := recall(to.stateName())
	env := &views.Env{
		API: to.client, Log: log, Done: done, Keys: s.keys, Theme: s.theme, Sandbox: to.isSandbox(), Clock: &to.moved,
		Clipboard: views.NewClipboard(s.clipboardOut()), Editor: s.editor(),
		Mask: &ui.Mask{Find: known.Find}, Memory: &left.memory, Columns: columnsOf(s.config),
	}
	s.palette, s.actions, s.answered = views.Palette(env), env.Everywhere, env.Answered
	s.mask, s.start, s.first, s.left = env.Mask, left.memory.Section, left.tell(), left.keep
	err = s.show(ctx, to, views.Sections(env))
	end() // an opening that is still under way is not waited for
	return errors.Join(err, env.Close(context.WithoutCancel(ctx)), to.Close())
}

// obey takes over what the profile says, where no flag says otherwise, and hears
// of writes that could not be recorded.
func (s *settings) obey(ctx context.Context, flag string, to *target) {
	if mode, err := theme.ParseMode(to.choice.theme); err == nil && flag == "" && to.choice.theme != "" {
		s.mode, s.theme = mode, theme.New(mode.Dark(s.variable))
	}
	switch {
	case s.readOnly:
		s.why = "orgdeck was started with --read-only."
	case to.client.ReadOnly():
		s.why = "Profile " + to.choice.profile + " is read-only."
	}
	s.unrecorded = to.recorder.tell(ctx)
}

// terminalOf is the terminal that in is; nil when it is none. The program's own
// input is wrapped, and no use to a program that it starts.
func terminalOf(in io.Reader) *os.File {
	if file, ok := in.(*os.File); ok && isTerminal(file) {
		return file
	}
	return nil
}

// settings are what the console is shown with.
type settings struct {
	world    World
	config   config.Config
	keys     keymap.Map
	mode     theme.Mode
	theme    *theme.Theme
	mouse    bool
	readOnly bool

	accessible bool   // told in lines
	why        string // nothing may be written; "" when it may
	palette    ui.PaletteSource

	unrecorded tea.Cmd            // tells of a write that is not in the audit log
	actions    func() []ui.Action // that work in every view
	answered   func() tea.Cmd     // runs after every answer of the server
	mask       *ui.Mask
	start      keymap.ID                     // of the section to begin with
	first      tea.Cmd                       // runs once there is a screen
	left       func(section keymap.ID) error // is told which section was in front; nil for nobody
}

// settle puts flags and configuration together.
func (f *consoleFlags) settle(w World) (*settings, error) {
	cfg, err := config.Load(config.File())
	if err != nil {
		return nil, err
	}
	s := &settings{world: w, config: cfg, mouse: cfg.Mouse == nil || *cfg.Mouse, readOnly: f.readOnly}
	s.accessible = f.accessible || cfg.Accessible
	if s.keys, err = keymap.Default().Override(cfg.Keys); err != nil {
		return nil, &config.Error{File: config.File(), Problem: err.Error()}
	}
	chosen := cfg.Theme
	if f.theme != "" {
		chosen = f.theme
	}
	if s.mode, err = theme.ParseMode(chosen); err != nil {
		return nil, &usageError{"--" + err.Error()}
	}
	s.theme = theme.New(s.mode.Dark(s.variable))
	return s, nil
}

func (s *settings) variable(name string) string {
	value, _ := s.world.Lookup(name)
	return value
}

// show runs the shell over sections until the user quits, ctx ends, or the
// target turns out to be out of reach for good. It gives the terminal back as it
// was, and tells what went wrong.
func (s *settings) show(ctx context.Context, to *target, sections []ui.Section) error {
	options := s.shell(to)
	if s.accessible {
		return s.showLines(ctx, to, ui.New(ctx, options, sections...))
	}
	programOptions := []tea.ProgramOption{
		tea.WithAltScreen(), tea.WithFPS(framesPerSecond), tea.WithOutput(s.world.Out), tea.WithoutSignalHandler(),
	}
	if s.mouse {
		programOptions = append(programOptions, tea.WithMouseCellMotion())
	}
	if file, ok := s.world.In.(*os.File); ok && isTerminal(file) {
		input := theme.NewInput(file)
		programOptions = append(programOptions, tea.WithInput(input))
		if s.mode == theme.ModeAuto {
			options.Init = tea.Batch(options.Init, input.AskBackground(ctx, s.world.Out, s.variable("TERM")))
		}
	}
	app := ui.New(ctx, options, sections...)
	err := play(ctx, app, to.open, programOptions...)
	if err == nil && s.left != nil {
		err = s.left(app.Section())
	}
	return err
}

// shell says what the shell has to know.
func (s *settings) shell(to *target) ui.Options {
	o := ui.Options{Theme: s.theme, Keys: s.keys, Mouse: s.mouse, Profile: to.profile(), Palette: s.palette, Actions: s.actions, Answered: s.answered,
		Mask: s.mask, Start: s.start, Init: tea.Batch(s.first, s.unrecorded),
	}
	o.ReadOnly = s.why
	return o
}

// withoutCredentials is what is shown when there is nobody to ask.
func (s *settings) withoutCredentials(wrong *api.ConfigError) []ui.Section {
	return []ui.Section{{
		ID: keymap.Organizations, Key: s.keys.Binding(keymap.Organizations), Name: "Credentials",
		Open: func() ui.View { return &problem{cause: wrong, theme: s.theme} },
	}}
}

// play runs model until it quits, ctx ends, or ready says that there is no use.
// What ready yields is told to the model.
func play(ctx context.Context, model tea.Model, ready func() (tea.Msg, error), options ...tea.ProgramOption) error {
	g := &guard{model: keystrokes{model}}
	program := tea.NewProgram(g, options...)
	g.quit = program.Quit
	stop := context.AfterFunc(ctx, program.Quit)
	defer stop()
	failed := make(chan error, 1)
	go func() {
		told, err := ready()
		if err != nil {
			failed <- err
			program.Quit()
			return
		}
		if told != nil {
			program.Send(told)
		}
	}()
	_, err := program.Run()
	if crashed := g.report(config.State()); crashed != nil {
		return crashed
	}
	if err != nil {
		return fmt.Errorf("show the console: %w", err)
	}
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}
