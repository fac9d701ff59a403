// Package viewstest runs the whole console on a sandbox of its own, for tests
// that press its keys and read its screen.
package viewstest

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/sandbox"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
	"example.com/orgdeck/views"
)

// MakeDemo writes a sandbox with the demo data, as they are at now, to a file.
func MakeDemo(ctx context.Context, path string, now func() time.Time) error {
	server, err := sandbox.Open(ctx, sandbox.Options{Path: path, Now: now})
	if err != nil {
		return fmt.Errorf("make the demo data: %w", err)
	}
	if err := sandbox.Seed(ctx, server, sandbox.SeedOptions{}); err != nil {
		return fmt.Errorf("make the demo data: %w", err)
	}
	return server.Close()
}

// Copy copies the files of a sandbox that nobody has open into a directory of the
// test, and returns where the copy is.
func Copy(tb testing.TB, path string) string {
	tb.Helper()
	to := filepath.Join(tb.TempDir(), "demo.db")
	files, err := filepath.Glob(path + "*")
	if err != nil {
		tb.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(to+strings.TrimPrefix(file, path), data, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return to
}

// Open opens the sandbox in a file until the test ends. Its clock is that of the
// bubble that the test runs in.
func Open(tb testing.TB, path string) *sandbox.Server {
	tb.Helper()
	server, err := sandbox.Open(tb.Context(), sandbox.Options{Path: path, Now: time.Now})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := server.Close(); err != nil {
			tb.Error(err)
		}
	})
	return server
}

// Connect makes a client of the sandbox that server is, or stands before.
func Connect(tb testing.TB, server http.Handler, options ...api.Option) *api.Client {
	tb.Helper()
	client, err := api.New(
		api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret, BaseURL: "http://127.0.0.1"},
		append(options, api.WithTransport(api.Local(server)))...)
	if err != nil {
		tb.Fatal(err)
	}
	return client
}

// Console is the whole program, driven by keys.
type Console struct {
	*uitest.Driver
	Client *api.Client // that of the program
	Log    *api.Log    // of what the program sent
}

// Setting is something that is set before the program starts.
type Setting func(*views.Env, *ui.Options)

// Start starts the program, as it is on its first day, at the given size on the
// sandbox that server is, or stands before.
func Start(tb testing.TB, server http.Handler, width, height int, settings ...Setting) Console {
	tb.Helper()
	log, done, known := &api.Log{}, &api.History{}, &views.Identities{}
	client := Connect(tb, server, api.WithObserver(log.Add), api.WithJournal(done.Add), api.WithAnswers(known.Learn))
	env := &views.Env{
		API: client, Log: log, Done: done, Keys: keymap.Default(), Theme: theme.New(true), Sandbox: true,
		Clipboard: func(string) error { return nil }, Mask: &ui.Mask{Find: known.Find},
	}
	options := ui.Options{Profile: ui.Profile{Name: "sandbox"}, Actions: env.Everywhere, Answered: env.Answered}
	for _, set := range settings {
		set(env, &options)
	}
	options.Theme, options.Keys, options.Mask, options.Palette = env.Theme, env.Keys, env.Mask, views.Palette(env)
	app := ui.New(tb.Context(), options, views.Sections(env)...)
	return Console{Driver: uitest.New(tb, app, width, height), Client: client, Log: log}
}
