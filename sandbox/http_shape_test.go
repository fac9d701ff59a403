package sandbox_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

// contract is contract.json as far as answers go.
type contract struct {
	Objects   map[string]struct{ Fields map[string]shapeField }
	Endpoints []struct {
		Method, Path string
		Response     map[string]shapeField
	}
}

type shapeField struct {
	Type     string
	Nullable bool
	Enum     []string
}

var loadContract = sync.OnceValue(func() *contract {
	text, err := os.ReadFile("../api/b2b/contract.json")
	if err != nil {
		panic(err)
	}
	var c contract
	if err := json.Unmarshal(text, &c); err != nil {
		panic(err)
	}
	delete(c.Objects["Error"].Fields, "error_details") // usually absent, says the contract
	return &c
})

// checked serves h and holds every answer to the contract: each field is there,
// of its type, and there is none else.
func checked(t *testing.T, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		checkAnswer(t, r, rec)
		for name, values := range rec.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(rec.Code)
		_, _ = w.Write(rec.Body.Bytes())
	})
}

func checkAnswer(t *testing.T, r *http.Request, rec *httptest.ResponseRecorder) {
	t.Helper()
	if !strings.HasPrefix(r.URL.Path, "/v1/") {
		return
	}
	var body map[string]any
	dec := json.NewDecoder(bytes.NewReader(rec.Body.Bytes()))
	dec.UseNumber()
	if err := dec.Decode(&body); err != nil {
		t.Errorf("%s %s: the answer is not JSON: %v", r.Method, r.URL.Path, err)
		return
	}
	c := loadContract()
	where := r.Method + " " + r.URL.Path
	if id, ok := body["request_id"]; ok && id != rec.Header().Get("X-Request-ID") {
		t.Errorf("%s: request_id %v, X-Request-ID %q", where, id, rec.Header().Get("X-Request-ID"))
	}
	if rec.Code != http.StatusOK {
		c.checkError(t, where, rec, body)
		return
	}
	e := endpointOf(r)
	for _, known := range c.Endpoints {
		if e != nil && known.Method == e.Method && known.Path == e.Path {
			c.checkFields(t, where, known.Response, body)
		}
	}
}

func (c *contract) checkError(t *testing.T, where string, rec *httptest.ResponseRecorder, body map[string]any) {
	t.Helper()
	if strings.Contains(where, "/oauth2/") {
		c.checkFields(t, where, c.Objects["OAuth2Error"].Fields, body)
		return
	}
	c.checkFields(t, where, c.Objects["Error"].Fields, body)
	kind, _ := body["error_type"].(string)
	known, ok := b2b.LookupError(kind)
	if !ok && kind != "not_implemented" {
		t.Errorf("%s: the contract has no error type %q", where, kind)
	}
	askedFor := strings.Contains(fmt.Sprint(body["error_message"]), "/sandbox/v1/faults")
	if ok && known.Status != rec.Code && rec.Code != http.StatusRequestEntityTooLarge && !askedFor {
		t.Errorf("%s: %s came with status %d, the contract says %d", where, kind, rec.Code, known.Status)
	}
	if body["error_message"] == "" {
		t.Errorf("%s: %s has no message", where, kind)
	}
}

// endpointOf finds the endpoint that r asks for; literal segments win.
func endpointOf(r *http.Request) *b2b.Endpoint {
	var best *b2b.Endpoint
	for _, e := range b2b.Endpoints {
		if e.Method == r.Method && fits(e.Path, r.URL.EscapedPath()) && (best == nil || strings.Count(e.Path, "{") < strings.Count(best.Path, "{")) {
			best = e
		}
	}
	return best
}

func fits(pattern, path string) bool {
	want, got := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(got) {
		return false
	}
	for i := range want {
		if !strings.HasPrefix(want[i], "{") && want[i] != got[i] {
			return false
		}
	}
	return true
}

func (c *contract) checkFields(t *testing.T, where string, want map[string]shapeField, got map[string]any) {
	t.Helper()
	for name, f := range want {
		value, ok := got[name]
		if !ok {
			t.Errorf("%s: %s is missing", where, name)
			continue
		}
		c.checkValue(t, where+": "+name, f, value)
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is not in the contract", where, name)
		}
	}
}

func (c *contract) checkValue(t *testing.T, where string, f shapeField, value any) {
	t.Helper()
	if value == nil {
		if !f.Nullable {
			t.Errorf("%s is null", where)
		}
		return
	}
	if item, ok := cutType(f.Type, "array<"); ok {
		list, isList := value.([]any)
		if !isList {
			t.Errorf("%s is %T, not a list", where, value)
		}
		for _, v := range list {
			c.checkValue(t, where+"[]", shapeField{Type: item, Enum: f.Enum}, v)
		}
		return
	}
	if item, ok := cutType(f.Type, "map<string,"); ok {
		object, isObject := value.(map[string]any)
		if !isObject {
			t.Errorf("%s is %T, not an object", where, value)
		}
		for _, v := range object {
			c.checkValue(t, where+"{}", shapeField{Type: item}, v)
		}
		return
	}
	c.checkPlain(t, where, f, value)
}

func cutType(kind, prefix string) (string, bool) {
	rest, ok := strings.CutPrefix(kind, prefix)
	return strings.TrimSuffix(rest, ">"), ok
}

func (c *contract) checkPlain(t *testing.T, where string, f shapeField, value any) {
	t.Helper()
	var ok bool
	switch f.Type {
	case "string":
		var text string
		text, ok = value.(string)
		if ok && len(f.Enum) > 0 && text != "" && !slices.Contains(f.Enum, text) {
			t.Errorf("%s is %q, none of %v", where, text, f.Enum)
		}
	case "timestamp":
		text, _ := value.(string)
		moment, err := time.Parse(time.RFC3339, text)
		ok = err == nil && strings.HasSuffix(text, "Z") && moment.Nanosecond() == 0
	case "boolean":
		_, ok = value.(bool)
	case "integer", "number":
		_, ok = value.(json.Number)
	default:
		var object map[string]any
		object, ok = value.(map[string]any)
		if known, named := c.Objects[f.Type]; ok && named {
			c.checkFields(t, where, known.Fields, object)
		}
	}
	if !ok {
		t.Errorf("%s is %v (%T), not a %s", where, value, value, f.Type)
	}
}
