package views_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
	"example.com/orgdeck/views"
	"example.com/orgdeck/views/viewstest"
)

// demo is a sandbox with the demo data, made once and copied for every test.
var demo = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "orgdeck-demo")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "demo.db")
	return path, viewstest.MakeDemo(context.Background(), path, time.Now)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := demo(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// console is the whole program on a sandbox of its own, driven by keys.
type console struct {
	*uitest.Driver
	t      *testing.T
	server *sandbox.Server
	client *api.Client
	log    *api.Log
	faults *faults
	copied []string
	editor string // what EDITOR names
}

// faults stand between client and server, to break what a test wants broken.
type faults struct {
	handler http.Handler
	mu      sync.Mutex
	sent    int
	broken  func(w http.ResponseWriter, r *http.Request) bool // answers instead of the server
}

func (f *faults) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	f.sent++
	broken := f.broken
	f.mu.Unlock()
	if broken != nil && broken(w, r) {
		return
	}
	f.handler.ServeHTTP(w, r)
}

// requests is how many requests have reached the server.
func (f *faults) requests() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.sent
}

// fail answers every request whose method and path begin so with status.
func (f *faults) fail(method, path string, status int) {
	f.refuse(method, path, status, "internal_server_error", "It is broken.")
}

// refuse answers every request whose method and path begin so with an error.
func (f *faults) refuse(method, path string, status int, errorType, message string) {
	f.set(func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != method || !strings.HasPrefix(r.URL.Path, path) {
			return false
		}
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, `{"status_code":%d,"request_id":"request-id-test-broken","error_type":%q,"error_message":%q}`, status, errorType, message)
		return true
	})
}

// heal lets everything reach the server again.
func (f *faults) heal() { f.set(nil) }

func (f *faults) set(broken func(http.ResponseWriter, *http.Request) bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.broken = broken
}

// inConsole runs a test of the program at a size, on a copy of the demo data.
func inConsole(t *testing.T, width, height int, test func(c *console), settings ...setting) {
	t.Helper()
	path := copyDemo(t)
	synctest.Test(t, func(t *testing.T) {
		test(openConsole(t, path, width, height, settings...))
	})
}

// setting is something that a user has set before the program starts.
type setting = viewstest.Setting

func copyDemo(t *testing.T) string {
	t.Helper()
	from, err := demo()
	if err != nil {
		t.Fatal(err)
	}
	return viewstest.Copy(t, from)
}

func openConsole(t *testing.T, path string, width, height int, settings ...setting) *console {
	t.Helper()
	server := viewstest.Open(t, path)
	c := &console{t: t, server: server, faults: &faults{handler: server}}
	c.start(width, height, settings...)
	return c
}

// start starts the program anew on the same server.
func (c *console) start(width, height int, settings ...setting) {
	c.t.Helper()
	desk := func(env *views.Env, _ *ui.Options) {
		env.Clipboard = func(text string) error { c.copied = append(c.copied, text); return nil }
		env.Editor = c.openEditor
	}
	program := viewstest.Start(c.t, c.faults, width, height, slices.Concat([]setting{desk}, settings)...)
	c.Driver, c.client, c.log = program.Driver, program.Client, program.Log
}

// connect makes a client of the server.
func (c *console) connect(options ...api.Option) *api.Client {
	c.t.Helper()
	return viewstest.Connect(c.t, c.faults, options...)
}

// sees fails the test unless every text is on the screen.
func (c *console) sees(texts ...string) {
	c.t.Helper()
	screen := c.Screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			c.t.Fatalf("%q is not on the screen:\n%s", text, screen)
		}
	}
}

// doesNotSee fails the test if a text is on the screen.
func (c *console) doesNotSee(texts ...string) {
	c.t.Helper()
	screen := c.Screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			c.t.Fatalf("%q is on the screen:\n%s", text, screen)
		}
	}
}

// search types text into the search box and waits until it was searched for.
func (c *console) search(text string) {
	c.t.Helper()
	c.Press("/")
	c.Type(text)
	c.Wait(time.Second)
}

// organization reads an organization from the server, past the screen.
func (c *console) organization(slug string) b2b.Organization {
	c.t.Helper()
	org, err := c.client.Organizations.Get(c.t.Context(), slug)
	if err != nil {
		c.t.Fatal(err)
	}
	return org
}

// member reads a member of Acme Robotics from the server, past the screen.
func (c *console) member(email string) b2b.Member {
	c.t.Helper()
	m, err := c.client.Members.Get(c.t.Context(), "acme-robotics", b2b.GetMember{EmailAddress: &email})
	if err != nil {
		c.t.Fatal(err)
	}
	return m
}
