//go:build unix

// Package e2e tests the built binary from outside, the way a person meets it: in
// a pseudo-terminal, through its command line and over HTTP.
package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long anything may take before a test gives it up. It is no
// measure of speed: machines that run tests are busy.
const patience = 30 * time.Second

// binary is the program under test: $ORGDECK_BIN, or built for this run.
var binary string

func TestMain(m *testing.M) {
	os.Exit(testMain(m))
}

func testMain(m *testing.M) int {
	binary = os.Getenv("ORGDECK_BIN")
	if binary == "" {
		dir, err := os.MkdirTemp("", "orgdeck-e2e-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		binary = filepath.Join(dir, "orgdeck")
		build := exec.Command("go", "build", "-o", binary, "..")
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
			return 1
		}
	}
	return m.Run()
}

// account is the environment of one imagined user with an empty home.
type account struct {
	home string
	vars []string
}

// newAccount returns an account without any file, with extra variables.
func newAccount(t *testing.T, vars ...string) account {
	t.Helper()
	return account{home: t.TempDir(), vars: vars}
}

// with returns the same account with further variables.
func (a account) with(vars ...string) account {
	a.vars = append(append([]string(nil), a.vars...), vars...)
	return a
}

func (a account) environ() []string {
	return append([]string{
		"HOME=" + a.home, "PATH=/usr/bin:/bin", "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8",
		"XDG_DATA_HOME=" + filepath.Join(a.home, "data"),
		"XDG_CONFIG_HOME=" + filepath.Join(a.home, "config"),
		"XDG_STATE_HOME=" + filepath.Join(a.home, "state"),
	}, a.vars...)
}

// path returns where a file of the account is, and makes its directory.
func (a account) path(t *testing.T, parts ...string) string {
	t.Helper()
	file := filepath.Join(append([]string{a.home}, parts...)...)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	return file
}

func (a account) write(t *testing.T, text string, parts ...string) string {
	t.Helper()
	file := a.path(t, parts...)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func (a account) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, binary, args...)
	cmd.Env = a.environ()
	cmd.Dir = a.home
	return cmd
}

// outcome is what a command left behind.
type outcome struct {
	stdout, stderr string
	code           int
}

// run runs a command to its end, with input as its standard input.
func (a account) run(t *testing.T, input string, args ...string) outcome {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := a.command(ctx, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &stdout, &stderr
	err := cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited || ctx.Err() != nil {
		t.Fatalf("orgdeck %v: %v, %v\n%s", args, err, ctx.Err(), stderr.String())
	}
	return outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// read calls GET on path and decodes the answer.
func (a account) read(t *testing.T, into any, path string, flags ...string) {
	t.Helper()
	got := a.run(t, "", append([]string{"api", "GET", path}, flags...)...)
	if err := json.Unmarshal([]byte(got.stdout), into); err != nil {
		t.Fatalf("%s: %v\n%s%s", path, err, got.stdout, got.stderr)
	}
}
