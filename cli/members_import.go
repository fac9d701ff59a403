package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
)

// errIncomplete is the end of an import that did not bring everybody in.
var errIncomplete = errors.New("not all rows came through; the results say why")

type importFlags struct {
	*memberFlags
	actFlags
	invite  bool
	locale  string
	rate    float64
	results string
	plan    listing[transfer.Planned]
}

func membersImport(w World, members *memberFlags) *cobra.Command {
	f := importFlags{memberFlags: members, plan: listing[transfer.Planned]{
		all: transfer.PlanColumns(), usual: []string{"line", "plan", "email_address", "why"}, object: plannedJSON,
	}}
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Make or invite the members of a CSV file",
		Long: `Make or invite the members of a CSV file; - is standard input. The first line
names the columns: ` + strings.Join(transfer.SheetColumns(), ", ") + `.
email_address is needed; roles are separated by commas.

Who is a member already is skipped; rows that contradict what is there, or each
other, are left alone and told. --dry-run shows the plan, row by row. What came
of each row is written to FILE.results.csv. An import that was interrupted, even
by a crash, goes on where it was when the same command is given again: nobody is
made twice, and nobody is left out.`,
		Example: `  orgdeck members import members.csv --org acme-robotics --dry-run
  orgdeck members import members.csv --org acme-robotics --invite --rate 5`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.with(cmd.Context(), w, func(d *desk) error { return f.run(cmd.Context(), d, args[0]) })
		},
	}
	cmd.Flags().BoolVar(&f.invite, "invite", false, "mail each an invitation instead of making them active")
	cmd.Flags().StringVar(&f.locale, "locale", "", "language of the invitations: "+strings.Join(locales(), ", "))
	cmd.Flags().Float64Var(&f.rate, "rate", 0, "send this many in a second at most; 0 leaves it to orgdeck")
	cmd.Flags().StringVar(&f.results, "results", "", "`file` for what came of each row (default FILE.results.csv)")
	f.plan.register(cmd)
	f.actFlags.register(cmd)
	return cmd
}

func locales() []string {
	field, _ := b2b.MagicLinksEmailInvite.Field("locale")
	return field.Enum
}

// plannedJSON is a row of a plan for programs.
func plannedJSON(p transfer.Planned) any {
	return struct {
		Line  int    `json:"line"`
		Email string `json:"email_address"`
		Plan  string `json:"plan"`
		Why   string `json:"why"`
	}{p.Line, p.Member.EmailAddress, string(p.Verdict), p.Why}
}

func (f *importFlags) run(ctx context.Context, d *desk, file string) error {
	if f.locale != "" && (!f.invite || !slices.Contains(locales(), f.locale)) {
		return &usageError{"--locale goes with --invite, and is one of " + strings.Join(locales(), ", ")}
	}
	sheet, err := readSheet(d.world, file)
	if err != nil {
		return err
	}
	org, err := f.organization(ctx, d)
	if err != nil {
		return err
	}
	to := transfer.Import{Client: d.client(), Organization: org, PerSecond: f.rate}
	if f.invite {
		to.Invite = &b2b.InviteEmailMagicLink{Locale: ifNamed(f.locale)}
	}
	plan, err := to.Plan(ctx, sheet, nil)
	if err != nil {
		return err
	}
	if f.dryRun {
		return f.show(d, plan)
	}
	return f.carryOut(ctx, d, plan, f.resultsOf(file))
}

func ifNamed(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func readSheet(w World, file string) (*transfer.Sheet, error) {
	if file == "-" {
		return transfer.ReadSheet(w.In)
	}
	sheet, err := transfer.OpenSheet(file)
	if _, broken := errors.AsType[*transfer.SheetError](err); broken {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return sheet, err
}

func (f *importFlags) resultsOf(file string) string {
	switch {
	case f.results != "":
		return f.results
	case file == "-":
		return "members.results.csv"
	}
	return transfer.ResultPath(file)
}

// show writes the plan and sums it up.
func (f *importFlags) show(d *desk, plan *transfer.Plan) error {
	rows := func(yield func(transfer.Planned, error) bool) {
		for _, row := range plan.Rows {
			if !yield(row, nil) {
				return
			}
		}
	}
	if _, _, err := f.plan.write(d.world.Out, rows, 0); err != nil {
		return err
	}
	d.say("Dry run, nothing was sent: %s.", planned(plan))
	return nil
}

// planned sums a plan up: "480 to create, 12 to skip".
func planned(p *transfer.Plan) string {
	var parts []string
	for _, v := range []struct {
		verdict transfer.Verdict
		words   string
	}{
		{transfer.Create, "to create"}, {transfer.Skip, "to skip"}, {transfer.Conflict, "in conflict"}, {transfer.Invalid, "invalid"},
	} {
		if n := p.Count(v.verdict); n > 0 || v.verdict == transfer.Create {
			parts = append(parts, fmt.Sprintf("%d %s", n, v.words))
		}
	}
	return strings.Join(parts, ", ")
}

// carryOut runs the plan and writes what came of it, whatever that is.
func (f *importFlags) carryOut(ctx context.Context, d *desk, plan *transfer.Plan, results string) error {
	if d.client().ReadOnly() && plan.Count(transfer.Create) > 0 {
		return &api.ReadOnlyError{Method: plan.Change(transfer.Planned{}).Endpoint.Method, Path: plan.Change(transfer.Planned{}).Endpoint.Path}
	}
	d.say("%s: %s.", clean(plan.Import.Organization.OrganizationName), planned(plan))
	if err := f.agreeToImport(d, plan); err != nil {
		return err
	}
	state, err := transfer.OpenState(transfer.StatePath(results, plan), plan)
	if err != nil {
		return err
	}
	if state.Begun() {
		d.say("Going on where an earlier run ended.")
	}
	run := transfer.NewRun(plan, state)
	failed := d.send(ctx, run)
	err = errors.Join(failed, transfer.WriteResults(results, run.Outcomes()), run.Close())
	d.say("%s. The results are in %s.", came(run), clean(results))
	if err == nil && run.Count(transfer.Created)+run.Count(transfer.Skipped) < len(plan.Rows) {
		err = errIncomplete
	}
	return err
}

// agreeToImport asks whoever is at the terminal.
func (f *importFlags) agreeToImport(d *desk, plan *transfer.Plan) error {
	if f.yes || !d.attended() || plan.Count(transfer.Create) == 0 {
		return nil
	}
	what := "Create "
	if f.invite {
		what = "Mail an invitation to "
	}
	return d.ask(api.Plan{Summary: what + plural(plan.Count(transfer.Create), "member")}, "")
}

// send sends what is left of a run, and draws how far it is where somebody
// watches.
func (d *desk) send(ctx context.Context, run *transfer.Run) error {
	ctx = api.Together(ctx, "Import members")
	bar := barOn(d.world.Err, "importing", "members")
	total := run.Left()
	for run.Left() > 0 {
		if _, err := run.Step(ctx); err != nil {
			bar(total, total)
			return err
		}
		bar(total-run.Left(), total)
	}
	return nil
}

// came sums up what came of a run.
func came(run *transfer.Run) string {
	var parts []string
	for _, r := range []transfer.Result{transfer.Created, transfer.Skipped, transfer.Conflicting, transfer.Refused, transfer.Failed, transfer.Untried} {
		if n := run.Count(r); n > 0 || r == transfer.Created {
			parts = append(parts, fmt.Sprintf("%d %s", n, r))
		}
	}
	return strings.Join(parts, ", ")
}

// barOn returns what draws a progress bar on out, and nothing when nobody
// watches.
func barOn(out io.Writer, doing, things string) func(done, total int) {
	if !isTerminal(out) {
		return func(int, int) {}
	}
	began := time.Now()
	return func(done, total int) {
		line := progressLine(doing, things, done, total, time.Since(began))
		if done == total {
			line = ""
		}
		_, _ = fmt.Fprintf(out, "\r%s\x1b[K", line)
	}
}

// plural is "1 member" or "2 members".
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
