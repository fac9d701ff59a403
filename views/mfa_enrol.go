package views

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

const (
	registrationMinutes = 60 // that a registration waits for its first code
	sessionMinutes      = 5  // of the session that checking a code opens: the least the API allows
)

// enrolTOTP is the dialog that gives a member an authenticator app: it makes a
// registration, draws its QR code, and checks the first code. The secret lives
// here and nowhere else; it goes when the dialog closes.
type enrolTOTP struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	org    b2b.Organization
	seen   func(m b2b.Member, codes int) // hears of the recovery codes when they are shown

	created  async.Remote[b2b.CreateTOTPResponse]
	verified async.Remote[b2b.AuthenticateTOTPResponse]
	cleared  async.Remote[b2b.Member] // the deletion of a registration that waits
	copied   async.Remote[struct{}]
	copying  string // what copied is about
	renew    bool   // after which another one is made

	key      totpKey // of the registration that waits; zero when there is none
	qr       *ui.QR  // nil when the link is too much for a code
	codes    []b2b.Secret
	until    time.Time
	code     textinput.Model
	standing standing
	revealed bool
	alone    bool // the QR code has the screen for itself
	note     string

	room          area // that a dialog may have
	width, height int
}

type area struct{ width, height int }

var _ ui.View = (*enrolTOTP)(nil)

func newEnrolTOTP(env *Env, member b2b.Member, org b2b.Organization, seen func(b2b.Member, int)) *enrolTOTP {
	input := newLine("123 456", 16)
	input.Prompt = "› "
	input.Width = 16
	input.Focus()
	return &enrolTOTP{env: env, member: member, org: org, seen: seen, code: input}
}

// Title implements ui.View.
func (v *enrolTOTP) Title() string { return "Enrol authenticator app · " + memberName(v.member) }

// SetSize implements ui.View.
func (v *enrolTOTP) SetSize(width, height int) { v.width, v.height = width, height }

// Init implements ui.View.
func (v *enrolTOTP) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.create()
}

// Unsaved implements ui.Unsaved.
func (v *enrolTOTP) Unsaved() string {
	if !v.waiting() {
		return ""
	}
	return "No code has proven the authenticator app yet: its registration would be left waiting."
}

// Capturing implements ui.View.
func (v *enrolTOTP) Capturing() bool { return v.waiting() && !v.alone && !v.busy() }

// waiting reports whether there is a registration that waits for its first code.
func (v *enrolTOTP) waiting() bool { return v.key.secret != "" }

func (v *enrolTOTP) busy() bool {
	return v.created.Busy() || v.verified.Busy() || v.cleared.Busy()
}

func (v *enrolTOTP) create() tea.Cmd {
	v.forget()
	return v.created.Send(v.ctx, v.env.API.TOTPs.Create(v.member, b2b.CreateTOTP{
		ExpirationMinutes: api.Ptr(registrationMinutes),
	}).Do)
}

// verify sends the code that was typed.
func (v *enrolTOTP) verify() tea.Cmd {
	v.judge()
	if !v.standing.sendable() {
		v.note = "Type the 6 digits that the app shows, then press enter."
		return nil
	}
	v.note = ""
	return v.verified.Send(v.ctx, v.env.API.TOTPs.Authenticate(v.member, b2b.AuthenticateTOTP{
		Code:                   b2b.Secret(compact(v.code.Value())),
		SessionDurationMinutes: api.Ptr(sessionMinutes),
		SetMFAEnrollment:       api.Ptr(b2b.SetMFAEnrollmentEnroll),
	}).Do)
}

// clear deletes the registration that waits, and then makes another one or
// closes the dialog.
func (v *enrolTOTP) clear(renew bool) tea.Cmd {
	v.renew, v.note = renew, ""
	return v.cleared.Send(v.ctx, v.env.API.Members.DeleteTOTP(v.member).Do)
}

// Update implements ui.View.
func (v *enrolTOTP) Update(msg tea.Msg) tea.Cmd {
	switch {
	case v.created.Take(msg):
		return v.begin()
	case v.verified.Take(msg):
		return v.finish()
	case v.cleared.Take(msg):
		return v.afterClearing()
	case v.copied.Take(msg):
		v.note = copyNote(v.copying, v.copied.Err())
		return nil
	}
	if msg, ok := msg.(tea.KeyMsg); ok {
		return v.typed(msg)
	}
	return nil
}

func (v *enrolTOTP) typed(msg tea.KeyMsg) tea.Cmd {
	if !v.Capturing() {
		return nil
	}
	v.code, _ = v.code.Update(msg)
	v.judge()
	if v.env.now().After(v.until) {
		v.note = "! By this clock the time is over: the server may refuse the code."
	}
	return nil
}

func (v *enrolTOTP) judge() { v.standing = judge(v.code.Value(), v.key, time.Now()) }

// begin shows the registration that the server has made.
func (v *enrolTOTP) begin() tea.Cmd {
	created, _ := v.created.Value()
	if v.created.Err() != nil {
		return nil
	}
	v.key = newTOTPKey(created, v.member, v.org)
	v.codes = created.RecoveryCodes
	v.until = v.env.now().Add(registrationMinutes * time.Minute)
	v.qr, _ = ui.NewQR(v.key.uri.Reveal()) // a link too long for any code is told where the code would be
	v.created = async.Remote[b2b.CreateTOTPResponse]{}
	return announceMember(created.Member)
}

// finish hands the recovery codes over to their own dialog.
func (v *enrolTOTP) finish() tea.Cmd {
	if v.verified.Err() != nil {
		v.code.SetValue("")
		v.judge()
		return nil
	}
	answer, _ := v.verified.Value()
	v.seen(answer.Member, len(v.codes))
	codes := newFreshCodes(v.env, answer.Member, v.org, v.codes)
	v.forget()
	return tea.Sequence(announceMember(answer.Member), ui.Dismiss(v), ui.Open(codes),
		ui.Toast(ui.Success, "The authenticator app of "+memberName(answer.Member)+" is enrolled."))
}

func (v *enrolTOTP) afterClearing() tea.Cmd {
	if v.cleared.Err() != nil && !api.HasType(v.cleared.Err(), b2b.ErrTOTPNotFound) {
		return nil
	}
	v.forget()
	if v.renew {
		return v.create()
	}
	return tea.Sequence(ui.Dismiss(v), ui.Toast(ui.Info, "Stopped: the registration that waited was deleted."))
}

// forget drops everything secret.
func (v *enrolTOTP) forget() {
	v.key, v.qr, v.codes, v.revealed, v.alone, v.note = totpKey{}, nil, nil, false, false, ""
	v.code.SetValue("")
	v.standing = standing{}
	v.verified = async.Remote[b2b.AuthenticateTOTPResponse]{}
	v.cleared = async.Remote[b2b.Member]{}
}
