package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"example.com/orgdeck/cli"
)

// world returns a World of its own, and where it writes to.
func world(t *testing.T, args ...string) (w cli.World, out, errs *bytes.Buffer) {
	t.Helper()
	t.Cleanup(xdg.Reload) // once the variables are back
	for _, name := range []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, t.TempDir())
	}
	xdg.Reload()
	out, errs = &bytes.Buffer{}, &bytes.Buffer{}
	return cli.World{
		Args: args, In: strings.NewReader(""), Out: out, Err: errs,
		Lookup: func(string) (string, bool) { return "", false },
	}, out, errs
}

func TestCallsFindWhatEarlierOnesWrote(t *testing.T) {
	w, out, errs := world(t, "api", "POST", "/v1/b2b/organizations", "--input", "-", "--seed", "none")
	w.In = strings.NewReader(`{"organization_name": "Moonshot", "organization_slug": "moonshot"}`)
	if code := cli.Run(t.Context(), w); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	out.Reset()
	w.Args = []string{"api", "GET", "/v1/b2b/organizations/moonshot"}
	if code := cli.Run(t.Context(), w); code != 0 || !strings.Contains(out.String(), `"Moonshot"`) {
		t.Errorf("exit code %d: %s%s", code, out, errs)
	}
}

func TestAFailureIsOneSentenceAndAnExitCode(t *testing.T) {
	for name, test := range map[string]struct {
		args  []string
		code  int
		wants string
	}{
		"no terminal":     {nil, 1, "orgdeck: the console needs a terminal"},
		"unknown command": {[]string{"conquer"}, 2, "see orgdeck --help"},
		"not found":       {[]string{"api", "GET", "/v1/b2b/organizations/x", "--db", ":memory:", "--seed", "none"}, 1, "orgdeck: Could not "},
		"refused":         {[]string{"api", "DELETE", "/v1/b2b/organizations/x", "--db", ":memory:", "--seed", "none", "--read-only"}, 1, "read-only"},
		"no such policy":  {[]string{"serve", "--password-policy", "none"}, 2, "--password-policy"},
		"no breach list":  {[]string{"serve", "--listen", "127.0.0.1:0", "--db", ":memory:", "--breach-list", "nowhere.txt"}, 1, "nowhere.txt"},
		"no input":        {[]string{"api", "GET", "/healthz", "--input", "nowhere.json"}, 1, "nowhere.json"},
	} {
		t.Run(name, func(t *testing.T) {
			w, _, errs := world(t, test.args...)
			if code := cli.Run(t.Context(), w); code != test.code {
				t.Errorf("exit code %d, want %d", code, test.code)
			}
			if told := errs.String(); !strings.Contains(told, test.wants) || strings.Count(told, "\n") != 1 {
				t.Errorf("told %q, want one line with %q", told, test.wants)
			}
		})
	}
}

func TestServeAnswersUntilItsContextEnds(t *testing.T) {
	w, _, errs := world(t, "serve", "--listen", "127.0.0.1:0", "--db", ":memory:", "--seed", "none")
	read, write := io.Pipe()
	w.Out = write
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Run(ctx, w)
		_ = write.Close()
	}()
	address := ""
	for lines := bufio.NewScanner(read); address == "" && lines.Scan(); {
		address, _ = strings.CutPrefix(lines.Text(), "listening on ")
		if address == lines.Text() {
			address = "" // one of the lines before
		}
	}
	resp, err := http.Get(address + "/healthz")
	if err != nil {
		t.Fatalf("%v: %s", err, errs)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("got %s", resp.Status)
	}
	cancel()
	if code := <-ended; code != 0 {
		t.Errorf("exit code %d: %s", code, errs)
	}
}
