package cli

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"path/filepath"
	"strings"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/audit"
	"example.com/orgdeck/config"
	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// auditFile is where the writes to what is called name are recorded.
func auditFile(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, name)
	return filepath.Join(config.State(), "audit-"+plain+".jsonl")
}

// name is what the choice is called in the audit log.
func (c choice) name() string {
	switch {
	case c.sandbox:
		return "sandbox"
	case c.profile != "":
		return c.profile
	}
	return c.credentials.ProjectID
}

// recorder writes down every write. It does not keep one from being sent: that
// the log can be written is made sure of at the start, and what fails later is
// told.
type recorder struct {
	log   *audit.Log
	about audit.Record // what all records have in common

	mu     sync.Mutex
	failed error         // the first that failed
	told   chan struct{} // closed then
}

func newRecorder(c choice) (*recorder, error) {
	log, err := audit.Open(auditFile(c.name()))
	if err != nil {
		return nil, err
	}
	return &recorder{log: log, about: audit.Record{Profile: c.name(), Project: c.credentials.ProjectID, Who: whoami()}, told: make(chan struct{})}, nil
}

// whoami is the user of the operating system.
func whoami() string {
	if me, err := user.Current(); err == nil {
		return me.Username
	}
	return "unknown"
}

// keep records one write; it is for api.WithJournal.
func (r *recorder) keep(e api.Entry) {
	line := r.about
	line.At, line.Acting, line.Undoing = e.At.UTC().Truncate(time.Millisecond), e.Acting, e.Undoing
	if e.Run != nil {
		line.Run = e.Run.Title
	}
	line.Summary, line.Endpoint, line.Method, line.Path = e.Plan.Summary, e.Plan.EndpointID, e.Plan.Method, e.Plan.Path
	for _, f := range e.Plan.Fields {
		line.Fields = append(line.Fields, audit.FieldRecord{Name: f.Name, Before: f.Before, After: f.After})
	}
	line.RequestID, line.Outcome = e.RequestID, "done"
	if e.Err != nil {
		line.Outcome, line.Why = "failed", api.Reason(e.Err)
	}
	if err := r.log.Add(line); err != nil {
		r.fail(err)
	}
}

func (r *recorder) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failed == nil {
		r.failed = fmt.Errorf("a write was sent and is not in the audit log: %w", err)
		close(r.told)
	}
}

// failure is the first write that could not be recorded; nil when all could.
func (r *recorder) failure() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.failed
}

// tell waits until a write could not be recorded, and tells; nil where nothing is
// recorded.
func (r *recorder) tell(ctx context.Context) tea.Cmd {
	if r == nil {
		return nil
	}
	return func() tea.Msg {
		select {
		case <-r.told:
			return ui.Toast(ui.Failure, clean(r.failure().Error()))()
		case <-ctx.Done():
			return nil
		}
	}
}

// Close closes the log and says what could not be recorded.
func (r *recorder) Close() error {
	if err := r.failure(); err != nil {
		_ = r.log.Close() // the first failure says more
		return err
	}
	return r.log.Close()
}

// auditCommand is orgdeck audit.
func auditCommand(w World) *cobra.Command {
	var profile string
	l := listing[audit.Record]{
		all: []transfer.Column[audit.Record]{
			{Name: "at", Cell: func(r audit.Record) string { return r.At.Format(time.RFC3339) }},
			{Name: "who", Cell: func(r audit.Record) string { return r.Who }},
			{Name: "outcome", Cell: func(r audit.Record) string { return r.Outcome }},
			{Name: "summary", Cell: func(r audit.Record) string { return r.Summary }},
			{Name: "fields", Cell: fieldsText},
			{Name: "why", Cell: func(r audit.Record) string { return r.Why }},
			{Name: "run", Cell: func(r audit.Record) string { return r.Run }},
			{Name: "method", Cell: func(r audit.Record) string { return r.Method }},
			{Name: "path", Cell: func(r audit.Record) string { return r.Path }},
			{Name: "request_id", Cell: func(r audit.Record) string { return r.RequestID }},
			{Name: "profile", Cell: func(r audit.Record) string { return r.Profile }},
			{Name: "project", Cell: func(r audit.Record) string { return r.Project }},
		},
		usual:  []string{"at", "who", "outcome", "summary", "request_id"},
		object: func(r audit.Record) any { return r },
	}
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "List the writes that orgdeck has sent from this machine",
		Long: `List the writes that orgdeck has sent from this machine to a project, oldest first.
Each line of the log holds the hash of the line before it: a line that was
changed, added or taken away is named, here and by "audit verify".`,
		Args: arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			file, err := auditOf(w, profile)
			if err != nil {
				return err
			}
			_, _, err = l.write(w.Out, recordsOf(file), 0)
			return err
		},
	}
	l.register(cmd)
	cmd.PersistentFlags().StringVar(&profile, "profile", "", "the log of this `profile`; sandbox is that of the sandbox")
	cmd.AddCommand(auditVerify(w, &profile))
	return cmd
}

func fieldsText(r audit.Record) string {
	parts := make([]string, len(r.Fields))
	for i, f := range r.Fields {
		parts[i] = fmt.Sprintf("%s: %s → %s", f.Name, f.Before, f.After)
	}
	return strings.Join(parts, "; ")
}

// recordsOf walks the records of a log.
func recordsOf(file string) func(yield func(audit.Record, error) bool) {
	return func(yield func(audit.Record, error) bool) {
		stopped := errors.New("stopped")
		err := audit.Read(file, func(r audit.Record) error {
			if !yield(r, nil) {
				return stopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, stopped) {
			yield(audit.Record{}, err)
		}
	}
}

func auditVerify(w World, profile *string) *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Check that no line of the log was changed, added or taken away",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			file, err := auditOf(w, *profile)
			if err != nil {
				return err
			}
			n, last := 0, ""
			err = audit.Read(file, func(r audit.Record) error {
				n, last = n+1, r.Hash
				return nil
			})
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			_, err = fmt.Fprintf(w.Out, "%s: %s, whole. The last hash is %s\n", clean(file), plural(n, "record"), orNothing(last))
			return err
		},
	}
}

// auditOf is the log of a profile, or of what would be worked on without one.
func auditOf(w World, profile string) (string, error) {
	cfg, err := config.Load(config.File())
	if err != nil {
		return "", err
	}
	credentials, fromEnvironment := config.Credentials(w.Lookup, "")
	switch {
	case profile != "":
		return auditFile(profile), nil
	case fromEnvironment:
		return auditFile(credentials.ProjectID), nil
	case cfg.DefaultProfile != "":
		return auditFile(cfg.DefaultProfile), nil
	}
	return auditFile(choice{sandbox: true}.name()), nil
}
