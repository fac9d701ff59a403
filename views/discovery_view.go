package views

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// step is where somebody is who signs in by discovery.
type step int

const (
	stepAddress step = iota
	stepProof
	stepOrganization
	stepFactor
	stepIn
)

// stepNames are the steps as their path is shown.
var stepNames = [...]string{"Address", "Proof", "Organization", "Second factor", "Signed in"}

// discovery signs in by e-mail as a member would, step by step: it proves an
// address, chooses an organization, gives a second factor where one is owed, and
// shows the session. What proves something lives here and nowhere else; it goes
// when the view does.
type discovery struct {
	env  *Env
	ctx  context.Context
	step step
	rest bool // nobody types yet: keys are commands
	// pages are the steps that were reached. Going back leaves them as they are;
	// going on makes the next one anew when it is about something else.
	pages [stepIn + 1]ui.View

	address address
	proof   proof
	factor  *factor
	holder  holder
	entry   entry
	skipped bool // no second factor was asked for

	mail     async.Remote[api.Message] // a link or code, out of the outbox
	entering async.Remote[entry]
	first    *api.Message // of the outbox, to be used at once

	width, height int
}

var _ ui.View = (*discovery)(nil)

func newDiscovery(env *Env) *discovery {
	return &discovery{env: env, rest: true, address: address{way: sendLink}}
}

// Title implements ui.View.
func (v *discovery) Title() string { return "Discovery" }

// SetSize implements ui.View.
func (v *discovery) SetSize(width, height int) {
	v.width, v.height = width, height
	for at := range v.pages {
		v.size(step(at))
	}
}

func (v *discovery) size(at step) {
	page, width := v.pages[at], v.width
	if page == nil {
		return
	}
	if at.form() {
		width -= 2 // a margin at either side
	}
	page.SetSize(max(0, width), max(0, v.height-len(v.head())))
}

// form reports whether the page of a step is a form, which has no margin of its own.
func (s step) form() bool { return s != stepOrganization && s != stepIn }

// Init implements ui.View.
func (v *discovery) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	if v.first != nil {
		return v.use(*v.first)
	}
	return v.open(stepAddress, v.addressForm())
}

// open puts a new page in front, as the page of a step.
func (v *discovery) open(at step, page ui.View) tea.Cmd {
	v.step, v.pages[at] = at, page
	v.rest = v.rest && at == stepAddress
	ui.Dress(page, v.env.Theme, v.env.Keys)
	v.size(at)
	return page.Init(v.ctx)
}

// page is what is in front.
func (v *discovery) page() ui.View { return v.pages[v.step] }

// Capturing implements ui.View.
func (v *discovery) Capturing() bool { return !v.rest && v.page().Capturing() }

// Actions implements ui.View: those of the page, and the way back.
func (v *discovery) Actions() []ui.Action {
	if v.rest {
		return []ui.Action{called(v.env.act(keymap.Open, v.begin), "begin").Writing()}
	}
	actions := v.page().Actions()
	for i := range actions {
		switch a := &actions[i]; {
		case a.ID == keymap.FormSave:
			*a = called(*a, "go on")
		case a.ID == keymap.FormCancel && a.Blocked == "":
			a.Run = v.back
			*a = called(*a, "back")
		}
	}
	if (v.step == stepProof || v.step == stepFactor) && len(actions) > 1 {
		return slices.Insert(actions, 1, v.extras()...)
	}
	return actions
}

// begin lets the address be typed.
func (v *discovery) begin() tea.Cmd {
	v.rest = false
	return nil
}

// back goes to the step before. What was typed there is there still.
func (v *discovery) back() tea.Cmd {
	v.mail.Cancel()
	switch v.step {
	case stepAddress:
		v.rest = true
	case stepFactor:
		v.step = stepOrganization
		if v.pages[stepOrganization] == nil { // a link led into the organization
			v.step = stepProof
		}
	case stepIn:
		return v.leave()
	default:
		v.step--
	}
	return nil
}

// restart begins anew with the same address.
func (v *discovery) restart() tea.Cmd {
	v.pages = [stepIn + 1]ui.View{}
	v.proof, v.holder, v.entry, v.skipped, v.rest = proof{}, holder{}, entry{}, false, true
	v.entering.Reset()
	return v.open(stepAddress, v.addressForm())
}

// Update implements ui.View.
func (v *discovery) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.mail.Take(msg):
		return v.tookMail()
	case v.entering.Take(msg):
		if v.entering.Err() != nil {
			return nil // the page of the organizations says so
		}
		in, _ := v.entering.Value()
		return v.entered(in)
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if v.rest {
			return nil
		}
		return v.page().Update(msg)
	case tea.MouseMsg:
		msg.Y -= len(v.head())
		return v.page().Update(msg)
	case ui.Changed[b2b.Member]:
		return v.memberChanged(msg.Value)
	}
	var cmds []tea.Cmd
	for _, page := range v.pages {
		if page != nil {
			cmds = append(cmds, page.Update(msg))
		}
	}
	return tea.Batch(cmds...)
}

// View implements ui.View.
func (v *discovery) View() string {
	if v.rest {
		return strings.Join(firstLines(append(v.head(), v.intro()...), v.height), "\n")
	}
	page := strings.Split(v.page().View(), "\n")
	if v.step.form() {
		page = indented(page)
	}
	return strings.Join(append(v.head(), page...), "\n")
}

// head is the path of the steps, who goes it, and what became of the outbox.
func (v *discovery) head() []string {
	th := v.env.Theme
	lines := []string{" " + v.path()}
	if said := v.says(); said != "" && !v.rest {
		lines = append(lines, " "+th.Muted.Render(ui.Cut(said, v.width-2)))
	}
	if err := v.mail.Err(); err != nil && !v.rest && v.step < stepIn {
		lines = append(lines, " "+th.Danger.Render(ui.Cut("✗ "+api.Reason(err), v.width-2)))
	}
	return append(lines, "")
}

// path draws the steps: those behind with a tick, the one in front with an arrow.
func (v *discovery) path() string {
	th := v.env.Theme
	if v.width < 70 {
		name := stepNames[v.step]
		return th.Accent.Render("▸"+name) + th.Muted.Render(ui.Cut("  step "+string(rune('1'+v.step))+" of 5", max(0, v.width-len(name)-4)))
	}
	var parts []string
	for i, name := range stepNames {
		at := step(i)
		switch {
		case at == stepFactor && v.step == stepIn && v.skipped:
			parts = append(parts, th.Faint.Render("– "+name))
		case at < v.step:
			parts = append(parts, th.Success.Render("✓ ")+th.Muted.Render(name))
		case at == v.step:
			parts = append(parts, th.Accent.Bold(true).Render("▸ "+name))
		default:
			parts = append(parts, th.Faint.Render("· "+name))
		}
	}
	return strings.Join(parts, th.Faint.Render("  ›  "))
}

// says is who signs in, and how long what is proven holds.
func (v *discovery) says() string {
	switch v.step {
	case stepProof:
		return "as " + v.address.email
	case stepOrganization:
		said := "as " + v.holder.email + " · proof ••••••••"
		if v.holder.until != nil {
			said += " good until " + v.holder.until.UTC().Format("15:04 UTC")
		}
		return said
	case stepFactor, stepIn:
		return "as " + v.entry.member.EmailAddress + " at " + v.entry.org.OrganizationName
	}
	return ""
}

// purpose says what this is for, and with which address it goes on.
func (v *discovery) purpose() []string {
	says := []string{
		"Sign in by e-mail as a member who has not named an organization: prove an address by a link or a code, " +
			"see the organizations that it leads to, enter one of them, or found a new one.",
		"The session that comes of it is a real one. It is shown at the end, and can be ended there.",
	}
	if v.address.email != "" {
		says = append(says, "Address: "+v.address.email)
	}
	return says
}

// intro draws what this is for, before anything is typed.
func (v *discovery) intro() []string {
	th := v.env.Theme
	width := v.env.sentenceWidth(v.width - 2)
	var lines []string
	for _, text := range v.purpose() {
		lines = append(append(lines, ui.Wrap(text, width)...), "")
	}
	begin := v.env.Keys.Binding(keymap.Open).Help().Key
	lines = append(lines, th.Key.Render(begin)+" "+th.KeyDesc.Render("begin"))
	return indented(lines)
}
