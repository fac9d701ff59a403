package views

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// message shows one message of the outbox whole.
type message struct {
	env     *Env
	message api.Message
	detail  *ui.Detail
	outbox  async.Remote[[]api.Message]
	gone    bool // from the outbox

	ctx           context.Context
	width, height int
}

var _ ui.View = (*message)(nil)

func newMessage(env *Env, m api.Message) *message {
	v := &message{env: env, message: m, detail: newDetail(env)}
	v.detail.SetSections(messageSections(m, goodUntil(m, env.now()))...)
	return v
}

// Title implements ui.View.
func (v *message) Title() string { return messageKind(v.message) }

// SetSize implements ui.View.
func (v *message) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.notice())))
}

// Init implements ui.View.
func (v *message) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return nil
}

// look looks whether the message is still there.
func (v *message) look() tea.Cmd {
	service := v.env.API.Sandbox
	return v.outbox.Load(v.ctx, func(ctx context.Context) ([]api.Message, error) {
		return service.Outbox(ctx, api.OutboxQuery{Limit: outboxRows})
	})
}

func (v *message) looked() {
	if messages, ok := v.outbox.Value(); ok && v.outbox.Err() == nil {
		v.gone = !slices.ContainsFunc(messages, func(m api.Message) bool { return m.ID == v.message.ID })
	}
	v.SetSize(v.width, v.height)
}

// notice says above the message that it is gone, or could not be looked for.
func (v *message) notice() []string {
	if v.gone {
		return append(inset(v.env.Theme.Warning, "! This message is not in the outbox any more. What follows is from before.", v.width), "")
	}
	return failureLines(v.env, "look for the message", v.outbox.Err(), v.width, v.height)
}

// Capturing implements ui.View.
func (v *message) Capturing() bool { return false }

// Actions implements ui.View.
func (v *message) Actions() []ui.Action {
	return []ui.Action{
		v.env.act(keymap.OutboxUse, func() tea.Cmd { return useMessage(v.env, v.message) }).Because(cannotUse(v.message)).Writing(),
		v.env.act(keymap.Copy, func() tea.Cmd { return copyMenu(v.env, messageCopies(v.message)...) }),
	}
}

// Update implements ui.View.
func (v *message) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.look()
	}
	if clockMoved(msg) {
		v.detail.SetSections(messageSections(v.message, goodUntil(v.message, v.env.now()))...)
		return nil
	}
	if v.outbox.Take(msg) {
		v.looked()
		return nil
	}
	if key, ok := msg.(tea.KeyMsg); ok {
		v.detail.Update(key)
	}
	return nil
}

// View implements ui.View.
func (v *message) View() string {
	return strings.Join(append(v.notice(), v.detail.View()), "\n")
}

// messageSections are what is known of a message, which is good until then.
func messageSections(m api.Message, until string) []ui.DetailSection {
	var proof []ui.DetailField
	if m.Code != "" {
		proof = append(proof, ui.DetailField{Name: "Code", Value: m.Code.Reveal()})
	}
	if m.URL != "" {
		proof = append(proof, ui.DetailField{Name: "Link", Value: m.URL.Reveal()}, ui.DetailField{Name: "Token", Value: m.Token.Reveal()})
	}
	return []ui.DetailSection{
		{Fields: []ui.DetailField{
			{Name: "What", Value: messageKind(m)},
			{Name: "By", Value: channelName(m)},
			{Name: "To", Value: m.To},
			{Name: "Sent", Value: moment(m.CreatedAt)},
			{Name: "Good until", Value: until},
		}},
		{Title: "What it proves", Fields: proof},
		{Title: "Who it is about", Fields: []ui.DetailField{
			{Name: "Organization id", Value: m.OrganizationID},
			{Name: "Member id", Value: m.MemberID},
			{Name: "Message id", Value: m.ID},
		}},
	}
}

// goodUntil is until when a message proves something, or since when it does no more.
func goodUntil(m api.Message, now time.Time) string {
	if expired(m, now) {
		return "✗ " + momentFromNow(m.ExpiresAt, now)
	}
	return momentFromNow(m.ExpiresAt, now)
}

func messageCopies(m api.Message) []copyable {
	return []copyable{
		{"link", m.URL.Reveal()},
		{"code", m.Code.Reveal()},
		{"token", m.Token.Reveal()},
		{"address", m.To},
		{"whole message", wholeMessage(m)},
	}
}

// wholeMessage is a message as text.
func wholeMessage(m api.Message) string {
	var lines []string
	for _, section := range messageSections(m, moment(m.ExpiresAt)) {
		for _, f := range section.Fields {
			if f.Value != "" {
				lines = append(lines, f.Name+": "+f.Value)
			}
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// messageKind is what a message is for, in words.
func messageKind(m api.Message) string {
	switch m.Kind {
	case api.MessageInvite:
		return "invite"
	case api.MessageLogin:
		return "sign-in link"
	case api.MessageSignup:
		return "sign-up link"
	case api.MessageDiscovery:
		return "discovery link"
	case api.MessagePasswordReset:
		return "password reset"
	case api.MessageEmailUpdate:
		return "new e-mail address"
	case api.MessageOTP:
		return "code"
	}
	return m.Kind
}

func channelName(m api.Message) string {
	if m.Channel == api.ChannelSMS {
		return "SMS"
	}
	return "mail"
}

// codeOrLink is what one wants of a message, in one line.
func codeOrLink(m api.Message) string {
	if m.Code != "" {
		return m.Code.Reveal()
	}
	return m.URL.Reveal()
}

// minute is a moment without its seconds, in UTC; "" when there is none.
func minute(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04")
}
