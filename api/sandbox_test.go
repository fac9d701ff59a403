package api_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
)

// helper answers every request alike, and notes the last one.
type helper struct {
	answer        string
	status        int
	request, body string // "PUT /path?query"
}

func (h *helper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	h.request, h.body = r.Method+" "+r.URL.RequestURI(), string(body)
	if h.status != 0 {
		w.WriteHeader(h.status)
	}
	_, _ = io.WriteString(w, h.answer)
}

// withHelper returns a client of a sandbox that answers so.
func withHelper(t *testing.T, answer string, options ...api.Option) (*api.Client, *helper) {
	t.Helper()
	h := &helper{answer: answer}
	client, err := api.New(api.Config{ProjectID: "project-test-1", Secret: "secret-test-1", BaseURL: "http://127.0.0.1:4010"},
		append(options, api.WithTransport(api.Local(h)))...)
	if err != nil {
		t.Fatal(err)
	}
	return client, h
}

func TestSandbox_outbox(t *testing.T) {
	log := &api.Log{}
	client, h := withHelper(t, `{"messages":[{"id":"message-1","channel":"email","kind":"login","to":"ada@acme.test",
		"token":"the-token","code":"123456","url":"https://acme.test/in?stytch_token_type=x&token=the-token","created_at":"2026-11-20T10:00:00Z"}]}`,
		api.WithObserver(log.Add))
	messages, err := client.Sandbox.Outbox(t.Context(), api.OutboxQuery{To: "ada@acme.test", Kind: api.MessageLogin, Limit: 5})
	if err != nil || len(messages) != 1 {
		t.Fatal(messages, err)
	}
	if h.request != "GET /sandbox/v1/outbox?kind=login&limit=5&to=ada%40acme.test" {
		t.Error(h.request)
	}
	m := messages[0]
	if m.Token.Reveal() != "the-token" || m.Code.Reveal() != "123456" || m.CreatedAt == nil || m.ExpiresAt != nil {
		t.Errorf("%+v", m)
	}
	for _, x := range log.Exchanges() {
		if text := string(x.ResponseBody); text == "" || strings.Contains(text, "the-token") || strings.Contains(text, "123456") {
			t.Errorf("the log holds %s", text)
		}
	}
}

func TestSandbox_writesSayWhatTheyDoAndHowTheyAreUndone(t *testing.T) {
	client, h := withHelper(t, `{"now":"2026-11-20T10:00:00Z","offset_seconds":3600,"faults":[]}`)
	s := client.Sandbox
	fault := api.Fault{Method: "GET", Path: "/v1/*", Status: 500, Times: 1}
	for name, tc := range map[string]struct {
		change        api.Undoer
		request, body string
	}{
		"advance":      {s.AdvanceClock(time.Hour), "PUT /sandbox/v1/clock", `{"advance_seconds":3600}`},
		"go back":      {s.AdvanceClock(-time.Hour), "PUT /sandbox/v1/clock", `{"advance_seconds":-3600}`},
		"set":          {s.SetClock(0, time.Minute), "PUT /sandbox/v1/clock", `{"offset_seconds":60}`},
		"reset":        {s.SetClock(time.Minute, 0), "PUT /sandbox/v1/clock", `{"offset_seconds":0}`},
		"fault":        {s.SetFaults(nil, []api.Fault{fault}), "PUT /sandbox/v1/faults", `{"faults":[{"method":"GET","path":"/v1/*","status":500,"error_type":"","delay_ms":0,"times":1}]}`},
		"clear faults": {s.SetFaults([]api.Fault{fault}, nil), "PUT /sandbox/v1/faults", `{"faults":[]}`},
		"clear outbox": {s.ClearOutbox(), "DELETE /sandbox/v1/outbox", ""},
		"delete data":  {s.DeleteData(), "DELETE /sandbox/v1/data", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if tc.change.Plan().Summary == "" {
				t.Error("it does not say what it does")
			}
			if _, err := tc.change.Apply(t.Context()); err != nil {
				t.Fatal(err)
			}
			if h.request != tc.request || h.body != tc.body {
				t.Errorf("%s %s", h.request, h.body)
			}
		})
	}
	undo, ok := s.AdvanceClock(time.Hour).Undo(api.SandboxClock{})
	if !ok || !strings.Contains(undo.Plan().Body, "-3600") {
		t.Error("an advance is not undone by going back")
	}
	if s.DeleteData().Word == "" || s.DeleteData().OneWay() == "" || s.ClearOutbox().OneWay() == "" {
		t.Error("what is final is not said to be")
	}
}

func TestSandbox_clock(t *testing.T) {
	client, _ := withHelper(t, `{"now":"2026-11-20T10:00:00Z","offset_seconds":-90}`)
	clock, err := client.Sandbox.Clock(t.Context())
	if err != nil || clock.Offset() != -90*time.Second || clock.Now.Hour() != 10 {
		t.Fatal(clock, err)
	}
}

func TestSandbox_aProjectHasNoHelpers(t *testing.T) {
	client, h := withHelper(t, `{"status_code":404,"error_type":"route_not_found","error_message":"no"}`)
	h.status = http.StatusNotFound
	if _, err := client.Sandbox.Clock(t.Context()); !api.IsNotFound(err) {
		t.Error(err)
	}
}

func TestSandbox_readOnlySendsNothing(t *testing.T) {
	client, h := withHelper(t, `{}`, api.WithReadOnly())
	for _, change := range []api.Undoer{client.Sandbox.ClearOutbox(), client.Sandbox.AdvanceClock(1), client.Sandbox.DeleteData()} {
		if _, err := change.Apply(t.Context()); !api.IsReadOnly(err) || h.request != "" {
			t.Error(err, h.request)
		}
	}
	if _, err := json.Marshal(client.Sandbox.ClearOutbox()); err != nil {
		t.Error(err)
	}
}

func TestSandbox_theStateTravelsWhole(t *testing.T) {
	state := `{"schema":1,"tables":{"members":[` + strings.Repeat(" ", 100_000) + `]}}`
	log := &api.Log{}
	client, h := withHelper(t, state, api.WithObserver(log.Add))
	var file strings.Builder
	var gone, of int64
	told := func(done, total int64) { gone, of = done, total }
	if err := client.Sandbox.ExportState(t.Context(), &file, told); err != nil || file.String() != state {
		t.Fatal(err, file.Len())
	}
	if h.request != "GET /sandbox/v1/state" || gone != int64(len(state)) || of != gone {
		t.Error(h.request, gone, of)
	}
	opened := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(state)), nil }
	change := client.Sandbox.ImportState(api.State{Name: "state.json", Size: int64(len(state)), Open: opened, Told: told})
	gone = 0
	if _, err := change.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	if h.request != "PUT /sandbox/v1/state" || h.body != state || gone != int64(len(state)) {
		t.Error(h.request, len(h.body), gone)
	}
	for _, x := range log.Exchanges() {
		if x.Failed() || x.ResponseBody != nil || x.RequestBody != nil {
			t.Errorf("%s %s: %v, bodies of %d and %d bytes", x.Method, x.Path, x.Err, len(x.RequestBody), len(x.ResponseBody))
		}
	}
}

func TestSandbox_aRefusedStateSaysWhy(t *testing.T) {
	client, h := withHelper(t, `{"error_type":"bad_request","error_message":"the body is not a state","request_id":"request-id-1"}`)
	h.status = http.StatusBadRequest
	state := api.State{Name: "state.json", Size: 2, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("{}")), nil }}
	_, err := client.Sandbox.ImportState(state).Do(t.Context())
	if !api.HasType(err, "bad_request") || api.RequestID(err) != "request-id-1" {
		t.Error(err)
	}
	state.Open = func() (io.ReadCloser, error) { return nil, errors.New("no such file") }
	if _, err := client.Sandbox.ImportState(state).Do(t.Context()); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Error(err)
	}
}
