package views

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// requests shows what was sent to the server, the newest first.
type requests struct {
	env   *Env
	ctx   context.Context
	table *ui.Table[api.Exchange]
	find  searchBox
	seen  uint64 // the version of the log that is shown
	empty bool   // nothing is in it, whatever is looked for
	width int
}

var _ ui.View = (*requests)(nil)

// nothingSent stands where there is no request.
const nothingSent = "Nothing has been sent yet."

// logVersion is a state of the log, announced when it is a new one.
type logVersion uint64

func newRequests(env *Env) *requests {
	table := newTable(env, exchangeID, requestColumns(env.Theme)...)
	return &requests{env: env, table: table, find: newSearchBox("path, status, request id")}
}

// exchangeID tells the attempts of a request apart too.
func exchangeID(x api.Exchange) string { return fmt.Sprintf("%d/%d", x.ID, x.Attempt) }

func requestColumns(th *theme.Theme) []ui.Column[api.Exchange] {
	muted := func(api.Exchange) lipgloss.Style { return th.Muted }
	return []ui.Column[api.Exchange]{
		{Title: "Time", Width: 8, Priority: 1, Style: muted, Cell: func(x api.Exchange) string { return x.At.Format(time.TimeOnly) }},
		{Title: "Method", Width: 6, Cell: func(x api.Exchange) string { return x.Method }},
		{Title: "Path", MinWidth: 44, Middle: true, Cell: shortPath()},
		{Title: "Status", Width: 8, Cell: exchangeStatus, Style: exchangeStyle(th)},
		{Title: "ms", Width: 6, Priority: 1, Right: true, Style: muted, Cell: func(x api.Exchange) string {
			return strconv.FormatInt(x.Duration.Milliseconds(), 10)
		}},
		{Title: "Try", Width: 3, Priority: 3, Right: true, Style: muted, Cell: func(x api.Exchange) string { return strconv.Itoa(x.Attempt) }},
		{Title: "Request id", Width: 24, Priority: 4, Style: muted, Cell: func(x api.Exchange) string { return x.RequestID }},
	}
}

// shortPath returns the path with only the last letters of each id: what a call is
// for stands around them, and the whole path where the request is opened.
func shortPath() func(api.Exchange) string {
	id := regexp.MustCompile(`[\w-]*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{8}([0-9a-f]{4})`)
	return func(x api.Exchange) string { return id.ReplaceAllString(x.Path, "…$1") }
}

// exchangeStatus is the status with a sign that says the same as its colour.
func exchangeStatus(x api.Exchange) string {
	switch {
	case x.Status == 0:
		return "✗ none"
	case x.Failed():
		return "✗ " + strconv.Itoa(x.Status)
	}
	return "✓ " + strconv.Itoa(x.Status)
}

func exchangeStyle(th *theme.Theme) func(api.Exchange) lipgloss.Style {
	return func(x api.Exchange) lipgloss.Style {
		if x.Failed() {
			return th.Danger
		}
		return th.Success
	}
}

// Title implements ui.View.
func (v *requests) Title() string { return "Requests" }

// SetSize implements ui.View.
func (v *requests) SetSize(width, height int) {
	v.width = width
	v.table.SetSize(width, max(0, height-1))
}

// Capturing implements ui.View.
func (v *requests) Capturing() bool { return v.find.typing() }

// Init implements ui.View.
func (v *requests) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	v.show()
	return v.wait()
}

// wait ends when there is more in the log than is shown.
func (v *requests) wait() tea.Cmd {
	ctx, log, seen := v.ctx, v.env.Log, v.seen
	return func() tea.Msg {
		version, err := log.Wait(ctx, seen)
		if err != nil {
			return nil // the view is closed
		}
		return ui.Changed[logVersion]{Value: logVersion(version)}
	}
}

// show lists the log as it is now, as far as it is looked for.
func (v *requests) show() {
	v.seen = v.env.Log.Version()
	all := v.env.Log.Exchanges()
	v.empty = len(all) == 0
	showFound(v.table, &v.find, slices.Backward(all), func(x api.Exchange) string {
		return strings.Join([]string{x.Method, x.Path, exchangeStatus(x), x.RequestID, x.EndpointID}, " ")
	})
}

// Actions implements ui.View.
func (v *requests) Actions() []ui.Action {
	act := v.env.act
	if v.find.typing() {
		return v.find.whileTyping(v.env, v.showAll)
	}
	none, empty := "", ""
	x, ok := v.table.Selected()
	if !ok {
		none = "No request is selected."
	}
	if v.empty {
		none, empty = nothingSent, nothingSent
	}
	actions := []ui.Action{
		act(keymap.Open, func() tea.Cmd { return ui.Push(newRequest(v.env, x)) }).Because(none),
		act(keymap.RequestCurl, func() tea.Cmd { return v.env.copy(x.Curl(), "The curl command") }).Because(none),
		act(keymap.RequestCommand, func() tea.Cmd { return v.env.copy(x.Command(), "The orgdeck command") }).Because(none),
		act(keymap.Copy, func() tea.Cmd { return copyMenu(v.env, exchangeCopies(x)...) }).Because(none),
		act(keymap.Search, v.find.start),
		act(keymap.RequestClear, v.clear).Because(empty),
	}
	if v.find.text() != "" {
		actions = append(actions, act(keymap.Back, v.showAll))
	}
	return actions
}

func (v *requests) showAll() tea.Cmd {
	v.find.clear()
	v.show()
	return nil
}

func (v *requests) clear() tea.Cmd {
	v.env.Log.Clear()
	v.show()
	return nil
}

// Update implements ui.View.
func (v *requests) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ui.Changed[logVersion]:
		if uint64(msg.Value) == v.seen {
			return nil // shown already
		}
		v.show()
		return v.wait()
	case tea.KeyMsg:
		if v.find.typing() {
			v.find.press(msg)
			v.show()
			return nil
		}
		v.table.Update(msg)
	case tea.MouseMsg:
		msg.Y--
		v.table.Mouse(msg)
	}
	return nil
}

// View implements ui.View.
func (v *requests) View() string {
	th := v.env.Theme
	v.table.Empty = nothingSent
	if v.find.text() != "" {
		v.table.Empty = "Nothing matches. esc shows all again."
	}
	head := ui.Spread(v.find.view(th, v.env.Keys.Binding(keymap.Search)), th.Muted.Render(v.table.Position()), v.width)
	return strings.Join([]string{head, v.table.View()}, "\n")
}
