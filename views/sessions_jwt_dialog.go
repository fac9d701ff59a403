package views

import (
	"context"
	"strings"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// longestJWT is how many characters of a token are taken in.
const longestJWT = 16 << 10

// jwtDialog looks into a session JWT: one that is pasted, or one that the server
// makes of a session token. The token lives here and nowhere else.
type jwtDialog struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	known  []b2b.MemberSession // the sessions that were live when it was opened

	input  textinput.Model
	token  openJWT
	wrong  error // why what is typed is no JWT
	detail *ui.Detail
	keys   async.Remote[[]b2b.JWK]
	taken  async.Remote[b2b.AuthenticateSessionResponse]

	width, height int
}

var _ ui.View = (*jwtDialog)(nil)

func newJWTDialog(env *Env, member b2b.Member, known []b2b.MemberSession) *jwtDialog {
	input := newLine("paste it here", longestJWT)
	input.Prompt = "› "
	input.EchoMode, input.EchoCharacter = textinput.EchoPassword, '•'
	input.Focus()
	v := &jwtDialog{env: env, member: member, known: known, input: input, detail: newDetail(env)}
	return v
}

// Title implements ui.View.
func (v *jwtDialog) Title() string { return "Look into a JWT" }

// SetSize implements ui.View.
func (v *jwtDialog) SetSize(width, height int) {
	v.width, v.height = width, height
	v.input.Width = max(1, width-4)
	v.detail.SetSize(width, max(0, height-len(v.head())-1))
}

// DialogSize implements ui.DialogSize: claims are long.
func (v *jwtDialog) DialogSize(width, height int) (int, int) { return min(width, 96), height }

// Init implements ui.View: a token that it was opened with is looked into at once.
func (v *jwtDialog) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if v.text() == "" {
		return nil
	}
	return v.look()
}

// Capturing implements ui.View.
func (v *jwtDialog) Capturing() bool { return !v.taken.Busy() }

// TypingSecret implements ui.Secretive.
func (v *jwtDialog) TypingSecret() bool { return v.input.EchoMode != textinput.EchoNormal }

// Actions implements ui.View.
func (v *jwtDialog) Actions() []ui.Action {
	act := v.env.act
	shown := act(keymap.JWTReveal, v.reveal)
	if v.input.EchoMode == textinput.EchoNormal {
		shown = called(shown, "hide")
	} else {
		shown = called(shown, "show")
	}
	return []ui.Action{
		called(act(keymap.Back, ui.Close), "close"),
		act(keymap.JWTTake, v.take).Because(v.cannotTake()).Writing(),
		shown,
		act(keymap.JWTCopy, func() tea.Cmd { return v.env.copy(laidOut(v.token.claims), "The claims") }).Because(v.nothingIn()),
	}
}

func (v *jwtDialog) reveal() tea.Cmd {
	if v.input.EchoMode == textinput.EchoNormal {
		v.input.EchoMode = textinput.EchoPassword
	} else {
		v.input.EchoMode = textinput.EchoNormal
	}
	return nil
}

func (v *jwtDialog) text() string { return strings.TrimSpace(v.input.Value()) }

func (v *jwtDialog) nothingIn() string {
	if len(v.token.claims) == 0 {
		return "There is no JWT to copy from."
	}
	return ""
}

// cannotTake says why no JWT can be had for what is typed.
func (v *jwtDialog) cannotTake() string {
	switch {
	case v.text() == "":
		return "Paste a JWT, or a session token to have one made of it."
	case looksLikeJWT(v.text()):
		return "This is a JWT already."
	}
	return ""
}

// take has a JWT made of the session token that is typed.
func (v *jwtDialog) take() tea.Cmd {
	token := b2b.Secret(v.text())
	return v.taken.Send(v.ctx, v.env.API.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &token}).Do)
}

// Update implements ui.View.
func (v *jwtDialog) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.keys.Take(msg):
		v.show()
		return nil
	case v.taken.Take(msg):
		return v.took()
	}
	key, ok := msg.(tea.KeyMsg)
	if !ok || v.taken.Busy() {
		return nil
	}
	if key.Type != tea.KeyRunes && v.detail.Update(key) {
		return nil
	}
	before := v.input.Value()
	v.input, _ = v.input.Update(key)
	if v.input.Value() == before {
		return nil
	}
	v.taken.Reset()
	return v.look()
}

// took looks into the JWT that the server has made.
func (v *jwtDialog) took() tea.Cmd {
	if v.taken.Err() != nil {
		v.SetSize(v.width, v.height)
		return nil
	}
	answer, _ := v.taken.Value()
	v.taken.Reset() // it holds the tokens, too
	v.input.SetValue(answer.SessionJWT.Reveal())
	return v.look()
}

// look opens what is typed, and asks for the project's keys the first time.
func (v *jwtDialog) look() tea.Cmd {
	v.token, v.wrong = openJWT{}, nil
	if looksLikeJWT(v.text()) {
		v.token, v.wrong = openUp(v.text())
	}
	v.show()
	if _, known := v.keys.Value(); known || v.keys.Busy() || v.nothingIn() != "" {
		return nil
	}
	return v.keys.Load(v.ctx, v.env.API.Sessions.JWKS)
}

func (v *jwtDialog) show() {
	v.detail.SetSections()
	if v.nothingIn() == "" {
		v.detail.SetSections(v.sections(v.env.now())...)
	}
	v.SetSize(v.width, v.height)
}

// head is what stands above the claims: the token, and what is wrong with it.
func (v *jwtDialog) head() []string { return append([]string{v.input.View()}, v.notice()...) }

// notice says what there is to say of what is typed.
func (v *jwtDialog) notice() []string {
	th := v.env.Theme
	switch {
	case v.taken.Busy():
		return []string{th.Muted.Render("Asking for a JWT…")}
	case v.taken.Err() != nil:
		return refusalLines(v.env, v.taken.Err(), v.width)
	case v.wrong != nil:
		return styled(th.Warning, ui.Wrap("! "+v.wrong.Error()+".", v.width))
	case v.text() == "":
		return styled(th.Muted, ui.Wrap("A JWT is opened here, on this machine, and kept nowhere. Its signature is checked "+
			"with the public keys of the project. For a session token, enter asks the server for a JWT.", v.width))
	case v.cannotTake() == "":
		return styled(th.Muted, ui.Wrap("Not a JWT. If it is a session token, enter asks the server for the JWT of that session, which counts as using it.", v.width))
	}
	return nil
}

// View implements ui.View.
func (v *jwtDialog) View() string {
	if v.nothingIn() != "" {
		return strings.Join(v.head(), "\n")
	}
	return strings.Join(append(v.head(), "", v.detail.View()), "\n")
}
