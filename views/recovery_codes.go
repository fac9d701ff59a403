package views

import (
	"context"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// recoveryCodes is the dialog that shows the recovery codes of a member: new
// ones, which somebody has to keep, or those that are left, which it reads when
// it opens. They live here and nowhere else; they go when the dialog closes.
type recoveryCodes struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	org    b2b.Organization
	seen   func(left int) // told how many are left, once they are read; may be nil

	fresh  bool // nobody has them yet: closing asks first
	kept   bool // copied, saved or acknowledged
	hidden bool
	codes  []b2b.Secret
	read   async.Remote[*b2b.GetRecoveryCodesResponse]
	saved  async.Remote[string] // path of the file they were written to
	copied async.Remote[struct{}]
	note   string

	width, height int
}

var _ ui.View = (*recoveryCodes)(nil)

// newFreshCodes shows codes that the server has just made.
func newFreshCodes(env *Env, member b2b.Member, org b2b.Organization, codes []b2b.Secret) *recoveryCodes {
	return &recoveryCodes{env: env, member: member, org: org, codes: codes, fresh: true}
}

// newCodesLeft reads the codes that are left, and shows them masked.
func newCodesLeft(env *Env, member b2b.Member, org b2b.Organization, seen func(left int)) *recoveryCodes {
	return &recoveryCodes{env: env, member: member, org: org, seen: seen, hidden: true, kept: true}
}

// Title implements ui.View.
func (v *recoveryCodes) Title() string { return "Recovery codes · " + memberName(v.member) }

// SetSize implements ui.View.
func (v *recoveryCodes) SetSize(width, height int) { v.width, v.height = width, height }

// DialogSize implements ui.DialogSize.
func (v *recoveryCodes) DialogSize(width, height int) (int, int) {
	width = min(width, 64)
	return width, min(height, len(v.lines(width)))
}

// Capturing implements ui.View.
func (v *recoveryCodes) Capturing() bool { return false }

// Unsaved implements ui.Unsaved.
func (v *recoveryCodes) Unsaved() string {
	if !v.fresh || v.kept {
		return ""
	}
	return "The recovery codes were neither copied nor saved."
}

// Init implements ui.View.
func (v *recoveryCodes) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if v.fresh {
		return nil
	}
	return v.load()
}

func (v *recoveryCodes) load() tea.Cmd {
	codes, member := v.env.API.RecoveryCodes, v.member
	return v.read.Load(v.ctx, func(ctx context.Context) (*b2b.GetRecoveryCodesResponse, error) {
		return codes.Get(ctx, member.OrganizationID, member.MemberID)
	})
}

// Actions implements ui.View.
func (v *recoveryCodes) Actions() []ui.Action {
	back := v.env.act(keymap.Back, v.leave)
	if !v.fresh && len(v.codes) == 0 {
		return []ui.Action{v.env.act(keymap.Refresh, v.load), back}
	}
	does := "show"
	if !v.hidden {
		does = "hide"
	}
	actions := []ui.Action{
		v.env.act(keymap.CodesCopy, v.copy),
		v.env.act(keymap.CodesSave, v.save),
		called(v.env.act(keymap.CodesReveal, v.reveal), does),
	}
	if v.fresh {
		return append(actions, v.env.act(keymap.CodesAcknowledge, v.acknowledge), back)
	}
	return append(actions, called(v.env.act(keymap.CodesAcknowledge, ui.Close), "close"), back)
}

func (v *recoveryCodes) reveal() tea.Cmd {
	v.hidden = !v.hidden
	return nil
}

func (v *recoveryCodes) acknowledge() tea.Cmd {
	v.kept = true
	return ui.Dismiss(v)
}

// leave closes the dialog, but not over codes that nobody has.
func (v *recoveryCodes) leave() tea.Cmd {
	if v.Unsaved() == "" {
		return ui.Dismiss(v)
	}
	return ui.Open(&ui.Confirm{
		Name: "Close without keeping the codes?",
		Body: "They were neither copied nor saved. While they are unused, " + v.env.Keys.Binding(keymap.MFAShowCodes).Help().Key +
			" on the MFA page shows them again.",
		Verb: "Close",
		Run:  v.acknowledge,
	})
}

func (v *recoveryCodes) copy() tea.Cmd {
	return v.copied.Send(v.ctx, v.env.clip(strings.Join(v.plain(), "\n")+"\n"))
}

// save writes the codes to a file that only its owner can read.
func (v *recoveryCodes) save() tea.Cmd {
	name, text := codesFileName(v.member), codesFile(v.member, v.org, v.plain())
	return v.saved.Send(v.ctx, func(context.Context) (string, error) { return saveSecret(name, text) })
}

func (v *recoveryCodes) plain() []string {
	codes := make([]string, len(v.codes))
	for i, c := range v.codes {
		codes[i] = c.Reveal()
	}
	return codes
}

// Update implements ui.View.
func (v *recoveryCodes) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.read.Take(msg):
		return v.show()
	case v.saved.Take(msg):
		v.note = ""
		v.kept = v.kept || v.saved.Err() == nil
	case v.copied.Take(msg):
		v.note = copyNote("The recovery codes are", v.copied.Err())
		v.kept = v.kept || v.copied.Err() == nil
	}
	return nil
}

func (v *recoveryCodes) show() tea.Cmd {
	answer, ok := v.read.Value()
	if !ok || v.read.Err() != nil {
		return nil
	}
	v.codes = answer.RecoveryCodes
	v.read = async.Remote[*b2b.GetRecoveryCodesResponse]{} // the answer holds them, too
	if v.seen != nil {
		v.seen(len(v.codes))
	}
	return nil
}

// View implements ui.View.
func (v *recoveryCodes) View() string { return strings.Join(v.lines(v.width), "\n") }

func (v *recoveryCodes) lines(width int) []string {
	th := v.env.Theme
	switch {
	case v.read.Busy():
		return []string{th.Muted.Render("Reading the recovery codes…")}
	case v.read.Err() != nil:
		return failureInBox(v.env, "read the recovery codes", v.read.Err(), width, max(v.height, 12))
	case len(v.codes) == 0:
		return styled(th.Warning, ui.Wrap("! No recovery codes are left. "+v.env.Keys.Binding(keymap.MFARotateCodes).Help().Key+" on the MFA page makes new ones.", width))
	}
	lines := append(v.intro(width), "")
	lines = append(lines, v.columns(width)...)
	if said := v.said(width); len(said) > 0 {
		lines = append(append(lines, ""), said...)
	}
	return append(append(lines, ""), v.keyLines(width)...)
}

func (v *recoveryCodes) intro(width int) []string {
	th := v.env.Theme
	if !v.fresh {
		return styled(th.Muted, ui.Wrap(plural(len(v.codes), "recovery code")+" left. Each works once in place of the app.", width))
	}
	lines := styled(th.Bold, ui.Wrap("Keep these "+plural(len(v.codes), "code")+" where only "+memberName(v.member)+" finds them.", width))
	return append(lines, styled(th.Muted, ui.Wrap("Each works once in place of the authenticator app.", width))...)
}

// columns draws the codes, numbered, in two columns where there is room.
func (v *recoveryCodes) columns(width int) []string {
	th := v.env.Theme
	cells := make([]string, len(v.codes))
	for i, code := range v.codes {
		shown := ui.Clean(code.Reveal())
		if v.hidden {
			shown = strings.Repeat("•", 4) + "-" + strings.Repeat("•", 4) + "-" + strings.Repeat("•", 4)
		}
		cells[i] = th.Muted.Render(ui.PadLeft(strconv.Itoa(i+1), 4)+"  ") + th.Bold.Render(shown)
	}
	const column = 26
	if width < 2*column {
		return cells
	}
	half := (len(cells) + 1) / 2
	lines := make([]string, half)
	for i := range half {
		lines[i] = ui.FitStyled(cells[i], column)
		if i+half < len(cells) {
			lines[i] += cells[i+half]
		}
	}
	return lines
}

// said is what became of copying and saving.
func (v *recoveryCodes) said(width int) []string {
	th := v.env.Theme
	path, saved := v.saved.Value()
	switch {
	case v.saved.Busy():
		return []string{th.Muted.Render("Saving…")}
	case v.saved.Err() != nil:
		return styled(th.Danger, ui.Wrap("✗ Not saved: "+v.saved.Err().Error(), width))
	case v.note != "":
		return styled(th.Info, ui.Wrap(v.note, width))
	case saved:
		return styled(th.Success, ui.Wrap("✓ Saved to "+path+", readable by you alone.", width))
	}
	return nil
}

// keyLines repeat the keys inside the dialog: what has to be done with new codes
// must not be overlooked.
func (v *recoveryCodes) keyLines(width int) []string {
	return []string{keyLine(v.env, v.Actions(), width)}
}
