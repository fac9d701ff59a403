package views

import (
	"context"
	"path/filepath"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// importView is the screen that shows what would become of each row of a file of
// members, sends the rows once that is agreed to, and tells what came of them.
type importView struct {
	env     *Env
	path    string // of the file
	results string // where the results go
	to      transfer.Import
	refresh func() tea.Cmd // reads the list of members anew

	ctx     context.Context
	sheet   *transfer.Sheet // read already; nil to read the file
	planned async.Remote[importPlan]
	meter   *meter
	seen    async.Remote[[2]int64]
	opened  async.Remote[*transfer.Run]
	sent    async.Remote[importStep]
	closed  async.Remote[string] // the path of the results

	plan    *transfer.Plan
	run     *transfer.Run // under way, or one to look at; touched only while nothing is sent
	earlier bool          // an earlier run of the same file did not come to its end
	rows    []importRow
	at      map[int]int // of a line, in rows
	counts  map[transfer.Result]int
	only    transfer.Result // the rows that are shown; "" for all
	table   *ui.Table[importRow]

	together context.Context // of the writes of one run
	stop     context.CancelFunc
	stopping bool
	began    bool // something was sent from here
	ended    bool
	failed   error // that ended the run before its time
	progress ui.Progress

	width, height int
}

// importPlan is what would become of the file, and how far an earlier run of it
// came.
type importPlan struct {
	plan    *transfer.Plan
	run     *transfer.Run
	earlier bool
}

var _ ui.View = (*importView)(nil)

func newImport(env *Env, path, results string, sheet *transfer.Sheet, to transfer.Import, refresh func() tea.Cmd) *importView {
	v := &importView{env: env, path: path, results: results, sheet: sheet, to: to, refresh: refresh, meter: &meter{}}
	v.table = newTable(env, importRowID, v.columns()...)
	return v
}

// Title implements ui.View.
func (v *importView) Title() string { return "Import" }

// SetSize implements ui.View.
func (v *importView) SetSize(width, height int) {
	v.width, v.height = width, height
	v.layout()
}

// Capturing implements ui.View.
func (v *importView) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *importView) Unsaved() string {
	if !v.running() {
		return ""
	}
	return "The import is under way: the rest would not be sent. The same file can go on later."
}

// Init implements ui.View.
func (v *importView) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

// running reports whether rows are being sent, from the first file that is opened
// for it to the last that is closed.
func (v *importView) running() bool { return v.opened.Busy() || v.sent.Busy() || v.closed.Busy() }

// load reads the file, where that is not done, and looks up who is there already.
func (v *importView) load() tea.Cmd {
	sheet, path, results, to, gauge := v.sheet, v.path, v.results, v.to, v.meter
	v.sheet, v.ended, v.began, v.failed, v.only = nil, false, false, nil, ""
	now := time.Now()
	v.progress = ui.Progress{Started: now, Now: now}
	gauge.told(0, 0)
	looking := v.planned.Load(v.ctx, func(ctx context.Context) (importPlan, error) {
		var err error
		if sheet == nil {
			if sheet, err = openSheet(path); err != nil {
				return importPlan{}, err
			}
		}
		plan, err := to.Plan(ctx, sheet, func(done, total int) { gauge.told(int64(done), int64(total)) })
		if err != nil {
			return importPlan{}, err
		}
		state, err := transfer.ReadState(transfer.StatePath(results, plan), plan)
		if err != nil {
			return importPlan{}, err
		}
		return importPlan{plan, transfer.NewRun(plan, state), state.Begun()}, nil
	})
	return tea.Batch(looking, v.meter.look(v.ctx, &v.seen))
}

// Actions implements ui.View.
func (v *importView) Actions() []ui.Action {
	act := v.env.act
	filter := called(act(keymap.Filter, v.filterMenu), "show only some").Because(v.nothingYet())
	if v.running() {
		stop := act(keymap.ProgressStop, v.halt)
		if v.stopping {
			stop = stop.Because("It stops after the row under way.")
		}
		return []ui.Action{stop, filter}
	}
	verb := "import"
	if v.earlier {
		verb = "go on"
	}
	actions := []ui.Action{
		called(act(keymap.Open, v.ask), verb).Because(v.nothingToDo()).Writing(),
		filter,
		act(keymap.Copy, v.copy).Because(v.nothingYet()),
		called(act(keymap.Refresh, v.load), "read the file again"),
	}
	return v.env.within(v.to.Organization.OrganizationID, "", actions)
}

func (v *importView) nothingYet() string {
	if v.run == nil {
		return "The rows are not there yet."
	}
	return ""
}

func (v *importView) nothingToDo() string {
	switch {
	case v.planned.Busy() || v.planned.Err() != nil:
		return "It is not known yet who is there already."
	case v.left() == 0 && v.ended:
		return "Every row that could be sent was sent."
	case v.left() == 0:
		return "There is nobody to import: " + v.tally() + "."
	}
	return ""
}

// halt ends the run after the row under way.
func (v *importView) halt() tea.Cmd {
	v.stopping = true
	if v.stop != nil {
		v.stop()
	}
	return nil
}

// copy copies what is known of the row under the cursor, or of the results.
func (v *importView) copy() tea.Cmd {
	var things []copyable
	if row, ok := v.table.Selected(); ok {
		things = append(things, copyable{"E-mail", row.Member.EmailAddress}, copyable{"Why", row.Why},
			copyable{"Member id", row.MemberID}, copyable{"Request id", row.RequestID})
	}
	if path, ok := v.closed.Value(); ok {
		things = append(things, copyable{"Path of the results", path})
	}
	return copyMenu(v.env, things...)
}

// Update implements ui.View.
func (v *importView) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.planned.Take(msg):
		return v.lookedUp()
	case v.seen.Take(msg):
		at, _ := v.seen.Value()
		v.progress.Done, v.progress.Total, v.progress.Now = int(at[0]), int(at[1]), time.Now()
		return v.meter.look(v.ctx, &v.seen)
	case v.opened.Take(msg):
		return v.start()
	case v.sent.Take(msg):
		return v.answered()
	case v.closed.Take(msg):
		return v.finished()
	}
	switch msg := msg.(type) {
	case ui.Outdated:
		if v.began || v.running() {
			return nil // what came of the rows is of then
		}
		return v.load()
	case tea.KeyMsg:
		v.table.Update(msg)
	case tea.MouseMsg:
		msg.Y -= len(v.head())
		v.table.Mouse(msg)
	}
	return nil
}

// lookedUp shows what would become of each row.
func (v *importView) lookedUp() tea.Cmd {
	v.seen.Cancel()
	if v.planned.Err() == nil {
		p, _ := v.planned.Value()
		v.plan, v.earlier = p.plan, p.earlier
		v.take(p.run)
	}
	v.layout()
	return nil
}

func (v *importView) fileName() string { return filepath.Base(v.path) }
