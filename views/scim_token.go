package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// scimToken is the dialog that shows a bearer token, the only time that the
// server tells it. The token lives here and nowhere else; it goes when the dialog
// closes.
type scimToken struct {
	env        *Env
	ctx        context.Context
	connection b2b.SCIMConnection
	token      b2b.Secret
	next       bool // of a rotation
	shown      bool
	kept       bool // copied or acknowledged
	copied     async.Remote[struct{}]
	copying    string // what copied is about
	note       string

	width, height int
}

var _ ui.View = (*scimToken)(nil)

func newSCIMToken(env *Env, c b2b.SCIMConnection, token b2b.Secret, next bool) *scimToken {
	return &scimToken{env: env, connection: c, token: token, next: next}
}

// Title implements ui.View.
func (v *scimToken) Title() string {
	if v.next {
		return "The next token of " + scimName(v.connection)
	}
	return "The token of " + scimName(v.connection)
}

// SetSize implements ui.View.
func (v *scimToken) SetSize(width, height int) { v.width, v.height = width, height }

// DialogSize implements ui.DialogSize.
func (v *scimToken) DialogSize(width, height int) (int, int) {
	width = min(width, 76)
	return width, min(height, len(v.lines(width))+1)
}

// Capturing implements ui.View.
func (v *scimToken) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *scimToken) Unsaved() string {
	if v.kept {
		return ""
	}
	return "The token was not copied, and nothing shows it again."
}

// Init implements ui.View.
func (v *scimToken) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

// Actions implements ui.View.
func (v *scimToken) Actions() []ui.Action {
	does := "show"
	if v.shown {
		does = "hide"
	}
	return []ui.Action{
		v.env.act(keymap.TokenCopy, v.copyToken),
		called(v.env.act(keymap.TokenReveal, v.reveal), does),
		v.env.act(keymap.TokenCopyURL, v.copyURL),
		v.env.act(keymap.TokenKept, v.acknowledge),
		v.env.act(keymap.Back, v.leave),
	}
}

func (v *scimToken) copyToken() tea.Cmd {
	v.copying = "The token is"
	return v.copied.Send(v.ctx, v.env.clip(v.token.Reveal()))
}

func (v *scimToken) copyURL() tea.Cmd {
	v.copying = "The base URL is"
	return v.copied.Send(v.ctx, v.env.clip(v.connection.BaseURL))
}

func (v *scimToken) reveal() tea.Cmd {
	v.shown = !v.shown
	return nil
}

func (v *scimToken) acknowledge() tea.Cmd {
	v.kept, v.token = true, ""
	return ui.Dismiss(v)
}

// leave closes the dialog, but not over a token that nobody has.
func (v *scimToken) leave() tea.Cmd {
	if v.kept {
		return v.acknowledge()
	}
	lost := "The server never shows it again. Without it the directory cannot be connected, and a rotation has to make another one."
	if v.next {
		lost = "The server never shows it again. The first token goes on working; to get another, cancel the rotation and start it again."
	}
	return ui.Open(&ui.Confirm{Name: "Close without keeping the token?", Body: lost, Verb: "Close", Run: v.acknowledge})
}

// Update implements ui.View.
func (v *scimToken) Update(msg tea.Msg) tea.Cmd {
	if v.copied.Take(msg) {
		v.note = copyNote(v.copying, v.copied.Err())
		v.kept = v.kept || v.copied.Err() == nil && v.copying == "The token is"
	}
	return nil
}

// View implements ui.View.
func (v *scimToken) View() string { return strings.Join(firstLines(v.lines(v.width), v.height), "\n") }

func (v *scimToken) lines(width int) []string {
	th := v.env.Theme
	lines := styled(th.Bold, ui.Wrap("Put it into the directory now: it is not shown again.", width))
	lines = append(lines, styled(th.Muted, ui.Wrap(v.follows(), width))...)
	lines = append(lines, "", th.Muted.Render("Bearer token"))
	shown := strings.Repeat("•", 24)
	if v.shown {
		shown = v.token.Reveal()
	}
	lines = append(lines, styled(th.Bold, ui.Wrap(shown, width))...)
	lines = append(lines, "", th.Muted.Render("Base URL"))
	lines = append(lines, ui.Wrap(v.connection.BaseURL, width)...)
	if v.note != "" {
		lines = append(append(lines, ""), styled(th.Info, ui.Wrap(v.note, width))...)
	}
	return append(lines, "", keyLine(v.env, v.Actions(), width))
}

func (v *scimToken) follows() string {
	if v.next {
		return "Both tokens work until the rotation is completed, with " + v.env.Keys.Binding(keymap.SCIMComplete).Help().Key + " on the SCIM page."
	}
	return "Whoever has it can make, change and delete the members of this organization."
}
