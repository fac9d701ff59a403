package views

import (
	"context"
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// bestScore is the best that zxcvbn gives.
const bestScore = 4

// strengthCheck has the server judge a password while it is typed. The password
// lives here and nowhere else: it is masked until asked for, and gone on close.
type strengthCheck struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	input  textinput.Model
	judged async.Remote[*b2b.CheckPasswordStrengthResponse]

	width, height int
}

var _ ui.View = (*strengthCheck)(nil)

func newStrengthCheck(env *Env, member b2b.Member) *strengthCheck {
	input := newLine("type a password", 256)
	input.Prompt = "› "
	input.EchoMode, input.EchoCharacter = textinput.EchoPassword, '•'
	input.Focus()
	return &strengthCheck{env: env, member: member, input: input}
}

// Title implements ui.View.
func (v *strengthCheck) Title() string { return "How strong is a password?" }

// SetSize implements ui.View.
func (v *strengthCheck) SetSize(width, height int) {
	v.width, v.height = width, height
	v.input.Width = max(1, width-4)
}

// DialogSize implements ui.DialogSize.
func (v *strengthCheck) DialogSize(width, height int) (int, int) {
	return min(width, 72), min(height, 16)
}

// Init implements ui.View.
func (v *strengthCheck) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

// Capturing implements ui.View.
func (v *strengthCheck) Capturing() bool { return true }

// TypingSecret implements ui.Secretive.
func (v *strengthCheck) TypingSecret() bool { return v.input.EchoMode != textinput.EchoNormal }

// Actions implements ui.View.
func (v *strengthCheck) Actions() []ui.Action {
	reveal := called(v.env.act(keymap.PasswordReveal, v.reveal), "show")
	if v.input.EchoMode == textinput.EchoNormal {
		reveal = called(reveal, "hide")
	}
	return []ui.Action{called(v.env.act(keymap.Back, v.close), "close"), reveal}
}

func (v *strengthCheck) reveal() tea.Cmd {
	if v.input.EchoMode == textinput.EchoNormal {
		v.input.EchoMode = textinput.EchoPassword
	} else {
		v.input.EchoMode = textinput.EchoNormal
	}
	return nil
}

// close forgets the password.
func (v *strengthCheck) close() tea.Cmd {
	v.input.Reset()
	v.judged.Reset()
	return ui.Dismiss(v)
}

// Update implements ui.View.
func (v *strengthCheck) Update(msg tea.Msg) tea.Cmd {
	if v.judged.Take(msg) {
		return nil
	}
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if key.Type == tea.KeyEnter && v.judged.Err() != nil {
		return v.judge()
	}
	before := v.input.Value()
	v.input, _ = v.input.Update(key)
	if v.input.Value() == before {
		return nil
	}
	return v.judge()
}

// judge asks the server once the typing pauses. The address is sent along because
// without one the server does not look among the passwords that have leaked.
func (v *strengthCheck) judge() tea.Cmd {
	if v.input.Value() == "" {
		v.judged.Reset()
		return nil
	}
	service := v.env.API.Passwords
	request := b2b.CheckPasswordStrength{Password: b2b.Secret(v.input.Value()), EmailAddress: &v.member.EmailAddress}
	return v.judged.LoadAfter(v.ctx, async.TypingPause, func(ctx context.Context) (*b2b.CheckPasswordStrengthResponse, error) {
		return service.StrengthCheck(ctx, request)
	})
}

// View implements ui.View.
func (v *strengthCheck) View() string {
	lines := append([]string{v.input.View(), ""}, v.lines()...)
	return strings.Join(firstLines(lines, v.height), "\n")
}

func (v *strengthCheck) lines() []string {
	th := v.env.Theme
	judged, ok := v.judged.Value()
	switch {
	case v.input.Value() == "":
		return styled(th.Muted, ui.Wrap("Each pause in typing has the server judge the password, by the rules for "+v.member.EmailAddress+
			". Nothing is set, and the password is kept nowhere.", v.width))
	case v.judged.Err() != nil && !v.judged.Busy():
		return append(refusalLines(v.env, v.judged.Err(), v.width), th.Key.Render("enter")+" "+th.KeyDesc.Render("ask again"))
	case !ok:
		return []string{th.Muted.Render("Asking…")}
	}
	lines := v.verdict(judged)
	if v.judged.Busy() {
		lines = append(lines, "", th.Muted.Render("Asking… what is above is about what was typed before."))
	}
	return lines
}

// verdict says what the server thinks of the password.
func (v *strengthCheck) verdict(j *b2b.CheckPasswordStrengthResponse) []string {
	th := v.env.Theme
	lines := []string{v.mark(j.ValidPassword, "The server would take this password.", "The server would refuse this password.")}
	if j.ZxcvbnFeedback != nil || j.LudsFeedback == nil {
		lines = append(lines, v.score(j.Score))
	}
	switch {
	case j.BreachedPassword:
		lines = append(lines, v.mark(false, "", "It is among the passwords that have leaked."))
	case j.BreachDetectionOnCreate:
		lines = append(lines, v.mark(true, "It is not among the passwords that have leaked.", ""))
	default:
		lines = append(lines, th.Muted.Render("– The project does not look among passwords that have leaked."))
	}
	if j.ZxcvbnFeedback != nil {
		lines = append(lines, v.advice(*j.ZxcvbnFeedback)...)
	}
	if j.LudsFeedback != nil {
		lines = append(lines, v.rules(*j.LudsFeedback)...)
	}
	return lines
}

// score draws the score of zxcvbn as a bar and in words.
func (v *strengthCheck) score(score int) string {
	th := v.env.Theme
	score = max(0, min(score, bestScore))
	style := []lipgloss.Style{th.Danger, th.Danger, th.Warning, th.Success, th.Success}[score]
	words := []string{"guessed at once", "very weak", "weak", "strong", "very strong"}[score]
	if th.Linear {
		return fmt.Sprintf("Score: %d of %d, %s; 3 is enough", score, bestScore, words)
	}
	return style.Render(strings.Repeat("■", score)+strings.Repeat("□", bestScore-score)) +
		style.Render(fmt.Sprintf(" %d of %d, %s", score, bestScore, words)) + th.Muted.Render("; 3 is enough")
}

// advice is what zxcvbn says would be better.
func (v *strengthCheck) advice(f b2b.ZxcvbnFeedback) []string {
	var lines []string
	if f.Warning != "" {
		lines = append(lines, "")
		lines = append(lines, styled(v.env.Theme.Warning, ui.Wrap("! "+f.Warning, v.width))...)
	}
	for _, s := range f.Suggestions {
		lines = append(lines, ui.Wrap("• "+s, v.width)...)
	}
	return lines
}

// rules say which rules about characters are kept.
func (v *strengthCheck) rules(f b2b.LudsFeedback) []string {
	lines := []string{""}
	for _, rule := range []struct {
		kept bool
		of   string
	}{{f.HasLowerCase, "lower-case letter"}, {f.HasUpperCase, "upper-case letter"}, {f.HasDigit, "digit"}, {f.HasSymbol, "symbol"}} {
		if rule.kept {
			lines = append(lines, v.env.Theme.Success.Render("✓ has a "+rule.of))
		} else {
			lines = append(lines, v.env.Theme.Muted.Render("– has no "+rule.of))
		}
	}
	if f.MissingComplexity > 0 {
		lines = append(lines, v.mark(false, "", plural(f.MissingComplexity, "more kind")+" of characters needed"))
	}
	if f.MissingCharacters > 0 {
		lines = append(lines, v.mark(false, "", plural(f.MissingCharacters, "more character")+" needed"))
	}
	return lines
}

// mark is one of two sentences, with a sign that says the same as its colour.
func (v *strengthCheck) mark(good bool, yes, no string) string {
	if good {
		return v.env.Theme.Success.Render(ui.Cut("✓ "+yes, v.width))
	}
	return v.env.Theme.Danger.Render(ui.Cut("✗ "+no, v.width))
}
