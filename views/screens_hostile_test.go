package views_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// worse is hostile with what JSON can carry beside: C1, DEL and zero-width text.
const worse = hostile + "\u009b2J\u0085\x7f\u2028\ufeff"

// spoiled is a server whose answers hold hostile text wherever there is text.
type spoiled struct {
	server http.Handler
	ids    bool // what the program goes on with is spoiled too: ids, states, times and cursors
}

func (s spoiled) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	recorded := httptest.NewRecorder()
	s.server.ServeHTTP(recorded, r)
	var answer any
	body := recorded.Body.Bytes()
	if json.Unmarshal(body, &answer) == nil {
		if spoilt, err := json.Marshal(s.spoil("", answer)); err == nil {
			body = spoilt
		}
	}
	w.WriteHeader(recorded.Code)
	_, _ = w.Write(body)
}

// spoil puts hostile text in front of every text below value, which stands under key.
func (s spoiled) spoil(key string, value any) any {
	switch value := value.(type) {
	case string:
		if s.ids || !goneOnWith(key) {
			return worse + value
		}
	case []any:
		for i := range value {
			value[i] = s.spoil(key, value[i])
		}
	case map[string]any:
		object := map[string]any{}
		for name, inner := range value {
			spoiltName := name
			if free(key) {
				spoiltName = worse + name
			}
			object[spoiltName] = s.spoil(name, inner)
		}
		return object
	}
	return value
}

// free reports whether the names in an object are anybody's to choose.
func free(key string) bool {
	return strings.HasSuffix(key, "metadata") || slices.Contains([]string{"custom_claims", "attribute_mapping", "nested", "scope_descriptions"}, key)
}

// goneOnWith reports whether the program does something by a value, so that
// spoiling it leads to nothing but refusals.
func goneOnWith(key string) bool {
	for _, end := range []string{"_id", "_ids", "_at", "status", "cursor", "_type", "kind", "slug", "policy", "methods", "_method", "now", "real"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// furnishAll fills what the demo data leaves empty, past the screen.
func (c *console) furnishAll() {
	c.t.Helper()
	c.furnish("likes lace")
	c.extendPolicy(docs("editor"))
	must(c.t, c.client.Organizations.Update(c.organization("acme-robotics"), b2b.UpdateOrganization{
		TrustedMetadata: b2b.Object{"plan": asJSON(c.t, "gold"), "nested": asJSON(c.t, map[string]any{"a": "b"})},
	}))
	must(c.t, c.client.Members.Update(c.member(grace), b2b.UpdateMember{ExternalID: api.Ptr("crm-1")}))
}

// clean fails the test unless a frame is as large as the terminal and holds nothing
// but text and styles.
func (c *console) clean(after string, width, height int) {
	c.t.Helper()
	frame := c.Frame()
	if bad := control(frame); bad != "" {
		c.t.Fatalf("after %s the frame holds %q:\n%q", after, bad, frame)
	}
	lines := strings.Split(frame, "\n")
	if len(lines) != height {
		c.t.Fatalf("after %s at %dx%d the frame has %d lines:\n%s", after, width, height, len(lines), frame)
	}
	for _, line := range lines {
		if ansi.StringWidth(line) > width {
			c.t.Fatalf("after %s at %dx%d a line is %d wide: %q", after, width, height, ansi.StringWidth(line), line)
		}
	}
}

func TestScreens_spoiledAnswersAreHarmless(t *testing.T) {
	t.Chdir(t.TempDir()) // where exports go
	for _, ids := range []bool{false, true} {
		t.Run(fmt.Sprintf("ids %v", ids), func(t *testing.T) {
			inConsole(t, 120, 36, func(c *console) {
				c.furnishAll()
				c.faults.handler = spoiled{c.server, ids}
				shown := 0
				for _, s := range screens() {
					c.goTo(s, 120, 36, nothingElse)
					c.clean(s.name, 120, 36)
					if strings.Contains(c.Screen(), "␛[2J") {
						shown++
					}
					c.Resize(60, 16)
					c.clean(s.name, 60, 16)
					c.keys("enter")
					c.clean(s.name+" enter", 60, 16)
				}
				if shown < len(screens())/2 {
					c.t.Errorf("hostile text was shown on %d of %d screens alone", shown, len(screens()))
				}
			})
		})
	}
}

func TestScreens_hostileFailuresAreHarmless(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		body, err := json.Marshal(map[string]any{"status_code": 500, "request_id": worse, "error_type": worse, "error_message": worse, "error_url": worse})
		if err != nil {
			c.t.Fatal(err)
		}
		for _, answer := range [][]byte{body, []byte(worse), bytes.Repeat([]byte(worse+"\xff"), 50)} {
			for _, s := range screens() {
				if s.reads == "" {
					continue
				}
				c.goTo(s, 80, 24, func() {
					c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
						if strings.HasPrefix(r.URL.Path, s.reads) {
							w.WriteHeader(http.StatusInternalServerError)
							_, _ = w.Write(answer)
						}
						return strings.HasPrefix(r.URL.Path, s.reads)
					})
				})
				c.clean(s.name+" failing", 80, 24)
				c.Press("5")
				c.clean("the log of "+s.name, 80, 24)
				c.Press("enter")
				c.clean("the request of "+s.name, 80, 24)
				c.faults.heal()
			}
		}
	})
}
