package views

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/ui"
)

// walkRows is how many rows a page of a walk over a whole search has: few
// requests, and yet answers far below the largest that the client takes.
const walkRows = 250

var errSamePage = errors.New("the server gave the same page twice")

// walk is a dialog that goes through every page of a search, one request after
// the other, and says how far it is. It holds no more than a page.
//
// take, end and drop run outside Update, never two at a time.
type walk[T any] struct {
	stoppable
	env   *Env
	name  string // of the dialog
	what  string // what it is for: "export the members"
	fetch fetch[T]
	total int // as far as it is known

	take func(rows []T) error // keeps a page
	end  func() error         // after the last page; nil for nothing
	drop func() error         // throws away what was kept, after a failure or a stop
	done func() tea.Cmd       // after the end, once the dialog has closed

	ctx      context.Context
	page     async.Remote[walked]
	dropped  async.Remote[struct{}]
	progress ui.Progress
	width    int
	height   int
}

// walked is what is known after a page.
type walked struct {
	rows, total int
	next        string
}

var _ ui.View = (*walk[int])(nil)

// Title implements ui.View.
func (v *walk[T]) Title() string { return v.name }

// SetSize implements ui.View.
func (v *walk[T]) SetSize(width, height int) { v.width, v.height = width, height }

// DialogSize implements ui.DialogSize.
func (v *walk[T]) DialogSize(width, height int) (int, int) { return min(width, 72), min(height, 8) }

// Capturing implements ui.View.
func (v *walk[T]) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *walk[T]) Unsaved() string {
	if !v.page.Busy() {
		return ""
	}
	return "It is under way: what was fetched would be lost."
}

// Init implements ui.View.
func (v *walk[T]) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.begin()
}

func (v *walk[T]) begin() tea.Cmd {
	now := time.Now()
	v.progress = ui.Progress{Total: max(0, v.total), Started: now, Now: now}
	return v.ask("")
}

// ask takes the page that begins at cursor. What fails leaves nothing behind.
func (v *walk[T]) ask(cursor string) tea.Cmd {
	var ctx context.Context
	ctx, v.stop = context.WithCancel(v.ctx)
	fetch, take, end, drop := v.fetch, v.take, v.end, v.drop
	return v.page.Send(ctx, func(ctx context.Context) (walked, error) {
		page, err := fetch(ctx, cursor)
		if err == nil {
			err = keep(page, cursor, take, end)
		}
		if err != nil {
			return walked{}, errors.Join(err, drop())
		}
		return walked{len(page.Items), page.Total, page.NextCursor}, nil
	})
}

func keep[T any](page *api.Page[T], cursor string, take func([]T) error, end func() error) error {
	if cursor != "" && page.NextCursor == cursor {
		return errSamePage
	}
	if err := take(page.Items); err != nil {
		return err
	}
	if page.NextCursor == "" && end != nil {
		return end()
	}
	return nil
}

// Actions implements ui.View.
func (v *walk[T]) Actions() []ui.Action {
	return v.actions(v.env, v, v.running(), v.begin)
}

func (v *walk[T]) running() bool { return v.page.Busy() || v.dropped.Busy() }

// Update implements ui.View.
func (v *walk[T]) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.page.Take(msg):
		v.stop()
		return v.answered()
	case v.dropped.Take(msg):
		return v.stopped()
	}
	return nil
}

func (v *walk[T]) answered() tea.Cmd {
	switch {
	case v.stopping && v.page.Err() != nil:
		return v.stopped()
	case v.stopping:
		return v.throwAway()
	case v.page.Err() != nil:
		return nil
	}
	got, _ := v.page.Value()
	v.progress.Done += got.rows
	v.progress.Total = max(0, got.total)
	v.progress.Now = time.Now()
	if got.next != "" {
		return v.ask(got.next)
	}
	return tea.Sequence(ui.Dismiss(v), v.done())
}

// throwAway is for a stop that came when the page was there already.
func (v *walk[T]) throwAway() tea.Cmd {
	drop := v.drop
	return v.dropped.Send(v.ctx, func(context.Context) (struct{}, error) { return struct{}{}, drop() })
}

func (v *walk[T]) stopped() tea.Cmd {
	told := ui.Toast(ui.Info, "Stopped. Nothing was kept.")
	if err := v.dropped.Err(); err != nil {
		told = ui.Toast(ui.Failure, "Stopped. What was written could not be removed: "+err.Error())
	}
	return tea.Sequence(ui.Dismiss(v), told)
}

// View implements ui.View.
func (v *walk[T]) View() string {
	th := v.env.Theme
	if err := v.page.Err(); err != nil && !v.running() {
		lines := failureInBox(v.env, v.what, err, v.width, v.height)
		return strings.Join(append(lines, "", th.Muted.Render("Nothing was kept.")), "\n")
	}
	says := "One page after the other…"
	if v.stopping {
		says = "Stopping…"
	}
	return v.progress.View(th, v.width) + "\n\n" + th.Muted.Render(says)
}
