package views

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

const underWay = "Wait: the request is under way."

// Actions implements ui.View.
func (v *enrolTOTP) Actions() []ui.Action {
	switch {
	case v.busy():
		return []ui.Action{v.env.act(keymap.Back, nil).Because(underWay)}
	case v.alone:
		return []ui.Action{
			called(v.env.act(keymap.EnrolFullScreen, v.toggleAlone), "back to the code"),
			v.env.act(keymap.Back, v.toggleAlone),
		}
	case v.cleared.Err() != nil:
		again := v.env.act(keymap.EnrolVerify, func() tea.Cmd { return v.clear(v.renew) })
		return []ui.Action{called(again, "try again").Writing(), called(v.env.act(keymap.Back, ui.Close), "leave it")}
	case v.expired():
		return []ui.Action{v.startingAnew(), called(v.env.act(keymap.Back, v.stop), "stop")}
	case v.waiting():
		return []ui.Action{
			v.env.act(keymap.EnrolVerify, v.verify).Writing(),
			called(v.env.act(keymap.Back, v.askToStop), "stop"),
			v.revealing(),
			v.env.act(keymap.EnrolCopySecret, v.copySecret),
			called(v.env.act(keymap.EnrolFullScreen, v.toggleAlone), "zoom"),
			v.env.act(keymap.EnrolCopyURI, v.copyURI),
		}
	case v.pendingExists():
		return []ui.Action{v.startingAnew(), called(v.env.act(keymap.Back, ui.Close), "leave it")}
	}
	return []ui.Action{v.env.act(keymap.Refresh, v.create).Writing(), v.env.act(keymap.Back, ui.Close)}
}

func (v *enrolTOTP) startingAnew() ui.Action {
	return called(v.env.act(keymap.EnrolVerify, func() tea.Cmd { return v.clear(true) }), "start anew").Writing()
}

func (v *enrolTOTP) revealing() ui.Action {
	a := v.env.act(keymap.EnrolReveal, v.reveal)
	if v.revealed {
		a = called(a, "hide secret")
	}
	return a
}

// called is a with another word in footer and help.
func called(a ui.Action, does string) ui.Action {
	a.Key.SetHelp(a.Key.Help().Key, does)
	return a
}

// pendingExists reports whether the server holds a registration that somebody
// began before.
func (v *enrolTOTP) pendingExists() bool {
	return api.HasType(v.created.Err(), b2b.ErrPendingTOTPExists)
}

// expired reports whether the first code came too late.
func (v *enrolTOTP) expired() bool { return api.HasType(v.verified.Err(), b2b.ErrExpiredTOTP) }

func (v *enrolTOTP) reveal() tea.Cmd {
	v.revealed = !v.revealed
	return nil
}

func (v *enrolTOTP) toggleAlone() tea.Cmd {
	v.alone = !v.alone
	return nil
}

func (v *enrolTOTP) copySecret() tea.Cmd { return v.copy("The secret is", v.key.secret) }

func (v *enrolTOTP) copyURI() tea.Cmd { return v.copy("The link is", v.key.uri) }

// copy says what has become of it in the dialog: over the whole terminal no
// toast is seen.
func (v *enrolTOTP) copy(what string, text b2b.Secret) tea.Cmd {
	v.copying = what
	return v.copied.Send(v.ctx, v.env.clip(text.Reveal()))
}

// copyNote says what has become of copying; what is "The secret is".
func copyNote(what string, err error) string {
	if err != nil {
		return "✗ Not copied: " + err.Error()
	}
	return "✓ " + what + " in the clipboard."
}

// askToStop asks before it takes away a registration that somebody may have
// scanned already.
func (v *enrolTOTP) askToStop() tea.Cmd {
	return ui.Open(&ui.Confirm{
		Name: "Stop enrolling?",
		Body: "The code was not verified yet. The registration is deleted, and an app that has scanned the QR code will not work.",
		Verb: "Delete it and stop",
		Run:  v.stop,
	})
}

func (v *enrolTOTP) stop() tea.Cmd { return v.clear(false) }
