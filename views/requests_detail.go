package views

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// request shows one request with its answer, both redacted.
type request struct {
	env      *Env
	exchange api.Exchange
	detail   *ui.Detail
}

var _ ui.View = (*request)(nil)

func newRequest(env *Env, x api.Exchange) *request {
	v := &request{env: env, exchange: x, detail: newDetail(env)}
	v.detail.SetSections(exchangeSections(env, x)...)
	return v
}

// Title implements ui.View.
func (v *request) Title() string { return v.exchange.Method + " " + v.exchange.Path }

// SetSize implements ui.View.
func (v *request) SetSize(width, height int) { v.detail.SetSize(width, height) }

// Init implements ui.View.
func (v *request) Init(context.Context) tea.Cmd { return nil }

// Capturing implements ui.View.
func (v *request) Capturing() bool { return false }

// Actions implements ui.View.
func (v *request) Actions() []ui.Action {
	act, x := v.env.act, v.exchange
	noAnswer := ""
	if len(x.ResponseBody) == 0 {
		noAnswer = "There is no answer to copy."
	}
	return []ui.Action{
		act(keymap.RequestCurl, func() tea.Cmd { return v.env.copy(x.Curl(), "The curl command") }),
		act(keymap.RequestCommand, func() tea.Cmd { return v.env.copy(x.Command(), "The orgdeck command") }),
		act(keymap.RequestBody, func() tea.Cmd { return v.env.copy(laidOut(x.ResponseBody), "The answer") }).Because(noAnswer),
		act(keymap.Copy, func() tea.Cmd { return copyMenu(v.env, exchangeCopies(x)...) }),
	}
}

// Update implements ui.View.
func (v *request) Update(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyMsg); ok {
		v.detail.Update(key)
	}
	return nil
}

// View implements ui.View.
func (v *request) View() string { return v.detail.View() }

func exchangeCopies(x api.Exchange) []copyable {
	return []copyable{
		{"request id", x.RequestID},
		{"as curl", x.Curl()},
		{"as orgdeck command", x.Command()},
		{"path", x.Path},
		{"request", laidOut(x.RequestBody)},
		{"answer", laidOut(x.ResponseBody)},
	}
}

func exchangeSections(env *Env, x api.Exchange) []ui.DetailSection {
	failure := ""
	if x.Err != nil {
		failure = api.Explain(x.Err)
	}
	status := ui.DetailField{Name: "Status", Value: exchangeStatus(x), Style: exchangeStyle(env.Theme)(x)}
	sections := []ui.DetailSection{
		{Fields: []ui.DetailField{
			{Name: "Request", Value: x.Method + " " + x.Path},
			{Name: "Server", Value: x.Origin},
			{Name: "Operation", Value: x.EndpointID},
			status,
			{Name: "Failure", Value: failure},
			{Name: "Request id", Value: x.RequestID},
			{Name: "Sent", Value: x.At.Format("2006-01-02 15:04:05.000 MST")},
			{Name: "Took", Value: x.Duration.Round(100 * time.Microsecond).String()},
			{Name: "Attempt", Value: strconv.Itoa(x.Attempt)},
		}},
		{Title: "Sent, without secrets", Fields: []ui.DetailField{{Name: "Body", Value: laidOut(x.RequestBody)}}},
		{Title: "Answer, without secrets", Fields: []ui.DetailField{{Name: "Body", Value: laidOut(x.ResponseBody)}}},
	}
	if x.Truncated {
		sections[0].Fields = append(sections[0].Fields, ui.DetailField{Name: "Note", Value: "A body is too long to be kept whole."})
	}
	return sections
}

// laidOut is JSON as people read it; what was cut stays as it is.
func laidOut(body []byte) string {
	var b bytes.Buffer
	if err := json.Indent(&b, body, "", "  "); err != nil {
		return string(body)
	}
	return b.String()
}
