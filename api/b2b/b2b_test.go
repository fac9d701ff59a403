package b2b_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
)

func TestGeneratedCode_isUpToDate(t *testing.T) {
	dir := t.TempDir()
	contract, err := os.ReadFile("contract.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/contract.json", contract, 0o600); err != nil {
		t.Fatal(err)
	}
	gen := dir + "/gen.bin"
	if out, err := exec.Command("go", "build", "-o", gen, "./gen").CombinedOutput(); err != nil {
		t.Fatalf("build the generator: %v\n%s", err, out)
	}
	cmd := exec.Command(gen)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("generate: %v\n%s", err, out)
	}
	for _, name := range []string{"objects", "requests", "endpoints", "enums", "errors", "search", "rbac"} {
		file := name + "_gen.go"
		want, err := os.ReadFile(dir + "/" + file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s is not what contract.json says: run go generate ./...", file)
		}
	}
}

func TestContract_isWhole(t *testing.T) {
	var contract struct {
		Objects    map[string]any             `json:"objects"`
		Endpoints  []struct{ Scope string }   `json:"endpoints"`
		ErrorTypes map[string]json.RawMessage `json:"error_types"`
	}
	data, err := os.ReadFile("contract.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &contract); err != nil {
		t.Fatal(err)
	}
	if len(b2b.Endpoints) != len(contract.Endpoints) || len(b2b.Endpoints) != 117 {
		t.Errorf("%d endpoints", len(b2b.Endpoints))
	}
	if len(b2b.ErrorTypes()) != len(contract.ErrorTypes) {
		t.Errorf("%d error types, want %d", len(b2b.ErrorTypes()), len(contract.ErrorTypes))
	}
}

func TestEndpoint_namesRealErrors(t *testing.T) {
	for _, e := range b2b.Endpoints {
		for _, name := range e.Errors {
			if _, ok := b2b.LookupError(name); !ok {
				t.Errorf("%s names %s, which is no error type", e.ID(), name)
			}
		}
		for _, f := range e.Request {
			if _, err := regexp.Compile(f.Limits.Pattern); err != nil {
				t.Errorf("%s %s: %v", e.ID(), f.Name, err)
			}
		}
	}
}

func TestEndpoint_URL(t *testing.T) {
	got := b2b.OrganizationsMembersUpdate.URL("a b/c", "x|y")
	if want := "/v1/b2b/organizations/a%20b%2Fc/members/x%7Cy"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := b2b.OrganizationsCreate.URL(); got != "/v1/b2b/organizations" {
		t.Errorf("got %s", got)
	}
}

func TestRequests_canSayFalseAndEmpty(t *testing.T) {
	no, empty := false, ""
	body, err := json.Marshal(b2b.UpdateMember{Name: &empty, IsBreakglass: &no, Roles: []string{}})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"name":"","is_breakglass":false,"roles":[]}`; string(body) != want {
		t.Errorf("got %s, want %s", body, want)
	}
	body, err = json.Marshal(b2b.UpdateMember{})
	if err != nil || string(body) != "{}" {
		t.Errorf("an update of nothing: %s %v", body, err)
	}
}

func TestSecret_isNeverPrinted(t *testing.T) {
	const canary = "canary-7Q4"
	answer := b2b.CreateTOTPResponse{Secret: canary, QRCode: canary, RecoveryCodes: []b2b.Secret{canary}}
	token := b2b.Secret(canary)
	request := b2b.AuthenticateTOTP{Code: canary, SessionToken: &token}
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "secret", token, "answer", fmt.Sprint(answer))
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		printed := fmt.Sprintf(verb, answer) + fmt.Sprintf(verb, request) + fmt.Sprintf(verb, token) + fmt.Sprintf(verb, *request.SessionToken)
		if strings.Contains(printed, canary) || strings.Contains(printed, fmt.Sprintf("%x", canary)) {
			t.Errorf("%s prints the secret: %s", verb, printed)
		}
	}
	if strings.Contains(log.String(), canary) {
		t.Errorf("the log holds the secret: %s", log.String())
	}
}

func TestRedactJSON(t *testing.T) {
	got := b2b.RedactJSON([]byte(`{"secret":"s","recovery_codes":["a","b"],"session_token":"","member":{"name":"Ada","deep":[{"session_jwt":"j"}]},"n":1}`))
	want := `{"member":{"deep":[{"session_jwt":"[redacted]"}],"name":"Ada"},"n":1,"recovery_codes":["[redacted]","[redacted]"],"secret":"[redacted]","session_token":""}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if b2b.RedactJSON([]byte("<html>secret")) != nil {
		t.Error("what is not JSON must not be shown")
	}
}

func TestNormalize_leavesNoNullLists(t *testing.T) {
	answer := b2b.SearchMembersResponse{Members: []b2b.Member{{}}, Organizations: map[string]b2b.Organization{"o": {}}}
	b2b.Normalize(&answer)
	member, org := answer.Members[0], answer.Organizations["o"]
	if member.Roles == nil || member.TrustedMetadata == nil || member.SSORegistrations == nil || org.EmailAllowedDomains == nil || org.TrustedMetadata == nil {
		t.Errorf("null lists: %+v", answer)
	}
	if member.SCIMRegistration != nil {
		t.Error("an absent object must stay null")
	}
}

// TestNormalize_everyAnswer sends the empty answer of every endpoint through
// Normalize and looks for null where the contract wants a list.
func TestNormalize_everyAnswer(t *testing.T) {
	for _, e := range []any{&b2b.Organization{}, &b2b.Member{}, &b2b.MemberSession{}, &b2b.SAMLConnection{}, &b2b.Policy{}} {
		b2b.Normalize(e)
		v := reflect.ValueOf(e).Elem()
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if k := f.Type.Kind(); (k == reflect.Slice || k == reflect.Map) && f.Tag.Get("null") == "" && v.Field(i).IsNil() {
				t.Errorf("%s.%s is null", v.Type().Name(), f.Name)
			}
		}
	}
}

func TestRedactJSON_hidesTheTokenInALink(t *testing.T) {
	for link, want := range map[string]string{
		"https://a.test/in?stytch_token_type=x&token=tok#here": "https://a.test/in?stytch_token_type=x&token=[redacted]#here",
		"https://a.test/in?token=":                             "https://a.test/in?token=",
		"https://a.test/in?page=2":                             "https://a.test/in?page=2",
		"is it token=a ?token=tok":                             "is it token=a ?token=tok",
	} {
		body, err := json.Marshal(map[string]string{"url": link})
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]string
		if err := json.Unmarshal(b2b.RedactJSON(body), &got); err != nil || got["url"] != want {
			t.Errorf("%s became %s (%v)", link, got["url"], err)
		}
	}
}
