package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// outdated reports whether msg asks a view to read anew what it shows.
func outdated(msg tea.Msg) bool {
	_, is := msg.(ui.Outdated)
	return is
}

// presence knows whether what a view is about is still there.
type presence[T any] struct {
	ctx  context.Context
	read async.Remote[T]
	gone bool
}

// look asks for it by a call that answers 404 when there is no such thing.
func (p *presence[T]) look(call async.Call[T]) tea.Cmd { return p.read.Load(p.ctx, call) }

// take keeps an answer, and reports whether msg was one. The value is ok when it
// is there.
func (p *presence[T]) take(msg tea.Msg) (value T, ok, taken bool) {
	if !p.read.Take(msg) {
		return value, false, false
	}
	switch err := p.read.Err(); {
	case err == nil:
		p.gone = false
		value, ok = p.read.Value()
	case api.IsNotFound(err):
		p.gone = true
	}
	return value, ok, true
}

// absence says, in place of a view, that what it was about is gone.
func absence(env *Env, name, what string, width, height int) string {
	th := env.Theme
	key := func(id keymap.ID) string { return env.Keys.Binding(id).Help().Key }
	lines := styled(th.Warning, ui.Wrap("! "+name+" is not there any more.", max(1, width-2)))
	says := "The server holds no such " + what + ". " + key(keymap.Back) + " goes back, " + key(keymap.Refresh) + " looks again."
	lines = append(append(lines, ""), styled(th.Muted, ui.Wrap(says, max(1, width-2)))...)
	return strings.Join(firstLines(indented(lines), height), "\n")
}
