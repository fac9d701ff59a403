package sandbox_test

import (
	"net/http"
	"strings"
	"testing"
)

func FuzzOAuth2Forms(f *testing.F) {
	s := openFuzzed(f)
	for _, body := range []string{
		"grant_type=client_credentials&client_id=a&client_secret=b&scope=c+d", "grant_type=authorization_code&code=x&client_id=y&redirect_uri=z&code_verifier=v",
		`{"grant_type":"client_credentials"}`, "token=a.b.c&client_id=x", "%zz", "a=1&a=2", "\xff=\x00", "{", "grant_type", "client_id[]=1&grant_type=",
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		fuzzed(t, s, http.MethodPost, oauthPath+"token", body)
		fuzzed(t, s, http.MethodPost, oauthPath+"introspect", body)
	})
}

func FuzzStates(f *testing.F) {
	s := openFuzzed(f)
	for _, state := range []string{
		`{"schema":1,"key":"` + strings.Repeat("A", 43) + `=","tables":{"organizations":[{"seq":1,"id":"o","name":"O","slug":"o","settings":"{}","created_at":1,"updated_at":1}],
			"members":[{"seq":1,"id":"m","organization":1,"email":"a@b.example","email_id":"e","status":"active","created_at":1,"updated_at":1}]}}`,
		`{"tables":{"signing_keys":[{"kid":"k","private":"AAAA","created_at":1}]}}`, `{"schema":1,"tables":{}}`, `{"tables":{"settings":[{"name":"clock_offset_seconds","value":"9"}]}}`, `{"tables":{"settings":[{}]}}`,
		`{"tables":{"members":[{"seq":1}]},"key":"AAAA"}`, `{"tables":[`, `{"tables":{"members":null}}`, `{"schema":1e99}`, "",
	} {
		f.Add(state)
	}
	f.Fuzz(func(t *testing.T, state string) {
		fuzzed(t, s, http.MethodPut, "/sandbox/v1/state", state)
		fuzzed(t, s, http.MethodPost, "/v1/b2b/organizations/search", "{}")
		fuzzed(t, s, http.MethodGet, "/sandbox/v1/clock", "")
	})
}
