package views

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// pageSize is how many rows one request asks for: enough for two tall screens,
// small enough to be there at once.
const pageSize = 100

// fetch asks for the page of one search that begins at cursor.
type fetch[T any] func(ctx context.Context, cursor string) (*api.Page[T], error)

// list is a search of the server, drawn as a table under a search box. It asks
// for the next page before the cursor reaches the end of what is there, and
// shows the rows of the last search until those of the new one have come.
type list[T any] struct {
	env   *Env
	table *ui.Table[T]
	// plan says how to search for what is typed, so many rows a page; nil, and
	// why, when that cannot be asked.
	plan     func(text string, rows int) (fetch[T], string)
	what     string          // what a request is for: "search organizations"
	empty    string          // what to say when there is nothing at all
	narrowed func() []string // what each filter narrows it to, in a few words
	unfilter func()          // takes the filters away
	sort     sorting[T]
	memory   *ListMemory // how it was arranged before

	ctx     context.Context
	box     searchBox
	page    async.Remote[*api.Page[T]]
	counted async.Remote[int] // anew, after something was changed
	fetch   fetch[T]          // of the newest search
	next    string            // the cursor of its next page; "" on the last
	fresh   bool              // the page under way is its first
	ahead   int               // rows shown before a page brought them
	asked   string            // what the newest search was for
	shown   string            // what the rows that are shown were found by
	reason  string            // why that could not be asked
	width   int
	height  int
	line    headLine
}

func (l *list[T]) setSize(width, height int) {
	l.width, l.height = width, height
	l.layout()
}

// layout gives the table what the search box, and a failure, leave of the room.
func (l *list[T]) layout() {
	l.table.SetSize(l.width, max(0, l.height-1-len(l.failure())))
}

func (l *list[T]) init(ctx context.Context) tea.Cmd {
	l.ctx = ctx
	return l.reload()
}

// reload searches anew for what is typed.
func (l *list[T]) reload() tea.Cmd {
	if !l.ask() {
		return nil
	}
	return l.page.Load(l.ctx, l.from(""))
}

// searchSoon searches for what is typed once the typing pauses.
func (l *list[T]) searchSoon() tea.Cmd {
	if !l.ask() {
		return nil
	}
	return l.page.LoadAfter(l.ctx, async.TypingPause, l.from(""))
}

// ask plans a search for what is typed, and reports whether it can be sent. What
// is shown stays until its answer has come.
func (l *list[T]) ask() bool {
	l.asked = l.box.text()
	plan, reason := l.plan(l.asked, pageSize)
	if l.reason = reason; plan == nil {
		l.page.Cancel()
		return false
	}
	l.fetch, l.fresh, l.next = plan, true, ""
	return true
}

func (l *list[T]) from(cursor string) async.Call[*api.Page[T]] {
	fetch := l.fetch
	return func(ctx context.Context) (*api.Page[T], error) { return fetch(ctx, cursor) }
}

// more asks for the next page when the cursor comes near the end of this one.
func (l *list[T]) more() tea.Cmd {
	if l.next == "" || l.page.Busy() || l.page.Err() != nil || !l.table.AtEnd() {
		return nil
	}
	return l.page.Load(l.ctx, l.from(l.next))
}

// take keeps a page that has come, and reports whether msg was one.
func (l *list[T]) take(msg tea.Msg) (tea.Cmd, bool) {
	if l.counted.Take(msg) {
		if total, ok := l.counted.Value(); ok && l.counted.Err() == nil && !l.fresh {
			l.setTotal(total)
		}
		return nil, true
	}
	if !l.page.Take(msg) {
		return nil, false
	}
	l.layout()
	if l.page.Err() != nil {
		return nil, true
	}
	page, _ := l.page.Value()
	l.next = page.NextCursor
	l.show(page)
	return l.more(), true
}

func (l *list[T]) show(page *api.Page[T]) {
	if l.fresh {
		l.table.SetRows(page.Items)
		if l.asked != "" && l.asked != l.shown {
			l.table.Move(-l.table.Len()) // whoever searches wants to see what is found first
		}
		l.table.SetMatch(l.asked)
		l.fresh, l.shown, l.ahead = false, l.asked, 0
	} else {
		l.table.AppendRows(l.notYet(page.Items)...)
	}
	l.table.SetTotal(page.Total)
	l.sort.apply(l.table)
}

// notYet leaves out the rows that were added before their page came: they stay
// where they are shown.
func (l *list[T]) notYet(rows []T) []T {
	if l.ahead == 0 {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), l.table.Replace)
}

// update handles what no action did: typing, and moving about.
func (l *list[T]) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if l.box.typing() {
			return l.typed(msg)
		}
		l.table.Update(msg)
	case tea.MouseMsg:
		msg.Y -= 1 + len(l.failure())
		l.table.Mouse(msg)
	}
	return l.more()
}

// typed hands a key to the search box; the arrows move in what was found.
func (l *list[T]) typed(msg tea.KeyMsg) tea.Cmd {
	switch msg.Type {
	case tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown:
		l.table.Update(msg)
		return l.more()
	}
	if !l.box.press(msg) {
		return nil
	}
	return l.searchSoon()
}

// searchNow goes on in the table with what was found.
func (l *list[T]) searchNow() tea.Cmd {
	l.box.stop()
	if !l.fresh && l.page.Err() == nil {
		return nil
	}
	return l.reload() // the pause in typing has not ended, or the search failed
}

// showAll gives up the search.
func (l *list[T]) showAll() tea.Cmd {
	if !l.box.clear() {
		return nil
	}
	return l.reload()
}

// actions are the keys that every list has.
func (l *list[T]) actions() []ui.Action { return l.addActions(nil) }

// addActions adds the keys that every list has.
func (l *list[T]) addActions(actions []ui.Action) []ui.Action {
	act := l.env.act
	if l.box.typing() {
		return append(actions, called(act(keymap.Open, l.searchNow), "go to the list"), called(act(keymap.Back, l.showAll), "show all"))
	}
	actions = append(actions,
		act(keymap.Search, l.box.start),
		act(keymap.Refresh, l.reload),
		act(keymap.Sort, l.sortNext),
		act(keymap.Reverse, l.sortReverse),
		act(keymap.Columns, l.chooseColumns),
	)
	if l.box.text() != "" || l.table.MarkCount() > 0 || len(l.narrowed()) > 0 {
		actions = append(actions, called(act(keymap.Back, l.back), "show all"))
	}
	return actions
}

// refreshedBy makes the refresh of the list do more than to search anew.
func (l *list[T]) refreshedBy(refresh func() tea.Cmd, actions []ui.Action) []ui.Action {
	for i, a := range actions {
		if a.ID == keymap.Refresh {
			actions[i].Run = refresh
		}
	}
	return actions
}

// back takes away what narrows the list: the marks first, the filters last.
func (l *list[T]) back() tea.Cmd {
	if l.table.ClearMarks() {
		return nil
	}
	if l.box.text() == "" && len(l.narrowed()) > 0 {
		l.unfilter()
		return l.reload()
	}
	return l.showAll()
}

// failure tells what went wrong with the newest request, above the rows that
// were there before.
func (l *list[T]) failure() []string {
	return failureLines(l.env, l.what, l.page.Err(), l.width, l.height)
}

// view draws the search box, what went wrong if anything did, and the rows.
func (l *list[T]) view() string {
	l.table.Empty = l.nothing()
	lines := append([]string{l.head()}, l.failure()...)
	return strings.Join(append(lines, l.table.View()), "\n")
}
