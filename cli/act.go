package cli

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/config"
	"example.com/orgdeck/ui"
)

// actFlags say whether a write is sent, and who has agreed to it.
type actFlags struct {
	dryRun  bool
	yes     bool
	confirm string
}

func (f *actFlags) register(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, "show what would be sent, and send nothing")
	cmd.Flags().BoolVarP(&f.yes, "yes", "y", false, "do not ask; needed for what asks where there is no terminal")
	cmd.Flags().StringVar(&f.confirm, "confirm", "", "the `name` that a protected profile wants typed before something is destroyed")
}

// desk is a target that a command works on, and the world it answers to.
type desk struct {
	world  World
	target *target
}

// open aims at the target of the command, and waits until it can be called. What
// it returns has to be closed.
func (f *targetFlags) open(ctx context.Context, w World) (*desk, error) {
	cfg, err := config.Load(config.File())
	if err != nil {
		return nil, err
	}
	to, err := f.aim(ctx, w, cfg)
	if err != nil {
		return nil, err
	}
	if err := to.wait(); err != nil {
		return nil, errors.Join(err, to.Close())
	}
	return &desk{w, to}, nil
}

// with runs do on the target of the command.
func (f *targetFlags) with(ctx context.Context, w World, do func(*desk) error) (err error) {
	d, err := f.open(ctx, w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.target.Close()) }()
	return do(d)
}

func (d *desk) client() *api.Client { return d.target.client }

// say tells the person at the terminal something; programs read the standard
// output.
func (d *desk) say(format string, args ...any) {
	_, _ = fmt.Fprintf(d.world.Err, format+"\n", args...)
}

// act sends change once whoever has to has agreed, and hands what the server
// answered to show. A dry run only describes it. format is that of the output.
func act[T any](ctx context.Context, d *desk, f actFlags, format string, change api.Change[T], show func(T) error) error {
	if f.dryRun {
		return d.describe(change.Plan(), format)
	}
	if err := d.agree(f, change.Plan()); err != nil {
		return err
	}
	value, err := change.Do(ctx)
	if err != nil {
		return err
	}
	return show(value)
}

// describe writes what a write would send.
func (d *desk) describe(p api.Plan, format string) error {
	if format == "json" {
		return writeJSON(d.world.Out, planJSON(p))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Dry run, nothing was sent: %s\n\n%s %s\n", p.Summary, p.Method, p.Path)
	if p.Body != "" {
		b.WriteString(p.Body + "\n")
	}
	if len(p.Fields) > 0 {
		b.WriteByte('\n')
	}
	for _, field := range p.Fields {
		fmt.Fprintf(&b, "%s: %s → %s\n", ui.Clean(field.Name), orNothing(field.Before), orNothing(field.After))
	}
	if p.Empty {
		b.WriteString("\nThere is nothing to change.\n")
	}
	if p.OneWay != "" {
		fmt.Fprintf(&b, "\nThis cannot be undone: %s.\n", p.OneWay)
	}
	fmt.Fprintf(&b, "\n%s\n", p.Curl)
	_, err := d.world.Out.Write(harmless([]byte(b.String())))
	return err
}

// rawJSON is JSON text as a value; nil when there is none.
func rawJSON(text string) any {
	if text == "" {
		return nil
	}
	return json.RawMessage(text)
}

func orNothing(text string) string { return cmp.Or(ui.Clean(text), "(nothing)") }

// planJSON is a plan for programs.
func planJSON(p api.Plan) any {
	type field struct {
		Name   string `json:"name"`
		Before string `json:"before"`
		After  string `json:"after"`
	}
	fields := make([]field, len(p.Fields))
	for i, f := range p.Fields {
		fields[i] = field{f.Name, f.Before, f.After}
	}
	return struct {
		Summary  string  `json:"summary"`
		Endpoint string  `json:"endpoint"`
		Method   string  `json:"method"`
		Path     string  `json:"path"`
		Body     any     `json:"body"`
		Fields   []field `json:"fields"`
		Empty    bool    `json:"empty"`
		OneWay   string  `json:"one_way,omitzero"`
		Curl     string  `json:"curl"`
	}{p.Summary, p.EndpointID, p.Method, p.Path, rawJSON(p.Body), fields, p.Empty, p.OneWay, p.Curl}
}

// agree returns when a write may be sent: at once when it is harmless, when
// --yes or --confirm says so, or when the person at the terminal does.
func (d *desk) agree(f actFlags, p api.Plan) error {
	if p.Danger == api.None {
		return nil
	}
	word, flag, agreed := "", "--yes", f.yes
	if p.Danger == api.TypeName {
		word = p.Word
	}
	typed := d.client().Protected() && word != ""
	if typed {
		flag, agreed = "--confirm "+shellWord(word), f.confirm == word
	}
	switch {
	case agreed:
		return nil
	case typed && f.confirm != "":
		return &usageError{fmt.Sprintf("--confirm is %q, and the organization is called %q", f.confirm, word)}
	case !d.attended():
		return &usageError{fmt.Sprintf("%s: this needs %s where there is no terminal to ask at", p.Summary, flag)}
	}
	return d.ask(p, word)
}

// attended reports whether somebody can be asked.
func (d *desk) attended() bool { return isTerminal(d.world.In) && isTerminal(d.world.Err) }

// errDeclined is the answer no.
var errDeclined = errors.New("nothing was sent")

// ask asks the person at the terminal; word has to be typed, "" asks for a yes.
func (d *desk) ask(p api.Plan, word string) error {
	d.say("%s", ui.Clean(p.Summary)+".")
	if p.OneWay != "" {
		d.say("This cannot be undone: %s.", ui.Clean(p.OneWay))
	}
	question, want := "Do it? [y/N] ", "y"
	if word != "" {
		question, want = "Type "+ui.Clean(word)+" to go on: ", word
	}
	_, _ = fmt.Fprint(d.world.Err, question)
	answer, err := bufio.NewReader(d.world.In).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read the answer: %w", err)
	}
	answer = strings.TrimSpace(answer)
	if answer == want || word == "" && strings.EqualFold(answer, "yes") {
		return nil
	}
	return errDeclined
}

// shellWord is text as one word of a shell.
func shellWord(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
