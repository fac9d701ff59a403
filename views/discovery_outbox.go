package views

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// outboxLook is among how many of the newest messages one is looked for.
const outboxLook = 50

// extras are the keys of the steps that want something that was sent.
func (v *discovery) extras() []ui.Action {
	act := v.env.act
	take := act(keymap.DiscoveryTake, v.take).Because(v.cannotTake())
	again := act(keymap.DiscoveryAgain, v.sendAgain).Because(v.cannotSend()).Writing()
	if v.step == stepFactor {
		again = called(again, "send a code by SMS")
	}
	if !v.env.Sandbox {
		return []ui.Action{again}
	}
	return []ui.Action{take, again}
}

// smsStep reports whether an SMS is wanted.
func (v *discovery) smsStep() bool {
	return v.step == stepFactor && (v.factor.way == bySMS || v.factor.way == byNewPhone)
}

func (v *discovery) cannotTake() string {
	switch {
	case v.mail.Busy():
		return "The outbox is being read."
	case v.step == stepFactor && !v.smsStep():
		return "The outbox holds codes of SMS only: an app has its own, and recovery codes were shown once."
	}
	return ""
}

func (v *discovery) cannotSend() string {
	switch {
	case v.step == stepProof && !v.address.sends():
		return "Go back, and choose to have a link or a code sent."
	case v.step == stepFactor && !v.smsStep():
		return "Only a code by SMS can be sent."
	case v.step == stepFactor && v.factor.way == byNewPhone && phoneCheck(b2b.OTPsSMSSend)(v.factor.phone) != nil:
		return "Type the phone number first, with + and the country."
	}
	return ""
}

// take looks for the newest message that this step wants.
func (v *discovery) take() tea.Cmd {
	query := api.OutboxQuery{To: v.address.email, Kind: api.MessageDiscovery, Limit: outboxLook}
	fits := func(api.Message) bool { return true }
	switch {
	case v.step == stepFactor:
		member := v.entry.member.MemberID
		query.To, query.Kind = "", api.MessageOTP
		fits = func(m api.Message) bool { return m.Channel == api.ChannelSMS && m.MemberID == member }
	case v.address.byCode():
		organization := v.proof.organization
		query.Kind = api.MessageOTP
		fits = func(m api.Message) bool { return m.Channel == api.ChannelEmail && m.OrganizationID == organization }
	}
	service := v.env.API.Sandbox
	return v.mail.Load(v.ctx, func(ctx context.Context) (api.Message, error) {
		messages, err := service.Outbox(ctx, query)
		if err != nil {
			return api.Message{}, err
		}
		for _, m := range messages {
			if fits(m) {
				return m, nil
			}
		}
		return api.Message{}, errNoMessage
	})
}

var errNoMessage = errors.New("the outbox holds no such message: have one sent")

// tookMail fills in what was found, and goes on.
func (v *discovery) tookMail() tea.Cmd {
	m, ok := v.mail.Value()
	if v.mail.Err() != nil || !ok || v.step != stepProof && v.step != stepFactor {
		return nil
	}
	if v.step == stepFactor {
		v.factor.sms = m.Code.Reveal()
	} else {
		v.proof.code, v.proof.link = m.Code.Reveal(), m.URL.Reveal()
	}
	v.mail.Reset()
	return v.submit()
}

// submit sends the form of the step as it is filled in now.
func (v *discovery) submit() tea.Cmd {
	page := v.page()
	var built tea.Cmd
	if form, ok := page.(interface{ Reset() tea.Cmd }); ok {
		built = form.Reset()
	}
	for _, a := range page.Actions() {
		if a.ID == keymap.FormSave {
			return tea.Sequence(built, a.Run())
		}
	}
	return built
}

// use starts with a message of the outbox: its link or code is the proof.
func (v *discovery) use(m api.Message) tea.Cmd {
	v.rest = false
	v.address = address{email: m.To, way: haveLink}
	v.proof = proof{link: m.URL.Reveal(), code: m.Code.Reveal(), organization: m.OrganizationID}
	if m.URL == "" {
		v.address.way = haveCode
	}
	built := tea.Batch(v.open(stepAddress, v.addressForm()), v.open(stepProof, v.proofForm()))
	if m.Kind == api.MessagePasswordReset {
		return built // the new password is to be typed
	}
	return tea.Sequence(built, v.submit())
}

// useMessage opens a sign-in that begins with a message.
func useMessage(env *Env, m api.Message) tea.Cmd {
	v := newDiscovery(env)
	v.first = &m
	return ui.Push(v)
}

// cannotUse says why a message begins no sign-in; "" when it does.
func cannotUse(m api.Message) string {
	if m.Channel == api.ChannelSMS {
		return "A code by SMS is a second factor: it is taken in the sign-in that asks for it, on the step of that name."
	}
	return ""
}
