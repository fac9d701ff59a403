package api_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// The texts that nobody may see, whatever is printed.
var canaries = []string{canary, "canary-session", "canary-code", "canary-recovery", "canary-totp"}

// printed writes v in every way that a careless line of code might.
func printed(v any) string {
	var b bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T"} {
		_, _ = fmt.Fprintf(&b, verb+"\n", v)
		_, _ = fmt.Fprintf(&b, verb+"\n", []any{v})
		_, _ = fmt.Fprintf(&b, verb+"\n", struct{ Inner any }{v})
	}
	slog.New(slog.NewTextHandler(&b, nil)).Info("m", "v", v)
	slog.New(slog.NewJSONHandler(&b, nil)).Info("m", "v", v)
	if data, err := json.Marshal(v); err == nil {
		b.Write(data)
	}
	return b.String()
}

func refuseCanaries(t *testing.T, what, text string) {
	t.Helper()
	for _, c := range canaries {
		for _, form := range []string{c, fmt.Sprintf("%x", c), fmt.Sprintf("%X", c), strings.Trim(fmt.Sprintf("%d", []byte(c)), "[]")} {
			if strings.Contains(text, form) {
				t.Errorf("%s shows %q:\n%s", what, c, text)
			}
		}
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	s := answering(`{"request_id":"r","status_code":200,"secret":"canary-totp","qr_code":"canary-totp","recovery_codes":["canary-recovery"],"session_token":"canary-session","session_jwt":"canary-session"}`)
	var log api.Log
	c := client(t, s, api.WithSession("canary-session"), api.WithObserver(log.Add))
	code := c.TOTPs.Authenticate(ada, b2b.AuthenticateTOTP{Code: "canary-code", SessionToken: api.Ptr(b2b.Secret("canary-session"))})
	recover := c.RecoveryCodes.Recover(ada, b2b.RecoverByRecoveryCode{RecoveryCode: "canary-recovery"})
	migrate := c.TOTPs.Migrate(ada, b2b.MigrateTOTP{Secret: "canary-totp", RecoveryCodes: []b2b.Secret{"canary-recovery"}})
	for name, v := range map[string]any{
		"the client": c, "a service": c.TOTPs, "the configuration": api.Config{ProjectID: "project-test-1", Secret: canary},
		"a change with a code": code, "a change with a recovery code": recover, "a change with a secret": migrate,
		"its plan": migrate.Plan(), "its fields": migrate.Fields,
	} {
		refuseCanaries(t, name, printed(v))
	}
	refuseCanaries(t, "the client by value", fmt.Sprintf("%v %+v %#v", *c, *c, *c))
	for name, text := range map[string]string{
		"curl": code.Curl() + recover.Curl() + migrate.Curl(), "the command": code.Command() + migrate.Command(), "the body": code.BodyJSON() + migrate.BodyJSON(),
	} {
		refuseCanaries(t, name, text)
		if name != "the command" && !strings.Contains(text, b2b.Redacted) {
			t.Errorf("%s does not say that something was left out: %s", name, text)
		}
	}
	for _, send := range []func() error{
		func() error { return do(t.Context(), code) }, func() error { return do(t.Context(), recover) },
		func() error { return do(t.Context(), migrate) }, func() error { return do(t.Context(), c.TOTPs.Create(ada, b2b.CreateTOTP{})) },
	} {
		if err := send(); err != nil {
			t.Fatal(err)
		}
	}
	if s.requests[0].Body["code"] != "canary-code" {
		t.Error("the server did not get the code itself")
	}
	for _, x := range log.Exchanges() {
		refuseCanaries(t, "an exchange", printed(x)+string(x.RequestBody)+string(x.ResponseBody)+x.Curl()+x.Command())
		if !bytes.Contains(x.ResponseBody, []byte(b2b.Redacted)) {
			t.Errorf("the answer is not shown: %s", x.ResponseBody)
		}
	}
}

func TestErrorsShowNoSecret(t *testing.T) {
	for name, answer := range map[string]func() (*http.Response, error){
		"refused": func() (*http.Response, error) {
			return reply(401, nil, `{"error_type":"unauthorized_credentials"}`), nil
		},
		"HTML": func() (*http.Response, error) { return reply(200, nil, "<html>canary-session</html>"), nil },
		"no shape": func() (*http.Response, error) {
			return reply(200, nil, `{"session_token":{"a":"canary-session"}}`), nil
		},
		"cut":     func() (*http.Response, error) { return nil, io.ErrUnexpectedEOF },
		"no host": func() (*http.Response, error) { return nil, refused() },
	} {
		synctest.Test(t, func(t *testing.T) {
			var log api.Log
			c, _ := trying(t, func(int) (*http.Response, error) { return answer() }, api.WithObserver(log.Add))
			_, err := c.TOTPs.Authenticate(ada, b2b.AuthenticateTOTP{Code: "canary-code"}).Do(t.Context())
			if err == nil {
				t.Fatal(name, "is no error")
			}
			text := printed(err) + api.Explain(err)
			for inner := err; inner != nil; inner = errors.Unwrap(inner) {
				text += printed(inner)
			}
			refuseCanaries(t, name, text+printed(log.Exchanges()))
		})
	}
}
