package pictures_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/cryptotest"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/docs/pictures"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
	"example.com/orgdeck/views"
	"example.com/orgdeck/views/viewstest"
)

// seed makes ids, keys and secrets the same on every machine.
const seed = 1

// today is when every picture is taken: the day that the demo data lead up to.
func today() time.Time { return time.Date(2026, time.November, 1, 9, 0, 0, 0, time.UTC) }

func TestMain(m *testing.M) {
	lipgloss.SetColorProfile(termenv.TrueColor) // whatever terminal the pictures are made in
	time.Local = time.UTC                       // and wherever
	os.Exit(m.Run())
}

// console is the whole program on a sandbox of its own, driven by keys.
type console struct {
	*uitest.Driver
	t      *testing.T
	client *api.Client
	width  int
	edit   func(text string) string // what the user does in the editor
}

// makeDemo writes a sandbox with the demo data to a file.
func makeDemo(t *testing.T) string {
	t.Helper()
	cryptotest.SetGlobalRandom(t, seed)
	path := filepath.Join(t.TempDir(), "demo.db")
	if err := viewstest.MakeDemo(t.Context(), path, today); err != nil {
		t.Fatal(err)
	}
	return path
}

// take plays a scene on a copy of the demo data, and draws what it ends with.
func take(t *testing.T, demo string, s scene) (svg string) {
	t.Helper()
	path := viewstest.Copy(t, demo)
	cryptotest.SetGlobalRandom(t, seed)
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(today()))
		c := openConsole(t, path, s.width, s.height)
		s.play(c)
		svg = c.draw()
	})
	return svg
}

func openConsole(t *testing.T, path string, width, height int) *console {
	t.Helper()
	c := &console{t: t, width: width}
	program := viewstest.Start(t, viewstest.Open(t, path), width, height, func(env *views.Env, _ *ui.Options) { env.Editor = c.openEditor })
	c.Driver, c.client = program.Driver, program.Client
	return c
}

// draw draws what is on the screen.
func (c *console) draw() string {
	c.t.Helper()
	dark := c.Frame()
	c.Send(theme.BackgroundMsg{Dark: false})
	svg, err := pictures.SVG(dark, c.Frame(), c.width)
	if err != nil {
		c.t.Fatal(err)
	}
	return svg
}

// enter types text, and waits until it was searched for or checked.
func (c *console) enter(text string) {
	c.Type(text)
	c.Wait(time.Second)
}

// calm waits until what was done is no longer told.
func (c *console) calm() { c.Wait(10 * time.Second) }

// walkTo walks to a tab.
func (c *console) walkTo(name string) {
	c.t.Helper()
	for range 8 {
		if strings.Contains(c.Screen(), "▸"+name) {
			return
		}
		c.Press("tab")
	}
	c.t.Fatalf("there is no tab %s:\n%s", name, c.Screen())
}

// write writes a file into a directory of its own, where the program then works.
func (c *console) write(name, text string) {
	c.t.Helper()
	c.t.Chdir(c.t.TempDir())
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

// note keeps metadata about Ada, past the screen.
func (c *console) note(trusted, untrusted b2b.Object) {
	c.t.Helper()
	m, err := c.client.Members.Get(c.t.Context(), "acme-robotics", b2b.GetMember{EmailAddress: api.Ptr(ada + "@acme-robotics.example")})
	if err != nil {
		c.t.Fatal(err)
	}
	change := c.client.Members.Update(m, b2b.UpdateMember{TrustedMetadata: trusted, UntrustedMetadata: untrusted})
	if _, err := change.Do(c.t.Context()); err != nil {
		c.t.Fatal(err)
	}
}

// openEditor is an editor in which the user does what the scene says.
func (c *console) openEditor(_ context.Context, _, text string, done func(string, error) tea.Msg) tea.Cmd {
	return func() tea.Msg { return done(c.edit(text), nil) }
}
