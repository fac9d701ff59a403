package views

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// outboxRows is how many messages are shown: the newest.
const outboxRows = 1000

// outbox shows what the sandbox would have mailed and texted, the newest first. It
// is read anew after each write, which may have sent something.
type outbox struct {
	env     *Env
	ctx     context.Context
	table   *ui.Table[api.Message]
	find    searchBox
	read    async.Remote[[]api.Message]
	seen    int64  // the newest write that the list knows of
	version uint64 // of the request log, as far as it was looked at

	width, height int
}

var _ ui.View = (*outbox)(nil)

// outboxNews says that there was a write, which may have sent something.
type outboxNews struct {
	write   int64
	version uint64
}

func newOutbox(env *Env) *outbox {
	table := newTable(env, func(m api.Message) string { return m.ID }, outboxColumns(env)...)
	return &outbox{env: env, table: table, find: newSearchBox("to, kind, code, link")}
}

func outboxColumns(env *Env) []ui.Column[api.Message] {
	return []ui.Column[api.Message]{
		{Title: "Sent", Width: 16, Priority: 2, Cell: func(m api.Message) string { return minute(m.CreatedAt) }},
		{Title: "By", Width: 4, Priority: 3, Cell: channelName},
		{Title: "What", MinWidth: 15, Cell: messageKind},
		{Title: "To", MinWidth: 26, Cell: func(m api.Message) string { return m.To }},
		{Title: "Code or link", MinWidth: 14, Priority: 1, Cell: func(m api.Message) string { return proofNow(m, env.now()) }},
		{Title: "Until", Width: 16, Priority: 4, Cell: func(m api.Message) string { return minute(m.ExpiresAt) }},
	}
}

// proofNow is what a message proves something by, or that it does no more.
func proofNow(m api.Message, now time.Time) string {
	if expired(m, now) {
		return "✗ expired"
	}
	return codeOrLink(m)
}

func expired(m api.Message, now time.Time) bool { return m.ExpiresAt != nil && !m.ExpiresAt.After(now) }

// Title implements ui.View.
func (v *outbox) Title() string { return "Outbox" }

// SetSize implements ui.View.
func (v *outbox) SetSize(width, height int) {
	v.width, v.height = width, height
	v.layout()
}

func (v *outbox) layout() { v.table.SetSize(v.width, max(0, v.height-1-len(v.failure()))) }

func (v *outbox) failure() []string {
	return failureLines(v.env, "read the outbox", v.read.Err(), v.width, v.height)
}

// Capturing implements ui.View.
func (v *outbox) Capturing() bool { return v.find.typing() }

// Init implements ui.View.
func (v *outbox) Init(ctx context.Context) tea.Cmd {
	v.ctx, v.version, v.seen = ctx, v.env.Log.Version(), newestWrite(v.env.Log)
	return tea.Batch(v.load(), v.wait())
}

func (v *outbox) load() tea.Cmd { return v.read.Load(v.ctx, v.asking()) }

func (v *outbox) asking() async.Call[[]api.Message] {
	service := v.env.API.Sandbox
	return func(ctx context.Context) ([]api.Message, error) {
		return service.Outbox(ctx, api.OutboxQuery{Limit: outboxRows})
	}
}

// wait ends when there was a write that the list does not know of.
func (v *outbox) wait() tea.Cmd {
	ctx, log, version, seen := v.ctx, v.env.Log, v.version, v.seen
	return func() tea.Msg {
		for {
			next, err := log.Wait(ctx, version)
			if err != nil {
				return nil // the view is closed
			}
			version = next
			if newest := newestWrite(log); newest > seen {
				return ui.Changed[outboxNews]{Value: outboxNews{newest, version}}
			}
		}
	}
}

// newestWrite is the id of the newest call that may have sent a message; 0 when
// there is none.
func newestWrite(log *api.Log) int64 {
	for _, x := range slices.Backward(log.Exchanges()) {
		if x.Method != http.MethodGet && !strings.HasSuffix(x.Path, "/search") {
			return x.ID
		}
	}
	return 0
}

// show lists what was read, as far as it is looked for.
func (v *outbox) show() {
	messages, read := v.read.Value()
	if !read {
		return
	}
	showFound(v.table, &v.find, slices.All(messages), func(m api.Message) string {
		return strings.Join([]string{m.To, messageKind(m), channelName(m), m.Code.Reveal(), m.URL.Reveal()}, " ")
	})
}

// Actions implements ui.View.
func (v *outbox) Actions() []ui.Action {
	act := v.env.act
	if v.find.typing() {
		return v.find.whileTyping(v.env, v.showAll)
	}
	none := ""
	m, ok := v.table.Selected()
	if !ok {
		none = "There is no message."
	}
	actions := []ui.Action{
		act(keymap.Open, func() tea.Cmd { return ui.Push(newMessage(v.env, m)) }).Because(none),
		act(keymap.OutboxUse, func() tea.Cmd { return useMessage(v.env, m) }).Because(none).Because(cannotUse(m)).Writing(),
		act(keymap.Copy, func() tea.Cmd { return copyMenu(v.env, messageCopies(m)...) }).Because(none),
		act(keymap.Search, v.find.start),
		act(keymap.Refresh, v.load),
		act(keymap.OutboxClear, v.clear).Because(none).Writing(),
	}
	if v.find.text() != "" {
		actions = append(actions, called(act(keymap.Back, v.showAll), "show all"))
	}
	return actions
}

func (v *outbox) showAll() tea.Cmd {
	v.find.clear()
	v.show()
	return nil
}

func (v *outbox) clear() tea.Cmd {
	messages, _ := v.read.Value()
	return ui.Open(&ui.ConfirmWrite[struct{}]{
		Name: "Clear the outbox?",
		Body: plural(len(messages), "message") + " will be gone. Links and codes that are not used go on working.",
		Verb: "Clear", Write: write(v.env.API.Sandbox.ClearOutbox()),
		Done: func(struct{}) tea.Cmd {
			return tea.Batch(v.load(), ui.Toast(ui.Success, "The outbox is empty."))
		},
	})
}

// Update implements ui.View.
func (v *outbox) Update(msg tea.Msg) tea.Cmd {
	if v.read.Take(msg) {
		v.layout()
		v.show()
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[outboxNews]:
		if msg.Value.write <= v.seen {
			return nil
		}
		v.seen, v.version = msg.Value.write, msg.Value.version
		return tea.Batch(v.read.LoadAfter(v.ctx, async.TypingPause, v.asking()), v.wait())
	case ui.Changed[api.SandboxClock]:
		v.table.Redraw()
	case ui.Outdated:
		return v.load()
	case tea.KeyMsg:
		if v.find.typing() {
			v.find.press(msg)
			v.show()
			return nil
		}
		v.table.Update(msg)
	case tea.MouseMsg:
		msg.Y -= 1 + len(v.failure())
		v.table.Mouse(msg)
	}
	return nil
}

// View implements ui.View.
func (v *outbox) View() string {
	th := v.env.Theme
	v.table.Empty = v.nothing()
	head := ui.Spread(v.find.view(th, v.env.Keys.Binding(keymap.Search)), th.Muted.Render(v.table.Position()), v.width)
	return strings.Join(append(append([]string{head}, v.failure()...), v.table.View()), "\n")
}

func (v *outbox) nothing() string {
	_, loaded := v.read.Value()
	switch {
	case v.read.Err() != nil:
		return ""
	case !loaded:
		return "Loading…"
	case v.find.text() != "":
		return "Nothing matches. esc shows all again."
	}
	return "No mail and no SMS yet. Whatever the sandbox would send comes here: invite a member, or sign in on " +
		v.env.Keys.Binding(keymap.DiscoverySection).Help().Key + " Discovery."
}
